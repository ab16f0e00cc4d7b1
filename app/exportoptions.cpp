// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportoptions.h"

#include "matching/rolewords.h"

#include <QCoreApplication>
#include <QDateTime>

namespace linernotes
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<void> takeFormat(ExportRequest &request, const QString &value)
{
    if (value == QLatin1String("csv"))
        request.format = ExportFormat::Csv;
    else if (value == QLatin1String("jsonl"))
        request.format = ExportFormat::JsonLines;
    else
        return usageFailure(tr("--format takes csv or jsonl, not “%1”.").arg(value));
    return {};
}

Result<void> takeRole(ProducerQuery &query, const QString &value)
{
    const auto called = roleCalled(value);
    if (!called) {
        QStringList roles;
        for (int i = 0; i <= static_cast<int>(Role::Collaborator); ++i)
            roles.append(roleName(static_cast<Role>(i)));
        return usageFailure(tr("There is no role “%1”. The roles: %2.").arg(value, roles.join(QStringLiteral(", "))));
    }
    query.role = roleName(*called);
    return {};
}

Result<void> takeConfidence(ProducerQuery &query, const QString &value)
{
    bool isNumber = false;
    const auto confidence = value.toDouble(&isNumber);
    if (!isNumber || !(confidence >= 0 && confidence <= 1)) // not so if it is no number at all
        return usageFailure(tr("--confidence takes a number from 0 to 1, not “%1”.").arg(value));
    query.leastConfidence = confidence;
    return {};
}

/// A day, from its local midnight on.
Result<void> takeSince(ProducerQuery &query, const QString &value)
{
    const auto day = QDate::fromString(value, Qt::ISODate);
    if (!day.isValid())
        return usageFailure(tr("--since takes a day such as 2026-01-31, not “%1”.").arg(value));
    query.since = fromMillis(day.startOfDay().toMSecsSinceEpoch());
    return {};
}

Result<void> takeRun(ProducerQuery &query, const QString &value)
{
    bool isNumber = false;
    query.run = value.toLongLong(&isNumber);
    if (!isNumber || query.run < 1)
        return usageFailure(tr("--run takes the number of a run, not “%1”. “runs list” has them.").arg(value));
    return {};
}

} // namespace

Options optionsOf(ExportCommand &command)
{
    auto &request = command.request;
    auto &query = request.producers;
    const auto option = [](auto &target, auto take) {
        return Option{true, [&target, take](const QString &value) -> Result<void> { return take(target, value); }};
    };
    return {{QStringLiteral("--format"), option(request, takeFormat)},
            {QStringLiteral("--output"), fileOption(request.path)},
            {QStringLiteral("--bom"), flagOption(request.byteOrderMark)},
            {QStringLiteral("--filter"), textOption(query.filter)},
            {QStringLiteral("--role"), option(query, takeRole)},
            {QStringLiteral("--platform"), textOption(query.platform)},
            {QStringLiteral("--tag"), textOption(query.tag)},
            {QStringLiteral("--confidence"), option(query, takeConfidence)},
            {QStringLiteral("--since"), option(query, takeSince)},
            {QStringLiteral("--run"), option(query, takeRun)}};
}

Result<void> takePlainArgument(ExportCommand &command, const QString &argument, bool &hasKind)
{
    hasKind = true;
    if (argument == QLatin1String("producers"))
        command.request.kind = ExportKind::Producers;
    else if (argument == QLatin1String("credits"))
        command.request.kind = ExportKind::Credits;
    else if (argument == QLatin1String("profiles"))
        command.request.kind = ExportKind::Profiles;
    else
        return usageFailure(tr("export takes producers, credits or profiles, not “%1”.").arg(argument));
    return {};
}

Result<void> checkComplete(const ExportCommand &command, bool hasKind)
{
    if (!hasKind)
        return usageFailure(tr("What is to be exported? “export producers”, “export credits” or “export profiles”."));
    if (command.request.path.isEmpty())
        return usageFailure(tr("Where to? export needs --output FILE."));
    return {};
}

} // namespace linernotes
