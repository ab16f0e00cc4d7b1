// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages/stageid.h"

#include <utility>

namespace linernotes
{

const QString &queueName(StageId stage)
{
    static const std::array<QString, allStages.size()> names{
        QStringLiteral("artist_discovery"), QStringLiteral("album_discovery"), QStringLiteral("track_discovery"),
        QStringLiteral("producer_identification"), QStringLiteral("social_enrichment")};
    return names.at(static_cast<std::size_t>(std::to_underlying(stage)));
}

std::optional<StageId> stageOfQueue(const QString &queue)
{
    for (const auto stage : allStages) {
        if (queueName(stage) == queue)
            return stage;
    }
    return std::nullopt;
}

} // namespace linernotes
