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

/// What the window and the commands do with producers. Every function returns at once; the answers come from the
/// store's threads. A read whose future is cancelled ends at once, without an answer.
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
    /// nullopt: there is no such producer.
    QFuture<Result<std::optional<ProducerDetail>>> detail(qint64 personId);
    QFuture<Result<ProducerChoices>> choices();

    /// Reads the profiles and aliases of these people from their pages again, as a run of its own, whatever is kept of
    /// earlier answers.
    QFuture<Result<EnrichmentReceipt>> enrich(const std::vector<qint64> &ids, const QString &runName);

    QFuture<Result<bool>> setNote(qint64 personId, const QString &note);
    /// How many have it now who had it not. InvalidInput: all had it, or it is empty or too long.
    QFuture<Result<qint64>> addTag(const std::vector<qint64> &ids, const QString &tag);
    /// How many had it. InvalidInput: nobody.
    QFuture<Result<qint64>> removeTag(const std::vector<qint64> &ids, const QString &tag);

    QFuture<Result<std::vector<SavedFilter>>> filters();
    QFuture<Result<bool>> saveFilter(const SavedFilter &filter);
    QFuture<Result<bool>> deleteFilter(const QString &name);

private:
    Store &m_store;
};

} // namespace linernotes
