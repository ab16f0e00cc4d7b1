// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpclient.h"

#include "core/logging.h"
#include "http/httpexchange.h"
#include "http/ratelimitheaders.h"

#include <QHostAddress>
#include <QLocale>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QTimer>

#include <qcorofuture.h>
#include <qcoronetworkreply.h>

#include <algorithm>
#include <array>

namespace linernotes
{
namespace
{

constexpr qint64 largestBody = 8LL * 1024 * 1024;
constexpr qsizetype evidenceBytes = 4096;
constexpr qsizetype longestSecret = 1024; // one that the evidence's end cuts in two must be found too
constexpr int mostRedirects = 3;
/// What is missing may come: it is asked for again sooner than what is there.
constexpr Milliseconds keepMissing = std::chrono::minutes(10);

bool isAllowed(const QUrl &url)
{
    if (url.scheme() == QLatin1String("https"))
        return true;
    return url.scheme() == QLatin1String("http")
        && (url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback());
}

/// Also where a stranger answers in its name: a hotel's page before the network is paid for.
bool isUnreached(QNetworkReply::NetworkError failed)
{
    constexpr std::array unreached{QNetworkReply::ConnectionRefusedError,
                                   QNetworkReply::HostNotFoundError,
                                   QNetworkReply::TemporaryNetworkFailureError,
                                   QNetworkReply::NetworkSessionFailedError,
                                   QNetworkReply::UnknownNetworkError, // no route, no interface
                                   QNetworkReply::SslHandshakeFailedError,
                                   QNetworkReply::ProxyConnectionRefusedError,
                                   QNetworkReply::ProxyNotFoundError};
    return std::ranges::find(unreached, failed) != unreached.end();
}

/// And whom the service can write to, in the form that MusicBrainz documents (MusicBrainz_API/Rate_Limiting).
QString userAgent(const QString &contact)
{
    const auto name = QStringLiteral("Linernotes/" LINERNOTES_VERSION);
    return contact.isEmpty() ? name : QStringLiteral("%1 ( %2 )").arg(name, contact);
}

/// What a header value "Bearer token" or "Basic base64(id:secret)" must not show again.
QByteArrayList secretsIn(const QByteArray &authorization)
{
    const auto credentials = authorization.mid(authorization.indexOf(' ') + 1);
    // A shorter one would be found in many an innocent word; the services' are all longer.
    constexpr qsizetype shortest = 8;
    QByteArrayList secrets{credentials};
    if (authorization.startsWith("Basic ")) {
        const auto pair = QByteArray::fromBase64(credentials);
        secrets.append(pair.mid(pair.indexOf(':') + 1));
    }
    secrets.removeIf([](const QByteArray &secret) { return secret.size() < shortest; });
    return secrets;
}

} // namespace

std::unique_ptr<QNetworkAccessManager> HttpClient::makeNetwork()
{
    auto network = std::make_unique<QNetworkAccessManager>();
    network->setRedirectPolicy(QNetworkRequest::SameOriginRedirectPolicy);
    network->setAutoDeleteReplies(false);
    return network;
}

HttpClient::HttpClient(QNetworkAccessManager &network, Service &service, ResponseCache &cache, StopToken stop, int rank)
    : m_network(network)
    , m_service(service)
    , m_cache(cache)
    , m_stop(stop)
    , m_rank(rank)
{
}

std::unique_ptr<HttpClient> HttpClient::beside(Service &service)
{
    auto other = std::make_unique<HttpClient>(m_network, service, m_cache, m_stop, m_rank);
    other->m_main = this;
    return other;
}

QCoro::Task<Result<Response>> HttpClient::send(Request request)
{
    m_secrets = secretsIn(request.authorization);
    const bool cacheable = request.cacheFor > Milliseconds(0) && request.form.isEmpty();
    auto response = cacheable ? sendCached(request) : sendOnce(request);
    co_return co_await std::move(response);
}

QCoro::Task<std::optional<Response>> HttpClient::known(Request request)
{
    const bool cacheable = request.cacheFor > Milliseconds(0) && request.form.isEmpty() && !request.fresh;
    if (!cacheable)
        co_return std::nullopt;
    const auto key = cacheKey(request);
    auto kept = m_cache.find(key);
    if (!kept) {
        const auto found = co_await m_cache.lookUp(key);
        kept = m_cache.accept(key, found);
    }
    constexpr int good = 200;
    const bool isFresh = kept && kept->freshUntil > m_service.clock().now() && kept->storedAt >= wantedSince();
    if (!isFresh || kept->status != good)
        co_return std::nullopt;
    const auto response = again(request, *kept);
    co_return *response;
}

/// Memory → the same question of somebody else → the shelf → the service.
QCoro::Task<Result<Response>> HttpClient::sendCached(Request request)
{
    const auto key = cacheKey(request);
    // A fresh answer is one that came after the question: also that of somebody else who asks at this moment.
    constexpr Milliseconds later(1);
    const auto since = request.fresh ? m_service.clock().now() + later : wantedSince();
    std::shared_ptr<ResponseCache::Flight> flight;
    while (!flight) {
        const auto known = m_cache.find(key);
        if (known && known->storedAt >= since)
            co_return again(request, *known);
        const auto turn = m_cache.takeTurn(key);
        flight = turn.mine;
        if (!flight) {
            returnPrepaid(); // the one who asks may need it
            co_await sleepFor(m_service.settings().timeout, turn.others, m_stop);
        }
        if (m_stop.isStopped())
            co_return failure(error(request, ErrorCategory::Cancelled, QStringLiteral("stopped")));
    }
    const auto found = co_await m_cache.lookUp(key);
    const auto kept = m_cache.accept(key, found);
    if (kept && kept->freshUntil > m_service.clock().now() && kept->storedAt >= since)
        co_return again(request, *kept);
    if (kept)
        request.etag = kept->etag;
    m_service.countCacheMiss();
    const auto response = co_await sendOnce(request);
    co_return keep(request, kept, response);
}

CacheKey HttpClient::cacheKey(const Request &request) const
{
    return {.service = m_service.name(), .url = request.url.toEncoded()};
}

Result<Response> HttpClient::again(const Request &request, const CachedResponse &known)
{
    constexpr int missing = 404;
    m_service.countCacheHit();
    if (known.status == missing)
        return failure(refusal(request, {.status = known.status, .body = known.body}));
    return Response{.status = known.status, .body = known.body, .etag = known.etag, .fromCache = true};
}

/// Keeps what may be used again; a confirmation becomes the answer that it confirms.
Result<Response> HttpClient::keep(const Request &request, const std::optional<CachedResponse> &stale,
                                  const Result<Response> &response)
{
    constexpr int confirmed = 304;
    constexpr int missing = 404;
    const auto now = m_service.clock().now();
    CachedResponse kept{.storedAt = now, .freshUntil = now + request.cacheFor, .keptUntil = now + 2 * request.cacheFor};
    if (!response) {
        if (response.error().httpStatus != missing)
            return response;
        kept.status = missing;
        kept.body = response.error().evidence;
        kept.freshUntil = kept.keptUntil = now + std::min(request.cacheFor, keepMissing);
        m_cache.store(cacheKey(request), kept);
        return response;
    }
    auto answer = *response;
    if (response->status == confirmed && stale)
        answer = {.status = stale->status, .body = stale->body, .etag = stale->etag, .fromCache = true};
    kept.body = answer.body;
    kept.etag = answer.etag;
    m_cache.store(cacheKey(request), kept);
    return answer;
}

void HttpClient::disown(const Request &request)
{
    if (request.cacheFor > Milliseconds(0))
        m_cache.forget(cacheKey(request));
}

QCoro::Task<Result<Response>> HttpClient::sendOnce(Request request)
{
    if (!isAllowed(request.url)) {
        co_return failure(error(request, ErrorCategory::InvalidInput,
                                QStringLiteral("%1 is not an https address (plain http is for this machine only)")
                                    .arg(request.url.toDisplayString())));
    }
    const auto entrance = co_await enter(request.endpoint);
    if (!entrance.passage)
        co_return failure(whyNot(request, entrance));
    const auto passage = entrance.passage;
    passage->spend(request.endpoint);
    if (!endpointGroup(request.endpoint).isEmpty())
        ++m_calls;
    auto response = co_await exchange(request);
    if (response) {
        passage->succeeded();
        if (!endpointGroup(request.endpoint).isEmpty())
            m_service.credentialsChanged(); // or what the service had against them
    } else {
        passage->failed(response.error().category, response.error().message);
    }
    co_return response;
}

QCoro::Task<Service::Entrance> HttpClient::enter(QString endpoint)
{
    if (m_main)
        m_main->returnPrepaid();
    RateLimiter::Ask ask;
    ask.rank = m_rank;
    if (const auto group = endpointGroup(endpoint); !group.isEmpty())
        ask.groups.append(group);
    Service::Entrance prepaid{.passage = std::exchange(m_prepaid, nullptr), .wait = std::nullopt};
    if (prepaid.passage) {
        const bool hasPlace = !ask.groups.isEmpty() && prepaid.passage->holds(ask.groups.first());
        prepaid.wait = m_service.closedFor(hasPlace ? QStringList() : ask.groups); // it may have been closed since
        if (!prepaid.wait)
            co_return prepaid;
        prepaid.passage.reset();
    }
    auto entrance = co_await standInLine(ask);
    co_return entrance;
}

QCoro::Task<Service::Entrance> HttpClient::standInLine(RateLimiter::Ask ask)
{
    constexpr auto look = std::chrono::minutes(1);
    Service::Entrance entrance;
    while (!m_stop.isStopped()) {
        entrance = m_service.tryEnter(ask);
        if (entrance.passage || entrance.wait)
            break;
        auto turn = m_service.join(ask);
        const QFuture<void> told(turn);
        while (!turn.isFinished() && !m_stop.isStopped())
            co_await sleepFor(look, told, m_stop);
        if (m_stop.isStopped()) { // even if its turn has just come: nothing goes out any more
            m_service.leave(turn);
            break;
        }
        if (const auto permit = turn.result())
            entrance = m_service.comeIn(permit);
        if (entrance.passage || entrance.wait)
            break;
    }
    co_return entrance;
}

Error HttpClient::whyNot(const Request &request, const Service::Entrance &entrance) const
{
    if (!entrance.wait)
        return error(request, ErrorCategory::Cancelled, QStringLiteral("stopped"));
    const auto &wait = *entrance.wait;
    auto why = error(request, wait.isQuota ? ErrorCategory::RateLimited : ErrorCategory::ServiceDown, wait.reason);
    why.retryAt = wait.until;
    return why;
}

QNetworkReply *HttpClient::dispatch(const Request &request)
{
    QNetworkRequest call(request.url);
    call.setMaximumRedirectsAllowed(mostRedirects);
    call.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    call.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    call.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    call.setHeader(QNetworkRequest::UserAgentHeader, userAgent(m_service.settings().contact));
    call.setRawHeader("Accept", "application/json");
    if (!request.authorization.isEmpty())
        call.setRawHeader("Authorization", request.authorization);
    if (!request.etag.isEmpty())
        call.setRawHeader("If-None-Match", request.etag);
    if (request.form.isEmpty())
        return m_network.get(call);
    call.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    return m_network.post(call, request.form);
}

QCoro::Task<Result<Response>> HttpClient::exchange(Request request)
{
    Exchange exchange;
    auto *reply = dispatch(request);
    // All that refers to the exchange ends with it, and nothing else: abort() tells Qt's thread of the end after it has
    // told us, and a reply that it could not tell by would keep its connection to the host, of which there are six.
    const QObject listening;
    QTimer deadline;
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, &listening, [&exchange, reply] {
        exchange.timedOut = true;
        reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::socketStartedConnecting, &listening,
                     [&exchange] { exchange.isConnecting = true; });
    for (const auto signal : {&QNetworkReply::encrypted, &QNetworkReply::requestSent})
        QObject::connect(reply, signal, &listening, [&exchange] { exchange.isReached = true; });
    QObject::connect(&m_stop.source(), &StopSource::stopped, &listening, [&exchange, reply] {
        exchange.stopped = true;
        reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::readyRead, &listening, [&exchange, reply] {
        if (exchange.tooLarge || reply->bytesAvailable() <= largestBody)
            return;
        exchange.tooLarge = true;
        exchange.body = reply->peek(evidenceBytes + longestSecret);
        reply->abort();
    });
    deadline.start(m_service.settings().timeout);
    co_await reply;
    deadline.stop();
    exchange.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    exchange.networkError = reply->error();
    exchange.networkText = reply->errorString();
    exchange.retryAfter = reply->rawHeader("Retry-After");
    exchange.location = reply->rawHeader("Location");
    constexpr qsizetype longestEtag = 256; // it is sent back with each question
    if (const auto etag = reply->rawHeader("ETag"); etag.size() <= longestEtag)
        exchange.etag = etag;
    const auto header = [reply](const char *name) { return reply->rawHeader(name); };
    if (const auto stated = statedQuota(header, m_service.clock().now()))
        m_service.stated(*stated);
    if (!exchange.tooLarge && reply->isOpen()) {
        exchange.body = reply->readAll();
        // Where what was unpacked tells nothing of the length, Qt takes the header away.
        const auto promised = reply->header(QNetworkRequest::ContentLengthHeader);
        exchange.isCut = promised.isValid() && exchange.body.size() < promised.toLongLong();
    }
    exchange.body.squeeze(); // readAll() takes 16 KiB and more, which an answer that is kept would hold for days
    reply->deleteLater();
    co_return conclude(request, exchange);
}

Result<Response> HttpClient::conclude(const Request &request, const Exchange &exchange)
{
    constexpr int firstGood = 200;
    constexpr int firstNotGood = 300;
    constexpr int firstError = 400;
    constexpr int notModified = 304;
    if (exchange.stopped)
        return failure(error(request, ErrorCategory::Cancelled, QStringLiteral("stopped")));
    if (exchange.timedOut && exchange.isConnecting && !exchange.isReached) { // nobody said no: the way is away
        auto failed =
            error(request, ErrorCategory::Network,
                  QStringLiteral("no connection within %1 s").arg(m_service.settings().timeout.count() / 1000));
        failed.unreached = true;
        return failure(failed);
    }
    if (exchange.timedOut) {
        return failure(
            error(request, ErrorCategory::Timeout,
                  QStringLiteral("no complete answer within %1 s").arg(m_service.settings().timeout.count() / 1000)));
    }
    if (exchange.tooLarge)
        return failure(unusable(request, exchange, QStringLiteral("the answer is larger than 8 MiB")));
    if (exchange.status >= firstError)
        return failure(refusal(request, exchange));
    if (exchange.status == notModified && !request.etag.isEmpty())
        return Response{.status = exchange.status};
    // Before the network's own error: a redirect that is not followed is an answer, and asking again changes nothing.
    if (exchange.status >= firstNotGood)
        return failure(
            unusable(request, exchange, QStringLiteral("HTTP %1 where 200 was expected").arg(exchange.status)));
    // What can't be unpacked, or is a bomb by Qt's own measure, came whole: asking again changes nothing either.
    if (exchange.status >= firstGood && exchange.networkError == QNetworkReply::UnknownContentError)
        return failure(unusable(request, exchange, exchange.networkText));
    if (exchange.networkError != QNetworkReply::NoError || exchange.status < firstGood) {
        auto failed = error(request, ErrorCategory::Network, exchange.networkText);
        failed.unreached = isUnreached(exchange.networkError);
        return failure(failed);
    }
    if (exchange.isCut)
        return failure(error(request, ErrorCategory::Network, QStringLiteral("the answer ended in its middle")));
    return Response{
        .status = exchange.status, .body = withoutSecrets(exchange.body), .etag = withoutSecrets(exchange.etag)};
}

/// An answer came, and asking again changes nothing.
Error HttpClient::unusable(const Request &request, const Exchange &exchange, const QString &why) const
{
    auto unusable = error(request, ErrorCategory::InvalidResponse, why);
    unusable.httpStatus = exchange.status;
    unusable.evidence = evidenceOf(exchange.location.isEmpty() ? exchange.body : "Location: " + exchange.location);
    return unusable;
}

QByteArray HttpClient::evidenceOf(const QByteArray &body) const
{
    return withoutSecrets(body.left(evidenceBytes + longestSecret)).left(evidenceBytes);
}

/// Some services repeat what they were asked with, and what they answer is kept.
QByteArray HttpClient::withoutSecrets(QByteArray text) const
{
    for (const auto &secret : m_secrets) {
        if (text.contains(secret)) // else a large answer would be copied
            text.replace(secret, "[removed]");
    }
    return text;
}

Error HttpClient::error(const Request &request, ErrorCategory category, const QString &message) const
{
    return {.category = category, .message = message, .service = m_service.name(), .endpoint = request.endpoint};
}

} // namespace linernotes
