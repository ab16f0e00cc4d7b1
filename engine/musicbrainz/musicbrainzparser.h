// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "musicbrainz/musicbrainztypes.h"

#include <QByteArray>

#include <vector>

namespace linernotes::musicbrainz
{

// Answers in the shapes of musicbrainz.org/doc/MusicBrainz_API (fmt=json). An answer that is not as documented gives
// InvalidResponse with the path of the field. Pure, any thread.

/// Of /url?resource=…&inc=artist-rels: a list for several addresses, one object for one. Addresses that MusicBrainz
/// does not know are missing; one may belong to several artists; what has ended is left out.
Result<std::vector<AddressOwner>> parseOwners(const QByteArray &body);
/// Of /artist/{id}?inc=url-rels+aliases.
Result<Artist> parseArtist(const QByteArray &body);

} // namespace linernotes::musicbrainz
