// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/timechart.h"
#include "telemetry/chart.h"
#include "telemetry/snapshot.h"

#include <optional>

namespace linernotes::ui
{

/// What the charts are made of. Of one stage, or of all where none is named.
struct ChartSource {
    MetricsChart chart; ///< in steps that a person can tell apart: drawable()
    Milliseconds span{0};
    std::optional<StageId> stage;
    PipelineSnapshotPtr now; ///< the newest point; null: not known
};

/// As many of its steps taken together as it takes for lines instead of a band.
MetricsChart drawable(const MetricsChart &chart);
/// Messages that are ready, in flight, delayed: at the end of each step, and now.
ChartLines depthLines(const ChartSource &source);
/// Messages that were archived, a second.
ChartLines throughputLines(const ChartSource &source);
/// Attempts that failed and are made again, and messages that died, in each step.
ChartLines errorLines(const ChartSource &source);
/// "a minute", "in 10 s": the unit of what is counted by the step.
QString perStepLabel(Milliseconds step);

} // namespace linernotes::ui
