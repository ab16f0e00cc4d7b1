// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace linernotes::spotify
{

// What the program keeps of Spotify's answers. Ids are 22 characters of base62 (librespot's documentation).
// What Spotify has deprecated, and so leaves out for apps made since February 2026, is empty or nullopt here
// (developer.spotify.com/documentation/web-api/tutorials/february-2026-migration-guide).

struct ArtistRef {
    QString id;
    QString name;

    bool operator==(const ArtistRef &) const = default;
};

struct Artist {
    QString id;
    QString name;
    QString url; ///< http(s), or empty
    std::optional<qint64> followers; ///< not told to new apps
    QString imageUrl; ///< the widest, http(s), or empty
    QStringList genres; ///< not told to new apps

    bool operator==(const Artist &) const = default;
};

struct AlbumSummary {
    QString id;
    QString name;
    QString albumType; ///< "album", "single" (also EPs), "compilation"
    QString albumGroup; ///< additionally "appears_on"; empty where the app is not given it
    QString releaseDate; ///< "1983", "1983-05" or "1983-05-17"; empty in some old answers
    qint64 totalTracks = 0; ///< 0 where not told
    std::vector<ArtistRef> artists; ///< empty in some old answers
    QString url; ///< http(s), or empty

    bool operator==(const AlbumSummary &) const = default;
};

struct Track {
    QString id;
    QString name;
    qint64 durationMs = 0;
    int discNumber = 1;
    int trackNumber = 0; ///< 0 where not told
    std::vector<ArtistRef> artists;
    QString isrc; ///< normalised; empty if not told, and an album's tracks never tell it
    bool isExplicit = false;
    bool isLocal = false;
    QString url; ///< http(s), or empty

    bool operator==(const Track &) const = default;
};

/// One page of a list. Entries that were null, and local files, are left out of `items`.
template <typename T>
struct Page {
    std::vector<T> items;
    qint64 offset = 0;
    qint64 limit = 0;
    qint64 total = 0; ///< a hint only: it can be wrong when the list is filtered (BWilky/HA-Spotify-Browser#21)
    /// Where the next page starts. nullopt when `next` is null, when the page held nothing, or when the
    /// offset would not grow: so following it always ends.
    std::optional<qint64> nextOffset;

    bool operator==(const Page &) const = default;
};

struct Album {
    AlbumSummary summary;
    QString upc; ///< as told; empty if not told
    QString label; ///< not told to new apps
    Page<Track> tracks; ///< the first tracks come with the album (50 at most)

    bool operator==(const Album &) const = default;
};

/// A secret: never logged, never stored.
struct Token {
    QString accessToken;
    qint64 expiresInSeconds = 0;

    bool operator==(const Token &) const = default;
};

} // namespace linernotes::spotify
