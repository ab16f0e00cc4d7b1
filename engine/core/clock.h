// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <atomic>
#include <chrono>

namespace linernotes
{

using Milliseconds = std::chrono::milliseconds;
/// A point of wall-clock time, UTC, in milliseconds. Kept in the database as its count since 1970.
using Instant = std::chrono::sys_time<Milliseconds>;

inline qint64 toMillis(Instant instant)
{
    return instant.time_since_epoch().count();
}
inline Instant fromMillis(qint64 millis)
{
    return Instant(Milliseconds(millis));
}
/// ISO 8601 in UTC with seconds: "2026-11-23T19:53:00Z".
QString toIsoText(Instant instant);

/// Where all code asks for the time, so that tests can move it. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    /// The machine's clock.
    static const Clock &system();
};

/// A clock that stands still until a test moves it.
class MovableClock final : public Clock
{
public:
    explicit MovableClock(Instant start)
        : m_millis(toMillis(start))
    {
    }
    [[nodiscard]] Instant now() const override { return fromMillis(m_millis.load()); }
    void advance(Milliseconds by) { m_millis += by.count(); } ///< negative: it is set back

private:
    std::atomic<qint64> m_millis;
};

} // namespace linernotes
