-- SPDX-License-Identifier: GPL-3.0-or-later
-- The quotas of the services.

-- name: quotas.window
SELECT window_start, calls_limit, used, next_at, proven, ceiling, refused_at, raised_at, blocked_until, reason
FROM rate_limits WHERE service = ?

-- name: quotas.keep_window
INSERT INTO rate_limits (service, window_start, calls_limit, used, next_at, proven, ceiling, refused_at, raised_at,
                         updated_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (service) DO UPDATE SET
    window_start = excluded.window_start, calls_limit = excluded.calls_limit, used = excluded.used,
    next_at = excluded.next_at, proven = excluded.proven, ceiling = excluded.ceiling,
    refused_at = excluded.refused_at, raised_at = excluded.raised_at, updated_at = excluded.updated_at

-- name: quotas.blocks
SELECT service, blocked_until, reason FROM rate_limits WHERE blocked_until > 0

-- name: quotas.block
INSERT INTO rate_limits (service, blocked_until, reason, updated_at) VALUES (?, ?, ?, ?)
ON CONFLICT (service) DO UPDATE SET
    -- A window is never shortened by a later, smaller answer.
    reason = CASE WHEN excluded.blocked_until > rate_limits.blocked_until THEN excluded.reason
                  ELSE rate_limits.reason END,
    blocked_until = max(rate_limits.blocked_until, excluded.blocked_until),
    updated_at = excluded.updated_at

-- name: quotas.unblock
UPDATE rate_limits SET blocked_until = 0, reason = '' WHERE service = ?

-- name: quotas.groups
-- service, first hour that still counts: every group that was used since, or whose limit is known
SELECT g.endpoint_group, coalesce(sum(h.calls), 0), coalesce(l.calls_limit, 0),
       coalesce(min(h.hour) FILTER (WHERE h.calls > 0), 0), coalesce(l.changed_at, 0)
FROM (SELECT endpoint_group FROM rate_hours WHERE service = ?1 AND hour >= ?2
      UNION SELECT endpoint_group FROM rate_groups WHERE service = ?1) AS g
LEFT JOIN rate_hours AS h ON h.service = ?1 AND h.endpoint_group = g.endpoint_group AND h.hour >= ?2
LEFT JOIN rate_groups AS l ON l.service = ?1 AND l.endpoint_group = g.endpoint_group
GROUP BY g.endpoint_group

-- name: quotas.count
-- service, group, hour, calls; fewer than none is none
INSERT INTO rate_hours (service, endpoint_group, hour, calls) VALUES (?1, ?2, ?3, max(0, ?4))
ON CONFLICT (service, endpoint_group, hour) DO UPDATE SET calls = max(0, rate_hours.calls + ?4)

-- name: quotas.forget
-- service, first hour that still counts
DELETE FROM rate_hours WHERE service = ? AND hour < ?

-- name: quotas.learn_group
INSERT INTO rate_groups (service, endpoint_group, calls_limit, changed_at) VALUES (?, ?, ?, ?)
ON CONFLICT (service, endpoint_group) DO UPDATE SET
    calls_limit = excluded.calls_limit, changed_at = excluded.changed_at
