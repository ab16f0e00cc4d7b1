// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/snapshot.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace linernotes::ui
{

/// The program's icon beside the clock, on desktops that have such a place: how the work stands, and the few things
/// that are wanted without the window.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    /// The actions are the window's own: what they are called and do is the same here.
    TrayIcon(const QList<QAction *> &actions, QObject *parent);

    void setWanted(bool isWanted);
    void present(const PipelineSnapshot &snapshot);
    [[nodiscard]] const QSystemTrayIcon &icon() const { return m_icon; }

Q_SIGNALS:
    void windowWanted();

private:
    QMenu m_menu;
    QSystemTrayIcon m_icon;
};

} // namespace linernotes::ui
