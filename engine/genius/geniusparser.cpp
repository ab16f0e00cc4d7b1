// SPDX-License-Identifier: GPL-3.0-or-later
#include "genius/geniusparser.h"

#include "core/jsonreader.h"

namespace linernotes::genius
{
namespace
{

/// Links are opened by people's browsers: nothing but http(s) gets in.
QString webUrl(const JsonReader &reader)
{
    const auto url = reader.optionalString(QStringLiteral("url"));
    const bool isWeb = url.startsWith(QLatin1String("https://"), Qt::CaseInsensitive)
        || url.startsWith(QLatin1String("http://"), Qt::CaseInsensitive);
    return isWeb ? url : QString();
}

qint64 requiredId(const JsonReader &reader)
{
    const auto id = reader.integer(QStringLiteral("id"));
    if (reader.exists() && id <= 0)
        reader.fail(QStringLiteral("id"), QStringLiteral("expected a positive number"));
    return id;
}

QString stringOr(const JsonReader &reader, const QString &field, const QString &fallback)
{
    const auto value = reader.optionalString(field);
    return value.isEmpty() ? fallback : value;
}

ArtistRef readArtistRef(const JsonReader &reader)
{
    return {.id = requiredId(reader),
            .name = reader.string(QStringLiteral("name")),
            .url = webUrl(reader),
            .isVerified = reader.optionalBool(QStringLiteral("is_verified"))};
}

std::vector<ArtistRef> readArtistRefs(const JsonReader &reader, const QString &field)
{
    std::vector<ArtistRef> artists;
    reader.forEachOptional(field, [&](const JsonReader &entry) { artists.push_back(readArtistRef(entry)); });
    return artists;
}

/// Newer answers have primary_artists[] beside primary_artist, which then is its first.
std::vector<ArtistRef> readPrimaryArtists(const JsonReader &reader)
{
    auto artists = readArtistRefs(reader, QStringLiteral("primary_artists"));
    if (artists.empty())
        artists.push_back(readArtistRef(reader.at(QStringLiteral("primary_artist"))));
    return artists;
}

SearchHit readHit(const JsonReader &result)
{
    SearchHit hit;
    hit.songId = requiredId(result);
    hit.title = result.string(QStringLiteral("title"));
    hit.titleWithFeatured = stringOr(result, QStringLiteral("title_with_featured"), hit.title);
    hit.fullTitle = stringOr(result, QStringLiteral("full_title"), hit.title);
    hit.url = webUrl(result);

    auto artists = readPrimaryArtists(result);
    hit.primaryArtist = result.has(QStringLiteral("primary_artist"))
        ? readArtistRef(result.at(QStringLiteral("primary_artist")))
        : artists.front();
    hit.artistNames.append(hit.primaryArtist.name);
    const auto featured = readArtistRefs(result, QStringLiteral("featured_artists"));
    artists.insert(artists.end(), featured.begin(), featured.end());
    for (const auto &artist : artists) {
        if (!hit.artistNames.contains(artist.name))
            hit.artistNames.append(artist.name);
    }
    return hit;
}

/// Hits are songs (docs.genius.com); answers of 2015 do not say so. Anything else that may come is not ours.
bool isSongHit(const JsonReader &hit)
{
    const auto type = hit.optionalString(QStringLiteral("type"));
    return type.isEmpty() || type == QLatin1String("song");
}

std::vector<Performance> readPerformances(const JsonReader &song)
{
    std::vector<Performance> performances;
    song.forEachOptional(QStringLiteral("custom_performances"), [&](const JsonReader &entry) {
        performances.push_back({.label = entry.string(QStringLiteral("label")),
                                .artists = readArtistRefs(entry, QStringLiteral("artists"))});
    });
    return performances;
}

std::vector<Media> readMedia(const JsonReader &song)
{
    std::vector<Media> media;
    song.forEachOptional(QStringLiteral("media"), [&](const JsonReader &entry) {
        media.push_back({.provider = entry.optionalString(QStringLiteral("provider")),
                         .type = entry.optionalString(QStringLiteral("type")),
                         .url = webUrl(entry),
                         .nativeUri = entry.optionalString(QStringLiteral("native_uri"))});
    });
    return media;
}

/// `song_relationships` lists every kind, mostly with no songs in it.
bool namesAnOriginal(const JsonReader &song)
{
    bool found = false;
    song.forEachOptional(QStringLiteral("song_relationships"), [&](const JsonReader &relation) {
        const bool isTranslationOf = relation.optionalString(QStringLiteral("type")) == QLatin1String("translation_of")
            || relation.optionalString(QStringLiteral("relationship_type")) == QLatin1String("translation_of");
        if (isTranslationOf && !relation.object().value(QStringLiteral("songs")).toArray().isEmpty())
            found = true;
    });
    return found;
}

} // namespace

Result<std::vector<SearchHit>> parseSearch(const QByteArray &body)
{
    const auto root = JsonReader::parse(body);
    std::vector<SearchHit> hits;
    root.at(QStringLiteral("response")).forEach(QStringLiteral("hits"), [&](const JsonReader &hit) {
        if (isSongHit(hit))
            hits.push_back(readHit(hit.at(QStringLiteral("result"))));
    });
    if (const auto error = root.error())
        return failure(*error);
    return hits;
}

Result<Song> parseSong(const QByteArray &body)
{
    const auto root = JsonReader::parse(body);
    const auto reader = root.at(QStringLiteral("response")).at(QStringLiteral("song"));
    Song song;
    song.id = requiredId(reader);
    song.title = reader.string(QStringLiteral("title"));
    song.titleWithFeatured = stringOr(reader, QStringLiteral("title_with_featured"), song.title);
    song.fullTitle = stringOr(reader, QStringLiteral("full_title"), song.title);
    song.url = webUrl(reader);
    song.releaseDate = reader.optionalString(QStringLiteral("release_date"));
    song.primaryArtists = readPrimaryArtists(reader);
    song.featuredArtists = readArtistRefs(reader, QStringLiteral("featured_artists"));
    song.producers = readArtistRefs(reader, QStringLiteral("producer_artists"));
    song.writers = readArtistRefs(reader, QStringLiteral("writer_artists"));
    song.performances = readPerformances(reader);
    song.media = readMedia(reader);
    song.spotifyUuid = reader.optionalString(QStringLiteral("spotify_uuid"));
    song.isTranslation = namesAnOriginal(reader);
    if (const auto error = root.error())
        return failure(*error);
    return song;
}

Result<Artist> parseArtist(const QByteArray &body)
{
    const auto root = JsonReader::parse(body);
    const auto reader = root.at(QStringLiteral("response")).at(QStringLiteral("artist"));
    Artist artist;
    artist.id = requiredId(reader);
    artist.name = reader.string(QStringLiteral("name"));
    artist.url = webUrl(reader);
    artist.alternateNames = reader.optionalStrings(QStringLiteral("alternate_names"));
    artist.instagramName = reader.optionalString(QStringLiteral("instagram_name"));
    artist.twitterName = reader.optionalString(QStringLiteral("twitter_name"));
    artist.facebookName = reader.optionalString(QStringLiteral("facebook_name"));
    artist.isTranslationArtist = reader.optionalBool(QStringLiteral("translation_artist"));
    artist.isVerified = reader.optionalBool(QStringLiteral("is_verified"));
    if (const auto error = root.error())
        return failure(*error);
    return artist;
}

} // namespace linernotes::genius
