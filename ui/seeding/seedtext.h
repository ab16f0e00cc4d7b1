// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "matching/seedline.h"

#include <QFuture>
#include <QString>

#include <vector>

namespace linernotes::ui
{

/// Understands the lines on another thread: ten thousand of them take longer than a frame.
QFuture<std::vector<SeedLine>> understandSeeds(const QString &text);

/// Reads a text file on another thread: UTF-8, or what its byte order mark says. Of a .csv the first column, without
/// its heading. InvalidInput for a file that can't be read, or is too large to be a list of artists.
QFuture<Result<QString>> readSeedFile(const QString &path);

/// The first column of a CSV text, one value a line; commas or semicolons. Any thread.
QString firstColumn(const QString &csv);

} // namespace linernotes::ui
