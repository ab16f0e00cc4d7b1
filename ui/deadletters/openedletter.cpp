// SPDX-License-Identifier: GPL-3.0-or-later
// The letter that is shown beside the list: what DeadLettersPage does when another is chosen.
#include "core/whendone.h"
#include "deadletters/deadletterspage.h"
#include "deadletters/letteractions.h"
#include "deadletters/letterlist.h"
#include "deadletters/letterview.h"

#include <QTimer>

#include <utility>

namespace linernotes::ui
{

void DeadLettersPage::showSelected()
{
    const auto selected = m_letterList->selected();
    m_actions->setSelected(m_letterList->selectedOpen(), m_letterList->selectedNames());
    if (selected.size() == 1) {
        open(selected.front());
        return;
    }
    m_openedId = 0;
    m_choose->setEnabled(false);
    m_actions->setOpened(std::nullopt);
    m_view->showNote(selected.empty() ? tr("Choose a letter to see what happened.")
                                      : tr("%Ln letters are selected.", nullptr, static_cast<int>(selected.size())),
                     !m_letterList->selectedOpen().empty());
}

void DeadLettersPage::open(qint64 id)
{
    m_openedId = id;
    if (!m_actions->isOpened(id)) { // what is shown until the answer is there is another one: nothing is done with it
        m_actions->setOpened(std::nullopt);
        m_choose->setEnabled(false);
        constexpr auto unnoticed = std::chrono::milliseconds(150);
        QTimer::singleShot(unnoticed, this, [this, id] {
            if (id == m_openedId && !m_actions->isOpened(id))
                m_view->showNote(tr("The letter is being read …"), true);
        });
    }
    whenDone(m_engine.letter(id), this, [this, id](const Result<std::optional<DeadLetter>> &letter) {
        if (id == m_openedId) // no other was chosen since
            showOpened(letter);
    });
}

void DeadLettersPage::showOpened(const Result<std::optional<DeadLetter>> &letter)
{
    const bool isToBeEdited = std::exchange(m_editedId, 0) == m_openedId;
    if (!letter || !*letter) {
        m_actions->setOpened(std::nullopt);
        m_choose->setEnabled(false);
        m_view->showNote(letter ? tr("This letter is there no more.") : tr("This letter could not be read."), true);
        if (!letter)
            Q_EMIT failed(letter.error());
        return;
    }
    m_actions->setOpened(*letter);
    m_view->show(**letter);
    m_choose->setEnabled(m_view->hasChoice());
    if (isToBeEdited)
        m_actions->edit->trigger();
}

/// Also of one that is yet being read.
void DeadLettersPage::edit(qint64 id)
{
    if (m_actions->isOpened(id))
        m_actions->edit->trigger();
    else
        m_editedId = id;
}

} // namespace linernotes::ui
