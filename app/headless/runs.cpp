// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless/commands.h"
#include "headless/report.h"
#include "headless/session.h"
#include "headless/waiting.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

namespace linernotes
{
namespace
{

using Action = RunsCommand::Action;
/// A list for people; a program gets all.
constexpr int mostShown = 1000;
constexpr int all = std::numeric_limits<int>::max();

QString tr(const char *text)
{
    return QCoreApplication::translate("RunsCommand", text);
}

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray toJsonLine(const RunSnapshot &run)
{
    return line(
        {{QStringLiteral("run_id"), run.id},
         {QStringLiteral("name"), run.name},
         {QStringLiteral("state"), runStateName(stateOf(run))},
         {QStringLiteral("priority"), runPriorityName(run.priority)},
         {QStringLiteral("created_at"), toIsoText(run.createdAt)},
         {QStringLiteral("finished_at"), run.finishedAt ? QJsonValue(toIsoText(*run.finishedAt)) : QJsonValue()},
         {QStringLiteral("revisit"), run.isRevisit},
         {QStringLiteral("again_of"), run.againOf ? QJsonValue(*run.againOf) : QJsonValue()},
         {QStringLiteral("stages"), progressJson(run)}});
}

/// "136 of 138 done, 2 dead"
QString progressText(const RunSnapshot &run)
{
    RunSnapshot::Progress sum;
    for (const auto &stage : run.stages) {
        sum.sent += stage.sent;
        sum.archived += stage.archived;
        sum.dead += stage.dead;
    }
    const auto text = tr("%1 of %2 done").arg(sum.archived).arg(sum.sent);
    return sum.dead == 0 ? text : text + tr(", %1 dead").arg(sum.dead);
}

QString toText(const RunSnapshot &run)
{
    constexpr int numberWidth = 6;
    constexpr int stateWidth = 11;
    constexpr int priorityWidth = 7;
    constexpr int progressWidth = 18;
    return QStringLiteral("%1  %2 %3 %4  %5  %6\n")
        .arg(run.id, numberWidth)
        .arg(runStateName(stateOf(run)), -stateWidth)
        .arg(runPriorityName(run.priority), -priorityWidth)
        .arg(toIsoText(run.createdAt))
        .arg(progressText(run), -progressWidth)
        .arg(run.name.simplified());
}

int list(Engine &engine, const RunsCommand &command)
{
    const auto runs = wait(engine.runs().before(std::numeric_limits<qint64>::max(), command.json ? all : mostShown));
    if (!runs)
        return complain(runs.error().message, ExitFailed);
    for (const auto &run : *runs)
        if (command.json)
            say(toJsonLine(run));
        else
            say(toText(run));
    if (runs->empty() && !command.json)
        say(tr("There is no run yet.\n"));
    return ExitDone;
}

int compare(Engine &engine, const RunsCommand &command)
{
    const auto added =
        wait(engine.runs().onlyInSecond(command.ids.front(), command.ids.back(), command.json ? all : mostShown));
    if (!added)
        return complain(added.error().message, ExitFailed);
    if (!command.json) {
        say(tr("%1 producers in run %2 who are not in run %3\n")
                .arg(added->count)
                .arg(command.ids.back())
                .arg(command.ids.front()));
    }
    for (const auto &producer : added->producers) {
        if (command.json) {
            say(line({{QStringLiteral("person_id"), producer.personId},
                      {QStringLiteral("person"), producer.name},
                      {QStringLiteral("credits"), producer.credits}}));
        } else {
            say(QStringLiteral("%1  (%2)\n").arg(producer.name.simplified(), QString::number(producer.credits)));
        }
    }
    return ExitDone;
}

int repeat(Engine &engine, const RunsCommand &command)
{
    const auto id = command.ids.front();
    const auto receipt = wait(engine.runs().repeat(id, command.name));
    if (!receipt)
        return complain(receipt.error().message, ExitFailed);
    if (command.json)
        say(line({{QStringLiteral("run_id"), receipt->runId}, {QStringLiteral("queued"), receipt->queued}}));
    else
        say(tr("%1 artists queued as run %2\n").arg(receipt->queued).arg(receipt->runId));
    return ExitDone;
}

QFuture<Result<RunSettling>> change(RunActions &runs, qint64 id, const RunsCommand &command)
{
    switch (command.action) {
    case Action::Pause:
        return runs.pause(id);
    case Action::Resume:
        return runs.resume(id);
    case Action::Cancel:
        return runs.cancel(id);
    case Action::Priority:
        return runs.setPriority(id, command.priority);
    case Action::List:
    case Action::Repeat:
    case Action::Compare:
        break;
    }
    Q_UNREACHABLE();
}

/// Each for itself: what can't be changed does not keep the others from it.
int changeAll(Engine &engine, const RunsCommand &command)
{
    int exitCode = ExitDone;
    for (const auto id : command.ids) {
        const auto settled = wait(change(engine.runs(), id, command));
        if (!settled) {
            exitCode = complain(settled.error().message, ExitFailed);
            continue;
        }
        const auto run = wait(engine.runs().snapshot(id));
        if (!run || !*run)
            return complain(run ? tr("There is no run %1.").arg(id) : run.error().message, ExitFailed);
        if (command.json)
            say(toJsonLine(**run));
        else
            say(toText(**run));
        if (command.action == Action::Cancel)
            tell(tr("%1 messages discarded").arg(settled->discarded));
    }
    return exitCode;
}

} // namespace

int runsCommand(const CommandLine &line, const RunsCommand &command)
{
    const bool isReading = command.action == Action::List || command.action == Action::Compare;
    const auto use = command.action == Action::Repeat ? Session::Use::Work : Session::Use::Change;
    const auto session = Session::open(line, isReading ? Session::Use::Read : use);
    if (!session)
        return complain(session.error().message, ExitFailed);
    auto &engine = *session->engine;
    switch (command.action) {
    case Action::List:
        return list(engine, command);
    case Action::Compare:
        return compare(engine, command);
    case Action::Repeat:
        return repeat(engine, command);
    default:
        return changeAll(engine, command);
    }
}

} // namespace linernotes
