// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace linernotes::genius
{

// What the program keeps of Genius's answers. Everything there is written by its users: credits may be absent
// (which is not "no producer"), doubled, or name a company.

struct ArtistRef {
    qint64 id = 0;
    QString name;
    QString url; ///< http(s), or empty
    bool isVerified = false;

    bool operator==(const ArtistRef &) const = default;
};

struct SearchHit {
    qint64 songId = 0;
    QString title;
    QString titleWithFeatured; ///< the title where not told (answers of 2015)
    QString fullTitle; ///< "Title by Artist"; the title where not told
    ArtistRef primaryArtist;
    QStringList artistNames; ///< primary and featured artists that the hit names, each once, the primary first
    QString url; ///< http(s), or empty

    bool operator==(const SearchHit &) const = default;
};

/// One entry of custom_performances: who did what, in free words.
struct Performance {
    QString label; ///< as written: "Additional Production", "Copyright ©"; roles.h knows which are ours
    std::vector<ArtistRef> artists;

    bool operator==(const Performance &) const = default;
};

struct Media {
    QString provider; ///< "spotify", "youtube", "soundcloud", …
    QString type; ///< "audio", "video"
    QString url;
    QString nativeUri; ///< "spotify:track:…" with provider "spotify"; else mostly empty

    bool operator==(const Media &) const = default;
};

struct Song {
    qint64 id = 0;
    QString title;
    QString titleWithFeatured; ///< the title where not told
    QString fullTitle; ///< the title where not told
    QString url; ///< http(s), or empty
    QString releaseDate; ///< "2014-03-17", or empty
    std::vector<ArtistRef> primaryArtists; ///< at least one
    std::vector<ArtistRef> featuredArtists;
    std::vector<ArtistRef> producers;
    std::vector<ArtistRef> writers;
    std::vector<Performance> performances;
    std::vector<Media> media;
    QString spotifyUuid; ///< a track id; seen on the site's own API only, so mostly empty
    bool isTranslation = false; ///< the song names another one that it is a translation of

    bool operator==(const Song &) const = default;
};

struct Artist {
    qint64 id = 0;
    QString name;
    QString url; ///< http(s), or empty
    QStringList alternateNames;
    QString instagramName; ///< as typed by users: mostly a handle, at times a URL or junk; see matching/profiles.h
    QString twitterName;
    QString facebookName;
    bool isTranslationArtist = false;
    bool isVerified = false;

    bool operator==(const Artist &) const = default;
};

} // namespace linernotes::genius
