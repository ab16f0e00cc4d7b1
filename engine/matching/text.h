// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace linernotes
{

// How texts of two services are made comparable. Pure functions, any thread. What is clean or folded stays as it is
// when it is cleaned or folded again.

/// For people to read and for queries: NFKC, invisible characters removed (U+200B, U+FEFF, bidi marks …),
/// quotes and hyphens in their plain form, blanks collapsed. Case and punctuation stay.
QString cleanText(const QString &text);

/// For comparing: cleanText, then case and diacritics folded, "&" read as "and", punctuation dropped.
/// A text made of nothing but punctuation or symbols ("!!!", "÷") keeps them: it never becomes empty unless
/// nothing of it can be seen.
QString foldedText(const QString &text);

/// 1 for equal, 0 for nothing in common: 1 − edit distance / longer length, by UTF-16 units.
double similarity(QStringView a, QStringView b);

} // namespace linernotes
