// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/chartlines.h"

#include "dashboard/stagecard.h"

#include <QCoreApplication>

namespace linernotes::ui
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("linernotes::ui", text);
}

/// What is read off a tally; nullopt: nobody looked.
using Reading = std::optional<double> (*)(const StageTally &tally);

/// The stages' readings added up, a step at a time.
std::vector<std::optional<double>> sum(const MetricsChart &chart, std::optional<StageId> stage, Reading reading,
                                       double factor)
{
    std::vector<std::optional<double>> values(chart.at.size());
    for (const auto &series : chart.stages) {
        if (stage && series.stage != *stage)
            continue;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto &tally = series.points.at(i);
            const auto value = tally ? reading(*tally) : std::nullopt;
            if (value)
                values[i] = values[i].value_or(0) + *value * factor;
        }
    }
    return values;
}

double perStep(const MetricsChart &chart, Milliseconds unit)
{
    return chart.step.count() > 0 ? static_cast<double>(unit.count()) / static_cast<double>(chart.step.count()) : 0;
}

ChartLine line(const MetricsChart &chart, const QString &name, WorkState state, std::optional<StageId> stage,
               Reading reading, double factor)
{
    return {.name = name, .state = state, .values = sum(chart, stage, reading, factor)};
}

/// A rate of a step that is not over would look like a fall.
ChartLines withoutLast(ChartLines lines)
{
    if (!lines.at.empty()) {
        lines.at.pop_back();
        for (auto &line : lines.lines)
            line.values.pop_back();
    }
    return lines;
}

QString stateName(WorkState state)
{
    return workStateLabel(static_cast<int>(state));
}

} // namespace

ChartLines depthLines(const MetricsChart &chart, Milliseconds span, std::optional<StageId> stage)
{
    const auto depth = [&](WorkState state, Reading reading) {
        return line(chart, stateName(state), state, stage, reading, 1);
    };
    using Depth = std::optional<double>;
    return {
        .span = span,
        .step = chart.step,
        .at = chart.at,
        .lines = {
            depth(WorkState::Ready,
                  [](const StageTally &t) { return t.last ? Depth(static_cast<double>(t.last->ready)) : Depth(); }),
            depth(WorkState::InFlight,
                  [](const StageTally &t) { return t.last ? Depth(static_cast<double>(t.last->leased)) : Depth(); }),
            depth(WorkState::Delayed,
                  [](const StageTally &t) { return t.last ? Depth(static_cast<double>(t.last->delayed)) : Depth(); })}};
}

ChartLines throughputLines(const MetricsChart &chart, Milliseconds span, std::optional<StageId> stage)
{
    return withoutLast({.span = span,
                        .step = chart.step,
                        .at = chart.at,
                        .lines = {line(
                            chart, stateName(WorkState::Done), WorkState::Done, stage,
                            [](const StageTally &t) { return std::optional(static_cast<double>(t.archived)); },
                            perStep(chart, std::chrono::seconds(1)))}});
}

ChartLines errorLines(const MetricsChart &chart, Milliseconds span, std::optional<StageId> stage)
{
    const auto factor = perStep(chart, std::chrono::minutes(1));
    return withoutLast(
        {.span = span,
         .step = chart.step,
         .at = chart.at,
         .lines = {line(
                       chart, tr("retried"), WorkState::Delayed, stage,
                       [](const StageTally &t) { return std::optional(static_cast<double>(t.retries)); }, factor),
                   line(
                       chart, stateName(WorkState::Dead), WorkState::Dead, stage,
                       [](const StageTally &t) { return std::optional(static_cast<double>(t.dead)); }, factor)}});
}

} // namespace linernotes::ui
