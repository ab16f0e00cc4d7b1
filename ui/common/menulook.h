// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QRegion;
class QStyleOption;
class QStyleOptionMenuItem;
class QStyleOptionTab;
class QWidget;

namespace linernotes::ui
{

// How HouseStyle draws menus and tabs: what is chosen has the soft selection that rows have, and keeps its own ink.

void drawMenuPanel(QPainter &painter, const QStyleOption &option, bool isTranslucent);
/// What is behind an entry. The base style writes the one that is returned on it, in the ink of any other.
QStyleOptionMenuItem drawMenuGround(QPainter &painter, const QStyleOptionMenuItem &item, const QWidget *widget);
/// What is left of a menu that can't be translucent, without its corners.
QRegion menuShape(const QStyleOption &option);

/// The plate alone, without the text.
void drawTab(QPainter &painter, const QStyleOptionTab &option);
void drawTabBase(QPainter &painter, const QStyleOption &option);

} // namespace linernotes::ui
