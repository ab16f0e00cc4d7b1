-- SPDX-License-Identifier: GPL-3.0-or-later
-- Events. A page is events.select, the conditions that are asked for, and events.newest_first.

-- name: events.insert
INSERT INTO events (at, level, kind, stage, service, run_id, message_id, attempt, duration_ms, category, text, shape)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: events.trim
-- how many are kept, oldest time that is kept, most rows at a time. Ids have no gaps but at the old end.
DELETE FROM events WHERE id IN
    (SELECT id FROM (SELECT id, at FROM events ORDER BY id LIMIT ?3)
     WHERE id <= (SELECT max(id) FROM events) - ?1 OR at < ?2)

-- name: events.select
SELECT id, at, level, kind, stage, service, run_id, message_id, attempt, duration_ms, category, text FROM events
WHERE id < ?

-- name: events.of_kinds
-- the names of the kinds (a JSON array)
AND kind IN (SELECT value FROM json_each(?))

-- name: events.of_message
AND message_id > 0 AND message_id = ?

-- name: events.of_run
AND run_id > 0 AND run_id = ?

-- name: events.trouble
AND level >= 2 AND level >= ?

-- name: events.of_level
AND level >= ?

-- name: events.of_stage
AND stage <> '' AND stage = ?

-- name: events.of_service
AND service <> '' AND service = ?

-- name: events.with_text
-- a part of the text, kind or category, case folded; or one of these kinds or categories, or one of these tokens at the
-- text's beginning (JSON arrays)
AND (instr(folded(text), ?) > 0 OR instr(folded(kind), ?) > 0 OR instr(folded(category), ?) > 0
     OR kind IN (SELECT value FROM json_each(?)) OR category IN (SELECT value FROM json_each(?))
     OR EXISTS (SELECT 1 FROM json_each(?) WHERE text || ' ' GLOB value || '[: ]*'))

-- name: events.of_group
-- category, stage, service, shape
AND level >= 2 AND category = ? AND stage = ? AND service = ? AND shape = ?

-- name: events.newest_first
ORDER BY id DESC LIMIT ?

-- name: events.after
-- id, the names of the kinds (a JSON array), limit
SELECT id, at, level, kind, stage, service, run_id, message_id, attempt, duration_ms, category, text FROM events
WHERE id > ? AND kind IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT ?

-- name: events.groups
-- level at least (warning or error), since, limit
SELECT category, stage, service, shape, max(level), count(*), min(at), max(at), max(id)
FROM events WHERE level >= 2 AND level >= ?1 AND at >= ?2
GROUP BY category, stage, service, shape
ORDER BY count(*) DESC, max(id) DESC LIMIT ?3

-- name: events.trouble_texts
-- level at least (warning or error), since, limit
SELECT category, stage, service, shape, text, kind, id
FROM events WHERE level >= 2 AND level >= ?1 AND at >= ?2
ORDER BY id DESC LIMIT ?3
