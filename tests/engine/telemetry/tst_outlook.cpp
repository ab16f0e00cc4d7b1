// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/outlook.h"

#include <QTest>

using namespace linernotes;
using namespace std::chrono_literals;

/// What the last minutes' figures come to.
class OutlookTest : public QObject
{
    Q_OBJECT

    static constexpr auto credits = static_cast<std::size_t>(StageId::SocialEnrichment);

    static constexpr int noEngine = -1;
    static constexpr int noWork = -2;

    /// A hundred profiles to fetch, a call each; `calls` of the last ten-second steps.
    static std::pair<PipelineSnapshot, RecentMetrics> situation(const std::vector<int> &calls)
    {
        PipelineSnapshot snapshot;
        snapshot.at = Instant(std::chrono::hours(500'000));
        snapshot.running = true;
        snapshot.services.push_back({.service = QStringLiteral("genius")});
        RecentMetrics recent;
        recent.chart.step = 10s;
        ServiceSeries service{.service = QStringLiteral("genius"), .points = {}, .total = {}};
        for (const auto stage : allStages) {
            snapshot.stages.at(static_cast<std::size_t>(stage)).stage = stage;
            snapshot.stages.at(static_cast<std::size_t>(stage)).service = QStringLiteral("genius");
            recent.chart.stages.push_back({.stage = stage, .points = {}, .total = {}});
            recent.learned.at(static_cast<std::size_t>(stage)) = {.sent = 10, .ended = 10, .calls = 10, .attempts = 10};
        }
        for (const auto count : calls) {
            const auto stepsBack = static_cast<qint64>(calls.size() - recent.chart.at.size()); // all are over
            recent.chart.at.emplace_back(snapshot.at - recent.chart.step * stepsBack);
            StageTally stage;
            stage.last = QueueDepth{.ready = count == noWork ? 0 : 100};
            for (auto &series : recent.chart.stages)
                series.points.push_back(count == noEngine ? std::nullopt : std::optional(stage));
            ServiceTally tally;
            tally.calls = std::max(count, 0);
            service.points.push_back(count == noEngine ? std::nullopt : std::optional(tally));
        }
        recent.chart.services.push_back(service);
        snapshot.stages.at(credits).metrics.ready = 100;
        return {snapshot, recent};
    }

private Q_SLOTS:
    void thePaceIsThatOfWholeSteps_data()
    {
        QTest::addColumn<std::vector<int>>("calls");
        QTest::addColumn<std::optional<Milliseconds>>("left");
        const auto row = [](const char *name, const std::vector<int> &calls, std::optional<Milliseconds> left) {
            QTest::newRow(name) << calls << left;
        };
        row("a minute at one a second", {10, 10, 10, 10, 10, 10, 10}, 100s);
        row("it began in the first step", {-1, -1, 1, 10, 10}, 100s);
        row("it began a moment ago", {-1, -1, -1, 1}, std::nullopt);
        row("it paused in between", {10, 10, -1, 1, 10}, 100s);
        row("there was nothing to do before", {noWork, noWork, noWork, 1, 20, 20}, 50s);
        row("the work was held up meanwhile", {10, 10, 0, 0, 10}, 100s);
    }
    void thePaceIsThatOfWholeSteps()
    {
        QFETCH(std::vector<int>, calls);
        QFETCH(std::optional<Milliseconds>, left);
        auto [snapshot, recent] = situation(calls);
        addOutlook(snapshot, recent, {});
        const auto &eta = snapshot.eta;
        QCOMPARE(eta.left, left);
        QCOMPARE(eta.bound.kind, left ? EtaBound::Kind::Rate : EtaBound::Kind::Unknown);
    }

    /// What may be asked less than once in a step is not seen in each.
    void thePaceIsNotAboveTheOneAllowed()
    {
        auto [snapshot, recent] = situation({0, 1, 0, 0, 1, 0});
        snapshot.services.front().quota = {.limit = 1, .window = 12s};
        addOutlook(snapshot, recent, {});
        QCOMPARE(snapshot.eta.left, std::optional<Milliseconds>(1200s));
    }

    /// What the cache answers costs no call.
    void theCallsOfAMessageAreThoseOfTheLastMinute()
    {
        auto [snapshot, recent] = situation({10, 10, 10, 10, 10, 10, 10});
        for (auto &point : recent.chart.stages.at(credits).points) {
            point->archived = 40;
            point->calls = 10;
        }
        addOutlook(snapshot, recent, {});
        QCOMPARE(snapshot.eta.left, std::optional<Milliseconds>(25s)); // a quarter of the hundred, at one a second
    }

    /// An answer that takes longer than a step is waited for in all of them.
    void aSlowAnswerIsNotHeldUp()
    {
        auto [snapshot, recent] = situation({0, 1, 0, 0, 1, 0, 0});
        for (auto &point : recent.chart.stages.at(credits).points)
            point->last->leased = 2;
        addOutlook(snapshot, recent, {});
        QCOMPARE(snapshot.eta.left, std::optional<Milliseconds>(3000s)); // two in a minute
    }

    /// Until its pace is known a service is believed to bear what it may be asked.
    void thePaceAtFirstIsTheOneAllowed()
    {
        for (const auto &calls : {std::vector<int>{noWork, noWork, 1}, {noEngine, 1}, {}}) {
            auto [snapshot, recent] = situation(calls);
            snapshot.services.front().quota = {.limit = 4, .window = 1s};
            addOutlook(snapshot, recent, {});
            QCOMPARE(snapshot.eta.left, std::optional<Milliseconds>(25s));
        }
    }

    void whileTheDatabaseIsBrokenNothingWorks()
    {
        auto [snapshot, recent] = situation({10, 10});
        snapshot.stages.at(credits).state = StageState::Working;
        snapshot.problem = Error{.category = ErrorCategory::Database, .message = QStringLiteral("full")};
        addOutlook(snapshot, recent, {});
        QCOMPARE(snapshot.stages.at(credits).state, StageState::Waiting);
        QCOMPARE(snapshot.stages.at(credits).waitingFor, QStringLiteral("the database can't be written to"));
        QCOMPARE(snapshot.eta.bound.kind, EtaBound::Kind::Database);
        QVERIFY(!snapshot.eta.left);
    }

    void aServiceHeldByHandIsNoBrokenOne()
    {
        auto [snapshot, recent] = situation({10, 10});
        snapshot.services.front().standing.override = CircuitOverride::Open;
        snapshot.services.front().circuit = CircuitState::Open;
        addOutlook(snapshot, recent, {});
        QCOMPARE(snapshot.eta.bound,
                 (EtaBound{.kind = EtaBound::Kind::Held, .service = QStringLiteral("genius"), .until = std::nullopt}));
        QVERIFY(!snapshot.eta.left);
    }

    /// The figures of who has just paused, or of who was there before it, are there for half a minute, and are nobody
    /// else's.
    void itsOwnTracesAreNoOtherProgram()
    {
        const auto workedOn = [](std::optional<Instant> (*knownUntil)(Instant)) {
            auto [snapshot, recent] = situation({10, 10, 10});
            snapshot.running = false;
            addOutlook(snapshot, recent, {}, knownUntil(snapshot.at));
            return std::pair(snapshot.workedOn, snapshot.eta.bound.kind);
        };
        const auto paused = std::pair(false, EtaBound::Kind::Paused);
        QCOMPARE(workedOn([](Instant now) { return std::optional(now - 5s); }), paused);
        QCOMPARE(workedOn([](Instant now) { return std::optional(now - 10s); }), paused);
        QVERIFY(workedOn([](Instant now) { return std::optional(now - 11s); }).first);
        QVERIFY(workedOn([](Instant now) { return std::optional(now - 60s); }).first);
        QVERIFY(workedOn([](Instant) { return std::optional<Instant>(); }).first);
    }

    /// A run waits for those that are read before it: of a higher priority, or sent before.
    void aRunWaitsForThoseBeforeIt()
    {
        PipelineSnapshot snapshot = situation({10, 10, 10}).first;
        const auto run = [](qint64 id, RunPriority priority) {
            RunSnapshot waiting{.id = id, .priority = priority};
            waiting.stages.at(credits).sent = 30;
            return waiting;
        };
        snapshot.stages.at(credits).metrics.ready = 90;
        snapshot.runs = {run(3, RunPriority::High), run(2, RunPriority::Normal), run(1, RunPriority::Low)};
        addOutlook(snapshot, situation({10, 10, 10}).second, {});
        QCOMPARE(snapshot.runs[0].eta->left, std::optional<Milliseconds>(30s));
        QCOMPARE(snapshot.runs[1].eta->left, std::optional<Milliseconds>(60s));
        QCOMPARE(snapshot.runs[2].eta->left, std::optional<Milliseconds>(90s));
    }
};

QTEST_GUILESS_MAIN(OutlookTest)
#include "tst_outlook.moc"
