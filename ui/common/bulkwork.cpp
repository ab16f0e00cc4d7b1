// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/bulkwork.h"

#include "common/wording.h"

#include <chrono>

namespace linernotes::ui
{
namespace
{

constexpr std::chrono::milliseconds interval{100};

} // namespace

BulkWork::BulkWork(QObject *parent)
    : QObject(parent)
{
    m_tick.setInterval(interval);
    connect(&m_tick, &QTimer::timeout, this, &BulkWork::tell);
}

BulkWatchPtr BulkWork::begin(qint64 wanted)
{
    m_wanted = wanted;
    m_watch = std::make_shared<BulkWatch>();
    m_tick.start();
    return m_watch;
}

void BulkWork::end()
{
    m_tick.stop();
    m_watch.reset();
}

void BulkWork::cancel()
{
    if (m_watch)
        m_watch->isCancelled = true;
}

void BulkWork::tell()
{
    Q_EMIT progressed(tr("%1 of %2").arg(number(done()), number(m_wanted)),
                      m_wanted > 0 ? static_cast<double>(done()) / static_cast<double>(m_wanted) : 0);
}

} // namespace linernotes::ui
