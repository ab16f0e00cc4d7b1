// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"

class QPainter;
class QRect;

namespace linernotes::ui
{

/// One line of plain text in the painter's colour, which ends in … where there is no room. Tables draw the same few
/// hundred lines over and over: each is shaped once and remembered. In the GUI thread.
void drawLine(QPainter &painter, const QRect &area, Qt::Alignment alignment, TypeStep step, const QString &text);

/// Its width without an end, in device-independent pixels.
int lineWidth(TypeStep step, const QString &text);

} // namespace linernotes::ui
