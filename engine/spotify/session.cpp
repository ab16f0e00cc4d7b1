// SPDX-License-Identifier: GPL-3.0-or-later
#include "spotify/session.h"

#include "spotify/spotifyparser.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace linernotes::spotify
{
namespace
{

/// As spotipy does (oauth2.py): a token that ends during a call is a wasted call.
constexpr auto renewBefore = std::chrono::seconds(60);

QString tr(const char *text)
{
    return QCoreApplication::translate("SpotifySession", text);
}

} // namespace

Session::Session(const Settings &settings, const Credentials &credentials, const Clock &clock, Learned learned)
    : m_apiUrl(settings.spotify.apiUrl)
    , m_accountsUrl(settings.spotifyAccountsUrl)
    , m_market(settings.market)
    , m_clock(clock)
    , m_learned(std::move(learned))
    , m_clientId(credentials.spotifyClientId)
    , m_clientSecret(credentials.spotifyClientSecret)
{
}

QCoro::Task<Result<QString>> Session::token(HttpClient &http)
{
    for (;;) {
        std::shared_ptr<Flight> flight;
        QByteArray basic;
        QString clientId;
        bool isMine = false;
        {
            const std::scoped_lock lock(m_mutex);
            if (m_clientId.isEmpty() || m_clientSecret.isEmpty()) {
                co_return failure({.category = ErrorCategory::Auth,
                                   .message = tr("Spotify's client id and secret are missing"),
                                   .service = http.service().name()});
            }
            if (!m_token.isEmpty() && m_clock.now() + renewBefore < m_tokenEnd)
                co_return m_token;
            isMine = !m_flight;
            if (isMine) {
                m_flight = std::make_shared<Flight>();
                m_flight->landed.start();
            }
            flight = m_flight;
            clientId = m_clientId;
            basic = "Basic " + (m_clientId + QLatin1Char(':') + m_clientSecret).toUtf8().toBase64();
        }
        if (!isMine) {
            co_await sleepFor(http.service().settings().timeout, flight->landed.future(), http.stop());
            if (http.stop().isStopped())
                co_return failure(ErrorCategory::Cancelled, tr("stopped"));
            continue;
        }
        auto token = co_await fetch(http, basic, clientId);
        {
            const std::scoped_lock lock(m_mutex);
            m_flight.reset();
        }
        flight->landed.finish();
        co_return token;
    }
}

QCoro::Task<Result<QString>> Session::fetch(HttpClient &http, QByteArray basic, QString clientId)
{
    const Request request{.url = QUrl(m_accountsUrl.toString() + QStringLiteral("/api/token")),
                          .endpoint = QStringLiteral("/api/token"),
                          .authorization = basic,
                          .form = QByteArrayLiteral("grant_type=client_credentials")};
    const auto response = co_await http.send(request);
    if (!response) {
        auto error = response.error();
        // invalid_client comes as 400 (spotify-web-api-java's fixture); whatever 4xx it is, new credentials are needed.
        if (error.category == ErrorCategory::InvalidRequest || error.category == ErrorCategory::Auth) {
            error.category = ErrorCategory::Auth;
            error.message = tr("Spotify refused the client id or secret: %1").arg(error.message);
        }
        co_return failure(error);
    }
    const auto parsed = parseToken(response->body);
    if (!parsed) {
        auto error = parsed.error(); // without evidence: the body may hold the token
        error.service = http.service().name();
        error.endpoint = request.endpoint;
        co_return failure(error);
    }
    const std::scoped_lock lock(m_mutex);
    if (clientId == m_clientId) {
        m_token = parsed->accessToken;
        m_tokenEnd = m_clock.now() + std::chrono::seconds(parsed->expiresInSeconds);
    }
    co_return parsed->accessToken;
}

void Session::invalidate(const QString &token)
{
    const std::scoped_lock lock(m_mutex);
    if (m_token == token)
        m_token.clear();
}

void Session::setCredentials(const Credentials &credentials, const QMap<QString, qint64> &abilities)
{
    const std::scoped_lock lock(m_mutex);
    m_clientId = credentials.spotifyClientId;
    m_clientSecret = credentials.spotifyClientSecret;
    m_token.clear();
    m_abilities = abilities;
}

qint64 Session::ability(const QString &name, qint64 otherwise) const
{
    const std::scoped_lock lock(m_mutex);
    return m_abilities.value(name, otherwise);
}

void Session::learn(const QString &name, qint64 value)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_abilities.contains(name) && m_abilities.value(name) == value)
            return;
        m_abilities.insert(name, value);
    }
    if (m_learned)
        m_learned(fingerprint(), name, value);
}

void Session::restore(const QMap<QString, qint64> &abilities)
{
    const std::scoped_lock lock(m_mutex);
    m_abilities = abilities;
}

QString Session::fingerprint() const
{
    const std::scoped_lock lock(m_mutex);
    return fingerprint(m_clientId);
}

QString Session::fingerprint(const QString &clientId)
{
    constexpr qsizetype length = 16;
    const auto digest = QCryptographicHash::hash(clientId.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.toHex().left(length));
}

} // namespace linernotes::spotify
