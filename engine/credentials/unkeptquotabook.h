// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/quota.h"

#include <QPromise>

namespace linernotes
{

/// A book of one's own, for calls that are on nobody's account: nothing is counted or remembered in it.
class UnkeptQuotaBook final : public QuotaBook
{
public:
    explicit UnkeptQuotaBook(const Clock &clock)
        : m_clock(clock)
    {
    }

    QFuture<Result<QuotaGrant>> lease(const QString & /*service*/, const QuotaTerms &terms,
                                      const QuotaRequest &request) override
    {
        QuotaGrant grant{.at = m_clock.now()};
        grant.slotTimes = leaseSlots(m_window, terms, m_clock.now(), request.slotCount);
        grant.window = m_window;
        grant.reserved = request.wanted;
        QPromise<Result<QuotaGrant>> promise;
        promise.start();
        promise.addResult(Result<QuotaGrant>(grant));
        promise.finish();
        return promise.future();
    }
    void giveBack(const QString & /*service*/, const QuotaTerms & /*terms*/, const QuotaReturn & /*unused*/) override {
    }
    void refused(const QString & /*service*/, const QuotaTerms & /*terms*/, const Refusal & /*refusal*/) override { }

private:
    const Clock &m_clock;
    RateWindow m_window;
};

} // namespace linernotes
