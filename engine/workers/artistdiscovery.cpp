// SPDX-License-Identifier: GPL-3.0-or-later
#include "workers/artistdiscovery.h"

#include "matching/artistmatch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace linernotes
{
namespace
{

QByteArray candidatesJson(const ArtistChoice &choice)
{
    constexpr qsizetype most = 10;
    QJsonArray candidates;
    for (const auto &[artist, score] : choice.candidates) {
        if (candidates.size() == most)
            break;
        QJsonObject candidate{{QStringLiteral("spotify_id"), artist.id},
                              {QStringLiteral("name"), artist.name},
                              {QStringLiteral("url"), artist.url},
                              {QStringLiteral("image"), artist.imageUrl},
                              {QStringLiteral("score"), score}};
        if (artist.followers)
            candidate.insert(QStringLiteral("followers"), *artist.followers);
        if (!artist.genres.isEmpty())
            candidate.insert(QStringLiteral("genres"), QJsonArray::fromStringList(artist.genres));
        candidates.append(candidate);
    }
    return QJsonDocument(candidates).toJson(QJsonDocument::Compact);
}

} // namespace

QCoro::Task<Result<spotify::Artist>> ArtistDiscovery::resolve(ArtistDiscoveryMessage message)
{
    if (!message.artistId.isEmpty())
        co_return co_await m_spotify.artist(message.artistId);
    const auto found = co_await m_spotify.searchArtist(message.name);
    if (!found)
        co_return failure(found.error());
    const auto choice = chooseArtist(message.name, found->items);
    if (choice.chosen)
        co_return *choice.chosen;
    co_return failure({.category = ErrorCategory::Ambiguous,
                       .message = QStringLiteral("“%1” can't be told for certain: %2").arg(message.name, choice.reason),
                       .service = QStringLiteral("spotify"),
                       .endpoint = QStringLiteral("/search"),
                       .evidence = candidatesJson(choice)});
}

QCoro::Task<Result<Effects>> ArtistDiscovery::process(AnyMessage message)
{
    const auto wanted = std::get<ArtistDiscoveryMessage>(message);
    const auto artist = co_await resolve(wanted);
    if (!artist)
        co_return failure(artist.error());
    Effects effects;
    effects.seededArtist =
        ArtistFacts{.spotifyId = artist->id, .name = artist->name, .url = artist->url, .imageUrl = artist->imageUrl};
    effects.messages.emplace_back(AlbumDiscoveryMessage{.artistId = artist->id, .scope = wanted.scope});
    co_return effects;
}

} // namespace linernotes
