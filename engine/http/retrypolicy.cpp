// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/retrypolicy.h"

#include <algorithm>

namespace linernotes
{
namespace
{

constexpr Milliseconds firstBackoff = std::chrono::seconds(2);
constexpr Milliseconds longestBackoff = std::chrono::minutes(5);
constexpr Milliseconds leastBackoff{100};

/// Full jitter: anywhere between nothing and the exponential bound, so that those that failed together do not come
/// back together.
Milliseconds backoff(int attempts, double chance)
{
    const auto bound = std::min<Milliseconds>(firstBackoff * (1LL << std::min(attempts, 10)), longestBackoff);
    return std::max(leastBackoff, Milliseconds(static_cast<qint64>(static_cast<double>(bound.count()) * chance)));
}

} // namespace

int mostAttempts(ErrorCategory category)
{
    constexpr int ofATimeout = 5;
    constexpr int otherwise = 8;
    return category == ErrorCategory::Timeout ? ofATimeout : otherwise;
}

RetryDecision decideRetry(const FailedTry &failed)
{
    using Action = RetryDecision::Action;
    switch (failed.category) {
    case ErrorCategory::RateLimited:
    case ErrorCategory::ServiceDown:
    case ErrorCategory::Cancelled:
        return {.action = Action::GiveBack};
    case ErrorCategory::Network:
        if (failed.unreached)
            return {.action = Action::GiveBack, .delay = backoff(failed.attempts, failed.chance)};
        [[fallthrough]];
    case ErrorCategory::Timeout:
    case ErrorCategory::Server:
        if (failed.attempts + 1 >= mostAttempts(failed.category) || failed.failingFor >= retryDeadline)
            return {.action = Action::Bury};
        return {.action = Action::Retry, .delay = backoff(failed.attempts, failed.chance)};
    case ErrorCategory::Auth:
        return {.action = Action::AskForCredentials};
    case ErrorCategory::Database:
        return {.action = Action::Pause};
    case ErrorCategory::NotFound:
    case ErrorCategory::InvalidRequest:
    case ErrorCategory::InvalidResponse:
    case ErrorCategory::InvalidMessage:
    case ErrorCategory::InvalidInput:
    case ErrorCategory::Poison:
    case ErrorCategory::Ambiguous:
        return {.action = Action::Bury};
    }
    Q_UNREACHABLE();
}

} // namespace linernotes
