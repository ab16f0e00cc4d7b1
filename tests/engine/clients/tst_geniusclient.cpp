// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/services.h"

#include <QTest>

using namespace linernotes;
using test::Answer;
using test::GeniusService;

/// Genius's protocol: its token, its two 401s, and the web page that it sends to programs it does not like.
class GeniusClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void searchSongAndArtistAreRead()
    {
        GeniusService genius;
        genius.answerWith(QStringLiteral("GET /search"), "genius/search.json");
        genius.answerWith(QStringLiteral("GET /songs/700001"), "genius/song.json");
        genius.answerWith(QStringLiteral("GET /artists/9003"), "genius/artist.json");
        const auto hits = QCoro::waitFor(genius.client.search(QStringLiteral("Lanterns & more")));
        QVERIFY(hits);
        QCOMPARE(hits->front().songId, 700001);
        const auto song = QCoro::waitFor(genius.client.song(700001));
        QVERIFY(song);
        QCOMPARE(song->producers.front().name, QStringLiteral("Marlow Osei"));
        const auto artist = QCoro::waitFor(genius.client.artist(9003));
        QVERIFY(artist);
        QCOMPARE(artist->name, QStringLiteral("Marlow Osei"));
        const auto calls = genius.server.requests();
        QCOMPARE(calls.at(0).query(QStringLiteral("q")), QStringLiteral("Lanterns & more"));
        for (const auto &call : calls)
            QCOMPARE(call.headers.value("authorization"), QByteArray("Bearer token-1"));
    }

    void bothShapesOfA401AreAboutTheToken_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("of the API") << QByteArray(
            R"({"meta":{"status":401,"message":"This call requires an access_token."}})");
        QTest::newRow("of OAuth") << QByteArray(
            R"({"error":"invalid_token","error_description":"The access token provided is expired or revoked"})");
    }
    void bothShapesOfA401AreAboutTheToken()
    {
        QFETCH(QByteArray, body);
        GeniusService genius;
        genius.server.answer(QStringLiteral("GET /artists/1"), body, 401);
        const auto refused = QCoro::waitFor(genius.client.artist(1));
        QCOMPARE(refused.error().category, ErrorCategory::Auth);
        QVERIFY2(refused.error().message.contains(QStringLiteral("access"), Qt::CaseInsensitive),
                 qPrintable(refused.error().message));
        QCOMPARE(genius.server.calls().size(), 1);
    }

    void aTokenThatCameMeanwhileIsTried()
    {
        GeniusService genius;
        genius.server.answerBy([&](const test::Call &call) -> std::optional<Answer> {
            if (call.headers.value("authorization") == "Bearer token-2")
                return Answer{.body = test::ownAnswer(QStringLiteral("genius/artist.json"))};
            genius.session.setToken(QStringLiteral("token-2"));
            return Answer{.body = R"({"meta":{"status":401,"message":"no"}})", .status = 401};
        });
        QVERIFY(QCoro::waitFor(genius.client.artist(9003)));
    }

    void withoutATokenNothingIsAsked()
    {
        GeniusService genius;
        genius.session.setToken({});
        QCOMPARE(QCoro::waitFor(genius.client.artist(1)).error().category, ErrorCategory::Auth);
        QVERIFY(genius.server.calls().isEmpty());
    }

    /// Cloudflare's challenge to programs: tried again later, and no reason to ask for other credentials.
    void aWebPageIsNotAnAnswer()
    {
        GeniusService genius;
        genius.server.answer(QStringLiteral("GET /artists/1"), "<!DOCTYPE html><title>Just a moment...</title>", 403,
                             {{"Content-Type", "text/html"}});
        QCOMPARE(QCoro::waitFor(genius.client.artist(1)).error().category, ErrorCategory::Server);
        genius.server.answer(QStringLiteral("GET /artists/2"), "<!DOCTYPE html><title>Genius</title>", 200,
                             {{"Content-Type", "text/html"}});
        QCOMPARE(QCoro::waitFor(genius.client.artist(2)).error().category, ErrorCategory::InvalidResponse);
    }
};

QTEST_GUILESS_MAIN(GeniusClientTest)
#include "tst_geniusclient.moc"
