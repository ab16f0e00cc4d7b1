// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rowslist.h"

#include <QApplication>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QMouseEvent>

namespace linernotes::ui
{

RowsList::RowsList(const QString &objectName, QWidget *parent)
    : QListView(parent)
{
    setObjectName(objectName);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust); // a long error takes two lines where the list is narrow
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
}

bool RowsList::copyRows() const
{
    return copyToClipboard(m_taken());
}

std::unique_ptr<QMimeData> RowsList::draggedRows()
{
    return m_dragged.mimeData(m_taken(), objectName());
}

/// The base class copies a single cell.
void RowsList::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyRows();
        event->accept();
        return;
    }
    QListView::keyPressEvent(event);
}

void RowsList::mousePressEvent(QMouseEvent *event)
{
    const auto place = event->position().toPoint();
    m_pressed = event->button() == Qt::LeftButton && indexAt(place).isValid() ? std::optional(place) : std::nullopt;
    QListView::mousePressEvent(event);
}

/// What is drawn out is dragged: it does not choose the rows that it passes.
void RowsList::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        m_pressed.reset(); // it was let go elsewhere, over a dialog
    if (!m_pressed) {
        QListView::mouseMoveEvent(event);
    } else if ((event->position().toPoint() - *m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_pressed.reset();
        m_dragged.drag(m_taken(), this);
    }
}

/// Keys bring another row below a mouse that stands still.
void RowsList::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    if (!viewport()->underMouse())
        return;
    const QPointF global = QCursor::pos();
    const auto place = viewport()->mapFromGlobal(global);
    QHoverEvent moved(QEvent::HoverMove, place, global, place);
    QCoreApplication::sendEvent(viewport(), &moved);
}

} // namespace linernotes::ui
