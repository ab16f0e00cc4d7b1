// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletteractions.h"
#include "fakes/filedatabase.h"
#include "produceractions.h"
#include "store/annotations.h"
#include "store/catalog.h"
#include "store/credits.h"
#include "store/deadletters.h"
#include "store/messagequeue.h"
#include "store/operations.h"

#include <QTest>

using namespace linernotes;
using namespace std::chrono_literals;

/// Work on many that fails half way: what is done is told with what broke it off, and can be undone.
class BrokenOffTest : public QObject
{
    Q_OBJECT

    static constexpr int letterBatch = 100;
    static constexpr int piece = 500;

    std::unique_ptr<FileDatabase> m_file;
    std::unique_ptr<Store> m_store;
    qint64 m_run = 0;

    Database &database() { return *m_file->connection; }
    DeadLetterActions letters() { return DeadLetterActions(*m_store); }
    ProducerActions producers() { return ProducerActions(*m_store); }
    template <typename T>
    static T answer(const QFuture<Result<T>> &future)
    {
        const auto result = future.result();
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
        return *result;
    }

    std::vector<qint64> kill(int howMany)
    {
        std::vector<qint64> ids;
        MessageQueue queue(database());
        database().begin();
        for (int i = 0; i < howMany; ++i) {
            queue.send(m_run, SocialEnrichmentMessage{i + 1});
            const auto lease = queue.read(queueName(StageId::SocialEnrichment), 30s);
            queue.bury(*lease, {.category = ErrorCategory::NotFound, .message = QStringLiteral("gone")});
            ids.push_back(lease->messageId);
        }
        database().commit();
        return ids;
    }
    qint64 dead() { return answer(letters().select({})).count; }

    std::vector<qint64> makePeople(int howMany)
    {
        std::vector<qint64> people;
        database().begin();
        const auto album = Catalog(database())
                               .saveAlbum({.spotifyId = QStringLiteral("album"),
                                           .name = QStringLiteral("Album"),
                                           .type = QStringLiteral("album"),
                                           .releaseDate = QStringLiteral("2015")});
        const auto song =
            Catalog(database())
                .place(album,
                       {.spotifyId = QStringLiteral("1"),
                        .title = QStringLiteral("Song"),
                        .durationMs = 200'000,
                        .isrc = QStringLiteral("QZAAA2400001"),
                        .artists = {{.spotifyId = QStringLiteral("band"), .name = QStringLiteral("Band")}}})
                .recordingId;
        for (int i = 0; i < howMany; ++i) {
            const EvidenceFacts evidence{
                .source = QStringLiteral("genius"), .statement = QStringLiteral("Producer"), .matchScore = 1};
            const PersonFacts facts{.name = QStringLiteral("Person %1").arg(i),
                                    .aliases = {},
                                    .ids = {{QStringLiteral("genius"), QString::number(i + 1), {}}},
                                    .credits = {{.role = Role::Producer, .evidence = evidence}}};
            people.push_back(Credits(database()).save(song, facts).personId);
        }
        database().commit();
        return people;
    }

    /// From now on `change`, as "INSERT ON person_tags", fails where `condition` holds.
    void breakWhere(const QString &change, const QString &condition)
    {
        database().executeText(QStringLiteral("CREATE TRIGGER broken BEFORE %1 WHEN %2 BEGIN "
                                              "SELECT RAISE(ABORT, 'no room'); END")
                                   .arg(change, condition));
    }
    void breakAtLetter(qint64 id)
    {
        breakWhere(QStringLiteral("UPDATE OF state ON dead_letters"), QStringLiteral("old.id = %1").arg(id));
    }
    void mend() { database().executeText(QStringLiteral("DROP TRIGGER broken")); }
    static bool isFull(const std::optional<Error> &error)
    {
        return error && error->category == ErrorCategory::Database
            && error->message.contains(QStringLiteral("no room"));
    }

private Q_SLOTS:
    void init()
    {
        m_store.reset();
        m_file = std::make_unique<FileDatabase>();
        m_store = std::move(*Store::open(m_file->path, m_file->clock));
        m_run = Operations(database()).startRun(QStringLiteral("test"));
    }
    void cleanup()
    {
        for (const auto &violation : MessageQueue(database()).violations())
            QFAIL(qPrintable(violation.queue + QStringLiteral(" ") + violation.what));
    }
    void cleanupTestCase() { m_store.reset(); }

    void lettersSentAgainBeforeItAreToldAndUndone()
    {
        const auto ids = kill(3 * letterBatch);
        breakAtLetter(ids.at(letterBatch + 50));
        const auto sent = answer(letters().replayAll(answer(letters().select({}))));
        QVERIFY(isFull(sent.brokenOff));
        QVERIFY(!sent.isDone);
        QCOMPARE(sent.done, letterBatch);
        QCOMPARE(sent.selected, 3 * letterBatch);
        QCOMPARE(sent.skipped(), 0);
        QCOMPARE(dead(), 2 * letterBatch);
        mend();
        const auto undone = answer(letters().undo(sent.action));
        QVERIFY(undone.isDone);
        QVERIFY(!undone.brokenOff);
        QCOMPARE(undone.done, letterBatch);
        QCOMPARE(dead(), 3 * letterBatch);
    }

    void anUndoThatIsBrokenOffGoesOnWhereItWas()
    {
        const auto ids = kill(2 * letterBatch);
        const auto discarded = answer(letters().discardAll(answer(letters().select({})), QStringLiteral("not wanted")));
        QCOMPARE(dead(), 0);
        breakAtLetter(ids.back());
        const auto undone = answer(letters().undo(discarded.action));
        QVERIFY(isFull(undone.brokenOff));
        QCOMPARE(undone.done, letterBatch);
        mend();
        QCOMPARE(answer(letters().undo(discarded.action)).done, letterBatch);
        QCOMPARE(dead(), 2 * letterBatch);
    }

    void whereNothingIsDoneTheErrorIsTheAnswer()
    {
        const auto ids = kill(2);
        breakAtLetter(ids.front());
        const auto sent = letters().replayAll(answer(letters().select({}))).result();
        QVERIFY(!sent);
        QVERIFY(isFull(sent.error()));
        QCOMPARE(dead(), 2);
    }

    void whoGotATagBeforeItIsTold()
    {
        const auto people = makePeople(3 * piece);
        breakWhere(QStringLiteral("INSERT ON person_tags"),
                   QStringLiteral("new.person_id = %1").arg(people.at(2 * piece + 7)));
        const auto given = answer(producers().addTag(people, QStringLiteral("mine")));
        QVERIFY(isFull(given.brokenOff));
        QVERIFY(!given.isDone);
        QCOMPARE(given.reached, 2 * piece);
        QCOMPARE(given.people, std::vector<qint64>(people.begin(), people.begin() + std::ptrdiff_t(2) * piece));
        const auto taken = answer(producers().removeTag(given.people, given.tag));
        QVERIFY(taken.isDone);
        QCOMPARE(taken.people, given.people);
    }

    /// That is no error of the work, and nobody is told that it was broken off.
    void aTagThatAllHaveIsStillRefused()
    {
        const auto people = makePeople(piece + 1);
        QVERIFY(answer(producers().addTag(people, QStringLiteral("mine"))).isDone);
        const auto again = producers().addTag(people, QStringLiteral("mine")).result();
        QVERIFY(!again);
        QVERIFY(again.error().category == ErrorCategory::InvalidInput);
    }

    void whoWasQueuedBeforeItIsARunOfItsOwn()
    {
        const auto people = makePeople(piece + 10);
        breakWhere(QStringLiteral("INSERT ON messages"),
                   QStringLiteral("new.message LIKE '%\"person_id\":%1}'").arg(people.back()));
        const auto receipt = answer(producers().enrich(people, QStringLiteral("Again")));
        QVERIFY(isFull(receipt.brokenOff));
        QCOMPARE(receipt.queued, piece);
        QCOMPARE(receipt.reached, piece);
        QVERIFY(receipt.runId > m_run);
    }

    void whatIsCancelledTellsHowFarItCame()
    {
        const auto people = makePeople(2 * piece);
        const auto watch = std::make_shared<BulkWatch>();
        watch->isCancelled = true;
        const auto given = answer(producers().addTag(people, QStringLiteral("mine"), watch));
        QVERIFY(!given.isDone);
        QVERIFY(!given.brokenOff);
        QCOMPARE(given.reached, piece);
        QCOMPARE(watch->done.load(), piece);
        QCOMPARE(given.people.size(), std::size_t(piece));
    }
};

QTEST_GUILESS_MAIN(BrokenOffTest)
#include "tst_brokenoff.moc"
