// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless/progress.h"

#include "headless/commands.h"
#include "headless/report.h"

namespace linernotes
{
namespace
{

constexpr std::chrono::milliseconds leastInterval{1000};
constexpr std::chrono::milliseconds mostInterval = std::chrono::minutes(1);

} // namespace

ProgressLines::ProgressLines(QObject *parent)
    : QObject(parent)
{
    connect(&m_timer, &QTimer::timeout, this, &ProgressLines::tellNews);
}

void ProgressLines::show(const PipelineSnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    if (m_timer.isActive())
        return;
    m_timer.start(leastInterval);
    tellNews();
}

void ProgressLines::tellNews()
{
    const auto line = toProgressLine(*m_snapshot);
    if (line == m_told && m_sinceTold.elapsed() < mostInterval.count())
        return;
    tell(line);
    m_told = line;
    m_sinceTold.start();
}

} // namespace linernotes
