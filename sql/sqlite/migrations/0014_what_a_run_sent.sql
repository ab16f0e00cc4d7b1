-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whose work it was that the ledger remembers: a run that is cancelled takes it back, or nobody would ever do the rest.
-- And indexes for what was found by looking at everything.

ALTER TABLE ledger ADD COLUMN run_id INTEGER NOT NULL DEFAULT 0; -- 0: not known, it was sent before this
CREATE INDEX ledger_run ON ledger (run_id);

CREATE INDEX merges_new ON merges (kind, new_id);
CREATE INDEX responses_version ON responses (version);

-- What a run identified, and whether it identified this.
DROP INDEX archive_identified;
CREATE INDEX archive_identified ON archive (run_id, json_extract(message, '$.recording_id'))
    WHERE queue = 'producer_identification';
