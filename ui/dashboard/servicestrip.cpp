// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/servicestrip.h"

#include "common/icons.h"
#include "common/theme.h"
#include "common/wording.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace linernotes::ui
{
namespace
{

struct Look {
    QString icon;
    WorkState state; ///< whose colour it borrows
};

Look lookOf(const ServiceSnapshot &service)
{
    if (service.needsCredentials)
        return {isAboutAccount(service.reason) ? QStringLiteral("warning") : QStringLiteral("key"), WorkState::Delayed};
    if (service.circuit == CircuitState::Open)
        return {QStringLiteral("dead"), WorkState::Dead};
    if (service.blocked || service.circuit == CircuitState::HalfOpen)
        return {QStringLiteral("delayed"), WorkState::Delayed};
    return {QStringLiteral("check"), WorkState::Done};
}

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

QString callsOf(const ServiceSnapshot &service)
{
    QStringList parts{ServiceStrip::tr("%Ln call(s)", nullptr, static_cast<int>(service.calls))};
    if (service.failures > 0)
        parts.append(ServiceStrip::tr("%Ln failed", nullptr, static_cast<int>(service.failures)));
    if (service.cacheHits > 0)
        parts.append(ServiceStrip::tr("%Ln from the cache", nullptr, static_cast<int>(service.cacheHits)));
    if (const auto *group = scarcest(service))
        parts.append(
            ServiceStrip::tr("%1: %2 of %3 left today").arg(group->group, number(group->left()), number(group->limit)));
    return parts.join(QStringLiteral(" · "));
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

QString withReason(const QString &state, const QString &reason)
{
    return reason.isEmpty() ? state : ServiceStrip::tr("%1: %2").arg(state, reason);
}

} // namespace

ServiceStrip::ServiceStrip(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("serviceStrip"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

QString ServiceStrip::sentence(const ServiceSnapshot &service, Instant now)
{
    if (service.needsCredentials)
        return withReason(needLabel(service.reason), service.reason);
    if (service.standing.override == CircuitOverride::Open)
        return tr("Held open by hand: no call goes out");
    const auto until = service.until ? timeLabel(*service.until, now) : QString();
    if (service.circuit == CircuitState::Open)
        return withReason(until.isEmpty() ? tr("Out of order") : tr("Out of order, next try %1").arg(until),
                          service.reason);
    if (service.blocked)
        return withReason(until.isEmpty() ? tr("Blocked") : tr("Blocked until %1").arg(until), service.reason);
    if (service.circuit == CircuitState::HalfOpen)
        return withReason(tr("Being tried again"), service.reason);
    return service.standing.override == CircuitOverride::Closed ? tr("Ready, held closed by hand") : tr("Ready");
}

void ServiceStrip::present(const PipelineSnapshot &snapshot)
{
    m_now = snapshot.at;
    if (m_services == snapshot.services)
        return;
    m_services = snapshot.services;
    QStringList texts;
    for (const auto &service : m_services)
        texts.append(tr("%1: %2").arg(serviceLabel(service.service), sentence(service, m_now)));
    setAccessibleName(texts.join(QStringLiteral(". ")));
    update();
}

QSize ServiceStrip::sizeHint() const
{
    const auto &theme = Theme::instance();
    return {theme.space(40), theme.lineHeight(TypeStep::Body) + theme.lineHeight(TypeStep::Caption) + theme.space(1)};
}

QRect ServiceStrip::cell(std::size_t index) const
{
    const auto count = static_cast<int>(std::max<std::size_t>(m_services.size(), 1));
    const auto gap = Theme::instance().space(4);
    const auto width = (this->width() - gap * (count - 1)) / count;
    const QRect cell(static_cast<int>(index) * (width + gap), 0, width, height());
    return QStyle::visualRect(layoutDirection(), rect(), cell);
}

void ServiceStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (std::size_t i = 0; i < m_services.size(); ++i)
        paintService(painter, cell(i), m_services[i]);
}

void ServiceStrip::paintService(QPainter &painter, const QRect &area, const ServiceSnapshot &service) const
{
    const auto &theme = Theme::instance();
    const auto &colours = theme.colours();
    const auto look = lookOf(service);
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
    const QRect rest(after, area.top(), area.right() - after, line);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(sentence(service, m_now), Qt::ElideRight, rest.width()));
    painter.setFont(theme.font(TypeStep::Caption));
    painter.setPen(colours.muted);
    const QRect below(left, area.top() + line, area.right() - left, area.height() - line);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(callsOf(service), Qt::ElideRight, below.width()));
}

bool ServiceStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (std::size_t i = 0; i < m_services.size(); ++i) {
        if (cell(i).contains(help->pos())) {
            const auto &service = m_services[i];
            QToolTip::showText(help->globalPos(),
                               plainToolTip(tr("%1: %2\n%3 since the start of the program.")
                                                .arg(serviceLabel(service.service),
                                                     asSentence(sentence(service, m_now)), callsOf(service))
                                            + dayOf(service, m_now)),
                               this, cell(i));
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

} // namespace linernotes::ui
