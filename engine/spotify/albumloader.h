// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spotify/spotifyclient.h"

#include <QHash>
#include <QPromise>

#include <memory>
#include <vector>

namespace linernotes::spotify
{

/// Joins the albums that the slots of one thread ask for at the same time into one call, where the app still has the
/// batch endpoint; otherwise, and where a batch fails for one of its albums, each slot asks for its own. Lives in the
/// stage's thread.
class AlbumLoader
{
public:
    QCoro::Task<Result<Album>> album(Client &client, QString id);

private:
    struct Wanted {
        QString id;
        QPromise<std::optional<Result<Album>>> promise; ///< nullopt: ask for it by itself
    };
    using Group = std::vector<std::shared_ptr<Wanted>>;
    using Outcomes = QHash<QString, Result<Album>>;

    QCoro::Task<> fetch(Client &client, StopToken stop);
    static Outcomes outcomes(const QStringList &ids, const Result<std::vector<std::optional<Album>>> &albums,
                             const Client &client);
    static void answer(const Group &group, const Outcomes &outcomes);

    Group m_group;
    bool m_gathering = false;
};

} // namespace linernotes::spotify
