// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/artistmatch.h"

#include "matching/text.h"
#include "matching/title.h"

#include <algorithm>

namespace linernotes
{
namespace
{

constexpr double sameSpelling = 1.0;
constexpr double sameName = 0.98;
/// Ten times the followers is another league; below a hundred, followers are family.
constexpr qint64 clearlyMore = 10;
constexpr qint64 fewestFollowersThatTell = 100;

/// Without a leading article and without blanks: "The Weeknd" / "Weeknd", "Jay Z" / "JAYZ".
QString core(QString name)
{
    if (name.startsWith(QLatin1String("the ")))
        name.remove(0, 4);
    return name.remove(u' ');
}

double nameScore(const QString &wanted, const QString &found)
{
    if (cleanText(wanted) == cleanText(found))
        return sameSpelling;
    const auto a = normalisedName(wanted);
    const auto b = normalisedName(found);
    if (a == b)
        return a.isEmpty() ? 0 : sameName;
    if (core(a) == core(b))
        return nearlySameName;
    return std::min(similarity(a, b), 0.9); // resemblance alone never counts as nearly the same
}

using Matches = std::vector<const ArtistChoice::Scored *>;

Matches withAtLeast(const std::vector<ArtistChoice::Scored> &candidates, double score)
{
    Matches matches;
    for (const auto &candidate : candidates) {
        if (candidate.score >= score)
            matches.push_back(&candidate);
    }
    return matches;
}

/// The one with clearly more followers than every other; nullptr if there is none or followers are not told of all.
const spotify::Artist *mostFollowed(const Matches &rivals)
{
    if (std::ranges::any_of(rivals, [](const auto *rival) { return !rival->artist.followers; }))
        return nullptr;
    const auto *most =
        *std::ranges::max_element(rivals, {}, [](const auto *rival) { return *rival->artist.followers; });
    const auto count = *most->artist.followers;
    const bool isClear = count >= fewestFollowersThatTell && std::ranges::all_of(rivals, [&](const auto *rival) {
                             return rival == most || *rival->artist.followers * clearlyMore <= count;
                         });
    return isClear ? &most->artist : nullptr;
}

void decideAmongRivals(const Matches &rivals, ArtistChoice &choice)
{
    const auto spelled = static_cast<size_t>(
        std::ranges::count_if(rivals, [](const auto *rival) { return rival->score == sameSpelling; }));
    const auto *sameCase = spelled == 1 ? &rivals.front()->artist : nullptr; // best first
    const auto *followed = mostFollowed(rivals);
    if (sameCase && followed && sameCase != followed) {
        choice.reason = QStringLiteral("the artist of this spelling is not the one with the followers");
    } else if (sameCase) {
        choice.chosen = *sameCase;
        choice.reason = QStringLiteral("exact spelling among %1 artists of this name").arg(rivals.size());
    } else if (followed) {
        choice.chosen = *followed;
        choice.reason = QStringLiteral("by far the most followers among %1 artists of this name").arg(rivals.size());
    } else {
        choice.reason = QStringLiteral("%1 artists have this name").arg(rivals.size());
    }
}

} // namespace

ArtistChoice chooseArtist(const QString &name, const std::vector<spotify::Artist> &found)
{
    ArtistChoice choice;
    for (const auto &artist : found) {
        const auto isKnown = std::ranges::any_of(
            choice.candidates, [&](const auto &candidate) { return candidate.artist.id == artist.id; });
        if (!isKnown)
            choice.candidates.push_back({.artist = artist, .score = nameScore(name, artist.name)});
    }
    std::ranges::stable_sort(choice.candidates, std::ranges::greater(), &ArtistChoice::Scored::score);

    const auto exact = withAtLeast(choice.candidates, sameName);
    const auto near = withAtLeast(choice.candidates, nearlySameName);
    if (exact.size() == 1) {
        choice.chosen = exact.front()->artist;
        choice.reason = QStringLiteral("exact name");
    } else if (exact.size() > 1) {
        decideAmongRivals(exact, choice);
    } else if (near.size() == 1) {
        choice.chosen = near.front()->artist;
        choice.reason = QStringLiteral("the name but for an article or blanks");
    } else {
        choice.reason = near.empty() ? QStringLiteral("no artist of this name")
                                     : QStringLiteral("%1 artists nearly have this name").arg(near.size());
    }
    return choice;
}

} // namespace linernotes
