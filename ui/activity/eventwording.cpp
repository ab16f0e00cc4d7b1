// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/eventwording.h"

#include "common/enginewords.h"
#include "common/wording.h"
#include "settings/settingwording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("linernotes::ui", text);
}

constexpr auto lastKind = static_cast<int>(EventKind::QuotaUsedUp);
constexpr auto lastCategory = static_cast<int>(ErrorCategory::Cancelled);

const std::vector<Settings::Key> &settings()
{
    static const auto keys = Settings::keys();
    return keys;
}

/// "Spotify: Calls a second"
QString settingLabel(const Settings::Key &key)
{
    return tr("%1: %2").arg(topicLabel(topicOf(key.name)), wordsOf(key).title);
}

/// "spotify.timeout set to 20", "spotify.timeout set back"
QString settingChange(const QString &text)
{
    const auto name = text.section(QLatin1Char(' '), 0, 0);
    const auto rest = text.mid(name.size());
    const auto key = std::ranges::find(settings(), name, &Settings::Key::name);
    if (key == settings().end())
        return text;
    static const auto setTo = QStringLiteral(" set to ");
    return rest.startsWith(setTo)
        ? tr("“%1” set to %2").arg(settingLabel(*key), valueLabel(*key, rest.mid(setTo.size())))
        : tr("“%1” set back").arg(settingLabel(*key));
}

} // namespace

QString levelLabel(EventLevel level)
{
    switch (level) {
    case EventLevel::Debug:
        return tr("Detail");
    case EventLevel::Info:
        return tr("Info");
    case EventLevel::Warning:
        return tr("Warning");
    case EventLevel::Error:
        return tr("Error");
    }
    Q_UNREACHABLE();
}

QString levelIcon(EventLevel level)
{
    switch (level) {
    case EventLevel::Debug:
        return QStringLiteral("detail");
    case EventLevel::Info:
        return QStringLiteral("info");
    case EventLevel::Warning:
        return QStringLiteral("warning");
    case EventLevel::Error:
        return QStringLiteral("dead");
    }
    Q_UNREACHABLE();
}

QString kindLabel(EventKind kind)
{
    switch (kind) {
    case EventKind::MessageArchived:
        return tr("Message done");
    case EventKind::AttemptFailed:
        return tr("Attempt failed");
    case EventKind::MessageBuried:
        return tr("Message given up");
    case EventKind::LeaseLost:
        return tr("Lease lost");
    case EventKind::MessageReplayed:
        return tr("Dead letter retried");
    case EventKind::MessageDiscarded:
        return tr("Dead letter discarded");
    case EventKind::RunStarted:
        return tr("Run started");
    case EventKind::RunFinished:
        return tr("Run finished");
    case EventKind::ServiceRefused:
        return tr("Service refused");
    case EventKind::CircuitChanged:
        return tr("Circuit changed");
    case EventKind::CredentialsNeeded:
        return tr("Credentials needed");
    case EventKind::CredentialsGiven:
        return tr("Credentials given");
    case EventKind::EngineStarted:
        return tr("Engine started");
    case EventKind::EngineStopped:
        return tr("Engine stopped");
    case EventKind::DatabaseProblem:
        return tr("Database in trouble");
    case EventKind::DatabaseRecovered:
        return tr("Database well again");
    case EventKind::SettingIgnored:
        return tr("Setting not understood");
    case EventKind::EventsLost:
        return tr("Events lost");
    case EventKind::OperatorAction:
        return tr("By hand");
    case EventKind::QuotaUsedUp:
        return tr("Day's calls used up");
    }
    Q_UNREACHABLE();
}

QString eventText(const Event &event)
{
    if (event.kind == EventKind::OperatorAction)
        return settingChange(event.text);
    if (event.kind != EventKind::CircuitChanged)
        return event.text;
    const auto token = event.text.section(QLatin1Char(':'), 0, 0);
    return circuitEventLabel(token) + event.text.mid(token.size());
}

QString eventLine(const Event &event)
{
    return event.text.isEmpty() ? kindLabel(event.kind)
                                : tr("%1: %2").arg(kindLabel(event.kind), eventText(event).simplified());
}

QString aboutLabel(const Event &event, const RunName &name)
{
    QStringList parts{event.stage ? stageLabel(*event.stage) : QString(),
                      event.service.isEmpty() ? QString() : serviceLabel(event.service), runLabel(event.runId, name)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString eventTimeLabel(Instant at, Instant now)
{
    const auto local = [](Instant instant) { return QDateTime::fromMSecsSinceEpoch(toMillis(instant)).toLocalTime(); };
    const auto then = local(at);
    auto clock = clockLabel(at, Clocked::ToTheSecond);
    if (then.date() == local(now).date())
        return clock;
    return tr("%1 %2").arg(QLocale().toString(then.date(), tr("d MMM")), clock);
}

QString tookLabel(const std::optional<Milliseconds> &took)
{
    if (!took)
        return {};
    constexpr qint64 second = 1000;
    if (took->count() < second)
        return tr("%1 ms").arg(number(took->count()));
    return tr("%1 s").arg(QLocale().toString(static_cast<double>(took->count()) / second, 'f', 1));
}

QString runLabel(qint64 runId, const RunName &name)
{
    if (runId == 0)
        return {};
    const auto known = name ? name(runId) : QString();
    return known.isEmpty() ? tr("Run %1").arg(runId) : known;
}

std::vector<std::pair<QString, QString>> factsOf(const Event &event, const RunName &name)
{
    std::vector<std::pair<QString, QString>> facts;
    const auto add = [&facts](const QString &what, const QString &value) {
        if (!value.isEmpty())
            facts.emplace_back(what, value);
    };
    add(tr("Time"), exactTimeLabel(event.at));
    add(tr("Level"), levelLabel(event.level));
    add(tr("Stage"), event.stage ? stageLabel(*event.stage) : QString());
    add(tr("Service"), event.service.isEmpty() ? QString() : serviceLabel(event.service));
    const auto run = runLabel(event.runId, name);
    add(tr("Run"),
        event.runId > 0 && name && !name(event.runId).isEmpty() ? tr("%1 (%2)").arg(run, QString::number(event.runId))
                                                                : run);
    add(tr("Message"), event.messageId > 0 ? QString::number(event.messageId) : QString());
    add(tr("Kind of error"), event.category ? categoryLabel(categoryName(*event.category)) : QString());
    add(tr("Attempt"), event.attempt > 0 ? number(event.attempt) : QString());
    add(tr("Took"), tookLabel(event.took));
    add(tr("Event"), QString::number(event.id));
    return facts;
}

QString eventAsText(const Event &event, const RunName &name)
{
    auto text = kindLabel(event.kind) + QLatin1Char('\n');
    if (!event.text.isEmpty())
        text += eventText(event) + QLatin1Char('\n');
    for (const auto &[what, value] : factsOf(event, name))
        text += tr("%1: %2").arg(what, value) + QLatin1Char('\n');
    return text;
}

void addPeoplesWords(EventQuery &query)
{
    if (query.text.isEmpty())
        return;
    const auto holds = [&query](const QString &label) { return label.contains(query.text, Qt::CaseInsensitive); };
    for (int i = 0; i <= lastKind; ++i) {
        if (holds(kindLabel(static_cast<EventKind>(i))))
            query.textKinds.push_back(static_cast<EventKind>(i));
    }
    for (int i = 0; i <= lastCategory; ++i) {
        if (holds(categoryLabel(categoryName(static_cast<ErrorCategory>(i)))))
            query.textCategories.push_back(static_cast<ErrorCategory>(i));
    }
    for (const auto &token : circuitEventNames()) {
        if (holds(circuitEventLabel(token)))
            query.textTokens.push_back(token);
    }
    for (const auto &key : settings()) {
        if (holds(settingLabel(key)))
            query.textTokens.push_back(key.name);
    }
}

QString groupLabel(const EventGroup &group)
{
    if (group.title == eventKindName(group.kind)) // they say nothing else
        return kindLabel(group.kind);
    const Event event{.kind = group.kind, .text = group.title};
    return group.kind == EventKind::CircuitChanged ? eventLine(event) : eventText(event);
}

QString groupSubject(const EventGroupKey &group)
{
    QStringList parts;
    if (group.category)
        parts.append(categoryLabel(categoryName(*group.category)));
    if (group.stage)
        parts.append(stageLabel(*group.stage));
    if (!group.service.isEmpty())
        parts.append(serviceLabel(group.service));
    return parts.join(QStringLiteral(" · "));
}

} // namespace linernotes::ui
