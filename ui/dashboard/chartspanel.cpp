// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/chartspanel.h"

#include "common/emptystate.h"
#include "common/surface.h"
#include "common/theme.h"
#include "common/timechart.h"
#include "common/wording.h"
#include "core/whendone.h"
#include "dashboard/chartlines.h"

#include <QAction>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QSettings>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <chrono>

namespace linernotes::ui
{
namespace
{

using namespace std::chrono_literals;

constexpr std::array<Milliseconds, 4> spans{5min, 1h, 24h, 7 * 24h};

/// The figures are written every ten seconds.
constexpr auto refreshEvery = 5s;

QString spanText(Milliseconds span)
{
    if (span >= 7 * 24h)
        return ChartsPanel::tr("7 d", "days");
    if (span >= 24h)
        return ChartsPanel::tr("24 h");
    return span >= 1h ? ChartsPanel::tr("1 h") : ChartsPanel::tr("5 min");
}

bool hasFigures(const MetricsChart &chart)
{
    return std::ranges::any_of(chart.stages, [](const StageSeries &series) {
        return std::ranges::any_of(series.points, [](const auto &point) { return point.has_value(); });
    });
}

} // namespace

ChartsPanel::ChartsPanel(Source source, QWidget *parent)
    : QWidget(parent)
    , m_source(std::move(source))
{
    setObjectName(QStringLiteral("chartsPanel"));
    const auto &theme = Theme::instance();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2));
    layout->setSpacing(theme.space(2));
    layout->addWidget(makeHead());
    makeCharts();
    layout->addWidget(m_charts, 1);
    m_nothing = new EmptyState(QStringLiteral("activity"), {}, {}, this);
    m_nothing->setObjectName(QStringLiteral("chartsNothing"));
    m_nothing->hide();
    layout->addWidget(m_nothing, 1);
    connect(m_nothing, &EmptyState::buttonClicked, this, [this] {
        if (auto *longer = longerSpan())
            longer->click();
        else
            Q_EMIT seedWanted();
    });
    m_timer.setInterval(refreshEvery);
    connect(&m_timer, &QTimer::timeout, this, &ChartsPanel::refresh);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    m_timer.start();
}

QWidget *ChartsPanel::makeHead()
{
    const auto &theme = Theme::instance();
    auto *head = new QWidget(this);
    m_stage = new QComboBox(head);
    m_stage->setObjectName(QStringLiteral("chartStage"));
    m_stage->setAccessibleName(tr("Stage of the charts"));
    m_stage->addItem(tr("All stages"), -1);
    for (const auto stage : allStages)
        m_stage->addItem(stageLabel(stage), static_cast<int>(stage));
    connect(m_stage, &QComboBox::currentIndexChanged, this, &ChartsPanel::refresh);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.space(1));
    layout->addWidget(m_stage);
    layout->addStretch(1);
    m_spans = new QButtonGroup(head);
    for (const auto span : spans) {
        auto *button = new QToolButton(head);
        button->setObjectName(
            QStringLiteral("chartSpan_%1").arg(std::chrono::duration_cast<std::chrono::minutes>(span).count()));
        button->setText(spanText(span));
        button->setAccessibleName(tr("The last %1").arg(spanText(span)));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        auto *action = new QAction(tr("Charts of the last %1").arg(spanText(span)), this);
        action->setObjectName(button->objectName() + QStringLiteral("Action"));
        action->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + m_spans->buttons().size())));
        connect(action, &QAction::triggered, button, &QAbstractButton::click);
        addAction(action);
        button->setToolTip(tr("%1 (%2)").arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
        m_spans->addButton(button, static_cast<int>(m_spans->buttons().size()));
        layout->addWidget(button);
    }
    addStep(tr("Charts of the next stage"), QStringLiteral("chartNextStage"), Qt::Key_Down, 1);
    addStep(tr("Charts of the stage before"), QStringLiteral("chartStageBefore"), Qt::Key_Up, -1);
    m_spans->button(0)->setChecked(true);
    connect(m_spans, &QButtonGroup::idClicked, this, &ChartsPanel::refresh);
    return head;
}

/// All stages stand before the first and after the last.
void ChartsPanel::addStep(const QString &text, const QString &objectName, Qt::Key key, int step)
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    action->setShortcut(QKeySequence(Qt::ALT | key));
    connect(action, &QAction::triggered, this, [this, step] {
        m_stage->setCurrentIndex((m_stage->currentIndex() + m_stage->count() + step) % m_stage->count());
    });
    addAction(action);
}

void ChartsPanel::makeCharts()
{
    auto *charts = m_charts = new QWidget(this);
    m_row = new QBoxLayout(QBoxLayout::LeftToRight, charts);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(Theme::instance().space(3));
    m_depth = new TimeChart(QStringLiteral("depthChart"), tr("Depth"), tr("messages"), charts);
    m_throughput = new TimeChart(QStringLiteral("throughputChart"), tr("Throughput"), tr("a second"), charts);
    m_errors = new TimeChart(QStringLiteral("errorsChart"), tr("Errors"), {}, charts);
    m_row->addWidget(titled(m_depth, tr("Depth"), tr("messages")), 1);
    m_row->addWidget(titled(m_throughput, tr("Throughput"), tr("messages a second")), 1);
    m_row->addWidget(titled(m_errors, tr("Errors"), {}), 1);
    m_errorsUnit = m_errors->parentWidget()->findChild<QLabel *>(QStringLiteral("chartUnit"));
    showUnit(spans.front() / 30);
}

void ChartsPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintSurface(painter, rect());
}

/// Side by side where there is room for it, else one below the other.
void ChartsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto needed = 3 * m_depth->minimumSizeHint().width() + 2 * m_row->spacing();
    m_row->setDirection(width() >= needed ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ChartsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

std::optional<StageId> ChartsPanel::stage() const
{
    const auto stage = m_stage->currentData().toInt();
    return stage < 0 ? std::nullopt : std::optional(static_cast<StageId>(stage));
}

void ChartsPanel::showStage(std::optional<StageId> stage)
{
    m_stage->setCurrentIndex(m_stage->findData(stage ? static_cast<int>(*stage) : -1));
}

Milliseconds ChartsPanel::span() const
{
    return spans.at(static_cast<std::size_t>(std::max(m_spans->checkedId(), 0)));
}

void ChartsPanel::setSpan(Milliseconds span)
{
    if (const auto *const found = std::ranges::find(spans, span); found != spans.end())
        m_spans->button(static_cast<int>(found - spans.begin()))->setChecked(true);
}

void ChartsPanel::refresh()
{
    if (!isVisible() || m_isAsking)
        return;
    m_isAsking = true;
    const MetricsQuery query{.span = span(), .stage = stage()};
    whenDone(m_source(query), this, [this, query](const Result<MetricsChart> &chart) {
        m_isAsking = false;
        if (!chart) {
            Q_EMIT failed(chart.error());
            return;
        }
        m_drawn.chart = drawable(*chart);
        m_drawn.span = query.span;
        m_drawn.stage = query.stage;
        showUnit(m_drawn.chart.step);
        draw();
        if (query.span != span() || query.stage != stage())
            refresh(); // it was chosen anew meanwhile
    });
}

/// Once a second: more cannot be seen, and a chart is laid out anew for it.
void ChartsPanel::presentNow(const PipelineSnapshotPtr &now)
{
    if (m_drawn.now && now->at < m_drawn.now->at + std::chrono::seconds(1) && now->at >= m_drawn.now->at)
        return;
    m_drawn.now = now;
    if (isVisible() && !m_drawn.chart.at.empty())
        draw();
}

/// Errors are counted by the step: a rate made of one of them would look like many.
void ChartsPanel::showUnit(Milliseconds step)
{
    const auto unit = perStepLabel(step);
    m_errors->setUnit(unit);
    m_errorsUnit->setText(tr("messages %1", "an amount of time: a minute, in 10 s").arg(unit));
}

void ChartsPanel::draw()
{
    m_depth->present(depthLines(m_drawn));
    m_throughput->present(throughputLines(m_drawn));
    m_errors->present(errorLines(m_drawn));
    // Of an engine that works there will be figures in a moment, and there are those of now.
    const bool isWorking = m_drawn.now && m_drawn.now->running;
    showNothing(!isWorking && !hasFigures(m_drawn.chart));
}

QAbstractButton *ChartsPanel::longerSpan() const
{
    return m_spans->button(std::max(m_spans->checkedId(), 0) + 1);
}

/// One sentence for all three charts, and the way to where there is something to see.
void ChartsPanel::showNothing(bool nothing)
{
    if (nothing) {
        m_nothing->setSentence(
            tr("No figures of the last %1: they are written down while the engine works.").arg(spanText(span())));
        const auto *longer = longerSpan();
        m_nothing->setMinimumHeight(m_charts->minimumSizeHint().height()); // nothing jumps when figures come
        m_nothing->setButtonText(longer != nullptr ? tr("Show the last %1").arg(longer->text()) : tr("Seed artists…"));
    }
    m_charts->setVisible(!nothing);
    m_nothing->setVisible(nothing);
}

void ChartsPanel::saveState(QSettings &settings) const
{
    settings.setValue(QStringLiteral("span"), static_cast<qint64>(span().count()));
    settings.setValue(QStringLiteral("stage"), m_stage->currentData());
}

void ChartsPanel::restoreState(QSettings &settings)
{
    setSpan(Milliseconds(settings.value(QStringLiteral("span")).toLongLong()));
    m_stage->setCurrentIndex(std::max(0, m_stage->findData(settings.value(QStringLiteral("stage"), -1).toInt())));
}

} // namespace linernotes::ui
