// SPDX-License-Identifier: GPL-3.0-or-later
#include "seeding/seedlinedelegate.h"

#include "common/icons.h"
#include "common/theme.h"
#include "common/wrappedtext.h"
#include "seeding/seedlinesmodel.h"

#include <QAbstractItemView>
#include <QPainter>

namespace linernotes::ui
{
namespace
{

QColor inkOf(SeedLine::Kind kind)
{
    const auto &colours = Theme::instance().colours();
    switch (kind) {
    case SeedLine::Kind::Invalid:
        return colours.state(WorkState::Dead);
    case SeedLine::Kind::Duplicate:
        return colours.muted;
    case SeedLine::Kind::Name:
        return colours.state(WorkState::Ready);
    default:
        return colours.state(WorkState::Done);
    }
}

/// Where the text of a row stands that is that wide.
QRect textArea(const QRect &row)
{
    const auto &theme = Theme::instance();
    const auto left = theme.space(2) + theme.iconSize(TypeStep::Body) + theme.space(2);
    return row.adjusted(left, theme.space(1), -theme.space(2), -theme.space(1));
}

} // namespace

void SeedLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &theme = Theme::instance();
    const auto &colours = theme.colours();
    const auto kind = static_cast<SeedLine::Kind>(index.data(SeedLinesModel::KindRole).toInt());
    const auto ink = inkOf(kind);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colours.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, colours.raised);
    const auto size = theme.iconSize(TypeStep::Body);
    const auto area = option.rect.adjusted(theme.space(2), theme.space(1), -theme.space(2), -theme.space(1));
    const QRectF picture(area.left(), area.top() + (theme.lineHeight(TypeStep::Body) - size) / 2.0, size, size);
    paintIcon(*painter, picture, index.data(SeedLinesModel::IconRole).toString(), ink);
    const auto text = textArea(option.rect);
    painter->setFont(theme.font(TypeStep::Body));
    painter->setPen(kind == SeedLine::Kind::Duplicate ? colours.muted : colours.text);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    painter->setFont(theme.font(TypeStep::Caption));
    painter->setPen(kind == SeedLine::Kind::Invalid ? ink : colours.muted);
    const auto explanation = index.data(SeedLinesModel::ExplanationRole).toString();
    drawWrapped(*painter, text.adjusted(0, theme.lineHeight(TypeStep::Body), 0, 0), explanation);
}

QSize SeedLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &theme = Theme::instance();
    const auto line = theme.lineHeight(TypeStep::Caption);
    QSize size(theme.space(20), theme.lineHeight(TypeStep::Body) + line + theme.space(2));
    // Only a reason may be long; ten thousand names are not measured.
    const auto *list = qobject_cast<const QAbstractItemView *>(option.widget);
    if (!list || index.data(SeedLinesModel::KindRole).toInt() != static_cast<int>(SeedLine::Kind::Invalid))
        return size;
    const auto width = textArea(QRect(0, 0, list->viewport()->width(), 0)).width();
    const auto reason = index.data(SeedLinesModel::ExplanationRole).toString();
    size.rheight() += (linesOf(reason, theme.font(TypeStep::Caption), width) - 1) * line;
    return size;
}

} // namespace linernotes::ui
