// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktopstart.h"
#include "mainwindow/mainwindow.h"
#include "settings.h"
#include "store/operations.h"
#include "store/store.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>

using namespace linernotes;

/// The way from the demo to real work, in the desktop itself.
class DesktopStartTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString dataFile(const QString &name) const { return m_folder.filePath(QStringLiteral("linernotes/") + name); }

    static QString markOf(const QString &path)
    {
        const auto store = Store::open(path);
        if (!store)
            return store.error().message;
        const auto settings = (*store)
                                  ->query([](Database &database) -> Result<QMap<QString, QString>> {
                                      return Operations(database).settings();
                                  })
                                  .result();
        return settings ? settings->value(catalogueMark) : settings.error().message;
    }

    /// Of this process: those that let others go first, proc(5).
    static qsizetype countNicerThreads()
    {
        qsizetype count = 0;
        const QDir threads(QStringLiteral("/proc/self/task"));
        for (const auto &id : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            constexpr qsizetype afterTheName = 16;
            QFile file(threads.filePath(id + QStringLiteral("/stat")));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const auto line = file.readAll();
            if (line.mid(line.lastIndexOf(')') + 2).split(' ').value(afterTheName).toInt() >= 10)
                ++count;
        }
        return count;
    }

    static ui::MainWindow *window()
    {
        for (auto *widget : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<ui::MainWindow *>(widget))
                return found;
        }
        return nullptr;
    }

private Q_SLOTS:
    void init()
    {
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
        qputenv("LINERNOTES_KEYCHAIN", "off"); // no one's keychain
        // Nobody listens there: the real services are not asked anything.
        for (const auto *name :
             {"LINERNOTES_SPOTIFY_API_URL", "LINERNOTES_SPOTIFY_ACCOUNTS_URL", "LINERNOTES_GENIUS_API_URL"})
            qputenv(name, "http://127.0.0.1:9");
        for (const auto *name : {"SPOTIFY_CLIENT_ID", "SPOTIFY_CLIENT_SECRET", "GENIUS_ACCESS_TOKEN"})
            qunsetenv(name);
    }

    void credentialsLeadFromTheDemoToTheRealDatabase_data()
    {
        QTest::addColumn<QString>("demoFile"); // empty: the demo that starts of itself
        QTest::newRow("the implicit demo") << QString();
        QTest::newRow("a named demo") << m_folder.filePath(QStringLiteral("shown.sqlite"));
    }
    void credentialsLeadFromTheDemoToTheRealDatabase()
    {
        QFETCH(QString, demoFile);
        QStringList titles;
        qsizetype nicerThreads = 0;
        // The start has an event loop of its own: what a person does there comes by a timer.
        QTimer person;
        connect(&person, &QTimer::timeout, this, [&] {
            auto *shown = window();
            if (!shown || !shown->isVisible())
                return;
            if (auto *dialog = shown->findChild<QDialog *>()) {
                for (auto *line : dialog->findChildren<QLineEdit *>())
                    line->setText(QStringLiteral("abcdefghijklmnopqrstuvwxyz012345"));
                dialog->accept();
                return;
            }
            titles.append(shown->windowTitle());
            nicerThreads = countNicerThreads();
            if (titles.size() == 1)
                shown->openCredentialsDialog();
            else
                shown->close();
        });
        person.start(500);
        CommandLine line;
        line.demo = !demoFile.isEmpty();
        line.database = demoFile;
        QCOMPARE(startDesktop(line), 0);
        QCOMPARE(titles.size(), 2);
#ifdef Q_OS_LINUX
        QVERIFY(nicerThreads >= 6); // the five stages and the writer let the window go first
#endif
        QVERIFY(titles.at(0).contains(QStringLiteral("demo")));
        QVERIFY(!titles.at(1).contains(QStringLiteral("demo")));
        QCOMPARE(markOf(demoFile.isEmpty() ? dataFile(QStringLiteral("demo.sqlite")) : demoFile),
                 QStringLiteral("demo"));
        QCOMPARE(markOf(dataFile(QStringLiteral("linernotes.sqlite"))), QStringLiteral("real"));
    }

    /// Who worked in a shell, where the credentials are, and opens the window from the menu.
    void whoHasResultsSeesThemWithoutCredentials()
    {
        QVERIFY(QFile::exists(dataFile(QStringLiteral("linernotes.sqlite")))); // of the test before
        QString title;
        QTimer person;
        connect(&person, &QTimer::timeout, this, [&title] {
            auto *shown = window();
            if (!shown || !shown->isVisible())
                return;
            title = shown->windowTitle();
            shown->close();
        });
        person.start(500);
        QCOMPARE(startDesktop({}), 0);
        QVERIFY2(!title.isEmpty() && !title.contains(QStringLiteral("demo")), qPrintable(title));
    }

    /// Nobody waits before an empty screen: what is waited for is told, and the window comes as soon as it may.
    void aLockedDatabaseIsWaitedForInSight()
    {
        const auto path = dataFile(QStringLiteral("linernotes.sqlite"));
        auto other = Database::open(path, Database::Access::ReadWrite, Clock::system());
        QVERIFY(other);
        (*other)->begin();
        QVERIFY(Database::isLocked(path));
        QString told;
        bool hasOpened = false;
        QTimer person;
        connect(&person, &QTimer::timeout, this, [&] {
            if (auto *shown = window(); shown && shown->isVisible()) {
                hasOpened = true;
                shown->close();
                return;
            }
            for (const auto *widget : QApplication::topLevelWidgets()) {
                if (widget->objectName() != QLatin1String("lockBox") || !widget->isVisible() || !told.isEmpty())
                    continue;
                told = qobject_cast<const QMessageBox *>(widget)->text();
                (*other)->rollback();
            }
        });
        person.start(200);
        QCOMPARE(startDesktop({}), 0);
        QVERIFY2(told.contains(path), qPrintable(told));
        QVERIFY(hasOpened);
        QVERIFY(!Database::isLocked(path));
        QVERIFY(!Database::isLocked(path + QStringLiteral(".none")));
        QVERIFY(!QFile::exists(path + QStringLiteral(".none")));
    }
};

QTEST_MAIN(DesktopStartTest)
#include "tst_desktopstart.moc"
