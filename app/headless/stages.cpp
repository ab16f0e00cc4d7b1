// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless/commands.h"
#include "headless/report.h"
#include "headless/session.h"
#include "headless/waiting.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace linernotes
{
namespace
{

using Action = StagesCommand::Action;

QString tr(const char *text)
{
    return QCoreApplication::translate("StagesCommand", text);
}

QString toText(const StageSnapshot &stage)
{
    constexpr int nameWidth = 24;
    constexpr int countWidth = 8;
    auto text = tr("%1%2 waiting").arg(queueName(stage.stage), -nameWidth).arg(stage.metrics.length(), countWidth);
    if (stage.pause) {
        text += stage.pause->until
            ? tr("  paused since %1 until %2").arg(toIsoText(stage.pause->since), toIsoText(*stage.pause->until))
            : tr("  paused since %1").arg(toIsoText(stage.pause->since));
    }
    return text + QLatin1Char('\n');
}

int list(Engine &engine, bool json)
{
    const auto snapshot = wait(engine.snapshot());
    if (!snapshot)
        return complain(snapshot.error().message, ExitFailed);
    for (const auto &stage : (*snapshot)->stages) {
        if (json)
            say(QJsonDocument(stageJson(stage)).toJson(QJsonDocument::Compact) + '\n');
        else
            say(toText(stage));
    }
    return ExitDone;
}

} // namespace

int stagesCommand(const CommandLine &line, const StagesCommand &command)
{
    const bool isReading = command.action == Action::List;
    const auto session = Session::open(line, isReading ? Session::Use::Read : Session::Use::Change);
    if (!session)
        return complain(session.error().message, ExitFailed);
    auto &engine = *session->engine;
    for (const auto stage : command.stages) {
        const auto done = wait(command.action == Action::Pause ? engine.stages().pause(stage, command.forTime)
                                                               : engine.stages().resume(stage));
        if (!done)
            return complain(done.error().message, ExitFailed);
        if (!*done)
            tell(tr("%1 was not paused").arg(queueName(stage)));
    }
    return list(engine, command.json);
}

} // namespace linernotes
