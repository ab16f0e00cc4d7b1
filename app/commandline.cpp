// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include "arguments.h"
#include "exportoptions.h"
#include "producersoptions.h"
#include "settings.h"
#include "settingsoptions.h"
#include "stagesoptions.h"
#include "telemetryoptions.h"

#include <QCoreApplication>

namespace linernotes
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<void> takeSetting(CommandLine &line, const QString &value)
{
    const auto equals = value.indexOf(QLatin1Char('='));
    if (equals <= 0)
        return usageFailure(tr("--set takes KEY=VALUE, not “%1”.").arg(value));
    Settings checked = Settings::defaults();
    const auto key = value.left(equals).trimmed();
    const auto content = value.mid(equals + 1);
    if (auto set = checked.set(key, content); !set)
        return usageFailure(set.error().message);
    line.settings.insert(key, content);
    return {};
}

Result<void> takeFace(CommandLine &line, const QString &value)
{
    if (value != QLatin1String("older") && value != QLatin1String("today"))
        return usageFailure(tr("--demo-face takes older or today, not “%1”.").arg(value));
    line.demoFace = value == QLatin1String("today") ? demo::Face::Development2026 : demo::Face::Legacy;
    return {};
}

Options commonOptions(CommandLine &line)
{
    return {{QStringLiteral("--database"), fileOption(line.database)},
            {QStringLiteral("--demo"), flagOption(line.demo)},
            {QStringLiteral("--demo-face"),
             {true, [&line](const QString &value) -> Result<void> { return takeFace(line, value); }}},
            {QStringLiteral("--set"),
             {true, [&line](const QString &value) -> Result<void> { return takeSetting(line, value); }}}};
}

Options optionsOf(RunCommand &run)
{
    return {{QStringLiteral("--seed"), listOption(run.seeds)},
            {QStringLiteral("--seed-file"), fileOption(run.seedFile)},
            {QStringLiteral("--until-idle"), flagOption(run.untilIdle)},
            {QStringLiteral("--progress"), {true, [&run](const QString &value) -> Result<void> {
                                                if (value != QLatin1String("text") && value != QLatin1String("json"))
                                                    return usageFailure(
                                                        tr("--progress takes text or json, not “%1”.").arg(value));
                                                run.jsonProgress = value == QLatin1String("json");
                                                return {};
                                            }}}};
}

Options optionsOf(SeedCommand &seed)
{
    return {{QStringLiteral("--seed"), listOption(seed.seeds)},
            {QStringLiteral("--seed-file"), fileOption(seed.seedFile)},
            {QStringLiteral("--json"), flagOption(seed.json)}};
}

Options optionsOf(StatusCommand &status)
{
    return {{QStringLiteral("--json"), flagOption(status.json)}};
}

Result<void> takeCategory(DeadLetterFilter &filter, const QString &value)
{
    if (!categoryFromName(value))
        return usageFailure(tr("There is no category “%1”. “dead-letters list” shows those that occur.").arg(value));
    filter.category = value;
    return {};
}

Result<void> takeQueue(DeadLetterFilter &filter, const QString &value)
{
    if (!stageOfQueue(value)) {
        QStringList queues;
        for (const auto stage : allStages)
            queues.append(queueName(stage));
        return usageFailure(
            tr("There is no queue “%1”. The queues: %2.").arg(value, queues.join(QStringLiteral(", "))));
    }
    filter.queue = value;
    return {};
}

Options optionsOf(DeadLettersCommand &command)
{
    auto &filter = command.filter;
    return {{QStringLiteral("--group"), textOption(filter.group)},
            {QStringLiteral("--queue"),
             {true, [&filter](const QString &value) -> Result<void> { return takeQueue(filter, value); }}},
            {QStringLiteral("--category"),
             {true, [&filter](const QString &value) -> Result<void> { return takeCategory(filter, value); }}},
            {QStringLiteral("--service"), textOption(filter.service)},
            {QStringLiteral("--text"), textOption(filter.text)},
            {QStringLiteral("--all"), flagOption(command.all)},
            {QStringLiteral("--message"), textOption(command.message)},
            {QStringLiteral("--artist"), textOption(command.artist)},
            {QStringLiteral("--reason"), textOption(command.reason)},
            {QStringLiteral("--json"), flagOption(command.json)}};
}

Options optionsOf(CircuitCommand &command)
{
    return {{QStringLiteral("--reason"), textOption(command.reason)},
            {QStringLiteral("--json"), flagOption(command.json)}};
}

Options optionsOf(RunsCommand &command)
{
    return {{QStringLiteral("--name"), textOption(command.name)}, {QStringLiteral("--json"), flagOption(command.json)}};
}

Options optionsOf(CacheCommand &command)
{
    return {{QStringLiteral("--json"), flagOption(command.json)}};
}

Options optionsOf(CredentialsCommand &command)
{
    return {{QStringLiteral("--json"), flagOption(command.json)}};
}

Options optionsOf(DesktopCommand &)
{
    return {};
}

Options optionsOf(HelpCommand &)
{
    return {};
}

Result<void> takePlainArgument(DeadLettersCommand &command, const QString &argument, bool &hasAction)
{
    using Action = DeadLettersCommand::Action;
    static const QMap<QString, Action> actions{
        {QStringLiteral("list"), Action::List},       {QStringLiteral("show"), Action::Show},
        {QStringLiteral("retry"), Action::Retry},     {QStringLiteral("edit"), Action::Edit},
        {QStringLiteral("discard"), Action::Discard}, {QStringLiteral("undo"), Action::Undo}};
    if (!std::exchange(hasAction, true)) {
        if (!actions.contains(argument))
            return usageFailure(
                tr("dead-letters takes list, show, retry, edit, discard or undo, not “%1”.").arg(argument));
        command.action = actions.value(argument);
        return {};
    }
    bool isNumber = false;
    command.ids.push_back(argument.toLongLong(&isNumber));
    if (!isNumber || command.ids.back() <= 0)
        return usageFailure(command.action == Action::Undo
                                ? tr("“%1” is no number of an action. What was done has said it.").arg(argument)
                                : tr("“%1” is no number of a dead letter.").arg(argument));
    return {};
}

Result<void> takePlainArgument(CircuitCommand &command, const QString &argument, bool &hasAction)
{
    using Action = CircuitCommand::Action;
    static const QMap<QString, Action> actions{{QStringLiteral("show"), Action::Show},
                                               {QStringLiteral("open"), Action::Open},
                                               {QStringLiteral("close"), Action::Close},
                                               {QStringLiteral("release"), Action::Release},
                                               {QStringLiteral("probe"), Action::Probe}};
    if (command.service.isEmpty()) {
        command.service = argument;
        return {};
    }
    if (std::exchange(hasAction, true) || !actions.contains(argument))
        return usageFailure(tr("circuit SERVICE takes show, open, close, release or probe, not “%1”.").arg(argument));
    command.action = actions.value(argument);
    return {};
}

Result<void> checkComplete(const CircuitCommand &command)
{
    if (command.service.isEmpty())
        return usageFailure(tr("Of which service? “circuit spotify”, “circuit genius” or “circuit musicbrainz”."));
    return {};
}

Result<void> takePlainArgument(RunsCommand &command, const QString &argument, bool &hasAction)
{
    using Action = RunsCommand::Action;
    static const QMap<QString, Action> actions{
        {QStringLiteral("list"), Action::List},         {QStringLiteral("pause"), Action::Pause},
        {QStringLiteral("resume"), Action::Resume},     {QStringLiteral("cancel"), Action::Cancel},
        {QStringLiteral("priority"), Action::Priority}, {QStringLiteral("repeat"), Action::Repeat},
        {QStringLiteral("compare"), Action::Compare}};
    if (!std::exchange(hasAction, true)) {
        if (!actions.contains(argument)) {
            return usageFailure(
                tr("runs takes list, pause, resume, cancel, priority, repeat or compare, not “%1”.").arg(argument));
        }
        command.action = actions.value(argument);
        return {};
    }
    if (command.action == Action::Priority && !command.hasPriority) {
        const auto priority = runPriorityFromName(argument);
        if (!priority)
            return usageFailure(tr("A priority is low, normal or high, not “%1”.").arg(argument));
        command.priority = *priority;
        command.hasPriority = true;
        return {};
    }
    bool isNumber = false;
    command.ids.push_back(argument.toLongLong(&isNumber));
    if (!isNumber || command.ids.back() <= 0)
        return usageFailure(tr("“%1” is no number of a run.").arg(argument));
    return {};
}

Result<void> checkComplete(const RunsCommand &command, bool hasAction)
{
    using Action = RunsCommand::Action;
    if (!hasAction)
        return usageFailure(
            tr("What is to be done? “runs list”, “pause”, “resume”, “cancel”, “priority”, “repeat” or “compare”."));
    if (command.action == Action::List && !command.ids.empty())
        return usageFailure(tr("list takes no numbers."));
    if (command.action == Action::Compare && command.ids.size() != 2)
        return usageFailure(tr("Which two runs? “runs compare FIRST SECOND”."));
    if (command.action == Action::Repeat && command.ids.size() != 1)
        return usageFailure(tr("Which run? “runs repeat NUMBER”."));
    if (command.action == Action::Priority && !command.hasPriority)
        return usageFailure(tr("Which priority? “runs priority low|normal|high NUMBER…”."));
    if (command.action != Action::List && command.ids.empty())
        return usageFailure(tr("Which runs? Name their numbers; “runs list” has them."));
    if (command.action != Action::Repeat && !command.name.isEmpty())
        return usageFailure(tr("--name is for the new run of “runs repeat”."));
    return {};
}

Result<void> takePlainArgument(CacheCommand &command, const QString &argument, bool &hasAction)
{
    if (std::exchange(hasAction, true)) {
        if (!command.service.isEmpty())
            return usageFailure(tr("“%1” is one too many: cache takes one service, or none for all.").arg(argument));
        command.service = argument;
        return {};
    }
    if (argument != QLatin1String("show") && argument != QLatin1String("clear"))
        return usageFailure(tr("cache takes show or clear, not “%1”.").arg(argument));
    command.action = argument == QLatin1String("clear") ? CacheCommand::Action::Clear : CacheCommand::Action::Show;
    return {};
}

Result<void> takePlainArgument(CredentialsCommand &command, const QString &argument, bool &hasAction)
{
    using Action = CredentialsCommand::Action;
    static const QMap<QString, Action> actions{{QStringLiteral("show"), Action::Show},
                                               {QStringLiteral("set"), Action::Set},
                                               {QStringLiteral("delete"), Action::Delete},
                                               {QStringLiteral("test"), Action::Test}};
    if (!std::exchange(hasAction, true)) {
        if (!actions.contains(argument))
            return usageFailure(tr("credentials takes show, set, delete or test, not “%1”.").arg(argument));
        command.action = actions.value(argument);
        return {};
    }
    // Whoever gives a secret as an argument is not to find it in a message too.
    if (!command.service.isEmpty())
        return usageFailure(
            tr("credentials takes one service and no more; what is secret is read from standard input."));
    if (argument != QLatin1String("spotify") && argument != QLatin1String("genius"))
        return usageFailure(tr("Of which service? credentials takes spotify or genius."));
    command.service = argument;
    return {};
}

Result<void> checkComplete(const CredentialsCommand &command)
{
    using Action = CredentialsCommand::Action;
    if (command.service.isEmpty() && (command.action == Action::Set || command.action == Action::Delete))
        return usageFailure(tr("Of which service? credentials takes spotify or genius."));
    return {};
}

/// Nothing is done to all letters unless that is said: a forgotten filter must not empty the list.
Result<void> checkComplete(const DeadLettersCommand &command, bool hasAction)
{
    using Action = DeadLettersCommand::Action;
    if (!hasAction)
        return usageFailure(
            tr("What is to be done? “dead-letters list”, “show”, “retry”, “edit”, “discard” or “undo”."));
    const bool isBulk = command.action == Action::Retry || command.action == Action::Discard;
    if (isBulk && command.ids.empty() == !command.isNarrowed())
        return usageFailure(
            tr("Which dead letters? Name their numbers, or --group, --queue, --category, --service, --text or --all."));
    const bool isOne = command.action == Action::Show || command.action == Action::Edit;
    if (isOne && command.ids.size() != 1)
        return usageFailure(tr("Which dead letter? Name one number."));
    if (command.action == Action::List && !command.ids.empty())
        return usageFailure(tr("list takes no numbers; “dead-letters show NUMBER” shows one."));
    if (command.action == Action::Undo && command.ids.empty())
        return usageFailure(tr("Which action? Name the number that retry, edit or discard told."));
    if (command.action == Action::Edit && command.message.isEmpty() == command.artist.isEmpty())
        return usageFailure(tr("What is to be sent instead? --message JSON, or for an artist --artist SPOTIFY-ID."));
    if (command.action == Action::Discard && command.reason.trimmed().isEmpty())
        return usageFailure(tr("Why? discard needs --reason TEXT."));
    // What would be passed over in silence is asked about: it was meant.
    if (command.action != Action::Edit && !(command.message.isEmpty() && command.artist.isEmpty()))
        return usageFailure(tr("--message and --artist are for “dead-letters edit”."));
    if (command.action != Action::Discard && !command.reason.isEmpty())
        return usageFailure(tr("--reason is for “dead-letters discard”."));
    if (command.action != Action::List && !isBulk && command.isNarrowed())
        return usageFailure(tr("--group and the other filters are for list, retry and discard."));
    return {};
}

Result<void> takePlainArgument(CommandLine &line, const QString &argument, bool &hasKind)
{
    if (auto *seed = std::get_if<SeedCommand>(&line.command)) {
        seed->seeds.append(argument);
        return {};
    }
    if (auto *letters = std::get_if<DeadLettersCommand>(&line.command))
        return takePlainArgument(*letters, argument, hasKind);
    if (auto *circuit = std::get_if<CircuitCommand>(&line.command))
        return takePlainArgument(*circuit, argument, hasKind);
    if (auto *runs = std::get_if<RunsCommand>(&line.command))
        return takePlainArgument(*runs, argument, hasKind);
    if (auto *stages = std::get_if<StagesCommand>(&line.command))
        return takePlainArgument(*stages, argument, hasKind);
    if (auto *producers = std::get_if<ProducersCommand>(&line.command))
        return takePlainArgument(*producers, argument, hasKind);
    if (auto *cache = std::get_if<CacheCommand>(&line.command))
        return takePlainArgument(*cache, argument, hasKind);
    if (auto *credentials = std::get_if<CredentialsCommand>(&line.command))
        return takePlainArgument(*credentials, argument, hasKind);
    if (auto *settings = std::get_if<SettingsCommand>(&line.command))
        return takePlainArgument(*settings, argument, hasKind);
    auto *exported = std::get_if<ExportCommand>(&line.command);
    if (!exported || hasKind)
        return usageFailure(tr("“%1” is not understood here.").arg(argument));
    return takePlainArgument(*exported, argument, hasKind);
}

Result<void> checkComplete(const CommandLine &line, bool hasKind)
{
    if (line.demoFace && !line.demo)
        return usageFailure(tr("--demo-face is about the demo: give --demo too."));
    if (const auto *exported = std::get_if<ExportCommand>(&line.command))
        return checkComplete(*exported, hasKind);
    if (const auto *letters = std::get_if<DeadLettersCommand>(&line.command))
        return checkComplete(*letters, hasKind);
    if (const auto *circuit = std::get_if<CircuitCommand>(&line.command))
        return checkComplete(*circuit);
    if (const auto *runs = std::get_if<RunsCommand>(&line.command))
        return checkComplete(*runs, hasKind);
    if (const auto *stages = std::get_if<StagesCommand>(&line.command))
        return checkComplete(*stages, hasKind);
    if (const auto *producers = std::get_if<ProducersCommand>(&line.command))
        return checkComplete(*producers, hasKind);
    const auto *metrics = std::get_if<MetricsCommand>(&line.command);
    if (metrics && metrics->query.stage && !metrics->query.service.isEmpty())
        return usageFailure(tr("A stage or a service? metrics takes --stage or --service, not both."));
    if (const auto *credentials = std::get_if<CredentialsCommand>(&line.command))
        return checkComplete(*credentials);
    if (const auto *settings = std::get_if<SettingsCommand>(&line.command))
        return checkComplete(*settings, hasKind);
    const auto *seed = std::get_if<SeedCommand>(&line.command);
    if (seed && seed->seeds.isEmpty() && seed->seedFile.isEmpty())
        return usageFailure(tr("Which artists? seed needs names, ids or links, or --seed-file FILE."));
    return {};
}

bool isCommand(const QString &word, CommandLine &line)
{
    if (word == QLatin1String("run"))
        line.command = RunCommand{};
    else if (word == QLatin1String("seed"))
        line.command = SeedCommand{};
    else if (word == QLatin1String("status"))
        line.command = StatusCommand{};
    else if (word == QLatin1String("export"))
        line.command = ExportCommand{};
    else if (word == QLatin1String("dead-letters"))
        line.command = DeadLettersCommand{};
    else if (word == QLatin1String("circuit"))
        line.command = CircuitCommand{};
    else if (word == QLatin1String("runs"))
        line.command = RunsCommand{};
    else if (word == QLatin1String("stages"))
        line.command = StagesCommand{};
    else if (word == QLatin1String("producers"))
        line.command = ProducersCommand{};
    else if (word == QLatin1String("cache"))
        line.command = CacheCommand{};
    else if (word == QLatin1String("events"))
        line.command = EventsCommand{};
    else if (word == QLatin1String("metrics"))
        line.command = MetricsCommand{};
    else if (word == QLatin1String("credentials"))
        line.command = CredentialsCommand{};
    else if (word == QLatin1String("settings"))
        line.command = SettingsCommand{};
    else
        return false;
    return true;
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    CommandLine line;
    QStringList rest = arguments;
    if (rest.contains(QStringLiteral("--help")) || rest.contains(QStringLiteral("-h"))) {
        line.command = HelpCommand{helpText()};
        return line;
    }
    if (rest.contains(QStringLiteral("--version"))) {
        line.command = HelpCommand{QStringLiteral("linernotes " LINERNOTES_VERSION "\n")};
        return line;
    }
    if (!rest.isEmpty() && !rest.first().startsWith(QLatin1Char('-'))) {
        const auto word = rest.takeFirst();
        if (!isCommand(word, line))
            return usageFailure(tr("There is no command “%1”.").arg(word));
    }
    auto options = commonOptions(line);
    options.insert(std::visit([](auto &command) { return optionsOf(command); }, line.command));
    bool hasKind = false;
    Arguments left(rest);
    while (!left.atEnd()) {
        const auto name = left.next();
        if (!name.startsWith(QStringLiteral("--"))) {
            if (auto taken = takePlainArgument(line, name, hasKind); !taken)
                return failure(taken.error());
            continue;
        }
        const auto option = options.constFind(name);
        if (option == options.cend())
            return usageFailure(tr("There is no option %1 here.").arg(name));
        if (auto taken = left.take(*option); !taken)
            return failure(taken.error());
    }
    if (auto complete = checkComplete(line, hasKind); !complete)
        return failure(complete.error());
    return line;
}

} // namespace linernotes
