// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"
#include "commandline.h"

namespace linernotes
{

/// The arguments of `export producers|credits|profiles`.
Options optionsOf(ExportCommand &command);
Result<void> takePlainArgument(ExportCommand &command, const QString &argument, bool &hasKind);
Result<void> checkComplete(const ExportCommand &command, bool hasKind);

} // namespace linernotes
