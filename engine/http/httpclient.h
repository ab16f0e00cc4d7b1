// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/stoptoken.h"
#include "http/request.h"
#include "http/responsecache.h"
#include "http/service.h"

#include <QNetworkAccessManager>

#include <qcorotask.h>

class QNetworkReply;

namespace linernotes
{

/// The one road for every call to a service: cache → credentials → circuit → quota → send with a timeout and a size cap
/// → classify → learn. TLS is always verified, plain http goes to loopback only, redirects stay on the same origin,
/// gzip is undone. Belongs to one slot and its thread; the service and the cache are shared.
class HttpClient
{
public:
    /// Calls for a message in hand come before the first call of any other.
    static constexpr int inHand = 100;

    /// All must outlive the client. `network` lives in the calling thread. `rank` is that of its calls.
    HttpClient(QNetworkAccessManager &network, Service &service, ResponseCache &cache, StopToken stop,
               int rank = inHand);

    /// A 2xx answer, or why there is none. Waits for the ordinary spacing of calls; does not wait for a service that
    /// refused or whose circuit is open: that is RateLimited or ServiceDown with `retryAt`.
    QCoro::Task<Result<Response>> send(Request request);
    /// What send() would answer of itself, without a call; nullopt: it would have to ask.
    QCoro::Task<std::optional<Response>> known(Request request);

    /// The next call that goes out uses this right: the slot asked for it before it read its message.
    void prepay(PassagePtr passage) { m_prepaid = std::move(passage); }
    void returnPrepaid() { m_prepaid.reset(); }
    /// The right to a call when it is the caller's turn; or why the road is closed for long; or, after a stop, neither.
    QCoro::Task<Service::Entrance> standInLine(RateLimiter::Ask ask);

    /// The road to another service for the same slot: the same network and cache, and as fresh as is wanted here. Who
    /// waits there keeps no right to a call here from others. This one must outlive it.
    [[nodiscard]] std::unique_ptr<HttpClient> beside(Service &service);

    /// Kept answers that are older are asked for again, until another time is given.
    void wantSince(Instant since) { m_wantedSince = since; }
    [[nodiscard]] Instant wantedSince() const { return m_main ? m_main->wantedSince() : m_wantedSince; }

    /// Calls that went out since the last time, without those for tokens.
    int takeCalls() { return std::exchange(m_calls, 0); }

    /// An answer of which nothing could be made is not given again.
    void disown(const Request &request);

    /// The beginning of an answer, for people to look at: 4 KiB, without the credentials of the call if it repeats
    /// them.
    [[nodiscard]] QByteArray evidenceOf(const QByteArray &body) const;
    [[nodiscard]] QByteArray withoutSecrets(QByteArray text) const;

    [[nodiscard]] Service &service() const { return m_service; }
    [[nodiscard]] StopToken stop() const { return m_stop; }

    /// The manager that all clients of a thread share, without cookies, cache or stored passwords.
    static std::unique_ptr<QNetworkAccessManager> makeNetwork();

private:
    struct Exchange;
    QCoro::Task<Result<Response>> sendCached(Request request);
    QCoro::Task<Result<Response>> sendOnce(Request request);
    Result<Response> again(const Request &request, const CachedResponse &known);
    Result<Response> keep(const Request &request, const std::optional<CachedResponse> &stale,
                          const Result<Response> &response);
    [[nodiscard]] CacheKey cacheKey(const Request &request) const;
    QCoro::Task<Service::Entrance> enter(QString endpoint);
    [[nodiscard]] Error whyNot(const Request &request, const Service::Entrance &entrance) const;
    QCoro::Task<Result<Response>> exchange(Request request);
    QNetworkReply *dispatch(const Request &request);
    Result<Response> conclude(const Request &request, const Exchange &exchange);
    [[nodiscard]] Error unusable(const Request &request, const Exchange &exchange, const QString &why) const;
    Error refusal(const Request &request, const Exchange &exchange);
    [[nodiscard]] bool isOfDay(Instant retryAt) const;
    void noteRefusal(const Request &request, const Exchange &exchange, const QString &reason, Error &refused);
    void notePause(const Exchange &exchange, Error &refused);
    [[nodiscard]] Error error(const Request &request, ErrorCategory category, const QString &message) const;

    QNetworkAccessManager &m_network;
    Service &m_service;
    ResponseCache &m_cache;
    StopToken m_stop;
    int m_rank;
    PassagePtr m_prepaid;
    QByteArrayList m_secrets; ///< of the last call
    int m_calls = 0;
    Instant m_wantedSince{};
    HttpClient *m_main = nullptr; ///< the one that this goes beside
};

} // namespace linernotes
