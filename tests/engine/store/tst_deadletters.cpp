// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/filedatabase.h"
#include "store/deadletters.h"
#include "store/errorshape.h"
#include "store/messagequeue.h"
#include "store/operations.h"

#include <QTest>

using namespace linernotes;
using namespace std::chrono_literals;

namespace
{

constexpr Milliseconds visibility = 30s;

Error notFound(const QString &message)
{
    return {.category = ErrorCategory::NotFound,
            .message = message,
            .httpStatus = 404,
            .service = QStringLiteral("genius"),
            .endpoint = QStringLiteral("/artists/{id}"),
            .evidence = R"({"meta":{"status":404}})"};
}

} // namespace

/// What a person does about messages that were given up: nothing is lost, nothing is done twice, the books add up.
class DeadLettersTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileDatabase> m_file;
    qint64 m_run = 0;

    Database &database() { return *m_file->connection; }
    MessageQueue queue() { return MessageQueue(database()); }
    DeadLetters letters() { return DeadLetters(database()); }
    QueueMetrics metrics(StageId stage = StageId::SocialEnrichment) { return queue().metrics(queueName(stage)); }

    /// The id of the message that died.
    qint64 kill(const AnyMessage &message, const Error &error)
    {
        queue().send(m_run, message);
        const auto lease = queue().read(queueName(stageOf(message)), visibility);
        if (!lease || !queue().bury(*lease, error))
            qFatal("nothing was buried");
        m_file->clock.advance(1s);
        return lease->messageId;
    }
    qint64 killPerson(qint64 person, const QString &message = QStringLiteral("gone"))
    {
        return kill(SocialEnrichmentMessage{person}, notFound(message));
    }
    BulkProgress replayAll(const DeadLetterSelection &selection, int most = 100)
    {
        BulkProgress progress;
        while (!progress.isDone)
            progress = letters().replaySome(selection, progress, most);
        return progress;
    }

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<FileDatabase>();
        m_run = Operations(database()).startRun(QStringLiteral("test"));
    }

    void cleanup()
    {
        for (const auto &violation : queue().violations())
            QFAIL(qPrintable(violation.queue + QStringLiteral(" ") + violation.what));
    }

    void aLetterKeepsAllThatIsKnown()
    {
        queue().send(m_run, SocialEnrichmentMessage{7});
        const auto first = queue().read(queueName(StageId::SocialEnrichment), visibility);
        const Error reset{.category = ErrorCategory::Network, .message = QStringLiteral("reset")};
        QVERIFY(queue().giveBackFailed(*first, 0ms, reset));
        const auto second = queue().read(queueName(StageId::SocialEnrichment), visibility);
        QVERIFY(queue().bury(*second, notFound(QStringLiteral("no artist 9003"))));
        const auto letter = letters().letter(second->messageId);
        QVERIFY(letter);
        QCOMPARE(letter->queue, queueName(StageId::SocialEnrichment));
        QCOMPARE(letter->runId, m_run);
        QCOMPARE(letter->message, QStringLiteral(R"({"person_id":7})"));
        QCOMPARE(letter->readCount, 2);
        QCOMPARE(letter->category, QStringLiteral("NotFound"));
        QCOMPARE(letter->error, QStringLiteral("no artist 9003"));
        QCOMPARE(letter->shape, QStringLiteral("no artist {n}"));
        QCOMPARE(letter->httpStatus, 404);
        QCOMPARE(letter->service, QStringLiteral("genius"));
        QCOMPARE(letter->endpoint, QStringLiteral("/artists/{id}"));
        QCOMPARE(letter->evidence, QByteArray(R"({"meta":{"status":404}})"));
        QCOMPARE(letter->workerVersion, QStringLiteral(LINERNOTES_VERSION));
        QCOMPARE(letter->attempts.size(), std::size_t(2));
        QCOMPARE(letter->attempts.front().error, QStringLiteral("reset"));
        QCOMPARE(letter->attempts.back().httpStatus, 404);
        QCOMPARE(letter->attempts.back().at, m_file->clock.now());
        QCOMPARE(letter->replays, 0);
        QVERIFY(!letter->replayOf);
    }

    void lettersOfOneKindAreOneGroup()
    {
        killPerson(1, QStringLiteral("no artist 9003"));
        killPerson(2, QStringLiteral("no artist 17"));
        killPerson(3, QStringLiteral("something else"));
        const auto groups = letters().groups();
        QCOMPARE(groups.size(), std::size_t(2));
        const auto &largest = groups.front();
        QCOMPARE(largest.letters, 2);
        QCOMPARE(largest.shape, QStringLiteral("no artist {n}"));
        QCOMPARE(largest.category, QStringLiteral("NotFound"));
        QCOMPARE(largest.last - largest.first, Milliseconds(1s));
        const auto page = letters().page({.group = largest.key}, 0, 10);
        QCOMPARE(page.size(), std::size_t(2));
        QCOMPARE(page.front().error, QStringLiteral("no artist 17")); // the newest first
        QCOMPARE(letters().page({.group = largest.key}, page.front().sequence, 10).size(), std::size_t(1));
    }

    void aReplayIsTheSameWorkUnderANewId()
    {
        const auto dead = killPerson(7);
        const auto sent = letters().replay(dead);
        QVERIFY(sent && *sent != dead);
        QCOMPARE(metrics().sent, 1);
        QCOMPARE(metrics().dead, 0);
        QCOMPARE(metrics().ready, 1);
        const auto letter = letters().letter(dead);
        QVERIFY(letter->state == DeadLetterState::Replayed);
        QCOMPARE(letter->replayedAs, sent);
        QVERIFY2(!letters().replay(dead), "a second click sends nothing");
        QVERIFY2(!letters().discard(dead, QStringLiteral("late")), "nor does another button");
        const auto lease = queue().read(queueName(StageId::SocialEnrichment), visibility);
        QCOMPARE(lease->messageId, *sent);
        QVERIFY(queue().archive(*lease));
        QCOMPARE(metrics().archived, 1);
    }

    void aReplayThatDiesAgainSaysHowOften()
    {
        const auto dead = killPerson(7);
        const auto again = letters().replay(dead);
        auto lease = queue().read(queueName(StageId::SocialEnrichment), visibility);
        QVERIFY(queue().bury(*lease, notFound(QStringLiteral("gone"))));
        const auto letter = letters().letter(*again);
        QCOMPARE(letter->replayOf, std::optional(dead));
        QCOMPARE(letter->replays, 1);
        QCOMPARE(letters().groups().front().replayedBefore, 1);
        const auto third = letters().replay(*again);
        lease = queue().read(queueName(StageId::SocialEnrichment), visibility);
        QVERIFY(queue().bury(*lease, notFound(QStringLiteral("gone"))));
        QCOMPARE(letters().letter(*third)->replays, 2);
    }

    /// RedDB #1805
    void anArtistWhoDiedMayBeSeededAgain()
    {
        const ArtistDiscoveryMessage nobody{.artistId = {}, .name = QStringLiteral("Nobody")};
        const auto seed = [&] { return queue().send(m_run, nobody, MessageQueue::Once::ByLedger).has_value(); };
        QVERIFY(seed());
        QVERIFY(!seed());
        const auto lease = queue().read(queueName(StageId::ArtistDiscovery), visibility);
        QVERIFY(queue().bury(*lease, notFound(QStringLiteral("gone"))));
        QVERIFY(seed());
        QVERIFY(!seed());
    }

    void aReplayedArtistIsKnownAgain()
    {
        const ArtistDiscoveryMessage nobody{.artistId = {}, .name = QStringLiteral("Nobody")};
        const auto died = kill(nobody, notFound(QStringLiteral("gone")));
        QVERIFY(letters().replay(died));
        QVERIFY(!queue().send(m_run, nobody, MessageQueue::Once::ByLedger));
    }

    void theLedgerDoesNotSwallowAReplay()
    {
        queue().send(m_run, SocialEnrichmentMessage{7}, MessageQueue::Once::ByLedger);
        const auto lease = queue().read(queueName(StageId::SocialEnrichment), visibility);
        QVERIFY(queue().bury(*lease, notFound(QStringLiteral("gone"))));
        QVERIFY(!queue().send(m_run, SocialEnrichmentMessage{7}, MessageQueue::Once::ByLedger));
        QVERIFY(letters().replay(lease->messageId));
    }

    void aReplayGoesOnWithAFinishedRun()
    {
        const auto dead = killPerson(7);
        QVERIFY(Operations(database()).finishIfDone(m_run));
        QCOMPARE(Operations(database()).unfinishedRuns(), 0);
        QVERIFY(letters().replay(dead));
        QCOMPARE(Operations(database()).unfinishedRuns(), 1);
    }

    void theEditedMessageIsSentInstead()
    {
        const auto dead = kill(ArtistDiscoveryMessage{.artistId = {}, .name = QStringLiteral("Genesis")},
                               {.category = ErrorCategory::Ambiguous, .message = QStringLiteral("several")});
        const auto letter = letters().letter(dead);
        QVERIFY(!checkedEdit(*letter, QStringLiteral(R"({"artist_id":"short"})")));
        QVERIFY(!checkedEdit(*letter, QStringLiteral("no JSON")));
        const auto chosen = withChosenArtist(*letter, QStringLiteral("3CkvROUTQ6nRi9yQOcsB50"));
        QVERIFY(chosen);
        QVERIFY(letters().replay(dead, *chosen));
        const auto lease = queue().read(queueName(StageId::ArtistDiscovery), visibility);
        const auto message = parseMessage(StageId::ArtistDiscovery, lease->message);
        QCOMPARE(std::get<ArtistDiscoveryMessage>(*message),
                 (ArtistDiscoveryMessage{.artistId = QStringLiteral("3CkvROUTQ6nRi9yQOcsB50"),
                                         .name = QStringLiteral("Genesis")}));
        QCOMPARE(letters().letter(dead)->message, QStringLiteral(R"({"name":"Genesis"})")); // the original stays
    }

    void onlyAnArtistHasCandidates()
    {
        const auto letter = letters().letter(killPerson(7));
        QVERIFY(!withChosenArtist(*letter, QStringLiteral("3CkvROUTQ6nRi9yQOcsB50")));
    }

    void aDiscardedLetterStaysForTheRecord()
    {
        const auto dead = killPerson(7);
        QVERIFY(letters().discard(dead, QStringLiteral("no such page")));
        QCOMPARE(metrics().dead, 0);
        QCOMPARE(metrics().discarded, 1);
        QVERIFY(letters().groups().empty());
        const auto letter = letters().letter(dead);
        QVERIFY(letter->state == DeadLetterState::Discarded);
        QCOMPARE(letter->discardReason, QStringLiteral("no such page"));
        QVERIFY(!letters().replay(dead));
    }

    /// River #971
    void aBulkReplayKeepsTheOrder()
    {
        std::vector<qint64> people{1, 2, 3, 4, 5};
        for (const auto person : people)
            killPerson(person);
        const auto progress = replayAll(letters().freeze({}), 2);
        QCOMPARE(progress.done, 5);
        QCOMPARE(progress.skipped(), 0);
        for (const auto person : people) {
            const auto lease = queue().read(queueName(StageId::SocialEnrichment), visibility);
            QCOMPARE(lease->message, QStringLiteral(R"({"person_id":%1})").arg(person));
        }
    }

    /// Sidekiq #3243, #5997: "all" is what the person saw, and not what came after.
    void aBulkActionTakesWhatWasThereWhenItWasAskedFor()
    {
        const auto first = killPerson(1);
        killPerson(2);
        const auto third = killPerson(3);
        const auto selection = letters().freeze({});
        QCOMPARE(selection.count, 3);
        const auto later = killPerson(4);
        QVERIFY(letters().replay(first));
        QVERIFY(letters().discard(third, QStringLiteral("by hand")));
        const auto progress = replayAll(selection);
        QCOMPARE(progress.done, 1);
        QCOMPARE(progress.skipped(), 2);
        QVERIFY(letters().letter(later)->state == DeadLetterState::Dead);
    }

    void aBulkActionKeepsToItsFilter_data()
    {
        QTest::addColumn<DeadLetterFilter>("filter");
        QTest::newRow("queue") << DeadLetterFilter{.queue = queueName(StageId::ArtistDiscovery)};
        QTest::newRow("category") << DeadLetterFilter{.category = QStringLiteral("Ambiguous")};
        QTest::newRow("service") << DeadLetterFilter{.service = QStringLiteral("spotify")};
    }
    void aBulkActionKeepsToItsFilter()
    {
        QFETCH(DeadLetterFilter, filter);
        const auto other = killPerson(1);
        const auto meant = kill(ArtistDiscoveryMessage{.artistId = {}, .name = QStringLiteral("Genesis")},
                                {.category = ErrorCategory::Ambiguous,
                                 .message = QStringLiteral("several"),
                                 .service = QStringLiteral("spotify")});
        const auto progress = letters().discardSome(letters().freeze(filter), {}, QStringLiteral("not wanted"), 100);
        QCOMPARE(progress.done, 1);
        QVERIFY(progress.isDone);
        QVERIFY(letters().letter(meant)->state == DeadLetterState::Discarded);
        QVERIFY(letters().letter(other)->state == DeadLetterState::Dead);
    }

    void whatDiffersFromErrorToErrorIsMasked_data()
    {
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("shape");
        QTest::newRow("numbers") << "HTTP 503 after 12.5 s" << "HTTP {n} after {n} s";
        QTest::newRow("a Spotify id") << "no artist 3TVXtAsR1Inumwj472S9r4 there" << "no artist {id} there";
        QTest::newRow("a UUID") << "123e4567-e89b-12d3-a456-426614174000 is gone" << "{id} is gone";
        QTest::newRow("a path in the answer") << "items[3].name: expected a text" << "items[{n}].name: expected a text";
        QTest::newRow("a name") << QStringLiteral("“Drake” fits 3") << QStringLiteral("“…” fits {n}");
        QTest::newRow("an address") << "see https://genius.com/artists/1?x=2 for more" << "see {url} for more";
        QTest::newRow("words stay") << "Counterrevolutionaries" << "Counterrevolutionaries"; // 22 letters, no digit
    }
    void whatDiffersFromErrorToErrorIsMasked()
    {
        QFETCH(QString, error);
        QTEST(errorShape(error), "shape");
    }
};

QTEST_GUILESS_MAIN(DeadLettersTest)
#include "tst_deadletters.moc"
