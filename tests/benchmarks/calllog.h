// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "demo/demoserver.h"

#include <QString>

#include <mutex>
#include <vector>

namespace linernotes::test
{

/// A time in which a service's queues had messages that could be worked on, or were.
struct WorkSpan {
    Instant from;
    Instant to;
};

/// What came to a service, as the server saw it.
struct LoggedCall {
    Instant at;
    QString endpoint; ///< "GET /v1/albums/{id}"
    bool refused = false;
};

/// Every call that counts against a quota of the demo server, in the order of their coming. Thread-safe. The server has
/// to be stopped, or its faults be taken away, before the log goes.
class CallLog
{
public:
    /// Writes down what comes to `server`; its fault script is used for that.
    explicit CallLog(demo::DemoServer &server);

    /// "spotify" or "genius"; the token is none of them.
    [[nodiscard]] std::vector<LoggedCall> calls(const QString &service) const;

private:
    void add(const demo::CallInfo &call);

    demo::DemoServer &m_server;
    mutable std::mutex m_mutex;
    std::vector<LoggedCall> m_spotify;
    std::vector<LoggedCall> m_genius;
    LoggedCall *m_last = nullptr; ///< the count of the refusals tells of it with the next call
    qint64 m_refused = 0;
};

/// Spans of work and the calls within them, less the times that are left out.
struct Use {
    qint64 calls = 0;
    double seconds = 0;
};
Use useWithin(const std::vector<LoggedCall> &calls, const std::vector<WorkSpan> &work,
              const std::vector<WorkSpan> &leftOut = {});

/// The most calls that a rolling window held.
qint64 mostInWindow(const std::vector<LoggedCall> &calls, Milliseconds window);
/// By how much the nearest two calls that are `limit` apart in order are more than a window apart in time: what was
/// left before the server would have refused.
Milliseconds leastReserve(const std::vector<LoggedCall> &calls, qint64 limit, Milliseconds window);

} // namespace linernotes::test
