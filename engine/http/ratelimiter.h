// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "http/adaptiveconcurrency.h"
#include "http/quota.h"

#include <QFuture>
#include <QPromise>
#include <QString>

#include <deque>
#include <expected>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace linernotes
{

/// Why a call may not be made now.
struct Wait {
    Instant until; ///< ask again then
    QString reason; ///< a sentence for people; empty for the ordinary spacing of calls
    bool isLong = false; ///< the service refused or its circuit is open: nobody should hold a message meanwhile
    bool isQuota = false; ///< it is the quota, not the circuit or the credentials
    bool isByHand = false; ///< until a person lets it: `until` is when to look again, and no promise
};

/// A service's quota: when its next calls may go out and who makes them. Thread-safe; no callbacks under the lock.
///
/// The moments of the calls are leased from the QuotaBook in small chunks, which all processes on the database share.
/// A call may go out later than its moment: what went out within the last window, and may yet by a permit, is counted
/// before the next permit is given, so that a rolling window is never exceeded however late, and in whatever order, the
/// permits are spent. Those who wait stand in one line: the highest rank first, and every eighth time the one who has
/// waited longest, so that no stage starves another. The turnstile (turnstile.h) turns it: brings the leases and calls
/// serve() in time.
class RateLimiter
{
public:
    /// What a caller wants.
    struct Ask {
        int rank = 0; ///< the higher the earlier
        QStringList groups; ///< endpoint groups that have to have calls left; the first is the next call's
    };

    /// The right to make one call. Counts as in flight while it lives; unspent, it goes back.
    class Permit
    {
    public:
        Permit(RateLimiter &limiter, std::optional<Instant> slotTime, QString reserved, bool wasFull)
            : m_limiter(limiter)
            , m_slotTime(slotTime)
            , m_setBack(limiter.m_setBack)
            , m_reserved(std::move(reserved))
            , m_wasFull(wasFull)
        {
        }
        ~Permit();
        Permit(const Permit &) = delete;
        Permit &operator=(const Permit &) = delete;
        /// A place in this group's long window is held for it.
        [[nodiscard]] bool holds(const QString &group) const { return m_reserved == group; }
        /// The call goes out now and is counted.
        void spend(const QString &group);
        /// It was answered in time, which says how much the service bears.
        void answered(Milliseconds took);

    private:
        friend class RateLimiter;
        RateLimiter &m_limiter;
        const std::optional<Instant> m_slotTime; ///< nullopt: the service has no window
        const Milliseconds m_setBack; ///< the limiter's when this was given
        QString m_reserved; ///< the group whose long window holds a place for it; empty: none
        const bool m_wasFull;
        bool m_spent = false;
    };
    using PermitPtr = std::shared_ptr<Permit>;

    RateLimiter(const Clock &clock, const QuotaTerms &terms, int concurrency);

    /// nullopt: join the line.
    std::expected<std::optional<PermitPtr>, Wait> tryAcquire(const Ask &ask);
    /// Done when it is the caller's turn; with null when the road is closed instead: ask again to hear why.
    QFuture<PermitPtr> join(const Ask &ask);
    void leave(QFuture<PermitPtr> turn);

    /// What the turnstile has to do.
    struct Needs {
        std::optional<Instant> lookAt; ///< call serve() again then
        std::optional<QuotaRequest> lease;
    };
    /// Lets through whose turn it is.
    Needs serve();
    void granted(const QuotaGrant &grant);
    /// There is no answer to the lease: what it reported is reported with the next.
    void leaseFailed(const QuotaRequest &request);
    struct Rest {
        QuotaReturn unused;
        QuotaRequest unreported;
    };
    /// Everything leased and not used, and what was used and not reported. Nothing passes until the next grant.
    Rest close();
    /// Called on any thread when serve() may let somebody through.
    void setWake(std::function<void()> wake) { m_wake = std::move(wake); }

    /// A block is never shortened by a later, smaller answer.
    void block(Instant until, const QString &reason);
    /// Another account: what was refused to the one before says nothing of it.
    void unblock();
    /// The service said how many calls it takes until then: they are spread over that time.
    void spread(int calls, Instant until);
    /// A call failed as one of too many.
    void overloaded();

    /// What closes the road for so long that nobody should hold a message: a refusal, or a group without calls left.
    [[nodiscard]] std::optional<Wait> closedFor(const QStringList &groups) const;
    [[nodiscard]] std::optional<Wait> blocked() const;

    struct Standing {
        RateWindow window;
        int sent = 0; ///< calls of ours that went out within the last window
        std::vector<GroupStanding> groups;
        int concurrency = 0; ///< at this moment; 0: no limit
        int inFlight = 0;
        int waiting = 0;
    };
    [[nodiscard]] Standing standing() const;
    [[nodiscard]] const QuotaTerms &terms() const { return m_terms; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

private:
    struct Waiter {
        Ask ask;
        QPromise<PermitPtr> promise;
    };
    struct Allowance {
        GroupStanding standing;
        int reserved = 0; ///< leased of the long window, not yet spent
        int unreported = 0; ///< spent without a lease: the group's limit is not known
    };
    struct Sent {
        Instant slotTime;
        Instant at;
    };

    [[nodiscard]] Allowance allowanceOf(const QString &group) const;
    [[nodiscard]] bool hasWindow() const { return m_terms.most > 0; }
    [[nodiscard]] std::optional<Wait> closedLocked(const QStringList &groups) const;
    [[nodiscard]] std::optional<Wait> blockedLocked() const;
    [[nodiscard]] bool hasCallsLeft(const QStringList &groups) const;
    [[nodiscard]] bool isFull() const;
    void followClock();
    std::optional<Instant> nextMoment();
    std::optional<Instant> windowHasRoom();
    [[nodiscard]] Milliseconds lateness() const;
    bool mayPass(const Ask &ask);
    PermitPtr take(const Ask &ask);
    void dismiss(std::vector<std::pair<QPromise<PermitPtr>, PermitPtr>> &turns);
    void letThrough(std::vector<std::pair<QPromise<PermitPtr>, PermitPtr>> &turns);
    std::deque<Waiter>::iterator nextInLine();
    std::optional<QuotaRequest> needed();
    [[nodiscard]] int chunk() const;
    void giveBack(const Permit &permit);
    void spent(Permit &permit, const QString &group);
    void countSpent(Permit &permit, const QString &group);
    void wake() const;

    const Clock &m_clock;
    const QuotaTerms m_terms;
    std::function<void()> m_wake;
    mutable std::mutex m_mutex;
    bool m_isOpen = false; ///< the first grant has come: who was refused before, and what is left, is known
    bool m_isLeasing = false;
    AdaptiveConcurrency m_concurrency;
    int m_inFlight = 0;
    RateWindow m_window;
    std::deque<Instant> m_slotTimes;
    std::deque<Sent> m_sent; ///< within the last window, as they went out
    int m_unspent = 0; ///< permits whose call may go out any moment
    QMap<QString, Allowance> m_groups;
    std::deque<Waiter> m_line;
    quint64 m_served = 0;
    Instant m_reportedAt{};
    Instant m_lastLook{};
    Milliseconds m_setBack{0}; ///< by so much in all the clock was, since the start
    Milliseconds m_spreadGap{0};
    Instant m_spreadUntil{};
    Instant m_lastSent{};
    Instant m_blockedUntil{};
    QString m_blockReason;
};

} // namespace linernotes
