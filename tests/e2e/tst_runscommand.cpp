// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/programcase.h"

#include <QJsonArray>

using namespace linernotes;

/// What the terminal does with runs.
class RunsCommandTest : public ProgramCase
{
    Q_OBJECT

    Outcome runs(const QStringList &arguments) { return run(QStringList{QStringLiteral("runs")} + arguments); }
    static QJsonObject firstLine(const Outcome &outcome)
    {
        return QJsonDocument::fromJson(outcome.out.left(outcome.out.indexOf('\n'))).object();
    }
    QString stateOfNewest()
    {
        return firstLine(runs({QStringLiteral("list"), QStringLiteral("--json")}))
            .value(QStringLiteral("state"))
            .toString();
    }
    void seed(const QStringList &artists) { QCOMPARE(run(QStringList{QStringLiteral("seed")} + artists).exitCode, 0); }
    Outcome untilIdle()
    {
        return run(QStringList{QStringLiteral("run"), QStringLiteral("--until-idle")} + unlimited());
    }

private Q_SLOTS:
    void initTestCase() { startServer(); }
    void init() { nextDatabase(); }

    void aPausedRunWaitsOverStartsAndIsNamed()
    {
        seed({allArtists().front()});
        QCOMPARE(runs({QStringLiteral("pause"), QStringLiteral("1")}).exitCode, 0);
        const auto waiting = untilIdle();
        QCOMPARE(waiting.exitCode, 0);
        QVERIFY2(waiting.err.contains("Paused runs: 1."), waiting.err.constData());
        const auto now = status(m_database);
        QCOMPARE(now.value(QStringLiteral("paused_runs")).toInt(), 1);
        QCOMPARE(now.value(QStringLiteral("recordings")).toInt(), 0);
        QCOMPARE(now.value(QStringLiteral("queues")).toArray().first().toObject().value(QStringLiteral("held")).toInt(),
                 1);
        QCOMPARE(runs({QStringLiteral("resume"), QStringLiteral("1")}).exitCode, 0);
        QVERIFY(runs({QStringLiteral("list")}).out.contains("  0 of 1 done "));
        QCOMPARE(untilIdle().exitCode, 0);
        QCOMPARE(stateOfNewest(), QStringLiteral("finished"));
        const auto stages = firstLine(runs({QStringLiteral("list"), QStringLiteral("--json")}))
                                .value(QStringLiteral("stages"))
                                .toObject();
        qint64 done = 0;
        for (const auto &stage : stages) {
            QCOMPARE(stage.toObject().value(QStringLiteral("archived")),
                     stage.toObject().value(QStringLiteral("sent")));
            done += stage.toObject().value(QStringLiteral("archived")).toInteger();
        }
        QCOMPARE(stages.size(), 5);
        const auto figure = QByteArray::number(done);
        QVERIFY(runs({QStringLiteral("list")}).out.contains("  " + figure + " of " + figure + " done "));
    }

    void aCancelledRunSaysWhatItDropped()
    {
        seed(allArtists().mid(0, 2));
        const auto cancelled = runs({QStringLiteral("cancel"), QStringLiteral("1")});
        QCOMPARE(cancelled.exitCode, 0);
        QVERIFY2(cancelled.err.contains("2 messages discarded"), cancelled.err.constData());
        QCOMPARE(stateOfNewest(), QStringLiteral("cancelled"));
        const auto again = runs({QStringLiteral("cancel"), QStringLiteral("1")});
        QCOMPARE(again.exitCode, 1);
        QVERIFY2(again.err.contains("was cancelled"), again.err.constData());
        seed({allArtists().front()}); // what was never done is not known
        QCOMPARE(stateOfNewest(), QStringLiteral("running"));
    }

    void repeatingFindsWhoIsNew()
    {
        seed({allArtists().front()});
        QCOMPARE(untilIdle().exitCode, 0);
        const auto repeated = runs({QStringLiteral("repeat"), QStringLiteral("1"), QStringLiteral("--json")});
        QCOMPARE(firstLine(repeated).value(QStringLiteral("queued")).toInt(), 1);
        const auto before = m_server->counts().total;
        QCOMPARE(untilIdle().exitCode, 0);
        QVERIFY(m_server->counts().total > before + 50); // it asked, although all answers were kept
        seed({allArtists().at(1)});
        QCOMPARE(untilIdle().exitCode, 0);
        // The same artists, the same producers, although all of it was known.
        for (const auto &pair : {QStringList{QStringLiteral("1"), QStringLiteral("2")},
                                 QStringList{QStringLiteral("2"), QStringLiteral("1")}}) {
            const auto same = runs(QStringList{QStringLiteral("compare")} + pair);
            QVERIFY2(same.out.startsWith("0 producers"), same.out.constData());
        }
        QVERIFY(runs({QStringLiteral("compare"), QStringLiteral("1"), QStringLiteral("3"), QStringLiteral("--json")})
                    .out.contains("person_id"));
    }

    /// A name is text from outside: a terminal would obey it.
    void aNameCanGiveTheTerminalNoOrders()
    {
        seed({allArtists().front()});
        QCOMPARE(runs({QStringLiteral("repeat"), QStringLiteral("1"), QStringLiteral("--name"),
                       QStringLiteral("red\x1b[31m\nnext %1")})
                     .exitCode,
                 0);
        const auto listed = runs({QStringLiteral("list")});
        QVERIFY2(!listed.out.contains('\x1b') && listed.out.contains("next %1"), listed.out.constData());
        QCOMPARE(listed.out.count('\n'), 2);
        QVERIFY(!run({QStringLiteral("status")}).out.contains('\x1b'));
        const auto told = run({QStringLiteral("events")});
        QVERIFY2(!told.out.contains('\x1b') && told.out.contains("next %1"), told.out.constData());
        const auto refused = runs({QStringLiteral("repeat"), QStringLiteral("\x1b[31m")});
        QVERIFY2(!refused.err.contains('\x1b') && refused.err.contains("[31m"), refused.err.constData());
    }

    /// What stands for a value in the program's own sentences means nothing in a name.
    void aNameIsNoSentenceToFillIn()
    {
        seed({QStringLiteral("100%2 %1 %3")});
        seed({QStringLiteral("%2 %3"), QStringLiteral("100%2 %1 %3")});
        QVERIFY(runs({QStringLiteral("list")}).out.contains("  %2 %3 and 1 more\n"));
        const auto told = run({QStringLiteral("events")});
        QVERIFY2(told.out.contains("“100%2 %1 %3”: 1 queued, 0 known already")
                     && told.out.contains("“%2 %3 and 1 more”: 1 queued, 1 known already"),
                 told.out.constData());
    }

    void wrongArgumentsAreExplained_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("told");
        const auto row = [](const char *name, const QStringList &arguments, int exitCode, const QByteArray &told) {
            QTest::newRow(name) << arguments << exitCode << told;
        };
        row("nothing", {}, 2, "What is to be done?");
        row("action", {QStringLiteral("stop")}, 2, "not “stop”");
        row("no run", {QStringLiteral("pause")}, 2, "Which runs?");
        row("no number", {QStringLiteral("pause"), QStringLiteral("x")}, 2, "“x” is no number");
        row("negative", {QStringLiteral("pause"), QStringLiteral("0")}, 2, "“0” is no number");
        row("too large", {QStringLiteral("pause"), QStringLiteral("99999999999999999999")}, 2, "is no number");
        row("priority", {QStringLiteral("priority"), QStringLiteral("1")}, 2, "low, normal or high");
        row("one to compare", {QStringLiteral("compare"), QStringLiteral("1")}, 2, "Which two runs?");
        row("name", {QStringLiteral("pause"), QStringLiteral("1"), QStringLiteral("--name"), QStringLiteral("x")}, 2,
            "runs repeat");
        row("unknown", {QStringLiteral("pause"), QStringLiteral("77")}, 1, "no run 77");
        row("unknown to repeat", {QStringLiteral("repeat"), QStringLiteral("77")}, 1, "no run 77");
        row("unknown to compare", {QStringLiteral("compare"), QStringLiteral("1"), QStringLiteral("77")}, 1,
            "no run 77");
    }
    void wrongArgumentsAreExplained()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, told);
        seed({allArtists().front()});
        const auto outcome = runs(arguments);
        QCOMPARE(outcome.exitCode, exitCode);
        QVERIFY2(outcome.err.contains(told), outcome.err.constData());
        QCOMPARE(stateOfNewest(), QStringLiteral("running"));
    }
};

QTEST_GUILESS_MAIN(RunsCommandTest)
#include "tst_runscommand.moc"
