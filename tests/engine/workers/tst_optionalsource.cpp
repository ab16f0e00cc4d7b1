// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/musicbrainz.h"
#include "fakes/services.h"
#include "store/credits.h"
#include "store/sourcegaps.h"
#include "workers/socialenrichment.h"

#include <QTemporaryDir>
#include <QTest>

using namespace linernotes;
using namespace std::chrono_literals;
using test::GeniusService;
using test::MusicBrainzService;

namespace
{

const auto marlow = QStringLiteral("5d5a0c4e-28f1-4b0f-9c5e-1f8f3c1d9003");
const auto artistCall = QStringLiteral("GET /artist/") + marlow;

} // namespace

/// A person's profiles with MusicBrainz, which knows more, and without it, while it does not answer.
class OptionalSourceTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_number = 0;
    std::unique_ptr<GeniusService> m_genius;
    std::unique_ptr<MusicBrainzService> m_musicbrainz;
    std::unique_ptr<Store> m_store;
    qint64 m_person = 0;

    Result<Effects> ask(const SocialEnrichmentMessage &message)
    {
        SocialEnrichment worker(m_genius->client, &m_musicbrainz->client, *m_store);
        return QCoro::waitFor(worker.process(message));
    }
    Result<Effects> ask() { return ask(SocialEnrichmentMessage{m_person}); }
    void answer(const QString &request, const char *file)
    {
        m_musicbrainz->server.answer(request, test::ownAnswer(QLatin1String(file)));
    }
    void openGap()
    {
        const auto opened = m_store->transact([person = m_person](Database &database) -> Result<bool> {
            SourceGaps(database).open(person,
                                      {.revisit = {person, false, QStringLiteral("musicbrainz"), 1},
                                       .reason = QStringLiteral("test"),
                                       .revisitAt = database.now()});
            return true;
        });
        QVERIFY(opened.result());
    }
    [[nodiscard]] Milliseconds waitOf(const SourceGap &gap) const { return *gap.revisitAt - m_genius->clock.now(); }

private Q_SLOTS:
    void init()
    {
        m_genius = std::make_unique<GeniusService>();
        m_genius->answerWith(QStringLiteral("GET /artists/9003"), "genius/artist.json");
        m_musicbrainz = std::make_unique<MusicBrainzService>(*m_genius);
        answer(QStringLiteral("GET /url"), "musicbrainz/owners.json");
        answer(artistCall, "musicbrainz/artist.json");
        m_store =
            std::move(*Store::open(m_folder.filePath(QStringLiteral("%1.sqlite").arg(++m_number)), m_genius->clock));
        const auto added = m_store->transact([](Database &database) -> Result<qint64> {
            const PersonFacts facts{.name = QStringLiteral("Marlow Osei"),
                                    .aliases = {},
                                    .ids = {{QStringLiteral("genius"), QStringLiteral("9003"), {}},
                                            {QStringLiteral("spotify"), QStringLiteral("m2OhI2Yaxh7IgwMcrX2Kfw"), {}}},
                                    .credits = {}};
            return Credits(database).save(0, facts).personId;
        });
        m_person = *added.result();
    }
    void cleanup()
    {
        m_store.reset();
        m_musicbrainz.reset();
        m_genius.reset();
    }

    void itKnowsMore()
    {
        const auto effects = ask();
        QVERIFY(effects);
        QVERIFY(effects->gaps.empty());
        QCOMPARE(effects->enrichments.size(), std::size_t(2));
        const auto &found = effects->enrichments.back();
        QCOMPARE(found.source, QStringLiteral("musicbrainz"));
        QCOMPARE(found.personId, m_person);
        QCOMPARE(found.aliases, QStringList({QStringLiteral("Low Tide"), QStringLiteral("Marlow K. Osei")}));
        QCOMPARE(found.profiles.size(), std::size_t(8));
        const auto asked = m_musicbrainz->server.requests().front().target;
        QVERIFY2(asked.contains(QStringLiteral("resource=https%3A%2F%2Fgenius.com%2Fartists%2F")), qPrintable(asked));
        QVERIFY2(asked.contains(QStringLiteral("open.spotify.com%2Fartist%2Fm2OhI2Yaxh7IgwMcrX2Kfw")),
                 qPrintable(asked));
    }

    void whoIsNotKnownThereIsComplete()
    {
        m_musicbrainz->server.answer(QStringLiteral("GET /url"), R"({"url-count": 0, "url-offset": 0, "urls": []})");
        const auto effects = ask();
        QVERIFY(effects);
        QVERIFY(effects->gaps.empty());
        QCOMPARE(effects->enrichments.size(), std::size_t(2));
        QVERIFY(effects->enrichments.back().profiles.empty());
    }

    /// Addresses of two artists: it is not for us to say which of them it is.
    void twoOwnersAreNobody()
    {
        auto body = test::ownAnswer(QStringLiteral("musicbrainz/owners.json"));
        const auto last = body.lastIndexOf("9003");
        m_musicbrainz->server.answer(QStringLiteral("GET /url"), body.replace(last, 4, "9005"));
        const auto effects = ask();
        QVERIFY(effects);
        QVERIFY(effects->gaps.empty());
        QVERIFY(effects->enrichments.back().profiles.empty());
        QCOMPARE(m_musicbrainz->server.count(QStringLiteral("GET /artist/")), 0);
    }

    void theWorkGoesOnWithoutIt_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<qint64>("visit");
        QTest::addColumn<int>("minutes");
        const auto row = [](const char *name, int status, const char *body, qint64 visit, int minutes) {
            QTest::newRow(name) << status << QByteArray(body) << visit << minutes;
        };
        row("out of order", 500, "oops", 1, 5);
        row("we are barred", 403, "go away", 1, 5);
        row("too many calls", 503, R"({"error":"Your requests are exceeding the allowable rate limit."})", 0, 30);
        row("not as documented", 200, R"({"urls": 3})", 1, 5);
        row("no JSON", 200, "<html>", 1, 5);
    }
    void theWorkGoesOnWithoutIt()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(qint64, visit);
        QFETCH(int, minutes);
        m_musicbrainz->server.answer(QStringLiteral("GET /url"), body, status);
        const auto effects = ask();
        QVERIFY(effects);
        QCOMPARE(effects->enrichments.size(), std::size_t(1));
        QCOMPARE(effects->enrichments.front().source, QStringLiteral("genius"));
        QVERIFY(!effects->enrichments.front().profiles.empty());
        QCOMPARE(effects->gaps.size(), std::size_t(1));
        const auto &gap = effects->gaps.front();
        QCOMPARE(gap.revisit, (SocialEnrichmentMessage{m_person, false, QStringLiteral("musicbrainz"), visit}));
        QVERIFY(!gap.reason.isEmpty());
        QCOMPARE(waitOf(gap), Milliseconds(std::chrono::minutes(minutes)));
    }

    /// Half of what it knows is not kept as all of it.
    void aFailureInTheMiddleIsAGap()
    {
        m_musicbrainz->server.answer(artistCall, "oops", 500);
        const auto effects = ask();
        QVERIFY(effects);
        QCOMPARE(effects->enrichments.size(), std::size_t(1));
        QCOMPARE(effects->gaps.size(), std::size_t(1));
    }

    void aServiceThatGivesATimeIsNotVisitedBefore()
    {
        m_musicbrainz->server.answer(QStringLiteral("GET /url"), "oops", 503, {{"Retry-After", "1800"}});
        const auto effects = ask();
        QCOMPARE(waitOf(effects->gaps.front()), Milliseconds(30min));
    }

    void anOpenCircuitIsNotKnockedAt()
    {
        m_musicbrainz->service.overrideCircuit(CircuitOverride::Open);
        const auto effects = ask();
        QVERIFY(effects);
        QCOMPARE(effects->gaps.size(), std::size_t(1));
        QCOMPARE(effects->gaps.front().revisit.visit, 0); // nobody was visited
        QCOMPARE(waitOf(effects->gaps.front()), Milliseconds(30min));
        QVERIFY(m_musicbrainz->server.calls().isEmpty());
    }

    /// It takes no key, so there is nothing that a person could mend: it is left alone for an hour.
    void whoBarsUsIsLeftAlone()
    {
        m_musicbrainz->server.answer(QStringLiteral("GET /url"), "go away", 403);
        QVERIFY(ask());
        QVERIFY(ask());
        QCOMPARE(m_musicbrainz->server.calls().size(), 1);
        QVERIFY(!m_musicbrainz->service.snapshot().needsCredentials);
        m_genius->clock.advance(1h);
        QVERIFY(ask());
        QCOMPARE(m_musicbrainz->server.calls().size(), 2);
    }

    /// A right to call Genius is not kept from others while this one waits for MusicBrainz.
    void whoWaitsForItKeepsNoRightFromOthers()
    {
        m_genius->http->prepay(m_genius->tryEnter());
        QCOMPARE(m_genius->service.snapshot().quota.inFlight, 1);
        openGap();
        QVERIFY(ask({m_person, false, QStringLiteral("musicbrainz"), 1}));
        QCOMPARE(m_genius->service.snapshot().quota.inFlight, 0);
    }

    void aRevisitOfAGapThatIsClosedAsksNobody()
    {
        const auto effects = ask({m_person, false, QStringLiteral("musicbrainz"), 1});
        QVERIFY(effects);
        QVERIFY(effects->enrichments.empty() && effects->gaps.empty());
        QVERIFY(m_musicbrainz->server.calls().isEmpty());
    }

    /// The gap stays, and is looked at again when there may be a contact.
    void withoutAContactARevisitComesAgainTomorrow()
    {
        openGap();
        SocialEnrichment worker(m_genius->client, nullptr, *m_store);
        const SocialEnrichmentMessage revisit{m_person, false, QStringLiteral("musicbrainz"), 3};
        const auto effects = QCoro::waitFor(worker.process(revisit));
        QVERIFY(effects);
        QCOMPARE(effects->gaps.size(), std::size_t(1));
        QCOMPARE(effects->gaps.front().revisit, revisit);
        QCOMPARE(waitOf(effects->gaps.front()), Milliseconds(24h));
    }

    /// Genius was asked before.
    void aRevisitAsksNobodyElse()
    {
        openGap();
        const auto effects = ask({m_person, false, QStringLiteral("musicbrainz"), 1});
        QVERIFY(effects);
        QCOMPARE(effects->enrichments.size(), std::size_t(1));
        QCOMPARE(effects->enrichments.front().source, QStringLiteral("musicbrainz"));
        QVERIFY(m_genius->server.calls().isEmpty());
    }

    void visitsBecomeRarerAndEnd()
    {
        m_musicbrainz->server.answer(QStringLiteral("GET /url"), "oops", 500);
        m_musicbrainz->service.overrideCircuit(CircuitOverride::Closed);
        openGap();
        std::vector<Milliseconds> waits;
        SocialEnrichmentMessage message{m_person};
        for (;;) {
            const auto effects = ask(message);
            QVERIFY(effects);
            const auto &gap = effects->gaps.front();
            if (!gap.revisitAt)
                break;
            waits.push_back(waitOf(gap));
            message = gap.revisit;
        }
        QCOMPARE(waits, (std::vector<Milliseconds>{5min, 20min, 80min, 320min, 1280min, 24h, 24h, 24h}));
        QCOMPARE(message.visit, qint64(SocialEnrichment::mostVisits));
    }

    /// It is no answer of the service, and the message goes back as it was.
    void aStopIsNoGap()
    {
        m_musicbrainz->server.answer(QStringLiteral("GET /url"), {.body = {}, .manner = test::Answer::Manner::Never});
        QTimer::singleShot(100, this, [this] { m_genius->stop.stop(); });
        const auto effects = ask();
        QVERIFY(!effects);
        QCOMPARE(effects.error().category, ErrorCategory::Cancelled);
    }

    void geniusIsNotOptional()
    {
        m_genius->server.answer(QStringLiteral("GET /artists/9003"), "oops", 500);
        const auto effects = ask();
        QVERIFY(!effects);
        QCOMPARE(effects.error().category, ErrorCategory::Server);
        QVERIFY(m_musicbrainz->server.calls().isEmpty());
    }
};

QTEST_GUILESS_MAIN(OptionalSourceTest)
#include "tst_optionalsource.moc"
