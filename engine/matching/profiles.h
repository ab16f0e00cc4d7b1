// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "genius/geniustypes.h"
#include "musicbrainz/musicbrainztypes.h"

#include <QString>

#include <optional>
#include <vector>

namespace linernotes
{

/// An account or page of a person.
struct Profile {
    QString platform; ///< "instagram", "x", "facebook", "genius", "spotify", "youtube", "soundcloud", "bandcamp",
                      ///< "tiktok", "discogs", "wikidata", "musicbrainz"; "website" for a page of one's own
    QString handle; ///< without "@"; a number for some of Facebook; an id for Spotify, Discogs, Wikidata, MusicBrainz;
                    ///< with its kind for YouTube ("@name", "channel/id", "user/name"); a website's host
    QString url; ///< https, canonical: no query, no language, no mobile host; a website's as it is

    bool operator==(const Profile &) const = default;
};

/// From what a person typed into a platform's field: a handle, "@handle", or a URL with or without scheme. A URL of
/// another known platform gives that platform's profile; of an unknown host, nothing. Junk ("null", "n/a", blanks,
/// characters that the platform does not allow, pages that are no profile) gives nothing. `platform` may also be
/// "twitter". Nothing is fetched: that the page exists is not known.
std::optional<Profile> profileFromHandle(const QString &platform, const QString &raw);

/// The artist's own page first, then instagram, x, facebook; each once.
std::vector<Profile> profilesOf(const genius::Artist &artist);

/// The artist's own page first, then the links to known platforms and the artist's own site; each once.
std::vector<Profile> profilesOf(const musicbrainz::Artist &artist);

} // namespace linernotes
