// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/text.h"

#include <QList>

#include <algorithm>
#include <utility>
#include <vector>

namespace linernotes
{
namespace
{

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

bool isSingleQuote(char16_t c)
{
    return (c >= 0x2018 && c <= 0x201B) || c == 0x2032 || c == 0x2035 || c == 0x02BB || c == 0x02BC || c == 0x00B4
        || c == u'`';
}

bool isDoubleQuote(char16_t c)
{
    return (c >= 0x201C && c <= 0x201F) || c == 0x2033 || c == 0x2036 || c == 0x00AB || c == 0x00BB;
}

/// Takes no room on the screen but makes texts differ. All of category Cf (zero-width and bidi marks, soft hyphen,
/// BOM, tags), variation selectors, the grapheme joiner and the Hangul fillers.
bool isInvisible(char32_t c)
{
    return QChar::category(c) == QChar::Other_Format || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF)
        || c == 0x034F || c == 0x115F || c == 0x1160;
}

QString withoutInvisible(const QString &text)
{
    QString seen;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const auto size = isPair ? 2 : 1;
        const char32_t c = isPair ? QChar::surrogateToUcs4(text.at(i), text.at(i + 1)) : text.at(i).unicode();
        if (!isInvisible(c))
            seen.append(QStringView(text).mid(i, size));
        i += size - 1;
    }
    return seen;
}

/// Before NFKC, which would take some of them apart (U+00B4 becomes a blank and an accent).
QString withPlainQuotes(QString text)
{
    for (QChar &c : text) {
        if (isSingleQuote(c.unicode()))
            c = u'\'';
        else if (isDoubleQuote(c.unicode()))
            c = u'"';
    }
    return text;
}

QString withPlainHyphens(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Punctuation_Dash || c.unicode() == 0x2212)
            c = u'-';
    }
    return text;
}

/// Letters that are another one with a stroke or a tie: Unicode does not decompose them.
QString withoutStrokes(QChar c)
{
    switch (c.unicode()) {
    case 0x00DF:
        return QStringLiteral("ss");
    case 0x00E6:
        return QStringLiteral("ae");
    case 0x0153:
        return QStringLiteral("oe");
    case 0x00F8:
        return QStringLiteral("o");
    case 0x0142:
        return QStringLiteral("l");
    case 0x0111:
    case 0x00F0:
        return QStringLiteral("d");
    case 0x00FE:
        return QStringLiteral("th");
    case 0x0131:
        return QStringLiteral("i");
    default:
        return c;
    }
}

/// Only the common combining accents go (U+0300–U+036F): the marks of Kana, Arabic or Indic scripts carry sounds.
QString withoutDiacritics(const QString &folded)
{
    if (isAscii(folded))
        return folded;
    QString plain;
    const auto parts = folded.normalized(QString::NormalizationForm_D);
    for (const QChar c : parts) {
        if (c.unicode() < 0x0300 || c.unicode() > 0x036F)
            plain.append(withoutStrokes(c));
    }
    // Folded again: "İ" has no simple fold, only what it decomposes to has one.
    return plain.normalized(QString::NormalizationForm_C).toCaseFolded();
}

/// "S.O.S." is SOS: a dot behind a single letter.
bool isDotOfInitials(const QList<uint> &text, qsizetype at)
{
    return at > 0 && QChar::isLetter(text.at(at - 1)) && (at == 1 || !QChar::isLetterOrNumber(text.at(at - 2)));
}

bool standsAlone(const QList<uint> &text, qsizetype at)
{
    return at > 0 && at + 1 < text.size() && QChar::isSpace(text.at(at - 1)) && QChar::isSpace(text.at(at + 1));
}

/// Letters, numbers and currency signs ("A$AP", "Ke$ha") carry the name. The rest parts words, but for apostrophes
/// and the dots of initials, which vanish.
QString withoutPunctuation(const QString &folded)
{
    const auto text = folded.toUcs4();
    QString kept;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char32_t c = text.at(i);
        const bool isWord =
            QChar::isLetterOrNumber(c) || QChar::isMark(c) || QChar::category(c) == QChar::Symbol_Currency;
        if (isWord)
            kept.append(QChar::fromUcs4(c));
        else if (c == U'&' || (c == U'+' && standsAlone(text, i)))
            kept.append(QLatin1String(" and "));
        else if (c != U'\'' && !(c == U'.' && isDotOfInitials(text, i)))
            kept.append(u' ');
    }
    return kept.simplified();
}

QString cleanedOnce(const QString &text)
{
    const auto plain = withPlainQuotes(text);
    if (isAscii(plain))
        return plain.simplified();
    return withPlainHyphens(withoutInvisible(plain.normalized(QString::NormalizationForm_KC))).simplified();
}

QString foldedOnce(const QString &text)
{
    const auto cleaned = cleanText(text);
    const auto folded = withoutDiacritics(cleaned.toCaseFolded()).simplified();
    auto words = withoutPunctuation(folded);
    if (!words.isEmpty())
        return words;
    return folded.isEmpty() ? cleaned : folded; // a lone accent
}

/// What a step takes apart or brings together may be work for it again: "‴" becomes three primes, an accent meets its
/// letter when the mark between them is gone. Two texts that look the same must not end differently.
QString untilStable(QString (*step)(const QString &), const QString &text)
{
    constexpr int mostTimes = 8; // far more than any text needs: nothing from outside may keep a worker here
    auto result = step(text);
    for (int i = 1; i < mostTimes && !isAscii(result); ++i) {
        auto next = step(result);
        if (next == result)
            break;
        result = std::move(next);
    }
    return result;
}

} // namespace

QString cleanText(const QString &text)
{
    return untilStable(cleanedOnce, text);
}

QString foldedText(const QString &text)
{
    return untilStable(foldedOnce, text);
}

double similarity(QStringView a, QStringView b)
{
    const auto longer = std::max(a.size(), b.size());
    if (longer == 0)
        return 1;
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<qsizetype>(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i + 1;
        for (size_t j = 1; j < row.size(); ++j) {
            const auto replaced = diagonal + (a[i] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return 1.0 - static_cast<double>(row.back()) / static_cast<double>(longer);
}

} // namespace linernotes
