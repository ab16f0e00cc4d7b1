// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QBrush;
class QPainter;
class QPen;
class QRect;
class QStyle;
class QStyleOption;
class QStyleOptionMenuItem;
class QStyleOptionToolButton;
class QWidget;

namespace linernotes::ui
{

// How HouseStyle draws what is operated: flat, with one radius, edges that can be seen, and an accent for the focus.

/// Rounded, with an edge that falls on whole pixels.
void drawPlate(QPainter &painter, const QRect &rect, const QBrush &fill, const QPen &edge);

bool isPrimary(const QWidget *widget);
/// The base style draws no plate for these until they are touched.
bool isFlat(const QWidget *widget);

/// Buttons of both kinds: quiet until touched; the focus is an accent edge.
void drawButton(QPainter &painter, const QStyleOption &option, bool primary, bool flat);
/// The same edge as that of the other buttons.
void drawFlatFocus(QPainter &painter, const QStyleOption &option, const QWidget &widget);
void drawField(QPainter &painter, const QStyleOption &option, bool filled);
void drawCheckBox(QPainter &painter, const QStyleOption &option); ///< checked, partly so, or not
void drawRadioButton(QPainter &painter, const QStyleOption &option);
/// In the middle of the button: the base style puts the icon at its left edge and what is left over to the right.
void drawIconAndText(QPainter &painter, const QStyleOptionToolButton &button, const QStyle &style);
/// Without the line that the base style draws below it.
void drawMenuBarItem(QPainter &painter, const QStyleOptionMenuItem &item, const QStyle &style, const QWidget *widget);

} // namespace linernotes::ui
