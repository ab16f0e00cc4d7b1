// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "messages/stageid.h"
#include "telemetry/eventlog.h"
#include "telemetry/meters.h"

#include <QString>
#include <QStringList>

#include <array>
#include <map>
#include <memory>
#include <mutex>

namespace linernotes
{

/// What all parts of an engine report to: a meter a stage and service, and the log. Shared, since threads that report
/// end at different times. From every thread.
class Instruments
{
public:
    /// `clock` must outlive it.
    explicit Instruments(const Clock &clock, EventLevel least = EventLevel::Info)
        : m_log(clock, least)
    {
    }

    [[nodiscard]] EventLog &log() { return m_log; }
    [[nodiscard]] StageMeter &stage(StageId id) { return m_stages.at(static_cast<std::size_t>(id)); }
    /// Made when it is first asked for; lives as long as the instruments.
    [[nodiscard]] ServiceMeter &service(const QString &name)
    {
        const std::scoped_lock lock(m_mutex);
        return m_services[name];
    }
    [[nodiscard]] QStringList services() const
    {
        const std::scoped_lock lock(m_mutex);
        QStringList names;
        for (const auto &service : m_services)
            names.append(service.first);
        return names;
    }

private:
    EventLog m_log;
    std::array<StageMeter, allStages.size()> m_stages;
    mutable std::mutex m_mutex;
    std::map<QString, ServiceMeter> m_services;
};
using InstrumentsPtr = std::shared_ptr<Instruments>;

} // namespace linernotes
