// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QCache>
#include <QString>
#include <QUrl>

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
    void store(const QUrl &url, const QByteArray &body, Milliseconds keepFor);
    void clear();

private:
    static constexpr qsizetype defaultBytes = 64LL * 1024 * 1024;
    struct Entry {
        QByteArray body;
        Instant until;
    };

    const Clock &m_clock;
    std::mutex m_mutex;
    QCache<QByteArray, Entry> m_entries;
};

} // namespace linernotes
