// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/preferences.h"
#include "demo/demoserver.h"
#include "desktop.h"
#include "fakes/hastyclock.h"
#include "fakes/notifications.h"
#include "onedesktop.h"
#include "store/operations.h"

#include <QApplication>
#include <QScopeGuard>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>
#include <memory>

using namespace linernotes;
using namespace std::chrono_literals;
using test::NotificationsMock;
using ui::Preferences;

namespace
{

std::optional<demo::Fault> geniusIsDown(const demo::CallInfo &call)
{
    return call.path.startsWith(QLatin1String("/genius")) ? std::optional(demo::Fault{.status = 500}) : std::nullopt;
}

} // namespace

/// From what happens in the engine to the desktop's notification, through the desktop itself: on a session bus of its
/// own, whose notifications a mock takes.
class NotificationsTest : public QObject
{
    Q_OBJECT

    QDBusConnection m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("desktop"));
    std::unique_ptr<NotificationsMock> m_desktop;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<demo::DemoServer> m_server;
    test::HastyClock m_clock;
    std::unique_ptr<Engine> m_engine;
    ui::MainWindow *m_window = nullptr;
    int m_seeded = 0;

    Credentials rightKeys() const
    {
        return {.spotifyClientId = m_server->clientId(),
                .spotifyClientSecret = m_server->clientSecret(),
                .geniusAccessToken = m_server->geniusToken()};
    }
    void openEngine()
    {
        auto settings = Settings::defaults();
        settings.spotify.apiUrl = m_server->spotifyApiUrl();
        settings.spotifyAccountsUrl = m_server->spotifyAccountsUrl();
        settings.genius.apiUrl = m_server->geniusApiUrl();
        settings.musicbrainz.apiUrl = m_server->musicbrainzApiUrl();
        for (auto *service : {&settings.spotify, &settings.genius, &settings.musicbrainz}) {
            service->requestsPerSecond = 0;
            service->concurrency = 0;
        }
        auto engine = Engine::open({.databasePath = m_folder->filePath(QStringLiteral("work.sqlite")),
                                    .settings = settings,
                                    .overrides = {},
                                    .credentials = rightKeys(),
                                    .clock = &m_clock});
        if (!engine)
            qFatal("%s", qPrintable(engine.error().message));
        m_engine = std::move(*engine);
    }
    /// The desktop has an event loop of its own: what happens in it is done from there.
    void inTheDesktop(const std::function<void()> &steps)
    {
        const auto claim = OneDesktop::claim(m_engine->databasePath());
        QVERIFY(claim && *claim);
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
        QCOMPARE(runDesktop(*m_engine, {}, **claim), 0);
        m_window = nullptr;
    }
    /// Another window is before it, as of another program.
    std::unique_ptr<QWidget> lookElsewhere() const
    {
        auto other = std::make_unique<QWidget>();
        other->show();
        other->activateWindow();
        if (!QTest::qWaitFor([&] { return !m_window->isActiveWindow(); }))
            qFatal("the window keeps the focus");
        return other;
    }
    void seed(const QString &name)
    {
        const auto &artist = m_server->catalogue().artists().at(static_cast<std::size_t>(m_seeded++));
        const auto receipt = m_engine->seed(name, {{.artistId = artist.spotifyId, .name = {}}});
        QTRY_VERIFY(receipt.isFinished());
        QVERIFY(receipt.result());
    }
    /// Of another program: it is over before the engine's next picture.
    void runOverAtOnce(const QString &name) const
    {
        auto database = Database::open(m_engine->databasePath(), Database::Access::ReadWrite, m_clock);
        QVERIFY(database);
        (*database)->begin();
        Operations operations(**database);
        QVERIFY(operations.finishIfDone(operations.startRun(name)));
        (*database)->commit();
    }
    std::optional<PipelineSnapshot> look() const
    {
        const auto reading = m_engine->snapshot();
        if (!QTest::qWaitFor([&] { return reading.isFinished(); }) || !reading.result())
            return {};
        return **reading.result();
    }
    void awaitRuns() const
    {
        QTRY_VERIFY_WITH_TIMEOUT(look().value_or(PipelineSnapshot{.unfinishedRuns = 1}).unfinishedRuns == 0, 60'000);
    }
    ServiceSnapshot genius() const
    {
        for (const auto &service : look().value_or(PipelineSnapshot()).services) {
            if (service.service == QLatin1String("genius"))
                return service;
        }
        return {};
    }
    QStringList titles() const
    {
        QStringList titles;
        for (const auto &shown : m_desktop->shown)
            titles.append(shown.title);
        return titles;
    }
    /// Long enough for whatever was on its way.
    static void waitForNothing() { QTest::qWait(1500); }

    static void onAndOff()
    {
        QTest::addColumn<bool>("isOn");
        QTest::newRow("on") << true;
        QTest::newRow("switched off") << false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_bus.isConnected(), "no session bus: run it by dbus-run-session");
        QCoreApplication::setOrganizationName(QStringLiteral("linernotes"));
        QCoreApplication::setApplicationName(QStringLiteral("linernotes-test"));
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", m_folder->path().toUtf8());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder->path());
        QSettings().clear();
        m_desktop = std::make_unique<NotificationsMock>();
        QVERIFY(m_desktop->offer(m_bus));
        m_server = std::make_unique<demo::DemoServer>(demo::DemoCatalogue::builtin());
        QVERIFY(m_server->start());
        m_seeded = 0;
        openEngine();
    }
    void cleanup()
    {
        m_engine.reset();
        m_server.reset();
        NotificationsMock::withdraw(m_bus);
        m_desktop.reset();
    }

    void aRunThatIsFinished_data() { onAndOff(); }
    void aRunThatIsFinished()
    {
        QFETCH(bool, isOn);
        Preferences::instance().setOn(Preferences::Notice::RunFinished, isOn);
        inTheDesktop([&] {
            seed(QStringLiteral("Seen"));
            awaitRuns();
            waitForNothing();
            QCOMPARE(titles(), QStringList()); // who looks at the window sees it there
            const auto other = lookElsewhere();
            seed(QStringLiteral("Heard"));
            awaitRuns();
            if (isOn)
                QTRY_COMPARE(m_desktop->shown.size(), 1);
            waitForNothing();
            QCOMPARE(m_desktop->shown.size(), isOn ? 1 : 0);
            if (!isOn)
                return;
            const auto &shown = m_desktop->shown.front();
            QVERIFY2(shown.title.contains(QStringLiteral("Heard")), qPrintable(shown.title));
            QVERIFY2(shown.body.contains(QStringLiteral("Recordings looked up: ")), qPrintable(shown.body));
            Q_EMIT m_desktop->ActionInvoked(41, QStringLiteral("default")); // a click leads to the window
            QTRY_VERIFY(m_window->isActiveWindow());
        });
    }

    void aRunThatIsOverAtOnce()
    {
        inTheDesktop([&] {
            seed(QStringLiteral("First"));
            awaitRuns();
            waitForNothing(); // the window has seen that it ended
            const auto other = lookElsewhere();
            runOverAtOnce(QStringLiteral("Short"));
            QTRY_COMPARE(m_desktop->shown.size(), 1);
            QVERIFY2(m_desktop->shown.front().title.contains(QStringLiteral("Short")),
                     qPrintable(m_desktop->shown.front().title));
        });
    }

    /// The engine's pictures have the newest hundred runs, and what has not ended.
    void aRunThatIsOlderThanTheNewestHundred()
    {
        inTheDesktop([&] {
            m_engine->pause();
            QTRY_VERIFY(!m_engine->isRunning());
            seed(QStringLiteral("The old one"));
            for (int i = 0; i < PipelineSnapshot::newestRuns + 5; ++i)
                runOverAtOnce(QStringLiteral("Newer %1").arg(i));
            waitForNothing();
            QCOMPARE(titles(), QStringList());
            const auto other = lookElsewhere();
            m_engine->start();
            awaitRuns();
            QTRY_COMPARE(m_desktop->shown.size(), 1);
            QVERIFY2(m_desktop->shown.front().title.contains(QStringLiteral("The old one")),
                     qPrintable(m_desktop->shown.front().title));
        });
    }

    void credentialsThatAreNeeded_data() { onAndOff(); }
    void credentialsThatAreNeeded()
    {
        QFETCH(bool, isOn);
        Preferences::instance().setOn(Preferences::Notice::RunFinished, false);
        Preferences::instance().setOn(Preferences::Notice::CredentialsNeeded, isOn);
        inTheDesktop([&] {
            const auto other = lookElsewhere();
            QTest::qWait(500); // there was a picture
            auto keys = rightKeys();
            keys.geniusAccessToken = QStringLiteral("a wrong one");
            m_engine->setCredentials(keys);
            seed(QStringLiteral("Run"));
            QTRY_VERIFY_WITH_TIMEOUT(genius().needsCredentials, 30'000);
            if (isOn)
                QTRY_COMPARE(m_desktop->shown.size(), 1);
            waitForNothing();
            QCOMPARE(m_desktop->shown.size(), isOn ? 1 : 0);
            if (isOn)
                QCOMPARE(titles(), QStringList(QStringLiteral("Genius: Needs credentials")));
        });
    }

    void aCircuitThatIsOpenForLong_data() { onAndOff(); }
    void aCircuitThatIsOpenForLong()
    {
        QFETCH(bool, isOn);
        Preferences::instance().setOn(Preferences::Notice::CircuitOpen, isOn);
        inTheDesktop([&] {
            const auto other = lookElsewhere();
            m_server->setFaults(geniusIsDown);
            seed(QStringLiteral("Run"));
            QTRY_VERIFY_WITH_TIMEOUT(genius().circuit == CircuitState::Open, 60'000);
            waitForNothing();
            QCOMPARE(titles(), QStringList()); // it may close soon
            m_clock.advance(6min);
            if (isOn)
                QTRY_COMPARE_WITH_TIMEOUT(m_desktop->shown.size(), 1, 60'000);
            else
                QTest::qWait(5000);
            QCOMPARE(m_desktop->shown.size(), isOn ? 1 : 0);
            if (isOn)
                QVERIFY2(titles().front().startsWith(QStringLiteral("Genius has been out of order since ")),
                         qPrintable(titles().front()));
        });
    }
};

QTEST_MAIN(NotificationsTest)
#include "tst_notifications.moc"
