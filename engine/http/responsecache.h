// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QCache>
#include <QFuture>
#include <QHash>
#include <QPromise>
#include <QString>
#include <QUrl>

#include <memory>
#include <mutex>
#include <optional>

namespace linernotes
{

/// Good answers for a time, the least recently used leave first. In memory only. Thread-safe.
class ResponseCache
{
public:
    explicit ResponseCache(const Clock &clock, qsizetype largestBytes = defaultBytes)
        : m_clock(clock)
        , m_entries(largestBytes)
    {
    }

    [[nodiscard]] std::optional<QByteArray> find(const QUrl &url);
    /// Marks an address as being asked for; its end, whatever came of it, frees those who wait for the answer.
    class Flight
    {
    public:
        Flight(ResponseCache &cache, QByteArray key)
            : m_cache(cache)
            , m_key(std::move(key))
        {
        }
        ~Flight() { m_cache.land(m_key); }
        Flight(const Flight &) = delete;
        Flight &operator=(const Flight &) = delete;

    private:
        ResponseCache &m_cache;
        QByteArray m_key;
    };
    /// Either `mine`: nobody asks for it, the caller does now; or `others`: somebody does, done when that has ended.
    struct Turn {
        std::shared_ptr<Flight> mine;
        QFuture<void> others;
    };
    [[nodiscard]] Turn takeTurn(const QUrl &url);
    void store(const QUrl &url, const QByteArray &body, Milliseconds keepFor);
    void clear();

private:
    static constexpr qsizetype defaultBytes = 64LL * 1024 * 1024;
    struct Entry {
        QByteArray body;
        Instant until;
    };

    void land(const QByteArray &key);

    const Clock &m_clock;
    std::mutex m_mutex;
    QHash<QByteArray, std::shared_ptr<QPromise<void>>> m_flights;
    QCache<QByteArray, Entry> m_entries;
};

} // namespace linernotes
