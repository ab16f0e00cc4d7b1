// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/result.h"
#include "dashboard/chartlines.h"

#include <QFuture>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QAbstractButton;
class QBoxLayout;
class QButtonGroup;
class QComboBox;
class QLabel;
class QSettings;

namespace linernotes::ui
{

class EmptyState;
class TimeChart;

/// Depth, throughput and errors over the last minutes, hours or days, of one stage or of all. What it shows is kept in
/// the database: it goes on where the last start of the program ended.
class ChartsPanel : public QWidget
{
    Q_OBJECT

public:
    using Source = std::function<QFuture<Result<MetricsChart>>(const MetricsQuery &)>;
    ChartsPanel(Source source, QWidget *parent);

    /// The newest point of all charts.
    void presentNow(const PipelineSnapshotPtr &now);
    void showStage(std::optional<StageId> stage);
    [[nodiscard]] std::optional<StageId> stage() const;
    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);

Q_SIGNALS:
    void failed(const linernotes::Error &error);
    void seedWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeHead();
    void addStep(const QString &text, const QString &objectName, Qt::Key key, int step);
    void makeCharts();
    void showUnit(Milliseconds step);
    [[nodiscard]] Milliseconds span() const;
    void setSpan(Milliseconds span);
    void refresh();
    void draw();
    void showNothing(bool nothing);
    [[nodiscard]] QAbstractButton *longerSpan() const; ///< null: this is the longest

    Source m_source;
    QComboBox *m_stage = nullptr;
    QButtonGroup *m_spans = nullptr;
    QWidget *m_charts = nullptr;
    EmptyState *m_nothing = nullptr;
    QBoxLayout *m_row = nullptr;
    TimeChart *m_depth = nullptr;
    TimeChart *m_throughput = nullptr;
    TimeChart *m_errors = nullptr;
    QLabel *m_errorsUnit = nullptr;
    ChartSource m_drawn;
    QTimer m_timer;
    bool m_isAsking = false;
};

} // namespace linernotes::ui
