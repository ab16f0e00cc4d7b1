// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless/commands.h"
#include "headless/session.h"
#include "headless/waiting.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace linernotes
{
namespace
{

using Action = SettingsCommand::Action;

QString tr(const char *text)
{
    return QCoreApplication::translate("SettingsCommand", text);
}

/// The folder of the log has no value while nobody has named one: its default says where that is.
QString shownValue(const SettingState &state)
{
    return state.value.isEmpty() ? state.key.defaultValue : state.value;
}

QByteArray toJsonLine(const SettingState &state)
{
    const QJsonObject object{{QStringLiteral("key"), state.key.name},
                             {QStringLiteral("value"), shownValue(state)},
                             {QStringLiteral("default"), state.key.defaultValue},
                             {QStringLiteral("origin"), settingOriginName(state.origin)},
                             {QStringLiteral("ignored"), state.ignored},
                             {QStringLiteral("meaning"), state.key.meaning}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QString toLine(const SettingState &state)
{
    constexpr int nameWidth = 37;
    auto line = QStringLiteral("%1 %2").arg(state.key.name, -nameWidth).arg(shownValue(state));
    if (state.origin != SettingOrigin::Default)
        line += tr(" (%1; default %2)").arg(settingOriginName(state.origin), state.key.defaultValue);
    if (!state.ignored.isEmpty())
        line += tr(" (the database has “%1”, which is none: reset or set it)").arg(state.ignored);
    return line + QLatin1Char('\n');
}

void show(const Engine &engine, const SettingsCommand &command)
{
    for (const auto &state : engine.settingStates()) {
        if (!command.key.isEmpty() && state.key.name != command.key)
            continue;
        if (command.json)
            say(toJsonLine(state));
        else if (command.action == Action::Get)
            say(shownValue(state) + QLatin1Char('\n')); // for scripts: the value alone
        else
            say(toLine(state));
    }
}

} // namespace

int settingsCommand(const CommandLine &line, const SettingsCommand &command)
{
    const bool isReading = command.action == Action::List || command.action == Action::Get;
    // Settings are made before the first artist is seeded: the database may be new.
    const auto session = Session::open(line, isReading ? Session::Use::Read : Session::Use::Work);
    if (!session)
        return complain(session.error().message, ExitFailed);
    auto &engine = *session->engine;
    if (!isReading) {
        auto &book = engine.settingsBook();
        const auto done =
            wait(command.action == Action::Set ? book.change(command.key, *command.value) : book.reset(command.key));
        if (!done)
            return complain(done.error().message, ExitFailed);
    }
    show(engine, command);
    if (!isReading)
        tell(tr("A program that is running on this database takes it up when it is started again."));
    return ExitDone;
}

} // namespace linernotes
