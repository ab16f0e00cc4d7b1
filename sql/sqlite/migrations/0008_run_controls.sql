-- SPDX-License-Identifier: GPL-3.0-or-later
-- Runs that a person pauses, puts before others, cancels or does again.

ALTER TABLE runs ADD COLUMN priority INTEGER NOT NULL DEFAULT 2;   -- 1 low, 2 normal, 3 high
ALTER TABLE runs ADD COLUMN paused_at INTEGER;
ALTER TABLE runs ADD COLUMN cancelled_at INTEGER;
ALTER TABLE runs ADD COLUMN unsettled INTEGER NOT NULL DEFAULT 0;  -- its queued messages have yet to follow a change
ALTER TABLE runs ADD COLUMN refresh INTEGER NOT NULL DEFAULT 0;    -- what was sent before it began counts as old
ALTER TABLE runs ADD COLUMN again_of INTEGER;                      -- the run whose artists it asks for again

-- Its run's priority, or 0 while the run is paused: then nobody reads it.
ALTER TABLE messages ADD COLUMN lane INTEGER NOT NULL DEFAULT 2;
DROP INDEX messages_claim;
CREATE INDEX messages_claim ON messages (queue, lane, vt, id);

-- What a run asked for and what it identified, long after.
CREATE INDEX archive_seeds ON archive (run_id) WHERE queue = 'artist_discovery';
CREATE INDEX archive_identified ON archive (run_id) WHERE queue = 'producer_identification';
