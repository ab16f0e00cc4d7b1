// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/meters.h"

#include "store/messagequeue.h"

#include <algorithm>
#include <utility>

namespace linernotes
{
namespace
{

QueueDepth larger(const QueueDepth &one, const QueueDepth &other)
{
    return {.ready = std::max(one.ready, other.ready),
            .leased = std::max(one.leased, other.leased),
            .delayed = std::max(one.delayed, other.delayed),
            .dead = std::max(one.dead, other.dead)};
}

} // namespace

StageTally &StageTally::operator+=(const StageTally &later)
{
    archived += later.archived;
    dead += later.dead;
    retries += later.retries;
    calls += later.calls;
    durations += later.durations;
    if (later.last)
        last = later.last;
    most = larger(most, later.most);
    oldest = std::max(oldest, later.oldest);
    return *this;
}

ServiceTally &ServiceTally::operator+=(const ServiceTally &later)
{
    calls += later.calls;
    refused += later.refused;
    timeouts += later.timeouts;
    network += later.network;
    server += later.server;
    rejected += later.rejected;
    cacheHits += later.cacheHits;
    cacheMisses += later.cacheMisses;
    latencies += later.latencies;
    return *this;
}

void StageMeter::archived(Microseconds took, int calls)
{
    const std::scoped_lock lock(m_mutex);
    ++m_tally.archived;
    m_tally.calls += calls;
    m_tally.durations.add(took);
}

void StageMeter::failedAttempt(int calls)
{
    const std::scoped_lock lock(m_mutex);
    ++m_tally.retries;
    m_tally.calls += calls;
}

void StageMeter::buried(int calls)
{
    const std::scoped_lock lock(m_mutex);
    ++m_tally.dead;
    m_tally.calls += calls;
}

void StageMeter::gaveBack(int calls)
{
    const std::scoped_lock lock(m_mutex);
    m_tally.calls += calls;
}

void StageMeter::observe(const QueueMetrics &metrics)
{
    const QueueDepth depth{
        .ready = metrics.ready, .leased = metrics.leased, .delayed = metrics.delayed, .dead = metrics.dead};
    const std::scoped_lock lock(m_mutex);
    m_tally.last = depth;
    m_tally.most = larger(m_tally.most, depth);
    m_tally.oldest = std::max(m_tally.oldest, metrics.oldestReady.value_or(Milliseconds(0)));
}

StageTally StageMeter::take()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_tally, {});
}

void StageMeter::giveBack(const StageTally &tally)
{
    const std::scoped_lock lock(m_mutex);
    auto earlier = tally;
    earlier += m_tally;
    m_tally = earlier;
}

void ServiceMeter::answered(Microseconds took)
{
    const std::scoped_lock lock(m_mutex);
    ++m_tally.calls;
    m_tally.latencies.add(took);
}

void ServiceMeter::failed(ErrorCategory category, Microseconds took)
{
    const std::scoped_lock lock(m_mutex);
    ++m_tally.calls;
    switch (category) {
    case ErrorCategory::Cancelled: // we ended it ourselves
        return;
    case ErrorCategory::Timeout:
        ++m_tally.timeouts;
        return;
    case ErrorCategory::Network:
        ++m_tally.network;
        return;
    case ErrorCategory::RateLimited:
        ++m_tally.refused;
        break;
    case ErrorCategory::Server:
        ++m_tally.server;
        break;
    default:
        ++m_tally.rejected;
    }
    m_tally.latencies.add(took);
}

void ServiceMeter::cacheHit()
{
    const std::scoped_lock lock(m_mutex);
    ++m_tally.cacheHits;
}

void ServiceMeter::cacheMiss()
{
    const std::scoped_lock lock(m_mutex);
    ++m_tally.cacheMisses;
}

ServiceTally ServiceMeter::take()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_tally, {});
}

void ServiceMeter::giveBack(const ServiceTally &tally)
{
    const std::scoped_lock lock(m_mutex);
    auto earlier = tally;
    earlier += m_tally;
    m_tally = earlier;
}

} // namespace linernotes
