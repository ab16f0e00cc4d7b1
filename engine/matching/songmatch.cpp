// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/songmatch.h"

#include "matching/notsongs.h"
#include "matching/resemblance.h"
#include "matching/text.h"
#include "matching/title.h"

#include <QRegularExpression>

#include <algorithm>
#include <tuple>

namespace linernotes
{
namespace
{

// Each factor keeps a perfect resemblance under acceptThreshold, or, where the evidence is weak, just above it.
constexpr double otherVersion = 0.5;
constexpr double otherVersionDetail = 0.6; ///< both a remix, but by others
constexpr double untoldRemixer = 0.8;
constexpr double otherFeatures = 0.95;
constexpr double otherSpotifyId = 0.95; ///< a re-release has another id
constexpr double translation = 0.3;

QString twoDigits(double value)
{
    return QString::number(value, 'f', 2);
}

/// Whose remix, live where. A remix of which only one side names the maker may be another's; a concert may just be
/// told in fewer words.
double detailFactor(const QString &ours, const QString &theirs, const QStringList &words)
{
    if (ours.isEmpty() != theirs.isEmpty())
        return words.contains(QStringLiteral("remix")) ? untoldRemixer : 1;
    return similarity(ours, theirs) < acceptThreshold ? otherVersionDetail : 1;
}

void compareVersions(const ParsedTitle &ours, const ParsedTitle &theirs, MatchScore &score)
{
    const auto ourWords = songVersions(ours);
    const auto theirWords = songVersions(theirs);
    if (ourWords != theirWords) {
        QStringList differing;
        for (const auto &word : ourWords + theirWords) {
            if (ourWords.contains(word) != theirWords.contains(word) && !differing.contains(word))
                differing.append(word);
        }
        score.value *= otherVersion;
        score.reasons.append(QStringLiteral("version differs: %1").arg(differing.join(QLatin1String(", "))));
    } else if (!ourWords.isEmpty()) {
        const double factor = detailFactor(ours.versionDetail, theirs.versionDetail, ourWords);
        score.value *= factor;
        score.reasons.append(factor == 1 ? QStringLiteral("version equal: %1").arg(ourWords.join(QLatin1String(", ")))
                                         : QStringLiteral("version of another: \"%1\"").arg(theirs.versionDetail));
    }
}

/// Two titles that name guests, and none in common.
void compareFeatures(const QStringList &ours, const QStringList &theirs, MatchScore &score)
{
    const bool isOther = !ours.isEmpty() && !theirs.isEmpty()
        && std::ranges::none_of(ours, [&](const QString &name) { return theirs.contains(name); });
    if (isOther) {
        score.value *= otherFeatures;
        score.reasons.append(QStringLiteral("features differ"));
    }
}

/// What a song page says of itself.
struct SongTexts {
    QString title;
    QString titleWithFeatured;
    QStringList artists;
};

MatchScore scoreTexts(const ParsedTitle &ours, const QStringList &ourArtists, const SongTexts &page)
{
    const auto theirs = parseTitle(page.title);
    const double titles = titleResemblance(ours, theirs);
    const double names = artistResemblance(ourArtists, page.artists);

    MatchScore score;
    score.value = std::min(titles, names);
    score.reasons.append(titles == 1 ? QStringLiteral("title exact")
                                     : QStringLiteral("title %1").arg(twoDigits(titles)));
    score.reasons.append(names == 1 ? QStringLiteral("artist exact")
                                    : QStringLiteral("artist %1").arg(twoDigits(names)));
    compareVersions(ours, theirs, score);
    compareFeatures(ours.featured, parseTitle(page.titleWithFeatured).featured, score);
    return score;
}

QStringList namesOf(const std::vector<genius::ArtistRef> &artists)
{
    QStringList names;
    for (const auto &artist : artists)
        names.append(artist.name);
    return names;
}

MatchScore scoreHit(const ParsedTitle &ours, const QStringList &ourArtists, const genius::SearchHit &hit)
{
    auto artists = hit.artistNames;
    if (!artists.contains(hit.primaryArtist.name))
        artists.prepend(hit.primaryArtist.name);
    return scoreTexts(ours, ourArtists,
                      {.title = hit.title, .titleWithFeatured = hit.titleWithFeatured, .artists = artists});
}

/// Track ids that the song's media name, from native_uri or the address.
QStringList spotifyIdsOf(const genius::Song &song)
{
    static const QRegularExpression track(QStringLiteral("(?:spotify:track:|/track/)([0-9A-Za-z]{22})(?![0-9A-Za-z])"));
    QStringList ids;
    for (const auto &media : song.media) {
        if (media.provider != QLatin1String("spotify"))
            continue;
        for (const auto &text : {media.nativeUri, media.url}) {
            if (const auto match = track.match(text); match.hasMatch())
                ids.append(match.captured(1));
        }
    }
    if (!song.spotifyUuid.isEmpty())
        ids.append(song.spotifyUuid);
    return ids;
}

} // namespace

MatchScore scoreHit(const TrackFacts &facts, const genius::SearchHit &hit)
{
    return scoreHit(parseTitle(facts.title), facts.artistNames, hit);
}

MatchScore scoreSong(const TrackFacts &facts, const genius::Song &song)
{
    const auto theirIds = spotifyIdsOf(song);
    const bool isOurs =
        std::ranges::any_of(theirIds, [&](const QString &id) { return facts.spotifyTrackIds.contains(id); });
    auto score = scoreTexts(parseTitle(facts.title), facts.artistNames,
                            {.title = song.title,
                             .titleWithFeatured = song.titleWithFeatured,
                             .artists = namesOf(song.primaryArtists) + namesOf(song.featuredArtists)});
    if (isOurs) {
        score.value = 1;
        score.certain = true;
        score.reasons.prepend(QStringLiteral("spotify-uri"));
        return score;
    }
    if (!theirIds.isEmpty() && !facts.spotifyTrackIds.isEmpty()) {
        score.value *= otherSpotifyId;
        score.reasons.append(QStringLiteral("other spotify-uri"));
    }
    if (song.isTranslation || isTranslationPage(song.title, namesOf(song.primaryArtists), facts)) {
        score.value *= translation;
        score.reasons.append(QStringLiteral("translation"));
    }
    return score;
}

std::vector<Candidate> rankHits(const TrackFacts &facts, const std::vector<genius::SearchHit> &hits)
{
    const auto ours = parseTitle(facts.title);
    const auto first = normalisedName(facts.artistNames.value(0));
    const bool hasGuests = facts.artistNames.size() > 1 || !ours.featured.isEmpty();
    struct Ranked {
        Candidate candidate;
        bool isFirst = false; ///< our first artist is theirs: "Apologize" is OneRepublic's, and Timbaland's with them
        bool isAlike = false; ///< both have guests, or neither
    };
    std::vector<Ranked> ranked;
    for (const auto &hit : hits) {
        if (isNoSongPage(hit.title, facts) || isTranslationPage(hit.title, {hit.primaryArtist.name}, facts))
            continue;
        ranked.push_back({.candidate = {.hit = hit, .score = scoreHit(ours, facts.artistNames, hit)},
                          .isFirst = normalisedName(hit.primaryArtist.name) == first,
                          .isAlike = (hit.artistNames.size() > 1) == hasGuests});
    }
    std::ranges::stable_sort(ranked, std::ranges::greater(), [](const Ranked &hit) {
        return std::tuple(hit.candidate.score.value, hit.isFirst, hit.isAlike);
    });
    std::vector<Candidate> candidates;
    for (auto &hit : ranked)
        candidates.push_back(std::move(hit.candidate));
    return candidates;
}

QString searchQuery(const TrackFacts &facts)
{
    const auto artist = facts.artistNames.isEmpty() ? QString() : cleanText(facts.artistNames.first());
    return QStringLiteral("%1 %2").arg(parseTitle(facts.title).name, artist).trimmed();
}

} // namespace linernotes
