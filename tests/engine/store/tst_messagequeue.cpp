// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/filedatabase.h"
#include "store/messagequeue.h"
#include "store/operations.h"
#include "store/stagepauses.h"

#include <QTest>

#include <set>
#include <thread>

using namespace linernotes;
using namespace std::chrono_literals;

namespace
{

constexpr Milliseconds visibility = 30s;
const auto queueOfPeople = queueName(StageId::SocialEnrichment);

AnyMessage person(qint64 id)
{
    return SocialEnrichmentMessage{id};
}

} // namespace

/// The queue keeps PGMQ's semantics, and what PGMQ lacks: the fence, the ledger, the books.
class MessageQueueTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileDatabase> m_file;
    std::unique_ptr<MessageQueue> m_queue;
    qint64 m_run = 0;

    void addUp()
    {
        for (const auto &violation : m_queue->violations())
            QFAIL(qPrintable(violation.queue + QStringLiteral(" ") + violation.what));
    }

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<FileDatabase>();
        m_queue = std::make_unique<MessageQueue>(*m_file->connection);
        m_run = Operations(*m_file->connection).startRun(QStringLiteral("test"));
    }

    void cleanup() { addUp(); }

    void aMessageThatKillsItsWorkerThreeTimesIsPoison()
    {
        m_queue->send(m_run, person(1));
        for (int death = 1; death <= 3; ++death) {
            MessageQueue process(*m_file->connection, QStringLiteral("process %1").arg(death));
            const auto lease = process.read(queueOfPeople, visibility);
            QVERIFY(lease);
            QCOMPARE(lease->readCount, death);
            m_file->clock.advance(visibility); // it died
        }
        m_queue->send(m_run, person(2));
        const auto next = m_queue->read(queueOfPeople, visibility);
        QCOMPARE(next->message, toJson(person(2))); // the one behind it comes through
        QVERIFY(!m_queue->read(queueOfPeople, visibility));
        QCOMPARE(m_queue->metrics(queueOfPeople).dead, 1);
        auto rows = m_file->connection->executeText(QStringLiteral("SELECT category, error FROM dead_letters"));
        QVERIFY(rows.next());
        QCOMPARE(rows.text(0), QStringLiteral("Poison"));
        QVERIFY2(rows.text(1).contains(QLatin1Char('3')), qPrintable(rows.text(1)));
    }

    void theLastMessageOfARunMayBePoison()
    {
        m_queue->send(m_run, person(1));
        for (int death = 1; death <= 3; ++death) {
            MessageQueue(*m_file->connection, QString::number(death)).read(queueOfPeople, visibility);
            m_file->clock.advance(visibility);
        }
        QCOMPARE(Operations(*m_file->connection).unfinishedRuns(), 1);
        QVERIFY(!m_queue->read(queueOfPeople, visibility));
        QCOMPARE(Operations(*m_file->connection).unfinishedRuns(), 0);
    }

    /// A machine that slept, a message that was given back: nobody died.
    void onlyDeathsCountAsDeaths()
    {
        m_queue->send(m_run, person(1));
        for (int sleep = 1; sleep <= 5; ++sleep) {
            QVERIFY(m_queue->read(queueOfPeople, visibility));
            m_file->clock.advance(visibility);
        }
        for (int stop = 1; stop <= 5; ++stop) {
            MessageQueue process(*m_file->connection, QString::number(stop));
            const auto lease = process.read(queueOfPeople, visibility);
            QVERIFY(lease && process.giveBack(*lease, 0ms));
        }
        QVERIFY(m_queue->read(queueOfPeople, visibility));
    }

    void aClockThatWasSetBackKeepsNoLeaseForHours()
    {
        m_queue->send(m_run, person(1));
        m_queue->sendText(m_run, queueOfPeople, toJson(person(2)), 24h);
        QVERIFY(m_queue->read(queueOfPeople, visibility));
        m_file->clock.advance(-5h);
        m_queue->boundLeases(visibility);
        QCOMPARE(m_queue->metrics(queueOfPeople).leased, 1);
        m_file->clock.advance(visibility);
        QCOMPARE(m_queue->read(queueOfPeople, visibility)->message, toJson(person(1)));
        QCOMPARE(m_queue->metrics(queueOfPeople).delayed, 1); // what waits for its time waits
    }

    void whatWaitsWaitsAsLongAsBeforeWhenTheClockIsSetBack_data()
    {
        QTest::addColumn<bool>("restarted");
        QTest::newRow("while the program runs") << false;
        QTest::newRow("between two starts") << true;
    }
    void whatWaitsWaitsAsLongAsBeforeWhenTheClockIsSetBack()
    {
        QFETCH(bool, restarted);
        m_queue->send(m_run, person(1));
        QVERIFY(m_queue->read(queueOfPeople, visibility));
        m_queue->send(m_run, person(2));
        m_queue->sendText(m_run, queueOfPeople, toJson(person(3)), visibility * 3);
        m_file->clock.advance(-5h);
        auto other = m_file->open();
        MessageQueue elsewhere(*other);
        auto &queue = restarted ? elsewhere : *m_queue;
        const auto ready = queue.read(queueOfPeople, visibility * 10);
        QVERIFY(ready);
        QCOMPARE(ready->message, toJson(person(2)));
        QVERIFY(!queue.read(queueOfPeople, visibility)); // the first is leased still
        m_file->clock.advance(visibility);
        QCOMPARE(elsewhere.read(queueOfPeople, visibility * 10)->message, toJson(person(1))); // and is moved once only
        QVERIFY(!queue.read(queueOfPeople, visibility));
        m_file->clock.advance(visibility * 2);
        QCOMPARE(queue.read(queueOfPeople, visibility)->message, toJson(person(3)));
    }

    void aReadMessageIsInvisibleUntilItsTime()
    {
        m_queue->send(m_run, person(1));
        const auto lease = m_queue->read(queueOfPeople, visibility);
        QVERIFY(lease);
        QCOMPARE(lease->readCount, 1);
        QCOMPARE(lease->visibleAt, m_file->clock.now() + visibility);
        QVERIFY(!m_queue->read(queueOfPeople, visibility));
        m_file->clock.advance(visibility);
        const auto again = m_queue->read(queueOfPeople, visibility);
        QVERIFY(again);
        QCOMPARE(again->messageId, lease->messageId);
        QCOMPARE(again->readCount, 2);
    }

    void messagesAreReadInTheOrderTheyWereSent()
    {
        for (qint64 id = 1; id <= 5; ++id)
            m_queue->send(m_run, person(id));
        for (qint64 id = 1; id <= 5; ++id)
            QCOMPARE(m_queue->read(queueOfPeople, visibility)->message, toJson(person(id)));
    }

    void aDelayedMessageIsNotReadBeforeItsTime()
    {
        m_queue->send(m_run, person(1), MessageQueue::Once::No, {.delay = 10s});
        QVERIFY(!m_queue->read(queueOfPeople, visibility));
        QCOMPARE(m_queue->nextVisible(queueOfPeople), m_file->clock.now() + 10s);
        m_file->clock.advance(10s);
        QVERIFY(m_queue->read(queueOfPeople, visibility));
    }

    void anArchivedMessageNeverComesBack()
    {
        m_queue->send(m_run, person(1));
        const auto lease = *m_queue->read(queueOfPeople, visibility);
        QVERIFY(m_queue->archive(lease));
        QVERIFY(!m_queue->archive(lease));
        m_file->clock.advance(visibility * 2);
        QVERIFY(!m_queue->read(queueOfPeople, visibility));
        QCOMPARE(m_queue->metrics(queueOfPeople).archived, 1);
    }

    /// PGMQ's archive() succeeds for whoever knows the id; ours asks for the read count too.
    void aStaleLeaseChangesNothing_data()
    {
        QTest::addColumn<QString>("change");
        for (const auto *change : {"archive", "setVt", "giveBack", "giveBackFailed", "bury"})
            QTest::newRow(change) << QString::fromLatin1(change);
    }
    void aStaleLeaseChangesNothing()
    {
        QFETCH(QString, change);
        m_queue->send(m_run, person(1));
        const auto stale = *m_queue->read(queueOfPeople, visibility);
        m_file->clock.advance(visibility);
        const auto owner = *m_queue->read(queueOfPeople, visibility);
        const Error error{.category = ErrorCategory::Server, .message = QStringLiteral("late")};
        bool changed = true;
        if (change == QLatin1String("archive"))
            changed = m_queue->archive(stale);
        else if (change == QLatin1String("setVt"))
            changed = m_queue->setVt(stale, 99s);
        else if (change == QLatin1String("giveBack"))
            changed = m_queue->giveBack(stale, 0s);
        else if (change == QLatin1String("giveBackFailed"))
            changed = m_queue->giveBackFailed(stale, 0s, error);
        else
            changed = m_queue->bury(stale, error);
        QVERIFY(!changed);
        QCOMPARE(m_queue->metrics(queueOfPeople).leased, 1);
        QVERIFY(m_queue->archive(owner));
    }

    void aRenewedLeaseIsNotReadByOthers()
    {
        m_queue->send(m_run, person(1));
        const auto lease = *m_queue->read(queueOfPeople, visibility);
        m_file->clock.advance(20s);
        QVERIFY(m_queue->setVt(lease, visibility));
        m_file->clock.advance(20s);
        QVERIFY(!m_queue->read(queueOfPeople, visibility));
        QVERIFY(m_queue->archive(lease));
    }

    void aMessageGivenBackKeepsItsAttempts()
    {
        m_queue->send(m_run, person(1));
        QVERIFY(m_queue->giveBack(*m_queue->read(queueOfPeople, visibility), 0s));
        QCOMPARE(m_queue->read(queueOfPeople, visibility)->attempts, 0);
    }

    void aFailedMessageCountsItsAttemptAndKeepsItsHistory()
    {
        m_queue->send(m_run, person(1));
        const Error error{.category = ErrorCategory::Server, .message = QStringLiteral("HTTP 502"), .httpStatus = 502};
        QVERIFY(m_queue->giveBackFailed(*m_queue->read(queueOfPeople, visibility), 5s, error));
        QCOMPARE(m_queue->metrics(queueOfPeople).delayed, 1);
        m_file->clock.advance(5s);
        const auto again = *m_queue->read(queueOfPeople, visibility);
        QCOMPARE(again.attempts, 1);
        QVERIFY(again.history.contains(QStringLiteral("HTTP 502")));
    }

    /// A day before a closed road is no day of failing.
    void failingTimeIsThatOfBackoffsAndCoolDowns()
    {
        m_queue->send(m_run, person(1));
        const Error error{.category = ErrorCategory::Server, .message = QStringLiteral("HTTP 502"), .httpStatus = 502};
        QCOMPARE(failingFor(*m_queue->read(queueOfPeople, visibility), m_file->clock.now()), 0ms);
        m_file->clock.advance(visibility);
        for (const auto pause : {Milliseconds(10min), Milliseconds(20h), Milliseconds(20min)}) {
            QVERIFY(m_queue->giveBackFailed(*m_queue->read(queueOfPeople, visibility), 0s, error));
            m_file->clock.advance(pause);
        }
        QCOMPARE(failingFor(*m_queue->read(queueOfPeople, visibility), m_file->clock.now()), 10min + 30min + 20min);
    }

    /// A pause that is over is none that goes on, and a clock that is set back does not make it longer.
    void aPauseHasItsOwnBeginningAndFollowsTheClock()
    {
        StagePauses pauses(*m_file->connection);
        pauses.pause(StageId::SocialEnrichment, m_file->clock.now() + 15min);
        m_file->clock.advance(24h);
        pauses.pause(StageId::SocialEnrichment, m_file->clock.now() + 15min);
        QCOMPARE(pauses.of(queueOfPeople)->since, m_file->clock.now());
        QVERIFY(!m_queue->read(queueOfPeople, visibility));
        m_file->clock.advance(-10h);
        m_queue->read(queueOfPeople, visibility);
        m_file->clock.advance(15min);
        QVERIFY(!pauses.of(queueOfPeople));
    }

    /// One was started before the machine's clock was set, the other after: neither rewinds what the other leased.
    void twoProcessesWhoseClocksDifferLeaveEachOthersLeases()
    {
        MovableClock ahead(m_file->clock.now() + 1h);
        auto other = Database::open(m_file->path, Database::Access::ReadWrite, ahead);
        QVERIFY(other);
        MessageQueue theirs(**other);
        theirs.read(queueOfPeople, visibility);
        m_queue->read(queueOfPeople, visibility);
        m_queue->send(m_run, person(1));
        const auto lease = theirs.read(queueOfPeople, visibility);
        QVERIFY(lease);
        for (int second = 0; second < 20; ++second) {
            ahead.advance(1s);
            m_file->clock.advance(1s);
            QVERIFY(!m_queue->read(queueOfPeople, visibility));
            QVERIFY(!theirs.read(queueOfPeople, visibility));
        }
        QVERIFY(theirs.archive(*lease));
    }

    void aBuriedMessageIsKeptWithItsError()
    {
        m_queue->send(m_run, person(1));
        const Error error{.category = ErrorCategory::NotFound, .message = QStringLiteral("gone"), .httpStatus = 404};
        QVERIFY(m_queue->bury(*m_queue->read(queueOfPeople, visibility), error));
        const auto metrics = m_queue->metrics(queueOfPeople);
        QCOMPARE(metrics.dead, 1);
        QCOMPARE(metrics.length(), 0);
    }

    void theLedgerSendsAUnitOfWorkOncePerWindow()
    {
        const MessageQueue::SendOptions week{.delay = 0s, .refreshWindow = std::chrono::days(7)};
        using Once = MessageQueue::Once;
        QVERIFY(m_queue->send(m_run, person(1), Once::ByLedger, week));
        QVERIFY(!m_queue->send(m_run, person(1), Once::ByLedger, week));
        QVERIFY(m_queue->send(m_run, person(2), Once::ByLedger, week));
        m_file->clock.advance(std::chrono::days(8));
        QVERIFY(m_queue->send(m_run, person(1), Once::ByLedger, week));
        QVERIFY(!m_queue->send(m_run, person(1), Once::ByLedger, week));
        QVERIFY(m_queue->send(m_run, person(1), Once::Renewed, week));
        QCOMPARE(m_queue->metrics(queueOfPeople).sent, 4);
    }

    void messageIdsAreNeverUsedAgain()
    {
        std::set<qint64> ids;
        for (int i = 0; i < 10; ++i) {
            const auto id = *m_queue->send(m_run, person(i + 1));
            QVERIFY(ids.insert(id).second);
            QVERIFY(m_queue->archive(*m_queue->read(queueOfPeople, visibility)));
        }
    }

    void theMessageIsKeptAsTheTextItWas()
    {
        const auto text = QStringLiteral("{\"id\":9007199254740993, \"x\" : 1.10}");
        m_queue->sendText(m_run, queueOfPeople, text);
        QCOMPARE(m_queue->read(queueOfPeople, visibility)->message, text);
    }

    void metricsTellTheStatesApart()
    {
        for (qint64 id = 1; id <= 3; ++id)
            m_queue->send(m_run, person(id));
        m_queue->send(m_run, person(4), MessageQueue::Once::No, {.delay = 60s});
        m_queue->read(queueOfPeople, visibility);
        m_file->clock.advance(7s);
        const auto metrics = m_queue->metrics(queueOfPeople);
        QCOMPARE(metrics.ready, 2);
        QCOMPARE(metrics.leased, 1);
        QCOMPARE(metrics.delayed, 1);
        QCOMPARE(metrics.sent, 4);
        QCOMPARE(metrics.oldestReady, Milliseconds(7s));
    }

    void theBooksShowAMessageThatVanished()
    {
        m_queue->send(m_run, person(1));
        QVERIFY(m_queue->violations().empty());
        m_file->connection->executeText(QStringLiteral("DELETE FROM messages"));
        QVERIFY(!m_queue->violations().empty());
        m_file->connection->executeText(QStringLiteral("DELETE FROM run_queues")); // for cleanup()
    }

    void twoConnectionsNeverLeaseOneMessage()
    {
        constexpr int messages = 400;
        for (qint64 id = 1; id <= messages; ++id)
            m_queue->send(m_run, person(id));
        std::vector<std::vector<qint64>> read(2);
        {
            std::vector<std::jthread> racers;
            racers.reserve(read.size());
            for (auto &mine : read) {
                racers.emplace_back([this, &mine] {
                    const auto connection = m_file->open();
                    MessageQueue queue(*connection);
                    while (const auto lease = queue.read(queueOfPeople, visibility)) {
                        mine.push_back(lease->messageId);
                        if (!queue.archive(*lease))
                            mine.push_back(-1);
                    }
                });
            }
        }
        std::multiset<qint64> all(read[0].begin(), read[0].end());
        all.insert(read[1].begin(), read[1].end());
        QCOMPARE(all.size(), std::size_t(messages));
        QCOMPARE(std::set<qint64>(all.begin(), all.end()).size(), std::size_t(messages));
    }

    void aLostLeaseCommitsNoEffects()
    {
        m_queue->send(m_run, person(1));
        const auto stale = *m_queue->read(queueOfPeople, visibility);
        m_file->clock.advance(visibility);
        const auto owner = *m_queue->read(queueOfPeople, visibility);
        Effects effects;
        effects.seededArtist = ArtistFacts{.spotifyId = QStringLiteral("0123456789012345678901"),
                                           .name = QStringLiteral("Late"),
                                           .url = {},
                                           .imageUrl = {}};
        effects.messages.emplace_back(person(2));
        auto &database = *m_file->connection;
        QCOMPARE(commitEffects(database, stale, effects, 1h), CommitOutcome::LeaseLost);
        QCOMPARE(m_queue->metrics(queueOfPeople).sent, 1);
        QVERIFY(!database.executeText(QStringLiteral("SELECT 1 FROM artists")).next());
        QCOMPARE(commitEffects(database, owner, effects, 1h), CommitOutcome::Committed);
        QCOMPARE(m_queue->metrics(queueOfPeople).sent, 2);
        QVERIFY(database.executeText(QStringLiteral("SELECT 1 FROM artists")).next());
    }

    void aRunEndsWhenNothingOfItIsLeft()
    {
        auto &database = *m_file->connection;
        m_queue->send(m_run, person(1));
        Effects next;
        next.messages.emplace_back(person(2));
        QCOMPARE(commitEffects(database, *m_queue->read(queueOfPeople, visibility), next, 1h),
                 CommitOutcome::Committed);
        QCOMPARE(Operations(database).unfinishedRuns(), 1);
        QCOMPARE(commitEffects(database, *m_queue->read(queueOfPeople, visibility), {}, 1h), CommitOutcome::Committed);
        QCOMPARE(Operations(database).unfinishedRuns(), 0);
    }
};

QTEST_GUILESS_MAIN(MessageQueueTest)
#include "tst_messagequeue.moc"
