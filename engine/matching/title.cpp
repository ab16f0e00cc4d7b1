// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/title.h"

#include "matching/text.h"
#include "matching/versionwords.h"

#include <QRegularExpression>

#include <algorithm>

namespace linernotes
{
namespace
{

/// The title with all its notes taken off, still in human form, and what the notes said.
struct Dissected {
    QString name;
    QStringList words;
    QStringList details;
    QStringList featured;
};

constexpr QStringView openers = u"([{【〔";
constexpr QStringView closers = u")]}】〕";

const QRegularExpression &featureStart()
{
    static const QRegularExpression pattern(QStringLiteral(R"((?:^|\s)(?:feat\.?|ft\.?|featuring)\s+)"),
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

const QRegularExpression &producerNote()
{
    static const QRegularExpression pattern(QStringLiteral(R"(^(?:prod\.?|produced)\s+(?:by\s+)?\S)"),
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

/// "From "Frozen"", "From the Motion Picture …": where the song was used.
bool isOriginNote(const QString &part)
{
    static const QRegularExpression quoted(QStringLiteral(R"(^(?:music\s+)?from\s+(?:the\s+)?(?:\S+\s+){0,5}?["'])"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression work(
        QStringLiteral(R"(^(?:music\s+)?from\b.*\b(?:soundtrack|motion picture|film|movie|musical|series|ost|game)\b)"),
        QRegularExpression::CaseInsensitiveOption);
    return quoted.match(part).hasMatch() || work.match(part).hasMatch();
}

void addFeatured(const QString &names, QStringList &featured)
{
    static const QRegularExpression separator(QStringLiteral(R"(\s*[,&]\s*)"));
    const auto parts = names.split(separator, Qt::SkipEmptyParts);
    for (const auto &part : parts) {
        const auto name = normalisedName(part);
        if (!name.isEmpty() && !featured.contains(name))
            featured.append(name);
    }
}

/// A bracket's content or a " - " suffix: whether it is a note about the song. If so, what it says is added.
bool takeNote(const QString &part, bool isBracket, Dissected &result)
{
    // "(with Someone)" names a guest; "(With a Little Help)" is part of the name.
    static const QRegularExpression with(QStringLiteral(R"(^with\s+(?!(?:or|a|an|my|your|you|me|us|love|no)\b))"),
                                         QRegularExpression::CaseInsensitiveOption);
    if (isOriginNote(part) || producerNote().match(part).hasMatch())
        return true;
    if (const auto match = with.match(part); isBracket && match.hasMatch() && !result.name.isEmpty()) {
        addFeatured(part.mid(match.capturedEnd()), result.featured);
        return true;
    }
    const auto feature = featureStart().match(part);
    const auto version = feature.hasMatch() ? part.left(feature.capturedStart()) : part;
    const auto note = readVersionNote(foldedText(version));
    const bool isFeatureOnly = feature.hasMatch() && version.trimmed().isEmpty();
    if (!note && !isFeatureOnly)
        return false;
    if (feature.hasMatch())
        addFeatured(part.mid(feature.capturedEnd()), result.featured);
    if (note) {
        result.words.append(note->words);
        if (!note->detail.isEmpty())
            result.details.append(note->detail);
    }
    return true;
}

/// Index of the bracket that closes the one at `open`; the end of the text if none does (cut titles).
qsizetype closingBracket(const QString &text, qsizetype open)
{
    int depth = 0;
    for (qsizetype i = open; i < text.size(); ++i) {
        if (openers.contains(text.at(i)))
            ++depth;
        else if (closers.contains(text.at(i)) && --depth == 0)
            return i;
    }
    return text.size();
}

/// Brackets that are notes go, the others stay where they are.
void takeBrackets(const QString &title, Dissected &result)
{
    for (qsizetype i = 0; i < title.size(); ++i) {
        if (!openers.contains(title.at(i))) {
            result.name.append(title.at(i));
            continue;
        }
        const auto close = closingBracket(title, i);
        const auto content = title.mid(i + 1, close - i - 1).trimmed();
        if (!takeNote(content, true, result))
            result.name.append(title.mid(i, close - i + 1));
        i = close;
    }
}

/// "Song - Live - 2011 Remaster": suffixes that are notes go, others are joined again.
void takeSuffixes(Dissected &result)
{
    const auto parts = result.name.split(QStringLiteral(" - "));
    result.name = parts.first();
    for (const auto &part : parts.sliced(1)) {
        if (!takeNote(part.trimmed(), false, result))
            result.name += QLatin1String(" - ") + part;
    }
}

/// "Song ft. Someone" without a bracket. "6 ft under" is a measure.
void takeOpenFeature(Dissected &result)
{
    const auto match = featureStart().match(result.name);
    const auto before = match.hasMatch() ? result.name.left(match.capturedStart()).trimmed() : QString();
    if (before.isEmpty() || before.back().isDigit())
        return;
    addFeatured(result.name.mid(match.capturedEnd()), result.featured);
    result.name = before;
}

Dissected dissect(const QString &title)
{
    const auto cleaned = cleanText(title);
    Dissected result;
    takeBrackets(cleaned, result);
    takeSuffixes(result);
    takeOpenFeature(result);
    result.name = result.name.simplified();
    if (result.name.isEmpty())
        return {.name = cleaned, .words = {}, .details = {}, .featured = {}}; // "(Live)" may be all the name there is
    return result;
}

template <typename Keep>
QStringList filtered(const QStringList &words, Keep keep)
{
    QStringList kept;
    std::ranges::copy_if(words, std::back_inserter(kept), [&](const QString &word) { return keep(versionKind(word)); });
    return kept;
}

} // namespace

ParsedTitle parseTitle(const QString &title)
{
    auto parts = dissect(title);
    parts.words.sort();
    parts.words.removeDuplicates();
    parts.details.sort();
    parts.details.removeDuplicates();
    return {.name = parts.name,
            .base = foldedText(parts.name),
            .versionWords = parts.words,
            .versionDetail = parts.details.join(u' '),
            .featured = parts.featured};
}

QString normalisedName(const QString &name)
{
    return foldedText(name);
}

QStringList recordingVersions(const ParsedTitle &title)
{
    return filtered(title.versionWords, [](VersionKind kind) { return kind != VersionKind::Master; });
}

QStringList songVersions(const ParsedTitle &title)
{
    return filtered(title.versionWords, [](VersionKind kind) { return kind == VersionKind::Rendition; });
}

} // namespace linernotes
