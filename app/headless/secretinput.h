// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace linernotes
{

/// One line of standard input, without the blanks around it; nullopt at its end. At a terminal it is asked for with
/// `prompt` (on standard error), and what is typed is not shown where it `isSecret`. Never from the arguments: every
/// user of the machine can read those in the list of processes.
std::optional<QString> readLine(const QString &prompt, bool isSecret);

} // namespace linernotes
