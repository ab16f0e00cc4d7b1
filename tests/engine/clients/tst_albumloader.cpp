// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/spotifyroad.h"
#include "spotify/albumloader.h"

#include <QTest>

using namespace linernotes;
using namespace std::chrono_literals;
using test::Answer;
using test::Call;
using test::SpotifyRoad;

namespace
{

using AlbumTask = QCoro::Task<Result<spotify::Album>>;
using Albums = std::vector<Result<spotify::Album>>;

const auto batchPath = QStringLiteral("/albums");

QString albumId(int number)
{
    return test::spotifyId(QStringLiteral("album"), number);
}

QJsonObject albumOf(const QString &id)
{
    auto album = test::withTracks(test::albumObject(1, QStringLiteral("Album ") + id.right(3)), test::pageObject({}));
    album.insert(QStringLiteral("id"), id);
    return album;
}

QJsonObject trackOf(const QString &id)
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("name"), QStringLiteral("Song")},
            {QStringLiteral("duration_ms"), 200'000},
            {QStringLiteral("track_number"), 1},
            {QStringLiteral("artists"), QJsonArray()}};
}

QJsonObject withThreeTracks(const QString &album)
{
    QJsonArray tracks;
    for (int i = 0; i < 3; ++i)
        tracks.append(trackOf(album.left(20)
                              + QStringLiteral("%1").arg(album.right(2).toInt() * 3 + i, 2, 36, QLatin1Char('0'))));
    auto object = albumOf(album);
    return test::withTracks(object, test::pageObject(tracks));
}

QJsonArray albumsOf(const Call &call)
{
    QJsonArray albums;
    const auto ids = call.query(QStringLiteral("ids")).split(QLatin1Char(','));
    for (const auto &id : ids)
        albums.append(albumOf(id));
    return albums;
}

Answer wholeBatch(const Call &call)
{
    return {.body = test::bytes({{QStringLiteral("albums"), albumsOf(call)}})};
}

std::vector<int> upTo(int count)
{
    std::vector<int> numbers;
    for (int i = 1; i <= count; ++i)
        numbers.push_back(i);
    return numbers;
}

} // namespace

/// One call for the albums that several slots want at the same time, where there is such a call.
class AlbumLoaderTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<SpotifyRoad> m_spotify;
    std::unique_ptr<spotify::AlbumLoader> m_loader;
    std::vector<SpotifyRoad::Slot> m_slots;

    /// Single albums are there; a batch is answered so.
    void answerBatches(std::function<Answer(const Call &)> batch)
    {
        m_spotify->server().answerBy([batch = std::move(batch)](const Call &call) {
            if (call.path() == batchPath)
                return batch(call);
            return Answer{.body = test::bytes(albumOf(call.path().section(QLatin1Char('/'), 2)))};
        });
    }
    /// A queue in which these wait; what was asked for has left it.
    spotify::AlbumLoader::LookAhead queueOf(const std::vector<int> &numbers)
    {
        return [this, numbers](int most) {
            const auto asked = batchesAsked().join(QLatin1Char(',')).split(QLatin1Char(','));
            QStringList ids;
            for (const int number : numbers) {
                if (ids.size() < most && !asked.contains(albumId(number)))
                    ids.append(albumId(number));
            }
            return QtFuture::makeReadyFuture(Result<QStringList>(ids));
        };
    }
    /// One slot for each number, all at once.
    Albums load(const std::vector<int> &numbers)
    {
        m_slots = m_spotify->makeSlots(static_cast<int>(numbers.size()));
        std::vector<AlbumTask> tasks;
        tasks.reserve(m_slots.size());
        for (std::size_t i = 0; i < numbers.size(); ++i)
            tasks.push_back(m_loader->album(*m_slots[i].client, albumId(numbers[i])));
        Albums albums;
        albums.reserve(tasks.size());
        for (auto &task : tasks)
            albums.push_back(QCoro::waitFor(std::move(task)));
        return albums;
    }
    [[nodiscard]] QStringList batchesAsked() const
    {
        QStringList batches;
        for (const auto &call : m_spotify->apiCalls()) {
            if (call.path() == batchPath)
                batches.append(call.query(QStringLiteral("ids")));
        }
        return batches;
    }
    [[nodiscard]] qsizetype singlesAsked() const
    {
        return m_spotify->road.server.count(QStringLiteral("GET /albums/"));
    }
    static void verifyEachGotItsOwn(const Albums &albums, const std::vector<int> &numbers)
    {
        QCOMPARE(albums.size(), numbers.size());
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            QVERIFY2(albums[i], qPrintable(albums[i] ? QString() : albums[i].error().message));
            QCOMPARE(albums[i]->summary.id, albumId(numbers[i]));
        }
    }

private Q_SLOTS:
    void init()
    {
        m_slots.clear();
        m_spotify = std::make_unique<SpotifyRoad>();
        m_loader = std::make_unique<spotify::AlbumLoader>();
        answerBatches(&wholeBatch);
    }

    void severalSlotsShareOneCall()
    {
        verifyEachGotItsOwn(load({1, 2, 3}), {1, 2, 3});
        QCOMPARE(batchesAsked(), QStringList{QStringList({albumId(1), albumId(2), albumId(3)}).join(QLatin1Char(','))});
        QCOMPARE(singlesAsked(), 0);
    }

    /// At four calls a second no two slots ask at the same moment: the queue itself says what comes next.
    void aSlotAloneBringsWhatComesNext()
    {
        m_loader = std::make_unique<spotify::AlbumLoader>(queueOf(upTo(45)));
        for (int number = 1; number <= 45; ++number)
            verifyEachGotItsOwn(load({number}), {number});
        QCOMPARE(batchesAsked().size(), 3);
        for (const auto &batch : batchesAsked())
            QVERIFY(batch.count(QLatin1Char(',')) < 20);
        QCOMPARE(singlesAsked(), 0);
    }

    /// Fifty for a call, whatever albums they are of.
    void theIsrcsOfManyAlbumsComeTogether()
    {
        m_loader = std::make_unique<spotify::AlbumLoader>(queueOf(upTo(20)));
        m_spotify->server().answerBy([](const Call &call) -> std::optional<Answer> {
            const auto ids = call.query(QStringLiteral("ids")).split(QLatin1Char(','));
            QJsonArray items;
            if (call.path() == batchPath) {
                for (const auto &id : ids)
                    items.append(withThreeTracks(id));
                return Answer{.body = test::bytes({{QStringLiteral("albums"), items}})};
            }
            for (const auto &id : ids) {
                auto track = trackOf(id);
                const auto digits = QStringLiteral("%1").arg(qHash(id, 0) % 10'000'000, 7, 10, QLatin1Char('0'));
                track.insert(QStringLiteral("external_ids"),
                             QJsonObject{{QStringLiteral("isrc"), QStringLiteral("GBSMU") + digits}});
                items.append(track);
            }
            return Answer{.body = test::bytes({{QStringLiteral("tracks"), items}})};
        });
        for (int number = 1; number <= 20; ++number) {
            const auto albums = load({number});
            QVERIFY(albums.front());
            QCOMPARE(albums.front()->tracks.items.size(), std::size_t(3));
            for (const auto &track : albums.front()->tracks.items)
                QVERIFY(!track.isrc.isEmpty());
        }
        QCOMPARE(batchesAsked().size(), 1);
        QCOMPARE(m_spotify->road.server.count(QStringLiteral("GET /tracks")), 2);
    }

    void whatWasBroughtInVainIsAskedForAgain()
    {
        m_loader = std::make_unique<spotify::AlbumLoader>(queueOf({1, 2, 3}));
        answerBatches([](const Call &) { return Answer{.body = "no", .status = 400}; });
        verifyEachGotItsOwn(load({1}), {1});
        QCOMPARE(singlesAsked(), 1);
        answerBatches(&wholeBatch);
        verifyEachGotItsOwn(load({2}), {2});
        verifyEachGotItsOwn(load({3}), {3});
        QCOMPARE(singlesAsked(), 3); // nothing of the batch was kept
    }

    void whoWantsWhatIsOnItsWayWaitsForIt()
    {
        m_loader = std::make_unique<spotify::AlbumLoader>(queueOf(upTo(20)));
        answerBatches([](const Call &call) {
            auto answer = wholeBatch(call);
            answer.delay = 50ms;
            return answer;
        });
        m_slots = m_spotify->makeSlots(2);
        auto first = m_loader->album(*m_slots[0].client, albumId(1));
        QTRY_COMPARE(batchesAsked().size(), 1);
        auto second = m_loader->album(*m_slots[1].client, albumId(7));
        QCOMPARE(QCoro::waitFor(std::move(second))->summary.id, albumId(7));
        QVERIFY(QCoro::waitFor(std::move(first)));
        QCOMPARE(batchesAsked().size(), 1);
    }

    void twoSlotsMayWantTheSameAlbum()
    {
        verifyEachGotItsOwn(load({1, 2, 1}), {1, 2, 1});
        QCOMPARE(batchesAsked(), QStringList{albumId(1) + QLatin1Char(',') + albumId(2)});
    }

    void aSlotAloneAsksForItsAlbumByItself()
    {
        verifyEachGotItsOwn(load({1}), {1});
        verifyEachGotItsOwn(load({2, 2}), {2, 2});
        QVERIFY(batchesAsked().isEmpty());
        QCOMPARE(singlesAsked(), 2); // the second two share one call
    }

    void noBatchIsLargerThanSpotifyTakes()
    {
        verifyEachGotItsOwn(load(upTo(45)), upTo(45));
        QList<qsizetype> sizes;
        const auto batches = batchesAsked();
        for (const auto &batch : batches)
            sizes.append(batch.split(QLatin1Char(',')).size());
        QCOMPARE(sizes, QList<qsizetype>({20, 20, 5}));
    }

    void theNextOnesAreAskedForAgain()
    {
        verifyEachGotItsOwn(load({1, 2}), {1, 2});
        verifyEachGotItsOwn(load({3, 4}), {3, 4});
        QCOMPARE(batchesAsked().size(), 2);
    }

    void anAlbumThatSpotifyDoesNotKnowIsMissingForItsSlotOnly()
    {
        answerBatches([](const Call &call) {
            auto albums = albumsOf(call);
            albums.replace(1, QJsonValue::Null);
            return Answer{.body = test::bytes({{QStringLiteral("albums"), albums}})};
        });
        const auto albums = load({1, 2, 3});
        QVERIFY(albums[0]);
        QVERIFY(!albums[1]);
        QCOMPARE(albums[1].error().category, ErrorCategory::NotFound);
        QCOMPARE(albums[1].error().service, QStringLiteral("spotify"));
        QVERIFY(albums[1].error().message.contains(albumId(2)));
        QVERIFY(albums[2]);
        QCOMPARE(singlesAsked(), 0);
    }

    void anAppWithoutBatchesAsksForEach()
    {
        answerBatches([](const Call &) {
            return Answer{.body = test::refusalBody(403, QStringLiteral("Forbidden")), .status = 403};
        });
        verifyEachGotItsOwn(load({1, 2, 3}), {1, 2, 3});
        QCOMPARE(singlesAsked(), 3);
        verifyEachGotItsOwn(load({4, 5}), {4, 5});
        QCOMPARE(batchesAsked().size(), 1); // never tried again
        QCOMPARE(singlesAsked(), 5);
    }

    /// What one album of the batch did must not hurt the others.
    void aBatchThatFailsForOneOfItsAlbumsIsAskedOneByOne_data()
    {
        QTest::addColumn<Answer>("batch");
        QTest::newRow("400") << Answer{.body = test::refusalBody(400, QStringLiteral("invalid id")), .status = 400};
        QTest::newRow("404") << Answer{.body = test::refusalBody(404, QStringLiteral("Not Found")), .status = 404};
        QTest::newRow("unreadable") << Answer{.body = R"({"albums":[{"id":1}]})"};
        QTest::newRow("too few") << Answer{.body = R"({"albums":[null]})"};
    }
    void aBatchThatFailsForOneOfItsAlbumsIsAskedOneByOne()
    {
        QFETCH(Answer, batch);
        answerBatches([batch](const Call &) { return batch; });
        verifyEachGotItsOwn(load({1, 2, 3}), {1, 2, 3});
        QCOMPARE(batchesAsked().size(), 1);
        QCOMPARE(singlesAsked(), 3);
        QVERIFY(m_spotify->client.hasAlbumBatch());
    }

    /// Asking one by one would only make it worse.
    void aServiceInTroubleIsNotAskedOneByOne_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorCategory>("category");
        QTest::newRow("too many calls") << 429 << ErrorCategory::RateLimited;
        QTest::newRow("server") << 502 << ErrorCategory::Server;
    }
    void aServiceInTroubleIsNotAskedOneByOne()
    {
        QFETCH(int, status);
        QFETCH(ErrorCategory, category);
        answerBatches([status](const Call &) { return Answer{.body = "no", .status = status}; });
        for (const auto &album : load({1, 2, 3})) {
            QVERIFY(!album);
            QCOMPARE(album.error().category, category);
        }
        QCOMPARE(batchesAsked().size(), 1);
        QCOMPARE(singlesAsked(), 0);
    }

    void whoIsAnsweredByAnotherSlotsCallGivesItsOwnRightBack()
    {
        auto limits = test::Road::unlimited();
        limits.concurrency = 2;
        m_spotify = std::make_unique<SpotifyRoad>(limits);
        answerBatches(&wholeBatch);
        auto &road = m_spotify->road;
        m_slots = m_spotify->makeSlots(2);
        for (const auto &slot : m_slots)
            slot.http->prepay(road.tryEnter());
        QVERIFY(!road.tryEnter());
        auto first = m_loader->album(*m_slots[0].client, albumId(1));
        QVERIFY(!road.tryEnter()); // the one who gathers keeps its own
        auto second = m_loader->album(*m_slots[1].client, albumId(2));
        QVERIFY(road.tryEnter());
        QVERIFY(QCoro::waitFor(std::move(first)));
        QVERIFY(QCoro::waitFor(std::move(second)));
    }

    void aStopEndsTheWaitOfAll()
    {
        m_slots = m_spotify->makeSlots(3);
        std::vector<AlbumTask> tasks;
        tasks.reserve(m_slots.size());
        for (std::size_t i = 0; i < m_slots.size(); ++i)
            tasks.push_back(m_loader->album(*m_slots[i].client, albumId(static_cast<int>(i) + 1)));
        m_spotify->road.stop.stop();
        for (auto &task : tasks) {
            const auto album = QCoro::waitFor(std::move(task));
            QVERIFY(!album);
            QCOMPARE(album.error().category, ErrorCategory::Cancelled);
        }
        QVERIFY(m_spotify->server().calls().isEmpty());
    }
};

QTEST_GUILESS_MAIN(AlbumLoaderTest)
#include "tst_albumloader.moc"
