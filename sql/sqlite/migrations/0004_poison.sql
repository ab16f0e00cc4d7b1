-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who holds a lease, and how many processes died while they held it.

ALTER TABLE messages ADD COLUMN leased_by TEXT NOT NULL DEFAULT '';
ALTER TABLE messages ADD COLUMN deaths INTEGER NOT NULL DEFAULT 0;
