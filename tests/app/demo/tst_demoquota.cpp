// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/democaller.h"

#include <QElapsedTimer>
#include <QTest>

using namespace linernotes;
using namespace std::chrono_literals;
using demo::Face;

namespace
{

constexpr auto hour = std::chrono::milliseconds(1h);
constexpr auto day = std::chrono::milliseconds(24h);

qint64 retryAfter(const test::Reply &reply)
{
    bool isWhole = false;
    const auto seconds = reply.headers.value("retry-after").toLongLong(&isWhole);
    return isWhole ? seconds : -1;
}

} // namespace

/// What the demo server refuses because of its quotas, and to whom it gives how long a token.
class DemoQuotaTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::DemoCaller> m_caller;

    demo::DemoServer &server() { return m_caller->server(); }
    QString artistTarget() const
    {
        return QStringLiteral("/artists/") + m_caller->catalogue().artists().front().spotifyId;
    }
    QString personTarget() const
    {
        return QStringLiteral("/artists/%1").arg(m_caller->catalogue().people().front().geniusId);
    }

private Q_SLOTS:
    void init() { m_caller = std::make_unique<test::DemoCaller>(Face::Development2026); }
    void cleanup() { m_caller.reset(); }

    void spotifyRefusesMoreCallsThanItsWindowHolds_data()
    {
        QTest::addColumn<int>("calls");
        for (const auto calls : {1, 3, 10})
            QTest::addRow("%d", calls) << calls;
    }
    void spotifyRefusesMoreCallsThanItsWindowHolds()
    {
        QFETCH(int, calls);
        server().setSpotifyQuota({.calls = calls, .window = hour});
        for (int i = 0; i < calls; ++i)
            QCOMPARE(m_caller->spotify(artistTarget()).status, 200);
        const auto refused = m_caller->spotify(artistTarget());
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.message(), QStringLiteral("API rate limit exceeded"));
        QVERIFY(!refused.json()[QStringLiteral("error")].toObject().contains(QStringLiteral("reason")));
        QVERIFY2(retryAfter(refused) > 3000 && retryAfter(refused) <= 3600, refused.headers.value("retry-after"));
        QCOMPARE(m_caller->genius(personTarget()).status, 200); // has a quota of its own
    }

    void theDailyQuotaIsRefusedWithItsReason()
    {
        server().setSpotifyQuota({.calls = 2, .window = day, .isDaily = true});
        QCOMPARE(m_caller->spotify(artistTarget()).status, 200);
        QCOMPARE(m_caller->spotify(artistTarget()).status, 200);
        const auto refused = m_caller->spotify(artistTarget());
        QCOMPARE(refused.status, 429);
        const QJsonObject error{{QStringLiteral("status"), 429},
                                {QStringLiteral("message"), QStringLiteral("Too many requests")},
                                {QStringLiteral("reason"), QStringLiteral("QUOTA_EXCEEDED")}};
        QCOMPARE(refused.json(), (QJsonObject{{QStringLiteral("error"), error}}));
        QVERIFY2(retryAfter(refused) > 80'000 && retryAfter(refused) <= 86'400, refused.headers.value("retry-after"));
    }

    void geniusRefusesInItsOwnShape()
    {
        server().setGeniusQuota({.calls = 1, .window = hour});
        QCOMPARE(m_caller->genius(personTarget()).status, 200);
        const auto refused = m_caller->genius(personTarget());
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.json().keys(), QStringList{QStringLiteral("meta")});
        QCOMPARE(refused.json()[QStringLiteral("meta")][QStringLiteral("status")].toInt(), 429);
        QVERIFY(retryAfter(refused) > 0);
        QCOMPARE(m_caller->spotify(artistTarget()).status, 200);
    }

    /// The call after Retry-After is let through: a client that waits so long is never refused again.
    void theWindowPasses()
    {
        server().setSpotifyQuota({.calls = 1, .window = 2s});
        QCOMPARE(m_caller->spotify(artistTarget()).status, 200);
        const auto refused = m_caller->spotify(artistTarget());
        QCOMPARE(refused.status, 429);
        QVERIFY(retryAfter(refused) == 1 || retryAfter(refused) == 2);
        QTest::qSleep(static_cast<int>(retryAfter(refused)) * 1000);
        QCOMPARE(m_caller->spotify(artistTarget()).status, 200);
    }

    void refusedCallsDoNotMakeTheWaitLonger()
    {
        server().setSpotifyQuota({.calls = 1, .window = hour});
        m_caller->spotify(artistTarget());
        const auto first = retryAfter(m_caller->spotify(artistTarget()));
        for (int i = 0; i < 5; ++i)
            QVERIFY(retryAfter(m_caller->spotify(artistTarget())) <= first);
        QCOMPARE(server().counts().refused, 6);
    }

    void tokensAndRefusedTokensAreFree()
    {
        server().setSpotifyQuota({.calls = 1, .window = hour});
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(m_caller->askForToken().status, 200);
            QCOMPARE(test::Exchange(m_caller->spotifyUrl(artistTarget())).reply().status, 401);
        }
        QCOMPARE(m_caller->spotify(artistTarget()).status, 200);
    }

    void aNewQuotaBeginsAnew()
    {
        server().setSpotifyQuota({.calls = 1, .window = hour});
        m_caller->spotify(artistTarget());
        QCOMPARE(m_caller->spotify(artistTarget()).status, 429);
        server().setSpotifyQuota({.calls = 1, .window = hour});
        QCOMPARE(m_caller->spotify(artistTarget()).status, 200);
        server().setSpotifyQuota({});
        for (int i = 0; i < 5; ++i)
            QCOMPARE(m_caller->spotify(artistTarget()).status, 200);
    }

    void tokensEndWithTheirLifetime()
    {
        server().setTokenLifetime(2s);
        const auto given = m_caller->askForToken().json();
        QCOMPARE(given[QStringLiteral("expires_in")].toInt(), 2);
        QCOMPARE(given[QStringLiteral("token_type")].toString(), QStringLiteral("Bearer"));
        QCOMPARE(m_caller->spotify(artistTarget()).status, 200);
        QTest::qSleep(2100);
        const auto refused = m_caller->spotify(artistTarget());
        QCOMPARE(refused.status, 401);
        QCOMPARE(refused.message(), QStringLiteral("The access token expired"));
        QVERIFY(refused.headers.value("www-authenticate").contains("error=\"invalid_token\""));
        m_caller->forgetToken();
        QCOMPARE(m_caller->spotify(artistTarget()).status, 200);
    }

    void revokedTokensAreRefusedAndNewOnesWork()
    {
        QCOMPARE(m_caller->spotify(artistTarget()).status, 200);
        server().revokeTokens();
        const auto refused = m_caller->spotify(artistTarget());
        QCOMPARE(refused.status, 401);
        QCOMPARE(refused.message(), QStringLiteral("The access token expired"));
        QCOMPARE(m_caller->genius(personTarget()).status, 200); // its token is not Spotify's
        m_caller->forgetToken();
        QCOMPARE(m_caller->spotify(artistTarget()).status, 200);
    }

    void everyTokenIsAnotherAndAllWork()
    {
        const auto first = m_caller->token();
        m_caller->forgetToken();
        const auto second = m_caller->token();
        QVERIFY(first != second);
        for (const auto &token : {first, second}) {
            const auto url = m_caller->spotifyUrl(artistTarget());
            QCOMPARE(test::Exchange(url, {{"Authorization", "Bearer " + token}}).reply().status, 200);
        }
    }

    void tokensAreOnlyForTheRightCredentials_data()
    {
        QTest::addColumn<QByteArray>("credentials");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("error");
        const QByteArray grant = "grant_type=client_credentials";
        QTest::newRow("none") << QByteArray() << grant << QStringLiteral("invalid_client");
        QTest::newRow("wrong") << QByteArray("demo-client:wrong") << grant << QStringLiteral("invalid_client");
        QTest::newRow("another grant") << QByteArray("demo-client:demo-secret")
                                       << QByteArray("grant_type=authorization_code")
                                       << QStringLiteral("unsupported_grant_type");
    }
    /// Here `error` is a text; in the Web API's own refusals it is an object.
    void tokensAreOnlyForTheRightCredentials()
    {
        QFETCH(QByteArray, credentials);
        QFETCH(QByteArray, body);
        QFETCH(QString, error);
        const QUrl url(server().spotifyAccountsUrl().toString() + QStringLiteral("/api/token"));
        const auto reply =
            test::Exchange(url, {{"Authorization", "Basic " + credentials.toBase64()}}, "POST", body).reply();
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.json()[QStringLiteral("error")].toString(), error);
        QVERIFY(reply.json()[QStringLiteral("error_description")].isString());
        QCOMPARE(test::Exchange(url).reply().status, 404); // a token is posted for
    }
};

QTEST_GUILESS_MAIN(DemoQuotaTest)
#include "tst_demoquota.moc"
