// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

class QColor;
class QPainter;
class QRectF;

namespace linernotes::ui
{

/// A course over time in the room of a word, without axes: how it goes, not how much. The highest point touches the
/// top; where nothing is known there is a gap. Nothing is drawn of a course without a known point.
void paintSparkline(QPainter &painter, const QRectF &area, const std::vector<std::optional<qint64>> &points,
                    const QColor &colour);

} // namespace linernotes::ui
