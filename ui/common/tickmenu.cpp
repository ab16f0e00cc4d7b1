// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tickmenu.h"

#include <QAction>
#include <QKeyEvent>
#include <QMouseEvent>

#include <utility>

namespace linernotes::ui
{

bool TickMenu::tick(QAction *entry)
{
    if (!entry || !entry->isCheckable())
        return false;
    if (entry->isEnabled())
        entry->trigger();
    return true;
}

void TickMenu::mousePressEvent(QMouseEvent *event)
{
    m_pressed = actionAt(event->position().toPoint());
    QMenu::mousePressEvent(event);
}

/// The button that opened it is let go over it too: that is no click.
void TickMenu::mouseReleaseEvent(QMouseEvent *event)
{
    auto *entry = actionAt(event->position().toPoint());
    if (std::exchange(m_pressed, nullptr) != entry || !tick(entry))
        QMenu::mouseReleaseEvent(event);
}

void TickMenu::keyPressEvent(QKeyEvent *event)
{
    const bool isChoice =
        event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isChoice || !tick(activeAction()))
        QMenu::keyPressEvent(event);
}

} // namespace linernotes::ui
