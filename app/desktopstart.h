// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandline.h"

namespace linernotes
{

/// Opens the database and the window and gives the program's exit code. Without credentials the window opens on the
/// demo catalogue; credentials entered there lead to the real services and the real database without a new start.
int startDesktop(const CommandLine &line);

} // namespace linernotes
