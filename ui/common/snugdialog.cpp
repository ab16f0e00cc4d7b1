// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/snugdialog.h"

#include <QEvent>
#include <QLayout>

#include <algorithm>

namespace linernotes::ui
{

void SnugDialog::setVisible(bool visible)
{
    if (visible && !testAttribute(Qt::WA_Resized)) {
        layout()->activate();
        const auto wide = std::max(minimumWidth(), layout()->totalMinimumSize().width());
        resize(wide, layout()->totalHeightForWidth(wide));
    }
    QDialog::setVisible(visible);
}

bool SnugDialog::event(QEvent *event)
{
    const bool isTaken = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible())
        resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
    return isTaken;
}

} // namespace linernotes::ui
