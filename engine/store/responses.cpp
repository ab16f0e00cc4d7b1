// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/responses.h"

#include "store/store.h"

namespace linernotes
{
namespace
{

/// An answer in JSON shrinks to an eighth at zlib's third level, which takes half the time of the sixth.
constexpr int compression = 3;
/// So many answers later it is time to look how much has gathered.
constexpr int tidyEvery = 1000;

QString text(const QByteArray &ascii)
{
    return ascii.isEmpty() ? QStringLiteral("") : QString::fromLatin1(ascii); // a null one would be NULL
}

} // namespace

std::optional<CachedResponse> Responses::find(const CacheKey &key)
{
    auto rows = m_database.execute("responses.find", {key.service, text(key.url), ResponseCache::version});
    if (!rows.next())
        return std::nullopt;
    constexpr qsizetype ofNothing = 4; // qCompress's length, and no more
    const auto compressed = rows.bytes(1);
    const auto body = qUncompress(compressed);
    if (body.isEmpty() && compressed.size() > ofNothing)
        return std::nullopt; // damaged: it is asked for again
    return CachedResponse{.status = static_cast<int>(rows.integer(0)),
                          .body = body,
                          .etag = rows.text(2).toLatin1(),
                          .storedAt = rows.instant(3),
                          .freshUntil = rows.instant(4),
                          .keptUntil = rows.instant(5)};
}

void Responses::keep(const CacheKey &key, const CachedResponse &response)
{
    m_database.execute("responses.keep",
                       {key.service, text(key.url), ResponseCache::version, response.status, response.body,
                        qint64(response.body.size()), text(response.etag), toMillis(response.storedAt),
                        toMillis(response.freshUntil), toMillis(response.keptUntil)});
}

void Responses::remove(const CacheKey &key)
{
    m_database.execute("responses.remove", {key.service, text(key.url)});
}

qint64 Responses::clear(const QString &service)
{
    m_database.execute("responses.note_clearing", {service, toMillis(m_database.now())});
    return m_database.execute("responses.clear", {service}).changed();
}

QMap<QString, Instant> Responses::clearings()
{
    QMap<QString, Instant> clearings;
    auto rows = m_database.execute("responses.clearings");
    while (rows.next())
        clearings[rows.text(0)] = rows.instant(1);
    return clearings;
}

std::vector<CacheHolding> Responses::holdings()
{
    std::vector<CacheHolding> holdings;
    auto rows = m_database.execute("responses.holdings", {toMillis(m_database.now())});
    while (rows.next()) {
        holdings.push_back(
            {.service = rows.text(0), .answers = rows.integer(1), .bytes = rows.integer(2), .fresh = rows.integer(3)});
    }
    return holdings;
}

void Responses::tidy(qint64 mostBytes)
{
    m_database.execute("responses.expire", {toMillis(m_database.now())});
    m_database.execute("responses.outdate", {ResponseCache::version});
    for (;;) {
        {
            auto rows = m_database.execute("responses.total");
            if (!rows.next() || rows.integer(0) <= mostBytes)
                return;
        }
        if (m_database.execute("responses.drop_oldest").changed() <= 0)
            return;
    }
}

QFuture<Result<std::optional<CachedResponse>>> StoredResponseShelf::find(const CacheKey &key)
{
    return m_store.query(
        [key](Database &database) -> Result<std::optional<CachedResponse>> { return Responses(database).find(key); });
}

void StoredResponseShelf::keep(const CacheKey &key, const CachedResponse &response)
{
    auto compressed = response;
    compressed.body = qCompress(response.body, compression);
    const bool isTimeToTidy = ++m_kept % tidyEvery == 0;
    m_store.transact([key, compressed, isTimeToTidy](Database &database) -> Result<bool> {
        Responses responses(database);
        responses.keep(key, compressed);
        if (isTimeToTidy)
            responses.tidy();
        return true;
    });
}

void StoredResponseShelf::remove(const CacheKey &key)
{
    m_store.transact([key](Database &database) -> Result<bool> {
        Responses(database).remove(key);
        return true;
    });
}

} // namespace linernotes
