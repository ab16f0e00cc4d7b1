// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/answerserver.h"
#include "fixtures/answers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace linernotes;

namespace
{

const auto sia = QStringLiteral("5WUlDfRSoLAfcVSX1WnrxN");
const auto album = QStringLiteral("3xFSl9lIRaYXIYkIn3OIl9");
const auto chandelier = QStringLiteral("4VrWlk8IQxevMvERoX08iC"); // as the recorded song names it

/// A recorded Spotify answer in which only ids and names are another artist's: no recorded answer names Sia.
QJsonObject reshaped(const QString &recording, const QJsonObject &changes)
{
    auto answer = QJsonDocument::fromJson(*test::recordedAnswer(recording)).object();
    for (auto change = changes.begin(); change != changes.end(); ++change)
        answer[change.key()] = change.value();
    return answer;
}

QJsonObject named(QJsonObject object, const QString &id, const QString &name)
{
    object[QStringLiteral("id")] = id;
    object[QStringLiteral("name")] = name;
    return object;
}

QByteArray toJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

} // namespace

/// The program on real input: what Genius really answered about one song gives the real people behind it.
class RecordedTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    test::AnswerServer m_server;

    QJsonObject recordedSong() const
    {
        const auto song = *test::recordedAnswer(QStringLiteral("swiftgenius__genius-song__sia-chandelier.json"));
        return QJsonDocument::fromJson(song)[QStringLiteral("response")][QStringLiteral("song")].toObject();
    }

    void answerSpotify()
    {
        m_server.answer(QStringLiteral("POST /api/token"),
                        *test::recordedAnswer(QStringLiteral("sjava__spotify-token__client-credentials.json")));
        m_server.answer(
            QStringLiteral("GET /v1/artists/") + sia,
            toJson(reshaped(QStringLiteral("sjava__spotify-artist__band-of-horses.json"),
                            {{QStringLiteral("id"), sia}, {QStringLiteral("name"), QStringLiteral("Sia")}})));
        auto albums = reshaped(QStringLiteral("sjava__spotify-artist-albums__avicii-single-limit2.json"),
                               {{QStringLiteral("next"), QJsonValue::Null}});
        auto listed = named(albums[QStringLiteral("items")].toArray().first().toObject(), album,
                            QStringLiteral("1000 Forms Of Fear"));
        const auto artist =
            named(listed[QStringLiteral("artists")].toArray().first().toObject(), sia, QStringLiteral("Sia"));
        listed[QStringLiteral("artists")] = QJsonArray{artist};
        albums[QStringLiteral("items")] = QJsonArray{listed};
        m_server.answer(QStringLiteral("GET /v1/artists/%1/albums").arg(sia), toJson(albums));
        m_server.answer(QStringLiteral("GET /v1/albums/") + album, toJson(albumWithOneTrack(artist)));
        m_server.answer(QStringLiteral("GET /v1/albums"), "{\"error\":{\"status\":403,\"message\":\"Forbidden\"}}",
                        403);
    }

    static QJsonObject albumWithOneTrack(const QJsonObject &artist)
    {
        auto full = named(reshaped(QStringLiteral("sjava__spotify-album__cyndi-lauper.json"), {}), album,
                          QStringLiteral("1000 Forms Of Fear"));
        full[QStringLiteral("artists")] = QJsonArray{artist};
        auto tracks = full[QStringLiteral("tracks")].toObject();
        auto track = named(tracks[QStringLiteral("items")].toArray().first().toObject(), chandelier,
                           QStringLiteral("Chandelier"));
        track[QStringLiteral("artists")] = QJsonArray{artist};
        tracks[QStringLiteral("items")] = QJsonArray{track};
        tracks[QStringLiteral("next")] = QJsonValue::Null;
        full[QStringLiteral("tracks")] = tracks;
        return full;
    }

    void answerGenius()
    {
        m_server.answer(QStringLiteral("GET /search"),
                        *test::recordedAnswer(QStringLiteral("swiftgenius__genius-search__chandelier.json")));
        m_server.answer(QStringLiteral("GET /songs/378195"),
                        *test::recordedAnswer(QStringLiteral("swiftgenius__genius-song__sia-chandelier.json")));
        m_server.answer(QStringLiteral("GET /artists/16775"),
                        *test::recordedAnswer(QStringLiteral("swiftgenius__genius-artist__sia.json")));
        const auto missing = *test::recordedAnswer(QStringLiteral("timrogers__genius-error__404.json"));
        m_server.answerBy([missing](const test::Call &call) -> std::optional<test::Answer> {
            if (call.path().startsWith(QStringLiteral("/artists/")))
                return test::Answer{.body = missing, .status = 404}; // no other person's page was recorded
            return std::nullopt;
        });
    }

    int run(const QStringList &arguments)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("DISPLAY"));
        const auto url = m_server.url().toString();
        const std::map<const char *, QString> values{
            {"HOME", m_folder.path()},
            {"LINERNOTES_DATABASE", m_folder.filePath(QStringLiteral("recorded.sqlite"))},
            {"LINERNOTES_SPOTIFY_API_URL", url + QStringLiteral("/v1")},
            {"LINERNOTES_SPOTIFY_ACCOUNTS_URL", url},
            {"LINERNOTES_GENIUS_API_URL", url},
            {"SPOTIFY_CLIENT_ID", QStringLiteral("id")},
            {"SPOTIFY_CLIENT_SECRET", QStringLiteral("secret")},
            {"GENIUS_ACCESS_TOKEN", QStringLiteral("token")}};
        for (const auto &[name, value] : values)
            environment.insert(QLatin1String(name), value);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(LINERNOTES_PROGRAM), arguments);
        constexpr int longest = 60'000;
        return process.waitForFinished(longest) && process.exitStatus() == QProcess::NormalExit ? process.exitCode()
                                                                                                : -1;
    }

    std::vector<QJsonObject> exported(const QString &kind)
    {
        const auto path = m_folder.filePath(kind);
        if (run({QStringLiteral("export"), kind, QStringLiteral("--format"), QStringLiteral("jsonl"),
                 QStringLiteral("--output"), path})
            != 0)
            return {};
        std::vector<QJsonObject> rows;
        for (const auto &line : test::readAll(path)->split('\n')) {
            if (!line.isEmpty())
                rows.push_back(QJsonDocument::fromJson(line).object());
        }
        return rows;
    }

    using Pairs = std::set<std::pair<QString, QString>>; ///< name and Genius id
    static Pairs peopleOf(const QJsonObject &song, const char *field)
    {
        Pairs pairs;
        for (const auto &person : song[QLatin1String(field)].toArray()) {
            pairs.emplace(person[QStringLiteral("name")].toString(),
                          QString::number(person[QStringLiteral("id")].toInteger()));
        }
        return pairs;
    }
    static Pairs peopleOf(const std::vector<QJsonObject> &credits, const char *role)
    {
        Pairs pairs;
        for (const auto &credit : credits) {
            if (credit[QStringLiteral("role")].toString() == QLatin1String(role))
                pairs.emplace(credit[QStringLiteral("person")].toString(),
                              credit[QStringLiteral("genius_id")].toString());
        }
        return pairs;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!test::recordedFolder().exists())
            QSKIP("The recorded answers are not here.");
        answerSpotify();
        answerGenius();
        const auto code = run({QStringLiteral("run"), QStringLiteral("--seed"), QStringLiteral("spotify:artist:") + sia,
                               QStringLiteral("--until-idle"), QStringLiteral("--set"),
                               QStringLiteral("genius.requests_per_second=0")});
        QCOMPARE(code, 3); // dead letters: people whose pages were not recorded
        for (const auto &call : m_server.requests())
            QVERIFY2(call.method == QLatin1String("POST") || !call.headers.value("authorization").isEmpty(),
                     qPrintable(call.line()));
    }

    void producersAndWritersAreThoseOfTheRecordedSong()
    {
        const auto song = recordedSong();
        const auto credits = exported(QStringLiteral("credits"));
        const auto producers = peopleOf(song, "producer_artists");
        QCOMPARE(producers,
                 (Pairs{{QStringLiteral("Greg Kurstin"), QStringLiteral("55444")},
                        {QStringLiteral("Jesse Shatkin"), QStringLiteral("154199")}}));
        QCOMPARE(peopleOf(credits, "producer"), producers);
        QCOMPARE(peopleOf(credits, "writer"), peopleOf(song, "writer_artists"));
        for (const auto &credit : credits) {
            QCOMPARE(credit[QStringLiteral("title")].toString(), QStringLiteral("Chandelier"));
            QCOMPARE(credit[QStringLiteral("artist")].toString(), QStringLiteral("Sia"));
            QVERIFY(QJsonDocument(credit).toJson().contains(chandelier.toLatin1()));
            QVERIFY(credit[QStringLiteral("confidence")].toDouble() >= 0.85);
        }
    }

    void profilesAreThoseOfTheRecordedPage()
    {
        std::set<QString> urls;
        for (const auto &profile : exported(QStringLiteral("profiles"))) {
            QCOMPARE(profile[QStringLiteral("person")].toString(), QStringLiteral("Sia"));
            urls.insert(profile[QStringLiteral("url")].toString());
        }
        const std::set<QString> expected{
            QStringLiteral("https://genius.com/artists/Sia"), QStringLiteral("https://www.instagram.com/SiaMusic"),
            QStringLiteral("https://x.com/Sia"), QStringLiteral("https://www.facebook.com/SiaMusic")};
        QCOMPARE(urls, expected);
    }
};

QTEST_GUILESS_MAIN(RecordedTest)
#include "tst_recorded.moc"
