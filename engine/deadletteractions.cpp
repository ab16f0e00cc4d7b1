// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletteractions.h"

#include "core/foruser.h"
#include "core/logging.h"
#include "store/deadletters.h"
#include "store/store.h"

namespace linernotes
{
namespace
{

/// A few milliseconds of the writer's time.
constexpr int batchSize = 100;

std::unexpected<Error> notDead(const std::optional<DeadLetter> &letter, qint64 id)
{
    if (!letter)
        return failure(ErrorCategory::InvalidInput, ForUser::tr("There is no dead letter %1.").arg(id));
    return failure(ErrorCategory::InvalidInput,
                   letter->state == DeadLetterState::Replayed
                       ? ForUser::tr("Dead letter %1 was sent again before, as message %2.")
                             .arg(id)
                             .arg(letter->replayedAs.value_or(0))
                       : ForUser::tr("Dead letter %1 was discarded before: %2").arg(id).arg(letter->discardReason));
}

bool isDead(const std::optional<DeadLetter> &letter)
{
    return letter && letter->state == DeadLetterState::Dead;
}

} // namespace

QFuture<Result<DeadLetterOverview>> DeadLetterActions::overview(const DeadLetterFilter &filter)
{
    return m_store.view(
        [filter](Database &database) -> Result<DeadLetterOverview> { return DeadLetters(database).overview(filter); });
}

QFuture<Result<std::vector<DeadLetter>>> DeadLetterActions::page(const DeadLetterFilter &filter, qint64 before,
                                                                 int limit)
{
    return m_store.view([filter, before, limit](Database &database) -> Result<std::vector<DeadLetter>> {
        return DeadLetters(database).page(filter, before, limit);
    });
}

QFuture<Result<std::vector<DeadLetterRow>>> DeadLetterActions::rows(const DeadLetterFilter &filter, qint64 before,
                                                                    int limit)
{
    return m_store.view([filter, before, limit](Database &database) -> Result<std::vector<DeadLetterRow>> {
        return DeadLetters(database).rows(filter, before, limit);
    });
}

QFuture<Result<DeadLetterChanges>> DeadLetterActions::changes(const DeadLetterFilter &filter, const ShownLetters &shown)
{
    return m_store.view([filter, shown](Database &database) -> Result<DeadLetterChanges> {
        return DeadLetters(database).changes(filter, shown);
    });
}

QFuture<Result<std::optional<DeadLetter>>> DeadLetterActions::letter(qint64 id)
{
    return m_store.view(
        [id](Database &database) -> Result<std::optional<DeadLetter>> { return DeadLetters(database).letter(id); });
}

QFuture<Result<DeadLetterReceipt>> DeadLetterActions::replayWith(qint64 id, const Edit &edit)
{
    return m_store.transact([id, edit](Database &database) -> Result<DeadLetterReceipt> {
        DeadLetters letters(database);
        const auto letter = letters.letter(id);
        if (!isDead(letter))
            return notDead(letter, id);
        const auto message = edit(*letter);
        if (!message)
            return failure(message.error());
        const auto action = letters.begin(DeadLetters::ActionKind::Replay);
        return DeadLetterReceipt{.messageId = *letters.replay(id, action, *message), .action = action};
    });
}

QFuture<Result<DeadLetterReceipt>> DeadLetterActions::replay(qint64 id)
{
    return replayWith(id, [](const DeadLetter &letter) -> Result<QString> { return letter.message; });
}

QFuture<Result<DeadLetterReceipt>> DeadLetterActions::replayEdited(qint64 id, const QString &message)
{
    return replayWith(id, [message](const DeadLetter &letter) { return checkedEdit(letter, message); });
}

QFuture<Result<DeadLetterReceipt>> DeadLetterActions::chooseArtist(qint64 id, const QString &spotifyId)
{
    return replayWith(id, [spotifyId](const DeadLetter &letter) { return withChosenArtist(letter, spotifyId); });
}

QFuture<Result<qint64>> DeadLetterActions::discard(qint64 id, const QString &reason)
{
    return m_store.transact([id, reason](Database &database) -> Result<qint64> {
        DeadLetters letters(database);
        const auto letter = letters.letter(id);
        if (!isDead(letter))
            return notDead(letter, id);
        qCInfo(lcStore).noquote() << "dead letter" << id << "of" << letter->queue << "discarded:" << reason;
        const auto action = letters.begin(DeadLetters::ActionKind::Discard, reason);
        letters.discard(id, action, reason);
        return action;
    });
}

QFuture<Result<DeadLetterSelection>> DeadLetterActions::select(const DeadLetterFilter &filter)
{
    return m_store.view(
        [filter](Database &database) -> Result<DeadLetterSelection> { return DeadLetters(database).freeze(filter); });
}

template <typename Step>
QFuture<Result<BulkProgress>> DeadLetterActions::inBatches(const BulkWatchPtr &watch, Step step)
{
    return m_store.transactInBatches<BulkProgress>(
        [step](Database &database, const BulkProgress &progress) {
            DeadLetters letters(database);
            return Result<BulkProgress>(step(letters, progress));
        },
        [watch](const BulkProgress &progress) { return goesOn(watch, progress.done); });
}

QFuture<Result<BulkProgress>> DeadLetterActions::replayAll(const DeadLetterSelection &selection,
                                                           const BulkWatchPtr &watch)
{
    return inBatches(watch, [selection](DeadLetters &letters, const BulkProgress &progress) {
        return letters.replaySome(selection, progress, batchSize);
    });
}

QFuture<Result<BulkProgress>> DeadLetterActions::discardAll(const DeadLetterSelection &selection, const QString &reason,
                                                            const BulkWatchPtr &watch)
{
    qCInfo(lcStore).noquote() << selection.count << "dead letters to be discarded:" << reason;
    return inBatches(watch, [selection, reason](DeadLetters &letters, const BulkProgress &progress) {
        return letters.discardSome(selection, progress, reason, batchSize);
    });
}

QFuture<Result<BulkProgress>> DeadLetterActions::undo(qint64 action, const BulkWatchPtr &watch)
{
    qCInfo(lcStore) << "action" << action << "on dead letters to be undone";
    return inBatches(watch, [action](DeadLetters &letters, const BulkProgress &progress) {
        return letters.undoSome(action, progress, batchSize);
    });
}

QFuture<Result<std::optional<DeadLetterAction>>> DeadLetterActions::lastAction()
{
    return m_store.view([](Database &database) -> Result<std::optional<DeadLetterAction>> {
        return DeadLetters(database).lastAction();
    });
}

QFuture<Result<ReplayFate>> DeadLetterActions::fate(qint64 action)
{
    return m_store.view(
        [action](Database &database) -> Result<ReplayFate> { return DeadLetters(database).fate(action); });
}

} // namespace linernotes
