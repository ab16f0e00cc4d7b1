-- SPDX-License-Identifier: GPL-3.0-or-later
-- Runs, and what a person does with them.

-- name: runs.insert
INSERT INTO runs (name, state, created_at) VALUES (?, 'running', ?)

-- name: runs.drop_empty
DELETE FROM runs WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM run_queues WHERE run_id = ?1)

-- name: runs.finish
-- A run ends when nothing of it is ready, leased or delayed: the books say so without a look at the messages. One that
-- was cancelled and taken up again for its letters stays a cancelled one: what else it would have done is not done.
UPDATE runs SET state = 'finished', finished_at = ?1, ended_before = NULL, cancelled_before = NULL,
                cancelled_at = coalesce(cancelled_at, cancelled_before)
WHERE id = ?2 AND state = 'running'
  AND NOT EXISTS (SELECT 1 FROM run_queues WHERE run_id = ?2 AND sent <> archived + dead + discarded)
RETURNING is_revisit, cancelled_at IS NOT NULL

-- name: runs.reopen
-- Work of it is sent again by a person, who means it to be done.
UPDATE runs SET state = 'running', finished_at = NULL, cancelled_at = NULL,
                ended_before = finished_at, cancelled_before = cancelled_at
WHERE id = ? AND (state = 'finished' OR cancelled_at IS NOT NULL)

-- name: runs.end_as_before
-- What it was taken up again for was taken back, and there is nothing else to do. A row comes back where it had ended.
UPDATE runs SET state = 'finished', finished_at = ended_before, cancelled_at = cancelled_before,
                ended_before = NULL, cancelled_before = NULL
WHERE id = ?1 AND state = 'running' AND ended_before IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM run_queues WHERE run_id = ?1 AND sent <> archived + dead + discarded)
RETURNING id

-- name: runs.unfinished
-- Without the revisits of optional sources: they come when they come.
SELECT count(*) FROM runs WHERE state = 'running' AND paused_at IS NULL AND is_revisit = 0

-- name: runs.paused
SELECT count(*) FROM runs WHERE state = 'running' AND paused_at IS NOT NULL

-- name: runs.older
-- than this id, limit
SELECT id, name, state, created_at, finished_at, priority, paused_at IS NOT NULL, cancelled_at IS NOT NULL, again_of,
       is_revisit
FROM runs WHERE id < ? ORDER BY id DESC LIMIT ?

-- name: runs.shown
-- The newest so many, and all that have not ended, however old.
SELECT id, name, state, created_at, finished_at, priority, paused_at IS NOT NULL, cancelled_at IS NOT NULL, again_of,
       is_revisit
FROM runs WHERE state = 'running' OR id IN (SELECT id FROM runs ORDER BY id DESC LIMIT ?) ORDER BY id DESC

-- name: runs.count
SELECT count(*) FROM runs

-- name: runs.queues
SELECT queue, sent, archived, dead, discarded FROM run_queues WHERE run_id = ?

-- name: runs.standing
SELECT id, name, state, created_at, finished_at, priority, paused_at IS NOT NULL, cancelled_at IS NOT NULL, again_of,
       is_revisit
FROM runs WHERE id = ?

-- name: runs.terms
-- What a run's messages are sent by.
SELECT cancelled_at IS NOT NULL, refresh, created_at FROM runs WHERE id = ?

-- name: runs.pause
UPDATE runs SET paused_at = ?, unsettled = unsettled + 1 WHERE id = ?

-- name: runs.resume
UPDATE runs SET paused_at = NULL, unsettled = unsettled + 1 WHERE id = ?

-- name: runs.set_priority
UPDATE runs SET priority = ?, unsettled = unsettled + 1 WHERE id = ?

-- name: runs.cancel
UPDATE runs SET cancelled_at = ?, paused_at = NULL, unsettled = unsettled + 1 WHERE id = ?

-- name: runs.mark_again
-- the run that it repeats, id
UPDATE runs SET refresh = 1, again_of = ? WHERE id = ?

-- name: runs.unsettled
-- Those whose messages may not all be where their run wants them, or whose work the ledger has yet to forget: the program
-- ended in between.
SELECT id FROM runs WHERE unsettled > 0 AND (state = 'running' OR cancelled_at IS NOT NULL)

-- name: runs.settled
-- A cancelled run has settled when it has finished: what is in flight may yet come back. Not where it was changed again
-- meanwhile. id, the changes that are settled
UPDATE runs SET unsettled = 0
WHERE id = ? AND unsettled = ? AND (cancelled_at IS NULL OR state = 'finished')

-- name: runs.changes
SELECT unsettled FROM runs WHERE id = ?

-- name: runs.newest_message
SELECT coalesce(max(id), 0) FROM messages

-- name: runs.stretch
-- The end of a stretch of so many messages, of whatever run. after, up to, how many
SELECT max(id) FROM (SELECT id FROM messages WHERE id > ? AND id <= ? ORDER BY id LIMIT ?)

-- name: runs.settle
-- run, after, up to. A row for each that moves, so that its queue's bell can be rung.
UPDATE messages SET lane = (SELECT iif(paused_at IS NULL, priority, 0) FROM runs WHERE id = ?1)
WHERE id > ?2 AND id <= ?3 AND run_id = ?1
  AND lane <> (SELECT iif(paused_at IS NULL, priority, 0) FROM runs WHERE id = ?1)
RETURNING queue, lane

-- name: runs.cancellable
-- run, after, up to, now: those that nobody works on
SELECT id, queue, message FROM messages
WHERE id > ? AND id <= ? AND run_id = ? AND NOT (leased = 1 AND vt > ?)

-- name: runs.into_discarded
-- now, category, error, shape, group, worker's version, reason, the message's id
-- It never ran: no service, no endpoint, no evidence.
INSERT INTO dead_letters (id, queue, run_id, message, read_count, enqueued_at, failed_at, category, error, http_status,
                          service, endpoint, evidence, history, shape, group_key, worker_version, replay_of, replays,
                          state, ended_at, discard_reason)
SELECT id, queue, run_id, message, read_count, enqueued_at, ?1, ?2, ?3, 0, '', '', '', history, ?4, ?5, ?6, replay_of,
       replays, 'discarded', ?1, ?7
FROM messages WHERE id = ?8

-- name: runs.drop
DELETE FROM messages WHERE id = ?

-- name: runs.count_discarded
UPDATE run_queues SET discarded = discarded + 1 WHERE run_id = ? AND queue = ?

-- name: runs.seeds
-- The artists that it was begun with, wherever their messages are by now, in their order: what a person corrected or
-- chose takes the place of the letter that it answers, which is asked no more.
WITH letters AS (
    SELECT id, message, state, replayed_as FROM dead_letters WHERE run_id = ?1 AND queue = 'artist_discovery'
), seeds (id, message) AS (
    SELECT id, message FROM messages WHERE run_id = ?1 AND queue = 'artist_discovery' UNION ALL
    SELECT id, message FROM archive WHERE run_id = ?1 AND queue = 'artist_discovery' UNION ALL
    SELECT id, message FROM letters WHERE state <> 'replayed'
)
SELECT s.message FROM seeds s LEFT JOIN letters l ON l.replayed_as = s.id
ORDER BY COALESCE(l.id, s.id)

-- name: runs.family
-- Of a run: the name of the first that asked for these artists, and how many have. UNION: runs that name each other,
-- as in a file that was written by hand, end too.
WITH RECURSIVE before (id, again_of, name) AS (
    SELECT id, again_of, name FROM runs WHERE id = ?1
    UNION SELECT r.id, r.again_of, r.name FROM before b JOIN runs r ON r.id = b.again_of
), family (id) AS (
    SELECT id FROM before WHERE again_of IS NULL
    UNION SELECT r.id FROM family f JOIN runs r ON r.again_of = f.id
)
SELECT (SELECT name FROM before WHERE again_of IS NULL), count(*) FROM family

-- name: runs.compared
-- first run, second run, limit: producers that the second has credits of, and the first has not, with how many. What a
-- later run found of the same recordings is not the first one's.
WITH identified (run_id, recording_id, identified_at) AS (
    SELECT a.run_id, coalesce(m.new_id, json_extract(a.message, '$.recording_id')), a.archived_at
    FROM archive a
    LEFT JOIN merges m ON m.kind = 'recording' AND m.old_id = json_extract(a.message, '$.recording_id')
    WHERE a.queue = 'producer_identification' AND a.run_id IN (?1, ?2)
), credited (run_id, person_id, credits) AS (
    SELECT i.run_id, c.person_id, count(DISTINCT c.id)
    FROM identified i JOIN credits c ON c.recording_id = i.recording_id AND c.found_at <= i.identified_at
    GROUP BY i.run_id, c.person_id
)
SELECT p.id, p.name, p.main_role, c.credits, count(*) OVER ()
FROM people p JOIN credited c ON c.person_id = p.id AND c.run_id = ?2
WHERE p.is_producer = 1 AND NOT EXISTS (SELECT 1 FROM credited f WHERE f.person_id = p.id AND f.run_id = ?1)
ORDER BY c.credits DESC, p.sort_name, p.id LIMIT ?3
