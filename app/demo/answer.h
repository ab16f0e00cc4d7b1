// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QPair>

namespace linernotes::demo
{

/// What goes back over the wire.
struct Answer {
    int status = 200;
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers = {};

    void addHeader(const QByteArray &name, const QByteArray &value) { headers.append(qMakePair(name, value)); }
};

/// RFC 1952.
QByteArray gzipped(const QByteArray &body);

inline Answer jsonAnswer(const QJsonObject &object, int status = 200)
{
    return {.status = status, .body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

} // namespace linernotes::demo
