// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "messages/stageid.h"

#include <QString>

#include <variant>

namespace linernotes
{

/// The five kinds of work. Each is stored as a flat JSON object with exactly the fields named beside its members.
/// A parse gives InvalidMessage with the name of the field that is wrong; unknown extra fields are ignored.

/// Which of an artist's releases a run asks for: it travels with the messages, so that a run is walked as it was begun
/// and what another run asked for otherwise is not taken for known.
struct ReleaseScope {
    QString groups; ///< as Spotify takes them: "album,single"; empty: as the settings say
    QString market; ///< that the list is asked for; empty: as the settings say
    bool operator==(const ReleaseScope &) const = default;
};

/// {"artist_id": "…"} or {"name": "…"}, {"groups": "album,single", "market": "US"}
struct ArtistDiscoveryMessage {
    static constexpr StageId stage = StageId::ArtistDiscovery;
    QString artistId; ///< Spotify id; empty if only a name is known
    QString name;
    ReleaseScope scope;
    bool operator==(const ArtistDiscoveryMessage &) const = default;
};

/// {"artist_id": "…", "offset": 0, "after": "…", "groups": "album,single", "market": "US"}
struct AlbumDiscoveryMessage {
    static constexpr StageId stage = StageId::AlbumDiscovery;
    QString artistId;
    qint64 offset = 0;
    /// First album id of the page before. A page that begins with it again is no progress: the service repeats itself.
    QString after;
    ReleaseScope scope;
    bool operator==(const AlbumDiscoveryMessage &) const = default;
};

/// {"album_id": "…", "offset": 0, "only_artist": "…"}
struct TrackDiscoveryMessage {
    static constexpr StageId stage = StageId::TrackDiscovery;
    QString albumId;
    qint64 offset = 0;
    /// For compilations and albums of others: only tracks with this artist count. Empty: all.
    QString onlyArtist;
    bool operator==(const TrackDiscoveryMessage &) const = default;
};

/// {"recording_id": 1}
struct ProducerIdentificationMessage {
    static constexpr StageId stage = StageId::ProducerIdentification;
    qint64 recordingId = 0;
    bool operator==(const ProducerIdentificationMessage &) const = default;
};

/// A source that a person's profiles come from, and that the work goes on without while it does not answer.
inline constexpr QLatin1String musicbrainzSource("musicbrainz");

/// {"person_id": 1, "fresh": true}, or {"person_id": 1, "source": "musicbrainz", "visit": 1}
struct SocialEnrichmentMessage {
    static constexpr StageId stage = StageId::SocialEnrichment;
    qint64 personId = 0;
    bool fresh = false; ///< a person asked again: the service is asked, whatever answer of it is kept
    QString source = {}; ///< a revisit: only this optional source, which did not answer before. Empty: all sources
    qint64 visit = 0; ///< the how manyth revisit it is; 0: none
    bool operator==(const SocialEnrichmentMessage &) const = default;
};

using AnyMessage = std::variant<ArtistDiscoveryMessage, AlbumDiscoveryMessage, TrackDiscoveryMessage,
                                ProducerIdentificationMessage, SocialEnrichmentMessage>;

[[nodiscard]] StageId stageOf(const AnyMessage &message);
/// Compact JSON as it is queued.
[[nodiscard]] QString toJson(const AnyMessage &message);
/// What makes two messages of one queue the same unit of work, for the ledger.
[[nodiscard]] QString ledgerKey(const AnyMessage &message);
[[nodiscard]] Result<AnyMessage> parseMessage(StageId stage, const QString &json);

} // namespace linernotes
