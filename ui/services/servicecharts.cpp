// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/servicecharts.h"

#include "common/wording.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QLabel>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

using namespace std::chrono_literals;

QString tr(const char *text)
{
    return QCoreApplication::translate("linernotes::ui", text);
}

/// What is read off a tally; nullopt: nobody knows.
using Reading = std::optional<double> (*)(const ServiceTally &tally);

ChartLine line(const ServiceSeries *series, const QString &name, std::optional<WorkState> state, Reading reading,
               double factor)
{
    ChartLine line{.name = name, .state = state, .values = {}};
    if (!series)
        return line;
    for (const auto &tally : series->points) {
        const auto value = tally ? reading(*tally) : std::nullopt;
        line.values.push_back(value ? std::optional(*value * factor) : std::nullopt);
    }
    return line;
}

const ServiceSeries *seriesOf(const MetricsChart &chart, const QString &service)
{
    const auto found = std::ranges::find(chart.services, service, &ServiceSeries::service);
    return found == chart.services.end() ? nullptr : &*found;
}

/// Without the step that is not over: its rate would look like a fall. Of a service that nothing is written of, no
/// step either.
ChartLines linesOf(const MetricsChart &chart, Milliseconds span, std::vector<ChartLine> lines)
{
    ChartLines drawn{.span = span, .step = chart.step, .at = chart.at, .lines = std::move(lines)};
    if (!drawn.at.empty())
        drawn.at.pop_back();
    for (auto &line : drawn.lines)
        line.values.resize(drawn.at.size());
    return drawn;
}

std::optional<double> count(qint64 calls)
{
    return static_cast<double>(calls);
}

std::optional<double> milliseconds(std::optional<Microseconds> duration)
{
    constexpr double micros = 1000;
    return duration ? std::optional(static_cast<double>(duration->count()) / micros) : std::nullopt;
}

} // namespace

ChartLines callLines(const MetricsChart &chart, Milliseconds span, const QString &service)
{
    const auto *series = seriesOf(chart, service);
    const auto perMinute =
        chart.step.count() > 0 ? static_cast<double>(Milliseconds(1min).count()) / chart.step.count() : 0;
    return linesOf(
        chart, span,
        {line(
             series, tr("calls"), WorkState::InFlight, [](const ServiceTally &t) { return count(t.calls); }, perMinute),
         line(
             series, tr("refused"), WorkState::Delayed, [](const ServiceTally &t) { return count(t.refused); },
             perMinute),
         line(
             series, tr("failed"), WorkState::Dead, [](const ServiceTally &t) { return count(t.failures()); },
             perMinute)});
}

/// No states: a time that half of them took is not done, and none is ready.
ChartLines latencyLines(const MetricsChart &chart, Milliseconds span, const QString &service)
{
    const auto *series = seriesOf(chart, service);
    return linesOf(chart, span,
                   {line(
                        series, tr("p50"), std::nullopt,
                        [](const ServiceTally &t) { return milliseconds(t.latencies.percentile(0.5)); }, 1),
                    line(
                        series, tr("p95"), std::nullopt,
                        [](const ServiceTally &t) { return milliseconds(t.latencies.percentile(0.95)); }, 1)});
}

ServiceCharts::ServiceCharts(const QString &service, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_calls(new TimeChart(QStringLiteral("serviceCalls_") + service, tr("Calls of %1").arg(serviceLabel(service)),
                            tr("a minute"), this))
    , m_latency(new TimeChart(QStringLiteral("serviceLatency_") + service,
                              tr("Answer times of %1").arg(serviceLabel(service)), tr("ms"), this))
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(Theme::instance().space(5));
    m_row->addWidget(titled(m_calls, tr("Calls"), tr("a minute")), 1);
    m_row->addWidget(titled(m_latency, tr("Answer times"), tr("ms")), 1);
    for (auto *chart : {m_calls, m_latency})
        chart->setFixedHeight(chart->minimumSizeHint().height());
    hide();
}

void ServiceCharts::present(const MetricsChart &chart, Milliseconds span)
{
    m_calls->present(callLines(chart, span, m_service));
    m_latency->present(latencyLines(chart, span, m_service));
    setVisible(m_calls->isKnown() || m_latency->isKnown());
}

void ServiceCharts::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto needed = 2 * m_calls->minimumSizeHint().width() + m_row->spacing();
    m_row->setDirection(width() >= needed ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace linernotes::ui
