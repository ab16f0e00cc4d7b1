-- SPDX-License-Identifier: GPL-3.0-or-later
-- Artists, albums, tracks and the recordings behind them.

-- name: catalog.artist_names
SELECT id, name FROM artists

-- name: catalog.set_artist_key
UPDATE artists SET name_key = ? WHERE id = ?

-- name: catalog.upsert_artist
INSERT INTO artists (spotify_id, name, url, image_url, name_key) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (spotify_id) DO UPDATE SET
    name = excluded.name,
    name_key = excluded.name_key,
    url = CASE WHEN excluded.url = '' THEN artists.url ELSE excluded.url END,
    image_url = CASE WHEN excluded.image_url = '' THEN artists.image_url ELSE excluded.image_url END
RETURNING id

-- name: catalog.mark_seeded
UPDATE artists SET seeded_at = coalesce(seeded_at, ?) WHERE id = ?

-- name: catalog.join_run
INSERT OR IGNORE INTO run_artists (run_id, artist_id) VALUES (?, ?)

-- name: catalog.name_run
-- spotify id, name, run: one that was begun by a link is called after it until somebody knows better.
UPDATE runs SET name = replace(name, ?1, ?2) WHERE id = ?3 AND instr(name, ?1) > 0

-- name: catalog.upsert_album
INSERT INTO albums (spotify_id, name, type, release_date, upc, url) VALUES (?, ?, ?, ?, ?, ?)
-- What an answer does not tell stays as it was: a further page of tracks tells nothing of the album.
ON CONFLICT (spotify_id) DO UPDATE SET
    name = CASE WHEN excluded.name = '' THEN albums.name ELSE excluded.name END,
    type = CASE WHEN excluded.type = '' THEN albums.type ELSE excluded.type END,
    release_date = CASE WHEN excluded.release_date = '' THEN albums.release_date ELSE excluded.release_date END,
    upc = CASE WHEN excluded.upc = '' THEN albums.upc ELSE excluded.upc END,
    url = CASE WHEN excluded.url = '' THEN albums.url ELSE excluded.url END
RETURNING id

-- name: catalog.album_artist
INSERT INTO album_artists (album_id, artist_id, position) VALUES (?, ?, ?)
ON CONFLICT (album_id, artist_id) DO NOTHING

-- name: catalog.recording_of_track
SELECT recording_id FROM tracks WHERE spotify_id = ?

-- name: catalog.recordings_by_isrc
SELECT id FROM recordings WHERE isrc = ? ORDER BY id LIMIT 1

-- name: catalog.recordings_by_key
-- title, artist, version, length in ms, tolerance in ms. A track that stands between two joins them.
SELECT id, isrc FROM recordings
WHERE title_key = ?1 AND artist_key = ?2 AND version_key = ?3
  AND shortest_ms <= ?4 + ?5 AND longest_ms >= ?4 - ?5
ORDER BY id

-- name: catalog.insert_recording
INSERT INTO recordings (isrc, title, title_key, version_key, artist_key, shortest_ms, longest_ms)
VALUES (?, ?, ?, ?, ?, ?, ?)

-- name: catalog.widen_recording
UPDATE recordings SET shortest_ms = min(shortest_ms, ?1), longest_ms = max(longest_ms, ?1),
                      isrc = coalesce(isrc, ?2)
WHERE id = ?3

-- name: catalog.recording_artist
INSERT INTO recording_artists (recording_id, artist_id, position) VALUES (?, ?, ?)
ON CONFLICT (recording_id, artist_id) DO UPDATE SET position = excluded.position WHERE excluded.position < position

-- name: catalog.insert_track
INSERT INTO tracks (spotify_id, album_id, recording_id, title, disc, position, duration_ms, url)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (spotify_id) DO UPDATE SET
    album_id = excluded.album_id, title = excluded.title, disc = excluded.disc, position = excluded.position,
    duration_ms = excluded.duration_ms, url = excluded.url

-- name: catalog.identification
SELECT identification, coalesce(match_score, 0) FROM recordings WHERE id = ?

-- name: catalog.set_identified
UPDATE recordings SET identification = ?, genius_song_id = ?, genius_song_title = ?, genius_song_url = ?,
                      match_score = ?, match_reasons = ?, candidates = ?, identified_at = ?
WHERE id = ?

-- name: catalog.recording
SELECT id, coalesce(isrc, ''), title, shortest_ms, longest_ms FROM recordings WHERE id = ?

-- name: catalog.recording_tracks
SELECT spotify_id, title, duration_ms, url FROM tracks WHERE recording_id = ? ORDER BY spotify_id

-- name: catalog.recording_artists
SELECT a.id, a.spotify_id, a.name, a.url FROM recording_artists r JOIN artists a ON a.id = r.artist_id
WHERE r.recording_id = ? ORDER BY r.position, a.id

-- name: catalog.merged_into
SELECT new_id FROM merges WHERE kind = ? AND old_id = ?

-- name: catalog.insert_merge
INSERT INTO merges (kind, old_id, new_id, reason, before, merged_at) VALUES (?, ?, ?, ?, ?, ?)

-- name: catalog.repoint_merges
UPDATE merges SET new_id = ? WHERE kind = ? AND new_id = ?

-- name: catalog.take_identification
-- The better known of two that are one: into, from
UPDATE recordings SET (identification, genius_song_id, genius_song_title, genius_song_url, match_score, match_reasons,
                       candidates, identified_at)
    = (SELECT identification, genius_song_id, genius_song_title, genius_song_url, match_score, match_reasons,
              candidates, identified_at FROM recordings WHERE id = ?2)
WHERE id = ?1 AND identification <> 'matched'
  AND (SELECT identification = 'matched' OR (identification = 'unmatched' AND recordings.identification = 'pending')
       FROM recordings f WHERE f.id = ?2)

-- name: catalog.move_tracks
UPDATE tracks SET recording_id = ?1 WHERE recording_id = ?2

-- name: catalog.recording_lengths
SELECT shortest_ms, longest_ms, isrc, title, title_key, version_key, artist_key, identification
FROM recordings WHERE id = ?

-- name: catalog.move_recording_artists
INSERT OR IGNORE INTO recording_artists (recording_id, artist_id, position)
SELECT ?1, artist_id, position FROM recording_artists WHERE recording_id = ?2

-- name: catalog.delete_recording_artists
DELETE FROM recording_artists WHERE recording_id = ?

-- name: catalog.delete_recording
DELETE FROM recordings WHERE id = ?
