// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/surface.h"

#include "common/theme.h"

#include <QPainter>

namespace linernotes::ui
{

void paintSurface(QPainter &painter, const QRect &area)
{
    const auto &theme = Theme::instance();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colours().line, theme.hairline()));
    painter.setBrush(theme.colours().surface);
    const auto inset = theme.hairline() / 2;
    painter.drawRoundedRect(QRectF(area).adjusted(inset, inset, -inset, -inset), theme.radius(), theme.radius());
}

} // namespace linernotes::ui
