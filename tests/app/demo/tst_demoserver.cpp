// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/democaller.h"
#include "fixtures/answers.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMutex>
#include <QTcpServer>
#include <QTest>

#include <zlib.h>

using namespace linernotes;
using namespace std::chrono_literals;
using demo::CallInfo;
using demo::Face;
using demo::Fault;

namespace
{

/// The opposite of a server's gzip; empty if it is none.
QByteArray unpacked(const QByteArray &packed)
{
    constexpr int gzipWindow = 15 + 16;
    constexpr qsizetype most = 1 << 20;
    QByteArray plain(most, Qt::Uninitialized);
    auto input = packed;
    z_stream stream{};
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(plain.data());
    stream.avail_out = static_cast<uInt>(plain.size());
    if (inflateInit2(&stream, gzipWindow) != Z_OK)
        return {};
    const auto result = inflate(&stream, Z_FINISH);
    plain.truncate(static_cast<qsizetype>(stream.total_out));
    inflateEnd(&stream);
    return result == Z_STREAM_END ? plain : QByteArray();
}

} // namespace

/// The demo server's abilities as a test double: faults, delays, counts, compression, errors, start and stop.
class DemoServerTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::DemoCaller> m_caller;

    demo::DemoServer &server() { return m_caller->server(); }
    const demo::DemoCatalogue &catalogue() const { return m_caller->catalogue(); }
    QString artistTarget() const { return QStringLiteral("/artists/") + catalogue().artists().front().spotifyId; }
    QString albumTarget() const { return QStringLiteral("/albums/") + catalogue().albums().front().spotifyId; }
    QString personTarget() const { return QStringLiteral("/artists/%1").arg(catalogue().people().front().geniusId); }

private Q_SLOTS:
    void init() { m_caller = std::make_unique<test::DemoCaller>(Face::Development2026); }
    void cleanup() { m_caller.reset(); }

    void refusalsAreTheServicesOwn_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QByteArray>("authorization"); ///< empty: none; "right": the right one
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const char *service, const char *target, const char *authorization,
                            int status, const char *message) {
            QTest::newRow(name) << QString::fromLatin1(service) << QString::fromLatin1(target)
                                << QByteArray(authorization) << status << QString::fromLatin1(message);
        };
        const auto *unknown = "/albums/0000000000000000000000";
        row("spotify: no token", "spotify", unknown, "", 401, "No token provided");
        row("spotify: wrong token", "spotify", unknown, "Bearer wrong", 401, "The access token expired");
        row("spotify: malformed id", "spotify", "/albums/000000000000000000000", "right", 400, "Invalid base62 id");
        row("spotify: sign in id", "spotify", "/tracks/000000000000000000000_", "right", 400, "Invalid base62 id");
        // So quoted in spotizerr-dev/spotizerr#9; others saw "non existing id".
        row("spotify: unknown album", "spotify", unknown, "right", 404, "Resource not found");
        row("spotify: unknown artist", "spotify", "/artists/0000000000000000000000", "right", 404,
            "Resource not found");
        row("spotify: unknown track", "spotify", "/tracks/0000000000000000000000", "right", 404, "Resource not found");
        row("spotify: unknown artist's albums", "spotify", "/artists/0000000000000000000000/albums", "right", 404,
            "Resource not found");
        row("spotify: unknown album's tracks", "spotify", "/albums/0000000000000000000000/tracks", "right", 404,
            "Resource not found");
        row("spotify: no query", "spotify", "/search?type=artist", "right", 400, "No search query");
        row("genius: no token", "genius", "/songs/1", "", 401,
            "This call requires an access_token. Please see: https://genius.com/developers");
        row("genius: wrong token", "genius", "/songs/1", "Bearer wrong", 401, "invalid_token");
        row("genius: unknown song", "genius", "/songs/1", "right", 404, "404 Not Found");
    }
    void refusalsAreTheServicesOwn()
    {
        QFETCH(QString, service);
        QFETCH(QString, target);
        QFETCH(QByteArray, authorization);
        QFETCH(int, status);
        QFETCH(QString, message);
        const bool isSpotify = service == QLatin1String("spotify");
        const auto url = isSpotify ? m_caller->spotifyUrl(target) : m_caller->geniusUrl(target);
        const auto right = "Bearer " + (isSpotify ? m_caller->token() : server().geniusToken().toUtf8());
        test::Headers headers;
        if (!authorization.isEmpty())
            headers.insert("Authorization", authorization == "right" ? right : authorization);
        const auto reply = test::Exchange(url, headers).reply();
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.message(), message);
        QVERIFY(reply.headers.value("content-type").startsWith("application/json"));
        QCOMPARE(reply.json().contains(QStringLiteral("meta")),
                 !isSpotify && message != QLatin1String("invalid_token"));
        if (isSpotify)
            QCOMPARE(reply.json()[QStringLiteral("error")][QStringLiteral("status")].toInt(), status);
    }

    void refusalsAreThoseThatWereSeen_data()
    {
        QTest::addColumn<QString>("quoted");
        QTest::addColumn<test::Reply>("reply");
        const auto row = [](const char *quoted, const test::Reply &reply) {
            QTest::newRow(quoted) << QString::fromLatin1(quoted) << reply;
        };
        auto &caller = *(m_caller = std::make_unique<test::DemoCaller>(Face::Development2026));
        row("quoted__spotify-401__no-token-provided.json", test::Exchange(caller.spotifyUrl(artistTarget())).reply());
        row("quoted__spotify-400__invalid-base62-id.json", caller.spotify(QStringLiteral("/albums/short")));
        row("quoted__spotify-400__invalid-limit.json",
            caller.spotify(artistTarget() + QStringLiteral("/albums?limit=11")));
        row("quoted__spotify-403__forbidden-removed-endpoint.json", caller.spotify(QStringLiteral("/tracks?ids=1")));
        row("quoted__genius-401__no-token.json", test::Exchange(caller.geniusUrl(personTarget())).reply());
        row("quoted__genius-401__invalid-token.json",
            test::Exchange(caller.geniusUrl(personTarget()), {{"Authorization", "Bearer wrong"}}).reply());
        server().setEmptyLimitErrors(true);
        row("quoted__spotify-400__empty-body.txt", caller.spotify(artistTarget() + QStringLiteral("/albums?limit=11")));
        server().setSpotifyQuota({.calls = 1, .window = 24h});
        caller.spotify(artistTarget());
        row("quoted__spotify-429__api-rate-limit-exceeded.json", caller.spotify(artistTarget()));
        server().setSpotifyQuota({.calls = 1, .window = 24h, .isDaily = true});
        caller.spotify(artistTarget());
        row("quoted__spotify-429__quota-exceeded.json", caller.spotify(artistTarget()));
        server().revokeTokens();
        row("quoted__spotify-401__access-token-expired.json", caller.spotify(artistTarget()));
    }
    void refusalsAreThoseThatWereSeen()
    {
        SKIP_WITHOUT_RECORDED_ANSWERS();
        QFETCH(QString, quoted);
        QFETCH(test::Reply, reply);
        const auto index = QJsonDocument::fromJson(*test::recordedAnswer(QStringLiteral("errors/index.json"))).array();
        QJsonObject seen;
        for (const auto &entry : index) {
            if (entry[QStringLiteral("file")].toString() == quoted)
                seen = entry.toObject();
        }
        QCOMPARE(reply.status, seen[QStringLiteral("http_status")].toInt());
        const auto body = *test::recordedAnswer(QStringLiteral("errors/") + quoted);
        QCOMPARE(reply.json(), QJsonDocument::fromJson(body).object());
        QCOMPARE(reply.body.isEmpty(), body.isEmpty());
        const auto headers = seen[QStringLiteral("headers")].toObject();
        const auto authenticate = headers[QStringLiteral("www-authenticate")].toString();
        QCOMPARE(QString::fromLatin1(reply.headers.value("www-authenticate")), authenticate);
        QCOMPARE(reply.headers.contains("retry-after"), headers.contains(QStringLiteral("retry-after")));
    }

    void aFaultIsToldWhichCallItIs()
    {
        m_caller->token();
        server().reset();
        QMutex mutex; // the script runs in the server's thread
        std::vector<CallInfo> calls;
        server().setFaults([&](const CallInfo &call) -> std::optional<Fault> {
            const QMutexLocker lock(&mutex);
            calls.push_back(call);
            return std::nullopt;
        });
        QCOMPARE(m_caller->spotify(artistTarget()).status, 200);
        QCOMPARE(m_caller->genius(personTarget()).status, 200);
        QCOMPARE(m_caller->spotify(artistTarget() + QStringLiteral("?market=US")).status, 200);
        server().setFaults({});
        const QMutexLocker lock(&mutex);
        QCOMPARE(calls.size(), std::size_t(3));
        QCOMPARE(calls[0].method, QByteArray("GET"));
        QCOMPARE(calls[0].path, QStringLiteral("/v1") + artistTarget());
        QCOMPARE(calls[0].endpoint, QStringLiteral("GET /v1/artists/{id}"));
        QCOMPARE(calls[1].endpoint, QStringLiteral("GET /genius/artists/{id}"));
        QCOMPARE(calls[2].path, QStringLiteral("/v1") + artistTarget());
        const std::vector<std::pair<qint64, qint64>> expected{{1, 1}, {2, 1}, {3, 2}};
        for (std::size_t i = 0; i < calls.size(); ++i)
            QCOMPARE(std::make_pair(calls[i].number, calls[i].numberOfEndpoint), expected[i]);
    }

    void aFaultAnswersInstead()
    {
        m_caller->token();
        server().reset();
        server().setFaults([](const CallInfo &call) -> std::optional<Fault> {
            if (call.number != 2)
                return std::nullopt;
            return Fault{.status = 503, .headers = {{"X-Reason", "upset"}}, .body = "<html>no</html>"};
        });
        QCOMPARE(m_caller->spotify(artistTarget()).status, 200);
        const auto fault = m_caller->spotify(artistTarget());
        QCOMPARE(fault.status, 503);
        QCOMPARE(fault.headers.value("x-reason"), QByteArray("upset"));
        QCOMPARE(fault.body, QByteArray("<html>no</html>"));
        QCOMPARE(m_caller->spotify(artistTarget()).status, 200);
    }

    void anotherContentTypeReplacesTheUsual()
    {
        server().setFaults([](const CallInfo &) -> std::optional<Fault> {
            return Fault{.status = 200, .headers = {{"Content-Type", "text/html"}}, .body = "<html></html>"};
        });
        QCOMPARE(m_caller->genius(personTarget()).headers.value("content-type"), QByteArray("text/html"));
    }

    void aCallWithoutAnAnswerDisturbsNoOther()
    {
        server().setFaults([](const CallInfo &call) -> std::optional<Fault> {
            return call.path.startsWith(QStringLiteral("/v1/artists")) ? std::optional(Fault{Fault::Kind::NeverAnswer})
                                                                       : std::nullopt;
        });
        auto silent = m_caller->beginSpotify(artistTarget());
        QCOMPARE(m_caller->spotify(albumTarget()).status, 200);
        QVERIFY(silent.isSilent(300ms));
    }

    void aDisconnectEndsTheConnectionWithoutAByte()
    {
        m_caller->token();
        server().setFaults([](const CallInfo &) { return std::optional(Fault{Fault::Kind::Disconnect}); });
        const auto cut = m_caller->spotify(artistTarget());
        QCOMPARE(cut.status, 0);
        QCOMPARE(cut.body, QByteArray());
        server().setFaults({});
        QCOMPARE(m_caller->spotify(artistTarget()).status, 200);
    }

    void answersComeAfterTheDelay_data()
    {
        QTest::addColumn<int>("fixed");
        QTest::addColumn<int>("jitter");
        QTest::newRow("fixed") << 250 << 0;
        QTest::newRow("with jitter") << 250 << 100;
    }
    void answersComeAfterTheDelay()
    {
        QFETCH(int, fixed);
        QFETCH(int, jitter);
        m_caller->token();
        server().setDelay(std::chrono::milliseconds(fixed), std::chrono::milliseconds(jitter));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(m_caller->spotify(artistTarget()).status, 200);
        QVERIFY2(timer.elapsed() >= fixed, qPrintable(QString::number(timer.elapsed())));
    }

    void callsWaitBesideEachOther()
    {
        m_caller->token();
        server().reset();
        server().setDelay(300ms);
        auto first = m_caller->beginSpotify(artistTarget());
        auto second = m_caller->beginSpotify(albumTarget());
        auto third = m_caller->beginSpotify(artistTarget());
        for (auto *one : {&third, &first, &second})
            QCOMPARE(one->reply().status, 200);
        QCOMPARE(server().counts().mostInFlight, 3);
    }

    void countsTellEachCall()
    {
        m_caller->spotify(artistTarget());
        m_caller->spotify(artistTarget());
        m_caller->spotify(artistTarget() + QStringLiteral("?market=US"));
        m_caller->genius(personTarget());
        const auto counts = server().counts();
        QCOMPARE(counts.total, 5); // with the token
        QCOMPARE(counts.refused, 0);
        QCOMPARE(counts.mostInFlight, 1);
        const QHash<QString, qint64> endpoints{{QStringLiteral("POST /accounts/api/token"), 1},
                                               {QStringLiteral("GET /v1/artists/{id}"), 3},
                                               {QStringLiteral("GET /genius/artists/{id}"), 1}};
        QCOMPARE(counts.byEndpoint, endpoints);
        QCOMPARE(counts.byUrl.value(QStringLiteral("/v1") + artistTarget()), 2);
        QCOMPARE(counts.byUrl.value(QStringLiteral("/v1") + artistTarget() + QStringLiteral("?market=US")), 1);
        server().reset();
        QCOMPARE(server().counts().total, 0);
        QVERIFY(server().counts().byEndpoint.isEmpty() && server().counts().byUrl.isEmpty());
    }

    /// A client that gave up waiting is no longer in flight.
    void aCallThatWasGivenUpIsNotInFlight()
    {
        m_caller->token();
        server().setFaults([](const CallInfo &) { return std::optional(Fault{Fault::Kind::NeverAnswer}); });
        {
            auto silent = m_caller->beginSpotify(artistTarget());
            QVERIFY(silent.isSilent(100ms));
        }
        server().setFaults({});
        const auto mostInFlight = [this] {
            server().reset();
            m_caller->spotify(artistTarget());
            return server().counts().mostInFlight;
        };
        QTRY_COMPARE(mostInFlight(), 1); // the end of the connection comes when it comes
    }

    void largeAnswersAreCompressedForThoseWhoUnderstand()
    {
        const auto plain = m_caller->spotify(albumTarget());
        QVERIFY(!plain.headers.contains("content-encoding"));
        const auto packed = m_caller->spotify(albumTarget(), {{"Accept-Encoding", "gzip, deflate"}});
        QCOMPARE(packed.headers.value("content-encoding"), QByteArray("gzip"));
        QVERIFY(packed.body.size() < plain.body.size());
        QCOMPARE(unpacked(packed.body), plain.body);
        const auto small = m_caller->spotify(QStringLiteral("/albums/short"), {{"Accept-Encoding", "gzip"}});
        QVERIFY(!small.headers.contains("content-encoding"));
        server().setCompression(false);
        const auto off = m_caller->spotify(albumTarget(), {{"Accept-Encoding", "gzip"}});
        QVERIFY(!off.headers.contains("content-encoding"));
        QCOMPARE(off.body, plain.body);
    }

    void oneConnectionTakesManyCalls()
    {
        const auto url = m_caller->spotifyUrl(artistTarget());
        QTcpSocket socket;
        socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
        QVERIFY(socket.waitForConnected());
        const auto request = "GET " + url.path().toLatin1() + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + m_caller->token() + "\r\n\r\n";
        const auto body = m_caller->spotify(artistTarget()).body;
        for (int i = 0; i < 3; ++i) {
            socket.write(request);
            QByteArray bytes;
            while (!bytes.endsWith(body)) {
                QVERIFY(socket.waitForReadyRead());
                bytes += socket.readAll();
            }
        }
    }

    void anUnknownServiceIsNotFound()
    {
        const auto root = server().spotifyApiUrl().resolved(QUrl(QStringLiteral("/elsewhere")));
        QCOMPARE(test::Exchange(root).reply().status, 404);
    }

    void aTakenPortIsRefusedWithAReason()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        demo::DemoServer late(demo::DemoCatalogue::generated({}));
        const auto started = late.start(other.serverPort());
        QVERIFY(!started);
        QVERIFY2(started.error().contains(QString::number(other.serverPort())), qPrintable(started.error()));
        QVERIFY(late.start()); // and elsewhere it may
    }

    void stoppedItAnswersNobody()
    {
        m_caller->token();
        server().setDelay(1h);
        auto waiting = m_caller->beginSpotify(artistTarget());
        const auto url = m_caller->spotifyUrl(artistTarget());
        server().stop();
        QCOMPARE(waiting.reply().status, 0);
        QCOMPARE(test::Exchange(url).reply().status, 0);
    }

    /// Its links name the address at which it listens now, whatever it answered before.
    void startedAgainItNamesItsNewAddress()
    {
        const auto target = artistTarget() + QStringLiteral("/albums?limit=5");
        QVERIFY(m_caller->spotify(target).json()[QStringLiteral("next")].toString().startsWith(
            server().spotifyApiUrl().toString()));
        server().stop();
        QTcpServer squatter; // so that the port is another one
        squatter.listen(QHostAddress::LocalHost, static_cast<quint16>(server().spotifyApiUrl().port()));
        QVERIFY(server().start());
        const auto again = m_caller->spotify(target);
        QCOMPARE(again.status, 200);
        QVERIFY(again.json()[QStringLiteral("next")].toString().startsWith(server().spotifyApiUrl().toString()));
    }
};

QTEST_GUILESS_MAIN(DemoServerTest)
#include "tst_demoserver.moc"
