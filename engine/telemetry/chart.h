// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "messages/stageid.h"
#include "telemetry/meters.h"

#include <QString>

#include <optional>
#include <vector>

namespace linernotes
{

/// What is charted: the last `span`, of one stage, of one service, or, where neither is named, of all.
struct MetricsQuery {
    Milliseconds span = std::chrono::hours(1);
    std::optional<StageId> stage = {};
    QString service = {};
    bool operator==(const MetricsQuery &) const = default;
};

/// How finely a span is drawn, and for how long such rows are kept: the finest that is kept for all of the span, of at
/// most some 1500 points.
struct MetricsStep {
    Milliseconds length;
    std::optional<Milliseconds> kept; ///< nullopt: for good
};
inline constexpr std::array<MetricsStep, 4> metricsSteps{{{std::chrono::seconds(10), std::chrono::minutes(20)},
                                                          {std::chrono::minutes(1), std::chrono::hours(48)},
                                                          {std::chrono::hours(1), std::chrono::days(90)},
                                                          {std::chrono::days(1), std::nullopt}}};
[[nodiscard]] Milliseconds stepFor(Milliseconds span);

/// One stage or service over time: a point a step, nullopt where no engine was at work on the database. A day before a
/// row was kept and a day of sleep look the same: nothing is known of them.
struct StageSeries {
    StageId stage = StageId::ArtistDiscovery;
    std::vector<std::optional<StageTally>> points;
    StageTally total; ///< of all points
    bool operator==(const StageSeries &) const = default;
};
struct ServiceSeries {
    QString service;
    std::vector<std::optional<ServiceTally>> points;
    ServiceTally total;
    bool operator==(const ServiceSeries &) const = default;
};

/// Series whose points stand one above the other: all have the length of `at`.
struct MetricsChart {
    Milliseconds step{0};
    std::vector<Instant> at; ///< the beginning of each step, oldest first; the last one may not be over
    std::vector<StageSeries> stages;
    std::vector<ServiceSeries> services;
    bool operator==(const MetricsChart &) const = default;
};

/// What the snapshot shows of the last minutes.
struct RecentMetrics {
    static constexpr std::size_t sparkPoints = 60; ///< ten-second points
    MetricsChart chart;
    struct Learned {
        qint64 sent = 0; ///< to the stage, in all runs
        qint64 ended = 0; ///< archived, dead or discarded
        qint64 calls = 0; ///< within the last 30 days
        qint64 attempts = 0;
        bool operator==(const Learned &) const = default;
    };
    std::array<Learned, allStages.size()> learned;
    bool operator==(const RecentMetrics &) const = default;
};

} // namespace linernotes
