// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <initializer_list>

namespace linernotes::test
{

// Spotify's answers in their documented shapes, with as little in them as an app of today is given.

inline QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// A well-formed id that is easy to read: "artist" and 7 → "artist0000000000000007".
inline QString spotifyId(const QString &kind, int number)
{
    constexpr qsizetype length = 22;
    return kind + QStringLiteral("%1").arg(number, static_cast<int>(length - kind.size()), 10, QLatin1Char('0'));
}

inline QByteArray tokenBody(const QString &token, int expiresIn = 3600)
{
    return bytes({{QStringLiteral("access_token"), token},
                  {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                  {QStringLiteral("expires_in"), expiresIn}});
}

/// "Regular Error Object" of the Web API.
inline QByteArray refusalBody(int status, const QString &message)
{
    const QJsonObject error{{QStringLiteral("status"), status}, {QStringLiteral("message"), message}};
    return bytes({{QStringLiteral("error"), error}});
}

inline QJsonObject artistObject(int number, const QString &name)
{
    return {{QStringLiteral("id"), spotifyId(QStringLiteral("artist"), number)}, {QStringLiteral("name"), name}};
}

inline QJsonObject trackObject(int number, const QString &name, const QJsonArray &artists, qint64 durationMs = 200'000)
{
    return {{QStringLiteral("id"), spotifyId(QStringLiteral("track"), number)},
            {QStringLiteral("name"), name},
            {QStringLiteral("duration_ms"), durationMs},
            {QStringLiteral("disc_number"), 1},
            {QStringLiteral("track_number"), number},
            {QStringLiteral("artists"), artists}};
}

inline QJsonObject albumObject(int number, const QString &name, const QJsonArray &artists = {},
                               const QString &type = QStringLiteral("album"))
{
    return {{QStringLiteral("id"), spotifyId(QStringLiteral("album"), number)},
            {QStringLiteral("name"), name},
            {QStringLiteral("album_type"), type},
            {QStringLiteral("release_date"), QStringLiteral("2024-05-17")},
            {QStringLiteral("artists"), artists}};
}

/// `nextOffset` < 0: the last page.
inline QJsonObject pageObject(const QJsonArray &items, qint64 offset = 0, qint64 nextOffset = -1)
{
    const auto next = nextOffset < 0
        ? QJsonValue()
        : QJsonValue(QStringLiteral("https://api.spotify.com/v1/anything?offset=%1&limit=10").arg(nextOffset));
    return {{QStringLiteral("items"), items},
            {QStringLiteral("limit"), 10},
            {QStringLiteral("offset"), offset},
            {QStringLiteral("total"), 100},
            {QStringLiteral("next"), next}};
}

inline QJsonObject withTracks(QJsonObject album, const QJsonObject &page)
{
    album.insert(QStringLiteral("tracks"), page);
    return album;
}

} // namespace linernotes::test
