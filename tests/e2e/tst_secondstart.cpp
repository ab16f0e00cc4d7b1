// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop.h"
#include "onedesktop.h"

#include <QApplication>
#include <QDialog>
#include <QProcess>
#include <QScopeGuard>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>
#include <memory>

using namespace linernotes;

/// Somebody starts the program again, as a process of its own: the window that is there comes to the front.
class SecondStartTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_database = m_folder.filePath(QStringLiteral("work.sqlite"));
    ui::MainWindow *m_window = nullptr;

    /// The desktop has an event loop of its own: what happens in it is done from there.
    void inTheDesktop(const std::function<void()> &steps)
    {
        const auto claim = OneDesktop::claim(m_database);
        QVERIFY(claim && *claim);
        const auto engine = Engine::open({.databasePath = m_database, .overrides = {}, .credentials = {}});
        QVERIFY(engine);
        QTimer::singleShot(0, this, [&] {
            const auto end = qScopeGuard([this] {
                if (m_window)
                    m_window->close();
                QApplication::quit();
            });
            for (auto *widget : QApplication::topLevelWidgets()) {
                if (auto *found = qobject_cast<ui::MainWindow *>(widget))
                    m_window = found;
            }
            QVERIFY(m_window && QTest::qWaitForWindowActive(m_window));
            steps();
        });
        QCOMPARE(runDesktop(**engine, {}, **claim), 0);
        m_window = nullptr;
    }
    void startAgain() const
    {
        QProcess second;
        second.start(QStringLiteral(LINERNOTES_PROGRAM), {QStringLiteral("--database"), m_database});
        QVERIFY(QTest::qWaitFor([&] { return second.state() == QProcess::NotRunning; }, 60'000));
        QCOMPARE(second.exitStatus(), QProcess::NormalExit);
        QCOMPARE(second.exitCode(), 0);
    }
    std::unique_ptr<QWidget> lookElsewhere() const
    {
        auto other = std::make_unique<QWidget>();
        other->show();
        other->activateWindow();
        if (!QTest::qWaitFor([&] { return !m_window->isActiveWindow(); }))
            qFatal("the window keeps the focus");
        return other;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("linernotes"));
        QCoreApplication::setApplicationName(QStringLiteral("linernotes-test"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        qputenv("HOME", m_folder.path().toUtf8());
        qputenv("XDG_RUNTIME_DIR", m_folder.path().toUtf8());
        qputenv("LINERNOTES_KEYCHAIN", "off"); // no one's keychain
    }

    void fromBehindAnotherWindow()
    {
        inTheDesktop([&] {
            const auto other = lookElsewhere();
            startAgain();
            QTRY_VERIFY(m_window->isActiveWindow());
        });
    }

    void fromTheTaskBar_data()
    {
        QTest::addColumn<bool>("isMaximised");
        QTest::newRow("as it was") << false;
        QTest::newRow("one that fills the screen") << true;
    }
    void fromTheTaskBar()
    {
        QFETCH(bool, isMaximised);
        inTheDesktop([&] {
            if (isMaximised)
                m_window->showMaximized();
            QTRY_COMPARE(m_window->isMaximized(), isMaximised);
            QTest::qWait(500); // it has its size
            const auto size = m_window->size();
            m_window->showMinimized();
            QTRY_VERIFY(m_window->isMinimized() && !m_window->isActiveWindow());
            startAgain();
            QTRY_VERIFY(!m_window->isMinimized() && m_window->isActiveWindow());
            QTRY_COMPARE(m_window->isMaximized(), isMaximised);
            QTRY_COMPARE(m_window->size(), size);
        });
    }

    /// Whoever was asked something is asked still.
    void withADialogOverIt()
    {
        inTheDesktop([&] {
            m_window->openSeedDialog();
            QTRY_VERIFY(QApplication::activeModalWidget() && QApplication::activeModalWidget()->isActiveWindow());
            const auto *dialog = QApplication::activeModalWidget();
            const auto other = lookElsewhere();
            startAgain();
            QTRY_VERIFY(dialog->isActiveWindow());
        });
    }
};

QTEST_MAIN(SecondStartTest)
#include "tst_secondstart.moc"
