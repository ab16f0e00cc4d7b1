// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/timechart.h"
#include "telemetry/chart.h"

#include <QWidget>

class QBoxLayout;

namespace linernotes::ui
{

/// Calls that ended, were refused for their number, or failed, a minute.
ChartLines callLines(const MetricsChart &chart, Milliseconds span, const QString &service);
/// How fast answers came: half of them, and 95 of 100, within so many milliseconds.
ChartLines latencyLines(const MetricsChart &chart, Milliseconds span, const QString &service);

/// What a service did over the last minutes or hours: its calls, and beside them, or below, how fast it answered. Not
/// shown while nothing is known.
class ServiceCharts : public QWidget
{
    Q_OBJECT

public:
    ServiceCharts(const QString &service, QWidget *parent);

    void present(const MetricsChart &chart, Milliseconds span);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    const QString m_service;
    TimeChart *m_calls;
    TimeChart *m_latency;
    QBoxLayout *m_row;
};

} // namespace linernotes::ui
