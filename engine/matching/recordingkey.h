// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spotify/spotifytypes.h"

#include <QString>

namespace linernotes
{

/// What tracks of one recording have in common where no ISRC tells. Two tracks are one recording when their keys are
/// equal **and** their durations differ by no more than `sameDurationToleranceMs`; the store compares those,
/// because "within" is no equality and can't be part of a key.
struct RecordingKey {
    QString title; ///< normalised, without features and versions
    QString version; ///< version words and their detail, e.g. "remix: dave aude"; empty for the plain song
    QString primaryArtist; ///< Spotify id of the first artist; empty if the track names none

    bool operator==(const RecordingKey &) const = default;
};

/// The same master has slightly different lengths on different releases: silence at the ends.
constexpr qint64 sameDurationToleranceMs = 2000;

RecordingKey recordingKey(const QString &title, const QString &primaryArtistId);
RecordingKey recordingKey(const spotify::Track &track);

} // namespace linernotes
