// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/leveldelegate.h"

#include "activity/eventsmodel.h"
#include "common/icons.h"
#include "common/theme.h"

#include <QPainter>

namespace linernotes::ui
{

QColor levelColour(EventLevel level)
{
    const auto &colours = Theme::instance().colours();
    switch (level) {
    case EventLevel::Debug:
    case EventLevel::Info:
        return colours.muted;
    case EventLevel::Warning:
        return colours.state(WorkState::Delayed);
    case EventLevel::Error:
        return colours.state(WorkState::Dead);
    }
    Q_UNREACHABLE();
}

void LevelDelegate::paintContent(QPainter &painter, const QRect &area, const QModelIndex &index) const
{
    const auto &theme = Theme::instance();
    const auto level = static_cast<EventLevel>(index.data(EventsModel::LevelRole).toInt());
    const auto size = theme.iconSize(TypeStep::Body);
    const auto half = 0.5;
    const QRect place(area.left(), 0, size, size);
    const auto icon = QStyle::visualRect(painter.layoutDirection(), area, place);
    paintIcon(painter, QRectF(icon.left(), area.center().y() + half - size / 2.0, size, size), levelIcon(level),
              levelColour(level));
    const auto words =
        QStyle::visualRect(painter.layoutDirection(), area, area.adjusted(size + theme.space(1) * 3 / 2, 0, 0, 0));
    painter.setFont(theme.font(TypeStep::Body));
    painter.setPen(level == EventLevel::Error        ? levelColour(level)
                       : level < EventLevel::Warning ? theme.colours().muted
                                                     : theme.colours().text);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
}

} // namespace linernotes::ui
