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
    static void cut(QTcpSocket *socket, const Answer &answer); ///< promises all of it, sends half and hangs up
    static void drip(QTcpSocket *socket, const Answer &answer); ///< a byte a second

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    Handler m_handler;
};

} // namespace linernotes::demo
