-- SPDX-License-Identifier: GPL-3.0-or-later
-- Metrics and events. A metrics row is what happened from `at` for `step` milliseconds, of all processes together: the
-- same counts are added to the rows of every step at once, so that nothing has to be rolled up later.

CREATE TABLE stage_metrics (
    step         INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    queue        TEXT NOT NULL,
    archived     INTEGER NOT NULL,
    dead         INTEGER NOT NULL,
    retries      INTEGER NOT NULL,
    calls        INTEGER NOT NULL,
    durations    TEXT NOT NULL,     -- telemetry/histogram.h: bin:count, separated by blanks
    ready        INTEGER,           -- the last that was seen of the queue; NULL: nobody looked
    leased       INTEGER,
    delayed      INTEGER,
    open_dead    INTEGER,
    most_ready   INTEGER NOT NULL,
    most_leased  INTEGER NOT NULL,
    most_delayed INTEGER NOT NULL,
    most_dead    INTEGER NOT NULL,
    oldest_ms    INTEGER NOT NULL,
    PRIMARY KEY (step, at, queue)
) WITHOUT ROWID;

CREATE TABLE service_metrics (
    step         INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    service      TEXT NOT NULL,
    calls        INTEGER NOT NULL,
    refused      INTEGER NOT NULL,
    timeouts     INTEGER NOT NULL,
    network      INTEGER NOT NULL,
    server       INTEGER NOT NULL,
    rejected     INTEGER NOT NULL,
    cache_hits   INTEGER NOT NULL,
    cache_misses INTEGER NOT NULL,
    latencies    TEXT NOT NULL,
    PRIMARY KEY (step, at, service)
) WITHOUT ROWID;

-- What happened, for people. 0 and '' stand for "not about one".
CREATE TABLE events (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    at          INTEGER NOT NULL,
    level       INTEGER NOT NULL,   -- 0 debug, 1 info, 2 warning, 3 error
    kind        TEXT NOT NULL,
    stage       TEXT NOT NULL,      -- name of its queue
    service     TEXT NOT NULL,
    run_id      INTEGER NOT NULL,
    message_id  INTEGER NOT NULL,
    attempt     INTEGER NOT NULL,
    duration_ms INTEGER,
    category    TEXT NOT NULL,
    text        TEXT NOT NULL,
    shape       TEXT NOT NULL       -- of warnings and errors: the text with what differs from case to case masked
);
-- Most events are about none of these, or about nothing bad: only those that are, are indexed.
CREATE INDEX events_message ON events (message_id, id) WHERE message_id > 0;
CREATE INDEX events_run ON events (run_id, id) WHERE run_id > 0;
CREATE INDEX events_trouble ON events (id, level, category, stage, service, shape, at) WHERE level >= 2;
CREATE INDEX events_stage ON events (stage, id) WHERE stage <> '';
CREATE INDEX events_service ON events (service, id) WHERE service <> '';
