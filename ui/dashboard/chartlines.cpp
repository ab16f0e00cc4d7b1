// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/chartlines.h"

#include "dashboard/stagecard.h"

#include <QCoreApplication>

namespace linernotes::ui
{
namespace
{

using namespace std::chrono_literals;

/// In which the rate of the last ten seconds is that of the step.
constexpr Milliseconds shortStep = 10s;

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

ChartLine line(const ChartSource &source, const QString &name, WorkState state, Reading reading, double factor)
{
    return {.name = name, .state = state, .values = sum(source.chart, source.stage, reading, factor)};
}

QString stateName(WorkState state)
{
    return workStateLabel(static_cast<int>(state));
}

/// What the window shows of the stages now, added up.
double nowOf(const ChartSource &source, double (*reading)(const StageSnapshot &stage))
{
    double total = 0;
    for (const auto &stage : source.now->stages) {
        if (!source.stage || stage.stage == *source.stage)
            total += reading(stage);
    }
    return total;
}

bool hasNow(const ChartSource &source)
{
    return source.now && !source.chart.at.empty() && source.now->at > source.chart.at.back();
}

/// The rate of a step that is not over would look like a fall: it is taken over the time that went by. Of a step that
/// has just begun that says nothing, and the rate of now stands for it where it is known.
void endWithNow(ChartLines &lines, const ChartSource &source)
{
    if (!hasNow(source) || lines.at.empty()) {
        if (!lines.at.empty()) {
            lines.at.pop_back();
            for (auto &line : lines.lines)
                line.values.pop_back();
        }
        return;
    }
    constexpr int least = 6;
    const auto elapsed = source.now->at - source.chart.at.back();
    auto &last = lines.lines.front().values.back();
    if (source.chart.step > shortStep && elapsed * least >= source.chart.step && elapsed < source.chart.step) {
        if (last)
            *last *= static_cast<double>(source.chart.step.count()) / static_cast<double>(elapsed.count());
    } else if (source.chart.step <= shortStep || elapsed < source.chart.step) {
        last = nowOf(source, [](const StageSnapshot &stage) { return stage.perSecond; });
    }
}

} // namespace

MetricsChart drawable(const MetricsChart &chart)
{
    constexpr std::size_t mostPoints = 360;
    constexpr int together = 15;
    if (chart.at.size() <= mostPoints)
        return chart;
    MetricsChart drawn{.step = chart.step * together, .at = {}, .stages = {}, .services = {}};
    std::vector<std::size_t> places; // of each step in what is drawn; the same ones together whenever it is looked at
    for (const auto at : chart.at) {
        const auto begin = fromMillis(toMillis(at) / drawn.step.count() * drawn.step.count());
        if (drawn.at.empty() || drawn.at.back() != begin)
            drawn.at.push_back(begin);
        places.push_back(drawn.at.size() - 1);
    }
    for (const auto &series : chart.stages) {
        StageSeries merged{.stage = series.stage, .points = {}, .total = series.total};
        merged.points.resize(drawn.at.size());
        for (std::size_t i = 0; i < series.points.size(); ++i) {
            if (!series.points[i])
                continue;
            auto &point = merged.points.at(places[i]);
            if (!point)
                point.emplace();
            *point += *series.points[i];
        }
        drawn.stages.push_back(std::move(merged));
    }
    return drawn;
}

ChartLines depthLines(const ChartSource &source)
{
    using Depth = std::optional<double>;
    const auto depth = [&](WorkState state, Reading reading) {
        return line(source, stateName(state), state, reading, 1);
    };
    ChartLines lines{
        .span = source.span,
        .step = source.chart.step,
        .at = source.chart.at,
        .lines = {
            depth(WorkState::Ready,
                  [](const StageTally &t) { return t.last ? Depth(static_cast<double>(t.last->ready)) : Depth(); }),
            depth(WorkState::InFlight,
                  [](const StageTally &t) { return t.last ? Depth(static_cast<double>(t.last->leased)) : Depth(); }),
            depth(WorkState::Delayed,
                  [](const StageTally &t) { return t.last ? Depth(static_cast<double>(t.last->delayed)) : Depth(); })}};
    if (!hasNow(source))
        return lines;
    lines.at.push_back(source.now->at);
    const auto add = [&](std::size_t place, double (*reading)(const StageSnapshot &stage)) {
        lines.lines.at(place).values.emplace_back(nowOf(source, reading));
    };
    add(0, [](const StageSnapshot &stage) { return static_cast<double>(stage.metrics.ready); });
    add(1, [](const StageSnapshot &stage) { return static_cast<double>(stage.metrics.leased); });
    add(2, [](const StageSnapshot &stage) { return static_cast<double>(stage.metrics.delayed); });
    return lines;
}

ChartLines throughputLines(const ChartSource &source)
{
    ChartLines lines{.span = source.span,
                     .step = source.chart.step,
                     .at = source.chart.at,
                     .lines = {line(
                         source, stateName(WorkState::Done), WorkState::Done,
                         [](const StageTally &t) { return std::optional(static_cast<double>(t.archived)); },
                         perStep(source.chart, std::chrono::seconds(1)))}};
    endWithNow(lines, source);
    return lines;
}

ChartLines errorLines(const ChartSource &source)
{
    return {.span = source.span,
            .step = source.chart.step,
            .at = source.chart.at,
            .lines = {line(
                          source, tr("retried"), WorkState::Delayed,
                          [](const StageTally &t) { return std::optional(static_cast<double>(t.retries)); }, 1),
                      line(
                          source, stateName(WorkState::Dead), WorkState::Dead,
                          [](const StageTally &t) { return std::optional(static_cast<double>(t.dead)); }, 1)}};
}

QString perStepLabel(Milliseconds step)
{
    if (step == 1min)
        return tr("a minute");
    if (step == 1h)
        return tr("an hour");
    return step < 1min ? tr("in %1 s").arg(std::chrono::floor<std::chrono::seconds>(step).count())
                       : tr("in %1 min").arg(std::chrono::floor<std::chrono::minutes>(step).count());
}

} // namespace linernotes::ui
