// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "genius/geniustypes.h"
#include "http/httpclient.h"

#include <QUrlQuery>

#include <mutex>
#include <vector>

namespace linernotes::genius
{

/// The access token as all slots share it. Thread-safe.
class Session
{
public:
    Session(QUrl apiUrl, QString token)
        : m_apiUrl(std::move(apiUrl))
        , m_token(std::move(token))
    {
    }
    [[nodiscard]] const QUrl &apiUrl() const { return m_apiUrl; }
    [[nodiscard]] QString token() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_token;
    }
    void setToken(const QString &token)
    {
        const std::scoped_lock lock(m_mutex);
        m_token = token;
    }

private:
    const QUrl m_apiUrl;
    mutable std::mutex m_mutex;
    QString m_token;
};

/// The Genius API (docs.genius.com). Only api.genius.com with a token is used; the site's own API refuses programs.
/// Builds requests and parses answers. Belongs to one slot.
class Client
{
public:
    /// Both must outlive the client.
    Client(HttpClient &http, Session &session)
        : m_http(http)
        , m_session(session)
    {
    }

    QCoro::Task<Result<std::vector<SearchHit>>> search(QString text);
    QCoro::Task<Result<Song>> song(qint64 id);
    /// `fresh`: asks the service whatever answer of it is kept.
    QCoro::Task<Result<Artist>> artist(qint64 id, bool fresh = false);

private:
    QCoro::Task<Result<Response>> authorized(Request request);
    template <typename T>
    QCoro::Task<Result<T>> get(QString path, QString endpoint, QUrlQuery query, Result<T> (*parse)(const QByteArray &),
                               Milliseconds keepFor, bool fresh = false);

    HttpClient &m_http;
    Session &m_session;
};

} // namespace linernotes::genius
