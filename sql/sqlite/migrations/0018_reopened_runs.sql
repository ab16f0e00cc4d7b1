-- SPDX-License-Identifier: GPL-3.0-or-later
-- A run whose dead letter is sent again goes on; where that is undone, it has ended when and as it had before.

ALTER TABLE runs ADD COLUMN ended_before INTEGER;     -- its end before it was taken up again; NULL: it was not
ALTER TABLE runs ADD COLUMN cancelled_before INTEGER;

-- A credit was noted some milliseconds after its message had gone to the archive, by which it is told what a run found.
UPDATE credits SET found_at = found_at - 1000 WHERE found_at > 0;
