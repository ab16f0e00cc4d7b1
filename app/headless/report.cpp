// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless/report.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace linernotes
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

QString stateName(StageState state)
{
    switch (state) {
    case StageState::Stopped:
        return QStringLiteral("stopped");
    case StageState::Idle:
        return QStringLiteral("idle");
    case StageState::Working:
        return QStringLiteral("working");
    case StageState::Waiting:
        return QStringLiteral("waiting");
    case StageState::Paused:
        return QStringLiteral("paused");
    case StageState::NeedsCredentials:
        return QStringLiteral("needs_credentials");
    }
    Q_UNREACHABLE();
}

QJsonValue timeOrNull(const std::optional<Instant> &time)
{
    return time ? QJsonValue(toIsoText(*time)) : QJsonValue();
}

QJsonValue millisecondsOrNull(const std::optional<Microseconds> &time)
{
    constexpr double microsecondsOfOne = 1000;
    return time ? QJsonValue(static_cast<double>(time->count()) / microsecondsOfOne) : QJsonValue();
}

QJsonObject etaJson(const Eta &eta)
{
    return {{QStringLiteral("left_ms"), eta.left ? QJsonValue(qint64(eta.left->count())) : QJsonValue()},
            {QStringLiteral("bound"), etaBoundName(eta.bound.kind)},
            {QStringLiteral("service"), eta.bound.service},
            {QStringLiteral("stage"), eta.bound.stage ? QJsonValue(queueName(*eta.bound.stage)) : QJsonValue()},
            {QStringLiteral("until"), timeOrNull(eta.bound.until)}};
}

QJsonObject quotaJson(const QuotaStanding &quota)
{
    QJsonArray groups;
    for (const auto &group : quota.groups) {
        groups.append(QJsonObject{{QStringLiteral("group"), group.group},
                                  {QStringLiteral("used"), group.used},
                                  {QStringLiteral("limit"), group.isLimited() ? QJsonValue(group.limit) : QJsonValue()},
                                  {QStringLiteral("left"), group.isLimited() ? QJsonValue(group.left()) : QJsonValue()},
                                  {QStringLiteral("next_free"), toIsoText(group.nextFree)}});
    }
    return {{QStringLiteral("window_limit"), quota.limit > 0 ? QJsonValue(quota.limit) : QJsonValue()},
            {QStringLiteral("window_ms"), qint64(quota.window.count())},
            {QStringLiteral("concurrency"), quota.concurrency > 0 ? QJsonValue(quota.concurrency) : QJsonValue()},
            {QStringLiteral("in_flight"), quota.inFlight},
            {QStringLiteral("waiting"), quota.waiting},
            {QStringLiteral("last_24_hours"), groups}};
}

QJsonObject serviceJson(const ServiceSnapshot &service)
{
    return {{QStringLiteral("service"), service.service},
            {QStringLiteral("circuit"), circuitStateName(service.circuit)},
            {QStringLiteral("blocked"), service.blocked},
            {QStringLiteral("needs_credentials"), service.needsCredentials},
            {QStringLiteral("reason"), service.reason},
            {QStringLiteral("until"), timeOrNull(service.until)},
            {QStringLiteral("calls"), service.calls},
            {QStringLiteral("failures"), service.failures},
            {QStringLiteral("cache_hits"), service.cacheHits},
            {QStringLiteral("cache_hit_rate"), service.hitRate() ? QJsonValue(*service.hitRate()) : QJsonValue()},
            {QStringLiteral("recent"),
             QJsonObject{{QStringLiteral("calls"), service.recent.calls},
                         {QStringLiteral("p50_ms"), millisecondsOrNull(service.recent.p50)},
                         {QStringLiteral("p95_ms"), millisecondsOrNull(service.recent.p95)},
                         {QStringLiteral("p99_ms"), millisecondsOrNull(service.recent.p99)},
                         {QStringLiteral("error_rate"),
                          service.recent.errorRate ? QJsonValue(*service.recent.errorRate) : QJsonValue()}}},
            {QStringLiteral("quota"), quotaJson(service.quota)}};
}

QJsonObject runJson(const RunSnapshot &run)
{
    return {{QStringLiteral("id"), run.id},
            {QStringLiteral("name"), run.name},
            {QStringLiteral("revisit"), run.isRevisit},
            {QStringLiteral("state"), runStateName(stateOf(run))},
            {QStringLiteral("priority"), runPriorityName(run.priority)},
            {QStringLiteral("created_at"), toIsoText(run.createdAt)},
            {QStringLiteral("finished_at"), timeOrNull(run.finishedAt)},
            {QStringLiteral("eta"), run.eta ? QJsonValue(etaJson(*run.eta)) : QJsonValue()},
            {QStringLiteral("stages"), progressJson(run)}};
}

/// ", about 12 min left", and what it waits for; empty where there is nothing to say.
QString etaText(const Eta &eta)
{
    using Kind = EtaBound::Kind;
    QString text;
    if (eta.left) {
        const auto minutes = std::chrono::ceil<std::chrono::minutes>(*eta.left).count();
        constexpr qint64 hours = 60;
        constexpr qint64 days = 24 * hours;
        text += minutes > 2 * days ? tr(", about %1 d %2 h left").arg(minutes / days).arg(minutes % days / hours)
            : minutes > 2 * hours  ? tr(", about %1 h left").arg(minutes / hours)
                                   : tr(", about %1 min left").arg(minutes);
    }
    const auto &bound = eta.bound;
    if (bound.kind == Kind::Quota && bound.until)
        text += tr(", waits for %1's quota, next free %2").arg(bound.service, toIsoText(*bound.until));
    else if (bound.kind == Kind::Rate && !bound.service.isEmpty())
        text += tr(", bound by %1's pace").arg(bound.service);
    else if (bound.kind == Kind::Held)
        text += tr(", waits for %1, whose circuit is held open by hand").arg(bound.service);
    else if (bound.kind == Kind::Circuit)
        text += tr(", waits for %1, which is out of order").arg(bound.service);
    else if (bound.kind == Kind::Credentials)
        text += tr(", waits for %1's credentials").arg(bound.service);
    else if (bound.kind == Kind::Database)
        text += tr(", waits for the database");
    else if (bound.kind == Kind::Paused && bound.stage)
        text += tr(", waits for %1, which is paused").arg(queueName(*bound.stage));
    else if (bound.kind == Kind::Paused)
        text += tr(", no program works on it");
    return text;
}

/// What this program has asked.
QString callsOf(const ServiceSnapshot &service)
{
    return tr("%1 calls, %2 failed").arg(QString::number(service.calls), QString::number(service.failures));
}

/// What all programs on the database have, whether or not this one has asked anything.
QString recentCallsOf(const ServiceSnapshot &service)
{
    // The last ten seconds are not written down yet: of a program that has just asked this is all that is known.
    return service.recent.calls < service.calls ? callsOf(service)
                                                : tr("%1 calls in the last five minutes").arg(service.recent.calls);
}

QString serviceLine(const ServiceSnapshot &service, const QString &calls)
{
    auto line = tr("%1: %2").arg(service.service, calls);
    if (service.needsCredentials)
        line += tr(" - needs credentials: %1").arg(service.reason);
    else if (service.blocked && service.until)
        line += tr(" - refused until %1: %2").arg(toIsoText(*service.until), service.reason);
    else if (service.standing.override == CircuitOverride::Open)
        line += tr(" - circuit held open by hand");
    else if (service.circuit != CircuitState::Closed && service.until)
        line += tr(" - circuit open until %1: %2").arg(toIsoText(*service.until), service.reason);
    return line;
}

/// Among its last twenty calls of a minute one failed, or it can't be called at all.
bool isInTrouble(const ServiceSnapshot &service)
{
    return service.needsCredentials || service.blocked || service.circuit != CircuitState::Closed
        || std::ranges::find(service.standing.recent, CallOutcome::Failed) != service.standing.recent.end();
}

/// "    albums: 123 calls in 24 h, 477 left, next free 2026-11-25T09:00:00Z"
QString quotaLines(const QuotaStanding &quota)
{
    QString lines;
    if (quota.limit > 0)
        lines += tr("    %1 calls in %2 s\n").arg(quota.limit).arg(quota.window.count() / 1000);
    for (const auto &group : quota.groups) {
        lines += tr("    %1: %2 calls in the last 24 h").arg(group.group, QString::number(group.used));
        if (group.isLimited())
            lines += tr(", %1 left, next free %2").arg(group.left()).arg(toIsoText(group.nextFree));
        lines += QLatin1Char('\n');
    }
    return lines;
}

} // namespace

QJsonObject stageJson(const StageSnapshot &stage)
{
    const auto &queue = stage.metrics;
    return {
        {QStringLiteral("queue"), queue.queue},
        {QStringLiteral("state"), stateName(stage.state)},
        {QStringLiteral("paused_since"), timeOrNull(stage.pause ? std::optional(stage.pause->since) : std::nullopt)},
        {QStringLiteral("paused_until"), timeOrNull(stage.pause ? stage.pause->until : std::nullopt)},
        {QStringLiteral("waiting_for"), stage.waitingFor},
        {QStringLiteral("waiting_until"), timeOrNull(stage.waitingUntil)},
        {QStringLiteral("ready"), queue.ready},
        {QStringLiteral("leased"), queue.leased},
        {QStringLiteral("delayed"), queue.delayed},
        {QStringLiteral("held"), queue.held},
        {QStringLiteral("sent"), queue.sent},
        {QStringLiteral("archived"), queue.archived},
        {QStringLiteral("dead"), queue.dead},
        {QStringLiteral("discarded"), queue.discarded},
        {QStringLiteral("oldest_ready_ms"),
         queue.oldestReady ? QJsonValue(qint64(queue.oldestReady->count())) : QJsonValue()},
        {QStringLiteral("per_second"), stage.perSecond},
        {QStringLiteral("p50_ms"), millisecondsOrNull(stage.p50)},
        {QStringLiteral("p95_ms"), millisecondsOrNull(stage.p95)}};
}

QJsonObject progressJson(const RunSnapshot &run)
{
    QJsonObject stages;
    for (const auto stage : allStages) {
        const auto &progress = run.stages.at(static_cast<std::size_t>(stage));
        stages.insert(queueName(stage),
                      QJsonObject{{QStringLiteral("sent"), progress.sent},
                                  {QStringLiteral("archived"), progress.archived},
                                  {QStringLiteral("dead"), progress.dead},
                                  {QStringLiteral("discarded"), progress.discarded}});
    }
    return stages;
}

QByteArray toJsonLine(const PipelineSnapshot &snapshot)
{
    QJsonArray queues;
    for (const auto &stage : snapshot.stages)
        queues.append(stageJson(stage));
    QJsonArray services;
    for (const auto &service : snapshot.services)
        services.append(serviceJson(service));
    QJsonArray runs;
    for (const auto &run : snapshot.runs)
        runs.append(runJson(run));
    const QJsonObject object{
        {QStringLiteral("at"), toIsoText(snapshot.at)},
        {QStringLiteral("running"), snapshot.running},
        {QStringLiteral("worked_on"), snapshot.workedOn},
        {QStringLiteral("queues"), queues},
        {QStringLiteral("services"), services},
        {QStringLiteral("runs"), runs},
        {QStringLiteral("unfinished_runs"), snapshot.unfinishedRuns},
        {QStringLiteral("paused_runs"), snapshot.pausedRuns},
        {QStringLiteral("recordings"), snapshot.recordings},
        {QStringLiteral("unmatched"), snapshot.unmatched},
        {QStringLiteral("producers"), snapshot.producers},
        {QStringLiteral("credits"), snapshot.credits},
        {QStringLiteral("profiles"), snapshot.profiles},
        {QStringLiteral("dead"), snapshot.dead},
        {QStringLiteral("eta"), etaJson(snapshot.eta)},
        {QStringLiteral("problem"), snapshot.problem ? QJsonValue(snapshot.problem->message) : QJsonValue()}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

namespace
{

QString stateText(const RunSnapshot &run)
{
    const auto name = runStateName(stateOf(run));
    return run.finishedAt ? name + QLatin1Char(' ') + toIsoText(*run.finishedAt) : name;
}

} // namespace

QString toTable(const PipelineSnapshot &snapshot)
{
    const auto row = [](const QString &name, const QStringList &figures) {
        constexpr int nameWidth = -26;
        constexpr int figureWidth = 10;
        auto text = QStringLiteral("%1").arg(name, nameWidth);
        for (const auto &figure : figures)
            text += QStringLiteral("%1").arg(figure, figureWidth);
        return text + QLatin1Char('\n');
    };
    auto table = row(tr("queue"), {tr("ready"), tr("in flight"), tr("delayed"), tr("held"), tr("done"), tr("dead")});
    for (const auto &stage : snapshot.stages) {
        const auto &queue = stage.metrics;
        auto line = row(queue.queue,
                        {QString::number(queue.ready), QString::number(queue.leased), QString::number(queue.delayed),
                         QString::number(queue.held), QString::number(queue.archived), QString::number(queue.dead)});
        if (stage.pause) {
            line.chop(1);
            line += stage.pause->until ? tr("  paused until %1").arg(toIsoText(*stage.pause->until)) : tr("  paused");
            line += QLatin1Char('\n');
        }
        table += line;
    }
    table += tr("\n%1 recordings (%2 without a song), %3 producers, %4 credits, %5 profiles\n")
                 .arg(snapshot.recordings)
                 .arg(snapshot.unmatched)
                 .arg(snapshot.producers)
                 .arg(snapshot.credits)
                 .arg(snapshot.profiles);
    for (const auto &run : snapshot.runs) {
        table += tr("run %1 %2: %3\n")
                     .arg(run.id)
                     .arg(run.name.simplified(),
                          stateText(run)
                              + (stateOf(run) == RunState::Running ? etaText(run.eta.value_or(Eta())) : QString()));
    }
    for (const auto &service : snapshot.services)
        table += serviceLine(service, recentCallsOf(service)) + QLatin1Char('\n') + quotaLines(service.quota);
    return table;
}

QString toProgressLine(const PipelineSnapshot &snapshot)
{
    qint64 left = 0;
    double rate = 0;
    for (const auto &stage : snapshot.stages) {
        left += snapshot.pendingOf(stage.stage);
        rate += stage.perSecond;
    }
    auto line = tr("%1 left, %2/s; %3 recordings, %4 producers, %5 credits, %6 dead")
                    .arg(left)
                    .arg(rate, 0, 'f', 0)
                    .arg(snapshot.recordings)
                    .arg(snapshot.producers)
                    .arg(snapshot.credits)
                    .arg(snapshot.dead);
    for (const auto &service : snapshot.services) {
        if (isInTrouble(service))
            line += QStringLiteral("; ") + serviceLine(service, callsOf(service));
    }
    if (snapshot.problem)
        line += QStringLiteral("; ") + snapshot.problem->message;
    return line;
}

} // namespace linernotes
