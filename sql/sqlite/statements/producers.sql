-- SPDX-License-Identifier: GPL-3.0-or-later
-- The producers as the window and the exports read them. Pages go by key. engine/store/producersearch.cpp puts a page
-- together of these parts: either all producers are walked through in the order that is wanted, or, where something of
-- the filter fits few, those are gathered first.

-- name: producers.walk
SELECT p.id, p.name, p.credit_count, p.artist_count, p.confidence, p.profile_count, p.sort_name, p.found_at,
       p.main_role, p.tag_text, p.note <> ''
FROM people p WHERE p.is_producer = 1

-- name: producers.gather
-- CROSS: SQLite would rather go through all producers, and look for each among the few.
SELECT p.id, p.name, p.credit_count, p.artist_count, p.confidence, p.profile_count, p.sort_name, p.found_at,
       p.main_role, p.tag_text, p.note <> ''
FROM (SELECT DISTINCT id FROM (%1)) c CROSS JOIN people p ON p.id = c.id WHERE +p.is_producer = 1

-- name: producers.count_all
SELECT producers FROM totals

-- name: producers.count_walk
SELECT count(*) FROM people p WHERE p.is_producer = 1

-- name: producers.count_gather
SELECT count(*) FROM (SELECT DISTINCT id FROM (%1)) c CROSS JOIN people p ON p.id = c.id WHERE +p.is_producer = 1

-- name: producers.how_many
-- Somebody may be among them for two reasons: that costs nothing but time. Limit.
SELECT count(*) FROM (SELECT 1 FROM (%1) LIMIT ?)

-- The people that one thing of a filter fits, so many at most: (…) AS id.

-- name: producers.of_name
-- the word's letters, three by three; limit
SELECT * FROM (SELECT rowid AS id FROM people_search WHERE people_search MATCH ? LIMIT ?)

-- name: producers.artists_named
-- word, limit
SELECT id FROM artists WHERE instr(name_key, ?) > 0 LIMIT ?

-- name: producers.of_artist_named
-- word, limit
UNION ALL SELECT * FROM (SELECT pa.person_id AS id FROM artists a CROSS JOIN person_artists pa ON pa.artist_id = a.id
                         WHERE instr(a.name_key, ?) > 0 LIMIT ?)

-- name: producers.of_artists
-- artist ids as a JSON array, limit
UNION ALL SELECT * FROM (SELECT pa.person_id AS id FROM json_each(?) e CROSS JOIN person_artists pa
                         ON pa.artist_id = e.value LIMIT ?)

-- name: producers.of_roles
-- role ids as a JSON array, limit
UNION ALL SELECT * FROM (SELECT r.person_id AS id FROM json_each(?) e CROSS JOIN person_roles r ON r.role = e.value LIMIT ?)

-- name: producers.of_role
SELECT person_id AS id FROM person_roles WHERE role = ? LIMIT ?

-- name: producers.of_platform
SELECT person_id AS id FROM profiles WHERE platform = ? LIMIT ?

-- name: producers.of_confidence
SELECT id FROM people WHERE is_producer = 1 AND confidence >= ? LIMIT ?

-- name: producers.of_since
SELECT id FROM people WHERE is_producer = 1 AND found_at >= ? LIMIT ?

-- name: producers.of_last_run
SELECT id FROM people
WHERE is_producer = 1 AND found_at >= (
    SELECT coalesce(max(created_at), 0) FROM runs
    WHERE id = (SELECT max(run_id) FROM run_queues WHERE queue = 'artist_discovery' AND sent > 0))
LIMIT ?

-- name: producers.of_run
-- run, limit: who had a credit of what it identified when it did
SELECT DISTINCT c.person_id AS id FROM archive a
LEFT JOIN merges m ON m.kind = 'recording' AND m.old_id = json_extract(a.message, '$.recording_id')
CROSS JOIN credits c ON c.recording_id = coalesce(m.new_id, json_extract(a.message, '$.recording_id'))
WHERE a.queue = 'producer_identification' AND a.run_id = ? AND c.found_at <= a.archived_at
LIMIT ?

-- name: producers.of_tag
SELECT person_id AS id FROM person_tags WHERE key = ? LIMIT ?

-- name: producers.of_ids
-- ids as a JSON array, limit
SELECT value AS id FROM json_each(?) LIMIT ?

-- name: producers.of_nobody
SELECT id FROM people WHERE 0

-- The same things asked of one person.

-- name: producers.has_name
AND (instr(p.search_text, ?) > 0

-- name: producers.has_artist_named
OR EXISTS (SELECT 1 FROM person_artists pa CROSS JOIN artists a ON a.id = pa.artist_id
           WHERE pa.person_id = p.id AND instr(a.name_key, ?) > 0)

-- name: producers.has_artist_of
-- The +, so that the few artists of the person are gone through, and not those that fit.
OR EXISTS (SELECT 1 FROM person_artists pa WHERE pa.person_id = p.id
           AND +pa.artist_id IN (SELECT value FROM json_each(?)))

-- name: producers.has_roles
OR EXISTS (SELECT 1 FROM person_roles r WHERE r.person_id = p.id AND +r.role IN (SELECT value FROM json_each(?)))

-- name: producers.has_role
AND EXISTS (SELECT 1 FROM person_roles r WHERE r.person_id = p.id AND r.role = ?)

-- name: producers.has_platform
AND EXISTS (SELECT 1 FROM profiles f WHERE f.person_id = p.id AND f.platform = ?)

-- name: producers.has_confidence
-- The + keeps SQLite at the index of the order.
AND +p.confidence >= ?

-- name: producers.has_since
AND +p.found_at >= ?

-- name: producers.has_last_run
AND +p.found_at >= (
    SELECT coalesce(max(created_at), 0) FROM runs
    WHERE id = (SELECT max(run_id) FROM run_queues WHERE queue = 'artist_discovery' AND sent > 0))

-- name: producers.has_run
-- By the person's credits, however much the run has identified.
AND EXISTS (SELECT 1 FROM (SELECT ? AS run) r CROSS JOIN credits c
            WHERE c.person_id = p.id
              AND (EXISTS (SELECT 1 FROM archive a
                           WHERE a.queue = 'producer_identification' AND a.run_id = r.run
                             AND json_extract(a.message, '$.recording_id') = c.recording_id
                             AND c.found_at <= a.archived_at)
                   OR EXISTS (SELECT 1 FROM merges m CROSS JOIN archive a
                              WHERE m.kind = 'recording' AND m.new_id = c.recording_id
                                AND a.queue = 'producer_identification' AND a.run_id = r.run
                                AND json_extract(a.message, '$.recording_id') = m.old_id
                                AND c.found_at <= a.archived_at)))

-- name: producers.has_tag
AND EXISTS (SELECT 1 FROM person_tags t WHERE t.person_id = p.id AND t.key = ?)

-- name: producers.has_id
AND p.id IN (SELECT value FROM json_each(?))

-- name: producers.has_nobody
AND 0

-- What belongs to one person.

-- name: producers.roles
SELECT role FROM person_roles WHERE person_id = ? ORDER BY credit_count DESC, role

-- name: producers.artists
SELECT a.name FROM person_artists pa JOIN artists a ON a.id = pa.artist_id
WHERE pa.person_id = ? ORDER BY pa.credit_count DESC, a.name LIMIT ?

-- name: producers.profiles
SELECT platform, handle, url, source FROM profiles WHERE person_id = ? ORDER BY platform, url

-- name: producers.others
-- after: name and id; limit
SELECT p.id, p.name, p.credit_count, p.artist_count, p.confidence, p.profile_count, p.sort_name, p.found_at,
       p.main_role, p.tag_text, p.note <> ''
FROM people p WHERE p.is_producer = 0 AND p.credit_count > 0 AND (p.sort_name, p.id) > (?, ?) ORDER BY p.sort_name, p.id LIMIT ?

-- name: producers.one
SELECT p.id, p.name, p.credit_count, p.artist_count, p.confidence, p.profile_count, p.sort_name, p.found_at,
       p.main_role, p.tag_text, p.note <> ''
FROM people p WHERE p.id = ?

-- name: producers.credits
SELECT c.id, c.recording_id, r.title, coalesce(r.isrc, ''), c.role, c.confidence,
       coalesce((SELECT min(al.release_date) FROM tracks t JOIN albums al ON al.id = t.album_id
                 WHERE t.recording_id = r.id AND al.release_date <> ''), ''),
       coalesce(r.genius_song_id, 0)
FROM credits c JOIN recordings r ON r.id = c.recording_id
WHERE c.person_id = ? ORDER BY r.title, c.recording_id, c.role

-- name: producers.years
-- Of what they made: the first and the last year of release, a recording counted by when it first came out. A date that
-- names no year ("0000") is none.
SELECT min(first), max(first) FROM (
    SELECT CAST(substr(min(al.release_date), 1, 4) AS INTEGER) AS first
    FROM (SELECT DISTINCT recording_id FROM credits WHERE person_id = ?) c
    JOIN tracks t ON t.recording_id = c.recording_id JOIN albums al ON al.id = t.album_id
    WHERE CAST(substr(al.release_date, 1, 4) AS INTEGER) > 0 GROUP BY c.recording_id)

-- name: producers.evidence
SELECT source, statement, url, match_score, match_reasons, seen_at FROM evidence
WHERE credit_id = ? ORDER BY source, statement

-- name: producers.colleagues
-- Producers with credits on the same recordings, and on how many. person, limit
SELECT p.id, p.name, s.shared FROM (
    SELECT o.person_id AS id, count(DISTINCT o.recording_id) AS shared
    FROM (SELECT DISTINCT recording_id FROM credits WHERE person_id = ?1) r
    CROSS JOIN credits o ON o.recording_id = r.recording_id
    WHERE o.person_id <> ?1 GROUP BY o.person_id) s
JOIN people p ON p.id = s.id WHERE p.is_producer = 1
ORDER BY s.shared DESC, p.sort_name, p.id LIMIT ?2

-- name: producers.known_platforms
-- One seek for each, however many profiles there are.
WITH RECURSIVE known (platform) AS (
    SELECT min(platform) FROM profiles UNION ALL
    SELECT (SELECT min(f.platform) FROM profiles f WHERE f.platform > known.platform) FROM known
    WHERE known.platform IS NOT NULL)
SELECT platform FROM known WHERE platform IS NOT NULL

-- name: producers.known_roles
WITH RECURSIVE known (role) AS (
    SELECT min(role) FROM person_roles UNION ALL
    SELECT (SELECT min(r.role) FROM person_roles r WHERE r.role > known.role) FROM known WHERE known.role IS NOT NULL)
SELECT role FROM known WHERE role IS NOT NULL

-- name: producers.genius_ids
SELECT count(*) FROM person_ids WHERE person_id = ? AND source = 'genius'
