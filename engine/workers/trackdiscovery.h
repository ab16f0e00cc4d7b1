// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spotify/albumloader.h"
#include "spotify/spotifyclient.h"
#include "workers/worker.h"

namespace linernotes
{

/// Reads an album with its first tracks, or a further page of them. The store finds the recordings behind the tracks
/// and sends one identification for each.
class TrackDiscovery final : public Worker
{
public:
    TrackDiscovery(spotify::Client &spotify, spotify::AlbumLoader &loader)
        : m_spotify(spotify)
        , m_loader(loader)
    {
    }
    QCoro::Task<Result<Effects>> process(AnyMessage message) override;

private:
    QCoro::Task<Result<Effects>> firstPage(TrackDiscoveryMessage message);
    QCoro::Task<Result<Effects>> furtherPage(TrackDiscoveryMessage message);

    spotify::Client &m_spotify;
    spotify::AlbumLoader &m_loader;
};

} // namespace linernotes
