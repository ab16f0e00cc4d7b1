// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"
#include "commandline.h"

namespace linernotes
{

/// The options of the commands that show what happened.
Options optionsOf(EventsCommand &command);
Options optionsOf(MetricsCommand &command);

} // namespace linernotes
