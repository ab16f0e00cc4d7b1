// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/filedatabase.h"
#include "store/credits.h"
#include "store/deadletters.h"
#include "store/messagequeue.h"
#include "store/operations.h"
#include "store/runs.h"
#include "store/sourcegaps.h"

#include <QTest>

using namespace linernotes;
using namespace std::chrono_literals;

namespace
{

constexpr Milliseconds visibility = 30s;
constexpr Milliseconds month = std::chrono::days(30);
const auto queueOfPeople = queueName(StageId::SocialEnrichment);
const auto source = QString(musicbrainzSource);

} // namespace

/// People who are incomplete for a source that did not answer, and the messages that visit it again by themselves.
class SourceGapsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileDatabase> m_file;
    qint64 m_run = 0;

    Database &database() { return *m_file->connection; }
    MessageQueue queue() { return MessageQueue(database()); }
    qint64 addPerson(const QString &geniusId)
    {
        const PersonFacts facts{.name = QStringLiteral("Marlow Osei"),
                                .aliases = {},
                                .ids = {{QStringLiteral("genius"), geniusId, {}}},
                                .credits = {}};
        return Credits(database()).save(0, facts).personId;
    }
    SourceGap gapOf(qint64 person, Milliseconds wait = 5min, qint64 visit = 1)
    {
        return {.revisit = {.personId = person, .fresh = false, .source = source, .visit = visit},
                .reason = QStringLiteral("no connection"),
                .revisitAt = m_file->clock.now() + wait};
    }
    /// A message of the run is read and its work ends with these effects.
    void finish(const Effects &effects)
    {
        const auto lease = queue().read(queueOfPeople, visibility);
        QVERIFY(lease);
        QCOMPARE(commitEffects(database(), *lease, effects, month), CommitOutcome::Committed);
    }
    Effects withGap(const SourceGap &gap)
    {
        Effects effects;
        effects.gaps.push_back(gap);
        return effects;
    }
    static Effects answered(qint64 person)
    {
        Effects effects;
        effects.enrichments.push_back({.personId = person, .aliases = {}, .profiles = {}, .source = source});
        return effects;
    }
    std::vector<OpenGap> gaps(qint64 person) { return SourceGaps(database()).of(person); }
    void ask(qint64 person) { queue().send(m_run, SocialEnrichmentMessage{person}); }
    std::optional<RunStanding> revisits()
    {
        for (const auto &run : Runs(database()).newestAndUnfinished(10)) {
            if (run.isRevisit)
                return run;
        }
        return std::nullopt;
    }

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<FileDatabase>();
        m_run = Operations(database()).startRun(QStringLiteral("artists"));
    }
    void cleanup() { QVERIFY(queue().violations().empty()); }

    /// The run of artists is done; the revisit is work of its own, which nobody waits for.
    void aGapIsVisitedAgainByItself()
    {
        const auto person = addPerson(QStringLiteral("1"));
        ask(person);
        finish(withGap(gapOf(person)));
        const auto open = gaps(person);
        QCOMPARE(open.size(), std::size_t(1));
        QCOMPARE(open.front().source, source);
        QCOMPARE(open.front().reason, QStringLiteral("no connection"));
        QCOMPARE(open.front().revisitAt, std::optional(m_file->clock.now() + 5min));
        QVERIFY(Runs(database()).standing(m_run)->finished);
        QCOMPARE(Operations(database()).unfinishedRuns(), 0);
        QVERIFY(revisits() && !revisits()->finished);
        QVERIFY(!queue().read(queueOfPeople, visibility));
        m_file->clock.advance(5min);
        const auto lease = queue().read(queueOfPeople, visibility);
        QVERIFY(lease);
        QCOMPARE(lease->runId, revisits()->id);
        const auto message = parseMessage(StageId::SocialEnrichment, lease->message);
        QVERIFY(message);
        QCOMPARE(std::get<SocialEnrichmentMessage>(*message), gapOf(person).revisit);
        QCOMPARE(commitEffects(database(), *lease, answered(person), month), CommitOutcome::Committed);
        QVERIFY(gaps(person).empty());
        QVERIFY(revisits()->finished);
    }

    void aSecondGapOfTheSameSourceQueuesNothingMore()
    {
        const auto person = addPerson(QStringLiteral("1"));
        ask(person);
        ask(person);
        finish(withGap(gapOf(person)));
        auto again = gapOf(person, 1h);
        again.reason = QStringLiteral("circuit open");
        finish(withGap(again));
        const auto metrics = queue().metrics(queueOfPeople);
        QCOMPARE(metrics.delayed, 1);
        QCOMPARE(gaps(person).front().reason, QStringLiteral("circuit open"));
        QCOMPARE(gaps(person).front().revisitAt, std::optional(m_file->clock.now() + 5min));
    }

    void aRevisitThatFailsIsFollowedByTheNext()
    {
        const auto person = addPerson(QStringLiteral("1"));
        ask(person);
        finish(withGap(gapOf(person)));
        const auto since = gaps(person).front().since;
        m_file->clock.advance(5min);
        finish(withGap(gapOf(person, 20min, 2)));
        QCOMPARE(gaps(person).front().revisitAt, std::optional(m_file->clock.now() + 20min));
        QCOMPARE(gaps(person).front().since, since);
        QVERIFY(!revisits()->finished);
        m_file->clock.advance(20min);
        auto last = gapOf(person, 0min, 3);
        last.revisitAt.reset();
        finish(withGap(last));
        QVERIFY(!gaps(person).front().revisitAt); // it stays on record, and nothing visits it
        QVERIFY(revisits()->finished);
    }

    void theRunOfRevisitsGoesOnWhenThereIsMore()
    {
        const auto person = addPerson(QStringLiteral("1"));
        ask(person);
        finish(withGap(gapOf(person)));
        m_file->clock.advance(5min);
        finish(answered(person));
        const auto first = revisits()->id;
        QVERIFY(revisits()->finished);
        ask(person);
        finish(withGap(gapOf(person)));
        QCOMPARE(revisits()->id, first);
        QVERIFY(!revisits()->finished);
    }

    /// What is seeded later does not wait for a hundred thousand people of before.
    void otherWorkComesBeforeRevisits()
    {
        const auto person = addPerson(QStringLiteral("1"));
        ask(person);
        finish(withGap(gapOf(person)));
        m_file->clock.advance(1h);
        ask(person);
        QCOMPARE(queue().read(queueOfPeople, visibility)->runId, m_run);
        QCOMPARE(queue().read(queueOfPeople, visibility)->runId, revisits()->id);
    }

    /// A person sends the dead letter of a revisit again: the gap knows.
    void aReplayedRevisitIsStillTheGaps()
    {
        const auto person = addPerson(QStringLiteral("1"));
        ask(person);
        finish(withGap(gapOf(person)));
        m_file->clock.advance(1h);
        const auto lease = queue().read(queueOfPeople, visibility);
        QVERIFY(queue().bury(*lease, {.category = ErrorCategory::Poison, .message = QStringLiteral("test")}));
        QVERIFY(!gaps(person).front().revisitAt);
        DeadLetters letters(database());
        const auto action = letters.begin(DeadLetters::ActionKind::Replay);
        QVERIFY(letters.replay(lease->messageId, action));
        QVERIFY(gaps(person).front().revisitAt);
        QCOMPARE(letters.undoSome(action, {}, 10).done, 1);
        QVERIFY(!gaps(person).front().revisitAt);
        QVERIFY(letters.replay(lease->messageId, letters.begin(DeadLetters::ActionKind::Replay)));
        QVERIFY(gaps(person).front().revisitAt);
    }

    /// Cancelled, the revisits are forgotten; those of later are another run.
    void cancelledRevisitsAreOver()
    {
        const auto person = addPerson(QStringLiteral("1"));
        ask(person);
        finish(withGap(gapOf(person)));
        const auto first = revisits()->id;
        Runs(database()).cancel(first);
        RunSettling settling;
        while (!settling.isDone)
            settling = Runs(database()).settleSome(first, settling, 100);
        QVERIFY(!gaps(person).front().revisitAt);
        ask(person);
        finish(withGap(gapOf(person)));
        QVERIFY(gaps(person).front().revisitAt);
        QVERIFY(revisits()->id != first);
    }

    void aCancelledRunLeavesAMarkAndQueuesNothing()
    {
        const auto person = addPerson(QStringLiteral("1"));
        ask(person);
        const auto lease = queue().read(queueOfPeople, visibility);
        Runs(database()).cancel(m_run);
        QCOMPARE(commitEffects(database(), *lease, withGap(gapOf(person)), month), CommitOutcome::Committed);
        QCOMPARE(gaps(person).size(), std::size_t(1));
        QVERIFY(!gaps(person).front().revisitAt);
        QVERIFY(!revisits());
    }

    /// Two people who turn out to be one are incomplete once; a revisit under the old name closes it.
    void mergedPeopleShareTheirGap()
    {
        const auto one = addPerson(QStringLiteral("1"));
        const auto two = addPerson(QStringLiteral("2"));
        ask(two);
        finish(withGap(gapOf(two)));
        const PersonFacts both{.name = QStringLiteral("Marlow Osei"),
                               .aliases = {},
                               .ids = {{QStringLiteral("genius"), QStringLiteral("1"), {}},
                                       {QStringLiteral("genius"), QStringLiteral("2"), {}}},
                               .credits = {}};
        QCOMPARE(Credits(database()).save(0, both).personId, one);
        QCOMPARE(gaps(one).size(), std::size_t(1));
        QVERIFY(gaps(two).empty());
        m_file->clock.advance(5min);
        finish(answered(two));
        QVERIFY(gaps(one).empty());
    }
};

QTEST_GUILESS_MAIN(SourceGapsTest)
#include "tst_sourcegaps.moc"
