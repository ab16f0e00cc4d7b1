// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/circuitbreaker.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>

namespace linernotes
{
namespace
{

constexpr std::size_t windowSize = 20;
constexpr std::size_t leastCalls = 10;
constexpr double tripRate = 0.5;
constexpr int tripInARow = 5;
constexpr Milliseconds firstCoolDown = std::chrono::seconds(30);
constexpr Milliseconds longestCoolDown = std::chrono::minutes(10);
constexpr int mostDoublings = 5;
constexpr double jitter = 0.2;

Milliseconds coolDown(int timesOpened)
{
    const auto plain = std::min(firstCoolDown * (1 << std::min(timesOpened, mostDoublings)), longestCoolDown);
    const double spread = 1 - jitter + 2 * jitter * QRandomGenerator::global()->generateDouble();
    return Milliseconds(static_cast<qint64>(static_cast<double>(plain.count()) * spread));
}

} // namespace

bool CircuitBreaker::counts(ErrorCategory category)
{
    return category == ErrorCategory::Network || category == ErrorCategory::Timeout
        || category == ErrorCategory::Server;
}

std::expected<CircuitBreaker::Ticket, Wait> CircuitBreaker::tryEnter()
{
    const std::scoped_lock lock(m_mutex);
    const auto now = m_clock.now();
    if (m_state == CircuitState::Open && now >= m_probeAt)
        change(CircuitState::HalfOpen);
    if (m_state == CircuitState::Closed)
        return Ticket{m_generation};
    if (m_state == CircuitState::HalfOpen && !m_probing) {
        m_probing = true;
        return Ticket{m_generation};
    }
    const auto until = m_state == CircuitState::Open ? m_probeAt : now + std::chrono::seconds(1);
    return std::unexpected(
        Wait{.until = until,
             .reason = QCoreApplication::translate("CircuitBreaker", "keeps failing: %1").arg(m_reason),
             .isLong = true});
}

void CircuitBreaker::succeeded(Ticket ticket)
{
    const std::scoped_lock lock(m_mutex);
    if (ticket.generation != m_generation)
        return;
    if (m_state == CircuitState::HalfOpen) {
        m_timesOpened = 0;
        change(CircuitState::Closed);
        return;
    }
    record(false, {});
}

void CircuitBreaker::failed(Ticket ticket, const QString &reason)
{
    const std::scoped_lock lock(m_mutex);
    if (ticket.generation != m_generation)
        return;
    if (m_state == CircuitState::HalfOpen)
        open(reason);
    else
        record(true, reason);
}

void CircuitBreaker::withdrawn(Ticket ticket)
{
    const std::scoped_lock lock(m_mutex);
    if (ticket.generation == m_generation)
        m_probing = false;
}

void CircuitBreaker::record(bool failure, const QString &reason)
{
    m_failures.push_back(failure);
    if (m_failures.size() > windowSize)
        m_failures.pop_front();
    m_inARow = failure ? m_inARow + 1 : 0;
    if (!failure)
        return;
    const auto failures = static_cast<double>(std::ranges::count(m_failures, true));
    const bool many = m_failures.size() >= leastCalls && failures >= tripRate * static_cast<double>(m_failures.size());
    if (m_inARow >= tripInARow || many)
        open(reason);
}

void CircuitBreaker::open(const QString &reason)
{
    m_reason = reason;
    m_probeAt = m_clock.now() + coolDown(m_timesOpened++);
    change(CircuitState::Open);
}

void CircuitBreaker::change(CircuitState state)
{
    m_state = state;
    ++m_generation;
    m_failures.clear();
    m_inARow = 0;
    m_probing = false;
}

CircuitBreaker::Standing CircuitBreaker::standing() const
{
    const std::scoped_lock lock(m_mutex);
    return {m_state, m_state == CircuitState::Closed ? QString() : m_reason, m_probeAt};
}

} // namespace linernotes
