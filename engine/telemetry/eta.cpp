// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/eta.h"

#include <algorithm>
#include <cmath>

namespace linernotes
{
namespace
{

using Kind = EtaBound::Kind;
using Seconds = std::chrono::duration<double>;

constexpr double secondsOfDay = 24 * 3600;
/// Less than a tenth of a message is none.
constexpr double noWork = 0.1;

/// What one service has to do for all stages that it serves.
struct Load {
    double messages = 0;
    std::optional<double> calls = 0; ///< nullopt: not known of one of its stages
    bool isKnown = true; ///< how much work will come
    double messagesPerSecond = 0;
    bool isStarved = true; ///< nothing stands in its queues: its pace is that of others
    std::vector<double> callsOfGroups;

    [[nodiscard]] bool hasWork() const { return !isKnown || messages >= noWork; }
};

void add(Load &load, const EtaStage &stage, double messages, const EtaService &service)
{
    load.messages += messages;
    load.messagesPerSecond += stage.perSecond;
    load.isStarved = load.isStarved && stage.remaining == 0;
    if (messages < noWork)
        return;
    if (!stage.callsPerMessage || !load.calls) {
        load.calls.reset();
        return;
    }
    const double calls = messages * *stage.callsPerMessage;
    *load.calls += calls;
    // Which of its groups a stage calls how often is not known: the same, as good as any other guess.
    for (std::size_t i = 0; i < service.groups.size(); ++i) {
        if (stage.groups.contains(service.groups.at(i).name))
            load.callsOfGroups.at(i) += calls / static_cast<double>(stage.groups.size());
    }
}

std::vector<Load> loadsOf(const EtaSituation &situation)
{
    std::vector<Load> loads(situation.services.size());
    for (std::size_t i = 0; i < loads.size(); ++i)
        loads.at(i).callsOfGroups.resize(situation.services.at(i).groups.size());
    double coming = 0;
    bool isKnown = true;
    for (const auto &stage : situation.stages) {
        auto &load = loads.at(stage.service);
        const double messages = static_cast<double>(stage.remaining) + coming;
        add(load, stage, messages, situation.services.at(stage.service));
        load.isKnown = load.isKnown && isKnown;
        if (stage.optionalService) {
            auto beside = stage;
            beside.callsPerMessage = stage.optionalCalls;
            beside.groups.clear();
            beside.remaining = 0; // its pace so far is that of the stage: it may have what its limit allows
            auto &optional = loads.at(*stage.optionalService);
            add(optional, beside, messages, situation.services.at(*stage.optionalService));
            optional.isKnown = optional.isKnown && isKnown;
        }
        isKnown = isKnown && (messages < noWork || stage.fanOut);
        coming = messages < noWork ? 0 : messages * stage.fanOut.value_or(0);
    }
    return loads;
}

/// How long the service takes at the pace that it has, or may have; nullopt: not known.
std::optional<Seconds> workTime(const EtaService &service, const Load &load)
{
    double pace = service.callsPerSecond;
    if (pace <= 0 || load.isStarved)
        pace = std::max(pace, service.mostPerSecond);
    if (service.mostPerSecond > 0) // what is slower than a step is not seen in it
        pace = std::min(pace, service.mostPerSecond);
    if (load.calls && *load.calls >= noWork && pace > 0)
        return Seconds(*load.calls / pace);
    if (load.messagesPerSecond > 0)
        return Seconds(load.messages / load.messagesPerSecond);
    return std::nullopt;
}

/// What the calls of a day add: those beyond what is left come as the day's window moves on.
struct DailyWait {
    Seconds time{0};
    std::optional<Instant> until;
};
DailyWait dailyWait(const EtaService &service, const Load &load, Instant now)
{
    DailyWait longest;
    for (std::size_t i = 0; i < service.groups.size(); ++i) {
        const auto &group = service.groups.at(i);
        const double missing = load.callsOfGroups.at(i) - group.left;
        if (missing <= 0 || group.limit <= 0)
            continue;
        const Seconds untilFree = std::max(Seconds(0), Seconds(group.nextFree - now));
        const auto time = std::max(untilFree, Seconds(missing / group.limit * secondsOfDay));
        if (time > longest.time)
            longest = {.time = time, .until = group.nextFree};
    }
    return longest;
}

/// To a second, later to five seconds, a minute, ten minutes, an hour: nobody knows better, and what is shown stands
/// still while nothing changes.
Milliseconds rounded(Seconds time)
{
    using std::chrono::hours;
    using std::chrono::minutes;
    using std::chrono::seconds;
    Milliseconds grain = seconds(1);
    if (time > hours(48))
        grain = hours(1);
    else if (time > hours(6))
        grain = minutes(10);
    else if (time > minutes(30))
        grain = minutes(1);
    else if (time > minutes(2))
        grain = seconds(5);
    const double grains = std::ceil(time / grain);
    constexpr double longest = 1e9; // a number that no longer fits is no estimate
    return grain * static_cast<qint64>(std::min(grains, longest));
}

Eta etaOf(const EtaService &service, const Load &load, Instant now)
{
    if (service.needsCredentials)
        return {.left = {}, .bound = {.kind = Kind::Credentials, .service = service.name, .until = {}}};
    if (service.isHeldOpen)
        return {.left = {}, .bound = {.kind = Kind::Held, .service = service.name, .until = {}}};
    if (service.circuitUntil) {
        const bool isAhead = *service.circuitUntil > now;
        return {.left = {},
                .bound = {.kind = Kind::Circuit,
                          .service = service.name,
                          .until = isAhead ? service.circuitUntil : std::nullopt}};
    }
    const auto work = load.isKnown ? workTime(service, load) : std::nullopt;
    const bool isBlocked = service.blockedUntil && *service.blockedUntil > now;
    const auto blocked = isBlocked ? Seconds(*service.blockedUntil - now) : Seconds(0);
    const auto daily = dailyWait(service, load, now);
    Eta eta{.left = {}, .bound = {.kind = Kind::Rate, .service = service.name, .until = {}}};
    if (work)
        eta.left = rounded(std::max(blocked + *work, daily.time));
    else
        eta.bound = {.kind = Kind::Unknown, .service = {}, .until = {}};
    if (daily.time > Seconds(0) && (!work || daily.time > blocked + *work))
        eta.bound = {.kind = Kind::Quota, .service = service.name, .until = daily.until};
    else if (isBlocked)
        eta.bound = {.kind = Kind::Quota, .service = service.name, .until = service.blockedUntil};
    return eta;
}

/// Which of two services the whole waits for: the one without an end, else the later.
bool isLater(const Eta &one, const Eta &other)
{
    const auto gravity = [](const Eta &eta) {
        if (eta.left)
            return 0;
        // A person can do something about the first two; an estimate that is only missing says the least.
        switch (eta.bound.kind) {
        case Kind::Credentials:
            return 4;
        case Kind::Held:
        case Kind::Circuit:
            return 3;
        case Kind::Quota:
            return 2;
        default:
            return 1;
        }
    };
    if (gravity(one) != gravity(other))
        return gravity(one) > gravity(other);
    return one.left.value_or(Milliseconds(0)) > other.left.value_or(Milliseconds(0));
}

bool isGoneWithout(const EtaService &service, Instant now)
{
    const bool isBlocked = service.blockedUntil && *service.blockedUntil > now;
    return service.isOptional && (service.needsCredentials || service.isHeldOpen || service.circuitUntil || isBlocked);
}

/// The first that a person holds and that has work, or will have from those before it.
std::optional<EtaBound> heldStage(const EtaSituation &situation)
{
    bool willHaveWork = false;
    for (const auto id : allStages) {
        const auto &stage = situation.stages.at(static_cast<std::size_t>(id));
        willHaveWork = willHaveWork || stage.remaining > 0;
        if (stage.isPaused && willHaveWork)
            return EtaBound{.kind = Kind::Paused, .service = {}, .until = stage.pausedUntil, .stage = id};
    }
    return std::nullopt;
}

} // namespace

QString etaBoundName(EtaBound::Kind kind)
{
    switch (kind) {
    case Kind::Nothing:
        return QStringLiteral("nothing");
    case Kind::Rate:
        return QStringLiteral("rate");
    case Kind::Quota:
        return QStringLiteral("quota");
    case Kind::Circuit:
        return QStringLiteral("circuit");
    case Kind::Held:
        return QStringLiteral("held");
    case Kind::Credentials:
        return QStringLiteral("credentials");
    case Kind::Database:
        return QStringLiteral("database");
    case Kind::Paused:
        return QStringLiteral("paused");
    case Kind::Unknown:
        return QStringLiteral("unknown");
    }
    Q_UNREACHABLE();
}

Eta estimate(const EtaSituation &situation)
{
    const bool isDone =
        std::ranges::all_of(situation.stages, [](const EtaStage &stage) { return stage.remaining == 0; });
    if (isDone)
        return {.left = Milliseconds(0), .bound = {}};
    if (!situation.isWorking)
        return {.left = {}, .bound = {.kind = Kind::Paused, .service = {}, .until = {}}};
    if (situation.isDatabaseBroken)
        return {.left = {}, .bound = {.kind = Kind::Database, .service = {}, .until = {}}};
    if (const auto held = heldStage(situation))
        return {.left = {}, .bound = *held};
    const auto loads = loadsOf(situation);
    std::optional<Eta> latest;
    for (std::size_t i = 0; i < loads.size(); ++i) {
        if (!loads.at(i).hasWork() || isGoneWithout(situation.services.at(i), situation.now))
            continue;
        const auto eta = etaOf(situation.services.at(i), loads.at(i), situation.now);
        if (!latest || isLater(eta, *latest))
            latest = eta;
    }
    return latest.value_or(Eta{.left = {}, .bound = {.kind = Kind::Unknown, .service = {}, .until = {}}});
}

} // namespace linernotes
