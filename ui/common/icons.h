// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

class QPainter;
class QRectF;

namespace linernotes::ui
{

/// An icon of resources/icons in the theme's text colour; crisp at any size, follows a change of the theme.
/// An unknown name gives an icon without a picture.
QIcon icon(const QString &name);
/// The same in a colour of its own that does not follow.
QIcon icon(const QString &name, const QColor &colour);
void paintIcon(QPainter &painter, const QRectF &area, const QString &name, const QColor &colour);

} // namespace linernotes::ui
