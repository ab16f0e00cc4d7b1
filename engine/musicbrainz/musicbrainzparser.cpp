// SPDX-License-Identifier: GPL-3.0-or-later
#include "musicbrainz/musicbrainzparser.h"

#include "core/jsonreader.h"

#include <QRegularExpression>

namespace linernotes::musicbrainz
{
namespace
{

QString requiredId(const JsonReader &reader)
{
    static const QRegularExpression form(
        QStringLiteral("\\A[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\z"));
    const auto id = reader.string(QStringLiteral("id"));
    if (reader.exists() && !form.match(id).hasMatch())
        reader.fail(QStringLiteral("id"), QStringLiteral("expected an MBID"));
    return id;
}

/// One that no browser would take is no page either.
bool isWeb(const QString &address)
{
    constexpr qsizetype longest = 2048;
    if (address.size() > longest)
        return false;
    return address.startsWith(QLatin1String("https://"), Qt::CaseInsensitive)
        || address.startsWith(QLatin1String("http://"), Qt::CaseInsensitive);
}

void readOwners(const JsonReader &url, std::vector<AddressOwner> &owners)
{
    const auto address = url.string(QStringLiteral("resource"));
    url.forEachOptional(QStringLiteral("relations"), [&](const JsonReader &relation) {
        if (!relation.has(QStringLiteral("artist")) || relation.optionalBool(QStringLiteral("ended")))
            return;
        owners.push_back({.address = address, .artistId = requiredId(relation.at(QStringLiteral("artist")))});
    });
}

/// A misspelling, or what people type instead: it is nobody's name.
bool isForSearchOnly(const JsonReader &alias)
{
    return alias.optionalString(QStringLiteral("type")) == QLatin1String("Search hint");
}

} // namespace

Result<std::vector<AddressOwner>> parseOwners(const QByteArray &body)
{
    const auto root = JsonReader::parse(body);
    std::vector<AddressOwner> owners;
    if (root.has(QStringLiteral("urls")))
        root.forEach(QStringLiteral("urls"), [&](const JsonReader &url) { readOwners(url, owners); });
    else
        readOwners(root, owners);
    if (const auto error = root.error())
        return failure(*error);
    return owners;
}

Result<Artist> parseArtist(const QByteArray &body)
{
    const auto root = JsonReader::parse(body);
    Artist artist{.id = requiredId(root), .name = root.string(QStringLiteral("name")), .aliases = {}, .links = {}};
    root.forEachOptional(QStringLiteral("aliases"), [&](const JsonReader &alias) {
        if (!isForSearchOnly(alias))
            artist.aliases.append(alias.string(QStringLiteral("name")));
    });
    root.forEachOptional(QStringLiteral("relations"), [&](const JsonReader &relation) {
        const auto address = relation.optionalAt(QStringLiteral("url")).optionalString(QStringLiteral("resource"));
        if (isWeb(address) && !relation.optionalBool(QStringLiteral("ended")))
            artist.links.push_back({.typeId = relation.optionalString(QStringLiteral("type-id")), .address = address});
    });
    if (const auto error = root.error())
        return failure(*error);
    return artist;
}

} // namespace linernotes::musicbrainz
