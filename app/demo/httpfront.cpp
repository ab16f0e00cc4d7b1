// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/httpfront.h"

#include <zlib.h>

namespace linernotes::demo
{

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
    // The reason phrase means nothing to a program (RFC 9112 section 4).
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " -\r\n";
    bool hasType = false;
    for (const auto &[name, value] : answer.headers) {
        head += name + ": " + value + "\r\n";
        hasType |= name.compare("content-type", Qt::CaseInsensitive) == 0;
    }
    if (!hasType)
        head += "Content-Type: application/json; charset=utf-8\r\n";
    head += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n\r\n";
    socket->write(head + answer.body);
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
