// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/page.h"

#include <QAbstractButton>
#include <QEvent>

namespace linernotes::ui
{

void Page::takeFocus()
{
    if (!isVisibleTo(window()))
        return; // what is read late may come when another page is shown: this one takes it when it is
    const auto takesIt = [this](const QWidget *widget) {
        return widget->isVisibleTo(this) && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
    };
    if (m_first && takesIt(m_first)) {
        m_standIn = nullptr;
        m_first->setFocus();
        return;
    }
    m_standIn = this; // there may be nothing in it yet; its own keys work all the same
    for (auto *next = nextInFocusChain(); next != this; next = next->nextInFocusChain()) {
        // To nothing that keys change, or that somebody types into when it is taken from him.
        const bool isCalm = !m_first || qobject_cast<QAbstractButton *>(next);
        if (isAncestorOf(next) && takesIt(next) && isCalm) {
            m_standIn = next;
            break;
        }
    }
    m_standIn->setFocus();
}

void Page::setFirst(QWidget *first)
{
    if (m_first)
        m_first->removeEventFilter(this);
    m_first = first;
    m_standIn = nullptr;
    if (m_first)
        m_first->installEventFilter(this);
}

bool Page::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_first && event->type() == QEvent::Show && m_standIn) {
        const bool isWaiting = window()->focusWidget() == m_standIn;
        m_standIn = nullptr;
        if (isWaiting && m_first->isEnabled())
            m_first->setFocus();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace linernotes::ui
