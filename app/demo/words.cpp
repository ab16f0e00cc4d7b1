// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/words.h"

#include <QRegularExpression>

namespace linernotes::demo
{

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression gaps(QStringLiteral("[^\\p{L}\\p{N}]+"));
    return text.toCaseFolded().split(gaps, Qt::SkipEmptyParts);
}

int sharedWords(const QString &text, const QString &wanted)
{
    constexpr int exactBonus = 100;
    const auto words = wordsOf(text);
    int shared = 0;
    for (const auto &word : wordsOf(wanted)) {
        if (words.contains(word))
            ++shared;
    }
    const bool isSame = text.trimmed().compare(wanted.trimmed(), Qt::CaseInsensitive) == 0;
    return shared + (isSame ? exactBonus : 0);
}

} // namespace linernotes::demo
