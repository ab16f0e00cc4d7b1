// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servicerefusal.h"
#include "fixtures/answers.h"

#include <QTest>

using namespace linernotes;

class ServiceRefusalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedRefusalSaysWhy_data();
    void recordedRefusalSaysWhy();
    void everyRecordedRefusalIsAsserted();
    void everyShapeIsUnderstood_data();
    void everyShapeIsUnderstood();
    void longTextIsCutToOneLine();
};

void ServiceRefusalTest::recordedRefusalSaysWhy_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *file, const char *message, const char *reason = "") {
        QTest::newRow(file) << QString::fromUtf8(message) << QString::fromUtf8(reason);
    };
    row("errors/quoted__genius-401__invalid-token.json",
        "The access token provided is expired, revoked, malformed or invalid for other reasons.", "invalid_token");
    row("errors/quoted__genius-401__no-token.json",
        "This call requires an access_token. Please see: https://genius.com/developers");
    row("errors/quoted__genius-403__cloudflare-challenge.html", "Just a moment...");
    row("errors/quoted__spotify-400__empty-body.txt", "");
    row("errors/quoted__spotify-400__invalid-base62-id.json", "Invalid base62 id");
    row("errors/quoted__spotify-400__invalid-id.json", "invalid id");
    row("errors/quoted__spotify-400__invalid-limit.json", "Invalid limit");
    row("errors/quoted__spotify-401__access-token-expired.json", "The access token expired");
    row("errors/quoted__spotify-401__no-token-provided.json", "No token provided");
    row("errors/quoted__spotify-403__forbidden-removed-endpoint.json", "Forbidden");
    row("errors/quoted__spotify-403__owner-needs-premium-plain-text.txt",
        "Active premium subscription required for the owner of the app. When the subscription status changes, it can "
        "take a "
        "few hours before requests are allowed again.");
    row("errors/quoted__spotify-404__non-existing-id.json", "non existing id");
    row("errors/quoted__spotify-429__api-rate-limit-exceeded.json", "API rate limit exceeded");
    row("errors/quoted__spotify-429__empty-body-no-retry-after.txt", "");
    row("errors/quoted__spotify-429__plain-text.txt", "Too many requests");
    row("errors/quoted__spotify-429__quota-exceeded.json", "Too many requests", "QUOTA_EXCEEDED");
    row("errors/quoted__spotify-502__something-went-wrong.json", "Something went wrong");
    row("errors/quoted__spotify-token-400__invalid-client.json", "Invalid client", "invalid_client");
    row("sjava__spotify-token-error__invalid-client.json", "Invalid client", "invalid_client");
    row("timrogers__genius-error__404.json", "404 Not Found");
}

void ServiceRefusalTest::recordedRefusalSaysWhy()
{
    SKIP_WITHOUT_RECORDED_ANSWERS();
    QFETCH(QString, message);
    QFETCH(QString, reason);
    const auto body = test::recordedAnswer(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY2(body, "no such recorded answer");
    const auto refusal = parseRefusal(*body);
    QCOMPARE(refusal.message, message);
    QCOMPARE(refusal.reason, reason);
}

void ServiceRefusalTest::everyRecordedRefusalIsAsserted()
{
    SKIP_WITHOUT_RECORDED_ANSWERS();
    const auto files = QDir(test::recordedFolder().filePath(QStringLiteral("errors")))
                           .entryList({QStringLiteral("*spotify*"), QStringLiteral("*genius*")}, QDir::Files);
    QCOMPARE(files.size(), 18); // the rows of errors/ above
}

void ServiceRefusalTest::everyShapeIsUnderstood_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *body, const char *message, const char *reason = "") {
        QTest::newRow(name) << QByteArray(body) << QString::fromUtf8(message) << QString::fromUtf8(reason);
    };
    row("empty", "", "");
    row("blanks", " \r\n ", "");
    row("object error", R"({"error":{"status":400,"message":"Bad  thing"}})", "Bad thing");
    row("object error with reason", R"({"error":{"status":429,"message":"Slow","reason":"QUOTA_EXCEEDED"}})", "Slow",
        "QUOTA_EXCEEDED");
    row("object error without words", R"({"error":{}})", "");
    row("object error of wrong types", R"({"error":{"message":7,"reason":null}})", "");
    row("code with description", R"({"error":"invalid_token","error_description":"Gone"})", "Gone", "invalid_token");
    row("code alone", R"({"error":"invalid_grant"})", "invalid_grant", "invalid_grant");
    row("meta", R"({"meta":{"status":404,"message":"404 Not Found"}})", "404 Not Found");
    row("meta without message", R"({"meta":{"status":500}})", "");
    row("bare message", R"({"message":"Nope"})", "Nope");
    row("plain text", "Too many requests\n", "Too many requests");
    row("JSON string", R"("refused")", R"("refused")");
    row("byte order mark", "\xEF\xBB\xBFRefused", "Refused");
    row("HTML with title", "<html><head><title>502\n Bad Gateway</title></head></html>", "502 Bad Gateway");
    row("HTML in capitals", "<!DOCTYPE HTML><HTML><TITLE lang='en'>Sorry</TITLE></HTML>", "Sorry");
    row("HTML without title", "<html><body>x</body></html>", "HTML page");
    row("HTML with empty title", "<html><title> </title></html>", "HTML page");
    row("HTML cut in its title", "<html><title>Half", "HTML page");
    row("XML before HTML", "<?xml version='1.0'?><html><title>Old</title></html>", "Old");
}

void ServiceRefusalTest::everyShapeIsUnderstood()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, message);
    QFETCH(QString, reason);
    QCOMPARE(parseRefusal(body), (ServiceRefusal{.message = message, .reason = reason}));
}

void ServiceRefusalTest::longTextIsCutToOneLine()
{
    const auto refusal = parseRefusal(QByteArray("refused\nagain ").repeated(50'000));
    QCOMPARE(refusal.message.size(), 300);
    QVERIFY(!refusal.message.contains(u'\n'));
}

QTEST_APPLESS_MAIN(ServiceRefusalTest)
#include "tst_servicerefusal.moc"
