// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/event.h"

#include <QString>

#include <functional>
#include <utility>
#include <vector>

/// What events are called in the window.
namespace linernotes::ui
{

/// "" for 0 and for a run whose name is not known.
using RunName = std::function<QString(qint64 runId)>;

QString levelLabel(EventLevel level);
QString levelIcon(EventLevel level);
QString kindLabel(EventKind kind);

/// What it says besides its kind. In words where the log has a token or a setting's key; all else as it was written.
QString eventText(const Event &event);
/// "Tried again later: Genius took too long", in one line.
QString eventLine(const Event &event);
/// The day only where it is another; always with the seconds.
QString eventTimeLabel(Instant at, Instant now);
QString tookLabel(const std::optional<Milliseconds> &took);
/// "Run 3" or its name.
QString runLabel(qint64 runId, const RunName &name);

/// All that is set, by name, in the order in which it is read.
std::vector<std::pair<QString, QString>> factsOf(const Event &event, const RunName &name);
/// The same and the text, for the clipboard.
QString eventAsText(const Event &event, const RunName &name);

/// Makes the query find what people see: kinds and categories are shown by names that the database does not know.
void addPeoplesWords(EventQuery &query);

/// "Credits · Genius · Ostinato Park": stage, service and run, those that it has.
QString aboutLabel(const Event &event, const RunName &name);

/// What the events of a group say.
QString groupLabel(const EventGroup &group);
/// "Not found · Credits · Genius"
QString groupSubject(const EventGroupKey &group);

} // namespace linernotes::ui
