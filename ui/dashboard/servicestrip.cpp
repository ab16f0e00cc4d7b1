// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/servicestrip.h"

#include "common/accessibility.h"
#include "common/icons.h"
#include "common/servicelook.h"
#include "common/textline.h"
#include "common/theme.h"
#include "common/wording.h"
#include "dashboard/pipelineview.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

/// The endpoint group whose day is nearest to its end.
const GroupStanding *scarcest(const ServiceSnapshot &service)
{
    const GroupStanding *scarcest = nullptr;
    const auto share = [](const GroupStanding &group) { return static_cast<double>(group.left()) / group.limit; };
    for (const auto &group : service.quota.groups) {
        if (group.isLimited() && (!scarcest || share(group) < share(*scarcest)))
            scarcest = &group;
    }
    return scarcest;
}

/// What matters most goes first.
QStringList callsOf(const ServiceSnapshot &service)
{
    QStringList parts{ServiceStrip::tr("%Ln call(s) since the start", nullptr, static_cast<int>(service.calls))};
    if (service.failures > 0)
        parts.append(ServiceStrip::tr("%Ln failed", nullptr, static_cast<int>(service.failures)));
    if (const auto *group = scarcest(service))
        parts.append(ServiceStrip::tr("%1: %2 of %3 left in 24 h")
                         .arg(group->group, number(group->left()), number(group->limit)));
    if (service.cacheHits > 0)
        parts.append(ServiceStrip::tr("%Ln from the cache", nullptr, static_cast<int>(service.cacheHits)));
    return parts;
}

const auto between = QStringLiteral(" · ");

/// What there is room for: the tooltip has all.
QString shortCallsOf(const ServiceSnapshot &service, int width)
{
    auto parts = callsOf(service);
    const auto isTooLong = [&] { return lineWidth(TypeStep::Caption, parts.join(between)) > width; };
    while (parts.size() > 1 && isTooLong())
        parts.removeLast();
    return isTooLong() ? ServiceStrip::tr("%Ln call(s)", nullptr, static_cast<int>(service.calls))
                       : parts.join(between);
}

/// One line for each endpoint group, for the tooltip.
QString dayOf(const ServiceSnapshot &service, Instant now)
{
    QString text;
    for (const auto &group : service.quota.groups) {
        text += QLatin1Char('\n');
        text += group.isLimited()
            ? ServiceStrip::tr("%1: %2 of %3 calls used in 24 h, next free %4")
                  .arg(group.group, number(group.used), number(group.limit), timeLabel(group.nextFree, now))
            : ServiceStrip::tr("%1: %2 calls in 24 h, limit not known").arg(group.group, number(group.used));
    }
    if (service.quota.limit > 0) {
        text += QLatin1Char('\n')
            + ServiceStrip::tr("At most %1 calls in %2 s, %3 at a time")
                  .arg(number(service.quota.limit), number(service.quota.window.count() / 1000),
                       service.quota.concurrency > 0 ? number(service.quota.concurrency)
                                                     : ServiceStrip::tr("any number"));
    }
    return text;
}

} // namespace

ServiceStrip::ServiceStrip(const PipelineView &pipeline, QWidget *parent)
    : QWidget(parent)
    , m_pipeline(pipeline)
{
    setObjectName(QStringLiteral("serviceStrip"));
    Accessibility::setRole(this, QAccessible::Grouping);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ServiceStrip::present(const PipelineSnapshot &snapshot)
{
    m_now = snapshot.at;
    if (m_services == snapshot.services)
        return;
    m_services = snapshot.services;
    QStringList texts;
    for (const auto &service : m_services)
        texts.append(tr("%1: %2").arg(serviceLabel(service.service), serviceSentence(service, m_now)));
    setAccessibleName(texts.join(QStringLiteral(". ")));
    update();
}

QSize ServiceStrip::sizeHint() const
{
    const auto &theme = Theme::instance();
    return {theme.space(40), theme.lineHeight(TypeStep::Body) + theme.lineHeight(TypeStep::Caption) + theme.space(2)};
}

/// Two cards wide each; the last has what is left.
QRect ServiceStrip::cell(std::size_t index) const
{
    const auto last = allStages.size() - 1;
    const auto first = std::min(2 * index, last);
    const auto columns = m_pipeline.column(first, index + 1 < m_services.size() ? std::min(first + 1, last) : last);
    return {columns.left(), 0, columns.width(), height()};
}

void ServiceStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (std::size_t i = 0; i < m_services.size(); ++i)
        paintService(painter, cell(i), m_services[i]);
    // The page gives it the focus: without a key being used that is no news.
    if (!hasFocus() || !window()->testAttribute(Qt::WA_KeyboardFocusChange) || m_focused >= m_services.size())
        return;
    const auto &theme = Theme::instance();
    const auto line = 2 * theme.hairline(); // below it: a frame would lie on the icon
    const auto place = QRectF(cell(m_focused));
    painter.fillRect(QRectF(place.left(), place.bottom() - line, place.width(), line), theme.colours().accent);
}

/// How it stands goes before how much it was called where there is no room for both.
void ServiceStrip::paintService(QPainter &painter, const QRect &area, const ServiceSnapshot &service) const
{
    const auto &theme = Theme::instance();
    const auto &colours = theme.colours();
    const auto look = lookOf(service, m_now);
    const auto line = theme.lineHeight(TypeStep::Body);
    const auto size = theme.iconSize(TypeStep::Body);
    paintIcon(painter, QRectF(area.left(), area.top() + (line - size) / 2.0, size, size), look.icon,
              colours.state(look.state));
    const auto left = area.left() + size + theme.space(2);
    painter.setFont(theme.font(TypeStep::Strong));
    painter.setPen(colours.text);
    const auto name = serviceLabel(service.service);
    painter.drawText(QRect(left, area.top(), area.right() - left, line), Qt::AlignLeft | Qt::AlignVCenter, name);
    const auto after = left + painter.fontMetrics().horizontalAdvance(name) + theme.space(2);
    painter.setFont(theme.font(TypeStep::Body));
    painter.setPen(look.state == WorkState::Done ? colours.muted : colours.state(look.state));
    const auto sentence = serviceSentence(service, m_now);
    const QRect rest(after, area.top(), area.right() - after, line);
    const QRect below(left, area.top() + line, area.right() - left, theme.lineHeight(TypeStep::Caption));
    const bool fits = painter.fontMetrics().horizontalAdvance(sentence) <= rest.width();
    if (fits)
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, sentence);
    painter.setFont(theme.font(TypeStep::Caption));
    if (fits)
        painter.setPen(colours.muted);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(fits ? shortCallsOf(service, below.width()) : sentence,
                                                      Qt::ElideRight, below.width()));
}

void ServiceStrip::mouseReleaseEvent(QMouseEvent *event)
{
    QWidget::mouseReleaseEvent(event);
    for (std::size_t i = 0; i < m_services.size(); ++i) {
        if (event->button() == Qt::LeftButton && cell(i).contains(event->pos()))
            Q_EMIT serviceWanted(m_services[i].service);
    }
}

/// Left and Right go from one to the other, Return opens it.
void ServiceStrip::keyPressEvent(QKeyEvent *event)
{
    const auto last = m_services.empty() ? 0 : m_services.size() - 1;
    const bool isLeftToRight = layoutDirection() == Qt::LeftToRight;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if ((event->key() == Qt::Key_Right) == isLeftToRight)
            m_focused = std::min(m_focused + 1, last);
        else if (m_focused > 0)
            --m_focused;
        window()->setAttribute(Qt::WA_KeyboardFocusChange);
        update();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_focused < m_services.size())
            Q_EMIT serviceWanted(m_services[m_focused].service);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool ServiceStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (std::size_t i = 0; i < m_services.size(); ++i) {
        if (cell(i).contains(help->pos())) {
            const auto &service = m_services[i];
            QToolTip::showText(
                help->globalPos(),
                plainToolTip(tr("%1: %2\n%3. The start is that of the program. Click for more.")
                                 .arg(serviceLabel(service.service), asSentence(serviceSentence(service, m_now)),
                                      callsOf(service).join(between))
                             + dayOf(service, m_now)),
                this, cell(i));
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

} // namespace linernotes::ui
