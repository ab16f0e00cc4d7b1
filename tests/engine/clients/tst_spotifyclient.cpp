// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/services.h"
#include "spotify/albumloader.h"

#include <QTest>

using namespace linernotes;
using namespace std::chrono_literals;
using test::Answer;
using test::SpotifyService;

namespace
{

const auto artistId = QStringLiteral("1VKBh8d5CNpE74V3qIiZW7");
const auto albumId = QStringLiteral("3X2OlRtvOUZ7TEI9MR3Phf");
const auto invalidLimit = QByteArrayLiteral("{\"error\":{\"status\":400,\"message\":\"Invalid limit\"}}");

QString artistPath()
{
    return QStringLiteral("GET /v1/artists/") + artistId;
}

} // namespace

/// Spotify's protocol: tokens, page sizes, batches, refusals.
class SpotifyClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneTokenServesAllWhoWait()
    {
        SpotifyService spotify;
        spotify.server.answer(QStringLiteral("POST /api/token"),
                              Answer{.body = test::ownAnswer(QStringLiteral("spotify/token.json")), .delay = 50ms});
        spotify.answerWith(artistPath(), "spotify/artist.json");
        std::vector<std::unique_ptr<HttpClient>> roads;
        std::vector<std::unique_ptr<spotify::Client>> clients;
        std::vector<QCoro::Task<Result<spotify::Artist>>> tasks;
        for (int i = 0; i < 8; ++i) {
            roads.push_back(spotify.makeClient());
            clients.push_back(std::make_unique<spotify::Client>(*roads.back(), spotify.session));
            tasks.push_back(clients.back()->artist(artistId));
        }
        for (auto &task : tasks)
            QCOMPARE(QCoro::waitFor(std::move(task))->name, QStringLiteral("Velvet Harbour"));
        QCOMPARE(spotify.server.count(QStringLiteral("POST /api/token")), 1);
        const auto request = spotify.server.requests().front();
        QCOMPARE(request.headers.value("authorization"), "Basic " + QByteArray("id:secret").toBase64());
        QCOMPARE(request.body, QByteArray("grant_type=client_credentials"));
    }

    void aTokenIsRenewedBeforeItEnds()
    {
        SpotifyService spotify;
        spotify.answerWith(artistPath(), "spotify/artist.json");
        const auto ask = [&] { return QCoro::waitFor(spotify.session.token(*spotify.http)); };
        QVERIFY(ask());
        spotify.clock.advance(58min);
        QVERIFY(ask());
        QCOMPARE(spotify.server.count(QStringLiteral("POST /api/token")), 1);
        spotify.clock.advance(1min + 1s);
        QVERIFY(ask());
        QCOMPARE(spotify.server.count(QStringLiteral("POST /api/token")), 2);
    }

    void aRefusedTokenIsRenewedOnce()
    {
        SpotifyService spotify;
        const QByteArray expired("{\"error\":{\"status\":401,\"message\":\"The access token expired\"}}");
        spotify.server.answerInTurn(
            artistPath(),
            {{.body = expired, .status = 401}, {.body = test::ownAnswer(QStringLiteral("spotify/artist.json"))}});
        QVERIFY(QCoro::waitFor(spotify.client.artist(artistId)));
        QCOMPARE(spotify.server.count(QStringLiteral("POST /api/token")), 2);
        SpotifyService refusing;
        refusing.server.answer(artistPath(), expired, 401);
        const auto refused = QCoro::waitFor(refusing.client.artist(artistId));
        QCOMPARE(refused.error().category, ErrorCategory::Auth);
        QCOMPARE(refusing.server.count(artistPath()), 2);
    }

    void theTokenEndpointHasItsOwnErrors()
    {
        SpotifyService spotify;
        spotify.server.answer(QStringLiteral("POST /api/token"),
                              "{\"error\":\"invalid_client\",\"error_description\":\"Invalid client secret\"}", 400);
        const auto refused = QCoro::waitFor(spotify.client.artist(artistId));
        QCOMPARE(refused.error().category, ErrorCategory::Auth);
        QVERIFY2(refused.error().message.contains(QStringLiteral("Invalid client secret")),
                 qPrintable(refused.error().message));
        QVERIFY(!refused.error().evidence.contains("secret\":"));
    }

    void theMarketIsAlwaysSent()
    {
        SpotifyService spotify;
        spotify.answerWith(QStringLiteral("GET /v1/artists/%1/albums").arg(artistId), "spotify/artist-albums.json");
        spotify.answerWith(QStringLiteral("GET /v1/albums/%1").arg(albumId), "spotify/album.json");
        spotify.answerWith(QStringLiteral("GET /v1/albums/%1/tracks").arg(albumId), "spotify/album-tracks.json");
        spotify.answerWith(QStringLiteral("GET /v1/search"), "spotify/search-artist.json");
        QVERIFY(QCoro::waitFor(spotify.client.artistAlbums(artistId, 0, QStringList(QStringLiteral("album")))));
        QVERIFY(QCoro::waitFor(spotify.client.album(albumId)));
        QVERIFY(QCoro::waitFor(spotify.client.albumTracks(albumId, 50)));
        QVERIFY(QCoro::waitFor(spotify.client.searchArtist(QStringLiteral("Velvet & Harbour"))));
        const auto calls = spotify.server.requests();
        for (std::size_t i = 1; i < calls.size(); ++i)
            QCOMPARE(calls.at(i).query(QStringLiteral("market")), QStringLiteral("SE"));
        QCOMPARE(calls.back().query(QStringLiteral("q")), QStringLiteral("Velvet & Harbour"));
        QCOMPARE(calls.at(3).query(QStringLiteral("offset")), QStringLiteral("50"));
    }

    void aRefusedPageSizeIsLoweredAndRemembered_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("told") << invalidLimit;
        QTest::newRow("without a word") << QByteArray();
    }
    void aRefusedPageSizeIsLoweredAndRemembered()
    {
        QFETCH(QByteArray, body);
        SpotifyService spotify;
        const auto path = QStringLiteral("/v1/artists/%1/albums").arg(artistId);
        spotify.server.answerBy([&](const test::Call &call) -> std::optional<Answer> {
            if (call.path() != path)
                return std::nullopt;
            if (call.query(QStringLiteral("limit")).toInt() > 10)
                return Answer{.body = body, .status = 400};
            return Answer{.body = test::ownAnswer(QStringLiteral("spotify/artist-albums.json"))};
        });
        const QStringList groups(QStringLiteral("album"));
        QVERIFY(QCoro::waitFor(spotify.client.artistAlbums(artistId, 0, groups)));
        QCOMPARE(spotify.server.count(QStringLiteral("GET ") + path), 2); // 50, 10
        QVERIFY2(spotify.learned.values().contains(10), "the size is kept");
        QVERIFY(QCoro::waitFor(spotify.client.artistAlbums(artistId, 10, groups)));
        QCOMPARE(spotify.server.count(QStringLiteral("GET ") + path), 3);
    }

    void anotherRefusalIsNotTakenForThePageSize()
    {
        SpotifyService spotify;
        const auto path = QStringLiteral("GET /v1/artists/%1/albums").arg(artistId);
        spotify.server.answer(path, "{\"error\":{\"status\":400,\"message\":\"Invalid base62 id\"}}", 400);
        const auto refused =
            QCoro::waitFor(spotify.client.artistAlbums(artistId, 0, QStringList(QStringLiteral("album"))));
        QCOMPARE(refused.error().category, ErrorCategory::InvalidRequest);
        QCOMPARE(spotify.server.count(path), 1);
        QVERIFY(spotify.learned.isEmpty());
    }

    void anAccountWithoutPremiumIsShownAsWhatItIs()
    {
        SpotifyService spotify;
        const QByteArray said("Active premium subscription required for the owner of the app.");
        spotify.server.answer(QStringLiteral("GET /v1/albums"), said, 403, {{"Content-Type", "text/plain"}});
        const auto refused = QCoro::waitFor(spotify.client.albums({albumId, artistId}));
        QVERIFY2(refused.error().message.contains(QString::fromLatin1(said)), qPrintable(refused.error().message));
        QVERIFY(spotify.client.hasAlbumBatch()); // it passes: nothing is learned
    }

    void slotsAskForTheirAlbumsTogether()
    {
        SpotifyService spotify;
        spotify.answerWith(QStringLiteral("GET /v1/albums"), "spotify/albums.json");
        spotify::AlbumLoader loader;
        auto road = spotify.makeClient();
        spotify::Client other(*road, spotify.session);
        auto first = loader.album(spotify.client, albumId);
        auto second = loader.album(other, QString(22, QLatin1Char('z')));
        QCOMPARE(QCoro::waitFor(std::move(first))->summary.name, QStringLiteral("Tidelines"));
        QCOMPARE(QCoro::waitFor(std::move(second)).error().category, ErrorCategory::NotFound);
        QCOMPARE(spotify.server.count(QStringLiteral("GET /v1/albums?ids=")), 1);
        QCOMPARE(spotify.server.count(QStringLiteral("GET ")), 1);
    }

    void anAppWithoutBatchesIsAskedSinglyFromThenOn()
    {
        SpotifyService spotify;
        spotify.server.answer(QStringLiteral("GET /v1/albums"),
                              "{\"error\":{\"status\":403,\"message\":\"Forbidden\"}}", 403);
        const auto single = QStringLiteral("GET /v1/albums/%1").arg(albumId);
        spotify.answerWith(single, "spotify/album.json");
        spotify.answerWith(QStringLiteral("GET /v1/albums/other"), "spotify/album.json");
        spotify::AlbumLoader loader;
        auto road = spotify.makeClient();
        spotify::Client other(*road, spotify.session);
        for (int turn = 0; turn < 2; ++turn) {
            auto first = loader.album(spotify.client, albumId);
            auto second = loader.album(other, QStringLiteral("other"));
            QVERIFY(QCoro::waitFor(std::move(first)));
            QVERIFY(QCoro::waitFor(std::move(second)));
        }
        QVERIFY(!spotify.client.hasAlbumBatch());
        QCOMPARE(spotify.learned.value(QStringLiteral("batch.albums"), -1), 0);
        QCOMPARE(spotify.server.count(QStringLiteral("GET /v1/albums?ids=")), 1);
    }

    void anAnswerThatIsNotAsDocumentedNamesItsField()
    {
        SpotifyService spotify;
        spotify.server.answer(artistPath(), "{\"id\":\"1VKBh8d5CNpE74V3qIiZW7\",\"name\":7}");
        const auto refused = QCoro::waitFor(spotify.client.artist(artistId));
        QCOMPARE(refused.error().category, ErrorCategory::InvalidResponse);
        QVERIFY2(refused.error().message.contains(QStringLiteral("name")), qPrintable(refused.error().message));
        QCOMPARE(refused.error().endpoint, QStringLiteral("/artists/{id}"));
    }
};

QTEST_GUILESS_MAIN(SpotifyClientTest)
#include "tst_spotifyclient.moc"
