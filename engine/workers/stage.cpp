// SPDX-License-Identifier: GPL-3.0-or-later
#include "workers/stage.h"

#include "core/logging.h"
#include "store/messagequeue.h"

#include <qcorofuture.h>

#include <algorithm>

namespace linernotes
{
namespace
{

/// The bell rings for what this process sends; another process on the same database is noticed by looking.
constexpr Milliseconds pollInterval = std::chrono::seconds(1);

StageSurroundings completed(StageSurroundings surroundings)
{
    if (!surroundings.instruments)
        surroundings.instruments = std::make_shared<Instruments>(surroundings.store.clock());
    if (!surroundings.storage)
        surroundings.storage = std::make_shared<StorageBreaker>();
    return surroundings;
}

} // namespace

Stage::Stage(StageId id, int slotCount, const StageSurroundings &surroundings, MakeWorker makeWorker)
    : m_id(id)
    , m_slotCount(slotCount)
    , m_surroundings(completed(surroundings))
    , m_makeWorker(std::move(makeWorker))
    , m_stop(this)
{
}

Stage::~Stage() = default;

void Stage::start()
{
    m_network = HttpClient::makeNetwork();
    m_poll = std::make_unique<QTimer>();
    QObject::connect(m_poll.get(), &QTimer::timeout, this, &Stage::ring);
    m_poll->start(pollInterval);
    m_renew = std::make_unique<QTimer>();
    QObject::connect(m_renew.get(), &QTimer::timeout, this, &Stage::renewLeases);
    m_renew->start(visibility / 3);
    m_running = m_slotCount;
    for (int i = 0; i < m_slotCount; ++i) {
        auto http = std::make_unique<HttpClient>(*m_network, m_surroundings.service, m_surroundings.cache, stopToken(),
                                                 HttpClient::inHand + ask().rank);
        m_slots.push_back(std::make_unique<PageWorker>(*this, std::move(http), m_makeWorker));
        runSlot(*m_slots.back());
    }
}

// What is referred to belongs to the slot, which awaits this or outlives it.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-reference-coroutine-parameters)
QCoro::Task<> Stage::runSlot(PageWorker &slot)
{
    co_await slot.run();
    if (--m_running > 0)
        co_return;
    // Not from within the last slot's frame: whoever hears it destroys the slots.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_slots.clear();
            m_renew.reset();
            m_poll.reset();
            m_network.reset();
            Q_EMIT finished();
        },
        Qt::QueuedConnection);
}

void Stage::stop()
{
    m_stop.stop();
    ringAll();
}

void Stage::ring()
{
    if (m_idle.empty()) {
        m_rang = true;
        return;
    }
    auto promise = std::move(m_idle.front());
    m_idle.pop_front();
    promise.finish();
}

void Stage::ringAll()
{
    m_rang = true;
    auto waiting = std::exchange(m_idle, {});
    for (auto &promise : waiting)
        promise.finish();
}

QCoro::Task<> Stage::idle(std::optional<Instant> nextVisible)
{
    if (std::exchange(m_rang, false) || m_stop.isStopped())
        co_return;
    if (nextVisible) {
        const auto wait = std::clamp(*nextVisible - m_surroundings.store.clock().now(), Milliseconds(1), pollInterval);
        if (wait < pollInterval)
            QTimer::singleShot(wait, this, &Stage::ring);
    }
    QPromise<void> promise;
    promise.start();
    auto rung = promise.future();
    m_idle.push_back(std::move(promise));
    co_await rung;
}

void Stage::renewLeases()
{
    std::vector<Lease> leases;
    for (const auto &slot : m_slots) {
        if (slot->lease())
            leases.push_back(*slot->lease());
    }
    if (leases.empty())
        return;
    m_surroundings.store.transact([leases = std::move(leases)](Database &database) -> Result<bool> {
        MessageQueue queue(database);
        for (const auto &lease : leases)
            queue.setVt(lease, visibility); // a lost one stays lost: its slot's commit will find out
        return true;
    });
}

std::optional<Error> Stage::problem() const
{
    const std::scoped_lock lock(m_mutex);
    return m_problem;
}

void Stage::setProblem(std::optional<Error> problem)
{
    const std::scoped_lock lock(m_mutex);
    m_problem = std::move(problem);
}

} // namespace linernotes
