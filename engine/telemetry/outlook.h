// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/chart.h"
#include "telemetry/snapshot.h"

#include <QStringList>

#include <array>
#include <optional>

namespace linernotes
{

/// By stage: the endpoint groups that its messages call.
using StageGroups = std::array<QStringList, allStages.size()>;

/// Adds to a snapshot that is otherwise complete what the last minutes tell: the stages' and services' recent figures,
/// and how long the work will take, all of it and run by run. `knownUntil`: figures of until then tell of no other
/// program that is at work: they are this process's, or of before it. Pure.
void addOutlook(PipelineSnapshot &snapshot, const RecentMetrics &recent, const StageGroups &groups,
                std::optional<Instant> knownUntil = {});

} // namespace linernotes
