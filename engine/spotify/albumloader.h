// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spotify/spotifyclient.h"

#include <QFuture>
#include <QHash>
#include <QPromise>

#include <functional>
#include <memory>
#include <vector>

namespace linernotes::spotify
{

/// Where the app still has the batch endpoint, a call brings the albums that the slots of one thread ask for at the
/// same time, and those that will be asked for next: twenty for the price of one. Otherwise, and where a batch fails
/// for one of its albums, each slot asks for its own. The tracks come with their ISRCs where these can be had by
/// batches too. Lives in the stage's thread.
class AlbumLoader
{
public:
    /// Ids of at most so many albums that wait in the queue.
    using LookAhead = std::function<QFuture<Result<QStringList>>(int most)>;

    explicit AlbumLoader(LookAhead lookAhead = nullptr)
        : m_lookAhead(std::move(lookAhead))
    {
    }

    QCoro::Task<Result<Album>> album(Client &client, QString id);

private:
    struct Wanted {
        QString id;
        QPromise<std::optional<Result<Album>>> promise; ///< nullopt: ask for it by itself
        Instant askedAt{};
    };
    using Group = std::vector<std::shared_ptr<Wanted>>;
    using Outcomes = QHash<QString, Result<Album>>;

    QCoro::Task<Result<Album>> single(Client &client, QString id);
    QCoro::Task<std::optional<Result<Album>>> joined(Client &client, QString id);
    QCoro::Task<> fetch(Client &client, StopToken stop);
    QCoro::Task<> addNext(Group *group, Instant now);
    void dropUseless(const Group &group);
    static Outcomes outcomes(const QStringList &ids, const Result<std::vector<std::optional<Album>>> &albums,
                             const Client &client);
    static void answer(const Group &group, const Outcomes &outcomes);

    const LookAhead m_lookAhead;
    QHash<QString, std::shared_ptr<Wanted>> m_ahead; ///< asked for, or here, before anybody wanted it
    Group m_group;
    bool m_gathering = false;
};

} // namespace linernotes::spotify
