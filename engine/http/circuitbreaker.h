// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "http/ratelimiter.h"
#include "telemetry/snapshot.h"

#include <deque>
#include <expected>
#include <mutex>

namespace linernotes
{

/// Stops calling a service that keeps failing, and tries it again with one call after a cool-down.
/// Closed → Open: 5 failures in a row, or half of the last 20 calls (10 at least). Open: 30 s, doubled with each
/// failed probe up to 10 min. A success of the probe closes. Thread-safe.
class CircuitBreaker
{
public:
    /// Which failures say that the service is unwell. A 404, a 429 or our own cancelling does not.
    static bool counts(ErrorCategory category);

    /// The right to make one call, and the state it was given in: a result from an earlier state says nothing of
    /// today's.
    struct Ticket {
        quint64 generation = 0;
    };

    explicit CircuitBreaker(const Clock &clock)
        : m_clock(clock)
    {
    }

    std::expected<Ticket, Wait> tryEnter();
    void succeeded(Ticket ticket);
    void failed(Ticket ticket, const QString &reason);
    /// The call was not made or says nothing of the service.
    void withdrawn(Ticket ticket);

    struct Standing {
        CircuitState state = CircuitState::Closed;
        QString reason;
        Instant nextProbe{};
    };
    [[nodiscard]] Standing standing() const;

private:
    void record(bool failure, const QString &reason);
    void open(const QString &reason);
    void change(CircuitState state);

    const Clock &m_clock;
    mutable std::mutex m_mutex;
    CircuitState m_state = CircuitState::Closed;
    quint64 m_generation = 0;
    std::deque<bool> m_failures; ///< of the last calls, true for a failure
    int m_inARow = 0;
    int m_timesOpened = 0;
    bool m_probing = false;
    Instant m_probeAt{};
    QString m_reason;
};

} // namespace linernotes
