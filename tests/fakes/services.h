// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakes/road.h"
#include "fixtures/answers.h"
#include "genius/geniusclient.h"
#include "spotify/spotifyclient.h"

namespace linernotes::test
{

/// Spotify's two addresses at one answer server, with the project's own answers.
struct SpotifyService : Road {
    SpotifyService()
        : Road(QStringLiteral("spotify"))
        , session(settingsAt(server.url()), credentials(), clock, [](const QString &, const QString &, qint64) { })
        , client(*http, session)
    {
        server.answer(QStringLiteral("POST /api/token"), ownAnswer(QStringLiteral("spotify/token.json")));
    }
    static Credentials credentials()
    {
        return {.spotifyClientId = QStringLiteral("id"),
                .spotifyClientSecret = QStringLiteral("secret"),
                .geniusAccessToken = {}};
    }
    static Settings settingsAt(const QUrl &url)
    {
        auto settings = Settings::defaults();
        settings.spotify.apiUrl = QUrl(url.toString() + QStringLiteral("/v1"));
        settings.spotifyAccountsUrl = url;
        settings.market = QStringLiteral("SE");
        return settings;
    }
    void answerWith(const QString &request, const char *file)
    {
        server.answer(request, ownAnswer(QLatin1String(file)));
    }

    spotify::Session session;
    spotify::Client client;
};

struct GeniusService : Road {
    GeniusService()
        : session(server.url(), QStringLiteral("token-1"))
        , client(*http, session)
    {
    }
    void answerWith(const QString &request, const char *file)
    {
        server.answer(request, ownAnswer(QLatin1String(file)));
    }

    genius::Session session;
    genius::Client client;
};

} // namespace linernotes::test
