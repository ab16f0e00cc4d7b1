// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "messages/messages.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace linernotes
{

/// The artists that the user asked for, as understood.
struct Seeds {
    std::vector<ArtistDiscoveryMessage> artists;
    QStringList problems; ///< lines that can't be used, each with the reason
    QString runName; ///< the first artist and how many more
};

/// Seeds of the command line and of a file with one artist a line. A file that can't be read is an error; a line that
/// can't be used is a problem beside the others.
Result<Seeds> readSeeds(const QStringList &seeds, const QString &file);

} // namespace linernotes
