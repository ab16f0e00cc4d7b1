// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QByteArray>
#include <QCache>
#include <QFuture>
#include <QHash>
#include <QMap>
#include <QPromise>
#include <QString>

#include <memory>
#include <mutex>
#include <optional>

namespace linernotes
{

/// What an answer is found by. The address holds the question whole and never a secret: those travel in headers.
struct CacheKey {
    QString service;
    QByteArray url; ///< encoded, with its query
    bool operator==(const CacheKey &) const = default;
};

/// An answer that may be used again.
struct CachedResponse {
    int status = 200; ///< or 404: known to be missing
    QByteArray body;
    QByteArray etag; ///< empty: the service gave none
    Instant storedAt{};
    Instant freshUntil{};
    Instant keptUntil{}; ///< between the two it may be used if the service confirms it (If-None-Match)
    bool operator==(const CachedResponse &) const = default;
};

/// The lasting layer under the memory. The answers come on any thread.
class ResponseShelf
{
public:
    ResponseShelf() = default;
    virtual ~ResponseShelf() = default;
    Q_DISABLE_COPY_MOVE(ResponseShelf)

    virtual QFuture<Result<std::optional<CachedResponse>>> find(const CacheKey &key) = 0;
    virtual void keep(const CacheKey &key, const CachedResponse &response) = 0;
    virtual void remove(const CacheKey &key) = 0;
};

/// Answers for a time: in memory, where the least recently used leave first, over a shelf that lasts. Thread-safe.
class ResponseCache
{
public:
    /// To be raised when the program asks for or understands answers differently: what older programs kept is not used.
    static constexpr int version = 1;

    /// Without a shelf it remembers in memory only. The shelf must outlive it.
    explicit ResponseCache(const Clock &clock, ResponseShelf *shelf = nullptr, qsizetype largestBytes = defaultBytes)
        : m_clock(clock)
        , m_shelf(shelf)
        , m_entries(largestBytes)
    {
    }

    /// From memory, while it is fresh.
    [[nodiscard]] std::optional<CachedResponse> find(const CacheKey &key);
    using Found = Result<std::optional<CachedResponse>>;
    /// Looks on the shelf; what it gives goes to accept(). (Not joined by QFuture::then: in Qt 6.4 that races with the
    /// end of the future.)
    [[nodiscard]] QFuture<Found> lookUp(const CacheKey &key) const;
    /// What was found, if it is of use: fresh, or to be confirmed. Kept in memory if fresh. A shelf that can't be read
    /// knows nothing.
    [[nodiscard]] std::optional<CachedResponse> accept(const CacheKey &key, const Found &found);

    /// Marks an address as being asked for; its end, whatever came of it, frees those who wait for the answer.
    class Flight
    {
    public:
        Flight(ResponseCache &cache, CacheKey key)
            : m_cache(cache)
            , m_key(std::move(key))
        {
        }
        ~Flight() { m_cache.land(m_key); }
        Flight(const Flight &) = delete;
        Flight &operator=(const Flight &) = delete;

    private:
        ResponseCache &m_cache;
        CacheKey m_key;
    };
    /// Either `mine`: nobody asks for it, the caller does now; or `others`: somebody does, done when that has ended.
    struct Turn {
        std::shared_ptr<Flight> mine;
        QFuture<void> others;
    };
    [[nodiscard]] Turn takeTurn(const CacheKey &key);

    void store(const CacheKey &key, const CachedResponse &response);
    /// It proved to be useless.
    void forget(const CacheKey &key);
    /// By service, '' for all: what was stored before is used no more. A person said so, perhaps to another process.
    void setClearings(const QMap<QString, Instant> &clearings);

private:
    /// What leaves memory is still on the shelf, some tens of microseconds away.
    static constexpr qsizetype defaultBytes = 16LL * 1024 * 1024;

    [[nodiscard]] bool isCleared(const CacheKey &key, const CachedResponse &response) const;
    void remember(const CacheKey &key, const CachedResponse &response);
    void land(const CacheKey &key);

    const Clock &m_clock;
    ResponseShelf *m_shelf;
    mutable std::mutex m_mutex;
    QHash<CacheKey, std::shared_ptr<QPromise<void>>> m_flights;
    QCache<CacheKey, CachedResponse> m_entries;
    QMap<QString, Instant> m_clearings;
};

inline size_t qHash(const CacheKey &key, size_t seed = 0)
{
    return qHashMulti(seed, key.service, key.url);
}

} // namespace linernotes
