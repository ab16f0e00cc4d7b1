// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/controllook.h"

#include "common/icons.h"
#include "common/theme.h"

#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QStyleOption>
#include <QToolButton>

namespace linernotes::ui
{
namespace
{

const Colours &colours()
{
    return Theme::instance().colours();
}

/// What can't be operated need not be told apart as well as what can.
QColor edgeOf(const QStyleOption &option)
{
    return option.state & QStyle::State_Enabled ? colours().outline : blend(colours().surface, colours().outline, 0.5);
}

bool hasKeyboardFocus(const QStyleOption &option)
{
    return (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
}

struct IndicatorLook {
    QColor fill;
    QPen edge;
    QColor mark;
};

/// Filled where it is on. The focus is an edge that is seen beside the filling too.
IndicatorLook indicatorLook(const QStyleOption &option)
{
    const auto &theme = colours();
    const auto hairline = Theme::instance().hairline();
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isOn = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const bool isTouched = isEnabled && (option.state & (QStyle::State_MouseOver | QStyle::State_Sunken));
    IndicatorLook look{.fill = isTouched ? theme.raised : theme.surface,
                       .edge = QPen(edgeOf(option), 1.5 * hairline), // a thinner circle is half as dark
                       .mark = theme.onAccent};
    if (!isEnabled)
        look.fill = theme.canvas;
    if (isOn && isEnabled)
        look.fill = isTouched ? blend(theme.accent, theme.text, 0.08) : theme.accent;
    if (isOn)
        look.edge = isEnabled ? QPen(Qt::NoPen) : look.edge;
    if (!isEnabled)
        look.mark = theme.muted;
    if (hasKeyboardFocus(option))
        look.edge = QPen(isOn ? theme.text : theme.accent, 2 * hairline);
    return look;
}

/// As large a square as there is room for, in the middle.
QRectF squareIn(const QRect &rect, const QPen &edge)
{
    const auto side = std::min(rect.width(), rect.height());
    const auto inset = edge.style() == Qt::NoPen ? 0.0 : edge.widthF() / 2;
    return QRectF(QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, QSize(side, side), rect))
        .adjusted(inset, inset, -inset, -inset);
}

} // namespace

void drawPlate(QPainter &painter, const QRect &rect, const QBrush &fill, const QPen &edge)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edge);
    painter.setBrush(fill);
    const auto inset = edge.style() == Qt::NoPen ? 0.0 : edge.widthF() / 2;
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), Theme::instance().radius(),
                            Theme::instance().radius());
    painter.restore();
}

bool isPrimary(const QWidget *widget)
{
    return widget && widget->property("primary").toBool();
}

void drawButton(QPainter &painter, const QStyleOption &option, bool primary, bool flat)
{
    const auto &theme = colours();
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isDown = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool isHovered = isEnabled && (option.state & QStyle::State_MouseOver);
    const bool hasFocus = hasKeyboardFocus(option);
    QColor fill = flat ? QColor(Qt::transparent) : theme.surface;
    QColor edge = flat ? QColor(Qt::transparent) : edgeOf(option);
    if (isHovered || isDown)
        fill = isDown ? blend(theme.raised, theme.text, 0.06) : theme.raised;
    if (primary && isEnabled) {
        fill = isDown   ? blend(theme.accent, theme.text, 0.15)
            : isHovered ? blend(theme.accent, theme.text, 0.08)
                        : theme.accent;
        edge = fill;
    }
    if (hasFocus)
        edge = primary ? theme.text : theme.accent;
    const auto width = Theme::instance().hairline() * (hasFocus ? 2 : 1);
    drawPlate(painter, option.rect, fill, edge.alpha() == 0 ? QPen(Qt::NoPen) : QPen(edge, width));
}

bool isFlat(const QWidget *widget)
{
    if (const auto *tool = qobject_cast<const QToolButton *>(widget))
        return tool->autoRaise();
    const auto *button = qobject_cast<const QPushButton *>(widget);
    return button && button->isFlat();
}

void drawFlatFocus(QPainter &painter, const QStyleOption &option, const QWidget &widget)
{
    if (option.state & QStyle::State_KeyboardFocusChange)
        drawPlate(painter, widget.rect(), Qt::NoBrush, QPen(colours().accent, 2 * Theme::instance().hairline()));
}

void drawField(QPainter &painter, const QStyleOption &option, bool filled)
{
    const auto &theme = colours();
    const bool hasFocus = option.state & QStyle::State_HasFocus;
    const QPen edge(hasFocus ? theme.accent : edgeOf(option), Theme::instance().hairline() * (hasFocus ? 2 : 1));
    const bool isEnabled = option.state & QStyle::State_Enabled;
    drawPlate(painter, option.rect, filled ? QBrush(isEnabled ? theme.surface : theme.canvas) : QBrush(Qt::NoBrush),
              edge);
}

void drawCheckBox(QPainter &painter, const QStyleOption &option)
{
    const auto look = indicatorLook(option);
    const auto square = squareIn(option.rect, look.edge);
    const auto radius = Theme::instance().radius() / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(look.edge);
    painter.setBrush(look.fill);
    painter.drawRoundedRect(square, radius, radius);
    if (option.state & QStyle::State_NoChange) {
        const auto third = square.width() / 4;
        painter.setPen(QPen(look.mark, 2 * Theme::instance().hairline(), Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(square.center() - QPointF(third, 0), square.center() + QPointF(third, 0));
    } else if (option.state & QStyle::State_On) {
        paintIcon(painter, squareIn(option.rect, QPen(Qt::NoPen)), QStringLiteral("check"), look.mark);
    }
    painter.restore();
}

void drawRadioButton(QPainter &painter, const QStyleOption &option)
{
    const auto look = indicatorLook(option);
    const auto square = squareIn(option.rect, look.edge);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(look.edge);
    painter.setBrush(look.fill);
    painter.drawEllipse(square);
    if (option.state & QStyle::State_On) {
        const auto radius = square.width() / 5;
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.mark);
        painter.drawEllipse(square.center(), radius, radius);
    }
    painter.restore();
}

void drawIconAndText(QPainter &painter, const QStyleOptionToolButton &button, const QStyle &style)
{
    const auto gap = Theme::instance().space(1);
    const auto textWidth = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    const auto both =
        QStyle::alignedRect(button.direction, Qt::AlignCenter,
                            QSize(button.iconSize.width() + gap + textWidth, button.rect.height()), button.rect);
    const auto placed = [&](const QRect &part) { return QStyle::visualRect(button.direction, both, part); };
    const bool isEnabled = button.state & QStyle::State_Enabled;
    button.icon.paint(&painter, placed(QRect(both.topLeft(), QSize(button.iconSize.width(), both.height()))),
                      Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
    painter.setFont(button.font);
    style.drawItemText(&painter, placed(both.adjusted(button.iconSize.width() + gap, 0, 0, 0)),
                       Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, button.palette,
                       isEnabled, button.text, QPalette::ButtonText);
}

void drawMenuBarItem(QPainter &painter, const QStyleOptionMenuItem &item, const QStyle &style, const QWidget *widget)
{
    painter.fillRect(item.rect, colours().canvas);
    if (item.state & QStyle::State_Selected)
        drawPlate(painter, item.rect, colours().raised, QPen(Qt::NoPen));
    int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine;
    if (!style.styleHint(QStyle::SH_UnderlineShortcut, &item, widget))
        flags |= Qt::TextHideMnemonic;
    style.drawItemText(&painter, item.rect, flags, item.palette, item.state & QStyle::State_Enabled, item.text,
                       QPalette::WindowText);
}

} // namespace linernotes::ui
