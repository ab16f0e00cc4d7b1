-- SPDX-License-Identifier: GPL-3.0-or-later
-- The services' answers.

-- name: responses.find
-- service, url, version
SELECT status, body, etag, stored_at, fresh_until, kept_until
FROM responses WHERE service = ? AND url = ? AND version = ?

-- name: responses.keep
INSERT INTO responses (service, url, version, status, body, bytes, etag, stored_at, fresh_until, kept_until)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (service, url) DO UPDATE SET
    version = excluded.version, status = excluded.status, body = excluded.body, bytes = excluded.bytes,
    etag = excluded.etag, stored_at = excluded.stored_at, fresh_until = excluded.fresh_until,
    kept_until = excluded.kept_until

-- name: responses.remove
DELETE FROM responses WHERE service = ? AND url = ?

-- name: responses.clear
-- service; '' for all
DELETE FROM responses WHERE ?1 = '' OR service = ?1

-- name: responses.note_clearing
INSERT INTO cache_clearings (service, cleared_at) VALUES (?, ?)
ON CONFLICT (service) DO UPDATE SET cleared_at = excluded.cleared_at

-- name: responses.clearings
SELECT service, cleared_at FROM cache_clearings

-- name: responses.holdings
-- now
SELECT service, count(*), sum(bytes), count(*) FILTER (WHERE fresh_until > ?1)
FROM responses GROUP BY service ORDER BY service

-- name: responses.expire
-- now
DELETE FROM responses WHERE kept_until <= ?

-- name: responses.outdate
-- The version of today; by the index, which “<>” would not use.
DELETE FROM responses WHERE id IN (SELECT id FROM responses WHERE version < ?1
                                   UNION ALL SELECT id FROM responses WHERE version > ?1)

-- name: responses.total
SELECT coalesce(sum(bytes), 0) FROM responses

-- name: responses.drop_oldest
DELETE FROM responses WHERE id IN (SELECT id FROM responses ORDER BY kept_until LIMIT 500)
