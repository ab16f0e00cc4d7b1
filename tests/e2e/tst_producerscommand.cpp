// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/programcase.h"

using namespace linernotes;

/// What the terminal does with producers: their profiles are asked for again.
class ProducersCommandTest : public ProgramCase
{
    Q_OBJECT

    Outcome enrich(const QStringList &arguments)
    {
        return run(QStringList{QStringLiteral("producers"), QStringLiteral("enrich")} + arguments);
    }
    void findProducers()
    {
        QCOMPARE(run(QStringList{QStringLiteral("run"), QStringLiteral("--until-idle"), QStringLiteral("--seed"),
                                 allArtists().front()}
                     + unlimited())
                     .exitCode,
                 0);
    }
    Outcome untilIdle()
    {
        return run(QStringList{QStringLiteral("run"), QStringLiteral("--until-idle")} + unlimited());
    }
    /// Those who have a page at Genius.
    QStringList numbers()
    {
        QStringList found;
        for (const auto &producer : exported(QStringLiteral("producers"))) {
            if (!producer.value(QStringLiteral("genius_id")).toString().isEmpty())
                found.append(QString::number(producer.value(QStringLiteral("person_id")).toInteger()));
        }
        return found;
    }
    std::vector<QJsonObject> events()
    {
        const auto told = run({QStringLiteral("events"), QStringLiteral("--json"), QStringLiteral("--text"),
                               QStringLiteral("run_started")});
        std::vector<QJsonObject> objects;
        for (const auto &line : told.out.split('\n')) {
            if (!line.isEmpty())
                objects.push_back(QJsonDocument::fromJson(line).object());
        }
        return objects;
    }

private Q_SLOTS:
    void initTestCase() { startServer(); }
    void init() { nextDatabase(); }

    /// Whatever is known and whatever answers are kept, the service is asked, once for each of them.
    void profilesAreAskedForAgain()
    {
        findProducers();
        const auto before = exported(QStringLiteral("profiles"));
        const auto who = numbers();
        QVERIFY(who.size() >= 2);
        const auto queued = enrich({who.at(0), who.at(1), who.at(0), QStringLiteral("--json")});
        QCOMPARE(queued.exitCode, 0);
        const auto receipt = QJsonDocument::fromJson(queued.out).object();
        QCOMPARE(receipt.value(QStringLiteral("run_id")).toInt(), 2);
        QCOMPARE(receipt.value(QStringLiteral("queued")).toInt(), 2); // one was named twice
        QCOMPARE(receipt.value(QStringLiteral("without_page")).toInt(), 0);
        m_server->reset();
        QCOMPARE(untilIdle().exitCode, 0);
        for (const auto *asked : {"GET /genius/artists/{id}", "GET /musicbrainz/url"})
            QCOMPARE(m_server->counts().byEndpoint.value(QLatin1String(asked)), 2);
        QVERIFY(exported(QStringLiteral("profiles")) == before);
        const auto told = events();
        QCOMPARE(told.size(), std::size_t(2));
        QCOMPARE(told.back().value(QStringLiteral("run_id")).toInt(), 2);
        QCOMPARE(run({QStringLiteral("status")}).exitCode, 0); // the books add up
    }

    void itIsToldInWordsToo()
    {
        findProducers();
        const auto queued = enrich(numbers().mid(0, 2));
        QCOMPARE(queued.exitCode, 0);
        QCOMPARE(queued.out, QByteArray("2 producers queued as run 2\n"));
        QVERIFY2(run({QStringLiteral("runs"), QStringLiteral("list")}).out.contains("Profiles of 2 producers, again"),
                 "the run has a name");
    }

    void wrongArgumentsAreExplained_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("told");
        const auto row = [](const char *name, const char *arguments, int exitCode, const QByteArray &told) {
            QTest::newRow(name) << QString::fromLatin1(arguments).split(QLatin1Char(' '), Qt::SkipEmptyParts)
                                << exitCode << told;
        };
        row("nothing", "", 2, "Which producers?");
        row("action", "praise 1", 2, "not “praise”");
        row("nobody", "enrich", 2, "Which producers?");
        row("no number", "enrich Max", 2, "“Max” is no number");
        row("zero", "enrich 0", 2, "“0” is no number");
        row("negative", "enrich -5", 2, "“-5” is no number");
        row("too large", "enrich 99999999999999999999", 2, "is no number");
        row("unknown", "enrich 9223372036854775807", 1, "no producer 9223372036854775807");
    }
    void wrongArgumentsAreExplained()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, told);
        QCOMPARE(run({QStringLiteral("seed"), allArtists().front()}).exitCode, 0);
        const auto outcome = run(QStringList{QStringLiteral("producers")} + arguments);
        QCOMPARE(outcome.exitCode, exitCode);
        QVERIFY2(outcome.err.contains(told), outcome.err.constData());
        QVERIFY(outcome.out.isEmpty());
        QCOMPARE(run({QStringLiteral("runs"), QStringLiteral("list"), QStringLiteral("--json")}).out.count('\n'), 1);
    }

    /// One who is not there: nothing is begun for the others either.
    void oneUnknownBeginsNothing()
    {
        findProducers();
        QCOMPARE(enrich({numbers().front(), QStringLiteral("777777")}).exitCode, 1);
        QCOMPARE(run({QStringLiteral("runs"), QStringLiteral("list"), QStringLiteral("--json")}).out.count('\n'), 1);
    }

    void noDatabaseIsMadeForIt()
    {
        const auto outcome = enrich({QStringLiteral("1")});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains("first artist that is seeded"), outcome.err.constData());
        QVERIFY(!QFile::exists(m_database));
    }
};

QTEST_GUILESS_MAIN(ProducersCommandTest)
#include "tst_producerscommand.moc"
