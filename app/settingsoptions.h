// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"
#include "commandline.h"

namespace linernotes
{

Options optionsOf(SettingsCommand &command);
Result<void> takePlainArgument(SettingsCommand &command, const QString &argument, bool &hasAction);
/// A wrong key or value is known before a database is opened.
Result<void> checkComplete(const SettingsCommand &command, bool hasAction);

} // namespace linernotes
