// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/stoptoken.h"
#include "http/service.h"
#include "messages/stageid.h"
#include "store/store.h"
#include "telemetry/instruments.h"
#include "workers/pageworker.h"
#include "workers/storagebreaker.h"

#include <QObject>
#include <QPromise>
#include <QTimer>

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace linernotes
{

/// What the stages share and nobody else changes while they run.
struct StageSurroundings {
    Store &store;
    Service &service; ///< the one whose permit the stage's slots need
    std::function<QStringList()>
        endpointGroups; ///< that its messages call now; the first call's first. Null: none are counted
    ResponseCache &cache;
    Milliseconds refreshWindow;
    InstrumentsPtr instruments = {}; ///< null: nobody looks at any
    std::shared_ptr<StorageBreaker> storage = {}; ///< of all stages of the process; null: the stage's own
};

/// One of the five steps: owns its queue's slots and runs them in its own thread, in which it lives.
class Stage : public QObject
{
    Q_OBJECT

public:
    using MakeWorker = std::function<std::unique_ptr<Worker>(HttpClient &http)>;

    /// `makeWorker` is called once per slot, in the stage's thread.
    Stage(StageId id, int slotCount, const StageSurroundings &surroundings, MakeWorker makeWorker);
    ~Stage() override;
    Q_DISABLE_COPY_MOVE(Stage)

    /// In the stage's thread: makes the slots and lets them run.
    void start();
    /// In the stage's thread: emits finished() when all slots have ended.
    void stop();
    /// In the stage's thread: messages may have come, or a closed road may be open again.
    void ring();
    void ringAll();

    [[nodiscard]] StageId id() const { return m_id; }
    [[nodiscard]] int slotCount() const { return m_slotCount; }
    // From every thread:
    [[nodiscard]] int busySlots() const { return m_busy; }
    [[nodiscard]] std::optional<Error> problem() const;

    // For the slots:
    /// For the first call of a message: later stages come first, so that what is begun gets finished.
    [[nodiscard]] RateLimiter::Ask ask() const
    {
        return {.rank = static_cast<int>(m_id),
                .groups = m_surroundings.endpointGroups ? m_surroundings.endpointGroups() : QStringList()};
    }
    [[nodiscard]] const StageSurroundings &surroundings() const { return m_surroundings; }
    [[nodiscard]] StageMeter &meter() const { return m_surroundings.instruments->stage(m_id); }
    [[nodiscard]] EventLog &log() const { return m_surroundings.instruments->log(); }
    [[nodiscard]] StopToken stopToken() const { return StopToken(m_stop); }
    /// Until the bell rings.
    QCoro::Task<> idle(std::optional<Instant> nextVisible);
    void busy(bool isBusy) { m_busy += isBusy ? 1 : -1; }
    void setProblem(std::optional<Error> problem);

    /// How long a read message stays invisible to others; renewed every third of it while its slot works.
    static constexpr Milliseconds visibility = std::chrono::seconds(30);

Q_SIGNALS:
    void finished();

private:
    QCoro::Task<> runSlot(PageWorker &slot);
    void renewLeases();

    const StageId m_id;
    const int m_slotCount;
    const StageSurroundings m_surroundings;
    const MakeWorker m_makeWorker;
    StopSource m_stop;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::vector<std::unique_ptr<PageWorker>> m_slots;
    std::deque<QPromise<void>> m_idle;
    bool m_rang = false; ///< nobody was idle to hear it
    std::unique_ptr<QTimer> m_poll;
    std::unique_ptr<QTimer> m_renew;
    int m_running = 0;
    std::atomic<int> m_busy{0};
    mutable std::mutex m_mutex;
    std::optional<Error> m_problem;
};

} // namespace linernotes
