// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures/answers.h"
#include "genius/geniusparser.h"
#include "matching/songmatch.h"

#include <QTest>

using namespace linernotes;

namespace
{

TrackFacts facts(const char *title, const char *artists, const QStringList &ids = {})
{
    return {.title = QString::fromUtf8(title),
            .artistNames = QString::fromUtf8(artists).split(u'|'),
            .spotifyTrackIds = ids,
            .durationMs = 200'000};
}

genius::SearchHit hit(const char *title, const char *artist, qint64 id = 1)
{
    const auto text = QString::fromUtf8(title);
    const auto name = QString::fromUtf8(artist);
    return {.songId = id,
            .title = text,
            .titleWithFeatured = text,
            .fullTitle = QStringLiteral("%1 by %2").arg(text, name),
            .primaryArtist = {.id = 1, .name = name, .url = {}},
            .artistNames = {name},
            .url = {}};
}

genius::Song song(const char *title, const char *artist)
{
    genius::Song page;
    page.id = 1;
    page.title = page.titleWithFeatured = page.fullTitle = QString::fromUtf8(title);
    page.primaryArtists = {{.id = 1, .name = QString::fromUtf8(artist), .url = {}}};
    return page;
}

const QString ourId = QStringLiteral("4VrWlk8IQxevMvERoX08iC");
const QString otherId = QStringLiteral("6NPVjNh8Jhru9xOmyQigds");

genius::Media spotifyMedia(const QString &id)
{
    return {.provider = QStringLiteral("spotify"),
            .type = QStringLiteral("audio"),
            .url = QStringLiteral("https://open.spotify.com/track/") + id,
            .nativeUri = QStringLiteral("spotify:track:") + id};
}

} // namespace

class SongMatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameSongIsAccepted_data();
    void sameSongIsAccepted();
    void anotherSongIsNot_data();
    void anotherSongIsNot();
    void reasonsSayWhy_data();
    void reasonsSayWhy();
    void ourSpotifyUriMakesItCertain();
    void spotifyUuidMakesItCertain();
    void anotherSpotifyUriSpeaksWeaklyAgainst();
    void noMediaProvesNothing();
    void translationIsNeverTheSong();
    void pagesThatAreNoSongAreLeftOut_data();
    void pagesThatAreNoSongAreLeftOut();
    void whatOurOwnTitleSaysIsKept_data();
    void whatOurOwnTitleSaysIsKept();
    void bestHitComesFirstAndEqualOnesKeepTheirOrder();
    void amongEqualHitsOursComesFirst();
    void recordedSearchFindsTheSong();
    void recordedSearchOf2015FindsTheSong();
    void queryIsTitleAndFirstArtist();
};

void SongMatchTest::sameSongIsAccepted_data()
{
    QTest::addColumn<QString>("ours");
    QTest::addColumn<QString>("artists");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("artist");
    const auto row = [](const char *ours, const char *artists, const char *title, const char *artist) {
        QTest::addRow("%s / %s", ours, title) << QString::fromUtf8(ours) << QString::fromUtf8(artists)
                                              << QString::fromUtf8(title) << QString::fromUtf8(artist);
    };
    row("Chandelier", "Sia", "Chandelier", "Sia");
    row("Mr. Brightside - 2015 Remaster", "The Killers", "Mr. Brightside", "The Killers");
    row("Titanium - Radio Edit", "David Guetta|Sia", "Titanium", "David Guetta");
    row("Happy - From \"Despicable Me 2\"", "Pharrell Williams", "Happy", "Pharrell Williams");
    row("The Hills", "The Weeknd", "The Hills", "The Weeknd");
    row("The Hills", "Weeknd", "The Hills", "The Weeknd");
    row("Déjà Vu", "Beyoncé", "Deja Vu", "Beyonce");
    row("Don’t Stop", "Fleetwood Mac", "Don't Stop\u200B", "Fleetwood\u00A0Mac");
    row("99 Problems", "JAY\u2010Z", "99 Problems", "JAY-Z");
    row("思想犯", "ヨルシカ", "思想犯 (Thought Crime)", "ヨルシカ (Yorushika)");
    row("First Love", "Hikaru Utada", "First Love", "宇多田ヒカル (Hikaru Utada)");
    row("Timber", "Pitbull|Ke$ha", "Timber (Ft. Ke$ha)", "Pitbull");
    row("Electricity (with Dua Lipa)", "Silk City|Dua Lipa", "Electricity", "Silk City & Dua Lipa");
    row("This Is What You Came For", "Calvin Harris|Rihanna", "This Is What You Came For", "Rihanna");
    row("Heaven (David Guetta & MORTEN Remix)", "Avicii|David Guetta", "Heaven (David Guetta & MORTEN Remix)",
        "Avicii");
    row("Hello - Live", "Adele", "Hello (Live at the Royal Albert Hall)", "Adele");
    row("Layla - Acoustic", "Eric Clapton", "Layla (Acoustic)", "Eric Clapton");
    row("Song, Pt. 2", "Velvet Harbour", "Song, Part II", "Velvet Harbour");
    row("Song, Pt. 1", "Velvet Harbour", "Song, Part One", "Velvet Harbour");
    row("Song, Pts. 1-5", "Velvet Harbour", "Song, Parts 1-5", "Velvet Harbour");
    row("Song - Bonus Track / 2011 Remaster", "Velvet Harbour", "Song", "Velvet Harbour");
    row("アイドル", "YOASOBI", "アイドル (Idol)", "YOASOBI");
    row("???", "Velvet Harbour", "???", "Velvet Harbour");
    row("Chandeliers", "Sia", "Chandelier", "Sia");
}

void SongMatchTest::sameSongIsAccepted()
{
    QFETCH(QString, ours);
    QFETCH(QString, artists);
    QFETCH(QString, title);
    QFETCH(QString, artist);
    const auto score = scoreHit(facts(qUtf8Printable(ours), qUtf8Printable(artists)),
                                hit(qUtf8Printable(title), qUtf8Printable(artist)));
    QVERIFY2(score.value >= acceptThreshold, qPrintable(score.reasons.join(QStringLiteral("; "))));
    QVERIFY(!score.certain);
}

void SongMatchTest::anotherSongIsNot_data()
{
    QTest::addColumn<QString>("ours");
    QTest::addColumn<QString>("artists");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("artist");
    const auto row = [](const char *ours, const char *artists, const char *title, const char *artist) {
        QTest::addRow("%s by %s / %s by %s", ours, artists, title, artist)
            << QString::fromUtf8(ours) << QString::fromUtf8(artists) << QString::fromUtf8(title)
            << QString::fromUtf8(artist);
    };
    row("Chandelier", "Sia", "Chandelier", "Sam Tsui"); // a cover
    row("Chandelier", "Sia", "Crystal Chandelier", "Sia");
    row("Chandelier", "Sia", "Safe", "Chandelier"); // title and artist exchanged
    row("Chandelier", "Sia", "Chandelier", "Mia");
    row("Chandelier", "Sia", "Chandelier (Dev Hynes Remix)", "Sia");
    row("Chandelier (Dev Hynes Remix)", "Sia", "Chandelier", "Sia");
    row("Heaven (David Guetta Remix)", "Avicii", "Heaven (Tiësto Remix)", "Avicii");
    row("Heaven (Tiësto Remix)", "Avicii", "Heaven (Remix)", "Avicii"); // whose?
    row("Song - Live", "Velvet Harbour", "Song", "Velvet Harbour");
    row("Song", "Velvet Harbour", "Song (Acoustic)", "Velvet Harbour");
    row("Song, Pt. 1", "Velvet Harbour", "Song, Pt. 2", "Velvet Harbour");
    row("Tubular Bells, Part One", "Mike Oldfield", "Tubular Bells, Part Two", "Mike Oldfield");
    row("Tubular Bells - Part One / Remastered 2009", "Mike Oldfield", "Tubular Bells - Part Two / Remastered 2009",
        "Mike Oldfield");
    row("Love Comes Quickly - Dance Mix; 2018 Remaster", "Pet Shop Boys", "Love Comes Quickly", "Pet Shop Boys");
    row("Song - French Version / Bonus Track", "Velvet Harbour", "Song", "Velvet Harbour");
    row("Lola", "The Kinks", "Lola", "The Kings");
    row("Ghetto", "Big Boi", "Ghetto", "Big Boy");
    row("Calling", "Lil Tjay", "Calling", "Lil Jay");
    row("1999", "Prince", "1989", "Prince");
    row("Love", "Velvet Harbour", "Live", "Velvet Harbour");
    row("The Hills", "The Weeknd", "The Hills", "St. Breeze");
    row("The Hills", "The Weeknd", "Over the Hills and Far Away", "Led Zeppelin");
    row("思想犯", "ヨルシカ", "思想", "ヨルシカ");
    row("Love Story", "Taylor Swift", "Love Story (Taylor’s Version)", "Taylor Swift");
}

void SongMatchTest::anotherSongIsNot()
{
    QFETCH(QString, ours);
    QFETCH(QString, artists);
    QFETCH(QString, title);
    QFETCH(QString, artist);
    const auto score = scoreHit(facts(qUtf8Printable(ours), qUtf8Printable(artists)),
                                hit(qUtf8Printable(title), qUtf8Printable(artist)));
    QVERIFY2(score.value < acceptThreshold, qPrintable(score.reasons.join(QStringLiteral("; "))));
}

void SongMatchTest::reasonsSayWhy_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("artist");
    QTest::addColumn<QString>("reasons");
    const auto row = [](const char *title, const char *artist, const char *reasons) {
        QTest::newRow(title) << QString::fromUtf8(title) << QString::fromUtf8(artist) << QString::fromUtf8(reasons);
    };
    row("Lanterns", "Velvet Harbour", "title exact; artist exact");
    row("Lantern", "Velvet Harbours", "title 0.88; artist 0.93");
    row("Lanterns (Somebody Remix)", "Velvet Harbour", "title exact; artist exact; version differs: remix");
    row("Lanterns (Ft. Marlow Osei)", "Velvet Harbour", "title exact; artist exact; features differ");
}

void SongMatchTest::reasonsSayWhy()
{
    QFETCH(QString, title);
    QFETCH(QString, artist);
    const auto score = scoreHit(facts("Lanterns (feat. Ida Quist)", "Velvet Harbour|Ida Quist"),
                                hit(qUtf8Printable(title), qUtf8Printable(artist)));
    QTEST(score.reasons.join(QStringLiteral("; ")), "reasons");
}

void SongMatchTest::ourSpotifyUriMakesItCertain()
{
    auto page = song("Another Title", "Somebody Else");
    page.media = {spotifyMedia(otherId), spotifyMedia(ourId)};
    const auto score = scoreSong(facts("Chandelier", "Sia", {ourId}), page);
    QVERIFY(score.certain);
    QCOMPARE(score.value, 1.0);
    QCOMPARE(score.reasons.first(), QStringLiteral("spotify-uri"));
}

void SongMatchTest::spotifyUuidMakesItCertain()
{
    auto page = song("Chandelier", "Sia");
    page.spotifyUuid = ourId;
    QVERIFY(scoreSong(facts("Chandelier", "Sia", {otherId, ourId}), page).certain);
}

void SongMatchTest::anotherSpotifyUriSpeaksWeaklyAgainst()
{
    auto page = song("Chandelier", "Sia");
    page.media = {spotifyMedia(otherId)};
    const auto score = scoreSong(facts("Chandelier", "Sia", {ourId}), page);
    QVERIFY(!score.certain);
    QVERIFY(score.value < 1 && score.value >= acceptThreshold); // a re-release has another id
    QCOMPARE(score.reasons.last(), QStringLiteral("other spotify-uri"));
}

void SongMatchTest::noMediaProvesNothing()
{
    const auto score = scoreSong(facts("Chandelier", "Sia", {ourId}), song("Chandelier", "Sia"));
    QCOMPARE(score.value, 1.0);
    QVERIFY(!score.certain);
}

void SongMatchTest::translationIsNeverTheSong()
{
    auto page = song("Chandelier", "Sia");
    page.isTranslation = true;
    QVERIFY(scoreSong(facts("Chandelier", "Sia"), page).value < acceptThreshold);
    QVERIFY(scoreSong(facts("Chandelier", "Sia"),
                      song("Sia - Chandelier (Deutsche Übersetzung)", "Genius Deutsche Übersetzungen"))
                .value
            < acceptThreshold);
}

void SongMatchTest::pagesThatAreNoSongAreLeftOut_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("artist");
    const auto row = [](const char *title, const char *artist) {
        QTest::newRow(title) << QString::fromUtf8(title) << QString::fromUtf8(artist);
    };
    row("1000 Forms of Fear [Tracklist + Album Art]", "Sia");
    row("1000 Forms of Fear [Credits]", "Sia");
    row("Chandelier (Booklet)", "Sia");
    row("Chandelier (Liner Notes)", "Sia");
    row("Chandelier Interview", "Sia");
    row("Chandelier (Skit)", "Sia");
    row("Chandelier (Instrumental)", "Sia");
    row("Chandelier Tour (Setlist)", "Sia");
    row("January 2014 Singles Release Calendar", "Genius");
    row("Sia - Chandelier (Traducción al Español)", "Genius Traducciones al Español");
    row("Sia - Chandelier (Türkçe Çeviri)", "Genius Türkçe Çeviriler");
    row("Sia - Chandelier (Русский перевод)", "Genius Russian Translations (Переводы на русский)");
    row("ヨルシカ - 思想犯 (Romanized)", "Genius Romanizations");
    row("Chandelier (Polskie tłumaczenie)", "Polskie tłumaczenia Genius");
    row("Chandelier", "Genius English Translations");
    row("Today's Top Hits", "Spotify");
}

void SongMatchTest::pagesThatAreNoSongAreLeftOut()
{
    QFETCH(QString, title);
    QFETCH(QString, artist);
    const auto ranked = rankHits(facts("Chandelier", "Sia"),
                                 {hit(qUtf8Printable(title), qUtf8Printable(artist), 1), hit("Chandelier", "Sia", 2)});
    QCOMPARE(ranked.size(), 1U);
    QCOMPARE(ranked.front().hit.songId, 2);
}

void SongMatchTest::whatOurOwnTitleSaysIsKept_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("artist");
    const auto row = [](const char *title, const char *artist) {
        QTest::newRow(title) << QString::fromUtf8(title) << QString::fromUtf8(artist);
    };
    row("Chandelier (Instrumental)", "Sia");
    row("Roll Credits", "Velvet Harbour");
    row("Lost in Translation", "Velvet Harbour");
    row("Skit #1", "Velvet Harbour");
    row("The Interview", "Velvet Harbour");
    row("Lessons", "Genius");
}

void SongMatchTest::whatOurOwnTitleSaysIsKept()
{
    QFETCH(QString, title);
    QFETCH(QString, artist);
    const auto ranked = rankHits(facts(qUtf8Printable(title), qUtf8Printable(artist)),
                                 {hit(qUtf8Printable(title), qUtf8Printable(artist))});
    QCOMPARE(ranked.size(), 1U);
    QCOMPARE(ranked.front().score.value, 1.0);
}

void SongMatchTest::bestHitComesFirstAndEqualOnesKeepTheirOrder()
{
    const auto ranked = rankHits(facts("Lanterns", "Velvet Harbour"),
                                 {hit("Lanterns", "Somebody", 1), hit("Lanterns", "Velvet Harbour", 2),
                                  hit("Lanterns (Remix)", "Velvet Harbour", 3), hit("Lanterns", "Velvet Harbour", 4)});
    QList<qint64> order;
    for (const auto &candidate : ranked)
        order.append(candidate.hit.songId);
    QCOMPARE(order, (QList<qint64>{2, 4, 3, 1}));
}

/// Of songs that are as good by their words, the one that is our first artist's own, and has guests as ours has.
void SongMatchTest::amongEqualHitsOursComesFirst()
{
    const auto with = [](genius::SearchHit hit, const char *guest) {
        hit.artistNames = {hit.primaryArtist.name, QString::fromLatin1(guest)};
        return hit;
    };
    const auto first = [](const TrackFacts &facts, const std::vector<genius::SearchHit> &hits) {
        return rankHits(facts, hits).front().hit.songId;
    };
    const auto remix = with(hit("Apologize", "Timbaland", 1), "OneRepublic");
    QCOMPARE(first(facts("Apologize", "OneRepublic"), {remix, hit("Apologize", "OneRepublic", 2)}), 2);
    const auto duet = with(hit("Elastic Heart", "Sia", 3), "The Weeknd");
    QCOMPARE(first(facts("Elastic Heart", "Sia"), {duet, hit("Elastic Heart", "Sia", 4)}), 4);
    QCOMPARE(first(facts("Elastic Heart", "Sia|The Weeknd"), {hit("Elastic Heart", "Sia", 4), duet}), 3);
}

void SongMatchTest::recordedSearchFindsTheSong()
{
    SKIP_WITHOUT_RECORDED_ANSWERS();
    const auto hits =
        genius::parseSearch(*test::recordedAnswer(QStringLiteral("swiftgenius__genius-search__chandelier.json")));
    const auto ranked = rankHits(facts("Chandelier", "Sia"), *hits);
    QCOMPARE(ranked.at(0).hit.songId, 378195);
    QCOMPARE(ranked.at(0).score.value, 1.0);
    QVERIFY(ranked.at(1).score.value < acceptThreshold); // covers, a lamp, a list of videos
    const auto page =
        genius::parseSong(*test::recordedAnswer(QStringLiteral("swiftgenius__genius-song__sia-chandelier.json")));
    QVERIFY(scoreSong(facts("Chandelier", "Sia", {ourId}), *page).certain);
}

void SongMatchTest::recordedSearchOf2015FindsTheSong()
{
    SKIP_WITHOUT_RECORDED_ANSWERS();
    const auto hits =
        genius::parseSearch(*test::recordedAnswer(QStringLiteral("timrogers__genius-search__the-hills.json")));
    const auto ranked = rankHits(facts("The Hills", "The Weeknd"), *hits);
    QCOMPARE(ranked.at(0).hit.songId, 727466);
    QVERIFY(ranked.at(0).score.value >= acceptThreshold);
    QVERIFY(ranked.at(1).score.value < acceptThreshold); // "The Hills" by St. Breeze
}

void SongMatchTest::queryIsTitleAndFirstArtist()
{
    QCOMPARE(searchQuery(facts("Lanterns (feat. Ida Quist) - 2015 Remaster", "Velvet\u200B Harbour|Ida Quist")),
             QStringLiteral("Lanterns Velvet Harbour"));
    QCOMPARE(searchQuery({.title = QStringLiteral("Lanterns"), .artistNames = {}, .spotifyTrackIds = {}}),
             QStringLiteral("Lanterns"));
}

QTEST_APPLESS_MAIN(SongMatchTest)
#include "tst_songmatch.moc"
