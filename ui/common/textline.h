// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"

class QPainter;
class QRect;

namespace linernotes::ui
{

/// One line of plain text in the painter's colour, with a … where there is no room, at its end or where else it is
/// needed least. Tables draw the same few
/// hundred lines over and over: each is shaped once and remembered. In the GUI thread.
void drawLine(QPainter &painter, const QRect &area, Qt::Alignment alignment, TypeStep step, const QString &text,
              Qt::TextElideMode elide = Qt::ElideRight);

/// Its width without an end, in device-independent pixels.
int lineWidth(TypeStep step, const QString &text);

} // namespace linernotes::ui
