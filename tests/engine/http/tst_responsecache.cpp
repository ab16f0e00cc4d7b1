// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/responsecache.h"

#include <QTest>

using namespace linernotes;
using namespace std::chrono_literals;

namespace
{

QUrl page(int number)
{
    return {QStringLiteral("http://x/%1").arg(number)};
}

} // namespace

/// Good answers for a time and within a number of bytes.
class ResponseCacheTest : public QObject
{
    Q_OBJECT

    MovableClock m_clock{fromMillis(1'800'000'000'000)};

private Q_SLOTS:
    void anAnswerIsKeptForItsTime()
    {
        ResponseCache cache(m_clock);
        cache.store(page(1), "one", 10s);
        cache.store(page(2), "two", 20s);
        m_clock.advance(10s - 1ms);
        QCOMPARE(cache.find(page(1)), QByteArray("one"));
        m_clock.advance(1ms);
        QVERIFY(!cache.find(page(1)));
        QCOMPARE(cache.find(page(2)), QByteArray("two"));
    }

    void anEmptyAnswerIsAnAnswer()
    {
        ResponseCache cache(m_clock);
        cache.store(page(1), "", 10s);
        QVERIFY(cache.find(page(1)));
    }

    void theQueryIsPartOfTheAddress()
    {
        ResponseCache cache(m_clock);
        cache.store(QUrl(QStringLiteral("http://x/search?q=a%26b")), "one", 10s);
        QVERIFY(!cache.find(QUrl(QStringLiteral("http://x/search?q=a&b"))));
        QVERIFY(!cache.find(QUrl(QStringLiteral("http://x/search"))));
        QVERIFY(cache.find(QUrl(QStringLiteral("http://x/search?q=a%26b"))));
    }

    void aNewAnswerReplacesTheOld()
    {
        ResponseCache cache(m_clock);
        cache.store(page(1), "old", 10s);
        m_clock.advance(9s);
        cache.store(page(1), "new", 10s);
        m_clock.advance(9s);
        QCOMPARE(cache.find(page(1)), QByteArray("new"));
    }

    void theLeastRecentlyUsedLeavesFirst()
    {
        ResponseCache cache(m_clock, 350);
        const QByteArray body(90, 'x'); // with its address about 100 bytes
        for (int i = 1; i <= 3; ++i)
            cache.store(page(i), body, 1h);
        QVERIFY(cache.find(page(1)));
        cache.store(page(4), body, 1h);
        QVERIFY(cache.find(page(1)));
        QVERIFY(!cache.find(page(2)));
        QVERIFY(cache.find(page(3)));
        QVERIFY(cache.find(page(4)));
    }

    void anAnswerLargerThanAllIsNotKeptAndDrivesNobodyOut()
    {
        ResponseCache cache(m_clock, 350);
        cache.store(page(1), "one", 1h);
        cache.store(page(2), QByteArray(400, 'x'), 1h);
        QVERIFY(!cache.find(page(2)));
        QVERIFY(cache.find(page(1)));
    }

    void oneAsksTheOthersWait()
    {
        ResponseCache cache(m_clock);
        auto first = cache.takeTurn(page(1));
        QVERIFY(first.mine);
        const auto second = cache.takeTurn(page(1));
        QVERIFY(!second.mine);
        QVERIFY(!second.others.isFinished());
        QVERIFY(cache.takeTurn(page(2)).mine);
        first.mine.reset(); // whatever came of it
        QVERIFY(second.others.isFinished());
        QVERIFY(cache.takeTurn(page(1)).mine);
    }

    void clearForgetsAll()
    {
        ResponseCache cache(m_clock);
        cache.store(page(1), "one", 1h);
        cache.clear();
        QVERIFY(!cache.find(page(1)));
    }
};

QTEST_GUILESS_MAIN(ResponseCacheTest)
#include "tst_responsecache.moc"
