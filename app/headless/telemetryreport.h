// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "telemetry/chart.h"
#include "telemetry/event.h"

#include <QByteArray>
#include <QString>

namespace linernotes
{

class Engine;

/// One line for people, with its line break.
QString toLine(const Event &event);
/// A line a stage and service: what happened in all of the span.
QString toTable(const MetricsChart &chart);
/// One JSON object with all points; what is not known is null. Durations in milliseconds.
QByteArray toJsonLine(const MetricsChart &chart);

/// InvalidInput: the engine has no such service; an empty name is any. Waits for a snapshot.
Result<void> checkService(Engine &engine, const QString &service);

} // namespace linernotes
