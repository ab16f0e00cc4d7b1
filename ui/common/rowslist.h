// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/takenrows.h"

#include <QListView>

#include <functional>
#include <optional>

namespace linernotes::ui
{

/// A list beside a table that narrows it: a row for each of what is in it, of which one is chosen. What is chosen is
/// copied and dragged out as rows of a table, though the list has no columns.
class RowsList : public QListView
{
    Q_OBJECT

public:
    RowsList(const QString &objectName, QWidget *parent);

    /// What leaves the window, as it is at the time.
    void setTaken(const std::function<RowTexts()> &rows) { m_taken = rows; }
    /// False: there are no rows.
    bool copyRows() const;
    [[nodiscard]] std::unique_ptr<QMimeData> draggedRows();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    std::function<RowTexts()> m_taken;
    DraggedRows m_dragged;
    std::optional<QPoint> m_pressed; ///< where a row was pressed, from which it may be dragged
};

} // namespace linernotes::ui
