// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingsoptions.h"

#include "settings.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace linernotes
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

} // namespace

Options optionsOf(SettingsCommand &command)
{
    return {{QStringLiteral("--json"), flagOption(command.json)}};
}

Result<void> takePlainArgument(SettingsCommand &command, const QString &argument, bool &hasAction)
{
    using Action = SettingsCommand::Action;
    static const QMap<QString, Action> actions{{QStringLiteral("list"), Action::List},
                                               {QStringLiteral("get"), Action::Get},
                                               {QStringLiteral("set"), Action::Set},
                                               {QStringLiteral("reset"), Action::Reset}};
    if (!std::exchange(hasAction, true)) {
        if (!actions.contains(argument))
            return usageFailure(tr("settings takes list, get, set or reset, not “%1”.").arg(argument));
        command.action = actions.value(argument);
        return {};
    }
    if (command.key.isEmpty() && command.action != Action::List) {
        command.key = argument;
        return {};
    }
    if (command.value || command.action != Action::Set)
        return usageFailure(tr("“%1” is one too many.").arg(argument));
    command.value = argument;
    return {};
}

Result<void> checkComplete(const SettingsCommand &command, bool hasAction)
{
    using Action = SettingsCommand::Action;
    if (!hasAction)
        return usageFailure(tr("What is to be done? “settings list”, “get”, “set” or “reset”."));
    if (command.action == Action::List)
        return {};
    if (command.key.isEmpty())
        return usageFailure(tr("Which setting? Name its key; “settings list” has them."));
    if (command.action == Action::Set && !command.value)
        return usageFailure(tr("Which value? “settings set KEY VALUE”."));
    const auto keys = Settings::keys();
    const bool isKnown = std::ranges::find(keys, command.key, &Settings::Key::name) != keys.end();
    if (command.action != Action::Set && isKnown)
        return {};
    auto tried = Settings::defaults();
    if (const auto set = tried.set(command.key, command.value.value_or(QString())); !set)
        return usageFailure(set.error().message);
    return {};
}

} // namespace linernotes
