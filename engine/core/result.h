// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <expected>
#include <utility>

namespace linernotes
{

/// A value, or the reason why there is none. Exceptions do not cross a module's border.
template <typename T>
using Result = std::expected<T, Error>;

/// `return failure(error);` in functions of any Result type.
inline std::unexpected<Error> failure(Error error)
{
    return std::unexpected<Error>(std::move(error));
}

inline std::unexpected<Error> failure(ErrorCategory category, const QString &message)
{
    return std::unexpected<Error>(Error{.category = category, .message = message});
}

} // namespace linernotes
