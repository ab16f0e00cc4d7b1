// SPDX-License-Identifier: GPL-3.0-or-later
#include "spotify/spotifyparser.h"

#include "core/jsonreader.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace linernotes::spotify
{
namespace
{

constexpr qsizetype idLength = 22;

bool isAsciiUpper(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

QString requiredId(const JsonReader &reader)
{
    const auto id = reader.string(QStringLiteral("id"));
    if (reader.exists() && !isSpotifyId(id))
        reader.fail(QStringLiteral("id"), QStringLiteral("expected 22 base62 characters"));
    return id;
}

/// Links are opened by people's browsers: nothing but http(s) gets in.
QString webUrl(const QString &url)
{
    const bool isWeb = url.startsWith(QLatin1String("https://"), Qt::CaseInsensitive)
        || url.startsWith(QLatin1String("http://"), Qt::CaseInsensitive);
    return isWeb ? url : QString();
}

QString externalUrl(const JsonReader &reader)
{
    const auto urls = reader.optionalAt(QStringLiteral("external_urls"));
    return webUrl(urls.optionalString(QStringLiteral("spotify")));
}

qint64 notNegative(const JsonReader &reader, const QString &field, qint64 value)
{
    if (value < 0)
        reader.fail(field, QStringLiteral("expected no negative number"));
    return value;
}

/// A count or an ordinal: never negative, and a missing one is the fallback.
qint64 count(const JsonReader &reader, const QString &field, qint64 fallback)
{
    return notNegative(reader, field, reader.optionalInteger(field).value_or(fallback));
}

qint64 requiredCount(const JsonReader &reader, const QString &field)
{
    return notNegative(reader, field, reader.integer(field));
}

int ordinal(const JsonReader &reader, const QString &field, int fallback)
{
    constexpr qint64 beyondAnyRecord = 1'000'000;
    const auto value = count(reader, field, fallback);
    if (value > beyondAnyRecord)
        reader.fail(field, QStringLiteral("expected a smaller number"));
    return static_cast<int>(std::clamp<qint64>(value, 0, beyondAnyRecord));
}

/// The id of an artist that an album or a track names. One bad reference must not cost a whole album, so where the id
/// is not of the documented form, that of the `uri` beside it counts: our ids are always well-formed. Answers with such
/// references are recorded (beetbox/beets, multiartist_track.json).
QString referencedId(const JsonReader &reader)
{
    constexpr QLatin1String prefix("spotify:artist:");
    const auto uri = reader.optionalString(QStringLiteral("uri"));
    const auto fromUri = uri.startsWith(prefix) ? uri.mid(prefix.size()) : QString();
    const auto id = reader.optionalString(QStringLiteral("id"));
    return isSpotifyId(id) || !isSpotifyId(fromUri) ? requiredId(reader) : fromUri;
}

std::vector<ArtistRef> readArtistRefs(const JsonReader &reader)
{
    std::vector<ArtistRef> artists;
    reader.forEachOptional(QStringLiteral("artists"), [&](const JsonReader &entry) {
        artists.push_back({.id = referencedId(entry), .name = entry.string(QStringLiteral("name"))});
    });
    return artists;
}

QString widestImage(const JsonReader &reader)
{
    QString best;
    qint64 bestWidth = -1; // width may be null, then the first one wins: Spotify lists the widest first
    reader.forEachOptional(QStringLiteral("images"), [&](const JsonReader &image) {
        const auto width = image.optionalInteger(QStringLiteral("width")).value_or(0);
        const auto url = webUrl(image.optionalString(QStringLiteral("url")));
        if (!url.isEmpty() && width > bestWidth) {
            best = url;
            bestWidth = width;
        }
    });
    return best;
}

Artist readArtist(const JsonReader &reader)
{
    Artist artist;
    artist.id = requiredId(reader);
    artist.name = reader.string(QStringLiteral("name"));
    artist.url = externalUrl(reader);
    const auto followers = reader.optionalAt(QStringLiteral("followers"));
    if (followers.has(QStringLiteral("total")))
        artist.followers = count(followers, QStringLiteral("total"), 0);
    artist.genres = reader.optionalStrings(QStringLiteral("genres"));
    artist.imageUrl = widestImage(reader);
    return artist;
}

AlbumSummary readAlbumSummary(const JsonReader &reader)
{
    AlbumSummary album;
    album.id = requiredId(reader);
    album.name = reader.string(QStringLiteral("name"));
    album.albumType = reader.string(QStringLiteral("album_type"));
    album.albumGroup = reader.optionalString(QStringLiteral("album_group"));
    album.releaseDate = reader.optionalString(QStringLiteral("release_date"));
    album.totalTracks = count(reader, QStringLiteral("total_tracks"), 0);
    album.artists = readArtistRefs(reader);
    album.url = externalUrl(reader);
    return album;
}

/// A file on somebody's disk: no id, nothing to credit.
bool isLocalFile(const JsonReader &reader)
{
    return reader.optionalBool(QStringLiteral("is_local"))
        || (!reader.has(QStringLiteral("id"))
            && reader.optionalString(QStringLiteral("uri")).startsWith(QLatin1String("spotify:local:")));
}

std::optional<Track> readTrack(const JsonReader &reader)
{
    if (isLocalFile(reader))
        return std::nullopt;
    Track track;
    track.id = requiredId(reader);
    track.name = reader.string(QStringLiteral("name"));
    track.durationMs = requiredCount(reader, QStringLiteral("duration_ms"));
    track.discNumber = ordinal(reader, QStringLiteral("disc_number"), 1);
    track.trackNumber = ordinal(reader, QStringLiteral("track_number"), 0);
    track.artists = readArtistRefs(reader);
    const auto externalIds = reader.optionalAt(QStringLiteral("external_ids"));
    track.isrc = normalisedIsrc(externalIds.optionalString(QStringLiteral("isrc")));
    track.isExplicit = reader.optionalBool(QStringLiteral("explicit"));
    track.url = externalUrl(reader);
    return track;
}

/// `next` is an absolute URL. Only its offset is used: the next request is ours, to the base URL of the settings.
std::optional<qint64> nextOffset(const JsonReader &reader, qint64 offset, qsizetype received)
{
    const auto next = reader.optionalString(QStringLiteral("next"));
    if (next.isEmpty() || received == 0)
        return std::nullopt;
    const auto parameter = QUrlQuery(QUrl(next)).queryItemValue(QStringLiteral("offset"));
    bool isNumber = false;
    auto following = parameter.toLongLong(&isNumber);
    if (!isNumber)
        following = offset + received; // there is more, and we know how much we have
    if (following > JsonReader::largestInteger) // the message for that page could not be read again
        reader.fail(QStringLiteral("next"), QStringLiteral("expected a smaller offset"));
    return following > offset ? std::optional(following) : std::nullopt;
}

template <typename T, typename Read>
Page<T> readPage(const JsonReader &reader, Read read)
{
    Page<T> page;
    page.offset = count(reader, QStringLiteral("offset"), 0);
    page.limit = requiredCount(reader, QStringLiteral("limit"));
    page.total = requiredCount(reader, QStringLiteral("total"));
    reader.forEach(QStringLiteral("items"), [&](const JsonReader &entry) {
        if (std::optional<T> item = read(entry))
            page.items.push_back(std::move(*item));
    });
    const auto received = reader.object().value(QStringLiteral("items")).toArray().size();
    page.nextOffset = nextOffset(reader, page.offset, received);
    return page;
}

Album readAlbum(const JsonReader &reader)
{
    Album album;
    album.summary = readAlbumSummary(reader);
    album.label = reader.optionalString(QStringLiteral("label"));
    const auto externalIds = reader.optionalAt(QStringLiteral("external_ids"));
    album.upc = externalIds.optionalString(QStringLiteral("upc"));
    album.tracks = readPage<Track>(reader.at(QStringLiteral("tracks")), readTrack);
    if (!reader.has(QStringLiteral("total_tracks")))
        album.summary.totalTracks = album.tracks.total; // answers before 2018 have no total_tracks
    return album;
}

template <typename T>
Result<T> verdict(const JsonReader &root, T value)
{
    if (const auto error = root.error())
        return failure(*error);
    return value;
}

/// Entries by position; a null stays a gap.
template <typename T, typename Read>
Result<std::vector<std::optional<T>>> parseBatch(const QByteArray &body, const QString &field, Read read)
{
    const auto root = JsonReader::parse(body);
    std::vector<std::optional<T>> present;
    root.forEach(field, [&](const JsonReader &entry) { present.push_back(read(entry)); });

    std::vector<std::optional<T>> entries;
    if (!root.error()) {
        auto next = present.begin();
        const auto raw = root.object().value(field).toArray();
        for (const auto &value : raw)
            entries.push_back(value.isNull() ? std::nullopt : std::move(*next++));
    }
    return verdict(root, std::move(entries));
}

} // namespace

bool isSpotifyId(QStringView text)
{
    return text.size() == idLength && std::ranges::all_of(text, [](QChar c) {
               return isAsciiDigit(c) || isAsciiUpper(c) || (c >= u'a' && c <= u'z');
           });
}

QString normalisedIsrc(const QString &isrc)
{
    constexpr qsizetype isrcLength = 12;
    constexpr qsizetype countryLength = 2;
    constexpr qsizetype prefixLength = 5;

    QString code;
    for (const QChar c : isrc) {
        if (!c.isSpace() && c.category() != QChar::Punctuation_Dash)
            code.append(c.toUpper());
    }
    if (code.size() != isrcLength)
        return {};
    for (qsizetype i = 0; i < isrcLength; ++i) {
        const bool letterFits = i < prefixLength && isAsciiUpper(code.at(i));
        const bool digitFits = i >= countryLength && isAsciiDigit(code.at(i));
        if (!letterFits && !digitFits)
            return {};
    }
    return code;
}

Result<Token> parseToken(const QByteArray &body)
{
    const auto root = JsonReader::parse(body);
    Token token;
    token.accessToken = root.string(QStringLiteral("access_token"));
    token.expiresInSeconds = root.integer(QStringLiteral("expires_in"));
    if (token.accessToken.isEmpty())
        root.fail(QStringLiteral("access_token"), QStringLiteral("expected a token"));
    if (token.expiresInSeconds <= 0)
        root.fail(QStringLiteral("expires_in"), QStringLiteral("expected a positive number"));
    return verdict(root, std::move(token));
}

Result<Page<Artist>> parseArtistSearch(const QByteArray &body)
{
    const auto root = JsonReader::parse(body);
    return verdict(root, readPage<Artist>(root.at(QStringLiteral("artists")), [](const JsonReader &entry) {
                       return std::optional(readArtist(entry));
                   }));
}

Result<Page<Track>> parseTrackSearch(const QByteArray &body)
{
    const auto root = JsonReader::parse(body);
    return verdict(root, readPage<Track>(root.at(QStringLiteral("tracks")), readTrack));
}

Result<Artist> parseArtist(const QByteArray &body)
{
    const auto root = JsonReader::parse(body);
    return verdict(root, readArtist(root));
}

Result<Page<AlbumSummary>> parseAlbumPage(const QByteArray &body)
{
    const auto root = JsonReader::parse(body);
    return verdict(root, readPage<AlbumSummary>(root, [](const JsonReader &entry) {
                       return std::optional(readAlbumSummary(entry));
                   }));
}

Result<Album> parseAlbum(const QByteArray &body)
{
    const auto root = JsonReader::parse(body);
    return verdict(root, readAlbum(root));
}

Result<Page<Track>> parseTrackPage(const QByteArray &body)
{
    const auto root = JsonReader::parse(body);
    return verdict(root, readPage<Track>(root, readTrack));
}

Result<Track> parseTrack(const QByteArray &body)
{
    const auto root = JsonReader::parse(body);
    auto track = readTrack(root);
    if (!track)
        root.fail({}, QStringLiteral("expected a track of Spotify, not a local file"));
    return verdict(root, std::move(track).value_or(Track()));
}

Result<std::vector<std::optional<Album>>> parseAlbums(const QByteArray &body)
{
    return parseBatch<Album>(body, QStringLiteral("albums"),
                             [](const JsonReader &entry) { return std::optional(readAlbum(entry)); });
}

Result<std::vector<std::optional<Track>>> parseTracks(const QByteArray &body)
{
    return parseBatch<Track>(body, QStringLiteral("tracks"), readTrack);
}

} // namespace linernotes::spotify
