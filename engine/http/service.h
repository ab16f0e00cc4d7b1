// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/circuitbreaker.h"
#include "http/ratelimiter.h"
#include "settings.h"
#include "telemetry/snapshot.h"

#include <QElapsedTimer>

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
    Passage(Service &service, RateLimiter::Permit permit, CircuitBreaker::Ticket ticket)
        : m_service(service)
        , m_permit(std::move(permit))
        , m_ticket(ticket)
    {
    }
    ~Passage();
    Passage(const Passage &) = delete;
    Passage &operator=(const Passage &) = delete;

    /// The call goes out now: it counts against the quota whatever becomes of it, and its time runs.
    void spend();
    void succeeded();
    void failed(ErrorCategory category, const QString &reason);

private:
    [[nodiscard]] Milliseconds took() const;

    Service &m_service;
    RateLimiter::Permit m_permit;
    CircuitBreaker::Ticket m_ticket;
    QElapsedTimer m_sinceSent;
    bool m_reported = false;
};
using PassagePtr = std::shared_ptr<Passage>;

/// One remote API as all threads share it: its quota, circuit, credentials' standing and figures. Thread-safe.
class Service
{
public:
    using Blocked = std::function<void(const QString &service, Instant until, const QString &reason)>;

    using CircuitChanged = std::function<void(const QString &service, const CircuitRecord &record)>;

    /// `blocked` is told when the service refuses until a time, `circuitChanged` when its circuit opens or closes, so
    /// that it can be kept; called on any thread.
    Service(QString name, const ServiceSettings &settings, const Clock &clock, Blocked blocked,
            CircuitChanged circuitChanged = nullptr);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const ServiceSettings &settings() const { return m_settings; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

    /// The road: credentials → circuit → quota.
    std::expected<PassagePtr, Wait> tryEnter();
    /// What keeps messages of this service from being read at all, if anything does.
    [[nodiscard]] std::optional<Wait> closedFor() const;

    /// The service refused until then; kept in the database.
    void block(Instant until, const QString &reason);
    /// As read from the database at the start.
    void restoreBlock(Instant until, const QString &reason) { m_limiter.block(until, reason); }

    /// As read from the database at the start.
    void restoreCircuit(const CircuitRecord &record) { m_breaker.restore(record); }
    /// A person's decision about the circuit; None leaves it to the calls again.
    void overrideCircuit(CircuitOverride override) { m_breaker.setOverride(override); }
    /// Ends the cool-down of an open circuit.
    void probeNow() { m_breaker.probeNow(); }

    /// 401 twice or 403: nothing goes out until credentialsChanged().
    void needCredentials(const QString &why);
    void credentialsChanged();

    void countCacheHit() { ++m_cacheHits; }
    [[nodiscard]] ServiceSnapshot snapshot() const;

private:
    friend class Passage;

    const QString m_name;
    const ServiceSettings m_settings;
    const Clock &m_clock;
    Blocked m_blocked;
    RateLimiter m_limiter;
    CircuitBreaker m_breaker;
    std::atomic<qint64> m_calls{0};
    std::atomic<qint64> m_failures{0};
    std::atomic<qint64> m_cacheHits{0};
    mutable std::mutex m_mutex;
    QString m_credentialsProblem;
    bool m_needsCredentials = false;
};

} // namespace linernotes
