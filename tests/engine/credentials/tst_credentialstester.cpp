// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credentialstester.h"
#include "demo/demoserver.h"
#include "engine.h"
#include "fakes/awaited.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace linernotes;
using test::awaited;
using Kind = CredentialsVerdict::Kind;
using namespace std::chrono_literals;

namespace
{

const auto spotifyName = QStringLiteral("spotify");
const auto geniusName = QStringLiteral("genius");
const auto premium = QByteArrayLiteral("Active premium subscription required for the owner of the app.");

} // namespace

/// The verdict on credentials, by what the services are known to answer.
class CredentialsTesterTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<demo::DemoServer> m_server;

    Settings settings() const
    {
        auto settings = Settings::defaults();
        settings.spotify.apiUrl = m_server->spotifyApiUrl();
        settings.spotifyAccountsUrl = m_server->spotifyAccountsUrl();
        settings.genius.apiUrl = m_server->geniusApiUrl();
        settings.spotify.timeout = settings.genius.timeout = 2s;
        return settings;
    }
    Credentials right() const
    {
        return {.spotifyClientId = m_server->clientId(),
                .spotifyClientSecret = m_server->clientSecret(),
                .geniusAccessToken = m_server->geniusToken()};
    }
    CredentialsVerdict test(const QString &service, const Credentials &candidates) const
    {
        CredentialsTester tester(settings(), Clock::system(), nullptr);
        return awaited(tester.test(service, candidates, false));
    }
    void start(demo::Face face = demo::Face::Development2026)
    {
        m_server = std::make_unique<demo::DemoServer>(demo::DemoCatalogue::builtin(), face);
        QVERIFY(m_server->start());
    }
    void answer(const QString &path, const demo::Fault &fault)
    {
        m_server->setFaults([path, fault](const demo::CallInfo &call) {
            return call.path.startsWith(path) ? std::optional(fault) : std::nullopt;
        });
    }

private Q_SLOTS:
    void init() { start(); }

    void rightOnesWorkAndSpotifysModeIsKnown()
    {
        const auto today = test(spotifyName, right());
        QCOMPARE(today.kind, Kind::Works);
        QVERIFY2(today.message.contains(QStringLiteral("development mode")), qPrintable(today.message));
        QCOMPARE(m_server->counts().byEndpoint.value(QStringLiteral("GET /v1/search")), 1);
        QCOMPARE(m_server->counts().total, 2); // with the token's
        m_server->setEmptyLimitErrors(true);
        QCOMPARE(test(spotifyName, right()), today);
        QCOMPARE(test(geniusName, right()).kind, Kind::Works);

        start(demo::Face::Legacy);
        const auto older = test(spotifyName, right());
        QCOMPARE(older.kind, Kind::Works);
        QVERIFY2(!older.message.contains(QStringLiteral("development mode")), qPrintable(older.message));
    }

    void wrongOnesAreRefusedAndNotShown_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("which");
        QTest::addColumn<QString>("headline");
        QTest::newRow("id") << spotifyName << QStringLiteral("id") << QStringLiteral("Wrong client id: ");
        QTest::newRow("secret") << spotifyName << QStringLiteral("secret") << QStringLiteral("Wrong client secret: ");
        QTest::newRow("token") << geniusName << QStringLiteral("token") << QStringLiteral("Wrong access token: ");
    }
    void wrongOnesAreRefusedAndNotShown()
    {
        QFETCH(QString, service);
        QFETCH(QString, which);
        QFETCH(QString, headline);
        const auto wrong = QStringLiteral("wrong-and-marked-0123456789");
        auto candidates = right();
        (which == QLatin1String("id")           ? candidates.spotifyClientId
             : which == QLatin1String("secret") ? candidates.spotifyClientSecret
                                                : candidates.geniusAccessToken) = wrong;
        const auto verdict = test(service, candidates);
        QCOMPARE(verdict.kind, Kind::Refused);
        QVERIFY(!verdict.isRight());
        QVERIFY2(verdict.message.startsWith(headline), qPrintable(verdict.message));
        QVERIFY(!verdict.message.contains(wrong));
        QCOMPARE(m_server->counts().byEndpoint.value(QStringLiteral("GET /v1/search")), 0);
    }

    void nothingIsAskedWithNothing()
    {
        for (const auto &service : {spotifyName, geniusName})
            QCOMPARE(test(service, {}).kind, Kind::Missing);
        QCOMPARE(test(spotifyName, {.spotifyClientId = QStringLiteral("x")}).kind, Kind::Missing);
        QCOMPARE(m_server->counts().total, 0);
    }

    void refusalsAreToldApart_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("premium") << spotifyName << 403 << premium << Kind::AccountRefused;
        QTest::newRow("forbidden") << spotifyName << 403
                                   << QByteArray(R"({"error":{"status":403,"message":"Forbidden"}})")
                                   << Kind::Forbidden;
        QTest::newRow("server") << spotifyName << 502 << QByteArray("<html><title>Bad gateway</title></html>")
                                << Kind::NoAnswer;
        QTest::newRow("not the API") << spotifyName << 404 << QByteArray("nothing here") << Kind::NoAnswer;
        QTest::newRow("wrong token") << geniusName << 401 << QByteArray(R"({"error":"invalid_token"})")
                                     << Kind::Refused;
        QTest::newRow("robots") << geniusName << 403 << QByteArray("<!doctype html><title>Just a moment</title>")
                                << Kind::NoAnswer;
        QTest::newRow("something else") << geniusName << 200 << QByteArray("[]") << Kind::NoAnswer;
    }
    void refusalsAreToldApart()
    {
        QFETCH(QString, service);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(Kind, kind);
        answer(service == spotifyName ? QStringLiteral("/v1/") : QStringLiteral("/genius/"),
               {.status = status, .body = body});
        const auto verdict = test(service, right());
        QVERIFY2(verdict.kind == kind, qPrintable(verdict.message));
        QCOMPARE(verdict.isRight(), kind == Kind::AccountRefused || kind == Kind::Forbidden);
        if (body == premium)
            QVERIFY2(verdict.message.contains(QString::fromLatin1(premium)), qPrintable(verdict.message));
    }

    void aServiceThatDoesNotAnswerIsNotWaitedForLong()
    {
        answer(QStringLiteral("/v1/"), {.kind = demo::Fault::Kind::NeverAnswer});
        QCOMPARE(test(spotifyName, right()).kind, Kind::NoAnswer);
        answer(QStringLiteral("/genius/"), {.kind = demo::Fault::Kind::Disconnect});
        QCOMPARE(test(geniusName, right()).kind, Kind::NoNetwork);
        const auto asked = right();
        const auto elsewhere = [&] {
            auto changed = settings();
            changed.spotifyAccountsUrl = QUrl(QStringLiteral("http://127.0.0.1:9"));
            return changed;
        }();
        CredentialsTester tester(elsewhere, Clock::system(), nullptr);
        QCOMPARE(awaited(tester.test(spotifyName, asked, false)).kind, Kind::NoNetwork);
    }

    void theTesterCanBeLeftWhileAServiceIsSilent()
    {
        answer(QStringLiteral("/"), {.kind = demo::Fault::Kind::NeverAnswer});
        QElapsedTimer took;
        {
            CredentialsTester tester(settings(), Clock::system(), nullptr);
            tester.test(spotifyName, right(), false);
            tester.test(geniusName, right(), false);
            QTest::qWait(200);
            took.start();
        }
        QVERIFY(took.elapsed() < 1500);
    }

    /// Of another account nothing is kept; of ours the refusal holds for the work too, and is known to the next test.
    void aUsedUpQuotaIsNamedAndBelongsToItsAccount()
    {
        QTemporaryDir folder;
        auto opened = Engine::open({.databasePath = folder.filePath(QStringLiteral("a.sqlite")),
                                    .settings = settings(),
                                    .credentials = right()});
        QVERIFY(opened);
        auto &engine = **opened;
        answer(QStringLiteral("/v1/"),
               {.status = 429,
                .headers = {{"Retry-After", "50000"}},
                .body = R"({"error":{"status":429,"message":"Too many requests","reason":"QUOTA_EXCEEDED"}})"});
        auto other = right();
        engine.setCredentials({.spotifyClientId = QStringLiteral("the id of the work"),
                               .spotifyClientSecret = QStringLiteral("its secret")});
        const auto isBlocked = [&] { return awaited(engine.snapshot()).value()->services.front().blocked; };
        const auto blocked = awaited(engine.testCredentials(spotifyName, other));
        QCOMPARE(blocked.kind, Kind::Blocked);
        QVERIFY(blocked.isRight());
        QVERIFY(blocked.until && *blocked.until > Clock::system().now() + 13h);
        QVERIFY(!isBlocked());

        engine.setCredentials(right());
        QCOMPARE(awaited(engine.testCredentials(spotifyName, right())).kind, Kind::Blocked);
        const auto searches = m_server->counts().byEndpoint.value(QStringLiteral("GET /v1/search"));
        m_server->setFaults({});
        const auto again = awaited(engine.testCredentials(spotifyName, right())); // known by now: not asked again
        QCOMPARE(again.kind, Kind::Blocked);
        QCOMPARE(m_server->counts().byEndpoint.value(QStringLiteral("GET /v1/search")), searches);
    }

    void theCallIsCountedAndTheWorkIsNotTouched()
    {
        QTemporaryDir folder;
        auto opened = Engine::open({.databasePath = folder.filePath(QStringLiteral("a.sqlite")),
                                    .settings = settings(),
                                    .credentials = right()});
        QVERIFY(opened);
        auto &engine = **opened;
        QVERIFY(
            awaited(engine.services().overrideCircuit(spotifyName, CircuitOverride::Open, QStringLiteral("by hand"))));
        const auto used = [&] {
            const auto snapshot = awaited(engine.snapshot());
            const auto &groups = (*snapshot)->services.front().quota.groups;
            return groups.empty() ? 0 : groups.front().used;
        };
        QCOMPARE(used(), 0);
        auto wrong = right();
        wrong.spotifyClientSecret = QStringLiteral("a wrong secret");
        QCOMPARE(awaited(engine.testCredentials(spotifyName, wrong)).kind, Kind::Refused);
        QCOMPARE(awaited(engine.testCredentials(spotifyName, right())).kind, Kind::Works);
        QTRY_COMPARE(used(), 1);
        const auto snapshot = awaited(engine.snapshot());
        const auto &service = (*snapshot)->services.front();
        QCOMPARE(service.calls, 0);
        QVERIFY(!service.needsCredentials);
        QCOMPARE(engine.credentials().spotifyClientSecret, right().spotifyClientSecret);
    }

    /// What the work waits for stands until those keys are changed, a person asks for another try, or a test shows that
    /// they work.
    void aRefusalIsForgottenForItsOwnServiceOnly()
    {
        QTemporaryDir folder;
        auto opened = Engine::open({.databasePath = folder.filePath(QStringLiteral("a.sqlite")),
                                    .settings = settings(),
                                    .credentials = right()});
        QVERIFY(opened);
        auto &engine = **opened;
        const auto isWaiting = [&] { return awaited(engine.snapshot()).value()->services.at(1).needsCredentials; };
        answer(QStringLiteral("/genius"), {.status = 401, .body = R"({"error":"invalid_token"})"});
        QVERIFY(awaited(
            engine.seed(QStringLiteral("run"), {{.artistId = m_server->catalogue().artists().front().spotifyId}})));
        engine.start();
        QTRY_VERIFY_WITH_TIMEOUT(isWaiting(), 20'000);
        m_server->setFaults({});
        auto other = right();
        other.spotifyClientId = QStringLiteral("another app");
        engine.setCredentials(other);
        QTest::qWait(200);
        QVERIFY(isWaiting());
        engine.pause();
        QTRY_VERIFY(!engine.isRunning());
        QCOMPARE(awaited(engine.testCredentials(geniusName, other)).kind, Kind::Works);
        QTRY_VERIFY(!isWaiting());
    }

    /// Nor is it said that the service was slow.
    void aTestThatASettingEndsSaysSo()
    {
        QTemporaryDir folder;
        auto opened = Engine::open({.databasePath = folder.filePath(QStringLiteral("a.sqlite")),
                                    .settings = settings(),
                                    .credentials = right()});
        QVERIFY(opened);
        auto &engine = **opened;
        const auto change = [&](const char *key, const QString &value) {
            return awaited(engine.settingsBook().change(QLatin1String(key), value)).has_value();
        };
        m_server->setDelay(1s);
        const auto untouched = engine.testCredentials(geniusName, right());
        QVERIFY(change("log.level", QStringLiteral("error"))); // has nothing to do with it
        QVERIFY(change("events.keep_days", QStringLiteral("9")));
        QCOMPARE(awaited(untouched).kind, Kind::Works);
        const auto ended = engine.testCredentials(geniusName, right());
        QVERIFY(change("genius.timeout", QStringLiteral("3")));
        QVERIFY2(awaited(ended).message.contains(QStringLiteral("given up")), qPrintable(awaited(ended).message));
    }
};

QTEST_GUILESS_MAIN(CredentialsTesterTest)
#include "tst_credentialstester.moc"
