// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/democatalogue.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// A static library's resources are dropped by the linker unless something names them.
static void initResources()
{
    Q_INIT_RESOURCE(demo);
}

namespace linernotes::demo
{
namespace
{

QString text(const QJsonObject &object, const char *field)
{
    const auto value = object.value(QLatin1String(field));
    if (!value.isString())
        qFatal("the demo catalogue is damaged: %s is no text", field);
    return value.toString();
}

qint64 number(const QJsonObject &object, const char *field)
{
    const auto value = object.value(QLatin1String(field));
    if (!value.isDouble())
        qFatal("the demo catalogue is damaged: %s is no number", field);
    return value.toInteger();
}

std::optional<QString> optionalText(const QJsonObject &object, const char *field)
{
    const auto value = object.value(QLatin1String(field));
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

QStringList texts(const QJsonObject &object, const char *field)
{
    QStringList list;
    const auto array = object.value(QLatin1String(field)).toArray();
    for (const auto &entry : array)
        list.append(entry.toString());
    return list;
}

std::vector<QString> ids(const QJsonObject &object, const char *field)
{
    const auto list = texts(object, field);
    return {list.begin(), list.end()};
}

template <typename T>
std::vector<T> objects(const QJsonObject &root, const char *field, T (*read)(const QJsonObject &))
{
    std::vector<T> all;
    const auto array = root.value(QLatin1String(field)).toArray();
    for (const auto &entry : array)
        all.push_back(read(entry.toObject()));
    return all;
}

DemoArtist readArtist(const QJsonObject &object)
{
    return {text(object, "id"), text(object, "name"), number(object, "followers")};
}

DemoPerson readPerson(const QJsonObject &object)
{
    return {.geniusId = number(object, "id"),
            .name = text(object, "name"),
            .aliases = texts(object, "aliases"),
            .spotifyId = optionalText(object, "spotify_id").value_or(QString()),
            .instagramName = optionalText(object, "instagram"),
            .twitterName = optionalText(object, "twitter"),
            .facebookName = optionalText(object, "facebook"),
            .musicbrainzId = optionalText(object, "mbid").value_or(QString()),
            .links = texts(object, "links")};
}

DemoCredit readCredit(const QJsonObject &object)
{
    return {text(object, "label"), number(object, "person")};
}

DemoRecording readRecording(const QJsonObject &object)
{
    DemoRecording recording{.isrc = text(object, "isrc"),
                            .title = text(object, "title"),
                            .artistIds = ids(object, "artists"),
                            .durationMs = number(object, "ms"),
                            .songId = std::nullopt,
                            .credits = objects(object, "credits", readCredit),
                            .hasMediaLink = object.value(QStringLiteral("media")).toBool(),
                            .songTitle = optionalText(object, "song_title")};
    if (object.value(QStringLiteral("song")).isDouble())
        recording.songId = number(object, "song");
    return recording;
}

DemoTrack readTrack(const QJsonObject &object)
{
    return {.spotifyId = text(object, "id"),
            .recording = static_cast<std::size_t>(number(object, "recording")),
            .disc = 1,
            .number = static_cast<int>(number(object, "number"))};
}

DemoAlbum readAlbum(const QJsonObject &object)
{
    return {.spotifyId = text(object, "id"),
            .name = text(object, "name"),
            .type = text(object, "type"),
            .artistIds = ids(object, "artists"),
            .releaseDate = text(object, "released"),
            .upc = text(object, "upc"),
            .tracks = objects(object, "tracks", readTrack)};
}

DemoDistractor readDistractor(const QJsonObject &object)
{
    return {number(object, "song"), text(object, "title"), number(object, "artist"), text(object, "artist_name")};
}

} // namespace

DemoCatalogue DemoCatalogue::builtin()
{
    initResources();
    QFile file(QStringLiteral(":/resources/demo/catalogue.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the demo catalogue is missing");
    QJsonParseError problem;
    const auto root = QJsonDocument::fromJson(file.readAll(), &problem).object();
    if (problem.error != QJsonParseError::NoError)
        qFatal("the demo catalogue is damaged: %s", qPrintable(problem.errorString()));
    DemoCatalogue catalogue;
    catalogue.m_artists = objects(root, "artists", readArtist);
    catalogue.m_people = objects(root, "people", readPerson);
    catalogue.m_recordings = objects(root, "recordings", readRecording);
    catalogue.m_albums = objects(root, "albums", readAlbum);
    catalogue.m_distractors = objects(root, "distractors", readDistractor);
    catalogue.m_suggestedSeeds = texts(root, "suggested_seeds");
    catalogue.buildIndex();
    return catalogue;
}

void DemoCatalogue::buildIndex()
{
    for (std::size_t i = 0; i < m_artists.size(); ++i)
        m_artistIndex.insert(m_artists[i].spotifyId, i);
    for (std::size_t i = 0; i < m_people.size(); ++i)
        m_personIndex.insert(m_people[i].geniusId, i);
    for (std::size_t i = 0; i < m_recordings.size(); ++i) {
        // A remaster shares the song of the recording before it.
        if (m_recordings[i].songId && !m_songIndex.contains(*m_recordings[i].songId))
            m_songIndex.insert(*m_recordings[i].songId, i);
    }
    for (std::size_t i = 0; i < m_albums.size(); ++i)
        m_albumIndex.insert(m_albums[i].spotifyId, i);
}

const DemoArtist *DemoCatalogue::artist(const QString &spotifyId) const
{
    const auto found = m_artistIndex.constFind(spotifyId);
    return found == m_artistIndex.cend() ? nullptr : &m_artists[*found];
}

const DemoAlbum *DemoCatalogue::album(const QString &spotifyId) const
{
    const auto found = m_albumIndex.constFind(spotifyId);
    return found == m_albumIndex.cend() ? nullptr : &m_albums[*found];
}

const DemoPerson *DemoCatalogue::person(qint64 geniusId) const
{
    const auto found = m_personIndex.constFind(geniusId);
    return found == m_personIndex.cend() ? nullptr : &m_people[*found];
}

const DemoRecording *DemoCatalogue::recordingOfSong(qint64 songId) const
{
    const auto found = m_songIndex.constFind(songId);
    return found == m_songIndex.cend() ? nullptr : &m_recordings[*found];
}

std::optional<DemoCatalogue::Placement> DemoCatalogue::track(const QString &spotifyId) const
{
    indexTracks();
    const auto found = m_trackIndex.constFind(spotifyId);
    return found == m_trackIndex.cend() ? std::nullopt : std::optional(*found);
}

const std::vector<DemoCatalogue::Placement> &DemoCatalogue::placements(std::size_t recording) const
{
    indexTracks();
    return m_placements.at(recording);
}

/// Placements point into this very object, so they are made where it has come to rest: at the first question.
void DemoCatalogue::indexTracks() const
{
    if (m_indexed == this)
        return;
    m_trackIndex.clear();
    m_placements.assign(m_recordings.size(), {});
    for (const auto &album : m_albums) {
        for (const auto &track : album.tracks) {
            m_trackIndex.insert(track.spotifyId, {&album, &track});
            m_placements.at(track.recording).push_back({&album, &track});
        }
    }
    m_indexed = this;
}

} // namespace linernotes::demo
