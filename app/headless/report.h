// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/snapshot.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace linernotes
{

/// A stage as an object of the line below.
QJsonObject stageJson(const StageSnapshot &stage);
/// What has become of a run's messages, by stage: a member of the line below.
QJsonObject progressJson(const RunSnapshot &run);
/// A snapshot as one JSON object in one line. Times are ISO 8601 in UTC; ages are milliseconds.
QByteArray toJsonLine(const PipelineSnapshot &snapshot);
/// A table for a terminal.
QString toTable(const PipelineSnapshot &snapshot);
/// One line of progress for a terminal.
QString toProgressLine(const PipelineSnapshot &snapshot);

} // namespace linernotes
