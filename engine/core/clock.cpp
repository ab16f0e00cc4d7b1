// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"

#include <QDateTime>

#include <ctime>

namespace linernotes
{
namespace
{

/// Time since some fixed point, sleep included, which nobody can set.
std::chrono::nanoseconds sinceBoot()
{
#ifdef CLOCK_BOOTTIME
    timespec time{};
    if (clock_gettime(CLOCK_BOOTTIME, &time) == 0)
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
#endif
    return std::chrono::steady_clock::now().time_since_epoch();
}

/// The wall clock as it stood when the process began, and since then the time that really went by: a clock that is set
/// in the middle neither hurries nor holds up leases, blocks and cool-downs.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override
    {
        return std::chrono::time_point_cast<Milliseconds>(m_wall + (sinceBoot() - m_boot));
    }

private:
    const std::chrono::sys_time<std::chrono::nanoseconds> m_wall{std::chrono::system_clock::now()};
    const std::chrono::nanoseconds m_boot{sinceBoot()};
};

} // namespace

QString toIsoText(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(instant), Qt::UTC).toString(Qt::ISODate);
}

const Clock &Clock::system()
{
    static const SystemClock clock;
    return clock;
}

} // namespace linernotes
