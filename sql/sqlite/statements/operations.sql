-- SPDX-License-Identifier: GPL-3.0-or-later
-- Runs, settings, and what is remembered of the services.

-- name: runs.insert
INSERT INTO runs (name, state, created_at) VALUES (?, 'running', ?)

-- name: runs.finish
-- A run ends when nothing of it is ready, leased or delayed: the books say so without a look at the messages.
UPDATE runs SET state = 'finished', finished_at = ?1
WHERE id = ?2 AND state = 'running'
  AND NOT EXISTS (SELECT 1 FROM run_queues WHERE run_id = ?2 AND sent <> archived + dead + discarded)

-- name: runs.reopen
UPDATE runs SET state = 'running', finished_at = NULL WHERE id = ? AND state = 'finished'

-- name: runs.unfinished
SELECT count(*) FROM runs WHERE state = 'running'

-- name: runs.list
SELECT id, name, state, created_at, finished_at FROM runs ORDER BY id DESC LIMIT ?

-- name: runs.queues
SELECT queue, sent, archived, dead, discarded FROM run_queues WHERE run_id = ?

-- name: settings.all
SELECT key, value FROM settings ORDER BY key

-- name: settings.set
INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value

-- name: settings.remove
DELETE FROM settings WHERE key = ?

-- name: services.abilities
-- client, and since when it must have been learned: what an app can do may change
SELECT service, ability, value FROM service_abilities WHERE client = ? AND learned_at >= ?

-- name: services.learn
INSERT INTO service_abilities (service, client, ability, value, learned_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (service, client, ability) DO UPDATE SET value = excluded.value, learned_at = excluded.learned_at
