// SPDX-License-Identifier: GPL-3.0-or-later
#include "workers/produceridentification.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <qcorofuture.h>

namespace linernotes
{
namespace
{

/// Songs looked at for one recording; each costs a call.
constexpr int mostSongs = 3;
/// A hit below this is another song: not even its Spotify link is worth a call.
constexpr double worthALook = 0.5;

TrackFacts trackFacts(const RecordingFacts &recording)
{
    TrackFacts facts{.title = recording.title};
    for (const auto &artist : recording.artists)
        facts.artistNames.append(artist.name);
    for (const auto &track : recording.tracks)
        facts.spotifyTrackIds.append(track.spotifyId);
    if (!recording.tracks.empty())
        facts.durationMs = recording.tracks.front().durationMs;
    return facts;
}

QString candidatesJson(const std::vector<Candidate> &candidates)
{
    constexpr qsizetype most = 5;
    QJsonArray array;
    for (const auto &candidate : candidates) {
        if (array.size() == most)
            break;
        array.append(QJsonObject{{QStringLiteral("genius_id"), candidate.hit.songId},
                                 {QStringLiteral("title"), candidate.hit.fullTitle},
                                 {QStringLiteral("url"), candidate.hit.url},
                                 {QStringLiteral("score"), candidate.score.value},
                                 {QStringLiteral("reasons"), QJsonArray::fromStringList(candidate.score.reasons)}});
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace

QCoro::Task<Result<ProducerIdentification::Matched>> ProducerIdentification::findSong(TrackFacts facts)
{
    const auto hits = co_await m_genius.search(searchQuery(facts));
    if (!hits)
        co_return failure(hits.error());
    Matched matched{.song = std::nullopt, .score = {}, .candidates = rankHits(facts, *hits)};
    int looked = 0;
    for (auto &candidate : matched.candidates) {
        if (candidate.score.value < worthALook || looked++ == mostSongs)
            break;
        auto song = co_await m_genius.song(candidate.hit.songId);
        if (!song && song.error().category == ErrorCategory::NotFound)
            continue; // taken away since the search knew it
        if (!song)
            co_return failure(song.error());
        candidate.score = scoreSong(facts, *song);
        // A page that names another track may still be this song's; but the next may name ours.
        const bool isOthers = candidate.score.reasons.contains(QStringLiteral("other spotify-uri"));
        const bool isGood = candidate.score.certain || candidate.score.value >= m_threshold;
        if (!isGood || (matched.song && isOthers))
            continue;
        matched.score = candidate.score;
        matched.song = std::move(*song);
        if (!isOthers)
            break;
    }
    co_return matched;
}

QCoro::Task<Result<Effects>> ProducerIdentification::process(AnyMessage message)
{
    const auto wanted = std::get<ProducerIdentificationMessage>(message);
    const auto knownRecording = [id = wanted.recordingId](Database &database) -> Result<std::optional<RecordingFacts>> {
        return Catalog(database).recording(id);
    };
    const auto recording = co_await m_store.query(knownRecording);
    if (!recording)
        co_return failure(recording.error());
    if (!recording->has_value()) {
        co_return failure(ErrorCategory::InvalidMessage,
                          QStringLiteral("there is no recording %1").arg(wanted.recordingId));
    }
    const auto matched = co_await findSong(trackFacts(**recording));
    if (!matched)
        co_return failure(matched.error());
    Identification found{.recordingId = (*recording)->id,
                         .matched = matched->song.has_value(),
                         .threshold = m_threshold,
                         .candidates = candidatesJson(matched->candidates)};
    if (matched->song) {
        found.songId = matched->song->id;
        found.songTitle = matched->song->fullTitle;
        found.songUrl = matched->song->url;
        found.score = matched->score.value;
        found.reasons = matched->score.reasons;
    }
    found.people = peopleOf(**recording, matched->song ? &*matched->song : nullptr, matched->score);
    Effects effects;
    effects.identification = std::move(found);
    co_return effects;
}

} // namespace linernotes
