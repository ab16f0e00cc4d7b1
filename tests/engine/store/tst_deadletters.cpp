// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/filedatabase.h"
#include "store/deadlettermessage.h"
#include "store/deadletters.h"
#include "store/errorshape.h"
#include "store/messagequeue.h"
#include "store/operations.h"

#include <QTest>

#include <numeric>

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
    std::vector<DeadLetterGroup> allGroups() { return letters().overview({}).groups; }
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
    BulkProgress undo(qint64 action, int most = 100)
    {
        BulkProgress progress;
        while (!progress.isDone)
            progress = letters().undoSome(action, progress, most);
        return progress;
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
        const auto groups = letters().overview({}).groups;
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
        const auto sent = letters().replay(dead, 1);
        QVERIFY(sent && *sent != dead);
        QCOMPARE(metrics().sent, 1);
        QCOMPARE(metrics().dead, 0);
        QCOMPARE(metrics().ready, 1);
        const auto letter = letters().letter(dead);
        QVERIFY(letter->state == DeadLetterState::Replayed);
        QCOMPARE(letter->replayedAs, sent);
        QVERIFY2(!letters().replay(dead, 1), "a second click sends nothing");
        QVERIFY2(!letters().discard(dead, 1, QStringLiteral("late")), "nor does another button");
        const auto lease = queue().read(queueName(StageId::SocialEnrichment), visibility);
        QCOMPARE(lease->messageId, *sent);
        QVERIFY(queue().archive(*lease));
        QCOMPARE(metrics().archived, 1);
    }

    void aReplayThatDiesAgainSaysHowOften()
    {
        const auto dead = killPerson(7);
        const auto again = letters().replay(dead, 1);
        auto lease = queue().read(queueName(StageId::SocialEnrichment), visibility);
        QVERIFY(queue().bury(*lease, notFound(QStringLiteral("gone"))));
        const auto letter = letters().letter(*again);
        QCOMPARE(letter->replayOf, std::optional(dead));
        QCOMPARE(letter->replays, 1);
        QCOMPARE(allGroups().front().replayedBefore, 1);
        const auto third = letters().replay(*again, 1);
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
        QVERIFY(letters().replay(died, 1));
        QVERIFY(!queue().send(m_run, nobody, MessageQueue::Once::ByLedger));
    }

    void theLedgerDoesNotSwallowAReplay()
    {
        queue().send(m_run, SocialEnrichmentMessage{7}, MessageQueue::Once::ByLedger);
        const auto lease = queue().read(queueName(StageId::SocialEnrichment), visibility);
        QVERIFY(queue().bury(*lease, notFound(QStringLiteral("gone"))));
        QVERIFY(!queue().send(m_run, SocialEnrichmentMessage{7}, MessageQueue::Once::ByLedger));
        QVERIFY(letters().replay(lease->messageId, 1));
    }

    void aReplayGoesOnWithAFinishedRun()
    {
        const auto dead = killPerson(7);
        QVERIFY(Operations(database()).finishIfDone(m_run));
        QCOMPARE(Operations(database()).unfinishedRuns(), 0);
        QVERIFY(letters().replay(dead, 1));
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
        QVERIFY(letters().replay(dead, 1, *chosen));
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
        QVERIFY(letters().discard(dead, 1, QStringLiteral("no such page")));
        QCOMPARE(metrics().dead, 0);
        QCOMPARE(metrics().discarded, 1);
        QVERIFY(allGroups().empty());
        const auto letter = letters().letter(dead);
        QVERIFY(letter->state == DeadLetterState::Discarded);
        QCOMPARE(letter->discardReason, QStringLiteral("no such page"));
        QVERIFY(!letters().replay(dead, 1));
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
        QVERIFY(letters().replay(first, 1));
        QVERIFY(letters().discard(third, 1, QStringLiteral("by hand")));
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

    void theFilterTakesWordsOfErrorAndMessage()
    {
        const auto first = killPerson(4711, QStringLiteral("Nobody at home"));
        killPerson(2, QStringLiteral("nobody there"));
        killPerson(first, QStringLiteral("a name like a number"));
        const auto found = [this](const QString &text) { return letters().rows({.text = text}, 0, 10).size(); };
        QCOMPARE(found(QStringLiteral("NOBODY")), std::size_t(2));
        QCOMPARE(found(QStringLiteral("nobody home")), std::size_t(1));
        QCOMPARE(found(QStringLiteral("4711")), std::size_t(1));
        QCOMPARE(found(QString::number(first)), std::size_t(2));
        QCOMPARE(found(QStringLiteral("#%1").arg(first)), std::size_t(1));
        QCOMPARE(found(QStringLiteral("%")), std::size_t(0));
        killPerson(3, QString::fromUtf8("Éric Übermüt and ДАНИЛ"));
        for (const auto *name : {"Éric", "éric", "ÜBERMÜT", "данил", "ДАНИЛ"})
            QVERIFY2(found(QString::fromUtf8(name)) == 1, name);
        QCOMPARE(letters().overview({.text = QStringLiteral("home")}).groups.size(), std::size_t(1));
        QCOMPARE(letters().freeze({.ids = {first, 99}}).count, 1);
    }

    void theTrendTellsWhenTheyDied()
    {
        killPerson(1, QStringLiteral("early"));
        m_file->clock.advance(12h);
        killPerson(2, QStringLiteral("late 1"));
        killPerson(3, QStringLiteral("late 2"));
        const auto overview = letters().overview({});
        QCOMPARE(overview.slice, Milliseconds(1h)); // a day in 24 slices
        QCOMPARE(overview.groups.front().trend.back(), 2);
        QCOMPARE(overview.groups.back().trend.at(11), 1);
        for (const auto &group : overview.groups) {
            QCOMPARE(group.trend.size(), std::size_t(DeadLetterOverview::slices));
            QCOMPARE(std::accumulate(group.trend.begin(), group.trend.end(), qint64(0)), group.letters);
        }
        m_file->clock.advance(std::chrono::days(400)); // older than the longest span: counted in its first slice
        QCOMPARE(letters().overview({}).groups.front().trend.front(), 2);
    }

    void whatChangedIsToldWithoutReadingAllAgain()
    {
        std::vector<qint64> ids;
        for (const auto person : {1, 2, 3, 4})
            ids.push_back(killPerson(person));
        const auto shown = letters().rows({}, 0, 3);
        const std::vector sequences{shown.at(0).sequence, shown.at(1).sequence, shown.at(2).sequence};
        QCOMPARE(letters().changes({}, {.sequences = sequences}), DeadLetterChanges());
        QVERIFY(letters().discard(ids.at(2), 1, QStringLiteral("no")));
        QVERIFY(letters().discard(ids.at(0), 1, QStringLiteral("no"))); // older than what is shown
        const auto fresh = killPerson(5);
        const auto changes = letters().changes({}, {.sequences = sequences});
        QCOMPARE(changes.gone, std::vector{sequences.at(1)});
        QCOMPARE(changes.came.size(), std::size_t(1));
        QCOMPARE(changes.came.front().id, fresh);
        undo(1);
        QCOMPARE(letters().changes({}, {.sequences = sequences}).came.size(), std::size_t(1));
        // A list that ends there has no page below, with which the older one would come.
        const auto whole = letters().changes({}, {.sequences = sequences, .isWhole = true});
        QCOMPARE(whole.came.size(), std::size_t(2));
        QCOMPARE(whole.came.back().id, ids.at(0));
    }

    void aDiscardCanBeUndone()
    {
        const auto first = killPerson(1);
        const auto second = killPerson(2);
        const auto before = *letters().letter(first);
        auto progress = letters().discardSome(letters().freeze({}), {}, QStringLiteral("not wanted"), 100);
        QCOMPARE(metrics().discarded, 2);
        QVERIFY(Operations(database()).finishIfDone(m_run));
        const auto undone = undo(progress.action);
        QCOMPARE(undone.done, 2);
        QCOMPARE(metrics().discarded, 0);
        QCOMPARE(metrics().dead, 2);
        QCOMPARE(*letters().letter(first), before);
        QVERIFY(letters().letter(second)->state == DeadLetterState::Dead);
        QCOMPARE(undo(progress.action).done, 0); // once is enough
    }

    void aRetryCanBeUndoneUntilAWorkerTakesItUp()
    {
        for (const auto person : {1, 2, 3})
            killPerson(person);
        QVERIFY(Operations(database()).finishIfDone(m_run));
        const auto sent = letters().replaySome(letters().freeze({}), {}, 100);
        QCOMPARE(metrics().ready, 3);
        const auto lease = queue().read(queueName(StageId::SocialEnrichment), visibility);
        const auto undone = undo(sent.action, 1);
        QCOMPARE(undone.selected, 3);
        QCOMPARE(undone.done, 2);
        QCOMPARE(undone.skipped(), 1);
        QCOMPARE(metrics().dead, 2);
        QCOMPARE(metrics().ready, 0);
        QCOMPARE(metrics().sent, 3);
        QVERIFY2(queue().archive(*lease), "what a worker holds is not taken from it");
        QVERIFY(Operations(database()).finishIfDone(m_run));
    }

    void anUndoneRetryOfAnArtistIsForgottenByTheLedger()
    {
        const ArtistDiscoveryMessage nobody{.artistId = {}, .name = QStringLiteral("Nobody")};
        const auto action = letters().begin(DeadLetters::ActionKind::Replay);
        QVERIFY(letters().replay(kill(nobody, notFound(QStringLiteral("gone"))), action));
        QCOMPARE(undo(action).done, 1);
        QVERIFY(queue().send(m_run, nobody, MessageQueue::Once::ByLedger));
    }

    /// Of the other work there is neither message nor letter any more.
    void anUndoneEditedRetryIsForgottenToo()
    {
        const SocialEnrichmentMessage meant{2};
        const auto dead = killPerson(1);
        const auto action = letters().begin(DeadLetters::ActionKind::Replay);
        QVERIFY(letters().replay(dead, action, toJson(meant)));
        QVERIFY(!queue().send(m_run, meant, MessageQueue::Once::ByLedger));
        QCOMPARE(undo(action).done, 1);
        QVERIFY(queue().send(m_run, meant, MessageQueue::Once::ByLedger));
    }

    void theRunEndsWhenItsLastRetryIsUndone()
    {
        const auto dead = killPerson(1);
        QVERIFY(Operations(database()).finishIfDone(m_run));
        const auto action = letters().begin(DeadLetters::ActionKind::Replay);
        QVERIFY(letters().replay(dead, action));
        QCOMPARE(Operations(database()).unfinishedRuns(), 1);
        QCOMPARE(undo(action).done, 1);
        QCOMPARE(Operations(database()).unfinishedRuns(), 0);
    }

    void candidatesAreReadFromTheEvidence()
    {
        const auto dead =
            kill(ArtistDiscoveryMessage{.artistId = {}, .name = QStringLiteral("Genesis")},
                 {.category = ErrorCategory::Ambiguous,
                  .message = QStringLiteral("several"),
                  .evidence = R"([{"spotify_id":"3CkvROUTQ6nRi9yQOcsB50","name":"Genesis","score":0.98,"followers":12,)"
                              R"("genres":["rock"]},{"spotify_id":"a","name":"Genesi","score":0.5}])"});
        const auto candidates = candidatesOf(*letters().letter(dead));
        QCOMPARE(candidates.size(), std::size_t(2));
        QCOMPARE(candidates.front().followers, std::optional<qint64>(12));
        QCOMPARE(candidates.front().genres, QStringList(QStringLiteral("rock")));
        QVERIFY(!candidates.back().followers);
        QVERIFY(candidatesOf(*letters().letter(killPerson(1))).empty());
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

    void endedLettersAreFoundAndNeverActedOn()
    {
        const auto open = killPerson(1);
        const auto discarded = killPerson(2);
        const auto replayed = killPerson(3);
        QVERIFY(letters().discard(discarded, 1, QStringLiteral("no such page")));
        QVERIFY(letters().replay(replayed, 2));
        const auto ids = [this](DeadLetterScope scope) {
            std::vector<qint64> found;
            for (const auto &row : letters().rows({.scope = scope}, 0, 10))
                found.push_back(row.id);
            return found;
        };
        QCOMPARE(ids(DeadLetterScope::Open), std::vector{open});
        QCOMPARE(ids(DeadLetterScope::Ended), (std::vector{replayed, discarded}));
        QCOMPARE(ids(DeadLetterScope::All), (std::vector{replayed, discarded, open}));
        const DeadLetterFilter ended{.scope = DeadLetterScope::Ended};
        const auto rows = letters().rows(ended, 0, 10);
        QCOMPARE(rows.at(0).state, DeadLetterState::Replayed);
        QCOMPARE(rows.at(1).state, DeadLetterState::Discarded);
        QCOMPARE(rows.at(1).discardReason, QStringLiteral("no such page"));
        QVERIFY(rows.at(1).endedAt);
        QCOMPARE(letters().overview(ended).groups.front().letters, 2);
        QCOMPARE(letters().changes(ended, {.sequences = {}}).came, rows);
        QCOMPARE(letters().freeze(ended).count, 0);
        const auto all = letters().freeze({.scope = DeadLetterScope::All});
        QCOMPARE(all.count, 1);
        QCOMPARE(replayAll(all).done, 1);
    }
};

QTEST_GUILESS_MAIN(DeadLettersTest)
#include "tst_deadletters.moc"
