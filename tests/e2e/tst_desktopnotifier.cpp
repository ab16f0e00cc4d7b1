// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktopnotifier.h"
#include "fakes/notifications.h"

#include <QDBusPendingCallWatcher>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace linernotes;
using test::NotificationsMock;

/// On a session bus of its own.
class DesktopNotifierTest : public QObject
{
    Q_OBJECT

    QDBusConnection m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("desktop"));
    std::unique_ptr<NotificationsMock> m_service;

    void offer()
    {
        m_service = std::make_unique<NotificationsMock>();
        QVERIFY(m_service->offer(m_bus));
    }

    /// Until it knows the numbers of what is shown.
    static void awaitAnswers(const DesktopNotifier &notifier)
    {
        QTRY_VERIFY(!notifier.findChild<QDBusPendingCallWatcher *>());
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_bus.isConnected(), "no session bus: run it by dbus-run-session"); }
    void cleanup()
    {
        NotificationsMock::withdraw(m_bus);
        m_service.reset();
    }

    void aNewerOneTakesTheOldersPlace()
    {
        offer();
        DesktopNotifier notifier;
        notifier.show(QStringLiteral("runs"), QStringLiteral("One"), QStringLiteral("a <b>bold</b> name"));
        QTRY_COMPARE(m_service->shown.size(), 1);
        QCOMPARE(m_service->shown.at(0).title, QStringLiteral("One"));
        QCOMPARE(m_service->shown.at(0).body, QStringLiteral("a &lt;b&gt;bold&lt;/b&gt; name"));
        awaitAnswers(notifier);
        notifier.show(QStringLiteral("runs"), QStringLiteral("Two"), {});
        notifier.show(QStringLiteral("keys"), QStringLiteral("Three"), {});
        QTRY_COMPARE(m_service->shown.size(), 3);
        QCOMPARE(m_service->shown.at(1).replaces, 41U);
        QCOMPARE(m_service->shown.at(2).replaces, 0U);
    }

    void aClickIsHeardAndNobodyElses()
    {
        offer();
        DesktopNotifier notifier;
        const QSignalSpy clicked(&notifier, &DesktopNotifier::clicked);
        notifier.show(QStringLiteral("runs"), QStringLiteral("One"), {});
        QTRY_COMPARE(m_service->shown.size(), 1);
        awaitAnswers(notifier);
        Q_EMIT m_service->ActionInvoked(7, QStringLiteral("default"));
        QTest::qWait(100);
        QCOMPARE(clicked.size(), 0);
        Q_EMIT m_service->ActionInvoked(41, QStringLiteral("default"));
        QTRY_COMPARE(clicked.size(), 1);
    }

    void withoutAServiceNothingHappens()
    {
        DesktopNotifier notifier;
        notifier.show(QStringLiteral("runs"), QStringLiteral("One"), {});
        QTest::qWait(100);
    }
};

QTEST_GUILESS_MAIN(DesktopNotifierTest)
#include "tst_desktopnotifier.moc"
