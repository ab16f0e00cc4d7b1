// SPDX-License-Identifier: GPL-3.0-or-later
#include "spotify/albumloader.h"

#include "spotify/isrcs.h"

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
/// What nobody has claimed for so long was another process's, or a cancelled run's.
constexpr Milliseconds longestAhead = std::chrono::hours(1);

Result<Album> unknownAlbum(const QString &id)
{
    constexpr int notFound = 404;
    return failure({.category = ErrorCategory::NotFound,
                    .message = QStringLiteral("Spotify has no album %1").arg(id),
                    .httpStatus = notFound,
                    .service = QStringLiteral("spotify"),
                    .endpoint = QStringLiteral("/albums?ids=")});
}

void addTracks(std::vector<Track *> *tracks, Album *album)
{
    for (auto &track : album->tracks.items)
        tracks->push_back(&track);
}

std::vector<Track *> tracksOf(std::vector<std::optional<Album>> *albums)
{
    std::vector<Track *> tracks;
    for (auto &album : *albums) {
        if (album)
            addTracks(&tracks, &*album);
    }
    return tracks;
}

/// Whether a failed batch says nothing of its albums: the app has no batches, or one album of it can't be asked for or
/// read, and the others must not be buried with it.
bool isAboutBatch(const Error &error, const Client &client)
{
    return !client.hasAlbumBatch() || error.category == ErrorCategory::InvalidRequest
        || error.category == ErrorCategory::InvalidResponse || error.category == ErrorCategory::NotFound;
}

} // namespace

// The client belongs to the slot, which awaits this.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-reference-coroutine-parameters)
QCoro::Task<Result<Album>> AlbumLoader::album(Client &client, QString id)
{
    if (!client.hasAlbumBatch())
        co_return co_await single(client, id);
    const auto ahead = m_ahead.take(id);
    if (ahead && ahead->askedAt >= client.wantedSince() && client.now() - ahead->askedAt < longestAhead) {
        client.returnPrepaid(); // it is here, or on its way
        const auto album = co_await ahead->promise.future();
        if (album && *album)
            co_return *album;
    }
    const auto album = co_await joined(client, id);
    if (album)
        co_return *album;
    co_return co_await single(client, id);
}

// NOLINTNEXTLINE(cppcoreguidelines-avoid-reference-coroutine-parameters)
QCoro::Task<Result<Album>> AlbumLoader::single(Client &client, QString id)
{
    auto album = co_await client.album(id);
    if (!album)
        co_return album;
    std::vector<Track *> tracks;
    addTracks(&tracks, &*album);
    const auto error = co_await learnIsrcs(&client, tracks);
    if (error)
        co_return failure(*error);
    co_return album;
}

/// nullopt: it has to be asked for by itself.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-reference-coroutine-parameters)
QCoro::Task<std::optional<Result<Album>>> AlbumLoader::joined(Client &client, QString id)
{
    const auto wanted = std::make_shared<Wanted>(Wanted{id, {}, {}});
    wanted->promise.start();
    m_group.push_back(wanted);
    if (!std::exchange(m_gathering, true))
        co_await fetch(client, client.stop());
    else
        client.returnPrepaid(); // the call of whoever gathers answers this slot too
    auto album = co_await wanted->promise.future();
    co_return album;
}

/// Fills the group with what waits in the queue.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-reference-coroutine-parameters)
QCoro::Task<> AlbumLoader::addNext(Group *group, Instant now)
{
    constexpr qsizetype mostAhead = 200;
    if (!m_lookAhead || group->size() >= largestBatch)
        co_return;
    const auto next = co_await m_lookAhead(static_cast<int>(largestBatch));
    if (!next)
        co_return;
    if (m_ahead.size() > mostAhead)
        m_ahead.clear(); // another process took them from the queue
    for (const auto &id : *next) {
        const bool isAsked =
            m_ahead.contains(id) || std::ranges::any_of(*group, [&](const auto &wanted) { return wanted->id == id; });
        if (isAsked || group->size() >= largestBatch)
            continue;
        const auto wanted = std::make_shared<Wanted>(Wanted{id, {}, now});
        wanted->promise.start();
        m_ahead.insert(id, wanted);
        group->push_back(wanted);
    }
}

/// Nobody waited for these, and there is nothing of use for those who will.
void AlbumLoader::dropUseless(const Group &group)
{
    for (const auto &wanted : group) {
        const auto album = wanted->promise.future().result();
        if (!album || !*album)
            m_ahead.remove(wanted->id);
    }
}

// What is referred to belongs to the slot, which awaits this or outlives it.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-reference-coroutine-parameters)
QCoro::Task<> AlbumLoader::fetch(Client &client, StopToken stop)
{
    co_await sleepFor(gatherTime, stop);
    m_gathering = false;
    auto all = std::exchange(m_group, {});
    co_await addNext(&all, client.now());
    for (std::size_t begin = 0; begin < all.size(); begin += largestBatch) {
        const auto end = std::min(begin + largestBatch, all.size());
        const Group group(all.begin() + static_cast<std::ptrdiff_t>(begin),
                          all.begin() + static_cast<std::ptrdiff_t>(end));
        QStringList ids;
        for (const auto &wanted : group)
            ids.append(wanted->id);
        ids.removeDuplicates();
        ids.sort(); // the albums that two artists share come together again: then the cache knows them
        if (ids.size() == 1 || !client.hasAlbumBatch()) {
            answer(group, {}); // nothing to join
            dropUseless(group);
            continue;
        }
        auto albums = co_await client.albums(ids);
        if (albums) {
            const auto error = co_await learnIsrcs(&client, tracksOf(&*albums));
            if (error)
                albums = failure(*error);
        }
        answer(group, outcomes(ids, albums, client));
        dropUseless(group);
    }
}

/// What came of each id; an id without an outcome has to be asked for by itself.
AlbumLoader::Outcomes AlbumLoader::outcomes(const QStringList &ids,
                                            const Result<std::vector<std::optional<Album>>> &albums,
                                            const Client &client)
{
    Outcomes outcomes;
    if (!albums && isAboutBatch(albums.error(), client))
        return outcomes;
    // Answers go by position: one too few, and nobody knows which album is whose.
    if (albums && albums->size() != static_cast<std::size_t>(ids.size()))
        return outcomes;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const auto &id = ids.at(i);
        if (!albums)
            outcomes.insert(id, failure(albums.error()));
        else if (const auto &album = albums->at(static_cast<std::size_t>(i)))
            outcomes.insert(id, *album);
        else
            outcomes.insert(id, unknownAlbum(id));
    }
    return outcomes;
}

void AlbumLoader::answer(const Group &group, const Outcomes &outcomes)
{
    for (const auto &wanted : group) {
        const auto found = outcomes.constFind(wanted->id);
        wanted->promise.addResult(found == outcomes.cend() ? std::nullopt : std::optional(*found));
        wanted->promise.finish();
    }
}

} // namespace linernotes::spotify
