// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of letters after they were sent again: the other half of LetterActions.
#include "common/wording.h"
#include "core/whendone.h"
#include "deadletters/letteractions.h"

#include <QWidget>

namespace linernotes::ui
{
namespace
{

/// How often it is asked. Of more letters than so many it is not.
constexpr std::chrono::milliseconds interval{1000};
constexpr qint64 most = 2000;

QString withFate(const QString &outcome, const ReplayFate &fate)
{
    if (fate.going == fate.sent)
        return outcome;
    if (fate.sent == 1)
        return QStringLiteral("%1 %2").arg(
            outcome, fate.diedAgain > 0 ? LetterActions::tr("It died again.") : LetterActions::tr("Its work is done."));
    QStringList parts;
    if (fate.done() > 0)
        parts.append(LetterActions::tr("%Ln done", nullptr, static_cast<int>(fate.done())));
    if (fate.diedAgain > 0)
        parts.append(LetterActions::tr("%Ln died again", nullptr, static_cast<int>(fate.diedAgain)));
    if (fate.going > 0)
        parts.append(LetterActions::tr("%Ln under way", nullptr, static_cast<int>(fate.going)));
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
    Q_EMIT followed(withFate(outcome, fate), fate.diedAgain > 0 ? QStringLiteral("warning") : m_followedIcon,
                    fate.untouched > 0);
}

} // namespace linernotes::ui
