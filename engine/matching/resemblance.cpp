// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/resemblance.h"

#include "matching/text.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace linernotes
{
namespace
{

constexpr double nearlySame = 0.97; ///< blanks, an article or a second name apart
constexpr double notTheFirstArtist = 0.97; ///< our featured artist is their primary one
constexpr double otherNumber = 0.5; ///< "Pt. 1" / "Pt. 2"
constexpr qsizetype shortestFuzzyWord = 6; ///< in a shorter one each letter counts: "Big Boi" is not "Big Boy"

QString withoutBlanks(QString text)
{
    return text.remove(u' ');
}

QString withoutArticle(const QString &name)
{
    return name.startsWith(QLatin1String("the ")) ? name.mid(4) : name;
}

/// "song pt ii" → "song part 2". Roman numbers from II on: "I", "V" and "X" are words and letters too.
QString withPlainNumbers(const QString &folded)
{
    static const QHash<QString, QString> plain = {
        {QStringLiteral("pt"), QStringLiteral("part")},    {QStringLiteral("pts"), QStringLiteral("part")},
        {QStringLiteral("parts"), QStringLiteral("part")}, {QStringLiteral("ii"), QStringLiteral("2")},
        {QStringLiteral("iii"), QStringLiteral("3")},      {QStringLiteral("iv"), QStringLiteral("4")},
        {QStringLiteral("vi"), QStringLiteral("6")},       {QStringLiteral("vii"), QStringLiteral("7")},
        {QStringLiteral("viii"), QStringLiteral("8")},     {QStringLiteral("ix"), QStringLiteral("9")},
    };
    // Only after "part" and its like is "one" or "i" a number for certain.
    static const QHash<QString, QString> counted = {
        {QStringLiteral("one"), QStringLiteral("1")},   {QStringLiteral("two"), QStringLiteral("2")},
        {QStringLiteral("three"), QStringLiteral("3")}, {QStringLiteral("four"), QStringLiteral("4")},
        {QStringLiteral("five"), QStringLiteral("5")},  {QStringLiteral("six"), QStringLiteral("6")},
        {QStringLiteral("seven"), QStringLiteral("7")}, {QStringLiteral("eight"), QStringLiteral("8")},
        {QStringLiteral("nine"), QStringLiteral("9")},  {QStringLiteral("ten"), QStringLiteral("10")},
        {QStringLiteral("i"), QStringLiteral("1")},     {QStringLiteral("v"), QStringLiteral("5")},
        {QStringLiteral("x"), QStringLiteral("10")},
    };
    static const QSet<QString> counts = {QStringLiteral("part"), QStringLiteral("vol"),    QStringLiteral("volume"),
                                         QStringLiteral("no"),   QStringLiteral("number"), QStringLiteral("chapter")};
    auto words = folded.split(u' ');
    for (qsizetype i = 0; i < words.size(); ++i) {
        auto &word = words[i];
        word = plain.value(word, word);
        if (i > 0 && counts.contains(words.at(i - 1)))
            word = counted.value(word, word);
    }
    return words.join(u' ');
}

QStringList numbersIn(const QString &text)
{
    static const QRegularExpression digits(QStringLiteral("[0-9]+"));
    QStringList numbers;
    for (auto match = digits.globalMatch(text); match.hasNext();)
        numbers.append(match.next().captured());
    return numbers;
}

double compareTitles(const QString &ours, const QString &theirs)
{
    if (ours.isEmpty() || theirs.isEmpty())
        return 0;
    if (ours == theirs)
        return 1;
    if (numbersIn(ours) != numbersIn(theirs))
        return std::min(similarity(ours, theirs), otherNumber);
    if (withoutBlanks(ours) == withoutBlanks(theirs))
        return nearlySame;
    return similarity(ours, theirs);
}

/// Letters beyond Latin with all its accents and extensions.
bool hasOtherScript(const QString &text)
{
    const auto points = text.toUcs4();
    return std::ranges::any_of(points, [](uint c) {
        return QChar::isLetter(c) && QChar::script(c) != QChar::Script_Latin
            && QChar::script(c) != QChar::Script_Common;
    });
}

/// The title, and where its bracket says it again in another script, both names.
QStringList titlesIn(const ParsedTitle &title)
{
    static const QRegularExpression twoNames(QStringLiteral(R"(^(.+?)\s*[(\[](.+)[)\]]$)"));
    QStringList titles = {withPlainNumbers(title.base)};
    const auto match = twoNames.match(title.name);
    if (match.hasMatch() && hasOtherScript(match.captured(1)) != hasOtherScript(match.captured(2)))
        titles += {foldedText(match.captured(1)), foldedText(match.captured(2))};
    return titles;
}

/// "宇多田ヒカル (Hikaru Utada)" bears two names; "Silk City & Dua Lipa" are two artists.
QStringList namesIn(const QString &name)
{
    static const QRegularExpression separator(QStringLiteral(R"(\s*[&,()]\s*|\s+(?:x|and|with)\s+)"),
                                              QRegularExpression::CaseInsensitiveOption);
    QStringList names = {normalisedName(name)};
    const auto parts = cleanText(name).split(separator, Qt::SkipEmptyParts);
    if (parts.size() > 1) {
        for (const auto &part : parts)
            names.append(normalisedName(part));
    }
    return names;
}

/// Where no word is another one: a short one, or one that only looks a little alike.
bool isMisspelt(const QStringList &ours, const QStringList &theirs)
{
    constexpr double alike = 0.8;
    if (ours.size() != theirs.size())
        return false;
    for (qsizetype i = 0; i < ours.size(); ++i) {
        if (ours.at(i) == theirs.at(i))
            continue;
        const auto shorter = std::min(ours.at(i).size(), theirs.at(i).size());
        if (shorter < shortestFuzzyWord || similarity(ours.at(i), theirs.at(i)) < alike)
            return false;
    }
    return true;
}

double compareNames(const QString &ours, const QString &theirs)
{
    if (ours.isEmpty() || theirs.isEmpty())
        return 0;
    if (ours == theirs)
        return 1;
    if (withoutBlanks(withoutArticle(ours)) == withoutBlanks(withoutArticle(theirs)))
        return nearlySame;
    const bool mayBeOne = isMisspelt(withoutArticle(ours).split(u' '), withoutArticle(theirs).split(u' '));
    return mayBeOne ? similarity(ours, theirs) : 0;
}

/// Whole names first; a part of one against the whole of the other, never part against part.
double compareArtists(const QStringList &ourNames, const QStringList &theirNames)
{
    double best = 0;
    for (const auto &theirName : theirNames)
        best = std::max(best, compareNames(ourNames.first(), theirName));
    for (const auto &ourName : ourNames)
        best = std::max(best, compareNames(ourName, theirNames.first()));
    return best;
}

} // namespace

double titleResemblance(const ParsedTitle &ours, const ParsedTitle &theirs)
{
    const auto ourTitles = titlesIn(ours);
    const auto theirTitles = titlesIn(theirs);
    double best = compareTitles(ourTitles.first(), theirTitles.first());
    for (const auto &title : theirTitles.sliced(1))
        best = std::max(best, nearlySame * compareTitles(ourTitles.first(), title));
    for (const auto &title : ourTitles.sliced(1))
        best = std::max(best, nearlySame * compareTitles(title, theirTitles.first()));
    return best;
}

double artistResemblance(const QStringList &ours, const QStringList &theirs)
{
    double best = 0;
    for (qsizetype i = 0; i < ours.size(); ++i) {
        const double weight = i == 0 ? 1 : notTheFirstArtist;
        for (const auto &theirName : theirs)
            best = std::max(best, weight * compareArtists(namesIn(ours.at(i)), namesIn(theirName)));
    }
    return best;
}

} // namespace linernotes
