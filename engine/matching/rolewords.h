// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "matching/roles.h"

#include <QStringList>

namespace linernotes
{

/// "Co-producer": as people call it, in the language of the program.
QString roleLabel(Role role);

/// Whom somebody means: "performer", "co_producer" or "Co-Producer", whatever its case.
std::optional<Role> roleCalled(const QString &text);

/// All roles of which a word begins like this one, in the name or in the label. Shorter than five letters it must be
/// the whole word: "prod" is looked for among people's names alone.
QStringList rolesWithWord(const QString &word);

} // namespace linernotes
