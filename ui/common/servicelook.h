// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"
#include "serviceactions.h"
#include "telemetry/snapshot.h"

#include <QString>

#include <vector>

namespace linernotes::ui
{

/// How the state of a service looks, wherever it is shown.
struct ServiceLook {
    QString icon;
    WorkState state = WorkState::Done; ///< whose colour it borrows
};

ServiceLook lookOf(const ServiceSnapshot &service, Instant now);
/// An endpoint group has no calls left in its 24 h.
bool isUsedUp(const ServiceSnapshot &service, Instant now);
/// "Ready", "Blocked until 19:53: daily quota used up", …
QString serviceSentence(const ServiceSnapshot &service, Instant now);
/// A person's newest word that holds a circuit, with the reason, in its history, the newest first; null: there is none.
/// What the circuit itself did may have been written after it.
const CircuitEvent *holdIn(const std::vector<CircuitEvent> &history);

} // namespace linernotes::ui
