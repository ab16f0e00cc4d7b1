// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credentialstore.h"
#include "fakes/awaited.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace linernotes;
using test::awaited;

namespace
{

const auto spotify = QStringLiteral("spotify");
const auto genius = QStringLiteral("genius");
const Credentials typed{.spotifyClientId = QStringLiteral("typed-id"),
                        .spotifyClientSecret = QStringLiteral("typed-secret-ä\"\\"),
                        .geniusAccessToken = QStringLiteral("typed-token")};
const Credentials exported{.spotifyClientId = QStringLiteral("exported-id"),
                           .spotifyClientSecret = QStringLiteral("exported-secret"),
                           .geniusAccessToken = QStringLiteral("exported-token")};

std::unique_ptr<CredentialStore> nextStart(const Credentials &environment)
{
    auto store = std::make_unique<CredentialStore>(Keychain::ofSystem(), environment);
    if (!awaited(store->read()))
        qFatal("%s", qPrintable(store->keychainProblem()));
    return store;
}

/// (oayays), as the Secret Service hands secrets about.
struct PlainSecret {
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString type;
};

QDBusArgument &operator<<(QDBusArgument &argument, const PlainSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.type;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, PlainSecret &)
{
    return argument; // never read
}

QVariantList askService(const QString &interface, const QString &method, const QVariantList &arguments)
{
    auto call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
                                               QStringLiteral("/org/freedesktop/secrets"), interface, method);
    call.setArguments(arguments);
    const auto answer = QDBusConnection::sessionBus().call(call);
    if (answer.type() == QDBusMessage::ErrorMessage)
        qFatal("%s", qPrintable(answer.errorMessage()));
    return answer.arguments();
}

const QDBusObjectPath collection(QStringLiteral("/org/freedesktop/secrets/aliases/default"));
const auto serviceInterface = QStringLiteral("org.freedesktop.Secret.Service");

/// As a desktop does when it has been left alone.
void lock()
{
    askService(serviceInterface, QStringLiteral("Lock"), {QVariant::fromValue(QList{collection})});
}

/// As a person who knows the password of withkeyring.sh.
void unlock()
{
    qDBusRegisterMetaType<PlainSecret>();
    const auto session = askService(serviceInterface, QStringLiteral("OpenSession"),
                                    {QStringLiteral("plain"), QVariant::fromValue(QDBusVariant(QString()))});
    const PlainSecret password{.session = session.at(1).value<QDBusObjectPath>(),
                               .parameters = {},
                               .value = QByteArrayLiteral("a password of the test"),
                               .type = QStringLiteral("text/plain")};
    askService(QStringLiteral("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"),
               QStringLiteral("UnlockWithMasterPassword"),
               {QVariant::fromValue(collection), QVariant::fromValue(password)});
}

} // namespace

/// The system's keychain itself: a Secret Service of the test's own.
class KeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = qEnvironmentVariable("LINERNOTES_NO_KEYRING"); !why.isEmpty())
            QSKIP(qPrintable(why));
    }
    void init()
    {
        const auto keychain = Keychain::ofSystem();
        for (const auto &service : CredentialStore::services())
            QVERIFY(awaited(keychain->erase(service)));
    }

    void whatIsWrittenIsReadAndErased()
    {
        const auto keychain = Keychain::ofSystem();
        const auto secret = QStringLiteral("ein Geheimnis “mit” ünd\nZeilen");
        QCOMPARE(awaited(keychain->read(spotify)), Keychain::Reading(std::nullopt));
        QVERIFY(awaited(keychain->write(spotify, secret)));
        QCOMPARE(awaited(keychain->read(spotify)), Keychain::Reading(secret));
        QCOMPARE(awaited(keychain->read(genius)), Keychain::Reading(std::nullopt));
        QVERIFY(awaited(keychain->write(spotify, QStringLiteral("another"))));
        QCOMPARE(awaited(keychain->read(spotify)), Keychain::Reading(QStringLiteral("another")));
        QCOMPARE(awaited(keychain->erase(spotify)), Result<bool>(true));
        QVERIFY(awaited(keychain->erase(spotify))); // of nothing too
        QCOMPARE(awaited(keychain->read(spotify)), Keychain::Reading(std::nullopt));
    }

    void whatIsKeptIsThereAtTheNextStart()
    {
        {
            const auto store = nextStart({});
            QCOMPARE(store->origin(spotify), CredentialsOrigin::None);
            const QSignalSpy changes(store.get(), &CredentialStore::changed);
            QVERIFY(awaited(store->keep(spotify, typed)));
            QVERIFY(awaited(store->keep(genius, typed)));
            QCOMPARE(changes.count(), 2);
            QCOMPARE(store->origin(spotify), CredentialsOrigin::Keychain);
        }
        const auto store = nextStart({});
        QCOMPARE(store->credentials().spotifyClientId, typed.spotifyClientId);
        QCOMPARE(store->credentials().spotifyClientSecret, typed.spotifyClientSecret);
        QCOMPARE(store->credentials().geniusAccessToken, typed.geniusAccessToken);
        QCOMPARE(store->origin(genius), CredentialsOrigin::Keychain);
        QVERIFY(store->keychainProblem().isEmpty());
    }

    /// Session, keychain, environment: each service by itself and whole.
    void eachServiceHasTheFirstOriginThatHasIt()
    {
        QVERIFY(awaited(nextStart({})->keep(spotify, typed)));
        const auto store = nextStart(exported);
        QCOMPARE(store->origin(spotify), CredentialsOrigin::Keychain);
        QCOMPARE(store->origin(genius), CredentialsOrigin::Environment);
        QCOMPARE(store->credentials().spotifyClientSecret, typed.spotifyClientSecret);
        QCOMPARE(store->credentials().geniusAccessToken, exported.geniusAccessToken);
        store->useForSession(spotify, exported);
        QCOMPARE(store->origin(spotify), CredentialsOrigin::Session);
        QCOMPARE(store->credentials().spotifyClientSecret, exported.spotifyClientSecret);
        QVERIFY(store->isKept(spotify)); // untouched
        QCOMPARE(nextStart({})->credentials().spotifyClientSecret, typed.spotifyClientSecret);
    }

    void forgettingFallsBackToTheEnvironment()
    {
        const auto store = nextStart(exported);
        QVERIFY(awaited(store->keep(spotify, typed)));
        QCOMPARE(awaited(store->forget(spotify)), Result<bool>(true));
        QCOMPARE(awaited(store->forget(spotify)), Result<bool>(false));
        QCOMPARE(store->origin(spotify), CredentialsOrigin::Environment);
        QCOMPARE(store->credentials().spotifyClientId, exported.spotifyClientId);
        QCOMPARE(nextStart({})->origin(spotify), CredentialsOrigin::None);
    }

    /// Nobody is there who could be asked: to QtKeychain it is as if nothing were kept.
    void aLockedOneIsNotAnEmptyOne()
    {
        QVERIFY(awaited(nextStart({})->keep(spotify, typed)));
        lock();
        CredentialStore store(Keychain::ofSystem(), {});
        QVERIFY(!awaited(store.read()));
        QVERIFY(store.isLocked());
        QVERIFY2(store.keychainProblem().contains(QStringLiteral("locked")), qPrintable(store.keychainProblem()));
        QCOMPARE(store.origin(spotify), CredentialsOrigin::None);
        QVERIFY(!awaited(store.unlock())); // the question can't be shown either
        QVERIFY(store.isLocked());

        unlock();
        const QSignalSpy changes(&store, &CredentialStore::changed);
        QVERIFY(awaited(store.unlock()));
        QVERIFY(!store.isLocked());
        QCOMPARE(store.keychainProblem(), QString());
        QCOMPARE(store.origin(spotify), CredentialsOrigin::Keychain);
        QCOMPARE(store.credentials().spotifyClientSecret, typed.spotifyClientSecret);
        QCOMPARE(changes.count(), 1);
    }

    /// An id alone, and what another program wrote under our name.
    void anEntryThatIsNotOursIsNotUsed_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::newRow("text") << QStringLiteral("hunter2");
        QTest::newRow("half") << QStringLiteral(R"({"client_id":"x"})");
        QTest::newRow("list") << QStringLiteral("[1,2]");
        QTest::newRow("empty") << QStringLiteral("{}");
    }
    void anEntryThatIsNotOursIsNotUsed()
    {
        QFETCH(QString, entry);
        QVERIFY(awaited(Keychain::ofSystem()->write(spotify, entry)));
        CredentialStore store(Keychain::ofSystem(), exported);
        QVERIFY(!awaited(store.read()));
        QCOMPARE(store.origin(spotify), CredentialsOrigin::Environment);
        QVERIFY2(store.keychainProblem().contains(spotify), qPrintable(store.keychainProblem()));
        QVERIFY(!store.keychainProblem().contains(QStringLiteral("hunter2")));
    }

    /// What the Secret Service writes is its own affair; it must not be readable there either.
    void noFileHoldsASecret()
    {
        const auto folder = qEnvironmentVariable("LINERNOTES_KEYRING_DATA");
        QVERIFY(awaited(nextStart({})->keep(spotify, typed)));
        int files = 0;
        QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("typed-secret"), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files > 0);
    }
};

QTEST_GUILESS_MAIN(KeychainTest)
#include "tst_keychain.moc"
