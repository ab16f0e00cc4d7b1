// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stoptoken.h"

#include <QFutureWatcher>
#include <QTimer>

#include <qcorotimer.h>

#include <algorithm>

namespace linernotes
{
namespace
{

/// Longer waits are taken in pieces: a timer's interval is an int, and the machine may sleep meanwhile.
constexpr Milliseconds longestSleep = std::chrono::minutes(1);

void ringOnStop(QTimer &timer, StopToken stop)
{
    QObject::connect(&stop.source(), &StopSource::stopped, &timer, [&timer] { timer.start(0); });
}

} // namespace

QCoro::Task<> sleepFor(Milliseconds time, StopToken stop)
{
    if (stop.isStopped())
        co_return;
    QTimer timer;
    timer.setSingleShot(true);
    ringOnStop(timer, stop);
    timer.start(std::clamp(time, Milliseconds(0), longestSleep));
    co_await timer;
}

QCoro::Task<> sleepFor(Milliseconds time, QFuture<void> early, StopToken stop)
{
    if (stop.isStopped() || early.isFinished())
        co_return;
    QTimer timer;
    timer.setSingleShot(true);
    ringOnStop(timer, stop);
    QFutureWatcher<void> watcher;
    QObject::connect(&watcher, &QFutureWatcher<void>::finished, &timer, [&timer] { timer.start(0); });
    watcher.setFuture(early);
    timer.start(std::clamp(time, Milliseconds(0), longestSleep));
    co_await timer;
}

} // namespace linernotes
