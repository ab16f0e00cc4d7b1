// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sourcegaps.h"

#include "store/messagequeue.h"
#include "store/operations.h"

#include <algorithm>

namespace linernotes
{

void SourceGaps::open(qint64 personId, const SourceGap &gap)
{
    const auto &source = gap.revisit.source;
    const auto now = m_database.now();
    if (isQueued(personId, source)) {
        m_database.execute("gaps.explain", {gap.reason, personId, source});
        return;
    }
    QVariant revisit;
    if (gap.revisitAt) {
        auto message = gap.revisit;
        message.personId = personId;
        const MessageQueue::SendOptions later{.delay = std::max(*gap.revisitAt - now, Milliseconds(0))};
        if (const auto id = MessageQueue(m_database).send(runOfRevisits(), message, MessageQueue::Once::No, later))
            revisit = *id;
    }
    m_database.execute("gaps.open", {personId, source, gap.reason, toMillis(now), revisit});
}

void SourceGaps::close(qint64 personId, const QString &source)
{
    m_database.execute("gaps.close", {personId, source});
}

void SourceGaps::move(qint64 into, qint64 from)
{
    m_database.execute("gaps.adopt", {into, from});
    m_database.execute("gaps.move", {into, from});
    m_database.execute("gaps.drop", {from});
}

std::vector<OpenGap> SourceGaps::of(qint64 personId)
{
    std::vector<OpenGap> gaps;
    auto rows = m_database.execute("gaps.of_person", {personId});
    while (rows.next()) {
        gaps.push_back({.source = rows.text(0),
                        .reason = rows.text(1),
                        .since = rows.instant(2),
                        .revisitAt = rows.optionalInstant(3)});
    }
    return gaps;
}

bool SourceGaps::isQueued(qint64 personId, const QString &source)
{
    return m_database.execute("gaps.queued", {personId, source}).next();
}

/// The newest that nobody has cancelled; one that had nothing left to do goes on.
qint64 SourceGaps::runOfRevisits()
{
    qint64 run = 0;
    if (auto rows = m_database.execute("gaps.run"); rows.next())
        run = rows.integer(0);
    if (run != 0) {
        m_database.execute("runs.reopen", {run});
        return run;
    }
    run = Operations(m_database).startRun(QStringLiteral("Sources that did not answer, asked again"));
    m_database.execute("gaps.mark_run", {run});
    return run;
}

} // namespace linernotes
