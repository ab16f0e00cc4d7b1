// SPDX-License-Identifier: GPL-3.0-or-later
#include "workers/spotifyfacts.h"

#include "matching/recordingkey.h"

namespace linernotes
{
namespace
{

std::vector<ArtistFacts> artistList(const std::vector<spotify::ArtistRef> &artists)
{
    std::vector<ArtistFacts> facts;
    facts.reserve(artists.size());
    for (const auto &artist : artists)
        facts.push_back(artistFacts(artist));
    return facts;
}

} // namespace

QString spotifyUrl(const QString &kind, const QString &id)
{
    return QStringLiteral("https://open.spotify.com/%1/%2").arg(kind, id);
}

ArtistFacts artistFacts(const spotify::ArtistRef &artist)
{
    return {.spotifyId = artist.id,
            .name = artist.name,
            .url = spotifyUrl(QStringLiteral("artist"), artist.id),
            .imageUrl = {}};
}

AlbumFacts albumFacts(const spotify::AlbumSummary &album)
{
    return {.spotifyId = album.id,
            .name = album.name,
            .type = album.albumType,
            .releaseDate = album.releaseDate,
            .upc = {},
            .url = spotifyUrl(QStringLiteral("album"), album.id),
            .artists = artistList(album.artists)};
}

TrackPlacement trackPlacement(const spotify::Track &track)
{
    const auto key = recordingKey(track);
    return {.spotifyId = track.id,
            .title = track.name,
            .disc = track.discNumber,
            .position = track.trackNumber,
            .durationMs = track.durationMs,
            .isrc = track.isrc,
            .url = spotifyUrl(QStringLiteral("track"), track.id),
            .artists = artistList(track.artists),
            .titleKey = key.title,
            .versionKey = key.version,
            .artistKey = key.primaryArtist};
}

} // namespace linernotes
