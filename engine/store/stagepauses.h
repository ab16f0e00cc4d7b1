// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "messages/stageid.h"
#include "store/database.h"

#include <optional>

namespace linernotes
{

/// A person holds a stage: what is in flight is finished, the rest of its queue waits.
struct StagePause {
    Instant since;
    std::optional<Instant> until; ///< nullopt: until a person lets it go on
    bool operator==(const StagePause &) const = default;
};

/// The stages that are held, for every process on the database. Works inside a transaction; throws SqlFailure.
class StagePauses
{
public:
    explicit StagePauses(Database &database)
        : m_database(database)
    {
    }

    /// One that is held already has its new end.
    void pause(StageId stage, std::optional<Instant> until);
    /// False: it was not held.
    bool resume(StageId stage);
    /// nullopt: it is not held, or not any more.
    std::optional<StagePause> of(const QString &queue);

private:
    Database &m_database;
};

} // namespace linernotes
