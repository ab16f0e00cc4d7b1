// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QStandardPaths>
#include <QUrl>

namespace linernotes
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Environment", text);
}

Result<void> replaceUrl(const char *variable, QUrl &url)
{
    const auto text = qEnvironmentVariable(variable).trimmed();
    if (text.isEmpty())
        return {};
    const QUrl replacement(text, QUrl::StrictMode);
    const auto host = replacement.host();
    const bool isLoopback = host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
    const bool isAllowed =
        replacement.scheme() == QLatin1String("https") || (replacement.scheme() == QLatin1String("http") && isLoopback);
    if (!replacement.isValid() || host.isEmpty() || !isAllowed) {
        return failure(ErrorCategory::InvalidInput,
                       tr("%1 is “%2”. It takes an https address (plain http is for this machine only).")
                           .arg(QString::fromLatin1(variable), text));
    }
    url = replacement.adjusted(QUrl::StripTrailingSlash);
    return {};
}

} // namespace

Credentials credentialsFromEnvironment()
{
    return {.spotifyClientId = qEnvironmentVariable("SPOTIFY_CLIENT_ID").trimmed(),
            .spotifyClientSecret = qEnvironmentVariable("SPOTIFY_CLIENT_SECRET").trimmed(),
            .geniusAccessToken = qEnvironmentVariable("GENIUS_ACCESS_TOKEN").trimmed()};
}

QStringList missingCredentials(const Credentials &credentials)
{
    QStringList missing;
    if (credentials.spotifyClientId.isEmpty())
        missing.append(QStringLiteral("SPOTIFY_CLIENT_ID"));
    if (credentials.spotifyClientSecret.isEmpty())
        missing.append(QStringLiteral("SPOTIFY_CLIENT_SECRET"));
    if (credentials.geniusAccessToken.isEmpty())
        missing.append(QStringLiteral("GENIUS_ACCESS_TOKEN"));
    return missing;
}

Result<void> applyEnvironment(Settings &settings)
{
    if (auto replaced = replaceUrl("LINERNOTES_SPOTIFY_API_URL", settings.spotify.apiUrl); !replaced)
        return replaced;
    if (auto replaced = replaceUrl("LINERNOTES_SPOTIFY_ACCOUNTS_URL", settings.spotifyAccountsUrl); !replaced)
        return replaced;
    if (auto replaced = replaceUrl("LINERNOTES_GENIUS_API_URL", settings.genius.apiUrl); !replaced)
        return replaced;
    return replaceUrl("LINERNOTES_MUSICBRAINZ_API_URL", settings.musicbrainz.apiUrl);
}

QString namedDatabase(const QString &option)
{
    return option.isEmpty() ? qEnvironmentVariable("LINERNOTES_DATABASE") : option;
}

QString ownDatabase(Catalogue catalogue)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + (catalogue == Catalogue::Demo ? QStringLiteral("/linernotes/demo.sqlite")
                                        : QStringLiteral("/linernotes/linernotes.sqlite"));
}

} // namespace linernotes
