// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "messages/messages.h"
#include "store/effects.h"

#include <qcorotask.h>

namespace linernotes
{

/// One step's work on one message. It asks services and the store's read side, and writes nothing: what it found is
/// returned as effects. Belongs to one slot.
class Worker
{
public:
    virtual ~Worker() = default;
    /// `message` is of the worker's stage.
    virtual QCoro::Task<Result<Effects>> process(AnyMessage message) = 0;
};

} // namespace linernotes
