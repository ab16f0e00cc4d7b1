// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <memory>

namespace linernotes
{

/// Work on many while it goes on: how far it has come, and its end before the last. From any thread.
struct BulkWatch {
    std::atomic<qint64> done{0};
    std::atomic<bool> isCancelled{false}; ///< what is done stays done
};
using BulkWatchPtr = std::shared_ptr<BulkWatch>;

/// For work in batches (Store::transactInBatches): told after each, it says whether the next is wanted.
inline bool goesOn(const BulkWatchPtr &watch, qint64 done)
{
    if (watch)
        watch->done = done;
    return !watch || !watch->isCancelled;
}

} // namespace linernotes
