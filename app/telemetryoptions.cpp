// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetryoptions.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <limits>

namespace linernotes
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Option numberOption(const QString &name, qint64 most, std::function<void(qint64)> take)
{
    return {true, [name, most, take = std::move(take)](const QString &value) -> Result<void> {
                bool isNumber = false;
                const auto number = value.toLongLong(&isNumber);
                if (!isNumber || number < 1 || number > most)
                    return usageFailure(
                        tr("%1 takes a number from 1 to %2, not “%3”.").arg(name, QString::number(most), value));
                take(number);
                return {};
            }};
}

Option stageOption(std::optional<StageId> &target)
{
    return {true, [&target](const QString &value) -> Result<void> {
                target = stageOfQueue(value);
                if (target)
                    return {};
                QStringList stages;
                for (const auto stage : allStages)
                    stages.append(queueName(stage));
                return usageFailure(
                    tr("There is no stage “%1”. The stages: %2.").arg(value, stages.join(QStringLiteral(", "))));
            }};
}

Result<void> takeLevel(EventQuery &query, const QString &value)
{
    const auto level = eventLevelFromName(value);
    if (!level)
        return usageFailure(tr("--level takes debug, info, warning or error, not “%1”.").arg(value));
    query.least = *level;
    return {};
}

/// "30min", "24h", "7d".
Result<void> takeSpan(MetricsQuery &query, const QString &value)
{
    static const QRegularExpression form(QStringLiteral("\\A([0-9]{1,5})(min|h|d)\\z"));
    const auto match = form.match(value);
    const auto number = match.captured(1).toInt();
    if (!match.hasMatch() || number == 0)
        return usageFailure(tr("--span takes a time such as 5min, 1h, 24h or 7d, not “%1”.").arg(value));
    const auto unit = match.captured(2);
    if (unit == QLatin1String("min"))
        query.span = std::chrono::minutes(number);
    else if (unit == QLatin1String("h"))
        query.span = std::chrono::hours(number);
    else
        query.span = std::chrono::days(number);
    return {};
}

} // namespace

Options optionsOf(EventsCommand &command)
{
    constexpr qint64 mostShown = 200'000;
    auto &query = command.query;
    const auto most = std::numeric_limits<qint64>::max();
    return {{QStringLiteral("--level"),
             {true, [&query](const QString &value) -> Result<void> { return takeLevel(query, value); }}},
            {QStringLiteral("--stage"), stageOption(query.stage)},
            {QStringLiteral("--service"), textOption(query.service)},
            {QStringLiteral("--run"),
             numberOption(QStringLiteral("--run"), most, [&query](qint64 number) { query.runId = number; })},
            {QStringLiteral("--message"),
             numberOption(QStringLiteral("--message"), most, [&query](qint64 number) { query.messageId = number; })},
            {QStringLiteral("--text"), textOption(query.text)},
            {QStringLiteral("--limit"),
             numberOption(QStringLiteral("--limit"), mostShown,
                          [&query](qint64 number) { query.limit = static_cast<int>(number); })},
            {QStringLiteral("--follow"), flagOption(command.follow)},
            {QStringLiteral("--json"), flagOption(command.json)}};
}

Options optionsOf(MetricsCommand &command)
{
    auto &query = command.query;
    return {{QStringLiteral("--span"),
             {true, [&query](const QString &value) -> Result<void> { return takeSpan(query, value); }}},
            {QStringLiteral("--stage"), stageOption(query.stage)},
            {QStringLiteral("--service"), textOption(query.service)},
            {QStringLiteral("--json"), flagOption(command.json)}};
}

} // namespace linernotes
