// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/responsecache.h"

#include <algorithm>

namespace linernotes
{

bool ResponseCache::isCleared(const CacheKey &key, const CachedResponse &response) const
{
    return response.storedAt <= std::max(m_clearings.value(key.service), m_clearings.value(QString()));
}

std::optional<CachedResponse> ResponseCache::find(const CacheKey &key)
{
    const std::scoped_lock lock(m_mutex);
    const auto *entry = m_entries.object(key);
    if (!entry)
        return std::nullopt;
    if (entry->freshUntil > m_clock.now() && !isCleared(key, *entry))
        return *entry;
    m_entries.remove(key);
    return std::nullopt;
}

QFuture<ResponseCache::Found> ResponseCache::lookUp(const CacheKey &key) const
{
    return m_shelf ? m_shelf->find(key) : QtFuture::makeReadyFuture(Found(std::nullopt));
}

std::optional<CachedResponse> ResponseCache::accept(const CacheKey &key, const Found &found)
{
    const std::scoped_lock lock(m_mutex);
    if (!found || !*found || isCleared(key, **found) || (*found)->keptUntil <= m_clock.now())
        return std::nullopt;
    if ((*found)->freshUntil > m_clock.now())
        remember(key, **found);
    return *found;
}

ResponseCache::Turn ResponseCache::takeTurn(const CacheKey &key)
{
    const std::scoped_lock lock(m_mutex);
    auto &flight = m_flights[key];
    if (flight)
        return {.mine = nullptr, .others = flight->future()};
    flight = std::make_shared<QPromise<void>>();
    flight->start();
    return {.mine = std::make_shared<Flight>(*this, key), .others = {}};
}

void ResponseCache::land(const CacheKey &key)
{
    std::shared_ptr<QPromise<void>> flight;
    {
        const std::scoped_lock lock(m_mutex);
        flight = m_flights.take(key);
    }
    flight->finish(); // outside the lock: it wakes those who wait
}

void ResponseCache::remember(const CacheKey &key, const CachedResponse &response)
{
    auto entry = std::make_unique<CachedResponse>(response);
    m_entries.insert(key, entry.release(), response.body.size() + key.url.size());
}

void ResponseCache::store(const CacheKey &key, const CachedResponse &response)
{
    {
        const std::scoped_lock lock(m_mutex);
        remember(key, response);
    }
    if (m_shelf)
        m_shelf->keep(key, response);
}

void ResponseCache::forget(const CacheKey &key)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_entries.remove(key);
    }
    if (m_shelf)
        m_shelf->remove(key);
}

void ResponseCache::setClearings(const QMap<QString, Instant> &clearings)
{
    const std::scoped_lock lock(m_mutex);
    m_clearings = clearings;
}

} // namespace linernotes
