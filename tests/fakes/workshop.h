// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakes/spotifyroad.h"
#include "store/messagequeue.h"
#include "store/operations.h"
#include "workers/albumdiscovery.h"
#include "workers/stage.h"

#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>
#include <mutex>

namespace linernotes::test
{

/// Where an answer waits until the test lets it go.
class Gate
{
public:
    void open()
    {
        const std::scoped_lock lock(m_mutex);
        m_isOpen = true;
        m_opened.notify_all();
    }
    void pass()
    {
        std::unique_lock lock(m_mutex);
        m_opened.wait(lock, [this] { return m_isOpen; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_opened;
    bool m_isOpen = false;
};

/// The stage of album pages at work in the test's thread, on a real database file, over a clock that the test moves;
/// and a second connection to that file, as another process has it.
class Workshop
{
public:
    explicit Workshop(int slotCount = 1, int concurrency = 0)
        : spotify(patient(concurrency))
        , m_path(m_folder.filePath(QStringLiteral("workshop.sqlite")))
        , store(std::move(*Store::open(m_path, spotify.road.clock)))
        , other(std::move(*Database::open(m_path, Database::Access::ReadWrite, spotify.road.clock)))
        , stage(StageId::AlbumDiscovery, slotCount,
                {*store, spotify.road.service, [] { return QStringList(QStringLiteral("artists")); },
                 spotify.road.cache, std::chrono::days(30)},
                [this](HttpClient &http) { return std::make_unique<Slot>(http, spotify.session); })
        , m_run(Operations(*other).startRun(QStringLiteral("test")))
    {
    }
    ~Workshop()
    {
        gate.open();
        stop();
    }
    Workshop(const Workshop &) = delete;
    Workshop &operator=(const Workshop &) = delete;

    void start()
    {
        m_isStarted = true;
        stage.start();
    }
    /// Returns when every slot has finished its message or given it back.
    void stop()
    {
        bool isFinished = !std::exchange(m_isStarted, false);
        QObject::connect(&stage, &Stage::finished, &stage, [&isFinished] { isFinished = true; });
        stage.stop();
        if (!QTest::qWaitFor([&isFinished] { return isFinished; }))
            qFatal("the stage does not end");
    }
    qint64 send(int artist, Milliseconds delay = Milliseconds(0))
    {
        const AlbumDiscoveryMessage message{.artistId = spotifyId(QStringLiteral("artist"), artist)};
        return MessageQueue(*other).sendText(m_run, queue, toJson(message), delay);
    }
    /// Every page has one album, that of the artist's number, and is the last.
    static Answer page(const Call &call)
    {
        const auto number = call.path().section(QLatin1Char('/'), 2, 2).right(4).toInt();
        return {.body = bytes(pageObject({albumObject(number, QStringLiteral("Album"))}))};
    }
    void answerPages() { spotify.server().answerBy(&page); }
    void refuse(int status, const QByteArray &body = {}, const Answer::Headers &headers = {})
    {
        spotify.server().answerBy(
            [=](const Call &) { return Answer{.body = body, .status = status, .headers = headers}; });
    }
    [[nodiscard]] qsizetype pagesAsked() const { return spotify.road.server.count(QStringLiteral("GET /artists/")); }

    [[nodiscard]] QueueMetrics metrics(StageId id = StageId::AlbumDiscovery) const
    {
        return MessageQueue(*other).metrics(queueName(id));
    }
    [[nodiscard]] bool booksAddUp() const { return MessageQueue(*other).violations().empty(); }
    [[nodiscard]] QVariant value(const QString &sql) const
    {
        auto rows = other->executeText(sql);
        return rows.next() ? rows.value(0) : QVariant();
    }
    [[nodiscard]] qint64 number(const QString &sql) const { return value(sql).toLongLong(); }
    [[nodiscard]] Instant now() const { return spotify.road.clock.now(); }

    const QString queue = queueName(StageId::AlbumDiscovery);
    Gate gate;
    SpotifyRoad spotify;

private:
    struct Slot final : Worker {
        Slot(HttpClient &http, spotify::Session &session)
            : client(http, session)
            , worker(client, {QStringLiteral("album")})
        {
        }
        QCoro::Task<Result<Effects>> process(AnyMessage message) override { return worker.process(message); }
        spotify::Client client;
        AlbumDiscovery worker;
    };
    static ServiceSettings patient(int concurrency)
    {
        auto settings = Road::unlimited();
        settings.concurrency = concurrency;
        settings.timeout = std::chrono::minutes(1);
        return settings;
    }

    QTemporaryDir m_folder;
    const QString m_path;
    bool m_isStarted = false;

public:
    std::unique_ptr<Store> store;
    std::unique_ptr<Database> other;
    Stage stage;

private:
    qint64 m_run;
};

} // namespace linernotes::test
