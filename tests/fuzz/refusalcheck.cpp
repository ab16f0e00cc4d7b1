// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks.h"
#include "claims.h"
#include "core/servicerefusal.h"
#include "http/ratelimitheaders.h"

#include <QHash>

namespace linernotes::fuzz
{
namespace
{

void checkHeaders(const QByteArray &head, Claims &claims)
{
    QHash<QByteArray, QByteArray> headers;
    for (const auto &line : head.split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon >= 0)
            headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1));
    }
    constexpr qint64 november2026 = 1'795'000'000'000;
    const auto now = fromMillis(november2026);
    const auto quota = statedQuota([&](const char *name) { return headers.value(QByteArray(name).toLower()); }, now);
    if (!quota)
        return;
    claims.that(quota->calls >= 0, "a quota is no negative number");
    claims.that(quota->until > now, "a quota ends in the future");
    claims.that(quota->until - now <= std::chrono::hours(24), "no window is longer than a day");
}

bool isOneLine(const QString &text)
{
    constexpr qsizetype longest = 300;
    return text.size() <= longest && text == text.simplified();
}

} // namespace

QString checkRefusal(const QByteArray &input)
{
    Claims claims;
    constexpr QByteArrayView separator("\n\n");
    const auto end = input.indexOf(separator);
    checkHeaders(end < 0 ? QByteArray() : input.left(end), claims);
    const auto refusal = parseRefusal(end < 0 ? input : input.mid(end + separator.size()));
    claims.that(isOneLine(refusal.message), "a message is one line of at most 300 characters");
    claims.that(isOneLine(refusal.reason), "a reason is one line of at most 300 characters");
    return claims.broken();
}

} // namespace linernotes::fuzz
