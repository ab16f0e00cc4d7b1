// SPDX-License-Identifier: GPL-3.0-or-later
#include "workers/storagebreaker.h"

#include <QTest>

using namespace linernotes;
using namespace std::chrono_literals;

/// A database that can't be used is tried by one slot for all, ever more seldom.
class StorageBreakerTest : public QObject
{
    Q_OBJECT

    StorageBreaker::Steady::time_point m_now{1h};
    std::function<StorageBreaker::Steady::time_point()> m_time = [this] { return m_now; };

    /// The try that is due fails.
    void failAgain(StorageBreaker &storage)
    {
        m_now += storage.pause();
        QVERIFY(storage.tryEnter());
        storage.failed();
    }

private Q_SLOTS:
    void whileItWorksEverybodyMay()
    {
        StorageBreaker storage(m_time);
        QVERIFY(storage.tryEnter());
        QVERIFY(storage.tryEnter());
        storage.succeeded();
        QCOMPARE(storage.pause(), 0ms);
    }

    void pausesDoubleUpToAMinute()
    {
        StorageBreaker storage(m_time);
        storage.failed();
        std::vector<Milliseconds> pauses{storage.pause()};
        for (int i = 0; i < 7; ++i) {
            failAgain(storage);
            pauses.push_back(storage.pause());
        }
        QCOMPARE(pauses, (std::vector<Milliseconds>{1s, 2s, 4s, 8s, 16s, 32s, 60s, 60s}));
    }

    void oneTriesForAll()
    {
        StorageBreaker storage(m_time);
        storage.failed();
        QVERIFY(!storage.tryEnter());
        m_now += 1s;
        QVERIFY(storage.tryEnter());
        QVERIFY(!storage.tryEnter());
        storage.succeeded();
        QVERIFY(storage.tryEnter());
        QVERIFY(storage.tryEnter());
        storage.failed();
        QCOMPARE(storage.pause(), 1000ms); // it begins anew
    }

    /// Forty slots were on the way when the disk was full: that is one failure.
    void whoWasOnTheWayIsNoNews()
    {
        StorageBreaker storage(m_time);
        for (int i = 0; i < 40; ++i)
            storage.failed();
        QCOMPARE(storage.pause(), 1000ms);
    }

    /// Its slot was stopped, or its answer got lost.
    void aTryThatNobodyHearsOfIsFollowedByAnother()
    {
        StorageBreaker storage(m_time);
        storage.failed();
        m_now += 1s;
        QVERIFY(storage.tryEnter());
        m_now += 30s;
        QVERIFY(!storage.tryEnter());
        m_now += 30s;
        QVERIFY(storage.tryEnter());
    }
};

QTEST_GUILESS_MAIN(StorageBreakerTest)
#include "tst_storagebreaker.moc"
