// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace linernotes::fuzz
{

// What must hold for any input whatever, beside that nothing crashes. Each gives the promise that was broken, or
// nothing. libFuzzer feeds them with what it invents, tst_fuzzregressions with what is kept in corpus/ and
// regressions/.

/// A message as it may stand in the queue, read as that of each stage.
QString checkMessage(const QByteArray &input);
/// A service's answer. One that begins with '{' is given to every parser; otherwise the first letter says to which:
/// 'a' is the first of the file's list. So recorded answers can be fed as they are.
QString checkSpotify(const QByteArray &input);
QString checkGenius(const QByteArray &input);
QString checkMusicBrainz(const QByteArray &input);
/// What a researcher pastes: lines of UTF-8.
QString checkSeedline(const QByteArray &input);
/// Two titles, a line each, in UTF-8; or in UTF-16 behind a byte 0xFF, which has halves of surrogate pairs too: JSON's
/// escapes let them through.
QString checkTitle(const QByteArray &input);
/// A refused answer: its headers, a line each, an empty line, its body.
QString checkRefusal(const QByteArray &input);

} // namespace linernotes::fuzz
