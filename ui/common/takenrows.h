// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMimeData>
#include <QStringList>

#include <memory>

class QTemporaryDir;
class QWidget;

namespace linernotes::ui
{

/// Rows on their way out of the window, below a header. Empty: there are none.
using RowTexts = QList<QStringList>;

/// Onto the clipboard as tab-separated text, which is pasted into spreadsheets: no cell is a formula there. False:
/// there is nothing to copy.
bool copyToClipboard(const RowTexts &rows);

/// Rows that are dragged out by the mouse.
class DraggedRows
{
public:
    DraggedRows();
    ~DraggedRows();
    DraggedRows(const DraggedRows &) = delete;
    DraggedRows &operator=(const DraggedRows &) = delete;

    /// CSV, tab-separated text, and a CSV file of that name for what takes files only; it is there until the next.
    /// nullptr: there are no rows.
    [[nodiscard]] std::unique_ptr<QMimeData> mimeData(const RowTexts &rows, const QString &name);
    /// Until the button is let go.
    void drag(const RowTexts &rows, QWidget *from);

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace linernotes::ui
