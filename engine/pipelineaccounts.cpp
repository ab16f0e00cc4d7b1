// SPDX-License-Identifier: GPL-3.0-or-later
// Who we are to the services, and what is remembered of them from one start to the next: the other half of Pipeline.
#include "core/whendone.h"
#include "pipeline.h"
#include "store/messagequeue.h"
#include "store/operations.h"

namespace linernotes
{
namespace
{

const auto spotifyName = QStringLiteral("spotify");
const auto geniusName = QStringLiteral("genius");

QMap<QString, qint64> abilitiesOfSpotify(Database &database, const QString &client)
{
    QMap<QString, qint64> abilities;
    const auto all = Operations(database).abilities(client);
    const auto prefix = spotifyName + QLatin1Char('.');
    for (auto ability = all.cbegin(); ability != all.cend(); ++ability) {
        if (ability.key().startsWith(prefix))
            abilities.insert(ability.key().mid(prefix.size()), ability.value());
    }
    return abilities;
}

} // namespace

/// In the writer's turn: leases are looked through too, since the machine's clock may have been set back.
QFuture<Result<Pipeline::Remembered>> Pipeline::remembered()
{
    return m_store.transact([client = m_spotifySession.fingerprint()](Database &database) -> Result<Remembered> {
        MessageQueue(database).boundLeases(Stage::visibility);
        Circuits circuits(database);
        return Remembered{.blocks = Quotas(database).blocks(),
                          .client = client,
                          .abilities = abilitiesOfSpotify(database, client),
                          .circuits = circuits.records(),
                          .wishes = circuits.wishes(),
                          .clearings = Responses(database).clearings()};
    });
}

void Pipeline::restore(const Remembered &remembered)
{
    for (const auto &block : remembered.blocks) {
        if (auto *service = serviceNamed(block.service))
            service->restoreBlock(block.until, block.reason);
    }
    if (remembered.client == m_spotifySession.fingerprint()) // others may have been given meanwhile
        m_spotifySession.restore(remembered.abilities);
    m_wishes = remembered.wishes;
    follow(remembered.clearings);
    for (auto *service : m_services) {
        if (remembered.circuits.contains(service->name()))
            service->restoreCircuit(remembered.circuits.value(service->name()));
        service->overrideCircuit(m_wishes.value(service->name()).override);
    }
}

void Pipeline::checkSpotify()
{
    if (m_credentials.hasSpotify())
        m_spotify.credentialsChanged();
    else
        m_spotify.needCredentials(QStringLiteral("Spotify's client id and secret are missing"));
}

void Pipeline::checkGenius()
{
    if (m_credentials.hasGenius())
        m_genius.credentialsChanged();
    else
        m_genius.needCredentials(QStringLiteral("Genius's access token is missing"));
}

/// What one service has against its credentials stands, whatever the other one is given.
void Pipeline::setCredentials(const Credentials &credentials)
{
    const auto before = std::exchange(m_credentials, credentials);
    const bool isOtherApp = before.spotifyClientId != credentials.spotifyClientId;
    if (before.hasSpotify() && credentials.hasSpotify() && isOtherApp)
        forgetRefusal(m_spotify);
    if (isOtherApp || before.spotifyClientSecret != credentials.spotifyClientSecret)
        takeSpotify();
    if (before.geniusAccessToken == credentials.geniusAccessToken)
        return;
    if (before.hasGenius() && credentials.hasGenius())
        forgetRefusal(m_genius);
    takeGenius();
}

void Pipeline::tryCredentialsAgain(const QString &service)
{
    if (service != geniusName)
        takeSpotify();
    if (service != spotifyName)
        takeGenius();
}

void Pipeline::heardThatTheyWork(const QString &service)
{
    const auto *known = serviceNamed(service);
    if (known && known->needsCredentials())
        tryCredentialsAgain(service);
}

/// What was learned of the app is known before the first call.
void Pipeline::takeSpotify()
{
    m_spotifySession.setCredentials(m_credentials, {});
    if (!m_credentials.hasSpotify()) {
        checkSpotify();
        return;
    }
    const auto client = m_spotifySession.fingerprint();
    const auto reading = m_store.query(
        [client](Database &database) -> Result<QMap<QString, qint64>> { return abilitiesOfSpotify(database, client); });
    whenDone(reading, this, [this, client](const Result<QMap<QString, qint64>> &abilities) {
        if (abilities && client == m_spotifySession.fingerprint())
            m_spotifySession.restore(*abilities);
        checkSpotify();
        ringAll();
    });
}

void Pipeline::takeGenius()
{
    m_geniusSession.setToken(m_credentials.geniusAccessToken);
    checkGenius();
    ringAll();
}

/// It was another account's: at worst the new one is refused once too.
void Pipeline::forgetRefusal(Service &service)
{
    const auto forgetting = m_store.transact([name = service.name()](Database &database) -> Result<bool> {
        Quotas(database).unblock(name);
        return true;
    });
    whenDone(forgetting, this, [this, &service](const Result<bool> &done) {
        if (!done)
            return;
        service.unblock();
        ringAll();
    });
}

} // namespace linernotes
