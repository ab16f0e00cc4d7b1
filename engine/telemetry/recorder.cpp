// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/recorder.h"

#include "core/whendone.h"
#include "store/events.h"
#include "store/metrics.h"

#include <QFileInfo>

#include <algorithm>
#include <iterator>
#include <utility>

namespace linernotes
{
namespace
{

constexpr Milliseconds eventsInterval = std::chrono::seconds(1);
constexpr Milliseconds finest = metricsSteps.front().length;
/// Some 30 ms of the writer's time.
constexpr std::size_t mostAtOnce = 4000;
constexpr int trimmedMetrics = 100;
constexpr qint64 pauseMs = 10'000;

Result<bool> keepEvents(Database &database, const std::vector<Event> &events, Milliseconds keptFor)
{
    Events kept(database);
    kept.add(events);
    // Twice what came: what was too much before gets less.
    constexpr int others = 100;
    kept.trim(keptFor, static_cast<int>(2 * events.size()) + others);
    return true;
}

} // namespace

Recorder::Recorder(Store &store, InstrumentsPtr instruments, EventFiles files, Milliseconds eventsKept)
    : m_store(store)
    , m_instruments(std::move(instruments))
    , m_files(std::move(files))
    , m_eventsKept(eventsKept)
    , m_tick(this)
    , m_step(beginningOfStep(store.clock().now(), finest))
{
    m_store.setHearer([instruments = m_instruments](std::vector<Event> events) {
        for (auto &event : events) {
            if (event.kind == EventKind::MessageBuried && event.stage)
                instruments->stage(*event.stage).buried(0);
            instruments->log().note(std::move(event));
        }
    });
    m_thread.setObjectName(QStringLiteral("telemetry"));
    moveToThread(&m_thread);
    QObject::connect(&m_tick, &QTimer::timeout, this, &Recorder::tick);
    QObject::connect(&m_thread, &QThread::started, this, &Recorder::start);
    m_thread.start();
}

Recorder::~Recorder()
{
    QMetaObject::invokeMethod(this, &Recorder::writeLast, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void Recorder::writeLast()
{
    m_tick.stop();
    m_sinceFailure.invalidate();
    do {
        m_isWriting = false;
        writeEvents();
    } while (!m_unwritten.empty());
    writeMetrics();
}

void Recorder::start()
{
    m_tick.start(eventsInterval);
}

void Recorder::flush()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_sinceFailure.invalidate();
            writeEvents();
            writeMetrics();
        },
        Qt::QueuedConnection);
}

void Recorder::tick()
{
    writeEvents();
    const auto step = beginningOfStep(m_store.clock().now(), finest);
    if (step == m_step)
        return;
    writeMetrics();
    m_step = step;
}

void Recorder::writeEvents()
{
    auto events = m_instruments->log().take();
    if (!m_files.append(events) && !std::exchange(m_areFilesBroken, true)) {
        m_instruments->log().note({.level = EventLevel::Warning,
                                   .kind = EventKind::SettingIgnored,
                                   .text = QStringLiteral("log.folder: “%1” can't be written to; until it can, events "
                                                          "are kept in the database only")
                                               .arg(QFileInfo(m_files.path()).absolutePath())});
    }
    m_unwritten.insert(m_unwritten.end(), std::make_move_iterator(events.begin()),
                       std::make_move_iterator(events.end()));
    if (m_unwritten.size() > EventLog::mostPending) { // the oldest go
        const auto over = static_cast<std::ptrdiff_t>(m_unwritten.size() - EventLog::mostPending);
        m_unwritten.erase(m_unwritten.begin(), m_unwritten.begin() + over);
    }
    const bool isTooSoon = m_sinceFailure.isValid() && m_sinceFailure.elapsed() < pauseMs;
    if (m_isWriting || m_unwritten.empty() || isTooSoon)
        return;
    const auto end = m_unwritten.begin() + static_cast<std::ptrdiff_t>(std::min(mostAtOnce, m_unwritten.size()));
    const std::vector<Event> batch(std::make_move_iterator(m_unwritten.begin()), std::make_move_iterator(end));
    m_unwritten.erase(m_unwritten.begin(), end);
    m_isWriting = true;
    const auto writing = m_store.transact([batch, keptFor = m_eventsKept.load()](Database &database) -> Result<bool> {
        return keepEvents(database, batch, keptFor);
    });
    whenDone(writing, this, [this, batch](const Result<bool> &written) {
        m_isWriting = false;
        m_sinceFailure.invalidate();
        if (written)
            return;
        m_sinceFailure.start();
        m_unwritten.insert(m_unwritten.begin(), batch.begin(), batch.end());
    });
}

MetricsTally Recorder::takeTally() const
{
    MetricsTally tally;
    for (const auto stage : allStages)
        tally.stages.at(static_cast<std::size_t>(stage)) = m_instruments->stage(stage).take();
    for (const auto &service : m_instruments->services())
        tally.services[service] = m_instruments->service(service).take();
    return tally;
}

void Recorder::writeMetrics()
{
    const auto tally = std::make_shared<const MetricsTally>(takeTally());
    if (tally->isEmpty())
        return;
    const auto writing = m_store.transact([tally, at = m_step](Database &database) -> Result<bool> {
        Metrics metrics(database);
        metrics.add(at, *tally);
        metrics.trim(trimmedMetrics);
        return true;
    });
    whenDone(writing, this, [this, tally](const Result<bool> &written) {
        if (written)
            return;
        for (const auto stage : allStages)
            m_instruments->stage(stage).giveBack(tally->stages.at(static_cast<std::size_t>(stage)));
        for (auto service = tally->services.cbegin(); service != tally->services.cend(); ++service)
            m_instruments->service(service.key()).giveBack(service.value());
    });
}

} // namespace linernotes
