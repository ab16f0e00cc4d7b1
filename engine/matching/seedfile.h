// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <vector>

namespace linernotes
{

/// One entry of a file of artists.
struct SeedEntry {
    QString text; ///< one line; empty where the file's line is
    int line = 0; ///< of the file, from 1, on which it begins
    bool operator==(const SeedEntry &) const = default;
};

/// Reads a text file: UTF-8, or what its byte order mark says; LF, CRLF or CR. Of a .csv the first column, without its
/// heading. InvalidInput for a file that can't be read, or is too large to be a list of artists. Any thread; blocks.
Result<std::vector<SeedEntry>> readSeedFile(const QString &path);

/// The first column of a CSV text by the rules of RFC 4180; commas or semicolons. A line break within quotes becomes a
/// blank. Any thread.
std::vector<SeedEntry> firstColumn(const QString &csv);

} // namespace linernotes
