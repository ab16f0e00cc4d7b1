// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"
#include "telemetry/chart.h"

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

// Of one stage, or of all where none is named.

/// Messages that are ready, in flight, delayed, at the end of each step.
ChartLines depthLines(const MetricsChart &chart, Milliseconds span, std::optional<StageId> stage);
/// Messages that were archived, a second.
ChartLines throughputLines(const MetricsChart &chart, Milliseconds span, std::optional<StageId> stage);
/// Attempts that failed and are made again, and messages that died, a minute.
ChartLines errorLines(const MetricsChart &chart, Milliseconds span, std::optional<StageId> stage);

} // namespace linernotes::ui
