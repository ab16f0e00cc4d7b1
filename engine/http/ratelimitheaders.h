// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace linernotes
{

/// What a service says of its quota in an answer's headers: how many calls it takes until when.
struct StatedQuota {
    int calls = 0;
    Instant until{};
    bool operator==(const StatedQuota &) const = default;
};

/// Understands three dialects; nullopt: the answer says nothing that can be used.
/// - X-RateLimit-Remaining and -Reset, the reset in seconds since 1970 (GitHub; MusicBrainz,
/// murdos/musicbrainz-userscripts#1066)
///   or in seconds from now;
/// - RateLimit-Remaining and -Reset in seconds from now (the IETF's draft);
/// - X-Discogs-Ratelimit and -Remaining of a moving minute, without a reset (bartve/disconnect#35): while a tenth is
///   left, the calls of a minute are spread over a minute.
/// `header` gives a header's value by its name, empty where there is none.
std::optional<StatedQuota> statedQuota(const std::function<QByteArray(const char *)> &header, Instant now);

/// When a refused call may be tried again: Retry-After as whole seconds or as an HTTP date (RFC 9110 section 10.2.3).
/// Missing, unreadable or past: `otherwise`; more than 48 h is not believed (Spotify's longest seen is 24 h).
Instant retryTime(const QByteArray &retryAfter, Instant now, Milliseconds otherwise = std::chrono::seconds(30));

} // namespace linernotes
