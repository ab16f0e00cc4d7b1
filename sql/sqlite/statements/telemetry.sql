-- SPDX-License-Identifier: GPL-3.0-or-later
-- Figures for the window and `status`.

-- name: telemetry.totals
SELECT producers, credits, profiles, recordings, unmatched, (SELECT coalesce(max(sequence), 0) FROM dead_letters)
FROM totals
