// SPDX-License-Identifier: GPL-3.0-or-later
#include "produceractions.h"

#include "core/foruser.h"
#include "store/annotations.h"
#include "store/catalog.h"
#include "store/messagequeue.h"
#include "store/operations.h"
#include "store/producers.h"
#include "store/store.h"

#include <algorithm>

namespace linernotes
{
namespace
{

/// Of people in one transaction: some hundredths of a second.
constexpr std::ptrdiff_t pieceSize = 500;

bool hasPage(Database &database, qint64 personId)
{
    auto rows = database.execute("producers.genius_ids", {personId});
    return rows.next() && rows.integer(0) > 0;
}

/// Each once, and who they are now: they may have been merged since a person chose them.
Result<std::vector<qint64>> currentOnes(Database &database, const std::vector<qint64> &ids)
{
    std::vector<qint64> people;
    for (const auto id : ids) {
        const auto person = Catalog(database).current(QStringLiteral("person"), id);
        if (!database.execute("credits.person", {person}).next())
            return failure(ErrorCategory::InvalidInput, ForUser::tr("There is no producer %1.").arg(id));
        people.push_back(person);
    }
    std::ranges::sort(people);
    const auto doubles = std::ranges::unique(people);
    people.erase(doubles.begin(), doubles.end());
    return people;
}

} // namespace

QFuture<Result<ProducerPage>> ProducerActions::page(const ProducerQuery &query,
                                                    const std::optional<ProducerCursor> &after, int limit)
{
    return m_store.search([query, after, limit](Database &database) -> Result<ProducerPage> {
        return Producers(database).page(query, after, limit);
    });
}

QFuture<Result<qint64>> ProducerActions::count(const ProducerQuery &query)
{
    return m_store.search([query](Database &database) -> Result<qint64> { return Producers(database).count(query); });
}

QFuture<Result<std::optional<ProducerDetail>>> ProducerActions::detail(qint64 personId)
{
    return m_store.view([personId](Database &database) -> Result<std::optional<ProducerDetail>> {
        return Producers(database).detail(personId);
    });
}

QFuture<Result<ProducerChoices>> ProducerActions::choices()
{
    return m_store.view([](Database &database) -> Result<ProducerChoices> { return Producers(database).choices(); });
}

QFuture<Result<std::vector<qint64>>> ProducerActions::ids(const ProducerQuery &query)
{
    return m_store.search([query](Database &database) -> Result<std::vector<qint64>> {
        return Producers(database).ids(query, mostAtOnce);
    });
}

template <typename Receipt, typename Piece>
QFuture<Result<Receipt>> ProducerActions::inPieces(const std::vector<qint64> &ids, const BulkWatchPtr &watch,
                                                   Piece piece)
{
    const auto step = [ids, piece](Database &database, const Receipt &before) -> Result<Receipt> {
        const auto first = ids.begin() + before.reached;
        const auto size = std::min(ids.end() - first, pieceSize);
        const auto people = currentOnes(database, {first, first + size});
        if (!people)
            return failure(people.error());
        auto receipt = before;
        receipt.reached += size;
        receipt.isDone = first + size == ids.end();
        if (const auto outcome = piece(database, *people, receipt); !outcome)
            return failure(outcome.error());
        return receipt;
    };
    return m_store.transactInBatches<Receipt>(
        step, [watch](const Receipt &receipt) { return goesOn(watch, receipt.reached); });
}

QFuture<Result<EnrichmentReceipt>> ProducerActions::enrich(const std::vector<qint64> &ids, const QString &runName,
                                                           const BulkWatchPtr &watch)
{
    return inPieces<EnrichmentReceipt>(
        ids, watch,
        [runName, chosen = ids.size()](Database &database, const std::vector<qint64> &people,
                                       EnrichmentReceipt &receipt) -> Result<void> {
            for (const auto id : people) {
                if (!hasPage(database, id)) {
                    ++receipt.withoutPage;
                    continue;
                }
                if (receipt.runId == 0) {
                    receipt.runId = Operations(database).startRun(runName);
                    database.noteEvent(
                        {.kind = EventKind::RunStarted,
                         .runId = receipt.runId,
                         .text = QStringLiteral("“%1”: %2 chosen").arg(runName, QString::number(chosen))});
                }
                MessageQueue(database).send(receipt.runId, SocialEnrichmentMessage{id, true},
                                            MessageQueue::Once::Renewed);
                ++receipt.queued;
            }
            return {};
        });
}

QFuture<Result<NoteReceipt>> ProducerActions::setNote(qint64 personId, const QString &note, const QStringList &known)
{
    return m_store.transact([personId, note, known](Database &database) -> Result<NoteReceipt> {
        const auto people = currentOnes(database, {personId});
        if (!people)
            return failure(people.error());
        return Annotations(database).setNote(people->front(), note, known);
    });
}

QFuture<Result<TagReceipt>> ProducerActions::addTag(const std::vector<qint64> &ids, const QString &tag,
                                                    const BulkWatchPtr &watch)
{
    return inPieces<TagReceipt>(
        ids, watch, [tag](Database &database, const std::vector<qint64> &people, TagReceipt &receipt) -> Result<void> {
            if (const auto checked = Annotations::checkedTag(tag); !checked)
                return failure(checked.error());
            Annotations annotations(database);
            receipt.tag = annotations.spelling(tag);
            auto refusal = Error{.category = ErrorCategory::InvalidInput,
                                 .message = ForUser::tr("“%1” is there already.").arg(tag.simplified())};
            for (const auto id : people) {
                const auto outcome = annotations.addTag(id, tag);
                if (!outcome) {
                    ++receipt.full;
                    refusal = outcome.error();
                } else if (*outcome) {
                    receipt.people.push_back(id);
                }
            }
            if (receipt.isDone && receipt.people.empty())
                return failure(refusal);
            return {};
        });
}

QFuture<Result<TagReceipt>> ProducerActions::removeTag(const std::vector<qint64> &ids, const QString &tag,
                                                       const BulkWatchPtr &watch)
{
    return inPieces<TagReceipt>(
        ids, watch, [tag](Database &database, const std::vector<qint64> &people, TagReceipt &receipt) -> Result<void> {
            Annotations annotations(database);
            if (receipt.tag.isEmpty()) // later nobody may have it
                receipt.tag = annotations.spelling(tag);
            for (const auto id : people) {
                if (annotations.removeTag(id, tag))
                    receipt.people.push_back(id);
            }
            if (receipt.isDone && receipt.people.empty()) {
                return failure(ErrorCategory::InvalidInput,
                               ForUser::tr("There is no tag “%1” to take away.").arg(tag.simplified()));
            }
            return {};
        });
}

QFuture<Result<std::vector<SavedFilter>>> ProducerActions::filters()
{
    return m_store.view(
        [](Database &database) -> Result<std::vector<SavedFilter>> { return Annotations(database).filters(); });
}

QFuture<Result<bool>> ProducerActions::saveFilter(const SavedFilter &filter)
{
    return m_store.transact([filter](Database &database) -> Result<bool> {
        if (const auto saved = Annotations(database).saveFilter(filter); !saved)
            return failure(saved.error());
        return true;
    });
}

QFuture<Result<bool>> ProducerActions::deleteFilter(const QString &name)
{
    return m_store.transact(
        [name](Database &database) -> Result<bool> { return Annotations(database).deleteFilter(name); });
}

} // namespace linernotes
