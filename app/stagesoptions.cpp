// SPDX-License-Identifier: GPL-3.0-or-later
#include "stagesoptions.h"

#include "stageactions.h"

#include <QCoreApplication>

namespace linernotes
{
namespace
{

using Action = StagesCommand::Action;

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

} // namespace

std::unexpected<Error> noSuchStage(const QString &name)
{
    QStringList stages;
    for (const auto stage : allStages)
        stages.append(queueName(stage));
    return usageFailure(tr("There is no stage “%1”. The stages: %2.").arg(name, stages.join(QStringLiteral(", "))));
}

Options optionsOf(StagesCommand &command)
{
    return {{QStringLiteral("--for"),
             {true,
              [&command](const QString &value) -> Result<void> {
                  command.forTime = timeSpan(value);
                  if (command.forTime && *command.forTime <= StageActions::longestPause)
                      return {};
                  return usageFailure(
                      tr("--for takes a time such as 15min, 1h or 2d, at most a year, not “%1”.").arg(value));
              }}},
            {QStringLiteral("--json"), flagOption(command.json)}};
}

Result<void> takePlainArgument(StagesCommand &command, const QString &argument, bool &hasAction)
{
    static const QMap<QString, Action> actions{{QStringLiteral("list"), Action::List},
                                               {QStringLiteral("pause"), Action::Pause},
                                               {QStringLiteral("resume"), Action::Resume}};
    if (!std::exchange(hasAction, true)) {
        if (!actions.contains(argument))
            return usageFailure(tr("stages takes list, pause or resume, not “%1”.").arg(argument));
        command.action = actions.value(argument);
        return {};
    }
    const auto stage = stageOfQueue(argument);
    if (!stage)
        return noSuchStage(argument);
    command.stages.push_back(*stage);
    return {};
}

Result<void> checkComplete(const StagesCommand &command, bool hasAction)
{
    if (!hasAction)
        return usageFailure(tr("What is to be done? “stages list”, “pause” or “resume”."));
    if (command.action == Action::List && !command.stages.empty())
        return usageFailure(tr("list takes no stages."));
    if (command.action != Action::List && command.stages.empty())
        return usageFailure(tr("Which stages? Name them; “stages list” has them."));
    if (command.action != Action::Pause && command.forTime)
        return usageFailure(tr("--for is for “stages pause”."));
    return {};
}

} // namespace linernotes
