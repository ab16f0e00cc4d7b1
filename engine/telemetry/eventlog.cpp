// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/eventlog.h"

#include <QRegularExpression>

#include <utility>

namespace linernotes
{
namespace
{

const auto removed = QStringLiteral("[removed]");

} // namespace

/// An error's text never holds a secret by itself (core/error.h). This is for the one that breaks the rule: what we
/// know of, and what looks like a credential wherever it comes from.
QString EventLog::harmless(const QString &text) const
{
    static const QRegularExpression credential(
        QStringLiteral(
            R"(\b((?:Bearer|Basic)\s+)[A-Za-z0-9+/=_.~-]{8,})"
            R"(|\b((?:access_|refresh_)?token|client_secret|password|api_?key)(["']?\s*[=:]\s*["']?)[^\s"'&,;}]+)"),
        QRegularExpression::CaseInsensitiveOption);
    auto shown = text.simplified();
    for (const auto &secret : m_secrets)
        shown.replace(secret, removed);
    shown.replace(credential, QStringLiteral(R"(\1\2\3)") + removed);
    if (shown.size() > longestText) {
        shown.truncate(longestText - 1);
        if (shown.back().isHighSurrogate()) // half a sign is none
            shown.chop(1);
        shown += QChar(0x2026);
    }
    return shown;
}

void EventLog::note(Event event)
{
    if (!wants(event.level))
        return;
    if (event.at == Instant())
        event.at = m_clock.now();
    const std::scoped_lock lock(m_mutex);
    if (m_pending.size() >= mostPending) {
        ++m_dropped;
        return;
    }
    if (!event.text.isEmpty())
        event.text = harmless(event.text);
    m_pending.push_back(std::move(event));
}

void EventLog::setSecrets(const QStringList &secrets)
{
    constexpr qsizetype shortest = 8; // a shorter one would be found in many an innocent word
    const std::scoped_lock lock(m_mutex);
    m_secrets = secrets;
    m_secrets.removeIf([](const QString &secret) { return secret.size() < shortest; });
}

std::vector<Event> EventLog::take()
{
    const std::scoped_lock lock(m_mutex);
    auto events = std::exchange(m_pending, {});
    if (const auto dropped = std::exchange(m_dropped, 0); dropped > 0) {
        events.push_back({.at = m_clock.now(),
                          .level = EventLevel::Warning,
                          .kind = EventKind::EventsLost,
                          .text = QStringLiteral("%1 events were not written down").arg(dropped)});
    }
    return events;
}

} // namespace linernotes
