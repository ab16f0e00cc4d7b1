// SPDX-License-Identifier: GPL-3.0-or-later
#include "workers/albumdiscovery.h"

#include "workers/spotifyfacts.h"

#include <algorithm>

namespace linernotes
{
namespace
{

/// No artist has so many releases; a service whose `next` never ends is not followed for ever.
constexpr qint64 largestOffset = 20'000;

/// Apps of today are not told the group, so it is read off the album (developer.spotify.com, February 2026 migration
/// guide: album_group removed).
bool isOwnAlbum(const spotify::AlbumSummary &album, const QString &artistId)
{
    if (album.albumGroup == QLatin1String("appears_on") || album.albumGroup == QLatin1String("compilation")
        || album.albumType == QLatin1String("compilation"))
        return false;
    return album.artists.empty()
        || std::ranges::any_of(album.artists, [&](const auto &artist) { return artist.id == artistId; });
}

} // namespace

QCoro::Task<Result<Effects>> AlbumDiscovery::process(AnyMessage message)
{
    const auto wanted = std::get<AlbumDiscoveryMessage>(message);
    const auto groups = wanted.scope.groups.isEmpty() ? m_groups.join(QLatin1Char(',')) : wanted.scope.groups;
    const auto page = co_await m_spotify.artistAlbums(wanted.artistId, wanted.offset, groups, wanted.scope.market);
    if (!page)
        co_return failure(page.error());
    Effects effects;
    for (const auto &album : page->items) {
        effects.albums.push_back(albumFacts(album));
        effects.messages.emplace_back(
            TrackDiscoveryMessage{.albumId = album.id,
                                  .offset = 0,
                                  .onlyArtist = isOwnAlbum(album, wanted.artistId) ? QString() : wanted.artistId});
    }
    // A page may hold nothing but nulls and still have a next one.
    const auto first = page->items.empty() ? QString() : page->items.front().id;
    const bool repeats = !first.isEmpty() && first == wanted.after;
    const auto next = page->nextOffset;
    if (next && !repeats && *next > wanted.offset && *next <= largestOffset) {
        effects.messages.emplace_back(AlbumDiscoveryMessage{.artistId = wanted.artistId,
                                                            .offset = *next,
                                                            .after = first.isEmpty() ? wanted.after : first,
                                                            .scope = wanted.scope});
    }
    co_return effects;
}

} // namespace linernotes
