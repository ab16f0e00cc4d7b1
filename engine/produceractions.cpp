// SPDX-License-Identifier: GPL-3.0-or-later
#include "produceractions.h"

#include "store/annotations.h"
#include "store/catalog.h"
#include "store/messagequeue.h"
#include "store/operations.h"
#include "store/producers.h"
#include "store/store.h"

#include <QCoreApplication>

#include <algorithm>

namespace linernotes
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("ProducerActions", text);
}

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
            return failure(ErrorCategory::InvalidInput, tr("There is no producer %1.").arg(id));
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

QFuture<Result<EnrichmentReceipt>> ProducerActions::enrich(const std::vector<qint64> &ids, const QString &runName)
{
    return m_store.transact([ids, runName](Database &database) -> Result<EnrichmentReceipt> {
        const auto people = currentOnes(database, ids);
        if (!people)
            return failure(people.error());
        EnrichmentReceipt receipt;
        std::vector<qint64> readable;
        for (const auto id : *people) {
            if (hasPage(database, id))
                readable.push_back(id);
            else
                ++receipt.withoutPage;
        }
        if (readable.empty())
            return receipt;
        receipt.runId = Operations(database).startRun(runName);
        receipt.queued = static_cast<qint64>(readable.size());
        MessageQueue queue(database);
        for (const auto id : readable)
            queue.send(receipt.runId, SocialEnrichmentMessage{id, true}, MessageQueue::Once::Renewed);
        database.noteEvent({.kind = EventKind::RunStarted,
                            .runId = receipt.runId,
                            .text = tr("“%1”: %2 queued").arg(runName, QString::number(receipt.queued))});
        return receipt;
    });
}

QFuture<Result<bool>> ProducerActions::setNote(qint64 personId, const QString &note)
{
    return m_store.transact([personId, note](Database &database) -> Result<bool> {
        const auto people = currentOnes(database, {personId});
        if (!people)
            return failure(people.error());
        if (const auto set = Annotations(database).setNote(people->front(), note); !set)
            return failure(set.error());
        return true;
    });
}

QFuture<Result<qint64>> ProducerActions::addTag(const std::vector<qint64> &ids, const QString &tag)
{
    return m_store.transact([ids, tag](Database &database) -> Result<qint64> {
        const auto people = currentOnes(database, ids);
        if (!people)
            return failure(people.error());
        Annotations annotations(database);
        qint64 added = 0;
        for (const auto id : *people) {
            const auto outcome = annotations.addTag(id, tag);
            if (!outcome)
                return failure(outcome.error());
            added += *outcome ? 1 : 0;
        }
        if (added == 0)
            return failure(ErrorCategory::InvalidInput, tr("“%1” is there already.").arg(tag.simplified()));
        return added;
    });
}

QFuture<Result<qint64>> ProducerActions::removeTag(const std::vector<qint64> &ids, const QString &tag)
{
    return m_store.transact([ids, tag](Database &database) -> Result<qint64> {
        const auto people = currentOnes(database, ids);
        if (!people)
            return failure(people.error());
        Annotations annotations(database);
        qint64 removed = 0;
        for (const auto id : *people)
            removed += annotations.removeTag(id, tag) ? 1 : 0;
        if (removed == 0)
            return failure(ErrorCategory::InvalidInput, tr("There is no tag “%1” to take away.").arg(tag.simplified()));
        return removed;
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
