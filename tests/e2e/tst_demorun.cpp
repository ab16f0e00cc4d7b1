// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoserver.h"
#include "e2e/groundtruth.h"
#include "engine.h"
#include "fakes/hastyclock.h"

#include <QEventLoop>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linernotes;
using namespace std::chrono_literals;

/// A whole run in this process over the demo catalogue finds exactly what is true in it.
class DemoRunTest : public QObject
{
    Q_OBJECT

    static constexpr int patienceMs = 30'000; ///< of a machine that has other things to do

    static Engine::Options options(const demo::DemoServer &server, const QString &database)
    {
        auto settings = Settings::defaults();
        settings.spotify.apiUrl = server.spotifyApiUrl();
        settings.spotifyAccountsUrl = server.spotifyAccountsUrl();
        settings.genius.apiUrl = server.geniusApiUrl();
        settings.musicbrainz.apiUrl = server.musicbrainzApiUrl();
        settings.musicbrainz.contact = QStringLiteral("tests@localhost");
        for (auto *service : {&settings.spotify, &settings.genius, &settings.musicbrainz}) {
            service->requestsPerSecond = 0;
            service->concurrency = 0;
        }
        settings.albumGroups = {QStringLiteral("album"), QStringLiteral("single"), QStringLiteral("compilation"),
                                QStringLiteral("appears_on")};
        return {.databasePath = database,
                .settings = settings,
                .overrides = {},
                .credentials = {.spotifyClientId = server.clientId(),
                                .spotifyClientSecret = server.clientSecret(),
                                .geniusAccessToken = server.geniusToken()}};
    }

    static QStringList allArtists(const demo::DemoCatalogue &catalogue)
    {
        QStringList ids;
        for (const auto &artist : catalogue.artists())
            ids.append(artist.spotifyId);
        return ids;
    }

    static void seedAll(Engine &engine, const QStringList &ids)
    {
        std::vector<ArtistDiscoveryMessage> artists;
        for (const auto &id : ids)
            artists.push_back({.artistId = id, .name = {}});
        const auto receipt = engine.seed(QStringLiteral("all"), artists).result();
        QVERIFY(receipt);
        QCOMPARE(receipt->queued, qint64(ids.size()));
    }

    static PipelineSnapshot snapshot(Engine &engine)
    {
        const auto asked = engine.snapshot();
        if (!QTest::qWaitFor([&asked] { return asked.isFinished(); }))
            qFatal("no snapshot");
        return **asked.result();
    }
    static ServiceSnapshot service(Engine &engine, const char *name)
    {
        for (const auto &service : snapshot(engine).services) {
            if (service.service == QLatin1String(name))
                return service;
        }
        return {};
    }
    static QueueMetrics queue(Engine &engine, StageId stage)
    {
        return snapshot(engine).stages.at(static_cast<std::size_t>(stage)).metrics;
    }

    static void waitUntilIdle(Engine &engine)
    {
        QSignalSpy idle(&engine, &Engine::idle);
        QVERIFY2(idle.wait(120'000), "the run did not end");
    }

    static std::vector<QJsonObject> exported(Engine &engine, const QTemporaryDir &folder, ExportKind kind)
    {
        const auto path = folder.filePath(QStringLiteral("export.jsonl"));
        const auto receipt =
            engine.exportRows({.kind = kind, .format = ExportFormat::JsonLines, .path = path}).result();
        if (!receipt)
            qFatal("%s", qPrintable(receipt.error().message));
        return readJsonLines(path);
    }

    static void compare(Engine &engine, const QTemporaryDir &folder, const demo::DemoServer &server)
    {
        const auto truth = expectedFindings(server.catalogue(), allArtists(server.catalogue()));
        const auto found = exportedFindings(exported(engine, folder, ExportKind::Producers),
                                            exported(engine, folder, ExportKind::Credits),
                                            exported(engine, folder, ExportKind::Profiles));
        QVERIFY2(found.producers == truth.producers, qPrintable(difference(found.producers, truth.producers)));
        QVERIFY2(found.credits == truth.credits, qPrintable(difference(found.credits, truth.credits)));
        QVERIFY2(found.profiles == truth.profiles, qPrintable(difference(found.profiles, truth.profiles)));
        QVERIFY(truth.producers.size() >= 300);
        QVERIFY(engine.checkConservation().result()->empty());
    }

private Q_SLOTS:
    void aRunFindsExactlyTheTruth_data()
    {
        QTest::addColumn<int>("face");
        QTest::newRow("an older app") << static_cast<int>(demo::Face::Legacy);
        QTest::newRow("an app of today") << static_cast<int>(demo::Face::Development2026);
    }
    void aRunFindsExactlyTheTruth()
    {
        QFETCH(int, face);
        demo::DemoServer server(demo::DemoCatalogue::builtin(), static_cast<demo::Face>(face));
        QVERIFY(server.start());
        const QTemporaryDir folder;
        auto opened = Engine::open(options(server, folder.filePath(QStringLiteral("run.sqlite"))));
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().message));
        auto &engine = **opened;
        seedAll(engine, allArtists(server.catalogue()));
        engine.start();
        waitUntilIdle(engine);
        const auto snapshot = engine.snapshot();
        QTRY_VERIFY(snapshot.isFinished());
        QCOMPARE(snapshot.result().value()->dead, 0);
        compare(engine, folder, server);
        for (const auto &[url, calls] : server.counts().byUrl.asKeyValueRange())
            QVERIFY2(calls <= 1 || url.contains(QStringLiteral("limit=50")),
                     qPrintable(QStringLiteral("asked %1 times: %2").arg(calls).arg(url)));
    }

    /// An outage outlives the program: who starts it again does not hammer a service that was down a moment ago.
    void aCircuitIsOpenAfterARestartToo()
    {
        demo::DemoServer server(demo::DemoCatalogue::builtin());
        QVERIFY(server.start());
        server.setFaults(
            [](const demo::CallInfo &) -> std::optional<demo::Fault> { return demo::Fault{.status = 503}; });
        const QTemporaryDir folder;
        const auto how = options(server, folder.filePath(QStringLiteral("run.sqlite")));
        auto engine = std::move(*Engine::open(how));
        seedAll(*engine, allArtists(server.catalogue()));
        engine->start();
        QTRY_COMPARE_WITH_TIMEOUT(service(*engine, "spotify").circuit, CircuitState::Open, patienceMs);
        const auto before = service(*engine, "spotify");
        QVERIFY(before.reason.contains(QStringLiteral("503")));
        engine.reset();
        engine = std::move(*Engine::open(how));
        const auto calls = server.counts().total;
        engine->start();
        QTest::qWait(1500);
        QCOMPARE(server.counts().total, calls);
        QCOMPARE(service(*engine, "spotify").until, before.until);
        QCOMPARE(engine->services().circuitHistory(QStringLiteral("spotify"), 10).result()->size(), std::size_t(1));
        server.setFaults({});
        QVERIFY(*engine->services().probeCircuit(QStringLiteral("spotify")).result());
        QTRY_COMPARE_WITH_TIMEOUT(service(*engine, "spotify").circuit, CircuitState::Closed, patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(server.counts().total > calls + 100, patienceMs);
    }

    /// A person's word in one process is heard in the other.
    void aCircuitHeldOpenByHandStopsItsStagesOnly()
    {
        demo::DemoServer server(demo::DemoCatalogue::builtin());
        QVERIFY(server.start());
        const QTemporaryDir folder;
        const auto how = options(server, folder.filePath(QStringLiteral("run.sqlite")));
        auto engine = std::move(*Engine::open(how));
        auto command = std::move(*Engine::open(how));
        QVERIFY(command->services()
                    .overrideCircuit(QStringLiteral("genius"), CircuitOverride::Open, QStringLiteral("rest"))
                    .result());
        QTRY_COMPARE_WITH_TIMEOUT(service(*engine, "genius").standing.override, CircuitOverride::Open, patienceMs);
        seedAll(*engine, {server.catalogue().artists().front().spotifyId});
        engine->start();
        QTRY_VERIFY_WITH_TIMEOUT(queue(*engine, StageId::TrackDiscovery).archived > 0
                                     && queue(*engine, StageId::TrackDiscovery).length() == 0,
                                 patienceMs);
        QCOMPARE(queue(*engine, StageId::ProducerIdentification).archived, 0);
        QCOMPARE(queue(*engine, StageId::ProducerIdentification).leased, 0);
        QVERIFY(service(*engine, "genius").reason.contains(QStringLiteral("by hand")));
        QVERIFY(command->services().overrideCircuit(QStringLiteral("genius"), CircuitOverride::None, {}).result());
        waitUntilIdle(*engine);
        QVERIFY(queue(*engine, StageId::ProducerIdentification).archived > 0);
        const auto events = *engine->services().circuitHistory(QStringLiteral("genius"), 10).result();
        QCOMPARE(events.size(), std::size_t(2));
        QCOMPARE(events.back().event, QStringLiteral("forced_open"));
        QCOMPARE(events.back().reason, QStringLiteral("rest"));
        QVERIFY(!command->services().probeCircuit(QStringLiteral("nobody")).result());
        // Nothing is held any more, and nothing to be tried: its history has room for what happened.
        QVERIFY(command->services().overrideCircuit(QStringLiteral("genius"), CircuitOverride::None, {}).result());
        QVERIFY(command->services().probeCircuit(QStringLiteral("genius")).result());
        QCOMPARE(engine->services().circuitHistory(QStringLiteral("genius"), 10).result()->size(), std::size_t(2));
    }

    /// Who asks for it goes on at once; the stages end by and by, and what is wanted meanwhile is done thereafter.
    void aPauseIsNotWaitedFor()
    {
        demo::DemoServer server(demo::DemoCatalogue::builtin(), demo::Face::Legacy);
        QVERIFY(server.start());
        const QTemporaryDir folder;
        auto engine = Engine::open(options(server, folder.filePath(QStringLiteral("x.sqlite"))));
        QVERIFY(engine);
        seedAll(**engine, allArtists(server.catalogue()));
        (*engine)->start();
        QTRY_VERIFY(server.counts().total > 20);
        (*engine)->pause();
        QVERIFY((*engine)->isRunning()); // its threads have yet to end
        QTRY_VERIFY(!(*engine)->isRunning());
        const auto calls = server.counts().total;
        QTest::qWait(300);
        QCOMPARE(server.counts().total, calls);
        for (const auto stage : allStages)
            QCOMPARE(queue(**engine, stage).leased, 0);
        (*engine)->start();
        QTRY_VERIFY(server.counts().total > calls);
        (*engine)->pause();
        (*engine)->start(); // before it has come to that
        waitUntilIdle(**engine);
        compare(**engine, folder, server);
    }

    void seedingTheSameArtistsAgainCostsNoCall()
    {
        demo::DemoServer server(demo::DemoCatalogue::builtin());
        QVERIFY(server.start());
        const QTemporaryDir folder;
        auto engine = std::move(*Engine::open(options(server, folder.filePath(QStringLiteral("run.sqlite")))));
        const QStringList one{server.catalogue().artists().front().spotifyId};
        seedAll(*engine, one);
        engine->start();
        waitUntilIdle(*engine);
        const auto calls = server.counts().total;
        QVERIFY(calls > 0);
        const auto again = engine->seed(QStringLiteral("again"), {{.artistId = one.front(), .name = {}}}).result();
        QCOMPARE(again->queued, 0);
        QCOMPARE(again->known, 1);
        QTest::qWait(600);
        QCOMPARE(server.counts().total, calls);
    }

    void aStoppedRunGoesOnWhereItWas()
    {
        demo::DemoServer server(demo::DemoCatalogue::builtin());
        QVERIFY(server.start());
        const QTemporaryDir folder;
        const auto wanted = options(server, folder.filePath(QStringLiteral("run.sqlite")));
        for (int stop = 0; stop < 3; ++stop) {
            auto engine = std::move(*Engine::open(wanted));
            if (stop == 0)
                seedAll(*engine, allArtists(server.catalogue()));
            engine->start();
            QTest::qWait(300);
            QElapsedTimer timer;
            timer.start();
            engine->stop();
            QVERIFY2(timer.elapsed() < 2000, "stopping took too long");
            QVERIFY(engine->checkConservation().result()->empty());
        }
        auto engine = std::move(*Engine::open(wanted));
        engine->start();
        waitUntilIdle(*engine);
        compare(*engine, folder, server);
    }

    /// For half a minute the figures of who worked before are there: whoever looks once takes them for its work, a
    /// window that was opened after it waits for newer ones.
    void whoWorkedBeforeTheStartIsNoOtherProgram()
    {
        demo::DemoServer server(demo::DemoCatalogue::builtin());
        QVERIFY(server.start());
        const QTemporaryDir folder;
        auto wanted = options(server, folder.filePath(QStringLiteral("run.sqlite")));
        test::HastyClock clock;
        wanted.clock = &clock;
        {
            auto engine = std::move(*Engine::open(wanted));
            seedAll(*engine, allArtists(server.catalogue()));
            engine->start();
            QTRY_VERIFY_WITH_TIMEOUT(queue(*engine, StageId::ArtistDiscovery).archived > 0, patienceMs);
        }
        clock.advance(15s); // the step of those figures is over
        QVERIFY(snapshot(**Engine::open(wanted)).isWorkedOnElsewhere());
        wanted.isWatched = true;
        QVERIFY(!snapshot(**Engine::open(wanted)).isWorkedOnElsewhere());
    }

    /// The stage that needs them stands still meanwhile, and nothing of its work is lost.
    void newCredentialsAreTakenUpWhileItRuns_data()
    {
        QTest::addColumn<Credentials>("first");
        QTest::addColumn<StageId>("waiting");
        const demo::DemoServer server(demo::DemoCatalogue::builtin());
        const auto right = options(server, {}).credentials;
        auto keys = right;
        keys.spotifyClientSecret = QStringLiteral("a wrong one");
        QTest::newRow("Spotify's secret was wrong") << keys << StageId::ArtistDiscovery;
        keys = right;
        keys.geniusAccessToken = QStringLiteral("a wrong one");
        QTest::newRow("Genius's token was wrong") << keys << StageId::ProducerIdentification;
        QTest::newRow("there were none") << Credentials() << StageId::ArtistDiscovery;
    }
    void newCredentialsAreTakenUpWhileItRuns()
    {
        QFETCH(Credentials, first);
        QFETCH(StageId, waiting);
        const QTemporaryDir folder;
        demo::DemoServer server(demo::DemoCatalogue::builtin());
        QVERIFY(server.start());
        auto wanted = options(server, folder.filePath(QStringLiteral("credentials.sqlite")));
        const auto right = std::exchange(wanted.credentials, first);
        auto opened = Engine::open(wanted);
        QVERIFY(opened);
        auto &engine = **opened;
        engine.start();
        const auto receipt =
            engine.seed({}, {{.artistId = server.catalogue().artists().front().spotifyId, .name = {}}}).result();
        QVERIFY(receipt);
        const auto *name = waiting == StageId::ArtistDiscovery ? "spotify" : "genius";
        QTRY_VERIFY_WITH_TIMEOUT(service(engine, name).needsCredentials, patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(queue(engine, waiting).ready > 0 && queue(engine, waiting).leased == 0, patienceMs);
        QCOMPARE(queue(engine, waiting).archived, 0);
        QCOMPARE(snapshot(engine).dead, 0);
        engine.setCredentials(right); // an hour before it would be tried again by itself
        QTRY_COMPARE_WITH_TIMEOUT(snapshot(engine).unfinishedRuns, 0, patienceMs * 4);
        QVERIFY(queue(engine, waiting).archived > 0);
        QCOMPARE(queue(engine, StageId::ProducerIdentification).pending(), 0);
        QCOMPARE(snapshot(engine).dead, 0);
        QVERIFY(!service(engine, name).needsCredentials);
        QVERIFY(engine.checkConservation().result()->empty());
    }
};

QTEST_GUILESS_MAIN(DemoRunTest)
#include "tst_demorun.moc"
