// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ratelimiter.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace linernotes;
using namespace std::chrono_literals;

namespace
{

/// Takes permits until one is refused; spent ones stay counted.
int callsNow(RateLimiter &limiter)
{
    constexpr int tooMany = 1000;
    for (int calls = 0; calls < tooMany; ++calls) {
        auto permit = limiter.tryAcquire();
        if (!permit)
            return calls;
        permit->spend();
    }
    return tooMany;
}

} // namespace

/// The window, the calls in flight and the service's own refusal, on a clock that the test moves.
class RateLimiterTest : public QObject
{
    Q_OBJECT

    MovableClock m_clock{fromMillis(1'800'000'000'000)};

private Q_SLOTS:
    void aWindowHoldsTheRate_data()
    {
        QTest::addColumn<double>("perSecond");
        QTest::addColumn<int>("calls");
        QTest::addColumn<qint64>("windowMs");
        QTest::newRow("one") << 1.0 << 1 << qint64(1000);
        QTest::newRow("four") << 4.0 << 4 << qint64(1000);
        QTest::newRow("never more than the rate") << 2.9 << 2 << qint64(1000);
        QTest::newRow("one in two seconds") << 0.5 << 1 << qint64(2000);
        QTest::newRow("one a minute") << 1.0 / 60 << 1 << qint64(60'000);
    }
    void aWindowHoldsTheRate()
    {
        QFETCH(double, perSecond);
        QFETCH(int, calls);
        QFETCH(qint64, windowMs);
        RateLimiter limiter(m_clock, {.requestsPerSecond = perSecond});
        QCOMPARE(callsNow(limiter), calls);
        const auto refused = limiter.tryAcquire();
        QVERIFY(!refused);
        QCOMPARE(refused.error().until, m_clock.now() + Milliseconds(windowMs));
        QVERIFY(!refused.error().isLong);
        QVERIFY(!refused.error().freed.isValid());
        m_clock.advance(Milliseconds(windowMs - 1));
        QCOMPARE(callsNow(limiter), 0);
        m_clock.advance(1ms);
        QCOMPARE(callsNow(limiter), calls);
    }

    void withoutLimitsEverythingPasses()
    {
        RateLimiter limiter(m_clock, {});
        QCOMPARE(callsNow(limiter), 1000);
    }

    void anUnspentPermitGoesBackIntoItsWindow()
    {
        RateLimiter limiter(m_clock, {.requestsPerSecond = 1});
        {
            const auto unused = limiter.tryAcquire();
            QVERIFY(unused);
            QVERIFY(!limiter.tryAcquire());
        }
        QCOMPARE(callsNow(limiter), 1);
    }

    void anUnspentPermitOfAnOldWindowAddsNothingToTheNew()
    {
        RateLimiter limiter(m_clock, {.requestsPerSecond = 1});
        {
            const auto old = limiter.tryAcquire();
            QVERIFY(old);
            m_clock.advance(1s);
            QCOMPARE(callsNow(limiter), 1);
        }
        QCOMPARE(callsNow(limiter), 0);
    }

    void aMovedPermitCountsOnce()
    {
        RateLimiter limiter(m_clock, {.requestsPerSecond = 0, .concurrency = 1});
        auto first = limiter.tryAcquire();
        QVERIFY(first);
        {
            const auto moved = std::move(*first);
            QVERIFY(!limiter.tryAcquire());
        }
        QVERIFY(limiter.tryAcquire());
    }

    void callsInFlightAreLimitedAndTheirEndIsTold()
    {
        RateLimiter limiter(m_clock, {.requestsPerSecond = 0, .concurrency = 2});
        auto first = std::make_optional(limiter.tryAcquire());
        const auto second = limiter.tryAcquire();
        QVERIFY(*first && second);
        const auto refused = limiter.tryAcquire();
        QVERIFY(!refused);
        QVERIFY(!refused.error().isLong);
        QVERIFY(refused.error().freed.isValid());
        QVERIFY(!refused.error().freed.isFinished());
        (*first)->spend();
        first.reset();
        QVERIFY(refused.error().freed.isFinished());
        const auto third = limiter.tryAcquire();
        QVERIFY(third);
        QVERIFY(!limiter.tryAcquire());
    }

    void aCallRefusedForConcurrencyDoesNotUseTheWindow()
    {
        RateLimiter limiter(m_clock, {.requestsPerSecond = 2, .concurrency = 1});
        {
            auto first = limiter.tryAcquire();
            QVERIFY(first);
            first->spend();
            for (int i = 0; i < 5; ++i)
                QVERIFY(!limiter.tryAcquire());
        }
        QCOMPARE(callsNow(limiter), 1);
    }

    void aBlockHoldsUntilItsTime()
    {
        RateLimiter limiter(m_clock, {});
        limiter.block(m_clock.now() + 1h, QStringLiteral("daily quota used up"));
        const auto refused = limiter.tryAcquire();
        QVERIFY(!refused);
        QVERIFY(refused.error().isLong);
        QCOMPARE(refused.error().until, m_clock.now() + 1h);
        QCOMPARE(refused.error().reason, QStringLiteral("daily quota used up"));
        m_clock.advance(1h - 1ms);
        QVERIFY(limiter.blocked());
        m_clock.advance(1ms);
        QVERIFY(!limiter.blocked());
        QVERIFY(limiter.tryAcquire());
    }

    void aBlockIsNeverShortened()
    {
        RateLimiter limiter(m_clock, {});
        limiter.block(m_clock.now() + 13h, QStringLiteral("quota"));
        limiter.block(m_clock.now() + 4s, QStringLiteral("window"));
        QCOMPARE(limiter.blocked()->until, m_clock.now() + 13h);
        QCOMPARE(limiter.blocked()->reason, QStringLiteral("quota"));
        limiter.block(m_clock.now() + 24h, QStringLiteral("more"));
        QCOMPARE(limiter.blocked()->until, m_clock.now() + 24h);
    }

    void aClockSetBackDoesNotCloseTheWindow()
    {
        RateLimiter limiter(m_clock, {.requestsPerSecond = 2});
        QCOMPARE(callsNow(limiter), 2);
        m_clock.advance(-6h);
        QCOMPARE(callsNow(limiter), 2);
        const auto refused = limiter.tryAcquire();
        QVERIFY(!refused);
        QVERIFY(refused.error().until <= m_clock.now() + 1s);
    }

    void newLimitsCountAtOnce()
    {
        RateLimiter limiter(m_clock, {.requestsPerSecond = 1});
        QCOMPARE(callsNow(limiter), 1);
        limiter.setLimits({.requestsPerSecond = 3});
        QCOMPARE(callsNow(limiter), 2);
        QCOMPARE(limiter.limits().requestsPerSecond, 3.0);
    }

    void manyThreadsNeverGetMoreThanTheWindowOrTheFlight()
    {
        constexpr int window = 100;
        constexpr int inFlight = 3;
        RateLimiter limiter(m_clock, {.requestsPerSecond = window, .concurrency = inFlight});
        std::atomic<int> calls{0};
        std::atomic<int> flying{0};
        std::atomic<int> mostFlying{0};
        {
            std::vector<std::jthread> threads;
            threads.reserve(8);
            for (int i = 0; i < 8; ++i) {
                threads.emplace_back([&] {
                    for (int turn = 0; turn < 500; ++turn) {
                        auto permit = limiter.tryAcquire();
                        if (!permit)
                            continue;
                        const int now = ++flying;
                        for (int most = mostFlying; now > most && !mostFlying.compare_exchange_weak(most, now);) { }
                        permit->spend();
                        ++calls;
                        --flying;
                    }
                });
            }
        }
        QVERIFY(calls <= window);
        QVERIFY(mostFlying <= inFlight);
        m_clock.advance(1s);
        QCOMPARE(callsNow(limiter), window); // none was lost
    }
};

QTEST_GUILESS_MAIN(RateLimiterTest)
#include "tst_ratelimiter.moc"
