// SPDX-License-Identifier: GPL-3.0-or-later
// Messages a second of the whole engine on a catalogue without delay or quota, beside what bare QNetworkAccessManager
// GETs a second the same server gives with the same number in flight, in one run. Prints one JSON object and fails
// where the bar is missed.
#include "bars.h"
#include "demo/demoserver.h"
#include "engine.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>
#include <memory>
#include <vector>

using namespace linernotes;

namespace
{

constexpr int threads = 5;
constexpr int slotsPerThread = 8;
constexpr qint64 getSpanMs = 4000;

/// Keeps `slotsPerThread` GETs of a song in flight in its thread until it is stopped.
class Getter : public QObject
{
public:
    Getter(QUrl url, QByteArray authorization, std::atomic<qint64> &count, std::atomic<bool> &stop)
        : m_request(url)
        , m_count(count)
        , m_stop(stop)
    {
        m_request.setRawHeader("Authorization", authorization);
    }

    void start()
    {
        m_network = std::make_unique<QNetworkAccessManager>();
        for (int i = 0; i < slotsPerThread; ++i)
            get();
    }

private:
    void get()
    {
        if (m_stop)
            return thread()->quit();
        auto *reply = m_network->get(m_request);
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            if (reply->error() != QNetworkReply::NoError)
                qFatal("%s", qPrintable(reply->errorString()));
            reply->readAll();
            reply->deleteLater();
            ++m_count;
            get();
        });
    }

    QNetworkRequest m_request;
    std::atomic<qint64> &m_count;
    std::atomic<bool> &m_stop;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

double getsPerSecond(const demo::DemoServer &server)
{
    std::atomic<qint64> count{0};
    std::atomic<bool> stop{false};
    std::vector<std::unique_ptr<QThread>> running;
    std::vector<std::unique_ptr<Getter>> getters;
    const auto song = server.catalogue().recordings().front().songId.value();
    const QUrl url(server.geniusApiUrl().toString() + QStringLiteral("/songs/%1?text_format=plain").arg(song));
    for (int i = 0; i < threads; ++i) {
        running.push_back(std::make_unique<QThread>());
        getters.push_back(std::make_unique<Getter>(url, "Bearer " + server.geniusToken().toUtf8(), count, stop));
        getters.back()->moveToThread(running.back().get());
        QObject::connect(running.back().get(), &QThread::started, getters.back().get(), &Getter::start);
        running.back()->start();
    }
    QElapsedTimer timer;
    timer.start();
    QThread::msleep(getSpanMs);
    const double rate = static_cast<double>(count) * 1000.0 / static_cast<double>(timer.elapsed());
    stop = true;
    for (const auto &thread : running)
        thread->wait();
    return rate;
}

Settings unlimited(const demo::DemoServer &server)
{
    auto settings = Settings::defaults();
    settings.spotify.apiUrl = server.spotifyApiUrl();
    settings.spotifyAccountsUrl = server.spotifyAccountsUrl();
    settings.genius.apiUrl = server.geniusApiUrl();
    for (auto *service : {&settings.spotify, &settings.genius}) {
        service->requestsPerSecond = 0;
        service->concurrency = 0;
    }
    settings.slotCounts.fill(slotsPerThread);
    return settings;
}

struct EngineFigures {
    double seconds = 0;
    qint64 messages = 0;
    qint64 credits = 0;
};

EngineFigures runEngine(const demo::DemoServer &server, const QString &path)
{
    auto engine = std::move(*Engine::open({.databasePath = path,
                                           .settings = unlimited(server),
                                           .overrides = {},
                                           .credentials = {.spotifyClientId = server.clientId(),
                                                           .spotifyClientSecret = server.clientSecret(),
                                                           .geniusAccessToken = server.geniusToken()}}));
    std::vector<ArtistDiscoveryMessage> artists;
    for (const auto &artist : server.catalogue().artists())
        artists.push_back({.artistId = artist.spotifyId, .name = {}});
    if (!engine->seed(QStringLiteral("benchmark"), artists).result())
        qFatal("not seeded");
    PipelineSnapshotPtr last;
    QEventLoop loop;
    QObject::connect(engine.get(), &Engine::snapshotChanged, &loop,
                     [&last](const PipelineSnapshotPtr &now) { last = now; });
    QObject::connect(engine.get(), &Engine::idle, &loop, &QEventLoop::quit);
    engine->start();
    loop.exec();
    EngineFigures figures;
    const auto &run = last->runs.front();
    figures.seconds = static_cast<double>((*run.finishedAt - run.createdAt).count()) / 1000.0;
    for (const auto &stage : last->stages)
        figures.messages += stage.metrics.archived;
    figures.credits = last->credits;
    if (last->dead > 0)
        qFatal("%lld dead letters", static_cast<long long>(last->dead));
    return figures;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int artists = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 40;
    demo::DemoServer server(demo::DemoCatalogue::generated({.artists = artists,
                                                            .albumsPerArtist = 10,
                                                            .tracksPerAlbum = 12,
                                                            .people = artists * 120,
                                                            .creditsPerRecording = 4}),
                            demo::Face::Legacy);
    server.setCompression(false);
    if (!server.start())
        qFatal("the demo services can't be started");
    const QTemporaryDir folder;
    const double before = getsPerSecond(server);
    server.reset();
    const auto engine = runEngine(server, folder.filePath(QStringLiteral("throughput.sqlite")));
    const auto calls = server.counts().total;
    const double after = getsPerSecond(server);
    const double gets = (before + after) / 2;
    const double messages = static_cast<double>(engine.messages) / engine.seconds;
    constexpr double leastRatio = 0.5;
    test::Bars bars;
    bars.atLeast(QStringLiteral("messages to bare GETs"), leastRatio, messages / gets);
    return bars.print({{QStringLiteral("benchmark"), QStringLiteral("engine_throughput")},
                       {QStringLiteral("synchronous"), QStringLiteral("FULL")},
                       {QStringLiteral("in_flight"), threads * slotsPerThread},
                       {QStringLiteral("messages"), engine.messages},
                       {QStringLiteral("calls"), calls},
                       {QStringLiteral("credits"), engine.credits},
                       {QStringLiteral("seconds"), engine.seconds},
                       {QStringLiteral("messages_per_second"), messages},
                       {QStringLiteral("calls_per_second"), static_cast<double>(calls) / engine.seconds},
                       {QStringLiteral("bare_gets_per_second_before"), before},
                       {QStringLiteral("bare_gets_per_second_after"), after},
                       {QStringLiteral("ratio_messages_to_gets"), messages / gets}});
}
