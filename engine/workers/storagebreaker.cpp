// SPDX-License-Identifier: GPL-3.0-or-later
#include "workers/storagebreaker.h"

#include <algorithm>

namespace linernotes
{

Milliseconds StorageBreaker::left() const
{
    if (m_failures == 0)
        return Milliseconds(0);
    return std::max(std::chrono::ceil<Milliseconds>(m_until - m_now()), Milliseconds(0));
}

Milliseconds StorageBreaker::pause()
{
    const std::scoped_lock lock(m_mutex);
    return left();
}

bool StorageBreaker::tryEnter()
{
    const std::scoped_lock lock(m_mutex);
    if (m_failures == 0)
        return true;
    if (left() > Milliseconds(0))
        return false;
    const auto now = m_now();
    // One that was stopped says nothing of its try.
    const bool isTried = m_tryingSince && now - *m_tryingSince < longestPause;
    if (!isTried)
        m_tryingSince = now;
    return !isTried;
}

void StorageBreaker::succeeded()
{
    const std::scoped_lock lock(m_mutex);
    m_failures = 0;
    m_tryingSince.reset();
}

void StorageBreaker::failed()
{
    const std::scoped_lock lock(m_mutex);
    if (m_failures > 0 && !m_tryingSince)
        return;
    constexpr int mostDoublings = 6;
    const auto doubled = firstPause * (1 << std::min(m_failures, mostDoublings));
    m_until = m_now() + std::min<Milliseconds>(doubled, longestPause);
    ++m_failures;
    m_tryingSince.reset();
}

} // namespace linernotes
