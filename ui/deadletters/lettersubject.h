// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadletteractions.h"

#include <QString>

namespace linernotes::ui
{

/// What a letter's work is about in a few words, the name first: "Mirella Vant · from no. 51". What is the same for
/// most, as which releases are wanted, is left to the letter itself.
QString subjectLabel(const DeadLetterRow &letter);

} // namespace linernotes::ui
