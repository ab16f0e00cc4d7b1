// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spotify/spotifyclient.h"

#include <QPromise>

#include <memory>
#include <vector>

namespace linernotes::spotify
{

/// Joins the albums that the slots of one thread ask for at the same time into one call, where the app still has the
/// batch endpoint; otherwise each slot asks for its own. Lives in the stage's thread.
class AlbumLoader
{
public:
    QCoro::Task<Result<Album>> album(Client &client, QString id);

private:
    struct Wanted {
        QString id;
        QPromise<Result<Album>> promise;
    };
    using Group = std::vector<std::shared_ptr<Wanted>>;

    QCoro::Task<> fetch(Client &client, StopToken stop);
    static void answer(const Group &group, const Result<std::vector<std::optional<Album>>> &albums);

    Group m_group;
    bool m_gathering = false;
};

} // namespace linernotes::spotify
