// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/spotifyroad.h"

#include <QTest>

using namespace linernotes;
using namespace std::chrono_literals;
using test::Answer;
using test::SpotifyRoad;

namespace
{

using ArtistTask = QCoro::Task<Result<spotify::Artist>>;

QString artistId(int number)
{
    return test::spotifyId(QStringLiteral("artist"), number);
}

QString artistCall(int number)
{
    return QStringLiteral("GET /artists/") + artistId(number);
}

QByteArray artistBody(int number)
{
    return test::bytes(test::artistObject(number, QStringLiteral("Somebody")));
}

QByteArray basic(const QString &client)
{
    return "Basic " + (client + QStringLiteral(":hush")).toUtf8().toBase64();
}

} // namespace

/// One token for all slots: asked for once, renewed in time, and never with the wrong credentials.
class SpotifyTokenTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<SpotifyRoad> m_spotify;

    test::AnswerServer &server() { return m_spotify->server(); }
    Result<spotify::Artist> ask(int number) { return QCoro::waitFor(m_spotify->client.artist(artistId(number))); }
    static ErrorCategory categoryOf(const Result<spotify::Artist> &artist)
    {
        if (artist)
            qFatal("an error was expected");
        return artist.error().category;
    }

private Q_SLOTS:
    void init()
    {
        m_spotify = std::make_unique<SpotifyRoad>();
        for (int i = 1; i <= 5; ++i)
            server().answer(artistCall(i), artistBody(i));
    }

    void theTokenIsAskedForAsDocumented()
    {
        QVERIFY(ask(1));
        const auto calls = server().requests();
        QCOMPARE(calls.size(), std::size_t(2));
        QCOMPARE(calls[0].line(), QStringLiteral("POST /api/token"));
        QCOMPARE(calls[0].body, QByteArray("grant_type=client_credentials"));
        QCOMPARE(calls[0].headers.value("content-type"), QByteArray("application/x-www-form-urlencoded"));
        QCOMPARE(calls[0].headers.value("authorization"), basic(QStringLiteral("client")));
        QCOMPARE(calls[1].headers.value("authorization"), QByteArray("Bearer token-1"));
    }

    void oneRequestServesAllWhoWait()
    {
        server().answer(m_spotify->tokenCall, Answer{.body = test::tokenBody(QStringLiteral("only")), .delay = 50ms});
        const auto others = m_spotify->makeSlots(5);
        std::vector<ArtistTask> tasks;
        tasks.reserve(others.size());
        for (int i = 0; i < 5; ++i)
            tasks.push_back(others[static_cast<std::size_t>(i)].client->artist(artistId(i + 1)));
        for (auto &task : tasks)
            QVERIFY(QCoro::waitFor(std::move(task)));
        QCOMPARE(m_spotify->tokenCalls(), 1);
        QCOMPARE(m_spotify->apiCalls().size(), std::size_t(5));
        for (const auto &call : m_spotify->apiCalls())
            QCOMPARE(call.headers.value("authorization"), QByteArray("Bearer only"));
    }

    void aFailureCountsForAllWhoWait()
    {
        server().answer(m_spotify->tokenCall,
                        Answer{.body = R"({"error":"server_error"})", .status = 503, .delay = 50ms});
        const auto others = m_spotify->makeSlots(4);
        std::vector<ArtistTask> tasks;
        tasks.reserve(others.size());
        for (int i = 0; i < 4; ++i)
            tasks.push_back(others[static_cast<std::size_t>(i)].client->artist(artistId(i + 1)));
        for (auto &task : tasks)
            QCOMPARE(categoryOf(QCoro::waitFor(std::move(task))), ErrorCategory::Server);
        QCOMPARE(m_spotify->tokenCalls(), 1);
        QCOMPARE(m_spotify->apiCalls().size(), std::size_t(0));
    }

    void aFailureIsNotRemembered()
    {
        server().answerInTurn(m_spotify->tokenCall,
                              {{.body = "oops", .status = 500}, {.body = test::tokenBody(QStringLiteral("second"))}});
        QCOMPARE(categoryOf(ask(1)), ErrorCategory::Server);
        QVERIFY(ask(1));
        QCOMPARE(m_spotify->tokenCalls(), 2);
    }

    /// Whoever waits for another slot's token must not hold the only right to a call that this slot needs.
    void whoWaitsForATokenGivesItsRightToACallBack()
    {
        auto limits = test::Road::unlimited();
        limits.concurrency = 1;
        SpotifyRoad narrow(limits);
        for (int i = 1; i <= 2; ++i)
            narrow.server().answer(artistCall(i), artistBody(i));
        const auto others = narrow.makeSlots(2);
        auto passage = narrow.road.tryEnter();
        QVERIFY(passage);
        others[1].http->prepay(std::exchange(passage, nullptr));
        auto first = others[0].client->artist(artistId(1));
        auto second = others[1].client->artist(artistId(2));
        QVERIFY(QCoro::waitFor(std::move(first)));
        QVERIFY(QCoro::waitFor(std::move(second)));
        QCOMPARE(narrow.tokenCalls(), 1);
    }

    void aTokenIsRenewedAMinuteBeforeItEnds()
    {
        QVERIFY(ask(1));
        m_spotify->road.clock.advance(3539s);
        QVERIFY(ask(2));
        QCOMPARE(m_spotify->tokenCalls(), 1);
        m_spotify->road.clock.advance(1s);
        QVERIFY(ask(3));
        QCOMPARE(m_spotify->tokenCalls(), 2);
        QCOMPARE(m_spotify->apiCalls().back().headers.value("authorization"), QByteArray("Bearer token-2"));
    }

    void aTokenThatLivesForEverDoesNotOverflowTheClock()
    {
        const QByteArray body = R"({"access_token":"eternal","token_type":"Bearer","expires_in":9007199254740991})";
        server().answer(m_spotify->tokenCall, body);
        QVERIFY(ask(1));
        m_spotify->road.clock.advance(23h);
        QVERIFY(ask(2));
        QCOMPARE(m_spotify->tokenCalls(), 1);
        m_spotify->road.clock.advance(1h);
        QVERIFY(ask(3));
        QCOMPARE(m_spotify->tokenCalls(), 2);
    }

    void a401IsAnsweredByANewTokenOnce()
    {
        const auto expired = test::refusalBody(401, QStringLiteral("The access token expired"));
        server().answerInTurn(artistCall(1), {{.body = expired, .status = 401}, {.body = artistBody(1)}});
        QVERIFY(ask(1));
        const auto calls = m_spotify->apiCalls();
        QCOMPARE(calls.size(), std::size_t(2));
        QCOMPARE(calls[0].headers.value("authorization"), QByteArray("Bearer token-1"));
        QCOMPARE(calls[1].headers.value("authorization"), QByteArray("Bearer token-2"));
    }

    void aSecond401IsTheAnswer()
    {
        server().answer(artistCall(1), test::refusalBody(401, QStringLiteral("Bad token")), 401);
        const auto refused = ask(1);
        QCOMPARE(categoryOf(refused), ErrorCategory::Auth);
        QCOMPARE(refused.error().httpStatus, 401);
        QCOMPARE(refused.error().message, QStringLiteral("Bad token"));
        QCOMPARE(m_spotify->apiCalls().size(), std::size_t(2));
        QCOMPARE(m_spotify->tokenCalls(), 2);
        QVERIFY(ask(2)); // with a third one
        QCOMPARE(m_spotify->tokenCalls(), 3);
    }

    /// Two slots whose calls were refused with the same old token need one new one, not two.
    void severalRefusalsOfOneTokenRenewItOnce()
    {
        const auto expired = test::refusalBody(401, QStringLiteral("The access token expired"));
        for (int i = 1; i <= 3; ++i)
            server().answerInTurn(artistCall(i), {{.body = expired, .status = 401}, {.body = artistBody(i)}});
        const auto others = m_spotify->makeSlots(3);
        std::vector<ArtistTask> tasks;
        tasks.reserve(others.size());
        for (int i = 0; i < 3; ++i)
            tasks.push_back(others[static_cast<std::size_t>(i)].client->artist(artistId(i + 1)));
        for (auto &task : tasks)
            QVERIFY(QCoro::waitFor(std::move(task)));
        QCOMPARE(m_spotify->tokenCalls(), 2);
    }

    /// developer.spotify.com answers invalid_client with 400; RFC 6749 section 5.2 allows 401.
    void aRefusedClientIsAskedForNewCredentials_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("400") << 400;
        QTest::newRow("401") << 401;
        QTest::newRow("403") << 403;
    }
    void aRefusedClientIsAskedForNewCredentials()
    {
        QFETCH(int, status);
        server().answer(m_spotify->tokenCall,
                        R"({"error":"invalid_client","error_description":"Invalid client secret"})", status);
        const auto refused = ask(1);
        QCOMPARE(categoryOf(refused), ErrorCategory::Auth);
        QCOMPARE(refused.error().httpStatus, status);
        QCOMPARE(refused.error().endpoint, QStringLiteral("/api/token"));
        QVERIFY2(refused.error().message.contains(QStringLiteral("Invalid client secret")),
                 qPrintable(refused.error().message));
        QCOMPARE(m_spotify->tokenCalls(), 1);
        QCOMPARE(m_spotify->apiCalls().size(), std::size_t(0));
    }

    void anAnswerThatIsNoTokenIsShownWithoutItsBody_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no token") << QByteArray(R"({"expires_in":3600})");
        QTest::newRow("empty token") << QByteArray(R"({"access_token":"","expires_in":3600})");
        QTest::newRow("no end") << QByteArray(R"({"access_token":"secret"})");
        QTest::newRow("already over") << QByteArray(R"({"access_token":"secret","expires_in":0})");
        QTest::newRow("a page") << QByteArray("<html>secret</html>");
    }
    void anAnswerThatIsNoTokenIsShownWithoutItsBody()
    {
        QFETCH(QByteArray, body);
        server().answer(m_spotify->tokenCall, body);
        const auto refused = ask(1);
        QCOMPARE(categoryOf(refused), ErrorCategory::InvalidResponse);
        QCOMPARE(refused.error().endpoint, QStringLiteral("/api/token"));
        QVERIFY(refused.error().evidence.isEmpty());
        QVERIFY2(!refused.error().message.contains(QStringLiteral("secret")), qPrintable(refused.error().message));
        QCOMPARE(m_spotify->apiCalls().size(), std::size_t(0));
    }

    void withoutCredentialsNothingIsAsked()
    {
        m_spotify->session.setCredentials({}, {});
        QCOMPARE(categoryOf(ask(1)), ErrorCategory::Auth);
        QVERIFY(server().calls().isEmpty());
    }

    void newCredentialsGetATokenOfTheirOwn()
    {
        QVERIFY(ask(1));
        m_spotify->session.setCredentials(SpotifyRoad::credentials(QStringLiteral("other")), {});
        QVERIFY(ask(2));
        const auto calls = server().requests();
        QCOMPARE(calls[2].headers.value("authorization"), basic(QStringLiteral("other")));
        QCOMPARE(calls[3].headers.value("authorization"), QByteArray("Bearer token-2"));
    }

    /// The token of the old credentials comes after the new ones: it is nobody's.
    void aTokenOfOldCredentialsIsNotUsed()
    {
        server().answerInTurn(m_spotify->tokenCall,
                              {{.body = test::tokenBody(QStringLiteral("old")), .delay = 100ms},
                               {.body = test::tokenBody(QStringLiteral("new"))}});
        const auto others = m_spotify->makeSlots(2);
        auto first = others[0].client->artist(artistId(1));
        auto second = others[1].client->artist(artistId(2));
        m_spotify->session.setCredentials(SpotifyRoad::credentials(QStringLiteral("other")), {});
        QVERIFY(QCoro::waitFor(std::move(first)));
        QVERIFY(QCoro::waitFor(std::move(second)));
        QCOMPARE(m_spotify->tokenCalls(), 2);
        QCOMPARE(m_spotify->apiCalls().size(), std::size_t(2));
        for (const auto &call : m_spotify->apiCalls())
            QCOMPARE(call.headers.value("authorization"), QByteArray("Bearer new"));
    }

    void aStopEndsTheWaitOfAll()
    {
        server().answer(m_spotify->tokenCall, Answer{.manner = Answer::Manner::Never});
        const auto others = m_spotify->makeSlots(3);
        std::vector<ArtistTask> tasks;
        tasks.reserve(others.size());
        for (int i = 0; i < 3; ++i)
            tasks.push_back(others[static_cast<std::size_t>(i)].client->artist(artistId(i + 1)));
        QTRY_COMPARE(m_spotify->tokenCalls(), 1);
        m_spotify->road.stop.stop();
        for (auto &task : tasks)
            QCOMPARE(categoryOf(QCoro::waitFor(std::move(task))), ErrorCategory::Cancelled);
        QCOMPARE(m_spotify->apiCalls().size(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(SpotifyTokenTest)
#include "tst_spotifytoken.moc"
