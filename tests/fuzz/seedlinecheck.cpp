// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks.h"
#include "claims.h"
#include "matching/seedline.h"
#include "matching/title.h"
#include "messages/messages.h"
#include "spotify/spotifyparser.h"

#include <QSet>

namespace linernotes::fuzz
{
namespace
{

using Kind = SeedLine::Kind;

/// Whatever is taken for an artist becomes a message; one that its worker refuses would be a seed lost on the way.
void checkCanBeQueued(const SeedLine &line, Claims &claims)
{
    const ArtistDiscoveryMessage seed{.artistId = line.artistId, .name = line.name, .scope = {}};
    const auto queued = parseMessage(StageId::ArtistDiscovery, toJson(seed));
    claims.that(queued && *queued == AnyMessage(seed), "a seed can be queued");
}

void checkLine(const SeedLine &line, Claims &claims)
{
    const bool hasId = line.kind == Kind::SpotifyId || line.kind == Kind::SpotifyUri || line.kind == Kind::SpotifyUrl;
    claims.that(line.text == line.text.trimmed(), "a line's text is trimmed");
    claims.that(hasId ? spotify::isSpotifyId(line.artistId) : line.artistId.isEmpty(), "ids have their form");
    claims.that((line.kind == Kind::Name) == !line.name.isEmpty(), "a name is there where one was understood");
    claims.that((line.kind == Kind::Invalid) == !line.problem.isEmpty(), "a bad line says why, and no other");
    claims.that(line.kind != Kind::Duplicate, "a line alone repeats nothing");
    claims.that(parseSeedLine(line.text) == line, "the text of a line is understood as the line was");
    if (hasId || line.kind == Kind::Name)
        checkCanBeQueued(line, claims);
}

/// A duplicate names who was named before, and nobody is named twice without being called one.
void checkDuplicates(const std::vector<SeedLine> &lines, Claims &claims)
{
    QSet<QString> ids;
    QSet<QString> names;
    for (const auto &line : lines) {
        const auto name = line.name.isEmpty() ? QString() : normalisedName(line.name);
        const bool isKnown = ids.contains(line.artistId) || names.contains(name);
        claims.that((line.kind == Kind::Duplicate) == isKnown, "the second line for an artist is a duplicate");
        if (!line.artistId.isEmpty())
            ids.insert(line.artistId);
        if (!name.isEmpty())
            names.insert(name);
    }
}

qsizetype lineCount(QString text)
{
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text.remove(0, 1);
    text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\r', u'\n');
    return text.count(u'\n') + (text.isEmpty() || text.endsWith(u'\n') ? 0 : 1);
}

} // namespace

QString checkSeedline(const QByteArray &input)
{
    Claims claims;
    const auto text = QString::fromUtf8(input);
    checkLine(parseSeedLine(text), claims);
    const auto lines = parseSeedLines(text);
    claims.that(static_cast<qsizetype>(lines.size()) == lineCount(text), "each line has its entry");
    for (const auto &line : lines) {
        if (line.kind != Kind::Duplicate)
            checkLine(line, claims);
    }
    checkDuplicates(lines, claims);
    return claims.broken();
}

} // namespace linernotes::fuzz
