// SPDX-License-Identifier: GPL-3.0-or-later
// What the recorded real answers of Spotify say, by value. Each line was read from the answer by hand or by another
// JSON reader than ours, so that the parser is not its own witness.
#include "fixtures/answers.h"
#include "spotify/spotifyparser.h"

#include <QTest>

using namespace linernotes;
using namespace linernotes::spotify;

namespace
{

QString names(const std::vector<ArtistRef> &artists)
{
    QStringList list;
    for (const auto &artist : artists)
        list.append(artist.name);
    return list.join(QStringLiteral(", "));
}

QString text(const Track &track)
{
    return QStringLiteral("%1 %2 | %3 ms | %4.%5 | %6 | %7 | %8")
        .arg(track.id, track.name, QString::number(track.durationMs), QString::number(track.discNumber),
             QString::number(track.trackNumber), names(track.artists),
             track.isrc.isEmpty() ? QStringLiteral("no isrc") : track.isrc,
             track.isExplicit ? QStringLiteral("explicit") : QStringLiteral("clean"));
}

QString text(const Artist &artist)
{
    return QStringLiteral("%1 %2 | followers %3 | %4")
        .arg(artist.id, artist.name, artist.followers ? QString::number(*artist.followers) : QStringLiteral("none"),
             artist.imageUrl.isEmpty() ? QStringLiteral("no image") : artist.imageUrl.section(u'/', -1));
}

QString text(const AlbumSummary &album)
{
    return QStringLiteral("%1 %2 | %3 | group %4 | %5 | %6 tracks | %7")
        .arg(album.id, album.name, album.albumType, album.albumGroup, album.releaseDate,
             QString::number(album.totalTracks), names(album.artists));
}

QString nextText(const std::optional<qint64> &next)
{
    return next ? QString::number(*next) : QStringLiteral("none");
}

QString text(const Album &album)
{
    const auto &head = album.summary;
    const auto start = QStringLiteral("%1 %2 | %3 | %4 | %5 tracks | %6 | upc %7 | label %8 | ")
                           .arg(head.id, head.name, head.albumType, head.releaseDate, QString::number(head.totalTracks),
                                names(head.artists), album.upc, album.label);
    return start
        + QStringLiteral("%1 here, last %2, next %3")
              .arg(QString::number(album.tracks.items.size()), album.tracks.items.back().name,
                   nextText(album.tracks.nextOffset));
}

template <typename T>
QString text(const Page<T> &page)
{
    auto line = QStringLiteral("%1+%2/%3 of %4, next %5")
                    .arg(QString::number(page.offset), QString::number(page.items.size()), QString::number(page.limit),
                         QString::number(page.total), nextText(page.nextOffset));
    if (!page.items.empty()) {
        const auto &first = page.items.front();
        const auto &last = page.items.back();
        line += QStringLiteral(": %1 %2 … %3 %4").arg(first.id, first.name, last.id, last.name);
    }
    return line;
}

template <typename T>
QString text(const std::vector<std::optional<T>> &entries)
{
    QStringList lines;
    for (const auto &entry : entries)
        lines.append(entry ? text(*entry) : QStringLiteral("null"));
    return lines.join(u'\n');
}

template <typename T, typename Show>
QString shown(const Result<T> &result, Show show)
{
    return result ? show(*result) : result.error().message;
}

constexpr auto whole = [](const auto &value) { return text(value); };
constexpr auto first = [](const auto &page) { return text(page.items.front()); };
constexpr auto last = [](const auto &page) { return text(page.items.back()); };

QString trackSearch(const QByteArray &body)
{
    return shown(parseTrackSearch(body), whole);
}
QString artistSearch(const QByteArray &body)
{
    return shown(parseArtistSearch(body), whole);
}
QString trackPage(const QByteArray &body)
{
    return shown(parseTrackPage(body), whole);
}
QString albumPage(const QByteArray &body)
{
    return shown(parseAlbumPage(body), whole);
}
QString firstFoundTrack(const QByteArray &body)
{
    return shown(parseTrackSearch(body), first);
}
QString lastFoundArtist(const QByteArray &body)
{
    return shown(parseArtistSearch(body), last);
}
QString lastTrack(const QByteArray &body)
{
    return shown(parseTrackPage(body), last);
}
QString lastAlbum(const QByteArray &body)
{
    return shown(parseAlbumPage(body), last);
}
QString album(const QByteArray &body)
{
    return shown(parseAlbum(body), whole);
}
QString albums(const QByteArray &body)
{
    return shown(parseAlbums(body), whole);
}
QString track(const QByteArray &body)
{
    return shown(parseTrack(body), whole);
}
QString tracks(const QByteArray &body)
{
    return shown(parseTracks(body), whole);
}
QString artist(const QByteArray &body)
{
    return shown(parseArtist(body), whole);
}

struct Expectation {
    const char *file;
    QString (*read)(const QByteArray &);
    const char *text;
};

const Expectation expectations[] = {
    // clang-format off
    {"beets__spotify-search-track__empty.json", &trackSearch, "0+0/20 of 0, next none"},
    {"beets__spotify-search-track__happy.json", &trackSearch, "0+1/20 of 1, next none: 6NPVjNh8Jhru9xOmyQigds Happy … 6NPVjNh8Jhru9xOmyQigds Happy"},
    {"beets__spotify-search-track__japanese.json", &trackSearch, "0+1/20 of 1, next none: 6NPVjNh8Jhru9xOmyQigds 思想犯 … 6NPVjNh8Jhru9xOmyQigds 思想犯"},
    {"derived/derived__spotify-album-tracks__devmode2026-middle-page.json", &trackPage, "5+10/10 of 18, next 15: 6Q4PYJtrq8CBx7YCY5IyRN Party Ain't Over … 2JA6A6Y5f4m7PawM58U2Op Get It Started"},
    {"derived/derived__spotify-artist-albums__devmode2026-empty-page-with-next.json", &albumPage, "20+0/10 of 23, next none"},
    {"derived/derived__spotify-artist-albums__devmode2026-middle-page-limit10.json", &albumPage, "5+10/10 of 487, next 15: 5jEhSJbVizVdf6Ypr8cIuV So Sorry … 6BQn8uryNsEGrZ5uDJbb6H La Dura Remix"},
    {"derived/derived__spotify-artist-albums__devmode2026-page1of3.json", &albumPage, "0+10/10 of 23, next 10: 5jEhSJbVizVdf6Ypr8cIuV So Sorry … 6BQn8uryNsEGrZ5uDJbb6H La Dura Remix"},
    {"derived/derived__spotify-artist-albums__devmode2026-page2of3.json", &albumPage, "10+10/10 of 23, next 20: 5jEhSJbVizVdf6Ypr8cI10 So Sorry (copy 10) … 6BQn8uryNsEGrZ5uDJbb19 La Dura Remix (copy 19)"},
    {"derived/derived__spotify-artist-albums__devmode2026-page3of3.json", &albumPage, "20+3/10 of 23, next none: 5jEhSJbVizVdf6Ypr8cI20 So Sorry (copy 20) … 2cu3dRKIAbo8OdwPWSji22 Amore (copy 22)"},
    {"derived/derived__spotify-artist-albums__devmode2026-total-lies-next-null-short.json", &albumPage, "0+7/10 of 23, next none: 5jEhSJbVizVdf6Ypr8cIuV So Sorry … 5RgfpVCvkEXIlWoUBDtBfg Better On Me (The Remixes)"},
    {"derived/derived__spotify-search-artist__devmode2026-limit10.json", &artistSearch, "5+10/10 of 171, next 15: 5l8lZmnKzCAUKKtNZMzbVO Muse And The Forgetting … 2RLgQST3UuvyraOMj04JXe Muse Girls"},
    {"derived/derived__spotify-search-track__devmode2026.json", &trackSearch, "0+1/20 of 1, next none: 6NPVjNh8Jhru9xOmyQigds Happy … 6NPVjNh8Jhru9xOmyQigds Happy"},
    {"ker0x__spotify-album-tracks__page-offset5-limit10.json", &trackPage, "5+10/10 of 18, next 15: 6Q4PYJtrq8CBx7YCY5IyRN Party Ain't Over … 2JA6A6Y5f4m7PawM58U2Op Get It Started"},
    {"ker0x__spotify-artist-albums__page-offset5-limit10-total487.json", &albumPage, "5+10/10 of 487, next 15: 5jEhSJbVizVdf6Ypr8cIuV So Sorry … 6BQn8uryNsEGrZ5uDJbb6H La Dura Remix"},
    {"ker0x__spotify-search-multi__muse.json", &trackSearch, "1+1/1 of 13528, next 2: 3eSyMBd7ERw68NVB3jlRmW Pressure … 3eSyMBd7ERw68NVB3jlRmW Pressure"},
    {"ker0x__spotify-search-multi__muse.json", &artistSearch, "1+1/1 of 214, next 2: 15qpUkIDVVWsb60MTzCVsJ Clip Muse … 15qpUkIDVVWsb60MTzCVsJ Clip Muse"},
    {"sjava__spotify-album-tracks__limit2.json", &trackPage, "0+2/2 of 11, next 2: 2TpxZ7JUBn3uw46aR7qd6V All I Want … 4PjcfyZZVE10TFd9EKA72r Someday"},
    {"sjava__spotify-artist-albums__avicii-single-limit2.json", &albumPage, "0+2/2 of 64, next 2: 37bCTD5iLWMpDcBanNkkXB Heaven (David Guetta & MORTEN Remix) … 7CvAfGvq4RlIwEbT9o8Iav Tough Love (Tiësto Remix)"},
    {"sjava__spotify-search-artist__muse-offset5-limit10.json", &artistSearch, "5+10/10 of 171, next 15: 5l8lZmnKzCAUKKtNZMzbVO Muse And The Forgetting … 2RLgQST3UuvyraOMj04JXe Muse Girls"},
    {"sjava__spotify-search-track__muse-offset5-limit10.json", &trackSearch, "5+10/10 of 11113, next 15: 3lPr8ghNDBLc2uZovNyLs9 Supermassive Black Hole … 1hkC9kHG980jEfkTmQYB7t Sing About It"},
    {"zmb3__spotify-album-tracks__page1-of-13.json", &trackPage, "0+1/1 of 13, next 1: 3f9zqUnrnIq0LANhmnaF0V Money Changes Everything … 3f9zqUnrnIq0LANhmnaF0V Money Changes Everything"},
    {"zmb3__spotify-artist-albums__avicii-no-market-duplicates.json", &albumPage, "0+2/2 of 157, next 2: 3ckwyt0bTOcDbXovWbweMp The Days / Nights … 1WXM7DYQRT7QX8AKBJRfK9 The Days / Nights"},
    {"zmb3__spotify-search-artist__tania-bowra.json", &artistSearch, "0+1/20 of 1, next none: 08td7MxkoHQkXnWAYD8d6Q Tania Bowra … 08td7MxkoHQkXnWAYD8d6Q Tania Bowra"},
    {"zmb3__spotify-search-track__uptown-funk.json", &trackSearch, "0+2/2 of 6922, next 2: 4rmPQGwcLQjCoFq5NrTA0D Uptown Funk … 3CSpzkoL1XgDBZ1q9aDCUV Uptown Girl"},
    {"beets__spotify-album__akiba-night-multiartist.json", &album,
     "0yhKyyjyKXWUieJ4w1IAEa Akiba Night | single | 2017-12-22 | 1 tracks | Project Skylate, Sugar Shrill | upc 5057728789361 | label Project Skylate | 1 here, last Akiba Nights, next none"},
    {"beets__spotify-search-track__happy.json", &firstFoundTrack,
     "6NPVjNh8Jhru9xOmyQigds Happy | 233305 ms | 1.4 | Pharrell Williams | USQ4E1300686 | clean"},
    {"beets__spotify-search-track__japanese.json", &firstFoundTrack,
     "6NPVjNh8Jhru9xOmyQigds 思想犯 | 233305 ms | 1.4 | ヨルシカ | USQ4E1300686 | clean"},
    {"beets__spotify-track__akiba-nights-multiartist.json", &track,
     "6sjZfVJworBX6TqyjkxIJ1 Akiba Nights | 225268 ms | 1.1 | Foo, Bar | GBSMU4566095 | clean"},
    {"beets__spotify-track__happy.json", &track,
     "6NPVjNh8Jhru9xOmyQigds Happy | 233305 ms | 1.4 | Pharrell Williams | USQ4E1300686 | clean"},
    {"derived/derived__spotify-album-tracks__devmode2026-middle-page.json", &lastTrack,
     "2JA6A6Y5f4m7PawM58U2Op Get It Started | 245920 ms | 1.15 | Pitbull, Shakira | no isrc | clean"},
    {"derived/derived__spotify-album__devmode2026-18-tracks.json", &album,
     "4aawyAB9vmqN3uQ7FjRGTy Global Warming | album | 2012-11-16 | 18 tracks | Pitbull | upc 886443671584 | label  | 18 here, last International Love - Jump Smokers Extended Mix, next none"},
    {"derived/derived__spotify-album__devmode2026-compilation.json", &album,
     "5l3zEmMrOhOzG8d8s83GOL Despicable Me 2 (Original Motion Picture Soundtrack) | compilation | 2013-06-18 | 24 tracks | Various Artists | upc 857970002363 | label  | 24 here, last Ba Do Bleep, next none"},
    {"derived/derived__spotify-album__devmode2026-multiartist.json", &album,
     "0yhKyyjyKXWUieJ4w1IAEa Akiba Night | single | 2017-12-22 | 1 tracks | Project Skylate, Sugar Shrill | upc 5057728789361 | label  | 1 here, last Akiba Nights, next none"},
    {"derived/derived__spotify-artist-albums__devmode2026-middle-page-limit10.json", &lastAlbum,
     "6BQn8uryNsEGrZ5uDJbb6H La Dura Remix | single | group  | 2017-04-07 | 2 tracks | Shorty, Fuego, Pitbull"},
    {"derived/derived__spotify-artist-albums__devmode2026-page1of3.json", &lastAlbum,
     "6BQn8uryNsEGrZ5uDJbb6H La Dura Remix | single | group  | 2017-04-07 | 2 tracks | Shorty, Fuego, Pitbull"},
    {"derived/derived__spotify-artist-albums__devmode2026-page2of3.json", &lastAlbum,
     "6BQn8uryNsEGrZ5uDJbb19 La Dura Remix (copy 19) | single | group  | 2017-04-07 | 2 tracks | Shorty, Fuego, Pitbull"},
    {"derived/derived__spotify-artist-albums__devmode2026-page3of3.json", &lastAlbum,
     "2cu3dRKIAbo8OdwPWSji22 Amore (copy 22) | single | group  | 2018-06-15 | 1 tracks | Pitbull, Leona Lewis"},
    {"derived/derived__spotify-artist-albums__devmode2026-total-lies-next-null-short.json", &lastAlbum,
     "5RgfpVCvkEXIlWoUBDtBfg Better On Me (The Remixes) | single | group  | 2017-11-17 | 3 tracks | Pitbull"},
    {"derived/derived__spotify-artist__devmode2026-no-genres.json", &artist,
     "0OdUWJ0sBjDrqHygGUXeCF Band of Horses | followers none | eb266625dab075341e8c4378a177a27370f91903"},
    {"derived/derived__spotify-artist__devmode2026.json", &artist,
     "0OdUWJ0sBjDrqHygGUXeCF Band of Horses | followers none | eb266625dab075341e8c4378a177a27370f91903"},
    {"derived/derived__spotify-search-artist__devmode2026-limit10.json", &lastFoundArtist,
     "2RLgQST3UuvyraOMj04JXe Muse Girls | followers none | b9087c6262aca40d174863fa8b891d1229d19e3a"},
    {"derived/derived__spotify-search-track__devmode2026.json", &firstFoundTrack,
     "6NPVjNh8Jhru9xOmyQigds Happy | 233305 ms | 1.4 | Pharrell Williams | USQ4E1300686 | clean"},
    {"derived/derived__spotify-track__devmode2026-isrc.json", &track,
     "6sjZfVJworBX6TqyjkxIJ1 Akiba Nights | 225268 ms | 1.1 | Foo, Bar | GBSMU4566095 | clean"},
    {"derived/derived__spotify-track__devmode2026-no-isrc.json", &track,
     "6sjZfVJworBX6TqyjkxIJ1 Akiba Nights | 225268 ms | 1.1 | Foo, Bar | no isrc | clean"},
    {"derived/derived__spotify-track__devmode2026-timber.json", &track,
     "1zHlj4dQ8ZAtrayhuDDmkY Timber | 204053 ms | 1.1 | Pitbull, Ke$ha | USRC11301695 | clean"},
    {"ker0x__spotify-album-tracks__page-offset5-limit10.json", &lastTrack,
     "2JA6A6Y5f4m7PawM58U2Op Get It Started | 245920 ms | 1.15 | Pitbull, Shakira | no isrc | clean"},
    {"ker0x__spotify-artist-albums__page-offset5-limit10-total487.json", &lastAlbum,
     "6BQn8uryNsEGrZ5uDJbb6H La Dura Remix | single | group single | 2017-04-07 | 2 tracks | Shorty, Fuego, Pitbull"},
    {"ker0x__spotify-artist__pitbull.json", &artist,
     "0TnOYISbd1XYRBk9myaseg Pitbull | followers 6406754 | c82dfff224bfb7fe29e0364a5aacc55da29b465b"},
    {"ker0x__spotify-search-multi__muse.json", &firstFoundTrack,
     "3eSyMBd7ERw68NVB3jlRmW Pressure | 235600 ms | 1.3 | Muse | GBAHT1800405 | clean"},
    {"ker0x__spotify-search-multi__muse.json", &lastFoundArtist,
     "15qpUkIDVVWsb60MTzCVsJ Clip Muse | followers 153 | 13245132dd3751e58db6d3a94bc93aebb496a6e8"},
    {"ker0x__spotify-several-albums__two.json", &albums,
     "382ObEPsp2rxGrnsizN5TX TRON: Legacy Reconfigured | album | 2011-01-01 | 15 tracks | Daft Punk | upc 00050087239633 | label Walt Disney Records | 15 here, last TRON Legacy (End Titles), next none\n"
     "1A2GTWGtFfWp7KSQTwWOyo Human After All | album | 2005-03-01 | 10 tracks | Daft Punk | upc 0724386091956 | label Parlophone France | 10 here, last Emotion, next none"},
    {"ker0x__spotify-several-tracks__three.json", &tracks,
     "7ouMYWpwJ422jRcDASZB7P Knights Of Cydonia | 366213 ms | 1.11 | Muse | GBAHT0500600 | clean\n"
     "4VqPOruhp5EdPBeR92t6lQ Uprising | 304840 ms | 1.1 | Muse | GBAHT0900320 | clean\n"
     "2takcwOaAZWiXQijPHIx7B Time Is Running Out | 237039 ms | 1.3 | Muse | GBCVT0300078 | clean"},
    {"ker0x__spotify-track__single.json", &track,
     "6EJiVf7U0p1BBfs0qqeb1f Cut To The Feeling | 207959 ms | 1.1 | Carly Rae Jepsen | USUM71703861 | clean"},
    {"sjava__spotify-album-tracks__limit2.json", &lastTrack,
     "4PjcfyZZVE10TFd9EKA72r Someday | 247680 ms | 1.2 | Tania Bowra | no isrc | clean"},
    {"sjava__spotify-album__cyndi-lauper.json", &album,
     "0sNOF9WDwhWunNAHPD3Baj She's So Unusual | album | 1983 | 13 tracks | Cyndi Lauper | upc 5099749994324 | label  | 1 here, last Money Changes Everything, next none"},
    {"sjava__spotify-artist-albums__avicii-single-limit2.json", &lastAlbum,
     "7CvAfGvq4RlIwEbT9o8Iav Tough Love (Tiësto Remix) | single | group single | 2019-06-14 | 2 tracks | Avicii"},
    {"sjava__spotify-artist__band-of-horses.json", &artist,
     "0OdUWJ0sBjDrqHygGUXeCF Band of Horses | followers 306565 | eb266625dab075341e8c4378a177a27370f91903"},
    {"sjava__spotify-search-artist__muse-offset5-limit10.json", &lastFoundArtist,
     "2RLgQST3UuvyraOMj04JXe Muse Girls | followers 78 | b9087c6262aca40d174863fa8b891d1229d19e3a"},
    {"sjava__spotify-search-track__muse-offset5-limit10.json", &firstFoundTrack,
     "3lPr8ghNDBLc2uZovNyLs9 Supermassive Black Hole | 212439 ms | 1.3 | Muse | GBAHT0500593 | clean"},
    {"sjava__spotify-several-albums__empty.json", &albums,
     ""},
    {"sjava__spotify-several-albums__three.json", &albums,
     "41MnTivkwTO3UUJ8DrqEJJ The Best Of Keane (Deluxe Edition) | album | 2013-11-08 | 9 tracks | Keane | upc 00602537518357 | label  | 2 here, last Somewhere Only We Know, next none"},
    {"sjava__spotify-several-tracks__killers.json", &tracks,
     "3n3Ppam7vgaVa1iaRUc9Lp Mr. Brightside | 222200 ms | 1.2 | The Killers | GBFFP0300052 | clean\n"
     "3twNvmDtFQtAd5gMKedhLD Somebody Told Me | 197280 ms | 1.4 | The Killers | GBFFP0300054 | clean"},
    {"sjava__spotify-track__mr-brightside.json", &track,
     "3n3Ppam7vgaVa1iaRUc9Lp Mr. Brightside | 222200 ms | 1.2 | The Killers | GBFFP0300052 | clean"},
    {"zmb3__spotify-album-tracks__page1-of-13.json", &lastTrack,
     "3f9zqUnrnIq0LANhmnaF0V Money Changes Everything | 305560 ms | 1.1 | Cyndi Lauper | no isrc | clean"},
    {"zmb3__spotify-album__cyndi-lauper-full.json", &album,
     "0sNOF9WDwhWunNAHPD3Baj She's So Unusual | album | 1983 | 13 tracks | Cyndi Lauper | upc 5099749994324 | label  | 13 here, last All Through The Night - Live, next none"},
    {"zmb3__spotify-artist-albums__avicii-no-market-duplicates.json", &lastAlbum,
     "1WXM7DYQRT7QX8AKBJRfK9 The Days / Nights | single | group  |  | 0 tracks | "},
    {"zmb3__spotify-artist__pitbull.json", &artist,
     "0TnOYISbd1XYRBk9myaseg Pitbull | followers 2265279 | b648bc1dbd4e85a4f176543e84537994500a9803"},
    {"zmb3__spotify-search-artist__tania-bowra.json", &lastFoundArtist,
     "08td7MxkoHQkXnWAYD8d6Q Tania Bowra | followers none | f2798ddab0c7b76dc2d270b65c4f67ddef7f6718"},
    {"zmb3__spotify-search-track__uptown-funk.json", &firstFoundTrack,
     "4rmPQGwcLQjCoFq5NrTA0D Uptown Funk | 270626 ms | 1.1 | Mark Ronson, Bruno Mars | GBARL1401524 | clean"},
    {"zmb3__spotify-several-tracks__two.json", &tracks,
     "0eGsygTp906u18L0Oimnem Mr. Brightside | 222075 ms | 1.2 | The Killers | USIR20400274 | clean\n"
     "1lDWb6b6ieDQ2xT7ewTC3G Somebody Told Me | 197160 ms | 1.4 | The Killers | USIR20400195 | clean"},
    {"zmb3__spotify-track__timber.json", &track,
     "1zHlj4dQ8ZAtrayhuDDmkY Timber | 204053 ms | 1.1 | Pitbull, Ke$ha | USRC11301695 | clean"},
    // clang-format on
};

} // namespace

class SpotifyRecordedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerParsesToItsValues_data();
    void everyAnswerParsesToItsValues();
    void everyRecordedAnswerIsAsserted();
    void tokenOfTheClientCredentialsFlow();
};

void SpotifyRecordedTest::everyAnswerParsesToItsValues_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(expectations)); ++i)
        QTest::addRow("%02d %s", i, expectations[i].file) << i;
}

void SpotifyRecordedTest::everyAnswerParsesToItsValues()
{
    SKIP_WITHOUT_RECORDED_ANSWERS();
    QFETCH(int, index);
    const auto &expected = expectations[index];
    const auto body = test::recordedAnswer(QString::fromUtf8(expected.file));
    QVERIFY2(body, "no such recorded answer");
    QCOMPARE(expected.read(*body), QString::fromUtf8(expected.text));
}

void SpotifyRecordedTest::everyRecordedAnswerIsAsserted()
{
    SKIP_WITHOUT_RECORDED_ANSWERS();
    QStringList asserted = {
        QStringLiteral("sjava__spotify-token__client-credentials.json"), // below
        QStringLiteral("sjava__spotify-token-error__invalid-client.json"), // tst_servicerefusal
        QStringLiteral("ker0x__spotify-several-artists__two.json"), // the program never asks for several artists
        QStringLiteral("sjava__spotify-several-artists__two.json"),
    };
    for (const auto &expected : expectations)
        asserted.append(QString::fromUtf8(expected.file));
    for (const auto &folder : {QString(), QStringLiteral("derived/")}) {
        const auto files =
            QDir(test::recordedFolder().filePath(folder)).entryList({QStringLiteral("*__spotify-*.json")});
        for (const auto &file : files)
            QVERIFY2(asserted.contains(folder + file), qPrintable(folder + file));
    }
}

void SpotifyRecordedTest::tokenOfTheClientCredentialsFlow()
{
    SKIP_WITHOUT_RECORDED_ANSWERS();
    const auto token =
        parseToken(*test::recordedAnswer(QStringLiteral("sjava__spotify-token__client-credentials.json")));
    QVERIFY(token);
    QCOMPARE(token->expiresInSeconds, 3600);
    QVERIFY(token->accessToken.startsWith(QStringLiteral("REDACTED-")));
}

QTEST_APPLESS_MAIN(SpotifyRecordedTest)
#include "tst_spotifyrecorded.moc"
