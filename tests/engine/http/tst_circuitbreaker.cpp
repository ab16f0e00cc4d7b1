// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/circuitbreaker.h"

#include <QTest>

#include <algorithm>
#include <array>

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
                                    InvalidMessage, Poison, Ambiguous, Database, InvalidInput, Cancelled})
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

    void callsOlderThanAMinuteLeaveTheWindow()
    {
        CircuitBreaker breaker(m_clock);
        fail(breaker, 4);
        m_clock.advance(61s);
        fail(breaker, 4);
        QCOMPARE(breaker.standing().state, CircuitState::Closed);
        fail(breaker, 1);
        QCOMPARE(breaker.standing().state, CircuitState::Open);
    }

    void slowAnswersOpenToo()
    {
        CircuitBreaker breaker(m_clock);
        for (int i = 0; i < 9; ++i)
            breaker.succeeded(*breaker.tryEnter(), 9s);
        QCOMPARE(breaker.standing().state, CircuitState::Closed); // too few calls to tell
        breaker.succeeded(*breaker.tryEnter(), 9s);
        QCOMPARE(breaker.standing().state, CircuitState::Open);
        QVERIFY2(breaker.standing().reason.contains(QStringLiteral("8 s")), qPrintable(breaker.standing().reason));
    }

    void someSlowAnswersDoNot()
    {
        CircuitBreaker breaker(m_clock);
        for (int i = 0; i < 7; ++i) {
            for (int slow = 0; slow < 2; ++slow)
                breaker.succeeded(*breaker.tryEnter(), 9s);
            breaker.succeeded(*breaker.tryEnter(), 8s); // just in time
        }
        QCOMPARE(breaker.standing().state, CircuitState::Closed);
    }

    void afterTheCoolDownThreeProbesGoOut()
    {
        CircuitBreaker breaker(m_clock);
        fail(breaker, 5);
        m_clock.advance(breaker.standing().nextProbe - m_clock.now() - 1ms);
        QVERIFY(!breaker.tryEnter());
        m_clock.advance(1ms);
        const auto first = breaker.tryEnter();
        const auto second = breaker.tryEnter();
        const auto third = breaker.tryEnter();
        QVERIFY(first && second && third);
        QCOMPARE(breaker.standing().state, CircuitState::HalfOpen);
        const auto fourth = breaker.tryEnter();
        QVERIFY(!fourth);
        QVERIFY(fourth.error().isLong);
        breaker.succeeded(*first);
        breaker.succeeded(*second);
        QCOMPARE(breaker.standing().state, CircuitState::HalfOpen);
        QVERIFY2(!breaker.tryEnter(), "three calls in all, not three at a time");
        breaker.succeeded(*third);
        QCOMPARE(breaker.standing().state, CircuitState::Closed);
        QVERIFY(breaker.tryEnter());
        QVERIFY(breaker.standing().reason.isEmpty());
    }

    void aWithdrawnProbeLetsTheNextOneOut()
    {
        CircuitBreaker breaker(m_clock);
        fail(breaker, 5);
        waitForProbe(breaker);
        const auto probe = breaker.tryEnter();
        QVERIFY(breaker.tryEnter());
        QVERIFY(breaker.tryEnter());
        QVERIFY(!breaker.tryEnter());
        breaker.withdrawn(*probe);
        QCOMPARE(breaker.standing().state, CircuitState::HalfOpen);
        QVERIFY(breaker.tryEnter());
        QVERIFY(!breaker.tryEnter());
    }

    void probesThatAreNeverHeardOfEndInAMinute()
    {
        CircuitBreaker breaker(m_clock);
        fail(breaker, 5);
        waitForProbe(breaker);
        QVERIFY(breaker.tryEnter());
        m_clock.advance(61s);
        QVERIFY(!breaker.tryEnter());
        QCOMPARE(breaker.standing().state, CircuitState::Open);
        verifyCoolDown(breaker, 30s); // nothing failed: it is not doubled
        waitForProbe(breaker);
        succeed(breaker, 3);
        QCOMPARE(breaker.standing().state, CircuitState::Closed);
    }

    void aProbeThatHasSucceededMayWaitForTheNextMessage()
    {
        CircuitBreaker breaker(m_clock);
        fail(breaker, 5);
        waitForProbe(breaker);
        succeed(breaker, 1);
        m_clock.advance(10min);
        succeed(breaker, 2);
        QCOMPARE(breaker.standing().state, CircuitState::Closed);
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

    void onlyFiveGoodMinutesMakeTheNextOutageShortAgain()
    {
        CircuitBreaker breaker(m_clock);
        fail(breaker, 5);
        waitForProbe(breaker);
        succeed(breaker, 3);
        m_clock.advance(4min);
        fail(breaker, 5);
        verifyCoolDown(breaker, 60s);
        waitForProbe(breaker);
        succeed(breaker, 3);
        m_clock.advance(5min);
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
        QVERIFY(breaker.tryEnter() && breaker.tryEnter() && !breaker.tryEnter()); // the probe still counts
        breaker.succeeded(probe);
        QCOMPARE(breaker.standing().state, CircuitState::HalfOpen);
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

    void lateFailuresDoNotCountAgainstTheCircuitThatIsWellAgain()
    {
        CircuitBreaker breaker(m_clock);
        const std::array late{*breaker.tryEnter(), *breaker.tryEnter(), *breaker.tryEnter(), *breaker.tryEnter()};
        fail(breaker, 5);
        waitForProbe(breaker);
        succeed(breaker, 3);
        for (const auto ticket : late)
            breaker.failed(ticket, why);
        fail(breaker, 1);
        QCOMPARE(breaker.standing().state, CircuitState::Closed);
    }

    void aCircuitStaysOpenOverARestartUntilItsTime()
    {
        std::vector<CircuitRecord> kept;
        const auto keep = [&kept](const CircuitRecord &record) { kept.push_back(record); };
        CircuitBreaker before(m_clock, {}, keep);
        fail(before, 5);
        QCOMPARE(kept.size(), std::size_t(1));
        QVERIFY(kept.back().state == CircuitState::Open);
        QCOMPARE(kept.back().reason, why);
        CircuitBreaker after(m_clock, {}, keep);
        after.restore(kept.back());
        QVERIFY(!after.tryEnter());
        QCOMPARE(after.standing().nextProbe, before.standing().nextProbe);
        waitForProbe(after);
        fail(after, 1);
        verifyCoolDown(after, 60s); // it also remembers how often
    }

    void aProbingThatWasCutOffBeginsAnew()
    {
        CircuitBreaker breaker(m_clock);
        breaker.restore({.state = CircuitState::HalfOpen, .reason = why, .since = m_clock.now(), .timesOpened = 1});
        QVERIFY(breaker.tryEnter() && breaker.tryEnter() && breaker.tryEnter() && !breaker.tryEnter());
    }

    void aClockThatWasSetBackDoesNotKeepItOpenForHours()
    {
        CircuitBreaker breaker(m_clock);
        fail(breaker, 5);
        m_clock.advance(-3h);
        QVERIFY(breaker.tryEnter());
    }

    void aPersonMayHoldItOpen()
    {
        CircuitBreaker breaker(m_clock);
        breaker.setOverride(CircuitOverride::Open);
        const auto refused = breaker.tryEnter();
        QVERIFY(!refused && refused.error().isLong);
        m_clock.advance(24h);
        QVERIFY(!breaker.tryEnter());
        breaker.setOverride(CircuitOverride::None);
        QVERIFY(breaker.tryEnter());
    }

    void aPersonMayHoldItClosed()
    {
        CircuitBreaker breaker(m_clock);
        fail(breaker, 5);
        breaker.setOverride(CircuitOverride::Closed);
        fail(breaker, 50);
        QVERIFY(breaker.tryEnter());
        QVERIFY(std::ranges::count(breaker.standing().recent, CallOutcome::Failed) == 20); // counted all the same
        breaker.setOverride(CircuitOverride::None);
        fail(breaker, 4);
        QCOMPARE(breaker.standing().state, CircuitState::Closed);
        fail(breaker, 1);
        QCOMPARE(breaker.standing().state, CircuitState::Open);
    }

    void aPersonMayHaveItTriedNow()
    {
        CircuitBreaker breaker(m_clock);
        fail(breaker, 5);
        QVERIFY(!breaker.tryEnter());
        breaker.probeNow();
        succeed(breaker, 3);
        QCOMPARE(breaker.standing().state, CircuitState::Closed);
        breaker.probeNow(); // of one that is closed: nothing
        QCOMPARE(breaker.standing().state, CircuitState::Closed);
    }

    void itTellsHowTheLastCallsEnded()
    {
        CircuitBreaker breaker(m_clock);
        breaker.succeeded(*breaker.tryEnter(), 9s);
        fail(breaker, 1);
        succeed(breaker, 1);
        const std::vector<CallOutcome> expected{CallOutcome::Slow, CallOutcome::Failed, CallOutcome::Good};
        QVERIFY(breaker.standing().recent == expected);
        succeed(breaker, 30);
        QCOMPARE(breaker.standing().recent.size(), std::size_t(20));
    }
};

QTEST_GUILESS_MAIN(CircuitBreakerTest)
#include "tst_circuitbreaker.moc"
