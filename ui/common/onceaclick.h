// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QElapsedTimer>

namespace linernotes::ui
{

/// For what costs something each time: one click does it, and the second of a double click, or a key that is held,
/// does not do it again, however fast the first was answered.
class OnceAClick
{
public:
    /// False: it comes too soon after the one before.
    [[nodiscard]] bool take()
    {
        const bool isFirst = !m_sinceLast.isValid() || m_sinceLast.hasExpired(QApplication::doubleClickInterval());
        m_sinceLast.start();
        return isFirst;
    }

private:
    QElapsedTimer m_sinceLast;
};

} // namespace linernotes::ui
