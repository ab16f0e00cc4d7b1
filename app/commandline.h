// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "demo/demoserver.h"
#include "export/exportwriter.h"
#include "store/deadlettertypes.h"
#include "store/runs.h"
#include "telemetry/chart.h"
#include "telemetry/event.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace linernotes
{

/// The exit codes of every command.
enum ExitCode {
    ExitDone = 0,
    ExitFailed = 1,
    ExitUsage = 2,
    ExitDeadLetters = 3, ///< finished, but messages of the runs that it worked on are dead letters
    ExitStopped = 4, ///< told to stop before it was done
};

struct DesktopCommand {
};

struct RunCommand {
    QStringList seeds;
    QString seedFile;
    bool untilIdle = false;
    bool jsonProgress = false;
    [[nodiscard]] bool isSeeding() const { return !seeds.isEmpty() || !seedFile.isEmpty(); }
};

struct SeedCommand {
    QStringList seeds;
    QString seedFile;
    bool json = false;
};

struct StatusCommand {
    bool json = false;
};

struct ExportCommand {
    ExportRequest request;
};

struct DeadLettersCommand {
    enum class Action { List, Show, Retry, Edit, Discard, Undo };
    Action action = Action::List;
    std::vector<qint64> ids; ///< of messages; undo: of actions
    DeadLetterFilter filter;
    bool all = false; ///< every dead letter, said expressly
    QString message; ///< edit: what is sent instead
    QString artist; ///< edit: the Spotify id of the artist that was meant
    QString reason; ///< discard
    bool json = false;
    [[nodiscard]] bool isReading() const { return action == Action::List || action == Action::Show; }
    [[nodiscard]] bool isNarrowed() const { return all || filter != DeadLetterFilter(); }
};

struct CircuitCommand {
    enum class Action { Show, Open, Close, Release, Probe };
    QString service;
    Action action = Action::Show;
    QString reason;
    bool json = false;
};

struct RunsCommand {
    enum class Action { List, Pause, Resume, Cancel, Priority, Repeat, Compare };
    Action action = Action::List;
    std::vector<qint64> ids;
    RunPriority priority = RunPriority::Normal;
    bool hasPriority = false;
    QString name; ///< repeat: of the new run
    bool json = false;
};

struct StagesCommand {
    enum class Action { List, Pause, Resume };
    Action action = Action::List;
    std::vector<StageId> stages;
    std::optional<Milliseconds> forTime; ///< pause: nullopt: until it is resumed
    bool json = false;
};

/// Asks for profiles and aliases again.
struct ProducersCommand {
    std::vector<qint64> ids;
    bool json = false;
};

struct CacheCommand {
    enum class Action { Show, Clear };
    Action action = Action::Show;
    QString service; ///< empty: all
    bool json = false;
};

struct EventsCommand {
    EventQuery query;
    bool follow = false;
    bool json = false;
};

struct MetricsCommand {
    MetricsQuery query;
    bool json = false;
};

struct CredentialsCommand {
    enum class Action { Show, Set, Delete, Test };
    Action action = Action::Show;
    QString service; ///< empty: all
    bool json = false;
};

struct SettingsCommand {
    enum class Action { List, Get, Set, Reset };
    Action action = Action::List;
    QString key;
    std::optional<QString> value; ///< set
    bool json = false;
};

struct HelpCommand {
    QString text;
};

/// What was asked for on the command line.
struct CommandLine {
    std::variant<DesktopCommand, RunCommand, SeedCommand, StatusCommand, ExportCommand, DeadLettersCommand,
                 CircuitCommand, RunsCommand, StagesCommand, ProducersCommand, CacheCommand, EventsCommand,
                 MetricsCommand, CredentialsCommand, SettingsCommand, HelpCommand>
        command;
    QString database; ///< empty: the default place
    bool demo = false;
    std::optional<demo::Face> demoFace; ///< nullopt: the older one
    QMap<QString, QString> settings; ///< of --set, not yet checked

    [[nodiscard]] bool isDesktop() const { return std::holds_alternative<DesktopCommand>(command); }
};

/// Reads the arguments without the program's name. The error is a sentence about what is wrong and what to do.
Result<CommandLine> parseCommandLine(const QStringList &arguments);

QString helpText();

} // namespace linernotes
