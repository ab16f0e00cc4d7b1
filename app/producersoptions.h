// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"
#include "commandline.h"

namespace linernotes
{

/// The arguments of `producers enrich NUMBER…`.
Options optionsOf(ProducersCommand &command);
Result<void> takePlainArgument(ProducersCommand &command, const QString &argument, bool &hasAction);
Result<void> checkComplete(const ProducersCommand &command, bool hasAction);

} // namespace linernotes
