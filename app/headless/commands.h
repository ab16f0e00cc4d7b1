// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandline.h"
#include "core/error.h"

namespace linernotes
{

/// Each needs a QCoreApplication and gives the program's exit code.
int runCommand(const CommandLine &line, const RunCommand &command);
int seedCommand(const CommandLine &line, const SeedCommand &command);
int statusCommand(const CommandLine &line, const StatusCommand &command);
int exportCommand(const CommandLine &line, const ExportCommand &command);
int circuitCommand(const CommandLine &line, const CircuitCommand &command);
int producersCommand(const CommandLine &line, const ProducersCommand &command);
int stagesCommand(const CommandLine &line, const StagesCommand &command);
int runsCommand(const CommandLine &line, const RunsCommand &command);
int cacheCommand(const CommandLine &line, const CacheCommand &command);
int eventsCommand(const CommandLine &line, const EventsCommand &command);
int metricsCommand(const CommandLine &line, const MetricsCommand &command);
int credentialsCommand(const CommandLine &line, const CredentialsCommand &command);
int settingsCommand(const CommandLine &line, const SettingsCommand &command);
int deadLettersCommand(const CommandLine &line, const DeadLettersCommand &command);

/// Tells what is wrong; the code is handed back.
int complain(const QString &message, int exitCode);
/// The code says whether another command line would do.
int complain(const Error &error);
/// On standard output: JSON as it is, and text without what a terminal would obey.
void say(const QByteArray &data);
void say(const QString &text);
void tell(const QString &text); ///< on standard error, likewise

} // namespace linernotes
