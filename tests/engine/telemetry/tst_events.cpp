// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/filedatabase.h"
#include "store/events.h"
#include "store/statements.h"
#include "telemetry/eventfiles.h"
#include "telemetry/eventlog.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <thread>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace linernotes;
using namespace std::chrono_literals;

/// Events: found by what they are about, bounded, and without a secret.
class EventsTest : public QObject
{
    Q_OBJECT

    static constexpr Milliseconds keptFor = std::chrono::days(30);
    std::unique_ptr<FileDatabase> m_file;

    [[nodiscard]] Events events(qint64 most = Events::mostKept) const { return Events(*m_file->connection, most); }
    [[nodiscard]] Instant now() const { return m_file->clock.now(); }

    /// One in ten is a warning, one in a hundred an error; five stages, two services, ten runs.
    [[nodiscard]] Event numbered(qint64 number) const
    {
        Event event{.at = now() + Milliseconds(number),
                    .level = EventLevel::Debug,
                    .kind = EventKind::MessageArchived,
                    .stage = allStages.at(static_cast<std::size_t>(number % 5)),
                    .service = number % 2 == 0 ? QStringLiteral("spotify") : QStringLiteral("genius"),
                    .runId = 1 + (number % 10),
                    .messageId = number,
                    .attempt = 1,
                    .took = Milliseconds(number % 50),
                    .category = {},
                    .text = {}};
        if (number % 10 == 0) {
            event.level = number % 100 == 0 ? EventLevel::Error : EventLevel::Warning;
            event.kind = number % 100 == 0 ? EventKind::MessageBuried : EventKind::AttemptFailed;
            event.category = number % 100 == 0 ? ErrorCategory::NotFound : ErrorCategory::Timeout;
            event.text = QStringLiteral("no complete answer within %1 s").arg(number);
        }
        return event;
    }
    void fill(qint64 count) const
    {
        m_file->connection->begin();
        for (qint64 number = 1; number <= count; ++number) {
            const std::array one{numbered(number)};
            events().add(one);
        }
        m_file->connection->commit();
    }
    [[nodiscard]] qint64 count() const
    {
        auto rows = m_file->connection->executeText(QStringLiteral("SELECT count(*) FROM events"));
        return rows.next() ? rows.integer(0) : -1;
    }

private Q_SLOTS:
    void init() { m_file = std::make_unique<FileDatabase>(); }

    void anEventIsReadAsItWasWritten()
    {
        auto written = numbered(100);
        const std::array one{written};
        events().add(one);
        written.id = 1;
        const auto read = events().page({});
        QCOMPARE(read.size(), std::size_t(1));
        QVERIFY(read.front() == written);
        QVERIFY(events().after(0, 10) == read);
        QVERIFY(events().after(1, 10).empty());
    }

    /// In the database and as they come.
    void lettersOfAnyScriptAreFoundInEitherCase()
    {
        auto event = numbered(100);
        event.text = QString::fromUtf8("Éric Übermüt, ДАНИЛ");
        const std::array one{event};
        events().add(one);
        for (const auto *text : {"Éric", "éric", "übermüt", "данил", "ДАНИЛ"}) {
            const EventQuery query{.text = QString::fromUtf8(text)};
            QVERIFY2(events().page(query).size() == 1, text);
            QVERIFY2(fits(event, query), text);
        }
    }

    void eventsAreFoundByWhatTheyAreAbout_data()
    {
        QTest::addColumn<EventQuery>("query");
        QTest::addColumn<int>("found");
        QTest::newRow("all") << EventQuery{.limit = 1000} << 1000;
        QTest::newRow("warnings") << EventQuery{.least = EventLevel::Warning, .limit = 1000} << 100;
        QTest::newRow("errors") << EventQuery{.least = EventLevel::Error, .limit = 1000} << 10;
        QTest::newRow("infos") << EventQuery{.least = EventLevel::Info, .limit = 1000} << 100;
        QTest::newRow("stage") << EventQuery{.stage = StageId::AlbumDiscovery, .limit = 1000} << 200;
        QTest::newRow("service") << EventQuery{.service = QStringLiteral("genius"), .limit = 1000} << 500;
        QTest::newRow("run") << EventQuery{.runId = 4, .limit = 1000} << 100;
        QTest::newRow("message") << EventQuery{.messageId = 77} << 1;
        QTest::newRow("text") << EventQuery{.text = QStringLiteral("WITHIN 500 s"), .limit = 1000} << 1;
        QTest::newRow("category") << EventQuery{.text = QStringLiteral("notfound"), .limit = 1000} << 10;
        QTest::newRow("a name for people of a kind")
            << EventQuery{.text = QStringLiteral("given up"), .textKinds = {EventKind::MessageBuried}, .limit = 1000}
            << 10;
        QTest::newRow("a name for people of a category")
            << EventQuery{.text = QStringLiteral("in time"), .textCategories = {ErrorCategory::Timeout}, .limit = 1000}
            << 90;
        QTest::newRow("group") << EventQuery{
            .group = EventGroupKey{.category = ErrorCategory::NotFound,
                                   .stage = StageId::ArtistDiscovery,
                                   .service = QStringLiteral("spotify"),
                                   .shape = QStringLiteral("no complete answer within {n} s")},
            .limit = 1000} << 10;
        QTest::newRow("group of another service")
            << EventQuery{.group = EventGroupKey{.category = ErrorCategory::NotFound,
                                                 .stage = StageId::ArtistDiscovery,
                                                 .service = QStringLiteral("genius"),
                                                 .shape = QStringLiteral("no complete answer within {n} s")},
                          .limit = 1000}
            << 0;
        QTest::newRow("a sign for anything is itself") << EventQuery{.text = QStringLiteral("%"), .limit = 1000} << 0;
        QTest::newRow("several") << EventQuery{.least = EventLevel::Warning,
                                               .stage = StageId::ArtistDiscovery,
                                               .service = QStringLiteral("spotify"),
                                               .runId = 1,
                                               .limit = 1000}
                                 << 100;
        QTest::newRow("nothing fits") << EventQuery{.stage = StageId::AlbumDiscovery, .runId = 1, .limit = 1000} << 0;
        QTest::newRow("limit") << EventQuery{.limit = 7} << 7;
    }
    void eventsAreFoundByWhatTheyAreAbout()
    {
        QFETCH(EventQuery, query);
        QFETCH(int, found);
        fill(1000);
        const auto page = events().page(query);
        QCOMPARE(static_cast<int>(page.size()), found);
        for (std::size_t i = 1; i < page.size(); ++i)
            QVERIFY(page.at(i).id < page.at(i - 1).id);
        // A live tail asks without SQL, and finds the same.
        if (query.limit == 1000) {
            const auto all = events().after(0, 1000);
            QCOMPARE(static_cast<int>(std::ranges::count_if(all, [&](const Event &one) { return fits(one, query); })),
                     found);
        }
    }

    void pagesFollowOneAnotherWithoutLossOrRepetition()
    {
        fill(100);
        EventQuery query{.service = QStringLiteral("spotify"), .limit = 7};
        std::vector<qint64> ids;
        for (;;) {
            const auto page = events().page(query);
            if (page.empty())
                break;
            for (const auto &event : page)
                ids.push_back(event.messageId);
            query.before = page.back().id;
            const std::array newer{numbered(2000)}; // what comes meanwhile moves nothing
            events().add(newer);
        }
        QCOMPARE(ids.size(), std::size_t(50));
        QVERIFY(std::ranges::adjacent_find(ids, std::less_equal<>()) == ids.end());
    }

    /// A page that were short for that would look like the last one, and a tail would wait behind it for good.
    void whatALaterProgramToldIsPassedOver()
    {
        fill(10);
        m_file->connection->executeText(
            QStringLiteral("UPDATE events SET kind = 'of_tomorrow' WHERE id BETWEEN 4 AND 8"));
        const auto idsOf = [](const std::vector<Event> &events) {
            QList<qint64> ids;
            for (const auto &event : events)
                ids.append(event.id);
            return ids;
        };
        QCOMPARE(idsOf(events().page({.limit = 4})), QList<qint64>({10, 9, 3, 2}));
        QCOMPARE(idsOf(events().after(3, 2)), QList<qint64>({9, 10}));
    }

    /// Each of the filters of a full table is answered over an index, and reads few rows.
    void aFullTableIsAskedOverItsIndices()
    {
        fill(Events::mostKept);
        QElapsedTimer timer;
        for (const auto &query : {EventQuery{}, EventQuery{.least = EventLevel::Error}, EventQuery{.messageId = 11},
                                  EventQuery{.stage = StageId::TrackDiscovery}, EventQuery{.runId = 3},
                                  EventQuery{.least = EventLevel::Error, .service = QStringLiteral("genius")},
                                  EventQuery{.text = QStringLiteral("nowhere to be found")}}) {
            timer.start();
            const auto page = events().page(query);
            qInfo("%zu events in %lld µs", page.size(), static_cast<long long>(timer.nsecsElapsed() / 1000));
        }
        const auto plan = [this](const char *part) {
            const auto &all = Statements::sqlite();
            auto rows = m_file->connection->executeText(
                QStringLiteral("EXPLAIN QUERY PLAN %1 %2 %3")
                    .arg(all.text("events.select"), all.text(part), all.text("events.newest_first")),
                {500'000, 3, 100});
            QString text;
            while (rows.next())
                text += rows.text(3) + QLatin1Char('\n');
            return text;
        };
        for (const auto &[part, index] :
             {std::pair("events.of_message", "events_message"), std::pair("events.of_run", "events_run"),
              std::pair("events.trouble", "events_trouble"), std::pair("events.of_stage", "events_stage"),
              std::pair("events.of_service", "events_service")})
            QVERIFY2(plan(part).contains(QLatin1String(index)), qPrintable(plan(part)));
        timer.start();
        const auto groups = events().groups(EventLevel::Warning, fromMillis(0), 50);
        qInfo("%zu groups in %lld µs", groups.size(), static_cast<long long>(timer.nsecsElapsed() / 1000));
    }

    void theOldestLeaveWhenThereAreTooMany()
    {
        fill(500);
        events(300).trim(keptFor, 50);
        QCOMPARE(count(), 450); // so many at a time
        events(300).trim(keptFor, 1000);
        QCOMPARE(count(), 300);
        QCOMPARE(events().after(0, 1).front().messageId, 201);
        events(300).trim(keptFor, 1000);
        QCOMPARE(count(), 300);
    }

    void theOldLeaveAfterTheirTime()
    {
        fill(10);
        m_file->clock.advance(keptFor - 1h);
        fill(5);
        events().trim(keptFor, 1000);
        QCOMPARE(count(), 15);
        m_file->clock.advance(2h);
        events().trim(keptFor, 1000);
        QCOMPARE(count(), 5);
    }

    void troubleIsGroupedByWhatItSays()
    {
        fill(1000);
        const auto groups = events().groups(EventLevel::Warning, fromMillis(0), 10);
        QCOMPARE(groups.size(), std::size_t(2));
        QCOMPARE(groups.front().count, 90);
        QCOMPARE(groups.front().key.category, std::optional(ErrorCategory::Timeout));
        QCOMPARE(groups.front().key.shape, QStringLiteral("no complete answer within {n} s"));
        QCOMPARE(groups.front().key.stage, std::optional(StageId::ArtistDiscovery));
        QVERIFY2(groups.front().title.startsWith(QStringLiteral("no complete answer within ")),
                 qPrintable(groups.front().title));
        QVERIFY2(!groups.front().title.contains(QLatin1Char('{')), qPrintable(groups.front().title));
        QCOMPARE(groups.front().kind, EventKind::AttemptFailed);
        QCOMPARE(groups.front().first, now() + 10ms);
        QCOMPARE(groups.front().last, now() + 990ms);
        QCOMPARE(groups.back().count, 10);
        QCOMPARE(groups.back().level, EventLevel::Error);
        QCOMPARE(events().groups(EventLevel::Error, fromMillis(0), 10).size(), std::size_t(1));
        QCOMPARE(events().groups(EventLevel::Warning, now() + 991ms, 10).size(), std::size_t(1));
        QCOMPARE(events().groups(EventLevel::Warning, fromMillis(0), 1).size(), std::size_t(1));
    }

    void secretsAreRemoved_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kept");
        QTest::newRow("known") << QStringLiteral("refused: s3cr3t-of-the-client!") << QStringLiteral("refused: ");
        QTest::newRow("bearer") << QStringLiteral("header Authorization: Bearer BQDx9.unknown-token_1 was wrong")
                                << QStringLiteral("was wrong");
        QTest::newRow("basic") << QStringLiteral("Basic dW5rbm93bi10b2tlbl8x") << QStringLiteral("Basic ");
        QTest::newRow("query") << QStringLiteral("at https://x/?access_token=BQDx9.unknown-token_1&page=2")
                               << QStringLiteral("page=2");
        QTest::newRow("json") << QStringLiteral(R"({"client_secret": "unknown-token_1", "a": 1})")
                              << QStringLiteral(R"("a": 1)");
        QTest::newRow("innocent") << QStringLiteral("the token was refused, basic plan")
                                  << QStringLiteral("basic plan");
    }
    void secretsAreRemoved()
    {
        QFETCH(QString, text);
        QFETCH(QString, kept);
        EventLog log(m_file->clock);
        log.setSecrets({QStringLiteral("s3cr3t-of-the-client!"), QStringLiteral("a")});
        log.note({.text = text});
        const auto written = log.take().front().text;
        QVERIFY2(written.contains(kept), qPrintable(written));
        for (const auto *secret : {"s3cr3t", "unknown-token", "dW5rbm93"})
            QVERIFY2(!written.contains(QLatin1String(secret)), qPrintable(written));
    }

    void whatIsTooMuchIsDroppedAndCounted()
    {
        EventLog log(m_file->clock);
        log.note({.level = EventLevel::Debug, .kind = EventKind::MessageArchived});
        QVERIFY(log.take().empty());
        std::vector<std::thread> threads;
        threads.reserve(4);
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&log] {
                for (std::size_t j = 0; j < EventLog::mostPending / 2; ++j)
                    log.note({.kind = EventKind::RunStarted, .text = QStringLiteral("a")});
            });
        }
        for (auto &thread : threads)
            thread.join();
        const auto taken = log.take();
        QCOMPARE(taken.size(), EventLog::mostPending + 1);
        QCOMPARE(taken.back().kind, EventKind::EventsLost);
        QVERIFY(taken.back().text.contains(QString::number(EventLog::mostPending)));
        QCOMPARE(taken.front().at, now());
        QVERIFY(log.take().empty());
    }

    void aTextIsOneLineAndNotLong()
    {
        EventLog log(m_file->clock);
        log.note({.text = QStringLiteral("first\nsecond ") + QString(5000, QLatin1Char('x'))});
        const auto text = log.take().front().text;
        QCOMPARE(text.size(), EventLog::longestText);
        QVERIFY(text.startsWith(QLatin1String("first second xxx")));
        log.note({.kind = EventKind::RunStarted, .text = QStringLiteral("🎵").repeated(EventLog::longestText)});
        QVERIFY(log.take().front().text.isValidUtf16());
    }

    void theFilesAreBoundedAndHoldWholeLines()
    {
        const QTemporaryDir folder;
        const auto path = EventFiles::pathFor(folder.filePath(QStringLiteral("100%2 %1.sqlite")),
                                              folder.filePath(QStringLiteral("logs/deep")));
        QCOMPARE(QFileInfo(EventFiles::pathFor(QStringLiteral("my.catalogue.sqlite"), {})).fileName(),
                 QStringLiteral("my.catalogue.events.jsonl"));
        constexpr qint64 largest = 20'000;
        EventFiles one(path, largest);
        EventFiles other(path, largest); // of another process
        for (int i = 1; i <= 1000; ++i)
            QVERIFY((i % 2 == 0 ? one : other).append({numbered(i), numbered(i)}));
        const QDir kept(QFileInfo(path).absolutePath());
        const auto names = kept.entryList({QStringLiteral("*.jsonl*")}, QDir::Files, QDir::Name);
        QCOMPARE(names.size(), EventFiles::fileCount);
        qint64 newest = 0;
        for (const auto &name : names) {
            QFile file(kept.filePath(name));
            QVERIFY(file.size() <= largest);
            QVERIFY(file.open(QIODevice::ReadOnly));
            while (!file.atEnd()) {
                const auto object = QJsonDocument::fromJson(file.readLine()).object();
                QVERIFY(!object.isEmpty());
                newest = std::max(newest, object.value(QStringLiteral("message_id")).toInteger());
            }
        }
        QCOMPARE(newest, 1000);
        for (const auto &name : names) // whatever their own name looks like
            QVERIFY2(name.startsWith(QStringLiteral("100%2 %1.events.jsonl")), qPrintable(name));
        QVERIFY(EventFiles::pathFor(path, QStringLiteral("none")).isEmpty());
        QVERIFY(EventFiles({}).append({numbered(1)}));
        QVERIFY(!EventFiles(QStringLiteral("/proc/nowhere/x.jsonl")).append({numbered(1)}));
#ifdef Q_OS_UNIX
        const auto pipe = folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY(!EventFiles(pipe).append({numbered(1)})); // at once, though nobody reads
#endif
    }
};

QTEST_GUILESS_MAIN(EventsTest)
#include "tst_events.moc"
