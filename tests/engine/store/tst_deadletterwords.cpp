// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/filedatabase.h"
#include "store/deadlettermessage.h"
#include "store/deadletters.h"
#include "store/errorshape.h"
#include "store/messagequeue.h"
#include "store/operations.h"
#include "store/runs.h"

#include <QTest>

#include <algorithm>

using namespace linernotes;
using namespace std::chrono_literals;

namespace
{

constexpr Milliseconds visibility = 30s;
constexpr Milliseconds month = std::chrono::days(30);

} // namespace

/// What a person reads of dead letters: what they are called, whom they are about, what has come of them.
class DeadLetterWordsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileDatabase> m_file;
    qint64 m_run = 0;

    Database &database() { return *m_file->connection; }
    MessageQueue queue() { return MessageQueue(database()); }
    DeadLetters letters() { return DeadLetters(database()); }
    qint64 kill(const AnyMessage &message, const QString &error, const QByteArray &evidence = {})
    {
        queue().send(m_run, message);
        return killNext(stageOf(message), error, evidence);
    }
    qint64 killNext(StageId stage, const QString &error, const QByteArray &evidence = {})
    {
        const auto lease = queue().read(queueName(stage), visibility);
        const bool isName = stage == StageId::ArtistDiscovery;
        if (!lease
            || !queue().bury(*lease,
                             {.category = isName ? ErrorCategory::Ambiguous : ErrorCategory::Server,
                              .message = error,
                              .service = QStringLiteral("spotify"),
                              .evidence = evidence}))
            qFatal("nothing was buried");
        m_file->clock.advance(1s);
        return lease->messageId;
    }
    DeadLetterGroup onlyGroup()
    {
        const auto groups = letters().overview({}).groups;
        return groups.size() == 1 ? groups.front() : DeadLetterGroup();
    }
    QString subjectOf(qint64 id)
    {
        const auto rows = letters().rows({.ids = {id}}, 0, 1);
        return rows.empty() ? QStringLiteral("no such letter") : rows.front().subject;
    }

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<FileDatabase>();
        m_run = Operations(database()).startRun(QStringLiteral("test"));
    }

    void whatAllHaveInCommonIsSaid_data()
    {
        QTest::addColumn<QString>("texts"); // with | between them
        QTest::addColumn<QString>("common");
        QTest::newRow("numbers") << "HTTP 503: busy|HTTP 503: busy" << "HTTP 503: busy";
        QTest::newRow("one differs") << "HTTP 503: 17 wait|HTTP 503: 4 wait" << "HTTP 503: … wait";
        QTest::newRow("names") << "“Nova”: 2 have it|“Vega”: 2 have it" << "“…”: 2 have it";
        QTest::newRow("same name") << "“Nova”: 2 have it|“Nova”: 3 have it" << "“Nova”: … have it";
        QTest::newRow("addresses") << "no http://a/1 there|no http://a/2 there" << "no … there";
        QTest::newRow("signs of patterns") << "$.a[0] (x)? 1|$.a[0] (x)? 1" << "$.a[0] (x)? 1";
        QTest::newRow("nothing masked") << "Not found|Not found" << "Not found";
    }
    void whatAllHaveInCommonIsSaid()
    {
        QFETCH(QString, texts);
        const auto all = texts.split(QLatin1Char('|'));
        CommonText common(errorShape(all.front()));
        for (const auto &text : all) {
            QCOMPARE(errorShape(text), errorShape(all.front()));
            common.add(text);
        }
        QTEST(common.text(), "common");
    }

    void ofWhatNobodyHasSeenNothingIsInCommon()
    {
        QCOMPARE(CommonText(QStringLiteral("HTTP {n}: {url}")).text(), QStringLiteral("HTTP …: …"));
    }

    void aGroupIsTitledByWhatItsLettersSay()
    {
        kill(SocialEnrichmentMessage{1}, QStringLiteral("HTTP 503: asked 5 times"));
        QCOMPARE(onlyGroup().title, QStringLiteral("HTTP 503: asked 5 times"));
        kill(SocialEnrichmentMessage{2}, QStringLiteral("HTTP 503: asked 4 times"));
        QCOMPARE(onlyGroup().title, QStringLiteral("HTTP 503: asked … times"));
        // Whoever types a filter sees the group under the name that it had.
        QCOMPARE(letters().overview({.ids = {1}}).groups.front().letters, 1);
        QCOMPARE(letters().overview({.text = QStringLiteral("asked 5")}).groups.size(), 1);
    }

    void namesThatNobodyHasAreTold()
    {
        kill(ArtistDiscoveryMessage{.name = QStringLiteral("Nvoa")}, QStringLiteral("no artist of this name"), "[]");
        QVERIFY(onlyGroup().fitsNobody);
        kill(ArtistDiscoveryMessage{.name = QStringLiteral("Nvoa 2")}, QStringLiteral("no artist of this name"),
             R"([{"name":"Nova","spotify_id":"a","score":0.8}])");
        QVERIFY(onlyGroup().fitsNobody);
        kill(ArtistDiscoveryMessage{.name = QStringLiteral("Nova")}, QStringLiteral("2 artists have this name"),
             R"([{"name":"Nova","spotify_id":"a","score":1},{"name":"Nova","spotify_id":"b","score":1}])");
        for (const auto &group : letters().overview({}).groups)
            QCOMPARE(group.fitsNobody, group.shape == QStringLiteral("no artist of this name"));
    }

    void aLetterIsAboutWhomTheCatalogueKnows()
    {
        const auto artistId = QString(22, QLatin1Char('a'));
        const auto albumId = QString(22, QLatin1Char('b'));
        queue().send(m_run, ArtistDiscoveryMessage{.artistId = artistId});
        const auto lease = queue().read(queueName(StageId::ArtistDiscovery), visibility);
        Effects effects;
        effects.seededArtist = ArtistFacts{.spotifyId = artistId, .name = QStringLiteral("Mirella Vant")};
        QCOMPARE(commitEffects(database(), *lease, effects, month), CommitOutcome::Committed);
        QCOMPARE(subjectOf(kill(ArtistDiscoveryMessage{.name = QStringLiteral("Nova")}, QStringLiteral("x"))),
                 QStringLiteral("Nova"));
        const auto page = kill(AlbumDiscoveryMessage{.artistId = artistId}, QStringLiteral("x"));
        QCOMPARE(subjectOf(page), QStringLiteral("Mirella Vant"));
        QCOMPARE(subjectOf(kill(TrackDiscoveryMessage{.albumId = albumId}, QStringLiteral("x"))), QString());
        QCOMPARE(subjectOf(kill(ProducerIdentificationMessage{7}, QStringLiteral("x"))), QString());
        QCOMPARE(subjectOf(kill(SocialEnrichmentMessage{7}, QStringLiteral("x"))), QString());
        // What is seen is found.
        const auto found = letters().rows({.text = QStringLiteral("mirella")}, 0, 10);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found.front().id, page);
        QCOMPARE(letters().freeze({.text = QStringLiteral("mirella")}).count, 1);
    }

    void theLastActionIsKnownAfterANewStart()
    {
        QCOMPARE(letters().lastAction(), std::nullopt);
        const auto first = kill(SocialEnrichmentMessage{1}, QStringLiteral("busy"));
        const auto second = kill(SocialEnrichmentMessage{2}, QStringLiteral("busy"));
        const auto discarding = letters().begin(DeadLetters::ActionKind::Discard, QStringLiteral("old"));
        letters().discard(first, discarding, QStringLiteral("old"));
        QCOMPARE(letters().lastAction(), (DeadLetterAction{.id = discarding, .letters = 1}));
        const auto retry = letters().replaySome(letters().freeze({}), {}, 100);
        QCOMPARE(letters().lastAction(), (DeadLetterAction{.id = retry.action, .letters = 1}));
        QVERIFY(queue().read(queueName(StageId::SocialEnrichment), visibility)); // it is too late
        QCOMPARE(letters().lastAction(), std::nullopt);
        Q_UNUSED(second)
    }

    void whatCameOfARetryIsTold()
    {
        for (qint64 person = 1; person <= 4; ++person)
            kill(SocialEnrichmentMessage{person}, QStringLiteral("busy"));
        BulkProgress progress;
        while (!progress.isDone)
            progress = letters().replaySome(letters().freeze({}), progress, 100);
        const auto fate = [&] { return letters().fate(progress.action); };
        const std::vector people{StageId::SocialEnrichment};
        QCOMPARE(fate(), (ReplayFate{.sent = 4, .untouched = 4, .going = 4, .diedAgain = 0, .untouchedIn = people}));
        const auto first = queue().read(queueName(StageId::SocialEnrichment), visibility);
        QCOMPARE(fate(), (ReplayFate{.sent = 4, .untouched = 3, .going = 4, .diedAgain = 0, .untouchedIn = people}));
        QCOMPARE(commitEffects(database(), *first, {}, month), CommitOutcome::Committed);
        killNext(StageId::SocialEnrichment, QStringLiteral("busy"));
        QCOMPARE(fate(), (ReplayFate{.sent = 4, .untouched = 2, .going = 2, .diedAgain = 1, .untouchedIn = people}));
        QCOMPARE(fate().done(), 1);
        QCOMPARE(letters().undoSome(progress.action, {}, 100).done, 2);
        QCOMPARE(fate(), (ReplayFate{.sent = 2, .untouched = 0, .going = 0, .diedAgain = 1}));
    }

    /// Of several stages, and of a run that is paused.
    void whatWaitsIsToldByStage()
    {
        kill(SocialEnrichmentMessage{1}, QStringLiteral("busy"));
        kill(ProducerIdentificationMessage{.recordingId = 1}, QStringLiteral("busy"));
        m_run = Operations(database()).startRun(QStringLiteral("paused"));
        kill(ProducerIdentificationMessage{.recordingId = 2}, QStringLiteral("busy"));
        kill(SocialEnrichmentMessage{2}, QStringLiteral("busy"));
        Runs(database()).pause(m_run);
        BulkProgress progress;
        while (!progress.isDone)
            progress = letters().replaySome(letters().freeze({}), progress, 100);
        auto fate = letters().fate(progress.action);
        std::ranges::sort(fate.untouchedIn);
        const std::vector both{StageId::ProducerIdentification, StageId::SocialEnrichment};
        QCOMPARE(fate,
                 (ReplayFate{.sent = 4, .untouched = 4, .going = 4, .diedAgain = 0, .held = 2, .untouchedIn = both}));
        const auto first = queue().read(queueName(StageId::SocialEnrichment), visibility);
        QCOMPARE(commitEffects(database(), *first, {}, month), CommitOutcome::Committed);
        QCOMPARE(letters().fate(progress.action),
                 (ReplayFate{.sent = 4,
                             .untouched = 3,
                             .going = 3,
                             .diedAgain = 0,
                             .held = 2,
                             .untouchedIn = {StageId::ProducerIdentification}}));
    }
};

QTEST_GUILESS_MAIN(DeadLetterWordsTest)
#include "tst_deadletterwords.moc"
