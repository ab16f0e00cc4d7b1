// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/spotifyanswers.h"

#include "demo/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>
#include <optional>

namespace linernotes::demo
{
namespace
{

constexpr qint64 embeddedTracks = 50;
constexpr qint64 largestTrackPage = 50;

bool isId(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9A-Za-z]{22}\\z"));
    return form.match(text).hasMatch();
}

/// nullopt: not a number from `least` to `most`.
std::optional<qint64> number(const QUrlQuery &query, const QString &name, qint64 fallback, qint64 least, qint64 most)
{
    if (!query.hasQueryItem(name))
        return fallback;
    bool isNumber = false;
    const auto value = query.queryItemValue(name).toLongLong(&isNumber);
    if (!isNumber || value < least || value > most)
        return std::nullopt;
    return value;
}

QJsonArray images(const QString &id)
{
    QJsonArray all;
    for (const auto size : {640, 300, 64}) {
        all.append(
            QJsonObject{{QStringLiteral("url"), QStringLiteral("https://i.scdn.co/image/demo%1%2").arg(size).arg(id)},
                        {QStringLiteral("width"), size},
                        {QStringLiteral("height"), size}});
    }
    return all;
}

bool isBy(const std::vector<QString> &artistIds, const QString &id)
{
    return std::ranges::find(artistIds, id) != artistIds.end();
}

/// The group under which Spotify lists an album for an artist; empty if it does not.
QString groupOf(const DemoCatalogue &catalogue, const DemoAlbum &album, const QString &artistId)
{
    if (isBy(album.artistIds, artistId))
        return album.type;
    const bool appears = std::ranges::any_of(album.tracks, [&](const DemoTrack &track) {
        return isBy(catalogue.recordings().at(track.recording).artistIds, artistId);
    });
    return appears ? QStringLiteral("appears_on") : QString();
}

Answer limitRefusal(bool isEmpty)
{
    return isEmpty ? Answer{.status = 400, .body = {}} : SpotifyAnswers::refusal(400, QStringLiteral("Invalid limit"));
}

} // namespace

SpotifyAnswers::SpotifyAnswers(const DemoCatalogue &catalogue, Face face, QString apiUrl)
    : m_catalogue(catalogue)
    , m_face(face)
    , m_apiUrl(std::move(apiUrl))
{
}

Answer SpotifyAnswers::refusal(int status, const QString &message)
{
    return jsonAnswer({{QStringLiteral("error"),
                        QJsonObject{{QStringLiteral("status"), status}, {QStringLiteral("message"), message}}}},
                      status);
}

qint64 SpotifyAnswers::largestPage() const
{
    return isLegacy() ? 50 : 10;
}

Answer SpotifyAnswers::answer(const QString &path, const QUrlQuery &query, bool emptyLimitErrors) const
{
    const auto parts = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (path == QLatin1String("/search"))
        return search(query, emptyLimitErrors);
    if (parts.isEmpty() || parts.size() > 3)
        return refusal(404, QStringLiteral("Service not found"));
    if (parts.size() == 1)
        return batch(parts.front(), query);
    const auto &id = parts.at(1);
    if (!isId(id))
        return refusal(400, QStringLiteral("Invalid base62 id"));
    if (parts.size() == 2)
        return single(parts.front(), id);
    if (parts.front() == QLatin1String("artists") && parts.at(2) == QLatin1String("albums")) {
        const auto *artist = m_catalogue.artist(id);
        return artist ? artistAlbums(*artist, path, query, emptyLimitErrors)
                      : refusal(404, QStringLiteral("Resource not found"));
    }
    if (parts.front() != QLatin1String("albums") || parts.at(2) != QLatin1String("tracks"))
        return refusal(404, QStringLiteral("Service not found"));
    const auto *album = m_catalogue.album(id);
    if (!album)
        return refusal(404, QStringLiteral("Resource not found"));
    const auto limit = number(query, QStringLiteral("limit"), 20, 1, largestTrackPage);
    const auto offset = number(query, QStringLiteral("offset"), 0, 0, std::numeric_limits<int>::max());
    if (!limit || !offset)
        return limitRefusal(emptyLimitErrors);
    return jsonAnswer(
        page(path, query, {*limit, *offset}, static_cast<qint64>(album->tracks.size()),
             [&](qint64 index) { return track(*album, album->tracks.at(static_cast<std::size_t>(index)), false); }));
}

Answer SpotifyAnswers::single(const QString &kind, const QString &id) const
{
    if (kind == QLatin1String("artists")) {
        if (const auto *found = m_catalogue.artist(id))
            return jsonAnswer(artist(*found));
    } else if (kind == QLatin1String("albums")) {
        if (const auto *found = m_catalogue.album(id))
            return jsonAnswer(album(*found));
    } else if (kind == QLatin1String("tracks")) {
        if (const auto found = m_catalogue.track(id))
            return jsonAnswer(track(*found->album, *found->track, true));
    }
    return refusal(404, QStringLiteral("Resource not found"));
}

Answer SpotifyAnswers::batch(const QString &kind, const QUrlQuery &query) const
{
    const bool isKnown =
        kind == QLatin1String("artists") || kind == QLatin1String("albums") || kind == QLatin1String("tracks");
    if (!isKnown)
        return refusal(404, QStringLiteral("Service not found"));
    if (!isLegacy())
        return refusal(403, QStringLiteral("Forbidden"));
    const auto ids =
        query.queryItemValue(QStringLiteral("ids"), QUrl::FullyDecoded).split(QLatin1Char(','), Qt::SkipEmptyParts);
    const qsizetype most = kind == QLatin1String("albums") ? 20 : 50;
    if (ids.isEmpty() || ids.size() > most)
        return refusal(400, QStringLiteral("Too many ids requested"));
    QJsonArray entries;
    for (const auto &id : ids) {
        if (!isId(id))
            return refusal(400, QStringLiteral("invalid id"));
        const auto entry = single(kind, id);
        entries.append(entry.status == 200 ? QJsonValue(QJsonDocument::fromJson(entry.body).object()) : QJsonValue());
    }
    return jsonAnswer({{kind, entries}});
}

Answer SpotifyAnswers::search(const QUrlQuery &query, bool emptyLimitErrors) const
{
    const auto type = query.queryItemValue(QStringLiteral("type"), QUrl::FullyDecoded);
    const auto wanted = query.queryItemValue(QStringLiteral("q"), QUrl::FullyDecoded);
    if (wanted.trimmed().isEmpty())
        return refusal(400, QStringLiteral("No search query"));
    const auto limit = number(query, QStringLiteral("limit"), 5, 1, largestPage());
    const auto offset = number(query, QStringLiteral("offset"), 0, 0, 1000);
    if (!limit || !offset)
        return limitRefusal(emptyLimitErrors);
    const auto path = QStringLiteral("/search");
    if (type == QLatin1String("artist")) {
        const auto found = ranked(m_catalogue.artists(), wanted, [](const DemoArtist &one) { return one.name; });
        return jsonAnswer({{QStringLiteral("artists"),
                            page(path, query, {*limit, *offset}, static_cast<qint64>(found.size()),
                                 [&](qint64 index) { return artist(*found.at(static_cast<std::size_t>(index))); })}});
    }
    if (type != QLatin1String("track"))
        return refusal(400, QStringLiteral("Bad search type field"));
    std::vector<DemoCatalogue::Placement> places;
    for (std::size_t i = 0; i < m_catalogue.recordings().size(); ++i) {
        const auto &recording = m_catalogue.recordings().at(i);
        const bool fits = wanted.startsWith(QStringLiteral("isrc:")) ? recording.isrc == wanted.mid(5).trimmed()
                                                                     : sharedWords(recording.title, wanted) > 0;
        if (fits)
            places.insert(places.end(), m_catalogue.placements(i).begin(), m_catalogue.placements(i).end());
    }
    return jsonAnswer({{QStringLiteral("tracks"),
                        page(path, query, {*limit, *offset}, static_cast<qint64>(places.size()), [&](qint64 index) {
                            const auto &place = places.at(static_cast<std::size_t>(index));
                            return track(*place.album, *place.track, true);
                        })}});
}

Answer SpotifyAnswers::artistAlbums(const DemoArtist &artist, const QString &path, const QUrlQuery &query,
                                    bool emptyLimitErrors) const
{
    const auto limit = number(query, QStringLiteral("limit"), 5, 1, largestPage());
    const auto offset = number(query, QStringLiteral("offset"), 0, 0, std::numeric_limits<int>::max());
    if (!limit || !offset)
        return limitRefusal(emptyLimitErrors);
    auto groups = query.queryItemValue(QStringLiteral("include_groups"), QUrl::FullyDecoded)
                      .split(QLatin1Char(','), Qt::SkipEmptyParts);
    if (groups.isEmpty())
        groups = {QStringLiteral("album"), QStringLiteral("single"), QStringLiteral("appears_on"),
                  QStringLiteral("compilation")};
    std::vector<std::pair<const DemoAlbum *, QString>> found;
    for (const auto &album : m_catalogue.albums()) {
        const auto group = groupOf(m_catalogue, album, artist.spotifyId);
        if (groups.contains(group))
            found.emplace_back(&album, group);
    }
    return jsonAnswer(page(path, query, {*limit, *offset}, static_cast<qint64>(found.size()), [&](qint64 index) {
        const auto &[album, group] = found.at(static_cast<std::size_t>(index));
        return albumSummary(*album, group);
    }));
}

QJsonObject SpotifyAnswers::page(const QString &path, const QUrlQuery &query, Paging paging, qint64 total,
                                 const std::function<QJsonObject(qint64)> &item) const
{
    const auto url = [&](qint64 offset) {
        auto other = query;
        other.removeAllQueryItems(QStringLiteral("offset"));
        other.removeAllQueryItems(QStringLiteral("limit"));
        other.addQueryItem(QStringLiteral("offset"), QString::number(offset));
        other.addQueryItem(QStringLiteral("limit"), QString::number(paging.limit));
        return m_apiUrl + path + QLatin1Char('?') + other.toString(QUrl::FullyEncoded);
    };
    QJsonArray items;
    for (auto index = paging.offset; index < std::min(paging.offset + paging.limit, total); ++index)
        items.append(item(index));
    const auto next = paging.offset + paging.limit;
    return {{QStringLiteral("href"), url(paging.offset)},
            {QStringLiteral("items"), items},
            {QStringLiteral("limit"), paging.limit},
            {QStringLiteral("next"), next < total ? QJsonValue(url(next)) : QJsonValue()},
            {QStringLiteral("offset"), paging.offset},
            {QStringLiteral("previous"),
             paging.offset > 0 ? QJsonValue(url(std::max<qint64>(0, paging.offset - paging.limit))) : QJsonValue()},
            {QStringLiteral("total"), total}};
}

QJsonObject SpotifyAnswers::link(const QString &kind, const QString &id) const
{
    return {{QStringLiteral("external_urls"),
             QJsonObject{{QStringLiteral("spotify"), QStringLiteral("https://open.spotify.com/%1/%2").arg(kind, id)}}},
            {QStringLiteral("href"), QStringLiteral("%1/%2s/%3").arg(m_apiUrl, kind, id)},
            {QStringLiteral("id"), id},
            {QStringLiteral("type"), kind},
            {QStringLiteral("uri"), QStringLiteral("spotify:%1:%2").arg(kind, id)}};
}

QJsonObject SpotifyAnswers::artistRef(const QString &id) const
{
    auto object = link(QStringLiteral("artist"), id);
    const auto *artist = m_catalogue.artist(id);
    object.insert(QStringLiteral("name"), artist ? artist->name : QString());
    return object;
}

QJsonArray SpotifyAnswers::artistRefs(const std::vector<QString> &ids) const
{
    QJsonArray refs;
    for (const auto &id : ids)
        refs.append(artistRef(id));
    return refs;
}

QJsonObject SpotifyAnswers::artist(const DemoArtist &artist) const
{
    auto object = artistRef(artist.spotifyId);
    object.insert(QStringLiteral("images"), images(artist.spotifyId));
    if (!isLegacy())
        return object;
    object.insert(QStringLiteral("followers"),
                  QJsonObject{{QStringLiteral("href"), QJsonValue()}, {QStringLiteral("total"), artist.followers}});
    object.insert(QStringLiteral("genres"), QJsonArray{QStringLiteral("demo pop")});
    object.insert(QStringLiteral("popularity"), std::min<qint64>(100, artist.followers / 10'000));
    return object;
}

QJsonObject SpotifyAnswers::albumSummary(const DemoAlbum &album, const QString &group) const
{
    auto object = link(QStringLiteral("album"), album.spotifyId);
    const auto dashes = album.releaseDate.count(QLatin1Char('-'));
    static const QStringList precisions{QStringLiteral("year"), QStringLiteral("month"), QStringLiteral("day")};
    object.insert(QStringLiteral("album_type"), album.type);
    object.insert(QStringLiteral("artists"), artistRefs(album.artistIds));
    object.insert(QStringLiteral("images"), images(album.spotifyId));
    object.insert(QStringLiteral("name"), album.name);
    object.insert(QStringLiteral("release_date"), album.releaseDate);
    object.insert(QStringLiteral("release_date_precision"), precisions.value(dashes));
    object.insert(QStringLiteral("total_tracks"), static_cast<qint64>(album.tracks.size()));
    if (!isLegacy())
        return object;
    object.insert(QStringLiteral("available_markets"), QJsonArray{QStringLiteral("DE"), QStringLiteral("US")});
    if (!group.isEmpty())
        object.insert(QStringLiteral("album_group"), group);
    return object;
}

QJsonObject SpotifyAnswers::album(const DemoAlbum &album) const
{
    auto object = albumSummary(album);
    const auto path = QStringLiteral("/albums/%1/tracks").arg(album.spotifyId);
    object.insert(QStringLiteral("tracks"),
                  page(path, {}, {embeddedTracks, 0}, static_cast<qint64>(album.tracks.size()), [&](qint64 index) {
                      return track(album, album.tracks.at(static_cast<std::size_t>(index)), false);
                  }));
    object.insert(QStringLiteral("copyrights"),
                  QJsonArray{QJsonObject{{QStringLiteral("text"), QStringLiteral("Demo Records")},
                                         {QStringLiteral("type"), QStringLiteral("C")}}});
    object.insert(QStringLiteral("external_ids"), QJsonObject{{QStringLiteral("upc"), album.upc}});
    if (!isLegacy())
        return object;
    object.insert(QStringLiteral("genres"), QJsonArray());
    object.insert(QStringLiteral("label"), QStringLiteral("Demo Records"));
    object.insert(QStringLiteral("popularity"), 40);
    return object;
}

QJsonObject SpotifyAnswers::track(const DemoAlbum &album, const DemoTrack &track, bool isFull) const
{
    const auto &recording = m_catalogue.recordings().at(track.recording);
    auto object = link(QStringLiteral("track"), track.spotifyId);
    object.insert(QStringLiteral("artists"), artistRefs(recording.artistIds));
    object.insert(QStringLiteral("disc_number"), track.disc);
    object.insert(QStringLiteral("duration_ms"), recording.durationMs);
    object.insert(QStringLiteral("explicit"), false);
    object.insert(QStringLiteral("is_local"), false);
    object.insert(QStringLiteral("name"), recording.title);
    object.insert(QStringLiteral("track_number"), track.number);
    if (isFull) {
        object.insert(QStringLiteral("album"), albumSummary(album));
        object.insert(QStringLiteral("external_ids"), QJsonObject{{QStringLiteral("isrc"), recording.isrc}});
    }
    if (!isLegacy())
        return object;
    object.insert(QStringLiteral("available_markets"), QJsonArray{QStringLiteral("DE"), QStringLiteral("US")});
    object.insert(QStringLiteral("preview_url"), QJsonValue());
    if (isFull)
        object.insert(QStringLiteral("popularity"), 30);
    return object;
}

} // namespace linernotes::demo
