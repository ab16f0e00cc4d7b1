// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/services.h"
#include "workers/albumdiscovery.h"
#include "workers/artistdiscovery.h"
#include "workers/trackdiscovery.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace linernotes;
using test::SpotifyService;

namespace
{

const auto artistId = QStringLiteral("1VKBh8d5CNpE74V3qIiZW7");
const auto albumId = QStringLiteral("3X2OlRtvOUZ7TEI9MR3Phf");

/// 22 signs of base62, told apart by their beginning.
QString id(const QString &name)
{
    return QString(name).remove(QLatin1Char(' ')).leftJustified(22, QLatin1Char('0'), true);
}

QJsonObject fullTrackJson(const QString &trackId, const QString &isrc)
{
    return {{QStringLiteral("id"), trackId},
            {QStringLiteral("name"), QStringLiteral("Lanterns")},
            {QStringLiteral("duration_ms"), 201'000},
            {QStringLiteral("track_number"), 1},
            {QStringLiteral("artists"),
             QJsonArray{QJsonObject{{QStringLiteral("id"), artistId}, {QStringLiteral("name"), QStringLiteral("X")}}}},
            {QStringLiteral("external_ids"), QJsonObject{{QStringLiteral("isrc"), isrc}}}};
}

QJsonObject artistJson(const QString &id, const QString &name)
{
    return {
        {QStringLiteral("id"), id}, {QStringLiteral("name"), name}, {QStringLiteral("type"), QStringLiteral("artist")}};
}

QJsonObject albumJson(const QString &id, const QString &group, const QString &ofArtist)
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("name"), QStringLiteral("Album ") + id},
            {QStringLiteral("album_type"), QStringLiteral("album")},
            {QStringLiteral("album_group"), group},
            {QStringLiteral("release_date"), QStringLiteral("2020")},
            {QStringLiteral("total_tracks"), 1},
            {QStringLiteral("artists"), QJsonArray{artistJson(ofArtist, QStringLiteral("Somebody"))}}};
}

QByteArray page(const QJsonArray &items, const QJsonValue &next, int offset = 0)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("items"), items},
                                     {QStringLiteral("next"), next},
                                     {QStringLiteral("limit"), 10},
                                     {QStringLiteral("offset"), offset},
                                     {QStringLiteral("total"), 99}})
        .toJson();
}

QByteArray found(const QJsonArray &artists)
{
    const auto list = QJsonDocument::fromJson(page(artists, QJsonValue::Null)).object();
    return QJsonDocument(QJsonObject{{QStringLiteral("artists"), list}}).toJson();
}

template <typename Message>
std::vector<Message> messagesOf(const Effects &effects)
{
    std::vector<Message> messages;
    for (const auto &message : effects.messages) {
        if (const auto *wanted = std::get_if<Message>(&message))
            messages.push_back(*wanted);
    }
    return messages;
}

} // namespace

/// The first three steps by their effects: nothing is written, everything is returned.
class DiscoveryTest : public QObject
{
    Q_OBJECT

    static Result<Effects> discover(SpotifyService &spotify, const ArtistDiscoveryMessage &message)
    {
        ArtistDiscovery worker(spotify.client);
        return QCoro::waitFor(worker.process(message));
    }
    static Result<Effects> albums(SpotifyService &spotify, const AlbumDiscoveryMessage &message)
    {
        AlbumDiscovery worker(spotify.client, {QStringLiteral("album"), QStringLiteral("single")});
        return QCoro::waitFor(worker.process(message));
    }
    static Result<Effects> tracks(SpotifyService &spotify, const TrackDiscoveryMessage &message)
    {
        spotify::AlbumLoader loader;
        TrackDiscovery worker(spotify.client, loader);
        return QCoro::waitFor(worker.process(message));
    }
    static void answerAlbums(SpotifyService &spotify, const QByteArray &body)
    {
        spotify.server.answer(QStringLiteral("GET /v1/artists/%1/albums").arg(artistId), body);
    }

private Q_SLOTS:
    void anIdGivesTheArtistAndItsFirstAlbumPage()
    {
        SpotifyService spotify;
        spotify.answerWith(QStringLiteral("GET /v1/artists/") + artistId, "spotify/artist.json");
        const auto effects = discover(spotify, {.artistId = artistId, .name = {}});
        QVERIFY(effects);
        QCOMPARE(effects->seededArtist->spotifyId, artistId);
        QCOMPARE(effects->seededArtist->name, QStringLiteral("Velvet Harbour"));
        QCOMPARE(effects->messages.size(), std::size_t(1));
        QCOMPARE(messagesOf<AlbumDiscoveryMessage>(*effects).front(), AlbumDiscoveryMessage{.artistId = artistId});
    }

    void aNameIsLookedForAndTheBestTaken()
    {
        SpotifyService spotify;
        spotify.server.answer(QStringLiteral("GET /v1/search"),
                              found({artistJson(id(QStringLiteral("a")), QStringLiteral("Velvet Harbor Tribute Band")),
                                     artistJson(artistId, QStringLiteral("Vélvet Harbour"))}));
        const auto effects = discover(spotify, {.artistId = {}, .name = QStringLiteral("velvet harbour")});
        QVERIFY(effects);
        QCOMPARE(effects->seededArtist->spotifyId, artistId);
    }

    void whatCannotBeToldIsNotGuessed_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::newRow("rivals") << QStringList{QStringLiteral("Nova"), QStringLiteral("Nova ")};
        QTest::newRow("nobody near") << QStringList{QStringLiteral("Supernova Heights"), QStringLiteral("Novak")};
        QTest::newRow("nobody") << QStringList();
    }
    void whatCannotBeToldIsNotGuessed()
    {
        QFETCH(QStringList, names);
        SpotifyService spotify;
        QJsonArray artists;
        for (const auto &name : names)
            artists.append(
                artistJson(id(name.endsWith(QLatin1Char(' ')) ? QStringLiteral("other") : name), name.trimmed()));
        spotify.server.answer(QStringLiteral("GET /v1/search"), found(artists));
        const auto effects = discover(spotify, {.artistId = {}, .name = QStringLiteral("Nova")});
        QVERIFY(!effects);
        QCOMPARE(effects.error().category, ErrorCategory::Ambiguous);
        const auto candidates = QJsonDocument::fromJson(effects.error().evidence).array();
        QCOMPARE(candidates.size(), names.size());
        for (const auto &candidate : candidates) {
            QVERIFY(names.contains(candidate[QStringLiteral("name")].toString()));
            QCOMPARE(candidate[QStringLiteral("spotify_id")].toString().size(), 22);
            QVERIFY(candidate[QStringLiteral("score")].isDouble());
        }
    }

    void aPageOfAlbumsGivesATaskForEachAndTheNextPage()
    {
        SpotifyService spotify;
        answerAlbums(spotify,
                     page({albumJson(id(QStringLiteral("one")), QStringLiteral("album"), artistId), QJsonValue::Null,
                           albumJson(id(QStringLiteral("two")), QStringLiteral("single"), artistId)},
                          QStringLiteral("https://api.spotify.com/v1/artists/x/albums?offset=10&limit=10")));
        const auto effects = albums(spotify, {.artistId = artistId});
        QVERIFY(effects);
        QCOMPARE(effects->albums.size(), std::size_t(2));
        const auto tasks = messagesOf<TrackDiscoveryMessage>(*effects);
        QCOMPARE(tasks.size(), std::size_t(2));
        QCOMPARE(tasks.front(), (TrackDiscoveryMessage{.albumId = id(QStringLiteral("one"))}));
        const auto next = messagesOf<AlbumDiscoveryMessage>(*effects);
        QCOMPARE(next.size(), std::size_t(1));
        QCOMPARE(next.front(),
                 (AlbumDiscoveryMessage{.artistId = artistId, .offset = 10, .after = id(QStringLiteral("one"))}));
        QCOMPARE(spotify.server.requests().back().query(QStringLiteral("include_groups")),
                 QStringLiteral("album,single"));
    }

    void ofOthersAlbumsOnlyTheArtistsTracksAreWanted()
    {
        SpotifyService spotify;
        answerAlbums(
            spotify,
            page({albumJson(id(QStringLiteral("guest")), QStringLiteral("appears_on"), id(QStringLiteral("somebody")))},
                 QJsonValue::Null));
        const auto effects = albums(spotify, {.artistId = artistId});
        QVERIFY(effects);
        QCOMPARE(messagesOf<TrackDiscoveryMessage>(*effects).front(),
                 (TrackDiscoveryMessage{.albumId = id(QStringLiteral("guest")), .onlyArtist = artistId}));
        QVERIFY(messagesOf<AlbumDiscoveryMessage>(*effects).empty());
    }

    void pagingEndsWithoutProgress_data()
    {
        const auto next = QJsonValue(QStringLiteral("https://api.spotify.com/v1/artists/x/albums?offset=20&limit=10"));
        const auto album = albumJson(id(QStringLiteral("first")), QStringLiteral("album"), artistId);
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no next") << page({album}, QJsonValue::Null, 10);
        QTest::newRow("nothing on it") << page({}, next, 10);
        QTest::newRow("the same page again") << page({album}, next, 10);
        QTest::newRow("an offset that does not grow")
            << page({albumJson(id(QStringLiteral("x")), QStringLiteral("album"), artistId)},
                    QStringLiteral("https://api.spotify.com/v1/artists/x/albums?offset=10&limit=10"), 10);
    }
    void pagingEndsWithoutProgress()
    {
        QFETCH(QByteArray, body);
        SpotifyService spotify;
        answerAlbums(spotify, body);
        const auto effects =
            albums(spotify, {.artistId = artistId, .offset = 10, .after = id(QStringLiteral("first"))});
        QVERIFY(effects);
        QVERIFY(messagesOf<AlbumDiscoveryMessage>(*effects).empty());
    }

    void anAlbumGivesItsTracksWithoutACallForEach()
    {
        SpotifyService spotify;
        spotify.answerWith(QStringLiteral("GET /v1/albums/") + albumId, "spotify/album.json");
        const auto effects = tracks(spotify, {.albumId = albumId});
        QVERIFY(effects);
        QCOMPARE(effects->tracks->album.name, QStringLiteral("Tidelines"));
        QCOMPARE(effects->tracks->album.upc, QStringLiteral("0000000000017"));
        QCOMPARE(spotify.server.count(QStringLiteral("GET /v1/albums")), 1);
        QCOMPARE(spotify.server.count(QStringLiteral("GET /v1/tracks/")), 0);
        const auto &first = effects->tracks->tracks.front();
        QCOMPARE(first.title, QStringLiteral("Lanterns (feat. Ida Quist)"));
        QCOMPARE(first.titleKey, QStringLiteral("lanterns"));
        QCOMPARE(first.durationMs, 201'000);
        QCOMPARE(first.artists.size(), std::size_t(2));
        for (const auto &track : effects->tracks->tracks)
            QVERIFY(!track.spotifyId.isEmpty()); // local files are no records
    }

    void allIsrcsOfAnAlbumCostOneCallWhereTheAppStillHasBatches()
    {
        SpotifyService spotify;
        spotify.answerWith(QStringLiteral("GET /v1/albums/") + albumId, "spotify/album.json");
        spotify.server.answerBy([](const test::Call &call) -> std::optional<test::Answer> {
            if (call.path() != QLatin1String("/v1/tracks"))
                return std::nullopt;
            QJsonArray full;
            const auto ids = call.query(QStringLiteral("ids")).split(QLatin1Char(','));
            for (qsizetype i = 0; i < ids.size(); ++i) { // the second is relinked to another id, the third is unknown
                const auto track = fullTrackJson(i == 1 ? id(QStringLiteral("relinked")) : ids.at(i),
                                                 QStringLiteral("DEMO0000000%1").arg(i));
                full.append(i == 2 ? QJsonValue() : QJsonValue(track));
            }
            return test::Answer{.body = QJsonDocument(QJsonObject{{QStringLiteral("tracks"), full}}).toJson()};
        });
        const auto effects = tracks(spotify, {.albumId = albumId});
        QVERIFY(effects);
        QCOMPARE(spotify.server.count(QStringLiteral("GET /v1/tracks?")), 1);
        QVERIFY(effects->tracks->tracks.size() >= 2);
        QCOMPARE(effects->tracks->tracks[0].isrc, QStringLiteral("DEMO00000000"));
        QCOMPARE(effects->tracks->tracks[1].isrc, QStringLiteral("DEMO00000001"));
    }

    void anAppWithoutBatchesDoesWithoutIsrcs_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("403: an app of today") << 403 << true;
        QTest::newRow("404") << 404 << true;
        QTest::newRow("400") << 400 << true;
        QTest::newRow("503: it is asked again later") << 503 << false;
    }
    void anAppWithoutBatchesDoesWithoutIsrcs()
    {
        QFETCH(int, status);
        QFETCH(bool, isGood);
        SpotifyService spotify;
        spotify.answerWith(QStringLiteral("GET /v1/albums/") + albumId, "spotify/album.json");
        spotify.server.answer(QStringLiteral("GET /v1/tracks"), R"({"error":{"status":403,"message":"Forbidden"}})",
                              status);
        const auto effects = tracks(spotify, {.albumId = albumId});
        QCOMPARE(effects.has_value(), isGood);
        if (isGood)
            QVERIFY(effects->tracks->tracks.front().isrc.isEmpty());
    }

    void onlyTheWantedArtistsTracksAreKept()
    {
        SpotifyService spotify;
        spotify.answerWith(QStringLiteral("GET /v1/albums/") + albumId, "spotify/album.json");
        const auto guest = QStringLiteral("m2OhI2Yaxh7IgwMcrX2Kfw");
        const auto effects = tracks(spotify, {.albumId = albumId, .onlyArtist = guest});
        QVERIFY(effects);
        QCOMPARE(effects->tracks->tracks.size(), std::size_t(1));
        QCOMPARE(effects->tracks->tracks.front().artists.back().spotifyId, guest);
    }

    void furtherPagesFollowTheFirst()
    {
        SpotifyService spotify;
        spotify.answerWith(QStringLiteral("GET /v1/albums/%1/tracks").arg(albumId), "spotify/album-tracks.json");
        const auto effects = tracks(spotify, {.albumId = albumId, .offset = 1, .onlyArtist = artistId});
        QVERIFY(effects);
        QCOMPARE(effects->tracks->tracks.size(), std::size_t(1));
        QCOMPARE(messagesOf<TrackDiscoveryMessage>(*effects).front(),
                 (TrackDiscoveryMessage{.albumId = albumId, .offset = 2, .onlyArtist = artistId}));
    }
};

QTEST_GUILESS_MAIN(DiscoveryTest)
#include "tst_discovery.moc"
