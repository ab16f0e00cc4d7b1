// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace linernotes::ui
{

/// What the engine writes down is English (core/foruser.h). These say it in the window's language; what they do not
/// know, as a service's own words, stays as it is. GUI thread.

/// Why a service is not asked, or did not answer: ServiceSnapshot::reason, CircuitEvent::reason, OpenGap::reason; and
/// what a field of a message should have been.
QString reasonLabel(const QString &reason);
/// What happened to a circuit (CircuitEvent::event): "Opened", "Held open by hand", …
QString circuitEventLabel(const QString &event);
QStringList circuitEventNames(); ///< those that there are
QString matchReasonLabel(const QString &reason); ///< of a tag of MatchScore::reasons

} // namespace linernotes::ui
