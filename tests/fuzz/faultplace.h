// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "claims.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QString>

namespace linernotes::fuzz
{

/// What is not understood is said with its place: the field ("$.tracks[3].id: …"), or the byte at which `body` stops
/// being JSON.
inline void checkPlace(const QString &message, const QByteArray &body, Claims &claims)
{
    QJsonParseError problem;
    QJsonDocument::fromJson(body, &problem);
    if (problem.error == QJsonParseError::NoError) {
        claims.that(message.startsWith(u'$'), "an error names the field");
    } else {
        claims.that(message.startsWith(QLatin1String("not JSON: "))
                        && message.endsWith(QStringLiteral(" at byte %1").arg(problem.offset)),
                    "an error names the byte that is not JSON");
    }
}

} // namespace linernotes::fuzz
