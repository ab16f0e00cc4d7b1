// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment.h"
#include "headless/commands.h"
#include "headless/report.h"
#include "headless/seeds.h"
#include "headless/session.h"
#include "headless/signals.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

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
constexpr qint64 textIntervalMs = 1000;

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
            leave(ExitDone);
        });
        connect(&engine, &Engine::snapshotChanged, this, &HeadlessRun::look);
    }

    int exec()
    {
        m_engine.start();
        const int code = QCoreApplication::exec();
        m_engine.stop();
        return code;
    }

private:
    void look(const PipelineSnapshotPtr &snapshot)
    {
        if (m_left)
            return;
        if (m_unfinished.isEmpty() && !m_started)
            rememberRuns(*snapshot);
        report(*snapshot);
        if (m_command.untilIdle && snapshot->unfinishedRuns == 0)
            finish(*snapshot);
        else if (m_command.untilIdle)
            leaveIfStuck(*snapshot);
    }

    /// The runs whose dead letters this start answers for.
    void rememberRuns(const PipelineSnapshot &snapshot)
    {
        m_started = true;
        for (const auto &run : snapshot.runs) {
            if (!run.finished)
                m_unfinished.append(run.id);
        }
        if (m_unfinished.isEmpty() && !snapshot.runs.empty() && !m_command.seeds.isEmpty())
            m_unfinished.append(snapshot.runs.front().id); // it ended before the first picture
    }

    void report(const PipelineSnapshot &snapshot)
    {
        if (m_command.jsonProgress) {
            say(toJsonLine(snapshot));
        } else if (!m_lastReport.isValid() || m_lastReport.elapsed() >= textIntervalMs) {
            tell(toProgressLine(snapshot));
            m_lastReport.start();
        }
    }

    void finish(const PipelineSnapshot &snapshot)
    {
        qint64 dead = 0;
        for (const auto &run : snapshot.runs) {
            if (!m_unfinished.contains(run.id))
                continue;
            for (const auto &stage : run.stages)
                dead += stage.dead;
        }
        if (!m_command.jsonProgress)
            tell(toTable(snapshot));
        if (dead > 0)
            tell(tr("finished with %1 dead letters").arg(dead));
        leave(dead > 0 ? ExitDeadLetters : ExitDone);
    }

    void leaveIfStuck(const PipelineSnapshot &snapshot)
    {
        const bool needsUser = std::ranges::any_of(snapshot.services, &ServiceSnapshot::needsCredentials);
        const bool works = std::ranges::any_of(snapshot.stages, [](const auto &stage) {
            return stage.state != StageState::NeedsCredentials && (stage.busySlots > 0 || stage.metrics.length() > 0);
        });
        if (!needsUser || works) {
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
        for (const auto &service : snapshot.services) {
            if (service.needsCredentials)
                tell(tr("%1 needs credentials: %2").arg(service.service, service.reason));
        }
        complain(tr("the rest stays queued; give working credentials and run again"), ExitFailed);
        leave(ExitFailed);
    }

    void leave(int code)
    {
        m_left = true;
        QCoreApplication::exit(code);
    }

    Engine &m_engine;
    const RunCommand &m_command;
    TerminationSignals m_signals;
    QList<qint64> m_unfinished;
    bool m_started = false;
    bool m_left = false;
    QElapsedTimer m_lastReport;
    QElapsedTimer m_stuckFor;
};

} // namespace

int runCommand(const CommandLine &line, const RunCommand &command)
{
    const auto seeds = readSeeds(command.seeds, command.seedFile);
    if (!seeds)
        return complain(seeds.error().message, ExitUsage);
    for (const auto &problem : seeds->problems)
        tell(problem);
    if (!seeds->problems.isEmpty())
        return complain(tr("nothing was queued: mend these lines first"), ExitUsage);
    const auto session = Session::open(line, Session::Database::MayBeNew);
    if (!session)
        return complain(session.error().message, ExitFailed);
    const auto missing = missingCredentials(session->engine->credentials());
    if (!missing.isEmpty()) {
        return complain(tr("the credentials are incomplete: set %1, or use --demo for invented artists")
                            .arg(missing.join(QStringLiteral(", "))),
                        ExitFailed);
    }
    HeadlessRun run(*session->engine, command);
    if (!seeds->artists.empty()) {
        const auto queued = session->engine->seed(seeds->runName, seeds->artists);
        const auto receipt = queued.result(); // before the first picture is taken: the run is in it
        if (!receipt)
            return complain(receipt.error().message, ExitFailed);
        tell(tr("%1 queued as run %2, %3 known already").arg(receipt->queued).arg(receipt->runId).arg(receipt->known));
    }
    return run.exec();
}

} // namespace linernotes
