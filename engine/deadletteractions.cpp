// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletteractions.h"

#include "core/logging.h"
#include "store/store.h"

#include <QCoreApplication>

namespace linernotes
{
namespace
{

/// A few milliseconds of the writer's time.
constexpr int batchSize = 100;

QString tr(const char *text)
{
    return QCoreApplication::translate("DeadLetterActions", text);
}

std::unexpected<Error> notDead(const std::optional<DeadLetter> &letter, qint64 id)
{
    if (!letter)
        return failure(ErrorCategory::InvalidInput, tr("There is no dead letter %1.").arg(id));
    return failure(
        ErrorCategory::InvalidInput,
        letter->state == DeadLetterState::Replayed
            ? tr("Dead letter %1 was sent again before, as message %2.").arg(id).arg(letter->replayedAs.value_or(0))
            : tr("Dead letter %1 was discarded before: %2").arg(id).arg(letter->discardReason));
}

bool isDead(const std::optional<DeadLetter> &letter)
{
    return letter && letter->state == DeadLetterState::Dead;
}

} // namespace

QFuture<Result<std::vector<DeadLetterGroup>>> DeadLetterActions::groups()
{
    return m_store.view(
        [](Database &database) -> Result<std::vector<DeadLetterGroup>> { return DeadLetters(database).groups(); });
}

QFuture<Result<std::vector<DeadLetter>>> DeadLetterActions::page(const DeadLetterFilter &filter, qint64 before,
                                                                 int limit)
{
    return m_store.view([filter, before, limit](Database &database) -> Result<std::vector<DeadLetter>> {
        return DeadLetters(database).page(filter, before, limit);
    });
}

QFuture<Result<std::optional<DeadLetter>>> DeadLetterActions::letter(qint64 id)
{
    return m_store.view(
        [id](Database &database) -> Result<std::optional<DeadLetter>> { return DeadLetters(database).letter(id); });
}

QFuture<Result<qint64>> DeadLetterActions::replayWith(qint64 id, const Edit &edit)
{
    return m_store.transact([id, edit](Database &database) -> Result<qint64> {
        DeadLetters letters(database);
        const auto letter = letters.letter(id);
        if (!isDead(letter))
            return notDead(letter, id);
        const auto message = edit(*letter);
        if (!message)
            return failure(message.error());
        return *letters.replay(id, *message);
    });
}

QFuture<Result<qint64>> DeadLetterActions::replay(qint64 id)
{
    return replayWith(id, [](const DeadLetter &letter) -> Result<QString> { return letter.message; });
}

QFuture<Result<qint64>> DeadLetterActions::replayEdited(qint64 id, const QString &message)
{
    return replayWith(id, [message](const DeadLetter &letter) { return checkedEdit(letter, message); });
}

QFuture<Result<qint64>> DeadLetterActions::chooseArtist(qint64 id, const QString &spotifyId)
{
    return replayWith(id, [spotifyId](const DeadLetter &letter) { return withChosenArtist(letter, spotifyId); });
}

QFuture<Result<bool>> DeadLetterActions::discard(qint64 id, const QString &reason)
{
    return m_store.transact([id, reason](Database &database) -> Result<bool> {
        DeadLetters letters(database);
        const auto letter = letters.letter(id);
        if (!isDead(letter))
            return notDead(letter, id);
        qCInfo(lcStore).noquote() << "dead letter" << id << "of" << letter->queue << "discarded:" << reason;
        return letters.discard(id, reason);
    });
}

QFuture<Result<DeadLetterSelection>> DeadLetterActions::select(const DeadLetterFilter &filter)
{
    return m_store.view(
        [filter](Database &database) -> Result<DeadLetterSelection> { return DeadLetters(database).freeze(filter); });
}

QFuture<Result<BulkProgress>> DeadLetterActions::replayAll(const DeadLetterSelection &selection)
{
    return m_store.transactInBatches<BulkProgress>([selection](Database &database, const BulkProgress &progress) {
        return Result<BulkProgress>(DeadLetters(database).replaySome(selection, progress, batchSize));
    });
}

QFuture<Result<BulkProgress>> DeadLetterActions::discardAll(const DeadLetterSelection &selection, const QString &reason)
{
    qCInfo(lcStore).noquote() << selection.count << "dead letters to be discarded:" << reason;
    return m_store.transactInBatches<BulkProgress>(
        [selection, reason](Database &database, const BulkProgress &progress) {
            return Result<BulkProgress>(DeadLetters(database).discardSome(selection, progress, reason, batchSize));
        });
}

} // namespace linernotes
