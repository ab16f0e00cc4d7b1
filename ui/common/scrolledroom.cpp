// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/scrolledroom.h"

#include "common/theme.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace linernotes::ui
{

ScrolledRoom::ScrolledRoom(QWidget *content, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    followFocus(this);
}

void followFocus(QScrollArea *area)
{
    QObject::connect(qApp, &QApplication::focusChanged, area, [area](QWidget *, QWidget *focused) {
        const bool isByKeys = area->window()->testAttribute(Qt::WA_KeyboardFocusChange);
        if (focused && isByKeys && area->widget() && area->widget()->isAncestorOf(focused)
            && focused->height() <= area->viewport()->height()) // of a higher one nobody knows which part
            area->ensureWidgetVisible(focused);
    });
}

void ScrolledRoom::setGrowing(bool growing)
{
    if (std::exchange(m_isGrowing, growing) != growing)
        updateGeometry();
}

QSize ScrolledRoom::sizeHint() const
{
    return widget()->sizeHint();
}

QSize ScrolledRoom::minimumSizeHint() const
{
    constexpr int figures = 40;
    constexpr int quarters = 32;
    const auto &theme = Theme::instance();
    return widget()->minimumSizeHint().boundedTo({theme.figureWidth(TypeStep::Body, figures), theme.space(quarters)});
}

bool ScrolledRoom::hasHeightForWidth() const
{
    return m_isGrowing && widget()->hasHeightForWidth();
}

int ScrolledRoom::heightForWidth(int width) const
{
    return widget()->heightForWidth(width);
}

QSize ScrolledRoom::leastSize(int width) const
{
    auto least = widget()->minimumSizeHint().expandedTo(widget()->minimumSize());
    const auto *layout = widget()->layout();
    if (layout && layout->hasHeightForWidth())
        least.setHeight(std::max(least.height(), layout->totalMinimumHeightForWidth(std::max(width, least.width()))));
    return least;
}

void ScrolledRoom::fit()
{
    const auto bar = verticalScrollBar()->sizeHint().width();
    auto room = maximumViewportSize();
    auto least = leastSize(room.width());
    if (least.height() > room.height()) {
        room.rwidth() -= bar;
        least = leastSize(room.width());
    }
    if (least.width() > room.width())
        room.rheight() -= bar;
    widget()->resize(room.expandedTo(least));
}

void ScrolledRoom::resizeEvent(QResizeEvent *event)
{
    fit();
    QScrollArea::resizeEvent(event);
}

bool ScrolledRoom::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        fit();
        updateGeometry();
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace linernotes::ui
