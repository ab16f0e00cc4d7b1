// SPDX-License-Identifier: GPL-3.0-or-later
#include "workers/trackdiscovery.h"

#include "workers/spotifyfacts.h"

#include <QHash>
#include <QStringList>

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

/// The tracks are good without what could not be learned: the app has no batches, or one track of it can't be read.
bool passes(const Error &error, bool hasBatch)
{
    return !hasBatch || error.category == ErrorCategory::InvalidRequest
        || error.category == ErrorCategory::InvalidResponse || error.category == ErrorCategory::NotFound;
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
    const auto tracks = co_await withIsrcs(album->tracks);
    if (!tracks)
        co_return failure(tracks.error());
    auto facts = albumFacts(album->summary);
    facts.upc = album->upc;
    // The id that was asked for: a market may answer with another release's.
    facts.spotifyId = message.albumId;
    co_return tracksFound(message, std::move(facts), *tracks);
}

QCoro::Task<Result<Effects>> TrackDiscovery::furtherPage(TrackDiscoveryMessage message)
{
    const auto page = co_await m_spotify.albumTracks(message.albumId, message.offset);
    if (!page)
        co_return failure(page.error());
    const auto tracks = co_await withIsrcs(*page);
    if (!tracks)
        co_return failure(tracks.error());
    co_return tracksFound(message, AlbumFacts{.spotifyId = message.albumId}, *tracks);
}

/// An app that still has the batch endpoint learns all ISRCs of an album for one call. For others they would cost a
/// call each, which no day's quota bears (apis.md 1.8): recordings are told apart by their titles and lengths there.
QCoro::Task<Result<spotify::Page<spotify::Track>>> TrackDiscovery::withIsrcs(spotify::Page<spotify::Track> page)
{
    constexpr std::size_t largestBatch = 50;
    const auto count = std::min(page.items.size(), largestBatch);
    QStringList ids;
    for (std::size_t i = 0; i < count; ++i) {
        if (page.items[i].isrc.isEmpty() && !page.items[i].id.isEmpty())
            ids.append(page.items[i].id);
    }
    ids.removeDuplicates();
    if (ids.isEmpty() || !m_spotify.hasTrackBatch())
        co_return page;
    const auto full = co_await m_spotify.tracks(ids);
    if (!full && !passes(full.error(), m_spotify.hasTrackBatch()))
        co_return failure(full.error());
    if (!full || full->size() != static_cast<std::size_t>(ids.size()))
        co_return page; // answers go by position: one too few, and nobody knows which is whose
    QHash<QString, QString> isrcs;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (const auto &track = full->at(static_cast<std::size_t>(i)))
            isrcs.insert(ids.at(i), track->isrc);
    }
    for (auto &track : page.items) {
        if (track.isrc.isEmpty())
            track.isrc = isrcs.value(track.id);
    }
    co_return page;
}

} // namespace linernotes
