// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

namespace linernotes::test
{

/// However slow the machine is, two clicks are one double click.
class SlowHand
{
public:
    SlowHand() { QApplication::setDoubleClickInterval(20'000); }
    ~SlowHand() { QApplication::setDoubleClickInterval(m_usual); }
    Q_DISABLE_COPY_MOVE(SlowHand)

private:
    int m_usual = QApplication::doubleClickInterval();
};

} // namespace linernotes::test
