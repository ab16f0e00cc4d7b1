// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/answerserver.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrlQuery>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace linernotes::test
{
namespace
{

quint32 crc32(const QByteArray &bytes)
{
    constexpr quint32 polynomial = 0xEDB88320;
    quint32 crc = ~0U;
    for (const auto byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) != 0 ? polynomial : 0U);
    }
    return ~crc;
}

QByteArray littleEndian(quint32 number)
{
    std::array<char, sizeof(number)> bytes{};
    qToLittleEndian(number, bytes.data());
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

/// RFC 1952 around the deflated data of qCompress, which come with a length (4 bytes) and zlib's frame (2 and 4).
QByteArray gzipped(const QByteArray &body)
{
    constexpr qsizetype front = 4 + 2;
    constexpr qsizetype back = 4;
    const auto packed = qCompress(body);
    const QByteArray header("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);
    return header + packed.mid(front, packed.size() - front - back) + littleEndian(crc32(body))
        + littleEndian(static_cast<quint32>(body.size()));
}

QByteArray headOf(const Answer &answer, qsizetype length)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " -\r\n";
    bool hasType = false;
    for (const auto &[name, value] : answer.headers) {
        head += name + ": " + value + "\r\n";
        hasType = hasType || name.toLower() == "content-type";
    }
    if (!hasType)
        head += "Content-Type: application/json\r\n";
    if (answer.manner == Answer::Manner::Gzip)
        head += "Content-Encoding: gzip\r\n";
    return head + "Content-Length: " + QByteArray::number(length) + "\r\n\r\n";
}

/// The first whole request of the bytes, taken off them.
std::optional<Call> takeCall(QByteArray &bytes)
{
    const auto headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return std::nullopt;
    const auto lines = bytes.left(headEnd).split('\n');
    const auto first = lines.front().trimmed().split(' ');
    Call call{.method = QString::fromLatin1(first.value(0)), .target = QString::fromLatin1(first.value(1))};
    for (const auto &line : lines.mid(1)) {
        const auto colon = line.indexOf(':');
        call.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const auto bodyBegin = headEnd + 4;
    const auto length = call.headers.value("content-length").toLongLong();
    if (bytes.size() - bodyBegin < length)
        return std::nullopt;
    call.body = bytes.mid(bodyBegin, length);
    bytes.remove(0, bodyBegin + length);
    return call;
}

void writeByteByByte(const QPointer<QTcpSocket> &socket, const QByteArray &bytes)
{
    if (!socket || bytes.isEmpty())
        return;
    socket->write(bytes.left(1));
    socket->flush();
    QTimer::singleShot(0, socket, [socket, rest = bytes.mid(1)] { writeByteByByte(socket, rest); });
}

void give(QTcpSocket *socket, const Answer &answer)
{
    switch (answer.manner) {
    case Answer::Manner::Whole:
        socket->write(headOf(answer, answer.body.size()) + answer.body);
        return;
    case Answer::Manner::Gzip: {
        const auto packed = gzipped(answer.body);
        socket->write(headOf(answer, packed.size()) + packed);
        return;
    }
    case Answer::Manner::ByteByByte:
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        writeByteByByte(socket, headOf(answer, answer.body.size()) + answer.body);
        return;
    case Answer::Manner::Never:
        return;
    case Answer::Manner::CutBefore:
        socket->abort();
        return;
    case Answer::Manner::CutInBody:
        socket->write(headOf(answer, answer.body.size()) + answer.body.left(answer.body.size() / 2));
        socket->disconnectFromHost(); // after what was written
        return;
    }
}

} // namespace

QString Call::query(const QString &name) const
{
    return QUrlQuery(target.section(QLatin1Char('?'), 1)).queryItemValue(name, QUrl::FullyDecoded);
}

class AnswerServer::Listener : public QTcpServer
{
public:
    explicit Listener(AnswerServer &server)
        : m_server(server)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (auto *socket = nextPendingConnection())
                serve(socket);
        });
    }

private:
    void serve(QTcpSocket *socket)
    {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, socket, [this, socket, bytes = QByteArray()]() mutable {
            bytes += socket->readAll();
            while (const auto call = takeCall(bytes)) {
                const auto answer = m_server.answerFor(*call);
                QTimer::singleShot(answer.delay, socket, [socket, answer] { give(socket, answer); });
            }
        });
    }

    AnswerServer &m_server;
};

AnswerServer::AnswerServer()
    : m_listener(new Listener(*this))
{
    // Before the thread starts, so that the address is known; the notifier follows the object into the thread.
    if (!m_listener->listen(QHostAddress::LocalHost))
        qFatal("no loopback port: %s", qPrintable(m_listener->errorString()));
    m_url = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_listener->serverPort()));
    m_listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
    m_thread.start();
}

AnswerServer::~AnswerServer()
{
    m_thread.quit();
    m_thread.wait();
}

QUrl AnswerServer::url() const
{
    return m_url;
}

void AnswerServer::answer(const QString &request, const QByteArray &body, int status, const Answer::Headers &headers)
{
    answerInTurn(request, {{.body = body, .status = status, .headers = headers}});
}

void AnswerServer::answer(const QString &request, const Answer &answer)
{
    answerInTurn(request, {answer});
}

void AnswerServer::answerInTurn(const QString &request, std::vector<Answer> answers)
{
    const std::scoped_lock lock(m_mutex);
    m_answers[request] = std::move(answers);
}

void AnswerServer::answerBy(std::function<std::optional<Answer>(const Call &)> answers)
{
    const std::scoped_lock lock(m_mutex);
    m_by = std::move(answers);
}

QStringList AnswerServer::calls() const
{
    const std::scoped_lock lock(m_mutex);
    QStringList lines;
    for (const auto &call : m_calls)
        lines.append(call.line());
    return lines;
}

std::vector<Call> AnswerServer::requests() const
{
    const std::scoped_lock lock(m_mutex);
    return m_calls;
}

qsizetype AnswerServer::count(const QString &request) const
{
    const auto all = calls();
    return std::ranges::count_if(all, [&](const QString &line) { return line.startsWith(request); });
}

std::optional<Answer> AnswerServer::prepared(const QString &request)
{
    const auto found = m_answers.find(request);
    if (found == m_answers.end() || found->second.empty())
        return std::nullopt;
    auto answer = found->second.front();
    if (found->second.size() > 1)
        found->second.erase(found->second.begin());
    return answer;
}

Answer AnswerServer::answerFor(const Call &call)
{
    std::function<std::optional<Answer>(const Call &)> by;
    {
        const std::scoped_lock lock(m_mutex);
        m_calls.push_back(call);
        if (const auto exact = prepared(call.line()))
            return *exact;
        if (const auto anyQuery = prepared(call.method + QLatin1Char(' ') + call.path()))
            return *anyQuery;
        by = m_by;
    }
    if (by) {
        if (const auto answer = by(call))
            return *answer;
    }
    return {.body = "no answer was prepared for " + call.line().toUtf8(), .status = 404};
}

} // namespace linernotes::test
