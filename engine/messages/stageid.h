// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace linernotes
{

/// The five steps, in the order of the way. Each owns the queue of its name.
enum class StageId { ArtistDiscovery, AlbumDiscovery, TrackDiscovery, ProducerIdentification, SocialEnrichment };

inline constexpr std::array<StageId, 5> allStages{StageId::ArtistDiscovery, StageId::AlbumDiscovery,
                                                  StageId::TrackDiscovery, StageId::ProducerIdentification,
                                                  StageId::SocialEnrichment};

/// "artist_discovery", …: the queue's name, also the prefix of the stage's settings.
const QString &queueName(StageId stage);
std::optional<StageId> stageOfQueue(const QString &queue);

} // namespace linernotes
