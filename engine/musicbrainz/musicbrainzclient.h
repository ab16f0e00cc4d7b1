// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "http/httpclient.h"
#include "musicbrainz/musicbrainztypes.h"

#include <QUrlQuery>

#include <memory>
#include <optional>
#include <vector>

namespace linernotes::musicbrainz
{

/// MusicBrainz's web service, version 2 (musicbrainz.org/doc/MusicBrainz_API). It takes no key, but wants to know whom
/// to write to (ServiceSettings::contact), and one call a second at most. Builds requests and parses answers. Belongs
/// to one slot.
class Client
{
public:
    explicit Client(std::unique_ptr<HttpClient> http)
        : m_http(std::move(http))
    {
    }

    /// Whose these web addresses are; they have to be written as MusicBrainz keeps them (Spotify's without language
    /// and query). Unknown ones are missing.
    QCoro::Task<Result<std::vector<AddressOwner>>> owners(QStringList addresses, bool fresh = false);
    /// With links and aliases.
    QCoro::Task<Result<Artist>> artist(QString id, bool fresh = false);

    /// As fresh as the slot's run wants it.
    [[nodiscard]] Instant wantedSince() const { return m_http->wantedSince(); }

    /// It takes this many addresses in one call (apis.md 3.3); more are cut off without a word.
    static constexpr qsizetype mostAddresses = 100;

private:
    template <typename T>
    QCoro::Task<Result<T>> get(Request request, Result<T> (*parse)(const QByteArray &));
    void heedBar(const Error &error);
    [[nodiscard]] Request request(const QString &path, const QString &endpoint, QUrlQuery query, bool fresh) const;

    const std::unique_ptr<HttpClient> m_http;
};

} // namespace linernotes::musicbrainz
