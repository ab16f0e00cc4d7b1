// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/service.h"

#include <QCoreApplication>

namespace linernotes
{
namespace
{

/// How long a slot sleeps before it looks again whether the user has given credentials; a change wakes it anyway.
constexpr Milliseconds credentialsLook = std::chrono::minutes(1);

/// An answer that takes most of the time that it is given is slow.
CircuitBreaker::Parameters parametersFor(const ServiceSettings &settings)
{
    CircuitBreaker::Parameters parameters;
    parameters.slowAfter = settings.timeout * 4 / 5;
    return parameters;
}

} // namespace

Passage::~Passage()
{
    if (!m_reported)
        m_service.m_breaker.withdrawn(m_ticket);
}

void Passage::spend()
{
    m_permit.spend();
    m_sinceSent.start();
    ++m_service.m_calls;
}

Milliseconds Passage::took() const
{
    return m_sinceSent.isValid() ? Milliseconds(m_sinceSent.elapsed()) : Milliseconds(0);
}

void Passage::succeeded()
{
    m_reported = true;
    m_service.m_breaker.succeeded(m_ticket, took());
}

void Passage::failed(ErrorCategory category, const QString &reason)
{
    m_reported = true;
    if (category == ErrorCategory::Cancelled || category == ErrorCategory::RateLimited) {
        m_service.m_breaker.withdrawn(m_ticket);
        return;
    }
    ++m_service.m_failures;
    if (CircuitBreaker::counts(category))
        m_service.m_breaker.failed(m_ticket, reason);
    else
        m_service.m_breaker.succeeded(m_ticket, took()); // it answered: a 404 is a sign of life
}

Service::Service(QString name, const ServiceSettings &settings, const Clock &clock, Blocked blocked,
                 CircuitChanged circuitChanged)
    : m_name(std::move(name))
    , m_settings(settings)
    , m_clock(clock)
    , m_blocked(std::move(blocked))
    , m_limiter(clock, {.requestsPerSecond = settings.requestsPerSecond, .concurrency = settings.concurrency})
    , m_breaker(clock, parametersFor(settings),
                [this, changed = std::move(circuitChanged)](const CircuitRecord &record) {
                    if (changed)
                        changed(m_name, record);
                })
{
}

std::expected<PassagePtr, Wait> Service::tryEnter()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_needsCredentials) {
            return std::unexpected(
                Wait{.until = m_clock.now() + credentialsLook, .reason = m_credentialsProblem, .isLong = true});
        }
    }
    auto ticket = m_breaker.tryEnter();
    if (!ticket)
        return std::unexpected(ticket.error());
    auto permit = m_limiter.tryAcquire();
    if (!permit) {
        m_breaker.withdrawn(*ticket);
        return std::unexpected(permit.error());
    }
    return std::make_shared<Passage>(*this, std::move(*permit), *ticket);
}

std::optional<Wait> Service::closedFor() const
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_needsCredentials) {
            return Wait{.until = m_clock.now() + credentialsLook, .reason = m_credentialsProblem, .isLong = true};
        }
    }
    if (auto blocked = m_limiter.blocked())
        return blocked;
    const auto circuit = m_breaker.standing();
    if (circuit.override == CircuitOverride::Open) {
        return Wait{.until = m_clock.now() + credentialsLook,
                    .reason = QCoreApplication::translate("Service", "held open by hand"),
                    .isLong = true};
    }
    const bool isClosedByHand = circuit.override == CircuitOverride::Closed;
    if (!isClosedByHand && circuit.state == CircuitState::Open && circuit.nextProbe > m_clock.now())
        return Wait{.until = circuit.nextProbe, .reason = circuit.reason, .isLong = true};
    return std::nullopt;
}

void Service::block(Instant until, const QString &reason)
{
    m_limiter.block(until, reason);
    if (m_blocked)
        m_blocked(m_name, until, reason);
}

void Service::needCredentials(const QString &why)
{
    const std::scoped_lock lock(m_mutex);
    m_needsCredentials = true;
    m_credentialsProblem = why;
}

void Service::credentialsChanged()
{
    const std::scoped_lock lock(m_mutex);
    m_needsCredentials = false;
    m_credentialsProblem.clear();
}

ServiceSnapshot Service::snapshot() const
{
    ServiceSnapshot snapshot;
    snapshot.service = m_name;
    snapshot.calls = m_calls;
    snapshot.failures = m_failures;
    snapshot.cacheHits = m_cacheHits;
    snapshot.requestsPerSecond = m_limiter.limits().requestsPerSecond;
    const auto circuit = m_breaker.standing();
    snapshot.standing = circuit;
    snapshot.circuit = circuit.override == CircuitOverride::Open ? CircuitState::Open : circuit.state;
    if (circuit.override == CircuitOverride::Open) {
        snapshot.reason = QCoreApplication::translate("Service", "held open by hand");
    } else if (circuit.state != CircuitState::Closed) {
        snapshot.reason = circuit.reason;
        snapshot.until = circuit.nextProbe;
    }
    if (const auto blocked = m_limiter.blocked()) {
        snapshot.blocked = true;
        snapshot.reason = blocked->reason;
        snapshot.until = blocked->until;
    }
    const std::scoped_lock lock(m_mutex);
    if (m_needsCredentials) {
        snapshot.needsCredentials = true;
        snapshot.reason = m_credentialsProblem;
        snapshot.until.reset();
    }
    return snapshot;
}

} // namespace linernotes
