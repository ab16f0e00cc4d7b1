// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/event.h"

#include "store/errorshape.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace linernotes
{
namespace
{

constexpr std::array<const char *, 4> levelNames{"debug", "info", "warning", "error"};

constexpr std::array<std::pair<EventKind, const char *>, 20> kindNames{{
    {EventKind::MessageArchived, "message_archived"},
    {EventKind::AttemptFailed, "attempt_failed"},
    {EventKind::MessageBuried, "message_buried"},
    {EventKind::LeaseLost, "lease_lost"},
    {EventKind::MessageReplayed, "message_replayed"},
    {EventKind::MessageDiscarded, "message_discarded"},
    {EventKind::RunStarted, "run_started"},
    {EventKind::RunFinished, "run_finished"},
    {EventKind::ServiceRefused, "service_refused"},
    {EventKind::CircuitChanged, "circuit_changed"},
    {EventKind::CredentialsNeeded, "credentials_needed"},
    {EventKind::CredentialsGiven, "credentials_given"},
    {EventKind::EngineStarted, "engine_started"},
    {EventKind::EngineStopped, "engine_stopped"},
    {EventKind::DatabaseProblem, "database_problem"},
    {EventKind::DatabaseRecovered, "database_recovered"},
    {EventKind::SettingIgnored, "setting_ignored"},
    {EventKind::EventsLost, "events_lost"},
    {EventKind::OperatorAction, "operator_action"},
    {EventKind::QuotaUsedUp, "quota_used_up"},
}};

} // namespace

QString eventLevelName(EventLevel level)
{
    return QString::fromLatin1(levelNames.at(static_cast<std::size_t>(level)));
}

std::optional<EventLevel> eventLevelFromName(const QString &name)
{
    for (std::size_t i = 0; i < levelNames.size(); ++i) {
        if (name == QLatin1String(levelNames.at(i)))
            return static_cast<EventLevel>(i);
    }
    return std::nullopt;
}

QString eventKindName(EventKind kind)
{
    for (const auto &[value, name] : kindNames) {
        if (value == kind)
            return QString::fromLatin1(name);
    }
    Q_UNREACHABLE();
}

std::optional<EventKind> eventKindFromName(const QString &name)
{
    for (const auto &[value, text] : kindNames) {
        if (name == QLatin1String(text))
            return value;
    }
    return std::nullopt;
}

QString eventShape(const Event &event)
{
    if (event.level < EventLevel::Warning)
        return {};
    return errorShape(event.text.isEmpty() ? eventKindName(event.kind) : event.text);
}

namespace
{

/// It is the first word, or what stands before a colon.
bool beginsWith(const QString &text, const QString &token)
{
    return text.startsWith(token)
        && (text.size() == token.size() || QStringLiteral(": ").contains(text.at(token.size())));
}

bool saysText(const Event &event, const EventQuery &query)
{
    const auto has = [&query](const QString &text) { return text.contains(query.text, Qt::CaseInsensitive); };
    return has(event.text) || has(eventKindName(event.kind))
        || std::ranges::find(query.textKinds, event.kind) != query.textKinds.end()
        || std::ranges::any_of(query.textTokens,
                               [&event](const QString &token) { return beginsWith(event.text, token); })
        || (event.category
            && (has(categoryName(*event.category))
                || std::ranges::find(query.textCategories, *event.category) != query.textCategories.end()));
}

bool isOf(const EventGroupKey &group, const Event &event)
{
    return event.level >= EventLevel::Warning && event.category == group.category && event.stage == group.stage
        && event.service == group.service && eventShape(event) == group.shape;
}

} // namespace

bool fits(const Event &event, const EventQuery &query)
{
    return event.level >= query.least && (!query.stage || event.stage == query.stage)
        && (query.service.isEmpty() || event.service == query.service)
        && (query.runId == 0 || event.runId == query.runId)
        && (query.messageId == 0 || event.messageId == query.messageId)
        && (query.text.isEmpty() || saysText(event, query)) && (!query.group || isOf(*query.group, event));
}

QByteArray toJsonLine(const Event &event)
{
    QJsonObject object{
        {QStringLiteral("at"), QDateTime::fromMSecsSinceEpoch(toMillis(event.at), Qt::UTC).toString(Qt::ISODateWithMs)},
        {QStringLiteral("level"), eventLevelName(event.level)},
        {QStringLiteral("kind"), eventKindName(event.kind)}};
    const auto add = [&object](const char *name, const QJsonValue &value, bool isSet) {
        if (isSet)
            object.insert(QLatin1String(name), value);
    };
    add("id", event.id, event.id > 0);
    add("stage", event.stage ? queueName(*event.stage) : QString(), event.stage.has_value());
    add("service", event.service, !event.service.isEmpty());
    add("run_id", event.runId, event.runId > 0);
    add("message_id", event.messageId, event.messageId > 0);
    add("attempt", event.attempt, event.attempt > 0);
    add("duration_ms", qint64(event.took.value_or(Milliseconds(0)).count()), event.took.has_value());
    add("category", event.category ? categoryName(*event.category) : QString(), event.category.has_value());
    add("text", event.text, !event.text.isEmpty());
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace linernotes
