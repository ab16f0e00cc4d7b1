// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace linernotes
{

/// How far a version word changes what is heard.
enum class VersionKind {
    Plain, ///< says nothing: "Album Version", "Original Mix", "Explicit", "Bonus Track"
    Master, ///< the same sound, mastered again
    Edit, ///< the same performance, cut or mixed for another use: another recording, the same song page
    Rendition, ///< another performance or production: another recording and another song page
};

/// What a bracket or a " - " suffix of a title says about the version.
struct VersionNote {
    QStringList
        words; ///< canonical words of Master, Edit and Rendition, e.g. {"live", "remaster"}; may be empty: Plain
    QString detail; ///< the rest: "dave aude" of "Dave Audé Remix"; empty for Master and Plain

    bool operator==(const VersionNote &) const = default;
};

/// Reads one such part, already through foldedText(). nullopt if it is no version note but a part of the name:
/// "Live Forever" is a name, "Live in Paris" and "Acoustic Live" are notes.
std::optional<VersionNote> readVersionNote(const QString &foldedPart);

/// The kind of a canonical word. An unknown one is Rendition: the careful answer.
VersionKind versionKind(const QString &word);

} // namespace linernotes
