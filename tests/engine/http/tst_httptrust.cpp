// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/errorof.h"
#include "fakes/road.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace linernotes;
using namespace std::chrono_literals;
using test::errorOf;
using test::Road;

namespace
{

const auto a = QStringLiteral("/a");
const auto getA = QStringLiteral("GET /a");

} // namespace

/// Who is spoken to, and who the service takes us for.
class HttpTrustTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Whoever stands in the way and calls himself the service gets neither the question nor the token.
    void aCertificateThatNobodyVouchesForIsRefused()
    {
        const QTemporaryDir folder;
        const auto keyFile = folder.filePath(QStringLiteral("key.pem"));
        const auto certificateFile = folder.filePath(QStringLiteral("certificate.pem"));
        QProcess openssl; // comes with ca-certificates
        openssl.start(QStringLiteral("openssl"),
                      QString(QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost "
                                             "-addext subjectAltName=IP:127.0.0.1,DNS:localhost -keyout %1 -out %2"))
                          .arg(keyFile, certificateFile)
                          .split(QLatin1Char(' ')));
        QVERIFY(openssl.waitForFinished() && openssl.exitCode() == 0);
        QFile key(keyFile);
        QVERIFY(key.open(QIODevice::ReadOnly));
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate::fromPath(certificateFile).value(0));
        configuration.setPrivateKey(QSslKey(&key, QSsl::Rsa));
        QSslServer stranger;
        stranger.setSslConfiguration(configuration);
        QVERIFY(stranger.listen(QHostAddress::LocalHost));
        const QSignalSpy trusted(&stranger, &QTcpServer::pendingConnectionAvailable);

        Road road;
        const QUrl url(QStringLiteral("https://127.0.0.1:%1/a").arg(stranger.serverPort()));
        const auto error = errorOf(
            QCoro::waitFor(road.http->send({.url = url, .endpoint = a, .authorization = "Bearer very-secret"})));
        QCOMPARE(error.category, ErrorCategory::Network);
        QVERIFY(error.unreached);
        QVERIFY2(error.message.contains(QStringLiteral("SSL")) || error.message.contains(QStringLiteral("certificate")),
                 qPrintable(error.message));
        QCOMPARE(trusted.size(), 0); // nobody spoke to it
    }

    /// The way is away, and nobody says so: that is no message's fault. A service that was asked and is slow is another
    /// matter.
    void whoIsNotReachedInTimeWasNotAsked()
    {
        auto settings = Road::unlimited();
        settings.timeout = 300ms;
        Road road(QStringLiteral("spotify"), settings);
        QTcpServer full;
        full.setListenBacklogSize(1);
        QVERIFY(full.listen(QHostAddress::LocalHost));
        full.pauseAccepting();
        std::vector<std::unique_ptr<QTcpSocket>> waiting; // its queue is full: it answers no knock any more
        for (int i = 0; i < 4; ++i) {
            waiting.push_back(std::make_unique<QTcpSocket>());
            waiting.back()->connectToHost(QHostAddress::LocalHost, full.serverPort());
            waiting.back()->waitForConnected(100);
        }
        const QUrl url(QStringLiteral("http://127.0.0.1:%1/a").arg(full.serverPort()));
        const auto error = errorOf(QCoro::waitFor(road.http->send({.url = url, .endpoint = a})));
        QCOMPARE(error.category, ErrorCategory::Network);
        QVERIFY(error.unreached);

        road.server.answer(getA, test::Answer{.manner = test::Answer::Manner::Never});
        const auto slow = errorOf(road.get(a));
        QCOMPARE(slow.category, ErrorCategory::Timeout);
        QVERIFY(!slow.unreached);
    }

    /// The site's guard against robots is the site's trouble, not the token's: nobody goes on knocking.
    void aPageInsteadOfARefusalOpensTheCircuit()
    {
        Road road;
        road.server.answer(getA, "<!DOCTYPE html><title>Just a moment...</title>", 403);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(errorOf(road.get(a)).category, ErrorCategory::Server);
        QCOMPARE(road.service.snapshot().circuit, CircuitState::Open);
        QVERIFY(!road.service.snapshot().needsCredentials);
    }

    /// An owner who gets Premium need not tell us.
    void whatWasRefusedAndIsAnsweredNeedsNobody()
    {
        Road road;
        road.server.answer(getA, "{}");
        road.service.needCredentials(QStringLiteral("its owner needs Premium"));
        QVERIFY(!road.tryEnter());
        road.clock.advance(1h);
        QVERIFY(road.get(a));
        QVERIFY(!road.service.snapshot().needsCredentials);
    }

    void anotherAccountIsNotRefusedForTheOneBefore()
    {
        Road road;
        road.service.refused({.group = {}, .until = road.clock.now() + 10h, .reason = QStringLiteral("no")});
        QVERIFY(!road.tryEnter());
        road.service.unblock();
        QVERIFY(road.tryEnter());
    }
};

QTEST_GUILESS_MAIN(HttpTrustTest)
#include "tst_httptrust.moc"
