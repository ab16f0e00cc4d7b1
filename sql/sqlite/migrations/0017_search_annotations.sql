-- SPDX-License-Identifier: GPL-3.0-or-later
-- The filter finds notes and tags too. The program writes people.search_text anew where there are any, as names are
-- normalised, which SQL can't (Database::completeMigration).
SELECT 1;
