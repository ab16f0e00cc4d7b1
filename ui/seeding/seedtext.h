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

/// Reads a file of artists on another thread, one artist a line: matching/seedfile.h.
QFuture<Result<QString>> readSeedFile(const QString &path);

} // namespace linernotes::ui
