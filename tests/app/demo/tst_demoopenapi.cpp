// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/democaller.h"
#include "app/demo/demoendpoints.h"
#include "app/demo/openapi.h"
#include "fixtures/answers.h"

#include <QJsonArray>
#include <QTest>

using namespace linernotes;
using demo::Face;

namespace
{

QString lines(const std::set<QString> &all)
{
    return QStringList(all.begin(), all.end()).join(QLatin1Char('\n'));
}

void merge(test::Verdict &all, test::Verdict one)
{
    all.wrong.merge(one.wrong);
    all.missing.merge(one.missing);
    all.missingDeprecated.merge(one.missingDeprecated);
    all.deprecated.merge(one.deprecated);
}

} // namespace

/// The demo's Spotify answers as Spotify's own OpenAPI description says, in the version that its readers corrected.
class DemoOpenApiTest : public QObject
{
    Q_OBJECT

    test::DemoCaller m_older{Face::Legacy};
    test::DemoCaller m_newer{Face::Development2026};
    std::optional<test::OpenApi> m_description;

    test::Verdict judged(test::DemoCaller &caller, const test::DemoEndpoint &endpoint)
    {
        const auto response = QString::fromLatin1(endpoint.description);
        test::Verdict all;
        for (const auto &target : endpoint.targets(caller.catalogue())) {
            const auto reply = caller.spotify(target);
            if (reply.status != 200)
                all.wrong.insert(QStringLiteral("%1: HTTP %2").arg(target).arg(reply.status));
            merge(all, m_description->judge(response, reply.json()));
        }
        return all;
    }

    static void addRows(bool legacyToo)
    {
        QTest::addColumn<int>("index");
        const auto &endpoints = test::spotifyEndpoints();
        for (int i = 0; i < static_cast<int>(endpoints.size()); ++i) {
            const auto &endpoint = endpoints[static_cast<std::size_t>(i)];
            if (legacyToo || !endpoint.isLegacyOnly)
                QTest::newRow(endpoint.name) << i;
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        SKIP_WITHOUT_RECORDED_ANSWERS();
        m_description = test::OpenApi::read(
            test::recordedFolder().filePath(QStringLiteral("openapi/sonallux__fixed-spotify-open-api.yml")));
        QVERIFY(m_description);
        for (const auto &endpoint : test::spotifyEndpoints())
            QVERIFY2(m_description->describes(QString::fromLatin1(endpoint.description)), endpoint.description);
    }

    void theDescriptionFindsFaults_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<test::Verdict>("expected");
        const auto set = [](const char *text) { return std::set<QString>{QString::fromLatin1(text)}; };
        const auto row = [](const char *field, const QJsonValue &value, const test::Verdict &expected) {
            QTest::addRow("%s: %d", field, int(value.type())) << QString::fromLatin1(field) << value << expected;
        };
        row("id", QJsonValue::Undefined, {.missing = set("$.id")});
        row("copyrights", QJsonValue::Undefined, {.missing = set("$.copyrights")});
        row("label", QJsonValue::Undefined, {.missingDeprecated = set("$.label")});
        row("name", QJsonValue::Null, {.wrong = set("$.name: is no string")});
        row("total_tracks", QStringLiteral("12"), {.wrong = set("$.total_tracks: is no integer")});
        row("total_tracks", 1.5, {.wrong = set("$.total_tracks: is no integer")});
        row("album_type", QStringLiteral("ep"), {.wrong = set("$.album_type: can't be \"ep\"")});
        row("colour", QStringLiteral("red"), {.wrong = set("$.colour: is not described")});
        row("artists", QJsonArray{1}, {.wrong = set("$.artists[]: is no object")});
        row("images", QJsonArray{QJsonObject{{QStringLiteral("url"), QString()}, {QStringLiteral("width"), 1}}},
            {.missing = set("$.images[].height")});
    }
    void theDescriptionFindsFaults()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QFETCH(test::Verdict, expected);
        auto album =
            m_older.spotify(QStringLiteral("/albums/") + m_older.catalogue().albums().front().spotifyId).json();
        if (value.isUndefined())
            album.remove(field);
        else
            album.insert(field, value);
        const auto verdict = m_description->judge(QStringLiteral("OneAlbum"), album);
        QCOMPARE(verdict.wrong, expected.wrong);
        QCOMPARE(verdict.missing, expected.missing);
        QCOMPARE(verdict.missingDeprecated, expected.missingDeprecated);
    }

    void anOlderAppGetsAllThatIsDescribed_data() { addRows(true); }
    void anOlderAppGetsAllThatIsDescribed()
    {
        QFETCH(int, index);
        const auto verdict = judged(m_older, test::spotifyEndpoints().at(static_cast<std::size_t>(index)));
        QVERIFY2(verdict.wrong.empty(), qPrintable(lines(verdict.wrong)));
        QVERIFY2(verdict.missing.empty(), qPrintable(lines(verdict.missing)));
        QVERIFY2(verdict.missingDeprecated.empty(), qPrintable(lines(verdict.missingDeprecated)));
    }

    /// What February 2026 took away from apps in development mode is what the description marks as deprecated.
    void anAppOfTodayGetsAllButTheDeprecated_data() { addRows(false); }
    void anAppOfTodayGetsAllButTheDeprecated()
    {
        QFETCH(int, index);
        const auto verdict = judged(m_newer, test::spotifyEndpoints().at(static_cast<std::size_t>(index)));
        QVERIFY2(verdict.wrong.empty(), qPrintable(lines(verdict.wrong)));
        QVERIFY2(verdict.missing.empty(), qPrintable(lines(verdict.missing)));
        QVERIFY2(verdict.deprecated.empty(), qPrintable(lines(verdict.deprecated)));
    }

    void errorsAreAsDescribed_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("response");
        const auto row = [](const char *name, const char *target, int status, const char *response) {
            QTest::newRow(name) << QString::fromLatin1(target) << status << QString::fromLatin1(response);
        };
        row("unknown artist", "/artists/0000000000000000000000", 404, "NotFound");
        row("malformed id", "/tracks/short", 400, "BadRequest");
        row("batch", "/albums?ids=0000000000000000000000", 403, "Forbidden");
        row("no limit", "/search?type=artist&q=x&limit=11", 400, "BadRequest");
        row("no such service", "/nonsense", 404, "NotFound");
    }
    void errorsAreAsDescribed()
    {
        QFETCH(QString, target);
        QFETCH(int, status);
        QFETCH(QString, response);
        const auto reply = m_newer.spotify(target);
        QCOMPARE(reply.status, status);
        const auto verdict = m_description->judge(response, reply.json());
        QVERIFY2(verdict.wrong.empty(), qPrintable(lines(verdict.wrong)));
        QVERIFY2(verdict.missing.empty(), qPrintable(lines(verdict.missing)));
        QCOMPARE(reply.json()[QStringLiteral("error")][QStringLiteral("status")].toInt(), status);
    }
};

QTEST_GUILESS_MAIN(DemoOpenApiTest)
#include "tst_demoopenapi.moc"
