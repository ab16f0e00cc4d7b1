// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/circuitbreaker.h"

#include <QTest>

#include <algorithm>

using namespace linernotes;
using namespace std::chrono_literals;

namespace
{

const auto why = QStringLiteral("HTTP 502");

void fail(CircuitBreaker &breaker, int times)
{
    for (int i = 0; i < times; ++i)
        breaker.failed(*breaker.tryEnter(), why);
}

void succeed(CircuitBreaker &breaker, int times)
{
    for (int i = 0; i < times; ++i)
        breaker.succeeded(*breaker.tryEnter());
}

} // namespace

/// Closed, open, half-open, and which results count for which of them.
class CircuitBreakerTest : public QObject
{
    Q_OBJECT

    MovableClock m_clock{fromMillis(1'800'000'000'000)};

    void waitForProbe(const CircuitBreaker &breaker) { m_clock.advance(breaker.standing().nextProbe - m_clock.now()); }
    void verifyCoolDown(const CircuitBreaker &breaker, Milliseconds plain)
    {
        const auto coolDown = breaker.standing().nextProbe - m_clock.now();
        QVERIFY2(coolDown >= plain * 8 / 10 && coolDown <= plain * 12 / 10,
                 qPrintable(QString::number(coolDown.count())));
    }

private Q_SLOTS:
    void onlyFailuresOfTheServiceCount_data()
    {
        QTest::addColumn<ErrorCategory>("category");
        QTest::addColumn<bool>("counts");
        using enum ErrorCategory;
        for (const auto category : {Network, Timeout, Server})
            QTest::newRow(qPrintable(categoryName(category))) << category << true;
        for (const auto category : {RateLimited, ServiceDown, Auth, NotFound, InvalidRequest, InvalidResponse,
                                    InvalidMessage, Ambiguous, Database, InvalidInput, Cancelled})
            QTest::newRow(qPrintable(categoryName(category))) << category << false;
    }
    void onlyFailuresOfTheServiceCount()
    {
        QFETCH(ErrorCategory, category);
        QFETCH(bool, counts);
        QCOMPARE(CircuitBreaker::counts(category), counts);
    }

    void fiveFailuresInARowOpen()
    {
        CircuitBreaker breaker(m_clock);
        fail(breaker, 4);
        QCOMPARE(breaker.standing().state, CircuitState::Closed);
        fail(breaker, 1);
        QCOMPARE(breaker.standing().state, CircuitState::Open);
        QCOMPARE(breaker.standing().reason, why);
        verifyCoolDown(breaker, 30s);
        const auto refused = breaker.tryEnter();
        QVERIFY(!refused);
        QVERIFY(refused.error().isLong);
        QCOMPARE(refused.error().until, breaker.standing().nextProbe);
        QVERIFY(refused.error().reason.contains(why));
    }

    void aSuccessBetweenBreaksTheRow()
    {
        CircuitBreaker breaker(m_clock);
        fail(breaker, 4);
        succeed(breaker, 9);
        fail(breaker, 4);
        QCOMPARE(breaker.standing().state, CircuitState::Closed);
    }

    void halfOfTheLastCallsOpen()
    {
        CircuitBreaker breaker(m_clock);
        for (int i = 0; i < 4; ++i) {
            succeed(breaker, 1);
            fail(breaker, 1);
        }
        succeed(breaker, 1);
        QCOMPARE(breaker.standing().state, CircuitState::Closed); // 4 of 9: too few calls to tell
        fail(breaker, 1);
        QCOMPARE(breaker.standing().state, CircuitState::Open);
    }

    void oldCallsLeaveTheWindow()
    {
        CircuitBreaker breaker(m_clock);
        for (int i = 0; i < 4; ++i) {
            succeed(breaker, 1);
            fail(breaker, 1);
        }
        succeed(breaker, 20);
        for (int i = 0; i < 3; ++i) {
            fail(breaker, 2);
            succeed(breaker, 1);
        }
        QCOMPARE(breaker.standing().state, CircuitState::Closed); // 6 of the last 20
    }

    void afterTheCoolDownExactlyOneProbeGoesOut()
    {
        CircuitBreaker breaker(m_clock);
        fail(breaker, 5);
        m_clock.advance(breaker.standing().nextProbe - m_clock.now() - 1ms);
        QVERIFY(!breaker.tryEnter());
        m_clock.advance(1ms);
        const auto probe = breaker.tryEnter();
        QVERIFY(probe);
        QCOMPARE(breaker.standing().state, CircuitState::HalfOpen);
        const auto second = breaker.tryEnter();
        QVERIFY(!second);
        QVERIFY(second.error().isLong);
        breaker.succeeded(*probe);
        QCOMPARE(breaker.standing().state, CircuitState::Closed);
        QVERIFY(breaker.tryEnter());
        QVERIFY(breaker.tryEnter());
    }

    void aWithdrawnProbeLetsTheNextOneOut()
    {
        CircuitBreaker breaker(m_clock);
        fail(breaker, 5);
        waitForProbe(breaker);
        const auto probe = breaker.tryEnter();
        QVERIFY(!breaker.tryEnter());
        breaker.withdrawn(*probe);
        QCOMPARE(breaker.standing().state, CircuitState::HalfOpen);
        QVERIFY(breaker.tryEnter());
        QVERIFY(!breaker.tryEnter());
    }

    void everyFailedProbeDoublesTheCoolDownUpToTenMinutes()
    {
        CircuitBreaker breaker(m_clock);
        fail(breaker, 5);
        for (const Milliseconds plain : {Milliseconds(30s), Milliseconds(60s), Milliseconds(120s), Milliseconds(240s),
                                         Milliseconds(480s), Milliseconds(600s), Milliseconds(600s)}) {
            verifyCoolDown(breaker, plain);
            waitForProbe(breaker);
            fail(breaker, 1);
            QCOMPARE(breaker.standing().state, CircuitState::Open);
        }
    }

    void aGoodProbeMakesTheNextOutageShortAgain()
    {
        CircuitBreaker breaker(m_clock);
        fail(breaker, 5);
        waitForProbe(breaker);
        fail(breaker, 1);
        waitForProbe(breaker);
        succeed(breaker, 1);
        fail(breaker, 5);
        verifyCoolDown(breaker, 30s);
    }

    void aResultOfAnEarlierStateSaysNothing_data()
    {
        QTest::addColumn<QString>("result");
        for (const auto *result : {"succeeded", "failed", "withdrawn"})
            QTest::newRow(result) << QString::fromLatin1(result);
    }
    void aResultOfAnEarlierStateSaysNothing()
    {
        QFETCH(QString, result);
        CircuitBreaker breaker(m_clock);
        const auto late = *breaker.tryEnter();
        fail(breaker, 5);
        waitForProbe(breaker);
        const auto probe = *breaker.tryEnter();
        if (result == QLatin1String("succeeded"))
            breaker.succeeded(late);
        else if (result == QLatin1String("failed"))
            breaker.failed(late, why);
        else
            breaker.withdrawn(late);
        QCOMPARE(breaker.standing().state, CircuitState::HalfOpen);
        QVERIFY(!breaker.tryEnter()); // the probe still is the only one
        breaker.succeeded(probe);
        QCOMPARE(breaker.standing().state, CircuitState::Closed);
    }

    void lateFailuresDoNotProlongTheOutage()
    {
        CircuitBreaker breaker(m_clock);
        const auto late = *breaker.tryEnter();
        fail(breaker, 5);
        const auto probeAt = breaker.standing().nextProbe;
        m_clock.advance(10s);
        breaker.failed(late, why);
        QCOMPARE(breaker.standing().nextProbe, probeAt);
    }
};

QTEST_GUILESS_MAIN(CircuitBreakerTest)
#include "tst_circuitbreaker.moc"
