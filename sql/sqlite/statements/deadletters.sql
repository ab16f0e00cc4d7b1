-- SPDX-License-Identifier: GPL-3.0-or-later
-- Dead letters as a person looks at them and acts on them. Those that were replayed or discarded stay, for the record.

-- name: dead.groups
SELECT group_key, queue, category, service, endpoint, shape, letters, first_at, last_at, replayed_before
FROM dead_letter_analysis ORDER BY letters DESC, last_at DESC, group_key

-- name: dead.page
-- group, queue, category, service (empty: any), run (0: any), only those before (0: from the newest), limit
SELECT sequence, id, queue, run_id, message, read_count, enqueued_at, failed_at, category, error, http_status, service,
       endpoint, evidence, history, shape, group_key, worker_version, replay_of, replays, state, ended_at, replayed_as,
       discard_reason
FROM dead_letters
WHERE state = 'dead'
  AND (?1 = '' OR group_key = ?1) AND (?2 = '' OR queue = ?2) AND (?3 = '' OR category = ?3)
  AND (?4 = '' OR service = ?4) AND (?5 = 0 OR run_id = ?5) AND (?6 = 0 OR sequence < ?6)
ORDER BY sequence DESC LIMIT ?7

-- name: dead.letter
SELECT sequence, id, queue, run_id, message, read_count, enqueued_at, failed_at, category, error, http_status, service,
       endpoint, evidence, history, shape, group_key, worker_version, replay_of, replays, state, ended_at, replayed_as,
       discard_reason
FROM dead_letters WHERE id = ?

-- name: dead.freeze
-- group, queue, category, service (empty: any), run (0: any): how many, and the newest of them
SELECT count(*), coalesce(max(sequence), 0)
FROM dead_letters
WHERE state = 'dead'
  AND (?1 = '' OR group_key = ?1) AND (?2 = '' OR queue = ?2) AND (?3 = '' OR category = ?3)
  AND (?4 = '' OR service = ?4) AND (?5 = 0 OR run_id = ?5)

-- name: dead.next_ids
-- As above; the newest that counts, the id after which to go on, limit. By id: the order in which they were sent.
SELECT id
FROM dead_letters
WHERE state = 'dead'
  AND (?1 = '' OR group_key = ?1) AND (?2 = '' OR queue = ?2) AND (?3 = '' OR category = ?3)
  AND (?4 = '' OR service = ?4) AND (?5 = 0 OR run_id = ?5)
  AND sequence <= ?6 AND id > ?7
ORDER BY id LIMIT ?8

-- name: dead.end_replayed
-- ended_at, id. A row comes back only for one that is still dead.
UPDATE dead_letters SET state = 'replayed', ended_at = ? WHERE id = ? AND state = 'dead'
RETURNING queue, run_id, message, replays

-- name: dead.send_again
-- queue, run, message, now, now, the dead letter, how often
INSERT INTO messages (queue, run_id, message, enqueued_at, vt, replay_of, replays, lane)
SELECT ?1, id, ?3, ?4, ?5, ?6, ?7, iif(paused_at IS NULL, priority, 0) FROM runs WHERE id = ?2

-- name: dead.name_replay
UPDATE dead_letters SET replayed_as = ? WHERE id = ?

-- name: dead.count_replayed
-- The work goes on under another id: it counts as sent once.
UPDATE run_queues SET dead = dead - 1 WHERE run_id = ? AND queue = ?

-- name: dead.end_discarded
-- ended_at, reason, id
UPDATE dead_letters SET state = 'discarded', ended_at = ?, discard_reason = ? WHERE id = ? AND state = 'dead'
RETURNING queue, run_id

-- name: dead.count_discarded
UPDATE run_queues SET dead = dead - 1, discarded = discarded + 1 WHERE run_id = ? AND queue = ?
