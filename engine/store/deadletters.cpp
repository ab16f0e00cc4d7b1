// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/deadletters.h"

#include "store/deadletterquestion.h"
#include "store/messagequeue.h"
#include "store/operations.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace linernotes
{
namespace
{

DeadLetterState stateFromName(const QString &name)
{
    if (name == QLatin1String("replayed"))
        return DeadLetterState::Replayed;
    return name == QLatin1String("discarded") ? DeadLetterState::Discarded : DeadLetterState::Dead;
}

Instant timeIn(const QString &isoText)
{
    return fromMillis(QDateTime::fromString(isoText, Qt::ISODate).toMSecsSinceEpoch());
}

std::vector<Attempt> attemptsIn(const QString &history)
{
    std::vector<Attempt> attempts;
    const auto failures = QJsonDocument::fromJson(history.toUtf8()).array();
    for (const auto &value : failures) {
        const auto failure = value.toObject();
        attempts.push_back({.at = timeIn(failure.value(QStringLiteral("at")).toString()),
                            .category = failure.value(QStringLiteral("category")).toString(),
                            .httpStatus = failure.value(QStringLiteral("http_status")).toInt(),
                            .error = failure.value(QStringLiteral("error")).toString()});
    }
    return attempts;
}

std::optional<qint64> optionalInteger(const Rows &rows, int column)
{
    return rows.isNull(column) ? std::nullopt : std::optional(rows.integer(column));
}

/// In the order of the columns of dead.page and dead.letter.
DeadLetter letterIn(const Rows &rows)
{
    int column = 0;
    DeadLetter letter;
    letter.sequence = rows.integer(column++);
    letter.id = rows.integer(column++);
    letter.queue = rows.text(column++);
    letter.runId = rows.integer(column++);
    letter.message = rows.text(column++);
    letter.readCount = rows.integer(column++);
    letter.enqueuedAt = rows.instant(column++);
    letter.failedAt = rows.instant(column++);
    letter.category = rows.text(column++);
    letter.error = rows.text(column++);
    letter.httpStatus = static_cast<int>(rows.integer(column++));
    letter.service = rows.text(column++);
    letter.endpoint = rows.text(column++);
    letter.evidence = rows.text(column++).toUtf8();
    letter.attempts = attemptsIn(rows.text(column++));
    letter.shape = rows.text(column++);
    letter.group = rows.text(column++);
    letter.workerVersion = rows.text(column++);
    letter.replayOf = optionalInteger(rows, column++);
    letter.replays = rows.integer(column++);
    letter.state = stateFromName(rows.text(column++));
    letter.endedAt = rows.optionalInstant(column++);
    letter.replayedAs = optionalInteger(rows, column++);
    letter.discardReason = rows.text(column++);
    return letter;
}

DeadLetterRow rowIn(const Rows &rows)
{
    return {.sequence = rows.integer(0),
            .id = rows.integer(1),
            .queue = rows.text(2),
            .runId = rows.integer(3),
            .message = rows.text(4),
            .failedAt = rows.instant(5),
            .category = rows.text(6),
            .error = rows.text(7),
            .httpStatus = static_cast<int>(rows.integer(8)),
            .service = rows.text(9),
            .replays = rows.integer(10),
            .state = stateFromName(rows.text(11)),
            .endedAt = rows.optionalInstant(12),
            .discardReason = rows.text(13),
            .subject = rows.text(14)};
}

} // namespace

std::vector<DeadLetter> DeadLetters::page(const DeadLetterFilter &filter, qint64 before, int limit)
{
    std::vector<DeadLetter> letters;
    DeadLetterQuestion question("dead.page");
    question.add(filter).add("dead.before", {before == 0 ? std::numeric_limits<qint64>::max() : before, limit});
    auto rows = m_database.executeText(question.sql, question.values);
    while (rows.next())
        letters.push_back(letterIn(rows));
    return letters;
}

std::vector<DeadLetterRow> DeadLetters::rows(const DeadLetterFilter &filter, qint64 before, int limit)
{
    std::vector<DeadLetterRow> letters;
    auto question = DeadLetterQuestion::aboutRows();
    question.add(filter).add("dead.before", {before == 0 ? std::numeric_limits<qint64>::max() : before, limit});
    auto rows = m_database.executeText(question.sql, question.values);
    while (rows.next())
        letters.push_back(rowIn(rows));
    return letters;
}

DeadLetterChanges DeadLetters::changes(const DeadLetterFilter &filter, const ShownLetters &shown)
{
    constexpr std::size_t most = 1000; // to read them anew is cheaper then
    std::vector<qint64> there;
    {
        DeadLetterQuestion question("dead.sequences");
        question.add(filter).add("dead.down_to",
                                 {shown.isWhole || shown.sequences.empty() ? qint64(0) : shown.sequences.back()});
        auto rows = m_database.executeText(question.sql, question.values);
        while (rows.next())
            there.push_back(rows.integer(0));
    }
    DeadLetterChanges changes;
    std::ranges::set_difference(shown.sequences, there, std::back_inserter(changes.gone), std::ranges::greater());
    std::vector<qint64> fresh;
    std::ranges::set_difference(there, shown.sequences, std::back_inserter(fresh), std::ranges::greater());
    changes.isTooMuch = fresh.size() > most;
    if (fresh.empty() || changes.isTooMuch)
        return changes;
    auto question = DeadLetterQuestion::aboutRows();
    question.add(filter.scope).add("dead.listed", {jsonArray(fresh)});
    auto rows = m_database.executeText(question.sql, question.values);
    while (rows.next())
        changes.came.push_back(rowIn(rows));
    return changes;
}

std::optional<DeadLetter> DeadLetters::letter(qint64 id)
{
    auto rows = m_database.execute("dead.letter", {id});
    return rows.next() ? std::optional(letterIn(rows)) : std::nullopt;
}

DeadLetterSelection DeadLetters::freeze(const DeadLetterFilter &filter)
{
    DeadLetterQuestion question("dead.freeze");
    auto rows = m_database.executeText(question.add(filter).add("dead.still_open").sql, question.values);
    rows.next();
    return {.filter = filter, .upTo = rows.integer(1), .count = rows.integer(0)};
}

qint64 DeadLetters::begin(ActionKind kind, const QString &reason)
{
    const auto name = kind == ActionKind::Replay ? QStringLiteral("replay") : QStringLiteral("discard");
    return m_database.execute("dead.begin_action", {name, reason, toMillis(m_database.now())}).insertedId();
}

std::optional<qint64> DeadLetters::replay(qint64 id, qint64 action, const std::optional<QString> &edited)
{
    const auto now = toMillis(m_database.now());
    QString queue;
    QString message;
    qint64 runId = 0;
    qint64 replays = 0;
    bool isEdited = false;
    {
        auto rows = m_database.execute("dead.end_replayed", {now, action, id});
        if (!rows.next())
            return std::nullopt;
        queue = rows.text(0);
        runId = rows.integer(1);
        message = edited.value_or(rows.text(2));
        isEdited = message != rows.text(2);
        replays = rows.integer(3) + 1;
    }
    const auto sent =
        m_database.execute("dead.send_again", {queue, runId, message, now, now, id, replays}).insertedId();
    m_database.execute("dead.name_replay", {sent, id});
    m_database.execute("gaps.follow", {sent, id});
    m_database.execute("dead.count_replayed", {runId, queue});
    m_database.execute("runs.reopen", {runId});
    MessageQueue(m_database).renew(runId, queue, message);
    m_database.noteSent(queue);
    m_database.noteEvent({.kind = EventKind::MessageReplayed,
                          .stage = stageOfQueue(queue),
                          .runId = runId,
                          .messageId = id,
                          .text = isEdited ? QStringLiteral("edited, as message %1").arg(sent)
                                           : QStringLiteral("as message %1").arg(sent)});
    return sent;
}

bool DeadLetters::discard(qint64 id, qint64 action, const QString &reason)
{
    QString queue;
    qint64 runId = 0;
    {
        auto rows = m_database.execute("dead.end_discarded", {toMillis(m_database.now()), reason, action, id});
        if (!rows.next())
            return false;
        queue = rows.text(0);
        runId = rows.integer(1);
    }
    m_database.execute("dead.count_discarded", {runId, queue});
    m_database.noteEvent({.kind = EventKind::MessageDiscarded,
                          .stage = stageOfQueue(queue),
                          .runId = runId,
                          .messageId = id,
                          .text = reason});
    return true;
}

std::vector<qint64> DeadLetters::nextIds(const DeadLetterSelection &selection, qint64 after, int most)
{
    std::vector<qint64> ids;
    DeadLetterQuestion question("dead.next_ids");
    question.add(selection.filter).add("dead.still_open").add("dead.after", {selection.upTo, after, most});
    auto rows = m_database.executeText(question.sql, question.values);
    while (rows.next())
        ids.push_back(rows.integer(0));
    return ids;
}

template <typename Act>
BulkProgress DeadLetters::some(const DeadLetterSelection &selection, BulkProgress progress, int most, Act act)
{
    progress.selected = selection.count;
    const auto ids = nextIds(selection, progress.lastId, most);
    for (const auto id : ids) {
        if (act(id))
            ++progress.done;
        progress.lastId = id;
    }
    progress.isDone = static_cast<int>(ids.size()) < most;
    return progress;
}

BulkProgress DeadLetters::replaySome(const DeadLetterSelection &selection, BulkProgress progress, int most)
{
    if (progress.action == 0)
        progress.action = begin(ActionKind::Replay);
    const auto action = progress.action;
    return some(selection, progress, most, [this, action](qint64 id) { return replay(id, action).has_value(); });
}

BulkProgress DeadLetters::discardSome(const DeadLetterSelection &selection, BulkProgress progress,
                                      const QString &reason, int most)
{
    if (progress.action == 0)
        progress.action = begin(ActionKind::Discard, reason);
    const auto action = progress.action;
    return some(selection, progress, most, [this, action, &reason](qint64 id) { return discard(id, action, reason); });
}

bool DeadLetters::takeBack(qint64 id)
{
    QString message;
    qint64 sent = 0;
    {
        auto rows = m_database.execute("dead.take_back", {id});
        if (!rows.next())
            return false;
        message = rows.text(0);
        sent = rows.integer(1);
    }
    m_database.execute("gaps.follow", {id, sent});
    QString queue;
    QString original;
    qint64 runId = 0;
    {
        auto rows = m_database.execute("dead.rise_again", {id});
        rows.next();
        queue = rows.text(0);
        runId = rows.integer(1);
        original = rows.text(2);
    }
    m_database.execute("dead.count_taken_back", {runId, queue});
    MessageQueue messages(m_database);
    if (MessageQueue::isSameWork(queue, message, original))
        messages.release(queue, message);
    else
        messages.forget(queue, message); // an edited one: of that work there is neither message nor letter now
    Operations(m_database).endAsBefore(runId);
    return true;
}

void DeadLetters::restore(qint64 id)
{
    QString queue;
    qint64 runId = 0;
    {
        auto rows = m_database.execute("dead.rise_again", {id});
        rows.next();
        queue = rows.text(0);
        runId = rows.integer(1);
    }
    m_database.execute("dead.count_restored", {runId, queue});
}

std::optional<DeadLetterAction> DeadLetters::lastAction()
{
    auto rows = m_database.execute("dead.last_action");
    if (!rows.next())
        return std::nullopt;
    return DeadLetterAction{.id = rows.integer(0), .letters = rows.integer(1)};
}

ReplayFate DeadLetters::fate(qint64 action)
{
    ReplayFate fate;
    auto rows = m_database.execute("dead.fate", {action});
    while (rows.next()) {
        fate.sent += rows.integer(1);
        fate.untouched += rows.integer(2);
        fate.going += rows.integer(3);
        fate.diedAgain += rows.integer(4);
        fate.held += rows.integer(5);
        if (const auto stage = stageOfQueue(rows.text(0)); stage && rows.integer(2) > rows.integer(5))
            fate.untouchedIn.push_back(*stage);
    }
    return fate;
}

BulkProgress DeadLetters::undoSome(qint64 action, BulkProgress progress, int most)
{
    if (progress.action == 0) {
        progress.action = action;
        auto rows = m_database.execute("dead.count_of_action", {action});
        progress.selected = rows.next() ? rows.integer(0) : 0;
    }
    std::vector<std::pair<qint64, DeadLetterState>> letters;
    {
        auto rows = m_database.execute("dead.next_of_action", {action, progress.lastId, most});
        while (rows.next())
            letters.emplace_back(rows.integer(0), stateFromName(rows.text(1)));
    }
    for (const auto &[id, state] : letters) {
        progress.lastId = id;
        if (state == DeadLetterState::Replayed && !takeBack(id))
            continue;
        if (state == DeadLetterState::Discarded)
            restore(id);
        ++progress.done;
    }
    progress.isDone = static_cast<int>(letters.size()) < most;
    return progress;
}

} // namespace linernotes
