// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "genius/geniustypes.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace linernotes
{

/// What we know of the recording that we look for.
struct TrackFacts {
    QString title; ///< as Spotify writes it
    QStringList artistNames; ///< in Spotify's order, the primary first
    QStringList spotifyTrackIds; ///< every track that has this recording
    qint64 durationMs = 0; ///< Genius tells no duration; kept for sources that do

    bool operator==(const TrackFacts &) const = default;
};

struct MatchScore {
    double value = 0; ///< 0 … 1
    QStringList reasons; ///< short tags: "spotify-uri", "title exact", "artist 0.92", "version differs: remix"
    bool certain = false; ///< an id says so; no resemblance is needed

    bool operator==(const MatchScore &) const = default;
};

struct Candidate {
    genius::SearchHit hit;
    MatchScore score;

    bool operator==(const Candidate &) const = default;
};

/// A match below this gives no credit, unless a setting says otherwise.
///
/// A score is the weaker of title and artist resemblance, lowered when versions differ. 0.85 lets pass one letter in
/// seven ("Chandelier" / "Chandeliers"), and an article more or less in an artist's name; it does not let pass another
/// word ("Crystal Chandelier"), a short word's other letter ("Love" / "Live"), another number ("Pt. 1" / "Pt. 2"),
/// another version (at most 0.5) or another artist. Wrong credits cost more than missing ones.
constexpr double acceptThreshold = 0.85;

/// By title, artists and version words only: a hit has no ids of other services.
MatchScore scoreHit(const TrackFacts &facts, const genius::SearchHit &hit);

/// As scoreHit, and with ids: a Spotify URI (or spotify_uuid) that is one of our tracks makes the match certain, 1.0;
/// that of another track speaks weakly against it, since a re-release has another id.
MatchScore scoreSong(const TrackFacts &facts, const genius::Song &song);

/// Every hit that may be the song, best first; equal ones keep the service's order. Left out, unless our own title
/// or artist says the same: pages that are no song (tracklists, credits, booklets, interviews, …; the list is that of
/// johnwmillr/LyricsGenius), translations and romanizations.
std::vector<Candidate> rankHits(const TrackFacts &facts, const std::vector<genius::SearchHit> &hits);

/// "Title Artist" for GET /search: stripped of versions and features, the first artist only.
QString searchQuery(const TrackFacts &facts);

} // namespace linernotes
