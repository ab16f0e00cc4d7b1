// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletters/groupdelegate.h"

#include "common/grouprow.h"
#include "common/icons.h"
#include "common/theme.h"
#include "common/wording.h"
#include "common/wrappedtext.h"
#include "deadletters/groupsmodel.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace linernotes::ui
{
namespace
{

constexpr int shapeLines = 2;

const Theme &theme()
{
    return Theme::instance();
}

QFont shapeFont(bool isAll)
{
    return theme().font(isAll ? TypeStep::Strong : TypeStep::Body);
}

int trendHeight()
{
    return theme().space(5);
}

/// A bar a slice; what is empty is a tick on the ground, so that time is seen to pass.
void paintTrend(QPainter &painter, const QRect &area, const std::vector<qint64> &trend)
{
    if (trend.empty())
        return;
    const auto &colours = theme().colours();
    const auto most = std::max<qint64>(*std::ranges::max_element(trend), 1);
    const auto step = static_cast<double>(area.width()) / static_cast<double>(trend.size());
    const auto thick = std::max(1.0, std::floor(step * 0.7));
    const auto tick = theme().hairline() * 2;
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < trend.size(); ++i) {
        const auto share = static_cast<double>(trend[i]) / static_cast<double>(most);
        const auto height = trend[i] > 0 ? std::max(share * area.height(), tick * 2) : tick;
        painter.setBrush(trend[i] > 0 ? colours.state(WorkState::Dead) : colours.outline);
        painter.drawRect(
            QRectF(std::floor(area.left() + step * static_cast<double>(i)), area.bottom() + 1 - height, thick, height));
    }
}

/// Icon, what went wrong, how many. Gives how far down it went.
int paintHead(QPainter &painter, const QRect &area, const DeadLetterGroup &group, const QString &shape)
{
    const auto &colours = theme().colours();
    const auto line = theme().lineHeight(TypeStep::Strong);
    const auto size = theme().iconSize(TypeStep::Body);
    painter.setFont(theme().font(TypeStep::Strong));
    painter.setPen(colours.text);
    const auto count = number(group.letters);
    const auto countWidth = painter.fontMetrics().horizontalAdvance(count) + theme().space(2);
    painter.drawText(QRect(area.left(), area.top(), area.width(), line), Qt::AlignRight | Qt::AlignVCenter, count);
    const auto stage = stageOfQueue(group.queue);
    paintIcon(painter, QRectF(area.left(), area.top() + (line - size) / 2.0, size, size),
              stage ? stageIcon(*stage) : QStringLiteral("deadletters"), colours.muted);
    const auto indent = size + theme().space(2);
    painter.setFont(shapeFont(group.key.isEmpty()));
    const auto lines = std::min(linesOf(shape, painter.font(), area.width() - indent - countWidth), shapeLines);
    drawWrapped(painter, QRect(area.left() + indent, area.top(), area.width() - indent - countWidth, lines * line),
                shape);
    return area.top() + lines * line;
}

} // namespace

void GroupDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto group = index.data(GroupsModel::GroupRole).value<DeadLetterGroup>();
    const auto &colours = theme().colours();
    painter->save();
    painter->setClipRect(option.rect);
    paintGroupRow(*painter, option);
    const auto area = contentOfGroupRow(option.rect);
    const auto indent = theme().iconSize(TypeStep::Body) + theme().space(2);
    auto y = paintHead(*painter, area, group, index.data().toString());
    const auto line = theme().lineHeight(TypeStep::Caption);
    painter->setFont(theme().font(TypeStep::Caption));
    painter->setPen(colours.muted);
    const auto metrics = painter->fontMetrics();
    if (!group.key.isEmpty()) {
        const QRect subject(area.left() + indent, y + theme().space(1) / 2, area.width() - indent, line);
        painter->drawText(subject, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          metrics.elidedText(groupSubject(group), Qt::ElideRight, subject.width()));
    }
    const QRect foot(area.left() + indent, area.bottom() + 1 - trendHeight(), area.width() - indent, trendHeight());
    const auto span = group.letters > 0 ? fromToLabel(group.first, group.last) : QString();
    const auto spanWidth = metrics.horizontalAdvance(span) + theme().space(3);
    painter->drawText(foot, Qt::AlignRight | Qt::AlignBottom, span);
    const auto trendWidth = std::min(foot.width() - spanWidth, theme().space(1) * DeadLetterOverview::slices);
    if (trendWidth > theme().space(10)) {
        paintTrend(*painter, QRect(foot.left(), foot.top(), trendWidth, foot.height()), group.trend);
        const auto time = index.data(GroupsModel::SpanRole).toString();
        const auto beside = foot.adjusted(trendWidth + theme().space(1), 0, -spanWidth, 0);
        painter->setPen(colours.muted);
        if (!group.trend.empty() && metrics.horizontalAdvance(time) <= beside.width())
            painter->drawText(beside, Qt::AlignLeft | Qt::AlignBottom, time);
    }
    painter->restore();
}

QSize GroupDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto isAll = index.data(GroupsModel::KeyRole).toString().isEmpty();
    const auto count = number(index.data(GroupsModel::GroupRole).value<DeadLetterGroup>().letters);
    const QFontMetrics strong(theme().font(TypeStep::Strong));
    const auto *list = qobject_cast<const QAbstractItemView *>(option.widget);
    const auto whole = list ? list->viewport()->width() : option.rect.width();
    const auto width = contentOfGroupRow(QRect(0, 0, whole, 0)).width() - theme().iconSize(TypeStep::Body)
        - theme().space(4) - strong.horizontalAdvance(count);
    const auto lines = std::min(linesOf(index.data().toString(), shapeFont(isAll), width), shapeLines);
    return {theme().space(30),
            theme().space(4) + lines * theme().lineHeight(TypeStep::Strong)
                + (isAll ? 0 : theme().lineHeight(TypeStep::Caption) + theme().space(1) / 2) + theme().space(2)
                + trendHeight()};
}

} // namespace linernotes::ui
