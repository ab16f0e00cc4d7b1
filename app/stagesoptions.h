// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"
#include "commandline.h"

namespace linernotes
{

/// The arguments of `stages list|pause|resume`.
Options optionsOf(StagesCommand &command);
Result<void> takePlainArgument(StagesCommand &command, const QString &argument, bool &hasAction);
Result<void> checkComplete(const StagesCommand &command, bool hasAction);

/// What is wrong with a stage's name, and which there are.
std::unexpected<Error> noSuchStage(const QString &name);

} // namespace linernotes
