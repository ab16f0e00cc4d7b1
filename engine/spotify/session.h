// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "http/httpclient.h"
#include "settings.h"
#include "spotify/spotifytypes.h"

#include <QMap>
#include <QPromise>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace linernotes::spotify
{

/// What all slots share of one Spotify client id: its token, and what was learned of its abilities. Thread-safe.
class Session
{
public:
    using Learned = std::function<void(const QString &client, const QString &ability, qint64 value)>;

    /// `abilities` as they were learned before; `learned` keeps new ones.
    Session(const Settings &settings, const Credentials &credentials, const Clock &clock, Learned learned);

    [[nodiscard]] const QUrl &apiUrl() const { return m_apiUrl; }
    [[nodiscard]] const QString &market() const { return m_market; }

    /// The current access token; one request for it serves everybody who waits. Renewed a minute before it ends.
    QCoro::Task<Result<QString>> token(HttpClient &http);
    /// A token is at hand.
    [[nodiscard]] bool hasToken() const;
    /// A call was refused with this token: the next one asks anew.
    void invalidate(const QString &token);
    void setCredentials(const Credentials &credentials, const QMap<QString, qint64> &abilities);

    /// Abilities by name, e.g. "page_size.artist_albums", "batch.albums".
    [[nodiscard]] qint64 ability(const QString &name, qint64 otherwise) const;
    void learn(const QString &name, qint64 value);
    /// How often, with this one, a call was refused of which nobody knows whether the app may make it.
    int refusedAgain(const QString &name);
    void restore(const QMap<QString, qint64> &abilities);
    /// Under which the abilities are kept; tells nothing of the id itself.
    [[nodiscard]] QString fingerprint() const;
    static QString fingerprint(const QString &clientId);

private:
    /// One request for a token, and what came of it for all who wait.
    struct Flight {
        quint64 credentials = 0; ///< the version of those it was made with
        QPromise<void> landed;
        std::optional<Result<QString>> outcome;
    };
    struct Boarding {
        std::optional<Result<QString>> atHand; ///< no request is needed, or none is possible
        std::shared_ptr<Flight> flight;
        bool isMine = false;
        QByteArray basic;
    };
    Boarding board(const QString &service);
    void land(Flight &flight, const Result<Token> &token);
    std::optional<Result<QString>> outcomeOf(const Flight &flight) const;
    QCoro::Task<Result<Token>> fetch(HttpClient &http, QByteArray basic);

    const QUrl m_apiUrl;
    const QUrl m_accountsUrl;
    const QString m_market;
    const Clock &m_clock;
    const Learned m_learned;
    mutable std::mutex m_mutex;
    QString m_clientId;
    QString m_clientSecret;
    quint64 m_credentials = 0; ///< their version: what came of old ones says nothing of new ones
    QString m_token;
    Instant m_tokenEnd{};
    std::shared_ptr<Flight> m_flight;
    QMap<QString, qint64> m_abilities;
    QMap<QString, int> m_refusals;
};

} // namespace linernotes::spotify
