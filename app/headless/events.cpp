// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foruser.h"
#include "headless/commands.h"
#include "headless/session.h"
#include "headless/signals.h"
#include "headless/telemetryreport.h"
#include "headless/waiting.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <ranges>

namespace linernotes
{
namespace
{

constexpr int pageSize = 1000;
constexpr std::chrono::milliseconds lookInterval{500};

void show(const Event &event, bool json)
{
    if (json)
        say(toJsonLine(event) + '\n');
    else
        say(toLine(event));
}

/// The newest that fit, up to the limit, the oldest of them first, as a log is read.
Result<void> showKept(Engine &engine, const EventsCommand &command, qint64 upTo)
{
    std::vector<Event> found;
    auto query = command.query;
    query.before = upTo + 1;
    while (static_cast<int>(found.size()) < command.query.limit) {
        query.limit = std::min(pageSize, command.query.limit - static_cast<int>(found.size()));
        const auto page = wait(engine.events(query));
        if (!page)
            return failure(page.error());
        found.insert(found.end(), page->begin(), page->end());
        if (static_cast<int>(page->size()) < query.limit)
            break;
        query.before = page->back().id;
    }
    for (const auto &event : std::ranges::reverse_view(found))
        show(event, command.json);
    return {};
}

/// Shows what comes, until the program is told to stop.
class Tail : public QObject
{
public:
    Tail(Engine &engine, const EventsCommand &command, qint64 last)
        : m_engine(engine)
        , m_command(command)
        , m_last(last)
    {
        connect(&m_signals, &TerminationSignals::received, this, [this] { leave(ExitDone); });
        connect(&m_timer, &QTimer::timeout, this, &Tail::look);
    }

    int exec()
    {
        m_timer.start(lookInterval);
        if (!m_hasLeft) // a signal may have come meanwhile
            QCoreApplication::exec();
        return m_exitCode;
    }

private:
    void look()
    {
        m_timer.stop(); // waiting lets the event loop run
        for (bool isMore = true; isMore && !m_hasLeft;) {
            const auto events = wait(m_engine.eventsAfter(m_last, pageSize));
            if (!events) {
                complain(events.error().message, ExitFailed);
                return leave(ExitFailed);
            }
            for (const auto &event : *events) {
                m_last = event.id;
                if (fits(event, m_command.query))
                    show(event, m_command.json);
            }
            isMore = events->size() == pageSize;
        }
        m_timer.start(lookInterval);
    }

    void leave(int exitCode)
    {
        m_hasLeft = true;
        m_exitCode = exitCode;
        QCoreApplication::quit();
    }

    Engine &m_engine;
    const EventsCommand &m_command;
    qint64 m_last;
    TerminationSignals m_signals;
    QTimer m_timer;
    bool m_hasLeft = false;
    int m_exitCode = ExitDone;
};

} // namespace

int eventsCommand(const CommandLine &line, const EventsCommand &command)
{
    const auto session = Session::open(line, Session::Use::Read);
    if (!session)
        return complain(session.error().message, ExitFailed);
    auto &engine = *session->engine;
    if (const auto known = checkService(engine, command.query.service); !known)
        return complain(known.error());
    if (command.query.runId > 0) {
        const auto run = wait(engine.runs().run(command.query.runId));
        if (!run || !*run)
            return complain(
                run ? ForUser::tr("There is no run %1. “runs list” shows those there are.").arg(command.query.runId)
                    : run.error().message,
                ExitFailed);
    }
    const auto newest = wait(engine.events({.limit = 1}));
    if (!newest)
        return complain(newest.error().message, ExitFailed);
    const auto last = newest->empty() ? 0 : newest->front().id;
    if (const auto shown = showKept(engine, command, last); !shown)
        return complain(shown.error().message, ExitFailed);
    return command.follow ? Tail(engine, command, last).exec() : ExitDone;
}

} // namespace linernotes
