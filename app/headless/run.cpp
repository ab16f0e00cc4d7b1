// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment.h"
#include "headless/commands.h"
#include "headless/credentialsreading.h"
#include "headless/progress.h"
#include "headless/report.h"
#include "headless/seeds.h"
#include "headless/session.h"
#include "headless/signals.h"
#include "headless/waiting.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <optional>

namespace linernotes
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("RunCommand", text);
}

/// Work that nobody can do without the user is not waited for.
constexpr qint64 patienceMs = 2000;

/// Paused with no end: a person has to let it go on.
bool isHeld(const StageSnapshot &stage)
{
    return stage.pause && !stage.pause->until;
}

/// Nothing of it goes on by itself.
bool needsUser(const ServiceSnapshot &service)
{
    return service.needsCredentials || service.standing.override == CircuitOverride::Open;
}

/// Lets the engine run until it is idle, can't go on, or is told to stop.
class HeadlessRun : public QObject
{
public:
    HeadlessRun(Engine &engine, const RunCommand &command)
        : m_engine(engine)
        , m_command(command)
    {
        m_stuckFor.invalidate();
        connect(&m_signals, &TerminationSignals::received, this, [this] {
            tell(tr("stopping"));
            // Without --until-idle being stopped is how it ends.
            leave(m_command.untilIdle ? ExitStopped : ExitDone);
        });
    }

    /// Queues the artists as a run that this start answers for.
    Result<void> seed(const Seeds &seeds)
    {
        const auto receipt = m_engine.seed(seeds.runName, seeds.artists).result();
        if (!receipt)
            return failure(receipt.error());
        if (receipt->runId > 0)
            m_runs.append(receipt->runId);
        tell(seededText(*receipt));
        return {};
    }

    int exec()
    {
        if (const auto remembered = rememberRuns(); !remembered)
            return complain(remembered.error().message, ExitFailed);
        if (!m_left) { // a signal may have come meanwhile
            connect(&m_engine, &Engine::snapshotChanged, this, &HeadlessRun::look);
            m_engine.start();
            QCoreApplication::exec();
            m_engine.stop();
        }
        return m_isIdle ? judge() : m_exitCode;
    }

private:
    /// Before anything is done: a run may end before the first picture of the work.
    Result<void> rememberRuns()
    {
        const auto snapshot = wait(m_engine.snapshot());
        if (!snapshot)
            return failure(snapshot.error());
        for (const auto &run : (*snapshot)->runs) {
            if (!run.finished && !run.isRevisit && !m_runs.contains(run.id))
                m_runs.append(run.id);
        }
        return {};
    }

    void look(const PipelineSnapshotPtr &snapshot)
    {
        if (m_left)
            return;
        if (m_command.jsonProgress)
            say(toJsonLine(*snapshot));
        else
            m_progress.show(snapshot);
        if (m_command.untilIdle && snapshot->unfinishedRuns == 0)
            finish(*snapshot);
        else if (m_command.untilIdle)
            leaveIfStuck(*snapshot);
    }

    void finish(const PipelineSnapshot &snapshot)
    {
        if (!m_command.jsonProgress)
            tell(toTable(snapshot));
        if (snapshot.pausedRuns > 0)
            tell(tr("Paused runs: %1. See “runs list”; “runs resume” lets one go on.").arg(snapshot.pausedRuns));
        tellRevisits(snapshot);
        m_isIdle = true;
        leave(ExitDone);
    }

    /// They are not waited for: a source may be away for days.
    static void tellRevisits(const PipelineSnapshot &snapshot)
    {
        qint64 waiting = 0;
        for (const auto &run : snapshot.runs) {
            if (run.isRevisit)
                waiting += run.stages.at(static_cast<std::size_t>(StageId::SocialEnrichment)).remaining();
        }
        if (waiting > 0)
            tell(
                tr("%1 people are incomplete: a source did not answer. It is asked again by a program that works then.")
                    .arg(waiting));
    }

    /// Whether the runs that this start worked on left dead letters. Those of other runs are told of, but say nothing
    /// about its success.
    int judge()
    {
        qint64 own = 0;
        for (const auto run : std::as_const(m_runs)) {
            const auto letters = wait(m_engine.deadLetters().select({.runId = run}));
            if (!letters)
                return complain(letters.error().message, ExitFailed);
            own += letters->count;
        }
        const auto all = wait(m_engine.deadLetters().select({}));
        if (all && all->count > own)
            tell(tr("%1 dead letters of earlier runs are open: see “dead-letters list”").arg(all->count - own));
        if (own > 0)
            tell(tr("finished with %1 dead letters").arg(own));
        return own > 0 ? ExitDeadLetters : ExitDone;
    }

    void leaveIfStuck(const PipelineSnapshot &snapshot)
    {
        const auto waits = [&snapshot](const StageSnapshot &stage) {
            return isHeld(stage) || std::ranges::any_of(snapshot.services, [&stage](const auto &service) {
                       return service.service == stage.service && needsUser(service);
                   });
        };
        const bool needs = std::ranges::any_of(snapshot.stages, waits);
        const bool works = std::ranges::any_of(snapshot.stages, [&](const auto &stage) {
            return stage.busySlots > 0 || (!waits(stage) && snapshot.pendingOf(stage.stage) > 0);
        });
        if (!needs || works) {
            m_stuckFor.invalidate();
            return;
        }
        if (!m_stuckFor.isValid()) {
            m_stuckFor.start();
            // Precise: a coarse timer may come 5 % early, and this one comes only once.
            QTimer::singleShot(patienceMs, Qt::PreciseTimer, this,
                               [this, picture = std::make_shared<PipelineSnapshot>(snapshot)] {
                                   if (!m_left && m_stuckFor.isValid() && m_stuckFor.elapsed() >= patienceMs / 2)
                                       giveUp(*picture);
                               });
        }
    }

    void giveUp(const PipelineSnapshot &snapshot)
    {
        auto what = tr("the rest stays queued");
        for (const auto &service : snapshot.services) {
            if (!service.needsCredentials)
                continue;
            tell(tr("%1 needs credentials: %2").arg(service.service, service.reason));
            what = tr("the rest stays queued; give working credentials and run again");
        }
        for (const auto &service : snapshot.services) {
            if (!service.needsCredentials && needsUser(service))
                tell(tr("%1 is held open: “circuit %1 release” lets calls go out").arg(service.service));
        }
        for (const auto &stage : snapshot.stages) {
            if (isHeld(stage) && stage.metrics.pending() > 0)
                tell(tr("%1 is paused: “stages resume %1” lets it go on").arg(queueName(stage.stage)));
        }
        complain(what, ExitFailed);
        leave(ExitFailed);
    }

    void leave(int code)
    {
        m_left = true;
        m_exitCode = code;
        QCoreApplication::quit();
    }

    Engine &m_engine;
    const RunCommand &m_command;
    TerminationSignals m_signals;
    ProgressLines m_progress;
    QList<qint64> m_runs; ///< that it works on: unfinished ones, and its own
    bool m_left = false;
    bool m_isIdle = false;
    int m_exitCode = ExitDone;
    QElapsedTimer m_stuckFor;
};

} // namespace

int runCommand(const CommandLine &line, const RunCommand &command)
{
    std::optional<Seeds> seeds;
    if (command.isSeeding()) {
        auto read = readSeeds(command.seeds, command.seedFile);
        if (!read)
            return complain(read.error().message, ExitUsage);
        seeds = std::move(*read);
    }
    // Before a database is opened: the file would be made, and marked for real work.
    const auto store = line.demo ? nullptr : readCredentials(Patience::UntilUnlocked);
    const auto credentials = store ? store->credentials() : Credentials();
    const auto missing = line.demo ? QStringList() : missingCredentials(credentials);
    if (!missing.isEmpty()) {
        if (!store->keychainProblem().isEmpty())
            tell(store->keychainProblem());
        return complain(
            tr("the credentials are incomplete: set %1, keep them with “linernotes credentials set”, or use "
               "--demo for invented artists")
                .arg(missing.join(QStringLiteral(", "))),
            ExitFailed);
    }
    const auto session = Session::open(line, Session::Use::Work, credentials);
    if (!session)
        return complain(session.error().message, ExitFailed);
    HeadlessRun run(*session->engine, command);
    if (seeds) {
        if (const auto queued = run.seed(*seeds); !queued)
            return complain(queued.error().message, ExitFailed);
    }
    return run.exec();
}

} // namespace linernotes
