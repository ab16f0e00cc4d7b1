// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/servicefacts.h"

#include "common/enginewords.h"
#include "common/servicelook.h"
#include "common/wording.h"
#include "credentials/credentialstore.h"
#include "services/servicepanel.h"

#include <QCoreApplication>
#include <QLocale>

namespace linernotes::ui
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("linernotes::ui", text);
}

QString dash()
{
    return QStringLiteral("–");
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? dash() : text;
}

QString stateText(const ServiceSnapshot &service)
{
    switch (service.standing.override) {
    case CircuitOverride::Open:
        return tr("Held open by hand");
    case CircuitOverride::Closed:
        return tr("Held closed by hand");
    case CircuitOverride::None:
        break;
    }
    switch (service.circuit) {
    case CircuitState::Closed:
        return tr("Closed, calls go out");
    case CircuitState::Open:
        return tr("Open, no call goes out");
    case CircuitState::HalfOpen:
        return tr("Half open, being tried");
    }
    Q_UNREACHABLE();
}

/// The wish of a person is not in the record of the calls, but in the history.
QString reasonText(const ServiceView &view)
{
    const auto &standing = view.service.standing;
    if (standing.override == CircuitOverride::None)
        return reasonLabel(standing.reason);
    const auto *hold = holdIn(view.history);
    return hold ? reasonLabel(hold->reason) : QString();
}

Instant sinceOf(const ServiceView &view)
{
    const auto &standing = view.service.standing;
    const auto *hold = standing.override == CircuitOverride::None ? nullptr : holdIn(view.history);
    return hold ? hold->at : standing.since;
}

std::vector<Fact> circuitFacts(const ServiceView &view)
{
    const auto &service = view.service;
    const auto since = sinceOf(view);
    const bool isOpen = service.circuit == CircuitState::Open && service.standing.override == CircuitOverride::None;
    return {{FactTopic::Circuit, tr("State"), stateText(service)},
            {FactTopic::Circuit, tr("Since"), since == Instant{} ? dash() : timeLabel(since, view.now)},
            {FactTopic::Circuit, tr("Reason"), orDash(reasonText(view))},
            {FactTopic::Circuit, tr("Next try"), isOpen ? timeLabel(service.standing.nextProbe, view.now) : dash()}};
}

QString windowText(const QuotaStanding &quota)
{
    if (quota.most == 0)
        return tr("no limit of ours");
    const auto seconds = QLocale().toString(static_cast<double>(quota.window.count()) / 1000.0, 'g', 6);
    if (quota.limit == 0)
        return tr("%1 calls in %2 s, not used yet").arg(number(quota.most), seconds);
    return tr("%1 of %2 calls in the last %3 s").arg(number(quota.used), number(quota.limit), seconds);
}

QString rateText(const QuotaStanding &quota)
{
    if (quota.limit == 0 || quota.window <= Milliseconds(0))
        return dash();
    const auto perSecond = [&](int calls) {
        return rate(static_cast<double>(calls) * 1000.0 / static_cast<double>(quota.window.count()));
    };
    return quota.limit < quota.most ? tr("%1, of %2 allowed").arg(perSecond(quota.limit), perSecond(quota.most))
                                    : tr("%1, all that is allowed").arg(perSecond(quota.limit));
}

std::vector<Fact> quotaFacts(const ServiceView &view)
{
    const auto &service = view.service;
    const auto &quota = service.quota;
    const auto blocked = service.blocked && service.until
        ? tr("until %1: %2").arg(timeLabel(*service.until, view.now), reasonLabel(service.reason))
        : dash();
    return {{FactTopic::Quota, tr("Window"), windowText(quota)},
            {FactTopic::Quota, tr("Learned rate"), rateText(quota)},
            {FactTopic::Quota, tr("At a time"), quota.concurrency > 0 ? number(quota.concurrency) : tr("no limit")},
            {FactTopic::Quota, tr("Blocked"), blocked}};
}

QString failedText(const ServiceSnapshot &service)
{
    if (service.calls == 0)
        return dash();
    if (service.failures == 0)
        return tr("none");
    const auto share = static_cast<double>(service.failures) / static_cast<double>(service.calls);
    return tr("%1 (%2)").arg(number(service.failures), percent(share));
}

std::vector<Fact> trafficFacts(const ServiceView &view)
{
    const auto &service = view.service;
    return {{FactTopic::Traffic, tr("Calls"), number(service.calls)},
            {FactTopic::Traffic, tr("Failed"), failedText(service)},
            {FactTopic::Traffic, tr("In flight"), number(service.quota.inFlight)},
            {FactTopic::Traffic, tr("In line"), number(service.quota.waiting)}};
}

QString shareText(qint64 part, qint64 whole)
{
    return whole == 0 || part == 0
        ? dash()
        : tr("%1 (%2)").arg(number(part), percent(static_cast<double>(part) / static_cast<double>(whole)));
}

/// Of the same time as the charts, from what was written down: other programs on the database count too, and starts
/// before this one.
std::vector<Fact> recentFacts(const ServiceView &view)
{
    const auto tally = view.tally.value_or(ServiceTally());
    const auto calls = !view.tally ? dash() : tally.calls > 0 ? number(tally.calls) : tr("none");
    const auto within = [&](double share) {
        const auto duration = tally.latencies.percentile(share);
        return duration ? durationLabel(*duration) : dash();
    };
    return {{FactTopic::Recent, tr("Calls"), calls},
            {FactTopic::Recent, tr("Failed"), shareText(tally.failures(), tally.calls)},
            {FactTopic::Recent, tr("Refused"), shareText(tally.refused, tally.calls)},
            {FactTopic::Recent, tr("p50"), within(0.5)},
            {FactTopic::Recent, tr("p95"), within(0.95)},
            {FactTopic::Recent, tr("p99"), within(0.99)}};
}

std::vector<Fact> cacheFacts(const ServiceView &view)
{
    const auto &service = view.service;
    const auto rate = service.hitRate();
    const auto asked = service.cacheHits + service.cacheMisses;
    auto kept = dash();
    if (view.holding) {
        kept = ServicePanel::tr("%Ln answer(s)", nullptr, static_cast<int>(view.holding->answers));
        if (view.holding->answers > 0)
            kept = tr("%1, %2").arg(kept, QLocale().formattedDataSize(view.holding->bytes, 1));
    }
    return {
        {FactTopic::Cache, tr("Hit rate"),
         rate
             ? tr("%1 of %2").arg(percent(*rate), ServicePanel::tr("%Ln question(s)", nullptr, static_cast<int>(asked)))
             : dash()},
        {FactTopic::Cache, tr("Kept"), kept}};
}

/// By the calls of this start: one that was answered at all was answered to them; else by a test, where there was one.
/// Its refusal goes before: what a revoked secret has got its token for is still answered, for an hour.
QString credentialsText(const ServiceView &view)
{
    const auto &service = view.service;
    if (service.needsCredentials)
        return reasonLabel(service.reason);
    if (view.tested == CredentialsVerdict::Kind::Refused)
        return tr("refused in the test");
    const bool isTested = view.tested == CredentialsVerdict::Kind::Works;
    return service.calls > service.failures ? tr("accepted")
        : isTested                          ? tr("accepted in the test")
                                            : tr("not tried yet");
}

std::vector<Fact> credentialsFacts(const ServiceView &view)
{
    if (!CredentialStore::services().contains(view.service.service))
        return {{FactTopic::Credentials, tr("State"), tr("none needed")}};
    return {{FactTopic::Credentials, tr("Origin"), orDash(view.origin)},
            {FactTopic::Credentials, tr("State"), credentialsText(view)}};
}

QString oneCell(const QString &text)
{
    return text.simplified();
}

} // namespace

QString Fact::unknown()
{
    return dash();
}

QString spanLabel(Milliseconds span)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(span).count();
    constexpr int anHour = 60;
    constexpr int aDay = 24 * anHour;
    if (minutes < anHour)
        return tr("%1 min").arg(minutes);
    return minutes <= aDay ? tr("%1 h").arg(minutes / anHour) : tr("%1 d").arg(minutes / aDay);
}

QString topicLabel(FactTopic topic, const ServiceView &view)
{
    switch (topic) {
    case FactTopic::Circuit:
        return tr("Circuit");
    case FactTopic::Quota:
        return tr("Quota");
    case FactTopic::Traffic:
        return tr("Calls since the start");
    case FactTopic::Recent:
        return tr("Last %1").arg(spanLabel(view.span));
    case FactTopic::Cache:
        return tr("Cache");
    case FactTopic::Credentials:
        return tr("Credentials");
    }
    Q_UNREACHABLE();
}

std::vector<Fact> factsOf(const ServiceView &view)
{
    std::vector<Fact> facts;
    for (const auto &topic : {circuitFacts(view), quotaFacts(view), trafficFacts(view), recentFacts(view),
                              cacheFacts(view), credentialsFacts(view)})
        facts.insert(facts.end(), topic.begin(), topic.end());
    return facts;
}

QString groupSentence(const GroupStanding &group, Instant now)
{
    if (!group.isLimited())
        return tr("%1 used, limit not known").arg(number(group.used));
    if (group.left() == 0)
        return tr("%1 of %2, next free %3")
            .arg(number(group.used), number(group.limit), timeLabel(group.nextFree, now));
    return tr("%1 of %2, %3 left").arg(number(group.used), number(group.limit), number(group.left()));
}

QString toTabSeparated(const ServiceView &view)
{
    QString text;
    const auto add = [&](FactTopic topic, const QString &name, const QString &value) {
        text += QStringList{serviceLabel(view.service.service), topicLabel(topic, view), oneCell(name), oneCell(value)}
                    .join(QLatin1Char('\t'))
            + QLatin1Char('\n');
    };
    for (const auto &fact : factsOf(view)) {
        add(fact.topic, fact.name, fact.value);
        if (fact.topic == FactTopic::Quota && fact.name == tr("Blocked")) {
            for (const auto &group : view.service.quota.groups)
                add(FactTopic::Quota, tr("24 h, %1").arg(group.group), groupSentence(group, view.now));
        }
    }
    return text;
}

QStringList latestChanges(const ServiceView &view, int most)
{
    QStringList lines;
    for (const auto &event : view.history) {
        if (lines.size() == most)
            break;
        const auto what = tr("%1 %2").arg(timeLabel(event.at, view.now), circuitEventLabel(event.event));
        lines.append(event.reason.isEmpty() ? what : tr("%1: %2").arg(what, reasonLabel(event.reason)));
    }
    return lines;
}

} // namespace linernotes::ui
