// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spotify/spotifyclient.h"
#include "workers/worker.h"

#include <QStringList>

namespace linernotes
{

/// Reads one page of an artist's albums; sends one track task per album and the next page. Of compilations and albums
/// of others only the tracks with the artist are asked for.
class AlbumDiscovery final : public Worker
{
public:
    /// `groups` of album, single, compilation, appears_on.
    AlbumDiscovery(spotify::Client &spotify, QStringList groups)
        : m_spotify(spotify)
        , m_groups(std::move(groups))
    {
    }
    QCoro::Task<Result<Effects>> process(AnyMessage message) override;

private:
    spotify::Client &m_spotify;
    QStringList m_groups;
};

} // namespace linernotes
