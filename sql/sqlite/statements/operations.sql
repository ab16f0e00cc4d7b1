-- SPDX-License-Identifier: GPL-3.0-or-later
-- Settings, and what is remembered of the services.

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
