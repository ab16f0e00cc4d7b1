// SPDX-License-Identifier: GPL-3.0-or-later
// Taking rows elsewhere, by the clipboard or the mouse, and choosing the columns: the other half of TableView.
#include "common/tableview.h"
#include "common/tickmenu.h"

#include "common/wording.h"

#include <QApplication>
#include <QHeaderView>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

namespace linernotes::ui
{
/// With a header, columns as they are shown or as setCopied() wants them; empty: nothing is selected.
RowTexts TableView::selectedCells() const
{
    auto rows = selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    if (rows.isEmpty())
        return {};
    std::ranges::sort(rows, {}, &QModelIndex::row);
    auto columns = m_copied;
    for (int visual = 0; m_copied.isEmpty() && visual < horizontalHeader()->count(); ++visual) {
        const auto column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            columns.append(column);
    }
    RowTexts lines(1);
    for (const auto column : columns)
        lines.front().append(model()->headerData(column, Qt::Horizontal).toString());
    for (const auto &row : rows) {
        QStringList cells;
        for (const auto column : columns)
            cells.append(withoutIsolation(row.siblingAtColumn(column).data().toString()));
        lines.append(cells);
    }
    return lines;
}

bool TableView::copyRows() const
{
    return copyToClipboard(selectedCells());
}

std::unique_ptr<QMimeData> TableView::draggedRows()
{
    return m_dragged.mimeData(selectedCells(), objectName());
}

/// A press on a selected row may begin a drag: what it would select is decided when the button is let go.
void TableView::mousePressEvent(QMouseEvent *event)
{
    const auto place = event->position().toPoint();
    const auto index = indexAt(place);
    const bool isPlain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier;
    if (isPlain && index.isValid() && selectionModel()->isRowSelected(index.row(), {})) {
        m_pressedSelected = place;
        event->accept();
        return;
    }
    QTableView::mousePressEvent(event);
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    const auto place = event->position().toPoint();
    setHoveredRow(rowAt(place.y()));
    if (!event->buttons().testFlag(Qt::LeftButton))
        m_pressedSelected.reset(); // it was let go elsewhere, over a dialog
    if (!m_pressedSelected) {
        QTableView::mouseMoveEvent(event);
    } else if ((place - *m_pressedSelected).manhattanLength() >= QApplication::startDragDistance()) {
        m_pressedSelected.reset();
        m_dragged.drag(selectedCells(), this);
    }
}

void TableView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_pressedSelected) {
        m_pressedSelected.reset();
        QMouseEvent press(QEvent::MouseButtonPress, event->position(), event->globalPosition(), event->button(),
                          event->button(), event->modifiers());
        QTableView::mousePressEvent(&press);
    }
    QTableView::mouseReleaseEvent(event);
}

QMenu *TableView::columnMenu()
{
    if (m_columnMenu)
        return m_columnMenu;
    m_columnMenu = new TickMenu(tr("Columns"), this);
    m_columnMenu->setObjectName(objectName() + QStringLiteral("Columns"));
    connect(m_columnMenu, &QMenu::aboutToShow, this, &TableView::fillColumnMenu);
    auto *header = horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, m_columnMenu,
            [this, header](const QPoint &place) { m_columnMenu->popup(header->mapToGlobal(place)); });
    return m_columnMenu;
}

void TableView::fillColumnMenu()
{
    m_columnMenu->clear();
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const auto column = horizontalHeader()->logicalIndex(visual);
        auto *action = m_columnMenu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setObjectName(QStringLiteral("column_%1").arg(column));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setData(column);
        connect(action, &QAction::toggled, this, [this, column](bool isShown) {
            setColumnShown(column, isShown);
            lockLastColumn();
        });
    }
    lockLastColumn();
}

/// After each tick: the menu stays open.
void TableView::lockLastColumn()
{
    const auto shown = horizontalHeader()->count() - horizontalHeader()->hiddenSectionCount();
    for (auto *action : m_columnMenu->actions()) {
        const auto column = action->data().toInt();
        action->setEnabled(column != m_indispensable && (shown > 1 || isColumnHidden(column)));
    }
}

} // namespace linernotes::ui
