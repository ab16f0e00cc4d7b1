// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/timechart.h"

#include "common/accessibility.h"
#include "common/wording.h"

#include <QBoxLayout>
#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>
#include <ranges>
#include <utility>

namespace linernotes::ui
{
namespace
{

using namespace std::chrono_literals;

/// Where the time axis has its marks: few, and where a person would set them.
struct Marks {
    Milliseconds span;
    std::array<Milliseconds, 2> at;
};
constexpr std::array<Marks, 4> marks{
    {{5min, {4min, 2min}}, {1h, {40min, 20min}}, {24h, {16h, 8h}}, {7 * 24h, {6 * 24h, 3 * 24h}}}};

/// Short: Qt Charts cuts a mark's text at the mark before it.
QString before(Milliseconds time)
{
    if (time >= 24h)
        return TimeChart::tr("−%1 d", "days ago").arg(std::chrono::floor<std::chrono::days>(time).count());
    if (time >= 1h)
        return TimeChart::tr("−%1 h", "hours ago").arg(std::chrono::floor<std::chrono::hours>(time).count());
    return TimeChart::tr("−%1 min", "minutes ago").arg(std::chrono::floor<std::chrono::minutes>(time).count());
}

/// The next number above it whose half is one that people like too.
double niceTop(double highest)
{
    constexpr double least = 2;
    const auto wanted = std::max(highest, least);
    const auto decade = std::pow(10.0, std::floor(std::log10(wanted)));
    constexpr double ten = 10;
    for (const auto step : {1.0, 1.2, 1.6, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0}) {
        const auto half = step * decade / 2;
        if (step * decade >= wanted && half == std::floor(half))
            return step * decade;
    }
    return ten * decade;
}

} // namespace

TimeChart::TimeChart(const QString &objectName, QString name, const QString &unit, QWidget *parent)
    : QChartView(parent)
    , m_name(std::move(name))
    , m_unit(unit)
    , m_time(new QCategoryAxis(this))
    , m_values(new QCategoryAxis(this))
{
    setObjectName(objectName);
    Accessibility::setRole(this, QAccessible::Chart);
    setUnit(unit);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setMinimumSize(TimeChart::minimumSizeHint()); // QChartView sets a smaller one, which layouts would go by
    setRenderHint(QPainter::Antialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setMargins({});
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    for (auto *axis : {m_time, m_values})
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_time->setGridLineVisible(false);
    m_values->setLineVisible(false);
    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, &TimeChart::applyTheme);
}

QSize TimeChart::sizeHint() const
{
    const auto &theme = Theme::instance();
    return {theme.figureWidth(TypeStep::Body, 40), theme.space(44)};
}

QSize TimeChart::minimumSizeHint() const
{
    const auto &theme = Theme::instance();
    return {theme.figureWidth(TypeStep::Body, 28), theme.space(30)};
}

void TimeChart::applyTheme()
{
    const auto &theme = Theme::instance();
    const auto &colours = theme.colours();
    setBackgroundBrush(colours.surface);
    const QPen line(colours.line, theme.hairline());
    for (auto *axis : {m_time, m_values}) {
        axis->setLabelsFont(theme.font(TypeStep::Caption));
        axis->setLabelsBrush(colours.muted);
        axis->setLinePen(line);
        axis->setGridLinePen(line);
    }
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        for (auto *part : m_curves[i].parts)
            part->setPen(QPen(ink(i), theme.hairline() * 1.5));
    }
    placePlot();
}

void TimeChart::setUnit(const QString &unit)
{
    m_unit = unit;
    setAccessibleName(tr("%1, %2", "a chart's name, its unit").arg(m_name, unit));
}

void TimeChart::present(const ChartLines &lines)
{
    if (lines == m_lines)
        return;
    const bool isNamedAsBefore = std::ranges::equal(lines.lines, m_lines.lines, {}, &ChartLine::name, &ChartLine::name);
    m_lines = lines;
    scale();
    if (!isNamedAsBefore)
        placePlot(); // there may be longer names
    m_curves.resize(std::max(m_curves.size(), lines.lines.size()));
    for (std::size_t i = 0; i < lines.lines.size(); ++i)
        drawCurve(i);
    if (m_marked && *m_marked >= lines.at.size())
        m_marked.reset();
    QStringList now;
    for (const auto &line : lines.lines) {
        if (!line.values.empty() && line.values.back())
            now.append(tr("%1 %2", "a line's name, its value").arg(line.name, text(*line.values.back())));
    }
    setAccessibleDescription(now.isEmpty() ? tr("No figures yet.") : now.join(QStringLiteral(", ")));
    viewport()->update();
}

bool TimeChart::isKnown() const
{
    return std::ranges::any_of(m_curves, [](const Curve &curve) { return curve.end.has_value(); });
}

double TimeChart::top() const
{
    double highest = 0;
    for (const auto &line : m_lines.lines) {
        for (const auto &value : line.values)
            highest = std::max(highest, value.value_or(0));
    }
    return niceTop(highest);
}

/// The axes are made anew only where they change: it costs a layout.
void TimeChart::scale()
{
    const auto clear = [](QCategoryAxis *axis) {
        for (const auto &label : axis->categoriesLabels())
            axis->remove(label);
    };
    if (std::exchange(m_span, m_lines.span) != m_lines.span) {
        clear(m_time);
        m_time->setRange(-static_cast<double>(m_span.count()), 0);
        const auto *const found = std::ranges::find(marks, m_span, &Marks::span);
        if (found != marks.end()) {
            for (const auto at : found->at)
                m_time->append(before(at), -static_cast<double>(at.count()));
        }
        m_time->append(tr("now"), 0);
    }
    if (const auto top = this->top(); std::exchange(m_top, top) != top) {
        clear(m_values);
        m_values->setRange(0, top);
        m_values->setStartValue(-1);
        for (const auto value : {0.0, top / 2, top})
            m_values->append(text(value), value);
        placePlot();
    }
}

double TimeChart::xOf(std::size_t step) const
{
    return static_cast<double>((m_lines.at.at(step) - m_lines.at.back()).count());
}

QColor TimeChart::ink(std::size_t line) const
{
    const auto &colours = Theme::instance().colours();
    const auto &state = m_lines.lines.at(line).state;
    return state ? colours.state(*state) : line == 0 ? colours.accent : colours.muted;
}

void TimeChart::drawCurve(std::size_t index)
{
    const auto &theme = Theme::instance();
    const auto &line = m_lines.lines.at(index);
    auto &curve = m_curves.at(index);
    QList<QList<QPointF>> parts;
    bool isNew = true;
    for (std::size_t i = 0; i < line.values.size(); ++i) {
        if (line.values[i] && isNew)
            parts.append(QList<QPointF>());
        isNew = !line.values[i];
        if (line.values[i])
            parts.last().append(QPointF(xOf(i), *line.values[i]));
    }
    while (curve.parts.size() > parts.size()) {
        auto *part = curve.parts.takeLast();
        chart()->removeSeries(part);
        delete part;
    }
    while (curve.parts.size() < parts.size()) {
        auto *part = curve.parts.emplaceBack(new QLineSeries(this));
        chart()->addSeries(part);
        part->attachAxis(m_time);
        part->attachAxis(m_values);
    }
    curve.end = parts.isEmpty() ? std::nullopt : std::optional(parts.last().last());
    for (qsizetype i = 0; i < parts.size(); ++i) {
        curve.parts[i]->setPen(QPen(ink(index), theme.hairline() * 1.5));
        curve.parts[i]->replace(parts[i]);
    }
}

/// Room for the figures on the left, the times below and the lines' names on the right.
void TimeChart::placePlot()
{
    const auto &theme = Theme::instance();
    const QFontMetrics metrics(theme.font(TypeStep::Caption));
    int names = 0;
    for (const auto &line : m_lines.lines)
        names = std::max(names, metrics.horizontalAdvance(line.name));
    const auto left = metrics.horizontalAdvance(text(m_top)) + theme.space(2);
    const auto right = std::max(names + theme.space(2), metrics.horizontalAdvance(tr("now")));
    const auto half = metrics.height() / 2;
    chart()->setPlotArea(QRectF(left, half, std::max(1, viewport()->width() - left - right),
                                std::max(1, viewport()->height() - half - metrics.height() - theme.space(2))));
    chart()->layout()->invalidate(); // else the axes stay where they were
}

void TimeChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    placePlot();
}

QString TimeChart::text(double value) const
{
    constexpr double wholeFrom = 10;
    const bool isWhole = value >= wholeFrom || value == std::floor(value);
    return isWhole ? number(std::llround(value)) : QLocale().toString(value, 'f', 1);
}

QPointF TimeChart::place(double x, double value) const
{
    const auto plot = chart()->plotArea();
    const auto span = std::max(1.0, static_cast<double>(m_span.count()));
    return {plot.right() + x / span * plot.width(), plot.bottom() - value / std::max(m_top, 1.0) * plot.height()};
}

QString TimeChart::valuesAt(std::size_t step) const
{
    const auto at = m_lines.at.at(step);
    auto said = m_lines.step < 1h ? exactTimeLabel(at) : dateTimeLabel(at);
    for (const auto &line : m_lines.lines) {
        const auto value = line.values.at(step);
        said += QLatin1Char('\n')
            + (value ? tr("%1: %2 %3", "a line's name, its value, the unit").arg(line.name, text(*value), m_unit)
                     : tr("%1: not known").arg(line.name));
    }
    return said;
}

void TimeChart::markStep(std::optional<std::size_t> step, const QPoint &globalPlace)
{
    if (std::exchange(m_marked, step) != step)
        viewport()->update();
    if (!step) {
        QToolTip::hideText();
        return;
    }
    const auto said = valuesAt(*step);
    if (hasFocus())
        setAccessibleDescription(said);
    QToolTip::showText(globalPlace, plainToolTip(said), this);
}

void TimeChart::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    const auto plot = chart()->plotArea();
    if (m_lines.at.empty() || !plot.adjusted(0, -plot.top(), 1, 0).contains(event->position())) {
        markStep(std::nullopt, {});
        return;
    }
    std::size_t nearest = 0;
    for (std::size_t i = 0; i < m_lines.at.size(); ++i) {
        const auto distance = [&](std::size_t at) { return std::abs(place(xOf(at), 0).x() - event->position().x()); };
        if (distance(i) < distance(nearest))
            nearest = i;
    }
    markStep(nearest, event->globalPosition().toPoint());
}

void TimeChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    markStep(std::nullopt, {});
}

void TimeChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update(); // the rim around it
}

void TimeChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    markStep(std::nullopt, {});
    viewport()->update();
}

void TimeChart::keyPressEvent(QKeyEvent *event)
{
    const auto isStep = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (!isStep || m_lines.at.empty()) {
        QChartView::keyPressEvent(event);
        return;
    }
    const auto last = m_lines.at.size() - 1;
    auto step = m_marked.value_or(last);
    if (m_marked && event->key() == Qt::Key_Left && step > 0)
        --step;
    else if (m_marked && event->key() == Qt::Key_Right && step < last)
        ++step;
    markStep(step, viewport()->mapToGlobal(place(xOf(step), m_top).toPoint()));
}

void TimeChart::drawForeground(QPainter *painter, const QRectF &)
{
    const auto &theme = Theme::instance();
    painter->setFont(theme.font(TypeStep::Caption));
    if (!isKnown()) {
        constexpr int flags = Qt::AlignCenter | Qt::TextWordWrap;
        const auto sentence = tr("No figures of this time yet.");
        const auto gap = theme.space(2);
        painter->fillRect(painter->boundingRect(chart()->plotArea(), flags, sentence).adjusted(-gap, 0, gap, 0),
                          theme.colours().surface);
        painter->setPen(theme.colours().muted);
        painter->drawText(chart()->plotArea(), flags, sentence);
    }
    paintLonePoints(*painter);
    paintNames(*painter);
    paintMark(*painter);
    if (hasFocus()) {
        painter->setPen(QPen(theme.colours().accent, 2 * theme.hairline()));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), theme.radius(), theme.radius());
    }
}

/// A line of one point is none: a dot is seen, at the one moment that it tells of.
void TimeChart::paintLonePoints(QPainter &painter) const
{
    const auto radius = Theme::instance().radius() / 2;
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < m_lines.lines.size(); ++i) {
        painter.setBrush(ink(i));
        for (const auto *part : m_curves.at(i).parts) {
            if (part->count() == 1)
                painter.drawEllipse(place(part->at(0).x(), part->at(0).y()), radius, radius);
        }
    }
}

/// At the lines' ends; names that would lie on each other are pushed apart, upwards as far as there is room.
void TimeChart::paintNames(QPainter &painter) const
{
    const auto &theme = Theme::instance();
    const auto plot = chart()->plotArea();
    const auto height = painter.fontMetrics().height() * 1.0;
    struct Name {
        QPointF place; ///< of the line's end; moved up and down only
        std::size_t line = 0;
    };
    std::vector<Name> names;
    for (std::size_t i = 0; i < m_lines.lines.size(); ++i) {
        if (const auto &end = m_curves.at(i).end)
            names.push_back({place(end->x(), end->y()), i});
    }
    std::ranges::stable_sort(names, std::ranges::greater(), [](const Name &name) { return name.place.y(); });
    double lowest = plot.bottom() + height / 2;
    for (auto &name : names) { // from below
        name.place.ry() = std::min(name.place.y(), lowest - height / 2);
        lowest = name.place.y() - height / 2;
    }
    double highest = plot.top() - height / 2;
    for (auto &name : std::views::reverse(names)) { // what was pushed out above comes back
        name.place.ry() = std::max(name.place.y(), highest + height / 2);
        highest = name.place.y() + height / 2;
    }
    for (const auto &name : names) {
        const auto &line = m_lines.lines.at(name.line);
        painter.setPen(ink(name.line));
        painter.drawText(QRectF(name.place.x() + theme.space(1), name.place.y() - height / 2, plot.width(), height),
                         Qt::AlignLeft | Qt::AlignVCenter, line.name);
    }
}

void TimeChart::paintMark(QPainter &painter) const
{
    if (!m_marked)
        return;
    const auto &theme = Theme::instance();
    const auto x = xOf(*m_marked);
    painter.setPen(QPen(theme.colours().outline, theme.hairline()));
    painter.drawLine(place(x, 0), place(x, m_top));
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < m_lines.lines.size(); ++i) {
        if (const auto value = m_lines.lines[i].values.at(*m_marked)) {
            painter.setBrush(ink(i));
            painter.drawEllipse(place(x, *value), theme.radius() / 2, theme.radius() / 2);
        }
    }
}

QWidget *titled(TimeChart *chart, const QString &name, const QString &unit)
{
    const auto &theme = Theme::instance();
    auto *part = new QWidget(chart->parentWidget());
    auto *title = new QLabel(name, part);
    title->setFont(theme.font(TypeStep::Strong));
    auto *unitLabel = new QLabel(unit, part);
    unitLabel->setObjectName(QStringLiteral("chartUnit"));
    unitLabel->setFont(theme.font(TypeStep::Caption));
    unitLabel->setForegroundRole(QPalette::PlaceholderText);
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.space(2));
    head->addWidget(title);
    head->addWidget(unitLabel, 1);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.space(1));
    layout->addLayout(head);
    layout->addWidget(chart, 1);
    return part;
}

} // namespace linernotes::ui
