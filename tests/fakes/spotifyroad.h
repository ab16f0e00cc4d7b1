// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakes/road.h"
#include "fakes/spotifybodies.h"
#include "spotify/spotifyclient.h"

#include <memory>
#include <vector>

namespace linernotes::test
{

/// A road to a server that gives tokens "token-1", "token-2", …, and one client of Spotify on it.
struct SpotifyRoad {
    explicit SpotifyRoad(ServiceSettings limits = Road::unlimited())
        : road(QStringLiteral("spotify"), std::move(limits))
        , session(settingsFor(road.server.url()), credentials(), road.clock,
                  [this](const QString &whose, const QString &ability, qint64 value) {
                      learned.push_back({whose, ability, value});
                  })
        , client(*road.http, session)
    {
        std::vector<Answer> tokens;
        for (int i = 1; i <= 9; ++i)
            tokens.push_back({.body = tokenBody(QStringLiteral("token-%1").arg(i))});
        road.server.answerInTurn(tokenCall, tokens);
    }

    static Settings settingsFor(const QUrl &url)
    {
        auto settings = Settings::defaults();
        settings.spotify.apiUrl = url;
        settings.spotifyAccountsUrl = url;
        settings.market = QStringLiteral("SE");
        return settings;
    }
    static Credentials credentials(const QString &client = QStringLiteral("client"))
    {
        return {.spotifyClientId = client,
                .spotifyClientSecret = QStringLiteral("hush"),
                .geniusAccessToken = QStringLiteral("genius")};
    }
    AnswerServer &server() { return road.server; }
    [[nodiscard]] qsizetype tokenCalls() const { return road.server.count(tokenCall); }
    /// Without those for tokens.
    [[nodiscard]] std::vector<Call> apiCalls() const
    {
        auto calls = road.server.requests();
        std::erase_if(calls, [this](const Call &call) { return call.line() == tokenCall; });
        return calls;
    }

    /// Further slots of the same thread.
    struct Slot {
        std::unique_ptr<HttpClient> http;
        std::unique_ptr<spotify::Client> client;
    };
    std::vector<Slot> makeSlots(int count)
    {
        std::vector<Slot> made;
        for (int i = 0; i < count; ++i) {
            auto http = road.makeClient();
            auto spotify = std::make_unique<spotify::Client>(*http, session);
            made.push_back({std::move(http), std::move(spotify)});
        }
        return made;
    }

    struct Lesson {
        QString client;
        QString ability;
        qint64 value = 0;
        bool operator==(const Lesson &) const = default;
    };

    const QString tokenCall = QStringLiteral("POST /api/token");
    Road road;
    std::vector<Lesson> learned;
    spotify::Session session;
    spotify::Client client;
};

} // namespace linernotes::test
