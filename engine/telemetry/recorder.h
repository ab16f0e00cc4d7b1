// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"
#include "telemetry/eventfiles.h"
#include "telemetry/instruments.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <vector>

namespace linernotes
{

struct MetricsTally;

/// Writes down what the instruments show: the events about once a second, the meters when ten seconds of the clock are
/// over, each as one small transaction, and nothing where nothing happened. Has a thread of its own, since the window's
/// must not wait for a file. What can't be written is tried again, bounded, every ten seconds; counts go into the ten
/// seconds then.
class Recorder : public QObject
{
    Q_OBJECT

public:
    /// `store` must outlive it and hears of nothing before.
    Recorder(Store &store, InstrumentsPtr instruments, EventFiles files, Milliseconds eventsKept);
    /// Writes down what is left; the store has it when it is destroyed.
    ~Recorder() override;
    Q_DISABLE_COPY_MOVE(Recorder)

    [[nodiscard]] const InstrumentsPtr &instruments() const { return m_instruments; }
    /// From every thread: how long an event stays.
    void setEventsKept(Milliseconds keptFor) { m_eventsKept = keptFor; }
    /// From every thread: writes down what there is, without waiting for its time.
    void flush();

private:
    void start();
    void tick();
    void writeLast();
    void writeEvents();
    void writeMetrics();
    [[nodiscard]] MetricsTally takeTally() const;

    Store &m_store;
    const InstrumentsPtr m_instruments;
    EventFiles m_files;
    bool m_areFilesBroken = false; ///< it was told
    std::atomic<Milliseconds> m_eventsKept;
    QTimer m_tick;
    Instant m_step; ///< the ten seconds that are being counted
    std::vector<Event> m_unwritten; ///< in the files already
    bool m_isWriting = false;
    QElapsedTimer m_sinceFailure;
    QThread m_thread;
};

} // namespace linernotes
