// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/preferences.h"
#include "mainwindow/trayicon.h"
#include "ui/demowindow.h"

#include <QAction>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingReply>
#include <QMutex>
#include <QThread>

#include <algorithm>
#include <memory>

using namespace linernotes;
using test::DemoWindow;

/// The place beside the clock, as panels keep it (StatusNotifierWatcher of freedesktop.org's draft): which icons there
/// are. In a thread of its own, for Qt waits for its answers.
class TrayMock : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ isThere CONSTANT)

public:
    [[nodiscard]] bool isThere() const { return true; }
    [[nodiscard]] QStringList items() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_items;
    }

    // NOLINTBEGIN(readability-identifier-naming): the specification's names
public Q_SLOTS:
    void RegisterStatusNotifierItem(const QString &service)
    {
        const QMutexLocker lock(&m_mutex);
        m_items.append(service);
    }
    // NOLINTEND(readability-identifier-naming)

private:
    mutable QMutex m_mutex;
    QStringList m_items;
};

/// The icon beside the clock: as a panel gets it over a session bus of the test's own, and what its menu does.
class TrayIconTest : public QObject
{
    Q_OBJECT

    QThread m_thread;
    TrayMock m_tray;
    std::unique_ptr<QDBusConnection> m_bus;
    std::unique_ptr<DemoWindow> m_demo;

    ui::TrayIcon *icon() const { return m_demo->window().findChild<ui::TrayIcon *>(); }
    QAction *inMenu(const QString &text) const
    {
        const auto actions = icon()->icon().contextMenu()->actions();
        const auto found =
            std::ranges::find_if(actions, [&](const QAction *action) { return action->text().remove(u'&') == text; });
        return found == actions.end() ? nullptr : *found;
    }
    bool isInPanel(const QString &item) const { return m_bus->interface()->isServiceRegistered(item); }
    std::unique_ptr<QWidget> lookElsewhere() const
    {
        auto other = std::make_unique<QWidget>();
        other->show();
        other->activateWindow();
        if (!QTest::qWaitFor([&] { return !m_demo->window().isActiveWindow(); }))
            qFatal("the window keeps the focus");
        return other;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_tray.moveToThread(&m_thread);
        m_thread.start();
        m_bus = std::make_unique<QDBusConnection>(
            QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("panel")));
        QVERIFY2(m_bus->isConnected(), "no session bus: run it by dbus-run-session");
        QVERIFY(m_bus->registerObject(QStringLiteral("/StatusNotifierWatcher"), &m_tray,
                                      QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllProperties));
        QVERIFY(m_bus->registerService(QStringLiteral("org.kde.StatusNotifierWatcher")));
        m_demo = std::make_unique<DemoWindow>(QSize(1024, 700));
    }
    void cleanupTestCase()
    {
        m_demo.reset();
        m_thread.quit();
        m_thread.wait();
    }

    void aPanelShowsItAndAClickBringsTheWindow()
    {
        QTRY_COMPARE(m_tray.items().size(), 1);
        const auto item = m_tray.items().constFirst();
        QVERIFY(isInPanel(item));
        QVERIFY(!icon()->icon().icon().isNull());
        const auto other = lookElsewhere();
        QDBusMessage click =
            QDBusMessage::createMethodCall(item, QStringLiteral("/StatusNotifierItem"),
                                           QStringLiteral("org.kde.StatusNotifierItem"), QStringLiteral("Activate"));
        click << 0 << 0;
        const QDBusPendingReply<> clicked = m_bus->asyncCall(click);
        QTRY_VERIFY(m_demo->window().isActiveWindow());
        QVERIFY(!clicked.isError());
    }

    void itTellsHowTheWorkStands()
    {
        QTRY_COMPARE(icon()->icon().toolTip(), QStringLiteral("Linernotes\nNothing to do"));
        m_demo->engine().pause();
        QTRY_COMPARE(icon()->icon().toolTip(), QStringLiteral("Linernotes\nPaused, 0 queued"));
        m_demo->window().seed(QStringLiteral("Test"),
                              {{.artistId = {}, .name = m_demo->server().catalogue().suggestedSeeds().front()}});
        QTRY_COMPARE(icon()->icon().toolTip(), QStringLiteral("Linernotes\nPaused, 1 queued"));
        m_demo->engine().start();
        QTRY_COMPARE_WITH_TIMEOUT(icon()->icon().toolTip(), QStringLiteral("Linernotes\nNothing to do"), 60'000);
    }

    /// The same as in the window, by the same names.
    void itsMenuDoesWhatItSays()
    {
        QTRY_VERIFY(inMenu(QStringLiteral("Pause")));
        inMenu(QStringLiteral("Pause"))->trigger();
        QTRY_VERIFY(!m_demo->engine().isRunning());
        QTRY_VERIFY(inMenu(QStringLiteral("Resume")) && inMenu(QStringLiteral("Resume"))->isEnabled());
        inMenu(QStringLiteral("Resume"))->trigger();
        QTRY_VERIFY(m_demo->engine().isRunning());
        {
            const auto other = lookElsewhere();
            inMenu(QStringLiteral("Show window"))->trigger();
            QTRY_VERIFY(m_demo->window().isActiveWindow());
        }
        QVERIFY(inMenu(QStringLiteral("Seed artists…")) && inMenu(QStringLiteral("Quit")));
        m_demo->window().showMinimized();
        QTRY_VERIFY(m_demo->window().isMinimized());
        inMenu(QStringLiteral("Seed artists…"))->trigger();
        QTRY_VERIFY(m_demo->isVisible("seedDialog") && m_demo->find<QWidget>("seedDialog")->isActiveWindow());
        QVERIFY(!m_demo->window().isMinimized());
        inMenu(QStringLiteral("Seed artists…"))->trigger(); // no dialog holds up a menu beside the clock
        QTest::qWait(100);
        QCOMPARE(m_demo->window().findChildren<QDialog *>(QStringLiteral("seedDialog")).size(), 1);
        m_demo->press(Qt::Key_Escape);
        QTRY_VERIFY(!m_demo->isVisible("seedDialog"));
    }

    void itCanBeSwitchedOff()
    {
        const auto item = m_tray.items().constLast();
        QVERIFY(isInPanel(item));
        ui::Preferences::instance().setOn(ui::Preferences::Notice::Tray, false);
        QTRY_VERIFY(!isInPanel(item));
        ui::Preferences::instance().setOn(ui::Preferences::Notice::Tray, true);
        QTRY_VERIFY(isInPanel(m_tray.items().constLast()));
    }
};

QTEST_MAIN(TrayIconTest)
#include "tst_trayicon.moc"
