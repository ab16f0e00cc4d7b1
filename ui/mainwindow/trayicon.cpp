// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/trayicon.h"

#include "common/icons.h"
#include "common/wording.h"

namespace linernotes::ui
{

TrayIcon::TrayIcon(const QList<QAction *> &actions, QObject *parent)
    : QObject(parent)
{
    connect(m_menu.addAction(tr("Show window")), &QAction::triggered, this, &TrayIcon::windowWanted);
    m_menu.addSeparator();
    m_menu.addActions(actions);
    m_icon.setIcon(programIcon());
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT windowWanted();
    });
}

void TrayIcon::setWanted(bool isWanted)
{
    m_icon.setVisible(isWanted); // without a place for it nothing happens
}

void TrayIcon::present(const PipelineSnapshot &snapshot)
{
    qint64 queued = 0;
    for (const auto &stage : snapshot.stages)
        queued += snapshot.pendingOf(stage.stage);
    const auto state = snapshot.running ? (queued > 0 ? tr("Working, %1 queued") : tr("Nothing to do"))
        : snapshot.workedOn             ? tr("Paused here, %1 queued; another program is working")
                                        : tr("Paused, %1 queued");
    const auto tip = QStringLiteral("Linernotes\n%1").arg(state.contains(u'%') ? state.arg(number(queued)) : state);
    if (m_icon.toolTip() != tip)
        m_icon.setToolTip(tip);
}

} // namespace linernotes::ui
