// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/deadlettertypes.h"

#include <QStringList>

namespace linernotes
{

/// The message of a dead letter with what the person wrote instead, checked as a queued message is. The error says what
/// is wrong with it.
Result<QString> checkedEdit(const DeadLetter &letter, const QString &edited);
/// The message of an ambiguous artist once its candidate is chosen: a Spotify id.
Result<QString> withChosenArtist(const DeadLetter &letter, const QString &spotifyId);

/// Somebody whom an ambiguous name may mean.
struct ArtistCandidate {
    QString spotifyId;
    QString name;
    QString url; ///< as Spotify gave it
    double score = 0; ///< how well the name fits, 0 … 1
    std::optional<qint64> followers; ///< not told to new apps
    QStringList genres;
    bool operator==(const ArtistCandidate &) const = default;
};
/// The best first; empty where the letter is not about an ambiguous name.
std::vector<ArtistCandidate> candidatesOf(const DeadLetter &letter);
/// None of them, if there is any, has the name that was looked for.
bool fitsNobody(const std::vector<ArtistCandidate> &candidates);

} // namespace linernotes
