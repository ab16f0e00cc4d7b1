// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/seedline.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace linernotes;

using Kind = SeedLine::Kind;

class SeedLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormOfAnArtistIsUnderstood_data();
    void everyFormOfAnArtistIsUnderstood();
    void everythingElseIsAName_data();
    void everythingElseIsAName();
    void whatCannotBeAnArtistSaysWhy_data();
    void whatCannotBeAnArtistSaysWhy();
    void blankLineIsEmpty_data();
    void blankLineIsEmpty();
    void textKeepsTheLineAsTyped();
    void positionsAreLineNumbers();
    void whatATableCopiedIsItsFirstColumn();
    void theMarksOfAListAreTakenAway_data();
    void theMarksOfAListAreTakenAway();
    void secondMentionIsADuplicate();
    void noTextHasNoLines();
    void tenThousandLinesAreReadAtOnce();
};

static const QString drake = QStringLiteral("3TVXtAsR1Inumwj472S9r4");

void SeedLineTest::everyFormOfAnArtistIsUnderstood_data()
{
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char *line, Kind kind) { QTest::newRow(line) << kind; };
    row("3TVXtAsR1Inumwj472S9r4", Kind::SpotifyId);
    row("  3TVXtAsR1Inumwj472S9r4  ", Kind::SpotifyId);
    row("\"3TVXtAsR1Inumwj472S9r4\"", Kind::SpotifyId);
    row("spotify:artist:3TVXtAsR1Inumwj472S9r4", Kind::SpotifyUri);
    row("SPOTIFY:artist:3TVXtAsR1Inumwj472S9r4", Kind::SpotifyUri);
    row("spotify:artist:3TVXtAsR1Inumwj472S9r4?si=abc", Kind::SpotifyUri);
    row("https://open.spotify.com/artist/3TVXtAsR1Inumwj472S9r4", Kind::SpotifyUrl);
    row("https://open.spotify.com/artist/3TVXtAsR1Inumwj472S9r4?si=a-b_c&nd=1", Kind::SpotifyUrl);
    row("https://open.spotify.com/artist/3TVXtAsR1Inumwj472S9r4#top", Kind::SpotifyUrl);
    row("https://open.spotify.com/artist/3TVXtAsR1Inumwj472S9r4/", Kind::SpotifyUrl);
    row("https://open.spotify.com/artist/3TVXtAsR1Inumwj472S9r4/discography/all", Kind::SpotifyUrl);
    row("http://open.spotify.com/artist/3TVXtAsR1Inumwj472S9r4", Kind::SpotifyUrl);
    row("HTTPS://Open.Spotify.Com/artist/3TVXtAsR1Inumwj472S9r4", Kind::SpotifyUrl);
    row("open.spotify.com/artist/3TVXtAsR1Inumwj472S9r4", Kind::SpotifyUrl);
    row("//open.spotify.com/artist/3TVXtAsR1Inumwj472S9r4", Kind::SpotifyUrl);
    row("https://open.spotify.com/intl-de/artist/3TVXtAsR1Inumwj472S9r4", Kind::SpotifyUrl);
    row("https://open.spotify.com/intl-pt-BR/artist/3TVXtAsR1Inumwj472S9r4?si=x", Kind::SpotifyUrl);
    row("https://open.spotify.com/embed/artist/3TVXtAsR1Inumwj472S9r4", Kind::SpotifyUrl);
    row("https://play.spotify.com/artist/3TVXtAsR1Inumwj472S9r4", Kind::SpotifyUrl);
    row("<https://open.spotify.com/artist/3TVXtAsR1Inumwj472S9r4>", Kind::SpotifyUrl); // out of a mail
    row("<open.spotify.com/artist/3TVXtAsR1Inumwj472S9r4?si=x>", Kind::SpotifyUrl);
    row("< spotify:artist:3TVXtAsR1Inumwj472S9r4 >", Kind::SpotifyUri);
    row("https://embed.spotify.com/?uri=spotify:artist:3TVXtAsR1Inumwj472S9r4", Kind::SpotifyUrl);
    row("https://embed.spotify.com/?uri=spotify%3Aartist%3A3TVXtAsR1Inumwj472S9r4", Kind::SpotifyUrl);
}

void SeedLineTest::everyFormOfAnArtistIsUnderstood()
{
    QFETCH(Kind, kind);
    const auto line = parseSeedLine(QString::fromUtf8(QTest::currentDataTag()));
    QCOMPARE(line.kind, kind);
    QCOMPARE(line.artistId, drake);
    QCOMPARE(line.name, QString());
    QCOMPARE(line.problem, QString());
}

void SeedLineTest::everythingElseIsAName_data()
{
    QTest::addColumn<QString>("name");
    const auto row = [](const char *line, const char *name) { QTest::newRow(line) << QString::fromUtf8(name); };
    row("Drake", "Drake");
    row("Tyler, The Creator", "Tyler, The Creator");
    row("\"Tyler, The Creator\"", "Tyler, The Creator");
    row(R"("Tyler, The Creator","rap","2009")", "Tyler, The Creator");
    row(R"("Weird Al" Yankovic)", R"("Weird Al" Yankovic)");
    row(R"("""Weird Al"" Yankovic")", R"("Weird Al" Yankovic)");
    row("\"Heroes", "\"Heroes");
    row(R"("a",b)", R"("a",b)");
    row("will.i.am", "will.i.am");
    row("AC/DC", "AC/DC");
    row("3TVXtAsR1Inumwj472S9r", "3TVXtAsR1Inumwj472S9r"); // 21
    row("3TVXtAsR1Inumwj472S9r4a", "3TVXtAsR1Inumwj472S9r4a"); // 23
    row("3TVXtAsR1Inumwj472S9r_", "3TVXtAsR1Inumwj472S9r_");
    row("Sia\xE2\x80\x8B  Furler", "Sia Furler"); // zero-width, two blanks
    row("ヨルシカ", "ヨルシカ");
    row("<Spotify>", "<Spotify>");
    row("1. Radiohead", "1. Radiohead"); // alone it is no list
    row("Spotify", "Spotify");
    row("spotify: a band", "spotify: a band");
    row("!!!", "!!!");
    row("1975", "1975");
    row("Drake\tCanada", "Drake"); // a row of a table
    row("Tyler, The Creator\t"
        R"(12\t"a ""b""")",
        "Tyler, The Creator");
}

void SeedLineTest::everythingElseIsAName()
{
    QFETCH(QString, name);
    const auto line = parseSeedLine(QString::fromUtf8(QTest::currentDataTag()));
    QCOMPARE(line.kind, Kind::Name);
    QCOMPARE(line.name, name);
    QCOMPARE(line.artistId, QString());
}

void SeedLineTest::whatCannotBeAnArtistSaysWhy_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("word"); // in the sentence
    const auto row = [](const char *rule, const QString &line, const char *word) {
        QTest::newRow(rule) << line << QString::fromUtf8(word);
    };
    row("track", QStringLiteral("https://open.spotify.com/track/6NPVjNh8Jhru9xOmyQigds"), "track");
    row("album", QStringLiteral("open.spotify.com/intl-fr/album/5l3zEmMrOhOzG8d8s83GOL?si=1"), "album");
    row("album URI", QStringLiteral("spotify:album:5l3zEmMrOhOzG8d8s83GOL"), "album");
    row("playlist", QStringLiteral("https://open.spotify.com/playlist/5l3zEmMrOhOzG8d8s83GOL"), "playlist");
    row("old playlist URI", QStringLiteral("spotify:user:someone:playlist:5l3zEmMrOhOzG8d8s83GOL"), "listener");
    row("podcast", QStringLiteral("https://open.spotify.com/episode/5l3zEmMrOhOzG8d8s83GOL"), "podcast");
    row("home page", QStringLiteral("https://open.spotify.com/"), "not to an artist");
    row("short link", QStringLiteral("https://spotify.link/AbCdEf"), "browser");
    row("short link without scheme", QStringLiteral("spotify.link/AbCdEf"), "browser");
    row("id of 21 in a link", QStringLiteral("https://open.spotify.com/artist/3TVXtAsR1Inumwj472S9r"), "22");
    row("no id in a URI", QStringLiteral("spotify:artist:"), "22");
    row("another site", QStringLiteral("https://genius.com/artists/Drake"), "not a Spotify link");
    row("a site that looks alike", QStringLiteral("https://open.spotify.com.example/artist/3TVXtAsR1Inumwj472S9r4"),
        "not a Spotify link");
    row("another scheme", QStringLiteral("ftp://open.spotify.com/artist/3TVXtAsR1Inumwj472S9r4"), "not a Spotify link");
    row("too long", QString(301, u'a'), "too long");
    row("control character", QStringLiteral("Dra\u0007ke"), "can't be read");
    row("nul", QStringLiteral("Drake") + QChar(u'\0'), "can't be read");
    row("not UTF-8", QString::fromUtf8("Beyonc\xE9"), "UTF-8");
}

void SeedLineTest::whatCannotBeAnArtistSaysWhy()
{
    QFETCH(QString, line);
    QFETCH(QString, word);
    const auto parsed = parseSeedLine(line);
    QCOMPARE(parsed.kind, Kind::Invalid);
    QVERIFY2(parsed.problem.contains(word), qPrintable(parsed.problem));
    QVERIFY(parsed.artistId.isEmpty() && parsed.name.isEmpty());
}

void SeedLineTest::blankLineIsEmpty_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << QStringLiteral(" \t \u00A0 ");
    QTest::newRow("quotes") << QStringLiteral("\"\"");
    QTest::newRow("zero-width") << QStringLiteral("\u200B\u200B");
}

void SeedLineTest::blankLineIsEmpty()
{
    QFETCH(QString, line);
    QCOMPARE(parseSeedLine(line).kind, Kind::Empty);
}

void SeedLineTest::textKeepsTheLineAsTyped()
{
    QCOMPARE(parseSeedLine(u"  \"Tyler, The Creator\"  ").text, QStringLiteral("\"Tyler, The Creator\""));
    QCOMPARE(parseSeedLine(QString(300, u'a')).kind, Kind::Name);
}

void SeedLineTest::positionsAreLineNumbers()
{
    const auto lines = parseSeedLines(QStringLiteral("\uFEFFDrake\r\n\r\nSia\rMuse\n\nAdele\n"));
    QStringList names;
    for (const auto &line : lines)
        names.append(line.kind == Kind::Empty ? QStringLiteral("-") : line.name);
    QCOMPARE(names.join(u'|'), QStringLiteral("Drake|-|Sia|Muse|-|Adele"));
}

/// Also where the rest of a row is longer than an artist can be.
void SeedLineTest::whatATableCopiedIsItsFirstColumn()
{
    const auto table = QStringLiteral("Name\tRoles\tCredits\nMirela Vantage\tProducer\t12\n%1\t%2\n")
                           .arg(drake, QString(seedLineMaxLength, u'x'));
    const auto lines = parseSeedLines(table);
    QCOMPARE(lines.size(), std::size_t(3));
    QCOMPARE(lines.at(0).kind, Kind::Empty);
    QCOMPARE(lines.at(1).name, QStringLiteral("Mirela Vantage"));
    QCOMPARE(lines.at(1).text, QStringLiteral("Mirela Vantage"));
    QCOMPARE(lines.at(2).artistId, drake);
    QCOMPARE(parseSeedLines(QStringLiteral("Name")).front().kind, Kind::Name); // a band
}

void SeedLineTest::theMarksOfAListAreTakenAway_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *what, const char *text, const char *names) {
        QTest::newRow(what) << QString::fromUtf8(text) << QString::fromUtf8(names);
    };
    row("numbers", "1. Radiohead\n2. Portishead\n\n10. Moby", "Radiohead|Portishead|-|Moby");
    row("brackets", "1) Radiohead\n (2) Portishead", "Radiohead|Portishead");
    row("dashes", "- Radiohead\n\t- Portishead\n– Moby", "Radiohead|Portishead|Moby");
    row("dots and stars", "• Radiohead\n* Portishead", "Radiohead|Portishead");
    row("tabs, as office programs copy them", "1.\tRadiohead\n2.\tPortishead\tUK", "Radiohead|Portishead");
    row("a heading", "My list:\n- Radiohead\n- *NSYNC", "My list:|Radiohead|*NSYNC");
    row("a band alone", "10. Something", "10. Something");
    row("a band among others", "10. Something\nMoby\nSia", "10. Something|Moby|Sia");
    row("as many with as without", "1. Radiohead\n2. Portishead\nMoby\nSia", "1. Radiohead|2. Portishead|Moby|Sia");
    row("names that begin alike", "*NSYNC\n-M-\n+44\n1975", "*NSYNC|-M-|+44|1975");
    row("a year and a date", "1975 Band\n2.5 Men\n3.14 Kids", "1975 Band|2.5 Men|3.14 Kids");
}

void SeedLineTest::theMarksOfAListAreTakenAway()
{
    QFETCH(QString, text);
    QFETCH(QString, names);
    QStringList understood;
    for (const auto &line : parseSeedLines(text)) {
        understood.append(line.kind == Kind::Empty ? QStringLiteral("-") : line.name);
        QCOMPARE(line.text, line.name);
    }
    QCOMPARE(understood.join(u'|'), names);
    const auto links = parseSeedLines(QStringLiteral("1. %1\n2. <https://open.spotify.com/artist/%1>").arg(drake));
    QCOMPARE(links.front().artistId, drake);
    QCOMPARE(links.back().kind, Kind::Duplicate);
}

void SeedLineTest::secondMentionIsADuplicate()
{
    const auto lines = parseSeedLines(QStringLiteral("3TVXtAsR1Inumwj472S9r4\n"
                                                     "spotify:artist:3TVXtAsR1Inumwj472S9r4\n"
                                                     "https://open.spotify.com/artist/3TVXtAsR1Inumwj472S9r4?si=2\n"
                                                     "Beyoncé\n"
                                                     "BEYONCE\n"
                                                     "spotify.link/x\n"
                                                     "spotify.link/x\n"
                                                     "\n\n"));
    QList<Kind> kinds;
    for (const auto &line : lines)
        kinds.append(line.kind);
    QCOMPARE(kinds,
             (QList<Kind>{Kind::SpotifyId, Kind::Duplicate, Kind::Duplicate, Kind::Name, Kind::Duplicate, Kind::Invalid,
                          Kind::Invalid, Kind::Empty, Kind::Empty}));
    QCOMPARE(lines.at(2).artistId, drake);
    QCOMPARE(lines.at(4).name, QStringLiteral("BEYONCE"));
}

void SeedLineTest::noTextHasNoLines()
{
    QVERIFY(parseSeedLines({}).empty());
    QCOMPARE(parseSeedLines(QStringLiteral("\n")).size(), 1U);
}

/// Prints how long it takes; a figure is no assertion here.
void SeedLineTest::tenThousandLinesAreReadAtOnce()
{
    QString text;
    for (int i = 0; i < 2500; ++i) {
        text += QStringLiteral("Artist Number %1\n").arg(i);
        text += QStringLiteral("Ünïcödé Näme %1\n").arg(i);
        text += QStringLiteral("https://open.spotify.com/intl-de/artist/%1?si=abc\n").arg(i, 22, 10, QLatin1Char('0'));
        text += QStringLiteral("\"Quoted, Name %1\"\n").arg(i);
    }
    QElapsedTimer timer;
    timer.start();
    const auto lines = parseSeedLines(text);
    qInfo("10,000 seed lines in %lld ms", timer.elapsed());
    QCOMPARE(lines.size(), 10'000U);
    QVERIFY(std::ranges::none_of(
        lines, [](const SeedLine &line) { return line.kind == Kind::Duplicate || line.kind == Kind::Invalid; }));
}

QTEST_APPLESS_MAIN(SeedLineTest)
#include "tst_seedline.moc"
