// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless/commands.h"
#include "headless/deadletterreport.h"
#include "headless/session.h"
#include "headless/telemetryreport.h"
#include "headless/waiting.h"

#include <QCoreApplication>

namespace linernotes
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("DeadLettersCommand", text);
}

/// What the subcommands do with an open database. Each gives the program's exit code.
class DeadLettersAtWork
{
public:
    DeadLettersAtWork(Engine &engine, const DeadLettersCommand &command)
        : m_engine(engine)
        , m_command(command)
    {
    }

    int run()
    {
        switch (m_command.action) {
        case DeadLettersCommand::Action::List:
            return m_command.isNarrowed() ? listLetters() : listGroups();
        case DeadLettersCommand::Action::Show:
            return show();
        case DeadLettersCommand::Action::Edit:
            return edit();
        case DeadLettersCommand::Action::Retry:
        case DeadLettersCommand::Action::Discard:
            return m_command.ids.empty() ? actOnAll() : actOnEach();
        case DeadLettersCommand::Action::Undo:
            return undo();
        }
        Q_UNREACHABLE();
    }

private:
    int listGroups()
    {
        const auto overview = wait(m_engine.deadLetters().overview({}));
        if (!overview)
            return complain(overview.error().message, ExitFailed);
        if (m_command.json)
            say(toJsonLines(overview->groups));
        else
            say(toTable(overview->groups));
        return ExitDone;
    }

    /// All of them, page by page: a list that ends without a word would be taken for whole.
    int listLetters()
    {
        constexpr int pageSize = 500;
        qint64 before = 0;
        for (;;) {
            const auto page = wait(m_engine.deadLetters().page(m_command.filter, before, pageSize));
            if (!page)
                return complain(page.error().message, ExitFailed);
            for (const auto &letter : *page)
                if (m_command.json)
                    say(toJsonLine(letter));
                else
                    say(toLine(letter));
            if (page->size() < pageSize)
                return ExitDone;
            before = page->back().sequence;
        }
    }

    int show()
    {
        const auto id = m_command.ids.front();
        const auto letter = wait(m_engine.deadLetters().letter(id));
        if (!letter)
            return complain(letter.error().message, ExitFailed);
        if (!*letter)
            return complain(tr("there is no dead letter %1").arg(id), ExitFailed);
        if (m_command.json)
            say(toJsonLine(**letter));
        else
            say(toText(**letter));
        return ExitDone;
    }

    int edit()
    {
        const auto id = m_command.ids.front();
        const auto sent = wait(m_command.artist.isEmpty() ? m_engine.deadLetters().replayEdited(id, m_command.message)
                                                          : m_engine.deadLetters().chooseArtist(id, m_command.artist));
        if (!sent)
            return complain(sent.error().message, ExitFailed);
        report(tr("%1 sent again as message %2").arg(id).arg(sent->messageId) + howToUndo({sent->action}),
               {.selected = 1, .done = 1, .isDone = true, .action = sent->action});
        return ExitDone;
    }

    int actOnEach()
    {
        BulkProgress progress{.selected = static_cast<qint64>(m_command.ids.size()), .isDone = true};
        int exitCode = ExitDone;
        std::vector<qint64> actions;
        for (const auto id : m_command.ids) {
            if (const auto action = act(id)) {
                ++progress.done;
                actions.push_back(*action);
            } else {
                exitCode = complain(action.error().message, ExitFailed);
            }
        }
        if (actions.size() == 1)
            progress.action = actions.front();
        if (progress.done > 0 || m_command.json)
            report(sentence(progress) + howToUndo(actions), progress, actions);
        return exitCode;
    }

    Result<qint64> act(qint64 id)
    {
        if (m_command.action == DeadLettersCommand::Action::Discard)
            return wait(m_engine.deadLetters().discard(id, m_command.reason));
        const auto sent = wait(m_engine.deadLetters().replay(id));
        if (!sent)
            return failure(sent.error());
        return sent->action;
    }

    int undo()
    {
        BulkProgress all{.isDone = true};
        for (const auto action : m_command.ids) {
            const auto progress = wait(m_engine.deadLetters().undo(action));
            if (!progress)
                return reportUndone(all, progress.error().message);
            if (progress->selected == 0)
                return reportUndone(all, tr("there is nothing of an action %1").arg(action));
            all.selected += progress->selected;
            all.done += progress->done;
            all.isDone = progress->isDone;
            if (progress->brokenOff)
                return reportUndone(all, progress->brokenOff->message);
        }
        return reportUndone(all, {});
    }

    /// What is done is told, and then what it failed of.
    [[nodiscard]] int reportUndone(const BulkProgress &undone, const QString &problem) const
    {
        auto text = tr("%1 of %2 are dead letters again").arg(undone.done).arg(undone.selected);
        if (undone.skipped() > 0)
            text += tr("; %1 had been taken up").arg(undone.skipped());
        if (undone.selected > 0)
            report(text, undone);
        return problem.isEmpty() ? ExitDone : complain(problem, ExitFailed);
    }

    [[nodiscard]] static QString howToUndo(const std::vector<qint64> &actions)
    {
        QString text;
        for (const auto action : actions)
            text += QLatin1Char(' ') + QString::number(action);
        return text.isEmpty() ? text : tr("; to undo: dead-letters undo%1").arg(text);
    }

    int actOnAll()
    {
        const auto selection = wait(m_engine.deadLetters().select(m_command.filter));
        if (!selection)
            return complain(selection.error().message, ExitFailed);
        const auto progress = wait(m_command.action == DeadLettersCommand::Action::Retry
                                       ? m_engine.deadLetters().replayAll(*selection)
                                       : m_engine.deadLetters().discardAll(*selection, m_command.reason));
        if (!progress)
            return complain(progress.error().message, ExitFailed);
        if (progress->selected == 0 && !m_command.json)
            say(tr("No dead letter fits: nothing was done.\n"));
        else
            report(sentence(*progress) + (progress->done > 0 ? howToUndo({progress->action}) : QString()), *progress);
        return progress->brokenOff ? complain(progress->brokenOff->message, ExitFailed) : ExitDone;
    }

    [[nodiscard]] QString sentence(const BulkProgress &progress) const
    {
        auto text = (m_command.action == DeadLettersCommand::Action::Retry ? tr("%1 of %2 sent again")
                                                                           : tr("%1 of %2 discarded"))
                        .arg(progress.done)
                        .arg(progress.selected);
        if (progress.skipped() > 0 && m_command.ids.empty())
            text += tr("; %1 had changed meanwhile").arg(progress.skipped());
        return text;
    }

    /// `actions`: where it took several.
    void report(const QString &text, const BulkProgress &progress, const std::vector<qint64> &actions = {}) const
    {
        if (m_command.json)
            say(toJsonLine(progress, actions));
        else
            say(text + QLatin1Char('\n'));
    }

    Engine &m_engine;
    const DeadLettersCommand &m_command;
};

} // namespace

int deadLettersCommand(const CommandLine &line, const DeadLettersCommand &command)
{
    const auto session = Session::open(line, command.isReading() ? Session::Use::Read : Session::Use::Change);
    if (!session)
        return complain(session.error().message, ExitFailed);
    if (const auto known = checkService(*session->engine, command.filter.service); !known)
        return complain(known.error());
    return DeadLettersAtWork(*session->engine, command).run();
}

} // namespace linernotes
