// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/outlook.h"

#include "messages/messages.h"

#include <algorithm>

namespace linernotes
{
namespace
{

/// Ten-second points: percentiles and error rates are those of five minutes, the pace that of one.
constexpr std::size_t recentPoints = 30;
constexpr std::size_t pacePoints = 6;
/// An engine that works writes a row every ten seconds; so long after its last one it is taken for ended.
constexpr std::size_t alivePoints = 3;
/// So many messages a stage must have ended before it is believed how many it sends on.
constexpr qint64 leastSeen = 3;

/// For a person: whose the addresses are, and what the artist has.
constexpr double callsOfMusicBrainz = 2;

template <typename Tally>
struct Sum {
    Tally tally;
    double seconds = 0; ///< of the points that are there
};

template <typename Series, typename Tally>
Sum<Tally> newest(const Series &series, std::size_t most, Milliseconds step)
{
    Sum<Tally> sum;
    const auto &points = series.points;
    for (auto i = points.size() - std::min(most, points.size()); i < points.size(); ++i) {
        if (!points[i])
            continue;
        sum.tally += *points[i];
        sum.seconds += std::chrono::duration<double>(step).count();
    }
    return sum;
}

enum class Work {
    None, ///< there was nothing to do when the step began: what was done in it says nothing of a pace
    Waiting,
    InFlight, ///< from the beginning to the end
};

Work workIn(const StageSeries &series, std::size_t step)
{
    const auto depthAt = [&series](std::size_t i) { return series.points[i] ? series.points[i]->last : std::nullopt; };
    const auto before = step > 0 ? depthAt(step - 1) : std::nullopt;
    if (!before || before->ready + before->leased == 0)
        return Work::None;
    const auto after = depthAt(step);
    return before->leased > 0 && after && after->leased > 0 ? Work::InFlight : Work::Waiting;
}

/// A second, of the steps with work. Where nothing came of it and nothing was in flight, somebody held it up.
template <typename Series, typename Count, typename WorkIn>
double pace(const Series &series, Milliseconds step, Count count, WorkIn workIn)
{
    double done = 0;
    double seconds = 0;
    const auto &points = series.points;
    for (auto i = points.size() - std::min(pacePoints, points.size()); i < points.size(); ++i) {
        const auto counted = points[i] ? count(*points[i]) : 0;
        const auto work = workIn(i);
        if (work == Work::None || (counted == 0 && work == Work::Waiting))
            continue;
        done += static_cast<double>(counted);
        seconds += std::chrono::duration<double>(step).count();
    }
    return seconds > 0 ? done / seconds : 0;
}

std::optional<double> ratio(qint64 of, qint64 to, qint64 least)
{
    return to >= least ? std::optional(static_cast<double>(of) / static_cast<double>(to)) : std::nullopt;
}

/// Of the last minute where enough was done in it: what the cache answers costs nothing, and how much that is changes
/// with the artists.
std::optional<double> callsPerMessage(const StageSeries &series, const RecentMetrics::Learned &learned,
                                      Milliseconds step)
{
    constexpr qint64 enough = 30;
    const auto lately = newest<StageSeries, StageTally>(series, pacePoints, step).tally;
    const auto attempts = lately.archived + lately.dead + lately.retries;
    return attempts >= enough ? ratio(lately.calls, attempts, enough)
                              : ratio(learned.calls, learned.attempts, leastSeen);
}

void addStages(PipelineSnapshot &snapshot, const MetricsChart &chart)
{
    for (const auto &series : chart.stages) {
        auto &shown = snapshot.stages.at(static_cast<std::size_t>(series.stage));
        const auto recent = newest<StageSeries, StageTally>(series, recentPoints, chart.step).tally;
        shown.p50 = recent.durations.percentile(0.5);
        shown.p95 = recent.durations.percentile(0.95);
        for (const auto &point : series.points)
            shown.throughput.push_back(point ? std::optional(point->archived) : std::nullopt);
    }
}

void addServices(PipelineSnapshot &snapshot, const MetricsChart &chart)
{
    for (auto &shown : snapshot.services) {
        const auto series = std::ranges::find(chart.services, shown.service, &ServiceSeries::service);
        if (series == chart.services.end())
            continue;
        const auto recent = newest<ServiceSeries, ServiceTally>(*series, recentPoints, chart.step).tally;
        shown.recent = {.calls = recent.calls,
                        .p50 = recent.latencies.percentile(0.5),
                        .p95 = recent.latencies.percentile(0.95),
                        .p99 = recent.latencies.percentile(0.99),
                        .errorRate = ratio(recent.failures(), recent.calls, 1)};
    }
}

double callsPerSecond(const PipelineSnapshot &snapshot, const QString &service, const MetricsChart &chart)
{
    const auto series = std::ranges::find(chart.services, service, &ServiceSeries::service);
    if (series == chart.services.end())
        return 0;
    return pace(
        *series, chart.step, [](const ServiceTally &tally) { return tally.calls; },
        [&](std::size_t step) {
            auto work = Work::None;
            for (const auto &stage : chart.stages) {
                const auto &shown = snapshot.stages.at(static_cast<std::size_t>(stage.stage));
                if (shown.service == service
                    || (service == musicbrainzSource && stage.stage == StageId::SocialEnrichment))
                    work = std::max(work, workIn(stage, step));
            }
            return work;
        });
}

EtaService etaService(const PipelineSnapshot &snapshot, const ServiceSnapshot &shown, const MetricsChart &chart)
{
    EtaService service;
    service.name = shown.service;
    service.callsPerSecond = callsPerSecond(snapshot, shown.service, chart);
    const auto window = std::chrono::duration<double>(shown.quota.window).count();
    if (shown.quota.limit > 0 && window > 0)
        service.mostPerSecond = shown.quota.limit / window;
    for (const auto &group : shown.quota.groups) {
        if (group.isLimited())
            service.groups.push_back(
                {.name = group.group, .limit = group.limit, .left = group.left(), .nextFree = group.nextFree});
    }
    service.needsCredentials = shown.needsCredentials;
    service.isOptional = shown.service == musicbrainzSource;
    if (shown.blocked)
        service.blockedUntil = shown.until;
    service.isHeldOpen = shown.standing.override == CircuitOverride::Open;
    if (shown.circuit == CircuitState::Open && shown.standing.override == CircuitOverride::None)
        service.circuitUntil = shown.standing.nextProbe;
    return service;
}

/// Who works writes rows. The step that was under way at `knownUntil` says nothing either.
bool tellsOfWork(const StageSeries &series, const MetricsChart &chart, std::optional<Instant> knownUntil)
{
    const auto &points = series.points;
    for (auto i = points.size() - std::min(alivePoints, points.size()); i < points.size(); ++i) {
        if (points[i] && (!knownUntil || chart.at.at(i) > *knownUntil))
            return true;
    }
    return false;
}

EtaSituation situationOf(const PipelineSnapshot &snapshot, const RecentMetrics &recent, const StageGroups &groups,
                         std::optional<Instant> knownUntil)
{
    EtaSituation situation{.now = snapshot.at,
                           .isWorking = snapshot.running,
                           .isDatabaseBroken = snapshot.problem.has_value(),
                           .stages = {},
                           .services = {}};
    for (const auto &service : snapshot.services)
        situation.services.push_back(etaService(snapshot, service, recent.chart));
    for (const auto &series : recent.chart.stages) {
        const auto index = static_cast<std::size_t>(series.stage);
        const auto &shown = snapshot.stages.at(index);
        auto &stage = situation.stages.at(index);
        stage.remaining = shown.metrics.pending();
        stage.isPaused = shown.pause.has_value();
        stage.pausedUntil = shown.pause ? shown.pause->until : std::nullopt;
        stage.perSecond = pace(
            series, recent.chart.step, [](const StageTally &tally) { return tally.archived + tally.dead; },
            [&series](std::size_t step) { return workIn(series, step); });
        situation.isWorking = situation.isWorking || tellsOfWork(series, recent.chart, knownUntil);
        const auto &learned = recent.learned.at(index);
        if (index + 1 < recent.learned.size())
            stage.fanOut = ratio(recent.learned.at(index + 1).sent, learned.ended, leastSeen);
        stage.callsPerMessage = callsPerMessage(series, learned, recent.chart.step);
        stage.groups = groups.at(index);
        const auto service = std::ranges::find(snapshot.services, shown.service, &ServiceSnapshot::service);
        if (service != snapshot.services.end())
            stage.service = static_cast<std::size_t>(service - snapshot.services.begin());
        const auto optional = std::ranges::find(snapshot.services, musicbrainzSource, &ServiceSnapshot::service);
        if (series.stage == StageId::SocialEnrichment && optional != snapshot.services.end()) {
            stage.optionalService = static_cast<std::size_t>(optional - snapshot.services.begin());
            stage.optionalCalls = callsOfMusicBrainz;
        }
    }
    return situation;
}

/// Whatever else the stages would do: nothing goes on.
void addProblem(PipelineSnapshot &snapshot)
{
    if (!snapshot.problem)
        return;
    for (auto &shown : snapshot.stages) {
        shown.state = StageState::Waiting;
        shown.pacedBy.clear();
        shown.waitingFor = QStringLiteral("the database can't be written to");
        shown.waitingUntil.reset();
    }
}

} // namespace

void addOutlook(PipelineSnapshot &snapshot, const RecentMetrics &recent, const StageGroups &groups,
                std::optional<Instant> knownUntil)
{
    addProblem(snapshot);
    addStages(snapshot, recent.chart);
    addServices(snapshot, recent.chart);
    if (snapshot.services.empty())
        return;
    auto situation = situationOf(snapshot, recent, groups, knownUntil);
    snapshot.workedOn = situation.isWorking;
    const auto takeOut = [&situation](const RunSnapshot &run) {
        for (std::size_t i = 0; i < run.stages.size(); ++i) {
            auto &remaining = situation.stages.at(i).remaining;
            remaining = std::max<qint64>(0, remaining - run.stages.at(i).remaining());
        }
    };
    for (const auto &run : snapshot.runs) {
        if (run.isRevisit && !run.paused) // of a paused run nothing is counted
            takeOut(run);
    }
    snapshot.eta = estimate(situation);
    std::vector<RunSnapshot *> waiting;
    for (auto &run : snapshot.runs) { // the newest first
        if (run.finished || run.isRevisit)
            continue;
        if (run.paused) // it is none of what the others wait for
            run.eta = Eta{.left = {}, .bound = {.kind = EtaBound::Kind::Paused, .service = {}, .until = {}}};
        else
            waiting.push_back(&run);
    }
    // The queues are worked off by priority, and then in the order of sending: a run waits for those before it, not for
    // those after it. So the last comes first here, and takes its work out of what the others wait for.
    std::ranges::stable_sort(waiting, {}, &RunSnapshot::priority);
    for (auto *run : waiting) {
        run->eta = estimate(situation);
        takeOut(*run);
    }
}

} // namespace linernotes
