// SPDX-License-Identifier: GPL-3.0-or-later
#include "onedesktop.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace linernotes;

/// One desktop a database.
class OneDesktopTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString database(const QString &name) const { return m_folder.filePath(name); }
    /// As another process would: from a thread that has no part in this one's events.
    static bool isRaisedByAnotherStart(const QString &path)
    {
        std::atomic<bool> isRaised = false;
        std::atomic<bool> isDone = false;
        std::thread other([&] {
            const auto second = OneDesktop::claim(path);
            isRaised = second && !*second;
            isDone = true;
        });
        const bool ended = QTest::qWaitFor([&] { return isDone.load(); }, 10'000);
        other.join();
        return ended && isRaised;
    }

private Q_SLOTS:
    void init() { qputenv("XDG_RUNTIME_DIR", m_folder.path().toUtf8()); }

    void aSecondStartRaisesTheFirstWindow()
    {
        const auto path = database(QStringLiteral("a.sqlite"));
        const auto first = OneDesktop::claim(path);
        QVERIFY(first && *first);
        const QSignalSpy raised(first->get(), &OneDesktop::startedAgain);
        QVERIFY(isRaisedByAnotherStart(path));
        QTRY_COMPARE(raised.size(), 1);
        QVERIFY(isRaisedByAnotherStart(path));
        QTRY_COMPARE(raised.size(), 2);
    }

    void anotherDatabaseIsAnotherDesktop()
    {
        const auto first = OneDesktop::claim(database(QStringLiteral("a.sqlite")));
        const auto second = OneDesktop::claim(database(QStringLiteral("b.sqlite")));
        QVERIFY(first && *first && second && *second);
    }

    void theSameFileByAnotherWayIsTheSame()
    {
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("real")));
        QVERIFY(QFile::link(m_folder.filePath(QStringLiteral("real")), m_folder.filePath(QStringLiteral("way"))));
        const auto first = OneDesktop::claim(database(QStringLiteral("way/new/c.sqlite"))); // neither is there yet
        QVERIFY(first && *first);
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("real/new")));
        QFile file(m_folder.filePath(QStringLiteral("real/new/c.sqlite")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(isRaisedByAnotherStart(database(QStringLiteral("real/new/c.sqlite"))));
    }

    void aClaimEndsWithItsHolder()
    {
        const auto path = database(QStringLiteral("d.sqlite"));
        {
            const auto first = OneDesktop::claim(path);
            QVERIFY(first && *first);
        }
        const auto next = OneDesktop::claim(path);
        QVERIFY(next && *next);
    }

    void aClaimThatNobodyHoldsEnds_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::newRow("died before it was written") << QByteArray();
        // A process that lives, and is not the one that wrote this.
        QTest::newRow("another has its number")
            << QStringLiteral("%1\n%2\n%3\n")
                   .arg(QString::number(QCoreApplication::applicationPid()),
                        QFileInfo(QCoreApplication::applicationFilePath()).fileName(), QSysInfo::machineHostName())
                   .toUtf8();
    }
    void aClaimThatNobodyHoldsEnds()
    {
        QFETCH(QByteArray, left);
        const QDir folder(m_folder.path());
        const auto path = database(QStringLiteral("f.sqlite"));
        QStringList locks;
        {
            const auto first = OneDesktop::claim(path);
            QVERIFY(first && *first);
            locks = folder.entryList({QStringLiteral("*.lock")}, QDir::Files);
        }
        QCOMPARE(locks.size(), 1);
        QFile file(folder.filePath(locks.front()));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::NewOnly));
        file.write(left);
        file.close();
        const auto next = OneDesktop::claim(path);
        QVERIFY2(next, qPrintable(next ? QString() : next.error().message));
        QVERIFY(*next);
        QVERIFY(isRaisedByAnotherStart(path));
    }

    void aWindowThatHangsIsSaid()
    {
        const auto path = database(QStringLiteral("e.sqlite"));
        const auto first = OneDesktop::claim(path);
        QVERIFY(first && *first);
        const auto second = OneDesktop::claim(path); // in this thread, so that the first can't answer
        QVERIFY(!second);
        QVERIFY2(second.error().message.contains(QStringLiteral("does not answer")),
                 qPrintable(second.error().message));
    }
};

QTEST_GUILESS_MAIN(OneDesktopTest)
#include "tst_onedesktop.moc"
