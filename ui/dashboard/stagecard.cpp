// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/stagecard.h"

#include "common/accessibility.h"
#include "common/enginewords.h"
#include "common/icons.h"
#include "common/surface.h"
#include "common/textline.h"
#include "common/theme.h"
#include "common/wording.h"
#include "common/wrappedtext.h"
#include "core/servicerefusal.h"
#include "dashboard/sparkline.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace linernotes::ui
{
namespace
{

/// A sentence of a waiting stage needs them: "Daily quota used up, next try 19:53". The tooltip has what does not fit.
constexpr int stateLines = 2;
constexpr int timeRows = 3;

QString stateIcon(const StageSnapshot &stage)
{
    switch (stage.state) {
    case StageState::Stopped:
    case StageState::Paused:
        return QStringLiteral("pause");
    case StageState::Idle:
        return QStringLiteral("idle");
    case StageState::Working:
        return QStringLiteral("inflight");
    case StageState::Waiting:
        return QStringLiteral("delayed");
    case StageState::NeedsCredentials:
        return isAboutAccount(stage.waitingFor) ? QStringLiteral("warning") : QStringLiteral("key");
    }
    Q_UNREACHABLE();
}

} // namespace

QString workStateLabel(int state)
{
    switch (static_cast<WorkState>(state)) {
    case WorkState::Ready:
        return StageCard::tr("ready");
    case WorkState::InFlight:
        return StageCard::tr("in flight");
    case WorkState::Delayed:
        return StageCard::tr("delayed");
    case WorkState::Dead:
        return StageCard::tr("dead");
    case WorkState::Done:
        return StageCard::tr("done");
    }
    Q_UNREACHABLE();
}

StageCard::StageCard(StageId stage, QWidget *parent)
    : QWidget(parent)
{
    m_stage.stage = stage;
    setObjectName(QStringLiteral("stage_") + queueName(stage));
    Accessibility::setRole(this, QAccessible::Grouping);
    setAccessibleName(stageLabel(stage));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StageCard::present(const StageSnapshot &stage, Instant now, const Around &around)
{
    m_now = now;
    if (stage == m_stage && around == m_around)
        return;
    m_stage = stage;
    m_around = around;
    setAccessibleDescription(tr("%1 queued, %2 in flight, %3 delayed, %4 done, %5 dead. %6")
                                 .arg(number(stage.metrics.length()), number(stage.metrics.leased),
                                      number(stage.metrics.delayed + stage.metrics.held),
                                      number(stage.metrics.archived), number(stage.metrics.dead), stateSentence()));
    setFocusPolicy(stage.metrics.dead > 0 ? Qt::TabFocus : Qt::NoFocus);
    setDeadHovered(m_isDeadHovered && stage.metrics.dead > 0);
    update();
}

void StageCard::setCompact(bool compact)
{
    if (std::exchange(m_isCompact, compact) == compact)
        return;
    updateGeometry();
    update();
}

qint64 StageCard::count(int state) const
{
    switch (static_cast<WorkState>(state)) {
    case WorkState::Ready:
        return m_stage.metrics.ready;
    case WorkState::InFlight:
        return m_stage.metrics.leased;
    case WorkState::Delayed:
        return m_stage.metrics.delayed + m_stage.metrics.held; // with a paused run
    case WorkState::Dead:
        return m_stage.metrics.dead;
    case WorkState::Done:
        return m_stage.metrics.archived;
    }
    Q_UNREACHABLE();
}

QString StageCard::stateSentence() const
{
    if (m_stage.state == StageState::Idle && m_stage.metrics.held > 0)
        return tr("Its run is paused");
    if (m_stage.pause && m_stage.pause->until)
        return tr("Held until %1").arg(timeLabel(*m_stage.pause->until, m_now));
    if (!m_stage.pacedBy.isEmpty())
        return tr("Working at %1’s pace").arg(serviceLabel(m_stage.pacedBy));
    if (m_around.isWorkedOnElsewhere && m_stage.state == StageState::Stopped && !m_stage.pause)
        return tr("Paused here; another program is working");
    if (m_stage.waitingFor.isEmpty())
        return stateLabel(m_stage.state);
    if (m_around.isServiceDown && m_stage.state == StageState::Waiting) // what it said itself is in the tooltip
        return outOfOrderSentence(m_stage.service, m_stage.waitingUntil, m_now);
    const auto reason = capitalised(reasonLabel(m_stage.waitingFor));
    return m_stage.waitingUntil ? tr("%1, next try %2").arg(reason, timeLabel(*m_stage.waitingUntil, m_now)) : reason;
}

QColor StageCard::stateColour() const
{
    const auto &colours = Theme::instance().colours();
    switch (m_stage.state) {
    case StageState::Stopped:
    case StageState::Idle:
        return colours.muted;
    case StageState::Working:
        return colours.state(WorkState::InFlight);
    case StageState::Waiting:
    case StageState::NeedsCredentials:
    case StageState::Paused:
        return colours.state(WorkState::Delayed);
    }
    Q_UNREACHABLE();
}

int StageCard::heightNeeded() const
{
    const auto &theme = Theme::instance();
    const auto rows = static_cast<int>(allWorkStates.size()) + timeRows;
    return statesTop() + rows * rowHeight() + theme.space(3) + stateLines * theme.lineHeight(TypeStep::Caption)
        + theme.space(2);
}

int StageCard::rowHeight() const
{
    constexpr int roomy = 5;
    constexpr int tight = 4;
    return Theme::instance().space(m_isCompact ? tight : roomy);
}

/// Below the head and the bar.
int StageCard::statesTop() const
{
    const auto &theme = Theme::instance();
    return theme.space(3) + theme.lineHeight(TypeStep::Strong) + theme.space(1) + theme.lineHeight(TypeStep::Display)
        + theme.space(2) + theme.space(1) + theme.space(2);
}

QRect StageCard::deadRow() const
{
    if (m_stage.metrics.dead == 0)
        return {};
    const auto &theme = Theme::instance();
    const auto place = static_cast<int>(std::ranges::find(allWorkStates, WorkState::Dead) - allWorkStates.begin());
    return {theme.space(2), statesTop() + place * rowHeight(), width() - 2 * theme.space(2), rowHeight()};
}

void StageCard::setDeadHovered(bool hovered)
{
    setCursor(hovered || m_stage.state == StageState::NeedsCredentials ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (std::exchange(m_isDeadHovered, hovered) != hovered)
        update();
}

void StageCard::paintDeadGround(QPainter &painter) const
{
    const auto &theme = Theme::instance();
    const auto row = QRectF(deadRow());
    if (m_isDeadHovered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colours().raised);
        painter.drawRoundedRect(row, theme.radius(), theme.radius());
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.colours().accent, 2 * theme.hairline()));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), theme.radius(), theme.radius());
    }
}

QSize StageCard::sizeHint() const
{
    return {Theme::instance().figureWidth(TypeStep::Body, 24), heightNeeded()};
}

QSize StageCard::minimumSizeHint() const
{
    return {Theme::instance().figureWidth(TypeStep::Body, 16), heightNeeded()};
}

void StageCard::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::instance();
    QPainter painter(this);
    paintSurface(painter, rect());
    const auto area = rect().adjusted(theme.space(3), theme.space(3), -theme.space(3), -theme.space(2));
    paintDeadGround(painter);
    int y = area.top();
    paintName(painter, area, y);
    paintDepth(painter, area, y);
    paintComposition(painter, area, y);
    paintStates(painter, area, y);
    paintTimes(painter, area, y);
    paintStateLine(painter, area);
}

/// One answer for all cards, whatever their pace is just now: nothing comes and goes.
bool StageCard::hasRoomForIcon(int width)
{
    const auto &theme = Theme::instance();
    int name = 0;
    for (const auto stage : allStages)
        name = std::max(name, lineWidth(TypeStep::Strong, stageLabel(stage)));
    constexpr double wide = 88.8;
    return theme.iconSize(TypeStep::Strong) + 3 * theme.space(1) + name + lineWidth(TypeStep::Caption, rate(wide))
        <= width;
}

void StageCard::paintName(QPainter &painter, const QRect &area, int &y) const
{
    const auto &theme = Theme::instance();
    const auto &colours = theme.colours();
    const auto line = theme.lineHeight(TypeStep::Strong);
    auto left = area.left();
    if (hasRoomForIcon(area.width())) {
        const auto size = theme.iconSize(TypeStep::Strong);
        paintIcon(painter, QRectF(left, y + (line - size) / 2.0, size, size), stageIcon(m_stage.stage), colours.muted);
        left += size + theme.space(1) * 3 / 2;
    }
    painter.setFont(theme.font(TypeStep::Strong));
    painter.setPen(colours.text);
    const auto name = stageLabel(m_stage.stage);
    const auto nameEnd = left + painter.fontMetrics().horizontalAdvance(name) + theme.space(1);
    painter.drawText(QRect(left, y, area.width(), line), Qt::AlignLeft | Qt::AlignVCenter, name);
    painter.setFont(theme.font(TypeStep::Caption));
    painter.setPen(colours.muted);
    const auto pace = rate(m_stage.perSecond);
    if (nameEnd + painter.fontMetrics().horizontalAdvance(pace) <= area.right()) // else the tooltip has it
        painter.drawText(QRect(area.left(), y, area.width(), line), Qt::AlignRight | Qt::AlignVCenter, pace);
    y += line + theme.space(1);
}

/// The word beside the figure gives way to the curve where both have no room; the rows below say it again.
void StageCard::paintDepth(QPainter &painter, const QRect &area, int &y) const
{
    const auto &theme = Theme::instance();
    const auto &colours = theme.colours();
    const auto depth = m_stage.metrics.length();
    const auto tall = theme.lineHeight(TypeStep::Display);
    painter.setFont(theme.font(TypeStep::Display));
    painter.setPen(depth > 0 ? colours.text : colours.muted);
    const auto figure = number(depth);
    const auto baseline = y + painter.fontMetrics().ascent();
    painter.drawText(area.left(), baseline, figure);
    const auto figureEnd = area.left() + painter.fontMetrics().horizontalAdvance(figure);
    painter.setFont(theme.font(TypeStep::Caption));
    painter.setPen(colours.muted);
    const auto queued = tr("queued");
    const auto wordEnd = figureEnd + theme.space(1) + painter.fontMetrics().horizontalAdvance(queued);
    const auto room = [&](int from) { return QRect(QPoint(from, y), QPoint(area.right(), y + tall - 1)); };
    const auto besideWord = room(wordEnd + theme.space(3));
    const auto besideFigure = room(figureEnd + theme.space(3));
    const bool hasWord = hasRoomForCourse(besideWord) || !hasRoomForCourse(besideFigure);
    if (hasWord)
        painter.drawText(figureEnd + theme.space(1), baseline, queued);
    paintCourse(painter, hasWord ? besideWord : besideFigure);
    y += tall + theme.space(2);
}

bool StageCard::hasRoomForCourse(const QRect &room)
{
    return room.width() >= Theme::instance().space(6);
}

/// How much was done over the last ten minutes, where there is room beside the figure; and which time that is, where
/// there is room for it too.
void StageCard::paintCourse(QPainter &painter, const QRect &room) const
{
    const auto &theme = Theme::instance();
    if (!hasRoomForCourse(room))
        return;
    const auto span = tr("10 min");
    const auto caption = lineWidth(TypeStep::Caption, span) + theme.space(1);
    const bool isNamed = room.width() >= caption + theme.space(12) && !courseSentence().isEmpty();
    const auto right = room.right() - (isNamed ? caption : 0);
    const auto width = std::min(right - room.left(), theme.space(24));
    const auto height = room.height() - theme.space(2);
    const QRectF course(right - width, room.top() + theme.space(1), width, height);
    paintSparkline(painter, course, m_stage.throughput, theme.colours().state(WorkState::Done));
    if (isNamed) { // the painter's pen and font are those of "queued", on whose line it stands
        const auto baseline = room.top() + QFontMetrics(theme.font(TypeStep::Display)).ascent();
        painter.drawText(right + theme.space(1), baseline, span);
    }
}

/// What the queue is made of, as one thin bar.
void StageCard::paintComposition(QPainter &painter, const QRect &area, int &y) const
{
    const auto &theme = Theme::instance();
    const auto thickness = theme.space(1);
    const QRectF bar(area.left(), y, area.width(), thickness);
    painter.setPen(Qt::NoPen);
    painter.setBrush(blend(theme.colours().surface, theme.colours().text, 0.09));
    painter.drawRoundedRect(bar, thickness / 2.0, thickness / 2.0);
    const auto depth = static_cast<double>(m_stage.metrics.length());
    double x = bar.left();
    for (const auto state : {WorkState::InFlight, WorkState::Ready, WorkState::Delayed}) {
        const auto part = static_cast<double>(count(static_cast<int>(state)));
        if (part <= 0 || depth <= 0)
            continue;
        const auto width =
            std::min(std::max(bar.width() * part / depth, static_cast<double>(thickness)), bar.right() - x);
        painter.setBrush(theme.colours().state(state));
        painter.drawRoundedRect(QRectF(x, y, width, thickness), thickness / 2.0, thickness / 2.0);
        x += width;
    }
    y += thickness + theme.space(2);
}

void StageCard::paintStates(QPainter &painter, const QRect &area, int &y) const
{
    const auto &theme = Theme::instance();
    const auto &colours = theme.colours();
    const auto line = rowHeight();
    const auto size = theme.iconSize(TypeStep::Caption);
    for (const auto state : allWorkStates) {
        const auto figure = count(static_cast<int>(state));
        const auto ink = figure > 0 ? colours.state(state) : colours.outline;
        paintIcon(painter, QRectF(area.left(), y + (line - size) / 2.0, size, size), iconOf(state), ink);
        painter.setFont(theme.font(TypeStep::Caption));
        painter.setPen(colours.muted);
        const QRect row(area.left(), y, area.width(), line);
        const auto room = row.adjusted(size + theme.space(1) * 3 / 2, 0,
                                       -lineWidth(TypeStep::Body, number(figure)) - theme.space(1), 0);
        drawLine(painter, room, Qt::AlignLeft | Qt::AlignVCenter, TypeStep::Caption,
                 workStateLabel(static_cast<int>(state)));
        painter.setFont(theme.font(TypeStep::Body));
        painter.setPen(figure == 0 ? colours.muted : state == WorkState::Dead ? ink : colours.text);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, number(figure));
        y += line;
    }
}

void StageCard::paintTimes(QPainter &painter, const QRect &area, int &y) const
{
    const auto &theme = Theme::instance();
    const auto &colours = theme.colours();
    const auto line = rowHeight();
    painter.setPen(QPen(colours.line, theme.hairline()));
    y += theme.space(1);
    painter.drawLine(QPointF(area.left(), y - 0.5), QPointF(area.right(), y - 0.5));
    const auto dash = QStringLiteral("–");
    const auto text = [&dash](const auto &duration) { return duration ? durationLabel(*duration) : dash; };
    const std::array<std::pair<QString, QString>, timeRows> rows{{{tr("oldest"), text(m_stage.metrics.oldestReady)},
                                                                  {tr("p50"), text(m_stage.p50)},
                                                                  {tr("p95"), text(m_stage.p95)}}};
    painter.setFont(theme.font(TypeStep::Caption));
    for (const auto &[name, value] : rows) {
        const QRect row(area.left(), y, area.width(), line);
        painter.setPen(colours.muted);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.setPen(value == dash ? colours.muted : colours.text);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, value);
        y += line;
    }
}

void StageCard::paintStateLine(QPainter &painter, const QRect &area) const
{
    const auto &theme = Theme::instance();
    const auto height = stateLines * theme.lineHeight(TypeStep::Caption);
    const auto size = theme.iconSize(TypeStep::Caption);
    const QRect lines(area.left(), area.bottom() + 1 - height, area.width(), height);
    const auto line = theme.lineHeight(TypeStep::Caption);
    const bool isQuiet = m_stage.state == StageState::Idle || m_stage.state == StageState::Stopped;
    painter.setPen(QPen(theme.colours().line, theme.hairline()));
    const auto above = lines.top() - theme.space(1) - 0.5;
    painter.drawLine(QPointF(area.left(), above), QPointF(area.right(), above));
    paintIcon(painter, QRectF(lines.left(), lines.top() + theme.space(1) / 2.0 + (line - size) / 2.0, size, size),
              stateIcon(m_stage), stateColour());
    painter.setFont(theme.font(TypeStep::Caption));
    painter.setPen(isQuiet ? theme.colours().muted : stateColour());
    const auto drop = theme.space(1) / 2;
    drawWrapped(painter, lines.adjusted(size + theme.space(1) * 3 / 2, drop, 0, drop), stateSentence());
}

/// What the small curve shows, in figures; empty: nothing is known.
QString StageCard::courseSentence() const
{
    qint64 sum = 0;
    qint64 most = 0;
    for (const auto &tenSeconds : m_stage.throughput) {
        sum += tenSeconds.value_or(0);
        most = std::max(most, tenSeconds.value_or(0));
    }
    if (sum == 0)
        return {};
    return tr("The curve: %1 done in the last ten minutes, at most %2 in ten seconds.").arg(number(sum), number(most));
}

bool StageCard::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        auto text = tr("%1\n%2\n%3 of %4 slots busy.")
                        .arg(stageExplanation(m_stage.stage), asSentence(stateSentence()), number(m_stage.busySlots),
                             number(m_stage.slotCount));
        if (m_around.isServiceDown && !m_stage.waitingFor.isEmpty())
            text += QLatin1Char('\n') + asSentence(capitalised(reasonLabel(m_stage.waitingFor)));
        if (const auto pace = rate(m_stage.perSecond); !pace.isEmpty())
            text += QLatin1Char(' ') + tr("%1 done.", "a rate: 12.4/s").arg(pace);
        if (const auto course = courseSentence(); !course.isEmpty())
            text += QLatin1Char('\n') + course;
        if (m_stage.p50 && m_stage.p95)
            text += QLatin1Char('\n')
                + tr("Half of its messages took at most %1, 95 of 100 at most %2 (last five minutes).")
                      .arg(durationLabel(*m_stage.p50), durationLabel(*m_stage.p95));
        if (m_stage.metrics.oldestReady)
            text += QLatin1Char('\n')
                + tr("The oldest ready message has waited %1.").arg(durationLabel(*m_stage.metrics.oldestReady));
        QToolTip::showText(help->globalPos(), plainToolTip(text), this);
        return true;
    }
    return QWidget::event(event);
}

void StageCard::mouseReleaseEvent(QMouseEvent *event)
{
    QWidget::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    if (deadRow().contains(event->position().toPoint()))
        Q_EMIT deadLettersWanted(m_stage.stage);
    else if (m_stage.state == StageState::NeedsCredentials)
        Q_EMIT credentialsWanted();
    else
        Q_EMIT clicked(m_stage.stage);
}

void StageCard::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuWanted(m_stage.stage, event->globalPos());
}

void StageCard::mouseMoveEvent(QMouseEvent *event)
{
    QWidget::mouseMoveEvent(event);
    setDeadHovered(deadRow().contains(event->position().toPoint()));
}

void StageCard::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    setDeadHovered(false);
}

void StageCard::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (isEnter && m_stage.metrics.dead > 0)
        Q_EMIT deadLettersWanted(m_stage.stage);
    else
        QWidget::keyPressEvent(event);
}

} // namespace linernotes::ui
