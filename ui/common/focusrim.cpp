// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/focusrim.h"

#include "common/theme.h"

#include <QEvent>
#include <QPainter>

namespace linernotes::ui
{

FocusRim::FocusRim(QWidget *around)
    : QWidget(around)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    around->installEventFilter(this);
    hide();
}

bool FocusRim::eventFilter(QObject *watched, QEvent *event)
{
    auto *around = parentWidget();
    if (watched != around)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::Resize)
        setGeometry(around->rect());
    if (event->type() == QEvent::FocusIn) {
        setVisible(window()->testAttribute(Qt::WA_KeyboardFocusChange));
        raise();
    } else if (event->type() == QEvent::FocusOut) {
        hide();
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRim::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::instance();
    QPainter painter(this);
    painter.setPen(QPen(theme.colours().accent, 2 * theme.hairline()));
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
}

} // namespace linernotes::ui
