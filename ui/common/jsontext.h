// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linernotes::ui
{

/// Text of a message or an answer as it is shown.
struct BodyText {
    QString text;
    bool isJson = false;
    bool isCut = false; ///< JSON that ends before its end: of an answer only the beginning is kept
};
/// JSON on lines of its own, indented; anything else as it is. Only blanks between its signs change: a number stays the
/// text that it was, which a double would bend.
BodyText laidOut(const QString &body);

/// A flat message in a few words: artist_id 3TVX… · offset 50
QString inOneLine(const QString &json);

} // namespace linernotes::ui
