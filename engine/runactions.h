// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/runs.h"
#include "telemetry/snapshot.h"

#include <QFuture>

namespace linernotes
{

class Store;

/// What became of a seeding.
struct SeedReceipt {
    qint64 runId = 0; ///< 0: there is none, for all are known
    QString runName;
    qint64 queued = 0;
    qint64 known = 0; ///< were asked for before, within the refresh window: nothing is fetched again
};

/// What the window and the commands do with runs. Every function returns at once; the answers come from the store's
/// threads. A change counts at once for what is sent from now on, in every process on the database; what is queued
/// follows in small transactions between those of the workers, and the answer comes when all of it has.
/// InvalidInput: there is no such run, or it has ended.
class RunActions
{
public:
    explicit RunActions(Store &store)
        : m_store(store)
    {
    }

    /// nullopt: there is no such run.
    QFuture<Result<std::optional<RunStanding>>> run(qint64 id);
    /// The same as a snapshot tells of it, however old it is.
    QFuture<Result<std::optional<RunSnapshot>>> snapshot(qint64 id);
    /// The same of those that were begun before `id`, the newest first.
    QFuture<Result<std::vector<RunSnapshot>>> before(qint64 id, int limit);

    /// What is in flight is finished; the rest waits, over restarts too.
    QFuture<Result<RunSettling>> pause(qint64 id);
    QFuture<Result<RunSettling>> resume(qint64 id);
    QFuture<Result<RunSettling>> setPriority(qint64 id, RunPriority priority);
    /// What waits is discarded, what was found stays.
    QFuture<Result<RunSettling>> cancel(qint64 id);

    /// The same artists as a new run, for which all that was fetched before counts as old. Answers that the services
    /// gave a short while ago are still used. Works for ended runs too. `name`: of the new run; empty: "…, again".
    QFuture<Result<SeedReceipt>> repeat(qint64 id, const QString &name);

    /// Producers whom `second` found credits of and `first` did not.
    QFuture<Result<RunComparison>> onlyInSecond(qint64 first, qint64 second, int limit);

    /// Ends what a process that is gone had begun.
    void settleUnsettled();

private:
    template <typename Change>
    QFuture<Result<RunSettling>> change(qint64 id, const QString &what, Change change);

    Store &m_store;
};

} // namespace linernotes
