// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spotify/spotifytypes.h"

#include <QString>

#include <optional>
#include <vector>

namespace linernotes
{

/// From this score on it is the name that was looked for, but for an article or blanks.
inline constexpr double nearlySameName = 0.95;

/// Which of the artists found is meant by a name, or that nobody can tell.
struct ArtistChoice {
    struct Scored {
        spotify::Artist artist;
        double score = 0; ///< 0 … 1: 1 the same spelling, 0.98 the same normalised name

        bool operator==(const Scored &) const = default;
    };
    std::optional<spotify::Artist> chosen;
    std::vector<Scored> candidates; ///< all of them, best first, equal ones in the service's order
    QString reason; ///< technical, English: "exact name", "3 artists have this name", "no such name"

    bool operator==(const ArtistChoice &) const = default;
};

/// Chosen is the only artist of that normalised name. Of several, the only one with exactly this spelling, or the one
/// with at least ten times the followers of every other (where the app is told followers); if the two disagree, none.
/// Without an equal name: the only one that differs by an article or by blanks ("Weeknd" / "The Weeknd").
/// Else nobody is chosen: a wrong guess would fill the catalogue with another person's work.
ArtistChoice chooseArtist(const QString &name, const std::vector<spotify::Artist> &found);

} // namespace linernotes
