// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/answer.h"

#include <QAbstractHttpServer>
#include <QHttpServerRequest>
#include <QPointer>
#include <QTcpSocket>

#include <functional>

namespace linernotes::demo
{

/// Hands every request to one function, and writes answers to sockets that may have gone meanwhile.
class HttpFront : public QAbstractHttpServer
{
    Q_OBJECT

public:
    using Handler = std::function<void(const QHttpServerRequest &request, QPointer<QTcpSocket> socket)>;

    explicit HttpFront(Handler handler);

    static void write(QTcpSocket *socket, const Answer &answer);

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    Handler m_handler;
};

/// RFC 1952.
QByteArray gzipped(const QByteArray &body);

} // namespace linernotes::demo
