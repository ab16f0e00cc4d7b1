-- SPDX-License-Identifier: GPL-3.0-or-later
-- Figures for the window and `status`.

-- name: telemetry.totals
SELECT (SELECT count(*) FROM people WHERE is_producer = 1),
       (SELECT count(*) FROM credits),
       (SELECT count(*) FROM profiles),
       (SELECT count(*) FROM recordings),
       (SELECT count(*) FROM recordings WHERE identification = 'unmatched'),
       (SELECT coalesce(max(sequence), 0) FROM dead_letters)
