// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace linernotes
{

/// One piece of evidence as the confidence sees it.
struct SourceScore {
    QString source;
    double matchScore = 0; ///< how surely the source's song is our recording, 0 … 1
};

/// How far a source's statement is believed when its song certainly is our recording, 0 … 1.
/// Spotify's artist credits come from the label that delivered the record; Genius is written by its users.
double sourceWeight(const QString &source);

/// The confidence of a credit, 0 … 1: the chance that not all of its evidence is wrong,
/// 1 − Π (1 − weight(source) × match score), where a source counts once, with its best score: a site that says a
/// thing twice has not said more. A person's confidence is that of the best producing or writing credit.
double creditConfidence(std::span<const SourceScore> evidence);

} // namespace linernotes
