// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/circuit.h"

#include <array>
#include <utility>

namespace linernotes
{
namespace
{

constexpr std::array states{std::pair{CircuitState::Closed, "closed"}, std::pair{CircuitState::Open, "open"},
                            std::pair{CircuitState::HalfOpen, "half_open"}};
constexpr std::array overrides{std::pair{CircuitOverride::None, "none"}, std::pair{CircuitOverride::Open, "open"},
                               std::pair{CircuitOverride::Closed, "closed"}};

template <typename Names, typename Value>
QString nameIn(const Names &names, Value value)
{
    for (const auto &[known, name] : names) {
        if (known == value)
            return QLatin1String(name);
    }
    Q_UNREACHABLE();
}

template <typename Value, typename Names>
std::optional<Value> valueIn(const Names &names, const QString &wanted)
{
    for (const auto &[value, name] : names) {
        if (wanted == QLatin1String(name))
            return value;
    }
    return std::nullopt;
}

} // namespace

QString circuitStateName(CircuitState state)
{
    return nameIn(states, state);
}

std::optional<CircuitState> circuitStateFromName(const QString &name)
{
    return valueIn<CircuitState>(states, name);
}

QString circuitOverrideName(CircuitOverride override)
{
    return nameIn(overrides, override);
}

std::optional<CircuitOverride> circuitOverrideFromName(const QString &name)
{
    return valueIn<CircuitOverride>(overrides, name);
}

} // namespace linernotes
