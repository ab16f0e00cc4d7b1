// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/credentialsverdict.h"
#include "http/quota.h"
#include "settings.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <vector>

namespace linernotes
{

class CredentialsTrial;

/// Asks the services what they make of credentials, by one real call each (for Spotify also the token's), on the road
/// that every call takes. Nothing of the credentials is kept, and what is learned is not used: the circuit and the
/// session of the work know nothing of it. Each question has a thread of its own; answers come there.
class CredentialsTester
{
public:
    /// `book` counts the calls of those credentials that are in use, and must outlive this; null: there is none.
    CredentialsTester(Settings settings, const Clock &clock, QuotaBook *book);
    /// What is not answered yet is given up.
    ~CredentialsTester();
    CredentialsTester(const CredentialsTester &) = delete;
    CredentialsTester &operator=(const CredentialsTester &) = delete;

    /// `areInUse`: the work goes by them, so that their quota is its quota. Those of another account are asked whatever
    /// is known of ours, and count for nothing.
    QFuture<CredentialsVerdict> test(const QString &service, const Credentials &candidates, bool areInUse);

private:
    const Settings m_settings;
    const Clock &m_clock;
    QuotaBook *m_book;
    std::vector<std::unique_ptr<CredentialsTrial>> m_trials;
};

} // namespace linernotes
