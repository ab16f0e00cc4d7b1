// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/notsongs.h"

#include "matching/songmatch.h"
#include "matching/title.h"

#include <algorithm>
#include <array>

namespace linernotes
{
namespace
{

/// Folded, found as whole words.
constexpr std::array noSongWords = {
    "tracklist",    "track list",  "tracklisting",     "album art",      "album artwork", "liner notes",
    "booklet",      "credits",     "interview",        "skit",           "setlist",       "set list",
    "instrumental", "discography", "release calendar", "lyrics booklet",
};

/// "Translation" and "romanization" in the languages of Genius's own accounts, folded.
constexpr std::array translationWords = {
    "translation",  "translations", "translated",   "romanized",   "romanization",  "romanizations",
    "romanised",    "traduccion",   "traducciones", "traducao",    "traducoes",     "traduction",
    "traductions",  "traduzione",   "traduzioni",   "ubersetzung", "ubersetzungen", "ceviri",
    "ceviriler",    "cevirisi",     "tlumaczenie",  "tlumaczenia", "vertaling",     "oversattning",
    "oversettelse", "переводы",     "перевод",      "переклад",    "переклади",     "terjemahan",
};

/// Accounts that publish pages of others' songs.
constexpr std::array houseAccounts = {"genius", "spotify", "genius users"};

/// Between spaces, so that only whole words are found.
QString between(const QString &folded)
{
    return u' ' + folded + u' ';
}

/// Made once: these lists are searched for every hit of every search.
template <size_t N>
QStringList allBetween(const std::array<const char *, N> &list)
{
    QStringList words;
    for (const auto *text : list)
        words.append(between(QString::fromUtf8(text)));
    return words;
}

bool saysWhatOursDoesNot(const QStringList &list, const QString &theirs, const QString &ours)
{
    const auto said = between(theirs);
    return std::ranges::any_of(
        list, [&](const QString &words) { return said.contains(words) && !between(ours).contains(words); });
}

const QStringList &noSongs()
{
    static const auto words = allBetween(noSongWords);
    return words;
}

const QStringList &translations()
{
    static const auto words = allBetween(translationWords);
    return words;
}

} // namespace

bool isNoSongPage(const QString &title, const TrackFacts &facts)
{
    return saysWhatOursDoesNot(noSongs(), normalisedName(title), normalisedName(facts.title));
}

bool isTranslationPage(const QString &title, const QStringList &artists, const TrackFacts &facts)
{
    if (saysWhatOursDoesNot(translations(), normalisedName(title), normalisedName(facts.title)))
        return true;
    QStringList ours;
    for (const auto &name : facts.artistNames)
        ours.append(normalisedName(name));
    return std::ranges::any_of(artists, [&](const QString &artist) {
        const auto name = normalisedName(artist);
        const bool isHouse =
            std::ranges::any_of(houseAccounts, [&](const char *account) { return name == QLatin1String(account); });
        const bool isTranslator = saysWhatOursDoesNot(translations(), name, {});
        return (isHouse || isTranslator) && !ours.contains(name);
    });
}

} // namespace linernotes
