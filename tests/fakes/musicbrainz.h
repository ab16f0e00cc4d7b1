// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakes/road.h"
#include "musicbrainz/musicbrainzclient.h"

namespace linernotes::test
{

/// MusicBrainz at an answer server, asked beside another road.
struct MusicBrainzService {
    /// `main` must outlive it.
    explicit MusicBrainzService(Road &main)
        : service(QStringLiteral("musicbrainz"), settingsAt(server.url()), main.clock, main.book)
        , client(main.http->beside(service))
    {
        service.open();
    }
    static ServiceSettings settingsAt(const QUrl &url)
    {
        auto settings = Road::unlimited();
        settings.apiUrl = url;
        settings.contact = QStringLiteral("someone@example.org");
        return settings;
    }

    AnswerServer server;
    Service service;
    musicbrainz::Client client;
};

} // namespace linernotes::test
