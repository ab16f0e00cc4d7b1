// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QtGlobal>

namespace linernotes::test
{

/// What went wrong; without it the test ends.
template <typename T>
Error errorOf(const Result<T> &result)
{
    if (result)
        qFatal("an error was expected");
    return result.error();
}

} // namespace linernotes::test
