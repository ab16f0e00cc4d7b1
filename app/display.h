// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace linernotes
{

/// Whether the environment names a display at all.
bool hasDisplay();

/// Lives while QApplication is made: where no window can be had, Qt ends the program by abort(). This says what Qt
/// said, what to do instead, and ends it with ExitFailed.
class DisplayOpening
{
public:
    DisplayOpening();
    ~DisplayOpening();
    Q_DISABLE_COPY_MOVE(DisplayOpening)

private:
    QtMessageHandler m_before;
};

} // namespace linernotes
