// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/retrypolicy.h"

#include <QTest>

using namespace linernotes;
using Action = RetryDecision::Action;

/// The whole table of what becomes of a message that failed.
class RetryPolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCategoryDecides_data()
    {
        QTest::addColumn<ErrorCategory>("category");
        QTest::addColumn<int>("attempts");
        QTest::addColumn<Action>("action");
        const auto row = [](ErrorCategory category, int attempts, Action action) {
            QTest::addRow("%s after %d", qPrintable(categoryName(category)), attempts)
                << category << attempts << action;
        };
        using enum ErrorCategory;
        for (const int attempts : {0, 3, 4, 6, 7, 100}) {
            for (const auto category : {RateLimited, ServiceDown, Cancelled})
                row(category, attempts, Action::GiveBack);
            for (const auto category :
                 {NotFound, InvalidRequest, InvalidResponse, InvalidMessage, InvalidInput, Poison, Ambiguous})
                row(category, attempts, Action::Bury);
            row(Auth, attempts, Action::AskForCredentials);
            row(Database, attempts, Action::Pause);
            for (const auto category : {Network, Timeout, Server})
                row(category, attempts, attempts < (category == Timeout ? 4 : 7) ? Action::Retry : Action::Bury);
        }
    }
    void theCategoryDecides()
    {
        QFETCH(ErrorCategory, category);
        QFETCH(int, attempts);
        QFETCH(Action, action);
        const auto decision = decideRetry({.category = category, .attempts = attempts, .chance = 0.5});
        QCOMPARE(decision.action, action);
        QCOMPARE(decision.delay > Milliseconds(0), action == Action::Retry);
    }

    void theBackoffDoublesAndIsJitteredInFull_data()
    {
        QTest::addColumn<int>("attempts");
        QTest::addColumn<double>("chance");
        QTest::addColumn<qint64>("delayMs");
        QTest::newRow("first, all of it") << 0 << 1.0 << qint64(2000);
        QTest::newRow("second") << 1 << 1.0 << qint64(4000);
        QTest::newRow("third") << 2 << 1.0 << qint64(8000);
        QTest::newRow("fourth") << 3 << 1.0 << qint64(16'000);
        QTest::newRow("half of it") << 3 << 0.5 << qint64(8000);
        QTest::newRow("never at once") << 3 << 0.0 << qint64(100);
    }
    void theBackoffDoublesAndIsJitteredInFull()
    {
        QFETCH(int, attempts);
        QFETCH(double, chance);
        QFETCH(qint64, delayMs);
        QCOMPARE(decideRetry({.category = ErrorCategory::Server, .attempts = attempts, .chance = chance}),
                 (RetryDecision{.action = Action::Retry, .delay = Milliseconds(delayMs)}));
    }

    void whatFailsForADayIsBuriedHoweverSeldomItWasTried()
    {
        FailedTry failed{.category = ErrorCategory::Network, .attempts = 1, .failingFor = std::chrono::hours(23)};
        QCOMPARE(decideRetry(failed).action, Action::Retry);
        failed.failingFor = std::chrono::hours(24);
        QCOMPARE(decideRetry(failed).action, Action::Bury);
        failed.unreached = true; // nobody was asked: the message has nothing to do with it
        QCOMPARE(decideRetry(failed).action, Action::GiveBack);
        QVERIFY(decideRetry(failed).delay > Milliseconds(0));
        failed.attempts = 100;
        QCOMPARE(decideRetry(failed).action, Action::GiveBack);
        failed.category = ErrorCategory::RateLimited; // its road was closed: that is no failure of the message
        QCOMPARE(decideRetry(failed).action, Action::GiveBack);
    }
};

QTEST_GUILESS_MAIN(RetryPolicyTest)
#include "tst_retrypolicy.moc"
