// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/page.h"

namespace linernotes::ui
{

void Page::takeFocus()
{
    const auto takesIt = [this](const QWidget *widget) {
        return widget->isVisibleTo(this) && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
    };
    if (m_first && takesIt(m_first)) {
        m_first->setFocus();
        return;
    }
    for (auto *next = nextInFocusChain(); next != this; next = next->nextInFocusChain()) {
        if (isAncestorOf(next) && takesIt(next)) {
            next->setFocus();
            return;
        }
    }
    setFocus(); // there is nothing in it yet; its own keys work all the same
}

} // namespace linernotes::ui
