// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/filedatabase.h"
#include "store/deadletters.h"
#include "store/messagequeue.h"
#include "store/messagestanding.h"
#include "store/operations.h"
#include "store/runs.h"

#include <QTest>

#include <limits>

using namespace linernotes;
using namespace std::chrono_literals;

namespace
{

constexpr Milliseconds visibility = 30s;
const auto queueOfPeople = queueName(StageId::SocialEnrichment);
const Error notFound{.category = ErrorCategory::NotFound, .message = QStringLiteral("no such page")};

} // namespace

/// A message is found wherever it is on its way, with what it says.
class MessageStandingTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileDatabase> m_file;
    std::unique_ptr<MessageQueue> m_queue;
    qint64 m_run = 0;
    qint64 m_id = 0;

    /// All of it but the place and its time, as it was sent and read `times` times.
    void comparePlace(MessagePlace place, Instant since, qint64 times, std::optional<qint64> failures)
    {
        const auto found = messageStanding(*m_file->connection, m_id);
        QVERIFY(found);
        QCOMPARE(static_cast<int>(found->place), static_cast<int>(place));
        QCOMPARE(toMillis(found->since), toMillis(since));
        QCOMPARE(found->id, m_id);
        QCOMPARE(found->queue, queueOfPeople);
        QCOMPARE(found->runId, m_run);
        QCOMPARE(found->message, toJson(SocialEnrichmentMessage{7}));
        QCOMPARE(toMillis(found->enqueuedAt), 1'800'000'000'000);
        QCOMPARE(found->readCount, times);
        QCOMPARE(found->failures, failures);
    }
    Lease read()
    {
        const auto lease = m_queue->read(queueOfPeople, visibility);
        if (!lease)
            qFatal("nothing to read");
        return *lease;
    }
    void bury() { QVERIFY(m_queue->bury(read(), notFound)); }
    [[nodiscard]] Instant now() const { return m_file->clock.now(); }

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<FileDatabase>();
        m_queue = std::make_unique<MessageQueue>(*m_file->connection);
        m_run = Operations(*m_file->connection).startRun(QStringLiteral("test"));
        m_id = m_queue->send(m_run, SocialEnrichmentMessage{7}).value();
    }

    void onItsWayToTheArchive()
    {
        const auto sent = now();
        comparePlace(MessagePlace::Ready, sent, 0, 0);
        m_file->clock.advance(1min);
        const auto first = read();
        comparePlace(MessagePlace::Leased, now() + visibility, 1, 0);
        QVERIFY(m_queue->giveBackFailed(first, 5min, notFound));
        comparePlace(MessagePlace::Delayed, now() + 5min, 1, 1);
        const auto again = now() + 5min;
        m_file->clock.advance(6min);
        comparePlace(MessagePlace::Ready, again, 1, 1);
        QVERIFY(m_queue->archive(read()));
        comparePlace(MessagePlace::Archived, now(), 2, std::nullopt);
    }

    void aLeaseThatRanOutHoldsNothing()
    {
        const auto end = now() + visibility;
        read();
        m_file->clock.advance(visibility + 1s);
        comparePlace(MessagePlace::Ready, end, 1, 0);
    }

    void ofAPausedRunItIsHeldButWhatIsWorkedOnIsNot()
    {
        const auto sent = now();
        Runs runs(*m_file->connection);
        runs.pause(m_run);
        runs.settleSome(m_run, {}, 10);
        comparePlace(MessagePlace::Held, sent, 0, 0);
        runs.resume(m_run);
        runs.settleSome(m_run, {}, 10);
        read();
        runs.pause(m_run);
        runs.settleSome(m_run, {}, 10);
        comparePlace(MessagePlace::Leased, sent + visibility, 1, 0);
    }

    void aDeadLetterAndWhatAPersonDidWithIt()
    {
        bury();
        const auto died = now();
        comparePlace(MessagePlace::Dead, died, 1, 1);
        m_file->clock.advance(1h);
        DeadLetters letters(*m_file->connection);
        const auto action = letters.begin(DeadLetters::ActionKind::Replay);
        const auto next = letters.replay(m_id, action);
        QVERIFY(next);
        comparePlace(MessagePlace::Replayed, now(), 1, 1);
        QCOMPARE(static_cast<int>(messageStanding(*m_file->connection, *next)->place),
                 static_cast<int>(MessagePlace::Ready));
        letters.undoSome(action, {}, 10); // the message that was sent for it is gone
        QVERIFY(!messageStanding(*m_file->connection, *next));
        comparePlace(MessagePlace::Dead, died, 1, 1);
        QVERIFY(letters.discard(m_id, letters.begin(DeadLetters::ActionKind::Discard), QStringLiteral("no use")));
        comparePlace(MessagePlace::Discarded, now(), 1, 1);
    }

    void whatNeverWasIsNowhere()
    {
        for (const qint64 id : {qint64(0), qint64(-1), m_id + 1, std::numeric_limits<qint64>::max()})
            QVERIFY(!messageStanding(*m_file->connection, id));
    }
};

QTEST_GUILESS_MAIN(MessageStandingTest)
#include "tst_messagestanding.moc"
