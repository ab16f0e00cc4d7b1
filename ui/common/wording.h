// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "messages/stageid.h"
#include "telemetry/snapshot.h"

#include <QKeySequence>
#include <QString>

/// What the engine's ids and values are called in the window, translated and in the user's locale.
namespace linernotes::ui
{

QString stageLabel(StageId stage); ///< "Artists", "Albums", …
QString stageIcon(StageId stage);
QString stageExplanation(StageId stage);
QString stateLabel(StageState state);
/// "The stage “Tracks” is paused until 14:30": a person holds it alone.
QString pauseSentence(StageId stage, std::optional<Instant> until, Instant now);
QString serviceLabel(const QString &service); ///< "Spotify"; a name that we don't know as it is
/// "Genius is out of order, next try 19:53".
QString outOfOrderSentence(const QString &service, std::optional<Instant> until, Instant now);
QString roleLabel(const QString &role); ///< of a role id (matching/roles.h)
QStringList roleLabels(const QStringList &roles);
QString platformLabel(const QString &platform);
QString sourceLabel(const QString &source);

QString categoryLabel(const QString &category); ///< of an ErrorCategory's name: "Not found"
QString categoryAdvice(const QString &category); ///< what helps; empty where nothing general can be said

QString number(qint64 value); ///< with the locale's group separators
QString rate(double perSecond); ///< "12.4/s"; empty for none
QString percent(double share); ///< 0 … 1
/// To two digits, as a person would say it: "85 ms", "1.2 s", "3 min", "5 h", "2 d".
QString durationLabel(Microseconds duration);
enum class Clocked { ToTheMinute, ToTheSecond }; ///< seconds where moments are compared
/// "19:53" or "7:53 PM", as the locale tells the time; local time.
QString clockLabel(Instant instant, Clocked clocked);
/// That alone today, "Tue 19:53" within a week, else the date with it.
QString timeLabel(Instant instant, Instant now, Clocked clocked = Clocked::ToTheMinute);
QString dateTimeLabel(Instant instant);
/// "2019-09-07", "2019-09" or "2019" as the locale writes it, the year with all its figures.
QString releaseLabel(const QString &date);
QString exactTimeLabel(Instant instant); ///< date and time to the second

/// "about 4 h left, bound by Genius's quota"; empty where there is nothing to say.
QString etaLabel(const Eta &eta, Instant now);
QString etaBriefLabel(const Eta &eta, Instant now); ///< "≈ 4 h 10 min, bound by Genius's quota"
QString etaTimeLabel(Milliseconds left); ///< "under 1 min", "4 min", "4 h 10 min", "7 d 10 h"

/// As a person named it; or what the program's own is for.
QString runLabel(const RunSnapshot &run);

QString errorText(const Error &error);
/// What a service that waits for a person waits for: "Needs credentials", or that its account is refused.
QString needLabel(const QString &reason);
/// With a full stop, if it has no end yet.
QString capitalised(const QString &text); ///< its first letter
QString asSentence(const QString &text);
/// Text from outside within a sentence or on a button: on one line, and with … where it is longer than that.
QString shortened(const QString &text, qsizetype most = 60);
/// A name of strangers within other text: whichever way its script runs, what stands around it keeps its place.
QString isolated(const QString &name);
/// Names one after the other, likewise.
QString joined(const QStringList &names);
/// For a clipboard or a file: without what isolated() adds.
QString withoutIsolation(const QString &text);
/// Text from outside as a tooltip: shown as it is, whatever signs it holds; of a long one its beginning.
QString plainToolTip(const QString &text);
QString keyLabel(const QKeySequence &keys); ///< as menus say it: "Strg+R"
/// Text from outside on a button: an & in it is no mnemonic.
QString buttonText(const QString &text);

} // namespace linernotes::ui
