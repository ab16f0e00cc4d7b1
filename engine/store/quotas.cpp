// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/quotas.h"

#include "store/store.h"

#include <algorithm>

namespace linernotes
{
namespace
{

/// An hour counts until its last call is 24 h old.
constexpr qint64 countedHours = 24;
/// A refusal after a handful of calls says that others use the same quota, not how large it is: the smallest that was
/// observed is 476 calls (apis.md 1.8).
constexpr int smallestDaily = 200;

qint64 hourOf(Instant instant)
{
    return std::chrono::floor<std::chrono::hours>(instant).time_since_epoch().count();
}

Instant startOfHour(qint64 hour)
{
    return Instant(std::chrono::hours(hour));
}

} // namespace

QuotaGrant Quotas::window(const QString &service)
{
    QuotaGrant grant{};
    auto rows = m_database.execute("quotas.window", {service});
    if (!rows.next())
        return grant;
    const auto figure = [&rows](int column) { return static_cast<int>(rows.integer(column)); };
    grant.window = {.start = rows.instant(0),
                    .limit = figure(1),
                    .used = figure(2),
                    .nextAt = rows.instant(3),
                    .proven = figure(4),
                    .ceiling = figure(5),
                    .refusedAt = rows.instant(6),
                    .raisedAt = rows.instant(7)};
    grant.blockedUntil = rows.instant(8);
    grant.blockReason = rows.text(9);
    return grant;
}

void Quotas::keepWindow(const QString &service, const RateWindow &window)
{
    m_database.execute("quotas.keep_window",
                       {service, toMillis(window.start), window.limit, window.used, toMillis(window.nextAt),
                        window.proven, window.ceiling, toMillis(window.refusedAt), toMillis(window.raisedAt),
                        toMillis(m_database.now())});
}

void Quotas::count(const QString &service, const QString &group, int calls)
{
    m_database.execute("quotas.count", {service, group, hourOf(m_database.now()), calls});
}

std::vector<GroupStanding> Quotas::groups(const QString &service, const QuotaTerms &terms)
{
    std::vector<GroupStanding> groups;
    const auto now = m_database.now();
    auto rows = m_database.execute("quotas.groups", {service, hourOf(now) - countedHours});
    while (rows.next()) {
        const int learned = static_cast<int>(rows.integer(2));
        groups.push_back({.group = rows.text(0),
                          .used = static_cast<int>(rows.integer(1)),
                          .limit = learned > 0 ? learned : terms.daily,
                          .nextFree = rows.integer(3) > 0 ? startOfHour(rows.integer(3) + countedHours + 1) : now});
    }
    return groups;
}

QuotaGrant Quotas::lease(const QString &service, const QuotaTerms &terms, const QuotaRequest &request)
{
    auto grant = window(service);
    const auto now = m_database.now();
    grant.at = now;
    if (request.slotCount > 0) {
        grant.slotTimes = leaseSlots(grant.window, terms, now, request.slotCount);
        keepWindow(service, grant.window);
    }
    for (auto spent = request.spent.cbegin(); spent != request.spent.cend(); ++spent)
        count(service, spent.key(), spent.value());
    raiseGrownLimits(service);
    grant.groups = groups(service, terms);
    for (auto wanted = request.wanted.cbegin(); wanted != request.wanted.cend(); ++wanted) {
        auto group = std::ranges::find(grant.groups, wanted.key(), &GroupStanding::group);
        if (group == grant.groups.end())
            group =
                grant.groups.insert(group, {.group = wanted.key(), .used = 0, .limit = terms.daily, .nextFree = now});
        const int reserved = std::min(wanted.value(), group->left());
        if (reserved == 0)
            continue;
        count(service, wanted.key(), reserved);
        group->used += reserved;
        grant.reserved[wanted.key()] = reserved;
        if (group->left() == 0)
            noteUsedUp(service, *group);
    }
    return grant;
}

/// Once for every hour of calls that comes back and is used up again.
void Quotas::noteUsedUp(const QString &service, const GroupStanding &group)
{
    m_database.noteEvent({.level = EventLevel::Warning,
                          .kind = EventKind::QuotaUsedUp,
                          .service = service,
                          .category = ErrorCategory::RateLimited,
                          .text = QStringLiteral("%1 calls of “%2” in 24 h; the next is free at %3")
                                      .arg(group.limit)
                                      .arg(group.group, toIsoText(group.nextFree))});
}

void Quotas::giveBack(const QString &service, const QuotaTerms &terms, const QuotaReturn &unused)
{
    if (!unused.slotTimes.empty() || unused.late > Milliseconds(0)) {
        auto kept = window(service).window;
        returnSlots(kept, terms, unused);
        keepWindow(service, kept);
    }
    for (auto reserved = unused.reserved.cbegin(); reserved != unused.reserved.cend(); ++reserved)
        count(service, reserved.key(), -reserved.value());
}

/// The window holds what was counted of the last 24 h, and a little less: the hours are counted whole.
void Quotas::learnDailyRefusal(const QString &service, const QuotaTerms &terms, const QString &group)
{
    const auto all = groups(service, terms);
    const auto refused = std::ranges::find(all, group, &GroupStanding::group);
    const int used = refused == all.end() ? 0 : refused->used;
    if (used < smallestDaily)
        return;
    m_database.execute("quotas.learn_group", {service, group, used - 1, toMillis(m_database.now())});
}

/// A day of full use without a refusal: a twentieth more.
void Quotas::raiseGrownLimits(const QString &service)
{
    constexpr int share = 20;
    struct Grown {
        QString group;
        qint64 limit = 0;
    };
    std::vector<Grown> grown;
    const auto now = m_database.now();
    {
        auto rows = m_database.execute("quotas.groups", {service, hourOf(now) - countedHours});
        while (rows.next()) {
            const auto limit = rows.integer(2);
            const bool isOld = now - rows.instant(4) >= std::chrono::hours(countedHours);
            if (limit > 0 && isOld && rows.integer(1) * share >= limit * (share - 1))
                grown.push_back({rows.text(0), limit + std::max<qint64>(1, limit / share)});
        }
    }
    for (const auto &group : grown)
        m_database.execute("quotas.learn_group", {service, group.group, group.limit, toMillis(now)});
    m_database.execute("quotas.forget", {service, hourOf(now) - countedHours});
}

/// Several calls may be in flight when the first is refused: what the later ones say is no news.
void Quotas::noteRefusal(const QString &service, const Refusal &refusal)
{
    constexpr Milliseconds sameRefusal = std::chrono::seconds(2);
    if (refusal.until <= window(service).blockedUntil + sameRefusal)
        return;
    m_database.noteEvent({.level = EventLevel::Warning,
                          .kind = EventKind::ServiceRefused,
                          .service = service,
                          .category = ErrorCategory::RateLimited,
                          .text = QStringLiteral("%1, until %2").arg(refusal.reason, toIsoText(refusal.until))});
}

void Quotas::refused(const QString &service, const QuotaTerms &terms, const Refusal &refusal)
{
    noteRefusal(service, refusal);
    m_database.execute("quotas.block", {service, toMillis(refusal.until), refusal.reason, toMillis(m_database.now())});
    if (refusal.span == QuotaSpan::Day) {
        if (!refusal.group.isEmpty())
            learnDailyRefusal(service, terms, refusal.group);
        return;
    }
    if (refusal.span != QuotaSpan::Window || terms.most <= 0)
        return;
    auto kept = window(service).window;
    learnRefusal(kept, terms, m_database.now());
    keepWindow(service, kept);
}

void Quotas::unblock(const QString &service)
{
    m_database.execute("quotas.unblock", {service});
}

std::vector<ServiceBlock> Quotas::blocks()
{
    std::vector<ServiceBlock> blocks;
    auto rows = m_database.execute("quotas.blocks");
    while (rows.next())
        blocks.push_back({rows.text(0), rows.instant(1), rows.text(2)});
    return blocks;
}

QuotaGrant Quotas::standing(const QString &service, const QuotaTerms &terms)
{
    auto standing = window(service);
    standing.groups = groups(service, terms);
    return standing;
}

QFuture<Result<QuotaGrant>> StoredQuotaBook::lease(const QString &service, const QuotaTerms &terms,
                                                   const QuotaRequest &request)
{
    return m_store.transact(
        [=](Database &database) -> Result<QuotaGrant> { return Quotas(database).lease(service, terms, request); });
}

void StoredQuotaBook::giveBack(const QString &service, const QuotaTerms &terms, const QuotaReturn &unused)
{
    m_store.transact([=](Database &database) -> Result<bool> {
        Quotas(database).giveBack(service, terms, unused);
        return true;
    });
}

void StoredQuotaBook::refused(const QString &service, const QuotaTerms &terms, const Refusal &refusal)
{
    m_store.transact([=](Database &database) -> Result<bool> {
        Quotas(database).refused(service, terms, refusal);
        return true;
    });
}

} // namespace linernotes
