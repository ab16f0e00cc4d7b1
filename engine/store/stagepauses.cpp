// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/stagepauses.h"

namespace linernotes
{

void StagePauses::pause(StageId stage, std::optional<Instant> until)
{
    m_database.execute("stages.pause",
                       {queueName(stage), toMillis(m_database.now()), until ? QVariant(toMillis(*until)) : QVariant()});
}

bool StagePauses::resume(StageId stage)
{
    const auto &queue = queueName(stage);
    const bool wasHeld = of(queue).has_value();
    m_database.execute("stages.resume", {queue, toMillis(m_database.now())});
    m_database.noteSent(queue); // who waits for messages looks again
    return wasHeld;
}

std::optional<StagePause> StagePauses::of(const QString &queue)
{
    auto rows = m_database.execute("stages.pause_of", {queue, toMillis(m_database.now())});
    if (!rows.next())
        return std::nullopt;
    return StagePause{.since = rows.instant(0), .until = rows.optionalInstant(1)};
}

} // namespace linernotes
