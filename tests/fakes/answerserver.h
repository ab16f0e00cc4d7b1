// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QThread>
#include <QUrl>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace linernotes::test
{

/// One answer, and the manner in which it comes, or does not.
struct Answer {
    enum class Manner {
        Whole,
        Gzip, ///< the body is compressed on the way
        ByteByByte,
        Never, ///< the connection stays open and silent
        CutBefore, ///< the connection ends without an answer
        CutInBody, ///< and here after half of the promised body
    };
    using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

    QByteArray body;
    int status = 200;
    Headers headers = {};
    Manner manner = Manner::Whole;
    std::chrono::milliseconds delay{0};
};

/// One request as it came.
struct Call {
    QString method;
    QString target; ///< path and query, encoded as they were sent
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    [[nodiscard]] QString line() const { return method + QLatin1Char(' ') + target; } ///< "GET /albums/x?market=US"
    [[nodiscard]] QString path() const { return target.section(QLatin1Char('?'), 0, 0); }
    [[nodiscard]] QString query(const QString &name) const; ///< decoded once
};

/// A loopback HTTP/1.1 server with prepared answers. It runs in a thread of its own, so it answers also while the test
/// waits for a process or a thread. All members may be called from every thread.
class AnswerServer
{
public:
    AnswerServer();
    ~AnswerServer();
    AnswerServer(const AnswerServer &) = delete;
    AnswerServer &operator=(const AnswerServer &) = delete;

    [[nodiscard]] QUrl url() const; ///< "http://127.0.0.1:<port>"

    /// `request`: "GET /path?query" as it is sent, or without the query for whatever query comes.
    void answer(const QString &request, const QByteArray &body, int status = 200, const Answer::Headers &headers = {});
    void answer(const QString &request, const Answer &answer);
    /// One after the other; the last one stays.
    void answerInTurn(const QString &request, std::vector<Answer> answers);
    /// Asked where no prepared answer fits; called in the server's thread. nullopt: 404, which is also what comes where
    /// nothing was prepared.
    void answerBy(std::function<std::optional<Answer>(const Call &)> answers);

    [[nodiscard]] QStringList calls() const; ///< their lines, in the order they came
    [[nodiscard]] std::vector<Call> requests() const;
    [[nodiscard]] qsizetype count(const QString &request) const; ///< calls that begin so

private:
    class Listener;
    Answer answerFor(const Call &call);
    std::optional<Answer> prepared(const QString &request);

    mutable std::mutex m_mutex;
    std::map<QString, std::vector<Answer>> m_answers;
    std::function<std::optional<Answer>(const Call &)> m_by;
    std::vector<Call> m_calls;
    QUrl m_url;
    QThread m_thread;
    Listener *m_listener = nullptr; ///< lives in m_thread, which deletes it
};

} // namespace linernotes::test
