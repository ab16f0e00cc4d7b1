// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QRect>
#include <QString>

class QPainter;
class QStyleOptionViewItem;

/// What rows of several lines have in common: dead letters that died of the same, events that say the same.
namespace linernotes::ui
{

/// The row without its margins.
QRect contentOfGroupRow(const QRect &row);
/// Its ground, a line below it, and where the keyboard is.
void paintGroupRow(QPainter &painter, const QStyleOptionViewItem &option);
/// "Tue 19:53 – 20:10"; one time where they are the same.
QString fromToLabel(Instant first, Instant last);

} // namespace linernotes::ui
