// SPDX-License-Identifier: GPL-3.0-or-later
// What a person hears of the window while looking elsewhere.
#include "common/preferences.h"
#include "core/whendone.h"
#include "mainwindow/mainwindow.h"
#include "mainwindow/trayicon.h"

#include <QAction>

namespace linernotes::ui
{

void MainWindow::makeTray()
{
    m_tray = new TrayIcon({m_toggle, m_seed, findChild<QAction *>(QStringLiteral("quitAction"))}, this);
    const auto follow = [this] { m_tray->setWanted(Preferences::instance().isOn(Preferences::Notice::Tray)); };
    connect(&Preferences::instance(), &Preferences::changed, this, follow);
    follow();
    connect(m_tray, &TrayIcon::windowWanted, this, &MainWindow::comeToFront);
}

void MainWindow::makeNews()
{
    // A circuit is open for long by the mere passing of time, and where nothing happens there is no new picture.
    constexpr std::chrono::seconds tick(30);
    connect(&m_newsTick, &QTimer::timeout, this, [this] {
        whenDone(m_engine.snapshot(), this, [this](const Result<PipelineSnapshotPtr> &snapshot) {
            if (snapshot)
                tellNews(**snapshot);
        });
    });
    m_newsTick.start(tick);
}

void MainWindow::tellNews(const PipelineSnapshot &snapshot)
{
    for (const auto &news : m_news.take(snapshot))
        tellIfWanted(news);
    for (const auto id : m_news.takeGone()) {
        whenDone(m_engine.runs().snapshot(id), this, [this](const Result<std::optional<RunSnapshot>> &run) {
            if (!run || !*run)
                return;
            if (const auto news = NewsWatch::ofEnded(**run))
                tellIfWanted(*news);
        });
    }
}

/// What is not told now is told never: who looks at the window has seen it.
void MainWindow::tellIfWanted(const News &news)
{
    if (!isActiveWindow() && Preferences::instance().isOn(news.kind))
        Q_EMIT newsCame(news);
}

} // namespace linernotes::ui
