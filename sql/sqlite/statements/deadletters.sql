-- SPDX-License-Identifier: GPL-3.0-or-later
-- Dead letters as a person looks at them and acts on them. Those that were replayed or discarded stay, for the record.
-- What asks for them by a filter is put together: a beginning, what became of them, the other conditions, an end.

-- name: dead.open
WHERE state = 'dead'

-- name: dead.ended
WHERE state <> 'dead'

-- name: dead.any
WHERE TRUE

-- name: dead.still_open
-- Whatever the filter says of what became of them: an action takes none but these.
AND state = 'dead'

-- name: dead.oldest
SELECT min(failed_at) FROM dead_letters

-- name: dead.count_slices
-- from, length of a slice. Each group's counts by when the letters died, in one pass, for to look for a word takes long.
SELECT group_key, max(0, (failed_at - ?) / ?) AS slice, count(*), min(failed_at), max(failed_at),
       count(*) FILTER (WHERE replays > 0), max(sequence)
FROM dead_letters

-- name: dead.by_slice
-- The plus: not in the order of an index where the letters themselves have to be read.
GROUP BY +group_key, slice

-- name: dead.name_group
-- What a group is called is read from one of its letters.
SELECT queue, category, service, endpoint, shape, error, evidence FROM dead_letters WHERE sequence = ?

-- name: dead.errors
SELECT group_key, error FROM dead_letters

-- name: dead.newest
-- limit
ORDER BY sequence DESC LIMIT ?

-- name: dead.page
SELECT sequence, id, queue, run_id, message, read_count, enqueued_at, failed_at, category, error, http_status, service,
       endpoint, evidence, history, shape, group_key, worker_version, replay_of, replays, state, ended_at, replayed_as,
       discard_reason
FROM dead_letters

-- name: dead.rows
-- What a list shows: without the answer and the history, of which each may be kilobytes. dead.subject follows.
SELECT sequence, id, queue, run_id, message, failed_at, category, error, http_status, service, replays,
       state, ended_at, discard_reason,

-- name: dead.from
FROM dead_letters

-- name: dead.subject
-- Whom or what a letter's work is about, by the name that the catalogue knows by now; empty where it knows none.
CASE WHEN NOT json_valid(dead_letters.message) THEN '' ELSE coalesce(CASE dead_letters.queue
    WHEN 'artist_discovery' THEN coalesce(
        (SELECT a.name FROM artists a WHERE a.spotify_id = json_extract(dead_letters.message, '$.artist_id')),
        json_extract(dead_letters.message, '$.name'))
    WHEN 'album_discovery' THEN
        (SELECT a.name FROM artists a WHERE a.spotify_id = json_extract(dead_letters.message, '$.artist_id'))
    WHEN 'track_discovery' THEN
        (SELECT b.name || coalesce(' – ' || (SELECT a.name FROM album_artists ba JOIN artists a ON a.id = ba.artist_id
                                             WHERE ba.album_id = b.id ORDER BY ba.position LIMIT 1), '')
         FROM albums b WHERE b.spotify_id = json_extract(dead_letters.message, '$.album_id'))
    WHEN 'producer_identification' THEN
        (SELECT r.title || coalesce(' – ' || (SELECT a.name FROM recording_artists ra
                                              JOIN artists a ON a.id = ra.artist_id
                                              WHERE ra.recording_id = r.id ORDER BY ra.position LIMIT 1), '')
         FROM recordings r WHERE r.id = coalesce(
             (SELECT m.new_id FROM merges m
              WHERE m.kind = 'recording' AND m.old_id = json_extract(dead_letters.message, '$.recording_id')),
             json_extract(dead_letters.message, '$.recording_id')))
    WHEN 'social_enrichment' THEN
        (SELECT p.name FROM people p WHERE p.id = coalesce(
            (SELECT m.new_id FROM merges m
             WHERE m.kind = 'person' AND m.old_id = json_extract(dead_letters.message, '$.person_id')),
            json_extract(dead_letters.message, '$.person_id')))
    END, '') END

-- name: dead.before
-- The page after the letter of that sequence, limit
AND sequence < ? ORDER BY sequence DESC LIMIT ?

-- name: dead.sequences
SELECT sequence FROM dead_letters

-- name: dead.down_to
AND sequence >= ? ORDER BY sequence DESC

-- name: dead.listed
-- a JSON array of sequences
AND sequence IN (SELECT value FROM json_each(?)) ORDER BY sequence DESC

-- name: dead.letter
SELECT sequence, id, queue, run_id, message, read_count, enqueued_at, failed_at, category, error, http_status, service,
       endpoint, evidence, history, shape, group_key, worker_version, replay_of, replays, state, ended_at, replayed_as,
       discard_reason
FROM dead_letters WHERE id = ?

-- name: dead.freeze
-- How many, and the newest of them
SELECT count(*), coalesce(max(sequence), 0) FROM dead_letters

-- name: dead.next_ids
SELECT id FROM dead_letters

-- name: dead.after
-- The newest that counts, the id after which to go on, limit. By id: the order in which they were sent.
AND sequence <= ? AND id > ? ORDER BY id LIMIT ?

-- name: dead.in_group
AND group_key = ?

-- name: dead.in_queue
AND queue = ?

-- name: dead.of_category
AND category = ?

-- name: dead.of_service
AND service = ?

-- name: dead.of_run
AND run_id = ?

-- name: dead.among
-- a JSON array of ids
AND id IN (SELECT value FROM json_each(?))

-- name: dead.with_id
AND id = ?

-- name: dead.word
-- One word, case folded, three times: in the error or in the message, or the number of the letter; or, as
-- dead.subject and dead.word_end go on, in the name that is shown.
AND (instr(folded(error), ?) > 0 OR instr(folded(message), ?) > 0 OR CAST(id AS TEXT) = ? OR instr(folded(

-- name: dead.word_end
), ?) > 0)

-- name: dead.begin_action
-- kind, reason, at
INSERT INTO dead_letter_actions (kind, reason, at) VALUES (?, ?, ?)

-- name: dead.end_replayed
-- ended_at, action, id. A row comes back only for one that is still dead.
UPDATE dead_letters SET state = 'replayed', ended_at = ?, action = ? WHERE id = ? AND state = 'dead'
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
-- ended_at, reason, action, id
UPDATE dead_letters SET state = 'discarded', ended_at = ?, discard_reason = ?, action = ? WHERE id = ? AND state = 'dead'
RETURNING queue, run_id

-- name: dead.count_discarded
UPDATE run_queues SET dead = dead - 1, discarded = discarded + 1 WHERE run_id = ? AND queue = ?

-- name: dead.count_of_action
SELECT count(*) FROM dead_letters WHERE action = ?

-- name: dead.next_of_action
-- action, the id after which to go on, limit
SELECT id, state FROM dead_letters WHERE action = ? AND id > ? ORDER BY id LIMIT ?

-- name: dead.last_action
-- The newest, and how many of its letters an undo would bring back: what was discarded, and what no worker has taken up
-- since it was sent again. No row: none.
SELECT l.action, count(*) FROM dead_letters l
WHERE l.action = (SELECT max(id) FROM dead_letter_actions)
  AND (l.state = 'discarded'
       OR EXISTS (SELECT 1 FROM messages m WHERE m.id = l.replayed_as AND m.leased = 0 AND m.attempts = 0))
GROUP BY l.action

-- name: dead.take_back
-- The message that was sent again for this letter, while no work has been done on it: whoever reads it now is too late.
DELETE FROM messages
WHERE id = (SELECT replayed_as FROM dead_letters WHERE id = ? AND state = 'replayed') AND leased = 0 AND attempts = 0
RETURNING message, id

-- name: dead.fate
-- Of the letters that an action sent again, by queue: how many, how many that no worker has taken up, how many that are
-- not at their end, how many that died again, and how many untouched ones of a paused run.
SELECT l.queue, count(*), count(m.id) FILTER (WHERE m.leased = 0 AND m.attempts = 0), count(m.id), count(d.id),
       count(m.id) FILTER (WHERE m.leased = 0 AND m.attempts = 0 AND m.lane = 0)
FROM dead_letters l
LEFT JOIN messages m ON m.id = l.replayed_as
LEFT JOIN dead_letters d ON d.id = l.replayed_as
WHERE l.action = ?
GROUP BY l.queue

-- name: dead.rise_again
-- A letter is as it was before the action.
UPDATE dead_letters SET state = 'dead', ended_at = NULL, replayed_as = NULL, discard_reason = '', action = NULL
WHERE id = ?
RETURNING queue, run_id, message

-- name: dead.count_taken_back
UPDATE run_queues SET dead = dead + 1 WHERE run_id = ? AND queue = ?

-- name: dead.count_restored
UPDATE run_queues SET dead = dead + 1, discarded = discarded - 1 WHERE run_id = ? AND queue = ?
