// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"
#include "telemetry/chart.h"
#include "telemetry/snapshot.h"

#include <QString>

#include <optional>
#include <vector>

namespace linernotes::ui
{

/// One line of a chart: a value a step, nullopt where no engine was at work.
struct ChartLine {
    QString name;
    WorkState state = WorkState::Ready; ///< whose colour it has
    std::vector<std::optional<double>> values;
    bool operator==(const ChartLine &) const = default;
};

/// What a chart draws. All lines have the length of `at`.
struct ChartLines {
    Milliseconds span{0};
    Milliseconds step{0};
    std::vector<Instant> at; ///< the beginning of each step
    std::vector<ChartLine> lines;
    bool operator==(const ChartLines &) const = default;
};

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
