// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/circuits.h"

namespace linernotes
{
namespace
{

QString eventOf(CircuitOverride override)
{
    switch (override) {
    case CircuitOverride::Open:
        return QStringLiteral("forced_open");
    case CircuitOverride::Closed:
        return QStringLiteral("forced_closed");
    case CircuitOverride::None:
        return QStringLiteral("released");
    }
    Q_UNREACHABLE();
}

} // namespace

QMap<QString, CircuitRecord> Circuits::records()
{
    QMap<QString, CircuitRecord> records;
    auto rows = m_database.execute("circuits.all");
    while (rows.next()) {
        records.insert(rows.text(0),
                       {.state = circuitStateFromName(rows.text(1)).value_or(CircuitState::Closed),
                        .reason = rows.text(2),
                        .since = rows.instant(3),
                        .nextProbe = rows.instant(4),
                        .timesOpened = static_cast<int>(rows.integer(5))});
    }
    return records;
}

void Circuits::keep(const QString &service, const CircuitRecord &record)
{
    const auto state = circuitStateName(record.state);
    const bool isNews = records().value(service).state != record.state;
    m_database.execute(
        "circuits.keep",
        {service, state, record.reason, toMillis(record.since), toMillis(record.nextProbe), record.timesOpened});
    if (isNews)
        remember(service, state, record.reason);
}

QMap<QString, CircuitWish> Circuits::wishes()
{
    QMap<QString, CircuitWish> wishes;
    auto rows = m_database.execute("circuits.wishes");
    while (rows.next()) {
        wishes.insert(rows.text(0),
                      {.override = circuitOverrideFromName(rows.text(1)).value_or(CircuitOverride::None),
                       .probes = rows.integer(2)});
    }
    return wishes;
}

void Circuits::setOverride(const QString &service, CircuitOverride override, const QString &reason)
{
    if (override == CircuitOverride::None && wishes().value(service).override == override)
        return; // nothing was held: its history has room for what happened only
    m_database.execute("circuits.override", {service, circuitOverrideName(override), toMillis(m_database.now())});
    remember(service, eventOf(override), reason);
}

void Circuits::wishProbe(const QString &service)
{
    m_database.execute("circuits.wish_probe", {service, toMillis(m_database.now())});
    if (records().value(service).state != CircuitState::Closed) // else there is nothing to be tried
        remember(service, QStringLiteral("probe"), {});
}

void Circuits::remember(const QString &service, const QString &event, const QString &reason)
{
    m_database.noteEvent(
        {.level = event == circuitStateName(CircuitState::Open) ? EventLevel::Warning : EventLevel::Info,
         .kind = EventKind::CircuitChanged,
         .service = service,
         .text = reason.isEmpty() ? event : event + QStringLiteral(": ") + reason});
    m_database.execute("circuits.remember", {service, toMillis(m_database.now()), event, reason});
    m_database.execute("circuits.forget", {service, longestHistory});
}

std::vector<CircuitEvent> Circuits::history(const QString &service, int limit)
{
    std::vector<CircuitEvent> events;
    auto rows = m_database.execute("circuits.history", {service, limit});
    while (rows.next())
        events.push_back({.at = rows.instant(0), .event = rows.text(1), .reason = rows.text(2)});
    return events;
}

} // namespace linernotes
