// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

namespace linernotes
{

/// How many calls a service answers at a time without getting slower: one more while its answers take as long as ever
/// and all places are taken, a quarter fewer when they take twice as long. (The gradient of Netflix's
/// concurrency-limits, with means over a few calls for percentiles.) Not thread-safe.
class AdaptiveConcurrency
{
public:
    /// `most` 0: no limit. It begins with two.
    explicit AdaptiveConcurrency(int most);

    /// 0: no limit.
    [[nodiscard]] int limit() const { return m_limit; }
    /// A call was answered; `wasFull`: all places were taken when it began.
    void answered(Milliseconds took, bool wasFull);
    /// It failed by time or by being refused: whatever the service can do, it was too much.
    void overloaded();

private:
    void judge(double mean);
    void begin();

    int m_most;
    int m_limit;
    double m_usual = 0; ///< ms, of a service that is not under load
    double m_sum = 0;
    int m_calls = 0;
    int m_fullCalls = 0;
};

} // namespace linernotes
