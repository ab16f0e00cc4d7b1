// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"
#include "desktopstart.h"
#include "display.h"
#include "headless/commands.h"

#include <QApplication>
#include <QCoreApplication>

#include <optional>

namespace
{

using namespace linernotes;

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("linernotes"));
    QCoreApplication::setOrganizationName(QStringLiteral("linernotes"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LINERNOTES_VERSION));
}

int runHeadless(const CommandLine &line)
{
    if (const auto *run = std::get_if<RunCommand>(&line.command))
        return runCommand(line, *run);
    if (const auto *seed = std::get_if<SeedCommand>(&line.command))
        return seedCommand(line, *seed);
    if (const auto *status = std::get_if<StatusCommand>(&line.command))
        return statusCommand(line, *status);
    if (const auto *exported = std::get_if<ExportCommand>(&line.command))
        return exportCommand(line, *exported);
    if (const auto *letters = std::get_if<DeadLettersCommand>(&line.command))
        return deadLettersCommand(line, *letters);
    if (const auto *circuit = std::get_if<CircuitCommand>(&line.command))
        return circuitCommand(line, *circuit);
    if (const auto *runs = std::get_if<RunsCommand>(&line.command))
        return runsCommand(line, *runs);
    if (const auto *stages = std::get_if<StagesCommand>(&line.command))
        return stagesCommand(line, *stages);
    if (const auto *producers = std::get_if<ProducersCommand>(&line.command))
        return producersCommand(line, *producers);
    if (const auto *cache = std::get_if<CacheCommand>(&line.command))
        return cacheCommand(line, *cache);
    if (const auto *events = std::get_if<EventsCommand>(&line.command))
        return eventsCommand(line, *events);
    if (const auto *metrics = std::get_if<MetricsCommand>(&line.command))
        return metricsCommand(line, *metrics);
    if (const auto *credentials = std::get_if<CredentialsCommand>(&line.command))
        return credentialsCommand(line, *credentials);
    if (const auto *settings = std::get_if<SettingsCommand>(&line.command))
        return settingsCommand(line, *settings);
    say(std::get<HelpCommand>(line.command).text);
    return ExitDone;
}

} // namespace

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto line = parseCommandLine(arguments);
    if (!line)
        return complain(line.error().message, ExitUsage);
    nameProgram();
    if (!line->isDesktop()) {
        const QCoreApplication application(argc, argv);
        return runHeadless(*line);
    }
    if (!hasDisplay()) {
        return complain(QStringLiteral("there is no display for the desktop. Use “linernotes run” to work without a "
                                       "window; “linernotes --help” has the commands."),
                        ExitFailed);
    }
    std::optional<DisplayOpening> opening(std::in_place);
    const QApplication application(argc, argv);
    opening.reset();
    return startDesktop(*line);
}
