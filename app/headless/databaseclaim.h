// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue.h"
#include "core/result.h"

#include <QString>

namespace linernotes
{

/// Makes sure that work on `wanted` and nothing else goes into this database. It keeps whose artists it holds under
/// `catalogueMark` in its table of settings; one without that mark gets it, and counts as `unmarked` if it has runs.
/// InvalidInput where it holds the other catalogue: the demo's service would answer real ids with 404 and the real ones
/// the demo's. Makes the file if there is none. Blocks.
Result<void> claimDatabase(const QString &path, Catalogue wanted, Catalogue unmarked);

} // namespace linernotes
