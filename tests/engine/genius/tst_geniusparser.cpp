// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the parser, on the project's own answers and on single broken fields.
#include "fixtures/answers.h"
#include "genius/geniusparser.h"

#include <QTest>

using namespace linernotes;
using namespace linernotes::genius;

namespace
{

QByteArray own(const char *name)
{
    return test::ownAnswer(QStringLiteral("genius/") + QLatin1String(name));
}

QStringList namesOf(const std::vector<ArtistRef> &artists)
{
    QStringList names;
    for (const auto &artist : artists)
        names.append(artist.name);
    return names;
}

template <typename T>
QString messageOf(const Result<T> &result)
{
    if (result)
        return QStringLiteral("parsed");
    if (result.error().category != ErrorCategory::InvalidResponse)
        return QStringLiteral("another category");
    return result.error().message;
}

using Parse = QString (*)(const QByteArray &);

QString search(const QByteArray &body)
{
    return messageOf(parseSearch(body));
}
QString song(const QByteArray &body)
{
    return messageOf(parseSong(body));
}
QString artist(const QByteArray &body)
{
    return messageOf(parseArtist(body));
}

} // namespace

Q_DECLARE_METATYPE(Parse)

class GeniusParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void searchGivesSongsInOrder();
    void songHasItsCreditsPerformancesAndMedia();
    void songThatNamesItsOriginalIsATranslation();
    void artistKeepsItsHandlesAsTyped();
    void artistWithoutAnythingIsAnArtist();
    void violationNamesThePath_data();
    void violationNamesThePath();
};

void GeniusParserTest::searchGivesSongsInOrder()
{
    const auto hits = parseSearch(own("search.json"));
    QVERIFY2(hits, qPrintable(messageOf(hits)));
    QCOMPARE(hits->size(), 3U); // no artist, no null
    const auto &first = hits->at(0);
    QCOMPARE(first.songId, 700001);
    QCOMPARE(first.title, QStringLiteral("Lanterns"));
    QCOMPARE(first.titleWithFeatured, QStringLiteral("Lanterns (Ft. Ida Quist)"));
    QCOMPARE(first.fullTitle, QStringLiteral("Lanterns (Ft. Ida Quist) by Velvet Harbour"));
    QCOMPARE(first.primaryArtist,
             (ArtistRef{.id = 9001,
                        .name = QStringLiteral("Velvet Harbour"),
                        .url = QStringLiteral("https://genius.com/artists/Velvet-Harbour"),
                        .isVerified = true}));
    QCOMPARE(first.artistNames, (QStringList{QStringLiteral("Velvet Harbour"), QStringLiteral("Ida Quist")}));
    const auto &old = hits->at(2); // the shape of 2015
    QCOMPARE(old.songId, 700003);
    QCOMPARE(old.titleWithFeatured, QStringLiteral("Lantern Song"));
    QCOMPARE(old.fullTitle, QStringLiteral("Lantern Song"));
    QCOMPARE(old.artistNames, (QStringList{QStringLiteral("The Lanterns")}));
}

void GeniusParserTest::songHasItsCreditsPerformancesAndMedia()
{
    const auto parsed = parseSong(own("song.json"));
    QVERIFY2(parsed, qPrintable(messageOf(parsed)));
    QCOMPARE(parsed->id, 700001);
    QCOMPARE(parsed->releaseDate, QStringLiteral("2024-05-17"));
    QCOMPARE(namesOf(parsed->primaryArtists), (QStringList{QStringLiteral("Velvet Harbour")}));
    QCOMPARE(namesOf(parsed->featuredArtists), (QStringList{QStringLiteral("Ida Quist")}));
    QCOMPARE(namesOf(parsed->producers), (QStringList{QStringLiteral("Marlow Osei")}));
    QCOMPARE(namesOf(parsed->writers), (QStringList{QStringLiteral("Tess Brandvold"), QStringLiteral("Marlow Osei")}));
    QCOMPARE(parsed->performances.size(), 3U);
    QCOMPARE(parsed->performances.at(0).label, QStringLiteral("Additional Production"));
    QCOMPARE(namesOf(parsed->performances.at(0).artists), (QStringList{QStringLiteral("Tess Brandvold")}));
    QCOMPARE(parsed->media.size(), 2U);
    QCOMPARE(parsed->media.at(1),
             (Media{.provider = QStringLiteral("spotify"),
                    .type = QStringLiteral("audio"),
                    .url = QStringLiteral("https://open.spotify.com/track/DetHjM4ub3ZdGjYPJsPoAN"),
                    .nativeUri = QStringLiteral("spotify:track:DetHjM4ub3ZdGjYPJsPoAN")}));
    QCOMPARE(parsed->spotifyUuid, QString());
    QVERIFY(!parsed->isTranslation); // the relation is listed, but holds no song
}

void GeniusParserTest::songThatNamesItsOriginalIsATranslation()
{
    const auto parsed = parseSong(own("song-translation.json"));
    QVERIFY2(parsed, qPrintable(messageOf(parsed)));
    QVERIFY(parsed->isTranslation);
    QCOMPARE(parsed->releaseDate, QString());
    QVERIFY(parsed->producers.empty() && parsed->performances.empty() && parsed->media.empty());
}

void GeniusParserTest::artistKeepsItsHandlesAsTyped()
{
    const auto parsed = parseArtist(own("artist.json"));
    QVERIFY2(parsed, qPrintable(messageOf(parsed)));
    QCOMPARE(parsed->id, 9003);
    QCOMPARE(parsed->alternateNames, (QStringList{QStringLiteral("M. Osei"), QStringLiteral("Marlow O.")}));
    QCOMPARE(parsed->instagramName, QStringLiteral("@marlow.osei"));
    QCOMPARE(parsed->twitterName, QStringLiteral("https://twitter.com/marlowosei?lang=en"));
    QCOMPARE(parsed->facebookName, QStringLiteral("null"));
    QVERIFY(!parsed->isTranslationArtist);
}

void GeniusParserTest::artistWithoutAnythingIsAnArtist()
{
    const auto parsed = parseArtist(own("artist-bare.json"));
    QVERIFY2(parsed, qPrintable(messageOf(parsed)));
    QCOMPARE(*parsed, (Artist{.id = 9004, .name = QStringLiteral("Tess Brandvold")}));
}

void GeniusParserTest::violationNamesThePath_data()
{
    QTest::addColumn<Parse>("parse");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, Parse parse, const char *body, const char *expected) {
        QTest::newRow(name) << parse << QByteArray(body) << QString::fromUtf8(expected);
    };
    row("HTML", song, "<!DOCTYPE html>", "not JSON: illegal value at byte 1");
    row("an error answer", song, R"({"meta":{"status":404,"message":"404 Not Found"}})",
        "$.response: expected an object");
    row("no song", song, R"({"response":{}})", "$.response.song: expected an object");
    row("id is a text", song, R"({"response":{"song":{"id":"7"}}})", "$.response.song.id: expected a whole number");
    row("id is zero", artist, R"({"response":{"artist":{"id":0,"name":"n"}}})",
        "$.response.artist.id: expected a positive number");
    row("no title", song, R"({"response":{"song":{"id":7}}})", "$.response.song.title: expected a string");
    row("no artist", song, R"({"response":{"song":{"id":7,"title":"t"}}})",
        "$.response.song.primary_artist: expected an object");
    row("a producer without name", song,
        R"({"response":{"song":{"id":7,"title":"t","primary_artist":{"id":1,"name":"n"},"producer_artists":[null,{"id":2}]}}})",
        "$.response.song.producer_artists[1].name: expected a string");
    row("a performance without label", song,
        R"({"response":{"song":{"id":7,"title":"t","primary_artist":{"id":1,"name":"n"},"custom_performances":[{}]}}})",
        "$.response.song.custom_performances[0].label: expected a string");
    row("media of a wrong type", song,
        R"({"response":{"song":{"id":7,"title":"t","primary_artist":{"id":1,"name":"n"},"media":{}}}})",
        "$.response.song.media: expected an array");
    row("no hits", search, R"({"response":{}})", "$.response.hits: expected an array");
    row("a hit without result", search, R"({"response":{"hits":[{"type":"song"}]}})",
        "$.response.hits[0].result: expected an object");
    row("a hit without artist", search, R"({"response":{"hits":[{"result":{"id":7,"title":"t"}}]}})",
        "$.response.hits[0].result.primary_artist: expected an object");
    row("a handle is a number", artist, R"({"response":{"artist":{"id":1,"name":"n","twitter_name":5}}})",
        "$.response.artist.twitter_name: expected a string or null");
}

void GeniusParserTest::violationNamesThePath()
{
    QFETCH(Parse, parse);
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    QCOMPARE(parse(body), expected);
}

QTEST_APPLESS_MAIN(GeniusParserTest)
#include "tst_geniusparser.moc"
