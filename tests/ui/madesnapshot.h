// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/snapshot.h"

/// Pictures of the engine that are made for a test of the window.
namespace linernotes::test
{

inline std::size_t indexOf(StageId stage)
{
    return static_cast<std::size_t>(stage);
}

inline RunSnapshot run(qint64 id, const QString &name, bool finished, qint64 dead)
{
    RunSnapshot run{.id = id,
                    .name = name,
                    .finished = finished,
                    .createdAt = fromMillis(1'800'000'000'000),
                    .finishedAt = finished ? std::optional(fromMillis(1'800'000'060'000)) : std::nullopt,
                    .stages = {}};
    run.stages.fill({.sent = 12'000, .archived = 12'000, .dead = 0, .discarded = 0});
    auto &credits = run.stages.at(indexOf(StageId::ProducerIdentification));
    credits.dead = dead;
    credits.archived -= dead;
    return run;
}

inline std::shared_ptr<PipelineSnapshot> picture()
{
    auto snapshot = std::make_shared<PipelineSnapshot>();
    snapshot->at = fromMillis(1'800'000'100'000);
    snapshot->running = true;
    for (const auto stage : allStages)
        snapshot->stages.at(indexOf(stage)).stage = stage;
    snapshot->services = {{.service = QStringLiteral("spotify")}, {.service = QStringLiteral("genius")}};
    snapshot->runs = {run(3, QStringLiteral("Mirela Vantage, the whole of the catalogue"), false, 0),
                      run(2, QStringLiteral("Lossy"), true, 7), run(1, QStringLiteral("Whole"), true, 0)};
    snapshot->recordings = 12'345;
    snapshot->unmatched = 678;
    return snapshot;
}

} // namespace linernotes::test
