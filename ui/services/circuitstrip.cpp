// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/circuitstrip.h"

#include "common/accessibility.h"
#include "common/enginewords.h"
#include "common/theme.h"
#include "common/wording.h"
#include "services/servicefacts.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <ranges>

namespace linernotes::ui
{
namespace
{

constexpr int mostCalls = 20; ///< as the engine tells of
constexpr std::array<Milliseconds, 6> spans{std::chrono::minutes(5), std::chrono::minutes(15),
                                            std::chrono::hours(1),   std::chrono::hours(6),
                                            std::chrono::hours(24),  std::chrono::hours(24 * 7)};

QString agoLabel(Milliseconds span)
{
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(span).count();
    constexpr int day = 24;
    if (hours == 0)
        return CircuitStrip::tr("%1 min ago")
            .arg(number(std::chrono::duration_cast<std::chrono::minutes>(span).count()));
    return hours <= day ? CircuitStrip::tr("%1 h ago").arg(number(hours))
                        : CircuitStrip::tr("%1 days ago").arg(number(hours / day));
}

QString stretchLabel(const CircuitStrip::Stretch &stretch)
{
    if (stretch.override == CircuitOverride::Open)
        return CircuitStrip::tr("Held open by hand");
    if (stretch.override == CircuitOverride::Closed)
        return CircuitStrip::tr("Held closed by hand");
    switch (stretch.state) {
    case CircuitState::Closed:
        return CircuitStrip::tr("Closed");
    case CircuitState::Open:
        return CircuitStrip::tr("Open");
    case CircuitState::HalfOpen:
        return CircuitStrip::tr("Being tried");
    }
    Q_UNREACHABLE();
}

struct Look {
    double height = 0; ///< of the whole
    QColor colour;
    bool isHatched = false;
};

Look lookOfStretch(const CircuitStrip::Stretch &stretch)
{
    const auto &colours = Theme::instance().colours();
    constexpr double low = 0.3;
    constexpr double middle = 0.65;
    if (stretch.override == CircuitOverride::Open)
        return {1, colours.state(WorkState::Delayed), true};
    if (stretch.override == CircuitOverride::Closed)
        return {low, colours.state(WorkState::Done), true};
    switch (stretch.state) {
    case CircuitState::Closed:
        return {low, blend(colours.surface, colours.state(WorkState::Done), 0.55), false};
    case CircuitState::Open:
        return {1, colours.state(WorkState::Dead), false};
    case CircuitState::HalfOpen:
        return {middle, colours.state(WorkState::Delayed), false};
    }
    Q_UNREACHABLE();
}

void fillBlock(QPainter &painter, const QRectF &block, const Look &look)
{
    const auto &surface = Theme::instance().colours().surface;
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.isHatched ? QBrush(blend(surface, look.colour, 0.25)) : QBrush(look.colour));
    painter.drawRect(block);
    if (look.isHatched) {
        painter.setBrush(QBrush(look.colour, Qt::BDiagPattern));
        painter.drawRect(block);
    }
}

} // namespace

CircuitStrip::CircuitStrip(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("circuitStrip"));
    Accessibility::setRole(this, QAccessible::Chart);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

std::vector<CircuitStrip::Stretch> CircuitStrip::stretchesOf(const std::vector<CircuitEvent> &history, Instant now)
{
    std::vector<Stretch> stretches;
    for (const auto &event : std::views::reverse(history)) {
        auto next = stretches.empty() ? Stretch{} : stretches.back();
        if (const auto state = circuitStateFromName(event.event)) {
            next.state = *state;
            if (next.override == CircuitOverride::None)
                next.reason = event.reason;
        } else if (event.event == QLatin1String("probe")) {
            continue; // what comes of it is an event of its own
        } else {
            next.override = event.event == QLatin1String("forced_open") ? CircuitOverride::Open
                : event.event == QLatin1String("forced_closed")         ? CircuitOverride::Closed
                                                                        : CircuitOverride::None;
            next.reason = event.reason;
        }
        if (!stretches.empty())
            stretches.back().to = event.at;
        next.from = event.at;
        next.to = now;
        stretches.push_back(next);
    }
    return stretches;
}

Milliseconds CircuitStrip::spanOf(const std::vector<CircuitEvent> &history, Instant now)
{
    if (history.empty())
        return std::chrono::hours(1);
    const auto age = now - history.back().at;
    const auto fits = std::ranges::find_if(spans, [&](Milliseconds span) { return span >= age; });
    return fits == spans.end() ? spans.back() : *fits;
}

void CircuitStrip::present(const std::vector<CircuitEvent> &history, const std::vector<CallOutcome> &recent,
                           Instant now)
{
    m_now = now;
    m_span = spanOf(history, now);
    m_history = history;
    m_recent = recent;
    m_stretches = stretchesOf(history, now);
    setAccessibleName(tr("The circuit's history"));
    setAccessibleDescription(tr("%1. %2").arg(summary(), callsText()));
    update();
}

QSize CircuitStrip::sizeHint() const
{
    const auto &theme = Theme::instance();
    return {theme.figureWidth(TypeStep::Body, 80), 2 * theme.lineHeight(TypeStep::Caption) + theme.space(6)};
}

QSize CircuitStrip::minimumSizeHint() const
{
    return {Theme::instance().figureWidth(TypeStep::Body, 50), sizeHint().height()};
}

/// Where the calls are drawn: at the end, one cell each.
QRect CircuitStrip::callsArea() const
{
    const auto &theme = Theme::instance();
    const auto cells = mostCalls * theme.space(2);
    const auto top = theme.lineHeight(TypeStep::Caption) + theme.space(1);
    return {width() - cells, top, cells, theme.space(4)};
}

QRect CircuitStrip::timeArea() const
{
    const auto calls = callsArea();
    return {0, calls.top(), calls.left() - Theme::instance().space(8), calls.height()};
}

double CircuitStrip::placeOf(Instant instant) const
{
    const auto area = timeArea();
    const auto ago = static_cast<double>((m_now - instant).count()) / static_cast<double>(m_span.count());
    return area.left() + area.width() * (1 - std::clamp(ago, 0.0, 1.0));
}

QString CircuitStrip::summary() const
{
    const auto opened = std::ranges::count(m_history, QStringLiteral("open"), &CircuitEvent::event);
    if (m_history.empty())
        return tr("Circuit: never opened");
    return opened == 0 ? tr("Circuit: did not open of itself")
                       : tr("Circuit: opened %Ln time(s)", nullptr, static_cast<int>(opened));
}

QString CircuitStrip::callsText() const
{
    const auto failed = std::ranges::count(m_recent, CallOutcome::Failed);
    const auto slow = std::ranges::count(m_recent, CallOutcome::Slow);
    if (m_recent.empty())
        return tr("No calls yet");
    QStringList parts{tr("Last %Ln call(s)", nullptr, static_cast<int>(m_recent.size()))};
    if (failed > 0)
        parts.append(tr("%Ln failed", nullptr, static_cast<int>(failed)));
    if (slow > 0)
        parts.append(tr("%Ln slow", nullptr, static_cast<int>(slow)));
    if (failed + slow == 0)
        parts.append(tr("all good"));
    return parts.join(QStringLiteral(", "));
}

void CircuitStrip::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font(TypeStep::Caption));
    painter.setPen(theme.colours().muted);
    const auto time = timeArea();
    const auto calls = callsArea();
    const auto line = theme.lineHeight(TypeStep::Caption);
    const auto below = time.bottom() + theme.space(1);
    const auto words = [&](const QRect &area, const QString &text) {
        return painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width());
    };
    painter.drawText(QRect(time.left(), 0, time.width(), line), Qt::AlignLeft, words(time, summary()));
    painter.drawText(QRect(calls.left(), 0, calls.width(), line), Qt::AlignLeft, words(calls, callsText()));
    painter.drawText(QRect(time.left(), below, time.width(), line), Qt::AlignLeft, agoLabel(m_span));
    painter.drawText(QRect(time.left(), below, time.width(), line), Qt::AlignRight, tr("now"));
    paintKey(painter, QRect(time.left(), below, time.width(), line));
    painter.drawText(QRect(calls.left(), below, calls.width(), line), Qt::AlignRight, tr("newest"));
    paintSkyline(painter);
    paintCalls(painter);
}

void CircuitStrip::paintSkyline(QPainter &painter) const
{
    const auto start = m_now - m_span;
    // Before the oldest event nothing is known but that it must have been closed: a circuit begins so.
    Stretch before{.from = start, .to = m_stretches.empty() ? m_now : m_stretches.front().from, .reason = {}};
    if (before.to > before.from)
        paintStretch(painter, before);
    for (const auto &stretch : m_stretches) {
        if (stretch.to >= start)
            paintStretch(painter, stretch);
    }
}

/// What the blocks above stand for, those that occur, between the times at both ends.
void CircuitStrip::paintKey(QPainter &painter, const QRect &line) const
{
    const auto &theme = Theme::instance();
    const auto metrics = painter.fontMetrics();
    const auto side = theme.space(2);
    struct Entry {
        Look look;
        QString text;
        bool operator==(const Entry &other) const { return text == other.text; }
    };
    std::vector<Entry> entries;
    auto width = 0;
    for (const auto &stretch : m_stretches) {
        const Entry entry{lookOfStretch(stretch), stretchLabel(stretch)};
        if (stretch.to < m_now - m_span || std::ranges::find(entries, entry) != entries.end())
            continue;
        entries.push_back(entry);
        width += side + theme.space(1) + metrics.horizontalAdvance(entry.text) + theme.space(3);
    }
    const auto ends = 2
        * (std::max(metrics.horizontalAdvance(agoLabel(m_span)), metrics.horizontalAdvance(tr("now")))
           + theme.space(3));
    if (entries.empty() || width > line.width() - ends)
        return; // the tooltips tell it too
    auto x = line.left() + (line.width() - width) / 2;
    for (const auto &entry : entries) {
        const auto tall = side * entry.look.height;
        const auto top = line.top() + (line.height() - side) / 2.0;
        fillBlock(painter, QRectF(x, top + side - tall, side, tall), entry.look);
        x += side + theme.space(1);
        painter.setPen(theme.colours().muted);
        painter.drawText(QRect(x, line.top(), line.right() - x, line.height()), Qt::AlignLeft, entry.text);
        x += metrics.horizontalAdvance(entry.text) + theme.space(3);
    }
}

void CircuitStrip::paintStretch(QPainter &painter, const Stretch &stretch) const
{
    const auto &theme = Theme::instance();
    const auto area = timeArea();
    const auto look = lookOfStretch(stretch);
    // A moment of being open must be seen in a span of days, at its end too.
    const bool isPlain = stretch.state == CircuitState::Closed && stretch.override == CircuitOverride::None;
    const auto least = isPlain ? 0.0 : theme.space(1) * 1.0;
    const auto left = std::min(placeOf(stretch.from), area.right() + 1 - least);
    const auto width = std::min(std::max(placeOf(stretch.to) - left, least), area.right() + 1 - left);
    const auto height = area.height() * look.height;
    fillBlock(painter, QRectF(left, area.bottom() + 1 - height, width, height), look);
}

/// A full disc is a good call, a ring a slow one, a cross a failed one; what is not there yet is a dot.
void CircuitStrip::paintCalls(QPainter &painter) const
{
    const auto &theme = Theme::instance();
    const auto &colours = theme.colours();
    const auto area = callsArea();
    const auto step = area.width() / static_cast<double>(mostCalls);
    const auto radius = theme.space(1) * 0.62;
    const auto missing = mostCalls - static_cast<int>(m_recent.size());
    for (int i = 0; i < mostCalls; ++i) {
        const QPointF centre(area.left() + (i + 0.5) * step, area.center().y());
        if (i < missing) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colours.outline);
            painter.drawEllipse(centre, radius / 3, radius / 3);
            continue;
        }
        const auto outcome = m_recent.at(static_cast<std::size_t>(i - missing));
        const auto colour = colours.state(outcome == CallOutcome::Good       ? WorkState::Done
                                              : outcome == CallOutcome::Slow ? WorkState::Delayed
                                                                             : WorkState::Dead);
        const QPen line(colour, std::max(1.5, radius / 2.5), Qt::SolidLine, Qt::RoundCap);
        painter.setPen(outcome == CallOutcome::Good ? Qt::NoPen : line);
        painter.setBrush(outcome == CallOutcome::Good ? QBrush(colour) : QBrush(Qt::NoBrush));
        if (outcome == CallOutcome::Failed) {
            painter.drawLine(centre + QPointF(-radius, -radius), centre + QPointF(radius, radius));
            painter.drawLine(centre + QPointF(-radius, radius), centre + QPointF(radius, -radius));
        } else {
            painter.drawEllipse(centre, radius, radius);
        }
    }
}

bool CircuitStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QString text;
    if (callsArea().contains(help->pos()))
        text = tr("%1. A disc is a good call, a ring a slow one, a cross a failed one.").arg(callsText());
    for (const auto &stretch : m_stretches) {
        const auto x = help->pos().x();
        const auto reach = Theme::instance().space(1) / 2.0;
        if (!timeArea().contains(help->pos()) || x < placeOf(stretch.from) - reach || x > placeOf(stretch.to) + reach)
            continue;
        text = tr("%1 from %2 to %3")
                   .arg(stretchLabel(stretch), timeLabel(stretch.from, m_now),
                        stretch.to == m_now ? tr("now") : timeLabel(stretch.to, m_now));
        if (!stretch.reason.isEmpty())
            text = tr("%1: %2").arg(text, reasonLabel(stretch.reason));
    }
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainToolTip(text), this);
    return true;
}

} // namespace linernotes::ui
