// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/deadletters.h"

#include <QFuture>

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

    QFuture<Result<std::vector<DeadLetterGroup>>> groups();
    /// The newest first; `before`: sequence of the last of the page before, 0 for the first page.
    QFuture<Result<std::vector<DeadLetter>>> page(const DeadLetterFilter &filter, qint64 before, int limit);
    /// nullopt: there never was one of that id.
    QFuture<Result<std::optional<DeadLetter>>> letter(qint64 id);

    // The new message's id. InvalidInput where the letter is not dead any more, or the new message is not valid.
    QFuture<Result<qint64>> replay(qint64 id);
    QFuture<Result<qint64>> replayEdited(qint64 id, const QString &message);
    /// Answers an ambiguous name: the Spotify id of the artist that was meant.
    QFuture<Result<qint64>> chooseArtist(qint64 id, const QString &spotifyId);
    QFuture<Result<bool>> discard(qint64 id, const QString &reason);

    /// Freezes what a bulk action will be about, so that its count can be shown before it is confirmed.
    QFuture<Result<DeadLetterSelection>> select(const DeadLetterFilter &filter);
    /// Unfinished (isDone is false) only where the engine was closed meanwhile: what is done stays done.
    QFuture<Result<BulkProgress>> replayAll(const DeadLetterSelection &selection);
    QFuture<Result<BulkProgress>> discardAll(const DeadLetterSelection &selection, const QString &reason);

private:
    using Edit = std::function<Result<QString>(const DeadLetter &letter)>;
    QFuture<Result<qint64>> replayWith(qint64 id, const Edit &edit);

    Store &m_store;
};

} // namespace linernotes
