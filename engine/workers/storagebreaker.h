// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <functional>
#include <mutex>
#include <optional>
#include <utility>

namespace linernotes
{

/// The circuit of the database, as all slots of a process share it (queues.md 6.2). A full disk or a lock that another
/// program holds is nobody's message's fault: after a failure all slots wait, a second at first and a minute at last,
/// and then one of them tries for all. Thread-safe.
class StorageBreaker
{
public:
    using Steady = std::chrono::steady_clock;
    /// `now`: the process's own time, which nobody sets.
    explicit StorageBreaker(std::function<Steady::time_point()> now = &Steady::now)
        : m_now(std::move(now))
    {
    }

    static constexpr Milliseconds firstPause = std::chrono::seconds(1);
    static constexpr Milliseconds longestPause = std::chrono::minutes(1);

    /// How long nobody may try; 0: the way is free, or a try is due.
    [[nodiscard]] Milliseconds pause();
    /// Whether the caller may use the database now. After a pause only one may, until it has said what came of it.
    [[nodiscard]] bool tryEnter();
    /// It worked.
    void succeeded();
    /// It did not. What others say who were on the way when it broke is no news.
    void failed();

private:
    [[nodiscard]] Milliseconds left() const;

    const std::function<Steady::time_point()> m_now;
    std::mutex m_mutex;
    int m_failures = 0; ///< one after the other; 0: closed
    Steady::time_point m_until{};
    std::optional<Steady::time_point> m_tryingSince;
};

} // namespace linernotes
