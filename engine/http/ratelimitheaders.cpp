// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ratelimitheaders.h"

#include <QDateTime>
#include <QString>

#include <algorithm>

namespace linernotes
{
namespace
{

using Header = std::function<QByteArray(const char *)>;

/// No service's window is longer: a reset further ahead is not believed.
constexpr Milliseconds longestWindow = std::chrono::hours(24);
constexpr Milliseconds longestTrusted = std::chrono::hours(48);
constexpr Milliseconds discogsWindow = std::chrono::minutes(1);

std::optional<qint64> number(const QByteArray &value)
{
    bool isNumber = false;
    const auto number = value.trimmed().toLongLong(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

int calls(qint64 stated)
{
    constexpr qint64 most = 1'000'000;
    return static_cast<int>(std::min(stated, most));
}

std::optional<StatedQuota> untilReset(const QByteArray &remainingText, const QByteArray &resetText, Instant now)
{
    constexpr qint64 year2001 = 1'000'000'000; // in seconds since 1970; as seconds from now it would be 32 years
    const auto remaining = number(remainingText);
    const auto reset = number(resetText);
    constexpr qint64 year5138 = 100'000'000'000;
    if (!remaining || !reset || *reset > year5138)
        return std::nullopt;
    const auto until = *reset >= year2001 ? fromMillis(*reset * 1000) : now + std::chrono::seconds(*reset);
    if (until <= now || until - now > longestWindow)
        return std::nullopt;
    return StatedQuota{.calls = calls(*remaining), .until = until};
}

std::optional<StatedQuota> ofDiscogs(const Header &header, Instant now)
{
    constexpr qint64 fewLeft = 10; // a tenth
    const auto limit = number(header("X-Discogs-Ratelimit"));
    const auto remaining = number(header("X-Discogs-Ratelimit-Remaining"));
    if (!limit || !remaining)
        return std::nullopt;
    const bool isNearlyUsedUp = *remaining * fewLeft < *limit;
    return StatedQuota{.calls = calls(isNearlyUsedUp ? *remaining : *limit), .until = now + discogsWindow};
}

} // namespace

std::optional<StatedQuota> statedQuota(const Header &header, Instant now)
{
    if (auto quota = untilReset(header("X-RateLimit-Remaining"), header("X-RateLimit-Reset"), now))
        return quota;
    if (auto quota = untilReset(header("RateLimit-Remaining"), header("RateLimit-Reset"), now))
        return quota;
    return ofDiscogs(header, now);
}

Instant retryTime(const QByteArray &retryAfter, Instant now, Milliseconds otherwise)
{
    bool isNumber = false;
    const auto seconds = retryAfter.trimmed().toLongLong(&isNumber);
    Milliseconds wait{0};
    if (isNumber) {
        wait = std::chrono::seconds(
            std::clamp<qint64>(seconds, 0, std::chrono::duration_cast<std::chrono::seconds>(longestTrusted).count()));
    } else {
        // HTTP says GMT and nothing else; Qt's reader wants the zone in figures.
        auto text = QString::fromLatin1(retryAfter.trimmed());
        text.replace(QStringLiteral("GMT"), QStringLiteral("+0000"));
        const auto date = QDateTime::fromString(text, Qt::RFC2822Date);
        if (date.isValid())
            wait = std::min(fromMillis(date.toMSecsSinceEpoch()) - now, longestTrusted);
    }
    return now + (wait > Milliseconds(0) ? wait : otherwise);
}

} // namespace linernotes
