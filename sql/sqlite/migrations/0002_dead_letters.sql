-- SPDX-License-Identifier: GPL-3.0-or-later
-- Dead letters that can be grouped by what went wrong, replayed, edited and discarded.

CREATE TABLE grouped_dead_letters (
    sequence       INTEGER PRIMARY KEY AUTOINCREMENT, -- in the order of their deaths: bounds what a bulk action takes
    id             INTEGER NOT NULL UNIQUE,           -- the message's id
    queue          TEXT NOT NULL,
    run_id         INTEGER NOT NULL,
    message        TEXT NOT NULL,
    read_count     INTEGER NOT NULL,
    enqueued_at    INTEGER NOT NULL,
    failed_at      INTEGER NOT NULL,
    category       TEXT NOT NULL,
    error          TEXT NOT NULL,
    http_status    INTEGER NOT NULL,
    service        TEXT NOT NULL,
    endpoint       TEXT NOT NULL,
    evidence       TEXT NOT NULL,
    history        TEXT NOT NULL,
    shape          TEXT NOT NULL,                     -- the error with what differs from letter to letter masked
    group_key      TEXT NOT NULL,                     -- names queue, category, service, endpoint and shape
    worker_version TEXT NOT NULL,
    replay_of      INTEGER,                           -- the dead letter whose work this was
    replays        INTEGER NOT NULL DEFAULT 0,        -- how often the work had been replayed before it died here
    state          TEXT NOT NULL DEFAULT 'dead' CHECK (state IN ('dead', 'replayed', 'discarded')),
    ended_at       INTEGER,                           -- when a person replayed or discarded it
    replayed_as    INTEGER,                           -- the message that does the work now
    discard_reason TEXT NOT NULL DEFAULT ''
);
INSERT INTO grouped_dead_letters (id, queue, run_id, message, read_count, enqueued_at, failed_at, category, error,
                                  http_status, service, endpoint, evidence, history, shape, group_key, worker_version,
                                  state)
SELECT id, queue, run_id, message, read_count, enqueued_at, failed_at, category, error, http_status, service, endpoint,
       evidence, history, error, queue || ':' || category || ':' || service || ':' || endpoint || ':' || error, '',
       state
FROM dead_letters ORDER BY failed_at, id;
DROP TABLE dead_letters;
ALTER TABLE grouped_dead_letters RENAME TO dead_letters;
CREATE INDEX dead_letters_queue ON dead_letters (queue, state);
CREATE INDEX dead_letters_group ON dead_letters (group_key, state, sequence);

ALTER TABLE messages ADD COLUMN replay_of INTEGER;
ALTER TABLE messages ADD COLUMN replays INTEGER NOT NULL DEFAULT 0;

CREATE VIEW dead_letter_analysis AS
SELECT group_key, queue, category, service, endpoint, shape,
       count(*) AS letters, min(failed_at) AS first_at, max(failed_at) AS last_at,
       count(*) FILTER (WHERE replays > 0) AS replayed_before
FROM dead_letters
WHERE state = 'dead'
GROUP BY group_key, queue, category, service, endpoint, shape;
