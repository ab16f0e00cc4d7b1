// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/services.h"
#include "store/catalog.h"
#include "store/credits.h"
#include "workers/produceridentification.h"
#include "workers/socialenrichment.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace linernotes;
using test::GeniusService;

namespace
{

const auto trackId = QStringLiteral("DetHjM4ub3ZdGjYPJsPoAN");
const auto lanterns = QStringLiteral("Lanterns");
const auto liveLanterns = QStringLiteral("Lanterns (Live)");
const auto geniusSource = QStringLiteral("genius");

QByteArray response(const QString &field, const QJsonValue &value)
{
    const QJsonObject inner{{field, value}};
    return QJsonDocument(QJsonObject{{QStringLiteral("response"), inner}}).toJson();
}

QJsonObject songObject(int id, const QString &title)
{
    const QJsonObject artist{{QStringLiteral("id"), 9001}, {QStringLiteral("name"), QStringLiteral("Velvet Harbour")}};
    return {{QStringLiteral("id"), id},
            {QStringLiteral("title"), title},
            {QStringLiteral("full_title"), title + QStringLiteral(" by Velvet Harbour")},
            {QStringLiteral("url"), QStringLiteral("https://genius.com/%1-lyrics").arg(id)},
            {QStringLiteral("primary_artist"), artist}};
}

QJsonObject withSpotifyUri(QJsonObject song, const QString &track)
{
    const QJsonObject media{{QStringLiteral("provider"), QStringLiteral("spotify")},
                            {QStringLiteral("native_uri"), QStringLiteral("spotify:track:") + track}};
    song.insert(QStringLiteral("media"), QJsonArray{media});
    return song;
}

QByteArray searchBody(const std::vector<QJsonObject> &songs)
{
    QJsonArray hits;
    for (const auto &song : songs)
        hits.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("song")}, {QStringLiteral("result"), song}});
    return response(QStringLiteral("hits"), hits);
}

QByteArray artistBody(int id, const QJsonObject &more)
{
    QJsonObject artist{{QStringLiteral("id"), id}, {QStringLiteral("name"), QStringLiteral("Marlow Osei")}};
    for (auto field = more.begin(); field != more.end(); ++field)
        artist.insert(field.key(), field.value());
    return response(QStringLiteral("artist"), artist);
}

} // namespace

/// Which songs are looked at for a recording, at what cost; and what the pages of a person add up to.
class SongSearchTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<GeniusService> m_genius;

    /// The search finds these songs, and each of them is there.
    void answerSongs(const std::vector<QJsonObject> &songs)
    {
        m_genius->server.answer(QStringLiteral("GET /search"), searchBody(songs));
        for (const auto &song : songs) {
            const auto id = song.value(QStringLiteral("id")).toInt();
            m_genius->server.answer(QStringLiteral("GET /songs/%1").arg(id), response(QStringLiteral("song"), song));
        }
    }
    qint64 addRecording(const QString &title)
    {
        const auto added = m_store->transact([title](Database &database) -> Result<qint64> {
            Catalog catalog(database);
            const auto album = catalog.saveAlbum({.spotifyId = QStringLiteral("album"), .name = QStringLiteral("A")});
            const ArtistFacts artist{.spotifyId = QStringLiteral("band"), .name = QStringLiteral("Velvet Harbour")};
            const TrackPlacement track{.spotifyId = trackId,
                                       .title = title,
                                       .durationMs = 201'000,
                                       .artists = {artist},
                                       .titleKey = title.toLower(),
                                       .artistKey = artist.spotifyId};
            return catalog.place(album, track).recordingId;
        });
        return *added.result();
    }
    Result<Identification> identify(const QString &title = lanterns)
    {
        ProducerIdentification worker(m_genius->client, *m_store);
        auto effects = QCoro::waitFor(worker.process(ProducerIdentificationMessage{addRecording(title)}));
        if (!effects)
            return failure(effects.error());
        return *effects->identification;
    }
    qint64 addPerson(const std::vector<ExternalId> &ids)
    {
        const auto recording = addRecording(lanterns);
        const auto added = m_store->transact([recording, ids](Database &database) -> Result<qint64> {
            const EvidenceFacts evidence{.source = geniusSource, .statement = QStringLiteral("Producer")};
            const PersonFacts facts{.name = QStringLiteral("Marlow Osei"),
                                    .ids = ids,
                                    .credits = {{.role = Role::Producer, .evidence = evidence}}};
            return Credits(database).save(recording, facts).personId;
        });
        return *added.result();
    }
    Result<Enrichment> enrich(qint64 person)
    {
        SocialEnrichment worker(m_genius->client, nullptr, *m_store);
        auto effects = QCoro::waitFor(worker.process(SocialEnrichmentMessage{person}));
        if (!effects)
            return failure(effects.error());
        return effects->enrichments.front();
    }
    [[nodiscard]] qsizetype songsAsked() const { return m_genius->server.count(QStringLiteral("GET /songs/")); }

private Q_SLOTS:
    void init()
    {
        m_store.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::move(*Store::open(m_folder->filePath(QStringLiteral("songs.sqlite"))));
        m_genius = std::make_unique<GeniusService>();
    }

    void theBestHitIsLookedAtFirst()
    {
        answerSongs({songObject(1, liveLanterns), songObject(2, lanterns)});
        const auto found = identify();
        QVERIFY(found);
        QCOMPARE(found->songId, 2);
        QCOMPARE(found->songTitle, QStringLiteral("Lanterns by Velvet Harbour"));
        QCOMPARE(found->songUrl, QStringLiteral("https://genius.com/2-lyrics"));
        QCOMPARE(found->score, 1.0);
        QCOMPARE(songsAsked(), 1);
    }

    /// The search goes on knowing a song for a while after it was taken away.
    void aSongThatIsGoneIsPassedOver()
    {
        answerSongs({songObject(1, lanterns), songObject(2, lanterns)});
        m_genius->server.answer(QStringLiteral("GET /songs/1"), R"({"meta":{"status":404,"message":"404 Not Found"}})",
                                404);
        const auto found = identify();
        QVERIFY(found);
        QVERIFY(found->matched);
        QCOMPARE(found->songId, 2);
    }

    void aSpotifyAddressMakesAnUnlikelySongCertain()
    {
        answerSongs({songObject(1, liveLanterns), withSpotifyUri(songObject(2, liveLanterns), trackId)});
        const auto found = identify();
        QVERIFY(found);
        QVERIFY(found->matched);
        QCOMPARE(found->songId, 2);
        QCOMPARE(found->score, 1.0);
        QVERIFY(found->reasons.contains(QStringLiteral("spotify-uri")));
    }

    /// Two songs of one name: the page that names another track gives way to the one that names ours.
    void aPageOfAnotherTrackGivesWayToOneOfOurs_data()
    {
        QTest::addColumn<QString>("second");
        QTest::addColumn<qint64>("song");
        QTest::addColumn<qsizetype>("asked");
        QTest::newRow("the second names ours") << trackId << qint64(2) << qsizetype(2);
        QTest::newRow("both name others") << QStringLiteral("anotherTrack0000000002") << qint64(1) << qsizetype(2);
    }
    void aPageOfAnotherTrackGivesWayToOneOfOurs()
    {
        QFETCH(QString, second);
        QFETCH(qint64, song);
        QFETCH(qsizetype, asked);
        answerSongs({withSpotifyUri(songObject(1, lanterns), QStringLiteral("anotherTrack0000000001")),
                     withSpotifyUri(songObject(2, lanterns), second)});
        const auto found = identify();
        QVERIFY(found);
        QCOMPARE(found->songId, song);
        QCOMPARE(songsAsked(), asked);
    }

    void noMoreThanThreeSongsAreLookedAt()
    {
        std::vector<QJsonObject> songs;
        for (int i = 1; i <= 7; ++i)
            songs.push_back(songObject(i, liveLanterns));
        answerSongs(songs);
        const auto found = identify();
        QVERIFY(found);
        QVERIFY(!found->matched);
        QCOMPARE(songsAsked(), 3);
        const auto candidates = QJsonDocument::fromJson(found->candidates.toUtf8()).array();
        QCOMPARE(candidates.size(), 5);
        for (const auto &candidate : candidates) {
            QVERIFY(candidate[QStringLiteral("genius_id")].toInt() > 0);
            QCOMPARE(candidate[QStringLiteral("title")].toString(),
                     liveLanterns + QStringLiteral(" by Velvet Harbour"));
            QVERIFY(candidate[QStringLiteral("url")].toString().startsWith(QStringLiteral("https://genius.com/")));
            QVERIFY(candidate[QStringLiteral("score")].toDouble() < acceptThreshold);
            QVERIFY(!candidate[QStringLiteral("reasons")].toArray().isEmpty());
        }
    }

    void anotherSongIsNotWorthALook()
    {
        answerSongs({songObject(1, QStringLiteral("Under the Bridge")), songObject(2, QStringLiteral("Zzz"))});
        const auto found = identify();
        QVERIFY(found);
        QVERIFY(!found->matched);
        QCOMPARE(found->songId, 0);
        QCOMPARE(songsAsked(), 0);
        QCOMPARE(QJsonDocument::fromJson(found->candidates.toUtf8()).array().size(), 2);
    }

    void nothingFoundIsAnAnswerToo()
    {
        answerSongs({});
        const auto found = identify();
        QVERIFY(found);
        QVERIFY(!found->matched);
        QVERIFY(found->people.empty());
        QCOMPARE(found->candidates, QStringLiteral("[]"));
    }

    void theSearchIsForTheSongNotForItsVersion()
    {
        answerSongs({});
        QVERIFY(identify(QStringLiteral("Lanterns (feat. Ida Quist) - 2015 Remaster")));
        QCOMPARE(m_genius->server.requests().front().query(QStringLiteral("q")),
                 QStringLiteral("Lanterns Velvet Harbour"));
    }

    void thePagesOfAPersonAddUp()
    {
        const auto person =
            addPerson({{geniusSource, QStringLiteral("1"), {}}, {geniusSource, QStringLiteral("2"), {}}});
        const QJsonArray names{QStringLiteral("M. Osei"), QStringLiteral(" M. Osei "), QStringLiteral("Marlow Osei"),
                               QStringLiteral("  ")};
        m_genius->server.answer(QStringLiteral("GET /artists/1"),
                                artistBody(1,
                                           {{QStringLiteral("alternate_names"), names},
                                            {QStringLiteral("instagram_name"), QStringLiteral("marlow")}}));
        m_genius->server.answer(QStringLiteral("GET /artists/2"),
                                artistBody(2,
                                           {{QStringLiteral("alternate_names"),
                                             QJsonArray{QStringLiteral("M. Osei"), QStringLiteral("MO")}},
                                            {QStringLiteral("instagram_name"), QStringLiteral("@marlow")},
                                            {QStringLiteral("twitter_name"), QStringLiteral("marlow_o")}}));
        const auto found = enrich(person);
        QVERIFY(found);
        QCOMPARE(found->aliases, QStringList({QStringLiteral("M. Osei"), QStringLiteral("MO")}));
        QStringList profiles;
        for (const auto &profile : found->profiles)
            profiles.append(profile.platform + QLatin1Char(' ') + profile.handle);
        QCOMPARE(profiles, QStringList({QStringLiteral("instagram marlow"), QStringLiteral("x marlow_o")}));
        QCOMPARE(found->source, geniusSource);
    }

    void whatIsNoHandleGivesNoProfile_data()
    {
        QTest::addColumn<QString>("typed");
        for (const auto *typed : {"null", "n/a", "@", "none", "two words", "https://example.org/me",
                                  "javascript:alert(1)", "instagram.com/p/Cxyz"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }
    void whatIsNoHandleGivesNoProfile()
    {
        QFETCH(QString, typed);
        m_genius->server.answer(QStringLiteral("GET /artists/1"),
                                artistBody(1, {{QStringLiteral("instagram_name"), typed}}));
        const auto found = enrich(addPerson({{geniusSource, QStringLiteral("1"), {}}}));
        QVERIFY(found);
        QVERIFY(found->profiles.empty());
    }

    void onlyPagesOfGeniusAreAskedFor()
    {
        const auto person = addPerson({{QStringLiteral("spotify"), trackId, {}}});
        const auto found = enrich(person);
        QVERIFY(found);
        QVERIFY(found->profiles.empty());
        QVERIFY(m_genius->server.calls().isEmpty());
    }

    /// Half of a person's pages would count as all of them until the next refresh.
    void aPageThatFailsIsNotLeftOut()
    {
        const auto person =
            addPerson({{geniusSource, QStringLiteral("1"), {}}, {geniusSource, QStringLiteral("2"), {}}});
        m_genius->server.answer(QStringLiteral("GET /artists/1"), artistBody(1, {}));
        m_genius->server.answer(QStringLiteral("GET /artists/2"), "oops", 502);
        const auto found = enrich(person);
        QVERIFY(!found);
        QCOMPARE(found.error().category, ErrorCategory::Server);
    }

    void aPersonThatIsNotThereIsAnInvalidMessage()
    {
        const auto found = enrich(4711);
        QVERIFY(!found);
        QCOMPARE(found.error().category, ErrorCategory::InvalidMessage);
        QVERIFY2(found.error().message.contains(QStringLiteral("4711")), qPrintable(found.error().message));
        QVERIFY(m_genius->server.calls().isEmpty());
    }
};

QTEST_GUILESS_MAIN(SongSearchTest)
#include "tst_songsearch.moc"
