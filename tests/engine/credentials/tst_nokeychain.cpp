// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credentialstore.h"
#include "fakes/awaited.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace linernotes;
using test::awaited;

/// A system without a keychain: said in words, answered from the environment, and nothing is written instead.
class NoKeychainTest : public QObject
{
    Q_OBJECT

    const Credentials m_given{.spotifyClientId = QStringLiteral("an-id"),
                              .spotifyClientSecret = QStringLiteral("a-secret"),
                              .geniusAccessToken = QStringLiteral("a-token")};
    QTemporaryDir m_home;

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
        qputenv("XDG_RUNTIME_DIR", m_home.path().toUtf8());
        qputenv("HOME", m_home.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
        qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
    }

    void itIsSaidAndTheEnvironmentIsUsed_data()
    {
        QTest::addColumn<bool>("isSwitchedOff");
        QTest::newRow("there is none") << false;
        QTest::newRow("switched off") << true;
    }
    void itIsSaidAndTheEnvironmentIsUsed()
    {
        QFETCH(bool, isSwitchedOff);
        if (isSwitchedOff)
            qputenv("LINERNOTES_KEYCHAIN", "off");
        const auto restore = qScopeGuard([] { qunsetenv("LINERNOTES_KEYCHAIN"); });
        CredentialStore store(Keychain::ofSystem(), m_given);
        QVERIFY(!awaited(store.read()));
        QVERIFY(!store.keychainProblem().isEmpty());
        QCOMPARE(store.keychainProblem().contains(QStringLiteral("LINERNOTES_KEYCHAIN")), isSwitchedOff);
        QVERIFY2(store.keychainProblem().contains(QStringLiteral("keychain")), qPrintable(store.keychainProblem()));
        QCOMPARE(store.origin(QStringLiteral("spotify")), CredentialsOrigin::Environment);
        QVERIFY(store.credentials().isComplete());
    }

    void nothingIsKeptAndTheSessionIsLeft()
    {
        CredentialStore store(Keychain::ofSystem(), {});
        const auto kept = awaited(store.keep(QStringLiteral("spotify"), m_given));
        QVERIFY(!kept);
        QCOMPARE(kept.error().category, ErrorCategory::ServiceDown);
        QVERIFY(!kept.error().message.contains(QStringLiteral("a-secret")));
        QCOMPARE(store.origin(QStringLiteral("spotify")), CredentialsOrigin::None);
        store.useForSession(QStringLiteral("spotify"), m_given);
        QCOMPARE(store.origin(QStringLiteral("spotify")), CredentialsOrigin::Session);
        store.useForSession(QStringLiteral("spotify"), {});
        QCOMPARE(store.origin(QStringLiteral("spotify")), CredentialsOrigin::None);
        QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        QVERIFY2(!files.hasNext(), qPrintable(files.next()));
    }
};

QTEST_GUILESS_MAIN(NoKeychainTest)
#include "tst_nokeychain.moc"
