// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace linernotes::ui
{

/// A menu of ticks, of which one seldom wants a single one: it stays open while they are set, by the mouse, Space or
/// Enter, until Escape or a click elsewhere closes it.
class TickMenu : public QMenu
{
    Q_OBJECT

public:
    using QMenu::QMenu;

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool tick(QAction *entry);

    QAction *m_pressed = nullptr; ///< only to be compared: what a click began on
};

} // namespace linernotes::ui
