// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "matching/title.h"

#include <QString>
#include <QStringList>

namespace linernotes
{

// How near two names are, 0 … 1. Pure functions, any thread.

/// Of two titles without their versions and features. "Pt. II" and "Part 2" are equal; titles whose numbers differ
/// are never near. A second name in a bracket and another script counts as a name: "思想犯 (Thought Crime)".
double titleResemblance(const ParsedTitle &ours, const ParsedTitle &theirs);

/// Of the best pair of artists, where ours after the first weigh a little less. A joint name counts by its parts
/// ("Silk City & Dua Lipa"), and so does one in two scripts. Short names are equal or nothing: "Sia" is not "Mia".
double artistResemblance(const QStringList &ours, const QStringList &theirs);

} // namespace linernotes
