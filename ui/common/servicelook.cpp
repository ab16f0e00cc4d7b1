// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/servicelook.h"

#include "common/enginewords.h"
#include "common/wording.h"
#include "core/servicerefusal.h"

#include <QCoreApplication>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("linernotes::ui", text);
}

QString withReason(const QString &state, const QString &reason)
{
    return reason.isEmpty() ? state : tr("%1: %2").arg(state, reasonLabel(reason));
}

/// The groups whose calls of the day are used up; and when the first of them may be called again.
struct UsedUp {
    QStringList groups;
    std::optional<Instant> nextFree;
};

UsedUp usedUpOf(const ServiceSnapshot &service, Instant now)
{
    UsedUp used;
    for (const auto &group : service.quota.groups) {
        if (!group.isLimited() || group.left() > 0 || group.nextFree <= now)
            continue;
        used.groups.append(QStringLiteral("“%1”").arg(group.group));
        used.nextFree = std::min(used.nextFree.value_or(group.nextFree), group.nextFree);
    }
    return used;
}

} // namespace

bool isUsedUp(const ServiceSnapshot &service, Instant now)
{
    return usedUpOf(service, now).nextFree.has_value();
}

ServiceLook lookOf(const ServiceSnapshot &service, Instant now)
{
    if (service.needsCredentials)
        return {isAboutAccount(service.reason) ? QStringLiteral("warning") : QStringLiteral("key"), WorkState::Delayed};
    if (service.standing.override == CircuitOverride::Open)
        return {QStringLiteral("pause"), WorkState::Delayed};
    if (service.circuit == CircuitState::Open)
        return {QStringLiteral("dead"), WorkState::Dead};
    if (service.blocked || service.circuit == CircuitState::HalfOpen || isUsedUp(service, now))
        return {QStringLiteral("delayed"), WorkState::Delayed};
    return {QStringLiteral("check"), WorkState::Done};
}

QString serviceSentence(const ServiceSnapshot &service, Instant now)
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
    if (const auto used = usedUpOf(service, now); used.nextFree)
        return tr("Today's calls of %1 are used up, next free %2")
            .arg(used.groups.join(QStringLiteral(", ")), timeLabel(*used.nextFree, now));
    return service.standing.override == CircuitOverride::Closed ? tr("Ready, held closed by hand") : tr("Ready");
}

const CircuitEvent *holdIn(const std::vector<CircuitEvent> &history)
{
    const auto found = std::ranges::find_if(history, [](const CircuitEvent &event) {
        return event.event == QLatin1String("forced_open") || event.event == QLatin1String("forced_closed");
    });
    return found == history.end() ? nullptr : &*found;
}

} // namespace linernotes::ui
