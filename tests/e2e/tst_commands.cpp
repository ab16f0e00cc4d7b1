// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/programcase.h"
#include "store/messagequeue.h"
#include "store/operations.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace linernotes;

/// What the commands take and print.
class CommandsTest : public ProgramCase
{
    Q_OBJECT

    QString file(const QString &name, const QByteArray &contents) const
    {
        QFile written(m_folder.filePath(name));
        if (!written.open(QIODevice::WriteOnly) || written.write(contents) != contents.size())
            qFatal("no file");
        return written.fileName();
    }
    QStringList demoRun(const QStringList &arguments) const
    {
        return QStringList{QStringLiteral("run"), QStringLiteral("--demo"), QStringLiteral("--until-idle")} + arguments
            + unlimited();
    }

private Q_SLOTS:
    void initTestCase() { startServer(); }
    void init() { nextDatabase(); }

    /// The same files as in the window.
    void filesOfArtistsAreUnderstood_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("contents");
        QTest::newRow("text") << QStringLiteral("list.txt") << QByteArray("Sia\nTyler, The Creator\r\n12\" Wonder\n");
        QTest::newRow("CR alone") << QStringLiteral("old.txt") << QByteArray("Sia\rTyler, The Creator\r12\" Wonder\r");
        QTest::newRow("csv") << QStringLiteral(
            "list.csv") << QByteArray("artist,spotify_id\r\nSia,1\r\n\"Tyler, The Creator\",2\r\n12\" Wonder,3\r\n");
        QTest::newRow("UTF-16") << QStringLiteral("excel.csv")
                                << QByteArray("\xFF\xFES\0i\0a\0;\0x\0\r\0\n\0A\0;\0\r\0\n\0B\0;\0", 32);
    }
    void filesOfArtistsAreUnderstood()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, contents);
        const auto seeded = run(
            {QStringLiteral("seed"), QStringLiteral("--json"), QStringLiteral("--seed-file"), file(name, contents)});
        QVERIFY2(seeded.exitCode == 0, seeded.err.constData());
        QCOMPARE(QJsonDocument::fromJson(seeded.out).object().value(QStringLiteral("queued")).toInt(), 3);
        const auto now = status(m_database);
        const auto first = now.value(QStringLiteral("runs")).toArray().first().toObject();
        QCOMPARE(first.value(QStringLiteral("name")).toString(), QStringLiteral("Sia and 2 more"));
    }

    void aListIsQueuedWhollyOrNotAtAll_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("seed") << QStringList{QStringLiteral("seed")};
        QTest::newRow("run") << QStringList{QStringLiteral("run"), QStringLiteral("--until-idle")};
    }
    void aListIsQueuedWhollyOrNotAtAll()
    {
        QFETCH(QStringList, command);
        const auto list = file(QStringLiteral("mixed.csv"),
                               "artist\nSia\nhttps://example.org/x\n\nspotify:album:3TVXtAsR1Inumwj472S9r4\n");
        const auto outcome = run(command
                                 + QStringList{QStringLiteral("--seed"), QStringLiteral("https://example.org/y"),
                                               QStringLiteral("--seed-file"), list});
        QCOMPARE(outcome.exitCode, 2);
        for (const auto *part : {"nothing was queued",
                                 "artist 1: ", "mixed.csv, line 3: “https://example.org/x”: ", "mixed.csv, line 5: "})
            QVERIFY2(outcome.err.contains(part), outcome.err.constData());
        QVERIFY(!outcome.err.contains("line 2"));
        QVERIFY(!QFile::exists(m_database));
    }

    /// An answer of nothing would look like a result.
    void aWordThatNobodyKnowsIsRefused_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *arguments, const char *said) {
            QTest::newRow(arguments) << QString::fromLatin1(arguments) << QByteArray(said);
        };
        row("dead-letters list --service geniuss", "The services: spotify, genius");
        row("dead-letters retry --service geniuss", "The services: spotify, genius");
        row("dead-letters undo abc", "no number of an action");
        row("circuit deezer", "The services: spotify, genius");
        row("circuit", "circuit musicbrainz");
        row("stages pause artist_discovery --for 900d", "at most a year");
        row("export producers --output - --platform nowhere", "Nobody is on");
        row("export producers --output - --tag nowhere", "Nobody has the tag");
        row("export producers --output - --role nobody", "collaborator");
    }
    void aWordThatNobodyKnowsIsRefused()
    {
        QFETCH(QString, arguments);
        QFETCH(QByteArray, said);
        QCOMPARE(run({QStringLiteral("seed"), QStringLiteral("--seed"), allArtists().front()}).exitCode, 0);
        const auto outcome = run(arguments.split(QLatin1Char(' ')));
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        QCOMPARE(outcome.out, QByteArray());
    }

    void whatIsKnownMakesNoRunAndIsCalledByItsName()
    {
        const QStringList seed{QStringLiteral("seed"), QStringLiteral("--seed"), allArtists().front()};
        QCOMPARE(run(seed).exitCode, 0);
        QCOMPARE(run(QStringList{QStringLiteral("run"), QStringLiteral("--until-idle")} + unlimited()).exitCode, 0);
        const auto again = run(seed);
        QCOMPARE(again.exitCode, 0);
        QVERIFY2(again.out.startsWith("nothing queued: all 1 are known already"), again.out.constData());
        QCOMPARE(run(seed + QStringList{QStringLiteral("--json")}).out,
                 QByteArray("{\"known\":1,\"queued\":0,\"run_id\":null}\n"));
        const auto runs = status(m_database).value(QStringLiteral("runs")).toArray();
        QCOMPARE(runs.size(), 1);
        QCOMPARE(runs.first().toObject().value(QStringLiteral("name")).toString(),
                 m_server->catalogue().artists().front().name); // it was begun by an id
        const auto all = run({QStringLiteral("dead-letters"), QStringLiteral("retry"), QStringLiteral("--all")});
        QCOMPARE(all.out, QByteArray("No dead letter fits: nothing was done.\n"));
        QCOMPARE(run({QStringLiteral("events"), QStringLiteral("--run"), QStringLiteral("99")}).exitCode, 1);
        const auto performers = run({QStringLiteral("export"), QStringLiteral("producers"), QStringLiteral("--output"),
                                     QStringLiteral("-"), QStringLiteral("--role"), QStringLiteral("Performer")});
        QCOMPARE(performers.exitCode, 0);
        QVERIFY2(performers.out.startsWith("person_id,"), performers.err.constData());
    }

    void answersThatAreKeptAreShownAndForgotten()
    {
        QCOMPARE(run({QStringLiteral("cache"), QStringLiteral("show")}).exitCode, 1); // there is no database yet
        QCOMPARE(run(QStringList{QStringLiteral("run"), QStringLiteral("--until-idle"), QStringLiteral("--seed"),
                                 allArtists().front()}
                     + unlimited())
                     .exitCode,
                 0);
        const auto cache = [this](const QStringList &arguments) {
            const auto outcome =
                run(QStringList{QStringLiteral("cache")} + arguments + QStringList{QStringLiteral("--json")});
            return outcome.exitCode == 0 && outcome.out.endsWith("}\n") ? QJsonDocument::fromJson(outcome.out).object()
                                                                        : QJsonObject();
        };
        const auto answers = [&](const QStringList &of) {
            int kept = 0;
            for (const auto &service : cache(of).value(QStringLiteral("services")).toArray())
                kept += service.toObject().value(QStringLiteral("answers")).toInt();
            return kept;
        };
        const QString show = QStringLiteral("show");
        const auto all = answers({show});
        const auto genius = answers({show, QStringLiteral("genius")});
        QVERIFY(genius > 0 && genius < all);
        QCOMPARE(cache({QStringLiteral("clear"), QStringLiteral("genius")}).value(QStringLiteral("cleared")).toInt(),
                 genius);
        QCOMPARE(answers({show}), all - genius);
        QCOMPARE(cache({QStringLiteral("clear")}).value(QStringLiteral("cleared")).toInt(), all - genius);
        QCOMPARE(run({QStringLiteral("cache"), show}).out, QByteArray("No answers are kept.\n"));
        const auto unknown = run({QStringLiteral("cache"), QStringLiteral("clear"), QStringLiteral("napster")});
        QCOMPARE(unknown.exitCode, 2);
        QVERIFY2(unknown.err.contains("no service “napster”"), unknown.err.constData());
    }

    /// Held, it is told and not waited for; what people do is written down.
    /// What is done is told before the error, with the number by which it can be undone.
    void whatABulkActionDidBeforeItFailedIsTold()
    {
        auto database = std::move(*Database::open(m_database, Database::Access::ReadWrite, Clock::system()));
        const auto runId = Operations(*database).startRun(QStringLiteral("test"));
        MessageQueue queue(*database);
        qint64 last = 0;
        for (int i = 0; i < 250; ++i) {
            queue.send(runId, SocialEnrichmentMessage{i + 1});
            const auto lease = queue.read(queueName(StageId::SocialEnrichment), std::chrono::seconds(30));
            queue.bury(*lease, {.category = ErrorCategory::NotFound, .message = QStringLiteral("gone")});
            last = lease->messageId;
        }
        const auto breakWhere = [&database, last](const QString &state) {
            database->executeText(QStringLiteral("CREATE TRIGGER broken BEFORE UPDATE OF state ON dead_letters WHEN "
                                                 "old.id = %1 AND old.state = '%2' BEGIN SELECT "
                                                 "RAISE(ABORT, 'no room'); END")
                                      .arg(last)
                                      .arg(state));
        };
        breakWhere(QStringLiteral("dead"));
        const auto deadLetters = [this](const QStringList &arguments) {
            return run(QStringList{QStringLiteral("dead-letters")} + arguments);
        };
        const auto sent = deadLetters({QStringLiteral("retry"), QStringLiteral("--all")});
        QCOMPARE(sent.exitCode, 1);
        QCOMPARE(sent.out, QByteArray("200 of 250 sent again; to undo: dead-letters undo 1\n"));
        QVERIFY2(sent.err.contains("no room"), sent.err.constData());
        const auto failed = deadLetters({QStringLiteral("retry"), QStringLiteral("--all")});
        QCOMPARE(failed.exitCode, 1);
        QCOMPARE(failed.out, QByteArray()); // nothing was done
        database->executeText(QStringLiteral("DROP TRIGGER broken"));
        QCOMPARE(deadLetters({QStringLiteral("undo"), QStringLiteral("1")}).out,
                 QByteArray("200 of 200 are dead letters again\n"));
        QCOMPARE(deadLetters({QStringLiteral("discard"), QStringLiteral("--all"), QStringLiteral("--reason"),
                              QStringLiteral("x")})
                     .exitCode,
                 0);
        breakWhere(QStringLiteral("discarded"));
        const auto undone = deadLetters({QStringLiteral("undo"), QStringLiteral("2")});
        QCOMPARE(undone.exitCode, 1);
        QCOMPARE(undone.out, QByteArray("200 of 250 are dead letters again\n"));
        QVERIFY2(undone.err.contains("no room"), undone.err.constData());
    }

    void aStageIsPausedAndResumed()
    {
        const auto stages = [this](const char *arguments) {
            return run(QStringList{QStringLiteral("stages")} + QString::fromLatin1(arguments).split(QLatin1Char(' ')));
        };
        QCOMPARE(run({QStringLiteral("seed"), allArtists().front()}).exitCode, 0);
        QCOMPARE(stages("pause track_discovery social_enrichment --for 1h").exitCode, 0);
        QCOMPARE(stages("pause track_discovery").exitCode, 0);
        const auto paused = stages("list");
        QCOMPARE(paused.out.count("paused since"), 2);
        QCOMPARE(paused.out.count("until"), 1);
        const auto resumed = stages("resume social_enrichment artist_discovery");
        QCOMPARE(resumed.exitCode, 0);
        QVERIFY2(resumed.err.contains("artist_discovery was not paused"), resumed.err.constData());
        const QStringList work{QStringLiteral("run"), QStringLiteral("--until-idle")};
        const auto held = run(work + unlimited());
        QCOMPARE(held.exitCode, 1);
        QVERIFY2(held.err.contains("stages resume track_discovery"), held.err.constData());
        QVERIFY(exported(QStringLiteral("producers")).empty());
        const auto lines = stages("resume track_discovery --json").out.trimmed().split('\n');
        QCOMPARE(lines.size(), 5);
        QVERIFY(QJsonDocument::fromJson(lines.at(2)).object().value(QStringLiteral("ready")).toInt() > 0);
        QCOMPARE(run(work + unlimited()).exitCode, 0);
        QVERIFY(!exported(QStringLiteral("producers")).empty());
        const auto events = run({QStringLiteral("events"), QStringLiteral("--stage"), QStringLiteral("track_discovery"),
                                 QStringLiteral("--text"), QStringLiteral("operator_action")});
        QVERIFY2(events.out.contains("stage paused") && events.out.contains("stage resumed"), events.out.constData());
    }

    void anExportGoesToStandardOutput()
    {
        QCOMPARE(run(QStringList{QStringLiteral("run"), QStringLiteral("--until-idle"), QStringLiteral("--seed"),
                                 allArtists().front()}
                     + unlimited())
                     .exitCode,
                 0);
        const auto rows = exported(QStringLiteral("producers")).size();
        const auto outcome = run({QStringLiteral("export"), QStringLiteral("producers"), QStringLiteral("--format"),
                                  QStringLiteral("jsonl"), QStringLiteral("--output"), QStringLiteral("-")});
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(static_cast<std::size_t>(outcome.out.count('\n')), rows);
        QVERIFY2(outcome.err.isEmpty(), outcome.err.constData());
        const auto lines = [this](const QStringList &narrowed) {
            return run(QStringList{QStringLiteral("export"), QStringLiteral("producers"), QStringLiteral("--format"),
                                   QStringLiteral("jsonl"), QStringLiteral("--output"), QStringLiteral("-")}
                       + narrowed)
                .out.count('\n');
        };
        QCOMPARE(lines({QStringLiteral("--run"), QStringLiteral("1")}), static_cast<qsizetype>(rows));
        QCOMPARE(lines({QStringLiteral("--since"), QStringLiteral("2020-01-01")}), static_cast<qsizetype>(rows));
        QCOMPARE(lines({QStringLiteral("--tag"), QStringLiteral("mine")}), 0);
        const auto writers = lines({QStringLiteral("--role"), QStringLiteral("writer")});
        QVERIFY2(writers > 0 && writers < static_cast<qsizetype>(rows), qPrintable(QString::number(writers)));
        QCOMPARE(lines({QStringLiteral("--confidence"), QStringLiteral("0.5")}), static_cast<qsizetype>(rows));
        QCOMPARE(lines({QStringLiteral("--confidence"), QStringLiteral("1")}), 0);
        const auto noRun = run({QStringLiteral("export"), QStringLiteral("producers"), QStringLiteral("--run"),
                                QStringLiteral("99"), QStringLiteral("--output"), QStringLiteral("-")});
        QCOMPARE(noRun.exitCode, 1);
        QVERIFY2(noRun.err.contains("no run 99"), noRun.err.constData());
        const auto device = run({QStringLiteral("export"), QStringLiteral("producers"), QStringLiteral("--output"),
                                 QStringLiteral("/dev/null")});
        QCOMPARE(device.exitCode, 1);
        QVERIFY2(device.err.contains("no ordinary file"), device.err.constData());
        QProcess full;
        full.setStandardOutputFile(QStringLiteral("/dev/full"));
        launch(full,
               {QStringLiteral("export"), QStringLiteral("producers"), QStringLiteral("--output"), QStringLiteral("-")},
               environment());
        QVERIFY(full.waitForFinished());
        QCOMPARE(full.exitCode(), 1);
    }

    /// What today's Spotify refuses to new apps costs the demo calls, and changes nothing that is found.
    void theDemoHasTwoFaces()
    {
        QMap<QString, int> failures;
        QMap<QString, int> credited;
        for (const auto &face : {QStringLiteral("older"), QStringLiteral("today")}) {
            nextDatabase();
            const auto outcome = run(
                demoRun({QStringLiteral("--seed"), m_server->catalogue().suggestedSeeds().front(),
                         QStringLiteral("--demo-face"), face, QStringLiteral("--progress"), QStringLiteral("json")}),
                bareEnvironment());
            QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
            const auto last = QJsonDocument::fromJson(outcome.out.trimmed().split('\n').last()).object();
            credited[face] = last.value(QStringLiteral("credits")).toInt();
            for (const auto &service : last.value(QStringLiteral("services")).toArray())
                failures[face] += service.toObject().value(QStringLiteral("failures")).toInt();
        }
        QVERIFY(credited[QStringLiteral("older")] > 0);
        QCOMPARE(credited[QStringLiteral("today")], credited[QStringLiteral("older")]);
        QCOMPARE(failures[QStringLiteral("older")], 0);
        QVERIFY(failures[QStringLiteral("today")] > 0);
    }

    /// A run that waits for hours does not fill a log; one whose calls fail says so before a circuit opens.
    void progressIsToldWhereItIsNews_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("told");
        QTest::addColumn<int>("mostLines"); // in six seconds
        QTest::newRow("failing") << 502 << QStringLiteral("dead; spotify: [0-9]+ calls, [1-9][0-9]* failed\n") << 7;
        QTest::newRow("waiting") << 429 << QStringLiteral("dead; spotify: .* refused until ") << 3;
    }
    void progressIsToldWhereItIsNews()
    {
        QFETCH(int, status);
        QFETCH(QString, told);
        QFETCH(int, mostLines);
        m_server->setFaults([status](const demo::CallInfo &call) -> std::optional<demo::Fault> {
            if (call.endpoint.contains(QStringLiteral("token")))
                return std::nullopt;
            demo::Fault fault{.status = status};
            if (status == 429)
                fault.headers = {{"Retry-After", "3600"}};
            return fault;
        });
        QProcess process;
        launch(process,
               QStringList{QStringLiteral("run"), QStringLiteral("--seed"), allArtists().front()} + unlimited(),
               environment());
        QVERIFY(!process.waitForFinished(6000));
        process.terminate();
        QVERIFY(process.waitForFinished(2500));
        QCOMPARE(process.exitCode(), 0);
        const auto text = process.readAllStandardError();
        QVERIFY2(QRegularExpression(told).match(QString::fromUtf8(text)).hasMatch(), text.constData());
        QByteArrayList lines;
        for (const auto &line : text.split('\n')) {
            if (line.contains(" left, "))
                lines.append(line);
        }
        QVERIFY2(lines.size() <= mostLines, text.constData());
        for (qsizetype i = 1; i < lines.size(); ++i)
            QVERIFY2(lines[i] != lines[i - 1], text.constData());
    }
};

QTEST_GUILESS_MAIN(CommandsTest)
#include "tst_commands.moc"
