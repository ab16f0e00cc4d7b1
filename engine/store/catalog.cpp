// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/catalog.h"

#include "matching/title.h"
#include "store/credits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace linernotes
{
namespace
{

/// Masters of one sound differ by fades and gaps; more than this is another edit.
constexpr qint64 lengthToleranceMs = 2000;
const auto recordingKind = QStringLiteral("recording");

QVariant nullIfEmpty(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

} // namespace

qint64 Catalog::saveArtist(const ArtistFacts &artist)
{
    auto rows =
        m_database.execute("catalog.upsert_artist",
                           {artist.spotifyId, artist.name, artist.url, artist.imageUrl, normalisedName(artist.name)});
    rows.next();
    return rows.integer(0);
}

void Catalog::saveSeeded(qint64 runId, const ArtistFacts &artist)
{
    const auto id = saveArtist(artist);
    m_database.execute("catalog.mark_seeded", {toMillis(m_database.now()), id});
    m_database.execute("catalog.join_run", {runId, id});
    if (!artist.name.isEmpty())
        m_database.execute("catalog.name_run", {artist.spotifyId, artist.name, runId});
}

qint64 Catalog::saveAlbum(const AlbumFacts &album)
{
    qint64 id = 0;
    {
        auto rows = m_database.execute(
            "catalog.upsert_album", {album.spotifyId, album.name, album.type, album.releaseDate, album.upc, album.url});
        rows.next();
        id = rows.integer(0);
    }
    int position = 0;
    for (const auto &artist : album.artists)
        m_database.execute("catalog.album_artist", {id, saveArtist(artist), position++});
    return id;
}

Catalog::Placed Catalog::place(qint64 albumId, const TrackPlacement &track)
{
    const auto found = findRecording(track);
    m_database.execute("catalog.widen_recording", {track.durationMs, nullIfEmpty(track.isrc), found.recordingId});
    const bool grown = !m_database.execute("catalog.recording_of_track", {track.spotifyId}).next();
    m_database.execute("catalog.insert_track",
                       {track.spotifyId, albumId, found.recordingId, track.title, track.disc, track.position,
                        track.durationMs, track.url});
    bool newArtists = false;
    int position = 0;
    for (const auto &artist : track.artists) {
        const auto artistId = saveArtist(artist);
        newArtists |=
            m_database.execute("catalog.recording_artist", {found.recordingId, artistId, position++}).changed() > 0;
    }
    if (!found.isNew && newArtists)
        Credits(m_database).recountPeopleOf(found.recordingId);

    auto state = m_database.execute("catalog.identification", {found.recordingId});
    const bool unmatched = state.next() && state.text(0) == QLatin1String("unmatched");
    return {found.recordingId, found.isNew, grown && unmatched, found.absorbed};
}

Catalog::Found Catalog::findRecording(const TrackPlacement &track)
{
    const auto ofIsrc = recordingOfIsrc(track.isrc);
    if (const auto known = recordingOfTrack(track.spotifyId); known != 0)
        return {joined(known, ofIsrc), false, {}};
    if (ofIsrc != 0)
        return {ofIsrc, false, {}};
    auto fitting = recordingsByKey(track);
    if (fitting.empty())
        return {insertRecording(track), true, {}};
    // A track whose length lies between two recordings shows that they are one. So the outcome does not depend on
    // the order in which tracks are found.
    const auto kept = fitting.front();
    fitting.erase(fitting.begin());
    for (const auto other : fitting)
        absorb(kept, other, QStringLiteral("a track of a length between both"));
    return {kept, false, fitting};
}

qint64 Catalog::recordingOfTrack(const QString &spotifyId)
{
    auto rows = m_database.execute("catalog.recording_of_track", {spotifyId});
    return rows.next() ? rows.integer(0) : 0;
}

qint64 Catalog::recordingOfIsrc(const QString &isrc)
{
    if (isrc.isEmpty())
        return 0;
    auto rows = m_database.execute("catalog.recordings_by_isrc", {isrc});
    return rows.next() ? rows.integer(0) : 0;
}

/// A track's ISRC became known, and it is that of another recording: both are one, unless its own is another.
qint64 Catalog::joined(qint64 known, qint64 ofIsrc)
{
    if (ofIsrc == 0 || ofIsrc == known)
        return known;
    {
        auto rows = m_database.execute("catalog.recording", {known});
        if (!rows.next() || !rows.text(1).isEmpty())
            return known;
    }
    absorb(std::min(known, ofIsrc), std::max(known, ofIsrc), QStringLiteral("one ISRC"));
    return std::min(known, ofIsrc);
}

/// Two different ISRCs are two recordings, however alike they look.
std::vector<qint64> Catalog::recordingsByKey(const TrackPlacement &track)
{
    std::vector<qint64> ids;
    QString isrc = track.isrc;
    auto rows =
        m_database.execute("catalog.recordings_by_key",
                           {track.titleKey, track.artistKey, track.versionKey, track.durationMs, lengthToleranceMs});
    while (rows.next()) {
        const auto other = rows.text(1);
        if (!other.isEmpty() && !isrc.isEmpty() && other != isrc)
            continue;
        if (isrc.isEmpty())
            isrc = other;
        ids.push_back(rows.integer(0));
    }
    return ids;
}

qint64 Catalog::insertRecording(const TrackPlacement &track)
{
    return m_database
        .execute("catalog.insert_recording",
                 {nullIfEmpty(track.isrc), track.title, track.titleKey, track.versionKey, track.artistKey,
                  track.durationMs, track.durationMs})
        .insertedId();
}

void Catalog::absorb(qint64 into, qint64 from, const QString &why)
{
    QJsonObject before;
    {
        auto rows = m_database.execute("catalog.recording_lengths", {from});
        if (!rows.next())
            return;
        before = {{QStringLiteral("title"), rows.text(3)}, {QStringLiteral("isrc"), rows.text(2)}};
        const auto shortest = rows.integer(0);
        const auto longest = rows.integer(1);
        const auto isrc = nullIfEmpty(rows.text(2));
        m_database.execute("catalog.widen_recording", {shortest, isrc, into});
        m_database.execute("catalog.widen_recording", {longest, isrc, into});
    }
    m_database.execute("catalog.move_tracks", {into, from});
    m_database.execute("catalog.move_recording_artists", {into, from});
    m_database.execute("catalog.take_identification", {into, from});
    Credits credits(m_database);
    credits.moveCreditsOfRecording(into, from);
    credits.recountPeopleOf(into); // all have more artists, also who had the credits before
    m_database.execute("catalog.delete_recording_artists", {from});
    m_database.execute("catalog.delete_recording", {from});
    m_database.execute("catalog.repoint_merges", {into, recordingKind, from});
    m_database.execute("catalog.insert_merge",
                       {recordingKind, from, into, why,
                        QString::fromUtf8(QJsonDocument(before).toJson(QJsonDocument::Compact)),
                        toMillis(m_database.now())});
}

qint64 Catalog::current(const QString &kind, qint64 id)
{
    auto rows = m_database.execute("catalog.merged_into", {kind, id});
    return rows.next() ? rows.integer(0) : id;
}

std::optional<RecordingFacts> Catalog::recording(qint64 id)
{
    const auto row = current(recordingKind, id);
    RecordingFacts facts;
    {
        auto rows = m_database.execute("catalog.recording", {row});
        if (!rows.next())
            return std::nullopt;
        facts.id = rows.integer(0);
        facts.isrc = rows.text(1);
        facts.title = rows.text(2);
    }
    {
        auto rows = m_database.execute("catalog.recording_tracks", {row});
        while (rows.next())
            facts.tracks.push_back({rows.text(0), rows.text(1), rows.integer(2), rows.text(3)});
    }
    auto rows = m_database.execute("catalog.recording_artists", {row});
    while (rows.next())
        facts.artists.push_back({.spotifyId = rows.text(1), .name = rows.text(2), .url = rows.text(3), .imageUrl = {}});
    return facts;
}

std::optional<double> Catalog::matchScore(qint64 recordingId)
{
    auto rows = m_database.execute("catalog.identification", {recordingId});
    if (!rows.next() || rows.text(0) != QLatin1String("matched"))
        return std::nullopt;
    return rows.real(1);
}

void Catalog::setIdentified(qint64 recordingId, const Identification &identification)
{
    const auto reasons = QJsonArray::fromStringList(identification.reasons);
    m_database.execute("catalog.set_identified",
                       {identification.matched ? QStringLiteral("matched") : QStringLiteral("unmatched"),
                        identification.songId == 0 ? QVariant() : QVariant(identification.songId),
                        identification.songTitle, identification.songUrl, identification.score,
                        QString::fromUtf8(QJsonDocument(reasons).toJson(QJsonDocument::Compact)),
                        identification.candidates, toMillis(m_database.now()), recordingId});
}

} // namespace linernotes
