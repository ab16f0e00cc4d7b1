// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ratelimitheaders.h"

#include <QHash>
#include <QTest>

using namespace linernotes;
using namespace std::chrono_literals;

using Headers = QHash<QByteArray, QByteArray>;
Q_DECLARE_METATYPE(Headers)
using Stated = std::optional<StatedQuota>;
Q_DECLARE_METATYPE(Stated)

/// What services say of their quota in the headers of their answers.
class RateLimitHeadersTest : public QObject
{
    Q_OBJECT

    static constexpr Instant now = Instant(1'800'000'000s);

private Q_SLOTS:
    void theDialectsAreUnderstood_data()
    {
        QTest::addColumn<Headers>("headers");
        QTest::addColumn<Stated>("stated");
        const auto row = [](const char *name, const Headers &headers, const Stated &stated) {
            QTest::newRow(name) << headers << stated;
        };
        row("GitHub", {{"X-RateLimit-Remaining", "12"}, {"X-RateLimit-Reset", "1800000060"}},
            StatedQuota{12, now + 60s});
        row("seconds from now", {{"X-RateLimit-Remaining", "12"}, {"X-RateLimit-Reset", "30"}},
            StatedQuota{12, now + 30s});
        row("draft of the IETF", {{"RateLimit-Remaining", "0"}, {"RateLimit-Reset", "5"}}, StatedQuota{0, now + 5s});
        row("Discogs, plenty", {{"X-Discogs-Ratelimit", "60"}, {"X-Discogs-Ratelimit-Remaining", "59"}},
            StatedQuota{60, now + 60s});
        row("Discogs, nearly used up", {{"X-Discogs-Ratelimit", "60"}, {"X-Discogs-Ratelimit-Remaining", "3"}},
            StatedQuota{3, now + 60s});
        row("none", {}, {});
        row("only a reset", {{"X-RateLimit-Reset", "1800000060"}}, {});
        row("only what is left", {{"X-RateLimit-Remaining", "12"}}, {});
        row("a reset in the past", {{"X-RateLimit-Remaining", "12"}, {"X-RateLimit-Reset", "1799999999"}}, {});
        row("an absurd reset", {{"X-RateLimit-Remaining", "12"}, {"X-RateLimit-Reset", "1900000000"}}, {});
        row("an overflow", {{"X-RateLimit-Remaining", "12"}, {"X-RateLimit-Reset", "9223372036854775807"}}, {});
        row("not a number", {{"X-RateLimit-Remaining", "many"}, {"X-RateLimit-Reset", "30"}}, {});
        row("fewer than none", {{"X-RateLimit-Remaining", "-1"}, {"X-RateLimit-Reset", "30"}}, {});
    }
    void theDialectsAreUnderstood()
    {
        QFETCH(Headers, headers);
        QFETCH(Stated, stated);
        QVERIFY(statedQuota([&headers](const char *name) { return headers.value(name); }, now) == stated);
    }
};

QTEST_GUILESS_MAIN(RateLimitHeadersTest)
#include "tst_ratelimitheaders.moc"
