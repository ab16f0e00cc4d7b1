// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoendpoints.h"

#include "app/demo/democaller.h"

namespace linernotes::test
{
namespace
{

using demo::DemoCatalogue;

// Of the many tracks and songs every so many; primes, so that no rhythm of the catalogue is hit.
constexpr std::size_t trackStep = 11;
constexpr std::size_t recordingStep = 5;

QStringList artists(const DemoCatalogue &catalogue)
{
    QStringList targets;
    for (const auto &artist : catalogue.artists())
        targets.append(QStringLiteral("/artists/") + artist.spotifyId);
    return targets;
}

/// The first page, one in the middle and one behind the end.
QStringList artistAlbums(const DemoCatalogue &catalogue)
{
    QStringList targets;
    for (const auto &artist : catalogue.artists()) {
        for (const auto offset : {0, 10, 1000}) {
            targets.append(QStringLiteral("/artists/%1/albums?limit=10&offset=%2").arg(artist.spotifyId).arg(offset));
        }
    }
    return targets;
}

QStringList albums(const DemoCatalogue &catalogue)
{
    QStringList targets;
    for (const auto &album : catalogue.albums())
        targets.append(QStringLiteral("/albums/") + album.spotifyId);
    return targets;
}

QStringList albumTracks(const DemoCatalogue &catalogue)
{
    QStringList targets;
    for (const auto &target : albums(catalogue))
        targets << target + QStringLiteral("/tracks?limit=4") << target + QStringLiteral("/tracks?limit=4&offset=4");
    return targets;
}

QStringList trackIds(const DemoCatalogue &catalogue)
{
    QStringList ids;
    std::size_t number = 0;
    for (const auto &album : catalogue.albums()) {
        for (const auto &track : album.tracks) {
            if (number++ % trackStep == 0)
                ids.append(track.spotifyId);
        }
    }
    return ids;
}

QStringList tracks(const DemoCatalogue &catalogue)
{
    auto targets = trackIds(catalogue);
    targets.replaceInStrings(QRegularExpression(QStringLiteral("^")), QStringLiteral("/tracks/"));
    return targets;
}

QStringList artistSearches(const DemoCatalogue &catalogue)
{
    QStringList targets{QStringLiteral("/search?type=artist&q=nobody-of-this-name")};
    for (const auto &artist : catalogue.artists())
        targets.append(QStringLiteral("/search?type=artist&limit=10&q=") + encoded(artist.name));
    return targets;
}

QStringList trackSearches(const DemoCatalogue &catalogue)
{
    QStringList targets;
    for (std::size_t i = 0; i < catalogue.recordings().size(); i += trackStep)
        targets.append(QStringLiteral("/search?type=track&q=") + encoded(catalogue.recordings()[i].title));
    return targets;
}

QStringList batch(const QString &kind, const QStringList &targets)
{
    QStringList ids;
    for (const auto &target : targets.mid(0, 20))
        ids.append(target.section(QLatin1Char('/'), -1));
    return {QStringLiteral("/%1?ids=%2").arg(kind, ids.join(QLatin1Char(',')))};
}

QStringList severalArtists(const DemoCatalogue &catalogue)
{
    return batch(QStringLiteral("artists"), artists(catalogue));
}

QStringList severalAlbums(const DemoCatalogue &catalogue)
{
    return batch(QStringLiteral("albums"), albums(catalogue));
}

QStringList severalTracks(const DemoCatalogue &catalogue)
{
    return batch(QStringLiteral("tracks"), tracks(catalogue));
}

QStringList songSearches(const DemoCatalogue &catalogue)
{
    QStringList targets{QStringLiteral("/search?q=nothingofthekind")};
    for (std::size_t i = 0; i < catalogue.recordings().size(); i += recordingStep)
        targets.append(QStringLiteral("/search?q=") + encoded(catalogue.recordings()[i].title));
    return targets;
}

QStringList songs(const DemoCatalogue &catalogue)
{
    QStringList targets;
    for (std::size_t i = 0; i < catalogue.recordings().size(); i += recordingStep) {
        if (const auto song = catalogue.recordings()[i].songId)
            targets.append(QStringLiteral("/songs/%1").arg(*song));
    }
    for (const auto &distractor : catalogue.distractors())
        targets.append(QStringLiteral("/songs/%1").arg(distractor.songId));
    return targets;
}

QStringList people(const DemoCatalogue &catalogue)
{
    QStringList targets;
    for (const auto &person : catalogue.people())
        targets.append(QStringLiteral("/artists/%1").arg(person.geniusId));
    return targets;
}

QStringList peoplesSongs(const DemoCatalogue &catalogue)
{
    QStringList targets;
    for (const auto &person : people(catalogue).mid(0, 40))
        targets << person + QStringLiteral("/songs?per_page=5") << person + QStringLiteral("/songs?per_page=50");
    return targets;
}

} // namespace

const std::vector<DemoEndpoint> &spotifyEndpoints()
{
    static const std::vector<DemoEndpoint> all{
        {"artist", "*__spotify-artist__*.json", "OneArtist", &artists},
        {"artist's albums", "*__spotify-artist-albums__*.json", "PagingArtistDiscographyAlbumObject", &artistAlbums},
        {"album", "*__spotify-album__*.json", "OneAlbum", &albums},
        {"album's tracks", "*__spotify-album-tracks__*.json", "PagingSimplifiedTrackObject", &albumTracks},
        {"track", "*__spotify-track__*.json", "OneTrack", &tracks},
        {"search for artists", "*__spotify-search-*.json", "SearchItems", &artistSearches},
        {"search for tracks", "*__spotify-search-*.json", "SearchItems", &trackSearches},
        {"several artists", "*__spotify-several-artists__*.json", "ManyArtists", &severalArtists, true},
        {"several albums", "*__spotify-several-albums__*.json", "ManyAlbums", &severalAlbums, true},
        {"several tracks", "*__spotify-several-tracks__*.json", "ManyTracks", &severalTracks, true},
    };
    return all;
}

const std::vector<DemoEndpoint> &geniusEndpoints()
{
    static const std::vector<DemoEndpoint> all{
        {"search", "*__genius-search__*.json", "", &songSearches},
        {"song", "*__genius-song__*.json", "", &songs},
        {"artist", "*__genius-artist__*.json", "", &people},
        {"artist's songs", "*__genius-artist-songs__*.json", "", &peoplesSongs},
    };
    return all;
}

} // namespace linernotes::test
