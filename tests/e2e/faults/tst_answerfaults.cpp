// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/faults/faultyworld.h"
#include "e2e/faults/scenarios.h"
#include "store/database.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QLocale>
#include <QTest>

#include <algorithm>
#include <cstdio>

#include <sys/resource.h>

using namespace linernotes;
using namespace std::chrono_literals;
using demo::CallInfo;
using demo::Fault;
using Kind = demo::Fault::Kind;
using test::FaultyWorld;
using test::isNowAndThen;
using test::isOfMusicBrainz;
using test::when;

namespace
{

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

    const std::vector<test::Scenario> m_scenarios = test::allScenarios();

    int m_survived = 0; ///< faults after which everything was as in a calm run

    void verifyEnd(FaultyWorld &world)
    {
        QVERIFY2(world.visitAgain(), "the optional source was not visited again");
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

    /// The run ends with all that the others know, says what is missing, and comes back for it by itself.
    void theWorkGoesOnWithoutAnOptionalSource()
    {
        FaultyWorld world;
        world.server.setFaults(when(isOfMusicBrainz, {.status = 500, .body = "oops"}));
        world.open();
        world.seed();
        QVERIFY2(world.work(), "the run did not end");
        QCOMPARE(world.snapshot().dead, 0);
        const auto without = world.compare(false);
        QVERIFY2(without.isEmpty(), qPrintable(without));
        constexpr auto people = static_cast<std::size_t>(StageId::SocialEnrichment);
        const auto waiting = world.snapshot().stages.at(people).metrics;
        QVERIFY(waiting.delayed > 0);
        QCOMPARE(waiting.pending(), waiting.delayed);
        world.server.setFaults({});
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
        QTRY_VERIFY_WITH_TIMEOUT(world.snapshot().services.at(1).failures > 3, 30'000);
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
        // For as long as a circuit's first cool-down: by then it is over, and the probes find the services well.
        QTest::newRow("a storm of errors")
            << demo::FaultScript([since = std::make_shared<QElapsedTimer>()](const CallInfo &call) {
                   if (!since->isValid())
                       since->start();
                   constexpr int stormMs = 20'000;
                   return call.number % 10 < 3 && !since->hasExpired(stormMs)
                       ? std::optional(Fault{.status = 500, .body = "no"})
                       : std::nullopt;
               });
    }
    void noFaultSendsMoreCallsThanTheQuota()
    {
        QFETCH(demo::FaultScript, script);
        constexpr int aSecond = 50;
        constexpr int counted = 60; // a server on a busy machine counts several at once that came one by one
        FaultyWorld world;
        for (auto *service : {&world.settings.spotify, &world.settings.genius, &world.settings.musicbrainz}) {
            service->requestsPerSecond = service->leastPerSecond = aSecond;
            service->window = 1s;
        }
        world.server.setSpotifyQuota({.calls = counted, .window = 1s});
        world.server.setGeniusQuota({.calls = counted, .window = 1s});
        world.server.setMusicBrainzQuota({.calls = counted, .window = 1s});
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

    void cleanupTestCase() const { std::printf("{\"faults_survived\": %d}\n", m_survived); }
};

QTEST_GUILESS_MAIN(AnswerFaultsTest)
#include "tst_answerfaults.moc"
