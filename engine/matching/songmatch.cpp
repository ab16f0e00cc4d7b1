// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/songmatch.h"

#include "matching/notsongs.h"
#include "matching/text.h"
#include "matching/title.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace linernotes
{
namespace
{

// Each factor keeps a perfect resemblance under acceptThreshold, or, where the evidence is weak, just above it.
constexpr double otherVersion = 0.5;
constexpr double otherVersionDetail = 0.6; ///< both a remix, but by others
constexpr double otherFeatures = 0.95;
constexpr double otherSpotifyId = 0.95; ///< a re-release has another id
constexpr double translation = 0.3;
constexpr double otherNumber = 0.5; ///< "Pt. 1" / "Pt. 2"
constexpr double nearlySame = 0.97; ///< blanks or an article apart
constexpr double notTheFirstArtist = 0.97; ///< our featured artist is their primary one
constexpr qsizetype shortestFuzzyName = 5; ///< "Sia" / "Mia": in a short name each letter counts

QString twoDigits(double value)
{
    return QString::number(value, 'f', 2);
}

QString withoutBlanks(QString text)
{
    return text.remove(u' ');
}

/// The numbers in a title, roman ones too from II on ("I" and "X" are words).
QStringList numbersIn(const QString &folded)
{
    static const QHash<QString, QString> romans = {
        {QStringLiteral("ii"), QStringLiteral("2")},  {QStringLiteral("iii"), QStringLiteral("3")},
        {QStringLiteral("iv"), QStringLiteral("4")},  {QStringLiteral("vi"), QStringLiteral("6")},
        {QStringLiteral("vii"), QStringLiteral("7")}, {QStringLiteral("viii"), QStringLiteral("8")},
        {QStringLiteral("ix"), QStringLiteral("9")},
    };
    static const QRegularExpression digits(QStringLiteral("[0-9]+"));
    QStringList numbers;
    const auto words = folded.split(u' ');
    for (const auto &word : words) {
        if (romans.contains(word))
            numbers.append(romans.value(word));
        for (auto match = digits.globalMatch(word); match.hasNext();)
            numbers.append(match.next().captured());
    }
    return numbers;
}

double titleScore(const QString &ours, const QString &theirs)
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

QString withoutArticle(const QString &name)
{
    return name.startsWith(QLatin1String("the ")) ? name.mid(4) : name;
}

double nameScore(const QString &ours, const QString &theirs)
{
    if (ours.isEmpty() || theirs.isEmpty())
        return 0;
    if (ours == theirs)
        return 1;
    if (withoutBlanks(withoutArticle(ours)) == withoutBlanks(withoutArticle(theirs)))
        return nearlySame;
    return std::min(ours.size(), theirs.size()) < shortestFuzzyName ? 0 : similarity(ours, theirs);
}

double artistScore(const QStringList &ours, const QStringList &theirs)
{
    double best = 0;
    for (qsizetype i = 0; i < ours.size(); ++i) {
        const auto ourNames = namesIn(ours.at(i));
        const double weight = i == 0 ? 1 : notTheFirstArtist;
        for (const auto &theirName : theirs) {
            const auto theirNames = namesIn(theirName);
            for (const auto &theirPart : theirNames) {
                best = std::max(best, weight * nameScore(ourNames.first(), theirPart));
            }
            for (const auto &ourPart : ourNames.sliced(1))
                best = std::max(best, weight * nameScore(ourPart, theirNames.first()));
        }
    }
    return best;
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
        const bool isTold = !ours.versionDetail.isEmpty() && !theirs.versionDetail.isEmpty();
        const bool isOther = isTold && similarity(ours.versionDetail, theirs.versionDetail) < acceptThreshold;
        score.value *= isOther ? otherVersionDetail : 1;
        score.reasons.append(isOther ? QStringLiteral("version by another: %1").arg(theirs.versionDetail)
                                     : QStringLiteral("version equal: %1").arg(ourWords.join(QLatin1String(", "))));
    }
}

/// Two titles that name guests, and none in common.
void compareFeatures(const ParsedTitle &ours, const ParsedTitle &theirs, MatchScore &score)
{
    const bool isOther = !ours.featured.isEmpty() && !theirs.featured.isEmpty()
        && std::ranges::none_of(ours.featured, [&](const QString &name) { return theirs.featured.contains(name); });
    if (isOther) {
        score.value *= otherFeatures;
        score.reasons.append(QStringLiteral("features differ"));
    }
}

MatchScore scoreTexts(const TrackFacts &facts, const QString &title, const QString &titleWithFeatured,
                      const QStringList &artists)
{
    const auto ours = parseTitle(facts.title);
    const auto plain = parseTitle(title);
    auto theirs = parseTitle(titleWithFeatured);
    const double titles = std::max(titleScore(ours.base, plain.base), titleScore(ours.base, theirs.base));
    const double names = artistScore(facts.artistNames, artists);
    theirs.versionWords = plain.versionWords;
    theirs.versionDetail = plain.versionDetail;

    MatchScore score;
    score.value = std::min(titles, names);
    score.reasons.append(titles == 1 ? QStringLiteral("title exact")
                                     : QStringLiteral("title %1").arg(twoDigits(titles)));
    score.reasons.append(names == 1 ? QStringLiteral("artist exact")
                                    : QStringLiteral("artist %1").arg(twoDigits(names)));
    compareVersions(ours, theirs, score);
    compareFeatures(ours, theirs, score);
    return score;
}

QStringList namesOf(const std::vector<genius::ArtistRef> &artists)
{
    QStringList names;
    for (const auto &artist : artists)
        names.append(artist.name);
    return names;
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
    auto artists = hit.artistNames;
    if (!artists.contains(hit.primaryArtist.name))
        artists.prepend(hit.primaryArtist.name);
    return scoreTexts(facts, hit.title, hit.titleWithFeatured, artists);
}

MatchScore scoreSong(const TrackFacts &facts, const genius::Song &song)
{
    const auto theirIds = spotifyIdsOf(song);
    const bool isOurs =
        std::ranges::any_of(theirIds, [&](const QString &id) { return facts.spotifyTrackIds.contains(id); });
    auto score = scoreTexts(facts, song.title, song.titleWithFeatured,
                            namesOf(song.primaryArtists) + namesOf(song.featuredArtists));
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
    std::vector<Candidate> candidates;
    for (const auto &hit : hits) {
        const bool isLeftOut =
            isNoSongPage(hit.title, facts) || isTranslationPage(hit.title, {hit.primaryArtist.name}, facts);
        if (!isLeftOut)
            candidates.push_back({.hit = hit, .score = scoreHit(facts, hit)});
    }
    std::ranges::stable_sort(candidates, std::ranges::greater(),
                             [](const Candidate &candidate) { return candidate.score.value; });
    return candidates;
}

QString searchQuery(const TrackFacts &facts)
{
    const auto artist = facts.artistNames.isEmpty() ? QString() : cleanText(facts.artistNames.first());
    return QStringLiteral("%1 %2").arg(searchTitle(facts.title), artist).trimmed();
}

} // namespace linernotes
