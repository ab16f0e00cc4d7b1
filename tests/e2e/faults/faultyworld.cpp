// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/faults/faultyworld.h"

#include <QDeadlineTimer>
#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;

namespace linernotes::test
{
namespace
{

constexpr auto patience = 120s; ///< of a machine that has other things to do
/// What was sent before the refusal was read.
constexpr qint64 inFlightMs = 300;

QString sideOf(const demo::CallInfo &call)
{
    return call.path.section(QLatin1Char('/'), 1, 1);
}

template <typename T>
T resultOf(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000))
        qFatal("the engine did not answer");
    auto result = future.result();
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return *result;
}

} // namespace

/// Up to shortly before the time that a service gave; from there it is seen whether somebody comes too early.
Milliseconds FaultyWorld::nextStep(const PipelineSnapshot &now) const
{
    constexpr Milliseconds ordinary = 5s;
    constexpr Milliseconds shortly = 2s;
    Milliseconds longest{0};
    for (const auto &stage : now.stages) {
        if (stage.waitingUntil && stage.metrics.ready > 0)
            longest = std::max(longest, *stage.waitingUntil - clock.now());
    }
    if (longest <= Milliseconds(0))
        return ordinary;
    return longest > 2 * shortly ? longest - shortly : Milliseconds(500);
}

FaultyWorld::FaultyWorld(demo::Face face)
    : server(demo::DemoCatalogue::builtin(), face)
    , settings(Settings::defaults())
{
    if (!server.start())
        qFatal("the demo services do not start");
    settings.spotify.apiUrl = server.spotifyApiUrl();
    settings.spotifyAccountsUrl = server.spotifyAccountsUrl();
    settings.genius.apiUrl = server.geniusApiUrl();
    settings.musicbrainz.apiUrl = server.musicbrainzApiUrl();
    settings.musicbrainz.contact = QStringLiteral("tests@localhost");
    for (auto *service : {&settings.spotify, &settings.genius, &settings.musicbrainz}) {
        service->requestsPerSecond = 0;
        service->concurrency = 8;
        service->timeout = 2s;
    }
    settings.albumGroups = {QStringLiteral("album"), QStringLiteral("single"), QStringLiteral("compilation"),
                            QStringLiteral("appears_on")};
}

void FaultyWorld::open()
{
    auto opened = Engine::open({.databasePath = databasePath(),
                                .settings = settings,
                                .overrides = {},
                                .credentials = {.spotifyClientId = server.clientId(),
                                                .spotifyClientSecret = server.clientSecret(),
                                                .geniusAccessToken = server.geniusToken()},
                                .clock = &clock});
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    m_engine = std::move(*opened);
}

void FaultyWorld::seed()
{
    resultOf(m_engine->seed(QStringLiteral("run"), {{.artistId = artistId(), .name = {}, .scope = {}}}));
}

PipelineSnapshot FaultyWorld::snapshot()
{
    return *resultOf(m_engine->snapshot());
}

bool FaultyWorld::work()
{
    m_engine->start();
    const QDeadlineTimer end(patience);
    while (!end.hasExpired()) {
        const auto now = snapshot();
        const bool waitsForPerson =
            std::ranges::any_of(now.services, [](const auto &service) { return service.needsCredentials; });
        if (now.unfinishedRuns == 0 || waitsForPerson)
            return true;
        const bool isIdle =
            std::ranges::all_of(now.stages, [](const auto &stage) { return stage.metrics.leased == 0; });
        if (isIdle)
            clock.advance(nextStep(now));
        QTest::qWait(10);
    }
    return false;
}

bool FaultyWorld::repair()
{
    server.setFaults({});
    m_engine->tryCredentialsAgain();
    QTest::qWait(50);
    if (!work())
        return false;
    clock.advance(1h); // what was missing may be there again
    const auto dead = resultOf(m_engine->deadLetters().select({}));
    resultOf(m_engine->deadLetters().replayAll(dead));
    return work();
}

bool FaultyWorld::visitAgain()
{
    m_engine->start();
    const QDeadlineTimer end(patience);
    while (!end.hasExpired()) {
        const auto now = snapshot();
        const auto &people = now.stages.at(static_cast<std::size_t>(StageId::SocialEnrichment)).metrics;
        if (people.pending() == 0)
            return true;
        if (people.leased == 0)
            clock.advance(people.ready == 0 ? Milliseconds(5min) : nextStep(now));
        QTest::qWait(10);
    }
    return false;
}

std::vector<QJsonObject> FaultyWorld::exported(ExportKind kind)
{
    const auto path = m_folder.filePath(QStringLiteral("export.jsonl"));
    resultOf(m_engine->exportRows({.kind = kind, .format = ExportFormat::JsonLines, .path = path}));
    return readJsonLines(path);
}

QString FaultyWorld::compare(bool withMusicBrainz)
{
    const auto violations = resultOf(m_engine->checkConservation());
    if (!violations.empty())
        return QStringLiteral("the books do not add up: ") + violations.front().queue + violations.front().what;
    const auto truth = expectedFindings(server.catalogue(), {artistId()}, withMusicBrainz);
    const auto found = exportedFindings(exported(ExportKind::Producers), exported(ExportKind::Credits),
                                        exported(ExportKind::Profiles));
    if (truth.producers.size() < 100 || truth.credits.size() < 100)
        return QStringLiteral("the run was too small to prove anything");
    if (found.producers != truth.producers)
        return QStringLiteral("producers: ") + difference(found.producers, truth.producers);
    if (found.credits != truth.credits)
        return QStringLiteral("credits: ") + difference(found.credits, truth.credits);
    if (found.profiles != truth.profiles)
        return QStringLiteral("profiles: ") + difference(found.profiles, truth.profiles);
    return {};
}

void FaultyWorld::refuse(std::function<bool(const demo::CallInfo &)> when, const QByteArray &retryAfter,
                         Milliseconds expected, bool isDaily)
{
    const QByteArray body = isDaily
        ? R"({"error":{"status":429,"message":"Too many requests","reason":"QUOTA_EXCEEDED"}})"
        : R"({"error":{"status":429,"message":"API rate limit exceeded"}})";
    demo::Fault fault{.status = 429, .body = body};
    if (!retryAfter.isEmpty())
        fault.headers.append(qMakePair(QByteArray("Retry-After"), retryAfter));
    server.setFaults([this, when = std::move(when), fault, expected](const demo::CallInfo &call) {
        const std::scoped_lock lock(m_mutex);
        auto &[until, since] = m_refused[sideOf(call)];
        if (since.isValid() && since.elapsed() > inFlightMs && clock.now() < until)
            ++m_callsTooEarly;
        if (!when(call))
            return std::optional<demo::Fault>();
        until = clock.now() + expected;
        since.start();
        return std::optional(fault);
    });
}

} // namespace linernotes::test
