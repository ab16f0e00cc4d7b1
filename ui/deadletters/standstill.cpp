// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletters/standstill.h"

#include "common/enginewords.h"
#include "common/wording.h"
#include "deadletters/letteractions.h"

#include <QStringList>

namespace linernotes::ui
{
namespace
{

/// Empty: its messages are taken up.
QString standstillOf(const StageSnapshot &stage, const PipelineSnapshot &snapshot)
{
    switch (stage.state) {
    case StageState::Stopped:
        return snapshot.isWorkedOnElsewhere() ? QString() : LetterActions::tr("all work is paused");
    case StageState::Paused:
        return LetterActions::tr("the stage “%1” is paused").arg(stageLabel(stage.stage));
    case StageState::NeedsCredentials:
        return LetterActions::tr("%1 needs credentials").arg(serviceLabel(stage.service));
    case StageState::Waiting: // what the database says is nobody's service
        return snapshot.problem ? reasonLabel(stage.waitingFor)
                                : LetterActions::tr("%1 is not asked now").arg(serviceLabel(stage.service));
    case StageState::Idle:
    case StageState::Working:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QString standstillOf(const ReplayFate &fate, const PipelineSnapshot &snapshot)
{
    if (fate.untouched < fate.going)
        return {};
    QStringList reasons;
    if (fate.held > 0)
        reasons.append(LetterActions::tr("the run is paused"));
    for (const auto stage : fate.untouchedIn) {
        const auto reason = standstillOf(snapshot.stages.at(static_cast<std::size_t>(stage)), snapshot);
        if (reason.isEmpty())
            return {};
        if (!reasons.contains(reason))
            reasons.append(reason);
    }
    return reasons.join(QStringLiteral(", "));
}

} // namespace linernotes::ui
