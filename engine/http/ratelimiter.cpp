// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace linernotes
{
namespace
{

/// Of what the spacing leaves (quota.cpp): for the way to the service; the rest is for timers and threads that are
/// late.
constexpr int slackParts = 4;
constexpr int partsForTheWay = 3;
/// A moment that nobody used is not kept for a burst.
constexpr Milliseconds leastKept{250};
constexpr int windowsPart = 50;
/// Every so often it is the turn of who has waited longest.
constexpr quint64 turnOfTheOldest = 8;
/// Leases are for so many seconds of calls: a process that is killed takes them with it, and asking again costs a
/// write.
constexpr double leasedSeconds = 0.3;
constexpr int largestChunk = 100;
constexpr int smallReserve = 2;
constexpr int reserveChunk = 8;
constexpr Milliseconds reportInterval = std::chrono::seconds(1);

} // namespace

RateLimiter::RateLimiter(const Clock &clock, const QuotaTerms &terms, int concurrency)
    : m_clock(clock)
    , m_terms(terms)
    , m_concurrency(concurrency)
{
}

RateLimiter::Permit::~Permit()
{
    m_limiter.giveBack(*this);
}

void RateLimiter::Permit::spend(const QString &group)
{
    m_limiter.spent(*this, group);
}

void RateLimiter::Permit::answered(Milliseconds took)
{
    const std::scoped_lock lock(m_limiter.m_mutex);
    m_limiter.m_concurrency.answered(took, m_wasFull);
}

std::optional<Wait> RateLimiter::blockedLocked() const
{
    if (m_blockedUntil <= m_clock.now())
        return std::nullopt;
    return Wait{.until = m_blockedUntil, .reason = m_blockReason, .isLong = true, .isQuota = true};
}

std::optional<Wait> RateLimiter::blocked() const
{
    const std::scoped_lock lock(m_mutex);
    return blockedLocked();
}

/// A group that was not used yet has the user's guess for its limit.
RateLimiter::Allowance RateLimiter::allowanceOf(const QString &group) const
{
    auto known = m_groups.value(group);
    if (!known.standing.group.isEmpty())
        return known;
    auto guessed = known;
    guessed.standing.limit = m_terms.daily;
    return guessed;
}

std::optional<Wait> RateLimiter::closedLocked(const QStringList &groups) const
{
    if (auto wait = blockedLocked())
        return wait;
    for (const auto &group : groups) {
        const auto allowance = allowanceOf(group);
        const auto &standing = allowance.standing;
        if (!standing.isLimited() || allowance.reserved > 0 || standing.left() > 0
            || standing.nextFree <= m_clock.now())
            continue;
        return Wait{.until = standing.nextFree,
                    .reason = QStringLiteral("the day's %1 calls of “%2” are used up").arg(standing.limit).arg(group),
                    .isLong = true,
                    .isQuota = true};
    }
    return std::nullopt;
}

std::optional<Wait> RateLimiter::closedFor(const QStringList &groups) const
{
    const std::scoped_lock lock(m_mutex);
    return closedLocked(groups);
}

bool RateLimiter::hasCallsLeft(const QStringList &groups) const
{
    return std::ranges::all_of(groups, [this](const QString &group) {
        const auto allowance = allowanceOf(group);
        return !allowance.standing.isLimited() || allowance.reserved > 0;
    });
}

bool RateLimiter::isFull() const
{
    return m_concurrency.limit() > 0 && m_inFlight >= m_concurrency.limit();
}

/// A clock that was set back must not close the road until it has caught up: what is known is as long ago as before.
/// A refusal's time stays: it is the service's, and kept.
void RateLimiter::followClock()
{
    const auto now = m_clock.now();
    if (const auto back = m_lastLook - now; back > Milliseconds(0)) {
        for (auto &sent : m_sent)
            sent.at -= back;
        for (auto &slotTime : m_slotTimes)
            slotTime -= back;
        for (auto *time : {&m_lastSent, &m_spreadUntil, &m_reportedAt})
            *time -= back;
        m_setBack += back;
    }
    m_lastLook = now;
}

/// nullopt: no moment is leased.
std::optional<Instant> RateLimiter::nextMoment()
{
    followClock();
    const auto now = m_clock.now();
    const auto spread = m_spreadUntil > now ? m_lastSent + m_spreadGap : Instant{};
    if (!hasWindow())
        return spread;
    const auto kept = std::max(leastKept, m_terms.window / windowsPart);
    while (!m_slotTimes.empty() && m_slotTimes.front() < now - kept)
        m_slotTimes.pop_front();
    if (m_slotTimes.empty())
        return std::nullopt;
    const auto room = windowHasRoom();
    if (!room)
        return std::nullopt;
    return std::max({m_slotTimes.front(), spread, *room});
}

/// When fewer calls than the limit went out within a window, with those that may yet. nullopt: not before one of these
/// has.
std::optional<Instant> RateLimiter::windowHasRoom()
{
    const auto apart = m_terms.window + windowSlack(m_terms) * partsForTheWay / slackParts;
    while (!m_sent.empty() && m_sent.front().at + apart <= m_clock.now())
        m_sent.pop_front();
    const int sent = static_cast<int>(m_sent.size());
    const int tooMany = sent + m_unspent - std::max(1, m_window.limit) + 1;
    if (tooMany <= 0)
        return Instant{};
    if (tooMany > sent)
        return std::nullopt;
    return m_sent[static_cast<std::size_t>(tooMany) - 1].at + apart;
}

/// How much later than its moment a call of the last window went out, at the most.
Milliseconds RateLimiter::lateness() const
{
    Milliseconds most{0};
    for (const auto &sent : m_sent) {
        if (sent.at + m_terms.window > m_clock.now())
            most = std::max(most, sent.at - sent.slotTime);
    }
    return most;
}

bool RateLimiter::mayPass(const Ask &ask)
{
    if (!m_isOpen || isFull() || !hasCallsLeft(ask.groups))
        return false;
    const auto moment = nextMoment();
    return moment && *moment <= m_clock.now();
}

RateLimiter::PermitPtr RateLimiter::take(const Ask &ask)
{
    ++m_inFlight;
    std::optional<Instant> slotTime;
    if (hasWindow()) {
        slotTime = m_slotTimes.front();
        m_slotTimes.pop_front();
        ++m_unspent;
    }
    QString reserved;
    if (!ask.groups.isEmpty()) {
        if (allowanceOf(ask.groups.first()).standing.isLimited()) {
            reserved = ask.groups.first();
            --m_groups[reserved].reserved;
        }
    }
    return std::make_shared<Permit>(*this, slotTime, reserved, isFull());
}

std::expected<std::optional<RateLimiter::PermitPtr>, Wait> RateLimiter::tryAcquire(const Ask &ask)
{
    const std::scoped_lock lock(m_mutex);
    if (auto wait = closedLocked(ask.groups))
        return std::unexpected(std::move(*wait));
    if (!m_line.empty() || !mayPass(ask))
        return std::nullopt;
    return take(ask);
}

QFuture<RateLimiter::PermitPtr> RateLimiter::join(const Ask &ask)
{
    QPromise<PermitPtr> promise;
    promise.start();
    auto turn = promise.future();
    {
        const std::scoped_lock lock(m_mutex);
        m_line.push_back({ask, std::move(promise)});
    }
    wake();
    return turn;
}

void RateLimiter::leave(QFuture<PermitPtr> turn)
{
    turn.cancel();
    wake();
}

std::deque<RateLimiter::Waiter>::iterator RateLimiter::nextInLine()
{
    const bool isTurnOfTheOldest = m_served % turnOfTheOldest == turnOfTheOldest - 1;
    auto next = m_line.end();
    for (auto waiter = m_line.begin(); waiter != m_line.end(); ++waiter) {
        if (!hasCallsLeft(waiter->ask.groups))
            continue;
        if (next == m_line.end() || waiter->ask.rank > next->ask.rank)
            next = waiter;
        if (isTurnOfTheOldest)
            break;
    }
    return next;
}

/// Those who no longer wait, and those for whom the road is closed.
void RateLimiter::dismiss(std::vector<std::pair<QPromise<PermitPtr>, PermitPtr>> &turns)
{
    std::erase_if(m_line, [&](Waiter &waiter) {
        if (!waiter.promise.isCanceled() && !closedLocked(waiter.ask.groups))
            return false;
        turns.emplace_back(std::move(waiter.promise), nullptr);
        return true;
    });
}

void RateLimiter::letThrough(std::vector<std::pair<QPromise<PermitPtr>, PermitPtr>> &turns)
{
    for (;;) {
        const auto next = nextInLine();
        if (next == m_line.end() || !mayPass(next->ask))
            return;
        ++m_served;
        turns.emplace_back(std::move(next->promise), take(next->ask));
        m_line.erase(next);
    }
}

RateLimiter::Needs RateLimiter::serve()
{
    std::vector<std::pair<QPromise<PermitPtr>, PermitPtr>> turns;
    Needs needs;
    {
        const std::scoped_lock lock(m_mutex);
        dismiss(turns);
        letThrough(turns);
        if (!m_line.empty() && m_isOpen && !isFull())
            needs.lookAt = nextMoment();
        needs.lease = needed();
    }
    for (auto &[promise, permit] : turns) { // not under the lock: it wakes those who wait
        promise.addResult(std::move(permit));
        promise.finish();
    }
    return needs;
}

int RateLimiter::chunk() const
{
    const double perSecond = m_window.limit / std::chrono::duration<double>(m_terms.window).count();
    return std::clamp(static_cast<int>(std::ceil(leasedSeconds * perSecond)), 1, largestChunk);
}

std::optional<QuotaRequest> RateLimiter::needed()
{
    if (m_isLeasing)
        return std::nullopt;
    QuotaRequest request;
    if (!m_line.empty() && hasWindow() && static_cast<int>(m_slotTimes.size()) <= chunk() / 2)
        request.slotCount = chunk();
    for (const auto &waiter : m_line) {
        for (const auto &group : waiter.ask.groups) {
            const auto allowance = allowanceOf(group);
            const auto &standing = allowance.standing;
            const bool mayBeLeft = standing.left() > 0 || standing.nextFree <= m_clock.now();
            if (standing.isLimited() && allowance.reserved < smallReserve && mayBeLeft)
                request.wanted[group] = reserveChunk;
        }
    }
    const bool isTimeToReport = m_clock.now() - m_reportedAt >= reportInterval;
    const bool isUrgent = !m_isOpen || request.slotCount > 0 || !request.wanted.isEmpty();
    for (auto group = m_groups.begin(); group != m_groups.end(); ++group) {
        if (group->unreported > 0 && (isUrgent || isTimeToReport))
            request.spent[group.key()] = std::exchange(group->unreported, 0);
    }
    if (!isUrgent && request.spent.isEmpty())
        return std::nullopt;
    m_isLeasing = true;
    m_reportedAt = m_clock.now();
    return request;
}

void RateLimiter::granted(const QuotaGrant &grant)
{
    const std::scoped_lock lock(m_mutex);
    m_isLeasing = false;
    m_isOpen = true;
    m_window = grant.window;
    followClock();
    const auto back = std::max(grant.at - m_lastLook, Milliseconds(0));
    for (const auto slotTime : grant.slotTimes)
        m_slotTimes.push_back(slotTime - back);
    for (const auto &standing : grant.groups)
        m_groups[standing.group].standing = standing;
    for (auto reserved = grant.reserved.cbegin(); reserved != grant.reserved.cend(); ++reserved)
        m_groups[reserved.key()].reserved += reserved.value();
    if (grant.blockedUntil > m_blockedUntil) {
        m_blockedUntil = grant.blockedUntil;
        m_blockReason = grant.blockReason;
    }
}

void RateLimiter::leaseFailed(const QuotaRequest &request)
{
    const std::scoped_lock lock(m_mutex);
    m_isLeasing = false;
    for (auto spent = request.spent.cbegin(); spent != request.spent.cend(); ++spent)
        m_groups[spent.key()].unreported += spent.value();
}

RateLimiter::Rest RateLimiter::close()
{
    const std::scoped_lock lock(m_mutex);
    Rest rest;
    rest.unused.slotTimes.assign(m_slotTimes.begin(), m_slotTimes.end());
    rest.unused.late = lateness();
    m_slotTimes.clear();
    for (auto group = m_groups.begin(); group != m_groups.end(); ++group) {
        if (const int reserved = std::exchange(group->reserved, 0); reserved > 0)
            rest.unused.reserved[group.key()] = reserved;
        if (const int unreported = std::exchange(group->unreported, 0); unreported > 0)
            rest.unreported.spent[group.key()] = unreported;
    }
    m_isOpen = false;
    return rest;
}

void RateLimiter::spent(Permit &permit, const QString &group)
{
    bool isAwaited = false;
    {
        const std::scoped_lock lock(m_mutex);
        permit.m_spent = true;
        followClock();
        m_lastSent = m_clock.now();
        if (permit.m_slotTime) {
            isAwaited = !m_line.empty() && !windowHasRoom(); // now it is known when it will
            m_sent.push_back({*permit.m_slotTime, m_lastSent});
            --m_unspent;
        }
        countSpent(permit, group);
    }
    if (isAwaited)
        wake();
}

void RateLimiter::countSpent(Permit &permit, const QString &group)
{
    if (group.isEmpty() || group == permit.m_reserved)
        return;
    if (!permit.m_reserved.isEmpty())
        ++m_groups[std::exchange(permit.m_reserved, {})].reserved;
    auto &allowance = m_groups[group];
    if (allowance.reserved > 0)
        --allowance.reserved;
    else
        ++allowance.unreported;
}

void RateLimiter::giveBack(const Permit &permit)
{
    bool isAwaited = false;
    {
        const std::scoped_lock lock(m_mutex);
        --m_inFlight;
        if (!permit.m_spent && permit.m_slotTime) {
            followClock();
            const auto slotTime = *permit.m_slotTime - (m_setBack - permit.m_setBack);
            m_slotTimes.insert(std::ranges::upper_bound(m_slotTimes, slotTime), slotTime);
            --m_unspent;
        }
        if (!permit.m_spent && !permit.m_reserved.isEmpty())
            ++m_groups[permit.m_reserved].reserved;
        isAwaited = !m_line.empty();
    }
    if (isAwaited)
        wake();
}

void RateLimiter::wake() const
{
    if (m_wake)
        m_wake();
}

void RateLimiter::block(Instant until, const QString &reason)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (until <= m_blockedUntil)
            return;
        m_blockedUntil = until;
        m_blockReason = reason;
    }
    wake();
}

void RateLimiter::unblock()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_blockedUntil = {};
        m_blockReason.clear();
    }
    wake();
}

void RateLimiter::spread(int calls, Instant until)
{
    const std::scoped_lock lock(m_mutex);
    const auto now = m_clock.now();
    if (until <= now)
        return;
    m_spreadUntil = until;
    m_spreadGap = (until - now) / std::max(1, calls);
}

void RateLimiter::overloaded()
{
    const std::scoped_lock lock(m_mutex);
    m_concurrency.overloaded();
}

RateLimiter::Standing RateLimiter::standing() const
{
    const std::scoped_lock lock(m_mutex);
    const auto isOfWindow = [&](const Sent &sent) { return sent.at + m_terms.window > m_clock.now(); };
    Standing standing{.window = m_window,
                      .sent = static_cast<int>(std::ranges::count_if(m_sent, isOfWindow)),
                      .groups = {},
                      .concurrency = m_concurrency.limit(),
                      .inFlight = m_inFlight,
                      .waiting = static_cast<int>(m_line.size())};
    for (auto allowance = m_groups.cbegin(); allowance != m_groups.cend(); ++allowance) {
        auto group = allowance->standing;
        group.group = allowance.key();
        group.used += allowance->unreported - allowance->reserved;
        if (group.used > 0 || group.isLimited())
            standing.groups.push_back(group);
    }
    return standing;
}

} // namespace linernotes
