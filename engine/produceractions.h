// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/producertypes.h"

#include <QFuture>

namespace linernotes
{

class Store;

/// What became of asking for profiles again.
struct EnrichmentReceipt {
    qint64 runId = 0; ///< 0: nobody could be asked about, and there is no run
    qint64 queued = 0;
    qint64 withoutPage = 0; ///< of them no page is known that could be read
};

/// What became of giving a tag to people, or of taking it from them.
struct TagReceipt {
    QString tag; ///< as it is spelled, or was
    std::vector<qint64> people; ///< who have it now and had it not, or had it and have it no more
    qint64 full = 0; ///< have as many tags as one can have, and did not get it
};

/// What the window and the commands do with producers. Every function returns at once; the answers come from the
/// store's threads. A read whose future is cancelled ends at once, without an answer. What is done with many people is
/// done in pieces, with the work of others between them: an error, or the end of the program, leaves those before done.
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
    QFuture<Result<EnrichmentReceipt>> enrich(const std::vector<qint64> &ids, const QString &runName);

    QFuture<Result<bool>> setNote(qint64 personId, const QString &note);
    /// InvalidInput: nobody got it, or it is empty or too long.
    QFuture<Result<TagReceipt>> addTag(const std::vector<qint64> &ids, const QString &tag);
    /// InvalidInput: nobody had it.
    QFuture<Result<TagReceipt>> removeTag(const std::vector<qint64> &ids, const QString &tag);

    QFuture<Result<std::vector<SavedFilter>>> filters();
    QFuture<Result<bool>> saveFilter(const SavedFilter &filter);
    QFuture<Result<bool>> deleteFilter(const QString &name);

private:
    template <typename Receipt>
    struct PieceState {
        Receipt receipt = {};
        std::size_t done = 0; ///< of the ids, with this piece
        bool isDone = false; ///< with this piece all are
    };
    /// `piece(Database&, people, PieceState<Receipt>&) -> Result<void>` for one piece after the other.
    template <typename Receipt, typename Piece>
    QFuture<Result<Receipt>> inPieces(const std::vector<qint64> &ids, Piece piece);

    Store &m_store;
};

} // namespace linernotes
