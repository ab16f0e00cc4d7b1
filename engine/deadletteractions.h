// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulkwatch.h"
#include "core/result.h"
#include "messages/stageid.h"
#include "store/deadlettermessage.h"
#include "store/deadlettertypes.h"

#include <QFuture>

#include <functional>

namespace linernotes
{

class Store;

/// What the window and the commands do with dead letters. Every function returns at once; the answers come from the
/// store's threads. What is done to one letter is done wholly or not at all; a bulk action goes on in small
/// transactions between those of the workers. A running engine takes up at once what is sent again.
class DeadLetterActions
{
public:
    explicit DeadLetterActions(Store &store)
        : m_store(store)
    {
    }

    QFuture<Result<DeadLetterOverview>> overview(const DeadLetterFilter &filter);
    /// The newest first; `before`: sequence of the last of the page before, 0 for the first page.
    QFuture<Result<std::vector<DeadLetter>>> page(const DeadLetterFilter &filter, qint64 before, int limit);
    /// The same without what a list does not show.
    QFuture<Result<std::vector<DeadLetterRow>>> rows(const DeadLetterFilter &filter, qint64 before, int limit);
    QFuture<Result<DeadLetterChanges>> changes(const DeadLetterFilter &filter, const ShownLetters &shown);
    /// nullopt: there never was one of that id.
    QFuture<Result<std::optional<DeadLetter>>> letter(qint64 id);

    // InvalidInput where the letter is not dead any more, or the new message is not valid.
    QFuture<Result<DeadLetterReceipt>> replay(qint64 id);
    QFuture<Result<DeadLetterReceipt>> replayEdited(qint64 id, const QString &message);
    /// Answers an ambiguous name: the Spotify id of the artist that was meant.
    QFuture<Result<DeadLetterReceipt>> chooseArtist(qint64 id, const QString &spotifyId);
    /// The action.
    QFuture<Result<qint64>> discard(qint64 id, const QString &reason);

    /// Freezes what a bulk action will be about, so that its count can be shown before it is confirmed.
    QFuture<Result<DeadLetterSelection>> select(const DeadLetterFilter &filter);
    /// Unfinished (isDone is false) only where it was cancelled, broken off or the engine closed meanwhile: what is
    /// done stays done, and can be undone. An error that comes before anything is done is the answer itself.
    QFuture<Result<BulkProgress>> replayAll(const DeadLetterSelection &selection, const BulkWatchPtr &watch = {});
    QFuture<Result<BulkProgress>> discardAll(const DeadLetterSelection &selection, const QString &reason,
                                             const BulkWatchPtr &watch = {});
    /// Makes the letters of an action dead again, as they were: all that were discarded, and those that were sent again
    /// and not taken up by a worker yet; the others are skipped.
    QFuture<Result<BulkProgress>> undo(qint64 action, const BulkWatchPtr &watch = {});
    /// The last of all, whoever did it; nullopt: nothing of it can be undone.
    QFuture<Result<std::optional<DeadLetterAction>>> lastAction();
    /// What has come so far of the letters that an action sent again.
    QFuture<Result<ReplayFate>> fate(qint64 action);

private:
    using Edit = std::function<Result<QString>(const DeadLetter &letter)>;
    QFuture<Result<DeadLetterReceipt>> replayWith(qint64 id, const Edit &edit);

    template <typename Step>
    QFuture<Result<BulkProgress>> inBatches(const BulkWatchPtr &watch, Step step);

    Store &m_store;
};

} // namespace linernotes
