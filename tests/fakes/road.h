// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakes/answerserver.h"
#include "fakes/quotabook.h"
#include "http/httpclient.h"

#include <qcorotask.h>

#include <memory>

namespace linernotes::test
{

/// A service at an answer server, and the road to it, without limits of its own unless a test sets some.
struct Road {
    explicit Road(const QString &name = QStringLiteral("genius"), ServiceSettings wanted = unlimited())
        : clock(fromMillis(1'800'000'000'000))
        , settings(std::move(wanted))
        , cache(clock)
        , book(clock)
        , service(name, settings, clock, book)
        , network(HttpClient::makeNetwork())
        , http(makeClient())
    {
        service.open();
    }

    static ServiceSettings unlimited()
    {
        return {.apiUrl = {}, .requestsPerSecond = 0, .concurrency = 0, .timeout = std::chrono::seconds(5)};
    }
    [[nodiscard]] std::unique_ptr<HttpClient> makeClient()
    {
        return std::make_unique<HttpClient>(*network, service, cache, StopToken(stop));
    }
    [[nodiscard]] Request to(const QString &path, Milliseconds cacheFor = Milliseconds(0)) const
    {
        return {.url = QUrl(server.url().toString() + path), .endpoint = path, .cacheFor = cacheFor};
    }
    [[nodiscard]] Result<Response> get(const QString &path) const { return QCoro::waitFor(http->send(to(path))); }

    /// A call's passage where the road is free at this moment.
    [[nodiscard]] PassagePtr tryEnter() { return service.tryEnter({}).passage; }

    AnswerServer server;
    MovableClock clock;
    ServiceSettings settings;
    ResponseCache cache;
    FakeQuotaBook book;
    Service service;
    StopSource stop;
    std::unique_ptr<QNetworkAccessManager> network;
    std::unique_ptr<HttpClient> http;
};

} // namespace linernotes::test
