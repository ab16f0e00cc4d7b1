// SPDX-License-Identifier: GPL-3.0-or-later
#include "workers/trackdiscovery.h"

#include "spotify/isrcs.h"
#include "workers/spotifyfacts.h"

#include <algorithm>

namespace linernotes
{
namespace
{

/// Longer than the longest box set; a service whose `next` never ends is not followed for ever.
constexpr qint64 largestOffset = 10'000;

Effects tracksFound(const TrackDiscoveryMessage &message, AlbumFacts album, const spotify::Page<spotify::Track> &page)
{
    Effects effects;
    effects.tracks = DiscoveredTracks{.album = std::move(album), .tracks = {}};
    for (const auto &track : page.items) {
        const bool isWanted = message.onlyArtist.isEmpty()
            || std::ranges::any_of(track.artists, [&](const auto &artist) { return artist.id == message.onlyArtist; });
        if (isWanted && !track.isLocal)
            effects.tracks->tracks.push_back(trackPlacement(track));
    }
    if (page.nextOffset && *page.nextOffset > message.offset && *page.nextOffset <= largestOffset) {
        effects.messages.emplace_back(TrackDiscoveryMessage{
            .albumId = message.albumId, .offset = *page.nextOffset, .onlyArtist = message.onlyArtist});
    }
    return effects;
}

} // namespace

QCoro::Task<Result<Effects>> TrackDiscovery::process(AnyMessage message)
{
    const auto wanted = std::get<TrackDiscoveryMessage>(message);
    if (wanted.offset == 0)
        return firstPage(wanted);
    return furtherPage(wanted);
}

QCoro::Task<Result<Effects>> TrackDiscovery::firstPage(TrackDiscoveryMessage message)
{
    const auto album = co_await m_loader.album(m_spotify, message.albumId);
    if (!album)
        co_return failure(album.error());
    auto facts = albumFacts(album->summary);
    facts.upc = album->upc;
    // The id that was asked for: a market may answer with another release's.
    facts.spotifyId = message.albumId;
    co_return tracksFound(message, std::move(facts), album->tracks);
}

QCoro::Task<Result<Effects>> TrackDiscovery::furtherPage(TrackDiscoveryMessage message)
{
    auto page = co_await m_spotify.albumTracks(message.albumId, message.offset);
    if (!page)
        co_return failure(page.error());
    std::vector<spotify::Track *> tracks;
    for (auto &track : page->items)
        tracks.push_back(&track);
    const auto error = co_await spotify::learnIsrcs(&m_spotify, tracks);
    if (error)
        co_return failure(*error);
    co_return tracksFound(message, AlbumFacts{.spotifyId = message.albumId}, *page);
}

} // namespace linernotes
