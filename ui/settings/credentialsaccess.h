// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/credentialstore.h"
#include "credentials/credentialsverdict.h"

#include <QFuture>

#include <functional>

namespace linernotes::ui
{

/// What pages and dialogs need to show, try and keep credentials. The store outlives them.
struct CredentialsAccess {
    using Test = std::function<QFuture<CredentialsVerdict>(const QString &service, const Credentials &candidates)>;

    CredentialStore *store = nullptr;
    Test test;
};

/// "From the keychain, which goes before the environment", "For this session only", "None", "The keychain is locked".
QString originLabel(const CredentialStore &store, const QString &service);

} // namespace linernotes::ui
