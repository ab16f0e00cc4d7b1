// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QFuture>
#include <QObject>

#include <qcorotask.h>

namespace linernotes
{

/// Says stop to everything that runs on one thread. Lives in that thread.
class StopSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    void stop()
    {
        if (m_stopped)
            return;
        m_stopped = true;
        Q_EMIT stopped();
    }
    [[nodiscard]] bool isStopped() const { return m_stopped; }

Q_SIGNALS:
    void stopped();

private:
    bool m_stopped = false;
};

/// Goes down every call that may take time. The source outlives all that hold a token.
class StopToken
{
public:
    explicit StopToken(const StopSource &source)
        : m_source(&source)
    {
    }
    [[nodiscard]] bool isStopped() const { return m_source->isStopped(); }
    [[nodiscard]] const StopSource &source() const { return *m_source; }

private:
    const StopSource *m_source;
};

/// Waits in the current thread's event loop; ends at once on a stop.
QCoro::Task<> sleepFor(Milliseconds time, StopToken stop);
/// The same, and ends too when `early` is done.
QCoro::Task<> sleepFor(Milliseconds time, QFuture<void> early, StopToken stop);

} // namespace linernotes
