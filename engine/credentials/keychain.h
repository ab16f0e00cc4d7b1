// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFuture>
#include <QString>

#include <memory>
#include <optional>

namespace linernotes
{

/// Where a desktop keeps secrets. Used from the GUI's or a command's main thread; the answers come there, some after a
/// person was asked for a password. Errors: ServiceDown where there is no keychain, Auth where it does not let us in;
/// the message is for people.
class Keychain
{
public:
    using Reading = Result<std::optional<QString>>; ///< nullopt: nothing is kept under that name

    Keychain() = default;
    virtual ~Keychain() = default;
    Q_DISABLE_COPY_MOVE(Keychain)

    virtual QFuture<Reading> read(const QString &name) = 0;
    virtual QFuture<Result<bool>> write(const QString &name, const QString &secret) = 0;
    /// There is none of that name afterwards, whether or not there was one: the Secret Service does not tell.
    virtual QFuture<Result<bool>> erase(const QString &name) = 0;

    /// Asks nobody for a password.
    virtual QFuture<bool> isLocked() = 0;
    /// Has a person asked for the keychain's password, where it is locked. False: it still is.
    virtual QFuture<bool> unlock() = 0;

    /// The system's: Secret Service, KWallet, the keychain of macOS, the Credential Manager of Windows. With
    /// LINERNOTES_KEYCHAIN=off, one that is not there.
    static std::unique_ptr<Keychain> ofSystem();
    /// None at all, and why.
    static std::unique_ptr<Keychain> none(const QString &why);
};

} // namespace linernotes
