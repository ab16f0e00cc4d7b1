// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/circuit.h"
#include "store/database.h"

#include <QMap>
#include <QString>

#include <vector>

namespace linernotes
{

/// What a person wants of a circuit. Kept in the database, so that a command reaches a program that is running.
struct CircuitWish {
    CircuitOverride override = CircuitOverride::None;
    qint64 probes = 0; ///< grows with every wish to try again now
    bool operator==(const CircuitWish &) const = default;
};

/// A change of a circuit.
struct CircuitEvent {
    Instant at;
    QString event; ///< closed, open, half_open; by a person: forced_open, forced_closed, released, probe
    QString reason;
    bool operator==(const CircuitEvent &) const = default;
};

/// The circuits as they are kept, by service. Works inside the transaction of its Database; throws SqlFailure.
class Circuits
{
public:
    static constexpr int longestHistory = 500; ///< events of a service

    explicit Circuits(Database &database)
        : m_database(database)
    {
    }

    QMap<QString, CircuitRecord> records();
    void keep(const QString &service, const CircuitRecord &record);

    QMap<QString, CircuitWish> wishes();
    void setOverride(const QString &service, CircuitOverride override, const QString &reason);
    void wishProbe(const QString &service);

    /// The newest first.
    std::vector<CircuitEvent> history(const QString &service, int limit);

private:
    void remember(const QString &service, const QString &event, const QString &reason);

    Database &m_database;
};

} // namespace linernotes
