// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless/commands.h"
#include "headless/session.h"
#include "headless/telemetryreport.h"
#include "headless/waiting.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace linernotes
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("CacheCommand", text);
}

QByteArray toJsonLine(const std::vector<CacheHolding> &holdings)
{
    QJsonArray services;
    for (const auto &holding : holdings) {
        services.append(QJsonObject{{QStringLiteral("service"), holding.service},
                                    {QStringLiteral("answers"), holding.answers},
                                    {QStringLiteral("fresh"), holding.fresh},
                                    {QStringLiteral("bytes"), holding.bytes}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("services"), services}}).toJson(QJsonDocument::Compact) + '\n';
}

QString toText(const std::vector<CacheHolding> &holdings)
{
    if (holdings.empty())
        return tr("No answers are kept.\n");
    QString text;
    for (const auto &holding : holdings) {
        text += tr("%1: %2 answers, %3 of them fresh, %4\n")
                    .arg(holding.service, QString::number(holding.answers), QString::number(holding.fresh),
                         QLocale::c().formattedDataSize(holding.bytes));
    }
    return text;
}

int clear(Engine &engine, const CacheCommand &command)
{
    const auto cleared = wait(engine.services().clearCache(command.service));
    if (!cleared)
        return complain(cleared.error().message, ExitFailed);
    if (command.json)
        say(QJsonDocument(QJsonObject{{QStringLiteral("cleared"), *cleared}}).toJson(QJsonDocument::Compact) + '\n');
    else
        say(tr("%1 answers forgotten\n").arg(*cleared));
    return ExitDone;
}

} // namespace

int cacheCommand(const CommandLine &line, const CacheCommand &command)
{
    const bool isReading = command.action == CacheCommand::Action::Show;
    const auto session = Session::open(line, isReading ? Session::Use::Read : Session::Use::Change);
    if (!session)
        return complain(session.error().message, ExitFailed);
    auto &engine = *session->engine;
    if (const auto known = checkService(engine, command.service); !known)
        return complain(known.error());
    if (command.action == CacheCommand::Action::Clear)
        return clear(engine, command);
    auto holdings = wait(engine.services().cacheHoldings());
    if (!holdings)
        return complain(holdings.error().message, ExitFailed);
    if (!command.service.isEmpty())
        std::erase_if(*holdings, [&](const CacheHolding &holding) { return holding.service != command.service; });
    if (command.json)
        say(toJsonLine(*holdings));
    else
        say(toText(*holdings));
    return ExitDone;
}

} // namespace linernotes
