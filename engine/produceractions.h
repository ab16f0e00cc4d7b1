// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulkwatch.h"
#include "core/result.h"
#include "store/producertypes.h"

#include <QFuture>

namespace linernotes
{

class Store;

/// How far work on many people has come, or came: to its end (isDone), or until it was cancelled or broken off.
struct PeopleProgress {
    qint64 reached = 0; ///< of those who are meant, in their order
    bool isDone = false;
    std::optional<Error> brokenOff = {}; ///< by what, if it was
};

/// What became of asking for profiles again.
struct EnrichmentReceipt : PeopleProgress {
    qint64 runId = 0; ///< 0: nobody could be asked about, and there is no run
    qint64 queued = 0;
    qint64 withoutPage = 0; ///< of them no page is known that could be read
    [[nodiscard]] bool hasDone() const { return queued > 0; }
};

/// What became of giving a tag to people, or of taking it from them.
struct TagReceipt : PeopleProgress {
    QString tag; ///< as it is spelled, or was
    std::vector<qint64> people; ///< who have it now and had it not, or had it and have it no more
    qint64 full = 0; ///< have as many tags as one can have, and did not get it
    [[nodiscard]] bool hasDone() const { return !people.empty(); }
};

/// What the window and the commands do with producers. Every function returns at once; the answers come from the
/// store's threads. A read whose future is cancelled ends at once, without an answer. What is done with many people is
/// done in pieces, with the work of others between them: where it is cancelled, an error breaks it off or the program
/// ends, those before stay done. An error that comes before anything is done is the answer itself.
class ProducerActions
{
public:
    explicit ProducerActions(Store &store)
        : m_store(store)
    {
    }

    QFuture<Result<ProducerPage>> page(const ProducerQuery &query, const std::optional<ProducerCursor> &after,
                                       int limit);
    QFuture<Result<qint64>> count(const ProducerQuery &query);
    /// So many at most are chosen by a query for something to be done with them.
    static constexpr int mostAtOnce = 20'000;
    /// Whom it chooses, the first mostAtOnce of them in its order.
    QFuture<Result<std::vector<qint64>>> ids(const ProducerQuery &query);
    /// nullopt: there is no such producer.
    QFuture<Result<std::optional<ProducerDetail>>> detail(qint64 personId);
    QFuture<Result<ProducerChoices>> choices();

    /// Reads the profiles and aliases of these people from their pages again, as a run of its own, whatever is kept of
    /// earlier answers.
    QFuture<Result<EnrichmentReceipt>> enrich(const std::vector<qint64> &ids, const QString &runName,
                                              const BulkWatchPtr &watch = {});

    /// `known`: the texts in whose place it is written: the one that was shown, and those that were sent since. Of a
    /// note that is another by now, for the person proved to be somebody else too, all else is kept.
    QFuture<Result<NoteReceipt>> setNote(qint64 personId, const QString &note, const QStringList &known);
    /// InvalidInput: nobody got it, or it is empty or too long.
    QFuture<Result<TagReceipt>> addTag(const std::vector<qint64> &ids, const QString &tag,
                                       const BulkWatchPtr &watch = {});
    /// InvalidInput: nobody had it.
    QFuture<Result<TagReceipt>> removeTag(const std::vector<qint64> &ids, const QString &tag,
                                          const BulkWatchPtr &watch = {});

    QFuture<Result<std::vector<SavedFilter>>> filters();
    QFuture<Result<bool>> saveFilter(const SavedFilter &filter);
    QFuture<Result<bool>> deleteFilter(const QString &name);

private:
    /// `piece(Database&, people, Receipt&) -> Result<void>` for one piece after the other; the receipt says already
    /// that the piece is reached.
    template <typename Receipt, typename Piece>
    QFuture<Result<Receipt>> inPieces(const std::vector<qint64> &ids, const BulkWatchPtr &watch, Piece piece);

    Store &m_store;
};

} // namespace linernotes
