-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a person did to dead letters is kept as one action, so that it can be undone as one.

CREATE TABLE dead_letter_actions (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    kind   TEXT NOT NULL CHECK (kind IN ('replay', 'discard')),
    reason TEXT NOT NULL DEFAULT '',
    at     INTEGER NOT NULL
);
ALTER TABLE dead_letters ADD COLUMN action INTEGER; -- that ended it; NULL while it is dead
CREATE INDEX dead_letters_action ON dead_letters (action, id) WHERE action IS NOT NULL;

-- Open letters of a kind or of a queue in the order in which they were sent, the oldest of all, and all that is counted
-- of a kind: without a look at the letters, of which there may be a hundred thousand, each with its evidence.
-- (The state is in each, for else SQLite looks it up in the letter.)
CREATE INDEX dead_letters_open_group ON dead_letters (group_key, id, failed_at, replays, state) WHERE state = 'dead';
CREATE INDEX dead_letters_open_queue ON dead_letters (queue, id, state) WHERE state = 'dead';
CREATE INDEX dead_letters_open_oldest ON dead_letters (failed_at, state) WHERE state = 'dead';
