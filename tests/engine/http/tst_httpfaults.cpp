// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/errorof.h"
#include "fakes/road.h"
#include "http/ratelimitheaders.h"

#include <QDateTime>
#include <QLocale>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

#include <tuple>

using namespace linernotes;
using namespace std::chrono_literals;
using test::Answer;
using test::errorOf;
using test::Road;

namespace
{

using Calling = QCoro::Task<Result<Response>>;
constexpr qsizetype mebibyte = 1'048'576;

ServiceSettings oneAtATime()
{
    auto settings = Road::unlimited();
    settings.concurrency = 1;
    settings.timeout = 300ms;
    return settings;
}

QByteArray httpDate(Instant time)
{
    const auto date = QDateTime::fromMSecsSinceEpoch(toMillis(time), Qt::UTC);
    return QLocale::c().toString(date, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
}

} // namespace

/// What goes wrong on the way, and what several slots do to each other there.
class HttpFaultsTest : public QObject
{
    Q_OBJECT

    const QString m_a = QStringLiteral("/a");
    const QString m_getA = QStringLiteral("GET /a");

    Calling keep(Road &road, HttpClient &http, const QString &path) { return http.send(road.to(path, 1h)); }

private Q_SLOTS:
    void whatTheServiceSaidIsShownInOneLine_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorCategory>("category");
        QTest::addColumn<QString>("message");
        using enum ErrorCategory;
        QTest::newRow("403 in JSON") << 403 << QByteArray(R"({"error":{"status":403,"message":"Forbidden"}})") << Auth
                                     << QStringLiteral("Forbidden");
        QTest::newRow("403 in words") << 403 << QByteArray("Active premium\n subscription required.\n") << Auth
                                      << QStringLiteral("Active premium subscription required.");
        QTest::newRow("401 of OAuth") << 401 << QByteArray(R"({"error":"invalid_token","error_description":"Expired"})")
                                      << Auth << QStringLiteral("Expired");
        QTest::newRow("404 of Genius") << 404 << QByteArray(R"({"meta":{"status":404,"message":"404 Not Found"}})")
                                       << NotFound << QStringLiteral("404 Not Found");
        QTest::newRow("a page") << 502 << QByteArray("<html><head><title>Bad gateway</title></head></html>") << Server
                                << QStringLiteral("Bad gateway");
        QTest::newRow("nothing") << 400 << QByteArray() << InvalidRequest << QStringLiteral("HTTP 400 without a word");
        QTest::newRow("gone") << 410 << QByteArray("gone") << NotFound << QStringLiteral("gone");
        QTest::newRow("the server waited for us") << 408 << QByteArray("slow") << Timeout << QStringLiteral("slow");
        QTest::newRow("teapot") << 418 << QByteArray("teapot") << InvalidRequest << QStringLiteral("teapot");
        QTest::newRow("overloaded edge") << 529 << QByteArray("busy") << Server << QStringLiteral("busy");
    }
    void whatTheServiceSaidIsShownInOneLine()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(ErrorCategory, category);
        QFETCH(QString, message);
        Road road;
        road.server.answer(m_getA, body, status);
        const auto error = errorOf(road.get(m_a));
        QCOMPARE(error.category, category);
        QCOMPARE(error.message, message);
        QCOMPARE(error.httpStatus, status);
        QCOMPARE(error.evidence, body);
    }

    void theEvidenceIsTheBeginningOfTheAnswer()
    {
        Road road;
        const QByteArray body = "begin" + QByteArray(100'000, 'x');
        road.server.answer(m_getA, body, 500);
        QCOMPARE(errorOf(road.get(m_a)).evidence, body.left(4096));
    }

    /// A secret that is sent is in no text that comes back.
    void theAuthorizationIsInNoError()
    {
        Road road;
        auto request = road.to(m_a);
        request.authorization = "Bearer very-secret";
        for (const auto &answer : {Answer{.body = "no", .status = 403}, Answer{.manner = Answer::Manner::CutBefore},
                                   Answer{.status = 302}}) {
            road.server.answer(m_getA, answer);
            const auto error = errorOf(QCoro::waitFor(road.http->send(request)));
            QVERIFY(!error.message.contains(QStringLiteral("very-secret")));
            QVERIFY(!error.evidence.contains("very-secret"));
        }
    }

    void nobodyThereIsANetworkError()
    {
        Road road;
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QUrl url(QStringLiteral("http://127.0.0.1:%1/a").arg(closed.serverPort()));
        closed.close();
        const auto error = errorOf(QCoro::waitFor(road.http->send({.url = url, .endpoint = m_a})));
        QCOMPARE(error.category, ErrorCategory::Network);
        QVERIFY(error.unreached);
        QVERIFY(!error.message.isEmpty());
        QCOMPARE(road.service.snapshot().failures, 1);
    }

    /// A few bytes that unpack to more than any answer has must not fill the memory, and asking again changes nothing.
    void whatUnpacksToTooMuchIsRefused_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<bool>("fits");
        QTest::newRow("8 MiB") << 8 * mebibyte << true;
        QTest::newRow("8 MiB and a byte") << 8 * mebibyte + 1 << false;
        QTest::newRow("9 MiB") << 9 * mebibyte << false;
        QTest::newRow("64 MiB") << 64 * mebibyte << false;
    }
    void whatUnpacksToTooMuchIsRefused()
    {
        QFETCH(qsizetype, size);
        QFETCH(bool, fits);
        Road road;
        road.server.answer(m_getA, Answer{.body = QByteArray(size, 'x'), .manner = Answer::Manner::Gzip});
        const auto response = road.get(m_a);
        QCOMPARE(response.has_value(), fits);
        if (fits)
            QCOMPARE(response->body.size(), size);
        else
            QCOMPARE(response.error().category, ErrorCategory::InvalidResponse);
    }

    void aRedirectThatIsNotFollowedIsAnAnswerOfNoUse_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::newRow("another host") << QByteArray("http://localhost.invalid/b");
        QTest::newRow("another scheme") << QByteArray("https://127.0.0.1/b");
        QTest::newRow("a file") << QByteArray("file:///etc/hosts");
        QTest::newRow("in a circle") << QByteArray("/a");
    }
    void aRedirectThatIsNotFollowedIsAnAnswerOfNoUse()
    {
        QFETCH(QByteArray, location);
        Road road;
        road.server.answer(m_getA, {}, 302, {{"Location", location}});
        const auto error = errorOf(road.get(m_a));
        QCOMPARE(error.category, ErrorCategory::InvalidResponse);
        QCOMPARE(error.httpStatus, 302);
        QVERIFY2(road.server.calls().size() <= 10, qPrintable(QString::number(road.server.calls().size())));
        QCOMPARE(road.service.snapshot().circuit, CircuitState::Closed);
    }

    void aFormIsPostedAndItsAnswerNeverKept()
    {
        Road road;
        road.server.answer(QStringLiteral("POST /a"), "{}");
        auto request = road.to(m_a, 1h);
        request.form = "a=1&b=2";
        for (int i = 0; i < 2; ++i) {
            const auto response = QCoro::waitFor(road.http->send(request));
            QVERIFY(response);
            QVERIFY(!response->fromCache);
        }
        QCOMPARE(road.server.requests().size(), std::size_t(2));
        QCOMPARE(road.server.requests().front().body, QByteArray("a=1&b=2"));
    }

    void theRetryTimeOfADateIsWithinReason()
    {
        const auto now = fromMillis(1'800'000'000'000);
        QCOMPARE(retryTime(httpDate(now + 3600s), now), now + 3600s);
        QCOMPARE(retryTime(httpDate(now - 5s), now), now + 30s); // past
        QCOMPARE(retryTime(httpDate(now), now, 1h), now + 1h);
        QCOMPARE(retryTime(httpDate(now + 96h), now), now + 48h);
        QCOMPARE(retryTime("0", now), now + 30s);
        QCOMPARE(retryTime(" 7 ", now), now + 7s);
        QCOMPARE(retryTime("1.5", now), now + 30s);
    }

    void aLaterSmallerRefusalDoesNotShortenABlock()
    {
        Road road;
        road.server.answer(m_getA,
                           Answer{.body = "no", .status = 429, .headers = {{"Retry-After", "3600"}}, .delay = 50ms});
        road.server.answer(QStringLiteral("GET /b"),
                           Answer{.body = "no", .status = 429, .headers = {{"Retry-After", "5"}}, .delay = 150ms});
        const auto other = road.makeClient();
        auto first = road.http->send(road.to(m_a));
        auto second = other->send(road.to(QStringLiteral("/b")));
        QCOMPARE(errorOf(QCoro::waitFor(std::move(first))).category, ErrorCategory::RateLimited);
        QCOMPARE(errorOf(QCoro::waitFor(std::move(second))).category, ErrorCategory::RateLimited);
        road.clock.advance(5s);
        QCOMPARE(errorOf(road.get(m_a)).retryAt, std::optional(fromMillis(1'800'000'000'000) + 3600s));
        QCOMPARE(road.server.calls().size(), 2);
    }

    void aUsedUpQuotaWaitsAsLongAsItWasTold()
    {
        Road road;
        road.server.answer(m_getA, R"({"error":{"status":429,"message":"no","reason":"QUOTA_EXCEEDED"}})", 429,
                           {{"Retry-After", "48925"}});
        QCOMPARE(errorOf(road.get(m_a)).retryAt, std::optional(road.clock.now() + 48925s));
        QCOMPARE(road.service.snapshot().circuit, CircuitState::Closed);
        QCOMPARE(road.service.snapshot().failures, 0); // it is well: it only refuses
    }

    /// Some refusals of a day came without a word (apis.md 1.8): their length says what they are of.
    void whatTheServiceRefusesForLongIsItsDaysQuota_data()
    {
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<QuotaSpan>("span");
        QTest::newRow("a window") << QByteArray("30") << QuotaSpan::Window;
        QTest::newRow("a few windows") << QByteArray("300") << QuotaSpan::Window;
        QTest::newRow("more") << QByteArray("301") << QuotaSpan::Day;
        QTest::newRow("a day") << QByteArray("86400") << QuotaSpan::Day;
    }
    void whatTheServiceRefusesForLongIsItsDaysQuota()
    {
        QFETCH(QByteArray, retryAfter);
        QFETCH(QuotaSpan, span);
        Road road;
        road.server.answer(m_getA, "Too many requests", 429, {{"Retry-After", retryAfter}});
        QCOMPARE(errorOf(road.get(m_a)).category, ErrorCategory::RateLimited);
        QCOMPARE(road.book.refusals.size(), 1U);
        QCOMPARE(road.book.refusals.front().span, span);
    }

    void aServiceThatSaysWhenItIsBackIsNotAskedBefore()
    {
        Road road;
        road.server.answer(m_getA, "down", 503, {{"Retry-After", "600"}});
        const auto down = errorOf(road.get(m_a));
        QCOMPARE(down.category, ErrorCategory::Server); // it counts for the circuit
        QCOMPARE(down.retryAt, std::optional(road.clock.now() + 600s));
        QCOMPARE(road.book.refusals.front().span, QuotaSpan::Unknown); // of the quota it says nothing
        road.clock.advance(599s);
        QCOMPARE(errorOf(road.get(m_a)).category, ErrorCategory::RateLimited); // no attempt of a message's
        QCOMPARE(road.server.calls().size(), 1);
        road.clock.advance(1s);
        QCOMPARE(errorOf(road.get(m_a)).category, ErrorCategory::Server);
    }

    void aServiceInTroubleIsAskedAgainWithinTheHour()
    {
        Road road;
        road.server.answer(m_getA, "down", 503, {{"Retry-After", "86400"}});
        QCOMPARE(errorOf(road.get(m_a)).retryAt, std::optional(road.clock.now() + 1h));
        Road silent;
        silent.server.answer(m_getA, "down", 503);
        QVERIFY(!errorOf(silent.get(m_a)).retryAt);
    }

    void whatCameInsteadOfAnAnswerIsShown()
    {
        Road road;
        road.server.answer(m_getA,
                           Answer{.body = "moved", .status = 301, .headers = {{"Location", "https://x.invalid"}}});
        QCOMPARE(errorOf(road.get(m_a)).evidence, QByteArray("Location: https://x.invalid"));
        road.server.answer(m_getA, "begin" + QByteArray(9 * mebibyte, 'x'));
        const auto large = errorOf(road.get(m_a));
        QCOMPARE(large.httpStatus, 200);
        QCOMPARE(large.evidence.size(), 4096);
        QVERIFY(large.evidence.startsWith("begin"));
    }

    void whatIsKnownIsToldWhileTheServiceRefuses()
    {
        Road road;
        road.server.answer(m_getA, "{}");
        QVERIFY(QCoro::waitFor(keep(road, *road.http, m_a)));
        road.service.refused({.group = {}, .until = road.clock.now() + 60s, .reason = QStringLiteral("no")});
        const auto known = QCoro::waitFor(keep(road, *road.http, m_a));
        QVERIFY(known);
        QVERIFY(known->fromCache);
        QCOMPARE(errorOf(road.get(m_a)).category, ErrorCategory::RateLimited);
        QCOMPARE(road.server.calls().size(), 1);
    }

    /// Whatever came of a call, the next one finds its place free.
    void everyCallGivesItsPlaceBack_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::newRow("good") << Answer{.body = "{}"};
        QTest::newRow("not found") << Answer{.status = 404};
        QTest::newRow("server") << Answer{.status = 500};
        QTest::newRow("redirect") << Answer{.status = 302, .headers = {{"Location", "http://localhost.invalid/"}}};
        QTest::newRow("cut") << Answer{.body = "{}", .manner = Answer::Manner::CutBefore};
        QTest::newRow("cut in the body") << Answer{.body = "{   }", .manner = Answer::Manner::CutInBody};
        QTest::newRow("silence") << Answer{.manner = Answer::Manner::Never};
        QTest::newRow("too much") << Answer{.body = QByteArray(9 * mebibyte, 'x'), .manner = Answer::Manner::Gzip};
    }
    void everyCallGivesItsPlaceBack()
    {
        QFETCH(Answer, answer);
        Road road(QStringLiteral("genius"), oneAtATime());
        road.server.answer(m_getA, answer);
        std::ignore = road.get(m_a); // whatever it is
        QVERIFY(road.tryEnter());
        road.http->prepay(road.tryEnter());
        QVERIFY(!road.tryEnter());
        std::ignore = road.get(m_a);
        QVERIFY(road.tryEnter());
        QCOMPARE(road.service.snapshot().calls, 2);
    }

    /// Qt takes one in ten thousand that are cut for whole (seen with 6.4.2). One can't be made to come so; one whose
    /// header promises more than its chunks hold does every time.
    void anAnswerShorterThanItPromisedIsNotWhole()
    {
        Road road;
        road.server.answer(m_getA, "2\r\n{}\r\n0\r\n\r\n", 200, {{"Transfer-Encoding", "chunked"}});
        QCOMPARE(errorOf(road.get(m_a)).category, ErrorCategory::Network);
    }

    /// Qt has six connections to a host: a call that was ended by us gives its own back, or the seventh waits for ever.
    void callsThatWereEndedKeepNoConnection_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::newRow("silence") << Answer{.manner = Answer::Manner::Never};
        QTest::newRow("too much") << Answer{.body = QByteArray(9LL * 1024 * 1024, 'x')};
    }
    void callsThatWereEndedKeepNoConnection()
    {
        QFETCH(Answer, answer);
        constexpr int connections = 6;
        auto settings = Road::unlimited();
        settings.timeout = 500ms;
        Road road(QStringLiteral("genius"), settings);
        road.service.overrideCircuit(CircuitOverride::Closed);
        road.server.answer(m_getA, answer);
        for (int i = 0; i <= connections; ++i)
            QVERIFY(!road.get(m_a));
        QCOMPARE(road.server.calls().size(), connections + 1);
        road.server.answer(m_getA, "{}");
        QVERIFY(road.get(m_a));
    }

    void aRefusedAddressKeepsNoPlace()
    {
        Road road(QStringLiteral("genius"), oneAtATime());
        QVERIFY(
            !QCoro::waitFor(road.http->send({.url = QUrl(QStringLiteral("http://example.org/")), .endpoint = m_a})));
        QVERIFY(road.tryEnter());
    }

    /// The one that asks may need it.
    void whoWaitsForAnothersAnswerGivesItsRightBack()
    {
        Road road(QStringLiteral("genius"), oneAtATime());
        road.server.answer(m_getA, Answer{.body = "{}", .delay = 20ms});
        const auto other = road.makeClient();
        auto passage = road.tryEnter();
        QVERIFY(passage);
        other->prepay(std::exchange(passage, nullptr));
        auto first = keep(road, *road.http, m_a); // has no right yet: the other has the only one
        auto second = keep(road, *other, m_a);
        QVERIFY(QCoro::waitFor(std::move(first)));
        const auto waited = QCoro::waitFor(std::move(second));
        QVERIFY(waited);
        QVERIFY(waited->fromCache);
        QCOMPARE(road.server.calls().size(), 1);
        QVERIFY(road.tryEnter());
    }

    void aFailureIsNotSharedByThoseWhoWaited()
    {
        Road road;
        road.server.answerInTurn(m_getA, {{.body = "no", .status = 500, .delay = 30ms}, {.body = "{}", .delay = 30ms}});
        std::vector<std::unique_ptr<HttpClient>> clients;
        std::vector<Calling> calling;
        for (int i = 0; i < 3; ++i) {
            clients.push_back(road.makeClient());
            calling.push_back(keep(road, *clients.back(), m_a));
        }
        int good = 0;
        for (auto &task : calling)
            good += QCoro::waitFor(std::move(task)) ? 1 : 0;
        QCOMPARE(good, 2); // one asked in vain, the next one for itself and the third
        QCOMPARE(road.server.calls().size(), 2);
    }

    void aStopEndsEveryKindOfWaiting()
    {
        auto settings = oneAtATime();
        settings.timeout = 60s;
        Road road(QStringLiteral("genius"), settings);
        road.server.answer(m_getA, Answer{.manner = Answer::Manner::Never});
        std::vector<std::unique_ptr<HttpClient>> clients;
        std::vector<Calling> calling;
        for (const auto *path : {"/a", "/a", "/b"}) { // sent; waiting for that answer; waiting for a free place
            clients.push_back(road.makeClient());
            calling.push_back(keep(road, *clients.back(), QLatin1String(path)));
        }
        QTRY_COMPARE(road.server.calls().size(), 1);
        road.stop.stop();
        for (auto &task : calling)
            QCOMPARE(errorOf(QCoro::waitFor(std::move(task))).category, ErrorCategory::Cancelled);
        QCOMPARE(road.server.calls().size(), 1);
        QVERIFY(road.tryEnter());
    }

    void afterAStopNothingGoesOut()
    {
        Road road;
        road.stop.stop();
        QCOMPARE(errorOf(road.get(m_a)).category, ErrorCategory::Cancelled);
        QCOMPARE(errorOf(QCoro::waitFor(keep(road, *road.http, m_a))).category, ErrorCategory::Cancelled);
        QVERIFY(road.server.calls().isEmpty());
    }

    void afterTheCoolDownOneFailureOrThreeSuccessesDecide()
    {
        Road road;
        road.server.answer(m_getA, "oops", 502);
        for (int i = 0; i < 5; ++i)
            QVERIFY(!road.get(m_a));
        road.clock.advance(10min);
        QCOMPARE(errorOf(road.get(m_a)).category, ErrorCategory::Server);
        QCOMPARE(errorOf(road.get(m_a)).category, ErrorCategory::ServiceDown);
        QCOMPARE(road.server.calls().size(), 6);
        road.clock.advance(10min);
        road.server.answer(m_getA, "{}");
        for (int i = 0; i < 3; ++i)
            QVERIFY(road.get(m_a));
        QCOMPARE(road.service.snapshot().circuit, CircuitState::Closed);
    }

    /// A probe that a stop cut off says nothing: the next one may go out.
    void aStoppedCallSaysNothingOfTheService()
    {
        Road road;
        road.server.answer(m_getA, Answer{.manner = Answer::Manner::Never});
        QTimer::singleShot(20ms, &road.stop, &StopSource::stop);
        QCOMPARE(errorOf(road.get(m_a)).category, ErrorCategory::Cancelled);
        QCOMPARE(road.service.snapshot().failures, 0);
        QCOMPARE(road.service.snapshot().calls, 1); // it counts against the quota all the same
    }
};

QTEST_GUILESS_MAIN(HttpFaultsTest)
#include "tst_httpfaults.moc"
