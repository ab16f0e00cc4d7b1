// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
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

    /// As wide as that many figures of its text, and its heading at least.
    void setFixedWidth(int column, int figures);
    /// Takes of the room that the others leave: at least that many figures and its heading. Columns with a share divide
    /// what is left; one without (0) comes first and is as wide as its texts. What a person sets by hand stays.
    void setElasticWidth(int column, int leastFigures, int share);

    void setColumnShown(int column, bool shown);

    /// Selected rows, columns as shown, as tab-separated text with a header. False: nothing is selected.
    bool copyRows() const;
    void saveColumns(QSettings &settings) const;
    void restoreColumns(QSettings &settings);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Elastic {
        int least = 0;
        int share = 0;
    };
    void setHoveredRow(int row);
    void applyTheme();
    void updateRow(int row);
    [[nodiscard]] int widthFor(int column, int figures) const;
    void keepByHand(int column);
    void spreadColumns();

    int m_hoveredRow = -1;
    QMap<int, Elastic> m_elastic;
    bool m_isSpreading = false;
};

} // namespace linernotes::ui
