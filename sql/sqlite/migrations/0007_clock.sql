-- SPDX-License-Identifier: GPL-3.0-or-later
-- The latest time that was seen, so that a clock that was set back is noticed, over restarts too, and by one process.

CREATE TABLE clock (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    last_seen INTEGER NOT NULL
);
