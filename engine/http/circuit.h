// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QString>

#include <optional>
#include <vector>

namespace linernotes
{

enum class CircuitState { Closed, Open, HalfOpen };

/// What a person decided, whatever the calls say.
enum class CircuitOverride { None, Open, Closed };

enum class CallOutcome { Good, Slow, Failed };

/// What is kept of a circuit over restarts.
struct CircuitRecord {
    CircuitState state = CircuitState::Closed;
    QString reason; ///< what opened it; empty while closed
    Instant since{}; ///< of the state; 1970 where it never changed
    Instant nextProbe{}; ///< while open
    int timesOpened = 0; ///< since it was last well for long: the cool-down doubles with each
    bool operator==(const CircuitRecord &) const = default;
};

/// A circuit as people see it.
struct CircuitStanding : CircuitRecord {
    CircuitOverride override = CircuitOverride::None;
    std::vector<CallOutcome> recent; ///< of the last 20 calls, the newest last
    bool operator==(const CircuitStanding &) const = default;
};

/// "closed", "open", "half_open" and "none", "open", "closed", as kept in the database.
QString circuitStateName(CircuitState state);
std::optional<CircuitState> circuitStateFromName(const QString &name);
QString circuitOverrideName(CircuitOverride override);
std::optional<CircuitOverride> circuitOverrideFromName(const QString &name);

} // namespace linernotes
