// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/deadlettertypes.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace linernotes
{

// Dead letters for a terminal and as JSON, one object a line. Times are ISO 8601 in UTC.

QString toTable(const std::vector<DeadLetterGroup> &groups);
QByteArray toJsonLines(const std::vector<DeadLetterGroup> &groups);
/// Number, time, queue, category and error in one line.
QString toLine(const DeadLetter &letter);
QByteArray toJsonLine(const DeadLetter &letter);
/// Everything that is known of it.
QString toText(const DeadLetter &letter);
QByteArray toJsonLine(const BulkProgress &progress, const std::vector<qint64> &actions);

} // namespace linernotes
