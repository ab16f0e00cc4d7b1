// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "http/circuit.h"
#include "http/ratelimiter.h"

#include <deque>
#include <expected>
#include <functional>
#include <mutex>

namespace linernotes
{

/// Stops calling a service that keeps failing, and tries it again with a few calls after a cool-down. Thread-safe.
///
/// Closed → Open by the calls of the window (the last 20, none older than 60 s): 5 failures in a row, or of at least 10
/// calls half failed or four fifths slow. Open: 30 s, doubled with each opening up to 10 min, ± 20 %, forgotten after
/// 5 min closed. Half-open: 3 calls at most; 3 successes close, one failure opens again, and so does a minute without
/// an answer. A person can override both ways. A result that was begun in another state says nothing of this one.
/// The numbers are those of resilience4j, Polly and pgbus, weighed for a program that makes a few calls a second.
class CircuitBreaker
{
public:
    struct Parameters {
        std::size_t windowCalls = 20;
        Milliseconds windowAge = std::chrono::seconds(60);
        std::size_t leastCalls = 10;
        double failureRate = 0.5;
        int failuresInARow = 5;
        double slowRate = 0.8;
        Milliseconds slowAfter = std::chrono::seconds(8);
        Milliseconds firstCoolDown = std::chrono::seconds(30);
        Milliseconds longestCoolDown = std::chrono::minutes(10);
        Milliseconds forgetAfter = std::chrono::minutes(5);
        int probes = 3;
        Milliseconds longestProbing = std::chrono::seconds(60);
    };

    /// Which failures say that the service is unwell. A 404, a 429 or our own cancelling does not.
    static bool counts(ErrorCategory category);

    /// The right to make one call, and the state it was given in.
    struct Ticket {
        quint64 generation = 0;
    };

    /// Told of every change, to be kept; called on any thread, not under the lock.
    using Changed = std::function<void(const CircuitRecord &)>;

    explicit CircuitBreaker(const Clock &clock)
        : CircuitBreaker(clock, Parameters(), nullptr)
    {
    }
    CircuitBreaker(const Clock &clock, const Parameters &parameters, Changed changed)
        : m_clock(clock)
        , m_parameters(parameters)
        , m_changed(std::move(changed))
    {
    }

    std::expected<Ticket, Wait> tryEnter();
    void succeeded(Ticket ticket, Milliseconds took = Milliseconds(0));
    void failed(Ticket ticket, const QString &reason);
    /// The call was not made or says nothing of the service.
    void withdrawn(Ticket ticket);

    /// As kept at the end of the last run: an open circuit stays open until its time.
    void restore(const CircuitRecord &record);
    void setOverride(CircuitOverride override);
    /// Ends the cool-down; nothing where the circuit is not open by itself.
    void probeNow();

    [[nodiscard]] CircuitStanding standing() const;

private:
    struct Call {
        CallOutcome outcome = CallOutcome::Good;
        Instant at;
    };

    bool record(CallOutcome outcome, Ticket ticket);
    void trip(const QString &reason);
    [[nodiscard]] QString reasonToOpen(const QString &failure) const;
    void open(const QString &reason, int timesOpened);
    void change(CircuitState state);
    void endOverdueProbing();
    [[nodiscard]] Milliseconds coolDown(int timesOpened) const;
    [[nodiscard]] Instant probeAt() const;
    void tell(std::unique_lock<std::mutex> &lock);

    const Clock &m_clock;
    const Parameters m_parameters;
    const Changed m_changed;
    mutable std::mutex m_mutex;
    CircuitRecord m_record;
    CircuitOverride m_override = CircuitOverride::None;
    quint64 m_generation = 0;
    std::deque<Call> m_window;
    std::deque<CallOutcome> m_recent; ///< for people; over all states
    int m_placed = 0; ///< calls let out while half-open
    int m_succeeded = 0; ///< of these
    bool m_isChanged = false;
};

} // namespace linernotes
