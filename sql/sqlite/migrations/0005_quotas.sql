-- SPDX-License-Identifier: GPL-3.0-or-later
-- Quotas that all processes on the database keep together: the short window of a service with what was learned of its
-- size, and the long one of each endpoint group, counted by the hour.

CREATE TABLE service_windows (
    service       TEXT PRIMARY KEY,
    window_start  INTEGER NOT NULL DEFAULT 0,
    calls_limit   INTEGER NOT NULL DEFAULT 0,   -- calls in a window; 0: never used
    used          INTEGER NOT NULL DEFAULT 0,
    next_at       INTEGER NOT NULL DEFAULT 0,   -- the first moment that is not given out
    proven        INTEGER NOT NULL DEFAULT 0,   -- the largest limit that a full window went well with
    ceiling       INTEGER NOT NULL DEFAULT 0,   -- not to be exceeded while the last refusal is fresh; 0: none
    refused_at    INTEGER NOT NULL DEFAULT 0,
    raised_at     INTEGER NOT NULL DEFAULT 0,
    blocked_until INTEGER NOT NULL DEFAULT 0,
    reason        TEXT NOT NULL DEFAULT '',
    updated_at    INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO service_windows (service, blocked_until, reason, updated_at)
SELECT service, blocked_until, reason, updated_at FROM rate_limits;
DROP TABLE rate_limits;
ALTER TABLE service_windows RENAME TO rate_limits;

CREATE TABLE rate_hours (
    service        TEXT NOT NULL,
    endpoint_group TEXT NOT NULL,               -- first part of the path
    hour           INTEGER NOT NULL,            -- hours since 1970
    calls          INTEGER NOT NULL,
    PRIMARY KEY (service, endpoint_group, hour)
) WITHOUT ROWID;

CREATE TABLE rate_groups (
    service        TEXT NOT NULL,
    endpoint_group TEXT NOT NULL,
    calls_limit    INTEGER NOT NULL,            -- calls in 24 h, as learned from the last refusal
    changed_at     INTEGER NOT NULL,
    PRIMARY KEY (service, endpoint_group)
) WITHOUT ROWID;
