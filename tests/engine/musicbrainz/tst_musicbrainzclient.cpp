// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/musicbrainz.h"
#include "fixtures/answers.h"

#include <QTest>

using namespace linernotes;
using namespace std::chrono_literals;

namespace
{

const auto genius = QStringLiteral("https://genius.com/artists/Marlow-osei");
const auto spotify = QStringLiteral("https://open.spotify.com/artist/m2OhI2Yaxh7IgwMcrX2Kfw");
const auto marlow = QStringLiteral("5d5a0c4e-28f1-4b0f-9c5e-1f8f3c1d9003");

} // namespace

/// MusicBrainz's protocol: several addresses in a call, a caller who can be written to, and its own way to say "slow".
class MusicBrainzClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severalAddressesAreOneCall()
    {
        test::Road main;
        test::MusicBrainzService musicbrainz(main);
        musicbrainz.server.answer(QStringLiteral("GET /url"),
                                  test::ownAnswer(QStringLiteral("musicbrainz/owners.json")));
        const auto owners = QCoro::waitFor(musicbrainz.client.owners({genius, spotify}));
        QVERIFY(owners);
        QCOMPARE(owners->size(), std::size_t(2));
        QCOMPARE(owners->front().artistId, marlow);
        const auto requests = musicbrainz.server.requests();
        QCOMPARE(requests.size(), 1);
        const auto &target = requests.front();
        QCOMPARE(target.query(QStringLiteral("inc")), QStringLiteral("artist-rels"));
        QCOMPARE(target.query(QStringLiteral("fmt")), QStringLiteral("json"));
        QCOMPARE(target.query(QStringLiteral("resource")), genius);
        QVERIFY(target.headers.value("user-agent").endsWith(" ( someone@example.org )"));
    }

    void anArtistComesWithLinksAndIsNotAskedForTwice()
    {
        test::Road main;
        test::MusicBrainzService musicbrainz(main);
        musicbrainz.server.answer(QStringLiteral("GET /artist/") + marlow,
                                  test::ownAnswer(QStringLiteral("musicbrainz/artist.json")));
        for (int i = 0; i < 2; ++i) {
            const auto artist = QCoro::waitFor(musicbrainz.client.artist(marlow));
            QVERIFY(artist);
            QCOMPARE(artist->links.size(), std::size_t(8));
        }
        QCOMPARE(musicbrainz.server.requests().size(), 1);
        QCOMPARE(musicbrainz.server.requests().front().query(QStringLiteral("inc")),
                 QStringLiteral("url-rels+aliases"));
    }

    /// Of one address the answer would have another form, and be a 404 where it is not known.
    void oneAddressIsAskedForAsAList()
    {
        test::Road main;
        test::MusicBrainzService musicbrainz(main);
        musicbrainz.server.answer(QStringLiteral("GET /url"), R"({"url-count":0,"url-offset":0,"urls":[]})");
        const auto owners = QCoro::waitFor(musicbrainz.client.owners({genius}));
        QVERIFY(owners);
        QVERIFY(owners->empty());
        QCOMPARE(musicbrainz.server.requests().front().target.count(QStringLiteral("resource=")), 2);
    }

    /// 503 is its 429: the service is well, and the whole of it pauses.
    void tooManyCallsAreNoOutage()
    {
        test::Road main;
        test::MusicBrainzService musicbrainz(main);
        musicbrainz.server.answer(QStringLiteral("GET /url"),
                                  R"({"error":"Your requests are exceeding the allowable rate limit. Please see …"})",
                                  503, {{"Retry-After", "7"}});
        const auto refused = QCoro::waitFor(musicbrainz.client.owners({genius}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().category, ErrorCategory::RateLimited);
        QCOMPARE(refused.error().retryAt, std::optional(main.clock.now() + 7s));
        QVERIFY(musicbrainz.service.closedFor({QStringLiteral("artist")}));
        QCOMPARE(musicbrainz.service.snapshot().circuit, CircuitState::Closed);
    }

    void anyOther503Is()
    {
        test::Road main;
        test::MusicBrainzService musicbrainz(main);
        musicbrainz.server.answer(QStringLiteral("GET /url"), "the database is down", 503);
        const auto refused = QCoro::waitFor(musicbrainz.client.owners({genius}));
        QCOMPARE(refused.error().category, ErrorCategory::Server);
    }

    void whatIsNotAsDocumentedIsShown()
    {
        test::Road main;
        test::MusicBrainzService musicbrainz(main);
        musicbrainz.server.answer(QStringLiteral("GET /url"), R"({"urls": 3})");
        const auto wrong = QCoro::waitFor(musicbrainz.client.owners({genius, spotify}));
        QCOMPARE(wrong.error().category, ErrorCategory::InvalidResponse);
        QCOMPARE(wrong.error().service, QStringLiteral("musicbrainz"));
        QCOMPARE(wrong.error().endpoint, QStringLiteral("/url"));
        QCOMPARE(wrong.error().evidence, QByteArray(R"({"urls": 3})"));
    }
};

QTEST_GUILESS_MAIN(MusicBrainzClientTest)
#include "tst_musicbrainzclient.moc"
