// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/responsecache.h"
#include "store/database.h"

#include <QMap>

#include <atomic>
#include <optional>
#include <vector>

namespace linernotes
{

class Store;

/// What is kept of a service's answers.
struct CacheHolding {
    QString service;
    qint64 answers = 0;
    qint64 bytes = 0; ///< compressed
    qint64 fresh = 0; ///< of the answers: those that spare a call now
    bool operator==(const CacheHolding &) const = default;
};

/// The services' answers as they are kept, compressed. Works inside the transaction of its Database; throws SqlFailure.
class Responses
{
public:
    static constexpr qint64 largestBytes = 512LL * 1024 * 1024;

    explicit Responses(Database &database)
        : m_database(database)
    {
    }

    std::optional<CachedResponse> find(const CacheKey &key);
    /// `response`: with a compressed body.
    void keep(const CacheKey &key, const CachedResponse &response);
    void remove(const CacheKey &key);

    /// All of a service, or of all where it is empty; processes that run hear of it by clearings(). How many it were.
    qint64 clear(const QString &service);
    QMap<QString, Instant> clearings();
    std::vector<CacheHolding> holdings();
    /// Drops what is too old, what an older program kept, and the oldest of what is too much.
    void tidy(qint64 mostBytes = largestBytes);

private:
    Database &m_database;
};

/// The shelf in the database.
class StoredResponseShelf final : public ResponseShelf
{
public:
    /// `store` must outlive it.
    explicit StoredResponseShelf(Store &store)
        : m_store(store)
    {
    }
    QFuture<Result<std::optional<CachedResponse>>> find(const CacheKey &key) override;
    void keep(const CacheKey &key, const CachedResponse &response) override;
    void remove(const CacheKey &key) override;

private:
    Store &m_store;
    std::atomic<int> m_kept{0};
};

} // namespace linernotes
