// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/event.h"

#include <QStringList>

#include <atomic>
#include <mutex>
#include <vector>

namespace linernotes
{

/// Where everything in the engine tells what happened. Holds events until the recorder writes them down, about once a
/// second; what is told at too low a level, or when too much waits already, is dropped: an event never holds up or
/// fails the work. All functions from every thread.
class EventLog
{
public:
    /// So many events may wait to be written: some seconds of the busiest engine.
    static constexpr std::size_t mostPending = 20'000;
    /// A text is cut behind so many characters.
    static constexpr qsizetype longestText = 400;

    /// `clock` must outlive it.
    explicit EventLog(const Clock &clock, EventLevel least = EventLevel::Info)
        : m_clock(clock)
        , m_least(least)
    {
    }

    /// For those who would rather not build an event that is dropped.
    [[nodiscard]] bool wants(EventLevel level) const { return level >= m_least.load(std::memory_order_relaxed); }
    void setLeast(EventLevel least) { m_least = least; }
    /// Gives it its time, if it has none. Secrets in its text are removed.
    void note(Event event);
    /// Texts that must not be written down, such as tokens and client secrets; short ones are not looked for.
    void setSecrets(const QStringList &secrets);

    /// What waits, in the order it was told; with an event about those that were dropped, if any were.
    [[nodiscard]] std::vector<Event> take();

private:
    [[nodiscard]] QString harmless(const QString &text) const;

    const Clock &m_clock;
    std::atomic<EventLevel> m_least;
    mutable std::mutex m_mutex;
    std::vector<Event> m_pending;
    qint64 m_dropped = 0;
    QStringList m_secrets;
};

} // namespace linernotes
