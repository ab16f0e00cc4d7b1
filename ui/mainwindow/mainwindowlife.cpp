// SPDX-License-Identifier: GPL-3.0-or-later
// From the first start of the work to the last moment of the window, and what is kept from one to the next.
#include "mainwindow/mainwindow.h"

#include "common/outcomebar.h"
#include "common/page.h"
#include "common/plainbox.h"
#include "common/snugdialog.h"
#include "common/wording.h"
#include "exporting/exportrun.h"
#include "seeding/seeddialog.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QPushButton>
#include <QSettings>
#include <QThreadPool>

#include <algorithm>
#include <chrono>

namespace linernotes::ui
{
namespace
{

/// What is changed again and again is written once.
constexpr std::chrono::milliseconds saveAfter{2000};
const auto seedDraft = QStringLiteral("seeding/draft");
const auto pausedWork = QStringLiteral("work/paused"); ///< databases

} // namespace

void MainWindow::comeToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized); // one that filled the screen does so again
    show();
    raise();
    activateWindow();
    QApplication::alert(this); // where the desktop does not let windows push themselves forward
}

void MainWindow::toggleRunning()
{
    const bool isPause = m_engine.isRunning();
    if (isPause)
        m_engine.pause();
    else
        m_engine.start();
    keepPaused(isPause);
    showRunning(!isPause);
    m_toggle->setEnabled(!isPause); // until it is done
}

/// Of this database: a person who has paused all work does not expect it to cost calls by being looked at again.
void MainWindow::keepPaused(bool isPaused) const
{
    QSettings settings;
    auto databases = settings.value(pausedWork).toStringList();
    databases.removeAll(m_engine.databasePath());
    if (isPaused)
        databases.append(m_engine.databasePath());
    settings.setValue(pausedWork, databases);
}

void MainWindow::startWork()
{
    if (!QSettings().value(pausedWork).toStringList().contains(m_engine.databasePath()))
        m_engine.start();
    else if (m_messages->message().isEmpty())
        tell(leftPaused());
}

QString MainWindow::leftPaused() const
{
    return tr("All work is paused, as it was left. Go on with it by %1.").arg(keyLabel(m_toggle->shortcut()));
}

void MainWindow::closeNow()
{
    m_isClosing = true;
    close();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_isClosing && (m_exportRun->isUnderWay() || isWorkUnderWay())) {
        event->ignore();
        askToGiveUpWork();
        return;
    }
    // The program may be ended while a list is being typed, where nobody can be asked.
    if (const auto *dialog = shownSeedDialog(); dialog && !dialog->text().isEmpty())
        keepSeedDraft(dialog->text());
    saveState();
    hide(); // gone at once, while the slots give back what they hold
    m_exportRun->cancel(); // nobody would see its end, and the process would live until then
    m_engine.stop();
    event->accept();
}

/// Those whose seeding is under way are hidden, and there may be several.
SeedDialog *MainWindow::shownSeedDialog() const
{
    const auto dialogs = findChildren<SeedDialog *>();
    const auto shown = std::ranges::find_if(dialogs, &SeedDialog::isVisible);
    return shown == dialogs.end() ? nullptr : *shown;
}

QString MainWindow::takeSeedDraft()
{
    QSettings settings;
    const auto draft = settings.value(seedDraft).toString();
    settings.remove(seedDraft);
    return draft;
}

void MainWindow::keepSeedDraft(const QString &text)
{
    QSettings().setValue(seedDraft, text);
}

bool MainWindow::isWorkUnderWay() const
{
    return std::ranges::any_of(m_pages, [](const Page *page) { return page->work() && page->work()->isUnderWay(); });
}

void MainWindow::askToGiveUpWork()
{
    QStringList parts;
    for (const auto *page : m_pages) {
        if (page->work() && page->work()->isUnderWay())
            parts.append(asSentence(page->work()->text()));
    }
    const bool isExport = parts.isEmpty();
    if (!isExport)
        parts.append(tr("What is done stays done, the rest stays as it is."));
    if (m_exportRun->isUnderWay())
        parts.append(isExport ? tr("The file is not whole yet; nothing of it would be kept.")
                              : tr("The file that is being exported is not whole yet; nothing of it would be kept."));
    auto *box =
        new PlainBox(isExport ? QStringLiteral("exportUnderWayBox") : QStringLiteral("workUnderWayBox"), tr("Quit"),
                     isExport ? tr("Give up the export and quit?") : tr("Break off what is under way and quit?"),
                     parts.join(QLatin1Char('\n')), this);
    auto *yes =
        box->addButton(isExport ? tr("Give it up and quit") : tr("Break off and quit"), QMessageBox::DestructiveRole);
    yes->setObjectName(isExport ? QStringLiteral("exportGiveUp") : QStringLiteral("workGiveUp"));
    box->setDefaultButton(box->addButton(tr("Keep the window open"), QMessageBox::RejectRole));
    connect(yes, &QAbstractButton::clicked, this, &MainWindow::closeNow);
    box->open();
}

void MainWindow::saveState() const
{
    QSettings settings;
    putState(settings);
}

/// Of somebody who goes on working: the file is written by another thread.
void MainWindow::saveStateBeside() const
{
    auto *settings = new QSettings;
    putState(*settings);
    settings->moveToThread(nullptr);
    QThreadPool::globalInstance()->start([settings] { delete settings; }); // which writes
}

void MainWindow::putState(QSettings &settings) const
{
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/page"), currentPage());
    settings.setValue(QStringLiteral("window/appearance"), static_cast<int>(Theme::instance().appearance()));
    for (const auto *page : m_pages) {
        settings.beginGroup(page->title().id);
        page->saveState(settings);
        settings.endGroup();
    }
}

/// The program may be ended by others at any time.
void MainWindow::saveStateSoon()
{
    if (isVisible() && !m_saving.isActive())
        m_saving.start();
}

void MainWindow::restoreState()
{
    m_saving.setSingleShot(true);
    m_saving.setInterval(saveAfter);
    connect(&m_saving, &QTimer::timeout, this, &MainWindow::saveStateBeside);
    connect(&Theme::instance(), &Theme::changed, this, &MainWindow::saveStateSoon);
    QSettings settings;
    const auto &theme = Theme::instance();
    if (!restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray()))
        resize(
            QSize(theme.figureWidth(TypeStep::Body, 175), theme.space(210)).boundedTo(SnugDialog::mostOnScreen(*this)));
    for (auto *page : m_pages) {
        settings.beginGroup(page->title().id);
        page->restoreState(settings);
        settings.endGroup();
    }
    turnTo(qBound(0, settings.value(QStringLiteral("window/page")).toInt(), static_cast<int>(m_pages.size()) - 1));
}

} // namespace linernotes::ui
