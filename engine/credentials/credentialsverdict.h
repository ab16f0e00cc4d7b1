// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QString>

#include <optional>

namespace linernotes
{

/// What a service made of credentials when it was asked with them.
struct CredentialsVerdict {
    enum class Kind {
        Works,
        Missing, ///< there was nothing to ask with
        Refused, ///< wrong id or secret, wrong token
        AccountRefused, ///< right, but the account behind them may not: its owner needs Premium
        Forbidden, ///< right, but the service lets this app or this address do nothing
        Blocked, ///< right, but no call passes until `until`: the quota is used up
        NoNetwork, ///< the service was not reached
        NoAnswer, ///< it was reached, and said nothing that tells
    };
    QString service;
    Kind kind = Kind::Missing;
    QString message = {}; ///< sentences for people; never a secret
    std::optional<Instant> until = {}; ///< Blocked

    [[nodiscard]] bool isWorking() const { return kind == Kind::Works; }
    /// They are the right ones, whether or not they are of use at this moment.
    [[nodiscard]] bool isRight() const
    {
        return kind == Kind::Works || kind == Kind::AccountRefused || kind == Kind::Forbidden || kind == Kind::Blocked;
    }
    bool operator==(const CredentialsVerdict &) const = default;
};

/// "works", "missing", "refused", "account_refused", … for JSON.
QString verdictName(CredentialsVerdict::Kind kind);

} // namespace linernotes
