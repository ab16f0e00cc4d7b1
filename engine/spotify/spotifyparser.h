// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/servicerefusal.h"
#include "spotify/spotifytypes.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace linernotes::spotify
{

// From the body of a successful answer to the program's structs. Pure functions, any thread.
//
// An answer that is not as documented becomes ErrorCategory::InvalidResponse, its message names the field:
// "$.artists.items[3].id: expected 22 base62 characters". Unknown fields are passed over. Ordinary, because
// seen in real answers: null entries in arrays, whole numbers written as floats, absent deprecated fields, empty
// external_ids; and the artist of a track whose `id` is malformed beside a good `uri`, which then counts. The
// documented shapes: Spotify's own description as kept in sonallux/spotify-web-api, official-spotify-open-api.yml.

Result<Token> parseToken(const QByteArray &body); ///< POST accounts.spotify.com/api/token

Result<Page<Artist>> parseArtistSearch(const QByteArray &body); ///< GET /search?type=artist
Result<Page<Track>> parseTrackSearch(const QByteArray &body); ///< GET /search?type=track: full tracks with ISRC

Result<Artist> parseArtist(const QByteArray &body); ///< GET /artists/{id}
Result<Page<AlbumSummary>> parseAlbumPage(const QByteArray &body); ///< GET /artists/{id}/albums
Result<Album> parseAlbum(const QByteArray &body); ///< GET /albums/{id}
Result<Page<Track>> parseTrackPage(const QByteArray &body); ///< GET /albums/{id}/tracks
Result<Track> parseTrack(const QByteArray &body); ///< GET /tracks/{id}

/// GET /albums?ids=, GET /tracks?ids=: by position, because a track may come back under another id
/// (kellnerd/harmony#64). An unknown id is nullopt, and so is a local file.
Result<std::vector<std::optional<Album>>> parseAlbums(const QByteArray &body);
Result<std::vector<std::optional<Track>>> parseTracks(const QByteArray &body);

/// Blanks and hyphens stripped, upper case: "gb-smu-45-66095" → "GBSMU4566095". Empty if it is not an ISRC:
/// two letters, three letters or digits, seven digits (ISO 3901).
QString normalisedIsrc(const QString &isrc);

/// 22 characters of 0-9, A-Z, a-z.
bool isSpotifyId(QStringView text);

using linernotes::parseRefusal;
using linernotes::ServiceRefusal;

} // namespace linernotes::spotify
