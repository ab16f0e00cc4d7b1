// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadletteractions.h"
#include "telemetry/snapshot.h"

#include <QString>

namespace linernotes::ui
{

/// Why none of the letters that were sent again goes on, for the end of a sentence; several reasons joined by commas.
/// Empty: some are worked on, or are about to be.
QString standstillOf(const ReplayFate &fate, const PipelineSnapshot &snapshot);

} // namespace linernotes::ui
