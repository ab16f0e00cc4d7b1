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

/// NOT RECORDED as it is: no recorded Spotify answer names Sia or the song that was recorded of Genius. These are
/// recorded answers in which only ids, names and the link to a next page were replaced.
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
        const auto song = recordedSong();
        for (const auto *field : {"producer_artists", "writer_artists"}) {
            const auto people = song[QLatin1String(field)].toArray();
            for (const auto &person : people) {
                const auto stub = person.toObject();
                const auto page = QStringLiteral("GET ") + stub[QStringLiteral("api_path")].toString();
                if (page != QLatin1String("GET /artists/16775"))
                    m_server.answer(page, toJson(pageOf(stub)));
            }
        }
    }

    /// NOT RECORDED: only Sia's page was. The shape of hers, with what the recorded song says of this person (names,
    /// ids, links) in place of her own, and no social names, which the song does not tell.
    static QJsonObject pageOf(const QJsonObject &stub)
    {
        auto answer = reshaped(QStringLiteral("swiftgenius__genius-artist__sia.json"), {});
        auto artist = answer[QStringLiteral("response")][QStringLiteral("artist")].toObject();
        for (auto field = stub.begin(); field != stub.end(); ++field)
            artist[field.key()] = field.value();
        for (const auto *name : {"facebook_name", "instagram_name", "twitter_name"})
            artist[QLatin1String(name)] = QJsonValue::Null;
        artist[QStringLiteral("alternate_names")] = QJsonArray();
        answer[QStringLiteral("response")] = QJsonObject{{QStringLiteral("artist"), artist}};
        return answer;
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
            QSKIP("the recorded answers are not here");
        answerSpotify();
        answerGenius();
        const auto code = run({QStringLiteral("run"), QStringLiteral("--seed"), QStringLiteral("spotify:artist:") + sia,
                               QStringLiteral("--until-idle"), QStringLiteral("--set"),
                               QStringLiteral("genius.requests_per_second=0")});
        QCOMPARE(code, 0); // done, without a dead letter
    }

    /// Each once, with credentials, and nothing that is not needed.
    void onlyWhatIsNeededIsAskedFor()
    {
        QStringList paths;
        for (const auto &call : m_server.requests()) {
            QVERIFY2(!call.headers.value("authorization").isEmpty(), qPrintable(call.line()));
            paths.append(call.method + QLatin1Char(' ') + call.path());
        }
        QStringList expected{QStringLiteral("POST /api/token"),
                             QStringLiteral("GET /v1/artists/") + sia,
                             QStringLiteral("GET /v1/artists/%1/albums").arg(sia),
                             QStringLiteral("GET /v1/albums/") + album,
                             QStringLiteral("GET /v1/tracks"), // all ISRCs at once
                             QStringLiteral("GET /search"),
                             QStringLiteral("GET /songs/378195"),
                             QStringLiteral("GET /artists/16775"),
                             QStringLiteral("GET /artists/55444"),
                             QStringLiteral("GET /artists/154199")};
        paths.sort();
        expected.sort();
        QCOMPARE(paths, expected);
    }

    void theProducersAreExportedWithTheirRoles()
    {
        std::map<QString, QStringList> roles;
        std::map<QString, QStringList> artists;
        std::map<QString, QStringList> aliases;
        const auto producers = exported(QStringLiteral("producers"));
        for (const auto &row : producers) {
            const auto person = row[QStringLiteral("person")].toString();
            roles[person] = row[QStringLiteral("roles")].toVariant().toStringList();
            artists[person] = row[QStringLiteral("artists")].toVariant().toStringList();
            aliases[person] = row[QStringLiteral("aliases")].toVariant().toStringList();
        }
        const auto greg = QStringLiteral("Greg Kurstin");
        const auto jesse = QStringLiteral("Jesse Shatkin");
        const auto herself = QStringLiteral("Sia");
        const auto producer = QStringLiteral("producer");
        const auto writer = QStringLiteral("writer");
        using Lists = std::map<QString, QStringList>;
        QCOMPARE(roles, (Lists{{greg, {producer}}, {jesse, {producer, writer}}, {herself, {writer}}}));
        QCOMPARE(artists, (Lists{{greg, {herself}}, {jesse, {herself}}, {herself, {}}})); // nobody works with herself
        QVERIFY(aliases[herself].contains(QStringLiteral("Sia Furler")));
    }

    void producersAndWritersAreThoseOfTheRecordedSong()
    {
        const auto song = recordedSong();
        const auto credits = exported(QStringLiteral("credits"));
        QCOMPARE(credits.size(), std::size_t(4));
        const auto producers = peopleOf(song, "producer_artists");
        QCOMPARE(producers,
                 (Pairs{{QStringLiteral("Greg Kurstin"), QStringLiteral("55444")},
                        {QStringLiteral("Jesse Shatkin"), QStringLiteral("154199")}}));
        QCOMPARE(peopleOf(credits, "producer"), producers);
        QCOMPARE(peopleOf(credits, "writer"), peopleOf(song, "writer_artists"));
        for (const auto &credit : credits) {
            QCOMPARE(credit[QStringLiteral("title")].toString(), QStringLiteral("Chandelier"));
            QCOMPARE(credit[QStringLiteral("artists")].toArray(), QJsonArray{QStringLiteral("Sia")});
            QVERIFY(QJsonDocument(credit).toJson().contains(chandelier.toLatin1()));
            QVERIFY(credit[QStringLiteral("confidence")].toDouble() >= 0.85);
        }
    }

    void profilesAreThoseOfTheRecordedPages()
    {
        std::map<QString, std::set<QString>> urls;
        const auto profiles = exported(QStringLiteral("profiles"));
        for (const auto &profile : profiles)
            urls[profile[QStringLiteral("person")].toString()].insert(profile[QStringLiteral("url")].toString());
        const std::map<QString, std::set<QString>> expected{
            {QStringLiteral("Sia"),
             {QStringLiteral("https://genius.com/artists/Sia"), QStringLiteral("https://www.instagram.com/SiaMusic"),
              QStringLiteral("https://x.com/Sia"), QStringLiteral("https://www.facebook.com/SiaMusic")}},
            {QStringLiteral("Greg Kurstin"), {QStringLiteral("https://genius.com/artists/Greg-kurstin")}},
            {QStringLiteral("Jesse Shatkin"), {QStringLiteral("https://genius.com/artists/Jesse-shatkin")}}};
        QCOMPARE(urls, expected);
    }
};

QTEST_GUILESS_MAIN(RecordedTest)
#include "tst_recorded.moc"
