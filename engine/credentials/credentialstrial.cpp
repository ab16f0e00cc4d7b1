// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credentialstrial.h"

#include "core/foruser.h"
#include "core/servicerefusal.h"
#include "genius/geniusclient.h"
#include "http/httpclient.h"
#include "spotify/session.h"

#include <QTimer>
#include <QUrlQuery>

namespace linernotes
{
namespace
{

using Kind = CredentialsVerdict::Kind;

/// For both calls and their place in the line; somebody waits for it with a window open.
constexpr std::chrono::seconds patience(30);

/// The token is asked for at another address, which counts nothing: no quota may keep it from being asked.
ServiceSettings accountsSettings(const ServiceSettings &api)
{
    auto settings = api;
    settings.requestsPerSecond = 0;
    settings.leastPerSecond = 0;
    settings.dailyCalls = 0;
    return settings;
}

/// One search tells all: whether the account may call at all, and by the size of the page whether the app is one of
/// today. Of those no page may be larger than ten, an older one gets 50 (apis.md 1.4: 400 "Invalid limit", or empty).
Request spotifyQuestion(const Settings &settings, const QString &token)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("q"), QStringLiteral("a"));
    query.addQueryItem(QStringLiteral("type"), QStringLiteral("artist"));
    query.addQueryItem(QStringLiteral("limit"), QStringLiteral("50"));
    query.addQueryItem(QStringLiteral("market"), settings.market);
    QUrl url(settings.spotify.apiUrl.toString() + QStringLiteral("/search"));
    url.setQuery(query);
    return {.url = url, .endpoint = QStringLiteral("/search"), .authorization = "Bearer " + token.toUtf8()};
}

/// Spotify's token endpoint has one code for both, and other words: “Invalid client”, “Invalid client secret”.
QString wrongOfSpotify(const QString &said)
{
    if (said == QLatin1String("Invalid client secret"))
        return ForUser::tr("Wrong client secret: Spotify says “%1”").arg(said);
    if (said == QLatin1String("Invalid client"))
        return ForUser::tr("Wrong client id: Spotify says “%1”").arg(said);
    return ForUser::tr("Wrong client id or client secret: Spotify says “%1”").arg(said);
}

} // namespace

struct CredentialsTrial::Road {
    Road(const CredentialsTrial &trial, QuotaBook &book, QuotaBook &ownBook, const ServiceSettings &settings)
        : network(HttpClient::makeNetwork())
        , cache(trial.m_clock)
        , accounts(trial.m_service, accountsSettings(settings), trial.m_clock, ownBook)
        , api(trial.m_service, settings, trial.m_clock, book)
        , stop(trial.m_stop)
        , toAccounts(*network, accounts, cache, stop)
        , toApi(*network, api, cache, stop)
    {
        accounts.open();
        api.open();
    }
    ~Road()
    {
        api.close();
        accounts.close();
    }
    Q_DISABLE_COPY_MOVE(Road)

    std::unique_ptr<QNetworkAccessManager> network;
    ResponseCache cache; ///< of its own: the question is always asked
    Service accounts;
    Service api;
    StopToken stop;
    HttpClient toAccounts;
    HttpClient toApi;
};

CredentialsTrial::CredentialsTrial(QString service, Settings settings, Credentials candidates, const Clock &clock,
                                   QuotaBook *book)
    : m_service(std::move(service))
    , m_settings(std::move(settings))
    , m_candidates(std::move(candidates))
    , m_clock(clock)
    , m_ownBook(clock)
    , m_book(book ? book : &m_ownBook)
{
    setObjectName(QStringLiteral("credentials"));
    m_stop.moveToThread(this);
    m_verdict.start();
}

CredentialsTrial::~CredentialsTrial()
{
    m_isGivenUp = true;
    QMetaObject::invokeMethod(&m_stop, &StopSource::stop, Qt::QueuedConnection);
    wait();
}

void CredentialsTrial::run()
{
    {
        QTimer deadline;
        deadline.setSingleShot(true);
        QObject::connect(&deadline, &QTimer::timeout, &m_stop, &StopSource::stop);
        deadline.start(patience);
        const bool isGenius = m_service == QLatin1String("genius");
        Road road(*this, *m_book, m_ownBook, isGenius ? m_settings.genius : m_settings.spotify);
        m_verdict.addResult(QCoro::waitFor(ask(road)));
    }
    m_verdict.finish();
}

// NOLINTBEGIN(cppcoreguidelines-avoid-reference-coroutine-parameters): run() waits for what it lends them
QCoro::Task<CredentialsVerdict> CredentialsTrial::ask(Road &road)
{
    const bool isGenius = m_service == QLatin1String("genius");
    if (isGenius && !m_candidates.hasGenius())
        co_return verdict(Kind::Missing, ForUser::tr("No access token is given."));
    if (!isGenius && !m_candidates.hasSpotify())
        co_return verdict(Kind::Missing, ForUser::tr("Spotify takes both, a client id and a client secret."));
    auto question = isGenius ? askGenius(road) : askSpotify(road);
    co_return co_await std::move(question);
}

QCoro::Task<CredentialsVerdict> CredentialsTrial::askSpotify(Road &road)
{
    spotify::Session session(m_settings, m_candidates, m_clock, nullptr);
    const auto token = co_await session.token(road.toAccounts);
    if (!token)
        co_return verdictOn(token.error());
    const auto request = spotifyQuestion(m_settings, *token);
    const auto answer = co_await road.toApi.send(request);
    if (answer)
        co_return verdict(Kind::Works,
                          ForUser::tr("Works. Spotify grants this app large pages, as it does to older apps."));
    if (answer.error().category == ErrorCategory::InvalidRequest)
        co_return verdict(
            Kind::Works,
            ForUser::tr("Works, in development mode: small pages, no batches and a few hundred calls a day."));
    co_return verdictOn(answer.error());
}

QCoro::Task<CredentialsVerdict> CredentialsTrial::askGenius(Road &road)
{
    genius::Session session(m_settings.genius.apiUrl, m_candidates.geniusAccessToken);
    genius::Client client(road.toApi, session);
    const auto hits = co_await client.search(QStringLiteral("a"));
    if (hits)
        co_return verdict(Kind::Works, ForUser::tr("Works."));
    co_return verdictOn(hits.error());
}
// NOLINTEND(cppcoreguidelines-avoid-reference-coroutine-parameters)

CredentialsVerdict CredentialsTrial::verdictOn(const Error &error) const
{
    constexpr int forbidden = 403;
    const auto words = parseRefusal(error.evidence).message; // the service's own, less what we say of them
    const auto said = words.isEmpty() ? error.message : words;
    const bool isGenius = m_service == QLatin1String("genius");
    const auto name = isGenius ? QStringLiteral("Genius") : QStringLiteral("Spotify");
    switch (error.category) {
    case ErrorCategory::Auth:
        if (error.httpStatus == forbidden && isAboutAccount(said))
            return verdict(
                Kind::AccountRefused,
                ForUser::tr("Right, but the app's owner needs Spotify Premium. Spotify says: “%1”").arg(said));
        if (error.httpStatus == forbidden)
            return verdict(Kind::Forbidden, ForUser::tr("%1 lets this app do nothing: “%2”").arg(name, said));
        return verdict(Kind::Refused,
                       isGenius ? ForUser::tr("Wrong access token: Genius says “%1”").arg(said) : wrongOfSpotify(said));
    case ErrorCategory::RateLimited: {
        auto blocked = verdict(Kind::Blocked, ForUser::tr("No call passes now: %1").arg(error.message));
        blocked.until = error.retryAt;
        return blocked;
    }
    case ErrorCategory::Network:
        return verdict(Kind::NoNetwork, ForUser::tr("%1 was not reached: %2").arg(name, error.message));
    case ErrorCategory::Cancelled:
        return verdict(Kind::NoAnswer,
                       m_isGivenUp
                           ? ForUser::tr("The test was given up, for a setting was changed meanwhile. Test again.")
                           : ForUser::tr("%1 did not answer in time.").arg(name));
    default:
        return verdict(Kind::NoAnswer, ForUser::tr("%1 gave no answer that tells: %2").arg(name, error.message));
    }
}

CredentialsVerdict CredentialsTrial::verdict(CredentialsVerdict::Kind kind, const QString &message) const
{
    return {.service = m_service, .kind = kind, .message = message};
}

} // namespace linernotes
