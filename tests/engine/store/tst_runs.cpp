// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/filedatabase.h"
#include "store/deadletters.h"
#include "store/messagequeue.h"
#include "store/operations.h"
#include "store/producers.h"
#include "store/runs.h"

#include <QTest>

#include <algorithm>

using namespace linernotes;
using namespace std::chrono_literals;

namespace
{

constexpr Milliseconds visibility = 30s;
constexpr Milliseconds month = std::chrono::days(30);
const auto queueOfPeople = queueName(StageId::SocialEnrichment);

} // namespace

/// What a person does with runs: pause, put before others, cancel, do again, compare.
class RunsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileDatabase> m_file;
    qint64 m_run = 0;

    Database &database() { return *m_file->connection; }
    std::optional<qint64> replay(qint64 id)
    {
        DeadLetters letters(database());
        return letters.replay(id, letters.begin(DeadLetters::ActionKind::Replay));
    }
    MessageQueue queue() { return MessageQueue(database()); }
    Runs runs() { return Runs(database()); }
    qint64 startRun(const QString &name = QStringLiteral("other")) { return Operations(database()).startRun(name); }
    void sendPeople(qint64 run, qint64 first, qint64 last)
    {
        for (auto person = first; person <= last; ++person)
            queue().send(run, SocialEnrichmentMessage{person}, MessageQueue::Once::ByLedger);
    }
    std::optional<Lease> read() { return queue().read(queueOfPeople, visibility); }
    /// How many steps it took.
    int settle(qint64 run, int most = 1000)
    {
        RunSettling settling;
        int steps = 0;
        for (; !settling.isDone; ++steps)
            settling = runs().settleSome(run, settling, most);
        return steps;
    }
    void identify(qint64 run, qint64 recording, const QString &producer, qint64 geniusId)
    {
        queue().send(run, ProducerIdentificationMessage{recording});
        const auto lease = queue().read(queueName(StageId::ProducerIdentification), visibility);
        Effects effects;
        effects.identification = Identification{};
        effects.identification->recordingId = recording;
        effects.identification->matched = true;
        PersonFacts person{.name = producer, .aliases = {}, .ids = {}, .credits = {}};
        person.ids.push_back({.source = QStringLiteral("genius"), .id = QString::number(geniusId), .url = {}});
        person.credits.push_back({.role = Role::Producer,
                                  .evidence = {.source = QStringLiteral("genius"),
                                               .statement = QStringLiteral("Producer"),
                                               .url = {},
                                               .matchScore = 1,
                                               .matchReasons = {}}});
        effects.identification->people.push_back(person);
        QCOMPARE(commitEffects(database(), *lease, effects, month), CommitOutcome::Committed);
    }
    void makeTwoRecordings()
    {
        DiscoveredTracks tracks;
        tracks.album.spotifyId = QStringLiteral("album");
        for (const auto &title : {QStringLiteral("One"), QStringLiteral("Two")}) {
            TrackPlacement track;
            track.spotifyId = track.title = track.titleKey = title;
            tracks.tracks.push_back(track);
        }
        queue().send(m_run, TrackDiscoveryMessage{.albumId = QStringLiteral("album"), .offset = 0, .onlyArtist = {}});
        const auto lease = queue().read(queueName(StageId::TrackDiscovery), visibility);
        Effects effects;
        effects.tracks = tracks;
        commitEffects(database(), *lease, effects, month);
        for (int i = 0; i < 2; ++i) // done by hand below
            queue().archive(*queue().read(queueName(StageId::ProducerIdentification), visibility));
    }

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<FileDatabase>();
        m_run = startRun(QStringLiteral("test"));
    }

    void cleanup()
    {
        for (const auto &violation : queue().violations())
            QFAIL(qPrintable(violation.queue + QStringLiteral(" ") + violation.what));
    }

    void aPausedRunIsNotReadAndOthersAre()
    {
        const auto other = startRun();
        sendPeople(m_run, 1, 3);
        sendPeople(other, 4, 4);
        runs().pause(m_run);
        settle(m_run);
        sendPeople(m_run, 5, 5); // sent by what was in flight
        QCOMPARE(runs().paused(), 1);
        QCOMPARE(queue().metrics(queueOfPeople).held, 4);
        QCOMPARE(queue().metrics(queueOfPeople).ready, 1);
        QCOMPARE(read()->runId, other);
        QVERIFY(!read());
        QVERIFY(!queue().nextVisible(queueOfPeople) || *queue().nextVisible(queueOfPeople) > m_file->clock.now());
        QVERIFY(queue().peek(queueOfPeople, 10).empty());

        runs().resume(m_run);
        settle(m_run);
        QCOMPARE(queue().metrics(queueOfPeople).held, 0);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(read()->runId, m_run);
    }

    /// Its bell must ring, or the stage would find out only by looking.
    void resumingRingsForItsQueues()
    {
        sendPeople(m_run, 1, 1);
        runs().pause(m_run);
        settle(m_run);
        database().takeSentTo();
        runs().resume(m_run);
        settle(m_run);
        QCOMPARE(database().takeSentTo(), QSet<QString>{queueOfPeople});
    }

    void aLeaseOfAPausedRunIsKeptAndMayEnd()
    {
        sendPeople(m_run, 1, 2);
        const auto first = read();
        const auto second = read();
        runs().pause(m_run);
        settle(m_run);
        QCOMPARE(queue().metrics(queueOfPeople).leased, 2);
        QVERIFY(queue().archive(*first));
        QVERIFY(queue().giveBack(*second, 0ms));
        QVERIFY(!read());
        QCOMPARE(Operations(database()).unfinishedRuns(), 0); // it waits for a person
        QVERIFY(!Operations(database()).finishIfDone(m_run));
    }

    void theRunOfHigherPriorityIsReadFirst()
    {
        const auto high = startRun();
        const auto low = startRun();
        sendPeople(low, 1, 1);
        sendPeople(m_run, 2, 2);
        sendPeople(high, 3, 3);
        runs().setPriority(high, RunPriority::High);
        runs().setPriority(low, RunPriority::Low);
        for (const auto run : {high, low})
            settle(run);
        sendPeople(high, 4, 4);
        for (const auto run : {high, high, m_run, low})
            QCOMPARE(read()->runId, run);
    }

    void settlingGoesInStretchesAndLeavesOthersAlone()
    {
        const auto other = startRun();
        for (qint64 person = 1; person <= 20; person += 2) {
            sendPeople(m_run, person, person);
            sendPeople(other, person + 1, person + 1);
        }
        runs().pause(m_run);
        const int steps = settle(m_run, 4);
        QCOMPARE(steps, 6); // 20 messages in fours, and the look that finds no more
        QCOMPARE(queue().metrics(queueOfPeople).held, 10);
        QCOMPARE(queue().metrics(queueOfPeople).ready, 10);
    }

    /// Whoever opens the database next ends what a killed process had begun.
    void whatWasNotSettledIsKnown()
    {
        sendPeople(m_run, 1, 3);
        QVERIFY(runs().unsettled().empty());
        runs().pause(m_run);
        runs().settleSome(m_run, {}, 1);
        QCOMPARE(runs().unsettled(), std::vector<qint64>{m_run});
        settle(m_run);
        QVERIFY(runs().unsettled().empty());
        QCOMPARE(queue().metrics(queueOfPeople).held, 3);
    }

    void cancellingDiscardsWhatWaitsAndLetsTheRestEnd()
    {
        sendPeople(m_run, 1, 4);
        const auto inFlight = read();
        runs().cancel(m_run);
        settle(m_run);
        auto metrics = queue().metrics(queueOfPeople);
        QCOMPARE(metrics.discarded, 3);
        QCOMPARE(metrics.leased, 1);
        QVERIFY(!runs().standing(m_run)->finished);

        Effects effects; // of a later step's message: it sends on what must not go on
        effects.messages.emplace_back(SocialEnrichmentMessage{99});
        QCOMPARE(commitEffects(database(), *inFlight, effects, month), CommitOutcome::Committed);
        metrics = queue().metrics(queueOfPeople);
        QCOMPARE(metrics.sent, 4);
        QCOMPARE(metrics.length(), 0);
        QVERIFY(runs().standing(m_run)->finished);
        QVERIFY(runs().standing(m_run)->cancelled);
        // Who cancelled it has told so: it did not finish besides.
        QVERIFY(std::ranges::none_of(database().takeEvents(),
                                     [](const Event &event) { return event.kind == EventKind::RunFinished; }));
        // On record, but nothing that anybody has to look after.
        QVERIFY(DeadLetters(database()).overview({}).groups.empty());
    }

    void whatWasInFlightAndComesBackIsDropped()
    {
        sendPeople(m_run, 1, 1);
        const auto lease = read();
        runs().cancel(m_run);
        settle(m_run);
        QVERIFY(queue().giveBack(*lease, 0ms));
        runs().dropIfCancelled(*lease);
        QCOMPARE(queue().metrics(queueOfPeople).discarded, 1);
        QVERIFY(runs().standing(m_run)->finished);
    }

    /// Its process died: nobody gives it back.
    void anOpenLeaseOfACancelledRunIsFoundAtTheNextStart()
    {
        sendPeople(m_run, 1, 1);
        read();
        runs().cancel(m_run);
        settle(m_run);
        QCOMPARE(runs().unsettled(), std::vector<qint64>{m_run});
        m_file->clock.advance(visibility + 1s);
        settle(m_run);
        QVERIFY(runs().standing(m_run)->finished);
    }

    void whatWasCancelledMayBeAskedForAgain()
    {
        sendPeople(m_run, 1, 1);
        runs().cancel(m_run);
        settle(m_run);
        QVERIFY(queue().send(startRun(), SocialEnrichmentMessage{1}, MessageQueue::Once::ByLedger));
    }

    /// Also what was done: the work that it would have sent on was never sent.
    void theWholeOfACancelledRunMayBeAskedForAgain()
    {
        const ArtistDiscoveryMessage artist{.artistId = QStringLiteral("id"), .name = {}, .scope = {}};
        const AlbumDiscoveryMessage page{.artistId = QStringLiteral("id")};
        using Once = MessageQueue::Once;
        queue().send(m_run, artist, Once::ByLedger);
        Effects effects;
        effects.messages.emplace_back(page);
        commitEffects(database(), *queue().read(queueName(StageId::ArtistDiscovery), visibility), effects, month);
        const auto inFlight = queue().read(queueName(StageId::AlbumDiscovery), visibility);
        const auto other = startRun();
        const MessageQueue::SendOptions options{.delay = 0s, .refreshWindow = month};
        QVERIFY(!queue().send(other, artist, Once::ByLedger, options));
        queue().send(other, TrackDiscoveryMessage{.albumId = QStringLiteral("theirs"), .offset = 0, .onlyArtist = {}},
                     Once::ByLedger, options);
        runs().cancel(m_run);
        settle(m_run, 1);
        commitEffects(database(), *inFlight, {}, month);
        QVERIFY(runs().standing(m_run)->finished);
        QVERIFY(queue().send(other, artist, Once::ByLedger, options));
        QVERIFY(queue().send(other, page, Once::ByLedger, options));
        QVERIFY(!queue().send(other,
                              TrackDiscoveryMessage{.albumId = QStringLiteral("theirs"), .offset = 0, .onlyArtist = {}},
                              Once::ByLedger, options));
    }

    /// A kill after the last message was discarded and before the ledger forgot: somebody goes on with it.
    void whatACancelledRunSentIsForgottenAfterAKillToo()
    {
        sendPeople(m_run, 1, 3);
        const TrackDiscoveryMessage done{.albumId = QStringLiteral("done"), .offset = 0, .onlyArtist = {}};
        queue().send(m_run, done, MessageQueue::Once::ByLedger);
        QVERIFY(queue().archive(*queue().read(queueName(StageId::TrackDiscovery), visibility)));
        runs().cancel(m_run);
        runs().settleSome(m_run, {}, 100); // and the program dies
        QVERIFY(runs().standing(m_run)->finished);
        QCOMPARE(runs().unsettled(), std::vector<qint64>{m_run});
        settle(m_run);
        QVERIFY(runs().unsettled().empty());
        QVERIFY(queue().send(startRun(), done, MessageQueue::Once::ByLedger));
    }

    /// The first that ends does not say that the second has.
    void twoChangesAtOnceBothSettle()
    {
        sendPeople(m_run, 1, 4);
        runs().pause(m_run);
        auto first = runs().settleSome(m_run, {}, 2);
        runs().resume(m_run);
        const auto second = runs().settleSome(m_run, {}, 2);
        while (!first.isDone)
            first = runs().settleSome(m_run, first, 2);
        QCOMPARE(runs().unsettled(), std::vector<qint64>{m_run}); // after a kill somebody goes on
        auto rest = second;
        while (!rest.isDone)
            rest = runs().settleSome(m_run, rest, 2);
        QVERIFY(runs().unsettled().empty());
    }

    /// What was sent before the run began counts as old, what it sends itself as new.
    void aRunThatIsDoneAgainAsksForEverythingOnce()
    {
        sendPeople(m_run, 1, 1);
        QVERIFY(queue().archive(*read()));
        m_file->clock.advance(1min);
        const auto again = startRun();
        runs().markAgain(again, m_run);
        m_file->clock.advance(1min);
        for (int i = 0; i < 2; ++i) {
            queue().send(again, TrackDiscoveryMessage{.albumId = QString::number(i), .offset = 0, .onlyArtist = {}});
            const auto lease = queue().read(queueName(StageId::TrackDiscovery), visibility);
            Effects effects;
            effects.messages.emplace_back(SocialEnrichmentMessage{1});
            QCOMPARE(commitEffects(database(), *lease, effects, month), CommitOutcome::Committed);
        }
        QCOMPARE(queue().metrics(queueOfPeople).ready, 1);
        QCOMPARE(runs().standing(again)->againOf, std::optional(m_run));
    }

    void replayingWorkOfACancelledRunLetsItGoOn()
    {
        sendPeople(m_run, 1, 2);
        const auto lease = read();
        QVERIFY(queue().bury(*lease, {.category = ErrorCategory::NotFound, .message = QStringLiteral("gone")}));
        runs().cancel(m_run);
        settle(m_run);
        QVERIFY(runs().standing(m_run)->finished);
        QVERIFY(replay(lease->messageId));
        QVERIFY(!runs().standing(m_run)->cancelled);
        const auto again = read();
        QCOMPARE(again->message, lease->message);
        // It did not finish for that: the rest of its work was taken away.
        QCOMPARE(commitEffects(database(), *again, {}, month), CommitOutcome::Committed);
        QVERIFY(runs().standing(m_run)->finished);
        QVERIFY(runs().standing(m_run)->cancelled);
    }

    /// When and as it had ended before.
    void anUndoneRetryLeavesItsRunAsItWas()
    {
        sendPeople(m_run, 1, 2);
        const auto lease = read();
        QVERIFY(queue().bury(*lease, {.category = ErrorCategory::NotFound, .message = QStringLiteral("gone")}));
        runs().cancel(m_run);
        settle(m_run);
        const auto before = runs().standing(m_run);
        QVERIFY(before->finished && before->cancelled);
        m_file->clock.advance(1h);
        DeadLetters letters(database());
        const auto action = letters.begin(DeadLetters::ActionKind::Replay);
        QVERIFY(letters.replay(lease->messageId, action));
        QVERIFY(!runs().standing(m_run)->cancelled);
        QVERIFY(!runs().standing(m_run)->finishedAt);
        QCOMPARE(letters.undoSome(action, {}, 10).done, 1);
        QCOMPARE(*runs().standing(m_run), *before);
    }

    void comparingShowsWhoIsNew()
    {
        makeTwoRecordings();
        const auto earlier = startRun();
        const auto later = startRun();
        identify(earlier, 1, QStringLiteral("Old Hand"), 1);
        identify(later, 1, QStringLiteral("Old Hand"), 1);
        identify(later, 2, QStringLiteral("New Hand"), 2);
        const auto added = runs().onlyInSecond(earlier, later, 10);
        QCOMPARE(added.count, 1);
        QCOMPARE(added.producers.front().name, QStringLiteral("New Hand"));
        QCOMPARE(runs().onlyInSecond(later, earlier, 10).count, 0);
        QCOMPARE(runs().onlyInSecond(startRun(), later, 1).count, 2);
        QCOMPARE(runs().onlyInSecond(startRun(), later, 1).producers.size(), std::size_t(1));
    }

    /// What a later run finds of the same recordings was not known to the one before.
    void aRepeatShowsWhatItFoundOfTheSameRecordings()
    {
        makeTwoRecordings();
        const auto first = startRun();
        identify(first, 1, QStringLiteral("Old Hand"), 1);
        while (const auto lease = read()) // the profiles
            queue().archive(*lease);
        Operations(database()).finishIfDone(first);
        QVERIFY(runs().standing(first)->finished);
        m_file->clock.advance(1h);
        const auto again = startRun();
        identify(again, 1, QStringLiteral("New Hand"), 2);
        const auto added = runs().onlyInSecond(first, again, 10);
        QCOMPARE(added.count, 1);
        QCOMPARE(
            added.producers.front(),
            (RunComparison::Producer{
                .personId = 2, .name = QStringLiteral("New Hand"), .role = QStringLiteral("producer"), .credits = 1}));
        const auto ids = [this](qint64 run) { return Producers(database()).ids({.filter = {}, .run = run}, 10); };
        QCOMPARE(ids(first), std::vector<qint64>()); // the old hand's credit is no longer found by anybody
        QCOMPARE(ids(again), std::vector<qint64>{2});
        const std::vector<qint64> newHand{2};
        QCOMPARE(Producers(database()).ids({.filter = {}, .run = first, .ids = newHand}, 10), std::vector<qint64>());
    }

    /// That goes by when it found them, not by when it ended: a dead letter of it may be sent again much later.
    void whatARunFoundStaysSoWhenItGoesOn()
    {
        makeTwoRecordings();
        const auto first = startRun();
        identify(first, 1, QStringLiteral("Old Hand"), 1);
        const auto lease = read();
        QVERIFY(queue().bury(*lease, {.category = ErrorCategory::NotFound, .message = QStringLiteral("gone")}));
        Operations(database()).finishIfDone(first);
        m_file->clock.advance(1h);
        const auto again = startRun();
        identify(again, 1, QStringLiteral("New Hand"), 2);
        QCOMPARE(runs().onlyInSecond(first, again, 10).count, 1);
        QVERIFY(replay(lease->messageId));
        QVERIFY(!runs().standing(first)->finished);
        QCOMPARE(runs().onlyInSecond(first, again, 10).count, 1);
        const std::vector<qint64> newHand{2};
        const ProducerQuery ofFirst{.filter = {}, .run = first};
        QCOMPARE(Producers(database()).ids(ofFirst, 10), std::vector<qint64>());
        QCOMPARE(Producers(database()).ids({.filter = {}, .run = first, .ids = newHand}, 10), std::vector<qint64>());
    }

    void aRepeatIsNamedAfterTheFirst()
    {
        const auto first = startRun(QStringLiteral("Jazz"));
        QCOMPARE(runs().nameAgain(first), QStringLiteral("Jazz, again"));
        const auto second = startRun(runs().nameAgain(first));
        runs().markAgain(second, first);
        QCOMPARE(runs().nameAgain(second), QStringLiteral("Jazz, again (2)"));
        QCOMPARE(runs().nameAgain(first), QStringLiteral("Jazz, again (2)"));
        runs().markAgain(first, second); // by hand in the file: it ends all the same
        runs().nameAgain(second);
    }

    /// Gathered or walked through, a run's producers are those with credits on what it identified.
    void producersAreThoseOfARun()
    {
        makeTwoRecordings();
        const auto first = startRun();
        const auto second = startRun();
        identify(first, 1, QStringLiteral("Old Hand"), 1);
        identify(second, 2, QStringLiteral("New Hand"), 2);
        const auto ids = [this](const ProducerQuery &query) { return Producers(database()).ids(query, 10); };
        const std::vector<qint64> oldHand{1};
        const std::vector<qint64> newHand{2};
        QCOMPARE(ids({.filter = {}, .run = first}), oldHand);
        QCOMPARE(ids({.filter = {}, .run = second}), newHand);
        QCOMPARE(Producers(database()).count({.filter = {}, .run = second}), 1);
        QCOMPARE(ids({.filter = {}, .run = second, .ids = newHand}), newHand); // whoever is chosen is asked
        QCOMPARE(ids({.filter = {}, .run = first, .ids = newHand}), std::vector<qint64>());
        QCOMPARE(ids({.filter = {}, .run = startRun()}), std::vector<qint64>());
    }
};

QTEST_GUILESS_MAIN(RunsTest)
#include "tst_runs.moc"
