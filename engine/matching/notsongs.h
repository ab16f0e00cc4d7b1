// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace linernotes
{

struct TrackFacts;

// Pages that Genius's search offers and that are not the song: a search there returns something for nearly all
// text (spotify-lyrics-viewer#6, spotify-player#564, Chord-KTV#154).

/// A tracklist, credits, booklet, interview … The words are those that johnwmillr/LyricsGenius leaves out by default.
/// Not so if our own title says the word too.
bool isNoSongPage(const QString &title, const TrackFacts &facts);

/// A translation or romanization, by its title or by its artist: "Genius Romanizations", "Genius … Translations", and
/// the accounts "Genius" and "Spotify" themselves. Not so if our own title or artist is called that.
bool isTranslationPage(const QString &title, const QStringList &artists, const TrackFacts &facts);

} // namespace linernotes
