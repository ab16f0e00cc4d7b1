// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linernotes
{

/// What an error's text has in common with others of its kind: addresses, quoted words, ids and numbers are masked.
/// "“Drake” has 3 rivals (3TVXtAsR1Inumwj472S9r4)" → "“…” has {n} rivals ({id})". Pure, any thread.
QString errorShape(const QString &message);

/// A short stable name of the group that a dead letter belongs to; the same in every database.
QString errorGroup(const QString &queue, const QString &category, const QString &service, const QString &endpoint,
                   const QString &shape);

} // namespace linernotes
