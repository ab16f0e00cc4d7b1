// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/httpfront.h"

#include <QTimer>

#include <zlib.h>

#include <memory>

namespace linernotes::demo
{
namespace
{

QByteArray headOf(const Answer &answer)
{
    // The reason phrase means nothing to a program (RFC 9112 section 4).
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " -\r\n";
    bool hasType = false;
    bool hasLength = false;
    for (const auto &[name, value] : answer.headers) {
        head += name + ": " + value + "\r\n";
        hasType |= name.compare("content-type", Qt::CaseInsensitive) == 0;
        hasLength |= name.compare("content-length", Qt::CaseInsensitive) == 0;
    }
    if (!hasType)
        head += "Content-Type: application/json; charset=utf-8\r\n";
    if (!hasLength)
        head += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    return head + "\r\n";
}

} // namespace

HttpFront::HttpFront(Handler handler)
    : m_handler(std::move(handler))
{
}

bool HttpFront::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    m_handler(request, socket);
    return true;
}

void HttpFront::missingHandler(const QHttpServerRequest &, QTcpSocket *) { }

void HttpFront::write(QTcpSocket *socket, const Answer &answer)
{
    socket->write(headOf(answer) + answer.body);
}

void HttpFront::cut(QTcpSocket *socket, const Answer &answer)
{
    socket->write(headOf(answer) + answer.body.left(answer.body.size() / 2));
    socket->disconnectFromHost();
}

void HttpFront::drip(QTcpSocket *socket, const Answer &answer)
{
    auto *timer = new QTimer(socket);
    const auto left = std::make_shared<QByteArray>(headOf(answer) + answer.body);
    QObject::connect(timer, &QTimer::timeout, socket, [socket, timer, left] {
        socket->write(left->left(1));
        left->remove(0, 1);
        if (left->isEmpty())
            timer->deleteLater();
    });
    timer->start(std::chrono::seconds(1));
}

QByteArray gzipped(const QByteArray &body)
{
    constexpr int gzipWindow = 15 + 16; // zlib.h: 16 more asks for a gzip header
    constexpr int memory = 8;
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzipWindow, memory, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(body.size()))),
                      Qt::Uninitialized);
    // zlib reads from it only; its interface is older than const. NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(body.constData()));
    stream.avail_in = static_cast<uInt>(body.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

} // namespace linernotes::demo
