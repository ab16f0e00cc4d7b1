// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linernotes::test
{

struct DatabaseSize {
    qint64 producers = 1'000'000;
    qint64 credits = 5'000'000;
};

/// Makes a database file of that size at the path, if there is none of this program's schema: runs of years, made by
/// SQL in some minutes. Every producer has at least one credit, a few thousand have hundreds. Ends the program where it
/// can't be made.
void makeBigDatabase(const QString &path, const DatabaseSize &size);

} // namespace linernotes::test
