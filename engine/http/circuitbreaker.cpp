// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/circuitbreaker.h"

#include <QRandomGenerator>

#include <algorithm>

namespace linernotes
{
namespace
{

constexpr int mostDoublings = 10;
constexpr double jitter = 0.2;
constexpr std::size_t recentCalls = 20;
/// How long a slot sleeps before it asks again whether a person has lifted the override.
constexpr Milliseconds overrideLook = std::chrono::minutes(1);

} // namespace

bool CircuitBreaker::counts(ErrorCategory category)
{
    return category == ErrorCategory::Network || category == ErrorCategory::Timeout
        || category == ErrorCategory::Server;
}

Milliseconds CircuitBreaker::coolDown(int timesOpened) const
{
    const auto plain = std::min<Milliseconds>(
        m_parameters.firstCoolDown * (1LL << std::clamp(timesOpened, 0, mostDoublings)), m_parameters.longestCoolDown);
    const double spread = 1 - jitter + 2 * jitter * QRandomGenerator::global()->generateDouble();
    return Milliseconds(static_cast<qint64>(static_cast<double>(plain.count()) * spread));
}

/// A clock that was set back must not keep the circuit open for hours.
Instant CircuitBreaker::probeAt() const
{
    constexpr double most = 1 + jitter;
    const auto longest =
        Milliseconds(static_cast<qint64>(static_cast<double>(m_parameters.longestCoolDown.count()) * most));
    const auto now = m_clock.now();
    return m_record.nextProbe - now > longest ? now : m_record.nextProbe;
}

std::expected<CircuitBreaker::Ticket, Wait> CircuitBreaker::tryEnter()
{
    std::unique_lock lock(m_mutex);
    const auto now = m_clock.now();
    if (m_override == CircuitOverride::Open) {
        return std::unexpected(
            Wait{.until = now + overrideLook, .reason = QStringLiteral("held open by hand"), .isLong = true});
    }
    if (m_override == CircuitOverride::Closed || m_record.state == CircuitState::Closed)
        return Ticket{m_generation};
    endOverdueProbing();
    if (m_record.state == CircuitState::Open && now >= probeAt())
        change(CircuitState::HalfOpen);
    const bool isProbe = m_record.state == CircuitState::HalfOpen && m_placed < m_parameters.probes;
    if (isProbe)
        ++m_placed;
    const Ticket ticket{m_generation};
    const Wait wait{.until = m_record.state == CircuitState::Open ? probeAt() : now + std::chrono::seconds(1),
                    .reason = QStringLiteral("keeps failing: %1").arg(m_record.reason),
                    .isLong = true};
    tell(lock);
    if (!isProbe)
        return std::unexpected(wait);
    return ticket;
}

void CircuitBreaker::succeeded(Ticket ticket, Milliseconds took)
{
    std::unique_lock lock(m_mutex);
    const auto outcome = took > m_parameters.slowAfter ? CallOutcome::Slow : CallOutcome::Good;
    if (!record(outcome, ticket))
        return;
    if (m_record.state != CircuitState::HalfOpen)
        trip(outcome == CallOutcome::Slow ? reasonToOpen({}) : QString());
    else if (++m_succeeded >= m_parameters.probes)
        change(CircuitState::Closed);
    tell(lock);
}

void CircuitBreaker::failed(Ticket ticket, const QString &reason)
{
    std::unique_lock lock(m_mutex);
    if (!record(CallOutcome::Failed, ticket))
        return;
    if (m_record.state == CircuitState::HalfOpen)
        open(reason, m_record.timesOpened);
    else
        trip(reasonToOpen(reason));
    tell(lock);
}

void CircuitBreaker::withdrawn(Ticket ticket)
{
    const std::scoped_lock lock(m_mutex);
    if (ticket.generation == m_generation && m_placed > m_succeeded)
        --m_placed;
}

/// False: it was begun in another state or under an override, and is a figure only.
bool CircuitBreaker::record(CallOutcome outcome, Ticket ticket)
{
    m_recent.push_back(outcome);
    if (m_recent.size() > recentCalls)
        m_recent.pop_front();
    if (ticket.generation != m_generation || m_override != CircuitOverride::None)
        return false;
    const auto now = m_clock.now();
    m_window.push_back({outcome, now});
    while (m_window.size() > m_parameters.windowCalls || now - m_window.front().at > m_parameters.windowAge)
        m_window.pop_front();
    return true;
}

void CircuitBreaker::trip(const QString &reason)
{
    if (reason.isEmpty())
        return;
    const bool wasWellForLong = m_clock.now() - m_record.since >= m_parameters.forgetAfter;
    open(reason, wasWellForLong ? 0 : m_record.timesOpened);
}

/// Empty: the calls of the window give no reason.
QString CircuitBreaker::reasonToOpen(const QString &failure) const
{
    const auto calls = static_cast<double>(m_window.size());
    const auto failed = static_cast<double>(std::ranges::count(m_window, CallOutcome::Failed, &Call::outcome));
    const auto slow = static_cast<double>(std::ranges::count(m_window, CallOutcome::Slow, &Call::outcome));
    int inARow = 0;
    for (auto call = m_window.rbegin(); call != m_window.rend() && call->outcome == CallOutcome::Failed; ++call)
        ++inARow;
    const bool isTold = m_window.size() >= m_parameters.leastCalls;
    if (inARow >= m_parameters.failuresInARow || (isTold && failed >= m_parameters.failureRate * calls))
        return failure.isEmpty() ? QStringLiteral("too many failures") : failure;
    if (isTold && slow + failed >= m_parameters.slowRate * calls)
        return QStringLiteral("answers take longer than %1 s").arg(m_parameters.slowAfter.count() / 1000);
    return {};
}

void CircuitBreaker::open(const QString &reason, int timesOpened)
{
    m_record.reason = reason;
    m_record.nextProbe = m_clock.now() + coolDown(timesOpened);
    m_record.timesOpened = timesOpened + 1;
    change(CircuitState::Open);
}

void CircuitBreaker::change(CircuitState state)
{
    if (std::exchange(m_record.state, state) != state) {
        m_record.since = m_clock.now();
        m_isChanged = true;
    }
    if (state == CircuitState::Closed)
        m_record.reason.clear();
    ++m_generation;
    m_window.clear();
    m_placed = 0;
    m_succeeded = 0;
}

/// Probes that went out and were never heard of again.
void CircuitBreaker::endOverdueProbing()
{
    const bool isOverdue = m_record.state == CircuitState::HalfOpen && m_placed > m_succeeded
        && m_clock.now() - m_record.since > m_parameters.longestProbing;
    if (isOverdue)
        open(m_record.reason, std::max(0, m_record.timesOpened - 1));
}

/// Outside the lock: who keeps it may ask back.
void CircuitBreaker::tell(std::unique_lock<std::mutex> &lock)
{
    const bool isChanged = std::exchange(m_isChanged, false);
    const auto record = m_record;
    lock.unlock();
    if (isChanged && m_changed)
        m_changed(record);
}

void CircuitBreaker::restore(const CircuitRecord &record)
{
    const std::scoped_lock lock(m_mutex);
    m_record = record;
    if (record.state == CircuitState::HalfOpen) { // who probed is gone
        m_record.state = CircuitState::Open;
        m_record.nextProbe = m_clock.now();
    }
    ++m_generation;
    m_window.clear();
}

void CircuitBreaker::setOverride(CircuitOverride override)
{
    std::unique_lock lock(m_mutex);
    if (std::exchange(m_override, override) == override)
        return;
    // What was begun before the person decided says nothing any more.
    change(override == CircuitOverride::Closed ? CircuitState::Closed : m_record.state);
    tell(lock);
}

void CircuitBreaker::probeNow()
{
    std::unique_lock lock(m_mutex);
    if (m_record.state != CircuitState::Open)
        return;
    m_record.nextProbe = m_clock.now();
    m_isChanged = true;
    tell(lock);
}

CircuitStanding CircuitBreaker::standing() const
{
    const std::scoped_lock lock(m_mutex);
    CircuitStanding standing;
    static_cast<CircuitRecord &>(standing) = m_record;
    standing.nextProbe = probeAt();
    standing.override = m_override;
    standing.recent.assign(m_recent.begin(), m_recent.end());
    return standing;
}

} // namespace linernotes
