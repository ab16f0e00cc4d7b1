// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/quota.h"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace linernotes
{
namespace
{

/// A call takes a while to reach the service, one longer than another: spaced a hundredth wider than need be, calls
/// that were a window apart here are a window apart there. Threads and networks don't get quicker with the window, so
/// that a short one needs a larger share.
constexpr int slackShare = 100;
constexpr Milliseconds leastSlack{20};
constexpr int largestSlackShare = 50;
constexpr double decrease = 0.7;
constexpr double increase = 0.1;
/// What counts as a window that was used: less says nothing of the limit.
constexpr double fullShare = 0.8;
constexpr int windowsFarAhead = 20;
constexpr Milliseconds leastFarAhead = std::chrono::minutes(10);
constexpr auto refusalIsFresh = std::chrono::hours(1);

int callsOf(double perSecond, const QuotaTerms &terms)
{
    return std::max(1, static_cast<int>(std::floor(perSecond * std::chrono::duration<double>(terms.window).count())));
}

double gapMs(const RateWindow &window, const QuotaTerms &terms)
{
    return static_cast<double>((terms.window + windowSlack(terms)).count()) / std::max(1, window.limit);
}

/// The window ended: if it was full and nothing was refused meanwhile, the next may hold more.
void learnFrom(RateWindow &window, const QuotaTerms &terms, Instant now)
{
    const bool wasFull = window.used >= static_cast<int>(fullShare * window.limit);
    if (!wasFull || now - std::max(window.refusedAt, window.raisedAt) < terms.window)
        return;
    window.proven = std::max(window.proven, window.limit);
    const bool isFresh = window.ceiling > 0 && now - window.refusedAt < refusalIsFresh;
    const int most = isFresh ? window.ceiling : callsOf(terms.most, terms);
    const int step = std::max(1, static_cast<int>(increase * callsOf(terms.most, terms)));
    window.limit = std::max(window.limit, std::min(window.limit + step, most));
    window.raisedAt = now;
}

void adopt(RateWindow &window, const QuotaTerms &terms, Instant now)
{
    if (window.refusedAt == Instant{}) // nothing to learn from yet: what the user says
        window.limit = callsOf(terms.most, terms);
    window.limit = std::clamp(window.limit, callsOf(terms.least, terms), callsOf(terms.most, terms));
    // The clock was set back, or another machine's goes ahead. Many processes at a slow rate lease some windows ahead.
    if (window.nextAt > now + std::max<Milliseconds>(leastFarAhead, windowsFarAhead * terms.window))
        window.nextAt = now;
}

} // namespace

int largestLimit(const QuotaTerms &terms)
{
    return terms.most > 0 ? callsOf(terms.most, terms) : 0;
}

Milliseconds windowSlack(const QuotaTerms &terms)
{
    return std::max(terms.window / slackShare, std::min(leastSlack, terms.window / largestSlackShare));
}

Milliseconds slotGap(const RateWindow &window, const QuotaTerms &terms)
{
    return Milliseconds(static_cast<qint64>(std::ceil(gapMs(window, terms))));
}

std::vector<Instant> leaseSlots(RateWindow &window, const QuotaTerms &terms, Instant now, int wanted)
{
    std::vector<Instant> slotTimes;
    if (wanted <= 0)
        return slotTimes;
    adopt(window, terms, now);
    auto at = static_cast<double>(toMillis(std::max(now, window.nextAt)));
    for (int i = 0; i < wanted; ++i) {
        const auto time = fromMillis(static_cast<qint64>(std::ceil(at)));
        if (time - window.start >= terms.window || time < window.start) {
            learnFrom(window, terms, time);
            window.start = time;
            window.used = 0;
        }
        ++window.used;
        slotTimes.push_back(time);
        at += gapMs(window, terms);
    }
    window.nextAt = fromMillis(static_cast<qint64>(std::ceil(at)));
    return slotTimes;
}

void returnSlots(RateWindow &window, const QuotaTerms &terms, const QuotaReturn &unused)
{
    const auto gap = slotGap(window, terms);
    for (const auto slotTime : std::views::reverse(unused.slotTimes)) {
        if (slotTime >= window.start && window.used > 0)
            --window.used;
        if (slotTime + gap >= window.nextAt && slotTime < window.nextAt)
            window.nextAt = slotTime;
    }
    window.nextAt += unused.late;
}

void learnRefusal(RateWindow &window, const QuotaTerms &terms, Instant now)
{
    constexpr auto sameRefusal = std::chrono::seconds(1); // calls that were in flight together
    adopt(window, terms, now);
    if (now - window.refusedAt < sameRefusal && now >= window.refusedAt)
        return;
    constexpr double notThatMuch = 0.9;
    const bool wentWellBefore = window.proven > 0 && window.proven < window.limit;
    window.ceiling = wentWellBefore ? window.proven : std::max(1, static_cast<int>(notThatMuch * window.limit));
    window.proven = std::min(window.proven, window.ceiling);
    window.limit = std::max(callsOf(terms.least, terms), static_cast<int>(decrease * window.limit));
    window.refusedAt = now;
}

QString endpointGroup(const QString &endpoint)
{
    if (endpoint == QLatin1String("/api/token"))
        return {};
    return endpoint.section(QLatin1Char('/'), 1, 1).section(QLatin1Char('?'), 0, 0);
}

} // namespace linernotes
