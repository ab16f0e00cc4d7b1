// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "matching/profiles.h"
#include "matching/roles.h"
#include "messages/messages.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace linernotes
{

/// Facts as the sources gave them, without any row id: the store finds or makes the rows.
struct ArtistFacts {
    QString spotifyId;
    QString name;
    QString url;
    QString imageUrl;
    bool operator==(const ArtistFacts &) const = default;
};

struct AlbumFacts {
    QString spotifyId;
    QString name;
    QString type; ///< album, single, compilation
    QString releaseDate; ///< "2015", "2015-06" or "2015-06-01"
    QString upc; ///< empty where not told
    QString url;
    std::vector<ArtistFacts> artists;
    bool operator==(const AlbumFacts &) const = default;
};

struct TrackPlacement {
    QString spotifyId;
    QString title;
    int disc = 1;
    int position = 0;
    qint64 durationMs = 0;
    QString isrc; ///< normalised; empty where not told
    QString url;
    std::vector<ArtistFacts> artists;
    /// What tells recordings apart where no ISRC does (matching/recordingkey.h).
    QString titleKey;
    QString versionKey;
    QString artistKey;
    bool operator==(const TrackPlacement &) const = default;
};

/// The tracks of one page of an album. For each the store finds or makes its recording and sends one identification
/// per recording, once by the ledger.
struct DiscoveredTracks {
    AlbumFacts album;
    std::vector<TrackPlacement> tracks;
    bool operator==(const DiscoveredTracks &) const = default;
};

struct ExternalId {
    QString source; ///< "genius", "spotify"
    QString id;
    QString url;
    bool operator==(const ExternalId &) const = default;
};

/// Why a credit is believed: what the source said, where, and how well its song matched our recording.
struct EvidenceFacts {
    QString source;
    QString statement; ///< in the source's words: "Producer", "Additional Production"
    QString url;
    double matchScore = 0; ///< 0 … 1
    QStringList matchReasons;
    bool operator==(const EvidenceFacts &) const = default;
};

struct CreditFacts {
    Role role = Role::Producer;
    EvidenceFacts evidence;
    bool operator==(const CreditFacts &) const = default;
};

/// One person behind one or more external ids. Ids that name different people so far make these one person.
struct PersonFacts {
    QString name;
    QStringList aliases;
    std::vector<ExternalId> ids; ///< at least one
    std::vector<CreditFacts> credits;
    bool operator==(const PersonFacts &) const = default;
};

struct Identification {
    qint64 recordingId = 0;
    bool matched = false;
    qint64 songId = 0; ///< Genius song; 0 if unmatched
    QString songTitle;
    QString songUrl;
    double score = 0;
    double threshold = 0; ///< from which a match gives credits
    QStringList reasons;
    QString candidates; ///< JSON array of the best candidates with their scores
    std::vector<PersonFacts> people; ///< those with a Genius id are sent on to social enrichment, once by the ledger
    bool operator==(const Identification &) const = default;
};

struct Enrichment {
    qint64 personId = 0;
    QStringList aliases;
    std::vector<Profile> profiles;
    QString source;
    bool operator==(const Enrichment &) const = default;
};

/// An optional source that did not answer: what is known of the person is incomplete for it, until it is visited again.
struct SourceGap {
    SocialEnrichmentMessage revisit; ///< whom, and which source; sent at `revisitAt`
    QString reason; ///< a sentence for people
    std::optional<Instant> revisitAt; ///< nullopt: it was visited often enough
    bool operator==(const SourceGap &) const = default;
};

/// What processing one message changes: plain data, applied in one transaction with the message's archiving.
struct Effects {
    std::optional<ArtistFacts> seededArtist;
    std::vector<AlbumFacts> albums;
    std::optional<DiscoveredTracks> tracks;
    std::optional<Identification> identification;
    std::vector<Enrichment> enrichments; ///< one for each source that answered
    std::vector<SourceGap> gaps;
    std::vector<AnyMessage> messages; ///< to send, once by the ledger
    bool operator==(const Effects &) const = default;
};

} // namespace linernotes
