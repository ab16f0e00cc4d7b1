// SPDX-License-Identifier: GPL-3.0-or-later
// The menus, the tool bar and what stands behind them: another third of MainWindow.
#include "common/plainbox.h"
#include "mainwindow/mainwindow.h"

#include "common/icons.h"
#include "common/page.h"
#include "common/wording.h"
#include "mainwindow/commandpalette.h"
#include "mainwindow/helpdialog.h"
#include "mainwindow/sidebar.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QMenuBar>
#include <QStackedWidget>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QUrl>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

bool takesTab(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
}

} // namespace

QAction *MainWindow::makeAction(const QString &objectName, const QString &iconName, const QString &text,
                                const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcut(shortcut);
    return action;
}

void MainWindow::makeActions()
{
    makeWorkMenu();
    makeEditMenu();
    makeViewMenu();
    makePageMenu();
    makeHelpMenu();
    makeToolBar();
}

void MainWindow::makeWorkMenu()
{
    auto *menu = menuBar()->addMenu(tr("&Work"));
    m_seed = makeAction(QStringLiteral("seedAction"), QStringLiteral("seed"), tr("&Seed artists…"),
                        QKeySequence(Qt::CTRL | Qt::Key_N));
    m_seedDemo = makeAction(QStringLiteral("seedDemoAction"), QStringLiteral("demo"), tr("Seed the &demo artists"),
                            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    m_toggle = makeAction(QStringLiteral("toggleAction"), QStringLiteral("play"), tr("&Resume"),
                          QKeySequence(Qt::CTRL | Qt::Key_R));
    m_export = makeAction(QStringLiteral("exportAction"), QStringLiteral("export"), tr("&Export CSV…"),
                          QKeySequence(Qt::CTRL | Qt::Key_E));
    m_cancelExport = makeAction(QStringLiteral("cancelExportAction"), QStringLiteral("stop"), tr("C&ancel export"),
                                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X));
    m_showFolder = makeAction(QStringLiteral("showFolderAction"), {}, tr("Show in &folder"),
                              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    m_credentials = makeAction(QStringLiteral("credentialsAction"), QStringLiteral("key"), tr("Enter &credentials…"),
                               QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K));
    m_askAgain = makeAction(QStringLiteral("askAgainAction"), {}, tr("Try a&gain"),
                            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G));
    m_unlock = makeAction(QStringLiteral("unlockAction"), {}, tr("&Unlock the keychain again"),
                          QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_O));
    auto *quit = makeAction(QStringLiteral("quitAction"), QStringLiteral("close"), tr("&Quit"),
                            QKeySequence(Qt::CTRL | Qt::Key_Q));
    m_seedDemo->setVisible(m_options.demo && !m_options.demoArtists.isEmpty());
    m_seedDemo->setToolTip(plainToolTip(joined(m_options.demoArtists)));
    m_askAgain->setToolTip(tr("Goes on with the same credentials"));
    m_askAgain->setVisible(false);
    const auto *store = m_options.credentials.store;
    const auto followLock = [this, store] { m_unlock->setVisible(store->isLocked()); };
    connect(store, &CredentialStore::changed, this, followLock);
    followLock();
    for (auto *later : {m_export, m_cancelExport, m_showFolder})
        later->setEnabled(false);
    quit->setMenuRole(QAction::QuitRole);
    menu->addActions({m_seed, m_seedDemo, m_toggle});
    menu->addSeparator();
    menu->addActions({m_export, m_cancelExport, m_showFolder});
    menu->addSeparator();
    menu->addActions({m_credentials, m_unlock, m_askAgain});
    menu->addSeparator();
    menu->addActions({quit});
    connect(m_seed, &QAction::triggered, this, &MainWindow::openSeedDialog);
    connect(m_seedDemo, &QAction::triggered, this, &MainWindow::seedDemoArtists);
    connect(m_toggle, &QAction::triggered, this, &MainWindow::toggleRunning);
    connect(m_export, &QAction::triggered, this, &MainWindow::openExportDialog);
    connect(m_credentials, &QAction::triggered, this, &MainWindow::openCredentialsDialog);
    connect(m_askAgain, &QAction::triggered, this, &MainWindow::askAgain);
    connect(m_unlock, &QAction::triggered, this, &MainWindow::unlockKeychain);
    connect(m_showFolder, &QAction::triggered, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_exportedPath).absolutePath())); });
    connect(quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::makeEditMenu()
{
    auto *menu = menuBar()->addMenu(tr("&Edit"));
    auto *copy = makeAction(QStringLiteral("copyAction"), QStringLiteral("copy"), tr("&Copy rows"), QKeySequence::Copy);
    auto *find = makeAction(QStringLiteral("findAction"), QStringLiteral("search"), tr("&Find"), QKeySequence::Find);
    m_copyMessage = makeAction(QStringLiteral("copyMessageAction"), QStringLiteral("copy"),
                               tr("Copy the &message below"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C));
    m_copyMessage->setEnabled(false);
    menu->addActions({copy, m_copyMessage, find});
    connect(m_copyMessage, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_messages->message()); });
    connect(copy, &QAction::triggered, this, [this] {
        if (m_pages.at(currentPage())->copyRows())
            tell(tr("Copied to the clipboard."), Lasting::Briefly);
    });
    connect(find, &QAction::triggered, this, [this] {
        if (m_pages.at(currentPage())->find())
            return;
        for (int i = 0; i < m_pages.size(); ++i) { // the first page that can be searched
            if (m_pages.at(i)->find()) {
                showPage(i);
                m_pages.at(i)->find();
                return;
            }
        }
    });
}

void MainWindow::makeViewMenu()
{
    m_viewMenu = menuBar()->addMenu(tr("&View"));
    m_viewMenu->addSeparator();
    auto *next = makeAction(QStringLiteral("nextRegionAction"), {}, tr("&Next part of the window"), Qt::Key_F6);
    auto *before =
        makeAction(QStringLiteral("regionBeforeAction"), {}, tr("Part of the window &before"), Qt::SHIFT | Qt::Key_F6);
    m_back = makeAction(QStringLiteral("backAction"), QStringLiteral("back"), tr("Bac&k to the page before"),
                        Qt::ALT | Qt::Key_Left);
    m_back->setEnabled(false);
    connect(m_back, &QAction::triggered, this, &MainWindow::goBack);
    m_viewMenu->addActions({m_back, next, before});
    connect(next, &QAction::triggered, this, [this] { goToRegion(1); });
    connect(before, &QAction::triggered, this, [this] { goToRegion(-1); });
    m_viewMenu->addSeparator();
    auto *appearance = m_viewMenu->addMenu(icon(QStringLiteral("theme")), tr("&Appearance"));
    auto *group = new QActionGroup(this);
    struct Choice {
        Appearance appearance;
        QString text;
        QString objectName;
        Qt::Key key;
    };
    for (const auto &choice :
         {Choice{Appearance::System, tr("As the &system"), QStringLiteral("appearanceSystem"), Qt::Key_F9},
          Choice{Appearance::Light, tr("&Light"), QStringLiteral("appearanceLight"), Qt::Key_F10},
          Choice{Appearance::Dark, tr("&Dark"), QStringLiteral("appearanceDark"), Qt::Key_F11}}) {
        auto *action = makeAction(choice.objectName, {}, choice.text, QKeySequence(Qt::CTRL | Qt::SHIFT | choice.key));
        action->setCheckable(true);
        action->setChecked(Theme::instance().appearance() == choice.appearance);
        group->addAction(action);
        appearance->addAction(action);
        connect(action, &QAction::triggered, this,
                [wanted = choice.appearance] { Theme::instance().setAppearance(wanted); });
        connect(&Theme::instance(), &Theme::changed, action, // the settings page sets it too
                [action, wanted = choice.appearance] { action->setChecked(Theme::instance().appearance() == wanted); });
    }
}

/// What can be done on the page that is shown: its buttons and its rows have the same.
void MainWindow::makePageMenu()
{
    auto *menu = menuBar()->addMenu(tr("&Page"));
    menu->setObjectName(QStringLiteral("pageMenu"));
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        menu->addActions(m_pages.at(currentPage())->commands());
        if (menu->isEmpty())
            menu->addAction(tr("Nothing to do on this page"))->setEnabled(false);
    });
}

/// Those of the menu bar, whatever page is shown.
QList<CommandPalette::Command> MainWindow::commandsEverywhere() const
{
    QList<CommandPalette::Command> commands;
    for (const auto *action : menuBar()->actions()) {
        if (action->menu() && action->menu()->objectName() != QLatin1String("pageMenu"))
            commands += CommandPalette::commandsOf(CommandPalette::nameOf(*action), action->menu()->actions());
    }
    for (auto &command : commands)
        command.isOfMenuBar = true;
    return commands;
}

/// Of the pages that are not shown, and what is gone to by its name.
QList<CommandPalette::Command> MainWindow::commandsElsewhere() const
{
    QList<CommandPalette::Command> elsewhere;
    for (auto *page : m_pages) {
        auto commands = CommandPalette::commandsOf(page->title().text, page->links());
        if (page != m_pages.at(currentPage()))
            commands += CommandPalette::commandsOf(page->title().text, page->commands());
        for (auto &command : commands) {
            command.page = page;
            elsewhere.append(command);
        }
    }
    return elsewhere;
}

/// What it is for may be read only when the page is shown: it is waited for a little.
void MainWindow::doElsewhere(Page *page, QAction *action)
{
    constexpr std::chrono::milliseconds patience{1500};
    showPage(page);
    auto *waiting = new QTimer(action);
    waiting->setSingleShot(true);
    const auto attempt = [this, page, action, waiting] {
        if (!action->isEnabled() || m_pages.at(currentPage()) != page)
            return;
        waiting->stop();
        waiting->disconnect();
        action->disconnect(waiting);
        waiting->deleteLater();
        action->trigger();
    };
    connect(action, &QAction::enabledChanged, waiting, attempt);
    connect(waiting, &QTimer::timeout, this, [this, action, waiting] {
        waiting->deleteLater();
        tell(tr("“%1” can't be done now: nothing is there, or chosen, that it could be done with.")
                 .arg(CommandPalette::nameOf(*action)),
             Lasting::Briefly);
    });
    waiting->start(patience);
    attempt();
}

void MainWindow::openCommandPalette()
{
    const auto *page = m_pages.at(currentPage());
    auto commands = CommandPalette::commandsOf(page->title().text, page->commands());
    commands += commandsEverywhere();
    commands += commandsElsewhere();
    auto *palette = new CommandPalette(commands, this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    connect(palette, &CommandPalette::elsewhereWanted, this, &MainWindow::doElsewhere);
    palette->show();
}

void MainWindow::openHelp()
{
    delete findChild<HelpDialog *>(); // of another page
    auto *dialog = new HelpDialog(*m_pages.at(currentPage()), commandsEverywhere(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::makeHelpMenu()
{
    auto *menu = menuBar()->addMenu(tr("&Help"));
    auto *commands = makeAction(QStringLiteral("commandsAction"), QStringLiteral("search"), tr("&Commands…"),
                                QKeySequence(Qt::CTRL | Qt::Key_K));
    auto *help = makeAction(QStringLiteral("helpAction"), QStringLiteral("info"), tr("About this &page"),
                            QKeySequence::HelpContents);
    auto *welcome = makeAction(QStringLiteral("welcomeAction"), QStringLiteral("demo"), tr("&Welcome…"),
                               QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W));
    menu->addActions({commands, help, welcome});
    connect(welcome, &QAction::triggered, this, &MainWindow::openWelcome);
    menu->addSeparator();
    connect(commands, &QAction::triggered, this, &MainWindow::openCommandPalette);
    connect(help, &QAction::triggered, this, &MainWindow::openHelp);
    auto *action = makeAction(QStringLiteral("aboutAction"), QStringLiteral("info"), tr("&About Linernotes"),
                              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F1));
    action->setMenuRole(QAction::AboutRole);
    menu->addAction(action);
    connect(action, &QAction::triggered, this, &MainWindow::about);
}

void MainWindow::makeToolBar()
{
    auto *bar = addToolBar(tr("Actions"));
    m_toolBar = bar;
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addActions({m_seed, m_toggle, m_export});
    auto *seedButton = qobject_cast<QToolButton *>(bar->widgetForAction(m_seed));
    seedButton->setIcon(icon(QStringLiteral("seed"), IconInk::OnAccent)); // the button's alone, not the menu's
    seedButton->setProperty("primary", true);
    seedButton->setAutoRaise(false); // its plate is always seen
    seedButton->setObjectName(QStringLiteral("toolSeed"));
    bar->widgetForAction(m_toggle)->setObjectName(QStringLiteral("toolToggle"));
    bar->widgetForAction(m_export)->setObjectName(QStringLiteral("toolExport"));
    for (auto *action : {m_seed, m_toggle, m_export})
        bar->widgetForAction(action)->setFocusPolicy(Qt::TabFocus);
}

QList<QWidget *> MainWindow::regions() const
{
    QList<QWidget *> regions;
    for (auto *region : std::initializer_list<QWidget *>{m_toolBar, m_sidebar, m_stack, m_messages}) {
        const auto inside = region->findChildren<QWidget *>();
        if (region == m_stack || std::ranges::any_of(inside, takesTab))
            regions.append(region);
    }
    return regions;
}

void MainWindow::goToRegion(int step)
{
    const auto all = regions();
    const auto *focused = QApplication::focusWidget();
    const auto here =
        std::ranges::find_if(all, [focused](const auto *region) { return region->isAncestorOf(focused); });
    const auto at = here == all.end() ? (step > 0 ? -1 : 0) : here - all.begin();
    auto *region = all.at((at + step + all.size()) % all.size());
    if (region == m_stack) {
        m_pages.at(currentPage())->takeFocus();
        return;
    }
    const auto inside = region->findChildren<QWidget *>();
    (*std::ranges::find_if(inside, takesTab))->setFocus(Qt::TabFocusReason);
    setAttribute(Qt::WA_KeyboardFocusChange);
}

void MainWindow::about()
{
    auto *box = new PlainBox(
        QStringLiteral("aboutBox"), tr("About Linernotes"), tr("Linernotes %1").arg(QStringLiteral(LINERNOTES_VERSION)),
        tr("Finds out who made the records.\n\nDatabase: %1\n\nFree software under the GNU General "
           "Public License, version 3 or later.")
            .arg(QDir::toNativeSeparators(QFileInfo(m_engine.databasePath()).absoluteFilePath())),
        this);
    box->open();
}

} // namespace linernotes::ui
