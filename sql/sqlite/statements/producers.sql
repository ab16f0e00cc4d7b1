-- SPDX-License-Identifier: GPL-3.0-or-later
-- The producers as the window and the exports read them. Pages go by key: the condition and the order are chosen by
-- producers.after_* and producers.order_*, the words of the filter are added with producers.word.

-- name: producers.select
SELECT p.id, p.name, p.credit_count, p.artist_count, p.confidence, p.profile_count, p.sort_name
FROM people p WHERE p.is_producer = 1

-- name: producers.count
SELECT count(*) FROM people p WHERE p.is_producer = 1

-- name: producers.word
-- One word: in the name or an alias, in a role, or in the name of an artist worked with.
AND (instr(p.search_text, ?) > 0
     OR EXISTS (SELECT 1 FROM person_roles r WHERE r.person_id = p.id AND instr(r.role, ?) > 0)
     OR EXISTS (SELECT 1 FROM person_artists pa JOIN artists a ON a.id = pa.artist_id
                WHERE pa.person_id = p.id AND instr(lower(a.name), ?) > 0))

-- name: producers.roles
SELECT role FROM person_roles WHERE person_id = ? ORDER BY credit_count DESC, role

-- name: producers.artists
SELECT a.name FROM person_artists pa JOIN artists a ON a.id = pa.artist_id
WHERE pa.person_id = ? ORDER BY pa.credit_count DESC, a.name LIMIT ?

-- name: producers.profiles
SELECT platform, handle, url, source FROM profiles WHERE person_id = ? ORDER BY platform, url

-- name: producers.one
SELECT p.id, p.name, p.credit_count, p.artist_count, p.confidence, p.profile_count, p.sort_name
FROM people p WHERE p.id = ?

-- name: producers.credits
SELECT c.id, c.recording_id, r.title, coalesce(r.isrc, ''), c.role, c.confidence,
       coalesce((SELECT min(al.release_date) FROM tracks t JOIN albums al ON al.id = t.album_id
                 WHERE t.recording_id = r.id AND al.release_date <> ''), ''),
       coalesce(r.genius_song_id, 0)
FROM credits c JOIN recordings r ON r.id = c.recording_id
WHERE c.person_id = ? ORDER BY r.title, c.recording_id, c.role

-- name: producers.evidence
SELECT source, statement, url, match_score, match_reasons, seen_at FROM evidence
WHERE credit_id = ? ORDER BY source, statement
