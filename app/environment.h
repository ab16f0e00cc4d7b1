// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
/// LINERNOTES_GENIUS_API_URL where they are set. Plain http is taken for this machine only.
Result<void> applyEnvironment(Settings &settings);

/// LINERNOTES_DATABASE, or `fileName` in the user's data folder.
QString defaultDatabasePath(const QString &fileName);

} // namespace linernotes
