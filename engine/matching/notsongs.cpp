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

bool hasWords(const QString &folded, const char *words)
{
    return QString(u' ' + folded + u' ').contains(QString(u' ' + QString::fromUtf8(words) + u' '));
}

template <size_t N>
bool saysWhatOursDoesNot(const std::array<const char *, N> &list, const QString &theirs, const QString &ours)
{
    return std::ranges::any_of(list,
                               [&](const char *words) { return hasWords(theirs, words) && !hasWords(ours, words); });
}

} // namespace

bool isNoSongPage(const QString &title, const TrackFacts &facts)
{
    return saysWhatOursDoesNot(noSongWords, normalisedName(title), normalisedName(facts.title));
}

bool isTranslationPage(const QString &title, const QStringList &artists, const TrackFacts &facts)
{
    if (saysWhatOursDoesNot(translationWords, normalisedName(title), normalisedName(facts.title)))
        return true;
    QStringList ours;
    for (const auto &name : facts.artistNames)
        ours.append(normalisedName(name));
    return std::ranges::any_of(artists, [&](const QString &artist) {
        const auto name = normalisedName(artist);
        const bool isHouse =
            std::ranges::any_of(houseAccounts, [&](const char *account) { return name == QLatin1String(account); });
        const bool isTranslator = saysWhatOursDoesNot(translationWords, name, {});
        return (isHouse || isTranslator) && !ours.contains(name);
    });
}

} // namespace linernotes
