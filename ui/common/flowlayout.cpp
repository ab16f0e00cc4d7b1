// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/flowlayout.h"

#include "common/theme.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

/// What is wider is cut, or wrapped, rather than to make the window wider.
int widestLeast()
{
    constexpr int figures = 40;
    return Theme::instance().figureWidth(TypeStep::Body, figures);
}

bool grows(const QLayoutItem &item)
{
    return item.expandingDirections().testFlag(Qt::Horizontal);
}

/// With less, it goes to the next line.
int leastWidth(const QLayoutItem &item)
{
    if (!grows(item))
        return item.sizeHint().width();
    return item.hasHeightForWidth() ? std::min(item.sizeHint().width(), widestLeast()) : item.minimumSize().width();
}

int heightOf(const QLayoutItem &item, int width)
{
    return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

} // namespace

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(Theme::instance().space(1));
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    const auto margins = contentsMargins();
    return arrange(QRect(0, 0, width, 0).marginsRemoved(margins), false) + margins.top() + margins.bottom();
}

QSize FlowLayout::minimumSize() const
{
    const QSize most(widestLeast(), QLAYOUTSIZE_MAX);
    QSize size;
    for (const auto *item : m_items)
        size = size.expandedTo(item->minimumSize().boundedTo(most));
    return size.grownBy(contentsMargins());
}

QSize FlowLayout::sizeHint() const
{
    QSize size(0, 0); // a default one is -1 wide
    for (const auto *item : m_items) {
        if (item->isEmpty())
            continue;
        size.rwidth() += item->sizeHint().width() + (size.width() > 0 ? spacing() : 0);
        size.setHeight(std::max(size.height(), item->sizeHint().height()));
    }
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect.marginsRemoved(contentsMargins()), true);
}

void FlowLayout::clear()
{
    while (auto *item = takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

int FlowLayout::arrange(const QRect &rect, bool place) const
{
    int y = rect.y();
    Line line;
    int used = 0;
    const auto end = [&] {
        if (!line.empty())
            y += arrangeLine(line, QRect(rect.x(), y, rect.width(), 0), place) + spacing();
        line.clear();
        used = 0;
    };
    for (auto *item : m_items) {
        if (item->isEmpty())
            continue; // hidden: it takes no gap either
        const auto width = std::min(leastWidth(*item), std::max(rect.width(), 1));
        if (!line.empty() && used + width > rect.width())
            end();
        line.emplace_back(item, width);
        used += width + spacing();
    }
    end();
    return std::max(y - spacing() - rect.y(), 0);
}

/// What can grow shares what is left; first that which does so only up to a width, as the others can take the rest.
int FlowLayout::arrangeLine(Line &line, const QRect &rect, bool place) const
{
    auto left = rect.width() - spacing() * (static_cast<int>(line.size()) - 1);
    auto growing = 0;
    for (const auto &[item, width] : line) {
        left -= width;
        growing += grows(*item) ? 1 : 0;
    }
    for (const bool isBounded : {true, false}) {
        for (auto &[item, width] : line) {
            const auto most = item->maximumSize().width();
            if (!grows(*item) || (most < QLAYOUTSIZE_MAX) != isBounded)
                continue;
            const auto more = std::clamp(left / std::max(growing--, 1), 0, std::max(most - width, 0));
            width += more;
            left -= more;
        }
    }
    int height = 0;
    for (const auto &[item, width] : line)
        height = std::max(height, heightOf(*item, width));
    if (!place)
        return height;
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = rect.x();
    for (const auto &[item, width] : line) {
        const auto own = heightOf(*item, width);
        item->setGeometry(QStyle::visualRect(direction, QRect(rect.x(), rect.y(), rect.width(), height),
                                             QRect(x, rect.y() + (height - own) / 2, width, own)));
        x += width + spacing();
    }
    return height;
}

} // namespace linernotes::ui
