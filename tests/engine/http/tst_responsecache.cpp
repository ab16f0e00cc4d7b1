// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/responsecache.h"
#include "store/responses.h"
#include "store/store.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace linernotes;
using namespace std::chrono_literals;

namespace
{

CacheKey page(int number, const QString &service = QStringLiteral("genius"))
{
    return {service, QStringLiteral("http://x/%1").arg(number).toLatin1()};
}

CacheKey address(const QString &url)
{
    return {QStringLiteral("genius"), QUrl(url).toEncoded()};
}

} // namespace

/// Answers for a time and within a number of bytes, in memory and in a real database.
class ResponseCacheTest : public QObject
{
    Q_OBJECT

    MovableClock m_clock{fromMillis(1'800'000'000'000)};

    void store(ResponseCache &cache, const CacheKey &key, const QByteArray &body, Milliseconds keepFor) const
    {
        const auto now = m_clock.now();
        cache.store(key, {.body = body, .storedAt = now, .freshUntil = now + keepFor, .keptUntil = now + 2 * keepFor});
    }
    std::unique_ptr<Store> openStore(const QTemporaryDir &folder) const
    {
        return std::move(*Store::open(folder.filePath(QStringLiteral("cache.sqlite")), m_clock));
    }
    /// What was handed to the writer before is committed then.
    static void flush(Store &store)
    {
        store.transact([](Database &) -> Result<bool> { return true; }).waitForFinished();
    }
    static QByteArray bodyOf(const std::optional<CachedResponse> &known) { return known ? known->body : "nothing"; }
    static std::optional<CachedResponse> recall(ResponseCache &cache, const CacheKey &key)
    {
        auto found = cache.lookUp(key);
        found.waitForFinished();
        return cache.accept(key, found.result());
    }

private Q_SLOTS:
    void anAnswerIsKeptForItsTime()
    {
        ResponseCache cache(m_clock);
        store(cache, page(1), "one", 10s);
        store(cache, page(2), "two", 20s);
        m_clock.advance(10s - 1ms);
        QCOMPARE(bodyOf(cache.find(page(1))), QByteArray("one"));
        m_clock.advance(1ms);
        QVERIFY(!cache.find(page(1)));
        QCOMPARE(bodyOf(cache.find(page(2))), QByteArray("two"));
    }

    void anEmptyAnswerIsAnAnswer()
    {
        ResponseCache cache(m_clock);
        store(cache, page(1), "", 10s);
        QVERIFY(cache.find(page(1)));
    }

    void theQueryIsPartOfTheAddress()
    {
        ResponseCache cache(m_clock);
        store(cache, address(QStringLiteral("http://x/search?q=a%26b")), "one", 10s);
        QVERIFY(!cache.find(address(QStringLiteral("http://x/search?q=a&b"))));
        QVERIFY(!cache.find(address(QStringLiteral("http://x/search"))));
        QVERIFY(cache.find(address(QStringLiteral("http://x/search?q=a%26b"))));
    }

    void aNewAnswerReplacesTheOld()
    {
        ResponseCache cache(m_clock);
        store(cache, page(1), "old", 10s);
        m_clock.advance(9s);
        store(cache, page(1), "new", 10s);
        m_clock.advance(9s);
        QCOMPARE(bodyOf(cache.find(page(1))), QByteArray("new"));
    }

    void theLeastRecentlyUsedLeavesFirst()
    {
        ResponseCache cache(m_clock, nullptr, 350);
        const QByteArray body(90, 'x'); // with its address about 100 bytes
        for (int i = 1; i <= 3; ++i)
            store(cache, page(i), body, 1h);
        QVERIFY(cache.find(page(1)));
        store(cache, page(4), body, 1h);
        QVERIFY(cache.find(page(1)));
        QVERIFY(!cache.find(page(2)));
        QVERIFY(cache.find(page(3)));
        QVERIFY(cache.find(page(4)));
    }

    void anAnswerLargerThanAllIsNotKeptAndDrivesNobodyOut()
    {
        ResponseCache cache(m_clock, nullptr, 350);
        store(cache, page(1), "one", 1h);
        store(cache, page(2), QByteArray(400, 'x'), 1h);
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

    void whatAPersonWantedForgottenIsNotUsed()
    {
        ResponseCache cache(m_clock);
        const auto other = QStringLiteral("spotify");
        store(cache, page(1), "one", 1h);
        store(cache, page(2, other), "two", 1h);
        cache.setClearings({{other, m_clock.now()}});
        QVERIFY(cache.find(page(1)));
        QVERIFY(!cache.find(page(2, other)));
        m_clock.advance(1ms);
        store(cache, page(2, other), "new", 1h);
        QCOMPARE(bodyOf(cache.find(page(2, other))), QByteArray("new"));
        cache.setClearings({{QString(), m_clock.now()}});
        QVERIFY(!cache.find(page(1)));
        QVERIFY(!cache.find(page(2, other)));
    }

    void aSecondProgramFindsWhatTheFirstAsked()
    {
        const QTemporaryDir folder;
        const auto store = openStore(folder);
        StoredResponseShelf shelf(*store);
        const QByteArray body = "{" + QByteArray(10'000, ' ') + "}";
        {
            ResponseCache first(m_clock, &shelf);
            this->store(first, page(1), body, 1h);
        }
        flush(*store);
        ResponseCache second(m_clock, &shelf);
        QVERIFY(!second.find(page(1)));
        QVERIFY(!recall(second, page(1, QStringLiteral("spotify"))));
        const auto known = recall(second, page(1));
        QCOMPARE(bodyOf(known), body);
        QVERIFY(known->freshUntil == m_clock.now() + 1h);
        QCOMPARE(bodyOf(second.find(page(1))), body); // from memory now
    }

    void whatIsNoLongerFreshIsRecalledToBeConfirmed()
    {
        const QTemporaryDir folder;
        const auto store = openStore(folder);
        StoredResponseShelf shelf(*store);
        ResponseCache cache(m_clock, &shelf);
        this->store(cache, page(1), "one", 1h);
        flush(*store);
        m_clock.advance(1h);
        QVERIFY(!cache.find(page(1)));
        QCOMPARE(bodyOf(recall(cache, page(1))), QByteArray("one"));
        QVERIFY(!cache.find(page(1))); // it is not fresh for that
        m_clock.advance(1h);
        QVERIFY(!recall(cache, page(1)));
    }

    void whatWasUselessIsForgottenForGood()
    {
        const QTemporaryDir folder;
        const auto store = openStore(folder);
        StoredResponseShelf shelf(*store);
        ResponseCache cache(m_clock, &shelf);
        this->store(cache, page(1), "<html>", 1h);
        flush(*store);
        QVERIFY(recall(cache, page(1)));
        cache.forget(page(1));
        flush(*store);
        QVERIFY(!cache.find(page(1)));
        QVERIFY(!recall(cache, page(1)));
    }

    void clearingTellsWhatItForgotAndReachesOthers()
    {
        const QTemporaryDir folder;
        const auto store = openStore(folder);
        StoredResponseShelf shelf(*store);
        ResponseCache cache(m_clock, &shelf);
        for (int i = 0; i < 3; ++i)
            this->store(cache, page(i), "x", 1h);
        this->store(cache, page(1, QStringLiteral("spotify")), "x", 1h);
        const auto act = [&](auto function) {
            auto done = store->transact([function](Database &database) -> Result<qint64> {
                Responses responses(database);
                return function(responses);
            });
            return done.result().value_or(-1);
        };
        QCOMPARE(act([](Responses &kept) { return kept.clear(QStringLiteral("genius")); }), 3);
        QCOMPARE(act([](Responses &kept) { return kept.holdings().front().answers; }), 1);
        QCOMPARE(act([this](Responses &kept) {
                     return qint64(kept.clearings().value(QStringLiteral("genius")) == m_clock.now());
                 }),
                 1);
        QCOMPARE(act([](Responses &kept) { return kept.clear(QString()); }), 1);
    }

    void aDamagedAnswerIsAskedForAgain()
    {
        const QTemporaryDir folder;
        const auto store = openStore(folder);
        const auto now = m_clock.now();
        const auto isKnown = store->transact([now](Database &database) -> Result<bool> {
            Responses responses(database);
            const CachedResponse whole{
                .body = qCompress(QByteArray("one")), .storedAt = now, .freshUntil = now + 1h, .keptUntil = now + 1h};
            responses.keep(page(1), whole);
            auto damaged = whole;
            damaged.body[damaged.body.size() / 2] = '\x55';
            responses.keep(page(2), damaged);
            return responses.find(page(1)).has_value() && !responses.find(page(2));
        });
        QCOMPARE(isKnown.result().value_or(false), true);
    }

    void theShelfIsBoundedByBytesAndAge()
    {
        const QTemporaryDir folder;
        const auto store = openStore(folder);
        const auto now = m_clock.now();
        const auto left = store->transact([now](Database &database) -> Result<qint64> {
            Responses responses(database);
            const auto nothing = qCompress(QByteArray()); // four bytes
            for (int i = 0; i < 2000; ++i) {
                responses.keep(page(i),
                               {.body = nothing,
                                .storedAt = now,
                                .freshUntil = now + 1h,
                                .keptUntil = now + 1h + Milliseconds(i)});
            }
            responses.keep(page(5000), {.body = nothing, .storedAt = now, .freshUntil = now, .keptUntil = now});
            responses.tidy(4000);
            if (responses.find(page(5000)) || responses.find(page(0)) || !responses.find(page(1999)))
                return -1;
            return responses.holdings().front().bytes;
        });
        QCOMPARE(left.result().value_or(-2), 4000);
    }
};

QTEST_GUILESS_MAIN(ResponseCacheTest)
#include "tst_responsecache.moc"
