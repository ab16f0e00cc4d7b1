// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "telemetry/event.h"

#include <span>
#include <vector>

namespace linernotes
{

/// The events as they are kept: the newest 200,000, and none older than a setting says. Works inside the transaction of
/// its Database; throws SqlFailure.
class Events
{
public:
    static constexpr qint64 mostKept = 200'000;

    explicit Events(Database &database, qint64 most = mostKept)
        : m_database(database)
        , m_most(most)
    {
    }

    void add(std::span<const Event> events);
    /// Removes at most so many of the oldest that are too many or older than `keptFor`.
    void trim(Milliseconds keptFor, int mostRows);

    /// The newest first.
    [[nodiscard]] std::vector<Event> page(const EventQuery &query);
    /// Those that came after the one of this id, the oldest first.
    [[nodiscard]] std::vector<Event> after(qint64 id, int limit);
    /// Warnings and errors, or errors alone, since then: the most frequent first.
    [[nodiscard]] std::vector<EventGroup> groups(EventLevel least, Instant since, int limit);

private:
    void entitle(std::vector<EventGroup> &groups, EventLevel least, Instant since);

    Database &m_database;
    qint64 m_most;
};

} // namespace linernotes
