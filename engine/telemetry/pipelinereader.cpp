// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/pipelinereader.h"

#include "store/messagequeue.h"
#include "store/operations.h"
#include "store/runs.h"

namespace linernotes
{
namespace
{

RunSnapshot readRun(Database &database, const RunStanding &run)
{
    RunSnapshot shown{.id = run.id,
                      .name = run.name,
                      .finished = run.finished,
                      .paused = run.paused,
                      .cancelled = run.cancelled,
                      .isRevisit = run.isRevisit,
                      .againOf = run.againOf,
                      .priority = run.priority,
                      .createdAt = run.createdAt,
                      .finishedAt = run.finishedAt,
                      .stages = {},
                      .eta = {}};
    auto rows = database.execute("runs.queues", {run.id});
    while (rows.next()) {
        if (const auto stage = stageOfQueue(rows.text(0))) {
            shown.stages.at(static_cast<std::size_t>(*stage)) = {.sent = rows.integer(1),
                                                                 .archived = rows.integer(2),
                                                                 .dead = rows.integer(3),
                                                                 .discarded = rows.integer(4)};
        }
    }
    return shown;
}

} // namespace

std::optional<RunSnapshot> readRun(Database &database, qint64 id)
{
    const auto run = Runs(database).standing(id);
    return run ? std::optional(readRun(database, *run)) : std::nullopt;
}

std::vector<RunSnapshot> readRunsBefore(Database &database, qint64 id, int limit)
{
    std::vector<RunSnapshot> runs;
    for (const auto &run : Runs(database).olderThan(id, limit))
        runs.push_back(readRun(database, run));
    return runs;
}

PipelineSnapshot readPipeline(Database &database)
{
    PipelineSnapshot snapshot;
    snapshot.at = database.now();
    MessageQueue queue(database);
    for (const auto stage : allStages) {
        auto &shown = snapshot.stages.at(static_cast<std::size_t>(stage));
        shown.stage = stage;
        shown.metrics = queue.metrics(queueName(stage));
        shown.pause = StagePauses(database).of(queueName(stage));
        if (shown.pause)
            shown.state = StageState::Paused;
        snapshot.dead += shown.metrics.dead;
    }
    for (const auto &run : Runs(database).newestAndUnfinished(PipelineSnapshot::newestRuns))
        snapshot.runs.push_back(readRun(database, run));
    snapshot.allRuns = Runs(database).count();
    snapshot.unfinishedRuns = Operations(database).unfinishedRuns();
    snapshot.pausedRuns = Runs(database).paused();
    auto rows = database.execute("telemetry.totals");
    if (rows.next()) {
        snapshot.producers = rows.integer(0);
        snapshot.credits = rows.integer(1);
        snapshot.profiles = rows.integer(2);
        snapshot.recordings = rows.integer(3);
        snapshot.unmatched = rows.integer(4);
        snapshot.lastDeath = rows.integer(5);
    }
    return snapshot;
}

} // namespace linernotes
