// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace linernotes
{

/// One line of what a researcher typed, pasted or dropped, as understood.
struct SeedLine {
    enum class Kind {
        SpotifyId, ///< 22 characters of base62
        SpotifyUri, ///< spotify:artist:…
        SpotifyUrl, ///< open.spotify.com/artist/… and its relatives
        Name, ///< to be searched for
        Duplicate, ///< names an artist of an earlier line again
        Empty,
        Invalid, ///< `problem` says why, and what to do instead
    };
    Kind kind = Kind::Empty;
    QString
        text; ///< as typed, trimmed; of a row of a table its first cell, of an item of a list what its mark precedes
    QString artistId; ///< for id, URI, URL, and their duplicates
    QString name; ///< for a name, and its duplicates
    QString problem; ///< a sentence for the user, translated in the context "SeedLine"; only for Invalid

    bool operator==(const SeedLine &) const = default;
};

/// The longest line that is taken for a seed. Spotify's own names stay far below.
constexpr qsizetype seedLineMaxLength = 300;

/// The forms of ids, URIs and URLs: spotipy client.py and musicbrainz-server URLCleanup.js know them all.
/// A line quoted in full by the rules of RFC 4180 gives its first field: "Tyler, The Creator". Everything else is
/// plain text, its commas included; but where there is a tab, as in what our own tables copy, the first cell counts.
/// Never gives Duplicate.
SeedLine parseSeedLine(QStringView line);

/// Whether a table's first cell is its heading: "artist", "name", "url", …
bool isSeedHeading(QStringView cell);

/// One entry a line (LF, CRLF or CR; a byte order mark is passed over), empty ones included, so that positions are
/// line numbers. The heading of a table, known by its tabs, is Empty. Where most lines begin with the mark of a list
/// ("1. ", "- ", "• "), it is taken away. A second line for the same id, or the same normalised name, is a Duplicate.
std::vector<SeedLine> parseSeedLines(const QString &text);

} // namespace linernotes
