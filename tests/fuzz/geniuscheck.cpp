// SPDX-License-Identifier: GPL-3.0-or-later
#include "answer.h"
#include "checks.h"
#include "genius/geniusparser.h"
#include "matching/profiles.h"
#include "matching/roles.h"

#include <QUrl>

namespace linernotes::fuzz
{
namespace
{

using namespace linernotes::genius;

void check(const std::vector<ArtistRef> &artists, Claims &claims)
{
    for (const auto &artist : artists) {
        claims.that(artist.id > 0, "a named artist has an id");
        claims.that(isWebOrEmpty(artist.url), "a named artist's link is the web's");
    }
}

void checkSearch(const QByteArray &body, Claims &claims)
{
    const auto hits = parseSearch(body);
    if (!hits)
        return checkFailure(hits, body, claims);
    for (const auto &hit : *hits) {
        claims.that(hit.songId > 0, "a hit has an id");
        claims.that(isWebOrEmpty(hit.url), "a hit's link is the web's");
        claims.that(hit.artistNames.value(0) == hit.primaryArtist.name, "the primary artist is named first");
        auto names = hit.artistNames;
        claims.that(names.removeDuplicates() == 0, "a hit's artists are named once");
        check({hit.primaryArtist}, claims);
    }
}

/// Labels are free words of the site's users.
void checkRole(const QString &label, Claims &claims)
{
    const auto role = roleFromLabel(label);
    claims.that(!role || roleFromName(roleName(*role)) == role, "a role is known by its name");
}

void checkSong(const QByteArray &body, Claims &claims)
{
    const auto song = parseSong(body);
    if (!song)
        return checkFailure(song, body, claims);
    claims.that(song->id > 0, "a song has an id");
    claims.that(isWebOrEmpty(song->url), "a song's link is the web's");
    claims.that(!song->primaryArtists.empty(), "a song has a primary artist");
    check(song->primaryArtists, claims);
    check(song->featuredArtists, claims);
    check(song->producers, claims);
    check(song->writers, claims);
    for (const auto &performance : song->performances) {
        check(performance.artists, claims);
        checkRole(performance.label, claims);
    }
    for (const auto &medium : song->media)
        claims.that(isWebOrEmpty(medium.url), "a medium's link is the web's");
}

void checkArtist(const QByteArray &body, Claims &claims)
{
    const auto artist = parseArtist(body);
    if (!artist)
        return checkFailure(artist, body, claims);
    claims.that(artist->id > 0, "an artist has an id");
    claims.that(isWebOrEmpty(artist->url), "an artist's link is the web's");
    QStringList seen;
    for (const auto &profile : profilesOf(*artist)) {
        const QUrl url(profile.url, QUrl::StrictMode);
        claims.that(url.isValid() && url.scheme() == QLatin1String("https"), "a profile can be opened");
        claims.that(!profile.handle.isEmpty() && !profile.platform.isEmpty(), "a profile says whose and where");
        seen.append(profile.url);
    }
    claims.that(seen.removeDuplicates() == 0, "a profile is told once");
}

} // namespace

QString checkGenius(const QByteArray &input)
{
    Claims claims;
    feed(input, std::array{&checkSearch, &checkSong, &checkArtist}, claims); // a, b, c
    return claims.broken();
}

} // namespace linernotes::fuzz
