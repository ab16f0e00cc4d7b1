// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/seedline.h"

#include "core/foruser.h"
#include "matching/text.h"
#include "matching/title.h"
#include "spotify/spotifyparser.h"

#include <QSet>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <optional>

namespace linernotes
{
namespace
{

using Kind = SeedLine::Kind;

SeedLine invalid(const QString &text, const QString &problem)
{
    return {.kind = Kind::Invalid, .text = text, .artistId = {}, .name = {}, .problem = problem};
}

SeedLine tooLong(const QString &text)
{
    return invalid(text, ForUser::tr("This line is too long for an artist."));
}

bool startsWith(QStringView text, QLatin1String start)
{
    return text.startsWith(start, Qt::CaseInsensitive);
}

/// What a Spotify link of another kind is, and what to do instead.
QString otherKind(const QString &kind)
{
    if (kind == QLatin1String("track"))
        return ForUser::tr("This is a link to a track. Paste the link of the artist instead.");
    if (kind == QLatin1String("album"))
        return ForUser::tr("This is a link to an album. Paste the link of the artist instead.");
    if (kind == QLatin1String("playlist"))
        return ForUser::tr("This is a link to a playlist. Paste the links of its artists instead.");
    if (kind == QLatin1String("user"))
        return ForUser::tr("This is a link to a listener's page. Paste the link of the artist instead.");
    if (kind == QLatin1String("show") || kind == QLatin1String("episode"))
        return ForUser::tr("This is a link to a podcast. Paste the link of an artist instead.");
    return ForUser::tr("This is a Spotify link, but not to an artist. Paste the link of the artist instead.");
}

/// `kind` and `id` as a link names them.
SeedLine fromLink(const QString &text, Kind form, const QString &kind, const QString &id)
{
    if (kind != QLatin1String("artist"))
        return invalid(text, otherKind(kind));
    if (!spotify::isSpotifyId(id))
        return invalid(text,
                       ForUser::tr("The artist's id in this link is not 22 letters or digits. Copy the link again."));
    return {.kind = form, .text = text, .artistId = id, .name = {}, .problem = {}};
}

/// spotify:artist:<id>, also with "?si=…"; old ones begin with spotify:user:<name>:.
SeedLine fromUri(const QString &text, const QString &uri)
{
    const auto parts = uri.section(u'?', 0, 0).section(u'#', 0, 0).split(u':');
    return fromLink(text, Kind::SpotifyUri, parts.value(1).toLower(), parts.value(2));
}

/// /artist/<id>, /intl-de/artist/<id>, /embed/artist/<id>; what follows the id is a page of the artist.
SeedLine fromUrl(const QString &text, const QString &address)
{
    const QUrl url(address, QUrl::TolerantMode);
    const auto host = url.host().toLower();
    if (host == QLatin1String("spotify.link") || host == QLatin1String("spotify.app.link"))
        return invalid(
            text,
            ForUser::tr("Short links hide which artist they lead to. Open it in a browser and paste the address "
                        "that it leads to."));
    if (host == QLatin1String("embed.spotify.com")) {
        const auto uri = QUrlQuery(url).queryItemValue(QStringLiteral("uri"), QUrl::FullyDecoded);
        if (startsWith(uri, QLatin1String("spotify:"))) {
            auto line = fromUri(text, uri);
            if (line.kind == Kind::SpotifyUri)
                line.kind = Kind::SpotifyUrl;
            return line;
        }
    } else if (host != QLatin1String("open.spotify.com") && host != QLatin1String("play.spotify.com")) {
        return invalid(text, ForUser::tr("This is not a Spotify link. Paste the artist's Spotify link, id or name."));
    }
    auto path = url.path().split(u'/', Qt::SkipEmptyParts);
    while (!path.isEmpty()
           && (startsWith(path.first(), QLatin1String("intl-")) || path.first() == QLatin1String("embed")))
        path.removeFirst();
    return fromLink(text, Kind::SpotifyUrl, path.value(0).toLower(), path.value(1));
}

bool namesSpotifyHost(QStringView text)
{
    for (const auto host :
         {QLatin1String("open.spotify.com/"), QLatin1String("play.spotify.com/"), QLatin1String("embed.spotify.com/"),
          QLatin1String("spotify.link/"), QLatin1String("spotify.app.link/")}) {
        if (startsWith(text, host))
            return true;
    }
    return false;
}

/// The first field, if every field of the line is quoted (RFC 4180: a quote inside is doubled). Else nothing.
std::optional<QString> firstQuotedField(QStringView line)
{
    std::optional<QString> first;
    qsizetype i = 0;
    while (true) {
        if (i >= line.size() || line[i] != u'"')
            return std::nullopt;
        QString field;
        for (++i; i < line.size(); ++i) {
            if (line[i] != u'"')
                field.append(line[i]);
            else if (i + 1 < line.size() && line[i + 1] == u'"')
                field.append(line[++i]);
            else
                break;
        }
        if (i >= line.size())
            return std::nullopt; // never closed
        if (!first)
            first = field;
        if (++i == line.size())
            return first;
        if (line[i++] != u',')
            return std::nullopt; // "Weird Al" Yankovic
    }
}

qsizetype firstCell(QStringView row)
{
    const auto tab = row.indexOf(u'\t');
    return tab < 0 ? row.size() : tab;
}

bool isListSign(QChar sign)
{
    return QStringView(u"-*+•‣◦·▪●–—").contains(sign);
}

/// How many signs at the beginning of a trimmed line are an item's mark in a list, with the blanks behind it: "- ",
/// "• ", "1. ", "2) ", "(3) ". Without a blank, or more behind it, it is part of a name: *NSYNC, "10." of a list.
qsizetype markLength(QStringView line)
{
    constexpr qsizetype mostDigits = 5;
    qsizetype end = 0;
    if (!line.isEmpty() && isListSign(line.front())) {
        end = 1;
    } else {
        const bool isBracketed = line.startsWith(u'(');
        const qsizetype first = isBracketed ? 1 : 0;
        end = first;
        while (end < line.size() && line[end].isDigit() && end - first < mostDigits)
            ++end;
        const bool isEnded = end < line.size() && (line[end] == u')' || (line[end] == u'.' && !isBracketed));
        end = end > first && isEnded ? end + 1 : 0;
    }
    const auto mark = end;
    while (end < line.size() && line[end].isSpace())
        ++end;
    return mark > 0 && end > mark && end < line.size() ? end : 0;
}

/// One alone, or a few among many lines, are names: "10. Something".
bool isMarkedList(const std::vector<QStringView> &lines)
{
    std::size_t filled = 0;
    std::size_t marked = 0;
    for (const auto line : lines) {
        const auto trimmed = line.trimmed();
        filled += trimmed.isEmpty() ? 0 : 1;
        marked += markLength(trimmed) > 0 ? 1 : 0;
    }
    return marked > 1 && 2 * marked > filled;
}

/// Each without its end.
std::vector<QStringView> linesOf(QStringView rest)
{
    std::vector<QStringView> lines;
    while (!rest.isEmpty()) {
        const auto *const end = std::ranges::find_if(rest, [](QChar c) { return c == u'\n' || c == u'\r'; });
        const auto size = end - rest.begin();
        lines.push_back(rest.first(size));
        const bool isCrLf = size + 1 < rest.size() && rest[size] == u'\r' && rest[size + 1] == u'\n';
        rest = rest.mid(size + (isCrLf ? 2 : 1));
    }
    return lines;
}

/// Unreadable signs: controls, and the sign that stands for bytes that were no UTF-8.
bool isReadable(QStringView text)
{
    return std::ranges::none_of(
        text, [](QChar c) { return c.category() == QChar::Other_Control || c == QChar::ReplacementCharacter; });
}

/// <https://…>, as mail programs write a link.
QString withoutAngles(const QString &content)
{
    if (!content.startsWith(u'<') || !content.endsWith(u'>'))
        return content;
    const auto inner = QStringView(content).mid(1).chopped(1).trimmed();
    const bool isLink =
        inner.contains(QLatin1String("://")) || startsWith(inner, QLatin1String("spotify:")) || namesSpotifyHost(inner);
    return isLink ? inner.toString() : content;
}

SeedLine understood(const QString &text, const QString &content)
{
    if (startsWith(content, QLatin1String("spotify:")) && content.size() > 8 && !content.at(8).isSpace())
        return fromUri(text, content);
    const bool hasScheme =
        startsWith(content, QLatin1String("https://")) || startsWith(content, QLatin1String("http://"));
    if (hasScheme)
        return fromUrl(text, content);
    if (startsWith(content, QLatin1String("//")) && namesSpotifyHost(QStringView(content).mid(2)))
        return fromUrl(text, QLatin1String("https:") + content);
    if (namesSpotifyHost(content))
        return fromUrl(text, QLatin1String("https://") + content);
    if (content.contains(QLatin1String("://")))
        return invalid(text, ForUser::tr("This is not a Spotify link. Paste the artist's Spotify link, id or name."));
    if (spotify::isSpotifyId(content))
        return {.kind = Kind::SpotifyId, .text = text, .artistId = content, .name = {}, .problem = {}};
    const auto name = cleanText(content);
    if (name.isEmpty())
        return {.kind = Kind::Empty, .text = text, .artistId = {}, .name = {}, .problem = {}};
    if (name.size() > seedLineMaxLength) // one sign may stand for many: "ﷺ" is 18 letters
        return tooLong(text);
    return {.kind = Kind::Name, .text = text, .artistId = {}, .name = name, .problem = {}};
}

} // namespace

bool isSeedHeading(QStringView cell)
{
    static const QStringList headings{
        QStringLiteral("artist"),      QStringLiteral("artists"), QStringLiteral("artist name"),
        QStringLiteral("artist_name"), QStringLiteral("name"),    QStringLiteral("spotify_id"),
        QStringLiteral("spotify id"),  QStringLiteral("id"),      QStringLiteral("spotify_url"),
        QStringLiteral("spotify url"), QStringLiteral("url"),     QStringLiteral("uri")};
    return headings.contains(cell.trimmed().toString().toLower());
}

SeedLine parseSeedLine(QStringView line)
{
    const auto row = line.trimmed();
    const auto trimmed = row.first(firstCell(row)).trimmed();
    const auto text = trimmed.toString();
    if (text.size() > seedLineMaxLength)
        return tooLong(text);
    if (!isReadable(trimmed))
        return invalid(text, ForUser::tr("This line has signs that can't be read. Is the file a text in UTF-8?"));
    return understood(text, withoutAngles(firstQuotedField(trimmed).value_or(text).trimmed()));
}

std::vector<SeedLine> parseSeedLines(const QString &text)
{
    std::vector<SeedLine> lines;
    QSet<QString> known;
    const auto add = [&](QStringView part) {
        auto line = parseSeedLine(part);
        const auto key = !line.artistId.isEmpty() ? QLatin1String("id:") + line.artistId
            : !line.name.isEmpty()                ? QLatin1String("name:") + normalisedName(line.name)
                                                  : QString();
        if (!key.isEmpty() && known.contains(key))
            line.kind = Kind::Duplicate;
        known.insert(key);
        lines.push_back(std::move(line));
    };

    auto all = QStringView(text);
    if (all.startsWith(QChar(QChar::ByteOrderMark)))
        all = all.mid(1);
    const auto typed = linesOf(all);
    const bool isMarked = isMarkedList(typed);
    for (const auto line : typed) {
        const auto cell = line.first(firstCell(line));
        const bool isHeading = lines.empty() && cell.size() < line.size() && isSeedHeading(cell);
        const auto item = line.trimmed();
        add(isHeading ? QStringView() : isMarked ? item.mid(markLength(item)) : line);
    }
    return lines;
}

} // namespace linernotes
