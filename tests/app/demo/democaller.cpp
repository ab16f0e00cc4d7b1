// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/democaller.h"

#include <QJsonDocument>

namespace linernotes::test
{
namespace
{

constexpr int longest = 30'000; // ms; a guard, not an expectation

Reply parsedHead(const QByteArray &head)
{
    Reply reply;
    const auto lines = head.split('\n');
    reply.status = lines.front().split(' ').value(1).toInt();
    for (const auto &line : lines.mid(1)) {
        const auto colon = line.indexOf(':');
        reply.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    return reply;
}

} // namespace

QJsonObject Reply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString Reply::message() const
{
    const auto object = json();
    for (const auto *shape : {"error", "meta"}) {
        const auto message = object[QLatin1String(shape)][QStringLiteral("message")];
        if (message.isString())
            return message.toString();
    }
    return object[QStringLiteral("error")].toString();
}

Exchange::Exchange(const QUrl &url, const Headers &headers, const QByteArray &method, const QByteArray &body)
    : m_socket(std::make_unique<QTcpSocket>())
{
    m_socket->connectToHost(url.host(), static_cast<quint16>(url.port()));
    auto request = method + ' ' + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)
        + " HTTP/1.1\r\nHost: " + url.host().toLatin1() + "\r\n";
    for (auto header = headers.begin(); header != headers.end(); ++header)
        request += header.key() + ": " + header.value() + "\r\n";
    if (!body.isEmpty())
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    if (!m_socket->waitForConnected(longest))
        return;
    m_socket->write(request + "\r\n" + body);
    m_socket->waitForBytesWritten(longest);
}

Reply Exchange::reply()
{
    QByteArray bytes;
    qsizetype headEnd = -1;
    while ((headEnd = bytes.indexOf("\r\n\r\n")) < 0) {
        if (m_socket->bytesAvailable() == 0 && !m_socket->waitForReadyRead(longest))
            return {};
        bytes += m_socket->readAll();
    }
    auto reply = parsedHead(bytes.left(headEnd));
    const auto length = reply.headers.value("content-length").toLongLong();
    reply.body = bytes.mid(headEnd + 4);
    while (reply.body.size() < length) {
        if (m_socket->bytesAvailable() == 0 && !m_socket->waitForReadyRead(longest))
            return {};
        reply.body += m_socket->readAll();
    }
    return reply;
}

bool Exchange::isSilent(std::chrono::milliseconds time)
{
    return !m_socket->waitForReadyRead(static_cast<int>(time.count()))
        && m_socket->state() == QAbstractSocket::ConnectedState && m_socket->bytesAvailable() == 0;
}

DemoCaller::DemoCaller(demo::Face face, demo::DemoCatalogue catalogue)
    : m_server(std::move(catalogue), face)
{
    if (const auto started = m_server.start(); !started)
        qFatal("%s", qPrintable(started.error()));
}

Reply DemoCaller::askForToken()
{
    const auto credentials = (m_server.clientId() + QLatin1Char(':') + m_server.clientSecret()).toUtf8().toBase64();
    const Headers headers{{"Authorization", "Basic " + credentials},
                          {"Content-Type", "application/x-www-form-urlencoded"}};
    const QUrl url(m_server.spotifyAccountsUrl().toString() + QStringLiteral("/api/token"));
    return Exchange(url, headers, "POST", "grant_type=client_credentials").reply();
}

QByteArray DemoCaller::token()
{
    if (m_token.isEmpty())
        m_token = askForToken().json()[QStringLiteral("access_token")].toString().toUtf8();
    return m_token;
}

Exchange DemoCaller::beginSpotify(const QString &target, Headers headers)
{
    headers.insert("Authorization", "Bearer " + token());
    return Exchange(spotifyUrl(target), headers);
}

Reply DemoCaller::spotify(const QString &target, Headers headers)
{
    return beginSpotify(target, std::move(headers)).reply();
}

Reply DemoCaller::genius(const QString &target, Headers headers)
{
    headers.insert("Authorization", "Bearer " + m_server.geniusToken().toUtf8());
    return Exchange(geniusUrl(target), headers).reply();
}

QUrl DemoCaller::spotifyUrl(const QString &target) const
{
    return {m_server.spotifyApiUrl().toString() + target};
}

QUrl DemoCaller::geniusUrl(const QString &target) const
{
    return {m_server.geniusApiUrl().toString() + target};
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace linernotes::test
