// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/programcase.h"

#include <QDir>
#include <QJsonArray>

#include <csignal>

using namespace linernotes;

/// The commands that show what happened and how much of it.
class TelemetryTest : public ProgramCase
{
    Q_OBJECT

    Outcome runArtist(const QStringList &more = {})
    {
        return run(QStringList{QStringLiteral("run"), QStringLiteral("--until-idle"), QStringLiteral("--seed"),
                               allArtists().front()}
                   + unlimited() + more);
    }
    std::vector<QJsonObject> events(const QStringList &arguments = {})
    {
        const auto outcome = run(QStringList{QStringLiteral("events"), QStringLiteral("--json")} + arguments);
        if (outcome.exitCode != 0)
            qFatal("%s", outcome.err.constData());
        return objects(outcome.out);
    }
    static std::vector<QJsonObject> objects(const QByteArray &lines)
    {
        std::vector<QJsonObject> found;
        for (const auto &line : lines.split('\n')) {
            if (!line.isEmpty())
                found.push_back(QJsonDocument::fromJson(line).object());
        }
        return found;
    }
    static QStringList kinds(const std::vector<QJsonObject> &events)
    {
        QStringList kinds;
        for (const auto &event : events)
            kinds.append(event.value(QStringLiteral("kind")).toString());
        return kinds;
    }
    [[nodiscard]] QByteArrayList eventFiles() const
    {
        QByteArrayList contents;
        const QFileInfo database(m_database);
        const auto pattern = database.completeBaseName() + QStringLiteral(".events.jsonl*");
        for (const auto &name : database.dir().entryList({pattern}, QDir::Files)) {
            QFile file(database.dir().filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                qFatal("no file");
            contents.append(file.readAll());
        }
        return contents;
    }

private Q_SLOTS:
    void initTestCase() { startServer(); }
    void init() { nextDatabase(); }

    void aRunIsToldFromItsStartToItsEnd()
    {
        QCOMPARE(run({QStringLiteral("events")}).exitCode, 1); // there is no database yet
        QCOMPARE(runArtist().exitCode, 0);
        const auto all = events();
        QCOMPARE(kinds(all),
                 (QStringList{QStringLiteral("run_started"), QStringLiteral("engine_started"),
                              QStringLiteral("run_finished"), QStringLiteral("engine_stopped")}));
        QCOMPARE(all.front().value(QStringLiteral("run_id")).toInt(), 1);
        QCOMPARE(kinds(events({QStringLiteral("--run"), QStringLiteral("1")})).size(), 2);
        QCOMPARE(kinds(events({QStringLiteral("--limit"), QStringLiteral("1")})),
                 QStringList{QStringLiteral("engine_stopped")});
        const auto text = run({QStringLiteral("events"), QStringLiteral("--text"), QStringLiteral("1 queued")});
        QVERIFY2(text.out.contains("info    run_started run 1: “") && text.out.count('\n') == 1, text.out.constData());
        QCOMPARE(eventFiles().size(), 1);
        QCOMPARE(kinds(objects(eventFiles().front())), kinds(all));
        // To look is no event.
        QCOMPARE(run({QStringLiteral("status")}, bareEnvironment()).exitCode, 0);
        QCOMPARE(events().size(), std::size_t(4));
    }

    void everyMessageIsToldIfThatIsWanted()
    {
        QCOMPARE(runArtist({QStringLiteral("--set"), QStringLiteral("log.level=debug"), QStringLiteral("--set"),
                            QStringLiteral("log.folder=none")})
                     .exitCode,
                 0);
        qint64 archived = 0;
        for (const auto &queue : status(m_database).value(QStringLiteral("queues")).toArray())
            archived += queue.toObject().value(QStringLiteral("archived")).toInteger();
        QVERIFY(archived > 10);
        const auto told = events({QStringLiteral("--text"), QStringLiteral("message_archived"),
                                  QStringLiteral("--limit"), QStringLiteral("100000")});
        QCOMPARE(static_cast<qint64>(told.size()), archived);
        QVERIFY(eventFiles().isEmpty());
        const auto one = told.front().value(QStringLiteral("message_id")).toInteger();
        QCOMPARE(events({QStringLiteral("--message"), QString::number(one)}).size(), std::size_t(1));
    }

    void theMetricsAreThoseOfTheWork()
    {
        m_server->reset();
        QCOMPARE(runArtist().exitCode, 0);
        QCOMPARE(run({QStringLiteral("seed"), allArtists().at(1)}).exitCode, 0);
        QCOMPARE(run(QStringList{QStringLiteral("run"), QStringLiteral("--until-idle")} + unlimited()).exitCode, 0);
        const auto now = status(m_database);
        const auto outcome = run({QStringLiteral("metrics"), QStringLiteral("--json")});
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        const auto chart = QJsonDocument::fromJson(outcome.out).object();
        const auto points = chart.value(QStringLiteral("at")).toArray().size();
        QCOMPARE(points, 60);
        const auto queues = now.value(QStringLiteral("queues")).toArray();
        const auto stages = chart.value(QStringLiteral("stages")).toArray();
        QCOMPARE(stages.size(), 5);
        for (qsizetype i = 0; i < stages.size(); ++i) {
            const auto stage = stages.at(i).toObject();
            const auto total = stage.value(QStringLiteral("total")).toObject();
            QCOMPARE(total.value(QStringLiteral("archived")),
                     queues.at(i).toObject().value(QStringLiteral("archived")));
            QVERIFY(total.value(QStringLiteral("p95_ms")).toDouble()
                    >= total.value(QStringLiteral("p50_ms")).toDouble());
            qint64 sum = 0;
            const auto series = stage.value(QStringLiteral("points")).toArray();
            QCOMPARE(series.size(), points);
            for (const auto &point : series)
                sum += point.toObject().value(QStringLiteral("archived")).toInteger();
            QCOMPARE(sum, total.value(QStringLiteral("archived")).toInteger());
        }
        qint64 calls = 0;
        for (const auto &service : chart.value(QStringLiteral("services")).toArray())
            calls +=
                service.toObject().value(QStringLiteral("total")).toObject().value(QStringLiteral("calls")).toInteger();
        QCOMPARE(calls, m_server->counts().total);
        const auto one = run({QStringLiteral("metrics"), QStringLiteral("--service"), QStringLiteral("genius"),
                              QStringLiteral("--span"), QStringLiteral("7d")});
        QVERIFY2(one.exitCode == 0 && one.out.contains("genius ") && !one.out.contains("spotify"), one.out.constData());
    }

    void wrongArgumentsAreExplained_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("told");
        const auto row = [](const char *name, const QStringList &arguments, const char *told) {
            QTest::newRow(name) << arguments << QByteArray(told);
        };
        row("level", {QStringLiteral("events"), QStringLiteral("--level"), QStringLiteral("loud")}, "“loud”");
        row("stage", {QStringLiteral("events"), QStringLiteral("--stage"), QStringLiteral("x")}, "artist_discovery");
        row("run", {QStringLiteral("events"), QStringLiteral("--run"), QStringLiteral("-3")}, "“-3”");
        row("message", {QStringLiteral("events"), QStringLiteral("--message=x")}, "“x”");
        row("limit", {QStringLiteral("events"), QStringLiteral("--limit=0")}, "“0”");
        row("service", {QStringLiteral("events"), QStringLiteral("--service"), QStringLiteral("napster")}, "spotify");
        row("plain", {QStringLiteral("events"), QStringLiteral("all")}, "“all”");
        row("span", {QStringLiteral("metrics"), QStringLiteral("--span"), QStringLiteral("soon")}, "“soon”");
        row("no time", {QStringLiteral("metrics"), QStringLiteral("--span=0h")}, "“0h”");
        row("both",
            {QStringLiteral("metrics"), QStringLiteral("--stage=track_discovery"), QStringLiteral("--service=genius")},
            "not both");
        row("level of the log", {QStringLiteral("run"), QStringLiteral("--set"), QStringLiteral("log.level=loud")},
            "debug, info, warning or error");
    }
    void wrongArgumentsAreExplained()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, told);
        QCOMPARE(run({QStringLiteral("seed"), allArtists().front()}).exitCode, 0);
        const auto outcome = run(arguments);
        QVERIFY2(outcome.exitCode == 2 && outcome.err.contains(told) && outcome.out.isEmpty(), outcome.err.constData());
    }

    void aTailShowsWhatComesUntilItIsStopped()
    {
        QCOMPARE(run({QStringLiteral("seed"), allArtists().front()}).exitCode, 0);
        QProcess tail;
        launch(tail,
               {QStringLiteral("events"), QStringLiteral("--follow"), QStringLiteral("--json"),
                QStringLiteral("--text"), QStringLiteral("run_")},
               environment());
        QByteArray shown;
        QTRY_VERIFY_WITH_TIMEOUT(
            (tail.waitForReadyRead(10), shown += tail.readAllStandardOutput(), shown.contains("run_started")), 10'000);
        QCOMPARE(run(QStringList{QStringLiteral("run"), QStringLiteral("--until-idle")} + unlimited()).exitCode, 0);
        QTRY_VERIFY_WITH_TIMEOUT(
            (tail.waitForReadyRead(10), shown += tail.readAllStandardOutput(), shown.contains("run_finished")), 10'000);
        ::kill(static_cast<pid_t>(tail.processId()), SIGINT);
        QVERIFY(tail.waitForFinished(2500));
        QCOMPARE(tail.exitCode(), 0);
        QCOMPARE(kinds(objects(shown)), (QStringList{QStringLiteral("run_started"), QStringLiteral("run_finished")}));
        QVERIFY(tail.readAllStandardError().isEmpty());
    }

    void whatGoesWrongIsToldWithoutTheCredentials()
    {
        m_server->setFaults([](const demo::CallInfo &call) -> std::optional<demo::Fault> {
            if (call.endpoint.contains(QStringLiteral("token")))
                return std::nullopt;
            return demo::Fault{.status = 404};
        });
        QCOMPARE(runArtist().exitCode, 3);
        const auto errors =
            events({QStringLiteral("--level"), QStringLiteral("error"), QStringLiteral("--stage"),
                    QStringLiteral("artist_discovery"), QStringLiteral("--service"), QStringLiteral("spotify")});
        QCOMPARE(kinds(errors), QStringList{QStringLiteral("message_buried")});
        QCOMPARE(errors.front().value(QStringLiteral("category")).toString(), QStringLiteral("NotFound"));
        const auto letter = errors.front().value(QStringLiteral("message_id")).toInteger();
        QCOMPARE(run({QStringLiteral("dead-letters"), QStringLiteral("discard"), QString::number(letter),
                      QStringLiteral("--reason"), QStringLiteral("misspelt")})
                     .exitCode,
                 0);
        const auto discarded = events({QStringLiteral("--message"), QString::number(letter), QStringLiteral("--text"),
                                       QStringLiteral("misspelt")});
        QCOMPARE(kinds(discarded), QStringList{QStringLiteral("message_discarded")});
        for (const auto &text : eventFiles() + QByteArrayList{run({QStringLiteral("events")}).out}) {
            QVERIFY(text.contains("message_buried"));
            QVERIFY(!text.contains(m_server->clientSecret().toUtf8()));
            QVERIFY(!text.contains(m_server->geniusToken().toUtf8()));
        }
    }

    void theHelpKnowsTheCommands()
    {
        const auto help = run({QStringLiteral("--help")}).out;
        for (const auto *part : {"linernotes events", "linernotes metrics", "--follow", "--span TIME", "log.level"})
            QVERIFY2(help.contains(part), part);
    }
};

QTEST_GUILESS_MAIN(TelemetryTest)
#include "tst_telemetry.moc"
