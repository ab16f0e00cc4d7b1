-- SPDX-License-Identifier: GPL-3.0-or-later
-- Metrics by time. Steps and times are milliseconds.

-- name: metrics.stage_durations
SELECT durations FROM stage_metrics WHERE step = ? AND at = ? AND queue = ?

-- name: metrics.add_stage
-- step, at, queue, counts, the durations of both, what was seen last (NULL: nothing), the most
INSERT INTO stage_metrics (step, at, queue, archived, dead, retries, calls, durations, ready, leased, delayed,
                           open_dead, most_ready, most_leased, most_delayed, most_dead, oldest_ms)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (step, at, queue) DO UPDATE SET
    archived = archived + excluded.archived, dead = dead + excluded.dead, retries = retries + excluded.retries,
    calls = calls + excluded.calls, durations = excluded.durations,
    ready = coalesce(excluded.ready, ready), leased = coalesce(excluded.leased, leased),
    delayed = coalesce(excluded.delayed, delayed), open_dead = coalesce(excluded.open_dead, open_dead),
    most_ready = max(most_ready, excluded.most_ready), most_leased = max(most_leased, excluded.most_leased),
    most_delayed = max(most_delayed, excluded.most_delayed), most_dead = max(most_dead, excluded.most_dead),
    oldest_ms = max(oldest_ms, excluded.oldest_ms)

-- name: metrics.service_latencies
SELECT latencies FROM service_metrics WHERE step = ? AND at = ? AND service = ?

-- name: metrics.add_service
-- step, at, service, counts, the latencies of both
INSERT INTO service_metrics (step, at, service, calls, refused, timeouts, network, server, rejected, cache_hits,
                             cache_misses, latencies)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (step, at, service) DO UPDATE SET
    calls = calls + excluded.calls, refused = refused + excluded.refused, timeouts = timeouts + excluded.timeouts,
    network = network + excluded.network, server = server + excluded.server, rejected = rejected + excluded.rejected,
    cache_hits = cache_hits + excluded.cache_hits, cache_misses = cache_misses + excluded.cache_misses,
    latencies = excluded.latencies

-- name: metrics.trim_stages
-- step, oldest that is kept, most rows at a time
DELETE FROM stage_metrics WHERE (step, at, queue) IN
    (SELECT step, at, queue FROM stage_metrics WHERE step = ? AND at < ? ORDER BY at LIMIT ?)

-- name: metrics.trim_services
DELETE FROM service_metrics WHERE (step, at, service) IN
    (SELECT step, at, service FROM service_metrics WHERE step = ? AND at < ? ORDER BY at LIMIT ?)

-- name: metrics.stages
-- step, first, behind the last, queue ('': all)
SELECT at, queue, archived, dead, retries, calls, durations, ready, leased, delayed, open_dead, most_ready, most_leased,
       most_delayed, most_dead, oldest_ms
FROM stage_metrics WHERE step = ?1 AND at >= ?2 AND at < ?3 AND (?4 = '' OR queue = ?4) ORDER BY at

-- name: metrics.services
-- step, first, behind the last, service ('': all)
SELECT at, service, calls, refused, timeouts, network, server, rejected, cache_hits, cache_misses, latencies
FROM service_metrics WHERE step = ?1 AND at >= ?2 AND at < ?3 AND (?4 = '' OR service = ?4) ORDER BY at

-- name: metrics.costs
-- step, first: calls and attempts of each stage
SELECT queue, sum(calls), sum(archived + dead + retries) FROM stage_metrics WHERE step = ? AND at >= ? GROUP BY queue

-- name: metrics.books
-- What was sent to each queue, and what was worked off there, of all runs that this database has seen.
SELECT queue, sum(sent), sum(archived + dead) FROM run_queues GROUP BY queue
