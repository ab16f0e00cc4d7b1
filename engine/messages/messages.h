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

/// {"artist_id": "…"} or {"name": "…"}
struct ArtistDiscoveryMessage {
    static constexpr StageId stage = StageId::ArtistDiscovery;
    QString artistId; ///< Spotify id; empty if only a name is known
    QString name;
    bool operator==(const ArtistDiscoveryMessage &) const = default;
};

/// {"artist_id": "…", "offset": 0, "after": "…"}
struct AlbumDiscoveryMessage {
    static constexpr StageId stage = StageId::AlbumDiscovery;
    QString artistId;
    qint64 offset = 0;
    /// First album id of the page before. A page that begins with it again is no progress: the service repeats itself.
    QString after;
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

/// {"person_id": 1}
struct SocialEnrichmentMessage {
    static constexpr StageId stage = StageId::SocialEnrichment;
    qint64 personId = 0;
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
