// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "credentials/keychain.h"
#include "settings.h"

#include <QFuture>
#include <QMap>
#include <QObject>
#include <QPromise>
#include <QStringList>

#include <memory>

namespace linernotes
{

/// Where the credentials of a service come from. That is also their order: what a person typed a moment ago, then what
/// the keychain keeps, then the environment.
enum class CredentialsOrigin { None, Session, Keychain, Environment };

/// "none", "session", "keychain", "environment", for JSON.
QString originName(CredentialsOrigin origin);

/// The credentials of this program, each service's from one origin as a whole: an id from the keychain never meets a
/// secret from the environment.
///
/// In the keychain they are global, one entry for each service ("linernotes", "spotify" or "genius"), not one for each
/// database: they are those of a person's account at the service, whose quota is the same whatever the results are
/// written to; and a database can be given away. An entry is a small JSON object, so that an id and its secret are
/// written and read together.
///
/// Lives in the thread that made it and is used there; never blocks. Of the secrets nothing is written anywhere else.
class CredentialStore : public QObject
{
    Q_OBJECT

public:
    CredentialStore(std::unique_ptr<Keychain> keychain, Credentials environment, QObject *parent = nullptr);

    static const QStringList &services(); ///< "spotify", "genius"

    /// Asks the keychain; done when it has answered for all services, however. A person may be asked to unlock it,
    /// once.
    QFuture<bool> read();
    /// The same without a word to a person: what is locked stays so.
    QFuture<bool> readUnlessLocked();
    /// Has a person asked again, and reads it. False: it was not opened, or can't be used.
    QFuture<bool> unlock();

    /// As far as they are known by now.
    [[nodiscard]] Credentials credentials() const;
    [[nodiscard]] CredentialsOrigin origin(const QString &service) const;
    /// The keychain's own, whatever goes before it.
    [[nodiscard]] bool isKept(const QString &service) const;
    [[nodiscard]] bool isInEnvironment(const QString &service) const;
    /// Why the keychain can't be used; empty: it can, or was not asked yet.
    [[nodiscard]] const QString &keychainProblem() const { return m_problem; }
    /// There may be credentials in the keychain, but it let nobody in.
    [[nodiscard]] bool isLocked() const { return m_isLocked; }

    /// Of those given only the service's own are looked at; empty ones mean none. For this session, and written
    /// nowhere.
    void useForSession(const QString &service, const Credentials &given);
    /// Into the keychain; on success they are from there.
    QFuture<Result<bool>> keep(const QString &service, const Credentials &given);
    /// Out of the keychain, and out of this session: what the environment has is used. False: none were known to be
    /// kept.
    QFuture<Result<bool>> forget(const QString &service);

Q_SIGNALS:
    /// Which ones are used, or where they come from.
    void changed();

private:
    void readNext(qsizetype service, const std::shared_ptr<QPromise<bool>> &promise);
    void take(const QString &service, const Keychain::Reading &reading);

    std::unique_ptr<Keychain> m_keychain;
    const Credentials m_environment;
    QMap<QString, Credentials> m_session; ///< by service
    QMap<QString, Credentials> m_kept;
    QString m_problem;
    bool m_isLocked = false;
};

/// Whether the service's own are among them, whole.
bool hasCredentials(const Credentials &credentials, const QString &service);

} // namespace linernotes
