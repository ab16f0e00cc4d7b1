// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless/session.h"

#include "environment.h"
#include "headless/credentialsreading.h"
#include "headless/databaseclaim.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace linernotes
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Session", text);
}

Result<std::unique_ptr<demo::DemoServer>> startDemo(demo::Face face, Settings &settings, Credentials &credentials)
{
    auto server = std::make_unique<demo::DemoServer>(demo::DemoCatalogue::builtin(), face);
    if (const auto started = server->start(); !started)
        return failure(ErrorCategory::Network, tr("The demo services can't be started: %1").arg(started.error()));
    // Enough for all of the demo's artists and some of them again; who asks for more sees what the real one does.
    if (face == demo::Face::Development2026)
        server->setSpotifyQuota({.calls = 1500, .window = std::chrono::hours(24), .isDaily = true});
    settings.spotify.apiUrl = server->spotifyApiUrl();
    settings.spotifyAccountsUrl = server->spotifyAccountsUrl();
    settings.genius.apiUrl = server->geniusApiUrl();
    settings.musicbrainz.apiUrl = server->musicbrainzApiUrl();
    settings.musicbrainz.contact = QStringLiteral("demo@localhost");
    // Fast, and slow enough to watch the pipeline work.
    constexpr double demoRate = 60;
    for (auto *service : {&settings.spotify, &settings.genius, &settings.musicbrainz}) {
        service->requestsPerSecond = demoRate;
        service->leastPerSecond = demoRate;
        service->window = std::chrono::seconds(1);
        service->concurrency = 0;
    }
    credentials = {.spotifyClientId = server->clientId(),
                   .spotifyClientSecret = server->clientSecret(),
                   .geniusAccessToken = server->geniusToken()};
    return server;
}

Result<void> makeSure(const CommandLine &line, Session::Use use, const QString &path)
{
    if (use != Session::Use::Work && use != Session::Use::Window && !QFileInfo::exists(path)) {
        return failure(ErrorCategory::InvalidInput,
                       tr("There is no database at %1 yet: it comes with the first artist that is seeded, or the first "
                          "setting that is set. Another is named with --database.")
                           .arg(QDir::toNativeSeparators(path)));
    }
    if (use == Session::Use::Read)
        return {};
    // The demo's own file was never anything else, also before there were marks.
    const auto unmarked = path == ownDatabase(Catalogue::Demo) ? Catalogue::Demo : Catalogue::Real;
    return claimDatabase(path, line.demo ? Catalogue::Demo : Catalogue::Real, unmarked);
}

} // namespace

QString databaseOf(const CommandLine &line)
{
    const auto named = namedDatabase(line.database);
    return named.isEmpty() ? ownDatabase(line.demo ? Catalogue::Demo : Catalogue::Real) : named;
}

Result<Session> Session::open(const CommandLine &line, Use use)
{
    return open(line, use, line.demo ? Credentials() : readCredentials(Patience::Brief)->credentials());
}

Result<Session> Session::open(const CommandLine &line, Use use, const Credentials &credentials)
{
    Session session;
    session.isDemo = line.demo;
    Engine::Options options;
    options.overrides = line.settings;
    options.databasePath = databaseOf(line);
    options.isWatched = use == Use::Window;
    if (auto sure = makeSure(line, use, options.databasePath); !sure)
        return failure(sure.error());
    if (line.demo) {
        auto server = startDemo(line.demoFace.value_or(demo::Face::Legacy), options.settings, options.credentials);
        if (!server)
            return failure(server.error());
        session.demo = std::move(*server);
    } else {
        if (auto applied = applyEnvironment(options.settings); !applied)
            return failure(applied.error());
        options.credentials = credentials;
    }
    auto engine = Engine::open(options);
    if (!engine)
        return failure(engine.error());
    session.engine = std::move(*engine);
    return session;
}

} // namespace linernotes
