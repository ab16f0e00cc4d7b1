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

/// Attempts that a message has before it is buried.
inline constexpr int mostAttempts = 5;

/// | category                                         | action                                                  |
/// | RateLimited, ServiceDown                         | GiveBack; the stage's gate keeps it until the time      |
/// | Network, Timeout, Server                         | Retry with exponential backoff and full jitter; Bury    |
/// |                                                  | with the fifth failure                                  |
/// | Auth                                             | AskForCredentials                                       |
/// | NotFound, InvalidRequest, InvalidResponse,       | Bury at once                                            |
/// | InvalidMessage, InvalidInput, Poison, Ambiguous  |                                                         |
/// | Database                                         | Pause                                                   |
/// | Cancelled                                        | GiveBack                                                |
/// `attempts`: failures counted before this one. `chance`: 0 … 1, where in the backoff's range the delay falls.
RetryDecision decideRetry(ErrorCategory category, int attempts, double chance);

} // namespace linernotes
