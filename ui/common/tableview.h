// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

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

    /// Selected rows, columns as shown, as tab-separated text with a header. False: nothing is selected.
    bool copyRows() const;
    void saveColumns(QSettings &settings) const;
    void restoreColumns(QSettings &settings);

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setHoveredRow(int row);
    void applyTheme();

    int m_hoveredRow = -1;
};

} // namespace linernotes::ui
