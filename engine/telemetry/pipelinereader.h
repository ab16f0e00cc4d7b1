// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "telemetry/snapshot.h"

namespace linernotes
{

/// What the database knows of the pipeline: the queues, the runs and the totals of a snapshot; the rest of it stays at
/// its defaults. Works inside a read transaction; throws SqlFailure.
PipelineSnapshot readPipeline(Database &database);

/// One run as a snapshot tells of it, but for its estimate. nullopt: there is no such run.
std::optional<RunSnapshot> readRun(Database &database, qint64 id);
/// The same of those that were begun before a run, the newest first.
std::vector<RunSnapshot> readRunsBefore(Database &database, qint64 id, int limit);

} // namespace linernotes
