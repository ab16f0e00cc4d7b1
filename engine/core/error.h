// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace linernotes
{

/// What kind of failure it was. The category alone decides what happens to the message that met it
/// (http/retrypolicy.h has the table).
enum class ErrorCategory {
    RateLimited, ///< 429, or our own window or quota is used up. Not the message's fault.
    ServiceDown, ///< the service's circuit is open
    Network, ///< no connection, reset, DNS
    Timeout, ///< no complete answer in time
    Server, ///< 5xx
    Auth, ///< 401 twice, 403: credentials are missing, wrong or not entitled
    NotFound, ///< 404
    InvalidRequest, ///< 400: the service refused what we asked
    InvalidResponse, ///< the answer is not as documented; the message names the path of the field
    InvalidMessage, ///< the queued message cannot be understood
    Poison, ///< the program died over it, again and again
    Ambiguous, ///< a name that fits several artists, or none well enough; a person has to choose
    Database, ///< disk full, locked, damaged
    InvalidInput, ///< what the user gave can't be used
    Cancelled, ///< we stopped it ourselves
};

/// A failure as a value: a category for the program and a text for people. Never contains a secret.
struct Error {
    ErrorCategory category = ErrorCategory::InvalidInput;
    QString message = {}; ///< one sentence for people, translated where the user sees it
    int httpStatus = 0; ///< 0 where no answer came
    QString service = {}; ///< "spotify", "genius"; empty where no service took part
    QString endpoint = {}; ///< path of the call with ids masked, e.g. "/albums/{id}"
    QByteArray evidence =
        {}; ///< the beginning of the offending answer (4 KiB at most), or what a person needs to decide (JSON)
    std::optional<Instant> retryAt = {}; ///< RateLimited, ServiceDown, Server: not before this time
    bool unreached = false; ///< Network: no connection came about, so nothing was asked

    bool operator==(const Error &) const = default;
};

/// Stable name as kept in the database and shown in JSON: "RateLimited", "Network", …
QString categoryName(ErrorCategory category);
/// nullopt for a name that is none of ours.
std::optional<ErrorCategory> categoryFromName(const QString &name);

} // namespace linernotes
