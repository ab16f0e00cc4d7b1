// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "telemetry/histogram.h"

#include <mutex>
#include <optional>

namespace linernotes
{

struct QueueMetrics;

/// How many messages stand in a queue, by state.
struct QueueDepth {
    qint64 ready = 0;
    qint64 leased = 0;
    qint64 delayed = 0;
    qint64 dead = 0; ///< open dead letters
    bool operator==(const QueueDepth &) const = default;
};

/// What a stage did in a span of time. Tallies of one span, also of several processes, add up.
struct StageTally {
    qint64 archived = 0;
    qint64 dead = 0; ///< buried
    qint64 retries = 0; ///< failed attempts that are tried again
    qint64 calls = 0; ///< that its messages cost their service
    Histogram durations; ///< of the archived messages, from the read to the commit
    std::optional<QueueDepth> last; ///< nullopt: nobody looked
    QueueDepth most;
    Milliseconds oldest{0}; ///< the longest that a message had been ready

    [[nodiscard]] bool isEmpty() const { return *this == StageTally(); }
    /// Adds what came after it in the same span.
    StageTally &operator+=(const StageTally &later);
    bool operator==(const StageTally &) const = default;
};

/// What a service did in a span of time.
struct ServiceTally {
    qint64 calls = 0; ///< that went out and ended, in whatever way
    qint64 refused = 0; ///< 429
    qint64 timeouts = 0;
    qint64 network = 0; ///< no connection, reset, DNS
    qint64 server = 0; ///< 5xx
    qint64 rejected = 0; ///< answered, but not with what was asked for: 400, 401, 404, not as documented
    qint64 cacheHits = 0;
    qint64 cacheMisses = 0;
    Histogram latencies; ///< of the calls that were answered

    /// Without the 429s: they are the quota's, not the service's fault.
    [[nodiscard]] qint64 failures() const { return timeouts + network + server + rejected; }
    [[nodiscard]] bool isEmpty() const { return *this == ServiceTally(); }
    ServiceTally &operator+=(const ServiceTally &later);
    bool operator==(const ServiceTally &) const = default;
};

/// Counts what a stage does until somebody takes the tally. All functions from every thread; some tens of nanoseconds.
class StageMeter
{
public:
    void archived(Microseconds took, int calls);
    void failedAttempt(int calls);
    void buried(int calls);
    void gaveBack(int calls); ///< through no fault of the message
    void observe(const QueueMetrics &metrics);

    /// What was counted since the last time.
    [[nodiscard]] StageTally take();
    /// It could not be kept: it is part of the next.
    void giveBack(const StageTally &tally);

private:
    std::mutex m_mutex;
    StageTally m_tally;
};

/// The same for a service.
class ServiceMeter
{
public:
    void answered(Microseconds took);
    /// A call that ended without what was asked for.
    void failed(ErrorCategory category, Microseconds took);
    void cacheHit();
    void cacheMiss();

    [[nodiscard]] ServiceTally take();
    void giveBack(const ServiceTally &tally);

private:
    std::mutex m_mutex;
    ServiceTally m_tally;
};

} // namespace linernotes
