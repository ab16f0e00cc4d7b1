// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spotify/session.h"
#include "spotify/spotifytypes.h"

#include <QUrlQuery>

namespace linernotes::spotify
{

/// The Spotify Web API as a client of today has to speak it (the facts: developer.spotify.com/documentation/web-api and
/// the reports that the parsers and abilities name). Builds requests and parses answers; a page size or a batch that is
/// refused is learned and remembered. Belongs to one slot.
class Client
{
public:
    /// Both must outlive the client.
    Client(HttpClient &http, Session &session)
        : m_http(http)
        , m_session(session)
    {
    }

    QCoro::Task<Result<Page<Artist>>> searchArtist(QString name);
    QCoro::Task<Result<Artist>> artist(QString id);
    /// `groups` of album, single, compilation, appears_on.
    QCoro::Task<Result<Page<AlbumSummary>>> artistAlbums(QString artistId, qint64 offset, QString groups,
                                                         QString market = {});
    /// With the first tracks in it: the one call where two would do.
    QCoro::Task<Result<Album>> album(QString id);
    QCoro::Task<Result<Page<Track>>> albumTracks(QString albumId, qint64 offset);
    /// For the ISRC, where it is needed; an album does not tell it.
    QCoro::Task<Result<Track>> track(QString id);

    /// 20 ids at most, each once, answered by position; nullopt for an unknown id. 403 (an app made since February
    /// 2026) is remembered: hasAlbumBatch() is false from then on.
    QCoro::Task<Result<std::vector<std::optional<Album>>>> albums(QStringList ids);
    [[nodiscard]] bool hasAlbumBatch() const;
    /// 50 ids at most; otherwise as albums(). With their ISRCs, which an album does not tell.
    QCoro::Task<Result<std::vector<std::optional<Track>>>> tracks(QStringList ids);
    [[nodiscard]] bool hasTrackBatch() const;
    static bool hasTrackBatch(const Session &session);

    [[nodiscard]] StopToken stop() const { return m_http.stop(); }
    [[nodiscard]] Instant now() const { return m_http.service().clock().now(); }
    /// Answers from before then are not what the slot's message wants.
    [[nodiscard]] Instant wantedSince() const { return m_http.wantedSince(); }
    /// The slot's right to a call, given back where another slot's call answers for it too.
    void returnPrepaid() { m_http.returnPrepaid(); }

private:
    template <typename T>
    using Parser = Result<T> (*)(const QByteArray &);

    [[nodiscard]] Request request(const QString &path, const QString &endpoint, QUrlQuery query,
                                  Milliseconds cacheFor) const;
    QCoro::Task<Result<Response>> authorized(Request request);
    template <typename T>
    QCoro::Task<Result<T>> get(Request request, Parser<T> parse);
    template <typename T>
    QCoro::Task<Result<T>> getBatch(QString ability, QString endpoint, QStringList ids, Parser<T> parse);
    template <typename T>
    QCoro::Task<Result<T>> getPage(QString ability, QString path, QString endpoint, QUrlQuery query, Parser<T> parse);

    bool neverWorked(const QString &ability, const Error &error);

    HttpClient &m_http;
    Session &m_session;
};

} // namespace linernotes::spotify
