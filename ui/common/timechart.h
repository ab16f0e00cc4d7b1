// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"
#include "core/clock.h"

#include <QChartView>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

class QCategoryAxis;
class QLineSeries;

namespace linernotes::ui
{

/// One line of a chart: a value a step, nullopt where no engine was at work.
struct ChartLine {
    QString name;
    /// Whose colour it has; where it is about none, the first line has the accent and the others are muted.
    std::optional<WorkState> state;
    std::vector<std::optional<double>> values;
    bool operator==(const ChartLine &) const = default;
};

/// What a chart draws. All lines have the length of `at`.
struct ChartLines {
    Milliseconds span{0};
    Milliseconds step{0};
    std::vector<Instant> at; ///< the beginning of each step
    std::vector<ChartLine> lines;
    bool operator==(const ChartLines &) const = default;
};

/// Lines over the last minutes, hours or days, each with its name at its end. The values of the moment under the mouse,
/// or at the mark that the arrow keys move, stand in a tooltip. Where nothing is known a line has a gap.
class TimeChart : public QChartView
{
    Q_OBJECT

public:
    /// `unit` is said with every value: "messages", "a second".
    TimeChart(const QString &objectName, QString name, const QString &unit, QWidget *parent);

    void present(const ChartLines &lines);
    void setUnit(const QString &unit);
    [[nodiscard]] const ChartLines &lines() const { return m_lines; }
    [[nodiscard]] bool isKnown() const; ///< there is something to draw
    /// What the tooltip says of that step.
    [[nodiscard]] QString valuesAt(std::size_t step) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    struct Curve {
        QList<QLineSeries *> parts; ///< from gap to gap
        std::optional<QPointF> end; ///< of the newest part: milliseconds before the newest step, value
    };
    void applyTheme();
    void scale();
    void placePlot();
    void drawCurve(std::size_t index);
    void markStep(std::optional<std::size_t> step, const QPoint &globalPlace);
    [[nodiscard]] QColor ink(std::size_t line) const;
    void paintLonePoints(QPainter &painter) const;
    void paintNames(QPainter &painter) const;
    void paintMark(QPainter &painter) const;
    [[nodiscard]] double top() const; ///< of the value axis
    [[nodiscard]] double xOf(std::size_t step) const; ///< milliseconds before the newest, negative
    [[nodiscard]] QPointF place(double x, double value) const; ///< in the scene
    [[nodiscard]] QString text(double value) const;

    QString m_name;
    QString m_unit;
    ChartLines m_lines;
    std::vector<Curve> m_curves;
    std::optional<std::size_t> m_marked;
    double m_top = 0;
    Milliseconds m_span{0};
    QCategoryAxis *m_time;
    QCategoryAxis *m_values;
};

/// The chart below its name and its unit, which is a label “chartUnit”; in the place of the chart's parent.
QWidget *titled(TimeChart *chart, const QString &name, const QString &unit);

} // namespace linernotes::ui
