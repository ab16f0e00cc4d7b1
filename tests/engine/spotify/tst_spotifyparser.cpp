// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the parser, on the project's own answers and on single broken fields.
#include "fixtures/answers.h"
#include "spotify/spotifyparser.h"

#include <QTest>

using namespace linernotes;
using namespace linernotes::spotify;

namespace
{

QByteArray own(const char *name)
{
    return test::ownAnswer(QStringLiteral("spotify/") + QLatin1String(name));
}

const ArtistRef velvetHarbour = {.id = QStringLiteral("1VKBh8d5CNpE74V3qIiZW7"),
                                 .name = QStringLiteral("Velvet Harbour")};
const ArtistRef idaQuist = {.id = QStringLiteral("m2OhI2Yaxh7IgwMcrX2Kfw"), .name = QStringLiteral("Ida Quist")};

Track undertow(const QString &isrc)
{
    return {.id = QStringLiteral("tldlLGZnnWWzhJ2dtR3bed"),
            .name = QStringLiteral("Undertow"),
            .durationMs = 187350,
            .discNumber = 1,
            .trackNumber = 2,
            .artists = {velvetHarbour},
            .isrc = isrc,
            .isExplicit = false,
            .isLocal = false,
            .url = QStringLiteral("https://open.spotify.com/track/tldlLGZnnWWzhJ2dtR3bed")};
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

QString token(const QByteArray &body)
{
    return messageOf(parseToken(body));
}
QString artist(const QByteArray &body)
{
    return messageOf(parseArtist(body));
}
QString artistSearch(const QByteArray &body)
{
    return messageOf(parseArtistSearch(body));
}
QString albumPage(const QByteArray &body)
{
    return messageOf(parseAlbumPage(body));
}
QString album(const QByteArray &body)
{
    return messageOf(parseAlbum(body));
}
QString albums(const QByteArray &body)
{
    return messageOf(parseAlbums(body));
}
QString track(const QByteArray &body)
{
    return messageOf(parseTrack(body));
}
QString trackPage(const QByteArray &body)
{
    return messageOf(parseTrackPage(body));
}

} // namespace

Q_DECLARE_METATYPE(Parse)

class SpotifyParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void artistHasItsWidestImageAndWholeFollowers();
    void artistOfANewAppHasNoFollowers();
    void artistSearchLeavesOutNulls();
    void albumPageReadsGroupsAndFloats();
    void albumEmbedsItsTracksWithoutLocalFiles();
    void trackHasANormalisedIsrc();
    void batchesKeepPositions();
    void trackSearchGivesFullTracks();
    void tokenIsRead();
    void nextOffsetFollowsNextOnlyForward_data();
    void nextOffsetFollowsNextOnlyForward();
    void violationNamesThePath_data();
    void violationNamesThePath();
    void isrcIsNormalised_data();
    void isrcIsNormalised();
    void artistReferenceWithABadIdIsReadFromItsUri();
    void onlyWebAddressesAreKept();
};

void SpotifyParserTest::artistHasItsWidestImageAndWholeFollowers()
{
    const auto parsed = parseArtist(own("artist.json"));
    QVERIFY(parsed);
    QCOMPARE(parsed->id, velvetHarbour.id);
    QCOMPARE(parsed->name, velvetHarbour.name);
    QCOMPARE(parsed->url, QStringLiteral("https://open.spotify.com/artist/1VKBh8d5CNpE74V3qIiZW7"));
    QCOMPARE(parsed->followers, std::optional<qint64>(4200)); // written as 4200.0
    QCOMPARE(parsed->imageUrl, QStringLiteral("https://images.invalid/large.jpg"));
}

void SpotifyParserTest::artistOfANewAppHasNoFollowers()
{
    const auto parsed = parseArtist(own("artist-of-a-new-app.json"));
    QVERIFY(parsed);
    QCOMPARE(parsed->followers, std::nullopt);
    QCOMPARE(parsed->imageUrl, QString());
}

void SpotifyParserTest::artistSearchLeavesOutNulls()
{
    const auto page = parseArtistSearch(own("search-artist.json"));
    QVERIFY(page);
    QCOMPARE(page->items.size(), 2U);
    QCOMPARE(page->items.at(1).name, QStringLiteral("VELVET HARBOUR"));
    QCOMPARE(page->total, 12);
    QCOMPARE(page->nextOffset, std::optional<qint64>(10));
}

void SpotifyParserTest::albumPageReadsGroupsAndFloats()
{
    const auto page = parseAlbumPage(own("artist-albums.json"));
    QVERIFY(page);
    QCOMPARE(page->items.size(), 2U);
    QCOMPARE(page->items.at(0).albumGroup, QStringLiteral("album"));
    QCOMPARE(page->items.at(1).albumGroup, QString());
    QCOMPARE(page->items.at(1).albumType, QStringLiteral("single"));
    QCOMPARE(page->items.at(1).releaseDate, QStringLiteral("2021"));
    QCOMPARE(page->items.at(1).artists, (std::vector{velvetHarbour, idaQuist}));
    QCOMPARE(page->total, 37); // written as 37.0
    QCOMPARE(page->nextOffset, std::optional<qint64>(12));
}

void SpotifyParserTest::albumEmbedsItsTracksWithoutLocalFiles()
{
    const auto parsed = parseAlbum(own("album.json"));
    QVERIFY(parsed);
    QCOMPARE(parsed->summary.name, QStringLiteral("Tidelines"));
    QCOMPARE(parsed->upc, QStringLiteral("0000000000017"));
    QCOMPARE(parsed->label, QStringLiteral("Saltworks"));
    QCOMPARE(parsed->tracks.items.size(), 2U);
    QCOMPARE(parsed->tracks.items.at(0).durationMs, 201000); // written as 201000.0
    QVERIFY(parsed->tracks.items.at(0).isExplicit);
    QCOMPARE(parsed->tracks.items.at(0).artists, (std::vector{velvetHarbour, idaQuist}));
    QCOMPARE(parsed->tracks.items.at(1), undertow({}));
    QCOMPARE(parsed->tracks.nextOffset, std::nullopt);
}

void SpotifyParserTest::trackHasANormalisedIsrc()
{
    const auto parsed = parseTrack(own("track.json"));
    QVERIFY(parsed);
    QCOMPARE(*parsed, undertow(QStringLiteral("QZABC2400017")));
}

void SpotifyParserTest::batchesKeepPositions()
{
    const auto foundAlbums = parseAlbums(own("albums.json"));
    QVERIFY(foundAlbums);
    QCOMPARE(foundAlbums->size(), 2U);
    QCOMPARE(foundAlbums->at(0)->tracks.items.size(), 2U);
    QVERIFY(!foundAlbums->at(1));

    const auto foundTracks = parseTracks(own("tracks.json"));
    QVERIFY(foundTracks);
    QCOMPARE(foundTracks->size(), 4U);
    QVERIFY(!foundTracks->at(0)); // null
    QCOMPARE(foundTracks->at(1), std::optional(undertow(QStringLiteral("QZABC2400017"))));
    QVERIFY(!foundTracks->at(2)); // a local file
    QCOMPARE(foundTracks->at(3)->isrc, QString()); // external_ids is {}
}

void SpotifyParserTest::trackSearchGivesFullTracks()
{
    const auto page = parseTrackSearch(own("search-track.json"));
    QVERIFY(page);
    QCOMPARE(page->items, (std::vector{undertow(QStringLiteral("QZABC2400017"))}));
}

void SpotifyParserTest::tokenIsRead()
{
    QCOMPARE(parseToken(own("token.json")),
             (Result<Token>(Token{.accessToken = QStringLiteral("an-invented-token"), .expiresInSeconds = 3600})));
}

void SpotifyParserTest::nextOffsetFollowsNextOnlyForward_data()
{
    QTest::addColumn<QByteArray>("next");
    QTest::addColumn<QByteArray>("items");
    QTest::addColumn<qint64>("expected");
    const QByteArray one = R"([{"id":"tldlLGZnnWWzhJ2dtR3bed","name":"n","duration_ms":1}])";
    const qint64 none = -1;
    QTest::newRow("null ends it") << QByteArray("null") << one << none;
    QTest::newRow("an empty page ends it")
        << QByteArray(R"("https://a.invalid/?offset=30")") << QByteArray("[]") << none;
    QTest::newRow("the same offset ends it") << QByteArray(R"("https://a.invalid/?offset=20")") << one << none;
    QTest::newRow("a smaller offset ends it")
        << QByteArray(R"("https://a.invalid/?limit=10&offset=10")") << one << none;
    QTest::newRow("a larger one is next")
        << QByteArray(R"("https://a.invalid/?offset=30&limit=10")") << one << qint64(30);
    QTest::newRow("anywhere in the query") << QByteArray(R"("https://a.invalid/?a=b&offset=25")") << one << qint64(25);
    QTest::newRow("without one, what was received counts")
        << QByteArray(R"("https://a.invalid/")") << one << qint64(21);
    QTest::newRow("a page of nulls is not empty")
        << QByteArray(R"("https://a.invalid/?offset=30")") << QByteArray("[null]") << qint64(30);
}

void SpotifyParserTest::nextOffsetFollowsNextOnlyForward()
{
    QFETCH(QByteArray, next);
    QFETCH(QByteArray, items);
    QFETCH(qint64, expected);
    const auto page =
        parseTrackPage(R"({"offset":20,"limit":10,"total":99,"next":)" + next + R"(,"items":)" + items + '}');
    QVERIFY2(page, qPrintable(messageOf(page)));
    QCOMPARE(page->nextOffset.value_or(-1), expected);
}

void SpotifyParserTest::violationNamesThePath_data()
{
    QTest::addColumn<Parse>("parse");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, Parse parse, const char *body, const char *expected) {
        QTest::newRow(name) << parse << QByteArray(body) << QString::fromUtf8(expected);
    };
    row("no JSON", artist, "<html>", "not JSON: illegal value at byte 1");
    row("an array", artist, "[]", "$: expected an object");
    row("artist without id", artist, R"({"name":"x"})", "$.id: expected a string");
    row("id of 21", artist, R"({"id":"1VKBh8d5CNpE74V3qIiZW","name":"x"})", "$.id: expected 22 base62 characters");
    row("id with a sign", artist, R"({"id":"1VKBh8d5CNpE74V3qIiZW_","name":"x"})",
        "$.id: expected 22 base62 characters");
    row("id in a search", artistSearch,
        R"({"artists":{"offset":0,"limit":1,"total":1,"next":null,"items":[null,{"id":"x","name":"n"}]}})",
        "$.artists.items[1].id: expected 22 base62 characters");
    row("search of another type", artistSearch, R"({"tracks":{}})", "$.artists: expected an object");
    row("name is a number", artist, R"({"id":"1VKBh8d5CNpE74V3qIiZW7","name":7})", "$.name: expected a string");
    row("followers are a text", artist, R"({"id":"1VKBh8d5CNpE74V3qIiZW7","name":"n","followers":{"total":"9"}})",
        "$.followers.total: expected a whole number or null");
    row("no items", albumPage, R"({"offset":0,"limit":1,"total":1,"next":null})", "$.items: expected an array");
    row("total is missing", albumPage, R"({"offset":0,"limit":1,"next":null,"items":[]})",
        "$.total: expected a whole number");
    row("offset is negative", albumPage, R"({"offset":-1,"limit":1,"total":1,"next":null,"items":[]})",
        "$.offset: expected no negative number");
    row("next is a number", trackPage, R"({"offset":0,"limit":1,"total":1,"next":5,"items":[]})",
        "$.next: expected a string or null");
    row("an item is a text", trackPage, R"({"offset":0,"limit":1,"total":1,"next":null,"items":["x"]})",
        "$.items[0]: expected an object");
    row("album without tracks", album, R"({"id":"1VKBh8d5CNpE74V3qIiZW7","name":"n","album_type":"album"})",
        "$.tracks: expected an object");
    row("album of a batch", albums, R"({"albums":[null,{"id":"1VKBh8d5CNpE74V3qIiZW7","name":"n"}]})",
        "$.albums[1].album_type: expected a string");
    row("no batch", albums, "{}", "$.albums: expected an array");
    row("artist of a track", track,
        R"({"id":"1VKBh8d5CNpE74V3qIiZW7","name":"n","duration_ms":1,"artists":[{"id":null,"name":"n"}]})",
        "$.artists[0].id: expected a string");
    row("artist of a track with a bad uri too", track,
        R"({"id":"1VKBh8d5CNpE74V3qIiZW7","name":"n","duration_ms":1,"artists":[{"id":"1","name":"n","uri":"spotify:artist:1"}]})",
        "$.artists[0].id: expected 22 base62 characters");
    row("duration is missing", track, R"({"id":"1VKBh8d5CNpE74V3qIiZW7","name":"n"})",
        "$.duration_ms: expected a whole number");
    row("duration is a fraction", track, R"({"id":"1VKBh8d5CNpE74V3qIiZW7","name":"n","duration_ms":1.5})",
        "$.duration_ms: expected a whole number");
    row("duration is negative", track, R"({"id":"1VKBh8d5CNpE74V3qIiZW7","name":"n","duration_ms":-5})",
        "$.duration_ms: expected no negative number");
    row("a local file alone", track, R"({"id":null,"is_local":true,"name":"n"})",
        "$: expected a track of Spotify, not a local file");
    row("token missing", token, R"({"expires_in":3600})", "$.access_token: expected a string");
    row("token empty", token, R"({"access_token":"","expires_in":3600})", "$.access_token: expected a token");
    row("token that never lived", token, R"({"access_token":"t","expires_in":0})",
        "$.expires_in: expected a positive number");
}

void SpotifyParserTest::violationNamesThePath()
{
    QFETCH(Parse, parse);
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    QCOMPARE(parse(body), expected);
}

void SpotifyParserTest::isrcIsNormalised_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *given, const char *expected) {
        QTest::newRow(given) << QString::fromUtf8(given) << QString::fromUtf8(expected);
    };
    row("USRC11301695", "USRC11301695");
    row("GB-SMU-45-66095", "GBSMU4566095");
    row(" gb smu 45 66095 ", "GBSMU4566095");
    row("US\u2010RC1\u201013\u201001695", "USRC11301695");
    row("QZ9A12400017", "QZ9A12400017");
    row("", "");
    row("USRC1130169", "");
    row("USRC113016955", "");
    row("U1RC11301695", "");
    row("USRC1130169A", "");
    row("n/a", "");
}

void SpotifyParserTest::isrcIsNormalised()
{
    QFETCH(QString, given);
    QTEST(normalisedIsrc(given), "expected");
}

void SpotifyParserTest::artistReferenceWithABadIdIsReadFromItsUri()
{
    const auto parsed = parseTrack(R"({"id":"tldlLGZnnWWzhJ2dtR3bed","name":"n","duration_ms":1,
        "artists":[{"id":"12345","name":"Velvet Harbour","uri":"spotify:artist:1VKBh8d5CNpE74V3qIiZW7"}]})");
    QVERIFY2(parsed, qPrintable(messageOf(parsed)));
    QCOMPARE(parsed->artists, (std::vector{velvetHarbour}));
}

void SpotifyParserTest::onlyWebAddressesAreKept()
{
    const auto parsed = parseArtist(R"({"id":"1VKBh8d5CNpE74V3qIiZW7","name":"n",
        "external_urls":{"spotify":"javascript:alert"},"images":[{"url":"file:///etc/passwd","width":1}]
})");
    QVERIFY(parsed);
    QCOMPARE(parsed->url, QString());
    QCOMPARE(parsed->imageUrl, QString());
}

QTEST_APPLESS_MAIN(SpotifyParserTest)
#include "tst_spotifyparser.moc"
