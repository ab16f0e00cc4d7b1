-- SPDX-License-Identifier: GPL-3.0-or-later
-- Optional sources that did not answer, and when they are visited again.

-- name: gaps.queued
-- person, source: a row where a message is queued that will visit it
SELECT 1 FROM source_gaps g JOIN messages m ON m.id = g.revisit_id WHERE g.person_id = ? AND g.source = ?

-- name: gaps.open
-- person, source, reason, now, the message that visits it. Since when stays.
INSERT INTO source_gaps (person_id, source, reason, since, revisit_id) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (person_id, source) DO UPDATE SET reason = excluded.reason, revisit_id = excluded.revisit_id

-- name: gaps.explain
-- reason, person, source
UPDATE source_gaps SET reason = ? WHERE person_id = ? AND source = ?

-- name: gaps.close
DELETE FROM source_gaps WHERE person_id = ? AND source = ?

-- name: gaps.move
UPDATE OR IGNORE source_gaps SET person_id = ?1 WHERE person_id = ?2

-- name: gaps.drop
DELETE FROM source_gaps WHERE person_id = ?

-- name: gaps.of_person
SELECT g.source, g.reason, g.since, m.vt FROM source_gaps g LEFT JOIN messages m ON m.id = g.revisit_id
WHERE g.person_id = ? ORDER BY g.source

-- name: gaps.run
SELECT id FROM runs WHERE is_revisit = 1 AND cancelled_at IS NULL ORDER BY id DESC LIMIT 1

-- name: gaps.mark_run
-- Before its first message is sent: others come first, as long as no person says otherwise.
UPDATE runs SET is_revisit = 1, priority = 1 WHERE id = ?

-- name: gaps.follow
-- the new message, the old: a person sent a dead revisit again
UPDATE source_gaps SET revisit_id = ? WHERE revisit_id = ?

-- name: gaps.adopt
-- into, from: the revisit that is queued for the one is that of both
UPDATE source_gaps SET revisit_id = (SELECT f.revisit_id FROM source_gaps f
                                     WHERE f.person_id = ?2 AND f.source = source_gaps.source)
WHERE person_id = ?1 AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.id = source_gaps.revisit_id)
  AND EXISTS (SELECT 1 FROM source_gaps f WHERE f.person_id = ?2 AND f.source = source_gaps.source)
