-- SPDX-License-Identifier: GPL-3.0-or-later
-- Stages that a person holds: nobody reads their queues, in whichever process.

CREATE TABLE stage_pauses (
    queue TEXT PRIMARY KEY,
    since INTEGER NOT NULL,
    until INTEGER             -- NULL: until a person lets it go on
) WITHOUT ROWID;
