// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/quota.h"

#include <QPromise>

#include <algorithm>
#include <mutex>
#include <vector>

namespace linernotes::test
{

/// Stands in for the book in the database where a test is of something else: one service, answers at once.
class FakeQuotaBook final : public QuotaBook
{
public:
    explicit FakeQuotaBook(const Clock &clock)
        : m_clock(clock)
    {
    }

    QFuture<Result<QuotaGrant>> lease(const QString & /*service*/, const QuotaTerms &terms,
                                      const QuotaRequest &request) override
    {
        const std::scoped_lock lock(m_mutex);
        ++leases;
        QuotaGrant grant{.at = m_clock.now()};
        grant.slotTimes = leaseSlots(window, terms, m_clock.now(), request.slotCount);
        grant.window = window;
        for (auto spent = request.spent.cbegin(); spent != request.spent.cend(); ++spent)
            used[spent.key()] += spent.value();
        for (auto wanted = request.wanted.cbegin(); wanted != request.wanted.cend(); ++wanted) {
            const int reserved =
                std::clamp(limits.value(wanted.key(), terms.daily) - used[wanted.key()], 0, wanted.value());
            used[wanted.key()] += reserved;
            grant.reserved[wanted.key()] = reserved;
        }
        for (auto group = used.cbegin(); group != used.cend(); ++group) {
            grant.groups.push_back({.group = group.key(),
                                    .used = group.value(),
                                    .limit = limits.value(group.key(), terms.daily),
                                    .nextFree = m_clock.now() + std::chrono::hours(1)});
        }
        QPromise<Result<QuotaGrant>> promise;
        promise.start();
        promise.addResult(Result<QuotaGrant>(grant));
        promise.finish();
        return promise.future();
    }
    void giveBack(const QString & /*service*/, const QuotaTerms &terms, const QuotaReturn &unused) override
    {
        const std::scoped_lock lock(m_mutex);
        returnSlots(window, terms, unused);
        for (auto reserved = unused.reserved.cbegin(); reserved != unused.reserved.cend(); ++reserved)
            used[reserved.key()] -= reserved.value();
    }
    void refused(const QString & /*service*/, const QuotaTerms &terms, const Refusal &refusal) override
    {
        const std::scoped_lock lock(m_mutex);
        refusals.push_back(refusal);
        if (refusal.span == QuotaSpan::Window && terms.most > 0)
            learnRefusal(window, terms, m_clock.now());
    }

    RateWindow window;
    QMap<QString, int> limits; ///< of groups
    QMap<QString, int> used;
    std::vector<Refusal> refusals;
    int leases = 0;

private:
    const Clock &m_clock;
    std::mutex m_mutex;
};

} // namespace linernotes::test
