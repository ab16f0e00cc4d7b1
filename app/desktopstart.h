// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandline.h"

namespace linernotes
{

/// Opens the database and the window and gives the program's exit code. Without credentials, and where no database is
/// named, the window opens on the demo catalogue in the demo's own file; credentials entered there lead to the real
/// services and the user's own real database without a new start. A database that is named is opened for real work, and
/// so is the user's own where a keychain that is locked may have what is needed.
int startDesktop(const CommandLine &line);

} // namespace linernotes
