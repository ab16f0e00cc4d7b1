// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "store/database.h"

#include <QString>

#include <optional>

namespace linernotes
{

/// Where a message is. It is always at one place.
enum class MessagePlace {
    Ready, ///< could be read now
    Delayed, ///< is tried again later
    Leased, ///< a slot works on it
    Held, ///< its run is paused
    Archived,
    Dead,
    Replayed, ///< was a dead letter, and another message does its work
    Discarded,
};

/// One message as it stands now.
struct MessageStanding {
    qint64 id = 0;
    MessagePlace place = MessagePlace::Ready;
    QString queue;
    qint64 runId = 0;
    QString message; ///< JSON as it was sent
    qint64 readCount = 0;
    std::optional<qint64> failures; ///< attempts that failed and were counted; not kept of one that is archived
    Instant enqueuedAt;
    Instant since; ///< came to its place; of one in a queue: when it can be read, or its lease ends
    bool operator==(const MessageStanding &) const = default;
};

/// It is a dead letter, or was one: DeadLetterActions::letter() tells the rest.
[[nodiscard]] inline bool isLetter(const MessageStanding &message)
{
    return message.place >= MessagePlace::Dead;
}

/// nullopt: there is no such message, or no more. Works inside the transaction of its Database; throws SqlFailure.
std::optional<MessageStanding> messageStanding(Database &database, qint64 id);

} // namespace linernotes
