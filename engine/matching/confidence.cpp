// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/confidence.h"

#include <QMap>

#include <algorithm>

namespace linernotes
{

double sourceWeight(const QString &source)
{
    constexpr double spotify = 0.95;
    constexpr double genius = 0.9;
    constexpr double unknown = 0.5;
    if (source == QLatin1String("spotify"))
        return spotify;
    return source == QLatin1String("genius") ? genius : unknown;
}

double creditConfidence(std::span<const SourceScore> evidence)
{
    QMap<QString, double> best;
    for (const auto &piece : evidence)
        best[piece.source] = std::max(best.value(piece.source), std::clamp(piece.matchScore, 0.0, 1.0));
    double allWrong = 1;
    for (auto source = best.cbegin(); source != best.cend(); ++source)
        allWrong *= 1 - sourceWeight(source.key()) * source.value();
    return 1 - allWrong;
}

} // namespace linernotes
