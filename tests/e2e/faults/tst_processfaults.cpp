// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/programcase.h"
#include "store/database.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QRandomGenerator>

#include <csignal>
#include <cstdio>

using namespace linernotes;
using namespace std::chrono_literals;

/// What can happen to the program and its file: nothing is lost, and the results are those of a calm run.
class ProcessFaultsTest : public ProgramCase
{
    Q_OBJECT

    QStringList working() const
    {
        return QStringList{QStringLiteral("run"), QStringLiteral("--until-idle")} + unlimited();
    }
    void seedAll()
    {
        const auto seeded = run(
            QStringList{QStringLiteral("seed"), QStringLiteral("--seed-file"), seedFile(allArtists())} + unlimited());
        QVERIFY2(seeded.exitCode == 0, seeded.err.constData());
    }
    /// To the end; what died meanwhile is sent again first.
    void finish()
    {
        auto outcome = run(working());
        if (outcome.exitCode == 3) {
            QCOMPARE(run({QStringLiteral("dead-letters"), QStringLiteral("retry"), QStringLiteral("--all")}).exitCode,
                     0);
            outcome = run(working());
        }
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        compareWithTruth();
    }
    bool isLockFree() const
    {
        auto writer = Database::open(m_database, Database::Access::ReadWrite, Clock::system());
        if (!writer)
            return false;
        (*writer)->setBusyTimeout(Milliseconds(0));
        try {
            (*writer)->begin();
            (*writer)->commit();
            return true;
        } catch (const SqlFailure &) {
            return false;
        }
    }
    static QByteArray hashOf(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s can't be read", qPrintable(path));
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(&file);
        return hash.result();
    }

private Q_SLOTS:
    void initTestCase() { startServer(); }
    void init() { nextDatabase(); }

    /// LINERNOTES_KILLS: how often; the long suite takes 200.
    void killsAtRandomMomentsLoseNothing()
    {
        const int wanted = qEnvironmentVariableIntValue("LINERNOTES_KILLS") > 0
            ? qEnvironmentVariableIntValue("LINERNOTES_KILLS")
            : 20;
        m_server->setDelay(5ms, 20ms);
        int killed = 0;
        int runs = 0;
        while (killed < wanted) {
            if (killed == 0 || status(m_database).value(QStringLiteral("unfinished_runs")).toInt() == 0) {
                nextDatabase(); // the last one ended before it could be killed more often
                m_server->setDelay(5ms, 20ms);
                seedAll();
                ++runs;
            }
            QProcess process;
            launch(process, working(), environment());
            if (!process.waitForFinished(100 + QRandomGenerator::global()->bounded(600))) {
                process.kill();
                process.waitForFinished();
                ++killed;
            }
            QCOMPARE(run({QStringLiteral("status")}).exitCode, 0); // the books add up
        }
        m_server->setDelay(0ms);
        finish();
        std::printf("{\"kills_survived\": %d, \"runs\": %d}\n", killed, runs);
    }

    void whoSleepsLongerThanItsLeaseChangesNothing()
    {
        m_server->setDelay(20ms);
        seedAll();
        QProcess sleeper;
        launch(sleeper, working(), environment());
        QVERIFY(!sleeper.waitForFinished(1000));
        const auto id = static_cast<pid_t>(sleeper.processId());
        ::kill(id, SIGSTOP);
        for (int i = 0; i < 200 && !isLockFree(); ++i) { // in a transaction it would hold up everybody
            ::kill(id, SIGCONT);
            QTest::qWait(7);
            ::kill(id, SIGSTOP);
        }
        const auto outcome = run(working()); // waits half a minute for the sleeper's leases
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        ::kill(id, SIGCONT);
        QVERIFY(sleeper.waitForFinished(60'000));
        QCOMPARE(sleeper.exitCode(), 0);
        compareWithTruth();
    }

    void aFullDiskIsToldAndLosesNothing()
    {
        seedAll();
        QProcess full; // the shell's limit of a file's size, in KiB: SQLite's log can't grow beyond it
        full.setProcessEnvironment(environment());
        full.start(QStringLiteral("bash"),
                   QStringList{QStringLiteral("-c"), QStringLiteral("trap '' XFSZ; ulimit -f 1500; exec \"$@\""),
                               QStringLiteral("bash"), QStringLiteral(LINERNOTES_PROGRAM)}
                       + working());
        QVERIFY(full.waitForStarted());
        QByteArray said;
        QElapsedTimer timer;
        timer.start();
        while (!said.contains("full") && !said.contains("disk I/O") && timer.elapsed() < 60'000) {
            full.waitForReadyRead(500);
            said += full.readAllStandardError();
        }
        QVERIFY2(said.contains("full") || said.contains("disk I/O"), said.constData());
        QCOMPARE(full.state(), QProcess::Running); // it waits for room
        full.terminate();
        QVERIFY(full.waitForFinished(5000));
        finish();
    }

    void aLockOfAnotherProcessIsWaitedFor()
    {
        m_server->setDelay(20ms); // answers that come at once keep the writer busy: the lock might never be had
        seedAll();
        auto other = Database::open(m_database, Database::Access::ReadWrite, Clock::system());
        QVERIFY(other);
        QProcess process;
        const auto calls = m_server->counts().total;
        launch(process, working(), environment());
        QTRY_VERIFY_WITH_TIMEOUT(m_server->counts().total > calls, 30'000); // it is past its start, which would give up
        QCOMPARE(process.state(), QProcess::Running);
        (*other)->begin();
        QVERIFY2(!process.waitForFinished(11'000), process.readAllStandardError().constData());
        (*other)->commit();
        m_server->setDelay(0ms);
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        compareWithTruth();
    }

    void aPlaceThatCanNotBeWrittenIsNamed_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("a read-only file system") << QStringLiteral("/proc/linernotes.sqlite");
        QTest::newRow("a folder under a file") << QStringLiteral("/etc/passwd/linernotes.sqlite");
    }
    void aPlaceThatCanNotBeWrittenIsNamed()
    {
        QFETCH(QString, path);
        const auto outcome =
            run(QStringList{QStringLiteral("run"), QStringLiteral("--until-idle"), QStringLiteral("--database"), path,
                            QStringLiteral("--seed"), QStringLiteral("Sia")});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains("/proc") || outcome.err.contains("/etc/passwd"), outcome.err.constData());
    }

    void aDamagedFileIsToldAndNotOverwritten_data()
    {
        QTest::addColumn<int>("page");
        QTest::newRow("its beginning") << 0;
        QTest::newRow("a page in the middle") << 40;
    }
    void aDamagedFileIsToldAndNotOverwritten()
    {
        QFETCH(int, page);
        seedAll();
        QCOMPARE(run(working()).exitCode, 0);
        QFile file(m_database);
        QVERIFY(file.open(QIODevice::ReadWrite));
        constexpr qint64 pageSize = 4096;
        QVERIFY(file.size() > (page + 8) * pageSize);
        file.seek(page * pageSize);
        file.write(QByteArray(8 * pageSize, '\xAA'));
        file.close();
        const auto before = hashOf(m_database);
        const auto outcome = run(working() + QStringList{QStringLiteral("--seed"), QStringLiteral("Sia")});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains("damaged") || outcome.err.contains("not a database"), outcome.err.constData());
        QCOMPARE(hashOf(m_database), before);
    }
};

QTEST_GUILESS_MAIN(ProcessFaultsTest)
#include "tst_processfaults.moc"
