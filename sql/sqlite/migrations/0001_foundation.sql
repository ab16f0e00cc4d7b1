-- SPDX-License-Identifier: GPL-3.0-or-later
-- Runs, queues, catalogue, credits. Times are milliseconds since 1970, UTC.

CREATE TABLE settings (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- What a service refused for how long (quota kept over restarts).
CREATE TABLE rate_limits (
    service       TEXT PRIMARY KEY,
    blocked_until INTEGER NOT NULL,
    reason        TEXT NOT NULL,
    updated_at    INTEGER NOT NULL
) WITHOUT ROWID;

-- What was learned of a service for one client id: page sizes, batch endpoints.
CREATE TABLE service_abilities (
    service    TEXT NOT NULL,
    client     TEXT NOT NULL,  -- fingerprint of the client id
    ability    TEXT NOT NULL,
    value      INTEGER NOT NULL,
    learned_at INTEGER NOT NULL,
    PRIMARY KEY (service, client, ability)
) WITHOUT ROWID;

CREATE TABLE runs (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    name        TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('running', 'finished')),
    created_at  INTEGER NOT NULL,
    finished_at INTEGER
);

-- The conservation law's books: every message of a run on a queue is counted when it is sent and when it ends.
-- sent = live messages + archived + dead + discarded
CREATE TABLE run_queues (
    run_id    INTEGER NOT NULL REFERENCES runs(id),
    queue     TEXT NOT NULL,
    sent      INTEGER NOT NULL DEFAULT 0,
    archived  INTEGER NOT NULL DEFAULT 0,
    dead      INTEGER NOT NULL DEFAULT 0,
    discarded INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (run_id, queue)
) WITHOUT ROWID;

-- AUTOINCREMENT: a message id is never used again.
CREATE TABLE messages (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    queue       TEXT NOT NULL,
    run_id      INTEGER NOT NULL REFERENCES runs(id),
    message     TEXT NOT NULL,
    read_count  INTEGER NOT NULL DEFAULT 0,  -- grows with every read: with the id it fences a lease
    attempts    INTEGER NOT NULL DEFAULT 0,  -- counted failures
    leased      INTEGER NOT NULL DEFAULT 0,
    enqueued_at INTEGER NOT NULL,
    vt          INTEGER NOT NULL,            -- invisible until
    history     TEXT NOT NULL DEFAULT '[]'   -- the counted failures, JSON
);
-- Ready messages are found by time, so that delayed ones never stand in the way.
CREATE INDEX messages_claim ON messages (queue, vt, id);

CREATE TABLE archive (
    id          INTEGER PRIMARY KEY,
    queue       TEXT NOT NULL,
    run_id      INTEGER NOT NULL,
    message     TEXT NOT NULL,
    read_count  INTEGER NOT NULL,
    enqueued_at INTEGER NOT NULL,
    archived_at INTEGER NOT NULL
);

CREATE TABLE dead_letters (
    id          INTEGER PRIMARY KEY,         -- the message's id
    queue       TEXT NOT NULL,
    run_id      INTEGER NOT NULL,
    message     TEXT NOT NULL,
    read_count  INTEGER NOT NULL,
    enqueued_at INTEGER NOT NULL,
    failed_at   INTEGER NOT NULL,
    category    TEXT NOT NULL,
    error       TEXT NOT NULL,
    http_status INTEGER NOT NULL,
    service     TEXT NOT NULL,
    endpoint    TEXT NOT NULL,
    evidence    TEXT NOT NULL,
    history     TEXT NOT NULL,
    state       TEXT NOT NULL DEFAULT 'dead' CHECK (state IN ('dead', 'discarded'))
);
CREATE INDEX dead_letters_queue ON dead_letters (queue, failed_at);

-- Lets a unit of work be sent once per refresh window.
CREATE TABLE ledger (
    queue   TEXT NOT NULL,
    key     TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    PRIMARY KEY (queue, key)
) WITHOUT ROWID;

CREATE TABLE artists (
    id         INTEGER PRIMARY KEY,
    spotify_id TEXT NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    url        TEXT NOT NULL DEFAULT '',
    image_url  TEXT NOT NULL DEFAULT '',
    seeded_at  INTEGER                        -- set for an artist that a run was seeded with
);

CREATE TABLE run_artists (
    run_id    INTEGER NOT NULL REFERENCES runs(id),
    artist_id INTEGER NOT NULL REFERENCES artists(id),
    PRIMARY KEY (run_id, artist_id)
) WITHOUT ROWID;

CREATE TABLE albums (
    id           INTEGER PRIMARY KEY,
    spotify_id   TEXT NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    type         TEXT NOT NULL,
    release_date TEXT NOT NULL,
    upc          TEXT NOT NULL DEFAULT '',
    url          TEXT NOT NULL DEFAULT ''
);

CREATE TABLE album_artists (
    album_id  INTEGER NOT NULL REFERENCES albums(id),
    artist_id INTEGER NOT NULL REFERENCES artists(id),
    position  INTEGER NOT NULL,
    PRIMARY KEY (album_id, artist_id)
) WITHOUT ROWID;

-- The sound behind one or many tracks. Two tracks are one recording if their ISRC is the same, or, where one of them
-- has none, if title, version and primary artist are the same and the lengths are within 2 s.
CREATE TABLE recordings (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    isrc              TEXT,
    title             TEXT NOT NULL,
    title_key         TEXT NOT NULL,
    version_key       TEXT NOT NULL,
    artist_key        TEXT NOT NULL,
    shortest_ms       INTEGER NOT NULL,
    longest_ms        INTEGER NOT NULL,
    identification    TEXT NOT NULL DEFAULT 'pending'
                      CHECK (identification IN ('pending', 'matched', 'unmatched')),
    genius_song_id    INTEGER,
    genius_song_title TEXT NOT NULL DEFAULT '',
    genius_song_url   TEXT NOT NULL DEFAULT '',
    match_score       REAL NOT NULL DEFAULT 0,
    match_reasons     TEXT NOT NULL DEFAULT '[]',
    candidates        TEXT NOT NULL DEFAULT '[]',
    identified_at     INTEGER
);
CREATE INDEX recordings_isrc ON recordings (isrc) WHERE isrc IS NOT NULL;
CREATE INDEX recordings_key ON recordings (title_key, artist_key, version_key);

CREATE TABLE recording_artists (
    recording_id INTEGER NOT NULL REFERENCES recordings(id),
    artist_id    INTEGER NOT NULL REFERENCES artists(id),
    position     INTEGER NOT NULL,
    PRIMARY KEY (recording_id, artist_id)
) WITHOUT ROWID;

CREATE TABLE tracks (
    id           INTEGER PRIMARY KEY,
    spotify_id   TEXT NOT NULL UNIQUE,
    album_id     INTEGER NOT NULL REFERENCES albums(id),
    recording_id INTEGER NOT NULL REFERENCES recordings(id),
    title        TEXT NOT NULL,
    disc         INTEGER NOT NULL,
    position     INTEGER NOT NULL,
    duration_ms  INTEGER NOT NULL,
    url          TEXT NOT NULL DEFAULT ''
);
CREATE INDEX tracks_recording ON tracks (recording_id);
CREATE INDEX tracks_album ON tracks (album_id);

-- The counts are kept beside the rows they count, in the same transaction, so that a list of a million people
-- can be sorted by them.
CREATE TABLE people (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    name          TEXT NOT NULL,
    sort_name     TEXT NOT NULL,              -- normalised: sorting and searching
    search_text   TEXT NOT NULL,              -- sort_name and the normalised aliases
    is_producer   INTEGER NOT NULL DEFAULT 0, -- has a producing or writing credit
    credit_count  INTEGER NOT NULL DEFAULT 0,
    artist_count  INTEGER NOT NULL DEFAULT 0,
    profile_count INTEGER NOT NULL DEFAULT 0,
    confidence    REAL NOT NULL DEFAULT 0     -- the best of its credits
);
CREATE INDEX people_by_name ON people (is_producer, sort_name, id);
CREATE INDEX people_by_credits ON people (is_producer, credit_count, id);

CREATE TABLE person_aliases (
    person_id INTEGER NOT NULL REFERENCES people(id),
    alias     TEXT NOT NULL,
    source    TEXT NOT NULL,
    PRIMARY KEY (person_id, alias)
) WITHOUT ROWID;

CREATE TABLE person_ids (
    source      TEXT NOT NULL,
    external_id TEXT NOT NULL,
    person_id   INTEGER NOT NULL REFERENCES people(id),
    url         TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (source, external_id)
) WITHOUT ROWID;
CREATE INDEX person_ids_person ON person_ids (person_id);

CREATE TABLE credits (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    recording_id INTEGER NOT NULL REFERENCES recordings(id),
    person_id    INTEGER NOT NULL REFERENCES people(id),
    role         TEXT NOT NULL,
    confidence   REAL NOT NULL DEFAULT 0,
    UNIQUE (recording_id, person_id, role)
);
CREATE INDEX credits_person ON credits (person_id, recording_id);

CREATE TABLE evidence (
    id            INTEGER PRIMARY KEY,
    credit_id     INTEGER NOT NULL REFERENCES credits(id),
    source        TEXT NOT NULL,
    statement     TEXT NOT NULL,   -- what the source said, in its own words
    url           TEXT NOT NULL,
    match_score   REAL NOT NULL,
    match_reasons TEXT NOT NULL,
    seen_at       INTEGER NOT NULL,
    UNIQUE (credit_id, source, statement)
);

CREATE TABLE profiles (
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people(id),
    platform  TEXT NOT NULL,
    handle    TEXT NOT NULL,
    url       TEXT NOT NULL,
    source    TEXT NOT NULL,
    seen_at   INTEGER NOT NULL,
    UNIQUE (person_id, platform, url)
);

CREATE TABLE person_artists (
    person_id    INTEGER NOT NULL REFERENCES people(id),
    artist_id    INTEGER NOT NULL REFERENCES artists(id),
    credit_count INTEGER NOT NULL,
    PRIMARY KEY (person_id, artist_id)
) WITHOUT ROWID;

CREATE TABLE person_roles (
    person_id    INTEGER NOT NULL REFERENCES people(id),
    role         TEXT NOT NULL,
    credit_count INTEGER NOT NULL,
    PRIMARY KEY (person_id, role)
) WITHOUT ROWID;

-- What became one, why, and what it was before, so that it can be taken apart again.
CREATE TABLE merges (
    id        INTEGER PRIMARY KEY,
    kind      TEXT NOT NULL CHECK (kind IN ('person', 'recording')),
    old_id    INTEGER NOT NULL,
    new_id    INTEGER NOT NULL,
    reason    TEXT NOT NULL,
    before    TEXT NOT NULL,
    merged_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX merges_old ON merges (kind, old_id);
