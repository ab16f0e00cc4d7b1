// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/programcase.h"

#include <QDir>
#include <QHash>
#include <QJsonArray>
#include <QRandomGenerator>

#include <csignal>

using namespace linernotes;

/// The executable itself: commands, exit codes, signals and sudden death.
class ProgramTest : public ProgramCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startServer(); }

    void init() { nextDatabase(); }

    void usageErrorsSayWhatToDo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *arguments, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(arguments).split(QLatin1Char(' '), Qt::SkipEmptyParts)
                                << QString::fromLatin1(expected);
        };
        row("unknown command", "dance", "no command");
        row("unknown option", "run --fast", "--fast");
        row("missing value", "run --seed", "--seed needs a value");
        row("bad setting key", "run --set nothing=1", "no setting");
        row("bad setting value", "run --set genius.requests_per_second=fast", "a number from 0");
        row("setting without =", "run --set market", "KEY=VALUE");
        row("export of what", "export --output x.csv", "export producers");
        row("export of nonsense", "export songs --output x.csv", "producers, credits or profiles");
        row("export to where", "export producers", "--output");
        row("export format", "export producers --format xml --output x", "csv or jsonl");
        row("export of a role", "export producers --output x --role drummer", "vocal_producer");
        row("export confidence", "export producers --output x --confidence 80", "from 0 to 1");
        row("export no confidence", "export producers --output x --confidence nan", "from 0 to 1");
        row("export since", "export producers --output x --since yesterday", "2026-01-31");
        row("export of what run", "export producers --output x --run last", "runs list");
        row("stages nonsense", "stages stop", "list, pause or resume");
        row("stages: which", "stages pause", "Which stages");
        row("stages: no such", "stages pause mixing", "album_discovery");
        row("stages: how long", "stages pause track_discovery --for ever", "15min");
        row("stages: resume for", "stages resume track_discovery --for 1h", "stages pause");
        row("seed of nobody", "seed", "Which artists");
        row("progress", "run --progress dots", "text or json");
        row("circuit of what", "circuit", "Of which service");
        row("circuit nonsense", "circuit genius smash", "open, close, release or probe");
        row("a flag with a value", "run --until-idle=false", "takes no value");
        row("demo with a value", "run --demo=no", "takes no value");
        row("an option for a value", "run --seed --until-idle", "--seed=--until-idle");
        row("no file", "run --seed-file=", "file is empty");
        row("no database", "status --database=", "file is empty");
        row("seed of an empty name", "run --seed=", "no artist to seed");
        row("seed of an empty file", "run --until-idle --seed-file /dev/null", "no artist to seed");
        row("faces", "run --demo --demo-face old", "older or today");
        row("a face without a demo", "run --demo-face today", "give --demo too");
        row("cache nonsense", "cache burn", "show or clear");
        row("cache of two", "cache show spotify genius", "one service");
        row("dead letters: what", "dead-letters", "What is to be done");
        row("dead letters: nonsense", "dead-letters bury", "list, show, retry, edit, discard or undo");
        row("dead letters: retry which", "dead-letters retry", "Which dead letters");
        row("dead letters: retry both", "dead-letters retry 1 --all", "Which dead letters");
        row("dead letters: no number", "dead-letters show first", "no number");
        row("dead letters: show all", "dead-letters show 1 2", "Name one number");
        row("dead letters: edit to what", "dead-letters edit 1", "--message");
        row("dead letters: discard why", "dead-letters discard 1", "--reason");
        row("dead letters: retry as edited", "dead-letters retry 1 --artist 3TVXtAsR1Inumwj472S9r4",
            "dead-letters edit");
        row("dead letters: retry why", "dead-letters retry 1 --reason x", "dead-letters discard");
        row("dead letters: show a group", "dead-letters show 1 --group x", "list, retry and discard");
        row("dead letters: undo what", "dead-letters undo", "Which action");
        row("dead letters: category", "dead-letters list --category Bad", "no category");
        row("dead letters: queue", "dead-letters list --queue bad", "artist_discovery");
    }
    void usageErrorsSayWhatToDo()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, expected);
        const auto outcome = run(arguments);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains(expected.toUtf8()), outcome.err.constData());
        QVERIFY(outcome.out.isEmpty());
        QVERIFY(!QFile::exists(m_database));
    }

    void helpIsWorthReading()
    {
        const auto outcome = run({QStringLiteral("--help")});
        QCOMPARE(outcome.exitCode, 0);
        for (const auto *word : {"run", "seed", "status", "export", "--set KEY=VALUE", "genius.requests_per_second",
                                 "album_groups", "SPOTIFY_CLIENT_ID", "Exit codes"})
            QVERIFY2(outcome.out.contains(word), word);
    }

    void withoutADisplayTheDesktopSaysSo()
    {
        const auto outcome = run({});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(outcome.err.contains("no display"));
    }

    void aDisplayThatDoesNotAnswerIsNoCrash_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::newRow("X") << QStringLiteral("DISPLAY") << QStringLiteral(":4077");
        QTest::newRow("no such platform") << QStringLiteral("QT_QPA_PLATFORM") << QStringLiteral("nonsense");
    }
    void aDisplayThatDoesNotAnswerIsNoCrash()
    {
        QFETCH(QString, variable);
        QFETCH(QString, value);
        auto bad = environment();
        bad.insert(variable, value);
        const auto outcome = run({}, bad);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains("the desktop can't be opened"), outcome.err.constData());
        QVERIFY(!QFile::exists(m_database));
    }

    void missingCredentialsAreNamed()
    {
        auto bare = environment();
        bare.remove(QStringLiteral("GENIUS_ACCESS_TOKEN"));
        const auto outcome = run({QStringLiteral("run"), QStringLiteral("--until-idle")}, bare);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(outcome.err.contains("GENIUS_ACCESS_TOKEN"));
    }

    void wrongCredentialsEndWithTheReason()
    {
        auto wrong = environment();
        wrong.insert(QStringLiteral("SPOTIFY_CLIENT_SECRET"), QStringLiteral("wrong-secret-xyz"));
        const auto outcome =
            run({QStringLiteral("run"), QStringLiteral("--seed"), allArtists().front(), QStringLiteral("--until-idle")},
                wrong);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains("credentials"), outcome.err.constData());
        QVERIFY(!outcome.err.contains("wrong-secret-xyz"));
        const auto status =
            QJsonDocument::fromJson(run({QStringLiteral("status"), QStringLiteral("--json")}).out).object();
        QCOMPARE(status.value(QStringLiteral("dead")).toInt(), 0);
        QCOMPARE(status.value(QStringLiteral("unfinished_runs")).toInt(), 1);
    }

    void plainHttpToAnotherHostIsRefused()
    {
        auto foreign = environment();
        foreign.insert(QStringLiteral("LINERNOTES_GENIUS_API_URL"), QStringLiteral("http://example.org"));
        const auto outcome = run({QStringLiteral("run"), QStringLiteral("--until-idle")}, foreign);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(outcome.err.contains("LINERNOTES_GENIUS_API_URL"));
    }

    void aNameThatFitsSeveralArtistsEndsAsDeadLetter()
    {
        const auto outcome = run(QStringList{QStringLiteral("run"), QStringLiteral("--seed"), QStringLiteral("Nova"),
                                             QStringLiteral("--until-idle")}
                                 + unlimited());
        QCOMPARE(outcome.exitCode, 3);
        QVERIFY2(outcome.err.contains("dead letter"), outcome.err.constData());
        // Another start works on other runs: it tells of the old letters, and its own work went well.
        const auto idle = run({QStringLiteral("run"), QStringLiteral("--until-idle")});
        QCOMPARE(idle.exitCode, 0);
        QVERIFY2(idle.err.contains("dead letters of earlier runs"), idle.err.constData());
        const auto other = run(QStringList{QStringLiteral("run"), QStringLiteral("--seed"), allArtists().front(),
                                           QStringLiteral("--until-idle")}
                               + unlimited());
        QCOMPARE(other.exitCode, 0);
        const auto again = run(QStringList{QStringLiteral("run"), QStringLiteral("--seed"), QStringLiteral("Nova"),
                                           QStringLiteral("--until-idle")}
                               + unlimited());
        QCOMPARE(again.exitCode, 3); // who ended as a dead letter may be seeded again, and is no clearer now
    }

    /// The researcher says who was meant, and the run goes on with it.
    void anAmbiguousNameIsAnsweredByChoosing()
    {
        QCOMPARE(run(QStringList{QStringLiteral("run"), QStringLiteral("--seed"), QStringLiteral("Nova"),
                                 QStringLiteral("--until-idle")}
                     + unlimited())
                     .exitCode,
                 3);
        const auto deadLetters = [this](QStringList arguments) {
            const auto outcome =
                run(QStringList{QStringLiteral("dead-letters")} + arguments + QStringList{QStringLiteral("--json")});
            return outcome.exitCode == 0 ? QJsonDocument::fromJson(outcome.out).object() : QJsonObject();
        };
        const auto group = deadLetters({QStringLiteral("list")});
        QCOMPARE(group.value(QStringLiteral("category")).toString(), QStringLiteral("Ambiguous"));
        QCOMPARE(group.value(QStringLiteral("count")).toInt(), 1);
        const auto letter = deadLetters(
            {QStringLiteral("list"), QStringLiteral("--group"), group.value(QStringLiteral("group")).toString()});
        const auto number = QString::number(letter.value(QStringLiteral("id")).toInt());
        const auto candidates =
            QJsonDocument::fromJson(letter.value(QStringLiteral("evidence")).toString().toUtf8()).array();
        QVERIFY(candidates.size() > 1);
        const auto chosen = candidates.first().toObject().value(QStringLiteral("spotify_id")).toString();
        const auto done = deadLetters({QStringLiteral("edit"), number, QStringLiteral("--artist"), chosen})
                              .value(QStringLiteral("done"));
        QCOMPARE(done.toInt(), 1);
        QCOMPARE(run(QStringList{QStringLiteral("run"), QStringLiteral("--until-idle")} + unlimited()).exitCode, 0);
        QVERIFY(!exported(QStringLiteral("credits")).empty());
        QCOMPARE(deadLetters({QStringLiteral("list")}), QJsonObject());
        QCOMPARE(deadLetters({QStringLiteral("show"), number}).value(QStringLiteral("state")).toString(),
                 QStringLiteral("replayed"));
        QCOMPARE(run({QStringLiteral("dead-letters"), QStringLiteral("retry"), number}).exitCode, 1);
    }

    void aCircuitIsHeldByHandAndReleased()
    {
        const auto name = m_server->catalogue().suggestedSeeds().front();
        QCOMPARE(run({QStringLiteral("seed"), name}).exitCode, 0);
        const auto circuit = [this](const QStringList &arguments) {
            const auto outcome = run(QStringList{QStringLiteral("circuit"), QStringLiteral("genius")} + arguments
                                     + QStringList{QStringLiteral("--json")});
            return QJsonDocument::fromJson(outcome.out).object();
        };
        QCOMPARE(circuit({QStringLiteral("open"), QStringLiteral("--reason"), QStringLiteral("at night")})
                     .value(QStringLiteral("override"))
                     .toString(),
                 QStringLiteral("open"));
        const auto held = circuit({});
        QCOMPARE(held.value(QStringLiteral("override")).toString(), QStringLiteral("open"));
        QCOMPARE(held.value(QStringLiteral("history")).toArray().first().toObject().value(QStringLiteral("reason")),
                 QStringLiteral("at night"));
        QCOMPARE(circuit({QStringLiteral("release")}).value(QStringLiteral("override")).toString(),
                 QStringLiteral("none"));
        QCOMPARE(run({QStringLiteral("circuit"), QStringLiteral("nobody")}).exitCode, 2);
        QCOMPARE(run(QStringList{QStringLiteral("run"), QStringLiteral("--until-idle")} + unlimited()).exitCode, 0);
    }

    void seedQueuesOnlyAndRunGoesOnWithIt()
    {
        const auto name = m_server->catalogue().suggestedSeeds().front();
        const auto calls = m_server->counts().total;
        QCOMPARE(run({QStringLiteral("seed"), name}).exitCode, 0);
        QCOMPARE(m_server->counts().total, calls);
        const auto outcome = run(QStringList{QStringLiteral("run"), QStringLiteral("--until-idle"),
                                             QStringLiteral("--progress"), QStringLiteral("json")}
                                 + unlimited());
        QCOMPARE(outcome.exitCode, 0);
        const auto lines = outcome.out.trimmed().split('\n');
        const auto last = QJsonDocument::fromJson(lines.last()).object();
        QCOMPARE(last.value(QStringLiteral("unfinished_runs")).toInt(), 0);
        QVERIFY(last.value(QStringLiteral("producers")).toInt() > 0);
    }

    void demoNeedsNothingElse()
    {
        const auto outcome =
            run(QStringList{QStringLiteral("run"), QStringLiteral("--demo"), QStringLiteral("--seed"),
                            m_server->catalogue().suggestedSeeds().front(), QStringLiteral("--until-idle")}
                    + unlimited(),
                bareEnvironment());
        QCOMPARE(outcome.exitCode, 0);
    }

    /// There is no window to go first: whatever else runs on the machine would.
    void aRunIsWorkedOnAsMuchAsAnythingElse()
    {
        QProcess process;
        launch(process, {QStringLiteral("run")}, environment());
        const QDir threads(QStringLiteral("/proc/%1/task").arg(process.processId()));
        QHash<QByteArray, int> nice; // thread → value, proc(5)
        const auto readThreads = [&threads, &nice] {
            for (const auto &id : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                QFile file(threads.filePath(id + QStringLiteral("/stat")));
                if (!file.open(QIODevice::ReadOnly))
                    continue;
                const auto line = file.readAll();
                constexpr qsizetype afterTheName = 16;
                nice.insert(line.left(line.lastIndexOf(')') + 1),
                            line.mid(line.lastIndexOf(')') + 2).split(' ').value(afterTheName).toInt());
            }
            return nice.keys().join();
        };
        QTRY_VERIFY_WITH_TIMEOUT(readThreads().contains("(track_discovery)"), 20'000);
        QTest::qWait(200); // each says it of itself when it has begun
        readThreads();
        process.terminate();
        QVERIFY(process.waitForFinished());
        QVERIFY(nice.size() > 6);
        const auto values = nice.values();
        QCOMPARE(values.count(values.front()), values.size());
    }

    void interruptStopsCleanly()
    {
        m_server->setDelay(std::chrono::milliseconds(200));
        QProcess process;
        launch(process,
               QStringList{QStringLiteral("run"), QStringLiteral("--seed-file"), seedFile(allArtists())} + unlimited(),
               environment());
        QVERIFY2(!process.waitForFinished(1500), process.readAllStandardError().constData());
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(2500));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        const auto status =
            QJsonDocument::fromJson(run({QStringLiteral("status"), QStringLiteral("--json")}).out).object();
        for (const auto &queue : status.value(QStringLiteral("queues")).toArray())
            QCOMPARE(queue.toObject().value(QStringLiteral("leased")).toInt(), 0);
    }

    void whatIsAskedToStopBeforeItIsDoneSaysSo_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGHUP") << SIGHUP;
    }
    void whatIsAskedToStopBeforeItIsDoneSaysSo()
    {
        QFETCH(int, signal);
        m_server->setDelay(std::chrono::milliseconds(200));
        QProcess process;
        launch(process,
               QStringList{QStringLiteral("run"), QStringLiteral("--until-idle"), QStringLiteral("--seed-file"),
                           seedFile(allArtists())}
                   + unlimited(),
               environment());
        QVERIFY2(!process.waitForFinished(1500), process.readAllStandardError().constData());
        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(2500));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 4);
        const auto now = status(m_database);
        QCOMPARE(now.value(QStringLiteral("unfinished_runs")).toInt(), 1);
        for (const auto &queue : now.value(QStringLiteral("queues")).toArray())
            QCOMPARE(queue.toObject().value(QStringLiteral("leased")).toInt(), 0);
    }

    /// Killed at random moments and started again, the run ends with the very same result.
    void suddenDeathLosesNothing()
    {
        const auto arguments = QStringList{QStringLiteral("run"), QStringLiteral("--until-idle")} + unlimited();
        QCOMPARE(run(QStringList{QStringLiteral("seed"), QStringLiteral("--seed-file"), seedFile(allArtists())}
                     + unlimited())
                     .exitCode,
                 0);
        constexpr int kills = 5;
        int killed = 0;
        for (int i = 0; i < kills; ++i) {
            QProcess process;
            launch(process, arguments, environment());
            if (!process.waitForFinished(150 + QRandomGenerator::global()->bounded(500))) {
                process.kill();
                process.waitForFinished();
                ++killed;
            }
            QCOMPARE(run({QStringLiteral("status")}).exitCode, 0); // the books add up
        }
        QVERIFY2(killed >= 2, "the run was over before it could be killed");
        // What was leased when the process died is invisible for half a minute.
        QCOMPARE(run(arguments).exitCode, 0);
        compareWithTruth();
    }
};

QTEST_GUILESS_MAIN(ProgramTest)
#include "tst_program.moc"
