// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/programcase.h"
#include "settings.h"
#include "store/operations.h"
#include "store/store.h"

#include <QDir>
#include <QJsonArray>

#include <csignal>

using namespace linernotes;

/// Real work and the demo's invented artists never meet in one database, neither by the commands nor by the desktop.
class CataloguesTest : public ProgramCase
{
    Q_OBJECT

    QString dataFile(const QString &name) const { return m_folder.filePath(QStringLiteral("data/linernotes/") + name); }

    /// Without a named database.
    QProcessEnvironment unnamed() const
    {
        auto environment = bareEnvironment();
        environment.remove(QStringLiteral("LINERNOTES_DATABASE"));
        return environment;
    }

    /// The desktop, given some seconds to do harm, and told to end.
    Outcome desktop(const QStringList &arguments, QProcessEnvironment environment, int signal = SIGTERM)
    {
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.filePath(QStringLiteral("config")));
        QProcess process;
        launch(process, arguments, environment);
        if (process.waitForFinished(3000))
            return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
        ::kill(static_cast<pid_t>(process.processId()), signal);
        if (!process.waitForFinished(4000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    void seedSia()
    {
        QCOMPARE(
            run({QStringLiteral("seed"), QStringLiteral("Sia"), QStringLiteral("--database"), m_database}).exitCode, 0);
    }
    void makeDemo()
    {
        QCOMPARE(run({QStringLiteral("seed"), QStringLiteral("--demo"), QStringLiteral("Nova"),
                      QStringLiteral("--database"), m_database})
                     .exitCode,
                 0);
    }
    void isUntouched()
    {
        const auto now = status(m_database);
        QCOMPARE(now.value(QStringLiteral("dead")).toInt(), 0);
        QCOMPARE(now.value(QStringLiteral("unfinished_runs")).toInt(), 1);
        const auto queue = now.value(QStringLiteral("queues")).toArray().first().toObject();
        QCOMPARE(queue.value(QStringLiteral("ready")).toInt(), 1);
        QCOMPARE(queue.value(QStringLiteral("leased")).toInt(), 0);
    }

private Q_SLOTS:
    void initTestCase() { startServer(); }
    void init()
    {
        nextDatabase();
        QDir(m_folder.filePath(QStringLiteral("data"))).removeRecursively();
    }

    void aRealDatabaseIsNoDemo()
    {
        seedSia();
        for (const auto *command : {"run", "seed Nova"}) {
            const auto outcome = run(QString::fromLatin1(command).split(QLatin1Char(' '))
                                     + QStringList{QStringLiteral("--demo"), QStringLiteral("--database"), m_database});
            QCOMPARE(outcome.exitCode, 1);
            QVERIFY2(outcome.err.contains("holds real work"), outcome.err.constData());
        }
        isUntouched();
    }

    void aDemoDatabaseIsNotForRealWork()
    {
        makeDemo();
        for (const auto *command :
             {"run", "seed Sia", "dead-letters retry --all", "cache clear", "circuit genius open"}) {
            const auto outcome = run(QString::fromLatin1(command).split(QLatin1Char(' '))
                                     + QStringList{QStringLiteral("--database"), m_database});
            QCOMPARE(outcome.exitCode, 1);
            QVERIFY2(outcome.err.contains("demo's invented artists"), outcome.err.constData());
        }
        isUntouched();
    }

    void readingWorksOnBoth()
    {
        for (const bool isDemo : {true, false}) {
            nextDatabase();
            isDemo ? makeDemo() : seedSia();
            for (const bool asDemo : {true, false}) {
                for (const auto *command :
                     {"status", "export producers --output -", "dead-letters list", "cache show", "circuit spotify"}) {
                    auto arguments = QString::fromLatin1(command).split(QLatin1Char(' '));
                    if (asDemo)
                        arguments.append(QStringLiteral("--demo"));
                    const auto outcome = run(arguments);
                    QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
                }
            }
            isUntouched();
        }
    }

    /// Databases of before there were marks.
    void aDatabaseWithRunsAndWithoutAMarkIsReal()
    {
        seedSia();
        removeMark(m_database);
        QCOMPARE(run({QStringLiteral("run"), QStringLiteral("--demo")}).exitCode, 1);
        isUntouched();
        QCOMPARE(run({QStringLiteral("seed"), QStringLiteral("Moby")}).exitCode, 0);
    }

    void theDemosOwnFileWithoutAMarkIsTheDemos()
    {
        const QStringList seed{QStringLiteral("seed"), QStringLiteral("--demo"), QStringLiteral("Nova")};
        QCOMPARE(run(seed, unnamed()).exitCode, 0);
        removeMark(dataFile(QStringLiteral("demo.sqlite")));
        QCOMPARE(run(seed, unnamed()).exitCode, 0);
        QVERIFY(!QFile::exists(dataFile(QStringLiteral("linernotes.sqlite"))));
    }

    void theDesktopWithoutCredentialsIsTheDemo()
    {
        const auto outcome = desktop({}, unnamed());
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QVERIFY(QFile::exists(dataFile(QStringLiteral("demo.sqlite"))));
        QVERIFY(!QFile::exists(dataFile(QStringLiteral("linernotes.sqlite"))));
    }

    /// It once was: real messages became dead letters, since the demo knows no real artist.
    void aNamedDatabaseIsNeverOpenedByTheDemoUnasked_data()
    {
        QTest::addColumn<bool>("byVariable");
        QTest::newRow("--database") << false;
        QTest::newRow("LINERNOTES_DATABASE") << true;
    }
    void aNamedDatabaseIsNeverOpenedByTheDemoUnasked()
    {
        QFETCH(bool, byVariable);
        seedSia();
        const auto outcome = byVariable ? desktop({}, bareEnvironment())
                                        : desktop({QStringLiteral("--database"), m_database}, unnamed());
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QVERIFY2(outcome.err.contains("waits for credentials"), outcome.err.constData());
        QVERIFY(!QFile::exists(dataFile(QStringLiteral("demo.sqlite"))));
        isUntouched();
    }

    /// What is leased would else wait for half a minute.
    void theDesktopGivesBackItsWorkWhenItIsToldToEnd_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGHUP") << SIGHUP;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void theDesktopGivesBackItsWorkWhenItIsToldToEnd()
    {
        QFETCH(int, signal);
        QCOMPARE(
            run(QStringList{QStringLiteral("seed"), QStringLiteral("--seed-file"), seedFile(allArtists())}).exitCode,
            0);
        m_server->setDelay(std::chrono::milliseconds(300));
        const auto calls = m_server->counts().total;
        const auto outcome = desktop(unlimited(), environment(), signal);
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QVERIFY(m_server->counts().total > calls);
        const auto now = status(m_database);
        QCOMPARE(now.value(QStringLiteral("unfinished_runs")).toInt(), 1);
        for (const auto &queue : now.value(QStringLiteral("queues")).toArray())
            QCOMPARE(queue.toObject().value(QStringLiteral("leased")).toInt(), 0);
    }

private:
    static void removeMark(const QString &path)
    {
        const auto store = Store::open(path);
        QVERIFY(store);
        const auto removed = (*store)
                                 ->transact([](Database &database) -> Result<bool> {
                                     Operations(database).removeSetting(catalogueMark);
                                     return true;
                                 })
                                 .result();
        QVERIFY(removed);
    }
};

QTEST_GUILESS_MAIN(CataloguesTest)
#include "tst_catalogues.moc"
