// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credentialstore.h"

#include "core/foruser.h"
#include "core/whendone.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace linernotes
{
namespace
{

const auto spotifyName = QStringLiteral("spotify");
const auto idKey = QStringLiteral("client_id");
const auto secretKey = QStringLiteral("client_secret");
const auto tokenKey = QStringLiteral("access_token");

bool isSpotify(const QString &service)
{
    return service == spotifyName;
}

/// `given` with the service's own replaced by `other`'s.
void replace(Credentials &given, const QString &service, const Credentials &other)
{
    if (isSpotify(service)) {
        given.spotifyClientId = other.spotifyClientId;
        given.spotifyClientSecret = other.spotifyClientSecret;
    } else {
        given.geniusAccessToken = other.geniusAccessToken;
    }
}

QString toEntry(const QString &service, const Credentials &given)
{
    const auto object = isSpotify(service)
        ? QJsonObject{{idKey, given.spotifyClientId}, {secretKey, given.spotifyClientSecret}}
        : QJsonObject{{tokenKey, given.geniusAccessToken}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Credentials fromEntry(const QString &entry)
{
    const auto object = QJsonDocument::fromJson(entry.toUtf8()).object();
    return {.spotifyClientId = object.value(idKey).toString().trimmed(),
            .spotifyClientSecret = object.value(secretKey).toString().trimmed(),
            .geniusAccessToken = object.value(tokenKey).toString().trimmed()};
}

} // namespace

QString originName(CredentialsOrigin origin)
{
    switch (origin) {
    case CredentialsOrigin::None:
        return QStringLiteral("none");
    case CredentialsOrigin::Session:
        return QStringLiteral("session");
    case CredentialsOrigin::Keychain:
        return QStringLiteral("keychain");
    case CredentialsOrigin::Environment:
        return QStringLiteral("environment");
    }
    Q_UNREACHABLE();
}

bool hasCredentials(const Credentials &credentials, const QString &service)
{
    return isSpotify(service) ? credentials.hasSpotify() : credentials.hasGenius();
}

CredentialStore::CredentialStore(std::unique_ptr<Keychain> keychain, Credentials environment, QObject *parent)
    : QObject(parent)
    , m_keychain(std::move(keychain))
    , m_environment(std::move(environment))
{
}

const QStringList &CredentialStore::services()
{
    static const QStringList names{spotifyName, QStringLiteral("genius")};
    return names;
}

QFuture<bool> CredentialStore::read()
{
    auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    m_problem = ForUser::tr("The keychain has not answered yet: it may be locked."); // who gives up waiting says so
    m_isLocked = false;
    readNext(0, promise);
    return promise->future();
}

/// One after another: who asks for several at once asks for the password as often, and so does who goes on asking.
void CredentialStore::readNext(qsizetype service, const std::shared_ptr<QPromise<bool>> &promise)
{
    if (service < services().size() && !m_isLocked) {
        const auto &name = services().at(service);
        whenDone(m_keychain->read(name), this, [this, service, name, promise](const Keychain::Reading &reading) {
            if (service == 0)
                m_problem.clear();
            take(name, reading);
            readNext(service + 1, promise);
        });
        return;
    }
    promise->addResult(m_problem.isEmpty());
    promise->finish();
    Q_EMIT changed();
}

QFuture<bool> CredentialStore::readUnlessLocked()
{
    auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    const auto give = [promise](bool isRead) {
        promise->addResult(isRead);
        promise->finish();
    };
    whenDone(m_keychain->isLocked(), this, [this, give](bool isLocked) {
        if (!isLocked) {
            whenDone(read(), this, give);
            return;
        }
        m_problem = ForUser::tr("The keychain is locked.");
        m_isLocked = true;
        give(false);
        Q_EMIT changed();
    });
    return promise->future();
}

QFuture<bool> CredentialStore::unlock()
{
    auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    const auto give = [promise](bool isRead) {
        promise->addResult(isRead);
        promise->finish();
    };
    whenDone(m_keychain->unlock(), this, [this, give](bool isOpen) {
        if (isOpen)
            whenDone(read(), this, give);
        else
            give(false);
    });
    return promise->future();
}

void CredentialStore::take(const QString &service, const Keychain::Reading &reading)
{
    if (!reading) {
        m_problem = reading.error().message;
        m_isLocked = reading.error().category == ErrorCategory::Auth;
        return;
    }
    m_kept.remove(service);
    if (!*reading)
        return;
    const auto kept = fromEntry(**reading);
    if (hasCredentials(kept, service))
        m_kept.insert(service, kept);
    else
        m_problem = ForUser::tr("What the keychain has for “%1” is not as Linernotes writes it.").arg(service);
}

CredentialsOrigin CredentialStore::origin(const QString &service) const
{
    if (m_session.contains(service))
        return hasCredentials(m_session.value(service), service) ? CredentialsOrigin::Session : CredentialsOrigin::None;
    if (m_kept.contains(service))
        return CredentialsOrigin::Keychain;
    return isInEnvironment(service) ? CredentialsOrigin::Environment : CredentialsOrigin::None;
}

bool CredentialStore::isKept(const QString &service) const
{
    return m_kept.contains(service);
}

bool CredentialStore::isInEnvironment(const QString &service) const
{
    return hasCredentials(m_environment, service);
}

Credentials CredentialStore::credentials() const
{
    auto all = m_environment;
    for (const auto &service : services()) {
        if (m_session.contains(service))
            replace(all, service, m_session.value(service));
        else if (m_kept.contains(service))
            replace(all, service, m_kept.value(service));
    }
    return all;
}

void CredentialStore::useForSession(const QString &service, const Credentials &given)
{
    m_session.insert(service, given);
    Q_EMIT changed();
}

QFuture<Result<bool>> CredentialStore::keep(const QString &service, const Credentials &given)
{
    auto promise = std::make_shared<QPromise<Result<bool>>>();
    promise->start();
    whenDone(m_keychain->write(service, toEntry(service, given)), this,
             [this, service, given, promise](const Result<bool> &written) {
                 if (written) {
                     m_kept.insert(service, given);
                     m_session.remove(service);
                     m_problem.clear();
                     Q_EMIT changed();
                     if (m_isLocked) // it was opened for this: what else it has is known now
                         read();
                 } else {
                     m_problem = written.error().message;
                 }
                 promise->addResult(written);
                 promise->finish();
             });
    return promise->future();
}

QFuture<Result<bool>> CredentialStore::forget(const QString &service)
{
    auto promise = std::make_shared<QPromise<Result<bool>>>();
    promise->start();
    whenDone(m_keychain->erase(service), this, [this, service, promise](const Result<bool> &erased) {
        if (erased) {
            const bool wasKept = m_kept.remove(service) > 0;
            m_session.remove(service);
            Q_EMIT changed();
            promise->addResult(Result<bool>(wasKept));
        } else {
            m_problem = erased.error().message;
            promise->addResult(erased);
        }
        promise->finish();
    });
    return promise->future();
}

} // namespace linernotes
