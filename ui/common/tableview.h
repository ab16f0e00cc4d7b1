// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/takenrows.h"

#include <QMap>
#include <QSet>
#include <QTableView>

#include <memory>
#include <optional>

class QMenu;
class QSettings;

namespace linernotes::ui
{

/// The tables of the window: whole rows, no grid, row height by font, hover and selection clear in both themes.
class TableView : public QTableView
{
    Q_OBJECT

public:
    explicit TableView(const QString &objectName, QWidget *parent);

    [[nodiscard]] int hoveredRow() const { return m_hoveredRow; }

    /// As wide as that many figures of its text, and its heading at least.
    void setFixedWidth(int column, int figures);
    /// As the widest of them needs it, with a sign beside it.
    void setFixedWidth(int column, const QStringList &texts, int sign = 0);
    /// As wide as its texts, and its heading, however little the others have: a time that is cut tells nothing.
    void setWholeWidth(int column);
    /// Takes of the room that the others leave: at least that many figures and its heading. Columns with a share divide
    /// what is left; one without (0) comes first and is as wide as its texts. What a person sets by hand stays; it is
    /// never less than the heading.
    void setElasticWidth(int column, int leastFigures, int share);

    /// So many are seen, whatever stands around it.
    void setLeastRows(int rows);
    void setColumnShown(int column, bool shown);
    /// Without this one nobody knows what the rows are: it can't be hidden.
    void setIndispensable(int column) { m_indispensable = column; }

    /// Whatever is shown, these are copied and dragged out.
    void setCopied(const QList<int> &columns) { m_copied = columns; }
    /// Selected rows, columns as shown, as tab-separated text with a header. False: nothing is selected.
    bool copyRows() const;
    /// The same as they are dragged out; nullptr: nothing is selected.
    [[nodiscard]] std::unique_ptr<QMimeData> draggedRows();
    /// A tick for each column; the last that is shown can't be hidden. It opens on the header's context menu, and
    /// wherever else the page puts it.
    [[nodiscard]] QMenu *columnMenu();
    void saveColumns(QSettings &settings) const;
    void restoreColumns(QSettings &settings);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void reset() override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    struct Elastic {
        int least = 0;
        int share = 0;
        bool isWhole = false;
    };
    void setHoveredRow(int row);
    void setMeasuredWidth(int column, int width);
    [[nodiscard]] RowTexts selectedCells() const;
    void fillColumnMenu();
    void lockLastColumn();
    void applyTheme();
    void updateRow(int row);
    [[nodiscard]] int widthFor(int column, int figures) const;
    [[nodiscard]] int leastOf(int column, const Elastic &elastic) const;
    void keepByHand(int column);
    void keepHeadings();
    void spreadColumns();

    int m_hoveredRow = -1;
    QMap<int, Elastic> m_elastic;
    QMap<int, int> m_measured; ///< widths of columns that are none of those
    QSet<int> m_byHand; ///< whose width a person has given them
    QList<int> m_copied; ///< empty: what is shown
    int m_indispensable = -1;
    bool m_isSpreading = false;
    std::optional<QPoint> m_pressedSelected; ///< where a selected row was pressed, from which it may be dragged
    DraggedRows m_dragged;
    QMenu *m_columnMenu = nullptr;
};

} // namespace linernotes::ui
