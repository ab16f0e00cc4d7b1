// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rowdelegate.h"

#include "common/icons.h"
#include "common/tableview.h"
#include "common/textline.h"
#include "common/theme.h"
#include "common/wording.h"

#include <QHeaderView>
#include <QPainter>

namespace linernotes::ui
{
namespace
{

const Theme &theme()
{
    return Theme::instance();
}

void paintChip(QPainter &painter, const QRect &chip, const QString &text)
{
    const auto &colours = theme().colours();
    painter.setPen(Qt::NoPen);
    painter.setBrush(blend(colours.surface, colours.text, 0.09)); // seen on hover and selection too
    const auto radius = chip.height() / 2.0;
    painter.drawRoundedRect(QRectF(chip), radius, radius);
    painter.setPen(colours.text);
    const auto inset = 3 * theme().space(1) / 2;
    drawLine(painter, chip.adjusted(inset, 0, -inset, 0), Qt::AlignCenter, TypeStep::Caption, text);
}

/// Text of the first column stands where the page's other text begins.
int leftMargin(const TableView *table, int column)
{
    const bool isFirst = table && table->horizontalHeader()->visualIndex(column) == 0;
    return theme().space(isFirst ? 4 : 2);
}

/// The keyboard is in this row: an edge around the whole of it, of which a cell draws its part.
void paintFocus(QPainter &painter, const QRect &cell, const TableView &table, int column)
{
    const auto width = theme().hairline() * 2;
    const auto inset = width / 2;
    const auto edge = QRectF(cell).adjusted(0, inset, 0, -inset);
    painter.setPen(QPen(theme().colours().accent, width));
    painter.drawLine(edge.topLeft(), edge.topRight());
    painter.drawLine(edge.bottomLeft(), edge.bottomRight());
    const auto &header = *table.horizontalHeader();
    const auto visual = header.visualIndex(column);
    const auto isEnd = [&](int step) {
        for (auto next = visual + step; next >= 0 && next < header.count(); next += step) {
            if (!header.isSectionHidden(header.logicalIndex(next)))
                return false;
        }
        return true;
    };
    const bool isLeftToRight = painter.layoutDirection() == Qt::LeftToRight;
    if (isEnd(isLeftToRight ? -1 : 1))
        painter.drawLine(edge.topLeft() + QPointF(inset, 0), edge.bottomLeft() + QPointF(inset, 0));
    if (isEnd(isLeftToRight ? 1 : -1))
        painter.drawLine(edge.topRight() - QPointF(inset, 0), edge.bottomRight() - QPointF(inset, 0));
}

bool isFocusedRow(const QStyleOptionViewItem &option, const TableView *table, int row)
{
    return table && table->hasFocus() && table->currentIndex().row() == row
        && (option.state & QStyle::State_KeyboardFocusChange);
}

} // namespace

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &colours = theme().colours();
    const auto *table = qobject_cast<const TableView *>(option.widget);
    const bool isHovered = table ? table->hoveredRow() == index.row() : bool(option.state & QStyle::State_MouseOver);
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected)
        painter->fillRect(option.rect, colours.selection);
    else if (isHovered)
        painter->fillRect(option.rect, colours.raised);
    const auto margin = theme().space(2);
    const auto inner = option.rect.adjusted(leftMargin(table, index.column()), 0, -margin, 0);
    painter->save();
    painter->setClipRect(option.rect);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    paintContent(*painter, QStyle::visualRect(option.direction, option.rect, inner), index);
    if (isFocusedRow(option, table, index.row()))
        paintFocus(*painter, option.rect, *table, index.column());
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(theme().font(m_ink == Ink::Strong ? TypeStep::Strong : TypeStep::Body));
    const auto *table = qobject_cast<const TableView *>(option.widget);
    const auto margins = leftMargin(table, index.column()) + theme().space(2);
    return {metrics.horizontalAdvance(index.data().toString()) + margins + theme().space(1), theme().rowHeight()};
}

void RowDelegate::paintContent(QPainter &painter, const QRect &area, const QModelIndex &index) const
{
    painter.setPen(m_ink == Ink::Muted ? theme().colours().muted : theme().colours().text);
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    const auto step = m_ink == Ink::Strong ? TypeStep::Strong : TypeStep::Body;
    const auto text = index.data().toString();
    auto room = area;
    if (const auto sign = index.data(Qt::DecorationRole).toString(); !sign.isEmpty()) {
        const auto size = theme().iconSize(TypeStep::Caption);
        room.setWidth(std::max(area.width() - size - theme().space(1), 0));
        const auto x = room.left() + std::min(lineWidth(step, text) + theme().space(1), room.width());
        const QRect place(x, area.center().y() - size / 2, size, size);
        paintIcon(painter, QStyle::visualRect(painter.layoutDirection(), area, place), sign, theme().colours().muted);
        room = QStyle::visualRect(painter.layoutDirection(), area, room);
    }
    drawLine(painter, room, alignment ? alignment : Qt::AlignLeft | Qt::AlignVCenter, step, text, m_elide);
}

void ChipsDelegate::paintContent(QPainter &painter, const QRect &area, const QModelIndex &index) const
{
    const auto words = index.data(m_dataRole).toStringList();
    const auto gap = theme().space(1);
    const auto height = theme().lineHeight(TypeStep::Caption) + gap;
    const auto rest = lineWidth(TypeStep::Caption, QStringLiteral("+00")) + gap;
    int x = area.left();
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool isLast = i + 1 == words.size();
        const auto room = area.right() - x - (isLast ? 0 : rest);
        const auto wish = lineWidth(TypeStep::Caption, words[i]) + 4 * gap;
        if (wish > room && i > 0) {
            painter.setPen(theme().colours().muted);
            drawLine(painter, QRect(x, area.top(), area.right() - x, area.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     TypeStep::Caption, QStringLiteral("+%1").arg(words.size() - i));
            return;
        }
        const auto width = std::min(wish, room);
        const QRect chip(x, area.center().y() - height / 2, width, height);
        paintChip(painter, QStyle::visualRect(painter.layoutDirection(), area, chip), words[i]);
        x += width + gap;
    }
}

void ShareDelegate::paintContent(QPainter &painter, const QRect &area, const QModelIndex &index) const
{
    paintShare(painter, area, index.data(m_dataRole).toDouble());
}

void paintShare(QPainter &painter, const QRect &area, double share)
{
    const auto &colours = theme().colours();
    const auto numberWidth = theme().figureWidth(TypeStep::Body, 6);
    const auto barWidth = std::min(area.width() - numberWidth, theme().space(12));
    if (barWidth > theme().space(2)) {
        const auto thickness = theme().space(1);
        const QRectF groove(area.left(), area.center().y() - thickness / 2.0 + 1, barWidth, thickness);
        painter.setPen(Qt::NoPen);
        painter.setBrush(blend(colours.surface, colours.text, 0.12));
        painter.drawRoundedRect(groove, thickness / 2.0, thickness / 2.0);
        painter.setBrush(colours.accent);
        auto filled = groove;
        filled.setWidth(std::max(groove.width() * share, static_cast<double>(thickness)));
        painter.drawRoundedRect(filled, thickness / 2.0, thickness / 2.0);
    }
    painter.setPen(colours.text);
    drawLine(painter, QRect(area.left() + std::max(barWidth, 0), area.top(), numberWidth, area.height()),
             Qt::AlignRight | Qt::AlignVCenter, TypeStep::Body, percent(share));
}

} // namespace linernotes::ui
