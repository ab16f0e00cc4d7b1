-- SPDX-License-Identifier: GPL-3.0-or-later
-- Artists of older files had their names for the filter in small letters only, so that no word found "Björk" or
-- "BEYONCÉ". The program writes them anew as names are normalised, which SQL can't (Database::completeMigration).
UPDATE artists SET name_key = '';
