// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace linernotes::demo
{

/// The truth about an invented music world, from which the demo services derive their answers and the tests what has to
/// be found. Ids are in the services' forms: 22 base62 characters for Spotify, numbers for Genius.

struct DemoArtist {
    QString spotifyId;
    QString name;
    qint64 followers = 0;
};

/// A person or a company on Genius.
struct DemoPerson {
    qint64 geniusId = 0;
    QString name;
    QStringList aliases; ///< alternate_names
    QString spotifyId; ///< of the Spotify artist who is the same person; empty for most
    /// As Genius answers them, junk included; nullopt is JSON's null.
    std::optional<QString> instagramName;
    std::optional<QString> twitterName;
    std::optional<QString> facebookName;
    QString musicbrainzId = {}; ///< empty: MusicBrainz does not know them
    QStringList links = {}; ///< that MusicBrainz has of them; what ends in ".example" is their own site
};

/// One line of a song's credits on Genius. "Producer" and "Writer" are its producer_artists and writer_artists; every
/// other label stands in custom_performances.
struct DemoCredit {
    QString label;
    qint64 personId = 0; ///< geniusId
};

struct DemoRecording {
    QString isrc;
    QString title; ///< as Spotify writes it
    std::vector<QString> artistIds; ///< Spotify ids, the primary first
    qint64 durationMs = 0;
    std::optional<qint64> songId; ///< nullopt: Genius does not know it
    std::vector<DemoCredit> credits;
    bool hasMediaLink = false; ///< the song's media names the Spotify URI of the first track
    std::optional<QString> songTitle; ///< where Genius writes it otherwise than Spotify
};

struct DemoTrack {
    QString spotifyId;
    std::size_t recording = 0; ///< index into recordings()
    int disc = 1;
    int number = 1;
};

struct DemoAlbum {
    QString spotifyId;
    QString name;
    QString type; ///< album, single, compilation
    std::vector<QString> artistIds;
    QString releaseDate;
    QString upc;
    std::vector<DemoTrack> tracks;
};

/// A Genius page that a search brings up and that is none of our songs: translations, covers, "[Credits]", tracklists.
struct DemoDistractor {
    qint64 songId = 0;
    QString title;
    qint64 artistId = 0;
    QString artistName;
};

/// Immutable; the first question about tracks makes an index, so that one has to be asked before threads share it.
class DemoCatalogue
{
public:
    /// A synthetic world of any size without distractors, for benchmarks.
    struct Scale {
        int artists = 10;
        int albumsPerArtist = 10;
        int tracksPerAlbum = 12;
        int people = 500;
        int creditsPerRecording = 4;
    };

    /// The data set of the resources. Ends the program if it is damaged: it is part of it.
    static DemoCatalogue builtin();
    static DemoCatalogue generated(const Scale &scale);

    [[nodiscard]] const std::vector<DemoArtist> &artists() const { return m_artists; }
    [[nodiscard]] const std::vector<DemoAlbum> &albums() const { return m_albums; }
    [[nodiscard]] const std::vector<DemoRecording> &recordings() const { return m_recordings; }
    [[nodiscard]] const std::vector<DemoPerson> &people() const { return m_people; }
    [[nodiscard]] const std::vector<DemoDistractor> &distractors() const { return m_distractors; }
    /// Names that make a good first seeding: known, and not ambiguous.
    [[nodiscard]] const QStringList &suggestedSeeds() const { return m_suggestedSeeds; }

    // Null where there is none.
    [[nodiscard]] const DemoArtist *artist(const QString &spotifyId) const;
    [[nodiscard]] const DemoAlbum *album(const QString &spotifyId) const;
    [[nodiscard]] const DemoPerson *person(qint64 geniusId) const;
    struct Placement {
        const DemoAlbum *album = nullptr;
        const DemoTrack *track = nullptr;
    };
    [[nodiscard]] std::optional<Placement> track(const QString &spotifyId) const;
    [[nodiscard]] const DemoRecording *recordingOfSong(qint64 songId) const;
    /// Every place that a recording has, in the order of albums().
    [[nodiscard]] const std::vector<Placement> &placements(std::size_t recording) const;

private:
    void buildIndex();
    void indexTracks() const;

    std::vector<DemoArtist> m_artists;
    std::vector<DemoAlbum> m_albums;
    std::vector<DemoRecording> m_recordings;
    std::vector<DemoPerson> m_people;
    std::vector<DemoDistractor> m_distractors;
    QStringList m_suggestedSeeds;
    QHash<QString, std::size_t> m_artistIndex;
    QHash<QString, std::size_t> m_albumIndex;
    QHash<qint64, std::size_t> m_personIndex;
    QHash<qint64, std::size_t> m_songIndex;
    mutable QHash<QString, Placement> m_trackIndex;
    mutable std::vector<std::vector<Placement>> m_placements;
    mutable const DemoCatalogue *m_indexed = nullptr; ///< the object that the placements point into
};

} // namespace linernotes::demo
