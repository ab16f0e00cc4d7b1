// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/spotifyroad.h"
#include "workers/albumdiscovery.h"
#include "workers/artistdiscovery.h"
#include "workers/trackdiscovery.h"

#include <QTest>

#include <algorithm>

using namespace linernotes;
using test::SpotifyRoad;

namespace
{

const auto ours = test::spotifyId(QStringLiteral("artist"), 1);
const auto theAlbum = test::spotifyId(QStringLiteral("album"), 1);

QJsonArray byArtists(std::initializer_list<int> numbers)
{
    QJsonArray artists;
    for (const auto number : numbers)
        artists.append(test::artistObject(number, QStringLiteral("Artist %1").arg(number)));
    return artists;
}

QStringList tracksOf(const Effects &effects)
{
    QStringList titles;
    for (const auto &track : effects.tracks->tracks)
        titles.append(track.title);
    return titles;
}

template <typename Message>
std::vector<Message> messagesOf(const Effects &effects)
{
    std::vector<Message> messages;
    for (const auto &message : effects.messages) {
        if (const auto *wanted = std::get_if<Message>(&message))
            messages.push_back(*wanted);
    }
    return messages;
}

} // namespace

/// Long lists and odd pages: what is followed, what is not, and what is left out.
class PagingTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<SpotifyRoad> m_spotify;

    test::AnswerServer &server() { return m_spotify->server(); }
    Result<Effects> albums(const AlbumDiscoveryMessage &message, const QJsonObject &page)
    {
        server().answer(QStringLiteral("GET /artists/%1/albums").arg(ours), test::bytes(page));
        AlbumDiscovery worker(m_spotify->client, {QStringLiteral("compilation"), QStringLiteral("appears_on")});
        return QCoro::waitFor(worker.process(message));
    }
    Result<Effects> tracks(const TrackDiscoveryMessage &message, const QJsonObject &page)
    {
        const auto album = test::withTracks(test::albumObject(1, QStringLiteral("Tidelines"), byArtists({1})), page);
        server().answer(QStringLiteral("GET /albums/") + theAlbum, test::bytes(album));
        server().answer(QStringLiteral("GET /albums/%1/tracks").arg(theAlbum), test::bytes(page));
        spotify::AlbumLoader loader;
        TrackDiscovery worker(m_spotify->client, loader);
        return QCoro::waitFor(worker.process(message));
    }

private Q_SLOTS:
    void init() { m_spotify = std::make_unique<SpotifyRoad>(); }

    void exactlyOnePageIsAskedFor()
    {
        const auto effects = albums({.artistId = ours, .offset = 30},
                                    test::pageObject({test::albumObject(1, QStringLiteral("A"))}, 30, 40));
        QVERIFY(effects);
        QCOMPARE(m_spotify->apiCalls().size(), std::size_t(1));
        QCOMPARE(m_spotify->apiCalls().front().query(QStringLiteral("offset")), QStringLiteral("30"));
        QCOMPARE(m_spotify->apiCalls().front().query(QStringLiteral("include_groups")),
                 QStringLiteral("compilation,appears_on"));
        QCOMPARE(messagesOf<AlbumDiscoveryMessage>(*effects).front(),
                 (AlbumDiscoveryMessage{.artistId = ours, .offset = 40, .after = theAlbum}));
    }

    /// The page after it must still be told from one that was seen.
    void aPageOfNothingButNullsHandsOnWhatCameBefore()
    {
        const auto effects = albums({.artistId = ours, .offset = 10, .after = theAlbum},
                                    test::pageObject({QJsonValue::Null, QJsonValue::Null}, 10, 20));
        QVERIFY(effects);
        QVERIFY(effects->albums.empty());
        QCOMPARE(effects->messages.size(), std::size_t(1));
        QCOMPARE(messagesOf<AlbumDiscoveryMessage>(*effects).front(),
                 (AlbumDiscoveryMessage{.artistId = ours, .offset = 20, .after = theAlbum}));
    }

    void aListWithoutAnEndIsNotFollowedForEver()
    {
        const auto page = [](qint64 offset) {
            return test::pageObject({test::albumObject(7, QStringLiteral("A"))}, offset, offset + 10);
        };
        const auto last = albums({.artistId = ours, .offset = 19'990}, page(19'990));
        QCOMPARE(messagesOf<AlbumDiscoveryMessage>(*last).size(), std::size_t(1));
        const auto beyond = albums({.artistId = ours, .offset = 20'000}, page(20'000));
        QCOMPARE(messagesOf<TrackDiscoveryMessage>(*beyond).size(), std::size_t(1));
        QVERIFY(messagesOf<AlbumDiscoveryMessage>(*beyond).empty());
    }

    /// An app of today is not told the group: it is read off the album.
    void whoseAlbumItIsDecidesWhichTracksAreWanted_data()
    {
        QTest::addColumn<QJsonObject>("album");
        QTest::addColumn<QString>("onlyArtist");
        const auto row = [](const char *name, const QString &type, const QJsonArray &artists, const char *group,
                            const QString &onlyArtist) {
            auto album = test::albumObject(1, QStringLiteral("A"), artists, type);
            if (*group != '\0')
                album.insert(QStringLiteral("album_group"), QLatin1String(group));
            QTest::newRow(name) << album << onlyArtist;
        };
        const auto album = QStringLiteral("album");
        row("own", album, byArtists({1}), "", {});
        row("own, with another", album, byArtists({2, 1}), "", {});
        row("nobody is named", album, {}, "", {});
        row("another's", album, byArtists({2}), "", ours);
        row("own, but a compilation", QStringLiteral("compilation"), byArtists({1}), "", ours);
        row("told to be a guest's", album, byArtists({1}), "appears_on", ours);
        row("told to be a compilation", album, byArtists({1}), "compilation", ours);
    }
    void whoseAlbumItIsDecidesWhichTracksAreWanted()
    {
        QFETCH(QJsonObject, album);
        QFETCH(QString, onlyArtist);
        const auto effects = albums({.artistId = ours}, test::pageObject({album}));
        QVERIFY(effects);
        QCOMPARE(effects->messages.size(), std::size_t(1));
        QCOMPARE(messagesOf<TrackDiscoveryMessage>(*effects).front(),
                 (TrackDiscoveryMessage{.albumId = theAlbum, .offset = 0, .onlyArtist = onlyArtist}));
        QCOMPARE(effects->albums.front().url, QStringLiteral("https://open.spotify.com/album/") + theAlbum);
        QCOMPARE(effects->albums.front().releaseDate, QStringLiteral("2024-05-17"));
    }

    void aTrackIsPlacedAsTheAlbumHasIt()
    {
        auto track = test::trackObject(3, QStringLiteral("Undertow (Dave Audé Remix) [feat. Ida Quist]"),
                                       byArtists({1, 2}), 187'350);
        track.insert(QStringLiteral("disc_number"), 2);
        const auto effects = tracks({.albumId = theAlbum}, test::pageObject({track}));
        QVERIFY(effects);
        QVERIFY(effects->messages.empty());
        QCOMPARE(effects->tracks->album.spotifyId, theAlbum);
        const auto &placed = effects->tracks->tracks.front();
        QCOMPARE(placed.spotifyId, test::spotifyId(QStringLiteral("track"), 3));
        QCOMPARE(placed.disc, 2);
        QCOMPARE(placed.position, 3);
        QCOMPARE(placed.durationMs, 187'350);
        QCOMPARE(placed.titleKey, QStringLiteral("undertow"));
        QVERIFY2(placed.versionKey.contains(QStringLiteral("remix")), qPrintable(placed.versionKey));
        QCOMPARE(placed.artistKey, ours);
        QCOMPARE(placed.artists.size(), std::size_t(2));
        QCOMPARE(placed.artists.back().name, QStringLiteral("Artist 2"));
    }

    void onEveryPageOnlyTheWantedArtistCounts_data()
    {
        QTest::addColumn<qint64>("offset");
        QTest::newRow("first") << qint64(0);
        QTest::newRow("further") << qint64(50);
    }
    void onEveryPageOnlyTheWantedArtistCounts()
    {
        QFETCH(qint64, offset);
        const QJsonArray items{test::trackObject(1, QStringLiteral("theirs"), byArtists({2})),
                               test::trackObject(2, QStringLiteral("ours"), byArtists({1})),
                               test::trackObject(3, QStringLiteral("with us"), byArtists({2, 1})), QJsonValue::Null,
                               test::trackObject(4, QStringLiteral("nobody's"), {})};
        const auto page = test::pageObject(items, offset, offset + 50);
        const auto effects = tracks({.albumId = theAlbum, .offset = offset, .onlyArtist = ours}, page);
        QVERIFY(effects);
        QCOMPARE(tracksOf(*effects), QStringList({QStringLiteral("ours"), QStringLiteral("with us")}));
        QCOMPARE(messagesOf<TrackDiscoveryMessage>(*effects).front(),
                 (TrackDiscoveryMessage{.albumId = theAlbum, .offset = offset + 50, .onlyArtist = ours}));
        const auto all = tracks({.albumId = theAlbum, .offset = offset, .onlyArtist = {}}, page);
        QCOMPARE(all->tracks->tracks.size(), std::size_t(4));
    }

    /// Which would make the store forget the album's name, or ask for the wrong tracks.
    void aFurtherPageNamesTheAlbumAndSaysNothingOfIt()
    {
        const auto effects = tracks({.albumId = theAlbum, .offset = 50}, test::pageObject({}, 50));
        QVERIFY(effects);
        QCOMPARE(effects->tracks->album, AlbumFacts{.spotifyId = theAlbum});
    }

    /// A market may answer with another release's id: the one that was asked for is ours.
    void anAlbumKeepsTheIdThatWasAskedFor()
    {
        const auto answered = test::withTracks(test::albumObject(2, QStringLiteral("Relinked")), test::pageObject({}));
        server().answer(QStringLiteral("GET /albums/") + theAlbum, test::bytes(answered));
        spotify::AlbumLoader loader;
        TrackDiscovery worker(m_spotify->client, loader);
        const auto effects = QCoro::waitFor(worker.process(TrackDiscoveryMessage{.albumId = theAlbum}));
        QCOMPARE(effects->tracks->album.spotifyId, theAlbum);
        QCOMPARE(effects->tracks->album.name, QStringLiteral("Relinked"));
    }

    void anAlbumWithoutAnEndIsNotFollowedForEver()
    {
        const auto page = [](qint64 offset) { return test::pageObject({QJsonValue::Null}, offset, offset + 50); };
        QCOMPARE(tracks({.albumId = theAlbum, .offset = 9'950}, page(9'950))->messages.size(), std::size_t(1));
        QVERIFY(tracks({.albumId = theAlbum, .offset = 10'000}, page(10'000))->messages.empty());
    }

    void anArtistThatIsNotThereIsAnErrorAndNoGuess()
    {
        server().answer(QStringLiteral("GET /artists/") + ours,
                        test::refusalBody(404, QStringLiteral("non existing id")), 404);
        ArtistDiscovery worker(m_spotify->client);
        const auto effects = QCoro::waitFor(worker.process(ArtistDiscoveryMessage{.artistId = ours, .name = {}}));
        QVERIFY(!effects);
        QCOMPARE(effects.error().category, ErrorCategory::NotFound);
        QCOMPARE(effects.error().endpoint, QStringLiteral("/artists/{id}"));
        QCOMPARE(m_spotify->apiCalls().size(), std::size_t(1)); // a name would not have been looked for either
    }

    void anIdIsNotLookedForByItsName()
    {
        server().answer(QStringLiteral("GET /artists/") + ours,
                        test::bytes(test::artistObject(1, QStringLiteral("Renamed"))));
        ArtistDiscovery worker(m_spotify->client);
        const auto effects =
            QCoro::waitFor(worker.process(ArtistDiscoveryMessage{.artistId = ours, .name = QStringLiteral("Before")}));
        QCOMPARE(effects->seededArtist->name, QStringLiteral("Renamed"));
        QCOMPARE(m_spotify->apiCalls().size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(PagingTest)
#include "tst_paging.moc"
