// SPDX-License-Identifier: GPL-3.0-or-later
#include "answer.h"
#include "checks.h"
#include "messages/messages.h"
#include "spotify/spotifyparser.h"

namespace linernotes::fuzz
{
namespace
{

using namespace linernotes::spotify;

/// What spotifytypes.h promises of each kind.
struct Promises {
    Claims &claims;

    void check(const Token &token) const
    {
        claims.that(!token.accessToken.isEmpty() && token.expiresInSeconds > 0, "a token can be used for a while");
    }
    void check(const ArtistRef &artist) const { claims.that(isSpotifyId(artist.id), "a named artist has an id"); }
    void check(const Artist &artist) const
    {
        claims.that(isSpotifyId(artist.id), "an artist has an id");
        claims.that(isWebOrEmpty(artist.url) && isWebOrEmpty(artist.imageUrl), "an artist's links are the web's");
        claims.that(artist.followers.value_or(0) >= 0, "no fewer than no followers");
    }
    void check(const AlbumSummary &album) const
    {
        claims.that(isSpotifyId(album.id), "an album has an id");
        claims.that(isWebOrEmpty(album.url), "an album's link is the web's");
        claims.that(album.totalTracks >= 0, "no fewer than no tracks");
        check(album.artists);
    }
    void check(const Track &track) const
    {
        claims.that(isSpotifyId(track.id) && !track.isLocal, "a track has an id and is no local file");
        claims.that(isWebOrEmpty(track.url), "a track's link is the web's");
        claims.that(track.durationMs >= 0 && track.discNumber >= 0 && track.trackNumber >= 0,
                    "no negative length or number");
        claims.that(track.isrc == normalisedIsrc(track.isrc), "an ISRC is normalised or absent");
        check(track.artists);
    }
    void check(const Album &album) const
    {
        check(album.summary);
        check(album.tracks);
    }
    template <typename T>
    void check(const Page<T> &page) const
    {
        claims.that(page.offset >= 0 && page.limit >= 0 && page.total >= 0, "no negative place, size or count");
        claims.that(!page.nextOffset || *page.nextOffset > page.offset, "following the pages ends");
        if (page.nextOffset) {
            const AlbumDiscoveryMessage next{.artistId = QString(22, u'a'), .offset = *page.nextOffset, .after = {}};
            const auto queued = parseMessage(StageId::AlbumDiscovery, toJson(next));
            claims.that(queued && *queued == AnyMessage(next), "the next page can be queued");
        }
        check(page.items);
    }
    template <typename T>
    void check(const std::optional<T> &entry) const
    {
        if (entry)
            check(*entry);
    }
    template <typename T>
    void check(const std::vector<T> &entries) const
    {
        for (const auto &entry : entries)
            check(entry);
    }
};

template <auto Parse>
void checkParser(const QByteArray &body, Claims &claims)
{
    const auto answer = Parse(body);
    if (!answer)
        return checkFailure(answer, body, claims);
    Promises{claims}.check(*answer);
}

} // namespace

QString checkSpotify(const QByteArray &input)
{
    Claims claims;
    feed(input,
         std::array{
             &checkParser<parseToken>, // a
             &checkParser<parseArtistSearch>, // b
             &checkParser<parseTrackSearch>, // c
             &checkParser<parseArtist>, // d
             &checkParser<parseAlbumPage>, // e
             &checkParser<parseAlbum>, // f
             &checkParser<parseTrackPage>, // g
             &checkParser<parseTrack>, // h
             &checkParser<parseAlbums>, // i
             &checkParser<parseTracks>, // j
         },
         claims);
    return claims.broken();
}

} // namespace linernotes::fuzz
