// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/services.h"
#include "store/catalog.h"
#include "store/credits.h"
#include "workers/produceridentification.h"
#include "workers/socialenrichment.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace linernotes;
using test::GeniusService;

namespace
{

/// The one that the song's page names.
const auto namedTrack = QStringLiteral("DetHjM4ub3ZdGjYPJsPoAN");

TrackPlacement track(const QString &title, const QString &id)
{
    return {
        .spotifyId = id,
        .title = title,
        .durationMs = 201'000,
        .artists = {{.spotifyId = QStringLiteral("1VKBh8d5CNpE74V3qIiZW7"), .name = QStringLiteral("Velvet Harbour")},
                    {.spotifyId = QStringLiteral("m2OhI2Yaxh7IgwMcrX2Kfw"), .name = QStringLiteral("Ida Quist")}},
        .titleKey = QStringLiteral("lanterns"),
        .versionKey = {},
        .artistKey = QStringLiteral("1VKBh8d5CNpE74V3qIiZW7")};
}

} // namespace

/// The last two steps by their effects, over a real database.
class IdentificationTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_number = 0;

    std::unique_ptr<Store> newStore()
    {
        return std::move(*Store::open(m_folder.filePath(QStringLiteral("%1.sqlite").arg(++m_number))));
    }
    static qint64 addRecording(Store &store, const QString &title, const QString &id = namedTrack)
    {
        const auto added = store.transact([title, id](Database &database) -> Result<qint64> {
            Catalog catalog(database);
            const auto album =
                catalog.saveAlbum({.spotifyId = QStringLiteral("album"), .name = QStringLiteral("Tidelines")});
            return catalog.place(album, track(title, id)).recordingId;
        });
        return *added.result();
    }
    static qint64 addPerson(Store &store, std::vector<ExternalId> ids)
    {
        const auto recording = addRecording(store, QStringLiteral("Lanterns"));
        const auto added = store.transact([recording, ids](Database &database) -> Result<qint64> {
            const PersonFacts facts{
                .name = QStringLiteral("Marlow Osei"),
                .ids = ids,
                .credits = {{.role = Role::Producer, .evidence = {.source = QStringLiteral("genius")}}}};
            return Credits(database).save(recording, facts).personId;
        });
        return *added.result();
    }
    static ExternalId geniusId(int id) { return {QStringLiteral("genius"), QString::number(id), {}}; }

private Q_SLOTS:
    void aMatchedSongGivesItsPeopleWithEvidence()
    {
        const auto store = newStore();
        const auto recording = addRecording(*store, QStringLiteral("Lanterns (feat. Ida Quist)"));
        GeniusService genius;
        genius.answerWith(QStringLiteral("GET /search"), "genius/search.json");
        genius.answerWith(QStringLiteral("GET /songs/700001"), "genius/song.json");
        ProducerIdentification worker(genius.client, *store);
        const auto effects = QCoro::waitFor(worker.process(ProducerIdentificationMessage{recording}));
        QVERIFY(effects);
        const auto &found = *effects->identification;
        QVERIFY(found.matched);
        QCOMPARE(found.recordingId, recording);
        QCOMPARE(found.songId, 700001);
        const auto producer = std::ranges::find(found.people, QStringLiteral("Marlow Osei"), &PersonFacts::name);
        QVERIFY(producer != found.people.end());
        QCOMPARE(producer->ids.front().id, QStringLiteral("9003"));
        QCOMPARE(producer->credits.front().role, Role::Producer);
        QCOMPARE(producer->credits.front().evidence.source, QStringLiteral("genius"));
        QVERIFY(producer->credits.front().evidence.matchScore >= acceptThreshold);
        QVERIFY(!producer->credits.front().evidence.matchReasons.isEmpty());
        QVERIFY(std::ranges::find(found.people, QStringLiteral("Tess Brandvold"), &PersonFacts::name)
                != found.people.end());
        QCOMPARE(genius.server.calls().size(), 2);
        QCOMPARE(genius.server.requests().front().query(QStringLiteral("q")),
                 QStringLiteral("Lanterns Velvet Harbour"));
    }

    void aSongThatDoesNotMatchGivesNoCreditOfItsOwn()
    {
        const auto store = newStore();
        const auto recording = addRecording(*store, QStringLiteral("Something Else Entirely"));
        GeniusService genius;
        genius.answerWith(QStringLiteral("GET /search"), "genius/search.json");
        ProducerIdentification worker(genius.client, *store);
        const auto effects = QCoro::waitFor(worker.process(ProducerIdentificationMessage{recording}));
        QVERIFY(effects);
        const auto &found = *effects->identification;
        QVERIFY(!found.matched);
        QCOMPARE(found.songId, 0);
        for (const auto &person : found.people) {
            for (const auto &credit : person.credits)
                QVERIFY(credit.evidence.source != QStringLiteral("genius"));
        }
        const auto candidates = QJsonDocument::fromJson(found.candidates.toUtf8()).array();
        QVERIFY(!candidates.isEmpty());
    }

    /// What resembles no more than a person wants it to; what an id proves needs no resemblance.
    void theThresholdOfTheSettingsDecides_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<double>("threshold");
        QTest::addColumn<bool>("matched");
        QTest::newRow("alike enough") << QStringLiteral("Lanterns") << acceptThreshold << true;
        QTest::newRow("not for the strict") << QStringLiteral("Lanterns") << 1.0 << false;
        QTest::newRow("not alike enough") << QStringLiteral("Lantern") << acceptThreshold << false;
        QTest::newRow("good enough for the lenient") << QStringLiteral("Lantern") << 0.7 << true;
    }
    void theThresholdOfTheSettingsDecides()
    {
        QFETCH(QString, title);
        QFETCH(double, threshold);
        const auto store = newStore();
        const auto recording = addRecording(*store, title, QStringLiteral("another"));
        GeniusService genius;
        genius.answerWith(QStringLiteral("GET /search"), "genius/search.json");
        genius.answerWith(QStringLiteral("GET /songs/700001"), "genius/song.json");
        ProducerIdentification worker(genius.client, *store, threshold);
        const auto effects = QCoro::waitFor(worker.process(ProducerIdentificationMessage{recording}));
        QVERIFY(effects);
        QTEST(effects->identification->matched, "matched");
    }

    void aRecordingThatIsNotThereIsAnInvalidMessage()
    {
        const auto store = newStore();
        GeniusService genius;
        ProducerIdentification worker(genius.client, *store);
        const auto effects = QCoro::waitFor(worker.process(ProducerIdentificationMessage{4711}));
        QCOMPARE(effects.error().category, ErrorCategory::InvalidMessage);
        QVERIFY(genius.server.calls().isEmpty());
    }

    void aFailingServiceIsNotASongWithoutCredits()
    {
        const auto store = newStore();
        const auto recording = addRecording(*store, QStringLiteral("Lanterns"));
        GeniusService genius;
        genius.answerWith(QStringLiteral("GET /search"), "genius/search.json");
        genius.server.answer(QStringLiteral("GET /songs/700001"), "oops", 503);
        ProducerIdentification worker(genius.client, *store);
        const auto effects = QCoro::waitFor(worker.process(ProducerIdentificationMessage{recording}));
        QCOMPARE(effects.error().category, ErrorCategory::Server);
    }

    void aPersonsPageGivesProfilesAndAliases()
    {
        const auto store = newStore();
        const auto person = addPerson(*store, {geniusId(9003)});
        GeniusService genius;
        genius.answerWith(QStringLiteral("GET /artists/9003"), "genius/artist.json");
        SocialEnrichment worker(genius.client, nullptr, *store);
        const auto effects = QCoro::waitFor(worker.process(SocialEnrichmentMessage{person}));
        QVERIFY(effects);
        const auto &found = effects->enrichments.front();
        QCOMPARE(found.personId, person);
        QVERIFY(found.aliases.contains(QStringLiteral("M. Osei")));
        QMap<QString, Profile> profiles;
        for (const auto &profile : found.profiles)
            profiles.insert(profile.platform, profile);
        QCOMPARE(profiles.value(QStringLiteral("instagram")).handle, QStringLiteral("marlow.osei"));
        QCOMPARE(profiles.value(QStringLiteral("instagram")).url,
                 QStringLiteral("https://www.instagram.com/marlow.osei"));
        QVERIFY(!profiles.contains(QStringLiteral("facebook"))); // "null" is no handle
        QVERIFY(profiles.contains(QStringLiteral("genius")));
    }

    void aPageThatIsGoneLeavesThePersonsOthers()
    {
        const auto store = newStore();
        const auto person = addPerson(*store, {geniusId(1), geniusId(9003)});
        GeniusService genius;
        genius.answerWith(QStringLiteral("GET /artists/9003"), "genius/artist.json");
        SocialEnrichment worker(genius.client, nullptr, *store);
        const auto effects = QCoro::waitFor(worker.process(SocialEnrichmentMessage{person}));
        QVERIFY(effects);
        QVERIFY(!effects->enrichments.front().profiles.empty());
        const auto lost = addPerson(*store, {geniusId(2)});
        const auto refused = QCoro::waitFor(worker.process(SocialEnrichmentMessage{lost}));
        QCOMPARE(refused.error().category, ErrorCategory::NotFound);
    }
};

QTEST_GUILESS_MAIN(IdentificationTest)
#include "tst_identification.moc"
