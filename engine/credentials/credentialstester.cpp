// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credentialstester.h"

#include "credentials/credentialstrial.h"

namespace linernotes
{

QString verdictName(CredentialsVerdict::Kind kind)
{
    using Kind = CredentialsVerdict::Kind;
    switch (kind) {
    case Kind::Works:
        return QStringLiteral("works");
    case Kind::Missing:
        return QStringLiteral("missing");
    case Kind::Refused:
        return QStringLiteral("refused");
    case Kind::AccountRefused:
        return QStringLiteral("account_refused");
    case Kind::Forbidden:
        return QStringLiteral("forbidden");
    case Kind::Blocked:
        return QStringLiteral("blocked");
    case Kind::NoNetwork:
        return QStringLiteral("no_network");
    case Kind::NoAnswer:
        return QStringLiteral("no_answer");
    }
    Q_UNREACHABLE();
}

CredentialsTester::CredentialsTester(Settings settings, const Clock &clock, QuotaBook *book)
    : m_settings(std::move(settings))
    , m_clock(clock)
    , m_book(book)
{
}

CredentialsTester::~CredentialsTester() = default;

QFuture<CredentialsVerdict> CredentialsTester::test(const QString &service, const Credentials &candidates,
                                                    bool areInUse)
{
    std::erase_if(m_trials, [](const auto &trial) { return trial->isFinished(); });
    m_trials.push_back(
        std::make_unique<CredentialsTrial>(service, m_settings, candidates, m_clock, areInUse ? m_book : nullptr));
    m_trials.back()->start();
    return m_trials.back()->verdict();
}

} // namespace linernotes
