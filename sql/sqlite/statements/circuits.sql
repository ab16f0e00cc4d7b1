-- SPDX-License-Identifier: GPL-3.0-or-later
-- The circuits of the services.

-- name: circuits.all
SELECT service, state, reason, since, next_probe, times_opened FROM circuits

-- name: circuits.keep
INSERT INTO circuits (service, state, reason, since, next_probe, times_opened) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (service) DO UPDATE SET
    state = excluded.state, reason = excluded.reason, since = excluded.since, next_probe = excluded.next_probe,
    times_opened = excluded.times_opened

-- name: circuits.wishes
SELECT service, override, probes FROM circuit_overrides

-- name: circuits.override
-- service, override, now
INSERT INTO circuit_overrides (service, override, decided_at) VALUES (?, ?, ?)
ON CONFLICT (service) DO UPDATE SET override = excluded.override, decided_at = excluded.decided_at

-- name: circuits.wish_probe
-- service, now
INSERT INTO circuit_overrides (service, override, probes, decided_at) VALUES (?, 'none', 1, ?)
ON CONFLICT (service) DO UPDATE SET probes = probes + 1, decided_at = excluded.decided_at

-- name: circuits.remember
INSERT INTO circuit_history (service, at, event, reason) VALUES (?, ?, ?, ?)

-- name: circuits.forget
-- service, how many to keep
DELETE FROM circuit_history WHERE service = ?1
  AND id <= (SELECT id FROM circuit_history WHERE service = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)

-- name: circuits.history
-- service, limit: the newest first
SELECT at, event, reason FROM circuit_history WHERE service = ? ORDER BY id DESC LIMIT ?
