// SPDX-License-Identifier: GPL-3.0-or-later
#include "musicbrainz/musicbrainzclient.h"

#include "musicbrainz/musicbrainzparser.h"

namespace linernotes::musicbrainz
{
namespace
{

/// People's pages change slowly, and the data may be kept for good (CC0).
constexpr Milliseconds keepAnswers = std::chrono::days(7);

} // namespace

Request Client::request(const QString &path, const QString &endpoint, QUrlQuery query, bool fresh) const
{
    QUrl url(m_http->service().settings().apiUrl.toString() + path);
    query.addQueryItem(QStringLiteral("fmt"), QStringLiteral("json"));
    url.setQuery(query);
    return {.url = url, .endpoint = endpoint, .authorization = {}, .form = {}, .fresh = fresh, .cacheFor = keepAnswers};
}

template <typename T>
QCoro::Task<Result<T>> Client::get(Request request, Result<T> (*parse)(const QByteArray &))
{
    const auto response = co_await m_http->send(request);
    if (!response) {
        if (response.error().category == ErrorCategory::Auth)
            heedBar(response.error());
        co_return failure(response.error());
    }
    auto parsed = parse(response->body);
    if (parsed)
        co_return parsed;
    m_http->disown(request);
    auto error = parsed.error();
    error.service = m_http->service().name();
    error.endpoint = request.endpoint;
    error.httpStatus = response->status;
    error.evidence = m_http->evidenceOf(response->body);
    co_return failure(error);
}

/// It takes no key that a person could mend: it wants to be left alone.
void Client::heedBar(const Error &error)
{
    constexpr Milliseconds leftAlone = std::chrono::hours(1);
    auto &service = m_http->service();
    service.refused(
        {.group = {}, .until = service.clock().now() + leftAlone, .reason = error.message, .span = QuotaSpan::Unknown});
}

QCoro::Task<Result<std::vector<AddressOwner>>> Client::owners(QStringList addresses, bool fresh)
{
    // One address alone that is not known is a 404, which would look like a failure of the service; with a second, even
    // the same without TLS, the known ones come as a list.
    if (addresses.size() == 1)
        addresses.append(QString(addresses.front()).replace(QLatin1String("https://"), QLatin1String("http://")));
    QUrlQuery query;
    for (const auto &address : addresses.mid(0, mostAddresses))
        query.addQueryItem(QStringLiteral("resource"), QString::fromLatin1(QUrl::toPercentEncoding(address)));
    query.addQueryItem(QStringLiteral("inc"), QStringLiteral("artist-rels"));
    return get<std::vector<AddressOwner>>(request(QStringLiteral("/url"), QStringLiteral("/url"), query, fresh),
                                          &parseOwners);
}

QCoro::Task<Result<Artist>> Client::artist(QString id, bool fresh)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("inc"), QStringLiteral("url-rels+aliases"));
    return get<Artist>(request(QStringLiteral("/artist/") + id, QStringLiteral("/artist/{id}"), query, fresh),
                       &parseArtist);
}

} // namespace linernotes::musicbrainz
