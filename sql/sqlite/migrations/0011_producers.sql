-- SPDX-License-Identifier: GPL-3.0-or-later
-- A million producers: found by any part of a name, sorted by every column, with what people write about them.

ALTER TABLE people ADD COLUMN found_at INTEGER NOT NULL DEFAULT 0;  -- when they were first heard of
ALTER TABLE people ADD COLUMN main_role TEXT NOT NULL DEFAULT '';   -- the most frequent
ALTER TABLE people ADD COLUMN tag_text TEXT NOT NULL DEFAULT '';    -- their tags in order, one a line
ALTER TABLE people ADD COLUMN note TEXT NOT NULL DEFAULT '';
UPDATE people SET
    found_at = coalesce((SELECT min(e.seen_at) FROM credits c JOIN evidence e ON e.credit_id = c.id
                         WHERE c.person_id = people.id), 0),
    main_role = coalesce((SELECT role FROM person_roles WHERE person_id = people.id
                          ORDER BY credit_count DESC, role LIMIT 1), '');

-- Normalised, for the filter. Where nothing has been heard of an artist since, this is near enough.
ALTER TABLE artists ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
UPDATE artists SET name_key = lower(name);

CREATE TABLE person_tags (
    person_id INTEGER NOT NULL REFERENCES people(id),
    key       TEXT NOT NULL,   -- the tag, case folded
    tag       TEXT NOT NULL,
    PRIMARY KEY (person_id, key)
) WITHOUT ROWID;
CREATE INDEX person_tags_key ON person_tags (key, person_id);

-- Filters that somebody gave a name to, as JSON (engine/store/annotations.cpp).
CREATE TABLE saved_filters (
    key    TEXT PRIMARY KEY,   -- the name, case folded
    name   TEXT NOT NULL,
    filter TEXT NOT NULL
) WITHOUT ROWID;

-- One for each column of the table, and one for each thing that it is filtered by.
CREATE INDEX people_by_artists ON people (is_producer, artist_count, id);
CREATE INDEX people_by_profiles ON people (is_producer, profile_count, id);
CREATE INDEX people_by_confidence ON people (is_producer, confidence, id);
CREATE INDEX people_by_found ON people (is_producer, found_at, id);
CREATE INDEX people_by_role ON people (is_producer, main_role, id);
CREATE INDEX people_by_tags ON people (is_producer, tag_text, id);
CREATE INDEX person_roles_role ON person_roles (role, person_id);
CREATE INDEX profiles_platform ON profiles (platform, person_id);
CREATE INDEX person_artists_artist ON person_artists (artist_id, person_id);

-- Any three letters in a row of a name or an alias. It holds no text and no places: what it finds is looked at again.
CREATE VIRTUAL TABLE people_search USING fts5 (
    search_text, content = 'people', content_rowid = 'id', tokenize = 'trigram case_sensitive 1', detail = none,
    columnsize = 0);
INSERT INTO people_search (people_search) VALUES ('rebuild');
CREATE TRIGGER people_search_insert AFTER INSERT ON people BEGIN
    INSERT INTO people_search (rowid, search_text) VALUES (new.id, new.search_text);
END;
CREATE TRIGGER people_search_delete AFTER DELETE ON people BEGIN
    INSERT INTO people_search (people_search, rowid, search_text) VALUES ('delete', old.id, old.search_text);
END;
CREATE TRIGGER people_search_update AFTER UPDATE OF search_text ON people
WHEN new.search_text <> old.search_text BEGIN
    INSERT INTO people_search (people_search, rowid, search_text) VALUES ('delete', old.id, old.search_text);
    INSERT INTO people_search (rowid, search_text) VALUES (new.id, new.search_text);
END;

-- What the window shows four times a second is not counted each time. Triggers, for many statements change it.
CREATE TABLE totals (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    producers  INTEGER NOT NULL,
    credits    INTEGER NOT NULL,
    profiles   INTEGER NOT NULL,
    recordings INTEGER NOT NULL,
    unmatched  INTEGER NOT NULL
);
INSERT INTO totals SELECT 1, (SELECT count(*) FROM people WHERE is_producer = 1), (SELECT count(*) FROM credits),
                          (SELECT count(*) FROM profiles), (SELECT count(*) FROM recordings),
                          (SELECT count(*) FROM recordings WHERE identification = 'unmatched');
CREATE TRIGGER totals_person_insert AFTER INSERT ON people WHEN new.is_producer = 1 BEGIN
    UPDATE totals SET producers = producers + 1;
END;
CREATE TRIGGER totals_person_delete AFTER DELETE ON people WHEN old.is_producer = 1 BEGIN
    UPDATE totals SET producers = producers - 1;
END;
CREATE TRIGGER totals_person_update AFTER UPDATE OF is_producer ON people WHEN new.is_producer <> old.is_producer BEGIN
    UPDATE totals SET producers = producers + new.is_producer - old.is_producer;
END;
CREATE TRIGGER totals_credit_insert AFTER INSERT ON credits BEGIN
    UPDATE totals SET credits = credits + 1;
END;
CREATE TRIGGER totals_credit_delete AFTER DELETE ON credits BEGIN
    UPDATE totals SET credits = credits - 1;
END;
CREATE TRIGGER totals_profile_insert AFTER INSERT ON profiles BEGIN
    UPDATE totals SET profiles = profiles + 1;
END;
CREATE TRIGGER totals_profile_delete AFTER DELETE ON profiles BEGIN
    UPDATE totals SET profiles = profiles - 1;
END;
CREATE TRIGGER totals_recording_insert AFTER INSERT ON recordings BEGIN
    UPDATE totals SET recordings = recordings + 1, unmatched = unmatched + (new.identification = 'unmatched');
END;
CREATE TRIGGER totals_recording_delete AFTER DELETE ON recordings BEGIN
    UPDATE totals SET recordings = recordings - 1, unmatched = unmatched - (old.identification = 'unmatched');
END;
CREATE TRIGGER totals_recording_update AFTER UPDATE OF identification ON recordings
WHEN new.identification <> old.identification BEGIN
    UPDATE totals SET unmatched = unmatched + (new.identification = 'unmatched') - (old.identification = 'unmatched');
END;
