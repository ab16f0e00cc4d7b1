// SPDX-License-Identifier: GPL-3.0-or-later
#include "genius/geniusclient.h"

#include "genius/geniusparser.h"

namespace linernotes::genius
{
namespace
{

/// Credits are crowd-sourced and change slowly; a call is the scarcest thing.
constexpr Milliseconds keepAnswers = std::chrono::days(7);
/// Songs are added every day.
constexpr Milliseconds keepSearches = std::chrono::days(1);

} // namespace

QCoro::Task<Result<Response>> Client::authorized(Request request)
{
    constexpr int unauthorized = 401;
    for (;;) {
        const auto token = m_session.token();
        if (token.isEmpty()) {
            co_return failure({.category = ErrorCategory::Auth,
                               .message = QStringLiteral("Genius's access token is missing"),
                               .service = m_http.service().name(),
                               .endpoint = request.endpoint});
        }
        request.authorization = "Bearer " + token.toUtf8();
        auto response = co_await m_http.send(request);
        // A refusal of the old token must not close the service to the new one that came meanwhile.
        const bool isOutdated = m_session.token() != token;
        if (response || response.error().httpStatus != unauthorized || !isOutdated)
            co_return response;
    }
}

template <typename T>
QCoro::Task<Result<T>> Client::get(QString path, QString endpoint, QUrlQuery query,
                                   Result<T> (*parse)(const QByteArray &), Milliseconds keepFor, bool fresh)
{
    QUrl url(m_session.apiUrl().toString() + path);
    url.setQuery(query);
    const Request request{.url = url, .endpoint = endpoint, .fresh = fresh, .cacheFor = keepFor};
    const auto response = co_await authorized(request);
    if (!response)
        co_return failure(response.error());
    auto parsed = parse(response->body);
    if (parsed)
        co_return parsed;
    m_http.disown(request);
    auto error = parsed.error();
    error.service = m_http.service().name();
    error.endpoint = endpoint;
    error.httpStatus = response->status;
    error.evidence = m_http.evidenceOf(response->body);
    co_return failure(error);
}

QCoro::Task<Result<std::vector<SearchHit>>> Client::search(QString text)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("q"), QString::fromLatin1(QUrl::toPercentEncoding(text)));
    return get<std::vector<SearchHit>>(QStringLiteral("/search"), QStringLiteral("/search"), query, &parseSearch,
                                       keepSearches);
}

QCoro::Task<Result<Song>> Client::song(qint64 id)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("text_format"), QStringLiteral("plain"));
    return get<Song>(QStringLiteral("/songs/%1").arg(id), QStringLiteral("/songs/{id}"), query, &parseSong,
                     keepAnswers);
}

QCoro::Task<Result<Artist>> Client::artist(qint64 id, bool fresh)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("text_format"), QStringLiteral("plain"));
    return get<Artist>(QStringLiteral("/artists/%1").arg(id), QStringLiteral("/artists/{id}"), query, &parseArtist,
                       keepAnswers, fresh);
}

} // namespace linernotes::genius
