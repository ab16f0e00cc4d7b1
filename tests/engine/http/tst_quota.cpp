// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/filedatabase.h"
#include "http/adaptiveconcurrency.h"
#include "store/quotas.h"

#include <QTest>

#include <algorithm>

using namespace linernotes;
using namespace std::chrono_literals;

namespace
{

const auto spotify = QStringLiteral("spotify");
const auto albums = QStringLiteral("albums");

/// The most calls within any rolling window.
int mostInWindow(const std::vector<Instant> &times, Milliseconds window)
{
    int most = 0;
    for (auto first = times.begin(); first != times.end(); ++first)
        most = std::max(most, static_cast<int>(std::lower_bound(first, times.end(), *first + window) - first));
    return most;
}

} // namespace

/// The arithmetic of the windows, and the book in a real database that several processes keep together.
class QuotaTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileDatabase> m_file;

    /// Leases one after the other for `time`, as a program that always has work.
    std::vector<Instant> work(RateWindow &window, const QuotaTerms &terms, Milliseconds time)
    {
        std::vector<Instant> all;
        const auto end = m_file->clock.now() + time;
        while (m_file->clock.now() < end) {
            for (const auto at : leaseSlots(window, terms, m_file->clock.now(), 4))
                all.push_back(at);
            m_file->clock.advance(window.nextAt - m_file->clock.now());
        }
        return all;
    }

private Q_SLOTS:
    void init() { m_file = std::make_unique<FileDatabase>(); }

    void aRollingWindowHoldsTheLimitAndIsNearlyFull_data()
    {
        QTest::addColumn<double>("perSecond");
        QTest::addColumn<qint64>("windowMs");
        QTest::newRow("ten a second") << 10.0 << qint64(1000);
        QTest::newRow("four a second, 30 s") << 4.0 << qint64(30'000);
        QTest::newRow("one a second") << 1.0 << qint64(30'000);
        QTest::newRow("one in ten seconds") << 0.1 << qint64(30'000);
        QTest::newRow("sixty a second") << 60.0 << qint64(1000);
    }
    void aRollingWindowHoldsTheLimitAndIsNearlyFull()
    {
        QFETCH(double, perSecond);
        QFETCH(qint64, windowMs);
        const QuotaTerms terms{.window = Milliseconds(windowMs), .most = perSecond, .least = perSecond};
        const int limit = static_cast<int>(perSecond * static_cast<double>(windowMs) / 1000);
        RateWindow window;
        const auto times = work(window, terms, 20 * terms.window);
        QVERIFY(std::ranges::is_sorted(times));
        QVERIFY(mostInWindow(times, terms.window) <= limit);
        const auto share = static_cast<double>(times.size()) / (20.0 * limit);
        QVERIFY2(share >= 0.98, qPrintable(QString::number(share)));
    }

    void unusedMomentsAtTheEndAreGivenToOthers()
    {
        const QuotaTerms terms{.window = 10s, .most = 1, .least = 1};
        RateWindow window;
        const auto first = leaseSlots(window, terms, m_file->clock.now(), 4);
        QCOMPARE(window.used, 4);
        returnSlots(window, terms, {.slotTimes = {first[2], first[3]}, .reserved = {}});
        QCOMPARE(window.used, 2);
        const auto next = leaseSlots(window, terms, m_file->clock.now(), 1);
        QCOMPARE(next.front(), first[2]);
        // Another has leased behind these: the count goes back, the moments are past helping.
        returnSlots(window, terms, {.slotTimes = {first[1]}, .reserved = {}});
        QCOMPARE(leaseSlots(window, terms, m_file->clock.now(), 1).front(), first[3]);
    }

    void whatComesBackIsAsLateAsTheCallsBeforeItWere()
    {
        const QuotaTerms terms{.window = 10s, .most = 1, .least = 1};
        Quotas quotas(*m_file->connection);
        const auto first = quotas.lease(spotify, terms, {.slotCount = 4, .spent = {}, .wanted = {}});
        quotas.giveBack(spotify, terms, {.slotTimes = {first.slotTimes[3]}, .reserved = {}, .late = 70ms});
        const auto next = quotas.lease(spotify, terms, {.slotCount = 1, .spent = {}, .wanted = {}});
        QCOMPARE(next.slotTimes.front(), first.slotTimes[3] + 70ms);
        quotas.giveBack(spotify, terms, {.slotTimes = {}, .reserved = {}, .late = 50ms}); // all were used
        const auto last = quotas.lease(spotify, terms, {.slotCount = 1, .spent = {}, .wanted = {}});
        QCOMPARE(last.slotTimes.front(), next.window.nextAt + 50ms);
    }

    void refusalsLowerTheRateAndGoodWindowsRaiseItNotBeyondWhatWasRefused()
    {
        const QuotaTerms terms{.window = 30s, .most = 8, .least = 1};
        RateWindow window;
        work(window, terms, 2min);
        QCOMPARE(window.limit, 240);
        learnRefusal(window, terms, m_file->clock.now());
        learnRefusal(window, terms, m_file->clock.now()); // was in flight with the first
        QCOMPARE(window.limit, 168);
        work(window, terms, 5min);
        QVERIFY(window.limit > 168);
        QCOMPARE(window.limit, window.ceiling);
        QVERIFY(window.ceiling < 240);
        work(window, terms, 2h);
        QCOMPARE(window.limit, 240); // after an hour it is tried again
        for (int i = 0; i < 30; ++i) {
            m_file->clock.advance(2s);
            learnRefusal(window, terms, m_file->clock.now());
        }
        QCOMPARE(window.limit, 30); // what the user allows at the least
    }

    void aQuietWindowTeachesNothing()
    {
        const QuotaTerms terms{.window = 30s, .most = 8, .least = 1};
        RateWindow window;
        leaseSlots(window, terms, m_file->clock.now(), 1);
        learnRefusal(window, terms, m_file->clock.now());
        for (int i = 0; i < 100; ++i) {
            m_file->clock.advance(40s);
            leaseSlots(window, terms, m_file->clock.now(), 1);
        }
        QCOMPARE(window.limit, 168);
    }

    void aClockSetBackDoesNotCloseTheWindow()
    {
        const QuotaTerms terms{.window = 1s, .most = 2, .least = 2};
        RateWindow window;
        leaseSlots(window, terms, m_file->clock.now(), 2);
        const auto earlier = m_file->clock.now() - 6h;
        QCOMPARE(leaseSlots(window, terms, earlier, 1).front(), earlier);
    }

    void endpointsHaveTheirGroup_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QString>("group");
        QTest::newRow("album") << "/albums/{id}" << "albums";
        QTest::newRow("batch") << "/albums?ids=" << "albums";
        QTest::newRow("tracks of an album") << "/albums/{id}/tracks" << "albums";
        QTest::newRow("search") << "/search" << "search";
        QTest::newRow("the token is not counted") << "/api/token" << "";
        QTest::newRow("none") << "" << "";
    }
    void endpointsHaveTheirGroup()
    {
        QFETCH(QString, endpoint);
        QTEST(endpointGroup(endpoint), "group");
    }

    void twoProcessesNeverGetTheSameMoment()
    {
        const QuotaTerms terms{.window = 1s, .most = 10, .least = 10};
        auto other = m_file->open();
        std::vector<Instant> all;
        for (int i = 0; i < 20; ++i) {
            for (auto *database : {m_file->connection.get(), other.get()}) {
                const auto grant = Quotas(*database).lease(spotify, terms, {.slotCount = 3, .spent = {}, .wanted = {}});
                all.insert(all.end(), grant.slotTimes.begin(), grant.slotTimes.end());
            }
        }
        QVERIFY(std::ranges::is_sorted(all));
        QVERIFY(std::ranges::adjacent_find(all) == all.end());
        QVERIFY(mostInWindow(all, 1s) <= 10);
    }

    void whatWasUsedIsKnownAfterARestart()
    {
        const QuotaTerms terms{.window = 30s, .most = 1, .least = 1};
        const auto before =
            Quotas(*m_file->connection).lease(spotify, terms, {.slotCount = 5, .spent = {{albums, 4}}, .wanted = {}});
        m_file->connection = m_file->open();
        const auto after =
            Quotas(*m_file->connection).lease(spotify, terms, {.slotCount = 1, .spent = {}, .wanted = {}});
        QVERIFY(after.slotTimes.front() > before.slotTimes.back());
        QCOMPARE(after.window.used, 6);
        QCOMPARE(after.groups.front().used, 4);
    }

    void theDaysCallsAreReservedAndNoMoreThanAreLeft()
    {
        const QuotaTerms terms{.daily = 10};
        Quotas quotas(*m_file->connection);
        const QuotaRequest six{.slotCount = 0, .spent = {}, .wanted = {{albums, 6}}};
        QCOMPARE(quotas.lease(spotify, terms, six).reserved.value(albums), 6);
        QCOMPARE(quotas.lease(spotify, terms, six).reserved.value(albums), 4);
        const auto none = quotas.lease(spotify, terms, six);
        QVERIFY(none.reserved.isEmpty());
        QCOMPARE(none.groups.front().left(), 0);
        quotas.giveBack(spotify, terms, {.slotTimes = {}, .reserved = {{albums, 3}}});
        QCOMPARE(quotas.lease(spotify, terms, six).reserved.value(albums), 3);
    }

    void anHourCountsUntilAllOfItIsADayAgo()
    {
        const QuotaTerms terms{.daily = 10};
        Quotas quotas(*m_file->connection);
        quotas.lease(spotify, terms, {.slotCount = 0, .spent = {{albums, 10}}, .wanted = {}});
        const auto free = quotas.groups(spotify, terms).front().nextFree;
        QVERIFY(free >= m_file->clock.now() + 24h);
        QVERIFY(free <= m_file->clock.now() + 25h);
        const QuotaRequest one{.slotCount = 0, .spent = {}, .wanted = {{albums, 1}}};
        m_file->clock.advance(free - m_file->clock.now() - 1ms);
        QVERIFY(quotas.lease(spotify, terms, one).reserved.isEmpty());
        m_file->clock.advance(1ms);
        QCOMPARE(quotas.lease(spotify, terms, one).reserved.value(albums), 1);
    }

    void aRefusedDayIsLearnedAndGrowsAgainSlowly()
    {
        const QuotaTerms terms;
        Quotas quotas(*m_file->connection);
        quotas.lease(spotify, terms, {.slotCount = 0, .spent = {{albums, 601}}, .wanted = {}});
        QVERIFY(!quotas.groups(spotify, terms).front().isLimited());
        quotas.refused(spotify, terms,
                       {.group = albums, .until = m_file->clock.now() + 14h, .reason = {}, .span = QuotaSpan::Day});
        QCOMPARE(quotas.groups(spotify, terms).front().limit, 600);
        QCOMPARE(quotas.blocks().front().until, m_file->clock.now() + 14h);
        for (int day = 0; day < 2; ++day) {
            m_file->clock.advance(26h);
            quotas.lease(spotify, terms, {.slotCount = 0, .spent = {{albums, 599}}, .wanted = {}});
        }
        QVERIFY(quotas.groups(spotify, terms).front().limit > 600);
    }

    void aRefusalAfterAHandfulOfCallsSaysNothingOfTheSize()
    {
        const QuotaTerms terms;
        Quotas quotas(*m_file->connection);
        quotas.lease(spotify, terms, {.slotCount = 0, .spent = {{albums, 20}}, .wanted = {}});
        quotas.refused(spotify, terms,
                       {.group = albums, .until = m_file->clock.now() + 14h, .reason = {}, .span = QuotaSpan::Day});
        QVERIFY(!quotas.groups(spotify, terms).front().isLimited());
        QCOMPARE(quotas.blocks().front().until, m_file->clock.now() + 14h);
    }

    void aServiceThatIsSlowUnderLoadGetsFewerCallsAtATime()
    {
        AdaptiveConcurrency concurrency(8);
        QCOMPARE(concurrency.limit(), 2);
        for (int i = 0; i < 200; ++i)
            concurrency.answered(80ms, true);
        QCOMPARE(concurrency.limit(), 8);
        for (int i = 0; i < 20; ++i)
            concurrency.answered(400ms, true);
        QVERIFY(concurrency.limit() <= 5);
        for (int i = 0; i < 200; ++i)
            concurrency.answered(400ms, true);
        QCOMPARE(concurrency.limit(), 1);
        for (int i = 0; i < 200; ++i)
            concurrency.answered(80ms, true);
        QCOMPARE(concurrency.limit(), 8);
        concurrency.overloaded();
        QCOMPARE(concurrency.limit(), 4);
    }

    void placesThatNobodyNeedsAreNotAdded()
    {
        AdaptiveConcurrency concurrency(8);
        for (int i = 0; i < 200; ++i)
            concurrency.answered(80ms, false);
        QCOMPARE(concurrency.limit(), 2);
        QCOMPARE(AdaptiveConcurrency(0).limit(), 0);
        QCOMPARE(AdaptiveConcurrency(1).limit(), 1);
    }
};

QTEST_GUILESS_MAIN(QuotaTest)
#include "tst_quota.moc"
