// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks.h"
#include "claims.h"
#include "matching/resemblance.h"
#include "matching/text.h"
#include "matching/title.h"

#include <algorithm>
#include <cstring>

namespace linernotes::fuzz
{
namespace
{

/// Comparing costs the product of the lengths and would leave no time for the rest.
constexpr qsizetype longestCompared = 20;

QString textIn(const QByteArray &input)
{
    if (!input.startsWith('\xff'))
        return QString::fromUtf8(input);
    constexpr auto unit = static_cast<qsizetype>(sizeof(char16_t));
    QString text((input.size() - 1) / unit, Qt::Uninitialized);
    std::memcpy(text.data(), input.constData() + 1, static_cast<size_t>(text.size() * unit));
    return text;
}

void checkCleaned(const QString &text, Claims &claims)
{
    const auto cleaned = cleanText(text);
    claims.that(cleanText(cleaned) == cleaned, "clean text stays as it is");
    claims.that(cleaned == cleaned.simplified(), "clean text has single blanks");
    claims.that(cleaned == cleaned.normalized(QString::NormalizationForm_KC), "clean text is in NFKC");
    const auto points = cleaned.toUcs4();
    claims.that(std::ranges::none_of(points, [](uint c) { return QChar::category(c) == QChar::Other_Format; }),
                "clean text has nothing invisible");
    const auto folded = foldedText(text);
    claims.that(folded.isEmpty() == cleaned.isEmpty(), "folding leaves something of what can be seen");
    claims.that(folded == folded.simplified(), "folded text has single blanks");
    claims.that(foldedText(folded) == folded, "folded text stays as it is");
    claims.that(foldedText(cleaned) == folded, "folding cleans");
}

bool holdsAll(const QStringList &all, const QStringList &some)
{
    return std::ranges::all_of(some, [&](const QString &word) { return all.contains(word); });
}

void checkParsed(const QString &title, const ParsedTitle &parsed, Claims &claims)
{
    claims.that(parsed.base == foldedText(parsed.name), "the base is the name, folded");
    claims.that(parsed.base.isEmpty() == cleanText(title).isEmpty(), "a title that can be seen has a base");
    claims.that(std::ranges::is_sorted(parsed.versionWords), "version words are sorted");
    for (auto list : {parsed.versionWords, parsed.featured}) {
        claims.that(!list.contains(QString()), "no word or guest is empty");
        claims.that(list.removeDuplicates() == 0, "each word and guest once");
    }
    const auto recording = recordingVersions(parsed);
    claims.that(holdsAll(parsed.versionWords, recording), "a recording's versions are the title's");
    claims.that(holdsAll(recording, songVersions(parsed)), "another song is another recording");
}

bool isShare(double number)
{
    return number >= 0 && number <= 1;
}

void checkCompared(const QString &one, const QString &other, Claims &claims)
{
    const auto a = one.left(longestCompared);
    const auto b = other.left(longestCompared);
    const auto near = similarity(a, b);
    claims.that(isShare(near) && (near == 1) == (a == b), "similarity is 1 for equal texts, else less");
    claims.that(near == similarity(b, a), "similarity has no direction");
    claims.that(isShare(titleResemblance(parseTitle(a), parseTitle(b))), "titles resemble from 0 to 1");
    claims.that(isShare(artistResemblance({a}, {b})), "artists resemble from 0 to 1");
}

} // namespace

QString checkTitle(const QByteArray &input)
{
    Claims claims;
    const auto text = textIn(input);
    const auto split = text.indexOf(u'\n');
    const auto one = split < 0 ? text : text.left(split);
    const auto other = split < 0 ? QString() : text.mid(split + 1);
    for (const auto &title : {one, other}) {
        checkCleaned(title, claims);
        checkParsed(title, parseTitle(title), claims);
    }
    checkCompared(one, other, claims);
    return claims.broken();
}

} // namespace linernotes::fuzz
