// SPDX-License-Identifier: GPL-3.0-or-later
#include "workers/pageworker.h"

#include "core/logging.h"
#include "http/retrypolicy.h"
#include "store/operations.h"
#include "store/runs.h"
#include "workers/stage.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <qcorofuture.h>

namespace linernotes
{
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
    std::optional<Lease> lease;
    while (lease || !stop.isStopped()) {
        if (lease)
            lease = co_await work(*lease);
        else
            lease = co_await take();
    }
}

/// A message with the right to make its first call; nullopt: there is none now, or the road is closed.
QCoro::Task<std::optional<Lease>> PageWorker::take()
{
    constexpr Milliseconds look = std::chrono::seconds(1); // whether another slot has found the database well
    auto &storage = *m_stage.surroundings().storage;
    if (const auto pause = storage.pause(); pause > Milliseconds(0)) {
        co_await sleepFor(std::min(pause, look), m_stage.stopToken());
        co_return std::nullopt;
    }
    const bool isOpen = co_await openGate();
    if (!isOpen)
        co_return std::nullopt;
    if (!storage.tryEnter()) {
        m_http->returnPrepaid();
        co_await sleepFor(look, m_stage.stopToken());
        co_return std::nullopt;
    }
    const auto reading = co_await read();
    if (reading && reading->lease)
        co_return reading->lease; // whether the database can be written to is seen at its end
    heed(reading);
    m_http->returnPrepaid();
    if (reading)
        co_await m_stage.idle(reading->nextVisible);
    co_return std::nullopt;
}

/// What the database made of it, for all slots and for those who look at the stage.
template <typename T>
void PageWorker::heed(const Result<T> &outcome)
{
    auto &storage = *m_stage.surroundings().storage;
    if (outcome)
        storage.succeeded();
    else
        storage.failed();
    m_stage.setProblem(outcome ? std::nullopt : std::optional(outcome.error()));
}

/// The permit comes before the message: a closed road never burns a message's attempts.
QCoro::Task<bool> PageWorker::openGate()
{
    const auto ask = m_stage.ask();
    const auto entrance = co_await m_http->standInLine(ask);
    if (entrance.passage) {
        m_http->prepay(entrance.passage);
        co_return true;
    }
    if (entrance.wait)
        co_await m_stage.idle(entrance.wait->until);
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

/// From the lease to its end. Where there is more to do and the road is open, the next message is read in the
/// transaction that archives this one: half as many transactions, and no gap between two messages.
QCoro::Task<std::optional<Lease>> PageWorker::work(Lease lease)
{
    m_lease = lease;
    QElapsedTimer sinceRead;
    sinceRead.start();
    m_http->takeCalls();
    m_stage.ring(); // where one message was, there may be another for the next slot
    m_stage.busy(true);
    const auto effects = co_await process(lease);
    m_http->returnPrepaid();
    Result<Settled> settled;
    if (effects) {
        const bool readsOn = prepay();
        settled = co_await commit(lease, *effects, readsOn);
    } else {
        // No longer renewed: a renewal behind the giving back would take the message away again for 30 s.
        m_lease.reset();
        settled = co_await settle(lease, effects.error());
    }
    m_lease.reset();
    m_stage.busy(false);
    heed(settled);
    if (settled) {
        const std::chrono::nanoseconds took(sinceRead.nsecsElapsed());
        report(lease, *settled, effects, std::chrono::duration_cast<Microseconds>(took));
    }
    if (settled && settled->next)
        co_return settled->next;
    m_http->returnPrepaid();
    if (settled && !settled->leaseHeld) {
        qCInfo(lcWorkers) << "lost the lease of message" << lease.messageId << "of" << lease.queue
                          << "- nothing was changed";
    }
    co_return std::nullopt;
}

void PageWorker::report(const Lease &lease, const Settled &settled, const Result<Effects> &effects, Microseconds took)
{
    const auto calls = m_http->takeCalls();
    Event event{.stage = m_stage.id(),
                .runId = lease.runId,
                .messageId = lease.messageId,
                .attempt = lease.attempts + 1,
                .took = std::chrono::duration_cast<Milliseconds>(took)};
    if (!effects) {
        event.service = effects.error().service;
        event.category = effects.error().category;
        event.text = effects.error().message;
    }
    if (!settled.leaseHeld) {
        event.level = EventLevel::Warning;
        event.kind = EventKind::LeaseLost;
    } else if (settled.fate == Fate::Archived) {
        m_stage.meter().archived(took, calls);
        event.level = EventLevel::Debug;
        event.kind = EventKind::MessageArchived;
    } else if (settled.fate == Fate::TriedAgain) {
        m_stage.meter().failedAttempt(calls);
        event.level = EventLevel::Warning;
        event.kind = EventKind::AttemptFailed;
    } else if (settled.fate == Fate::Buried) {
        m_stage.meter().buried(calls);
        event.level = EventLevel::Error;
        event.kind = EventKind::MessageBuried;
    } else {
        m_stage.meter().gaveBack(calls);
        return; // not the message's fault, and told by what closed the road
    }
    m_stage.log().note(std::move(event));
}

bool PageWorker::prepay()
{
    if (m_stage.stopToken().isStopped())
        return false;
    const auto entrance = m_http->service().tryEnter(m_stage.ask());
    if (!entrance.passage)
        return false;
    m_http->prepay(entrance.passage);
    return true;
}

QCoro::Task<Result<Effects>> PageWorker::process(Lease lease)
{
    if (m_stage.stopToken().isStopped()) // it came with the transaction of the one before
        co_return failure(ErrorCategory::Cancelled, QStringLiteral("stopped"));
    const auto message = parseMessage(m_stage.id(), lease.message);
    if (!message)
        co_return failure(message.error());
    m_http->wantSince(lease.freshSince);
    auto effects = co_await m_worker->process(*message);
    co_return effects;
}

QFuture<Result<PageWorker::Settled>> PageWorker::commit(const Lease &lease, const Effects &effects, bool readsOn)
{
    const auto window = m_stage.surroundings().refreshWindow;
    return m_stage.surroundings().store.transact(
        [lease, effects, window, readsOn](Database &database) -> Result<Settled> {
            Settled settled{.leaseHeld = commitEffects(database, lease, effects, window) == CommitOutcome::Committed,
                            .fate = Fate::Archived,
                            .next = {}};
            if (readsOn)
                settled.next = MessageQueue(database).read(lease.queue, Stage::visibility);
            return settled;
        });
}

/// Acts on the retry policy's decision.
QFuture<Result<PageWorker::Settled>> PageWorker::settle(const Lease &lease, const Error &error)
{
    using Action = RetryDecision::Action;
    const auto now = m_stage.surroundings().store.clock().now();
    const auto decision = decideRetry({.category = error.category,
                                       .attempts = lease.attempts,
                                       .failingFor = failingFor(lease, now),
                                       .unreached = error.unreached,
                                       .chance = QRandomGenerator::global()->generateDouble()});
    if (decision.action == Action::Pause)
        return QtFuture::makeReadyFuture(Result<Settled>(failure(error)));
    if (decision.action == Action::AskForCredentials)
        m_http->service().needCredentials(error.message);
    if (error.category != ErrorCategory::Cancelled) {
        qCInfo(lcWorkers).noquote() << lease.queue << lease.messageId << categoryName(error.category) << error.service
                                    << error.endpoint << error.message;
    }
    return m_stage.surroundings().store.transact([lease, error, decision](Database &database) -> Result<Settled> {
        MessageQueue queue(database);
        if (decision.action != Action::Bury) {
            const bool isFailure = decision.action == Action::Retry;
            const bool given =
                isFailure ? queue.giveBackFailed(lease, decision.delay, error) : queue.giveBack(lease, decision.delay);
            if (given)
                Runs(database).dropIfCancelled(lease);
            return Settled{.leaseHeld = given, .fate = isFailure ? Fate::TriedAgain : Fate::GivenBack, .next = {}};
        }
        const bool buried = queue.bury(lease, error);
        Operations(database).finishIfDone(lease.runId);
        return Settled{.leaseHeld = buried, .fate = Fate::Buried, .next = {}};
    });
}

} // namespace linernotes
