// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/deadletters.h"

#include "core/error.h"
#include "messages/messages.h"
#include "store/messagequeue.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace linernotes
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("DeadLetters", text);
}

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

} // namespace

std::vector<DeadLetterGroup> DeadLetters::groups()
{
    std::vector<DeadLetterGroup> groups;
    auto rows = m_database.execute("dead.groups");
    while (rows.next()) {
        groups.push_back({.key = rows.text(0),
                          .queue = rows.text(1),
                          .category = rows.text(2),
                          .service = rows.text(3),
                          .endpoint = rows.text(4),
                          .shape = rows.text(5),
                          .letters = rows.integer(6),
                          .first = rows.instant(7),
                          .last = rows.instant(8),
                          .replayedBefore = rows.integer(9)});
    }
    return groups;
}

std::vector<DeadLetter> DeadLetters::page(const DeadLetterFilter &filter, qint64 before, int limit)
{
    std::vector<DeadLetter> letters;
    auto rows = m_database.execute(
        "dead.page", {filter.group, filter.queue, filter.category, filter.service, filter.runId, before, limit});
    while (rows.next())
        letters.push_back(letterIn(rows));
    return letters;
}

std::optional<DeadLetter> DeadLetters::letter(qint64 id)
{
    auto rows = m_database.execute("dead.letter", {id});
    return rows.next() ? std::optional(letterIn(rows)) : std::nullopt;
}

DeadLetterSelection DeadLetters::freeze(const DeadLetterFilter &filter)
{
    auto rows =
        m_database.execute("dead.freeze", {filter.group, filter.queue, filter.category, filter.service, filter.runId});
    rows.next();
    return {.filter = filter, .upTo = rows.integer(1), .count = rows.integer(0)};
}

std::optional<qint64> DeadLetters::replay(qint64 id, const std::optional<QString> &edited)
{
    const auto now = toMillis(m_database.now());
    QString queue;
    QString message;
    qint64 runId = 0;
    qint64 replays = 0;
    bool isEdited = false;
    {
        auto rows = m_database.execute("dead.end_replayed", {now, id});
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
    m_database.execute("dead.count_replayed", {runId, queue});
    m_database.execute("runs.reopen", {runId});
    MessageQueue(m_database).renew(queue, message);
    m_database.noteSent(queue);
    m_database.noteEvent({.kind = EventKind::MessageReplayed,
                          .stage = stageOfQueue(queue),
                          .runId = runId,
                          .messageId = id,
                          .text = isEdited ? tr("edited, as message %1").arg(sent) : tr("as message %1").arg(sent)});
    return sent;
}

bool DeadLetters::discard(qint64 id, const QString &reason)
{
    QString queue;
    qint64 runId = 0;
    {
        auto rows = m_database.execute("dead.end_discarded", {toMillis(m_database.now()), reason, id});
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
    const auto &filter = selection.filter;
    std::vector<qint64> ids;
    auto rows = m_database.execute(
        "dead.next_ids",
        {filter.group, filter.queue, filter.category, filter.service, filter.runId, selection.upTo, after, most});
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
    return some(selection, progress, most, [this](qint64 id) { return replay(id).has_value(); });
}

BulkProgress DeadLetters::discardSome(const DeadLetterSelection &selection, BulkProgress progress,
                                      const QString &reason, int most)
{
    return some(selection, progress, most, [this, &reason](qint64 id) { return discard(id, reason); });
}

Result<QString> checkedEdit(const DeadLetter &letter, const QString &edited)
{
    const auto stage = stageOfQueue(letter.queue);
    if (!stage)
        return failure(ErrorCategory::InvalidInput, tr("There is no queue %1.").arg(letter.queue));
    const auto message = parseMessage(*stage, edited);
    if (!message)
        return failure(ErrorCategory::InvalidInput, tr("The message is not valid: %1").arg(message.error().message));
    return edited;
}

Result<QString> withChosenArtist(const DeadLetter &letter, const QString &spotifyId)
{
    if (letter.queue != queueName(StageId::ArtistDiscovery)) {
        return failure(ErrorCategory::InvalidInput,
                       tr("Dead letter %1 does not look for an artist: there is nothing to choose.").arg(letter.id));
    }
    ArtistDiscoveryMessage message;
    if (const auto asked = parseMessage(StageId::ArtistDiscovery, letter.message))
        message = std::get<ArtistDiscoveryMessage>(*asked);
    message.artistId = spotifyId;
    return checkedEdit(letter, toJson(message));
}

} // namespace linernotes
