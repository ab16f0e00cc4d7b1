// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/eta.h"
#include "telemetry/outlook.h"

#include <QTest>

using namespace linernotes;
using namespace std::chrono_literals;
using Kind = EtaBound::Kind;

/// How long the rest takes, and what it waits for: cases that can be reckoned on paper.
class EtaTest : public QObject
{
    Q_OBJECT

    static constexpr Instant now = Instant(Milliseconds(1'800'000'000'000));

    /// 2 albums an artist, 10 tracks an album, 3 people a track; a call a message and, at Genius, 2 for a track.
    /// Spotify is called 4 times a second, Genius twice.
    static EtaSituation situation()
    {
        EtaSituation situation{.now = now, .isWorking = true, .stages = {}, .services = {}};
        situation.services = {{.name = QStringLiteral("spotify"), .callsPerSecond = 4},
                              {.name = QStringLiteral("genius"), .callsPerSecond = 2}};
        const std::array fanOut{2.0, 1.0, 10.0, 3.0, 0.0};
        const std::array calls{1.0, 1.0, 1.0, 2.0, 1.0};
        const std::array groups{QStringLiteral("artists"), QStringLiteral("artists"), QStringLiteral("albums"),
                                QStringLiteral("songs"), QStringLiteral("artists")};
        for (std::size_t i = 0; i < situation.stages.size(); ++i) {
            situation.stages.at(i) = {.remaining = 0,
                                      .fanOut = fanOut.at(i),
                                      .callsPerMessage = calls.at(i),
                                      .perSecond = 1,
                                      .service = i < 3 ? std::size_t(0) : std::size_t(1),
                                      .groups = {groups.at(i)}};
        }
        return situation;
    }
    static void row(const char *name, const EtaSituation &situation, std::optional<Milliseconds> left, Kind kind,
                    const QString &service = {}, std::optional<Instant> until = {})
    {
        QTest::newRow(name) << situation
                            << Eta{.left = left, .bound = {.kind = kind, .service = service, .until = until}};
    }

private Q_SLOTS:
    void estimates_data()
    {
        const auto spotify = QStringLiteral("spotify");
        const auto genius = QStringLiteral("genius");
        QTest::addColumn<EtaSituation>("situation");
        QTest::addColumn<Eta>("eta");

        auto one = situation();
        row("nothing is left", one, 0ms, Kind::Nothing);
        one.stages[4].remaining = 50;
        row("the last stage alone", one, 25s, Kind::Rate, genius);
        one.stages[4].remaining = 0;
        one.stages[3].remaining = 10; // 20 calls, and 30 people: 50 calls
        row("and what it sends on", one, 25s, Kind::Rate, genius);

        auto artists = situation();
        artists.stages[0].remaining = 10; // 20 album pages, 20 albums: 50 calls; 200 songs, 600 people: 1000 calls
        row("a seeding", artists, 500s, Kind::Rate, genius);
        artists.isWorking = false;
        row("no engine works", artists, {}, Kind::Paused);
        artists.isWorking = true;
        artists.stages[1].fanOut.reset();
        row("nobody knows how many tracks", artists, {}, Kind::Unknown);
        artists = situation();
        artists.stages[2].remaining = 4000; // 1000 s of Spotify, 100000 + … calls of Genius
        artists.stages[2].fanOut = 0.01;
        row("Spotify is the narrow place", artists, 1000s, Kind::Rate, spotify);

        auto optional = situation(); // two calls a person of a service that is slower than the stage's own
        optional.services.push_back({.name = QStringLiteral("musicbrainz"), .callsPerSecond = 1, .isOptional = true});
        optional.stages[4].remaining = 50;
        optional.stages[4].optionalService = 2;
        optional.stages[4].optionalCalls = 2;
        row("an optional service is the narrow place", optional, 100s, Kind::Rate, QStringLiteral("musicbrainz"));
        optional.services[2].callsPerSecond = 0.1; // there was not more to ask
        optional.services[2].mostPerSecond = 1;
        row("it may be asked as often as it bears", optional, 100s, Kind::Rate, QStringLiteral("musicbrainz"));
        optional.services[2].circuitUntil = now + 10min;
        row("which is gone without while it is closed", optional, 25s, Kind::Rate, genius);

        auto held = situation();
        held.stages[2].remaining = 5;
        held.stages[1].isPaused = true; // and has no work
        held.stages[4].isPaused = true;
        held.stages[4].pausedUntil = now + 1h;
        QTest::newRow("a person holds a stage that will have work")
            << held
            << Eta{.left = {},
                   .bound = {
                       .kind = Kind::Paused, .service = {}, .until = now + 1h, .stage = StageId::SocialEnrichment}};

        auto learning = situation();
        learning.stages[4].remaining = 60;
        learning.stages[4].callsPerMessage.reset();
        row("by messages where calls are not known", learning, 30s, Kind::Rate, genius);
        learning.stages[3].perSecond = learning.stages[4].perSecond = 0;
        row("nothing was measured", learning, {}, Kind::Unknown);
        learning.stages[4].callsPerMessage = 1;
        learning.services[1].callsPerSecond = 0;
        row("no call went out yet", learning, {}, Kind::Unknown);
        learning.services[1].mostPerSecond = 3;
        row("but it is known what may go out", learning, 20s, Kind::Rate, genius);

        auto starved = situation();
        starved.stages[0].remaining = 400; // Spotify: 400 + 800 + 800 calls: 500 s
        starved.stages[2].fanOut = 0.1; // Genius: 80 songs, 240 people: 400 calls
        starved.services[1].callsPerSecond = 0.1;
        starved.services[1].mostPerSecond = 2;
        row("a service that waits for work is not slow", starved, 500s, Kind::Rate, spotify);

        auto unwritable = situation();
        unwritable.stages[4].remaining = 50;
        unwritable.isDatabaseBroken = true;
        row("nothing can be written down", unwritable, {}, Kind::Database);

        auto blocked = situation();
        blocked.stages[4].remaining = 50;
        blocked.services[1].blockedUntil = now + 1h;
        row("a refusal comes first", blocked, 1h + 1min, Kind::Quota, genius, now + 1h);
        blocked.services[1].blockedUntil = now - 1s;
        row("one that is over does not", blocked, 25s, Kind::Rate, genius);
        blocked.services[1].blockedUntil = now + 1h;
        blocked.services[1].callsPerSecond = 0;
        blocked.stages[3].perSecond = blocked.stages[4].perSecond = 0;
        row("a refusal, and no pace known", blocked, {}, Kind::Quota, genius, now + 1h);

        auto daily = situation();
        daily.stages[2].remaining = 1500;
        daily.stages[2].fanOut = 0;
        daily.services[0].groups = {{.name = QStringLiteral("albums"), .limit = 500, .left = 500, .nextFree = now},
                                    {.name = QStringLiteral("artists"), .limit = 10, .left = 0, .nextFree = now + 23h}};
        row("two more days", daily, 48h, Kind::Quota, spotify, now);
        daily.services[0].groups[0].left = 1490;
        daily.services[0].groups[0].nextFree = now + 5h;
        row("the last ten wait until calls are free", daily, 5h, Kind::Quota, spotify, now + 5h);
        daily.services[0].groups[0].left = 1500;
        row("the day's calls are enough", daily, 375s, Kind::Rate, spotify);
        daily.services[0].groups[0].limit = 0;
        daily.services[0].groups[0].left = 0;
        row("without a limit", daily, 375s, Kind::Rate, spotify);

        auto broken = situation();
        broken.stages[0].remaining = 1;
        broken.services[0].circuitUntil = now + 30s;
        row("nobody knows when an open circuit closes", broken, {}, Kind::Circuit, spotify, now + 30s);
        broken.services[1].needsCredentials = true;
        row("a person comes first", broken, {}, Kind::Credentials, genius);
        broken.stages[0].remaining = 0;
        broken.services[1].needsCredentials = false;
        broken.stages[4].remaining = 2;
        row("a circuit that nothing waits for", broken, 1s, Kind::Rate, genius);
    }
    void estimates()
    {
        QFETCH(EtaSituation, situation);
        QFETCH(Eta, eta);
        const auto found = estimate(situation);
        const auto text = [](const Eta &one) {
            return QStringLiteral("%1 s, %2 %3 %4")
                .arg(one.left ? QString::number(one.left->count() / 1000.0) : QStringLiteral("?"),
                     etaBoundName(one.bound.kind), one.bound.service,
                     one.bound.until ? toIsoText(*one.bound.until) : QString());
        };
        QCOMPARE(text(found), text(eta));
    }

    /// What the rows of the last minutes and the books say becomes the estimate's figures.
    void aSnapshotIsGivenItsOutlook()
    {
        PipelineSnapshot snapshot;
        snapshot.at = now;
        snapshot.services = {{.service = QStringLiteral("spotify")}, {.service = QStringLiteral("genius")}};
        RecentMetrics recent;
        recent.chart.step = 10s;
        for (const auto stage : allStages) {
            const auto index = static_cast<std::size_t>(stage);
            snapshot.stages.at(index).stage = stage;
            snapshot.stages.at(index).service = index < 3 ? QStringLiteral("spotify") : QStringLiteral("genius");
            recent.chart.stages.push_back({.stage = stage, .points = {}, .total = {}});
            recent.chart.stages.back().points.resize(RecentMetrics::sparkPoints);
        }
        recent.chart.services.push_back({.service = QStringLiteral("genius"), .points = {}, .total = {}});
        auto &genius = recent.chart.services.back().points;
        genius.resize(RecentMetrics::sparkPoints);
        auto &done = recent.chart.stages.at(4).points;
        for (std::size_t i = 58; i < 60; ++i) { // an engine that began twenty seconds ago
            done.at(i).emplace().archived = 10;
            done.at(i)->last = QueueDepth{.ready = 100};
            done.at(i)->durations.add(100ms);
            genius.at(i).emplace().calls = 20;
            genius.at(i)->server = 5;
            genius.at(i)->latencies.add(50ms);
        }
        snapshot.stages.at(4).metrics.ready = 100;
        recent.learned.at(4) = {.sent = 200, .ended = 100, .calls = 150, .attempts = 100};
        snapshot.runs.resize(3); // the newest first
        snapshot.runs.at(0).stages.at(4).sent = 60;
        snapshot.runs.at(1).finished = true;
        snapshot.runs.at(2).stages.at(4) = {.sent = 100, .archived = 60, .dead = 0, .discarded = 0};
        addOutlook(snapshot, recent, StageGroups());

        QVERIFY(snapshot.stages.at(4).p50 > 90ms && snapshot.stages.at(4).p95 < 110ms);
        QVERIFY(!snapshot.stages.at(0).p50);
        QCOMPARE(snapshot.stages.at(4).throughput.size(), RecentMetrics::sparkPoints);
        QVERIFY(snapshot.stages.at(4).throughput.back() == 10);
        QVERIFY(!snapshot.stages.at(4).throughput.front());
        QCOMPARE(snapshot.services.at(1).recent.calls, 40);
        QCOMPARE(snapshot.services.at(1).recent.errorRate.value(), 0.25);
        QVERIFY(!snapshot.services.at(0).recent.errorRate);
        // 100 messages of 1.5 calls at 2 calls a second; the older run has 40 of them before it, and the newer all 100.
        QCOMPARE(snapshot.eta.left, std::optional<Milliseconds>(75s));
        QCOMPARE(snapshot.eta.bound.service, QStringLiteral("genius"));
        QCOMPARE(snapshot.runs.at(0).eta->left, std::optional<Milliseconds>(75s));
        QVERIFY(!snapshot.runs.at(1).eta);
        QCOMPARE(snapshot.runs.at(2).eta->left, std::optional<Milliseconds>(30s));
    }
};

QTEST_GUILESS_MAIN(EtaTest)
#include "tst_eta.moc"
