// SPDX-License-Identifier: GPL-3.0-or-later
#include "stageactions.h"

#include "core/foruser.h"
#include "store/stagepauses.h"
#include "store/store.h"

namespace linernotes
{
QFuture<Result<bool>> StageActions::pause(StageId stage, std::optional<Milliseconds> forTime)
{
    return m_store.transact([stage, forTime](Database &database) -> Result<bool> {
        if (forTime && (*forTime <= Milliseconds(0) || *forTime > longestPause))
            return failure(ErrorCategory::InvalidInput, ForUser::tr("A stage is paused for a second to a year."));
        const auto until = forTime ? std::optional(database.now() + *forTime) : std::nullopt;
        StagePauses(database).pause(stage, until);
        database.noteEvent({.kind = EventKind::OperatorAction,
                            .stage = stage,
                            .text = until ? QStringLiteral("stage paused until %1").arg(toIsoText(*until))
                                          : QStringLiteral("stage paused")});
        return true;
    });
}

QFuture<Result<bool>> StageActions::resume(StageId stage)
{
    return m_store.transact([stage](Database &database) -> Result<bool> {
        const bool wasPaused = StagePauses(database).resume(stage);
        if (wasPaused)
            database.noteEvent(
                {.kind = EventKind::OperatorAction, .stage = stage, .text = QStringLiteral("stage resumed")});
        return wasPaused;
    });
}

} // namespace linernotes
