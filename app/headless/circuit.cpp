// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless/commands.h"
#include "headless/session.h"
#include "headless/telemetryreport.h"
#include "headless/waiting.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace linernotes
{
namespace
{

using Action = CircuitCommand::Action;

QString tr(const char *text)
{
    return QCoreApplication::translate("CircuitCommand", text);
}

QString outcomeName(CallOutcome outcome)
{
    switch (outcome) {
    case CallOutcome::Good:
        return QStringLiteral("good");
    case CallOutcome::Slow:
        return QStringLiteral("slow");
    case CallOutcome::Failed:
        return QStringLiteral("failed");
    }
    Q_UNREACHABLE();
}

QByteArray toJsonLine(const ServiceSnapshot &service, const std::vector<CircuitEvent> &history)
{
    const auto &standing = service.standing;
    QJsonArray recent;
    for (const auto outcome : standing.recent)
        recent.append(outcomeName(outcome));
    QJsonArray events;
    for (const auto &event : history) {
        events.append(QJsonObject{{QStringLiteral("at"), toIsoText(event.at)},
                                  {QStringLiteral("event"), event.event},
                                  {QStringLiteral("reason"), event.reason}});
    }
    const QJsonObject object{
        {QStringLiteral("service"), service.service},
        {QStringLiteral("state"), circuitStateName(standing.state)},
        {QStringLiteral("override"), circuitOverrideName(standing.override)},
        {QStringLiteral("reason"), standing.reason},
        {QStringLiteral("since"), standing.since == Instant() ? QJsonValue() : QJsonValue(toIsoText(standing.since))},
        {QStringLiteral("next_probe"),
         standing.state == CircuitState::Open ? QJsonValue(toIsoText(standing.nextProbe)) : QJsonValue()},
        {QStringLiteral("times_opened"), standing.timesOpened},
        {QStringLiteral("recent"), recent},
        {QStringLiteral("history"), events}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QString toText(const ServiceSnapshot &service, const std::vector<CircuitEvent> &history)
{
    const auto &standing = service.standing;
    const bool isHeld = standing.override != CircuitOverride::None;
    auto text = isHeld ? tr("%1: held %2 by hand").arg(service.service, circuitOverrideName(standing.override))
                       : QStringLiteral("%1: %2").arg(service.service, circuitStateName(standing.state));
    if (standing.since != Instant())
        text += tr(" since %1").arg(toIsoText(standing.since));
    if (!standing.reason.isEmpty())
        text += QStringLiteral(" (%1)").arg(standing.reason);
    if (!isHeld && standing.state == CircuitState::Open)
        text += tr(", next try %1").arg(toIsoText(standing.nextProbe));
    text += QLatin1Char('\n');
    for (const auto &event : history)
        text += QStringLiteral("  %1 %2 %3\n").arg(toIsoText(event.at), event.event.leftJustified(13), event.reason);
    return text;
}

QFuture<Result<bool>> act(Engine &engine, const CircuitCommand &command)
{
    switch (command.action) {
    case Action::Open:
        return engine.services().overrideCircuit(command.service, CircuitOverride::Open, command.reason);
    case Action::Close:
        return engine.services().overrideCircuit(command.service, CircuitOverride::Closed, command.reason);
    case Action::Release:
        return engine.services().overrideCircuit(command.service, CircuitOverride::None, command.reason);
    case Action::Probe:
        return engine.services().probeCircuit(command.service);
    case Action::Show:
        break;
    }
    return QtFuture::makeReadyFuture(Result<bool>(true));
}

} // namespace

int circuitCommand(const CommandLine &line, const CircuitCommand &command)
{
    const bool isReading = command.action == Action::Show;
    const auto session = Session::open(line, isReading ? Session::Use::Read : Session::Use::Change);
    if (!session)
        return complain(session.error().message, ExitFailed);
    auto &engine = *session->engine;
    if (const auto known = checkService(engine, command.service); !known)
        return complain(known.error());
    if (const auto done = wait(act(engine, command)); !done)
        return complain(done.error().message, ExitFailed);
    const auto snapshot = wait(engine.snapshot());
    constexpr int mostEvents = 20;
    const auto history = wait(engine.services().circuitHistory(command.service, mostEvents));
    if (!snapshot || !history)
        return complain((snapshot ? history.error() : snapshot.error()).message, ExitFailed);
    const auto &services = (*snapshot)->services;
    const auto shown = std::ranges::find(services, command.service, &ServiceSnapshot::service);
    Q_ASSERT(shown != services.end());
    if (command.json)
        say(toJsonLine(*shown, *history));
    else
        say(toText(*shown, *history));
    return ExitDone;
}

} // namespace linernotes
