// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/quotabook.h"
#include "http/turnstile.h"

#include <QTest>

#include <atomic>
#include <random>
#include <thread>
#include <vector>

using namespace linernotes;
using namespace std::chrono_literals;

namespace
{

const auto albums = QStringLiteral("albums");

/// A limiter at its turnstile in the test's thread, on a clock that the test moves.
struct Road {
    explicit Road(const QuotaTerms &terms, int concurrency = 0)
        : book(clock)
        , limiter(clock, terms, concurrency)
        , turnstile(QStringLiteral("spotify"), limiter, book)
    {
        turnstile.open();
    }

    /// The clock goes on a millisecond at a time, and whoever's turn it is goes.
    void pass(Milliseconds time)
    {
        for (Milliseconds gone{0}; gone < time; gone += 1ms) {
            clock.advance(1ms);
            for (auto needs = limiter.serve(); needs.lease; needs = limiter.serve())
                limiter.granted(*book.lease({}, limiter.terms(), *needs.lease).result());
        }
    }
    RateLimiter::PermitPtr permit(const RateLimiter::Ask &ask = {})
    {
        auto got = limiter.tryAcquire(ask);
        return got && *got ? **got : nullptr;
    }
    bool call(const RateLimiter::Ask &ask = {})
    {
        const auto got = permit(ask);
        if (got)
            got->spend(ask.groups.value(0));
        return got != nullptr;
    }

    MovableClock clock{fromMillis(1'800'000'000'000)};
    test::FakeQuotaBook book;
    RateLimiter limiter;
    Turnstile turnstile;
};

using Turn = QFuture<RateLimiter::PermitPtr>;

} // namespace

/// The line at a service: who may call when.
class RateLimiterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutLimitsEverythingPasses()
    {
        Road road({});
        for (int i = 0; i < 1000; ++i)
            QVERIFY(road.call());
    }

    void beforeTheBookIsReadNothingPasses()
    {
        const MovableClock clock(fromMillis(1'800'000'000'000));
        RateLimiter limiter(clock, {}, 0);
        const auto got = limiter.tryAcquire({});
        QVERIFY(got && !*got);
    }

    void callsAreSpacedAndTheRateIsKept()
    {
        Road road({.window = 1s, .most = 10, .least = 10});
        std::vector<Instant> times;
        auto turn = road.limiter.join({});
        while (times.size() < 200) {
            road.pass(1ms);
            if (!turn.isFinished())
                continue;
            turn.result()->spend({});
            times.push_back(road.clock.now());
            turn = road.limiter.join({});
        }
        for (std::size_t i = 1; i < times.size(); ++i)
            QVERIFY(times[i] - times[i - 1] >= 90ms); // never a burst
        for (std::size_t i = 10; i < times.size(); ++i)
            QVERIFY(times[i] - times[i - 10] > 1s); // nor eleven in a second
        QVERIFY(times.back() - times.front() <= 20'300ms); // and nearly all that is allowed
        QVERIFY(road.book.leases * 2 < static_cast<int>(times.size())); // each serves several calls
    }

    void aLateCallShiftsWhatComesAWindowLater()
    {
        Road road({.window = 1s, .most = 4, .least = 4});
        std::vector<Instant> times;
        while (times.size() < 40) {
            auto turn = road.limiter.join({});
            for (int i = 0; i < 2000 && !turn.isFinished(); ++i)
                road.pass(1ms);
            if (times.size() % 3 == 0)
                road.pass(70ms); // the thread is busy elsewhere
            turn.result()->spend({});
            times.push_back(road.clock.now());
        }
        for (std::size_t i = 4; i < times.size(); ++i)
            QVERIFY(times[i] - times[i - 4] > 1s);
    }

    /// A slot reads its message, or waits for somebody else's token, between its permit and its call.
    void permitsSpentLateAndInAnyOrderKeepTheWindow()
    {
        Road road({.window = 1s, .most = 10, .least = 10});
        std::mt19937 random(4711); // NOLINT(bugprone-random-generator-seed): the same test each time
        struct Held {
            RateLimiter::PermitPtr permit;
            Instant until;
        };
        std::vector<Held> held;
        std::vector<Instant> times;
        auto turn = road.limiter.join({});
        while (times.size() < 300) {
            road.pass(1ms);
            if (turn.isFinished()) {
                const bool isLong = random() % 8 == 0;
                held.push_back({turn.result(), road.clock.now() + Milliseconds(random() % (isLong ? 1500 : 60))});
                turn = road.limiter.join({});
            }
            std::erase_if(held, [&](const Held &one) {
                if (one.until > road.clock.now())
                    return false;
                if (random() % 10 != 0) { // the others found no message
                    one.permit->spend({});
                    times.push_back(road.clock.now());
                }
                return true;
            });
        }
        for (std::size_t i = 10; i < times.size(); ++i)
            QVERIFY(times[i] - times[i - 10] > 1s);
    }

    void aRestartKeepsTheWindowOfLateCalls()
    {
        Road road({.window = 1s, .most = 10, .least = 10});
        std::vector<Instant> times;
        const auto work = [&](std::size_t calls) {
            for (std::size_t i = 0; i < calls; ++i) {
                auto turn = road.limiter.join({});
                for (int wait = 0; wait < 2000 && !turn.isFinished(); ++wait)
                    road.pass(1ms);
                const auto permit = turn.result();
                if (times.size() < 20)
                    road.pass(90ms); // the first process is slow to get to it
                permit->spend({});
                times.push_back(road.clock.now());
            }
        };
        work(20);
        road.turnstile.close();
        RateLimiter next(road.clock, road.limiter.terms(), 0);
        while (times.size() < 40) {
            for (auto needs = next.serve(); needs.lease; needs = next.serve())
                next.granted(*road.book.lease({}, next.terms(), *needs.lease).result());
            auto turn = next.join({});
            for (int wait = 0; wait < 2000 && !turn.isFinished(); ++wait) {
                road.clock.advance(1ms);
                for (auto needs = next.serve(); needs.lease; needs = next.serve())
                    next.granted(*road.book.lease({}, next.terms(), *needs.lease).result());
            }
            turn.result()->spend({});
            times.push_back(road.clock.now());
        }
        for (std::size_t i = 10; i < times.size(); ++i)
            QVERIFY(times[i] - times[i - 10] > 1s);
    }

    void whatIsLeasedAheadIsLittle()
    {
        Road road({.window = 1s, .most = 10, .least = 10});
        for (int call = 0; call < 30; ++call) {
            auto turn = road.limiter.join({});
            for (int wait = 0; wait < 2000 && !turn.isFinished(); ++wait)
                road.pass(1ms);
            turn.result()->spend({});
            QVERIFY(road.book.window.nextAt - road.clock.now() <= 600ms); // what a kill would cost
        }
    }

    void idleTimeIsNotSavedForABurst()
    {
        Road road({.window = 1s, .most = 10, .least = 10});
        auto turn = road.limiter.join({});
        road.pass(10ms);
        turn.result()->spend({});
        road.pass(5s);
        int calls = 0;
        for (int i = 0; i < 20; ++i) {
            turn = road.limiter.join({});
            road.pass(1ms);
            if (turn.isFinished()) {
                turn.result()->spend({});
                ++calls;
            } else {
                road.limiter.leave(turn);
            }
        }
        QVERIFY2(calls <= 2, qPrintable(QString::number(calls)));
    }

    void anUnspentPermitGoesBack()
    {
        Road road({.window = 10s, .most = 0.1, .least = 0.1});
        auto turn = road.limiter.join({});
        road.pass(2ms);
        QVERIFY(turn.isFinished());
        turn = {}; // dropped unspent
        QVERIFY(road.call());
        QVERIFY(!road.call());
    }

    void callsInFlightAreLimited()
    {
        Road road({}, 2);
        auto first = road.permit();
        const auto second = road.permit();
        QVERIFY(first && second);
        QVERIFY(!road.permit());
        const auto turn = road.limiter.join({});
        QCoreApplication::processEvents();
        QVERIFY(!turn.isFinished());
        first.reset();
        QTRY_VERIFY(turn.isFinished());
        QVERIFY(turn.result());
        QVERIFY(!road.permit());
    }

    void laterStagesGoFirstAndNobodyStarves()
    {
        Road road({}, 1);
        auto held = road.permit();
        std::vector<Turn> early;
        std::vector<Turn> late;
        early.reserve(4);
        late.reserve(28);
        for (int i = 0; i < 4; ++i)
            early.push_back(road.limiter.join({.rank = 0, .groups = {}}));
        for (int i = 0; i < 28; ++i)
            late.push_back(road.limiter.join({.rank = 4, .groups = {}}));
        int lateBeforeFirstEarly = 0;
        int lateBeforeLastEarly = 0;
        for (int turn = 0; turn < 32; ++turn) {
            held.reset();
            road.limiter.serve();
            for (auto *line : {&early, &late}) {
                for (auto waiter = line->begin(); waiter != line->end(); ++waiter) {
                    if (!waiter->isFinished())
                        continue;
                    held = waiter->result();
                    held->spend({});
                    if (line == &late) {
                        lateBeforeLastEarly += early.empty() ? 0 : 1;
                        lateBeforeFirstEarly += early.size() == 4 ? 1 : 0;
                    }
                    line->erase(waiter);
                    break;
                }
            }
        }
        QVERIFY(early.empty() && late.empty());
        QCOMPARE(lateBeforeFirstEarly, 7);
        QCOMPARE(lateBeforeLastEarly, 28);
    }

    void aRefusalIsToldToThoseInLine()
    {
        Road road({}, 1);
        const auto held = road.permit();
        const auto turn = road.limiter.join({});
        road.limiter.block(road.clock.now() + 52'531s, QStringLiteral("daily quota used up"));
        QTRY_VERIFY(turn.isFinished());
        QVERIFY(!turn.result());
        const auto refused = road.limiter.tryAcquire({});
        QVERIFY(!refused);
        QVERIFY(refused.error().isLong && refused.error().isQuota);
        QCOMPARE(refused.error().until, road.clock.now() + 52'531s);
        QCOMPARE(refused.error().reason, QStringLiteral("daily quota used up"));
        road.clock.advance(52'531s - 1ms);
        QVERIFY(road.limiter.blocked());
        road.clock.advance(1ms);
        QVERIFY(!road.limiter.blocked());
    }

    void aBlockIsNeverShortened()
    {
        Road road({});
        road.limiter.block(road.clock.now() + 13h, QStringLiteral("quota"));
        road.limiter.block(road.clock.now() + 4s, QStringLiteral("window"));
        QCOMPARE(road.limiter.blocked()->until, road.clock.now() + 13h);
        QCOMPARE(road.limiter.blocked()->reason, QStringLiteral("quota"));
        road.limiter.block(road.clock.now() + 24h, QStringLiteral("more"));
        QCOMPARE(road.limiter.blocked()->until, road.clock.now() + 24h);
    }

    void theDayIsSpentToTheLastCallAndNotBeyond()
    {
        Road road({.daily = 30});
        const RateLimiter::Ask ask{.rank = 0, .groups = {albums}};
        int calls = 0;
        for (int i = 0; i < 100; ++i) {
            auto turn = road.limiter.join(ask);
            road.pass(1ms);
            QVERIFY(turn.isFinished());
            if (const auto permit = turn.result()) {
                permit->spend(albums);
                ++calls;
            }
        }
        QCOMPARE(calls, 30);
        const auto refused = road.limiter.tryAcquire(ask);
        QVERIFY(!refused);
        QVERIFY(refused.error().isLong && refused.error().isQuota);
        QVERIFY(refused.error().reason.contains(QStringLiteral("30")));
        QVERIFY(road.call({.rank = 0, .groups = {QStringLiteral("search")}}) || road.limiter.tryAcquire({}));
    }

    void aPermitForOneGroupMayBeSpentOnAnother()
    {
        Road road({.daily = 10});
        auto turn = road.limiter.join({.rank = 0, .groups = {albums}});
        road.pass(1ms);
        turn.result()->spend(QStringLiteral("artists"));
        turn = {};
        road.turnstile.close();
        QCOMPARE(road.book.used.value(albums), 0);
        QCOMPARE(road.book.used.value(QStringLiteral("artists")), 1);
    }

    void whatWasNotUsedGoesBackAtTheEnd()
    {
        Road road({.window = 30s, .most = 4, .least = 4, .daily = 100});
        for (int call = 0; call < 2; ++call) { // the first lease is a careful one
            auto turn = road.limiter.join({.rank = 0, .groups = {albums}});
            road.pass(300ms);
            turn.result()->spend(albums);
        }
        QVERIFY(road.book.window.used > 2);
        QVERIFY(road.book.used.value(albums) > 2);
        road.turnstile.close();
        QCOMPARE(road.book.window.used, 2);
        QCOMPARE(road.book.used.value(albums), 2);
        const auto after = road.limiter.tryAcquire({});
        QVERIFY(after && !*after); // closed
    }

    void whatTheServiceSaysIsLeftIsSpreadOverItsTime()
    {
        Road road({});
        road.limiter.spread(5, road.clock.now() + 10s);
        QVERIFY(road.call());
        QVERIFY(!road.call());
        road.clock.advance(1999ms);
        QVERIFY(!road.call());
        road.clock.advance(1ms);
        QVERIFY(road.call());
        road.clock.advance(10s);
        QVERIFY(road.call());
        QVERIFY(road.call()); // its window is over
    }

    void aClockSetBackNeitherClosesTheRoadNorHurriesIt()
    {
        Road road({.window = 1s, .most = 10, .least = 10});
        const auto callsIn = [&road](Milliseconds time) {
            int calls = 0;
            auto turn = road.limiter.join({});
            for (Milliseconds gone{0}; gone < time; gone += 1ms) {
                road.pass(1ms);
                if (!turn.isFinished())
                    continue;
                turn.result()->spend({});
                turn = road.limiter.join({});
                ++calls;
            }
            road.limiter.leave(turn);
            return calls;
        };
        callsIn(1s);
        road.clock.advance(-5h);
        const int calls = callsIn(2s);
        QVERIFY2(calls >= 18 && calls <= 21, qPrintable(QString::number(calls)));
    }

    void aGrantThatIsOnItsWayWhenTheClockIsSetBackIsGoodAfterwards()
    {
        Road road({.window = 1s, .most = 10, .least = 10});
        const auto turn = road.limiter.join({});
        const auto request = road.limiter.serve().lease;
        QVERIFY(request && request->slotCount > 0);
        const auto grant = road.book.lease({}, road.limiter.terms(), *request).result();
        road.clock.advance(-5h);
        road.limiter.serve(); // it has seen the new time before the grant comes
        road.limiter.granted(*grant);
        road.pass(200ms);
        QVERIFY(turn.isFinished());
    }

    void aPermitThatComesBackAfterTheClockIsGoodAfterwards()
    {
        Road road({.window = 1s, .most = 10, .least = 10});
        const auto next = [&road] {
            const auto turn = road.limiter.join({});
            road.pass(1200ms);
            return turn.isFinished() ? turn.result() : nullptr;
        };
        auto unspent = next();
        road.clock.advance(-5h);
        for (int i = 0; i < 20; ++i) { // more than it had leased when that one came back
            const auto permit = next();
            QVERIFY2(permit, qPrintable(QString::number(i)));
            permit->spend({});
            unspent.reset();
        }
    }

    /// The last reserved call of the day waits for its moment; nobody asks the book for more meanwhile, over and over.
    void whatIsUsedUpIsNotAskedForAgainAndAgain()
    {
        Road road({.window = 30s, .most = 0.1, .least = 0.1, .daily = 3});
        const RateLimiter::Ask ask{.rank = 0, .groups = {albums}};
        auto first = road.limiter.join(ask);
        road.pass(5ms);
        first.result()->spend(albums);
        first = {};
        const auto waiting = road.limiter.join(ask);
        const auto before = road.book.leases;
        road.pass(2s);
        QVERIFY(!waiting.isFinished());
        QVERIFY2(road.book.leases - before <= 5, qPrintable(QString::number(road.book.leases - before)));
    }

    void whoLeavesTheLineHoldsNobodyUp()
    {
        Road road({}, 1);
        auto held = road.permit();
        const auto gone = road.limiter.join({});
        const auto stays = road.limiter.join({});
        road.limiter.leave(gone);
        held.reset();
        QTRY_VERIFY(stays.isFinished());
        QVERIFY(stays.result());
    }

    void manyThreadsNeverGetMoreThanTheFlightAndLoseNothing()
    {
        constexpr int inFlight = 3;
        Road road({.daily = 1'000'000}, inFlight);
        std::atomic<int> calls{0};
        std::atomic<int> flying{0};
        std::atomic<int> mostFlying{0};
        {
            std::atomic<int> working{8};
            std::vector<std::jthread> threads;
            threads.reserve(8);
            for (int i = 0; i < 8; ++i) {
                threads.emplace_back([&] {
                    for (int turn = 0; turn < 100; ++turn) {
                        auto waiting = road.limiter.join({.rank = turn % 5, .groups = {albums}});
                        const auto permit = waiting.takeResult();
                        const int now = ++flying;
                        for (int most = mostFlying; now > most && !mostFlying.compare_exchange_weak(most, now);) { }
                        permit->spend(albums);
                        ++calls;
                        --flying;
                    }
                    --working;
                });
            }
            QTRY_COMPARE_WITH_TIMEOUT(working.load(), 0, 60'000);
        }
        QCOMPARE(calls, 800);
        QVERIFY(mostFlying <= inFlight);
        road.turnstile.close();
        QCOMPARE(road.book.used.value(albums), 800);
    }
};

QTEST_GUILESS_MAIN(RateLimiterTest)
#include "tst_ratelimiter.moc"
