// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace linernotes
{

/// What happens to a message that could not be processed. The one place that decides it.
struct RetryDecision {
    enum class Action {
        GiveBack, ///< not the message's fault: back, no attempt counted
        Retry, ///< back after `delay`, one attempt counted
        Bury, ///< to the dead letters
        AskForCredentials, ///< back, and the service waits for the user
        Pause, ///< the database can't be used: the engine pauses, the lease runs out by itself
    };
    Action action = Action::Bury;
    Milliseconds delay{0};
    bool operator==(const RetryDecision &) const = default;
};

/// A message that could not be processed, and what it has been through.
struct FailedTry {
    ErrorCategory category = ErrorCategory::Network;
    int attempts = 0; ///< failures counted before this one
    Milliseconds failingFor{0}; ///< since the first of them, without what it stood before a closed road
    bool unreached = false; ///< Network: no connection came about
    double chance = 0; ///< 0 … 1, where in the backoff's range the delay falls
};

/// Failures that a message may have before it is buried. A service in trouble refuses one call in three and takes the
/// next: eight tries in five minutes outlast that. What takes too long five times is too much for it.
[[nodiscard]] int mostAttempts(ErrorCategory category);
/// What has failed for so long is buried, however few the tries were.
inline constexpr Milliseconds retryDeadline = std::chrono::hours(24);

/// | category                                         | action                                                  |
/// | RateLimited, ServiceDown                         | GiveBack; the stage's gate keeps it until the time      |
/// | Network, Timeout, Server                         | Retry with exponential backoff and full jitter; Bury    |
/// |                                                  | after mostAttempts() or retryDeadline                   |
/// | Network where no connection came about           | GiveBack after a backoff: no message is the reason for  |
/// |                                                  | that, so none pays for it, however long it lasts        |
/// | Auth                                             | AskForCredentials                                       |
/// | NotFound, InvalidRequest, InvalidResponse,       | Bury at once                                            |
/// | InvalidMessage, InvalidInput, Poison, Ambiguous  |                                                         |
/// | Database                                         | Pause                                                   |
/// | Cancelled                                        | GiveBack                                                |
RetryDecision decideRetry(const FailedTry &failed);

} // namespace linernotes
