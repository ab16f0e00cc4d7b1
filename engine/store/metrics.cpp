// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/metrics.h"

#include <algorithm>

namespace linernotes
{
namespace
{

/// The rows of a ten-second step are written within a second or so after its end. A chart that ended with a step whose
/// rows are yet to come would always end with a gap.
constexpr Milliseconds writtenAfter{2500};
constexpr Milliseconds costsLearnedFor = std::chrono::days(30);

QVariant orNull(const std::optional<QueueDepth> &depth, qint64 QueueDepth::*figure)
{
    return depth ? QVariant((*depth).*figure) : QVariant();
}

StageTally stageIn(const Rows &rows)
{
    StageTally tally{.archived = rows.integer(2),
                     .dead = rows.integer(3),
                     .retries = rows.integer(4),
                     .calls = rows.integer(5),
                     .durations = Histogram::fromText(rows.text(6)),
                     .last = {},
                     .most = {.ready = rows.integer(11),
                              .leased = rows.integer(12),
                              .delayed = rows.integer(13),
                              .dead = rows.integer(14)},
                     .oldest = Milliseconds(rows.integer(15))};
    if (!rows.isNull(7)) {
        tally.last = {
            .ready = rows.integer(7), .leased = rows.integer(8), .delayed = rows.integer(9), .dead = rows.integer(10)};
    }
    return tally;
}

ServiceTally serviceIn(const Rows &rows)
{
    return {.calls = rows.integer(2),
            .refused = rows.integer(3),
            .timeouts = rows.integer(4),
            .network = rows.integer(5),
            .server = rows.integer(6),
            .rejected = rows.integer(7),
            .cacheHits = rows.integer(8),
            .cacheMisses = rows.integer(9),
            .latencies = Histogram::fromText(rows.text(10))};
}

/// Behind the last point.
Instant endOf(const MetricsChart &chart)
{
    return chart.at.back() + chart.step;
}

template <typename Series, typename Tally>
void place(Series &series, const MetricsChart &chart, Instant at, const Tally &tally)
{
    const auto index = static_cast<std::size_t>((at - chart.at.front()) / chart.step);
    series.points.at(index) = tally;
    series.total += tally;
}

} // namespace

Milliseconds stepFor(Milliseconds span)
{
    constexpr int mostPoints = 1500;
    for (const auto &step : metricsSteps) {
        if (!step.kept || (span <= *step.kept && span <= step.length * mostPoints))
            return step.length;
    }
    return metricsSteps.back().length;
}

Instant beginningOfStep(Instant at, Milliseconds step)
{
    const auto since = at.time_since_epoch();
    auto rest = since % step;
    if (rest < Milliseconds(0))
        rest += step;
    return at - rest;
}

bool MetricsTally::isEmpty() const
{
    return std::ranges::all_of(stages, &StageTally::isEmpty)
        && std::ranges::all_of(services.cbegin(), services.cend(), &ServiceTally::isEmpty);
}

void Metrics::add(Instant at, const MetricsTally &tally)
{
    for (const auto &step : metricsSteps) {
        const auto beginning = beginningOfStep(at, step.length);
        for (const auto stage : allStages) {
            const auto &done = tally.stages.at(static_cast<std::size_t>(stage));
            if (!done.isEmpty())
                addStage(step.length, beginning, queueName(stage), done);
        }
        for (auto service = tally.services.cbegin(); service != tally.services.cend(); ++service)
            addService(step.length, beginning, service.key(), service.value());
    }
}

void Metrics::addStage(Milliseconds step, Instant at, const QString &queue, const StageTally &tally)
{
    auto durations = tally.durations;
    {
        auto rows = m_database.execute("metrics.stage_durations", {qint64(step.count()), toMillis(at), queue});
        if (rows.next())
            durations += Histogram::fromText(rows.text(0));
    }
    m_database.execute("metrics.add_stage",
                       {qint64(step.count()), toMillis(at), queue, tally.archived, tally.dead, tally.retries,
                        tally.calls, durations.toText(), orNull(tally.last, &QueueDepth::ready),
                        orNull(tally.last, &QueueDepth::leased), orNull(tally.last, &QueueDepth::delayed),
                        orNull(tally.last, &QueueDepth::dead), tally.most.ready, tally.most.leased, tally.most.delayed,
                        tally.most.dead, qint64(tally.oldest.count())});
}

void Metrics::addService(Milliseconds step, Instant at, const QString &service, const ServiceTally &tally)
{
    auto latencies = tally.latencies;
    {
        auto rows = m_database.execute("metrics.service_latencies", {qint64(step.count()), toMillis(at), service});
        if (rows.next())
            latencies += Histogram::fromText(rows.text(0));
    }
    m_database.execute("metrics.add_service",
                       {qint64(step.count()), toMillis(at), service, tally.calls, tally.refused, tally.timeouts,
                        tally.network, tally.server, tally.rejected, tally.cacheHits, tally.cacheMisses,
                        latencies.toText()});
}

void Metrics::trim(int mostRows)
{
    const auto now = m_database.now();
    for (const auto &step : metricsSteps) {
        if (!step.kept)
            continue;
        const auto oldest = toMillis(beginningOfStep(now - *step.kept, step.length));
        m_database.execute("metrics.trim_stages", {qint64(step.length.count()), oldest, mostRows});
        m_database.execute("metrics.trim_services", {qint64(step.length.count()), oldest, mostRows});
    }
}

MetricsChart Metrics::chart(const MetricsQuery &query)
{
    constexpr Milliseconds longest = std::chrono::days(365 * 10);
    const auto span = std::clamp<Milliseconds>(query.span, metricsSteps.front().length, longest);
    const auto step = stepFor(span);
    return chart(step, static_cast<std::size_t>((span + step - Milliseconds(1)) / step), query);
}

MetricsChart Metrics::chart(Milliseconds step, std::size_t points, const MetricsQuery &query)
{
    MetricsChart chart{.step = step, .at = {}, .stages = {}, .services = {}};
    auto last = beginningOfStep(m_database.now(), step);
    if (step == metricsSteps.front().length)
        last = beginningOfStep(m_database.now() - writtenAfter, step) - step;
    for (std::size_t i = points; i > 0; --i)
        chart.at.push_back(last - static_cast<int>(i - 1) * step);
    if (query.service.isEmpty() || query.stage)
        readStages(chart, query);
    if (!query.stage || !query.service.isEmpty())
        readServices(chart, query);
    return chart;
}

void Metrics::readStages(MetricsChart &chart, const MetricsQuery &query)
{
    for (const auto stage : allStages) {
        if (!query.stage || query.stage == stage)
            chart.stages.push_back({.stage = stage, .points = {}, .total = {}});
    }
    for (auto &series : chart.stages)
        series.points.resize(chart.at.size());
    auto rows = m_database.execute("metrics.stages",
                                   {qint64(chart.step.count()), toMillis(chart.at.front()), toMillis(endOf(chart)),
                                    query.stage ? queueName(*query.stage) : QString()});
    while (rows.next()) {
        const auto stage = stageOfQueue(rows.text(1));
        const auto series = std::ranges::find_if(
            chart.stages, [&stage](const StageSeries &one) { return stage && one.stage == *stage; });
        if (series != chart.stages.end())
            place(*series, chart, rows.instant(0), stageIn(rows));
    }
}

void Metrics::readServices(MetricsChart &chart, const MetricsQuery &query)
{
    if (!query.service.isEmpty())
        chart.services.push_back({.service = query.service, .points = {}, .total = {}});
    auto rows = m_database.execute(
        "metrics.services",
        {qint64(chart.step.count()), toMillis(chart.at.front()), toMillis(endOf(chart)), query.service});
    while (rows.next()) {
        const auto name = rows.text(1);
        auto series = std::ranges::find(chart.services, name, &ServiceSeries::service);
        if (series == chart.services.end())
            series = chart.services.insert(series, {.service = name, .points = {}, .total = {}});
        series->points.resize(chart.at.size());
        place(*series, chart, rows.instant(0), serviceIn(rows));
    }
    for (auto &series : chart.services)
        series.points.resize(chart.at.size());
    std::ranges::sort(chart.services, {}, &ServiceSeries::service);
}

RecentMetrics Metrics::recent()
{
    RecentMetrics recent;
    recent.chart = chart(metricsSteps.front().length, RecentMetrics::sparkPoints, {});
    {
        auto rows = m_database.execute("metrics.books");
        while (rows.next()) {
            if (const auto stage = stageOfQueue(rows.text(0))) {
                auto &learned = recent.learned.at(static_cast<std::size_t>(*stage));
                learned.sent = rows.integer(1);
                learned.ended = rows.integer(2);
            }
        }
    }
    auto rows = m_database.execute(
        "metrics.costs", {qint64(metricsSteps.back().length.count()), toMillis(m_database.now() - costsLearnedFor)});
    while (rows.next()) {
        if (const auto stage = stageOfQueue(rows.text(0))) {
            auto &learned = recent.learned.at(static_cast<std::size_t>(*stage));
            learned.calls = rows.integer(1);
            learned.attempts = rows.integer(2);
        }
    }
    return recent;
}

} // namespace linernotes
