// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/filedatabase.h"
#include "fakes/workshop.h"
#include "store/events.h"
#include "store/metrics.h"
#include "telemetry/recorder.h"

#include <QFile>
#include <QTest>

#include <atomic>

using namespace linernotes;
using namespace std::chrono_literals;
using test::Answer;
using test::Workshop;

/// From what the engine's parts report to what is written down: once, bounded, and without disturbing the work.
class RecorderTest : public QObject
{
    Q_OBJECT

    /// One process on a database.
    struct Process {
        Process(const QString &path, const Clock &clock, const QString &files = QStringLiteral("none"))
            : store(std::move(*Store::open(path, clock)))
            , recorder(std::make_unique<Recorder>(*store, std::make_shared<Instruments>(clock),
                                                  EventFiles(EventFiles::pathFor(path, files)), std::chrono::days(30)))
        {
        }
        [[nodiscard]] Instruments &instruments() const { return *recorder->instruments(); }
        std::unique_ptr<Store> store;
        std::unique_ptr<Recorder> recorder;
    };

    std::unique_ptr<FileDatabase> m_file;

    [[nodiscard]] std::unique_ptr<Process> process(const QString &files = QStringLiteral("none")) const
    {
        return std::make_unique<Process>(m_file->path, m_file->clock, files);
    }
    [[nodiscard]] std::vector<Event> kept() const { return Events(*m_file->connection).page({.limit = 1000}); }
    [[nodiscard]] qint64 archived(StageId stage, Milliseconds span = 5min) const
    {
        return Metrics(*m_file->connection)
            .chart({.span = span, .stage = stage, .service = {}})
            .stages.front()
            .total.archived;
    }
    void sql(const QString &text) const { m_file->connection->executeText(text); }

    static std::vector<Event> told(const Workshop &workshop)
    {
        return workshop.stage.surroundings().instruments->log().take();
    }
    static StageTally counted(const Workshop &workshop) { return workshop.stage.meter().take(); }

private Q_SLOTS:
    void init() { m_file = std::make_unique<FileDatabase>(); }

    void eventsAreKeptAndWrittenToTheFile()
    {
        const QTemporaryDir folder;
        auto one = process(folder.path());
        one->instruments().log().note({.kind = EventKind::RunStarted, .runId = 3, .text = QStringLiteral("“Sia”")});
        QTRY_COMPARE(kept().size(), std::size_t(1));
        QCOMPARE(kept().front().runId, 3);
        QCOMPARE(kept().front().at, m_file->clock.now());
        QFile file(folder.filePath(QStringLiteral("test.events.jsonl")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(),
                 QByteArray(R"({"at":"2027-01-15T08:00:00.000Z","kind":"run_started","level":"info",)"
                            R"("run_id":3,"text":"“Sia”"})"
                            "\n"));
        one->instruments().log().note({.kind = EventKind::EngineStopped});
        one.reset(); // what is left is written at the end
        QCOMPARE(kept().size(), std::size_t(2));
    }

    void eventsGoWhenTheyAreOlderThanTheSettingSays()
    {
        const auto one = process();
        one->instruments().log().note({.kind = EventKind::RunStarted});
        QTRY_COMPARE(kept().size(), std::size_t(1));
        m_file->clock.advance(std::chrono::days(10));
        one->instruments().log().note({.kind = EventKind::RunFinished});
        QTRY_COMPARE(kept().size(), std::size_t(2));
        one->recorder->setEventsKept(std::chrono::days(7));
        one->instruments().log().note({.kind = EventKind::EngineStopped});
        QTRY_COMPARE(kept().front().kind, EventKind::EngineStopped);
        QCOMPARE(kept().size(), std::size_t(2));
        QCOMPARE(kept().back().kind, EventKind::RunFinished);
    }

    void countsAreWrittenWhenTheirTenSecondsAreOver()
    {
        auto one = process();
        one->instruments().stage(StageId::TrackDiscovery).archived(1ms, 1);
        QTest::qWait(1500);
        m_file->clock.advance(1s);
        QCOMPARE(archived(StageId::TrackDiscovery, 10 * 24h), 0);
        m_file->clock.advance(12s);
        QTRY_COMPARE(archived(StageId::TrackDiscovery), 1);
        // In the ten seconds in which it was done, not in those in which it was written.
        const auto chart =
            Metrics(*m_file->connection).chart({.span = 30s, .stage = StageId::TrackDiscovery, .service = {}});
        QVERIFY(chart.stages.front().points.back().has_value());
        QCOMPARE(chart.at.back(), fromMillis(1'800'000'000'000));
    }

    void severalProcessesAndARestartAddUp()
    {
        for (int i = 0; i < 2; ++i) {
            const auto one = process();
            const auto other = process();
            one->instruments().stage(StageId::TrackDiscovery).archived(1ms, 1);
            other->instruments().stage(StageId::TrackDiscovery).archived(2ms, 1);
            other->instruments().stage(StageId::AlbumDiscovery).archived(2ms, 1);
        }
        m_file->clock.advance(20s);
        QCOMPARE(archived(StageId::TrackDiscovery), 4);
        QCOMPARE(archived(StageId::AlbumDiscovery), 2);
    }

    void aTableThatCannotBeWrittenIsTriedAgainAndNothingIsLostOrTwice()
    {
        auto one = process();
        sql(QStringLiteral("ALTER TABLE events RENAME TO moved"));
        sql(QStringLiteral("ALTER TABLE stage_metrics RENAME TO moved_metrics"));
        for (int i = 0; i < 3; ++i) {
            one->instruments().log().note({.kind = EventKind::RunFinished, .runId = i + 1});
            one->instruments().stage(StageId::TrackDiscovery).archived(1ms, 1);
            one->recorder->flush();
            QTest::qWait(100);
        }
        // Work goes on.
        QVERIFY(one->store
                    ->transact([](Database &database) -> Result<bool> {
                        database.execute("queue.see", {qint64(1)});
                        return true;
                    })
                    .result());
        sql(QStringLiteral("ALTER TABLE moved RENAME TO events"));
        sql(QStringLiteral("ALTER TABLE moved_metrics RENAME TO stage_metrics"));
        one->recorder->flush();
        QTRY_COMPARE(kept().size(), std::size_t(3));
        QCOMPARE(kept().front().runId, 3);
        QCOMPARE(kept().back().runId, 1);
        m_file->clock.advance(20s);
        QTRY_COMPARE(archived(StageId::TrackDiscovery), 3);
        one.reset();
        QCOMPARE(kept().size(), std::size_t(3));
        QCOMPARE(archived(StageId::TrackDiscovery), 3);
    }

    /// Several functions of one group, of which one fails: the others are run twice, and told of once.
    void whatIsUndoneIsNotTold()
    {
        auto one = process();
        const auto tells = [&one](qint64 run, bool isGood) {
            return one->store->transact([run, isGood](Database &database) -> Result<bool> {
                database.noteEvent({.kind = EventKind::RunStarted, .runId = run});
                if (isGood)
                    return true;
                return failure(ErrorCategory::InvalidInput, QStringLiteral("no"));
            });
        };
        std::vector<QFuture<Result<bool>>> futures;
        for (int run = 1; run <= 30; ++run)
            futures.push_back(tells(run, run % 3 != 0));
        for (auto &future : futures)
            future.waitForFinished();
        one.reset();
        std::vector<qint64> runs;
        for (const auto &event : kept())
            runs.push_back(event.runId);
        std::ranges::sort(runs);
        std::vector<qint64> expected;
        for (int run = 1; run <= 30; ++run) {
            if (run % 3 != 0)
                expected.push_back(run);
        }
        QCOMPARE(runs, expected);
    }

    /// A command ends as soon as it has its answer.
    void whoHasTheAnswerFindsItTold()
    {
        const auto store = std::move(*Store::open(m_file->path, m_file->clock));
        std::atomic<qint64> heard = 0;
        store->setHearer([&heard](const std::vector<Event> &events) { heard = events.back().runId; });
        for (qint64 run = 1; run <= 500; ++run) {
            auto telling = store->transact([run](Database &database) -> Result<bool> {
                database.noteEvent({.kind = EventKind::RunStarted, .runId = run});
                return true;
            });
            telling.waitForFinished();
            QCOMPARE(heard.load(), run);
        }
    }

    void anArchivedMessageIsCountedAndOnlyToldInDetail()
    {
        Workshop workshop;
        workshop.answerPages();
        workshop.send(1);
        workshop.start();
        QTRY_COMPARE(workshop.metrics().archived, 1);
        workshop.stop();
        const auto tally = counted(workshop);
        QCOMPARE(tally.archived, 1);
        QCOMPARE(tally.calls, 1);
        QCOMPARE(tally.durations.count(), 1);
        QVERIFY(told(workshop).empty()); // the level is info
    }

    void failuresAreToldWithWhatTheyAreAbout()
    {
        Workshop workshop;
        workshop.refuse(503);
        const auto id = workshop.send(1);
        workshop.start();
        QTRY_COMPARE(workshop.metrics().delayed, 1);
        workshop.refuse(404);
        workshop.spotify.road.clock.advance(1h);
        QTRY_COMPARE(workshop.metrics().dead, 1);
        workshop.stop();
        const auto events = told(workshop);
        QCOMPARE(events.size(), std::size_t(2));
        QCOMPARE(events.front().kind, EventKind::AttemptFailed);
        QCOMPARE(events.front().level, EventLevel::Warning);
        QCOMPARE(events.front().category, std::optional(ErrorCategory::Server));
        QCOMPARE(events.front().attempt, 1);
        QCOMPARE(events.back().kind, EventKind::MessageBuried);
        QCOMPARE(events.back().level, EventLevel::Error);
        QCOMPARE(events.back().category, std::optional(ErrorCategory::NotFound));
        QCOMPARE(events.back().attempt, 2);
        for (const auto &event : events) {
            QCOMPARE(event.messageId, id);
            QCOMPARE(event.stage, std::optional(StageId::AlbumDiscovery));
            QCOMPARE(event.service, QStringLiteral("spotify"));
            QVERIFY(event.runId > 0 && event.took);
        }
        const auto tally = counted(workshop);
        QCOMPARE(tally.retries, 1);
        QCOMPARE(tally.dead, 1);
        QCOMPARE(tally.archived, 0);
        QCOMPARE(tally.calls, 2);
    }

    void aServiceThatRepeatsTheTokenDoesNotGetItIntoAnEvent()
    {
        const auto token = QStringLiteral("BQDx9-planted-token-for-this-test");
        Workshop workshop;
        workshop.spotify.server().answer(workshop.spotify.tokenCall, Answer{.body = test::tokenBody(token)});
        workshop.refuse(400, R"({"error":{"status":400,"message":"no, )" + token.toUtf8() + R"( is not yours"}})");
        workshop.send(1);
        workshop.start();
        QTRY_COMPARE(workshop.metrics().dead, 1);
        workshop.stop();
        const auto events = told(workshop);
        QCOMPARE(events.size(), std::size_t(1));
        QVERIFY2(events.front().text.contains(QLatin1String("is not yours")), qPrintable(events.front().text));
        QVERIFY2(!toJsonLine(events.front()).contains("planted"), toJsonLine(events.front()).constData());
    }
};

QTEST_GUILESS_MAIN(RecorderTest)
#include "tst_recorder.moc"
