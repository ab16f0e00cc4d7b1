// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/versionwords.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <vector>

namespace linernotes
{
namespace
{

/// Where in a part a phrase must stand to make the part a version note. Once it is one, all phrases in it count.
enum class Place { Anywhere, Start, End, Whole };

struct Phrase {
    const char *text; ///< folded, words separated by one blank
    const char *word; ///< canonical; empty for Plain
    Place place;
};

/// Longer phrases stand before the shorter ones that they contain.
constexpr std::array phrases = {
    // Plain
    Phrase{"original motion picture soundtrack", "", Place::Anywhere},
    Phrase{"original soundtrack", "", Place::Anywhere},
    Phrase{"motion picture soundtrack", "", Place::Anywhere},
    Phrase{"original album version", "", Place::Anywhere},
    Phrase{"original version", "", Place::End},
    Phrase{"original mix", "", Place::Anywhere},
    Phrase{"album version", "", Place::Anywhere},
    Phrase{"album mix", "", Place::Whole},
    Phrase{"lp version", "", Place::Anywhere},
    Phrase{"main version", "", Place::Whole},
    Phrase{"full version", "", Place::Whole},
    Phrase{"full length version", "", Place::Whole},
    Phrase{"explicit version", "", Place::Anywhere},
    Phrase{"explicit", "", Place::Whole},
    Phrase{"bonus track version", "", Place::Anywhere},
    Phrase{"bonus track", "", Place::Anywhere},
    Phrase{"bonus", "", Place::Whole},
    Phrase{"deluxe version", "", Place::End},
    Phrase{"deluxe edition", "", Place::End},
    Phrase{"deluxe", "", Place::Whole},
    Phrase{"expanded edition", "", Place::End},
    Phrase{"anniversary edition", "", Place::End},
    Phrase{"special edition", "", Place::End},
    Phrase{"official music video", "", Place::Whole},
    Phrase{"official lyric video", "", Place::Whole},
    Phrase{"official video", "", Place::Whole},
    Phrase{"official audio", "", Place::Whole},
    Phrase{"lyric video", "", Place::Whole},
    Phrase{"from the vault", "", Place::Whole},
    Phrase{"original", "", Place::Whole},
    // Master
    Phrase{"digitally remastered", "remaster", Place::Anywhere},
    Phrase{"digital remaster", "remaster", Place::Anywhere},
    Phrase{"remastered version", "remaster", Place::Anywhere},
    Phrase{"remaster version", "remaster", Place::Anywhere},
    Phrase{"remastered", "remaster", Place::Anywhere},
    Phrase{"remasterizado", "remaster", Place::Anywhere},
    Phrase{"remaster", "remaster", Place::Anywhere},
    // Edit
    Phrase{"radio edit", "radio edit", Place::Anywhere},
    Phrase{"radio version", "radio edit", Place::Anywhere},
    Phrase{"radio mix", "radio edit", Place::Anywhere},
    Phrase{"single version", "single version", Place::Anywhere},
    Phrase{"single edit", "single version", Place::Anywhere},
    Phrase{"single mix", "single version", Place::Anywhere},
    Phrase{"7 inch version", "single version", Place::Anywhere},
    Phrase{"7 version", "single version", Place::Anywhere},
    Phrase{"12 inch version", "extended", Place::Anywhere},
    Phrase{"12 version", "extended", Place::Anywhere},
    Phrase{"12 mix", "extended", Place::Anywhere},
    Phrase{"extended version", "extended", Place::Anywhere},
    Phrase{"extended mix", "extended", Place::Anywhere},
    Phrase{"extended edit", "extended", Place::Anywhere},
    Phrase{"long version", "extended", Place::Anywhere},
    Phrase{"extended", "extended", Place::Whole},
    Phrase{"short version", "edit", Place::Anywhere},
    Phrase{"video version", "edit", Place::Anywhere},
    Phrase{"video edit", "edit", Place::Anywhere},
    Phrase{"clean version", "clean", Place::Anywhere},
    Phrase{"clean edit", "clean", Place::Anywhere},
    Phrase{"clean", "clean", Place::Whole},
    Phrase{"mono version", "mono", Place::Anywhere},
    Phrase{"mono mix", "mono", Place::Anywhere},
    Phrase{"mono", "mono", Place::End},
    Phrase{"stereo version", "stereo", Place::Anywhere},
    Phrase{"stereo mix", "stereo", Place::Anywhere},
    Phrase{"stereo", "stereo", Place::End},
    // Rendition
    Phrase{"vip mix", "vip", Place::Anywhere},
    Phrase{"vip", "vip", Place::End},
    Phrase{"remix", "remix", Place::Anywhere},
    Phrase{"remixed", "remix", Place::Anywhere},
    Phrase{"rmx", "remix", Place::Anywhere},
    Phrase{"megamix", "remix", Place::Anywhere},
    Phrase{"rework", "rework", Place::Anywhere},
    Phrase{"reworked", "rework", Place::Anywhere},
    Phrase{"refix", "remix", Place::End},
    Phrase{"flip", "remix", Place::End},
    Phrase{"bootleg", "bootleg", Place::End},
    Phrase{"mashup", "mashup", Place::Anywhere},
    Phrase{"live", "live", Place::Whole},
    Phrase{"en vivo", "live", Place::Start},
    Phrase{"ao vivo", "live", Place::Start},
    Phrase{"unplugged", "unplugged", Place::Anywhere},
    Phrase{"acoustic", "acoustic", Place::Anywhere},
    Phrase{"acustico", "acoustic", Place::Anywhere},
    Phrase{"instrumental", "instrumental", Place::Anywhere},
    Phrase{"karaoke", "karaoke", Place::Anywhere},
    Phrase{"a cappella", "a cappella", Place::Anywhere},
    Phrase{"a capella", "a cappella", Place::Anywhere},
    Phrase{"acappella", "a cappella", Place::Anywhere},
    Phrase{"acapella", "a cappella", Place::Anywhere},
    Phrase{"sped up", "sped up", Place::Anywhere},
    Phrase{"speed up", "sped up", Place::Whole},
    Phrase{"nightcore", "sped up", Place::Anywhere},
    Phrase{"slowed down", "slowed", Place::Anywhere},
    Phrase{"slowed", "slowed", Place::Anywhere},
    Phrase{"re recorded", "re-recorded", Place::Anywhere},
    Phrase{"rerecorded", "re-recorded", Place::Anywhere},
    Phrase{"alternate take", "alternate", Place::Anywhere},
    Phrase{"alternative version", "alternate", Place::Anywhere},
    Phrase{"alternate version", "alternate", Place::Anywhere},
    Phrase{"outtake", "alternate", Place::Anywhere},
    Phrase{"orchestral", "orchestral", Place::Whole},
    Phrase{"orchestral version", "orchestral", Place::Anywhere},
    Phrase{"demo", "demo", Place::End},
    Phrase{"demo version", "demo", Place::Anywhere},
    Phrase{"home demo", "demo", Place::Anywhere},
    Phrase{"stripped", "stripped", Place::Whole},
    Phrase{"stripped version", "stripped", Place::Anywhere},
    Phrase{"reprise", "reprise", Place::End},
    Phrase{"dub", "dub", Place::End},
    Phrase{"cover", "cover", Place::End},
    Phrase{"commentary", "commentary", Place::Whole},
};

/// Behind these a "live" at the start speaks of a concert.
constexpr std::array liveContinuations = {
    "at",       "in",          "from",       "on",   "version", "session",   "sessions",
    "acoustic", "performance", "bbc",        "mtv",  "lounge",  "unplugged", "edit",
    "mix",      "remaster",    "remastered", "room", "concert", "studio",    "recording",
};

/// Say nothing about which version it is, once the words are known.
constexpr std::array noise = {
    "version", "mix", "edit", "the", "a", "an", "at", "in", "from", "on", "by", "of", "for", "official", "and",
};

/// Beside "edit" and "mix" these say which cut it is. Any other word there says who made it: a remix by another name.
constexpr std::array cuts = {
    "us",   "uk",   "short", "long", "main", "new",   "full",  "length",   "album", "single",    "tv",      "movie",
    "film", "club", "7",     "12",   "inch", "clean", "dirty", "explicit", "video", "alternate", "special", "intro",
};

template <size_t N>
bool contains(const std::array<const char *, N> &list, const QString &token)
{
    return std::ranges::any_of(list, [&](const char *entry) { return token == QLatin1String(entry); });
}

bool isYear(const QString &token)
{
    return token.size() == 4 && (token.startsWith(u'1') || token.startsWith(u'2'))
        && std::ranges::all_of(token, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Position of the phrase among the tokens, or −1.
qsizetype find(const QStringList &tokens, const QStringList &phrase)
{
    for (qsizetype i = 0; i + phrase.size() <= tokens.size(); ++i) {
        if (std::equal(phrase.begin(), phrase.end(), tokens.begin() + i))
            return i;
    }
    return -1;
}

bool fits(Place place, qsizetype at, qsizetype phraseSize, qsizetype size)
{
    switch (place) {
    case Place::Anywhere:
        return true;
    case Place::Start:
        return at == 0;
    case Place::End:
        return at + phraseSize == size;
    case Place::Whole:
        return phraseSize == size;
    }
    return false;
}

bool saysLive(const QStringList &tokens)
{
    if (tokens.first() == QLatin1String("live"))
        return tokens.size() == 1 || contains(liveContinuations, tokens.at(1)) || isYear(tokens.at(1));
    return tokens.last() == QLatin1String("live")
        || find(tokens, {QStringLiteral("recorded"), QStringLiteral("live")}) >= 0;
}

bool namesSomebody(const QStringList &detail)
{
    return std::ranges::any_of(detail, [](const QString &token) { return !isYear(token) && !contains(cuts, token); });
}

/// "X Mix", "X Edit", "X Version": whose or which stands before. A year alone is a new mix of the same performance.
std::optional<VersionNote> readGeneric(const QStringList &tokens)
{
    const auto &last = tokens.last();
    const auto detail = tokens.first(tokens.size() - 1);
    const bool onlyYears = std::ranges::all_of(detail, isYear);
    QString word;
    if (last == QLatin1String("mix") && !detail.isEmpty()) // "(Mix)" alone is a name
        word = onlyYears ? QStringLiteral("new mix") : QStringLiteral("remix");
    else if (last == QLatin1String("edit"))
        word = namesSomebody(detail) ? QStringLiteral("remix") : QStringLiteral("edit");
    else if (last == QLatin1String("version"))
        word = onlyYears ? QStringLiteral("dated version") : QStringLiteral("version");
    else
        return std::nullopt;
    return VersionNote{.words = {word}, .detail = detail.join(u' ')};
}

/// The table above with its texts split into words, once.
struct SplitPhrase {
    QStringList tokens;
    QString word;
    Place place;
};

const std::vector<SplitPhrase> &splitPhrases()
{
    static const auto split = [] {
        std::vector<SplitPhrase> all;
        all.reserve(phrases.size());
        for (const auto &phrase : phrases)
            all.push_back(
                {QString::fromLatin1(phrase.text).split(u' '), QString::fromLatin1(phrase.word), phrase.place});
        return all;
    }();
    return split;
}

bool isVersionNote(const QStringList &tokens)
{
    if (saysLive(tokens))
        return true;
    return std::ranges::any_of(splitPhrases(), [&](const SplitPhrase &phrase) {
        const auto at = find(tokens, phrase.tokens);
        return at >= 0 && fits(phrase.place, at, phrase.tokens.size(), tokens.size());
    });
}

/// Removes the phrase, for a remaster with its year: "2011 remaster", "remastered in 2009".
void take(QStringList &tokens, qsizetype at, qsizetype size, bool withYear)
{
    tokens.remove(at, size);
    if (!withYear)
        return;
    if (at < tokens.size() && tokens.at(at) == QLatin1String("in") && at + 1 < tokens.size()
        && isYear(tokens.at(at + 1)))
        tokens.remove(at, 2);
    else if (at < tokens.size() && isYear(tokens.at(at)))
        tokens.removeAt(at);
    else if (at > 0 && isYear(tokens.at(at - 1)))
        tokens.removeAt(at - 1);
}

/// What a note on a master says besides: "dance mix 2018 remaster" is a remix, "part one remastered 2009" one of
/// several.
std::optional<VersionNote> otherVersion(const QStringList &rest, const QStringList &words)
{
    const bool isMaster = std::ranges::all_of(words, [](const QString &word) {
        return versionKind(word) != VersionKind::Edit && versionKind(word) != VersionKind::Rendition;
    });
    if (!isMaster || rest.isEmpty())
        return std::nullopt;
    auto other = readGeneric(rest);
    static const QStringList parts{QStringLiteral("part"), QStringLiteral("parts"), QStringLiteral("pt"),
                                   QStringLiteral("pts"),  QStringLiteral("vol"),   QStringLiteral("volume")};
    if (!other && parts.contains(rest.first()))
        other = VersionNote{.words = {QStringLiteral("version")}, .detail = rest.join(u' ')};
    if (!other)
        return std::nullopt;
    other->words += words;
    other->words.sort();
    other->words.removeDuplicates();
    return other;
}

} // namespace

std::optional<VersionNote> readVersionNote(const QString &foldedPart)
{
    auto tokens = foldedPart.split(u' ', Qt::SkipEmptyParts);
    if (tokens.isEmpty())
        return std::nullopt;
    if (!isVersionNote(tokens))
        return readGeneric(tokens);

    VersionNote note;
    for (const auto &phrase : splitPhrases()) {
        for (auto at = find(tokens, phrase.tokens); at >= 0; at = find(tokens, phrase.tokens)) {
            take(tokens, at, phrase.tokens.size(), phrase.word == QLatin1String("remaster"));
            if (!phrase.word.isEmpty())
                note.words.append(phrase.word);
        }
    }
    note.words.sort();
    note.words.removeDuplicates();

    if (auto other = otherVersion(tokens, note.words))
        return other;
    tokens.removeIf([](const QString &token) { return contains(noise, token); });
    const bool hasDetail = std::ranges::any_of(note.words, [](const QString &word) {
        const auto kind = versionKind(word);
        return kind == VersionKind::Edit || kind == VersionKind::Rendition;
    });
    if (!hasDetail)
        return note;
    note.detail = tokens.join(u' ');
    const bool isOnlyCut =
        std::ranges::all_of(note.words, [](const QString &word) { return versionKind(word) <= VersionKind::Edit; });
    if (isOnlyCut && namesSomebody(tokens)) { // "Jump Smokers Extended Mix"
        note.words.append(QStringLiteral("remix"));
        note.words.sort();
    }
    return note;
}

VersionKind versionKind(const QString &word)
{
    static const QSet<QString> edits = {
        QStringLiteral("radio edit"), QStringLiteral("single version"), QStringLiteral("extended"),
        QStringLiteral("edit"),       QStringLiteral("clean"),          QStringLiteral("mono"),
        QStringLiteral("stereo"),     QStringLiteral("new mix"),        QStringLiteral("dated version"),
    };
    if (word.isEmpty())
        return VersionKind::Plain;
    if (word == QLatin1String("remaster"))
        return VersionKind::Master;
    return edits.contains(word) ? VersionKind::Edit : VersionKind::Rendition;
}

} // namespace linernotes
