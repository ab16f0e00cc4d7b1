// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless/telemetryreport.h"

#include "engine.h"
#include "headless/waiting.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace linernotes
{
namespace
{

constexpr double microsecondsOfOne = 1000;

QString tr(const char *text)
{
    return QCoreApplication::translate("TelemetryReport", text);
}

QJsonValue millisecondsOrNull(const std::optional<Microseconds> &time)
{
    return time ? QJsonValue(static_cast<double>(time->count()) / microsecondsOfOne) : QJsonValue();
}

QString milliseconds(const std::optional<Microseconds> &time)
{
    return time ? QString::number(static_cast<double>(time->count()) / microsecondsOfOne, 'f', 1) : QStringLiteral("-");
}

QJsonValue json(const StageTally &tally)
{
    QJsonObject object{{QStringLiteral("archived"), tally.archived},
                       {QStringLiteral("dead"), tally.dead},
                       {QStringLiteral("retries"), tally.retries},
                       {QStringLiteral("calls"), tally.calls},
                       {QStringLiteral("p50_ms"), millisecondsOrNull(tally.durations.percentile(0.5))},
                       {QStringLiteral("p95_ms"), millisecondsOrNull(tally.durations.percentile(0.95))},
                       {QStringLiteral("most_ready"), tally.most.ready},
                       {QStringLiteral("most_leased"), tally.most.leased},
                       {QStringLiteral("most_delayed"), tally.most.delayed},
                       {QStringLiteral("most_dead"), tally.most.dead},
                       {QStringLiteral("oldest_ready_ms"), qint64(tally.oldest.count())}};
    if (tally.last) {
        object.insert(QStringLiteral("ready"), tally.last->ready);
        object.insert(QStringLiteral("leased"), tally.last->leased);
        object.insert(QStringLiteral("delayed"), tally.last->delayed);
        object.insert(QStringLiteral("open_dead"), tally.last->dead);
    }
    return object;
}

QJsonValue json(const ServiceTally &tally)
{
    return QJsonObject{{QStringLiteral("calls"), tally.calls},
                       {QStringLiteral("failures"), tally.failures()},
                       {QStringLiteral("refused"), tally.refused},
                       {QStringLiteral("timeouts"), tally.timeouts},
                       {QStringLiteral("network"), tally.network},
                       {QStringLiteral("server"), tally.server},
                       {QStringLiteral("rejected"), tally.rejected},
                       {QStringLiteral("cache_hits"), tally.cacheHits},
                       {QStringLiteral("cache_misses"), tally.cacheMisses},
                       {QStringLiteral("p50_ms"), millisecondsOrNull(tally.latencies.percentile(0.5))},
                       {QStringLiteral("p95_ms"), millisecondsOrNull(tally.latencies.percentile(0.95))},
                       {QStringLiteral("p99_ms"), millisecondsOrNull(tally.latencies.percentile(0.99))}};
}

template <typename Series>
QJsonObject seriesJson(const QString &kind, const QString &name, const Series &series)
{
    QJsonArray points;
    for (const auto &point : series.points)
        points.append(point ? json(*point) : QJsonValue());
    return {{kind, name}, {QStringLiteral("total"), json(series.total)}, {QStringLiteral("points"), points}};
}

QString row(const QString &name, const QStringList &figures)
{
    constexpr int nameWidth = -26;
    constexpr int figureWidth = 10;
    auto text = QStringLiteral("%1").arg(name, nameWidth);
    for (const auto &figure : figures)
        text += QStringLiteral("%1").arg(figure, figureWidth);
    return text + QLatin1Char('\n');
}

} // namespace

QString toLine(const Event &event)
{
    constexpr int levelWidth = 7;
    auto line = toIsoText(event.at) + QLatin1Char(' ') + eventLevelName(event.level).leftJustified(levelWidth)
        + QLatin1Char(' ') + eventKindName(event.kind);
    if (event.stage)
        line += QLatin1Char(' ') + queueName(*event.stage);
    if (!event.service.isEmpty())
        line += QLatin1Char(' ') + event.service;
    if (event.runId > 0)
        line += tr(" run %1").arg(event.runId);
    if (event.messageId > 0)
        line += tr(" message %1").arg(event.messageId);
    if (event.attempt > 0)
        line += tr(" attempt %1").arg(event.attempt);
    if (event.took)
        line += tr(" %1 ms").arg(event.took->count());
    if (event.category)
        line += QLatin1Char(' ') + categoryName(*event.category);
    if (!event.text.isEmpty())
        line += QStringLiteral(": ") + event.text;
    return line + QLatin1Char('\n');
}

QString toTable(const MetricsChart &chart)
{
    auto table = tr("%1 to %2\n").arg(toIsoText(chart.at.front()), toIsoText(chart.at.back() + chart.step));
    if (!chart.stages.empty()) {
        table +=
            row(tr("stage"),
                {tr("done"), tr("dead"), tr("retries"), tr("calls"), tr("p50 ms"), tr("p95 ms"), tr("most ready")});
    }
    for (const auto &series : chart.stages) {
        const auto &total = series.total;
        table += row(queueName(series.stage),
                     {QString::number(total.archived), QString::number(total.dead), QString::number(total.retries),
                      QString::number(total.calls), milliseconds(total.durations.percentile(0.5)),
                      milliseconds(total.durations.percentile(0.95)), QString::number(total.most.ready)});
    }
    if (!chart.services.empty()) {
        table +=
            row(tr("service"),
                {tr("calls"), tr("failed"), tr("refused"), tr("cached"), tr("p50 ms"), tr("p95 ms"), tr("p99 ms")});
    }
    for (const auto &series : chart.services) {
        const auto &total = series.total;
        table += row(series.service,
                     {QString::number(total.calls), QString::number(total.failures()), QString::number(total.refused),
                      QString::number(total.cacheHits), milliseconds(total.latencies.percentile(0.5)),
                      milliseconds(total.latencies.percentile(0.95)), milliseconds(total.latencies.percentile(0.99))});
    }
    return table;
}

QByteArray toJsonLine(const MetricsChart &chart)
{
    QJsonArray at;
    for (const auto instant : chart.at)
        at.append(toIsoText(instant));
    QJsonArray stages;
    for (const auto &series : chart.stages)
        stages.append(seriesJson(QStringLiteral("stage"), queueName(series.stage), series));
    QJsonArray services;
    for (const auto &series : chart.services)
        services.append(seriesJson(QStringLiteral("service"), series.service, series));
    const QJsonObject object{{QStringLiteral("step_ms"), qint64(chart.step.count())},
                             {QStringLiteral("at"), at},
                             {QStringLiteral("stages"), stages},
                             {QStringLiteral("services"), services}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

Result<void> checkService(Engine &engine, const QString &service)
{
    if (service.isEmpty())
        return {};
    const auto snapshot = wait(engine.snapshot());
    if (!snapshot)
        return failure(snapshot.error());
    QStringList names;
    for (const auto &known : (*snapshot)->services)
        names.append(known.service);
    if (names.contains(service))
        return {};
    return failure(ErrorCategory::InvalidInput,
                   tr("There is no service “%1”. The services: %2.").arg(service, names.join(QStringLiteral(", "))));
}

} // namespace linernotes
