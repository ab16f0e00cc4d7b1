// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/servicerefusal.h"
#include "genius/geniustypes.h"

#include <QByteArray>

#include <vector>

namespace linernotes::genius
{

// From the body of a successful answer to the program's structs. Pure functions, any thread.
// Success is {"meta":{"status":200},"response":{…}} (docs.genius.com). An answer that is not so becomes
// ErrorCategory::InvalidResponse, its message names the field: "$.response.song.id: expected a whole number".
// Unknown fields are passed over; answers of 2015 lack many, those of today have more.

/// GET /search?q=: the songs among the hits, in the order given. They hold no credits.
Result<std::vector<SearchHit>> parseSearch(const QByteArray &body);
/// GET /songs/{id}: the only place with credits.
Result<Song> parseSong(const QByteArray &body);
/// GET /artists/{id}
Result<Artist> parseArtist(const QByteArray &body);

using linernotes::parseRefusal;
using linernotes::ServiceRefusal;

} // namespace linernotes::genius
