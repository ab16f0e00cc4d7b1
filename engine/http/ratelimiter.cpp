// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace linernotes
{
namespace
{

constexpr double secondMs = 1000;

/// A second holds the whole calls of a rate; slower rates get a longer window of one call.
Milliseconds windowLength(double requestsPerSecond)
{
    return Milliseconds(
        static_cast<qint64>(requestsPerSecond >= 1 ? secondMs : std::ceil(secondMs / requestsPerSecond)));
}

int windowLimit(double requestsPerSecond)
{
    return std::max(1, static_cast<int>(std::floor(requestsPerSecond)));
}

} // namespace

RateLimiter::Permit::~Permit()
{
    if (m_limiter)
        m_limiter->giveBack(m_window, m_spent);
}

std::optional<Wait> RateLimiter::blockedLocked() const
{
    if (m_blockedUntil <= m_clock.now())
        return std::nullopt;
    return Wait{.until = m_blockedUntil, .reason = m_blockReason, .isLong = true};
}

std::optional<Wait> RateLimiter::blocked() const
{
    const std::scoped_lock lock(m_mutex);
    return blockedLocked();
}

void RateLimiter::turnWindow(Instant now)
{
    if (now < m_windowEnd && m_windowEnd - now <= windowLength(m_limits.requestsPerSecond))
        return; // the second condition: a clock that was set back must not close the window for hours
    ++m_window;
    m_windowEnd = now + windowLength(m_limits.requestsPerSecond);
    m_used = 0;
}

std::expected<RateLimiter::Permit, Wait> RateLimiter::tryAcquire()
{
    const std::scoped_lock lock(m_mutex);
    if (auto wait = blockedLocked())
        return std::unexpected(std::move(*wait));
    const auto now = m_clock.now();
    if (m_limits.concurrency > 0 && m_inFlight >= m_limits.concurrency) {
        if (!m_freed) {
            m_freed = std::make_shared<QPromise<void>>();
            m_freed->start();
        }
        return std::unexpected(Wait{.until = now + std::chrono::seconds(1), .freed = m_freed->future()});
    }
    if (m_limits.requestsPerSecond > 0) {
        turnWindow(now);
        if (m_used >= windowLimit(m_limits.requestsPerSecond))
            return std::unexpected(Wait{.until = m_windowEnd});
        ++m_used;
    }
    ++m_inFlight;
    return Permit(*this, m_window);
}

void RateLimiter::giveBack(quint64 window, bool spent)
{
    std::shared_ptr<QPromise<void>> freed;
    {
        const std::scoped_lock lock(m_mutex);
        --m_inFlight;
        if (!spent && window == m_window && m_used > 0)
            --m_used;
        freed = std::exchange(m_freed, nullptr);
    }
    if (freed)
        freed->finish();
}

void RateLimiter::block(Instant until, const QString &reason)
{
    const std::scoped_lock lock(m_mutex);
    if (until <= m_blockedUntil)
        return;
    m_blockedUntil = until;
    m_blockReason = reason;
}

void RateLimiter::setLimits(Limits limits)
{
    const std::scoped_lock lock(m_mutex);
    m_limits = limits;
}

RateLimiter::Limits RateLimiter::limits() const
{
    const std::scoped_lock lock(m_mutex);
    return m_limits;
}

} // namespace linernotes
