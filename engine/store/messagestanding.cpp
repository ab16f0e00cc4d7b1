// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/messagestanding.h"

#include <algorithm>
#include <array>

namespace linernotes
{
namespace
{

/// By the names of queue.standing.
MessagePlace placeOf(const QString &name)
{
    static constexpr std::array names{
        std::pair("ready", MessagePlace::Ready),       std::pair("delayed", MessagePlace::Delayed),
        std::pair("leased", MessagePlace::Leased),     std::pair("held", MessagePlace::Held),
        std::pair("archived", MessagePlace::Archived), std::pair("dead", MessagePlace::Dead),
        std::pair("replayed", MessagePlace::Replayed), std::pair("discarded", MessagePlace::Discarded)};
    const auto *found =
        std::ranges::find_if(names, [&name](const auto &place) { return name == QLatin1String(place.first); });
    Q_ASSERT(found != names.end());
    return found->second;
}

} // namespace

std::optional<MessageStanding> messageStanding(Database &database, qint64 id)
{
    auto rows = database.execute("queue.standing", {id, toMillis(database.now())});
    if (!rows.next())
        return {};
    return MessageStanding{.id = id,
                           .place = placeOf(rows.text(0)),
                           .queue = rows.text(1),
                           .runId = rows.integer(2),
                           .message = rows.text(3),
                           .readCount = rows.integer(4),
                           .failures = rows.isNull(5) ? std::nullopt : std::optional(rows.integer(5)),
                           .enqueuedAt = rows.instant(6),
                           .since = rows.instant(7)};
}

} // namespace linernotes
