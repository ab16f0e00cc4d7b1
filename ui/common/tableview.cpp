// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tableview.h"

#include "common/rowdelegate.h"
#include "common/theme.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>

namespace linernotes::ui
{

TableView::TableView(const QString &objectName, QWidget *parent)
    : QTableView(parent)
{
    setObjectName(objectName);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setItemDelegate(new RowDelegate(RowDelegate::Ink::Normal, this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionsMovable(true);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &TableView::keepByHand);
    connect(&Theme::instance(), &Theme::changed, this, &TableView::applyTheme);
    applyTheme();
}

void TableView::applyTheme()
{
    verticalHeader()->setMinimumSectionSize(Theme::instance().rowHeight());
    verticalHeader()->setDefaultSectionSize(Theme::instance().rowHeight());
    viewport()->update();
}

int TableView::widthFor(int column, int figures) const
{
    const auto &theme = Theme::instance();
    return std::max(theme.figureWidth(TypeStep::Body, figures), horizontalHeader()->sectionSizeHint(column));
}

void TableView::setFixedWidth(int column, int figures)
{
    setMeasuredWidth(column, widthFor(column, figures));
}

void TableView::setFixedWidth(int column, const QStringList &texts, int sign)
{
    const auto &theme = Theme::instance();
    const QFontMetrics metrics(theme.font(TypeStep::Body));
    int widest = 0;
    for (const auto &text : texts)
        widest = std::max(widest, metrics.horizontalAdvance(text));
    const auto margins = theme.space(5); // of a cell, and a little for what is rounded
    setMeasuredWidth(column, std::max(sign + widest + margins, horizontalHeader()->sectionSizeHint(column)));
}

void TableView::setMeasuredWidth(int column, int width)
{
    m_measured.insert(column, width);
    horizontalHeader()->resizeSection(column, width);
}

void TableView::setWholeWidth(int column)
{
    m_elastic.insert(column, {horizontalHeader()->sectionSizeHint(column), 0, true});
    spreadColumns();
}

void TableView::setElasticWidth(int column, int leastFigures, int share)
{
    m_elastic.insert(column, {widthFor(column, leastFigures), share});
    spreadColumns();
}

void TableView::setLeastRows(int rows)
{
    setMinimumHeight(horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize()
                     + horizontalScrollBar()->sizeHint().height());
}

void TableView::setColumnShown(int column, bool shown)
{
    if (isColumnHidden(column) != shown || (column == m_indispensable && !shown))
        return;
    m_isSpreading = true; // a column that shrinks to nothing must not get its room back before it is hidden
    setColumnHidden(column, !shown);
    m_isSpreading = false;
    spreadColumns();
}

int TableView::leastOf(int column, const Elastic &elastic) const
{
    return elastic.isWhole ? std::max(sizeHintForColumn(column), elastic.least) : elastic.least;
}

/// A column that a person drags keeps the width that they give it.
void TableView::keepByHand(int column)
{
    if (m_isSpreading)
        return;
    if (QGuiApplication::mouseButtons().testFlag(Qt::LeftButton)) {
        m_elastic.remove(column);
        m_byHand.insert(column);
    }
    spreadColumns();
}

/// Those by hand too, or of a start in another language: a heading that is cut tells nothing.
void TableView::keepHeadings()
{
    m_isSpreading = true; // this is not by hand
    for (int column = 0; column < horizontalHeader()->count(); ++column) {
        const auto least = horizontalHeader()->sectionSizeHint(column);
        if (!isColumnHidden(column) && columnWidth(column) < least)
            setColumnWidth(column, least);
    }
    m_isSpreading = false;
}

void TableView::spreadColumns()
{
    if (m_isSpreading || m_elastic.isEmpty() || !model())
        return;
    keepHeadings();
    auto room = viewport()->width();
    int shares = 0;
    for (int column = 0; column < horizontalHeader()->count(); ++column) {
        const auto elastic = m_elastic.constFind(column);
        if (isColumnHidden(column))
            continue;
        room -= elastic == m_elastic.cend() ? columnWidth(column) : leastOf(column, *elastic);
        shares += elastic == m_elastic.cend() ? 0 : elastic->share;
    }
    room = std::max(room, 0); // of a table too narrow for all the columns are what they have to be, and it scrolls
    m_isSpreading = true; // this is not by hand
    for (auto [column, elastic] : m_elastic.asKeyValueRange()) {
        if (isColumnHidden(column) || elastic.share > 0)
            continue;
        const auto least = leastOf(column, elastic);
        const auto more = std::clamp(sizeHintForColumn(column) - least, 0, room);
        setColumnWidth(column, least + more);
        room -= more;
    }
    for (auto [column, elastic] : m_elastic.asKeyValueRange()) {
        if (isColumnHidden(column) || elastic.share == 0)
            continue;
        const auto more = room * elastic.share / shares;
        setColumnWidth(column, elastic.least + more);
        room -= more;
        shares -= elastic.share;
    }
    m_isSpreading = false;
}

void TableView::saveColumns(QSettings &settings) const
{
    settings.setValue(objectName() + QStringLiteral("/columns"), horizontalHeader()->saveState());
    const auto keep = [&](const QString &name, const auto &columns) {
        QVariantList list;
        for (const auto column : columns)
            list.append(column);
        settings.setValue(objectName() + name, list);
    };
    keep(QStringLiteral("/elastic"), m_elastic.keys());
    keep(QStringLiteral("/byHand"), m_byHand);
    settings.setValue(objectName() + QStringLiteral("/count"), horizontalHeader()->count());
}

void TableView::restoreColumns(QSettings &settings)
{
    const auto elastic = settings.value(objectName() + QStringLiteral("/elastic"));
    if (!elastic.isValid())
        return; // of the time before columns shared the room
    if (settings.value(objectName() + QStringLiteral("/count")).toInt() > horizontalHeader()->count())
        return; // of a newer program: the header would have sections without a column
    horizontalHeader()->restoreState(settings.value(objectName() + QStringLiteral("/columns")).toByteArray());
    if (m_indispensable >= 0)
        setColumnHidden(m_indispensable, false); // an older program let it be hidden
    const auto still = elastic.toStringList(); // in a file a list of one is no list
    m_elastic.removeIf([&still](const auto &entry) { return !still.contains(QString::number(entry.key())); });
    for (const auto &column : settings.value(objectName() + QStringLiteral("/byHand")).toStringList())
        m_byHand.insert(column.toInt());
    m_isSpreading = true;
    for (const auto [column, width] : m_measured.asKeyValueRange()) { // by today's language and letters
        if (!m_byHand.contains(column))
            horizontalHeader()->resizeSection(column, width);
    }
    m_isSpreading = false;
    spreadColumns();
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    spreadColumns();
}

void TableView::reset()
{
    QTableView::reset();
    spreadColumns();
}

void TableView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QTableView::rowsInserted(parent, start, end);
    spreadColumns();
}

/// The focus is drawn along the whole row, of which the base class redraws a cell. That scrolls to it by bars which,
/// when the rows are others since a moment, still have the range of those before.
void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    if (current.isValid())
        executeDelayedItemsLayout();
    QTableView::currentChanged(current, previous);
    updateRow(previous.row());
    updateRow(current.row());
}

void TableView::leaveEvent(QEvent *event)
{
    setHoveredRow(-1);
    QTableView::leaveEvent(event);
}

/// By the wheel or by keys: another row lies below a mouse that stands still.
void TableView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (viewport()->underMouse())
        setHoveredRow(rowAt(viewport()->mapFromGlobal(QCursor::pos()).y()));
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) { // the base class copies a single cell
        copyRows();
        event->accept();
        return;
    }
    const bool isSideways = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (isSideways && event->modifiers() == Qt::NoModifier) { // no cell is chosen in a row, and a wide table scrolls
        const bool isForward = (event->key() == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight);
        horizontalScrollBar()->triggerAction(isForward ? QAbstractSlider::SliderSingleStepAdd
                                                       : QAbstractSlider::SliderSingleStepSub);
        return;
    }
    QTableView::keyPressEvent(event);
}

/// The base class goes along the row.
QModelIndex TableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const bool isToAnEnd = action == MoveHome || action == MoveEnd;
    return QTableView::moveCursor(action, isToAnEnd ? modifiers | Qt::ControlModifier : modifiers);
}

/// Where the keyboard comes to, it finds a row to work on: the base class draws a frame around one that no command
/// takes. A click chooses by itself.
void TableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    const bool isByKey = event->reason() != Qt::MouseFocusReason && event->reason() != Qt::PopupFocusReason
        && event->reason() != Qt::ActiveWindowFocusReason;
    if (isByKey && currentIndex().isValid() && !selectionModel()->hasSelection())
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void TableView::setHoveredRow(int row)
{
    if (row == m_hoveredRow)
        return;
    updateRow(std::exchange(m_hoveredRow, row));
    updateRow(row);
}

void TableView::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

} // namespace linernotes::ui
