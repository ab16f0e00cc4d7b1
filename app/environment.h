// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue.h"
#include "core/result.h"
#include "settings.h"

#include <QString>

namespace linernotes
{

/// SPOTIFY_CLIENT_ID, SPOTIFY_CLIENT_SECRET and GENIUS_ACCESS_TOKEN, as in the original system.
Credentials credentialsFromEnvironment();
/// The names of those that are not set.
QStringList missingCredentials(const Credentials &credentials);

/// Replaces the services' addresses with LINERNOTES_SPOTIFY_API_URL, LINERNOTES_SPOTIFY_ACCOUNTS_URL and
/// LINERNOTES_GENIUS_API_URL, LINERNOTES_MUSICBRAINZ_API_URL where they are set. Plain http is taken for this machine
/// only.
Result<void> applyEnvironment(Settings &settings);

/// Of --database, or else of LINERNOTES_DATABASE; empty where neither names one.
QString namedDatabase(const QString &option);
/// The program's own file in the user's data folder: the demo has another than real work.
QString ownDatabase(Catalogue catalogue);

} // namespace linernotes
