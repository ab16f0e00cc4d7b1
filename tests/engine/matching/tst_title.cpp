// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/recordingkey.h"
#include "matching/text.h"
#include "matching/title.h"

#include <QTest>

using namespace linernotes;

class TitleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void titleIsTakenApart_data();
    void titleIsTakenApart();
    void noteOfATitleIsNoPartOfItsName_data();
    void noteOfATitleIsNoPartOfItsName();
    void partOfTheNameStays_data();
    void partOfTheNameStays();
    void visibleTitleNeverBecomesEmpty_data();
    void visibleTitleNeverBecomesEmpty();
    void spellingsOfOneNameAreEqual_data();
    void spellingsOfOneNameAreEqual();
    void differentNamesStayDifferent_data();
    void differentNamesStayDifferent();
    void nameIsWhatAPersonWouldType_data();
    void nameIsWhatAPersonWouldType();
    void sameRecordingHasTheSameKey_data();
    void sameRecordingHasTheSameKey();
    void anotherRecordingHasAnotherKey_data();
    void anotherRecordingHasAnotherKey();
    void editsAreAnotherRecordingButTheSameSong();
    void similarityIsOneMinusTheShareOfEdits();
};

void TitleTest::titleIsTakenApart_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("expected"); // base | words | detail | featured
    const auto row = [](const char *title, const char *expected) {
        QTest::newRow(title) << QString::fromUtf8(title) << QString::fromUtf8(expected);
    };
    row("Chandelier", "chandelier|||");
    row("Déjà Vu (feat. JAY-Z)", "deja vu|||jay z");
    row("Lanterns ft. Ida Quist", "lanterns|||ida quist");
    row("Lanterns featuring Ida Quist & Marlow Osei", "lanterns|||ida quist,marlow osei");
    row("Dancing With A Stranger (with Normani)", "dancing with a stranger|||normani");
    row("Song [Live]", "song|live||");
    row("Song (Acoustic Live)", "song|acoustic,live||");
    row("All Through The Night - Live", "all through the night|live||");
    row("Love Of My Life - Live At Wembley Stadium / July 1986", "love of my life|live|wembley stadium july 1986|");
    row("Here Comes The Sun - Remastered 2009", "here comes the sun|remaster||");
    row("Heroes - 2017 Remaster", "heroes|remaster||");
    row("Radio Ga Ga - Remastered in 2011", "radio ga ga|remaster||");
    row("Wish You Were Here - Live at Wembley / 2011 Remaster", "wish you were here|live,remaster|wembley|");
    row("Titanium - Radio Edit", "titanium|radio edit||");
    row("Insomnia (Extended Mix)", "insomnia|extended||");
    row("International Love - Jump Smokers Extended Mix", "international love|extended,remix|jump smokers|");
    row("Heaven (David Guetta & MORTEN Remix)", "heaven|remix|david guetta morten|");
    row("Tough Love (Tiësto Remix)", "tough love|remix|tiesto|");
    row("One (Club Mix)", "one|remix|club|");
    row("One (Tiësto Edit)", "one|remix|tiesto|");
    row("Taxman - 2022 Mix", "taxman|new mix|2022|");
    row("Taxman - Mono", "taxman|mono||");
    row("Song (Instrumental)", "song|instrumental||");
    row("Song - Sped Up", "song|sped up||");
    row("Song (Slowed + Reverb)", "song|slowed|reverb|");
    row("Song - Demo", "song|demo||");
    row("Song (Karaoke Version)", "song|karaoke||");
    row("Love Story (Taylor’s Version)", "love story|version|taylors|");
    row("Nothing New (feat. Phoebe Bridgers) (Taylor's Version) [From The Vault]",
        "nothing new|version|taylors|phoebe bridgers");
    row("Song (Remix feat. Ida Quist)", "song|remix||ida quist");
    row("Despacito (Remix) [feat. Justin Bieber]", "despacito|remix||justin bieber");
    row("Song（Live）", "song|live||"); // full-width brackets
    row("Song — Live", "song|live||"); // em dash
    row("Song (feat. Somebody", "song|||somebody"); // cut off
}

void TitleTest::titleIsTakenApart()
{
    QFETCH(QString, title);
    const auto parsed = parseTitle(title);
    const QStringList actual = {parsed.base, parsed.versionWords.join(u','), parsed.versionDetail,
                                parsed.featured.join(u',')};
    QTEST(actual.join(u'|'), "expected");
}

void TitleTest::noteOfATitleIsNoPartOfItsName_data()
{
    QTest::addColumn<QString>("title");
    for (const auto *title :
         {"Happy - From \"Despicable Me 2\"", "Happy (From “Despicable Me 2”)",
          "Happy (From the Motion Picture Despicable Me 2)", "Happy (Album Version)", "Happy - Original Mix",
          "Happy [Explicit]", "Happy - Bonus Track", "Happy (Official Video)", "Happy (prod. by Marlow Osei)",
          "Happy - Deluxe Edition", "  happy  ", "HAPPY", "\u200BHappy\uFEFF", "Ｈａｐｐｙ"})
        QTest::newRow(title) << QString::fromUtf8(title);
}

void TitleTest::noteOfATitleIsNoPartOfItsName()
{
    QFETCH(QString, title);
    const auto parsed = parseTitle(title);
    QCOMPARE(parsed, (ParsedTitle{.name = parsed.name, .base = QStringLiteral("happy")}));
}

void TitleTest::partOfTheNameStays_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("base");
    const auto row = [](const char *title, const char *base) {
        QTest::newRow(title) << QString::fromUtf8(title) << QString::fromUtf8(base);
    };
    row("(I Can't Get No) Satisfaction", "i cant get no satisfaction");
    row("Live and Let Die", "live and let die");
    row("Song (Live Forever)", "song live forever");
    row("Remix to Ignition", "remix to ignition");
    row("Roll Credits", "roll credits");
    row("6 ft. Under", "6 ft under");
    row("Come (With a Little Help)", "come with a little help");
    row("Letter (From a Thief)", "letter from a thief");
    row("Medicine (Cover Me)", "medicine cover me");
    row("Artist - Song", "artist song");
    row("Interlude - Pt. 2", "interlude pt 2");
    row("(Mix)", "mix");
}

void TitleTest::partOfTheNameStays()
{
    QFETCH(QString, title);
    QFETCH(QString, base);
    const auto parsed = parseTitle(title);
    QCOMPARE(parsed, (ParsedTitle{.name = parsed.name, .base = base}));
}

void TitleTest::visibleTitleNeverBecomesEmpty_data()
{
    QTest::addColumn<QString>("title");
    for (const auto *title : {"???", "!!!", "...", "…", "÷", "×", "+", "♥", "(Live)", "[Untitled]", "(feat. Somebody)",
                              "🎵", "思想犯", "ヨルシカ", "- Remastered", "()", "(", "\"\"", "$"})
        QTest::newRow(title) << QString::fromUtf8(title);
}

void TitleTest::visibleTitleNeverBecomesEmpty()
{
    QFETCH(QString, title);
    QVERIFY(!parseTitle(title).base.isEmpty());
    QVERIFY(!parseTitle(title).name.isEmpty());
}

void TitleTest::spellingsOfOneNameAreEqual_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    const auto row = [](const char *a, const char *b) {
        QTest::newRow(a) << QString::fromUtf8(a) << QString::fromUtf8(b);
    };
    row("Beyoncé", "BEYONCE");
    row("Beyonce\u0301", "Beyoncé");
    row("Sigur Rós", "sigur ros");
    row("Mø", "mo");
    row("Motörhead", "Motorhead");
    row("Łona", "lona");
    row("Straße", "strasse");
    row("İstanbul", "istanbul");
    row("ISTANBUL", "ıstanbul");
    row("Simon & Garfunkel", "Simon and Garfunkel");
    row("Florence + The Machine", "Florence & the Machine");
    row("JAY\u2010Z", "Jay-Z");
    row("Guns N’ Roses", "Guns N' Roses");
    row("S.O.S.", "SOS");
    row("Mr. Brightside", "Mr Brightside");
    row("Sia\u200B", "Sia");
    row("Sia\u00A0 Furler", "Sia Furler");
    row("Ｓｉａ", "Sia");
    row("ﾖﾙｼｶ", "ヨルシカ"); // half-width katakana
    row("\u202ASia\u202C", "Sia");
}

void TitleTest::spellingsOfOneNameAreEqual()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QCOMPARE(normalisedName(a), normalisedName(b));
}

void TitleTest::differentNamesStayDifferent_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    const auto row = [](const char *a, const char *b) {
        QTest::newRow(a) << QString::fromUtf8(a) << QString::fromUtf8(b);
    };
    row("The Band", "Band");
    row("A$AP Rocky", "AAP Rocky");
    row("ガ", "カ"); // voiced and unvoiced
    row("!!!", "???");
    row("Sia", "Mia");
}

void TitleTest::differentNamesStayDifferent()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QVERIFY(normalisedName(a) != normalisedName(b));
}

void TitleTest::nameIsWhatAPersonWouldType_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *title, const char *expected) {
        QTest::newRow(title) << QString::fromUtf8(title) << QString::fromUtf8(expected);
    };
    row("Happy - From \"Despicable Me 2\"", "Happy");
    row("Mr. Brightside - 2015 Remaster", "Mr. Brightside");
    row("Lanterns (feat. Ida Quist) [Live]", "Lanterns");
    row("(I Can’t Get No) Satisfaction - Mono", "(I Can't Get No) Satisfaction");
    row("思想犯", "思想犯");
    row("Half\u200Bhidden", "Halfhidden");
}

void TitleTest::nameIsWhatAPersonWouldType()
{
    QFETCH(QString, title);
    QTEST(parseTitle(title).name, "expected");
}

void TitleTest::sameRecordingHasTheSameKey_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    const auto row = [](const char *a, const char *b) {
        QTest::newRow(a) << QString::fromUtf8(a) << QString::fromUtf8(b);
    };
    row("Heroes - 2017 Remaster", "\"Heroes\"");
    row("Lanterns (feat. Ida Quist)", "Lanterns");
    row("Heaven (David Guetta & MORTEN Remix)", "Heaven - David Guetta & MORTEN Remix");
    row("Song (Live at Wembley)", "Song - Live At Wembley - 2011 Remaster");
    row("Happy - From \"Despicable Me 2\"", "Happy");
}

void TitleTest::sameRecordingHasTheSameKey()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QVERIFY(recordingKey(a, QStringLiteral("artist")) == recordingKey(b, QStringLiteral("artist")));
}

void TitleTest::anotherRecordingHasAnotherKey_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    const auto row = [](const char *a, const char *b) {
        QTest::newRow(a) << QString::fromUtf8(a) << QString::fromUtf8(b);
    };
    row("Heaven (David Guetta Remix)", "Heaven");
    row("Heaven (David Guetta Remix)", "Heaven (Tiësto Remix)");
    row("Song - Live", "Song");
    row("Song (Live at Wembley)", "Song (Live in Paris)");
    row("Song - Radio Edit", "Song");
    row("Song - Acoustic", "Song - Live");
    row("Song, Pt. 1", "Song, Pt. 2");
}

void TitleTest::anotherRecordingHasAnotherKey()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QVERIFY(recordingKey(a, QStringLiteral("artist")) != recordingKey(b, QStringLiteral("artist")));
    QVERIFY(recordingKey(a, QStringLiteral("artist")) != recordingKey(a, QStringLiteral("another")));
}

void TitleTest::editsAreAnotherRecordingButTheSameSong()
{
    const auto parsed = parseTitle(QStringLiteral("Song (Live) - Radio Edit - 2011 Remaster"));
    QCOMPARE(recordingVersions(parsed), (QStringList{QStringLiteral("live"), QStringLiteral("radio edit")}));
    QCOMPARE(songVersions(parsed), (QStringList{QStringLiteral("live")}));
    spotify::Track track;
    track.name = QStringLiteral("Song - Radio Edit");
    track.artists = {{.id = QStringLiteral("first"), .name = {}}, {.id = QStringLiteral("second"), .name = {}}};
    QCOMPARE(recordingKey(track),
             (RecordingKey{.title = QStringLiteral("song"),
                           .version = QStringLiteral("radio edit"),
                           .primaryArtist = QStringLiteral("first")}));
}

void TitleTest::similarityIsOneMinusTheShareOfEdits()
{
    QCOMPARE(similarity(u"", u""), 1.0);
    QCOMPARE(similarity(u"abc", u"abc"), 1.0);
    QCOMPARE(similarity(u"abc", u""), 0.0);
    QCOMPARE(similarity(u"love", u"live"), 0.75);
    QCOMPARE(similarity(u"abcd", u"abcdefgh"), 0.5);
}

QTEST_APPLESS_MAIN(TitleTest)
#include "tst_title.moc"
