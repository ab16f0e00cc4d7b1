// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "messages/messages.h"

#include "runactions.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace linernotes
{

/// The artists that the user asked for, as understood.
struct Seeds {
    std::vector<ArtistDiscoveryMessage> artists; ///< at least one
    QString runName; ///< the first artist and how many more
};

/// Seeds of the command line, and of a file if it is named: matching/seedfile.h. All or nothing: the error names each
/// line that can't be used with its number and the reason; so is it an error that there is no artist at all.
Result<Seeds> readSeeds(const QStringList &seeds, const QString &file);

/// What became of them, in one line.
QString seededText(const SeedReceipt &receipt);

} // namespace linernotes
