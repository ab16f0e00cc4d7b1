// SPDX-License-Identifier: GPL-3.0-or-later
#include "spotify/albumloader.h"

#include <QCoreApplication>

#include <qcorofuture.h>

#include <algorithm>

namespace linernotes::spotify
{
namespace
{

/// Spotify's limit for /albums?ids= (developer.spotify.com, get-multiple-albums).
constexpr std::size_t largestBatch = 20;
/// Slots that were woken by the same commit ask within this time.
constexpr Milliseconds gatherTime{3};
constexpr int forbidden = 403;

} // namespace

QCoro::Task<Result<Album>> AlbumLoader::album(Client &client, QString id)
{
    if (!client.hasAlbumBatch())
        co_return co_await client.album(id);
    auto wanted = std::make_shared<Wanted>(Wanted{id, {}});
    wanted->promise.start();
    m_group.push_back(wanted);
    if (!std::exchange(m_gathering, true))
        co_await fetch(client, client.stop());
    const auto album = co_await wanted->promise.future();
    // The batch was refused: this app has none, which is known from now on.
    if (!album && album.error().httpStatus == forbidden && !client.hasAlbumBatch())
        co_return co_await client.album(id);
    co_return album;
}

QCoro::Task<> AlbumLoader::fetch(Client &client, StopToken stop)
{
    co_await sleepFor(gatherTime, stop);
    m_gathering = false;
    auto all = std::exchange(m_group, {});
    for (std::size_t begin = 0; begin < all.size(); begin += largestBatch) {
        const auto end = std::min(begin + largestBatch, all.size());
        const Group group(all.begin() + static_cast<std::ptrdiff_t>(begin),
                          all.begin() + static_cast<std::ptrdiff_t>(end));
        QStringList ids;
        for (const auto &wanted : group)
            ids.append(wanted->id);
        const auto albums = co_await client.albums(ids);
        answer(group, albums);
    }
}

void AlbumLoader::answer(const Group &group, const Result<std::vector<std::optional<Album>>> &albums)
{
    constexpr int notFound = 404;
    for (std::size_t i = 0; i < group.size(); ++i) {
        auto &promise = group[i]->promise;
        if (!albums) {
            promise.addResult(Result<Album>(failure(albums.error())));
        } else if (i < albums->size() && albums->at(i)) {
            promise.addResult(Result<Album>(*albums->at(i)));
        } else {
            promise.addResult(Result<Album>(failure(
                {.category = ErrorCategory::NotFound,
                 .message = QCoreApplication::translate("AlbumLoader", "Spotify has no album %1").arg(group[i]->id),
                 .httpStatus = notFound,
                 .service = QStringLiteral("spotify"),
                 .endpoint = QStringLiteral("/albums?ids=")})));
        }
        promise.finish();
    }
}

} // namespace linernotes::spotify
