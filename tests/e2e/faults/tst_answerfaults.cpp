// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/answer.h"
#include "e2e/faults/faultyworld.h"
#include "store/database.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QTest>

#include <algorithm>
#include <cstdio>

#include <sys/resource.h>

using namespace linernotes;
using namespace std::chrono_literals;
using demo::CallInfo;
using demo::Fault;
using test::FaultyWorld;

namespace
{

using Kind = Fault::Kind;
using Edit = std::function<void(QJsonObject &)>;

const auto song = QStringLiteral("GET /genius/songs/{id}");
const auto albumsOfArtist = QStringLiteral("GET /v1/artists/{id}/albums");

/// Every seventh call of the first two hundred.
bool isNowAndThen(const CallInfo &call)
{
    return call.number % 7 == 3 && call.number < 200;
}

/// From the second to the fourth song, and the first page of albums.
bool isOneOfAFew(const CallInfo &call)
{
    return (call.endpoint == song && call.numberOfEndpoint >= 2 && call.numberOfEndpoint <= 4)
        || (call.endpoint == albumsOfArtist && call.numberOfEndpoint == 1);
}

demo::FaultScript when(bool (*isHit)(const CallInfo &), const Fault &fault)
{
    return [isHit, fault](const CallInfo &call) { return isHit(call) ? std::optional(fault) : std::nullopt; };
}

/// All pages of the artist's albums, changed.
demo::FaultScript albumPages(const Edit &edit)
{
    return [edit](const CallInfo &call) -> std::optional<Fault> {
        if (call.endpoint != albumsOfArtist)
            return std::nullopt;
        return Fault{.kind = Kind::Edit, .edit = [edit](const QByteArray &body) {
                         auto page = QJsonDocument::fromJson(body).object();
                         edit(page);
                         return QJsonDocument(page).toJson(QJsonDocument::Compact);
                     }};
    };
}

QByteArray replaced(QByteArray body, const QByteArray &before, const QByteArray &after)
{
    const auto at = body.indexOf(before);
    return at < 0 ? body : body.replace(at, before.size(), after);
}

Fault edited(const std::function<QByteArray(const QByteArray &)> &edit)
{
    return {.kind = Kind::Edit, .edit = edit};
}

struct Scenario {
    const char *name;
    demo::FaultScript script;
    bool mayKill = false; ///< messages die of it, and are sent again when the service is well
    demo::Face face = demo::Face::Legacy;
};

std::vector<Scenario> brokenConnections()
{
    return {{"reset before the answer", when(isNowAndThen, {.kind = Kind::Disconnect})},
            {"reset in the body", when(isNowAndThen, {.kind = Kind::CutInBody})},
            {"never answering", when(isOneOfAFew, {.kind = Kind::NeverAnswer})},
            {"a byte a second", when(isOneOfAFew, {.kind = Kind::Drip})},
            {"more promised than sent",
             when(isOneOfAFew, {.status = 200, .headers = {{"Content-Length", "5000"}}, .body = "{}"})},
            {"less promised than sent",
             when(isOneOfAFew, {.status = 200, .headers = {{"Content-Length", "1"}}, .body = R"({"a":"b"})"}), true}};
}

std::vector<Scenario> brokenAnswers()
{
    constexpr qsizetype mebi = 1024LL * 1024;
    const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
    const QByteArray bomb = demo::gzipped("{\"a\":\"" + QByteArray(64 * mebi, '0') + "\"}");
    const QByteArray page = "<!DOCTYPE html><html><body>Just a moment…</body></html>";
    const auto answer = [](const QByteArray &body, const QByteArray &type = "application/json") {
        return Fault{.status = 200, .headers = {{"Content-Type", type}}, .body = body};
    };
    return {
        {"truncated JSON", when(isOneOfAFew, edited([](const auto &body) { return body.left(body.size() / 2); })),
         true},
        {"JSON of another shape", when(isOneOfAFew, answer(R"({"hello":[1,2,{"x":null}]})")), true},
        {"HTML instead of JSON", when(isOneOfAFew, answer(page, "text/html")), true},
        {"20 MiB", when(isOneOfAFew, answer("{\"a\":\"" + QByteArray(20 * mebi, 'x') + "\"}")), true},
        {"a gzip bomb", when(isOneOfAFew, {.status = 200, .headers = {{"Content-Encoding", "gzip"}}, .body = bomb}),
         true},
        {"no gzip at all", when(isOneOfAFew, {.status = 200, .headers = {{"Content-Encoding", "gzip"}}, .body = "{}"}),
         true},
        {"invalid UTF-8", when(isOneOfAFew, edited([](const auto &body) {
                                   return replaced(body, "\"name\":\"", "\"name\":\"\xff\xfe\xc0\x80");
                               })),
         true},
        {"nested 100,000 deep", when(isOneOfAFew, answer(deep)), true},
        {"an empty body", when(isOneOfAFew, answer({})), true},
    };
}

std::vector<Scenario> refusals()
{
    const auto status = [](int code, const QByteArray &body) { return Fault{.status = code, .body = body}; };
    const QByteArray forbidden = R"({"error":{"status":403,"message":"Forbidden"}})";
    return {
        {"301 to another host",
         when(isOneOfAFew, {.status = 301, .headers = {{"Location", "http://127.0.0.2:9/elsewhere"}}}), true},
        {"301 in a circle", when(isOneOfAFew, {.status = 301, .headers = {{"Location", "/v1/artists/circle"}}}), true},
        {"401 once",
         when([](const CallInfo &call) { return call.endpoint == albumsOfArtist && call.numberOfEndpoint == 1; },
              status(401, R"({"error":{"status":401,"message":"The access token expired"}})"))},
        {"401 always",
         when([](const CallInfo &call) { return call.path.startsWith(QLatin1String("/v1")) && call.number > 5; },
              status(401, R"({"error":{"status":401,"message":"The access token expired"}})"))},
        {"401 of Genius",
         when([](const CallInfo &call) { return call.path.startsWith(QLatin1String("/genius")); },
              status(401, R"({"error":"invalid_token","error_description":"revoked"})"))},
        {"the token is refused",
         when([](const CallInfo &call) { return call.path.startsWith(QLatin1String("/accounts")); },
              status(400, R"({"error":"invalid_client","error_description":"Invalid client"})"))},
        {"403", when(isOneOfAFew, status(403, forbidden))},
        {"403 in plain text",
         when(isOneOfAFew,
              {.status = 403,
               .headers = {{"Content-Type", "text/plain"}},
               .body = "Active premium subscription required for the owner of the app."})},
        {"403 on batches",
         when(
             [](const CallInfo &call) {
                 return call.endpoint == QLatin1String("GET /v1/albums")
                     || call.endpoint == QLatin1String("GET /v1/tracks");
             },
             status(403, forbidden))},
        {"404", when(isOneOfAFew, status(404, R"({"error":{"status":404,"message":"Not found"}})")), true},
        {"400 Invalid limit", {}, false, demo::Face::Development2026},
        {"500 for three calls in ten",
         when([](const CallInfo &call) { return call.number * 2'654'435'761 % 1000 < 300; },
              status(500, R"({"error":{"status":500,"message":"Something went wrong"}})")),
         true},
    };
}

std::vector<Scenario> strangeLists()
{
    const auto items = QStringLiteral("items");
    const auto last = std::make_shared<QJsonArray>();
    return {
        {"pages that overlap", albumPages([last, items](QJsonObject &page) {
             auto own = page.value(items).toArray();
             for (const auto &old : *last)
                 own.prepend(old);
             *last = QJsonArray{own.last(), own.first()};
             page.insert(items, own);
         })},
        {"pages in another order", albumPages([items](QJsonObject &page) {
             QJsonArray turned;
             const auto own = page.value(items).toArray();
             for (const auto &album : own)
                 turned.prepend(album);
             page.insert(items, turned);
         }),
         false, demo::Face::Development2026},
        {"a next that never ends", albumPages([](QJsonObject &page) {
             const auto offset = page.value(QLatin1String("offset")).toInt();
             page.insert(QStringLiteral("next"),
                         QStringLiteral("https://api.spotify.com/v1/x?limit=10&offset=%1")
                             .arg(offset + page.value(QLatin1String("limit")).toInt()));
         }),
         false, demo::Face::Development2026},
        {"a total that lies", albumPages([](QJsonObject &page) { page.insert(QStringLiteral("total"), 1); }), false,
         demo::Face::Development2026},
        {"nulls among the albums", albumPages([items](QJsonObject &page) {
             auto own = page.value(items).toArray();
             own.prepend(QJsonValue());
             own.append(QJsonValue());
             page.insert(items, own);
         })},
        {"null where an object should be",
         [](const CallInfo &call) -> std::optional<Fault> {
             if (!isOneOfAFew(call))
                 return std::nullopt;
             return edited([](const QByteArray &body) {
                 return body.contains("\"response\"")
                     ? QByteArray(R"({"meta":{"status":200},"response":{"song":null}})")
                     : QByteArray(R"({"items":null,"next":null})");
             });
         },
         true},
        {"ids of SQL and HTML", albumPages([items](QJsonObject &page) {
             auto own = page.value(items).toArray();
             auto evil = own.first().toObject();
             evil.insert(QStringLiteral("id"), QStringLiteral("'; DROP TABLE messages;--<b>"));
             evil.insert(QStringLiteral("name"), QStringLiteral("<script>alert(1)</script>"));
             own.append(evil);
             page.insert(items, own);
         }),
         true},
    };
}

std::vector<Scenario> scenarios()
{
    std::vector<Scenario> all;
    for (const auto &some : {brokenConnections(), brokenAnswers(), refusals(), strangeLists()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

long memoryPeakKib()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

/// Whatever the services do: nothing is lost, and the results are those of a calm run.
class AnswerFaultsTest : public QObject
{
    Q_OBJECT

    const std::vector<Scenario> m_scenarios = scenarios();

    int m_survived = 0; ///< faults after which everything was as in a calm run

    void verifyEnd(FaultyWorld &world)
    {
        const auto problem = world.compare();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        constexpr long bound = 1024L * 1024; // the bomb's 64 MiB and the server's bodies are in this process too
        QVERIFY2(memoryPeakKib() < bound, qPrintable(QString::number(memoryPeakKib())));
        ++m_survived;
    }

private Q_SLOTS:
    void resultsEqualThoseOfACalmRun_data()
    {
        QTest::addColumn<int>("scenario");
        for (std::size_t i = 0; i < m_scenarios.size(); ++i)
            QTest::newRow(m_scenarios[i].name) << static_cast<int>(i);
    }
    void resultsEqualThoseOfACalmRun()
    {
        QFETCH(int, scenario);
        const auto &[name, script, mayKill, face] = m_scenarios[static_cast<std::size_t>(scenario)];
        FaultyWorld world(face);
        world.server.setFaults(script);
        world.open();
        world.seed();
        QVERIFY2(world.work(), "the run did not end");
        if (!mayKill)
            QCOMPARE(world.snapshot().dead, 0);
        QVERIFY2(world.repair(), "the run did not end after the repair");
        verifyEnd(world);
    }

    void refusalsAreKeptToTheSecond_data()
    {
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<bool>("isDaily");
        const auto inTwoMinutes = [] { // HTTP's dates are English and in GMT
            return QLocale::c()
                       .toString(QDateTime::currentDateTimeUtc().addSecs(120),
                                 QStringLiteral("ddd, dd MMM yyyy hh:mm:ss"))
                       .toLatin1()
                + " GMT";
        };
        QTest::newRow("the day's quota, 52,531 s") << QByteArray("52531") << qint64(52'531) << true;
        QTest::newRow("seconds") << QByteArray("30") << qint64(30) << false;
        QTest::newRow("a date") << inTwoMinutes() << qint64(60) << false;
        QTest::newRow("none") << QByteArray() << qint64(1) << false;
        QTest::newRow("negative") << QByteArray("-5") << qint64(1) << false;
        QTest::newRow("24 h") << QByteArray("86400") << qint64(86'400) << false;
        QTest::newRow("a day's quota without a time") << QByteArray() << qint64(3600) << true;
    }
    void refusalsAreKeptToTheSecond()
    {
        QFETCH(QByteArray, retryAfter);
        QFETCH(qint64, seconds);
        QFETCH(bool, isDaily);
        FaultyWorld world;
        world.refuse([](const CallInfo &call) { return call.number == 20 || call.number == 90; }, retryAfter,
                     std::chrono::seconds(seconds), isDaily);
        world.open();
        world.seed();
        QVERIFY2(world.work(), "the run did not end");
        QCOMPARE(world.snapshot().dead, 0);
        QCOMPARE(world.callsTooEarly(), 0);
        verifyEnd(world);
    }

    void aRefusalIsKeptOverARestart()
    {
        FaultyWorld world;
        world.refuse([](const CallInfo &call) { return call.number == 40; }, "52531", std::chrono::seconds(52'531),
                     true);
        world.open();
        world.seed();
        world.engine().start();
        const auto isBlocked = [&world] {
            return std::ranges::any_of(world.snapshot().services, &ServiceSnapshot::blocked);
        };
        QTRY_VERIFY_WITH_TIMEOUT(isBlocked(), 30'000);
        world.close();
        world.open();
        world.engine().start();
        QTRY_VERIFY(isBlocked());
        QTest::qWait(1000); // somebody who did not know would call at once
        QCOMPARE(world.callsTooEarly(), 0);
        QVERIFY2(world.work(), "the run did not end");
        QCOMPARE(world.callsTooEarly(), 0);
        verifyEnd(world);
    }

    void aServiceThatIsDownForAMinuteIsWaitedFor()
    {
        FaultyWorld world;
        const auto end = world.clock.now() + 60s;
        world.server.setFaults([&world, end](const CallInfo &call) -> std::optional<Fault> {
            if (world.clock.now() >= end || call.number < 10)
                return std::nullopt;
            return Fault{.status = 503, .body = "<html>down</html>"};
        });
        world.open();
        world.seed();
        QVERIFY2(world.work(), "the run did not end");
        QCOMPARE(world.snapshot().dead, 0);
        verifyEnd(world);
    }

    void limitErrorsMayBeEmpty()
    {
        FaultyWorld world(demo::Face::Development2026);
        world.server.setEmptyLimitErrors(true);
        world.open();
        world.seed();
        QVERIFY2(world.work(), "the run did not end");
        QCOMPARE(world.snapshot().dead, 0);
        verifyEnd(world);
    }

    void aRefusedConnectionIsTriedAgain()
    {
        FaultyWorld world;
        const auto port = static_cast<quint16>(world.server.spotifyApiUrl().port());
        world.server.stop();
        world.open();
        world.seed();
        world.engine().start();
        // For hours, in which a lone message asks more often whether the service is back than it has attempts.
        const auto failures = [&world] { return world.snapshot().services.front().failures; };
        for (int asked = 0; asked < 12; ++asked) {
            QTRY_VERIFY(failures() > asked);
            world.clock.advance(15min);
        }
        QVERIFY(world.server.start(port));
        QVERIFY2(world.work(), "the run did not end");
        QCOMPARE(world.snapshot().dead, 0);
        verifyEnd(world);
    }

    void aNameThatNobodyKnowsIsTriedAgain()
    {
        FaultyWorld world;
        const auto right = world.settings.genius.apiUrl;
        world.settings.genius.apiUrl = QUrl(QStringLiteral("https://api.genius.invalid"));
        world.open();
        world.seed();
        world.engine().start();
        QTRY_VERIFY_WITH_TIMEOUT(world.snapshot().services.back().failures > 3, 30'000);
        world.close();
        world.settings.genius.apiUrl = right;
        world.open();
        QVERIFY2(world.work(), "the run did not end");
        QCOMPARE(world.snapshot().dead, 0);
        verifyEnd(world);
    }

    /// Albums whose tracks can't be read to the end are not asked for: the day's calls are for what can be finished.
    void aDaysQuotaOfOneGroupIsNotSpentRoundAbout()
    {
        FaultyWorld world;
        world.open();
        constexpr int aDay = 2;
        {
            auto database = Database::open(world.databasePath(), Database::Access::ReadWrite, world.clock);
            QVERIFY(database);
            (*database)->execute(
                "quotas.learn_group",
                {QStringLiteral("spotify"), QStringLiteral("tracks"), aDay, toMillis(world.clock.now())});
        }
        const auto calls = [&world](const char *group) {
            qint64 all = 0;
            const auto counts = world.server.counts();
            for (auto url = counts.byUrl.cbegin(); url != counts.byUrl.cend(); ++url)
                all += url.key().startsWith(QLatin1String(group)) ? url.value() : 0;
            return all;
        };
        world.seed();
        world.engine().start();
        constexpr auto tracks = static_cast<std::size_t>(StageId::TrackDiscovery);
        QTRY_VERIFY_WITH_TIMEOUT(world.snapshot().stages.at(tracks).waitingUntil.has_value(), 30'000);
        QTest::qWait(200); // who was on the way has come back
        const auto albums = calls("/v1/albums");
        QVERIFY(albums > 0);
        QTest::qWait(1500);
        QCOMPARE(calls("/v1/albums"), albums);
        QCOMPARE(calls("/v1/tracks"), aDay);
        QVERIFY2(world.work(), "the run did not end");
        verifyEnd(world);
    }

    /// Here time is not hurried on: the server counts by its own clock.
    void noFaultSendsMoreCallsThanTheQuota_data()
    {
        QTest::addColumn<demo::FaultScript>("script");
        QTest::newRow("none") << demo::FaultScript();
        QTest::newRow("resets") << when(&isNowAndThen, {.kind = Kind::CutInBody});
        QTest::newRow("a storm of errors") << demo::FaultScript([](const CallInfo &call) {
            return call.number % 10 < 3 && call.number < 200 ? std::optional(Fault{.status = 500, .body = "no"})
                                                             : std::nullopt;
        });
    }
    void noFaultSendsMoreCallsThanTheQuota()
    {
        QFETCH(demo::FaultScript, script);
        constexpr int aSecond = 50;
        constexpr int counted = 60; // a server on a busy machine counts several at once that came one by one
        FaultyWorld world;
        for (auto *service : {&world.settings.spotify, &world.settings.genius}) {
            service->requestsPerSecond = service->leastPerSecond = aSecond;
            service->window = 1s;
        }
        world.server.setSpotifyQuota({.calls = counted, .window = 1s});
        world.server.setGeniusQuota({.calls = counted, .window = 1s});
        world.server.setFaults(script);
        world.open();
        world.seed();
        world.engine().start();
        QTRY_VERIFY_WITH_TIMEOUT(world.snapshot().unfinishedRuns == 0, 120'000);
        QCOMPARE(world.server.counts().refused, 0);
        QCOMPARE(world.snapshot().dead, 0);
        verifyEnd(world);
    }

    void aClockThatJumpsNeitherLosesNorHurriesAnything_data()
    {
        QTest::addColumn<qint64>("hours");
        QTest::newRow("forward") << qint64(5);
        QTest::newRow("back") << qint64(-5);
    }
    void aClockThatJumpsNeitherLosesNorHurriesAnything()
    {
        QFETCH(qint64, hours);
        FaultyWorld world;
        for (auto *service : {&world.settings.spotify, &world.settings.genius}) { // what was sent is timed too
            service->requestsPerSecond = service->leastPerSecond = 200;
            service->window = 1s;
        }
        world.open();
        world.seed();
        world.engine().start();
        QTRY_VERIFY(world.server.counts().total > 60);
        world.clock.advance(std::chrono::hours(hours));
        QTRY_VERIFY_WITH_TIMEOUT(world.server.counts().total > 120, 30'000); // it does not stand still meanwhile
        QVERIFY2(world.work(), "the run did not end");
        QCOMPARE(world.snapshot().dead, 0);
        verifyEnd(world);
    }

    void cleanupTestCase() { std::printf("{\"faults_survived\": %d}\n", m_survived); }
};

QTEST_GUILESS_MAIN(AnswerFaultsTest)
#include "tst_answerfaults.moc"
