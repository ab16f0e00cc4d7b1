// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/circuitbreaker.h"
#include "http/ratelimitheaders.h"
#include "http/turnstile.h"
#include "settings.h"
#include "telemetry/instruments.h"
#include "telemetry/snapshot.h"

#include <QElapsedTimer>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace linernotes
{

class Service;

/// The right to make one call to a service: the limiter's permit and the breaker's ticket. Whoever gets it reports what
/// came of the call; unreported, both go back as if never given.
class Passage
{
public:
    Passage(Service &service, RateLimiter::PermitPtr permit, CircuitBreaker::Ticket ticket)
        : m_service(service)
        , m_permit(std::move(permit))
        , m_ticket(ticket)
    {
    }
    ~Passage();
    Passage(const Passage &) = delete;
    Passage &operator=(const Passage &) = delete;

    /// The long window of this group has a place for its call.
    [[nodiscard]] bool holds(const QString &group) const { return m_permit && m_permit->holds(group); }
    /// The call goes out now: it counts against the quota whatever becomes of it, and its time runs.
    void spend(const QString &endpoint);
    void succeeded();
    void failed(ErrorCategory category, const QString &reason);

private:
    [[nodiscard]] Microseconds took() const;

    Service &m_service;
    RateLimiter::PermitPtr m_permit;
    CircuitBreaker::Ticket m_ticket;
    QElapsedTimer m_sinceSent;
    bool m_reported = false;
};
using PassagePtr = std::shared_ptr<Passage>;

/// One remote API as all threads share it: its quota, circuit, credentials' standing and figures. Thread-safe.
class Service
{
public:
    using CircuitChanged = std::function<void(const QString &service, const CircuitRecord &record)>;

    /// `book` counts its calls and must outlive it. `circuitChanged` is told when its circuit opens or closes, so that
    /// it can be kept; called on any thread.
    Service(QString name, const ServiceSettings &settings, const Clock &clock, QuotaBook &book,
            CircuitChanged circuitChanged = nullptr);

    /// Its line is turned there. To be called in the thread that made it, before anything else.
    void moveToThread(QThread &thread);
    /// Where it reports to from then on; before the first call.
    void reportTo(InstrumentsPtr instruments);
    /// Calls may pass from now on.
    void open();
    /// No call passes any more; what was leased of the quota and not used has gone back when it returns.
    void close();

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const ServiceSettings &settings() const { return m_settings; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] const QuotaTerms &quotaTerms() const { return m_limiter.terms(); }

    /// A passage, why there is none for long, or neither: then join the line.
    struct Entrance {
        PassagePtr passage;
        std::optional<Wait> wait;
    };
    /// The road: credentials → quota → circuit.
    Entrance tryEnter(const RateLimiter::Ask &ask);
    /// Done when it is the caller's turn: then comeIn() with what it gave, or leave() the line.
    QFuture<RateLimiter::PermitPtr> join(const RateLimiter::Ask &ask) { return m_limiter.join(ask); }
    void leave(QFuture<RateLimiter::PermitPtr> turn) { m_limiter.leave(std::move(turn)); }
    Entrance comeIn(const RateLimiter::PermitPtr &permit);
    /// What keeps messages of this service from being read at all, if anything does.
    [[nodiscard]] std::optional<Wait> closedFor(const QStringList &groups) const;

    /// Takes no call until then, as it said itself; kept in the database.
    void refused(const Refusal &refusal);
    /// The service said in an answer how many calls it takes until when.
    void stated(const StatedQuota &quota);
    /// As read from the database at the start.
    void unblock() { m_limiter.unblock(); }
    void restoreBlock(Instant until, const QString &reason) { m_limiter.block(until, reason); }

    /// As read from the database at the start.
    void restoreCircuit(const CircuitRecord &record) { m_breaker.restore(record); }
    /// A person's decision about the circuit; None leaves it to the calls again.
    void overrideCircuit(CircuitOverride override) { m_breaker.setOverride(override); }
    /// Ends the cool-down of an open circuit.
    void probeNow() { m_breaker.probeNow(); }

    /// 401 twice or 403: nothing goes out until credentialsChanged(), or for an hour: an owner who gets Premium need
    /// not tell us (that it "can take a few hours" is what Spotify says, apis.md 1.7).
    void needCredentials(const QString &why);
    void credentialsChanged();
    [[nodiscard]] bool needsCredentials() const;
    /// Says again that they are missing, if they are.
    void reportCredentials();

    void countCacheHit();
    void countCacheMiss();
    [[nodiscard]] ServiceSnapshot snapshot() const;

private:
    friend class Passage;
    [[nodiscard]] std::optional<Wait> credentialsWait() const;
    void note(EventLevel level, EventKind kind, const QString &text);

    const QString m_name;
    const ServiceSettings m_settings;
    const Clock &m_clock;
    QuotaBook &m_book;
    InstrumentsPtr m_instruments;
    ServiceMeter *m_meter; ///< of the instruments
    RateLimiter m_limiter;
    Turnstile m_turnstile;
    CircuitBreaker m_breaker;
    std::atomic<qint64> m_calls{0};
    std::atomic<qint64> m_failures{0};
    std::atomic<qint64> m_cacheHits{0};
    std::atomic<qint64> m_cacheMisses{0};
    mutable std::mutex m_mutex;
    QString m_credentialsProblem;
    bool m_needsCredentials = false;
    Instant m_credentialsTryAt{};
};

} // namespace linernotes
