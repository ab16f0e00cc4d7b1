// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "messages/stageid.h"

#include <QFuture>

#include <optional>

namespace linernotes
{

class Store;

/// What the window and the commands do with a stage. Every function returns at once; the answers come from the store's
/// writer. It counts in every process on the database, within a second.
class StageActions
{
public:
    static constexpr Milliseconds longestPause = std::chrono::days(366);

    explicit StageActions(Store &store)
        : m_store(store)
    {
    }

    /// What is in flight is finished; the rest waits, over restarts too. nullopt: until it is resumed. InvalidInput: a
    /// time that is none, or longer than longestPause.
    QFuture<Result<bool>> pause(StageId stage, std::optional<Milliseconds> forTime);
    /// False: it was not paused.
    QFuture<Result<bool>> resume(StageId stage);

private:
    Store &m_store;
};

} // namespace linernotes
