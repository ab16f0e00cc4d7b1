-- SPDX-License-Identifier: GPL-3.0-or-later
-- The message queue: PGMQ's verbs on one table.

-- name: queue.send
-- queue, run, message, now, visible from. The run says in which lane.
INSERT INTO messages (queue, run_id, message, enqueued_at, vt, lane)
SELECT ?1, id, ?3, ?4, ?5, iif(paused_at IS NULL, priority, 0) FROM runs WHERE id = ?2

-- name: queue.count_sent
INSERT INTO run_queues (run_id, queue, sent) VALUES (?, ?, ?)
ON CONFLICT (run_id, queue) DO UPDATE SET sent = sent + excluded.sent

-- name: queue.read
-- queue, now, visibility in ms, who reads. A lease that ran out without a word, and was another's, was ended by a death.
-- The lanes are looked into one after the other: one seek each, however many messages wait.
UPDATE messages
SET read_count = read_count + 1, leased = 1, vt = ?2 + ?3, leased_by = ?4,
    deaths = deaths + (leased = 1 AND leased_by <> ?4)
WHERE id = coalesce(
    (SELECT id FROM messages WHERE queue = ?1 AND lane = 3 AND vt <= ?2 ORDER BY vt, id LIMIT 1),
    (SELECT id FROM messages WHERE queue = ?1 AND lane = 2 AND vt <= ?2 ORDER BY vt, id LIMIT 1),
    (SELECT id FROM messages WHERE queue = ?1 AND lane = 1 AND vt <= ?2 ORDER BY vt, id LIMIT 1))
RETURNING id, run_id, message, read_count, attempts, enqueued_at, vt, history, deaths,
          (SELECT iif(refresh, created_at, 0) FROM runs WHERE runs.id = messages.run_id)

-- name: queue.take
-- The fence: only the lease that still is ours takes the message away. One that was given back is nobody's.
DELETE FROM messages WHERE id = ? AND read_count = ? AND leased = 1
RETURNING queue, run_id, message, read_count, enqueued_at, replay_of, replays

-- name: queue.into_archive
INSERT INTO archive (id, queue, run_id, message, read_count, enqueued_at, archived_at) VALUES (?, ?, ?, ?, ?, ?, ?)

-- name: queue.count_archived
UPDATE run_queues SET archived = archived + 1 WHERE run_id = ? AND queue = ?

-- name: queue.into_dead_letters
INSERT INTO dead_letters (id, queue, run_id, message, read_count, enqueued_at, failed_at, category, error, http_status,
                          service, endpoint, evidence, history, shape, group_key, worker_version, replay_of, replays)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: queue.count_dead
UPDATE run_queues SET dead = dead + 1 WHERE run_id = ? AND queue = ?

-- name: queue.extend
-- vt, id, read_count
UPDATE messages SET vt = ? WHERE id = ? AND read_count = ? AND leased = 1

-- name: queue.give_back
-- vt, id, read_count
UPDATE messages SET vt = ?, leased = 0 WHERE id = ? AND read_count = ? AND leased = 1

-- name: queue.give_back_failed
-- vt, history, id, read_count
UPDATE messages SET vt = ?, leased = 0, attempts = attempts + 1, history = ?
WHERE id = ? AND read_count = ? AND leased = 1

-- name: queue.last_seen
SELECT last_seen FROM clock

-- name: queue.see
INSERT INTO clock (id, last_seen) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET last_seen = excluded.last_seen

-- name: queue.set_back
-- by how much, now
UPDATE messages SET vt = max(?2, vt - ?1) WHERE vt > ?2

-- name: stages.set_back
-- by how much
UPDATE stage_pauses SET since = since - ?1, until = until - ?1

-- name: queue.bound_leases
-- The end of the longest lease that can be: a clock that was set back since would keep them for hours. The queues and
-- the lanes are named for the index.
UPDATE messages SET vt = ?1
WHERE queue IN ('artist_discovery', 'album_discovery', 'track_discovery', 'producer_identification',
                'social_enrichment')
  AND lane IN (0, 1, 2, 3) AND vt > ?1 AND leased = 1

-- name: stages.pause
-- One that is over is none that goes on.
INSERT INTO stage_pauses (queue, since, until) VALUES (?, ?, ?)
ON CONFLICT (queue) DO UPDATE SET
    since = iif(stage_pauses.until <= excluded.since, excluded.since, stage_pauses.since), until = excluded.until

-- name: stages.resume
-- Also what is over: it is of no use any more. queue, now
DELETE FROM stage_pauses WHERE queue = ?1 OR until <= ?2

-- name: stages.pause_of
-- queue, now
SELECT since, until FROM stage_pauses WHERE queue = ?1 AND (until IS NULL OR until > ?2)

-- name: queue.release
DELETE FROM ledger WHERE queue = ? AND key = ?

-- name: queue.forget_run
-- run, how many. Profiles stay: nothing hangs on a person's, and what was not read yet is forgotten with its message.
DELETE FROM ledger WHERE (queue, key) IN
    (SELECT queue, key FROM ledger WHERE run_id = ? AND queue <> 'social_enrichment' LIMIT ?)

-- name: queue.peek
-- queue, now, limit
SELECT message FROM (SELECT message FROM messages
                     WHERE queue = ?1 AND lane = 3 AND vt <= ?2 ORDER BY vt, id LIMIT ?3)
UNION ALL
SELECT message FROM (SELECT message FROM messages
                     WHERE queue = ?1 AND lane = 2 AND vt <= ?2 ORDER BY vt, id LIMIT ?3)
UNION ALL
SELECT message FROM (SELECT message FROM messages
                     WHERE queue = ?1 AND lane = 1 AND vt <= ?2 ORDER BY vt, id LIMIT ?3)
LIMIT ?3

-- name: queue.standing
-- id, now. A message is in one of the three, or nowhere any more. A lease that ran out is nobody's.
SELECT CASE WHEN leased = 1 AND vt > ?2 THEN 'leased' WHEN lane = 0 THEN 'held' WHEN vt > ?2 THEN 'delayed'
            ELSE 'ready' END,
       queue, run_id, message, read_count, attempts, enqueued_at, vt
FROM messages WHERE id = ?1
UNION ALL
SELECT 'archived', queue, run_id, message, read_count, NULL, enqueued_at, archived_at FROM archive WHERE id = ?1
UNION ALL
SELECT state, queue, run_id, message, read_count, json_array_length(history), enqueued_at, coalesce(ended_at, failed_at)
FROM dead_letters WHERE id = ?1

-- name: queue.next_visible
-- queue, now
SELECT min(first) FROM (
    SELECT min(vt) AS first FROM messages WHERE queue = ?1 AND lane = 1 AND vt > ?2 UNION ALL
    SELECT min(vt) FROM messages WHERE queue = ?1 AND lane = 2 AND vt > ?2 UNION ALL
    SELECT min(vt) FROM messages WHERE queue = ?1 AND lane = 3 AND vt > ?2)

-- name: queue.metrics
-- queue, now: leased, delayed, held with a paused run, since when the oldest that could be read could be, and the books.
-- How many could be read follows from these: to count them would be to read them all.
SELECT moving.leased + standing.leased, delayed, paused - standing.leased,
       (SELECT min(first) FROM (
            SELECT min(vt) AS first FROM messages WHERE queue = ?1 AND lane = 1 AND vt <= ?2 UNION ALL
            SELECT min(vt) FROM messages WHERE queue = ?1 AND lane = 2 AND vt <= ?2 UNION ALL
            SELECT min(vt) FROM messages WHERE queue = ?1 AND lane = 3 AND vt <= ?2)),
       sent, archived, dead, discarded
FROM (SELECT count(*) FILTER (WHERE leased = 1) AS leased, count(*) FILTER (WHERE leased = 0) AS delayed
      FROM messages WHERE queue = ?1 AND lane IN (1, 2, 3) AND vt > ?2) AS moving,
     (SELECT count(*) AS leased FROM messages WHERE queue = ?1 AND lane = 0 AND vt > ?2 AND leased = 1) AS standing,
     (SELECT count(*) AS paused FROM messages WHERE queue = ?1 AND lane = 0),
     (SELECT coalesce(sum(sent), 0) AS sent, coalesce(sum(archived), 0) AS archived, coalesce(sum(dead), 0) AS dead,
             coalesce(sum(discarded), 0) AS discarded
      FROM run_queues WHERE queue = ?1)

-- name: queue.counted
-- What is really there, to hold against the books.
SELECT (SELECT count(*) FROM messages WHERE queue = ?1),
       (SELECT count(*) FROM archive WHERE queue = ?1),
       (SELECT count(*) FROM dead_letters WHERE queue = ?1 AND state = 'dead'),
       (SELECT count(*) FROM dead_letters WHERE queue = ?1 AND state = 'discarded')

-- name: queue.remember
-- queue, key, now, oldest entry that still counts, run. A row comes back only where the key is free or grown old.
INSERT INTO ledger (queue, key, sent_at, run_id) VALUES (?1, ?2, ?3, ?5)
ON CONFLICT (queue, key) DO UPDATE SET sent_at = excluded.sent_at, run_id = excluded.run_id WHERE ledger.sent_at < ?4
RETURNING 1
