// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/problemdelegate.h"

#include "activity/eventwording.h"
#include "activity/leveldelegate.h"
#include "activity/problemsmodel.h"
#include "common/grouprow.h"
#include "common/icons.h"
#include "common/theme.h"
#include "common/wording.h"
#include "common/wrappedtext.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

constexpr int mostLines = 2; ///< of what is said

const Theme &theme()
{
    return Theme::instance();
}

/// What a row shows, and where, for a width.
struct Layout {
    bool isAll = false;
    EventGroup group;
    QString text;
    QString count;
    QString subject;
    QString span;
    int indent = 0;
    int countWidth = 0;
    int textWidth = 0;
    int textHeight = 0;
    int subjectHeight = 0;
    int spanHeight = 0;

    Layout(const QModelIndex &index, int width)
        : isAll(index.data(ProblemsModel::IsAllRole).toBool())
        , group(index.data(ProblemsModel::GroupRole).value<EventGroup>())
        , text(index.data().toString().simplified())
        , count(isAll ? QString() : number(group.count))
        , subject(isAll ? QString() : groupSubject(group.key))
        , indent(theme().iconSize(TypeStep::Body) + theme().space(2))
    {
        if (!isAll)
            span = fromToLabel(group.first, group.last);
        countWidth = count.isEmpty()
            ? 0
            : QFontMetrics(theme().font(TypeStep::Strong)).horizontalAdvance(count) + theme().space(2);
        textWidth = width - indent - countWidth;
        textHeight = std::min(linesOf(text, font(), textWidth), mostLines) * theme().lineHeight(TypeStep::Body);
        subjectHeight = subject.isEmpty() ? 0 : theme().lineHeight(TypeStep::Caption);
        spanHeight = span.isEmpty() ? 0 : theme().lineHeight(TypeStep::Caption);
    }
    [[nodiscard]] QFont font() const { return theme().font(isAll ? TypeStep::Strong : TypeStep::Body); }
    [[nodiscard]] int height() const { return textHeight + subjectHeight + spanHeight; }
};

} // namespace

void ProblemDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &colours = theme().colours();
    painter->save();
    painter->setClipRect(option.rect);
    paintGroupRow(*painter, option);
    const auto area = contentOfGroupRow(option.rect);
    const Layout layout(index, area.width());
    const auto at = [&](int left, int top, int width, int height) {
        return QStyle::visualRect(option.direction, area, QRect(area.left() + left, area.top() + top, width, height));
    };
    const auto line = theme().lineHeight(TypeStep::Body);
    const auto size = theme().iconSize(TypeStep::Body);
    paintIcon(*painter, at(0, (line - size) / 2, size, size),
              layout.isAll ? QStringLiteral("activity") : levelIcon(layout.group.level),
              layout.isAll ? colours.muted : levelColour(layout.group.level));
    painter->setPen(colours.text);
    painter->setFont(theme().font(TypeStep::Strong));
    painter->drawText(at(area.width() - layout.countWidth, 0, layout.countWidth, line),
                      Qt::AlignRight | Qt::AlignVCenter, layout.count);
    painter->setFont(layout.font());
    drawWrapped(*painter, at(layout.indent, 0, layout.textWidth, layout.textHeight), layout.text);
    painter->setFont(theme().font(TypeStep::Caption));
    painter->setPen(colours.muted);
    auto top = layout.textHeight;
    for (const auto &[text, height] :
         {std::pair(layout.subject, layout.subjectHeight), std::pair(layout.span, layout.spanHeight)}) {
        const auto place = at(layout.indent, top, area.width() - layout.indent, height);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
        top += height;
    }
    painter->restore();
}

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *list = qobject_cast<const QAbstractItemView *>(option.widget);
    const auto whole = list ? list->viewport()->width() : option.rect.width();
    const Layout layout(index, contentOfGroupRow(QRect(0, 0, whole, 0)).width());
    return {theme().space(30), layout.height() + theme().space(4)};
}

} // namespace linernotes::ui
