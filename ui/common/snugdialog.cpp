// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/snugdialog.h"

#include "common/theme.h"

#include <QEvent>
#include <QLayout>
#include <QScreen>

#include <algorithm>

namespace linernotes::ui
{

QSize SnugDialog::mostOnScreen(const QWidget &window)
{
    constexpr int edges = 2; // no window manager tells how thick they are before the window is there
    constexpr int titleBar = 8;
    const auto &theme = Theme::instance();
    return window.screen()->availableSize() - QSize(theme.space(edges), theme.space(titleBar));
}

void SnugDialog::setVisible(bool visible)
{
    if (visible && !testAttribute(Qt::WA_Resized)) {
        layout()->activate();
        const auto most = mostOnScreen(*this);
        const auto usual = Theme::instance().figureWidth(TypeStep::Body, m_usualFigures);
        const auto wide = std::min(std::max(usual, layout()->totalMinimumSize().width()), most.width());
        resize(QSize(wide, layout()->totalHeightForWidth(wide)).boundedTo(most));
    }
    QDialog::setVisible(visible);
}

bool SnugDialog::event(QEvent *event)
{
    const bool isTaken = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible())
        resize(width(),
               std::max(height(), std::min(layout()->totalHeightForWidth(width()), mostOnScreen(*this).height())));
    return isTaken;
}

} // namespace linernotes::ui
