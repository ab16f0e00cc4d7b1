// SPDX-License-Identifier: GPL-3.0-or-later
// How much of a service's quota the engine uses while it has work, and whether it is ever refused: the demo services
// enforce rolling windows and answer after 80 to 120 ms. Prints one JSON object and fails where a bar is missed.
//
//   quota_use            all scenarios, about six minutes
//   quota_use --short    ten seconds of those with a window of a second
//   quota_use NAME…      these scenarios
#include "bars.h"
#include "calllog.h"
#include "demo/demoserver.h"
#include "engine.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <cmath>
#include <memory>
#include <vector>

using namespace linernotes;
using namespace std::chrono_literals;

namespace
{

constexpr Milliseconds latency = 80ms;
constexpr Milliseconds jitter = 40ms;
constexpr double leastUse = 0.97;
const auto spotify = QStringLiteral("spotify");
const auto genius = QStringLiteral("genius");
/// The argument that makes this program the engine that gets killed.
const auto victim = QStringLiteral("--victim");

enum class Restart {
    None,
    Clean, ///< the engine ends as at Ctrl+Q, and another opens the same database
    Killed, ///< the engine is a process of its own that gets a SIGKILL
};

struct Scenario {
    QString name;
    demo::EnforcedQuota enforced;
    double asked = 0; ///< requests a second that the user allows
    Milliseconds span = 0ms;
    Milliseconds shortSpan = 0ms; ///< 0: too long for a quick look
    Restart restart = Restart::None;

    [[nodiscard]] double enforcedPerSecond() const
    {
        return enforced.calls / std::chrono::duration<double>(enforced.window).count();
    }
    /// The user has set what the service bears: nothing has to be learned.
    [[nodiscard]] bool isKnown() const { return asked <= enforcedPerSecond(); }
    /// Two windows at the end: whatever there is to learn has been learned.
    [[nodiscard]] Milliseconds steadySpan() const { return isKnown() ? span : 2 * enforced.window; }
};

std::vector<Scenario> allScenarios()
{
    const demo::EnforcedQuota second{.calls = 10, .window = 1s};
    const demo::EnforcedQuota halfMinute{.calls = 120, .window = 30s};
    const auto one = [](const char *name, const demo::EnforcedQuota &quota, double asked, Milliseconds span,
                        Milliseconds shortSpan = 0ms, Restart restart = Restart::None) {
        return Scenario{QString::fromLatin1(name), quota, asked, span, shortSpan, restart};
    };
    return {one("second", second, 10, 30s, 10s), one("half_minute", halfMinute, 4, 65s),
            one("unknown_size", halfMinute, 8, 170s), one("restart", second, 10, 40s, 10s, Restart::Clean),
            one("kill", second, 10, 40s, 10s, Restart::Killed)};
}

/// As many in flight as answers take time, with room for those that take longer and for slots that read their message.
int concurrencyFor(double perSecond)
{
    constexpr double room = 4;
    return static_cast<int>(std::ceil(room * perSecond * std::chrono::duration<double>(latency + jitter).count()));
}

struct Addresses {
    QUrl spotifyApi;
    QUrl spotifyAccounts;
    QUrl geniusApi;
};

Settings settingsFor(const Addresses &addresses, double perSecond, double least, Milliseconds window)
{
    auto settings = Settings::defaults();
    settings.spotify.apiUrl = addresses.spotifyApi;
    settings.spotifyAccountsUrl = addresses.spotifyAccounts;
    settings.genius.apiUrl = addresses.geniusApi;
    for (auto *service : {&settings.spotify, &settings.genius}) {
        service->requestsPerSecond = perSecond;
        service->leastPerSecond = least;
        service->window = window;
        service->concurrency = concurrencyFor(perSecond);
    }
    return settings;
}

std::unique_ptr<Engine> openEngine(const QString &path, const Settings &settings, const demo::DemoServer &server)
{
    auto engine = Engine::open({.databasePath = path,
                                .settings = settings,
                                .overrides = {},
                                .credentials = {.spotifyClientId = server.clientId(),
                                                .spotifyClientSecret = server.clientSecret(),
                                                .geniusAccessToken = server.geniusToken()}});
    if (!engine)
        qFatal("%s", qPrintable(engine.error().message));
    return std::move(*engine);
}

/// When a service had work.
class Work
{
public:
    void seen(bool isThere, Instant at)
    {
        if (m_isThere)
            m_spans.back().to = at;
        else if (isThere)
            m_spans.push_back({at, at});
        m_isThere = isThere;
    }
    [[nodiscard]] const std::vector<test::WorkSpan> &spans() const { return m_spans; }

private:
    std::vector<test::WorkSpan> m_spans;
    bool m_isThere = false;
};

bool hasWork(const PipelineSnapshot &snapshot, const QString &service)
{
    const auto firstOfGenius = static_cast<std::size_t>(StageId::ProducerIdentification);
    for (std::size_t i = 0; i < snapshot.stages.size(); ++i) {
        const auto &metrics = snapshot.stages.at(i).metrics;
        if ((i >= firstOfGenius) == (service == genius) && metrics.ready + metrics.leased > 0)
            return true;
    }
    return false;
}

/// One scenario: a world, its services, a database, and the engines that one after the other work on it.
class Trial
{
public:
    explicit Trial(const Scenario &scenario)
        : m_scenario(scenario)
        // A world that lasts: at ten calls a second neither service runs out of work.
        , m_server(demo::DemoCatalogue::generated({.artists = 60,
                                                   .albumsPerArtist = 20,
                                                   .tracksPerAlbum = 12,
                                                   .people = 2000,
                                                   .creditsPerRecording = 4}),
                   demo::Face::Development2026)
        , m_log(m_server)
        , m_path(m_folder.filePath(QStringLiteral("quota.sqlite")))
    {
        if (!m_server.start())
            qFatal("the demo services can't be started");
        m_server.setDelay(latency, jitter);
        m_server.setSpotifyQuota(scenario.enforced);
        m_server.setGeniusQuota(scenario.enforced);
        const double least = scenario.isKnown() ? scenario.asked : 1;
        m_settings = settingsFor({m_server.spotifyApiUrl(), m_server.spotifyAccountsUrl(), m_server.geniusApiUrl()},
                                 scenario.asked, least, scenario.enforced.window);
    }
    ~Trial() { m_server.stop(); }
    Q_DISABLE_COPY_MOVE(Trial)

    void run();
    QJsonObject report(test::Bars &bars) const;

private:
    static Instant now() { return Clock::system().now(); }
    void seed();
    void workInProcess(Milliseconds time);
    void workAndBeKilled(Milliseconds time);
    QJsonObject reportOf(const QString &service, test::Bars &bars) const;

    const Scenario m_scenario;
    const QTemporaryDir m_folder;
    demo::DemoServer m_server;
    test::CallLog m_log;
    const QString m_path;
    Settings m_settings;
    Work m_spotifyWork;
    Work m_geniusWork;
    std::vector<test::WorkSpan> m_restarts;
    Instant m_end;
    PipelineSnapshotPtr m_last;
};

void Trial::seed()
{
    auto engine = openEngine(m_path, m_settings, m_server);
    std::vector<ArtistDiscoveryMessage> artists;
    for (const auto &artist : m_server.catalogue().artists())
        artists.push_back({.artistId = artist.spotifyId, .name = {}});
    if (!engine->seed(QStringLiteral("benchmark"), artists).result())
        qFatal("not seeded");
}

void Trial::run()
{
    seed();
    const bool isTwice = m_scenario.restart != Restart::None;
    if (m_scenario.restart == Restart::Killed)
        workAndBeKilled(m_scenario.span / 2);
    else
        workInProcess(isTwice ? m_scenario.span / 2 : m_scenario.span);
    if (isTwice)
        workInProcess(m_scenario.span / 2);
    if (m_last->dead > 0)
        qFatal("%lld dead letters", static_cast<long long>(m_last->dead));
}

void Trial::workInProcess(Milliseconds time)
{
    auto engine = openEngine(m_path, m_settings, m_server);
    QEventLoop loop;
    QObject::connect(engine.get(), &Engine::snapshotChanged, &loop, [this](const PipelineSnapshotPtr &snapshot) {
        m_last = snapshot;
        m_spotifyWork.seen(hasWork(*snapshot, spotify), now());
        m_geniusWork.seen(hasWork(*snapshot, genius), now());
    });
    m_spotifyWork.seen(true, now());
    engine->start();
    if (!m_restarts.empty())
        m_restarts.back().to = now();
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
    m_end = now();
    m_spotifyWork.seen(hasWork(*m_last, spotify), m_end);
    m_geniusWork.seen(hasWork(*m_last, genius), m_end);
    m_restarts.push_back({m_end, m_end}); // until the next starts, if one does
    engine->stop();
}

void Trial::workAndBeKilled(Milliseconds time)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(),
                  {victim, m_path, m_server.spotifyApiUrl().toString(), m_server.spotifyAccountsUrl().toString(),
                   m_server.geniusApiUrl().toString(), QString::number(m_scenario.asked),
                   QString::number(m_scenario.enforced.window.count())});
    if (!process.waitForStarted())
        qFatal("the engine's process does not start");
    m_spotifyWork.seen(true, now());
    if (process.waitForFinished(static_cast<int>(time.count())))
        qFatal("the engine's process ended by itself");
    process.kill();
    m_end = now();
    process.waitForFinished();
    const auto identifications = m_log.calls(genius);
    if (identifications.empty())
        qFatal("the engine's process did not get to work");
    m_geniusWork.seen(true, identifications.front().at);
    m_spotifyWork.seen(true, m_end);
    m_geniusWork.seen(true, m_end);
    m_restarts.push_back({m_end, m_end});
}

QJsonObject Trial::reportOf(const QString &service, test::Bars &bars) const
{
    const auto calls = m_log.calls(service);
    const auto &work = service == spotify ? m_spotifyWork.spans() : m_geniusWork.spans();
    const auto window = m_scenario.enforced.window;
    const auto steadyFrom = m_end - m_scenario.steadySpan();
    QJsonArray refusedAt;
    qint64 refusedSteady = 0;
    for (const auto &call : calls) {
        if (!call.refused)
            continue;
        refusedAt.append(std::chrono::duration<double>(call.at - work.front().from).count());
        refusedSteady += call.at >= steadyFrom ? 1 : 0;
    }
    const double allowed = m_scenario.enforcedPerSecond();
    const auto whole = test::useWithin(calls, work);
    const double ratio = static_cast<double>(whole.calls) / (allowed * whole.seconds);
    const auto what = m_scenario.name + QLatin1Char(' ') + service;
    bars.atMost(what + QStringLiteral(": 429s in steady state"), 0, static_cast<double>(refusedSteady));
    QJsonObject report{{QStringLiteral("calls"), qint64(calls.size())},
                       {QStringLiteral("work_seconds"), whole.seconds},
                       {QStringLiteral("work_spans"), qint64(work.size())},
                       {QStringLiteral("allowed_while_work_waited"), allowed * whole.seconds},
                       {QStringLiteral("made_while_work_waited"), whole.calls},
                       {QStringLiteral("made_to_allowed"), ratio},
                       {QStringLiteral("refused_at_seconds"), refusedAt},
                       {QStringLiteral("refused_in_steady_state"), refusedSteady},
                       {QStringLiteral("most_in_a_window"), test::mostInWindow(calls, window)},
                       {QStringLiteral("least_reserve_ms"),
                        qint64(test::leastReserve(calls, m_scenario.enforced.calls, window).count())}};
    if (!m_scenario.isKnown()) {
        const auto steady = test::useWithin(calls, work, {{Instant{}, steadyFrom}});
        report.insert(QStringLiteral("made_to_allowed_in_steady_state"),
                      static_cast<double>(steady.calls) / (allowed * steady.seconds));
        return report;
    }
    if (m_scenario.restart == Restart::None) {
        bars.atLeast(what + QStringLiteral(": calls made to allowed"), leastUse, ratio);
        return report;
    }
    const auto without = test::useWithin(calls, work, m_restarts);
    const double withoutRatio = static_cast<double>(without.calls) / (allowed * without.seconds);
    bars.atLeast(what + QStringLiteral(": calls made to allowed, without the restart"), leastUse, withoutRatio);
    report.insert(QStringLiteral("made_to_allowed_without_restart"), withoutRatio);
    return report;
}

QJsonObject Trial::report(test::Bars &bars) const
{
    const auto identified =
        m_last->stages.at(static_cast<std::size_t>(StageId::ProducerIdentification)).metrics.archived;
    const auto perRecording = [](qint64 calls, qint64 recordings) {
        return static_cast<double>(calls) / static_cast<double>(std::max<qint64>(1, recordings));
    };
    const auto spotifyCalls = qint64(m_log.calls(spotify).size());
    const auto geniusCalls = m_log.calls(genius);
    const auto forProfiles = std::ranges::count_if(
        geniusCalls, [](const auto &call) { return call.endpoint == QStringLiteral("GET /genius/artists/{id}"); });
    const auto forSongs = qint64(geniusCalls.size()) - forProfiles;
    QJsonObject report{
        {QStringLiteral("quota_calls"), m_scenario.enforced.calls},
        {QStringLiteral("quota_window_ms"), qint64(m_scenario.enforced.window.count())},
        {QStringLiteral("asked_per_second"), m_scenario.asked},
        {QStringLiteral("concurrency"), m_settings.genius.concurrency},
        {spotify, reportOf(spotify, bars)},
        {genius, reportOf(genius, bars)},
        {QStringLiteral("recordings_found"), m_last->recordings},
        {QStringLiteral("recordings_identified"), identified},
        {QStringLiteral("spotify_calls_per_found_recording"), perRecording(spotifyCalls, m_last->recordings)},
        {QStringLiteral("genius_song_calls_per_identified_recording"), perRecording(forSongs, identified)},
        {QStringLiteral("genius_profile_calls_per_identified_recording"), perRecording(forProfiles, identified)},
        {QStringLiteral("calls_per_identified_recording"),
         perRecording(spotifyCalls, m_last->recordings) + perRecording(qint64(geniusCalls.size()), identified)}};
    if (m_scenario.restart != Restart::None) {
        const auto &restart = m_restarts.front();
        report.insert(QStringLiteral("restart_ms"), qint64((restart.to - restart.from).count()));
    }
    return report;
}

/// Works until it is killed.
int beTheVictim(const QStringList &arguments)
{
    const demo::DemoServer credentials(demo::DemoCatalogue::generated({.artists = 1}));
    const double perSecond = arguments.at(6).toDouble();
    const auto settings = settingsFor({QUrl(arguments.at(3)), QUrl(arguments.at(4)), QUrl(arguments.at(5))}, perSecond,
                                      perSecond, Milliseconds(arguments.at(7).toLongLong()));
    const auto engine = openEngine(arguments.at(2), settings, credentials);
    engine->start();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == victim)
        return beTheVictim(arguments);
    arguments.removeFirst();
    const bool isShort = arguments.removeAll(QStringLiteral("--short")) > 0;
    test::Bars bars;
    QJsonObject reports;
    for (auto scenario : allScenarios()) {
        if (isShort)
            scenario.span = scenario.shortSpan;
        const bool isWanted = arguments.isEmpty() || arguments.contains(scenario.name);
        if (!isWanted || scenario.span == 0ms)
            continue;
        Trial trial(scenario);
        trial.run();
        reports.insert(scenario.name, trial.report(bars));
    }
    return bars.print({{QStringLiteral("benchmark"), QStringLiteral("quota_use")},
                       {QStringLiteral("latency_ms"), qint64(latency.count())},
                       {QStringLiteral("jitter_ms"), qint64(jitter.count())},
                       {QStringLiteral("scenarios"), reports}});
}
