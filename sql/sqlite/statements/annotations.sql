-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people write about producers, and the filters they keep.

-- name: annotations.note
SELECT note FROM people WHERE id = ?

-- name: annotations.set_note
UPDATE people SET note = ? WHERE id = ?

-- name: annotations.tags
SELECT tag FROM person_tags WHERE person_id = ? ORDER BY key

-- name: annotations.spelling
-- as it was written the first time
SELECT tag FROM person_tags WHERE key = ? LIMIT 1

-- name: annotations.count_others
SELECT count(*) FROM person_tags WHERE person_id = ? AND key <> ?

-- name: annotations.add_tag
INSERT INTO person_tags (person_id, key, tag) VALUES (?, ?, ?) ON CONFLICT (person_id, key) DO NOTHING

-- name: annotations.remove_tag
DELETE FROM person_tags WHERE person_id = ? AND key = ?

-- name: annotations.write_tags
UPDATE people SET tag_text = coalesce(
    (SELECT group_concat(tag, char(10)) FROM (SELECT tag FROM person_tags WHERE person_id = ?1 ORDER BY key)), '')
WHERE id = ?1

-- name: annotations.known_tags
SELECT min(tag), count(*) FROM person_tags GROUP BY key ORDER BY key

-- name: annotations.move_tags
INSERT OR IGNORE INTO person_tags (person_id, key, tag) SELECT ?1, key, tag FROM person_tags WHERE person_id = ?2

-- name: annotations.clear_tags
DELETE FROM person_tags WHERE person_id = ?

-- name: annotations.filters
SELECT name, filter FROM saved_filters ORDER BY key

-- name: annotations.save_filter
INSERT INTO saved_filters (key, name, filter) VALUES (?, ?, ?)
ON CONFLICT (key) DO UPDATE SET name = excluded.name, filter = excluded.filter

-- name: annotations.delete_filter
DELETE FROM saved_filters WHERE key = ?
