// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/sparkline.h"

#include "common/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace linernotes::ui
{

void paintSparkline(QPainter &painter, const QRectF &area, const std::vector<std::optional<qint64>> &points,
                    const QColor &colour)
{
    qint64 highest = 1;
    for (const auto &point : points)
        highest = std::max(highest, point.value_or(0));
    if (points.size() < 2)
        return;
    const auto step = area.width() / static_cast<double>(points.size() - 1);
    QPainterPath line;
    QPainterPath ground; // the same, closed at the bottom
    std::optional<QPointF> last;
    const auto closeGround = [&] {
        if (last)
            ground.lineTo(last->x(), area.bottom());
    };
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!points[i]) {
            closeGround();
            last.reset();
            continue;
        }
        const QPointF place(area.left() + step * static_cast<double>(i),
                            area.bottom()
                                - area.height() * static_cast<double>(*points[i]) / static_cast<double>(highest));
        if (last) {
            line.lineTo(place);
        } else {
            line.moveTo(place);
            ground.moveTo(place.x(), area.bottom());
        }
        ground.lineTo(place);
        last = place;
    }
    closeGround();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    auto shade = colour;
    constexpr float faint = 0.12F;
    shade.setAlphaF(faint);
    painter.fillPath(ground, shade);
    painter.strokePath(line,
                       QPen(colour, Theme::instance().hairline() * 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.restore();
}

} // namespace linernotes::ui
