-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a credit was first found: a run's results are what was known of its recordings when it ended.

ALTER TABLE credits ADD COLUMN found_at INTEGER NOT NULL DEFAULT 0; -- 0: before this was kept
