-- SPDX-License-Identifier: GPL-3.0-or-later
-- The services' answers, so that a restart or a second run costs no repeated calls.

CREATE TABLE responses (
    id          INTEGER PRIMARY KEY,
    service     TEXT NOT NULL,
    url         TEXT NOT NULL,
    version     INTEGER NOT NULL,   -- of the program's understanding of answers (ResponseCache::version)
    status      INTEGER NOT NULL,   -- 200, or 404 for what is known to be missing
    body        BLOB NOT NULL,      -- qCompress: zlib after four bytes of length
    bytes       INTEGER NOT NULL,   -- of body
    etag        TEXT NOT NULL,
    stored_at   INTEGER NOT NULL,
    fresh_until INTEGER NOT NULL,
    kept_until  INTEGER NOT NULL,
    UNIQUE (service, url)
);
-- Covers the sum of the bytes.
CREATE INDEX responses_kept ON responses (kept_until, bytes);

-- A person wanted a service's answers forgotten; processes that run hear of it here.
CREATE TABLE cache_clearings (
    service    TEXT PRIMARY KEY,    -- '': of all services
    cleared_at INTEGER NOT NULL
) WITHOUT ROWID;
