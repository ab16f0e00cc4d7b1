// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/artistsdelegate.h"

#include "common/textline.h"
#include "common/theme.h"
#include "common/wording.h"
#include "producers/producersmodel.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace linernotes::ui
{

void ArtistsDelegate::paintContent(QPainter &painter, const QRect &area, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const ProducersModel *>(index.model());
    if (!model)
        return;
    const auto &row = model->row(index.row());
    auto shown = row.artists.size();
    const auto text = [&row](qsizetype names) { return ProducersModel::artistsText(row, names); };
    while (shown > 1 && lineWidth(TypeStep::Body, text(shown)) > area.width())
        --shown;
    const auto more = row.artistCount - shown;
    const bool isCut = more > 0 && lineWidth(TypeStep::Body, text(shown)) > area.width();
    auto room = area;
    if (isCut) { // of the one name that is left the end is cut, and not of the number after it
        const auto rest = QStringLiteral("+%1").arg(more);
        const auto taken = lineWidth(TypeStep::Caption, rest) + Theme::instance().space(1);
        room.setWidth(std::min(area.width() - taken, lineWidth(TypeStep::Body, joined(row.artists.first(shown)))));
        painter.setPen(Theme::instance().colours().muted);
        const QRect after(room.right() + 1 + Theme::instance().space(1), area.top(), taken, area.height());
        drawLine(painter, QStyle::visualRect(painter.layoutDirection(), area, after), Qt::AlignLeft | Qt::AlignVCenter,
                 TypeStep::Caption, rest);
    }
    painter.setPen(Theme::instance().colours().text);
    drawLine(painter, QStyle::visualRect(painter.layoutDirection(), area, room), Qt::AlignLeft | Qt::AlignVCenter,
             TypeStep::Body, isCut ? joined(row.artists.first(shown)) : text(shown));
}

} // namespace linernotes::ui
