-- SPDX-License-Identifier: GPL-3.0-or-later
-- Optional sources that did not answer for a person: what is known is incomplete for them.

CREATE TABLE source_gaps (
    person_id  INTEGER NOT NULL REFERENCES people(id),
    source     TEXT NOT NULL,
    reason     TEXT NOT NULL,
    since      INTEGER NOT NULL,
    revisit_id INTEGER,           -- the message that visits it again, if there is one
    PRIMARY KEY (person_id, source)
) WITHOUT ROWID;
CREATE INDEX source_gaps_revisit ON source_gaps (revisit_id);

-- The run that such messages belong to: nobody waits for its end.
ALTER TABLE runs ADD COLUMN is_revisit INTEGER NOT NULL DEFAULT 0;
CREATE INDEX runs_revisit ON runs (id) WHERE is_revisit = 1;
