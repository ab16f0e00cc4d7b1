// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/grouprow.h"

#include "common/theme.h"
#include "common/wording.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace linernotes::ui
{

QRect contentOfGroupRow(const QRect &row)
{
    const auto &theme = Theme::instance();
    return row.adjusted(theme.space(4), theme.space(2), -theme.space(3), -theme.space(2));
}

void paintGroupRow(QPainter &painter, const QStyleOptionViewItem &option)
{
    const auto &theme = Theme::instance();
    const auto &colours = theme.colours();
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, colours.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, colours.raised);
    painter.setPen(QPen(colours.line, theme.hairline()));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter.setPen(QPen(colours.accent, theme.hairline() * 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    }
}

QString fromToLabel(Instant first, Instant last)
{
    const auto now = Clock::system().now();
    const auto from = timeLabel(first, now);
    const auto to = timeLabel(last, now);
    return from == to ? from : QStringLiteral("%1 – %2").arg(from, to);
}

} // namespace linernotes::ui
