// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of letters after they were sent again: the other half of LetterActions.
#include "common/wording.h"
#include "core/whendone.h"
#include "deadletters/letteractions.h"

#include <QWidget>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

/// How often it is asked. Of more letters than so many it is not.
constexpr std::chrono::milliseconds interval{1000};
constexpr qint64 most = 2000;

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
    case StageState::Waiting:
        return LetterActions::tr("%1 takes no calls now").arg(serviceLabel(stage.service));
    case StageState::Idle: // there would be something to do
        return stage.metrics.held > 0 ? LetterActions::tr("its run is paused") : QString();
    case StageState::Working:
        return {};
    }
    Q_UNREACHABLE();
}

/// Why none of them goes on. Empty: some do.
QString standstillOf(const ReplayFate &fate, const PipelineSnapshot &snapshot)
{
    QString first;
    if (fate.untouched < fate.going)
        return first;
    for (const auto stage : fate.untouchedIn) {
        const auto reason = standstillOf(snapshot.stages.at(static_cast<std::size_t>(stage)), snapshot);
        if (reason.isEmpty())
            return reason;
        if (first.isEmpty())
            first = reason;
    }
    return first;
}

/// `standstill`: why those that are left wait.
QString withFate(const QString &outcome, const ReplayFate &fate, const QString &standstill)
{
    if (fate.going == fate.sent && standstill.isEmpty())
        return outcome;
    if (fate.going == fate.sent)
        return QStringLiteral("%1 %2").arg(outcome, LetterActions::tr("Waiting: %1.").arg(standstill));
    if (fate.sent == 1)
        return QStringLiteral("%1 %2").arg(
            outcome, fate.diedAgain > 0 ? LetterActions::tr("It died again.") : LetterActions::tr("Its work is done."));
    QStringList parts;
    if (fate.done() > 0)
        parts.append(LetterActions::tr("%Ln done", nullptr, static_cast<int>(fate.done())));
    if (fate.diedAgain > 0)
        parts.append(LetterActions::tr("%Ln died again", nullptr, static_cast<int>(fate.diedAgain)));
    const auto going = static_cast<int>(fate.going);
    if (going > 0 && standstill.isEmpty())
        parts.append(LetterActions::tr("%Ln under way", nullptr, going));
    else if (going > 0)
        parts.append(LetterActions::tr("%Ln waiting (%1)", nullptr, going).arg(standstill));
    return LetterActions::tr("%1 Of these: %2.").arg(outcome, parts.join(QStringLiteral(", ")));
}

} // namespace

void LetterActions::follow(const QString &outcome, const QString &iconName)
{
    if (m_lastCount > most)
        return;
    m_followed = outcome;
    m_followedIcon = iconName;
    m_fateClock.start(interval);
}

void LetterActions::askFate()
{
    if (m_followed.isEmpty() || isBusy())
        return;
    if (!m_page->isVisible()) {
        m_fateClock.start(interval);
        return;
    }
    whenDone(m_engine.fate(m_lastAction), this, [this, action = m_lastAction](const Result<ReplayFate> &fate) {
        if (fate && action == m_lastAction && !m_followed.isEmpty())
            tellFate(*fate);
    });
}

/// What a worker has taken up can't be undone: nobody is invited to.
void LetterActions::tellFate(const ReplayFate &fate)
{
    const auto outcome = m_followed;
    if (fate.going > 0)
        m_fateClock.start(interval);
    else
        m_followed.clear();
    if (fate.untouched == 0)
        m_lastAction = 0;
    update();
    const auto standstill = m_snapshot ? standstillOf(fate, *m_snapshot) : QString();
    Q_EMIT followed(withFate(outcome, fate, standstill),
                    fate.diedAgain > 0 ? QStringLiteral("warning") : m_followedIcon, fate.untouched > 0);
}

} // namespace linernotes::ui
