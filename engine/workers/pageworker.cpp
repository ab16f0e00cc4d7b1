// SPDX-License-Identifier: GPL-3.0-or-later
#include "workers/pageworker.h"

#include "core/logging.h"
#include "http/retrypolicy.h"
#include "store/operations.h"
#include "workers/stage.h"

#include <QRandomGenerator>

#include <qcorofuture.h>

namespace linernotes
{
namespace
{

/// After a database error: long enough not to hammer a full disk, short enough to go on soon when there is room.
constexpr Milliseconds databasePause = std::chrono::seconds(5);

} // namespace

PageWorker::PageWorker(Stage &stage, std::unique_ptr<HttpClient> http,
                       std::function<std::unique_ptr<Worker>(HttpClient &)> make)
    : m_stage(stage)
    , m_http(std::move(http))
    , m_worker(make(*m_http))
{
}

PageWorker::~PageWorker() = default;

QCoro::Task<> PageWorker::run()
{
    const auto stop = m_stage.stopToken();
    while (!stop.isStopped()) {
        const bool isOpen = co_await openGate();
        if (!isOpen)
            continue;
        const auto reading = co_await read();
        if (!reading) {
            m_http->returnPrepaid();
            m_stage.setProblem(reading.error());
            co_await sleepFor(databasePause, stop);
            continue;
        }
        m_stage.setProblem(std::nullopt);
        if (!reading->lease) {
            m_http->returnPrepaid();
            co_await m_stage.idle(reading->nextVisible);
            continue;
        }
        m_stage.ring(); // where one message was, there may be another for the next slot
        co_await work(*reading->lease);
    }
}

/// The permit comes before the message: a closed road never burns a message's attempts.
QCoro::Task<bool> PageWorker::openGate()
{
    auto passage = m_http->service().tryEnter();
    if (passage) {
        m_http->prepay(*passage);
        co_return true;
    }
    const auto &wait = passage.error();
    if (wait.freed.isValid())
        co_await sleepFor(wait.until - m_http->service().clock().now(), wait.freed, m_stage.stopToken());
    else if (wait.isLong)
        co_await m_stage.idle(wait.until);
    else
        co_await sleepFor(wait.until - m_http->service().clock().now(), m_stage.stopToken());
    co_return false;
}

QFuture<Result<PageWorker::Reading>> PageWorker::read()
{
    return m_stage.surroundings().store.transact(
        [queue = queueName(m_stage.id())](Database &database) -> Result<Reading> {
            MessageQueue messages(database);
            Reading outcome{.lease = messages.read(queue, Stage::visibility), .nextVisible = {}};
            if (!outcome.lease)
                outcome.nextVisible = messages.nextVisible(queue);
            return outcome;
        });
}

QCoro::Task<> PageWorker::work(Lease lease)
{
    m_lease = lease;
    m_stage.busy(true);
    const auto effects = co_await process(lease);
    m_http->returnPrepaid();
    Result<bool> settled = true;
    if (effects) {
        settled = co_await commit(lease, *effects);
    } else {
        // No longer renewed: a renewal behind the giving back would take the message away again for 30 s.
        m_lease.reset();
        settled = co_await settle(lease, effects.error());
    }
    m_lease.reset();
    m_stage.busy(false);
    if (!settled) {
        m_stage.setProblem(settled.error());
        co_await sleepFor(databasePause, m_stage.stopToken());
    } else if (!*settled) {
        qCInfo(lcWorkers) << "lost the lease of message" << lease.messageId << "of" << lease.queue
                          << "- nothing was changed";
    }
}

QCoro::Task<Result<Effects>> PageWorker::process(Lease lease)
{
    const auto message = parseMessage(m_stage.id(), lease.message);
    if (!message)
        co_return failure(message.error());
    auto effects = co_await m_worker->process(*message);
    co_return effects;
}

QFuture<Result<bool>> PageWorker::commit(const Lease &lease, const Effects &effects)
{
    const auto window = m_stage.surroundings().refreshWindow;
    return m_stage.surroundings().store.transact([lease, effects, window](Database &database) -> Result<bool> {
        return commitEffects(database, lease, effects, window) == CommitOutcome::Committed;
    });
}

/// Acts on the retry policy's decision.
QFuture<Result<bool>> PageWorker::settle(const Lease &lease, const Error &error)
{
    using Action = RetryDecision::Action;
    const auto decision = decideRetry(error.category, lease.attempts, QRandomGenerator::global()->generateDouble());
    if (decision.action == Action::Pause)
        return QtFuture::makeReadyFuture(Result<bool>(failure(error)));
    if (decision.action == Action::AskForCredentials)
        m_http->service().needCredentials(error.message);
    if (error.category != ErrorCategory::Cancelled) {
        qCInfo(lcWorkers).noquote() << lease.queue << lease.messageId << categoryName(error.category) << error.service
                                    << error.endpoint << error.message;
    }
    return m_stage.surroundings().store.transact([lease, error, decision](Database &database) -> Result<bool> {
        MessageQueue queue(database);
        if (decision.action == Action::Retry)
            return queue.giveBackFailed(lease, decision.delay, error);
        if (decision.action != Action::Bury)
            return queue.giveBack(lease, decision.delay);
        const bool buried = queue.bury(lease, error);
        Operations(database).finishIfDone(lease.runId);
        return buried;
    });
}

} // namespace linernotes
