-- SPDX-License-Identifier: GPL-3.0-or-later
-- People, what they are credited with, and why that is believed.

-- name: credits.person_by_id
SELECT person_id FROM person_ids WHERE source = ? AND external_id = ?

-- name: credits.insert_person
INSERT INTO people (name, sort_name, search_text, found_at) VALUES (?, ?, ?, ?)

-- name: credits.add_id
INSERT INTO person_ids (source, external_id, person_id, url) VALUES (?, ?, ?, ?)
ON CONFLICT (source, external_id) DO NOTHING

-- name: credits.ids_of
SELECT source, external_id, url FROM person_ids WHERE person_id = ? ORDER BY source, external_id

-- name: credits.add_alias
INSERT INTO person_aliases (person_id, alias, source) VALUES (?, ?, ?) ON CONFLICT (person_id, alias) DO NOTHING

-- name: credits.aliases_of
SELECT alias FROM person_aliases WHERE person_id = ? ORDER BY alias

-- name: credits.person
SELECT name, sort_name FROM people WHERE id = ?

-- name: credits.searched_of
-- All that the person is found by.
SELECT name FROM people WHERE id = ?1
UNION ALL SELECT * FROM (SELECT alias FROM person_aliases WHERE person_id = ?1 ORDER BY alias)
UNION ALL SELECT * FROM (SELECT tag FROM person_tags WHERE person_id = ?1 ORDER BY key)
UNION ALL SELECT note FROM people WHERE id = ?1 AND note <> ''

-- name: credits.annotated
SELECT id FROM people WHERE tag_text <> '' OR note <> ''

-- name: credits.set_search_text
UPDATE people SET search_text = ? WHERE id = ?

-- name: credits.rename
UPDATE people SET name = ?, sort_name = ? WHERE id = ?

-- name: credits.insert_credit
-- A row comes back only for a credit that is new.
INSERT INTO credits (recording_id, person_id, role, confidence, found_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (recording_id, person_id, role) DO NOTHING
RETURNING id

-- name: credits.find_credit
SELECT id FROM credits WHERE recording_id = ? AND person_id = ? AND role = ?

-- name: credits.add_evidence
INSERT INTO evidence (credit_id, source, statement, url, match_score, match_reasons, seen_at)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (credit_id, source, statement) DO UPDATE SET
    url = excluded.url, match_score = excluded.match_score, match_reasons = excluded.match_reasons,
    seen_at = excluded.seen_at

-- name: credits.evidence_of_credit
SELECT source, match_score FROM evidence WHERE credit_id = ?

-- name: credits.set_confidence
UPDATE credits SET confidence = ? WHERE id = ?

-- name: credits.count_role
INSERT INTO person_roles (person_id, role, credit_count) VALUES (?, ?, 1)
ON CONFLICT (person_id, role) DO UPDATE SET credit_count = credit_count + 1

-- name: credits.count_artists
-- The artists of the recording that the person worked with (not the person's own artist page).
INSERT INTO person_artists (person_id, artist_id, credit_count)
SELECT ?1, ra.artist_id, 1 FROM recording_artists ra JOIN artists a ON a.id = ra.artist_id
WHERE ra.recording_id = ?2
  AND NOT EXISTS (SELECT 1 FROM person_ids p
                  WHERE p.source = 'spotify' AND p.external_id = a.spotify_id AND p.person_id = ?1)
ON CONFLICT (person_id, artist_id) DO UPDATE SET credit_count = credit_count + 1

-- name: credits.update_counts
-- makes_producer, confidence (0 for a credit that makes no producer), person
UPDATE people SET
    credit_count = credit_count + 1,
    artist_count = (SELECT count(*) FROM person_artists WHERE person_id = people.id),
    main_role = (SELECT role FROM person_roles WHERE person_id = people.id ORDER BY credit_count DESC, role LIMIT 1),
    is_producer = max(is_producer, ?1),
    confidence = max(confidence, ?2)
WHERE id = ?3

-- name: credits.raise_confidence
UPDATE people SET confidence = max(confidence, ?) WHERE id = ?

-- name: credits.add_profile
INSERT INTO profiles (person_id, platform, handle, url, source, seen_at) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (person_id, platform, url) DO UPDATE SET handle = excluded.handle, seen_at = excluded.seen_at

-- name: credits.count_profiles
UPDATE people SET profile_count = (SELECT count(*) FROM profiles WHERE person_id = people.id) WHERE id = ?

-- name: credits.move_ids
UPDATE person_ids SET person_id = ?1 WHERE person_id = ?2

-- name: credits.move_aliases
INSERT OR IGNORE INTO person_aliases (person_id, alias, source)
SELECT ?1, alias, source FROM person_aliases WHERE person_id = ?2

-- name: credits.delete_aliases
DELETE FROM person_aliases WHERE person_id = ?

-- name: credits.move_profiles
UPDATE OR IGNORE profiles SET person_id = ?1 WHERE person_id = ?2

-- name: credits.delete_profiles
DELETE FROM profiles WHERE person_id = ?

-- name: credits.of_person
SELECT id, recording_id, role FROM credits WHERE person_id = ?

-- name: credits.of_recording
SELECT id, person_id, role FROM credits WHERE recording_id = ?

-- name: credits.move_credit
UPDATE credits SET recording_id = ?, person_id = ? WHERE id = ?

-- name: credits.move_evidence
UPDATE OR IGNORE evidence SET credit_id = ?1 WHERE credit_id = ?2

-- name: credits.delete_evidence
DELETE FROM evidence WHERE credit_id = ?

-- name: credits.withdraw_evidence
-- recording: what its identification has found so far
DELETE FROM evidence
WHERE source IN ('genius', 'spotify') AND credit_id IN (SELECT id FROM credits WHERE recording_id = ?)

-- name: credits.keep_earlier
-- the credit that stays, the one that goes
UPDATE credits SET found_at = min(found_at, (SELECT found_at FROM credits WHERE id = ?2)) WHERE id = ?1

-- name: credits.delete_credit
DELETE FROM credits WHERE id = ?

-- name: credits.clear_roles
DELETE FROM person_roles WHERE person_id = ?

-- name: credits.clear_artists
DELETE FROM person_artists WHERE person_id = ?

-- name: credits.recount_roles
INSERT INTO person_roles (person_id, role, credit_count)
SELECT person_id, role, count(*) FROM credits WHERE person_id = ? GROUP BY role

-- name: credits.recount_artists
INSERT INTO person_artists (person_id, artist_id, credit_count)
SELECT c.person_id, ra.artist_id, count(*)
FROM credits c JOIN recording_artists ra ON ra.recording_id = c.recording_id JOIN artists a ON a.id = ra.artist_id
WHERE c.person_id = ?1
  AND NOT EXISTS (SELECT 1 FROM person_ids p
                  WHERE p.source = 'spotify' AND p.external_id = a.spotify_id AND p.person_id = ?1)
GROUP BY ra.artist_id

-- name: credits.recount_person
UPDATE people SET
    credit_count = (SELECT count(*) FROM credits WHERE person_id = people.id),
    artist_count = (SELECT count(*) FROM person_artists WHERE person_id = people.id),
    profile_count = (SELECT count(*) FROM profiles WHERE person_id = people.id),
    main_role = coalesce((SELECT role FROM person_roles WHERE person_id = people.id
                          ORDER BY credit_count DESC, role LIMIT 1), '')
WHERE id = ?

-- name: credits.confidences_of
SELECT role, confidence FROM credits WHERE person_id = ?

-- name: credits.set_standing
UPDATE people SET is_producer = ?, confidence = ? WHERE id = ?

-- name: credits.delete_person
DELETE FROM people WHERE id = ?
