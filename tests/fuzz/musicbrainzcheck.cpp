// SPDX-License-Identifier: GPL-3.0-or-later
#include "answer.h"
#include "checks.h"
#include "matching/profiles.h"
#include "musicbrainz/musicbrainzparser.h"

#include <QUrl>

namespace linernotes::fuzz
{
namespace
{

using namespace linernotes::musicbrainz;

constexpr qsizetype lengthOfId = 36;

void checkOwners(const QByteArray &body, Claims &claims)
{
    const auto owners = parseOwners(body);
    if (!owners)
        return checkFailure(owners, body, claims);
    for (const auto &owner : *owners)
        claims.that(owner.artistId.size() == lengthOfId, "an address's owner has an MBID");
}

void checkArtist(const QByteArray &body, Claims &claims)
{
    const auto artist = parseArtist(body);
    if (!artist)
        return checkFailure(artist, body, claims);
    claims.that(artist->id.size() == lengthOfId, "an artist has an MBID");
    for (const auto &link : artist->links)
        claims.that(isWebOrEmpty(link.address) && !link.address.isEmpty(), "a link is the web's");
    QStringList seen;
    for (const auto &profile : profilesOf(*artist)) {
        const QUrl url(profile.url, QUrl::StrictMode);
        claims.that(url.isValid() && !url.host().isEmpty() && isWebOrEmpty(profile.url), "a profile can be opened");
        claims.that(!profile.handle.isEmpty() && !profile.platform.isEmpty(), "a profile says whose and where");
        seen.append(profile.platform + QLatin1Char(' ') + profile.handle + QLatin1Char(' ') + profile.url);
    }
    claims.that(seen.removeDuplicates() == 0, "a profile is told once");
}

} // namespace

QString checkMusicBrainz(const QByteArray &input)
{
    Claims claims;
    feed(input, std::array{&checkOwners, &checkArtist}, claims); // a, b
    return claims.broken();
}

} // namespace linernotes::fuzz
