// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "genius/geniusclient.h"
#include "matching/songmatch.h"
#include "store/catalog.h"
#include "store/store.h"
#include "workers/worker.h"

namespace linernotes
{

/// Finds the Genius song of a recording and credits its producers, writers and custom performances; adds Spotify's
/// further artists of the track as collaborators. A song that does not match well enough gives no credit; its
/// candidates are kept for a person to look at.
class ProducerIdentification final : public Worker
{
public:
    /// `threshold`: a match below it gives no credit, 0 … 1.
    ProducerIdentification(genius::Client &genius, Store &store, double threshold = acceptThreshold)
        : m_genius(genius)
        , m_store(store)
        , m_threshold(threshold)
    {
    }
    QCoro::Task<Result<Effects>> process(AnyMessage message) override;

private:
    struct Matched {
        std::optional<genius::Song> song;
        MatchScore score;
        std::vector<Candidate> candidates;
    };
    QCoro::Task<Result<Matched>> findSong(TrackFacts facts);

    genius::Client &m_genius;
    Store &m_store;
    const double m_threshold;
};

/// The people of a recording: those that the song credits, and Spotify's artists of the track. A Spotify artist and a
/// Genius artist of one recording whose names are the same are one person with two ids, unless a name occurs twice.
/// Pure. `song` may be null.
std::vector<PersonFacts> peopleOf(const RecordingFacts &recording, const genius::Song *song, const MatchScore &score);

} // namespace linernotes
