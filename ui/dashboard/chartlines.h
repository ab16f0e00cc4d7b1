// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/timechart.h"
#include "telemetry/chart.h"

#include <optional>

namespace linernotes::ui
{

// Of one stage, or of all where none is named.

/// Messages that are ready, in flight, delayed, at the end of each step.
ChartLines depthLines(const MetricsChart &chart, Milliseconds span, std::optional<StageId> stage);
/// Messages that were archived, a second.
ChartLines throughputLines(const MetricsChart &chart, Milliseconds span, std::optional<StageId> stage);
/// Attempts that failed and are made again, and messages that died, a minute.
ChartLines errorLines(const MetricsChart &chart, Milliseconds span, std::optional<StageId> stage);

} // namespace linernotes::ui
