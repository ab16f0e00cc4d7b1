// SPDX-License-Identifier: GPL-3.0-or-later
// What the recorded real answers of Genius say, by value.
#include "fixtures/answers.h"
#include "genius/geniusparser.h"

#include <QTest>

using namespace linernotes;
using namespace linernotes::genius;

namespace
{

QStringList texts(std::initializer_list<const char *> list)
{
    QStringList strings;
    for (const auto *text : list)
        strings.append(QString::fromUtf8(text));
    return strings;
}

/// "id name" of each.
QStringList people(const std::vector<ArtistRef> &artists)
{
    QStringList list;
    for (const auto &artist : artists)
        list.append(QStringLiteral("%1 %2").arg(artist.id).arg(artist.name));
    return list;
}

QStringList hitsOf(const char *file)
{
    const auto hits = parseSearch(test::recordedAnswer(QString::fromLatin1(file)).value_or(QByteArray()));
    if (!hits)
        return {hits.error().message};
    QStringList lines;
    for (const auto &hit : *hits)
        lines.append(QStringLiteral("%1 %2 | %3 %4")
                         .arg(hit.songId)
                         .arg(hit.title)
                         .arg(hit.primaryArtist.id)
                         .arg(hit.primaryArtist.name));
    return lines;
}

} // namespace

class GeniusRecordedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void searchForChandelier();
    void searchOf2015HasFewerFields();
    void songHasAllItsCredits();
    void songWithoutCreditsIsNoError();
    void artistHasHandles();
    void artistOf2015HasNone();
    void nullHandlesAreEmpty();
    void everyRecordedAnswerIsAsserted();
};

void GeniusRecordedTest::initTestCase()
{
    SKIP_WITHOUT_RECORDED_ANSWERS();
}

void GeniusRecordedTest::searchForChandelier()
{
    QCOMPARE(hitsOf("swiftgenius__genius-search__chandelier.json"),
             texts({
                 "378195 Chandelier | 16775 Sia",
                 "2333293 A list of all their YouTube videos | 523216 Scott Bradlee’s Postmodern Jukebox",
                 "488693 Null | 817455 Nervosaaaaaaa",
                 "843214 Crystal Chandelier | 26349 Louis Armstrong",
                 "2081624 Chandelier | 337564 Sam Tsui",
                 "1106705 Safe | 371181 Chandelier",
                 "5371821 Chandelier | 2109550 Original Broadway Cast of Moulin Rouge! The Musical",
                 "5219613 Chandelier | 993071 Kurt Hugo Schneider",
                 "3763664 Racks | 655347 D Savage",
                 "398968 Hey Cisco | 34310 Deep Purple",
             }));
    const auto hits = parseSearch(*test::recordedAnswer(QStringLiteral("swiftgenius__genius-search__chandelier.json")));
    QCOMPARE(hits->at(0).fullTitle, QStringLiteral("Chandelier by\u00A0Sia"));
    QCOMPARE(hits->at(0).url, QStringLiteral("https://genius.com/Sia-chandelier-lyrics"));
    QVERIFY(hits->at(0).primaryArtist.isVerified);
    QCOMPARE(hits->at(7).titleWithFeatured, QStringLiteral("Chandelier (Ft.\u00A0Sam\u00A0Tsui)"));
}

void GeniusRecordedTest::searchOf2015HasFewerFields()
{
    QCOMPARE(hitsOf("timrogers__genius-search__the-hills.json"),
             texts({
                 "727466 The Hills | 2358 The Weeknd",
                 "494510 House In The Hills | 310 Wiz Khalifa",
                 "110505 Over the Hills and Far Away | 562 Led Zeppelin",
                 "385235 To The Hills | 88280 Laurel",
                 "111264 Run To The Hills | 22163 Iron Maiden",
                 "349910 Come to the Hills (We Must Win) | 3117 Amir Sulaiman",
                 "526645 Try This Instead | 232577 Hallelujah The Hills",
                 "151101 Over the Hills and Far Away | 49957 John Tams",
                 "124771 An altered look about the hills | 717 Emily Dickinson",
                 "5421 From the Hills | 76 Raekwon",
                 "148594 \"I Will Lift Up Mine Eyes Unto The Hills\" | 49022 Christina Rossetti",
                 "245495 April In the Hills | 41101 Archibald Lampman",
                 "121452 My Faith is larger than the Hills | 717 Emily Dickinson",
                 "348702 Over the Hills and Far Away | 135153 Nightwish",
                 "183188 A Ramble Among the Hills | 27263 Washington Irving",
                 "179142 The Hills | 57185 St. Breeze",
                 "121463 Alter! When the Hills do | 717 Emily Dickinson",
                 "80984 Breaktime | 20189 The Hills",
                 "73585 Do it all | 20189 The Hills",
                 "999155 Out Where The Hills | 360308 Seatrain",
             }));
    const auto hits = parseSearch(*test::recordedAnswer(QStringLiteral("timrogers__genius-search__the-hills.json")));
    QCOMPARE(hits->at(0).fullTitle, QStringLiteral("The Hills")); // not told then
    QCOMPARE(hits->at(0).url, QStringLiteral("http://genius.com/The-weeknd-the-hills-lyrics"));
}

void GeniusRecordedTest::songHasAllItsCredits()
{
    const auto song = parseSong(*test::recordedAnswer(QStringLiteral("swiftgenius__genius-song__sia-chandelier.json")));
    QVERIFY2(song, song ? "" : qPrintable(song.error().message));
    QCOMPARE(song->id, 378195);
    QCOMPARE(song->title, QStringLiteral("Chandelier"));
    QCOMPARE(song->fullTitle, QStringLiteral("Chandelier by\u00A0Sia"));
    QCOMPARE(song->url, QStringLiteral("https://genius.com/Sia-chandelier-lyrics"));
    QCOMPARE(song->releaseDate, QStringLiteral("2014-03-17"));
    QCOMPARE(people(song->primaryArtists), texts({"16775 Sia"}));
    QCOMPARE(people(song->featuredArtists), QStringList());
    QCOMPARE(people(song->producers), texts({"55444 Greg Kurstin", "154199 Jesse Shatkin"}));
    QCOMPARE(people(song->writers), texts({"154199 Jesse Shatkin", "16775 Sia"}));

    QStringList performances;
    for (const auto &performance : song->performances) {
        QStringList who;
        for (const auto &artist : performance.artists)
            who.append(artist.name);
        performances.append(performance.label + QStringLiteral(": ") + who.join(QStringLiteral(", ")));
    }
    QCOMPARE(performances,
             texts({
                 "Keyboards: Jesse Shatkin",
                 "Additional Engineering: Alex Pasco, Julian Burg",
                 "Copyright ©: Groove Attack, Trailerpark",
                 "Phonographic Copyright ℗: Groove Attack, Trailerpark",
                 "Programmer: Jesse Shatkin",
                 "Mastering Engineer: Emily Lazar",
                 "Assistant Mastering Engineer: Rich Morales",
                 "Mixing Engineer: Manny Marroquin",
                 "Assistant Mixing Engineer: Chris Galland, Delbert Bowers",
                 "Production Manager: Rachel Kurstin",
                 "Engineer: Jesse Shatkin, Greg Kurstin",
                 "Piano: Greg Kurstin",
                 "Mellotron: Greg Kurstin",
                 "Guitar: Greg Kurstin",
                 "Drums: Jesse Shatkin, Greg Kurstin",
             }));

    QCOMPARE(song->media.size(), 3U);
    QCOMPARE(song->media.at(0).provider, QStringLiteral("youtube"));
    QCOMPARE(song->media.at(0).url, QStringLiteral("http://www.youtube.com/watch?v=2vjPBrBU-TM"));
    QCOMPARE(song->media.at(1).nativeUri, QStringLiteral("spotify:track:4VrWlk8IQxevMvERoX08iC"));
    QCOMPARE(song->media.at(2).provider, QStringLiteral("soundcloud"));
    QVERIFY(!song->isTranslation);
}

void GeniusRecordedTest::songWithoutCreditsIsNoError()
{
    const auto song =
        parseSong(*test::recordedAnswer(QStringLiteral("derived/derived__genius-song__no-credits-no-media.json")));
    QVERIFY2(song, song ? "" : qPrintable(song.error().message));
    QCOMPARE(song->id, 378195);
    QVERIFY(song->producers.empty() && song->writers.empty() && song->performances.empty() && song->media.empty());
}

void GeniusRecordedTest::artistHasHandles()
{
    const auto artist = parseArtist(*test::recordedAnswer(QStringLiteral("swiftgenius__genius-artist__sia.json")));
    QCOMPARE(artist,
             (Result<Artist>(Artist{.id = 16775,
                                    .name = QStringLiteral("Sia"),
                                    .url = QStringLiteral("https://genius.com/artists/Sia"),
                                    .alternateNames = texts({"Sia Furler"}),
                                    .instagramName = QStringLiteral("SiaMusic"),
                                    .twitterName = QStringLiteral("Sia"),
                                    .facebookName = QStringLiteral("SiaMusic"),
                                    .isTranslationArtist = false,
                                    .isVerified = true})));
}

void GeniusRecordedTest::artistOf2015HasNone()
{
    const auto artist = parseArtist(*test::recordedAnswer(QStringLiteral("timrogers__genius-artist__16775.json")));
    QCOMPARE(artist,
             (Result<Artist>(Artist{
                 .id = 16775, .name = QStringLiteral("Sia"), .url = QStringLiteral("http://genius.com/artists/Sia")})));
}

void GeniusRecordedTest::nullHandlesAreEmpty()
{
    const auto artist =
        parseArtist(*test::recordedAnswer(QStringLiteral("derived/derived__genius-artist__null-social.json")));
    QVERIFY(artist);
    QCOMPARE(artist->instagramName + artist->twitterName + artist->facebookName, QString());
    QCOMPARE(artist->alternateNames, texts({"Sia Furler"}));
}

void GeniusRecordedTest::everyRecordedAnswerIsAsserted()
{
    const QStringList asserted = {
        QStringLiteral("swiftgenius__genius-artist__sia.json"),
        QStringLiteral("swiftgenius__genius-search__chandelier.json"),
        QStringLiteral("swiftgenius__genius-song__sia-chandelier.json"),
        QStringLiteral("timrogers__genius-artist-songs__16775.json"), // a call that the program does not make yet
        QStringLiteral("timrogers__genius-artist__16775.json"),
        QStringLiteral("timrogers__genius-error__404.json"), // tst_servicerefusal
        QStringLiteral("timrogers__genius-search__the-hills.json"),
    };
    QCOMPARE(test::recordedFolder().entryList({QStringLiteral("*__genius-*.json")}), asserted);
}

QTEST_APPLESS_MAIN(GeniusRecordedTest)
#include "tst_geniusrecorded.moc"
