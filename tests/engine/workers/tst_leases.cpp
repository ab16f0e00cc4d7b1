// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/workshop.h"
#include "store/runs.h"
#include "store/stagepauses.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace linernotes;
using namespace std::chrono_literals;
using test::Answer;
using test::Call;
using test::Workshop;

namespace
{

const auto theMessage = QStringLiteral("SELECT %1 FROM messages ORDER BY id LIMIT 1");
const auto theDeadLetter = QStringLiteral("SELECT %1 FROM dead_letters");

std::optional<Lease> steal(Workshop &workshop)
{
    workshop.other->begin();
    auto lease = MessageQueue(*workshop.other).read(workshop.queue, 1h);
    workshop.other->commit();
    return lease;
}

} // namespace

/// What a slot does to its message: everything once, nothing after the lease is lost, and the table of failures. That
/// it renews its lease is in tst_peerslotbugs.
class LeasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMessageHasItsEffectsOnce()
    {
        constexpr int many = 30;
        Workshop workshop(4);
        workshop.answerPages();
        for (int i = 1; i <= many; ++i)
            workshop.send(i);
        workshop.start();
        QTRY_COMPARE(workshop.metrics().archived, many);
        QCOMPARE(workshop.pagesAsked(), many);
        QCOMPARE(workshop.number(QStringLiteral("SELECT count(*) FROM albums")), many);
        QCOMPARE(workshop.metrics(StageId::TrackDiscovery).sent, many);
        QCOMPARE(workshop.number(QStringLiteral("SELECT max(read_count) FROM archive")), 1);
        QVERIFY(workshop.booksAddUp());
    }

    void aDelayedMessageIsNotReadBeforeItsTime()
    {
        Workshop workshop;
        workshop.answerPages();
        workshop.send(1, 60s);
        workshop.send(2);
        workshop.start();
        QTRY_COMPARE(workshop.metrics().archived, 1);
        QCOMPARE(workshop.number(theMessage.arg(QStringLiteral("read_count"))), 0);
        workshop.spotify.road.clock.advance(60s);
        workshop.stage.ringAll();
        QTRY_COMPARE(workshop.metrics().archived, 2);
    }

    /// Also of those that were read with the end of the message before.
    void aStopInTheMiddleLeavesNothingLeased()
    {
        constexpr int many = 400;
        Workshop workshop(4);
        workshop.answerPages();
        workshop.other->begin();
        for (int i = 1; i <= many; ++i)
            workshop.send(i);
        workshop.other->commit();
        workshop.start();
        QTRY_VERIFY(workshop.pagesAsked() >= 10);
        workshop.stop();
        const auto metrics = workshop.metrics();
        QCOMPARE(metrics.leased, 0);
        QCOMPARE(metrics.delayed, 0);
        QVERIFY(metrics.ready > 0); // the stop came in the middle
        QCOMPARE(metrics.archived + metrics.ready, many);
        QCOMPARE(workshop.metrics(StageId::TrackDiscovery).sent, metrics.archived);
        QCOMPARE(workshop.number(QStringLiteral("SELECT count(*) FROM messages WHERE attempts > 0")), 0);
        QVERIFY(workshop.booksAddUp());
    }

    void aRoadThatClosesMeanwhileKeepsTheNextMessageUnread()
    {
        Workshop workshop;
        workshop.spotify.server().answerBy([&workshop](const Call &call) {
            workshop.spotify.road.service.refused(
                {.group = {}, .until = workshop.now() + 60s, .reason = QStringLiteral("no")});
            return Workshop::page(call);
        });
        workshop.send(1);
        workshop.send(2);
        workshop.start();
        QTRY_COMPARE(workshop.metrics().archived, 1);
        QTRY_COMPARE(workshop.stage.busySlots(), 0);
        workshop.stage.ringAll();
        QTest::qWait(50);
        QCOMPARE(workshop.number(theMessage.arg(QStringLiteral("read_count"))), 0);
        QCOMPARE(workshop.pagesAsked(), 1);
        workshop.spotify.road.clock.advance(60s);
        workshop.stage.ringAll();
        QTRY_COMPARE(workshop.metrics().archived, 2);
    }

    void slotsShareTheOnlyPlace()
    {
        constexpr int many = 12;
        Workshop workshop(3, 1);
        workshop.answerPages();
        for (int i = 1; i <= many; ++i)
            workshop.send(i);
        workshop.start();
        QTRY_COMPARE(workshop.metrics().archived, many);
        QTRY_VERIFY(workshop.spotify.road.tryEnter()); // nobody idle keeps it
        QCOMPARE(workshop.pagesAsked(), many);
    }

    /// It comes back to a run that wants it no more, however it comes back.
    void whatWasInFlightOfACancelledRunIsDropped_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("archived");
        QTest::newRow("effects") << 200 << 1;
        QTest::newRow("to be given back") << 429 << 0;
        QTest::newRow("to be tried again") << 502 << 0;
    }
    void whatWasInFlightOfACancelledRunIsDropped()
    {
        QFETCH(int, status);
        QFETCH(int, archived);
        Workshop workshop;
        workshop.spotify.server().answerBy([&workshop, status](const Call &call) {
            workshop.gate.pass();
            auto answer = Workshop::page(call);
            answer.status = status;
            return answer;
        });
        workshop.send(1);
        workshop.start();
        QTRY_COMPARE(workshop.metrics().leased, 1);
        Runs(*workshop.other).cancel(1);
        workshop.gate.open();
        QTRY_COMPARE(workshop.metrics().length(), 0);
        QCOMPARE(workshop.metrics().archived, archived);
        QCOMPARE(workshop.metrics().discarded, 1 - archived);
        QCOMPARE(workshop.metrics(StageId::TrackDiscovery).sent, 0);
        QCOMPARE(workshop.value(QStringLiteral("SELECT state FROM runs")).toString(), QStringLiteral("finished"));
        QVERIFY(workshop.booksAddUp());
    }

    /// Whatever the answer was: somebody else has the message now, and what becomes of it is theirs.
    void aLostLeaseChangesNothing_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("effects") << 200;
        QTest::newRow("to be given back") << 429;
        QTest::newRow("to be tried again") << 502;
        QTest::newRow("to be buried") << 404;
    }
    void aLostLeaseChangesNothing()
    {
        QFETCH(int, status);
        Workshop workshop;
        workshop.spotify.server().answerBy([&workshop, status](const Call &call) {
            workshop.gate.pass();
            auto answer = Workshop::page(call);
            answer.status = status;
            return answer;
        });
        workshop.send(1);
        workshop.start();
        QTRY_COMPARE(workshop.pagesAsked(), 1);
        workshop.spotify.road.clock.advance(Stage::visibility + 1ms);
        const auto thief = steal(workshop);
        QVERIFY(thief);
        QCOMPARE(thief->readCount, 2);

        workshop.gate.open();
        QTRY_COMPARE(workshop.stage.busySlots(), 0);
        QCOMPARE(workshop.number(QStringLiteral("SELECT count(*) FROM albums")), 0);
        QCOMPARE(workshop.metrics(StageId::TrackDiscovery).sent, 0);
        const auto metrics = workshop.metrics();
        QCOMPARE(metrics.leased, 1);
        QCOMPARE(metrics.archived + metrics.dead, 0);
        QCOMPARE(workshop.number(theMessage.arg(QStringLiteral("attempts"))), 0);
        QCOMPARE(workshop.value(theMessage.arg(QStringLiteral("history"))).toString(), QStringLiteral("[]"));
        QCOMPARE(workshop.number(theMessage.arg(QStringLiteral("vt"))), toMillis(thief->visibleAt));
        QVERIFY(MessageQueue(*workshop.other).archive(*thief));
        QVERIFY(workshop.booksAddUp());
    }

    void aRefusalForTooManyCallsCostsNoMessageAnAttempt()
    {
        Workshop workshop;
        workshop.refuse(429, "Too many requests", {{"Retry-After", "60"}});
        for (int i = 1; i <= 3; ++i)
            workshop.send(i);
        workshop.start();
        QTRY_VERIFY(workshop.spotify.road.service.snapshot().blocked);
        QTRY_COMPARE(workshop.metrics().ready, 3);
        QCOMPARE(workshop.number(QStringLiteral("SELECT sum(attempts) FROM messages")), 0);
        QCOMPARE(workshop.number(QStringLiteral("SELECT sum(read_count) FROM messages")), 1); // the others: never read
        QCOMPARE(workshop.value(theMessage.arg(QStringLiteral("history"))).toString(), QStringLiteral("[]"));

        workshop.answerPages();
        workshop.spotify.road.clock.advance(60s - 1ms);
        workshop.stage.ringAll();
        QTest::qWait(50);
        QCOMPARE(workshop.pagesAsked(), 1);
        workshop.spotify.road.clock.advance(1ms);
        workshop.stage.ringAll();
        QTRY_COMPARE(workshop.metrics().archived, 3);
        QVERIFY(workshop.booksAddUp());
    }

    /// Whoever holds it: what is in flight is finished, and nothing is read before its time or its resuming.
    void aPausedStageReadsNothing_data()
    {
        QTest::addColumn<bool>("isTimed");
        QTest::newRow("until it is resumed") << false;
        QTest::newRow("for a time") << true;
    }
    void aPausedStageReadsNothing()
    {
        QFETCH(bool, isTimed);
        Workshop workshop;
        workshop.spotify.server().answerBy([&workshop](const Call &call) {
            workshop.gate.pass();
            return Workshop::page(call);
        });
        workshop.send(1);
        workshop.send(2);
        workshop.start();
        QTRY_COMPARE(workshop.metrics().leased, 1);
        StagePauses pauses(*workshop.other);
        pauses.pause(StageId::AlbumDiscovery, isTimed ? std::optional(workshop.now() + 15min) : std::nullopt);
        workshop.gate.open();
        QTRY_COMPARE(workshop.metrics().archived, 1);
        workshop.stage.ringAll();
        QTest::qWait(100);
        workshop.spotify.road.clock.advance(15min - 1ms);
        workshop.stage.ringAll();
        QTest::qWait(100);
        QCOMPARE(workshop.metrics().ready, 1);
        QCOMPARE(workshop.pagesAsked(), 1);
        QVERIFY(pauses.of(workshop.queue).has_value());

        if (isTimed)
            workshop.spotify.road.clock.advance(1ms);
        else
            QVERIFY(pauses.resume(StageId::AlbumDiscovery));
        workshop.stage.ringAll();
        QTRY_COMPARE(workshop.metrics().archived, 2);
        QVERIFY(!pauses.resume(StageId::AlbumDiscovery));
        QVERIFY(workshop.booksAddUp());
    }

    void eightFailuresBuryAMessageWithAllOfThem()
    {
        Workshop workshop;
        workshop.refuse(502, "Bad gateway");
        workshop.send(1);
        workshop.start();
        for (int failures = 1; failures <= 7; ++failures) {
            QTRY_COMPARE(workshop.number(theMessage.arg(QStringLiteral("attempts"))), failures);
            const auto delay = fromMillis(workshop.number(theMessage.arg(QStringLiteral("vt")))) - workshop.now();
            QVERIFY2(delay >= 100ms && delay <= 2s * (1 << (failures - 1)), qPrintable(QString::number(delay.count())));
            workshop.spotify.road.clock.advance(5min);
            workshop.stage.ringAll();
        }
        QTRY_COMPARE(workshop.metrics().dead, 1);
        QCOMPARE(workshop.pagesAsked(), 8);
        const auto text = workshop.value(theDeadLetter.arg(QStringLiteral("history"))).toString();
        const auto history = QJsonDocument::fromJson(text.toUtf8()).array();
        QCOMPARE(history.size(), 8);
        QSet<QString> times;
        for (const auto &entry : history) {
            QCOMPARE(entry[QStringLiteral("category")].toString(), QStringLiteral("Server"));
            QCOMPARE(entry[QStringLiteral("http_status")].toInt(), 502);
            QCOMPARE(entry[QStringLiteral("error")].toString(), QStringLiteral("Bad gateway"));
            times.insert(entry[QStringLiteral("at")].toString());
        }
        QCOMPARE(times.size(), 8);
        QCOMPARE(Operations(*workshop.other).unfinishedRuns(), 0);
        QVERIFY(workshop.booksAddUp());
    }

    void aServiceThatRecoversLosesNothing()
    {
        Workshop workshop;
        workshop.refuse(503);
        workshop.send(1);
        workshop.start();
        QTRY_COMPARE(workshop.number(theMessage.arg(QStringLiteral("attempts"))), 1);
        workshop.answerPages();
        workshop.spotify.road.clock.advance(5min);
        workshop.stage.ringAll();
        QTRY_COMPARE(workshop.metrics().archived, 1);
        QCOMPARE(workshop.metrics(StageId::TrackDiscovery).sent, 1);
        QVERIFY(workshop.booksAddUp());
    }

    void whatCanNotSucceedIsBuriedAtOnceWithItsEvidence_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("category");
        QTest::newRow("no such artist") << 404 << test::refusalBody(404, QStringLiteral("non existing id"))
                                        << QStringLiteral("NotFound");
        QTest::newRow("malformed id") << 400 << test::refusalBody(400, QStringLiteral("invalid id"))
                                      << QStringLiteral("InvalidRequest");
        QTest::newRow("another shape") << 200 << QByteArray(R"({"items":7})") << QStringLiteral("InvalidResponse");
    }
    void whatCanNotSucceedIsBuriedAtOnceWithItsEvidence()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, category);
        Workshop workshop;
        workshop.refuse(status, body);
        workshop.send(1);
        workshop.start();
        QTRY_COMPARE(workshop.metrics().dead, 1);
        QCOMPARE(workshop.pagesAsked(), 1);
        const auto column = [&](const char *name) {
            return workshop.value(theDeadLetter.arg(QLatin1String(name))).toString();
        };
        QCOMPARE(column("category"), category);
        QCOMPARE(column("http_status"), QString::number(status));
        QCOMPARE(column("service"), QStringLiteral("spotify"));
        QCOMPARE(column("endpoint"), QStringLiteral("/artists/{id}/albums"));
        QCOMPARE(column("evidence"), QString::fromUtf8(body));
        QCOMPARE(column("message"),
                 toJson(AlbumDiscoveryMessage{.artistId = test::spotifyId(QStringLiteral("artist"), 1)}));
        QVERIFY(!column("error").isEmpty());
        QCOMPARE(Operations(*workshop.other).unfinishedRuns(), 0);
        QVERIFY(workshop.booksAddUp());
    }

    /// A closed road never burns a message's attempts: the sixth is not even read.
    void anOpenCircuitKeepsMessagesFromBeingRead()
    {
        Workshop workshop;
        workshop.refuse(502);
        for (int i = 1; i <= 6; ++i)
            workshop.send(i);
        workshop.start();
        QTRY_COMPARE(workshop.spotify.road.service.snapshot().circuit, CircuitState::Open);
        QTRY_COMPARE(workshop.number(QStringLiteral("SELECT sum(attempts) FROM messages")), 5);
        workshop.stage.ringAll();
        QTest::qWait(50);
        QCOMPARE(workshop.number(QStringLiteral("SELECT sum(read_count) FROM messages")), 5);
        QCOMPARE(workshop.pagesAsked(), 5);

        workshop.answerPages();
        workshop.spotify.road.clock.advance(10min);
        workshop.stage.ringAll();
        QTRY_COMPARE(workshop.metrics().archived, 6);
        QCOMPARE(workshop.spotify.road.service.snapshot().circuit, CircuitState::Closed);
    }

    /// The transaction fails in its middle: the engine says so, waits for five seconds, and nothing is half done.
    void aFailingDatabaseIsToldAndLosesNothing()
    {
        Workshop workshop;
        workshop.answerPages();
        workshop.send(1);
        workshop.other->executeText(QStringLiteral("ALTER TABLE albums RENAME TO away"));
        workshop.start();
        QTRY_VERIFY(workshop.stage.problem());
        QCOMPARE(workshop.stage.problem()->category, ErrorCategory::Database);
        QCOMPARE(workshop.metrics().archived, 0);
        QCOMPARE(workshop.metrics().leased, 1); // it runs out by itself
        QCOMPARE(workshop.number(theMessage.arg(QStringLiteral("attempts"))), 0);
        QCOMPARE(workshop.metrics(StageId::TrackDiscovery).sent, 0);

        workshop.other->executeText(QStringLiteral("ALTER TABLE away RENAME TO albums"));
        workshop.spotify.road.clock.advance(Stage::visibility);
        QTRY_COMPARE_WITH_TIMEOUT(workshop.metrics().archived, 1, 60'000);
        QTRY_VERIFY(!workshop.stage.problem()); // the slot hears of its commit after those who look
        QCOMPARE(workshop.metrics(StageId::TrackDiscovery).sent, 1);
        QVERIFY(workshop.booksAddUp());
    }
};

QTEST_GUILESS_MAIN(LeasesTest)
#include "tst_leases.moc"
