// SPDX-License-Identifier: GPL-3.0-or-later
// The worst reliability bugs of other queues, each as a test of ours that is named after it: here those of messages,
// leases and the ledger; of files, connections and clocks in tst_peerfilebugs; of slots, timers and circuits in
// workers/tst_peerslotbugs. What of them the embedded queue can't have, because it has not the part that failed:
//
//   pgmq 1.0 to 1.4.4, read_with_poll() spins     its polling is ours (tst_peerslotbugs); no statement waits
//   pgmq 1.10.0, RETURNING * into another type    every statement names its columns (upgrades: tst_peerfilebugs)
//   pgmq, a row of pgmq.meta without its tables   queues are no tables and have no register of their own (but see
//   below) pgbus #403, #404, #125, pgmq #393, triggers   no queue is made at run time and there are no triggers (the
//   file itself: and deadlocks of a concurrent create()          tst_peerfilebugs) MailFathom #1989, a replica's clock
//   is ahead  all processes on a file have the machine's clock (jumps: below) Brandur 2015, dead tuples SQLite keeps
//   one version of a row (readers that hold the log:
//                                                   tst_peerfilebugs)
#include "fakes/filedatabase.h"
#include "store/deadletters.h"
#include "store/messagequeue.h"
#include "store/operations.h"
#include "store/statements.h"
#include "telemetry/pipelinereader.h"

#include <QRegularExpression>
#include <QTest>

using namespace linernotes;
using namespace std::chrono_literals;

namespace
{

constexpr Milliseconds visibility = 30s;
const auto queueOfPeople = queueName(StageId::SocialEnrichment);
const auto queueOfArtists = queueName(StageId::ArtistDiscovery);
const AnyMessage nobody = ArtistDiscoveryMessage{.artistId = {}, .name = QStringLiteral("Nobody"), .scope = {}};

Error failed(ErrorCategory category = ErrorCategory::Server)
{
    return {.category = category, .message = QStringLiteral("no")};
}

} // namespace

class PeerBugsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileDatabase> m_file;
    qint64 m_run = 0;

    Database &database() { return *m_file->connection; }
    MessageQueue queue(const QString &process = QStringLiteral("this")) { return MessageQueue(database(), process); }
    QueueMetrics metrics() { return queue().metrics(queueOfPeople); }
    qint64 send(qint64 person) { return *queue().send(m_run, SocialEnrichmentMessage{person}); }
    std::optional<Lease> read(const QString &process = QStringLiteral("this"))
    {
        return queue(process).read(queueOfPeople, visibility);
    }
    std::optional<qint64> seed() { return queue().send(m_run, nobody, MessageQueue::Once::ByLedger); }
    /// The artist's message dies; its id.
    qint64 killArtist()
    {
        const auto lease = queue().read(queueOfArtists, visibility);
        if (!lease || !queue().bury(*lease, failed(ErrorCategory::NotFound)))
            qFatal("nobody died");
        return lease->messageId;
    }
    std::optional<qint64> replay(qint64 id)
    {
        DeadLetters letters(database());
        return letters.replay(id, letters.begin(DeadLetters::ActionKind::Replay));
    }
    bool discard(qint64 id, const QString &reason)
    {
        DeadLetters letters(database());
        return letters.discard(id, letters.begin(DeadLetters::ActionKind::Discard, reason), reason);
    }
    QStringList planOf(const char *name)
    {
        const auto &statement = Statements::sqlite().text(name);
        QVariantList values;
        while (statement.contains(QStringLiteral("?%1").arg(values.size() + 1)))
            values << 1;
        QStringList plan;
        auto rows = database().executeText(QStringLiteral("EXPLAIN QUERY PLAN ") + statement, values);
        while (rows.next())
            plan << rows.text(3);
        return plan;
    }

private Q_SLOTS:
    // NOLINTBEGIN(readability-identifier-naming): whose bug it was, and what must not be

    void init()
    {
        m_file = std::make_unique<FileDatabase>();
        database().executeText(QStringLiteral("PRAGMA synchronous = OFF")); // the disk is not what is tested
        m_run = Operations(database()).startRun(QStringLiteral("test"));
    }

    void cleanup()
    {
        for (const auto &violation : queue().violations())
            QFAIL(qPrintable(violation.queue + QStringLiteral(" ") + violation.what));
    }

    /// pgbus PR #452: a job longer than its lease was read five times without any failure, and dead-lettered. The
    /// number of reads is the fence and nothing else; that a slot renews its lease is in tst_peerslotbugs.
    void pgbus452_aMessageThatIsOnlyReadIsNeverBuried()
    {
        send(1);
        for (int reads = 1; reads <= 50; ++reads) {
            const auto lease = read();
            QVERIFY(lease);
            QCOMPARE(lease->readCount, reads);
            QCOMPARE(lease->attempts, 0);
            m_file->clock.advance(visibility);
        }
        QCOMPARE(metrics().dead, 0);
    }

    /// pgbus PR #452: the heartbeat re-armed what had been handed back meanwhile, and nobody saw it until that ran out.
    /// Giving back ends a lease, although nobody has read the message since.
    void pgbus452_aRenewalBehindTheGivingBackDoesNotTakeItAgain_data()
    {
        QTest::addColumn<bool>("hasFailed");
        QTest::newRow("given back") << false;
        QTest::newRow("backed off") << true;
    }
    void pgbus452_aRenewalBehindTheGivingBackDoesNotTakeItAgain()
    {
        QFETCH(bool, hasFailed);
        send(1);
        const auto lease = *read();
        QVERIFY(hasFailed ? queue().giveBackFailed(lease, 2s, failed()) : queue().giveBack(lease, 2s));
        QVERIFY(!queue().setVt(lease, visibility));
        QVERIFY(!queue().archive(lease));
        QVERIFY(!queue().bury(lease, failed()));
        QVERIFY(!queue().giveBackFailed(lease, 9s, failed()));
        m_file->clock.advance(2s);
        const auto again = read();
        QVERIFY(again);
        QCOMPARE(again->attempts, hasFailed ? 1 : 0);
    }

    /// PGMQ; bull #308, #1416: whoever knew a job's id could finish it, and the worker that held it found it gone.
    void bull308_aStaleWorkerDoesNotFinishWhatAnotherHolds()
    {
        send(1);
        const auto stale = *read();
        m_file->clock.advance(visibility);
        const auto owner = *read(QStringLiteral("another"));
        QVERIFY(!queue().archive(stale));
        QVERIFY(!queue().bury(stale, failed()));
        QVERIFY(!queue().giveBack(stale, 0s));
        QCOMPARE(metrics().leased, 1);
        QVERIFY(queue().archive(owner));
    }

    /// awa ADR-013: the number of failures as the fence fits again once a snooze or a person has reset it.
    void awa013_theFenceGrowsWithEveryRead()
    {
        send(1);
        const auto stale = *read();
        m_file->clock.advance(visibility);
        QVERIFY(queue().giveBack(*read(), 0s));
        const auto owner = *read();
        QCOMPARE(owner.attempts, stale.attempts);
        QVERIFY(!queue().archive(stale));
        QVERIFY(queue().archive(owner));
    }

    /// awa ADR-013: nor may an id come again, as SQLite's do without AUTOINCREMENT: it is one half of the fence.
    void awa013_aStaleLeaseFitsNoLaterMessage()
    {
        send(1);
        const auto stale = *read();
        QVERIFY(queue().archive(stale));
        send(2);
        const auto other = *read();
        QCOMPARE(other.readCount, stale.readCount);
        QVERIFY(!queue().archive(stale));
        QVERIFY(queue().bury(other, failed()));
        QVERIFY(replay(other.messageId));
        QVERIFY(read());
        QVERIFY(!queue().archive(other)); // the replay is another message
    }

    /// River #1302: the rescuer wrote over a job that had been completed since it looked.
    void river1302_aRescueLeavesAloneWhatIsDone()
    {
        send(1);
        const auto lease = *read();
        QVERIFY(queue().archive(lease));
        queue(QStringLiteral("a start")).boundLeases(visibility);
        m_file->clock.advance(-5h); // and the clock's rescue
        QVERIFY(!read());
        m_file->clock.advance(10h);
        QVERIFY(!read());
        QCOMPARE(metrics().archived, 1);
    }

    /// River #1302, our own rescue: the last of three processes that were taken for dead comes back late.
    void river1302_whatIsBuriedAsPoisonIsNotFinishedToo()
    {
        send(1);
        Lease last;
        for (int death = 1; death <= MessageQueue::mostDeaths; ++death) {
            last = *read(QString::number(death));
            m_file->clock.advance(visibility);
        }
        QVERIFY(!read());
        QCOMPARE(metrics().dead, 1);
        QVERIFY(!queue().archive(last));
        QCOMPARE(metrics().archived, 0);
    }

    /// hexpm PR #1825: rescued after 6 minutes whatever it did, a job of 47 ran two or three times each night.
    void hexpm1825_aMessageThatIsWorkedOnForHoursIsNotRescued()
    {
        send(1);
        const auto lease = *read();
        for (Milliseconds worked{0}; worked < 3h; worked += visibility / 3) {
            m_file->clock.advance(visibility / 3);
            QVERIFY(queue().setVt(lease, visibility));
            queue(QStringLiteral("a start")).boundLeases(visibility);
            QVERIFY(!read(QStringLiteral("another")));
        }
        QVERIFY(queue().archive(lease));
    }

    /// River #1258, PR #1318: the rescuer looked at one page of running jobs, and where those were alive it never came
    /// to the dead ones: 5,133 were running for 91 days.
    void river1318_theLivingDoNotHideTheDead()
    {
        constexpr int many = 300;
        for (int i = 1; i <= many * 2; ++i) {
            send(i);
            QVERIFY(queue().read(queueOfPeople, i <= many ? Milliseconds(10h) : visibility));
        }
        m_file->clock.advance(visibility);
        for (int i = many + 1; i <= many * 2; ++i)
            QCOMPARE(read()->message, toJson(SocialEnrichmentMessage{i}));
        QVERIFY(!read());
    }

    /// Solid Queue #589: the worker finished a job while its supervisor marked it as failed: both stood.
    void solidQueue589_whatIsFinishedDoesNotFailToo()
    {
        send(1);
        const auto lease = *read();
        QCOMPARE(commitEffects(database(), lease, {}, 1h), CommitOutcome::Committed);
        QVERIFY(!queue().bury(lease, failed()));
        QVERIFY(!queue().giveBackFailed(lease, 0s, failed()));
        QCOMPARE(metrics().archived, 1);
        QCOMPARE(metrics().length() + metrics().dead, 0);
    }

    /// pgbus #413, #333: a unique job that was discarded kept its lock for good.
    void pgbus413_everyEndLetsAnArtistBeSeededAgain()
    {
        QVERIFY(seed() && !seed());
        const auto dead = killArtist();
        const auto again = replay(dead);
        QVERIFY(again && !seed()); // it is worked on
        QCOMPARE(killArtist(), *again);
        QVERIFY(discard(*again, QStringLiteral("gone")));
        QVERIFY(seed() && !seed());
        for (int death = 1; death <= MessageQueue::mostDeaths; ++death) {
            QVERIFY(queue(QString::number(death)).read(queueOfArtists, visibility));
            m_file->clock.advance(visibility);
        }
        QVERIFY(!queue().read(queueOfArtists, visibility)); // it is poison
        QVERIFY(seed());
    }

    /// pgbus #413: what the pipeline asks for by itself stays discarded for the refresh window, and no longer.
    void pgbus413_whatWasDiscardedIsNotRefusedForEver()
    {
        const auto ask = [this] {
            return queue().send(m_run, SocialEnrichmentMessage{1}, MessageQueue::Once::ByLedger).has_value();
        };
        QVERIFY(ask());
        const auto lease = *read();
        QVERIFY(queue().bury(lease, failed()));
        QVERIFY(discard(lease.messageId, QStringLiteral("not wanted")));
        QVERIFY(!ask());
        m_file->clock.advance(MessageQueue::SendOptions().refreshWindow + 1ms);
        QVERIFY(ask());
    }

    /// pgbus #333, River PR #619, RedDB #1805: a retry met its own lock, was taken for a duplicate, and was lost.
    void river619_aReplayIsNotItsOwnDuplicate()
    {
        QVERIFY(seed());
        const auto dead = killArtist();
        QVERIFY(seed()); // by another hand
        QVERIFY(replay(dead));
        QCOMPARE(queue().metrics(queueOfArtists).ready, 2);
    }

    /// pgbus #389: a message that waits for its time was as old as its sending, and rang the alarm.
    void pgbus389_aMessageThatWaitsForItsTimeIsNotLate()
    {
        queue().sendText(m_run, queueOfPeople, toJson(SocialEnrichmentMessage{1}), 1h);
        m_file->clock.advance(59min);
        QVERIFY(!metrics().oldestReady);
        m_file->clock.advance(1min + 5s);
        QCOMPARE(metrics().oldestReady, Milliseconds(5s));
        QVERIFY(queue().giveBackFailed(*read(), 2min, failed()));
        QVERIFY(!metrics().oldestReady);
        m_file->clock.advance(2min + 7s);
        QCOMPARE(metrics().oldestReady, Milliseconds(7s));
    }

    /// pgbus #367: a queue that waits for leases and back-offs had messages and no progress, and was called stalled.
    void pgbus367_whatIsHeldOrBackedOffIsNotReady()
    {
        for (int i = 1; i <= 3; ++i)
            send(i);
        QVERIFY(read());
        QVERIFY(queue().giveBackFailed(*read(), 1min, failed()));
        QVERIFY(queue().giveBack(*read(), 1min));
        QCOMPARE(metrics().ready, 0);
        QCOMPARE(metrics().leased, 1);
        QCOMPARE(metrics().delayed, 2);
    }

    /// pgmq #170: the metrics read every message of the queue each time. Ours read what is leased or delayed, and have
    /// the rest from the books.
    void pgmq170_theMetricsDoNotReadAllThatIsReady()
    {
        const auto plan = planOf("queue.metrics").filter(QLatin1String("messages"));
        const auto whole = plan.join(QLatin1Char('\n'));
        QVERIFY(!plan.isEmpty());
        QVERIFY2(plan.size() == plan.filter(QRegularExpression(QStringLiteral("lane=\\? AND vt|COVERING"))).size(),
                 qPrintable(whole));
    }

    /// PGMQ: every read went over all that is delayed, since `vt <= clock_timestamp()` can use no index: 20 messages a
    /// second behind 500,000 delayed ones.
    void pgmqVolatileVt_aReadPassesOverNothingThatIsDelayed_data()
    {
        QTest::addColumn<QByteArray>("statement");
        for (const auto *statement : {"queue.read", "queue.peek", "queue.next_visible"})
            QTest::newRow(statement) << QByteArray(statement);
    }
    void pgmqVolatileVt_aReadPassesOverNothingThatIsDelayed()
    {
        QFETCH(QByteArray, statement);
        const auto plan = planOf(statement.constData());
        const auto whole = plan.join(QLatin1Char('\n'));
        QVERIFY2(whole.contains(QLatin1String("messages_claim (queue=? AND lane=? AND vt")), qPrintable(whole));
        QVERIFY2(!whole.contains(QLatin1String("SCAN messages")) && !whole.contains(QLatin1String("TEMP")),
                 qPrintable(whole));
    }

    /// PGMQ: one queue that was created as MyQ and dropped as myq ended metrics_all() for all queues.
    void pgmqOrphanMeta_aQueueNobodyKnowsHidesNoOther()
    {
        send(1);
        queue().sendText(m_run, QStringLiteral("Social_Enrichment"), QStringLiteral("{}"));
        const auto unknown = *queue().read(QStringLiteral("Social_Enrichment"), visibility);
        QVERIFY(queue().bury(unknown, failed(ErrorCategory::InvalidMessage)));
        const auto snapshot = readPipeline(database());
        QCOMPARE(snapshot.stages.back().metrics.ready, 1);
        QCOMPARE(snapshot.runs.front().stages.back().sent, 1);
        QCOMPARE(DeadLetters(database()).overview({}).groups.size(), std::size_t(1));
        QVERIFY(replay(unknown.messageId));
    }

    /// MailFathom #1989, mlflow PR #25199: a clock that is ahead takes live work for dead. Its work is then done twice,
    /// but has its effects once.
    void mailFathom1989_aClockThatIsPutForwardDoesNothingTwice()
    {
        send(1);
        const auto first = *read();
        m_file->clock.advance(5h);
        const auto second = *read(QStringLiteral("another"));
        m_file->clock.advance(-5h);
        Effects effects;
        effects.messages.emplace_back(SocialEnrichmentMessage{2});
        QCOMPARE(commitEffects(database(), first, effects, 1h), CommitOutcome::LeaseLost);
        QCOMPARE(commitEffects(database(), second, effects, 1h), CommitOutcome::Committed);
        QCOMPARE(metrics().sent, 2);
        QVERIFY(read());
    }

    /// graphile-worker #222: a lease ran out while the laptop slept, and its worker went on when it woke.
    void graphile222_whoSleptTooLongAsksTheFence_data()
    {
        QTest::addColumn<bool>("wasTaken");
        QTest::newRow("another took it") << true;
        QTest::newRow("nobody did") << false;
    }
    void graphile222_whoSleptTooLongAsksTheFence()
    {
        QFETCH(bool, wasTaken);
        send(1);
        const auto sleeper = *read();
        m_file->clock.advance(8h);
        const auto another = wasTaken ? read(QStringLiteral("another")) : std::nullopt;
        QCOMPARE(queue().setVt(sleeper, visibility), !wasTaken);
        QCOMPARE(commitEffects(database(), sleeper, {}, 1h),
                 wasTaken ? CommitOutcome::LeaseLost : CommitOutcome::Committed);
        QCOMPARE(metrics().archived, wasTaken ? 0 : 1);
        if (another)
            QVERIFY(queue().archive(*another));
    }

    // NOLINTEND(readability-identifier-naming)
};

QTEST_GUILESS_MAIN(PeerBugsTest)
#include "tst_peerbugs.moc"
