// SPDX-License-Identifier: GPL-3.0-or-later
// What a refusal means: its category, and what the whole service learns from it.
#include "core/servicerefusal.h"
#include "http/httpexchange.h"
#include "http/ratelimitheaders.h"

#include <algorithm>

namespace linernotes
{
namespace
{

/// A used-up quota fills again over a day (your_spotify#411, GuessSong#28): asking twice a minute only prolongs it.
constexpr Milliseconds quotaRetry = std::chrono::hours(1);
constexpr Milliseconds windowRetry = std::chrono::seconds(30);
/// A service in trouble may be well long before the time it gave.
constexpr Milliseconds longestPause = std::chrono::hours(1);

/// MusicBrainz answers too many calls with 503 and "Your requests are exceeding the allowable rate limit"
/// (MusicBrainz_API/Rate_Limiting): the service is well.
bool isAboutRate(int status, const ServiceRefusal &said)
{
    constexpr int unavailable = 503;
    return status == unavailable && said.message.contains(QLatin1String("rate limit"), Qt::CaseInsensitive);
}

} // namespace

/// What is longer than some windows is the day's quota, whether it says so or not (apis.md 1.8).
bool HttpClient::isOfDay(Instant retryAt) const
{
    constexpr int someWindows = 10;
    return retryAt - m_service.clock().now() > someWindows * std::max(windowRetry, m_service.quotaTerms().window);
}

/// 429: by Retry-After, and by its reason where it gives one.
void HttpClient::noteRefusal(const Request &request, const Exchange &exchange, const QString &reason, Error &refused)
{
    const auto now = m_service.clock().now();
    const bool saysQuota = reason == QLatin1String("QUOTA_EXCEEDED");
    refused.retryAt = retryTime(exchange.retryAfter, now, saysQuota ? quotaRetry : windowRetry);
    const bool ofDay = saysQuota || isOfDay(*refused.retryAt);
    refused.message = ofDay ? QStringLiteral("daily quota used up") : QStringLiteral("asked us to slow down");
    m_service.refused({.group = endpointGroup(request.endpoint),
                       .until = *refused.retryAt,
                       .reason = refused.message,
                       .span = ofDay ? QuotaSpan::Day : QuotaSpan::Window});
}

/// 5xx: nobody knocks before the time that the service gives, if it gives one (RFC 9110 section 15.6.4).
void HttpClient::notePause(const Exchange &exchange, Error &refused)
{
    const auto now = m_service.clock().now();
    const auto until = std::min(retryTime(exchange.retryAfter, now, Milliseconds(0)), now + longestPause);
    if (until <= now)
        return;
    refused.retryAt = until;
    m_service.refused({.group = {},
                       .until = until,
                       .reason = QStringLiteral("says that it is not available"),
                       .span = QuotaSpan::Unknown});
}

Error HttpClient::refusal(const Request &request, const Exchange &exchange)
{
    const auto said = parseRefusal(exchange.body);
    auto refused = error(request, ErrorCategory::InvalidRequest, said.message);
    refused.httpStatus = exchange.status;
    refused.evidence = evidenceOf(exchange.body);
    switch (exchange.status) {
    case 401:
    case 403: // a page is the site's guard against robots, which passes (johnwmillr/LyricsGenius#262)
        refused.category = exchange.body.trimmed().startsWith('<') ? ErrorCategory::Server : ErrorCategory::Auth;
        break;
    case 404:
    case 410:
        refused.category = ErrorCategory::NotFound;
        break;
    case 408:
        refused.category = ErrorCategory::Timeout;
        break;
    case 429:
        refused.category = ErrorCategory::RateLimited;
        noteRefusal(request, exchange, said.reason, refused);
        break;
    default:
        if (isAboutRate(exchange.status, said)) {
            refused.category = ErrorCategory::RateLimited;
            noteRefusal(request, exchange, said.reason, refused);
        } else if (exchange.status >= 500) {
            refused.category = ErrorCategory::Server;
            notePause(exchange, refused);
        }
    }
    refused.message = QString::fromUtf8(evidenceOf(refused.message.toUtf8()));
    if (refused.message.isEmpty())
        refused.message = QStringLiteral("HTTP %1 without a word").arg(exchange.status);
    return refused;
}

} // namespace linernotes
