// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/quota.h"
#include "store/database.h"

namespace linernotes
{

class Store;

/// A service that refused until a time; kept so that a restart does not ask again too early.
struct ServiceBlock {
    QString service;
    Instant until;
    QString reason;
    bool operator==(const ServiceBlock &) const = default;
};

/// The quotas as they are kept. Works inside the transaction of its Database; throws SqlFailure.
class Quotas
{
public:
    explicit Quotas(Database &database)
        : m_database(database)
    {
    }

    QuotaGrant lease(const QString &service, const QuotaTerms &terms, const QuotaRequest &request);
    void giveBack(const QString &service, const QuotaTerms &terms, const QuotaReturn &unused);
    void refused(const QString &service, const QuotaTerms &terms, const Refusal &refusal);

    std::vector<ServiceBlock> blocks();
    /// What was refused to another account.
    void unblock(const QString &service);
    /// What is known of a service without leasing anything.
    QuotaGrant standing(const QString &service, const QuotaTerms &terms);
    std::vector<GroupStanding> groups(const QString &service, const QuotaTerms &terms);

private:
    QuotaGrant window(const QString &service);
    void noteRefusal(const QString &service, const Refusal &refusal);
    void noteUsedUp(const QString &service, const GroupStanding &group);
    void keepWindow(const QString &service, const RateWindow &window);
    void count(const QString &service, const QString &group, int calls);
    void learnDailyRefusal(const QString &service, const QuotaTerms &terms, const QString &group);
    void raiseGrownLimits(const QString &service);

    Database &m_database;
};

/// The book of all processes on one database.
class StoredQuotaBook final : public QuotaBook
{
public:
    /// `store` must outlive it.
    explicit StoredQuotaBook(Store &store)
        : m_store(store)
    {
    }
    QFuture<Result<QuotaGrant>> lease(const QString &service, const QuotaTerms &terms,
                                      const QuotaRequest &request) override;
    void giveBack(const QString &service, const QuotaTerms &terms, const QuotaReturn &unused) override;
    void refused(const QString &service, const QuotaTerms &terms, const Refusal &refusal) override;

private:
    Store &m_store;
};

} // namespace linernotes
