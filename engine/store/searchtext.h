// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace linernotes
{

/// Writes anew what the filter finds a person by: the name, the aliases, and what people wrote (tags and note), as
/// names are normalised. To be called where one of these changes, inside the transaction; throws SqlFailure.
void writeSearchText(Database &database, qint64 personId);

/// The same for all who have a tag or a note: files of before schema 17 have these not in it.
void writeSearchTextOfAnnotated(Database &database);

} // namespace linernotes
