// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetryoptions.h"

#include "stagesoptions.h"

#include <QCoreApplication>

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
                return noSuchStage(value);
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

Result<void> takeSpan(MetricsQuery &query, const QString &value)
{
    const auto span = timeSpan(value);
    if (!span || *span < std::chrono::minutes(1))
        return usageFailure(tr("--span takes a time such as 5min, 1h, 24h or 7d, not “%1”.").arg(value));
    query.span = *span;
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
