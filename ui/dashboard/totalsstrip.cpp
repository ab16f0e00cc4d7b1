// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/totalsstrip.h"

#include "common/accessibility.h"
#include "common/textline.h"
#include "common/theme.h"
#include "common/wording.h"
#include "dashboard/pipelineview.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <array>
#include <utility>

namespace linernotes::ui
{
namespace
{

/// What is counted, below its figure.
QString nameOf(std::size_t figure, qint64 value)
{
    const auto n = static_cast<int>(value);
    const std::array names{TotalsStrip::tr("recording(s)", nullptr, n), TotalsStrip::tr("producer(s)", nullptr, n),
                           TotalsStrip::tr("credit(s)", nullptr, n), TotalsStrip::tr("profile(s)", nullptr, n),
                           TotalsStrip::tr("recording(s) without a song", nullptr, n)};
    return names.at(figure);
}

} // namespace

TotalsStrip::TotalsStrip(const PipelineView &pipeline, QWidget *parent)
    : QWidget(parent)
    , m_pipeline(pipeline)
{
    setObjectName(QStringLiteral("totals"));
    Accessibility::setRole(this, QAccessible::StaticText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TotalsStrip::present(const PipelineSnapshot &snapshot)
{
    const std::array values{snapshot.recordings, snapshot.producers, snapshot.credits, snapshot.profiles,
                            snapshot.unmatched};
    if (values == m_values)
        return;
    m_values = values;
    QStringList texts;
    for (std::size_t i = 0; i < count; ++i)
        texts.append(tr("%1 %2").arg(number(values.at(i)), nameOf(i, values.at(i))));
    setAccessibleName(texts.join(QStringLiteral(", ")));
    update();
}

QList<std::pair<QString, qint64>> TotalsStrip::figures() const
{
    QList<std::pair<QString, qint64>> named;
    for (std::size_t i = 0; i < count; ++i)
        named.append({nameOf(i, m_values.at(i)), m_values.at(i)});
    return named;
}

void TotalsStrip::setCompact(bool compact)
{
    if (std::exchange(m_isCompact, compact) == compact)
        return;
    updateGeometry();
    update();
}

QSize TotalsStrip::sizeHint() const
{
    const auto &theme = Theme::instance();
    return {theme.space(40),
            m_isCompact ? theme.lineHeight(TypeStep::Strong)
                        : theme.lineHeight(TypeStep::Title) + theme.lineHeight(TypeStep::Caption)};
}

/// Its width, and a little to what stands beside it.
int TotalsStrip::needed(std::size_t index) const
{
    const auto &theme = Theme::instance();
    const auto name = lineWidth(TypeStep::Caption, nameOf(index, m_values.at(index)));
    const auto figure = lineWidth(m_isCompact ? TypeStep::Strong : TypeStep::Title, number(m_values.at(index)));
    return (m_isCompact ? figure + theme.space(1) + name : std::max(figure, name)) + theme.space(2);
}

/// Where a name is longer than its column is wide, each has what it needs and the same share of the rest.
std::array<QRect, TotalsStrip::count> TotalsStrip::places() const
{
    std::array<QRect, count> places;
    int all = 0;
    bool fits = true;
    for (std::size_t i = 0; i < count; ++i) {
        const auto column = m_pipeline.column(i, i);
        places.at(i) = QRect(column.left(), 0, column.width(), height());
        all += needed(i);
        fits = fits && needed(i) <= column.width();
    }
    if (fits)
        return places;
    const auto share = std::max(width() - all, 0) / static_cast<int>(count);
    int left = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto step = needed(i) + share;
        places.at(i) = QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, step, height()));
        left += step;
    }
    return places;
}

void TotalsStrip::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::instance();
    const auto &colours = theme.colours();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const auto step = m_isCompact ? TypeStep::Strong : TypeStep::Title;
    const auto tall = theme.lineHeight(step);
    const auto places = this->places();
    for (std::size_t i = 0; i < count; ++i) {
        const auto &place = places.at(i);
        const auto figure = number(m_values.at(i));
        painter.setPen(m_values.at(i) > 0 ? colours.text : colours.muted);
        drawLine(painter, QRect(place.left(), 0, place.width(), tall), Qt::AlignLeft | Qt::AlignVCenter, step, figure);
        QRect below(place.left(), tall, place.width(), height() - tall);
        if (m_isCompact) {
            const auto taken = lineWidth(step, figure) + theme.space(1);
            below = QStyle::visualRect(layoutDirection(), place, place.adjusted(taken, 0, 0, 0));
        }
        painter.setPen(colours.muted);
        drawLine(painter, below, Qt::AlignLeft | Qt::AlignVCenter, TypeStep::Caption, nameOf(i, m_values.at(i)));
    }
}

} // namespace linernotes::ui
