// SPDX-License-Identifier: GPL-3.0-or-later
// What is read of the database, and written to files of a person's choice.
#include "engineparts.h"
#include "store/events.h"
#include "store/metrics.h"

namespace linernotes
{

QFuture<Result<ExportReceipt>> Engine::exportRows(const ExportRequest &request)
{
    return d->store->scan([request](Database &database) { return writeExport(database, request); });
}

QFuture<Result<std::vector<ConservationViolation>>> Engine::checkConservation()
{
    return d->store->scan([](Database &database) -> Result<std::vector<ConservationViolation>> {
        return MessageQueue(database).violations();
    });
}

QFuture<Result<MetricsChart>> Engine::metrics(const MetricsQuery &query)
{
    return d->store->view(
        [query](Database &database) -> Result<MetricsChart> { return Metrics(database).chart(query); });
}

QFuture<Result<std::vector<Event>>> Engine::events(const EventQuery &query)
{
    return d->store->view(
        [query](Database &database) -> Result<std::vector<Event>> { return Events(database).page(query); });
}

QFuture<Result<std::vector<Event>>> Engine::eventsAfter(qint64 id, int limit)
{
    return d->store->view(
        [id, limit](Database &database) -> Result<std::vector<Event>> { return Events(database).after(id, limit); });
}

QFuture<Result<std::vector<EventGroup>>> Engine::eventGroups(EventLevel least, Instant since, int limit)
{
    return d->store->view([least, since, limit](Database &database) -> Result<std::vector<EventGroup>> {
        return Events(database).groups(least, since, limit);
    });
}

QFuture<Result<std::optional<MessageStanding>>> Engine::message(qint64 id)
{
    return d->store->view(
        [id](Database &database) -> Result<std::optional<MessageStanding>> { return messageStanding(database, id); });
}

} // namespace linernotes
