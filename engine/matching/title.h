// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace linernotes
{

/// A title taken apart. "Déjà Vu (feat. JAY-Z) - Live at Wembley / 2011 Remaster" →
/// name "Déjà Vu", base "deja vu", versionWords {"live", "remaster"}, versionDetail "wembley", featured {"jay z"}.
struct ParsedTitle {
    /// As one would type it into a search: without features, versions and notes; case kept.
    QString name;
    QString base; ///< normalised; not empty unless the title has nothing that can be seen
    /// Which version it says it is, normalised and sorted, each once: "remix", "live", "acoustic", "remaster",
    /// "radio edit", … Empty for the plain song ("Album Version", "Original Mix" and "Explicit" are plain).
    QStringList versionWords;
    /// What else the version's words say, normalised: whose remix, live where. Tells two remixes apart.
    QString versionDetail;
    QStringList featured; ///< normalised names, in the order of the title

    bool operator==(const ParsedTitle &) const = default;
};

/// Knows "(feat. X)", "ft. X", "(with X)", "[Live]", " - 2015 Remaster", " - Radio Edit", "(From "Film")".
/// A bracket that is part of the name stays: "(I Can't Get No) Satisfaction".
ParsedTitle parseTitle(const QString &title);

/// For people and artists: case and diacritics folded, "&" and "+" read as "and", "the" kept.
QString normalisedName(const QString &name);

// The same version words are used in two ways:
//
// - A *recording* is one sound. A remaster is the same sound; a radio edit, a remix or a concert is another.
// - A *song match* asks whether a credits page speaks of what we hear. Genius has one page for the song and
//   its edits, and other pages for remixes, concerts, acoustic versions.

/// The version words that make another recording: all but "remaster".
QStringList recordingVersions(const ParsedTitle &title);
/// The version words that make another song page: "remix", "live", "acoustic", …, but no edits and lengths.
QStringList songVersions(const ParsedTitle &title);

} // namespace linernotes
