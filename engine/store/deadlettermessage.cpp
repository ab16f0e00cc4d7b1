// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/deadlettermessage.h"

#include "core/error.h"
#include "core/foruser.h"
#include "matching/artistmatch.h"
#include "messages/messages.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace linernotes
{
Result<QString> checkedEdit(const DeadLetter &letter, const QString &edited)
{
    const auto stage = stageOfQueue(letter.queue);
    if (!stage)
        return failure(ErrorCategory::InvalidInput, ForUser::tr("There is no queue %1.").arg(letter.queue));
    const auto message = parseMessage(*stage, edited);
    if (!message)
        return failure(ErrorCategory::InvalidInput,
                       ForUser::tr("The message is not valid: %1").arg(message.error().message));
    return edited;
}

Result<QString> withChosenArtist(const DeadLetter &letter, const QString &spotifyId)
{
    if (letter.queue != queueName(StageId::ArtistDiscovery)) {
        return failure(
            ErrorCategory::InvalidInput,
            ForUser::tr("Dead letter %1 does not look for an artist: there is nothing to choose.").arg(letter.id));
    }
    ArtistDiscoveryMessage message;
    if (const auto asked = parseMessage(StageId::ArtistDiscovery, letter.message))
        message = std::get<ArtistDiscoveryMessage>(*asked);
    message.artistId = spotifyId;
    return checkedEdit(letter, toJson(message));
}

std::vector<ArtistCandidate> candidatesOf(const DeadLetter &letter)
{
    std::vector<ArtistCandidate> candidates;
    if (letter.category != categoryName(ErrorCategory::Ambiguous))
        return candidates;
    const auto said = QJsonDocument::fromJson(letter.evidence).array();
    for (const auto &value : said) {
        const auto candidate = value.toObject();
        const auto followers = candidate.value(QLatin1String("followers"));
        QStringList genres;
        const auto named = candidate.value(QLatin1String("genres")).toArray();
        for (const auto &genre : named)
            genres.append(genre.toString());
        candidates.push_back({.spotifyId = candidate.value(QLatin1String("spotify_id")).toString(),
                              .name = candidate.value(QLatin1String("name")).toString(),
                              .url = candidate.value(QLatin1String("url")).toString(),
                              .score = candidate.value(QLatin1String("score")).toDouble(),
                              .followers = followers.isDouble() ? std::optional(followers.toInteger()) : std::nullopt,
                              .genres = genres});
    }
    return candidates;
}

bool fitsNobody(const std::vector<ArtistCandidate> &candidates)
{
    return std::ranges::none_of(candidates, [](const auto &candidate) { return candidate.score >= nearlySameName; });
}

} // namespace linernotes
