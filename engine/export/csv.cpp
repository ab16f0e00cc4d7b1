// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/csv.h"

#include <algorithm>

namespace linernotes
{
namespace
{

bool needsQuotes(const QString &cell)
{
    return std::ranges::any_of(cell, [](QChar sign) {
        return sign == QLatin1Char(',') || sign == QLatin1Char('"') || sign == QLatin1Char('\n')
            || sign == QLatin1Char('\r');
    });
}

QString csvCell(const QString &text)
{
    auto cell = withoutFormula(text);
    if (!needsQuotes(cell))
        return cell;
    cell.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + cell + QLatin1Char('"');
}

} // namespace

QString withoutFormula(const QString &cell)
{
    const bool isFormula = !cell.isEmpty() && QStringLiteral("=+-@\t\r").contains(cell.front());
    return isFormula ? QLatin1Char('\'') + cell : cell;
}

QByteArray csvLine(const QStringList &cells)
{
    QStringList line;
    line.reserve(cells.size());
    for (const auto &cell : cells)
        line.append(csvCell(cell));
    return line.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

} // namespace linernotes
