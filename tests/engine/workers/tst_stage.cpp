// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/services.h"
#include "store/messagequeue.h"
#include "store/operations.h"
#include "workers/artistdiscovery.h"
#include "workers/stage.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linernotes;
using namespace std::chrono_literals;
using test::Answer;
using test::SpotifyService;

/// A stage's slots over a real database file: from the lease to the archive, the retry, the dead letter.
class StageTest : public QObject
{
    Q_OBJECT

    const QString artistId = QStringLiteral("1VKBh8d5CNpE74V3qIiZW7");
    const QString request = QStringLiteral("GET /v1/artists/") + artistId;
    const QString queue = queueName(StageId::ArtistDiscovery);

    /// The client belongs to the slot's own road, the session to all.
    struct Worker final : public linernotes::Worker {
        Worker(HttpClient &http, spotify::Session &session)
            : client(http, session)
            , worker(client)
        {
        }
        QCoro::Task<Result<Effects>> process(AnyMessage message) override { return worker.process(message); }
        spotify::Client client;
        ArtistDiscovery worker;
    };

    struct House {
        House()
            : store(std::move(*Store::open(folder.filePath(QStringLiteral("stage.sqlite")))))
            , stage(StageId::ArtistDiscovery, 2, {*store, spotify.service, {}, spotify.cache, std::chrono::days(30)},
                    [this](HttpClient &http) { return std::make_unique<Worker>(http, spotify.session); })
        {
        }
        ~House() { end(); }
        Q_DISABLE_COPY_MOVE(House)
        void end()
        {
            QSignalSpy finished(&stage, &Stage::finished);
            if (std::exchange(isStarted, false)) {
                stage.stop();
                QVERIFY(finished.wait());
            }
        }
        void start()
        {
            isStarted = true;
            stage.start();
        }
        template <typename Function>
        auto inStore(Function function)
        {
            auto future = store->transact(function);
            return *future.result();
        }
        qint64 send(const QString &text)
        {
            return inStore([text](Database &database) -> Result<qint64> {
                const auto run = Operations(database).startRun(QStringLiteral("test"));
                return MessageQueue(database).sendText(run, queueName(StageId::ArtistDiscovery), text);
            });
        }
        QueueMetrics metrics(StageId id = StageId::ArtistDiscovery)
        {
            return inStore([id](Database &database) -> Result<QueueMetrics> {
                return MessageQueue(database).metrics(queueName(id));
            });
        }
        bool booksAddUp()
        {
            return inStore(
                [](Database &database) -> Result<bool> { return MessageQueue(database).violations().empty(); });
        }

        QTemporaryDir folder;
        SpotifyService spotify;
        std::unique_ptr<Store> store;
        Stage stage;
        bool isStarted = false;
    };

    QString message() const { return toJson(ArtistDiscoveryMessage{.artistId = artistId, .name = {}}); }

private Q_SLOTS:
    void aMessageIsArchivedWithItsEffects()
    {
        House house;
        house.spotify.answerWith(request, "spotify/artist.json");
        house.send(message());
        house.start();
        QTRY_COMPARE(house.metrics().archived, 1);
        QCOMPARE(house.metrics(StageId::AlbumDiscovery).ready, 1);
        QVERIFY(house.booksAddUp());
    }

    void aLostLeaseCommitsNothing()
    {
        House house;
        house.spotify.server.answer(
            request, Answer{.body = test::ownAnswer(QStringLiteral("spotify/artist.json")), .delay = 400ms});
        house.send(message());
        house.start();
        QTRY_COMPARE(house.metrics().leased, 1);
        QTRY_VERIFY(house.spotify.server.count(request) == 1);
        // Its time runs out and another process reads it: the read count is no longer the slot's.
        house.stage.stop(); // no slot of ours reads it again
        const auto stolen = house.inStore([this](Database &database) -> Result<bool> {
            database.executeText(QStringLiteral("UPDATE messages SET vt = 0"));
            return MessageQueue(database).read(queue, 1h).has_value();
        });
        QVERIFY(stolen);
        QSignalSpy finished(&house.stage, &Stage::finished);
        QVERIFY(finished.wait());
        house.isStarted = false;
        QCOMPARE(house.metrics().archived, 0);
        QCOMPARE(house.metrics().leased, 1); // still the thief's
        QCOMPARE(house.metrics(StageId::AlbumDiscovery).sent, 0);
        QVERIFY(house.booksAddUp());
    }

    void aRefusalGivesTheMessageBackWithoutAnAttempt()
    {
        House house;
        house.spotify.server.answer(request, "Too many requests", 429, {{"Retry-After", "3600"}});
        house.send(message());
        house.start();
        QTRY_VERIFY(house.spotify.service.snapshot().blocked);
        QTRY_COMPARE(house.metrics().leased, 0);
        const auto attempts = house.inStore([](Database &database) -> Result<qint64> {
            auto rows = database.executeText(QStringLiteral("SELECT attempts FROM messages"));
            return rows.next() ? rows.integer(0) : -1;
        });
        QCOMPARE(attempts, 0);
        QTest::qWait(200);
        QCOMPARE(house.spotify.server.count(request), 1); // a closed service is not polled
    }

    void aFailureIsCountedAndTriedLater()
    {
        House house;
        house.spotify.server.answer(request, "oops", 502);
        house.send(message());
        house.start();
        const auto attempts = [&] {
            return house.inStore([](Database &database) -> Result<qint64> {
                auto rows = database.executeText(QStringLiteral("SELECT attempts FROM messages"));
                return rows.next() ? rows.integer(0) : -1;
            });
        };
        QTRY_COMPARE(attempts(), 1);
        QCOMPARE(house.metrics().dead, 0);
        QVERIFY(house.booksAddUp());
    }

    void whatCannotBeReadIsBuriedAtOnce_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("no JSON") << QStringLiteral("hello");
        QTest::newRow("neither id nor name") << QStringLiteral("{}");
        QTest::newRow("wrong type") << QStringLiteral("{\"artist_id\":7}");
    }
    void whatCannotBeReadIsBuriedAtOnce()
    {
        QFETCH(QString, text);
        House house;
        house.send(text);
        house.start();
        QTRY_COMPARE(house.metrics().dead, 1);
        const auto category = house.inStore([](Database &database) -> Result<QString> {
            auto rows = database.executeText(QStringLiteral("SELECT category FROM dead_letters"));
            return rows.next() ? rows.text(0) : QString();
        });
        QCOMPARE(category, categoryName(ErrorCategory::InvalidMessage));
        QVERIFY(house.spotify.server.calls().isEmpty());
        QVERIFY(house.booksAddUp());
    }

    void wrongCredentialsHoldTheMessageUntilThereAreOthers()
    {
        House house;
        house.spotify.server.answerInTurn(QStringLiteral("POST /api/token"),
                                          {{.body = R"({"error":"invalid_client"})", .status = 400},
                                           {.body = test::ownAnswer(QStringLiteral("spotify/token.json"))}});
        house.spotify.answerWith(request, "spotify/artist.json");
        house.send(message());
        house.start();
        QTRY_VERIFY(house.spotify.service.snapshot().needsCredentials);
        QTRY_COMPARE(house.metrics().ready, 1);
        QCOMPARE(house.metrics().dead, 0);
        house.spotify.session.setCredentials(SpotifyService::credentials(), {});
        house.spotify.service.credentialsChanged();
        house.stage.ringAll();
        QTRY_COMPARE(house.metrics().archived, 1);
    }

    void aStopGivesBackWhatIsHeld()
    {
        House house;
        house.spotify.server.answer(request, Answer{.manner = Answer::Manner::Never});
        house.send(message());
        house.start();
        QTRY_COMPARE(house.metrics().leased, 1);
        house.end();
        QCOMPARE(house.metrics().leased, 0);
        QCOMPARE(house.metrics().ready, 1);
    }
};

QTEST_GUILESS_MAIN(StageTest)
#include "tst_stage.moc"
