// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QRect;

namespace linernotes::ui
{

/// What content lies on: calm, rounded, with a hair line around it.
void paintSurface(QPainter &painter, const QRect &area);

} // namespace linernotes::ui
