// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/democaller.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace linernotes;
using demo::Face;

namespace
{

const auto unknownId = QStringLiteral("0000000000000000000000");

QStringList idsOf(const QJsonArray &items)
{
    QStringList ids;
    for (const auto &item : items)
        ids.append(item[QStringLiteral("id")].toString());
    return ids;
}

/// Path and query below the API's root.
QString targetOf(const QJsonValue &link, const demo::DemoServer &server)
{
    const auto url = link.toString();
    const auto root = server.spotifyApiUrl().toString();
    return url.startsWith(root) ? url.mid(root.size()) : QString();
}

} // namespace

/// What Spotify gives to an older app, and what is left of it for one in development mode since February 2026.
class DemoFacesTest : public QObject
{
    Q_OBJECT

    test::DemoCaller m_older{Face::Legacy};
    test::DemoCaller m_newer{Face::Development2026};

    const demo::DemoCatalogue &catalogue() const { return m_older.catalogue(); }
    test::DemoCaller &caller(bool isOlder) { return isOlder ? m_older : m_newer; }

    /// The artist with the most albums, guest appearances included.
    QString busiestArtist() const { return catalogue().artists().front().spotifyId; }

    const demo::DemoAlbum &largestAlbum() const
    {
        return *std::ranges::max_element(catalogue().albums(), {},
                                         [](const demo::DemoAlbum &album) { return album.tracks.size(); });
    }

    static void addFaces()
    {
        QTest::addColumn<bool>("isOlder");
        QTest::newRow("older app") << true;
        QTest::newRow("app of today") << false;
    }

    /// All items of a list, page by page along its links.
    QJsonArray walked(test::DemoCaller &spotify, const QJsonObject &firstPage)
    {
        QJsonArray all;
        for (auto page = firstPage; !page.isEmpty();) {
            const auto items = page[QStringLiteral("items")].toArray();
            for (const auto &item : items)
                all.append(item);
            const auto next = page[QStringLiteral("next")];
            page = next.isString() ? spotify.spotify(targetOf(next, spotify.server())).json() : QJsonObject();
        }
        return all;
    }

private Q_SLOTS:
    void pagesHaveTheirLargestSize_data()
    {
        QTest::addColumn<bool>("isOlder");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("list"); ///< where the page is in the answer; empty: it is the answer
        QTest::addColumn<int>("largest");
        const auto albums = QStringLiteral("/artists/%1/albums?limit=").arg(busiestArtist());
        const auto artists = QStringLiteral("/search?type=artist&q=the&limit=");
        const auto tracks = QStringLiteral("/search?type=track&q=the&limit=");
        const auto ofAlbum = QStringLiteral("/albums/%1/tracks?limit=").arg(largestAlbum().spotifyId);
        QTest::newRow("older: albums") << true << albums << QString() << 50;
        QTest::newRow("older: artists") << true << artists << QStringLiteral("artists") << 50;
        QTest::newRow("older: tracks") << true << tracks << QStringLiteral("tracks") << 50;
        QTest::newRow("older: album's tracks") << true << ofAlbum << QString() << 50;
        QTest::newRow("today: albums") << false << albums << QString() << 10;
        QTest::newRow("today: artists") << false << artists << QStringLiteral("artists") << 10;
        QTest::newRow("today: tracks") << false << tracks << QStringLiteral("tracks") << 10;
        QTest::newRow("today: album's tracks") << false << ofAlbum << QString() << 50;
    }
    void pagesHaveTheirLargestSize()
    {
        QFETCH(bool, isOlder);
        QFETCH(QString, target);
        QFETCH(QString, list);
        QFETCH(int, largest);
        const auto answer = caller(isOlder).spotify(target + QString::number(largest));
        QCOMPARE(answer.status, 200);
        const auto page = list.isEmpty() ? answer.json() : answer.json()[list].toObject();
        QCOMPARE(page[QStringLiteral("limit")].toInt(), largest);
        const auto total = page[QStringLiteral("total")].toInt();
        QCOMPARE(page[QStringLiteral("items")].toArray().size(), std::min(largest, total));
        for (const auto &limit :
             {QString::number(largest + 1), QStringLiteral("0"), QStringLiteral("-1"), QStringLiteral("many")}) {
            const auto refused = caller(isOlder).spotify(target + limit);
            QCOMPARE(refused.status, 400);
            QCOMPARE(refused.message(), QStringLiteral("Invalid limit"));
        }
    }

    /// Otherwise the row above would prove nothing about 50.
    void thereAreMoreAlbumsAndTracksThanOnePageHolds()
    {
        const auto albums = m_older.spotify(QStringLiteral("/artists/%1/albums").arg(busiestArtist())).json();
        QVERIFY(albums[QStringLiteral("total")].toInt() > 50);
        QVERIFY(largestAlbum().tracks.size() > 50);
    }

    void aLimitThatIsTooLargeMayBeRefusedWithoutAWord_data() { addFaces(); }
    void aLimitThatIsTooLargeMayBeRefusedWithoutAWord()
    {
        QFETCH(bool, isOlder);
        auto &spotify = caller(isOlder);
        spotify.server().setEmptyLimitErrors(true);
        const auto refused = spotify.spotify(QStringLiteral("/artists/%1/albums?limit=51").arg(busiestArtist()));
        spotify.server().setEmptyLimitErrors(false);
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.body, QByteArray());
    }

    void linksLeadThroughAllAlbumsOfAnArtist_data() { addFaces(); }
    void linksLeadThroughAllAlbumsOfAnArtist()
    {
        QFETCH(bool, isOlder);
        auto &spotify = caller(isOlder);
        const auto first =
            spotify
                .spotify(QStringLiteral("/artists/%1/albums?include_groups=album,single&market=DE&limit=7")
                             .arg(busiestArtist()))
                .json();
        QVERIFY(first[QStringLiteral("previous")].isNull());
        const auto next = first[QStringLiteral("next")].toString();
        for (const auto *part : {"include_groups=album,single", "market=DE", "limit=7", "offset=7"})
            QVERIFY2(next.contains(QLatin1String(part)), qPrintable(next));
        auto found = idsOf(walked(spotify, first));
        QCOMPARE(found.size(), first[QStringLiteral("total")].toInt());
        QStringList expected;
        for (const auto &album : catalogue().albums()) {
            if (album.type != QLatin1String("compilation") && album.artistIds.front() == busiestArtist())
                expected.append(album.spotifyId);
        }
        found.sort();
        expected.sort();
        QCOMPARE(found, expected);
    }

    void behindTheEndThereIsAnEmptyPage()
    {
        const auto page =
            m_newer.spotify(QStringLiteral("/artists/%1/albums?limit=10&offset=5000").arg(busiestArtist())).json();
        QVERIFY(page[QStringLiteral("items")].toArray().isEmpty());
        QVERIFY(page[QStringLiteral("next")].isNull());
        QVERIFY(page[QStringLiteral("previous")].isString());
        QVERIFY(page[QStringLiteral("total")].toInt() > 10);
    }

    void groupsAreWhatWasAskedFor_data()
    {
        QTest::addColumn<QString>("group");
        for (const auto *group : {"album", "single", "compilation", "appears_on"})
            QTest::newRow(group) << QString::fromLatin1(group);
    }
    void groupsAreWhatWasAskedFor()
    {
        QFETCH(QString, group);
        qsizetype seen = 0;
        for (const auto &artist : catalogue().artists()) {
            const auto items = walked(
                m_older,
                m_older
                    .spotify(
                        QStringLiteral("/artists/%1/albums?include_groups=%2&limit=50").arg(artist.spotifyId, group))
                    .json());
            for (const auto &item : items) {
                QCOMPARE(item[QStringLiteral("album_group")].toString(), group);
                const bool isOwn = idsOf(item[QStringLiteral("artists")].toArray()).contains(artist.spotifyId);
                QCOMPARE(isOwn, group != QLatin1String("appears_on"));
            }
            seen += items.size();
        }
        QVERIFY(seen > 0);
    }

    void anAlbumBringsItsFirstFiftyTracks_data() { addFaces(); }
    void anAlbumBringsItsFirstFiftyTracks()
    {
        QFETCH(bool, isOlder);
        auto &spotify = caller(isOlder);
        const auto album = spotify.spotify(QStringLiteral("/albums/") + largestAlbum().spotifyId).json();
        const auto tracks = album[QStringLiteral("tracks")].toObject();
        QCOMPARE(tracks[QStringLiteral("items")].toArray().size(), 50);
        const auto all = walked(spotify, tracks);
        QStringList expected;
        for (const auto &track : largestAlbum().tracks)
            expected.append(track.spotifyId);
        QCOMPARE(idsOf(all), expected);
        for (const auto &track : all)
            QVERIFY(!track.toObject().contains(QStringLiteral("external_ids"))); // an album gives no ISRC
    }

    void aTrackBringsItsIsrcAndItsAlbum_data() { addFaces(); }
    void aTrackBringsItsIsrcAndItsAlbum()
    {
        QFETCH(bool, isOlder);
        const auto &album = catalogue().albums().front();
        const auto &placed = album.tracks.front();
        const auto &recording = catalogue().recordings().at(placed.recording);
        const auto track = caller(isOlder).spotify(QStringLiteral("/tracks/") + placed.spotifyId).json();
        QCOMPARE(track[QStringLiteral("external_ids")][QStringLiteral("isrc")].toString(), recording.isrc);
        QCOMPARE(track[QStringLiteral("album")][QStringLiteral("id")].toString(), album.spotifyId);
        QCOMPARE(track[QStringLiteral("name")].toString(), recording.title);
        QCOMPARE(track[QStringLiteral("duration_ms")].toInteger(), recording.durationMs);
    }

    void searchingAnIsrcFindsAllPlacesOfTheRecording_data() { addFaces(); }
    void searchingAnIsrcFindsAllPlacesOfTheRecording()
    {
        QFETCH(bool, isOlder);
        std::size_t index = 0;
        while (catalogue().placements(index).size() < 2)
            ++index;
        const auto isrc = catalogue().recordings().at(index).isrc;
        const auto found = caller(isOlder).spotify(QStringLiteral("/search?type=track&limit=10&q=isrc:") + isrc).json();
        QStringList expected;
        for (const auto &place : catalogue().placements(index))
            expected.append(place.track->spotifyId);
        QCOMPARE(idsOf(found[QStringLiteral("tracks")][QStringLiteral("items")].toArray()), expected);
    }

    void anArtistIsFoundByNameFirst_data() { addFaces(); }
    void anArtistIsFoundByNameFirst()
    {
        QFETCH(bool, isOlder);
        for (const auto &artist : catalogue().artists()) {
            const auto found =
                caller(isOlder).spotify(QStringLiteral("/search?type=artist&q=") + test::encoded(artist.name)).json();
            const auto first = found[QStringLiteral("artists")][QStringLiteral("items")][0];
            QCOMPARE(first[QStringLiteral("name")].toString().toCaseFolded(), artist.name.toCaseFolded());
        }
    }

    void anOlderAppGetsBatchesByPosition_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QStringList>("known");
        QTest::addColumn<int>("most");
        QStringList artists;
        QStringList albums;
        QStringList tracks;
        for (const auto &artist : catalogue().artists())
            artists.append(artist.spotifyId);
        for (const auto &album : catalogue().albums())
            albums.append(album.spotifyId);
        for (const auto &track : largestAlbum().tracks)
            tracks.append(track.spotifyId);
        QTest::newRow("artists") << QStringLiteral("artists") << artists << 50;
        QTest::newRow("albums") << QStringLiteral("albums") << albums << 20;
        QTest::newRow("tracks") << QStringLiteral("tracks") << tracks << 50;
    }
    void anOlderAppGetsBatchesByPosition()
    {
        QFETCH(QString, kind);
        QFETCH(QStringList, known);
        QFETCH(int, most);
        auto ids = known.mid(0, most - 1);
        ids.insert(1, unknownId);
        while (ids.size() < most)
            ids.append(known.front());
        const auto target = QStringLiteral("/%1?ids=%2");
        const auto answer = m_older.spotify(target.arg(kind, ids.join(QLatin1Char(','))));
        QCOMPARE(answer.status, 200);
        const auto entries = answer.json()[kind].toArray();
        QVERIFY(entries[1].isNull());
        auto found = idsOf(entries);
        found[1] = unknownId;
        QCOMPARE(found, ids);
        ids.append(known.front());
        QCOMPARE(m_older.spotify(target.arg(kind, ids.join(QLatin1Char(',')))).status, 400);
        QCOMPARE(m_older.spotify(target.arg(kind, QStringLiteral("short"))).status, 400);
    }

    void anAppOfTodayGetsNoBatches_data()
    {
        QTest::addColumn<QString>("target");
        for (const auto *kind : {"artists", "albums", "tracks"})
            QTest::newRow(kind) << QStringLiteral("/%1?ids=%2").arg(QLatin1String(kind), unknownId);
    }
    void anAppOfTodayGetsNoBatches()
    {
        QFETCH(QString, target);
        const auto refused = m_newer.spotify(target);
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.message(), QStringLiteral("Forbidden"));
    }

    void whatFebruary2026TookAwayIsGone_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QStringList>("gone");
        QTest::addColumn<QStringList>("kept");
        const auto row = [](const char *name, const QString &target, const char *gone, const char *kept) {
            QTest::newRow(name) << target << QString::fromLatin1(gone).split(QLatin1Char(' '))
                                << QString::fromLatin1(kept).split(QLatin1Char(' '));
        };
        const auto &album = catalogue().albums().front();
        row("artist", QStringLiteral("/artists/") + busiestArtist(), "followers popularity", "id name images uri");
        row("album", QStringLiteral("/albums/") + album.spotifyId, "label popularity available_markets",
            "id name external_ids tracks copyrights release_date");
        row("track", QStringLiteral("/tracks/") + album.tracks.front().spotifyId,
            "popularity available_markets preview_url", "id name external_ids artists album duration_ms is_local");
    }
    void whatFebruary2026TookAwayIsGone()
    {
        QFETCH(QString, target);
        QFETCH(QStringList, gone);
        QFETCH(QStringList, kept);
        const auto before = m_older.spotify(target).json();
        const auto today = m_newer.spotify(target).json();
        for (const auto &field : gone) {
            QVERIFY2(before.contains(field), qPrintable(field));
            QVERIFY2(!today.contains(field), qPrintable(field));
        }
        for (const auto &field : kept) {
            QVERIFY2(before.contains(field), qPrintable(field));
            QVERIFY2(today.contains(field), qPrintable(field));
        }
    }

    void albumsOfAnArtistComeWithoutTheirGroupToday()
    {
        const auto target = QStringLiteral("/artists/%1/albums").arg(busiestArtist());
        const auto group = QStringLiteral("album_group");
        const auto first = [](const test::Reply &reply) { return reply.json()[QStringLiteral("items")][0].toObject(); };
        QVERIFY(first(m_older.spotify(target)).contains(group));
        QVERIFY(!first(m_newer.spotify(target)).contains(group));
    }
};

QTEST_GUILESS_MAIN(DemoFacesTest)
#include "tst_demofaces.moc"
