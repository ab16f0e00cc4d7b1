-- SPDX-License-Identifier: GPL-3.0-or-later
-- The circuits of the services, kept over restarts, and how they changed.

CREATE TABLE circuits (
    service      TEXT PRIMARY KEY,
    state        TEXT NOT NULL CHECK (state IN ('closed', 'open', 'half_open')),
    reason       TEXT NOT NULL,
    since        INTEGER NOT NULL,
    next_probe   INTEGER NOT NULL,
    times_opened INTEGER NOT NULL
) WITHOUT ROWID;

-- What a person decided; written by whichever process was told, read by all.
CREATE TABLE circuit_overrides (
    service    TEXT PRIMARY KEY,
    override   TEXT NOT NULL CHECK (override IN ('none', 'open', 'closed')),
    probes     INTEGER NOT NULL DEFAULT 0,  -- grows with every wish to try again now
    decided_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE circuit_history (
    id      INTEGER PRIMARY KEY,
    service TEXT NOT NULL,
    at      INTEGER NOT NULL,
    event   TEXT NOT NULL,  -- closed, open, half_open; by a person: forced_open, forced_closed, released, probe
    reason  TEXT NOT NULL
);
CREATE INDEX circuit_history_service ON circuit_history (service, id);
