// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of letters after they were sent again: the other half of LetterActions.
#include "common/wording.h"
#include "core/whendone.h"
#include "deadletters/letteractions.h"
#include "deadletters/standstill.h"

#include <QWidget>

namespace linernotes::ui
{
namespace
{

/// How often it is asked. Of more letters than so many it is not.
constexpr std::chrono::milliseconds interval{1000};
constexpr qint64 most = 2000;

/// `standstill`: why those that are left wait.
QString withFate(const QString &outcome, const ReplayFate &fate, const QString &standstill)
{
    if (fate.going == fate.sent && standstill.isEmpty())
        return outcome;
    if (fate.going == fate.sent)
        return QStringLiteral("%1 %2").arg(outcome, LetterActions::tr("Still queued: %1.").arg(standstill));
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
    m_followedAction = m_lastAction;
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
    whenDone(m_engine.fate(m_followedAction), this, [this, action = m_followedAction](const Result<ReplayFate> &fate) {
        if (fate && action == m_followedAction && !m_followed.isEmpty())
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
    if (fate.untouched == 0 && m_lastAction == m_followedAction)
        m_lastAction = 0;
    update();
    const auto standstill = m_snapshot ? standstillOf(fate, *m_snapshot) : QString();
    Q_EMIT followed(withFate(outcome, fate, standstill),
                    fate.diedAgain > 0 ? QStringLiteral("warning") : m_followedIcon, fate.untouched > 0);
}

} // namespace linernotes::ui
