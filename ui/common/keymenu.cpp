// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/keymenu.h"

#include "common/theme.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace linernotes::ui
{

void giveKey(QMenu *menu, const QKeySequence &key, QWidget *page)
{
    auto *action = menu->menuAction();
    action->setShortcut(key);
    page->addAction(action);
    QObject::connect(action, &QAction::triggered, page, [menu, page] {
        menu->popup(
            page->mapToGlobal(QPoint((page->width() - menu->sizeHint().width()) / 2, Theme::instance().space(16))));
        const auto entries = menu->actions();
        const auto first = std::ranges::find_if(
            entries, [](const QAction *entry) { return entry->isEnabled() && !entry->isSeparator(); });
        if (first != entries.end())
            menu->setActiveAction(*first);
    });
}

} // namespace linernotes::ui
