// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/effects.h"

#include <vector>

namespace linernotes
{

/// What is known of a recording when its producers are to be identified.
struct RecordingFacts {
    struct Track {
        QString spotifyId;
        QString title;
        qint64 durationMs = 0;
        QString url;
    };
    qint64 id = 0;
    QString isrc;
    QString title;
    std::vector<Track> tracks; ///< by Spotify id
    std::vector<ArtistFacts> artists; ///< the primary one first
};

/// Artists, albums, tracks and recordings. Works inside the transaction of its Database; throws SqlFailure.
class Catalog
{
public:
    explicit Catalog(Database &database)
        : m_database(database)
    {
    }

    qint64 saveArtist(const ArtistFacts &artist);
    /// An artist that a run was seeded with.
    void saveSeeded(qint64 runId, const ArtistFacts &artist);
    qint64 saveAlbum(const AlbumFacts &album);

    struct Placed {
        qint64 recordingId = 0;
        bool isNew = false;
        /// The recording gained a track while no song matched it: there is new evidence to look with.
        bool worthAnotherLook = false;
        std::vector<qint64> absorbed; ///< recordings that turned out to be this one
    };
    /// Finds or makes the recording behind the track, and the track.
    Placed place(qint64 albumId, const TrackPlacement &track);

    /// Under its old id too, if it was merged into another. nullopt: no such recording.
    std::optional<RecordingFacts> recording(qint64 id);
    /// Where the row is now, after merges.
    qint64 current(const QString &kind, qint64 id);
    /// How well it fits the song that it was found to be; nullopt: it is none, or nobody has looked yet.
    std::optional<double> matchScore(qint64 recordingId);
    void setIdentified(qint64 recordingId, const Identification &identification);

private:
    struct Found {
        qint64 recordingId = 0;
        bool isNew = false;
        std::vector<qint64> absorbed;
    };
    Found findRecording(const TrackPlacement &track);
    std::vector<qint64> recordingsByKey(const TrackPlacement &track);
    qint64 insertRecording(const TrackPlacement &track);
    void absorb(qint64 into, qint64 from, const QString &why);
    qint64 recordingOfTrack(const QString &spotifyId); ///< 0: of none
    qint64 recordingOfIsrc(const QString &isrc);
    qint64 joined(qint64 known, qint64 ofIsrc);

    Database &m_database;
};

} // namespace linernotes
