// SPDX-License-Identifier: GPL-3.0-or-later
#include "spotify/spotifyclient.h"

#include "spotify/spotifyparser.h"

#include <algorithm>
#include <array>

namespace linernotes::spotify
{
namespace
{

/// What is asked for first, and then where that is refused: 50 was the limit of older apps, 10 is that of an app made
/// since February 2026 (spotipy-dev/spotipy#1231), 5 is the documented default.
constexpr std::array<qint64, 4> pageSizes{50, 10, 5, 1};
/// Spotify's terms want no content stored beyond what running needs (apis.md 1.10): a day spares a run its repeated
/// calls, and after two it is gone.
constexpr Milliseconds keepAnswers = std::chrono::hours(24);
constexpr Milliseconds keepPages = std::chrono::hours(1);

const auto albumBatch = QStringLiteral("batch.albums");
const auto trackBatch = QStringLiteral("batch.tracks");

/// A 400 for a page that is too large says "Invalid limit" or nothing at all (stiefenm/spoton#118).
bool refusesPageSize(const Error &error)
{
    constexpr int badRequest = 400;
    return error.httpStatus == badRequest
        && (error.evidence.trimmed().isEmpty() || error.message.contains(QStringLiteral("limit"), Qt::CaseInsensitive));
}

/// A 403 in JSON is about the endpoint (jjdenhertog/spotify-to-plex#131). In plain text it is about the account, whose
/// owner needs Premium (zmb3/spotify#301): nothing is learned from that, it passes.
bool isAboutEndpoint(const Error &error)
{
    return error.evidence.trimmed().isEmpty() || error.evidence.trimmed().startsWith('{');
}

QString encoded(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

} // namespace

Request Client::request(const QString &path, const QString &endpoint, QUrlQuery query, Milliseconds cacheFor) const
{
    // Without a market the same release is listed once for every market (spotify/web-api#528).
    if (!m_session.market().isEmpty() && !query.hasQueryItem(QStringLiteral("market"))
        && endpoint != QLatin1String("/artists/{id}"))
        query.addQueryItem(QStringLiteral("market"), m_session.market());
    QUrl url(m_session.apiUrl().toString() + path);
    if (!query.isEmpty())
        url.setQuery(query);
    return {.url = url, .endpoint = endpoint, .authorization = {}, .form = {}, .cacheFor = cacheFor};
}

QCoro::Task<Result<Response>> Client::authorized(Request request)
{
    constexpr int unauthorized = 401;
    if (!m_session.hasToken()) { // what is kept needs none, and may be all that is wanted
        if (auto known = co_await m_http.known(request))
            co_return *known;
    }
    for (bool renewed = false;; renewed = true) {
        const auto token = co_await m_session.token(m_http);
        if (!token)
            co_return failure(token.error());
        request.authorization = "Bearer " + token->toUtf8();
        auto response = co_await m_http.send(request);
        if (response || response.error().httpStatus != unauthorized)
            co_return response;
        m_session.invalidate(*token);
        if (renewed)
            co_return response;
    }
}

template <typename T>
QCoro::Task<Result<T>> Client::get(Request request, Parser<T> parse)
{
    const auto response = co_await authorized(request);
    if (!response)
        co_return failure(response.error());
    auto parsed = parse(response->body);
    if (parsed)
        co_return parsed;
    m_http.disown(request);
    auto error = parsed.error();
    error.service = m_http.service().name();
    error.endpoint = request.endpoint;
    error.httpStatus = response->status;
    error.evidence = m_http.evidenceOf(response->body);
    co_return failure(error);
}

template <typename T>
QCoro::Task<Result<T>> Client::getPage(QString ability, QString path, QString endpoint, QUrlQuery query,
                                       Parser<T> parse)
{
    const auto known = std::max(m_session.ability(ability, pageSizes.front()), pageSizes.back());
    for (const auto size : pageSizes) {
        if (size > known)
            continue;
        auto sized = query;
        sized.addQueryItem(QStringLiteral("limit"), QString::number(size));
        auto page = co_await get<T>(request(path, endpoint, sized, keepPages), parse);
        if (page && size < known)
            m_session.learn(ability, size);
        if (page || !refusesPageSize(page.error()) || size == pageSizes.back())
            co_return page;
    }
    Q_UNREACHABLE();
}

QCoro::Task<Result<Page<Artist>>> Client::searchArtist(QString name)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("type"), QStringLiteral("artist"));
    query.addQueryItem(QStringLiteral("q"), QString::fromLatin1(QUrl::toPercentEncoding(name)));
    return getPage<Page<Artist>>(QStringLiteral("page_size.search"), QStringLiteral("/search"),
                                 QStringLiteral("/search"), query, &parseArtistSearch);
}

QCoro::Task<Result<Artist>> Client::artist(QString id)
{
    return get<Artist>(
        request(QStringLiteral("/artists/") + encoded(id), QStringLiteral("/artists/{id}"), {}, keepAnswers),
        &parseArtist);
}

QCoro::Task<Result<Page<AlbumSummary>>> Client::artistAlbums(QString artistId, qint64 offset, QString groups,
                                                             QString market)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("include_groups"), groups);
    query.addQueryItem(QStringLiteral("offset"), QString::number(offset));
    if (!market.isEmpty())
        query.addQueryItem(QStringLiteral("market"), market);
    return getPage<Page<AlbumSummary>>(QStringLiteral("page_size.artist_albums"),
                                       QStringLiteral("/artists/%1/albums").arg(encoded(artistId)),
                                       QStringLiteral("/artists/{id}/albums"), query, &parseAlbumPage);
}

QCoro::Task<Result<Album>> Client::album(QString id)
{
    return get<Album>(
        request(QStringLiteral("/albums/") + encoded(id), QStringLiteral("/albums/{id}"), {}, keepAnswers),
        &parseAlbum);
}

QCoro::Task<Result<Page<Track>>> Client::albumTracks(QString albumId, qint64 offset)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("offset"), QString::number(offset));
    return getPage<Page<Track>>(QStringLiteral("page_size.album_tracks"),
                                QStringLiteral("/albums/%1/tracks").arg(encoded(albumId)),
                                QStringLiteral("/albums/{id}/tracks"), query, &parseTrackPage);
}

QCoro::Task<Result<Track>> Client::track(QString id)
{
    return get<Track>(
        request(QStringLiteral("/tracks/") + encoded(id), QStringLiteral("/tracks/{id}"), {}, keepAnswers),
        &parseTrack);
}

bool Client::hasAlbumBatch() const
{
    return m_session.ability(albumBatch, 1) != 0;
}

bool Client::hasTrackBatch() const
{
    return hasTrackBatch(m_session);
}

bool Client::hasTrackBatch(const Session &session)
{
    return session.ability(trackBatch, 1) != 0;
}

template <typename T>
QCoro::Task<Result<T>> Client::getBatch(QString ability, QString endpoint, QStringList ids, Parser<T> parse)
{
    constexpr int forbidden = 403;
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("ids"), ids.join(QLatin1Char(',')));
    const auto path = endpoint.section(QLatin1Char('?'), 0, 0);
    auto batch = co_await get<T>(request(path, endpoint, query, keepPages), parse);
    if (batch)
        m_session.learn(ability, 1);
    else if ((batch.error().httpStatus == forbidden && isAboutEndpoint(batch.error()))
             || neverWorked(ability, batch.error()))
        m_session.learn(ability, 0);
    co_return batch;
}

/// An endpoint that an app may not use can show as 429 from the first call on (apis.md 1.3): that is not worth waiting
/// for. A refusal for long is the day's quota and says nothing of the endpoint.
bool Client::neverWorked(const QString &ability, const Error &error)
{
    constexpr int tooManyRequests = 429;
    constexpr int mostRefusals = 3;
    constexpr auto longest = std::chrono::minutes(5);
    if (error.httpStatus != tooManyRequests || m_session.ability(ability, -1) >= 0)
        return false;
    if (error.retryAt && *error.retryAt - m_http.service().clock().now() > longest)
        return false;
    return m_session.refusedAgain(ability) >= mostRefusals;
}

QCoro::Task<Result<std::vector<std::optional<Album>>>> Client::albums(QStringList ids)
{
    return getBatch(albumBatch, QStringLiteral("/albums?ids="), std::move(ids), &parseAlbums);
}

QCoro::Task<Result<std::vector<std::optional<Track>>>> Client::tracks(QStringList ids)
{
    return getBatch(trackBatch, QStringLiteral("/tracks?ids="), std::move(ids), &parseTracks);
}

} // namespace linernotes::spotify
