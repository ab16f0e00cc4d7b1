// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFont;
class QPainter;
class QRect;

namespace linernotes::ui
{

/// Draws plain text from the top of `area` in as many lines as it has room for; what does not fit ends in an ellipsis,
/// not in half a sentence. Uses the painter's font and pen.
void drawWrapped(QPainter &painter, const QRect &area, const QString &text);

/// How many lines it takes in that width; at least one.
int linesOf(const QString &text, const QFont &font, int width);

} // namespace linernotes::ui
