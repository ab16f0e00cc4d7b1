// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/runs.h"

#include "core/foruser.h"
#include "store/errorshape.h"
#include "store/operations.h"

#include <QSet>

namespace linernotes
{
namespace
{

RunStanding standingIn(const Rows &rows)
{
    return {.id = rows.integer(0),
            .name = rows.text(1),
            .finished = rows.text(2) == QLatin1String("finished"),
            .createdAt = rows.instant(3),
            .finishedAt = rows.optionalInstant(4),
            .priority = static_cast<RunPriority>(rows.integer(5)),
            .paused = rows.integer(6) != 0,
            .cancelled = rows.integer(7) != 0,
            .againOf = rows.isNull(8) ? std::nullopt : std::optional(rows.integer(8)),
            .isRevisit = rows.integer(9) != 0};
}

std::vector<RunStanding> standingsIn(Rows rows)
{
    std::vector<RunStanding> runs;
    while (rows.next())
        runs.push_back(standingIn(rows));
    return runs;
}

} // namespace

const QString &runPriorityName(RunPriority priority)
{
    static const QString low = QStringLiteral("low");
    static const QString normal = QStringLiteral("normal");
    static const QString high = QStringLiteral("high");
    switch (priority) {
    case RunPriority::Low:
        return low;
    case RunPriority::Normal:
        return normal;
    case RunPriority::High:
        return high;
    }
    Q_UNREACHABLE();
}

std::optional<RunPriority> runPriorityFromName(const QString &name)
{
    for (const auto priority : {RunPriority::Low, RunPriority::Normal, RunPriority::High}) {
        if (runPriorityName(priority) == name)
            return priority;
    }
    return std::nullopt;
}

QString runStateName(RunState state)
{
    switch (state) {
    case RunState::Running:
        return QStringLiteral("running");
    case RunState::Paused:
        return QStringLiteral("paused");
    case RunState::Cancelling:
        return QStringLiteral("cancelling");
    case RunState::Cancelled:
        return QStringLiteral("cancelled");
    case RunState::Finished:
        return QStringLiteral("finished");
    }
    Q_UNREACHABLE();
}

std::optional<RunStanding> Runs::standing(qint64 id)
{
    auto rows = m_database.execute("runs.standing", {id});
    return rows.next() ? std::optional(standingIn(rows)) : std::nullopt;
}

std::vector<RunStanding> Runs::olderThan(qint64 id, int limit)
{
    return standingsIn(m_database.execute("runs.older", {id, limit}));
}

std::vector<RunStanding> Runs::newestAndUnfinished(int limit)
{
    return standingsIn(m_database.execute("runs.shown", {limit}));
}

qint64 Runs::count()
{
    auto rows = m_database.execute("runs.count");
    return rows.next() ? rows.integer(0) : 0;
}

qint64 Runs::paused()
{
    auto rows = m_database.execute("runs.paused");
    return rows.next() ? rows.integer(0) : 0;
}

void Runs::pause(qint64 id)
{
    m_database.execute("runs.pause", {toMillis(m_database.now()), id});
}

void Runs::resume(qint64 id)
{
    m_database.execute("runs.resume", {id});
}

void Runs::setPriority(qint64 id, RunPriority priority)
{
    m_database.execute("runs.set_priority", {static_cast<int>(priority), id});
}

void Runs::cancel(qint64 id)
{
    m_database.execute("runs.cancel", {toMillis(m_database.now()), id});
}

void Runs::markAgain(qint64 id, qint64 original)
{
    m_database.execute("runs.mark_again", {original, id});
}

RunSettling Runs::settleSome(qint64 id, RunSettling settling, int most)
{
    const auto run = standing(id);
    if (settling.upTo < 0) {
        auto rows = m_database.execute("runs.newest_message");
        settling.upTo = rows.next() ? rows.integer(0) : 0;
        auto changes = m_database.execute("runs.changes", {id});
        settling.changes = changes.next() ? changes.integer(0) : 0;
    }
    std::optional<qint64> end;
    {
        auto rows = m_database.execute("runs.stretch", {settling.lastId, settling.upTo, most});
        if (rows.next() && !rows.isNull(0))
            end = rows.integer(0);
    }
    if (!run || run->finished || !end) {
        // The rest of its work would be known for a month, and never done: whoever asks for it again gets it.
        if (run && run->cancelled && m_database.execute("queue.forget_run", {id, most}).changed() == most)
            return settling;
        settling.isDone = true;
        m_database.execute("runs.settled", {id, settling.changes});
        return settling;
    }
    if (run->cancelled)
        discardStretch(id, settling, *end);
    else
        settleLanes(id, settling, *end);
    settling.lastId = *end;
    return settling;
}

void Runs::settleLanes(qint64 id, RunSettling &settling, qint64 end)
{
    QSet<QString> wake;
    {
        auto rows = m_database.execute("runs.settle", {id, settling.lastId, end});
        while (rows.next()) {
            ++settling.moved;
            if (rows.integer(1) > 0)
                wake.insert(rows.text(0));
        }
    }
    for (const auto &queue : std::as_const(wake))
        m_database.noteSent(queue);
}

void Runs::discardStretch(qint64 id, RunSettling &settling, qint64 end)
{
    struct Doomed {
        qint64 id;
        QString queue;
        QString message;
    };
    std::vector<Doomed> doomed;
    {
        auto rows = m_database.execute("runs.cancellable", {settling.lastId, end, id, toMillis(m_database.now())});
        while (rows.next())
            doomed.push_back({rows.integer(0), rows.text(1), rows.text(2)});
    }
    for (const auto &message : doomed)
        discard(id, message.id, message.queue, message.message);
    settling.discarded += static_cast<qint64>(doomed.size());
    Operations(m_database).finishIfDone(id);
}

/// The ledger forgets it: it was never done, and may be asked for again.
void Runs::discard(qint64 runId, qint64 messageId, const QString &queue, const QString &message)
{
    const auto category = categoryName(ErrorCategory::Cancelled);
    const auto error = QStringLiteral("the run was cancelled");
    const auto shape = errorShape(error);
    m_database.execute("runs.into_discarded",
                       {toMillis(m_database.now()), category, error, shape, errorGroup(queue, category, {}, {}, shape),
                        QStringLiteral(LINERNOTES_VERSION), error, messageId});
    m_database.execute("runs.drop", {messageId});
    m_database.execute("runs.count_discarded", {runId, queue});
    MessageQueue(m_database).forget(queue, message);
}

void Runs::dropIfCancelled(const Lease &lease)
{
    const auto run = standing(lease.runId);
    if (!run || !run->cancelled)
        return;
    discard(lease.runId, lease.messageId, lease.queue, lease.message);
    Operations(m_database).finishIfDone(lease.runId);
}

std::vector<qint64> Runs::unsettled()
{
    std::vector<qint64> ids;
    auto rows = m_database.execute("runs.unsettled");
    while (rows.next())
        ids.push_back(rows.integer(0));
    return ids;
}

std::vector<ArtistDiscoveryMessage> Runs::seeds(qint64 id)
{
    std::vector<ArtistDiscoveryMessage> seeds;
    QSet<QString> known;
    auto rows = m_database.execute("runs.seeds", {id});
    while (rows.next()) {
        const auto message = parseMessage(StageId::ArtistDiscovery, rows.text(0));
        if (!message || known.contains(ledgerKey(*message)))
            continue;
        known.insert(ledgerKey(*message));
        seeds.push_back(std::get<ArtistDiscoveryMessage>(*message));
    }
    return seeds;
}

QString Runs::nameAgain(qint64 id)
{
    auto rows = m_database.execute("runs.family", {id});
    rows.next();
    const auto times = rows.integer(1);
    return times > 1 ? ForUser::tr("%1, again (%2)").arg(rows.text(0), QString::number(times))
                     : ForUser::tr("%1, again").arg(rows.text(0));
}

RunComparison Runs::onlyInSecond(qint64 first, qint64 second, int limit)
{
    RunComparison comparison;
    auto rows = m_database.execute("runs.compared", {first, second, limit});
    while (rows.next()) {
        comparison.count = rows.integer(4);
        comparison.producers.push_back(
            {.personId = rows.integer(0), .name = rows.text(1), .role = rows.text(2), .credits = rows.integer(3)});
    }
    return comparison;
}

} // namespace linernotes
