// SPDX-License-Identifier: GPL-3.0-or-later
#include "spotify/isrcs.h"

#include <QHash>

namespace linernotes::spotify
{
namespace
{

/// Spotify's limit for /tracks?ids= (developer.spotify.com, get-several-tracks).
constexpr qsizetype largestBatch = 50;

QStringList idsWithoutIsrc(const std::vector<Track *> &tracks)
{
    QStringList ids;
    for (const auto *track : tracks) {
        if (track->isrc.isEmpty() && !track->id.isEmpty())
            ids.append(track->id);
    }
    ids.removeDuplicates();
    return ids;
}

/// The tracks are good without what could not be learned: the app has no batches, or one track of it can't be read.
bool isHarmless(const Error &error, bool hasBatch)
{
    return !hasBatch || error.category == ErrorCategory::InvalidRequest
        || error.category == ErrorCategory::InvalidResponse || error.category == ErrorCategory::NotFound;
}

} // namespace

QCoro::Task<std::optional<Error>> learnIsrcs(Client *client, std::vector<Track *> tracks)
{
    const auto ids = idsWithoutIsrc(tracks);
    QHash<QString, QString> isrcs;
    for (qsizetype begin = 0; begin < ids.size() && client->hasTrackBatch(); begin += largestBatch) {
        const auto some = ids.mid(begin, largestBatch);
        const auto full = co_await client->tracks(some);
        if (!full && !isHarmless(full.error(), client->hasTrackBatch()))
            co_return full.error();
        if (!full || full->size() != static_cast<std::size_t>(some.size()))
            continue; // answers go by position: one too few, and nobody knows which is whose
        for (qsizetype i = 0; i < some.size(); ++i) {
            if (const auto &track = full->at(static_cast<std::size_t>(i)))
                isrcs.insert(some.at(i), track->isrc);
        }
    }
    for (auto *track : tracks) {
        if (track->isrc.isEmpty())
            track->isrc = isrcs.value(track->id);
    }
    co_return std::nullopt;
}

} // namespace linernotes::spotify
