// SPDX-License-Identifier: GPL-3.0-or-later
#include "spotify/session.h"

#include "spotify/spotifyparser.h"

#include <QCryptographicHash>

#include <algorithm>

namespace linernotes::spotify
{
namespace
{

/// As spotipy does (oauth2.py): a token that ends during a call is a wasted call.
constexpr auto renewBefore = std::chrono::seconds(60);
/// Spotify's tokens live for an hour; a number that is out of all reason must not overflow the clock.
constexpr std::chrono::seconds longestLife = std::chrono::hours(24);

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

// What is referred to belongs to the slot, which awaits this or outlives it.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-reference-coroutine-parameters)
QCoro::Task<Result<QString>> Session::token(HttpClient &http)
{
    for (;;) {
        const auto boarding = board(http.service().name());
        if (boarding.atHand)
            co_return *boarding.atHand;
        if (boarding.isMine) {
            const auto fetched = co_await fetch(http, boarding.basic);
            land(*boarding.flight, fetched);
        } else {
            // Whoever waits must not keep the right to a call: the one who fetches may need it.
            http.returnPrepaid();
            co_await sleepFor(http.service().settings().timeout, boarding.flight->landed.future(), http.stop());
        }
        if (http.stop().isStopped())
            co_return failure(ErrorCategory::Cancelled, QStringLiteral("stopped"));
        const auto outcome = outcomeOf(*boarding.flight);
        if (outcome)
            co_return *outcome;
    }
}

Session::Boarding Session::board(const QString &service)
{
    const std::scoped_lock lock(m_mutex);
    Boarding boarding;
    if (m_clientId.isEmpty() || m_clientSecret.isEmpty()) {
        boarding.atHand = failure({.category = ErrorCategory::Auth,
                                   .message = QStringLiteral("Spotify's client id and secret are missing"),
                                   .service = service});
        return boarding;
    }
    if (!m_token.isEmpty() && m_clock.now() + renewBefore < m_tokenEnd) {
        boarding.atHand = m_token;
        return boarding;
    }
    boarding.isMine = !m_flight;
    if (boarding.isMine) {
        m_flight = std::make_shared<Flight>();
        m_flight->credentials = m_credentials;
        m_flight->landed.start();
        boarding.basic = "Basic " + (m_clientId + QLatin1Char(':') + m_clientSecret).toUtf8().toBase64();
    }
    boarding.flight = m_flight;
    return boarding;
}

void Session::land(Flight &flight, const Result<Token> &token)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_flight.reset();
        if (token) {
            flight.outcome = token->accessToken;
            if (flight.credentials == m_credentials) {
                m_token = token->accessToken;
                m_tokenEnd = m_clock.now() + std::min(longestLife, std::chrono::seconds(token->expiresInSeconds));
            }
        } else {
            flight.outcome = failure(token.error());
        }
    }
    flight.landed.finish();
}

/// Nothing while it flies, when it was made with credentials that are no longer ours, or when the one who made it was
/// stopped: then a new one has to be made. A failure counts for all who waited, or each would fail by itself in turn.
std::optional<Result<QString>> Session::outcomeOf(const Flight &flight) const
{
    const std::scoped_lock lock(m_mutex);
    if (!flight.outcome || flight.credentials != m_credentials)
        return std::nullopt;
    if (!*flight.outcome && flight.outcome->error().category == ErrorCategory::Cancelled)
        return std::nullopt;
    return flight.outcome;
}

// What is referred to belongs to the slot, which awaits this or outlives it.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-reference-coroutine-parameters)
QCoro::Task<Result<Token>> Session::fetch(HttpClient &http, QByteArray basic)
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
            error.message = QStringLiteral("Spotify refused the client id or secret: %1").arg(error.message);
        }
        co_return failure(error);
    }
    auto parsed = parseToken(response->body);
    if (!parsed) {
        auto error = parsed.error(); // without evidence: the body may hold the token
        error.service = http.service().name();
        error.endpoint = request.endpoint;
        co_return failure(error);
    }
    co_return parsed;
}

void Session::invalidate(const QString &token)
{
    const std::scoped_lock lock(m_mutex);
    if (m_token == token)
        m_token.clear();
}

bool Session::hasToken() const
{
    const std::scoped_lock lock(m_mutex);
    return !m_token.isEmpty() && m_clock.now() < m_tokenEnd;
}

void Session::setCredentials(const Credentials &credentials, const QMap<QString, qint64> &abilities)
{
    const std::scoped_lock lock(m_mutex);
    m_clientId = credentials.spotifyClientId;
    m_clientSecret = credentials.spotifyClientSecret;
    ++m_credentials;
    m_token.clear();
    m_abilities = abilities;
    m_refusals.clear();
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

int Session::refusedAgain(const QString &name)
{
    const std::scoped_lock lock(m_mutex);
    return ++m_refusals[name];
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
