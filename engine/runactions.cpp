// SPDX-License-Identifier: GPL-3.0-or-later
#include "runactions.h"

#include "core/foruser.h"
#include "core/logging.h"
#include "store/operations.h"
#include "store/store.h"
#include "telemetry/pipelinereader.h"

namespace linernotes
{
namespace
{

/// A few milliseconds of the writer's time.
constexpr int stretch = 2000;

Result<RunStanding> existing(Runs &runs, qint64 id)
{
    const auto run = runs.standing(id);
    if (!run)
        return failure(ErrorCategory::InvalidInput, ForUser::tr("There is no run %1.").arg(id));
    return *run;
}

Result<RunStanding> unfinished(Runs &runs, qint64 id)
{
    const auto run = existing(runs, id);
    if (run && (run->finished || run->cancelled)) {
        return failure(ErrorCategory::InvalidInput,
                       run->cancelled ? ForUser::tr("Run %1 was cancelled.").arg(id)
                                      : ForUser::tr("Run %1 has finished.").arg(id));
    }
    return run;
}

} // namespace

QFuture<Result<std::optional<RunStanding>>> RunActions::run(qint64 id)
{
    return m_store.view(
        [id](Database &database) -> Result<std::optional<RunStanding>> { return Runs(database).standing(id); });
}

QFuture<Result<std::optional<RunSnapshot>>> RunActions::snapshot(qint64 id)
{
    return m_store.view(
        [id](Database &database) -> Result<std::optional<RunSnapshot>> { return readRun(database, id); });
}

QFuture<Result<std::vector<RunSnapshot>>> RunActions::before(qint64 id, int limit)
{
    return m_store.view([id, limit](Database &database) -> Result<std::vector<RunSnapshot>> {
        return readRunsBefore(database, id, limit);
    });
}

/// The first stretch goes with the change itself.
template <typename Change>
QFuture<Result<RunSettling>> RunActions::change(qint64 id, const QString &what, Change change)
{
    return m_store.transactInBatches<RunSettling>(
        [id, what, change](Database &database, const RunSettling &settling) -> Result<RunSettling> {
            Runs runs(database);
            if (settling.upTo < 0) {
                if (const auto run = unfinished(runs, id); !run)
                    return failure(run.error());
                change(runs);
                database.noteEvent({.kind = EventKind::OperatorAction, .runId = id, .text = what});
            }
            return runs.settleSome(id, settling, stretch);
        });
}

QFuture<Result<RunSettling>> RunActions::pause(qint64 id)
{
    return change(id, QStringLiteral("run paused"), [id](Runs &runs) { runs.pause(id); });
}

QFuture<Result<RunSettling>> RunActions::resume(qint64 id)
{
    return change(id, QStringLiteral("run resumed"), [id](Runs &runs) { runs.resume(id); });
}

QFuture<Result<RunSettling>> RunActions::setPriority(qint64 id, RunPriority priority)
{
    return change(id, QStringLiteral("run's priority set to %1").arg(runPriorityName(priority)),
                  [id, priority](Runs &runs) { runs.setPriority(id, priority); });
}

QFuture<Result<RunSettling>> RunActions::cancel(qint64 id)
{
    return change(id, QStringLiteral("run cancelled"), [id](Runs &runs) { runs.cancel(id); });
}

QFuture<Result<SeedReceipt>> RunActions::repeat(qint64 id, const QString &name)
{
    return m_store.transact([id, name](Database &database) -> Result<SeedReceipt> {
        Runs runs(database);
        if (const auto run = existing(runs, id); !run)
            return failure(run.error());
        const auto seeds = runs.seeds(id);
        if (seeds.empty())
            return failure(ErrorCategory::InvalidInput, ForUser::tr("Run %1 was begun with no artist.").arg(id));
        SeedReceipt receipt{.runName = name.isEmpty() ? runs.nameAgain(id) : name};
        receipt.runId = Operations(database).startRun(receipt.runName);
        runs.markAgain(receipt.runId, id);
        MessageQueue queue(database);
        for (const auto &seed : seeds)
            queue.send(receipt.runId, seed, MessageQueue::Once::Renewed);
        receipt.queued = static_cast<qint64>(seeds.size());
        database.noteEvent(
            {.kind = EventKind::RunStarted,
             .runId = receipt.runId,
             .text = QStringLiteral("“%1”: %2 queued").arg(receipt.runName, QString::number(receipt.queued))});
        return receipt;
    });
}

QFuture<Result<RunComparison>> RunActions::onlyInSecond(qint64 first, qint64 second, int limit)
{
    return m_store.scan([first, second, limit](Database &database) -> Result<RunComparison> {
        Runs runs(database);
        for (const auto id : {first, second}) {
            if (const auto run = existing(runs, id); !run)
                return failure(run.error());
        }
        return runs.onlyInSecond(first, second, limit);
    });
}

void RunActions::settleUnsettled()
{
    const auto unsettled =
        m_store.query([](Database &database) -> Result<std::vector<qint64>> { return Runs(database).unsettled(); })
            .result();
    if (!unsettled)
        return; // it will be seen in all else
    for (const auto id : *unsettled) {
        m_store.transactInBatches<RunSettling>(
            [id](Database &database, const RunSettling &settling) -> Result<RunSettling> {
                return Runs(database).settleSome(id, settling, stretch);
            });
    }
}

} // namespace linernotes
