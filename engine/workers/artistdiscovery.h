// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spotify/spotifyclient.h"
#include "workers/worker.h"

namespace linernotes
{

/// Finds the artist of an id or a name and sends the first album page. A name that fits several artists, or none well
/// enough, is not guessed: Ambiguous, with the candidates as evidence:
/// [{"spotify_id":"…","name":"…","url":"…","image":"…","followers":1,"genres":["…"],"score":0.98}, …]
class ArtistDiscovery final : public Worker
{
public:
    explicit ArtistDiscovery(spotify::Client &spotify)
        : m_spotify(spotify)
    {
    }
    QCoro::Task<Result<Effects>> process(AnyMessage message) override;

private:
    QCoro::Task<Result<spotify::Artist>> resolve(ArtistDiscoveryMessage message);

    spotify::Client &m_spotify;
};

} // namespace linernotes
