// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/menulook.h"

#include "common/controllook.h"
#include "common/surface.h"
#include "common/theme.h"

#include <QBitmap>
#include <QComboBox>
#include <QPainter>
#include <QStyleOption>

namespace linernotes::ui
{
namespace
{

const Colours &colours()
{
    return Theme::instance().colours();
}

} // namespace

void drawMenuPanel(QPainter &painter, const QStyleOption &option, bool isTranslucent)
{
    painter.save();
    if (!isTranslucent) // else its corners would be black
        painter.fillRect(option.rect, colours().surface);
    paintSurface(painter, option.rect);
    painter.restore();
}

QStyleOptionMenuItem drawMenuGround(QPainter &painter, const QStyleOptionMenuItem &item, const QWidget *widget)
{
    if (qobject_cast<const QComboBox *>(widget)) // its list has laid the ground of the window below
        painter.fillRect(item.rect, colours().surface);
    auto written = item;
    if ((item.state & QStyle::State_Selected) && (item.state & QStyle::State_Enabled)) {
        const auto inset = Theme::instance().space(1) / 2;
        drawPlate(painter, item.rect.adjusted(inset, 0, -inset, 0), colours().selection, QPen(Qt::NoPen));
        written.state &= ~QStyle::State_Selected;
    }
    return written;
}

QRegion menuShape(const QStyleOption &option)
{
    const auto radius = Theme::instance().radius();
    QBitmap shape(option.rect.size());
    shape.clear();
    QPainter painter(&shape);
    painter.setPen(QPen(Qt::color1, Theme::instance().hairline()));
    painter.setBrush(Qt::color1);
    painter.drawRoundedRect(QRectF(shape.rect()).adjusted(0, 0, -1, -1), radius, radius);
    painter.end();
    return {shape};
}

void drawTab(QPainter &painter, const QStyleOptionTab &option)
{
    const auto &theme = Theme::instance();
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isHovered = (option.state & QStyle::State_Enabled) && (option.state & QStyle::State_MouseOver);
    const bool hasFocus =
        isSelected && (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
    const auto inset = theme.space(1) / 2;
    const auto fill = isSelected ? colours().selection : isHovered ? colours().raised : QColor(Qt::transparent);
    drawPlate(painter, option.rect.adjusted(inset, inset, -inset, -inset), fill,
              hasFocus ? QPen(colours().accent, 2 * theme.hairline()) : QPen(Qt::NoPen));
}

void drawTabBase(QPainter &painter, const QStyleOption &option)
{
    painter.setPen(QPen(colours().line, Theme::instance().hairline()));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

} // namespace linernotes::ui
