// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "messages/stageid.h"

#include <QString>

#include <optional>
#include <vector>

namespace linernotes
{

/// As kept in the database: the numbers stay.
enum class EventLevel { Debug = 0, Info = 1, Warning = 2, Error = 3 };

enum class EventKind {
    MessageArchived,
    AttemptFailed, ///< and is tried again
    MessageBuried, ///< it became a dead letter
    LeaseLost, ///< somebody else has read the message: what was done is not committed
    MessageReplayed, ///< a person sent a dead letter again
    MessageDiscarded, ///< a person gave a dead letter up for good
    RunStarted,
    RunFinished,
    ServiceRefused, ///< no calls until the time in the text
    CircuitChanged,
    CredentialsNeeded,
    CredentialsGiven,
    EngineStarted,
    EngineStopped,
    DatabaseProblem,
    DatabaseRecovered,
    SettingIgnored, ///< what the database has of it is not understood: it holds as if nothing was kept
    EventsLost, ///< more happened than could be written down
    OperatorAction, ///< a person paused, resumed, cancelled or changed what the text says
    QuotaUsedUp, ///< the last call of a group's day was given out
};

/// Something that happened, for people to read. Never holds a secret, a message or a body.
struct Event {
    qint64 id = 0; ///< grows with the time; 0: not yet kept
    Instant at{}; ///< 1970: now
    EventLevel level = EventLevel::Info;
    EventKind kind = EventKind::EngineStarted;
    std::optional<StageId> stage = {};
    QString service = {}; ///< "spotify", "genius"; empty: none
    qint64 runId = 0; ///< 0: none, and so the next two
    qint64 messageId = 0;
    int attempt = 0; ///< counted from 1
    std::optional<Milliseconds> took = {};
    std::optional<ErrorCategory> category = {};
    QString text = {}; ///< what is not said by the fields above; may be empty. Translated where it was written
    bool operator==(const Event &) const = default;
};

/// What warnings and errors of one group have in common, with what differs from case to case masked.
struct EventGroupKey {
    std::optional<ErrorCategory> category = {};
    std::optional<StageId> stage = {};
    QString service = {};
    QString shape = {};
    bool operator==(const EventGroupKey &) const = default;
};

/// Which events; everything that is set has to fit.
struct EventQuery {
    EventLevel least = EventLevel::Debug;
    std::optional<StageId> stage = {};
    QString service = {}; ///< empty: any
    qint64 runId = 0; ///< 0: any
    qint64 messageId = 0; ///< 0: any
    QString text = {}; ///< part of the text, the kind or the category, in either case
    std::vector<EventKind> textKinds = {}; ///< fit the text too: whose names for people hold it
    std::vector<ErrorCategory> textCategories = {}; ///< likewise
    std::vector<QString> textTokens = {}; ///< likewise: what people see in words stands in the text as one of these
    std::optional<EventGroupKey> group = {};
    qint64 before = 0; ///< id of the last of the page before; 0: the newest
    int limit = 100;
    bool operator==(const EventQuery &) const = default;
};

/// Warnings and errors that say the same.
struct EventGroup {
    EventGroupKey key;
    EventKind kind = EventKind::AttemptFailed; ///< of the newest
    QString title; ///< the text; for what differs from case to case stands “…”
    EventLevel level = EventLevel::Warning; ///< the highest
    qint64 count = 0;
    Instant first;
    Instant last;
    qint64 lastId = 0; ///< of the newest event
    bool operator==(const EventGroup &) const = default;
};

/// Whether it is one that is looked for; `before` and `limit` aside.
[[nodiscard]] bool fits(const Event &event, const EventQuery &query);

/// What an event says with what differs from case to case masked; empty where it is neither a warning nor an error.
QString eventShape(const Event &event);

/// "debug", "info", "warning", "error".
QString eventLevelName(EventLevel level);
std::optional<EventLevel> eventLevelFromName(const QString &name);
/// "message_archived", …: stable, as kept in the database and shown in JSON.
QString eventKindName(EventKind kind);
/// nullopt for a name that is none of ours.
std::optional<EventKind> eventKindFromName(const QString &name);

/// One JSON object without a line break: at, level, kind, and those fields that are set.
QByteArray toJsonLine(const Event &event);

} // namespace linernotes
