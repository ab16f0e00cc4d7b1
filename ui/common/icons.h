// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

class QPainter;
class QRectF;
class QWidget;

namespace linernotes::ui
{

/// What an icon is drawn with: colours of the theme.
enum class IconInk { Text, Muted, Outline, OnAccent };

/// An icon of resources/icons, tinted; crisp at any size, follows a change of the theme.
/// An unknown name gives an icon without a picture.
QIcon icon(const QString &name, IconInk ink = IconInk::Text);
/// The program's own, in its own colours.
QIcon programIcon();
/// Square, in device-independent pixels of `on`.
QPixmap iconPixmap(const QString &name, int size, const QColor &colour, const QWidget &on);
void paintIcon(QPainter &painter, const QRectF &area, const QString &name, const QColor &colour);

} // namespace linernotes::ui
