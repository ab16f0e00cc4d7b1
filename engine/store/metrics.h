// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "telemetry/chart.h"

#include <QMap>

namespace linernotes
{

/// What happened between two looks at the meters.
struct MetricsTally {
    std::array<StageTally, allStages.size()> stages;
    QMap<QString, ServiceTally> services;
    [[nodiscard]] bool isEmpty() const;
};

/// Metrics by time, as they are kept. Works inside the transaction of its Database; throws SqlFailure.
/// Every count is added to the rows of all steps at once: the coarse ones are always the exact sum of the fine ones,
/// whatever the clock does and however many processes count.
class Metrics
{
public:
    explicit Metrics(Database &database)
        : m_database(database)
    {
    }

    /// Adds to the rows that hold `at`. Some 30 small statements.
    void add(Instant at, const MetricsTally &tally);
    /// Removes what is older than its step is kept, at most so many rows of each step: after a long pause it goes on
    /// with the next.
    void trim(int mostRows);

    [[nodiscard]] MetricsChart chart(const MetricsQuery &query);
    [[nodiscard]] RecentMetrics recent();

private:
    void addStage(Milliseconds step, Instant at, const QString &queue, const StageTally &tally);
    void addService(Milliseconds step, Instant at, const QString &service, const ServiceTally &tally);
    MetricsChart chart(Milliseconds step, std::size_t points, const MetricsQuery &query);
    void readStages(MetricsChart &chart, const MetricsQuery &query);
    void readServices(MetricsChart &chart, const MetricsQuery &query);

    Database &m_database;
};

/// The beginning of the step that holds `at`.
[[nodiscard]] Instant beginningOfStep(Instant at, Milliseconds step);

} // namespace linernotes
