// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/responsecache.h"

namespace linernotes
{

std::optional<QByteArray> ResponseCache::find(const QUrl &url)
{
    const std::scoped_lock lock(m_mutex);
    const auto key = url.toEncoded();
    const auto *entry = m_entries.object(key);
    if (!entry)
        return std::nullopt;
    if (entry->until > m_clock.now())
        return entry->body;
    m_entries.remove(key);
    return std::nullopt;
}

ResponseCache::Turn ResponseCache::takeTurn(const QUrl &url)
{
    const std::scoped_lock lock(m_mutex);
    auto key = url.toEncoded();
    auto &flight = m_flights[key];
    if (flight)
        return {.mine = nullptr, .others = flight->future()};
    flight = std::make_shared<QPromise<void>>();
    flight->start();
    return {.mine = std::make_shared<Flight>(*this, std::move(key)), .others = {}};
}

void ResponseCache::land(const QByteArray &key)
{
    std::shared_ptr<QPromise<void>> flight;
    {
        const std::scoped_lock lock(m_mutex);
        flight = m_flights.take(key);
    }
    flight->finish(); // outside the lock: it wakes those who wait
}

void ResponseCache::store(const QUrl &url, const QByteArray &body, Milliseconds keepFor)
{
    const std::scoped_lock lock(m_mutex);
    const auto key = url.toEncoded();
    auto entry = std::make_unique<Entry>(Entry{body, m_clock.now() + keepFor});
    m_entries.insert(key, entry.release(), body.size() + key.size());
}

void ResponseCache::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_entries.clear();
}

} // namespace linernotes
