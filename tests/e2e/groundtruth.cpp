// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/groundtruth.h"

#include "matching/profiles.h"
#include "matching/roles.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <map>

namespace linernotes
{
namespace
{

QString line(const QStringList &cells)
{
    return cells.join(QStringLiteral(" | "));
}

/// What is there twice is wrong too.
void add(std::set<QString> &lines, const QStringList &cells)
{
    if (!lines.insert(line(cells)).second)
        lines.insert(QStringLiteral("twice: ") + line(cells));
}

bool isBy(const std::vector<QString> &artistIds, const QStringList &wanted)
{
    return std::ranges::any_of(artistIds, [&](const auto &id) { return wanted.contains(id); });
}

/// Track ids by recording, of all tracks that the run sees: whole albums of the artists, and of compilations and albums
/// of others the tracks that the artists are on.
std::map<std::size_t, QStringList> tracksSeen(const demo::DemoCatalogue &catalogue, const QStringList &artistIds)
{
    std::map<std::size_t, QStringList> seen;
    for (const auto &album : catalogue.albums()) {
        const bool isWhole = album.type != QLatin1String("compilation") && isBy(album.artistIds, artistIds);
        for (const auto &track : album.tracks) {
            if (isWhole || isBy(catalogue.recordings().at(track.recording).artistIds, artistIds))
                seen[track.recording].append(track.spotifyId);
        }
    }
    return seen;
}

std::vector<Profile> trueProfiles(const demo::DemoPerson &person, bool withMusicBrainz)
{
    std::vector<Profile> profiles;
    if (withMusicBrainz && !person.musicbrainzId.isEmpty()) {
        musicbrainz::Artist known{.id = person.musicbrainzId, .name = person.name, .aliases = {}, .links = {}};
        for (const auto &link : person.links) {
            const bool isOwnSite = link.contains(QLatin1String(".example"));
            known.links.push_back(
                {.typeId = QLatin1String(isOwnSite ? "fe33d22f-c3b0-4d68-bd53-a856badf2b15" : ""), .address = link});
        }
        profiles = profilesOf(known);
    }
    genius::Artist artist;
    artist.id = person.geniusId;
    artist.name = person.name;
    artist.instagramName = person.instagramName.value_or(QString());
    artist.twitterName = person.twitterName.value_or(QString());
    artist.facebookName = person.facebookName.value_or(QString());
    for (const auto &profile : profilesOf(artist))
        profiles.push_back(profile);
    return profiles;
}

QString idOf(const QJsonObject &row)
{
    return row.value(QStringLiteral("genius_id")).toString().replace(QStringLiteral("; "), QStringLiteral("+"));
}

} // namespace

Findings expectedFindings(const demo::DemoCatalogue &catalogue, const QStringList &artistIds, bool withMusicBrainz)
{
    Findings truth;
    std::set<qint64> credited;
    for (auto [recording, tracks] : tracksSeen(catalogue, artistIds)) {
        const auto &made = catalogue.recordings().at(recording);
        tracks.sort();
        for (std::size_t i = 1; i < made.artistIds.size(); ++i) { // the first's own record it is
            const auto artist =
                std::ranges::find(catalogue.artists(), made.artistIds.at(i), &demo::DemoArtist::spotifyId);
            truth.credits.insert(line({tracks.join(QLatin1Char(',')), artist->name, roleName(Role::Collaborator)}));
        }
        if (!made.songId)
            continue;
        for (const auto &credit : made.credits) {
            const auto role = roleFromLabel(credit.label);
            if (!role)
                continue;
            credited.insert(credit.personId);
            if (makesProducer(*role))
                truth.producers.insert(
                    line({QString::number(credit.personId), catalogue.person(credit.personId)->name}));
            truth.credits.insert(
                line({tracks.join(QLatin1Char(',')), QString::number(credit.personId), roleName(*role)}));
        }
    }
    for (const auto id : credited) {
        for (const auto &profile : trueProfiles(*catalogue.person(id), withMusicBrainz)) {
            if (profile.platform != QLatin1String("genius"))
                truth.profiles.insert(line({QString::number(id), profile.platform, profile.url}));
        }
    }
    return truth;
}

Findings exportedFindings(const std::vector<QJsonObject> &producers, const std::vector<QJsonObject> &credits,
                          const std::vector<QJsonObject> &profiles)
{
    Findings found;
    for (const auto &row : producers)
        add(found.producers, {idOf(row), row.value(QStringLiteral("person")).toString()});
    for (const auto &row : credits) {
        const auto role = row.value(QStringLiteral("role")).toString();
        const auto name = row.value(QStringLiteral("person")).toString();
        QStringList tracks;
        const auto array = row.value(QStringLiteral("spotify_track_ids")).toArray();
        for (const auto &track : array)
            tracks.append(track.toString());
        tracks.sort();
        const auto who = role == roleName(Role::Collaborator) ? name : idOf(row);
        add(found.credits, {tracks.join(QLatin1Char(',')), who, role});
    }
    for (const auto &row : profiles) {
        const auto platform = row.value(QStringLiteral("platform")).toString();
        if (platform != QLatin1String("genius"))
            add(found.profiles, {idOf(row), platform, row.value(QStringLiteral("url")).toString()});
    }
    return found;
}

QString difference(const std::set<QString> &actual, const std::set<QString> &expected)
{
    constexpr qsizetype most = 10;
    QStringList lines;
    for (const auto &found : actual) {
        if (!expected.contains(found))
            lines.append(QStringLiteral("not true: ") + found);
    }
    for (const auto &truth : expected) {
        if (!actual.contains(truth))
            lines.append(QStringLiteral("missing: ") + truth);
    }
    const auto total = lines.size();
    lines = lines.mid(0, most);
    lines.prepend(
        QStringLiteral("%1 found, %2 expected, %3 differ").arg(actual.size()).arg(expected.size()).arg(total));
    return lines.join(QLatin1Char('\n'));
}

std::vector<QJsonObject> readJsonLines(const QString &path)
{
    std::vector<QJsonObject> rows;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s can't be read", qPrintable(path));
    while (!file.atEnd())
        rows.push_back(QJsonDocument::fromJson(file.readLine()).object());
    return rows;
}

} // namespace linernotes
