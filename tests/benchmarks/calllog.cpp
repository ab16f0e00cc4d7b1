// SPDX-License-Identifier: GPL-3.0-or-later
#include "calllog.h"

#include <algorithm>

namespace linernotes::test
{

CallLog::CallLog(demo::DemoServer &server)
    : m_server(server)
{
    constexpr std::size_t many = 10'000; // never moved: m_last points into them
    m_spotify.reserve(many);
    m_genius.reserve(many);
    server.setFaults([this](const demo::CallInfo &call) -> std::optional<demo::Fault> {
        add(call);
        return std::nullopt;
    });
}

void CallLog::add(const demo::CallInfo &call)
{
    const auto now = Clock::system().now();
    const auto refused = m_server.counts().refused;
    const std::scoped_lock lock(m_mutex);
    if (m_last)
        m_last->refused = refused > m_refused;
    m_refused = refused;
    m_last = nullptr;
    if (call.path.startsWith(QStringLiteral("/accounts/")))
        return;
    auto &calls = call.path.startsWith(QStringLiteral("/genius/")) ? m_genius : m_spotify;
    if (calls.size() == calls.capacity())
        qFatal("more calls than a quota's benchmark should make");
    calls.push_back({.at = now, .endpoint = call.endpoint});
    m_last = &calls.back();
}

std::vector<LoggedCall> CallLog::calls(const QString &service) const
{
    const auto refused = m_server.counts().refused;
    const std::scoped_lock lock(m_mutex);
    const auto &logged = service == QStringLiteral("genius") ? m_genius : m_spotify;
    auto calls = std::vector<LoggedCall>(logged.begin(), logged.end());
    if (!calls.empty() && m_last == &logged.back())
        calls.back().refused = refused > m_refused;
    return calls;
}

Use useWithin(const std::vector<LoggedCall> &calls, const std::vector<WorkSpan> &work,
              const std::vector<WorkSpan> &leftOut)
{
    const auto isIn = [](const std::vector<WorkSpan> &spans, Instant at) {
        return std::ranges::any_of(spans, [at](const auto &span) { return span.from <= at && at < span.to; });
    };
    Milliseconds time{0};
    for (const auto &span : work) {
        time += span.to - span.from;
        for (const auto &hole : leftOut)
            time -= std::max(Milliseconds(0), std::min(span.to, hole.to) - std::max(span.from, hole.from));
    }
    const auto made =
        std::ranges::count_if(calls, [&](const auto &call) { return isIn(work, call.at) && !isIn(leftOut, call.at); });
    return {.calls = made, .seconds = std::chrono::duration<double>(time).count()};
}

qint64 mostInWindow(const std::vector<LoggedCall> &calls, Milliseconds window)
{
    qint64 most = 0;
    for (auto first = calls.begin(); first != calls.end(); ++first) {
        const auto end = std::ranges::lower_bound(first, calls.end(), first->at + window, {}, &LoggedCall::at);
        most = std::max<qint64>(most, end - first);
    }
    return most;
}

Milliseconds leastReserve(const std::vector<LoggedCall> &calls, qint64 limit, Milliseconds window)
{
    const auto apart = static_cast<std::size_t>(limit);
    auto least = Milliseconds::max();
    for (std::size_t i = apart; i < calls.size(); ++i)
        least = std::min(least, calls[i].at - calls[i - apart].at - window);
    return least;
}

} // namespace linernotes::test
