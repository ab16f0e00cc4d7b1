// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/yearschart.h"

#include "common/accessibility.h"
#include "common/theme.h"
#include "common/wording.h"

#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QGraphicsSimpleTextItem>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

std::optional<int> yearOf(const CreditRow &credit)
{
    bool isNumber = false;
    const auto year = credit.releaseDate.left(4).toInt(&isNumber);
    return isNumber && year > 0 ? std::optional(year) : std::nullopt;
}

} // namespace

CreditYears creditYears(const std::vector<CreditRow> &credits)
{
    constexpr int longest = 200; // a year that nobody has lived in is a mistake of the service, and no thousand bars
    CreditYears years;
    int last = 0;
    for (const auto &credit : credits) {
        const auto year = yearOf(credit);
        last = std::max(last, year.value_or(0));
    }
    years.first = last;
    for (const auto &credit : credits) {
        const auto year = yearOf(credit);
        if (year && *year > last - longest)
            years.first = std::min(years.first, *year);
    }
    if (last > 0)
        years.counts.resize(static_cast<std::size_t>(last - years.first) + 1);
    for (const auto &credit : credits) {
        const auto year = yearOf(credit);
        if (year && *year >= years.first)
            ++years.counts.at(static_cast<std::size_t>(*year - years.first));
        else
            ++years.undated;
    }
    return years;
}

QString spanLabel(const CreditYears &years)
{
    if (years.counts.empty())
        return {};
    if (years.counts.size() == 1)
        return QString::number(years.first);
    return YearsChart::tr("%1–%2", "first and last year").arg(years.first).arg(years.last());
}

YearsChart::YearsChart(QWidget *parent)
    : QChartView(new QChart, parent)
    , m_across(new QValueAxis(this))
    , m_up(new QValueAxis(this))
    , m_firstYear(new QGraphicsSimpleTextItem(chart()))
    , m_lastYear(new QGraphicsSimpleTextItem(chart()))
    , m_most(new QGraphicsSimpleTextItem(chart()))
{
    setObjectName(QStringLiteral("producerYears"));
    Accessibility::setRole(this, QAccessible::Chart);
    setAccessibleName(tr("Credits per year"));
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setFocusPolicy(Qt::NoFocus); // nothing in it can be operated
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setContentsMargins(0, 0, 0, 0);
    m_across->setLabelsVisible(false);
    m_across->setGridLineVisible(false);
    m_up->setLineVisible(false);
    m_up->setLabelFormat(QStringLiteral("%d"));
    constexpr int ticks = 3; // none, half, and the most
    m_up->setTickCount(ticks);
    chart()->addAxis(m_across, Qt::AlignBottom);
    chart()->addAxis(m_up, Qt::AlignLeft);
    connect(&Theme::instance(), &Theme::changed, this, &YearsChart::applyTheme);
    connect(chart(), &QChart::plotAreaChanged, this, &YearsChart::placeLabels);
    applyTheme();
}

void YearsChart::setYears(const CreditYears &years)
{
    if (years == m_years)
        return;
    m_years = years;
    fill();
    applyTheme();
}

void YearsChart::fill()
{
    chart()->removeAllSeries();
    m_bars = nullptr;
    QStringList said;
    if (!m_years.counts.empty()) {
        m_bars = new QBarSet(tr("Credits"));
        for (const auto count : m_years.counts)
            m_bars->append(count);
        auto *series = new QBarSeries;
        series->append(m_bars);
        constexpr double barShare = 0.6;
        series->setBarWidth(barShare);
        chart()->addSeries(series);
        series->attachAxis(m_across);
        series->attachAxis(m_up);
        const auto years = static_cast<double>(m_years.counts.size());
        m_across->setRange(-0.5, std::max(years, 8.0) - 0.5); // one bar alone is no wall
        const auto most = std::max(*std::ranges::max_element(m_years.counts), 1);
        m_up->setRange(0, most + most % 2); // half of it is said too
        connect(series, &QBarSeries::hovered, this, &YearsChart::showValue);
        for (int i = 0; i < static_cast<int>(m_years.counts.size()); ++i)
            said.append(valueLabel(i));
    }
    setAccessibleDescription(said.join(QStringLiteral("; ")));
}

QString YearsChart::valueLabel(int index) const
{
    const auto count = m_years.counts.at(static_cast<std::size_t>(index));
    return tr("%1: %Ln credit(s)", nullptr, count).arg(m_years.first + index);
}

void YearsChart::showValue(bool isHovered, int index)
{
    if (isHovered && index >= 0 && index < static_cast<int>(m_years.counts.size()))
        QToolTip::showText(QCursor::pos(), plainToolTip(valueLabel(index)), this);
    else
        QToolTip::hideText();
}

void YearsChart::applyTheme()
{
    const auto &theme = Theme::instance();
    const auto &colours = theme.colours();
    setBackgroundBrush(Qt::NoBrush); // it lies on the page
    m_across->setLinePen(QPen(colours.outline, theme.hairline()));
    m_up->setGridLinePen(QPen(colours.line, theme.hairline()));
    m_up->setLabelsFont(theme.font(TypeStep::Caption));
    m_up->setLabelsColor(colours.muted);
    if (m_bars) {
        m_bars->setColor(colours.accent);
        m_bars->setBorderColor(colours.accent);
    }
    for (auto *label : {m_firstYear, m_lastYear, m_most}) {
        label->setFont(theme.font(TypeStep::Caption));
        label->setBrush(colours.muted);
    }
    const auto line = theme.lineHeight(TypeStep::Caption);
    chart()->setMargins({0, line + theme.space(1), theme.space(2), line + theme.space(1)});
    setMinimumHeight(theme.space(28));
    placeLabels();
}

void YearsChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    placeLabels();
}

/// Beside what they are about, so that nobody looks for a legend.
void YearsChart::placeLabels()
{
    const auto isShown = !m_years.counts.empty();
    for (auto *label : {m_firstYear, m_lastYear, m_most})
        label->setVisible(isShown);
    if (!isShown)
        return;
    const auto area = chart()->plotArea();
    const auto slots = std::max(static_cast<double>(m_years.counts.size()), 8.0);
    const auto middleOf = [&](int index) { return area.left() + area.width() * (index + 0.5) / slots; };
    const auto put = [&](QGraphicsSimpleTextItem *label, const QString &text, int index, double top) {
        label->setText(text);
        const auto width = label->boundingRect().width();
        label->setPos(std::clamp(middleOf(index) - width / 2, area.left(), std::max(area.left(), area.right() - width)),
                      top);
    };
    const auto gap = Theme::instance().space(1) / 2.0;
    const auto most = std::ranges::max_element(m_years.counts);
    const auto highest = static_cast<int>(most - m_years.counts.begin());
    put(m_firstYear, QString::number(m_years.first), 0, area.bottom() + gap);
    put(m_lastYear, QString::number(m_years.last()), static_cast<int>(m_years.counts.size()) - 1, area.bottom() + gap);
    m_lastYear->setVisible(m_years.counts.size() > 1);
    put(m_most, tr("%1: %Ln credit(s)", nullptr, *most).arg(m_years.first + highest), highest,
        area.top() - m_most->boundingRect().height() - gap);
}

} // namespace linernotes::ui
