// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QFuture>
#include <QPromise>
#include <QString>

#include <expected>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace linernotes
{

/// Why a call may not be made now.
struct Wait {
    Instant until; ///< ask again then
    QString reason; ///< a sentence for people; empty for the ordinary spacing of calls
    bool isLong = false; ///< the service refused or its circuit is open: nobody should hold a message meanwhile
    QFuture<void> freed = {}; ///< valid where a call in flight has to end first: done when one did
};

/// A service's quota: a fixed window of our own, a number of calls in flight, and the time until which the service
/// itself has refused. Thread-safe; no callbacks under the lock.
class RateLimiter
{
public:
    struct Limits {
        double requestsPerSecond = 0; ///< 0: no window
        int concurrency = 0; ///< 0: no limit
    };

    /// The right to make one call. Counts as in flight while it lives; unspent, it goes back into the window.
    class Permit
    {
    public:
        Permit(Permit &&other) noexcept
            : m_limiter(std::exchange(other.m_limiter, nullptr))
            , m_window(other.m_window)
            , m_spent(other.m_spent)
        {
        }
        Permit &operator=(Permit &&other) = delete;
        Permit(const Permit &) = delete;
        Permit &operator=(const Permit &) = delete;
        ~Permit();
        void spend() { m_spent = true; }

    private:
        friend class RateLimiter;
        Permit(RateLimiter &limiter, quint64 window)
            : m_limiter(&limiter)
            , m_window(window)
        {
        }
        RateLimiter *m_limiter;
        quint64 m_window;
        bool m_spent = false;
    };

    RateLimiter(const Clock &clock, Limits limits)
        : m_clock(clock)
        , m_limits(limits)
    {
    }

    std::expected<Permit, Wait> tryAcquire();
    /// A block is never shortened by a later, smaller answer.
    void block(Instant until, const QString &reason);
    /// The block that is in force.
    [[nodiscard]] std::optional<Wait> blocked() const;
    void setLimits(Limits limits);
    [[nodiscard]] Limits limits() const;

private:
    void giveBack(quint64 window, bool spent);
    [[nodiscard]] std::optional<Wait> blockedLocked() const;
    void turnWindow(Instant now);

    const Clock &m_clock;
    mutable std::mutex m_mutex;
    Limits m_limits;
    quint64 m_window = 0; ///< number of the current window
    Instant m_windowEnd{};
    int m_used = 0;
    int m_inFlight = 0;
    Instant m_blockedUntil{};
    QString m_blockReason;
    std::shared_ptr<QPromise<void>> m_freed;
};

} // namespace linernotes
