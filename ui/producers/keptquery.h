// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

class QSettings;

namespace linernotes::ui
{

/// What the producers page shows, in the group of its settings: how it is narrowed and sorted, until the next start.
void keepQuery(const ProducerQuery &query, QSettings &settings);
ProducerQuery keptQuery(const QSettings &settings);

} // namespace linernotes::ui
