// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace linernotes
{

/// A cell that a spreadsheet would take for a formula (=, +, -, @, tab, CR at its beginning) gets an apostrophe in
/// front, as OWASP advises (owasp.org, CSV Injection).
QString withoutFormula(const QString &cell);

/// One line of RFC 4180, UTF-8, ended by CR LF, without formulas.
QByteArray csvLine(const QStringList &cells);

} // namespace linernotes
