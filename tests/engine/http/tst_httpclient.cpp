// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/road.h"
#include "store/responses.h"
#include "store/store.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace linernotes;
using namespace std::chrono_literals;
using test::Answer;
using test::Road;

/// The one road for calls, against a server that answers, refuses, hangs and breaks.
class HttpClientTest : public QObject
{
    Q_OBJECT

    static ErrorCategory categoryOf(const Result<Response> &response)
    {
        if (response)
            qFatal("an error was expected");
        return response.error().category;
    }

private Q_SLOTS:
    void anAnswerComesWhole_data()
    {
        QTest::addColumn<Answer::Manner>("manner");
        QTest::newRow("plain") << Answer::Manner::Whole;
        QTest::newRow("gzip") << Answer::Manner::Gzip;
        QTest::newRow("byte by byte") << Answer::Manner::ByteByByte;
    }
    void anAnswerComesWhole()
    {
        QFETCH(Answer::Manner, manner);
        Road road;
        const auto body = QByteArray(R"({"text":"long"})").replace("long", QByteArray(3000, 'x'));
        road.server.answer(QStringLiteral("GET /a"), Answer{.body = body, .manner = manner});
        const auto response = road.get(QStringLiteral("/a"));
        QVERIFY(response);
        QCOMPARE(response->status, 200);
        QCOMPARE(response->body, body);
        QCOMPARE(response->body.capacity(), body.size()); // it may be kept for days
        QVERIFY(!response->fromCache);
        QCOMPARE(road.service.snapshot().calls, 1);
    }

    void aRequestSaysWhoAsksAndTakesNoCookies()
    {
        Road road;
        road.server.answer(QStringLiteral("GET /a"), "{}", 200, {{"Set-Cookie", "id=1; Path=/"}});
        auto request = road.to(QStringLiteral("/a"));
        request.authorization = "Bearer secret";
        for (int i = 0; i < 2; ++i)
            QVERIFY(QCoro::waitFor(road.http->send(request)));
        const auto calls = road.server.requests();
        QCOMPARE(calls.size(), std::size_t(2));
        QVERIFY(calls.front().headers.value("user-agent").startsWith("Linernotes/"));
        QCOMPARE(calls.front().headers.value("authorization"), QByteArray("Bearer secret"));
        QCOMPARE(calls.front().headers.value("accept"), QByteArray("application/json"));
        QVERIFY(calls.front().headers.value("accept-encoding").contains("gzip"));
        QVERIFY(!calls.back().headers.contains("cookie"));
    }

    void whatAnAnswerSaysOfTheQuotaIsKept()
    {
        Road road;
        road.server.answer(QStringLiteral("GET /a"), "{}", 200,
                           {{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", "30"}});
        QVERIFY(road.get(QStringLiteral("/a")));
        QVERIFY(!road.tryEnter());
        road.clock.advance(30s);
        QVERIFY(road.tryEnter());
    }

    void aTokenLeavesItsRightToTheNextCall()
    {
        auto settings = Road::unlimited();
        settings.requestsPerSecond = 0.01;
        settings.window = 100s;
        Road road(QStringLiteral("spotify"), settings);
        road.server.answer(QStringLiteral("GET /api/token"), "{}");
        road.server.answer(QStringLiteral("GET /a"), "{}");
        QVERIFY(road.get(QStringLiteral("/api/token")));
        QVERIFY(road.get(QStringLiteral("/a")));
        QVERIFY(!road.tryEnter());
    }

    void aMissingThingIsKnownToBeMissingForAWhile()
    {
        Road road;
        const auto ask = [&road] {
            Request request = road.to(QStringLiteral("/a"));
            request.cacheFor = 24h;
            return QCoro::waitFor(road.http->send(request));
        };
        road.server.answer(QStringLiteral("GET /a"), R"({"error":{"status":404,"message":"gone"}})", 404);
        for (int i = 0; i < 2; ++i) {
            const auto missing = ask();
            QCOMPARE(categoryOf(missing), ErrorCategory::NotFound);
            QCOMPARE(missing.error().message, QStringLiteral("gone"));
            QVERIFY(missing.error().evidence.contains("gone"));
        }
        QCOMPARE(road.server.calls().size(), 1);
        QCOMPARE(road.service.snapshot().hitRate(), 0.5);
        road.server.answer(QStringLiteral("GET /a"), "{}");
        road.clock.advance(10min);
        QVERIFY(ask());
    }

    void anAnswerOfWhichNothingCouldBeMadeIsNotGivenAgain()
    {
        Road road;
        Request request = road.to(QStringLiteral("/a"));
        request.cacheFor = 24h;
        road.server.answer(QStringLiteral("GET /a"), "<html>");
        QVERIFY(QCoro::waitFor(road.http->send(request)));
        road.http->disown(request);
        road.server.answer(QStringLiteral("GET /a"), "{}");
        QCOMPARE(QCoro::waitFor(road.http->send(request))->body, QByteArray("{}"));
    }

    void anOldAnswerIsConfirmedByItsTag()
    {
        const QTemporaryDir folder;
        Road road;
        const auto store = std::move(*Store::open(folder.filePath(QStringLiteral("x.sqlite")), road.clock));
        StoredResponseShelf shelf(*store);
        ResponseCache cache(road.clock, &shelf);
        HttpClient http(*road.network, road.service, cache, StopToken(road.stop));
        Request request = road.to(QStringLiteral("/a"));
        request.cacheFor = 1h;
        const auto ask = [&] {
            auto answer = QCoro::waitFor(http.send(request));
            store->transact([](Database &) -> Result<bool> { return true; }).waitForFinished(); // it is on the shelf
            return answer;
        };
        road.server.answer(QStringLiteral("GET /a"), R"({"a":1})", 200, {{"ETag", "\"v1\""}});
        QVERIFY(!ask()->fromCache);
        road.clock.advance(1h);
        road.server.answer(QStringLiteral("GET /a"), "", 304);
        const auto confirmed = ask();
        QCOMPARE(confirmed->body, QByteArray(R"({"a":1})"));
        QCOMPARE(confirmed->status, 200);
        QCOMPARE(road.server.requests().back().headers.value("if-none-match"), QByteArray("\"v1\""));
        QVERIFY(ask()->fromCache); // fresh again
        QCOMPARE(road.server.calls().size(), 2);
        road.clock.advance(1h);
        road.server.answer(QStringLiteral("GET /a"), R"({"a":2})", 200, {{"ETag", "\"v2\""}});
        QCOMPARE(ask()->body, QByteArray(R"({"a":2})"));
    }

    void silenceIsATimeout()
    {
        auto settings = Road::unlimited();
        settings.timeout = 100ms;
        Road road(QStringLiteral("genius"), settings);
        road.server.answer(QStringLiteral("GET /a"), Answer{.manner = Answer::Manner::Never});
        QCOMPARE(categoryOf(road.get(QStringLiteral("/a"))), ErrorCategory::Timeout);
        QCOMPARE(road.service.snapshot().failures, 1);
    }

    void theTimeoutRunsToTheLastByte()
    {
        auto settings = Road::unlimited();
        settings.timeout = 150ms;
        Road road(QStringLiteral("genius"), settings);
        road.server.answer(QStringLiteral("GET /a"),
                           Answer{.body = QByteArray(4'000'000, 'x'), .manner = Answer::Manner::ByteByByte});
        QCOMPARE(categoryOf(road.get(QStringLiteral("/a"))), ErrorCategory::Timeout);
    }

    void aBrokenConnectionIsANetworkError_data()
    {
        QTest::addColumn<Answer::Manner>("manner");
        QTest::newRow("before the answer") << Answer::Manner::CutBefore;
        QTest::newRow("in the body") << Answer::Manner::CutInBody;
    }
    void aBrokenConnectionIsANetworkError()
    {
        QFETCH(Answer::Manner, manner);
        Road road;
        road.server.answer(QStringLiteral("GET /a"), Answer{.body = QByteArray(1000, 'x'), .manner = manner});
        const auto response = road.get(QStringLiteral("/a"));
        QCOMPARE(categoryOf(response), ErrorCategory::Network);
        QVERIFY(!response.error().unreached); // it had been asked
    }

    void aBodyOverEightMebibytesIsRefused()
    {
        constexpr qsizetype limit = 8LL * 1024 * 1024;
        Road road;
        road.server.answer(QStringLiteral("GET /fits"), QByteArray(limit, 'x'));
        road.server.answer(QStringLiteral("GET /over"), QByteArray(limit + 1, 'x'));
        const auto fits = road.get(QStringLiteral("/fits"));
        QVERIFY(fits);
        QCOMPARE(fits->body.size(), limit);
        QCOMPARE(categoryOf(road.get(QStringLiteral("/over"))), ErrorCategory::InvalidResponse);
    }

    void plainHttpGoesToThisMachineOnly_data()
    {
        QTest::addColumn<QString>("url");
        for (const auto *url : {"http://example.org/a", "ftp://127.0.0.1/a", "file:///etc/hosts"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }
    void plainHttpGoesToThisMachineOnly()
    {
        QFETCH(QString, url);
        Road road;
        const Request request{.url = QUrl(url), .endpoint = QStringLiteral("/a")};
        QCOMPARE(categoryOf(QCoro::waitFor(road.http->send(request))), ErrorCategory::InvalidInput);
        QCOMPARE(road.service.snapshot().calls, 0);
    }

    void redirectsStayWithTheSameHost()
    {
        Road road;
        const test::AnswerServer other;
        road.server.answer(QStringLiteral("GET /a"), {}, 302, {{"Location", "/b"}});
        road.server.answer(QStringLiteral("GET /b"), "{\"b\":1}");
        road.server.answer(QStringLiteral("GET /c"), {}, 302, {{"Location", other.url().toEncoded() + "/d"}});
        const auto followed = road.get(QStringLiteral("/a"));
        QVERIFY(followed);
        QCOMPARE(followed->body, QByteArray("{\"b\":1}"));
        QVERIFY(!road.get(QStringLiteral("/c")));
        QVERIFY(other.calls().isEmpty());
    }

    void refusalsHaveTheirCategory_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorCategory>("category");
        using enum ErrorCategory;
        QTest::newRow("400") << 400 << InvalidRequest;
        QTest::newRow("401") << 401 << Auth;
        QTest::newRow("404") << 404 << NotFound;
        QTest::newRow("429") << 429 << RateLimited;
        QTest::newRow("500") << 500 << Server;
        QTest::newRow("503") << 503 << Server;
    }
    void refusalsHaveTheirCategory()
    {
        QFETCH(int, status);
        QFETCH(ErrorCategory, category);
        Road road;
        road.server.answer(QStringLiteral("GET /a"), R"({"error":{"status":0,"message":"why not"}})", status);
        const auto refused = road.get(QStringLiteral("/a"));
        QCOMPARE(categoryOf(refused), category);
        QCOMPARE(refused.error().httpStatus, status);
        QCOMPARE(refused.error().service, QStringLiteral("genius"));
        QCOMPARE(refused.error().endpoint, QStringLiteral("/a"));
        QVERIFY(!refused.error().message.isEmpty());
    }

    void aRetryTimeIsHonouredToTheSecond_data()
    {
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<qint64>("seconds");
        const auto now = fromMillis(1'800'000'000'000);
        QTest::newRow("seconds") << QByteArray("17") << qint64(17);
        QTest::newRow("a day") << QByteArray("86400") << qint64(86400);
        QTest::newRow("date") << QLocale::c()
                                     .toString(QDateTime::fromMSecsSinceEpoch(toMillis(now), Qt::UTC).addSecs(90),
                                               QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
                                     .toLatin1()
                              << qint64(90);
        QTest::newRow("missing") << QByteArray() << qint64(30);
        QTest::newRow("nonsense") << QByteArray("soon") << qint64(30);
        QTest::newRow("negative") << QByteArray("-5") << qint64(30);
        QTest::newRow("absurd") << QByteArray("99999999999") << qint64(48) * 3600;
    }
    void aRetryTimeIsHonouredToTheSecond()
    {
        QFETCH(QByteArray, retryAfter);
        QFETCH(qint64, seconds);
        const auto now = fromMillis(1'800'000'000'000);
        QCOMPARE(toMillis(retryTime(retryAfter, now)), toMillis(now) + seconds * 1000);
    }

    void aRefusalForTooManyCallsClosesTheWholeService()
    {
        Road road;
        road.server.answer(QStringLiteral("GET /a"), "Too many requests", 429, {{"Retry-After", "60"}});
        const auto refused = road.get(QStringLiteral("/a"));
        QCOMPARE(categoryOf(refused), ErrorCategory::RateLimited);
        QCOMPARE(toMillis(*refused.error().retryAt), toMillis(road.clock.now() + 60s));
        QCOMPARE(road.book.refusals.size(), std::size_t(1));
        QCOMPARE(toMillis(road.book.refusals.front().until), toMillis(road.clock.now() + 60s));
        QCOMPARE(categoryOf(road.get(QStringLiteral("/b"))), ErrorCategory::RateLimited);
        QCOMPARE(road.server.calls().size(), 1); // the second was not made
        road.server.answer(QStringLiteral("GET /b"), "{}");
        road.clock.advance(60s);
        QVERIFY(road.get(QStringLiteral("/b")));
    }

    void aUsedUpDayIsNamed()
    {
        Road road;
        road.server.answer(QStringLiteral("GET /a"),
                           R"({"error":{"status":429,"message":"API quota exceeded","reason":"QUOTA_EXCEEDED"}})", 429);
        QCOMPARE(categoryOf(road.get(QStringLiteral("/a"))), ErrorCategory::RateLimited);
        QVERIFY2(road.book.refusals.front().reason.contains(QStringLiteral("quota")),
                 qPrintable(road.book.refusals.front().reason));
        QCOMPARE(toMillis(road.book.refusals.front().until), toMillis(road.clock.now() + 1h));
    }

    void goodAnswersAreKeptAndErrorsAreNot()
    {
        Road road;
        road.server.answer(QStringLiteral("GET /good"), "{}");
        road.server.answerInTurn(QStringLiteral("GET /bad"), {{.body = "no", .status = 500}, {.body = "{}"}});
        for (int i = 0; i < 3; ++i)
            QVERIFY(QCoro::waitFor(road.http->send(road.to(QStringLiteral("/good"), 1h))));
        QCOMPARE(road.server.count(QStringLiteral("GET /good")), 1);
        QCOMPARE(road.service.snapshot().cacheHits, 2);
        QVERIFY(!QCoro::waitFor(road.http->send(road.to(QStringLiteral("/bad"), 1h))));
        QVERIFY(QCoro::waitFor(road.http->send(road.to(QStringLiteral("/bad"), 1h))));
        road.clock.advance(1h);
        QVERIFY(QCoro::waitFor(road.http->send(road.to(QStringLiteral("/good"), 1h))));
        QCOMPARE(road.server.count(QStringLiteral("GET /good")), 2);
    }

    void whatSeveralSlotsAskAtOnceIsAskedOnce()
    {
        Road road;
        road.server.answer(QStringLiteral("GET /a"), Answer{.body = "{}", .delay = 50ms});
        std::vector<std::unique_ptr<HttpClient>> roads;
        std::vector<QCoro::Task<Result<Response>>> tasks;
        for (int i = 0; i < 5; ++i) {
            roads.push_back(road.makeClient());
            tasks.push_back(roads.back()->send(road.to(QStringLiteral("/a"), 1h)));
        }
        for (auto &task : tasks)
            QVERIFY(QCoro::waitFor(std::move(task)));
        QCOMPARE(road.server.calls().size(), 1);
    }

    /// Who wants a fresh answer takes one that comes after the question, also another's; not one that was there before.
    void freshQuestionsAtOnceAreOneCallToo()
    {
        Road road;
        auto request = road.to(QStringLiteral("/a"), 1h);
        road.server.answer(QStringLiteral("GET /a"), Answer{.body = "1"});
        QVERIFY(QCoro::waitFor(road.http->send(request)));
        road.server.answer(QStringLiteral("GET /a"), Answer{.body = "2", .delay = 50ms});
        request.fresh = true;
        std::vector<std::unique_ptr<HttpClient>> roads;
        std::vector<QCoro::Task<Result<Response>>> tasks;
        for (int i = 0; i < 5; ++i) {
            roads.push_back(road.makeClient());
            tasks.push_back(roads.back()->send(request));
        }
        road.clock.advance(1s);
        for (auto &task : tasks)
            QCOMPARE(QCoro::waitFor(std::move(task))->body, QByteArray("2"));
        QCOMPARE(road.server.calls().size(), 2);
    }

    void aStopEndsACallAtOnce()
    {
        Road road;
        road.server.answer(QStringLiteral("GET /a"), Answer{.manner = Answer::Manner::Never});
        QTimer::singleShot(50ms, &road.stop, &StopSource::stop);
        QCOMPARE(categoryOf(road.get(QStringLiteral("/a"))), ErrorCategory::Cancelled);
        QCOMPARE(road.service.snapshot().circuit, CircuitState::Closed);
    }

    void fiveFailuresOpenTheCircuitAndNothingGoesOut()
    {
        Road road;
        road.server.answer(QStringLiteral("GET /a"), "oops", 502);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(categoryOf(road.get(QStringLiteral("/a"))), ErrorCategory::Server);
        QCOMPARE(road.service.snapshot().circuit, CircuitState::Open);
        const auto refused = road.get(QStringLiteral("/a"));
        QCOMPARE(categoryOf(refused), ErrorCategory::ServiceDown);
        QVERIFY(refused.error().retryAt.has_value());
        QCOMPARE(road.server.calls().size(), 5);
    }

    /// Some services put the token that they refuse into their answer.
    void anAnswerThatRepeatsTheTokenKeepsItToItself_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("bearer") << QByteArray("Bearer marked-token-1") << QByteArray("marked-token-1");
        QTest::newRow("basic") << "Basic " + QByteArray("an-id:marked-secret").toBase64()
                               << QByteArray("an-id:marked-secret").toBase64();
        QTest::newRow("basic, in plain") << "Basic " + QByteArray("an-id:marked-secret").toBase64()
                                         << QByteArray("marked-secret");
    }
    void anAnswerThatRepeatsTheTokenKeepsItToItself()
    {
        QFETCH(QByteArray, authorization);
        QFETCH(QByteArray, secret);
        Road road;
        const auto body = QByteArray(R"({"error":{"status":400,"message":"no such token: @"},"pad":"~","token":"@"})")
                              .replace("@", secret);
        // The second time it lies across the end of what is kept.
        const auto before = body.lastIndexOf(secret);
        const auto far = QByteArray(body).replace("~", QByteArray(4096 - before - secret.size() / 2, 'x'));
        road.server.answer(QStringLiteral("GET /a"), far, 400);
        auto request = road.to(QStringLiteral("/a"));
        request.authorization = authorization;
        const auto refused = QCoro::waitFor(road.http->send(request)).error();
        QVERIFY2(refused.message.contains(QStringLiteral("[removed]")), qPrintable(refused.message));
        QVERIFY(!refused.message.contains(QString::fromLatin1(secret)));
        QVERIFY(!refused.evidence.contains(secret.left(secret.size() / 2)));
        QVERIFY(refused.evidence.size() <= 4096);
    }

    /// What is understood is kept: in it a token would lie for days.
    void aGoodAnswerThatRepeatsTheTokenIsKeptWithoutIt()
    {
        Road road;
        road.server.answer(QStringLiteral("GET /a"),
                           Answer{.body = R"({"id":1,"debug":"you sent Bearer marked-token-1"})",
                                  .headers = {{"ETag", "marked-token-1"}}});
        auto request = road.to(QStringLiteral("/a"), 1h);
        request.authorization = "Bearer marked-token-1";
        const auto expected = QByteArray(R"({"id":1,"debug":"you sent Bearer [removed]"})");
        const auto response = QCoro::waitFor(road.http->send(request));
        QCOMPARE(response->body, expected);
        QVERIFY(!response->etag.contains("marked-token-1"));
        QCOMPARE(QCoro::waitFor(road.http->send(request))->body, expected);
        QCOMPARE(road.server.calls().size(), 1);
    }

    void missingPagesDoNotOpenTheCircuit()
    {
        Road road;
        for (int i = 0; i < 30; ++i)
            QCOMPARE(categoryOf(road.get(QStringLiteral("/nowhere"))), ErrorCategory::NotFound);
        QCOMPARE(road.service.snapshot().circuit, CircuitState::Closed);
    }

    void neverMoreCallsInFlightThanAllowed()
    {
        auto settings = Road::unlimited();
        settings.concurrency = 2;
        Road road(QStringLiteral("genius"), settings);
        std::atomic<int> inFlight{0};
        std::atomic<int> most{0};
        road.server.answerBy([&](const test::Call &) {
            most = std::max(most.load(), ++inFlight);
            QTimer::singleShot(20ms, [&inFlight] { --inFlight; });
            return Answer{.body = "{}", .delay = 20ms};
        });
        std::vector<std::unique_ptr<HttpClient>> roads;
        std::vector<QCoro::Task<Result<Response>>> tasks;
        for (int i = 0; i < 8; ++i) {
            roads.push_back(road.makeClient());
            tasks.push_back(roads.back()->send(road.to(QStringLiteral("/%1").arg(i))));
        }
        for (auto &task : tasks)
            QVERIFY(QCoro::waitFor(std::move(task)));
        QCOMPARE(road.server.calls().size(), 8);
        QVERIFY2(most <= 2, qPrintable(QString::number(most)));
    }

    void aRightAskedForBeforehandIsUsedOrGoesBack()
    {
        auto settings = Road::unlimited();
        settings.concurrency = 1;
        Road road(QStringLiteral("genius"), settings);
        road.server.answer(QStringLiteral("GET /a"), "{}");
        auto passage = road.tryEnter();
        QVERIFY(passage);
        road.http->prepay(passage);
        passage.reset();
        QVERIFY(!road.tryEnter()); // the only one is taken
        QVERIFY(road.get(QStringLiteral("/a")));
        QVERIFY(road.tryEnter());
        road.http->prepay(road.tryEnter());
        road.http->returnPrepaid();
        QVERIFY(road.tryEnter());
    }

    void wrongCredentialsCloseTheServiceUntilThereAreNewOnes()
    {
        Road road;
        road.service.needCredentials(QStringLiteral("invalid_client"));
        QVERIFY(!road.tryEnter());
        QVERIFY(road.service.snapshot().needsCredentials);
        road.service.credentialsChanged();
        QVERIFY(road.tryEnter());
    }
};

QTEST_GUILESS_MAIN(HttpClientTest)
#include "tst_httpclient.moc"
