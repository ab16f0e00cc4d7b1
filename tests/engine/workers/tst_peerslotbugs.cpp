// SPDX-License-Identifier: GPL-3.0-or-later
// As store/tst_peerbugs.cpp: bugs of other queues and libraries that have to do with workers at work, timers and
// circuits.
#include "engine.h"
#include "fakes/workshop.h"
#include "http/circuitbreaker.h"
#include "http/retrypolicy.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <set>
#include <thread>

using namespace linernotes;
using namespace std::chrono_literals;
using test::Call;
using test::Workshop;

namespace
{

const auto theMessage = QStringLiteral("SELECT %1 FROM messages ORDER BY id LIMIT 1");
const auto untilOf = theMessage.arg(QStringLiteral("vt"));
const auto why = QStringLiteral("HTTP 502");
/// A stage renews what it holds every ten seconds: what is to be seen of it takes a little longer.
constexpr auto aRenewal = 11'000ms;

std::optional<Lease> readElsewhere(Workshop &workshop)
{
    workshop.other->begin();
    auto lease = MessageQueue(*workshop.other, QStringLiteral("another")).read(workshop.queue, 1h);
    workshop.other->commit();
    return lease;
}

/// Its only slot is at work until the gate opens.
void letItWork(Workshop &workshop)
{
    workshop.spotify.server().answerBy([&workshop](const Call &call) {
        workshop.gate.pass();
        return Workshop::page(call);
    });
    workshop.send(1);
    workshop.start();
    QTRY_COMPARE(workshop.pagesAsked(), 1);
}

void open(CircuitBreaker &breaker)
{
    for (int i = 0; i < 5; ++i)
        breaker.failed(*breaker.tryEnter(), why);
}

class CountingClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override
    {
        ++m_asked;
        return system().now();
    }
    [[nodiscard]] int asked() const { return m_asked; }

private:
    mutable std::atomic<int> m_asked{0};
};

struct Nothing final : Worker {
    QCoro::Task<Result<Effects>> process(AnyMessage) override { co_return Effects(); }
};

} // namespace

class PeerSlotBugsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // NOLINTBEGIN(readability-identifier-naming): whose bug it was, and what must not be

    /// pgbus PR #452: nobody renewed the lease of a long job, and five copies of it ran at once.
    void pgbus452_aSlotThatWorksForLongKeepsItsLease()
    {
        Workshop workshop;
        letItWork(workshop);
        workshop.spotify.road.clock.advance(25s);
        const auto renewed = toMillis(workshop.now() + Stage::visibility);
        QTRY_COMPARE_WITH_TIMEOUT(workshop.number(untilOf), renewed, 60'000);
        workshop.spotify.road.clock.advance(25s);
        QVERIFY(!readElsewhere(workshop));
        workshop.gate.open();
        QTRY_COMPARE(workshop.metrics().archived, 1);
        QCOMPARE(workshop.number(QStringLiteral("SELECT read_count FROM archive")), 1);
    }

    /// pgbus #222, #240, #179: a heartbeat on a thread of its own said "healthy" of a worker that hung. Ours beats in
    /// the loop that works: where that hangs, its leases run out.
    void pgbus222_aLoopThatHangsRenewsNothing()
    {
        Workshop workshop;
        letItWork(workshop);
        const auto until = workshop.number(untilOf);
        workshop.spotify.road.clock.advance(20s);
        std::this_thread::sleep_for(aRenewal); // the stage's loop is that of this thread
        QCOMPARE(workshop.number(untilOf), until);
        workshop.spotify.road.clock.advance(10s);
        QVERIFY(readElsewhere(workshop));
    }

    /// Solid Queue #748: a job's end could not be written; its worker lived on and kept the claim for ever.
    void solidQueue748_whatCouldNotBeFinishedIsNotHeldForEver()
    {
        Workshop workshop;
        workshop.answerPages();
        workshop.other->executeText(QStringLiteral("ALTER TABLE albums RENAME TO away"));
        workshop.send(1);
        workshop.start();
        QTRY_VERIFY(workshop.stage.problem());
        const auto until = workshop.number(untilOf);
        workshop.spotify.road.clock.advance(20s);
        QTest::qWait(aRenewal.count());
        QCOMPARE(workshop.number(untilOf), until);
        workshop.spotify.road.clock.advance(10s);
        QTRY_VERIFY(workshop.number(theMessage.arg(QStringLiteral("read_count"))) > 1 || readElsewhere(workshop));
    }

    /// pgbus #360: an update dropped the triggers that rang for new messages, and nothing was ever read again.
    void pgbus360_whatNobodyRangForIsFoundByLooking()
    {
        Workshop workshop;
        workshop.answerPages();
        workshop.start();
        QTest::qWait(100);
        workshop.send(1); // by another connection, which has no bell
        QTRY_COMPARE(workshop.metrics().archived, 1);
    }

    /// pgmq up to 1.4.4: a poll interval under a second became none, and an idle reader kept a core busy.
    void pgmqReadWithPoll_anIdleStageDoesNotSpin()
    {
        const QTemporaryDir folder;
        const CountingClock clock;
        test::Road road;
        const auto store = std::move(*Store::open(folder.filePath(QStringLiteral("idle.sqlite")), clock));
        const auto sent = store->transact([](Database &database) -> Result<qint64> {
            const auto run = Operations(database).startRun(QStringLiteral("test"));
            return MessageQueue(database).sendText(run, queueName(StageId::SocialEnrichment), QStringLiteral("{}"), 1h);
        });
        QVERIFY(sent.result());
        Stage stage(StageId::SocialEnrichment, 4, {*store, road.service, {}, road.cache, 1h},
                    [](HttpClient &) { return std::make_unique<Nothing>(); });
        stage.start();
        QTest::qWait(500);
        const int before = clock.asked();
        QTest::qWait(2000);
        const int asked = clock.asked() - before; // with every read
        QSignalSpy finished(&stage, &Stage::finished);
        stage.stop();
        QVERIFY(finished.wait());
        QVERIFY2(asked < 100, qPrintable(QString::number(asked)));
    }

    /// River PR #1251, #199, graphile-worker's cron: after one error of the database the loop was gone, and nobody said
    /// so.
    void river1251_aSlotOutlivesAnErrorOfTheDatabase()
    {
        Workshop workshop;
        workshop.answerPages();
        workshop.send(1);
        workshop.other->executeText(QStringLiteral("ALTER TABLE clock RENAME TO away"));
        workshop.start();
        QTRY_VERIFY(workshop.stage.problem());
        QCOMPARE(workshop.stage.problem()->category, ErrorCategory::Database);
        workshop.other->executeText(QStringLiteral("ALTER TABLE away RENAME TO clock"));
        QTRY_COMPARE_WITH_TIMEOUT(workshop.metrics().archived, 1, 60'000);
        QTRY_VERIFY(!workshop.stage.problem()); // the slot hears of its commit after those who look
    }

    /// River PR #1251, of what keeps the window's figures.
    void river1251_snapshotsOutliveAnErrorOfTheDatabase()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("engine.sqlite"));
        const auto opened =
            Engine::open({.databasePath = path, .settings = Settings::defaults(), .overrides = {}, .credentials = {}});
        QVERIFY(opened);
        PipelineSnapshotPtr last;
        QObject::connect(opened->get(), &Engine::snapshotChanged, this,
                         [&last](const PipelineSnapshotPtr &snapshot) { last = snapshot; });
        QTRY_VERIFY(last);
        const auto other = std::move(*Database::open(path, Database::Access::ReadWrite, Clock::system()));
        other->executeText(QStringLiteral("ALTER TABLE run_queues RENAME TO away"));
        QTRY_VERIFY(last->problem);
        other->executeText(QStringLiteral("ALTER TABLE away RENAME TO run_queues"));
        QTRY_VERIFY(!last->problem);
    }

    /// Oban 2.23: all nodes cooled down for the same time and came back at the same moment.
    void oban223_whatFailedTogetherDoesNotComeBackTogether()
    {
        std::set<Milliseconds> delays;
        std::set<Instant> probes;
        const MovableClock clock(fromMillis(1'800'000'000'000));
        constexpr int many = 20;
        for (int i = 0; i < many; ++i) {
            delays.insert(decideRetry({.attempts = 3, .chance = (i + 0.5) / many}).delay);
            CircuitBreaker breaker(clock);
            open(breaker);
            probes.insert(breaker.standing().nextProbe);
        }
        QCOMPARE(delays.size(), std::size_t(many));
        QVERIFY(*delays.rbegin() > *delays.begin() * 10);
        QVERIFY(probes.size() > many / 2);
        QVERIFY(*probes.rbegin() - *probes.begin() > 1s);
    }

    /// resilience4j #935, #903, #1389, #2172: a permit whose call never reported back kept the circuit half-open for
    /// ever.
    void resilience4j935_aProbeThatNeverReportsKeepsNoCircuitHalfOpen_data()
    {
        QTest::addColumn<bool>("isDropped");
        QTest::newRow("its passage is dropped") << true;
        QTest::newRow("it is never heard of") << false;
    }
    void resilience4j935_aProbeThatNeverReportsKeepsNoCircuitHalfOpen()
    {
        QFETCH(bool, isDropped);
        test::Road road;
        road.service.restoreCircuit({.state = CircuitState::Open, .reason = why, .since = road.clock.now()});
        for (int round = 0; round < 3; ++round) {
            std::array probes{road.tryEnter(), road.tryEnter(), road.tryEnter()};
            QVERIFY(probes[0] && probes[1] && probes[2] && !road.tryEnter());
            if (isDropped)
                continue;
            road.clock.advance(2min);
            QVERIFY(!road.tryEnter());
            QCOMPARE(road.service.snapshot().circuit, CircuitState::Open);
            road.clock.advance(1h);
        }
        road.server.answerBy([](const Call &) { return test::Answer{.body = "{}"}; });
        for (int call = 0; call < 3; ++call)
            QVERIFY(road.get(QStringLiteral("/songs/%1").arg(call)));
        QCOMPARE(road.service.snapshot().circuit, CircuitState::Closed);
    }

    /// Polly #216, #254, resilience4j #1432: many calls went out before the first of the half-open ones came back.
    void polly216_onlyThreeCallsAreOutWhileHalfOpen()
    {
        constexpr int callers = 16;
        MovableClock clock(fromMillis(1'800'000'000'000));
        CircuitBreaker breaker(clock);
        const auto late = *breaker.tryEnter();
        open(breaker);
        clock.advance(10min);
        std::atomic<int> placed = 0;
        {
            std::vector<std::jthread> threads;
            threads.reserve(callers);
            for (int i = 0; i < callers; ++i)
                threads.emplace_back([&breaker, &placed] { placed += breaker.tryEnter() ? 1 : 0; });
        }
        QCOMPARE(placed.load(), 3);
        breaker.succeeded(late); // of before the outage: it lets no further one out
        QVERIFY(!breaker.tryEnter());
    }

    // NOLINTEND(readability-identifier-naming)
};

QTEST_GUILESS_MAIN(PeerSlotBugsTest)
#include "tst_peerslotbugs.moc"
