// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/errorof.h"
#include "fakes/spotifyroad.h"

#include <QTest>

#include <functional>

using namespace linernotes;
using namespace std::chrono_literals;
using test::Answer;
using test::Call;
using test::errorOf;
using test::SpotifyRoad;

namespace
{

const auto artistId = test::spotifyId(QStringLiteral("artist"), 1);
const auto albumId = test::spotifyId(QStringLiteral("album"), 1);
const auto trackId = test::spotifyId(QStringLiteral("track"), 1);
const auto albumsOfArtist = QStringLiteral("/artists/%1/albums").arg(artistId);
const auto ownGroups = QStringLiteral("album,single");
const auto pageAbility = QStringLiteral("page_size.artist_albums");
const auto batchAbility = QStringLiteral("batch.albums");

QByteArray albumPage()
{
    return test::bytes(test::pageObject({test::albumObject(1, QStringLiteral("Tidelines"))}));
}

QList<int> limitsAsked(const SpotifyRoad &spotify)
{
    QList<int> limits;
    for (const auto &call : spotify.apiCalls())
        limits.append(call.query(QStringLiteral("limit")).toInt());
    return limits;
}

} // namespace

using Ask = std::function<void(spotify::Client &)>;
Q_DECLARE_METATYPE(Ask)

/// Spotify as an app of today meets it: smaller pages, no batches, and a market with every call.
class SpotifyPagesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<SpotifyRoad> m_spotify;

    test::AnswerServer &server() { return m_spotify->server(); }
    Result<spotify::Page<spotify::AlbumSummary>> askAlbums(qint64 offset = 0)
    {
        return QCoro::waitFor(m_spotify->client.artistAlbums(artistId, offset, ownGroups));
    }
    Result<std::vector<std::optional<spotify::Album>>> askBatch()
    {
        return QCoro::waitFor(m_spotify->client.albums({albumId, test::spotifyId(QStringLiteral("album"), 2)}));
    }
    void refuseLimitsAbove(int accepted, const QByteArray &body)
    {
        server().answerBy([=](const Call &call) {
            const bool fits = call.query(QStringLiteral("limit")).toInt() <= accepted;
            return fits ? Answer{.body = albumPage()} : Answer{.body = body, .status = 400};
        });
    }

private Q_SLOTS:
    void init() { m_spotify = std::make_unique<SpotifyRoad>(); }

    void theMarketGoesWithEveryCallThatTakesOne_data()
    {
        QTest::addColumn<Ask>("ask");
        QTest::addColumn<bool>("hasMarket");
        const auto row = [](const char *name, bool hasMarket, const Ask &ask) {
            QTest::newRow(name) << ask << hasMarket;
        };
        row("search", true, [](auto &client) { QCoro::waitFor(client.searchArtist(QStringLiteral("x"))); });
        row("artist's albums", true, [](auto &client) { QCoro::waitFor(client.artistAlbums(artistId, 0, ownGroups)); });
        row("album", true, [](auto &client) { QCoro::waitFor(client.album(albumId)); });
        row("album's tracks", true, [](auto &client) { QCoro::waitFor(client.albumTracks(albumId, 50)); });
        row("track", true, [](auto &client) { QCoro::waitFor(client.track(trackId)); });
        row("several albums", true, [](auto &client) { QCoro::waitFor(client.albums({albumId})); });
        row("artist, which has none", false, [](auto &client) { QCoro::waitFor(client.artist(artistId)); });
    }
    void theMarketGoesWithEveryCallThatTakesOne()
    {
        QFETCH(Ask, ask);
        QFETCH(bool, hasMarket);
        ask(m_spotify->client);
        const auto calls = m_spotify->apiCalls();
        QVERIFY(!calls.empty());
        for (const auto &call : calls)
            QCOMPARE(call.query(QStringLiteral("market")), hasMarket ? QStringLiteral("SE") : QString());
    }

    void anyNameIsSearchedForAsItIs()
    {
        server().answer(QStringLiteral("GET /search"),
                        test::bytes({{QStringLiteral("artists"),
                                      test::pageObject({test::artistObject(1, QStringLiteral("Somebody"))})}}));
        const auto name = QStringLiteral("100% AC/DC & Sigur Rós + \"Ø\" #1?=x");
        const auto found = QCoro::waitFor(m_spotify->client.searchArtist(name));
        QVERIFY(found);
        QCOMPARE(found->items.front().name, QStringLiteral("Somebody"));
        const auto call = m_spotify->apiCalls().front();
        QCOMPARE(call.query(QStringLiteral("q")), name);
        QCOMPARE(call.query(QStringLiteral("type")), QStringLiteral("artist"));
    }

    void aPageTellsWhereTheNextOneBegins()
    {
        auto page = test::pageObject(
            {test::albumObject(1, QStringLiteral("A")), QJsonValue::Null, test::albumObject(2, QStringLiteral("B"))},
            10, 20);
        server().answer(QStringLiteral("GET ") + albumsOfArtist, test::bytes(page));
        const auto albums = askAlbums(10);
        QVERIFY(albums);
        QCOMPARE(albums->items.size(), std::size_t(2));
        QCOMPARE(albums->offset, 10);
        QCOMPARE(albums->total, 100);
        QCOMPARE(albums->nextOffset, std::optional<qint64>(20));
        const auto call = m_spotify->apiCalls().front();
        QCOMPARE(call.query(QStringLiteral("offset")), QStringLiteral("10"));
        QCOMPARE(call.query(QStringLiteral("include_groups")), QStringLiteral("album,single"));
    }

    void thePageSizeIsLearned_data()
    {
        QTest::addColumn<int>("accepted");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QList<int>>("asked");
        const auto said = test::refusalBody(400, QStringLiteral("Invalid limit"));
        QTest::newRow("an app of today") << 10 << said << QList<int>{50, 10};
        QTest::newRow("without a word") << 10 << QByteArray() << QList<int>{50, 10};
        QTest::newRow("the documented default") << 5 << said << QList<int>{50, 10, 5};
        QTest::newRow("one by one") << 1 << QByteArray() << QList<int>{50, 10, 5, 1};
    }
    void thePageSizeIsLearned()
    {
        QFETCH(int, accepted);
        QFETCH(QByteArray, body);
        QFETCH(QList<int>, asked);
        refuseLimitsAbove(accepted, body);
        QVERIFY(askAlbums(0));
        QCOMPARE(limitsAsked(*m_spotify), asked);
        const std::vector<SpotifyRoad::Lesson> lessons{
            {spotify::Session::fingerprint(QStringLiteral("client")), pageAbility, accepted}};
        QVERIFY(m_spotify->learned == lessons);
        QVERIFY(askAlbums(accepted)); // with what was learned, at the first attempt
        QCOMPARE(limitsAsked(*m_spotify), asked + QList<int>{accepted});
        QCOMPARE(m_spotify->learned.size(), std::size_t(1));
    }

    void aRememberedPageSizeIsAskedForFirst()
    {
        m_spotify->session.restore({{pageAbility, 10}});
        refuseLimitsAbove(10, {});
        QVERIFY(askAlbums());
        QCOMPARE(limitsAsked(*m_spotify), QList<int>{10});
        QVERIFY(m_spotify->learned.empty());
    }

    void anOlderAppKeepsItsLargePages()
    {
        refuseLimitsAbove(50, {});
        QVERIFY(askAlbums());
        QCOMPARE(limitsAsked(*m_spotify), QList<int>{50});
        QVERIFY(m_spotify->learned.empty());
    }

    void theEndpointsLearnApart()
    {
        refuseLimitsAbove(10, {});
        QVERIFY(askAlbums());
        const auto tracks = test::bytes(test::pageObject({}));
        server().answer(QStringLiteral("GET /albums/%1/tracks").arg(albumId), tracks);
        QVERIFY(QCoro::waitFor(m_spotify->client.albumTracks(albumId, 50)));
        QCOMPARE(limitsAsked(*m_spotify), QList<int>({50, 10, 50}));
    }

    void anotherClientLearnsAnew()
    {
        refuseLimitsAbove(10, {});
        QVERIFY(askAlbums());
        m_spotify->session.setCredentials(SpotifyRoad::credentials(QStringLiteral("other")), {});
        QVERIFY(askAlbums(10));
        QCOMPARE(limitsAsked(*m_spotify), QList<int>({50, 10, 50, 10}));
        QCOMPARE(m_spotify->learned.back().client, spotify::Session::fingerprint(QStringLiteral("other")));
    }

    void anotherBadRequestTeachesNothing()
    {
        server().answer(QStringLiteral("GET ") + albumsOfArtist,
                        test::refusalBody(400, QStringLiteral("Invalid base62 id")), 400);
        const auto error = errorOf(askAlbums());
        QCOMPARE(error.category, ErrorCategory::InvalidRequest);
        QCOMPARE(error.message, QStringLiteral("Invalid base62 id"));
        QCOMPARE(limitsAsked(*m_spotify), QList<int>{50});
        QVERIFY(m_spotify->learned.empty());
    }

    void whereNoPageSizeWorksNothingIsLearned()
    {
        refuseLimitsAbove(0, {});
        QCOMPARE(errorOf(askAlbums()).category, ErrorCategory::InvalidRequest);
        QCOMPARE(limitsAsked(*m_spotify), QList<int>({50, 10, 5, 1}));
        QVERIFY(m_spotify->learned.empty());
    }

    void aWorkingBatchIsRemembered()
    {
        const auto album = test::withTracks(test::albumObject(1, QStringLiteral("A")), test::pageObject({}));
        server().answer(QStringLiteral("GET /albums"),
                        test::bytes({{QStringLiteral("albums"), QJsonArray{album, QJsonValue::Null}}}));
        const auto albums = askBatch();
        QVERIFY(albums);
        QCOMPARE(albums->size(), std::size_t(2));
        QCOMPARE(albums->at(0)->summary.name, QStringLiteral("A"));
        QVERIFY(!albums->at(1)); // an unknown id, by its place
        QCOMPARE(m_spotify->apiCalls().front().query(QStringLiteral("ids")),
                 albumId + QLatin1Char(',') + test::spotifyId(QStringLiteral("album"), 2));
        QVERIFY(m_spotify->client.hasAlbumBatch());
        QCOMPARE(m_spotify->learned.size(), std::size_t(1));
        QCOMPARE(m_spotify->learned.front().ability, batchAbility);
        QCOMPARE(m_spotify->learned.front().value, 1);
    }

    void aForbiddenBatchIsRemembered_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("JSON") << test::refusalBody(403, QStringLiteral("Forbidden"));
        QTest::newRow("without a word") << QByteArray();
    }
    void aForbiddenBatchIsRemembered()
    {
        QFETCH(QByteArray, body);
        server().answer(QStringLiteral("GET /albums"), body, 403);
        QCOMPARE(errorOf(askBatch()).httpStatus, 403);
        QVERIFY(!m_spotify->client.hasAlbumBatch());
        QCOMPARE(m_spotify->learned.size(), std::size_t(1));
        QCOMPARE(m_spotify->learned.front().ability, batchAbility);
        QCOMPARE(m_spotify->learned.front().value, 0);
    }

    /// zmb3/spotify#301: that is about the account, not about the endpoint, and it passes.
    void theOwnersMissingPremiumIsShownAndNotLearned()
    {
        const QByteArray text = "Active premium subscription required for the owner of the app.";
        server().answer(QStringLiteral("GET /albums"), Answer{.body = text, .status = 403});
        const auto error = errorOf(askBatch());
        QCOMPARE(error.category, ErrorCategory::Auth);
        QCOMPARE(error.message, QString::fromLatin1(text));
        QCOMPARE(error.endpoint, QStringLiteral("/albums?ids="));
        QVERIFY(m_spotify->client.hasAlbumBatch());
        QVERIFY(m_spotify->learned.empty());
    }

    void otherFailuresOfABatchTeachNothing_data()
    {
        QTest::addColumn<int>("status");
        for (const auto status : {400, 404, 429, 500})
            QTest::newRow(qPrintable(QString::number(status))) << status;
    }
    void otherFailuresOfABatchTeachNothing()
    {
        QFETCH(int, status);
        server().answer(QStringLiteral("GET /albums"), test::refusalBody(status, QStringLiteral("no")), status);
        QCOMPARE(errorOf(askBatch()).httpStatus, status);
        QVERIFY(m_spotify->client.hasAlbumBatch());
        QVERIFY(m_spotify->learned.empty());
    }

    void whatIsKeptNeedsNoToken()
    {
        server().answer(QStringLiteral("GET /artists/") + artistId,
                        test::bytes(test::artistObject(1, QStringLiteral("Somebody"))));
        const auto ask = [this] { return QCoro::waitFor(m_spotify->client.artist(artistId)); };
        QVERIFY(ask());
        const auto before = server().calls().size();
        m_spotify->session.invalidate(QStringLiteral("token-1"));
        QVERIFY(ask());
        QCOMPARE(server().calls().size(), before);
        m_spotify->road.clock.advance(std::chrono::days(3));
        QVERIFY(ask());
        QCOMPARE(server().calls().size(), before + 2);
    }

    /// apis.md 1.3: an endpoint that the app may not use, which says 429 from the first call on.
    void aBatchThatWasAlwaysRefusedIsGivenUp()
    {
        server().answer(QStringLiteral("GET /albums"), "Too many requests", 429, {{"Retry-After", "1"}});
        for (int i = 0; i < 3; ++i) {
            QVERIFY(m_spotify->client.hasAlbumBatch());
            QCOMPARE(errorOf(askBatch()).httpStatus, 429);
            m_spotify->road.clock.advance(std::chrono::seconds(1));
        }
        QVERIFY(!m_spotify->client.hasAlbumBatch());
    }

    void aDaysRefusalOfABatchTeachesNothing()
    {
        server().answer(QStringLiteral("GET /albums"), "Too many requests", 429, {{"Retry-After", "86400"}});
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(errorOf(askBatch()).httpStatus, 429);
            m_spotify->road.clock.advance(std::chrono::hours(24));
        }
        QVERIFY(m_spotify->client.hasAlbumBatch());
    }

    void anAnswerOfAnotherShapeIsShownWithItsBeginning()
    {
        const auto body = R"({"id":"x","name":"Tidelines"})" + QByteArray(5000, ' ');
        server().answer(QStringLiteral("GET /albums/") + albumId, body);
        const auto error = errorOf(QCoro::waitFor(m_spotify->client.album(albumId)));
        QCOMPARE(error.category, ErrorCategory::InvalidResponse);
        QVERIFY2(error.message.startsWith(QStringLiteral("$.id")), qPrintable(error.message));
        QCOMPARE(error.service, QStringLiteral("spotify"));
        QCOMPARE(error.endpoint, QStringLiteral("/albums/{id}"));
        QCOMPARE(error.httpStatus, 200);
        QCOMPARE(error.evidence, body.left(4096));
    }

    /// An id is checked before it is queued, but one that is not must not lead elsewhere.
    void anIdCanNotChangeThePath()
    {
        QVERIFY(!QCoro::waitFor(m_spotify->client.artist(QStringLiteral("../albums?x=1"))));
        QCOMPARE(m_spotify->apiCalls().front().target, QStringLiteral("/artists/..%2Falbums%3Fx%3D1"));
    }

    void whatWasToldIsNotAskedAgainForADay()
    {
        server().answer(QStringLiteral("GET /artists/") + artistId,
                        test::bytes(test::artistObject(1, QStringLiteral("Somebody"))));
        QVERIFY(QCoro::waitFor(m_spotify->client.artist(artistId)));
        m_spotify->road.clock.advance(24h - 1s);
        QVERIFY(QCoro::waitFor(m_spotify->client.artist(artistId)));
        QCOMPARE(m_spotify->apiCalls().size(), std::size_t(1));
        m_spotify->road.clock.advance(1s);
        QVERIFY(QCoro::waitFor(m_spotify->client.artist(artistId)));
        QCOMPARE(m_spotify->apiCalls().size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(SpotifyPagesTest)
#include "tst_spotifypages.moc"
