// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spotify/spotifytypes.h"
#include "store/effects.h"

namespace linernotes
{

/// Spotify's answers as the store's facts.
ArtistFacts artistFacts(const spotify::ArtistRef &artist);
AlbumFacts albumFacts(const spotify::AlbumSummary &album);
TrackPlacement trackPlacement(const spotify::Track &track);

/// https://open.spotify.com/<kind>/<id>, the canonical form.
QString spotifyUrl(const QString &kind, const QString &id);

} // namespace linernotes
