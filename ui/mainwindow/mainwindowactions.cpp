// SPDX-License-Identifier: GPL-3.0-or-later
// The menus, the tool bar and what stands behind them: another third of MainWindow.
#include "common/plainbox.h"
#include "mainwindow/mainwindow.h"

#include "common/icons.h"
#include "common/page.h"
#include "common/preferences.h"
#include "common/wording.h"
#include "mainwindow/commandpalette.h"
#include "mainwindow/helpdialog.h"
#include "mainwindow/trayicon.h"

#include <QActionGroup>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>
#include <QUrl>

namespace linernotes::ui
{

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
    m_toggle = makeAction(QStringLiteral("toggleAction"), QStringLiteral("play"), tr("&Start"),
                          QKeySequence(Qt::CTRL | Qt::Key_R));
    m_export = makeAction(QStringLiteral("exportAction"), QStringLiteral("export"), tr("&Export CSV…"),
                          QKeySequence(Qt::CTRL | Qt::Key_E));
    m_cancelExport = makeAction(QStringLiteral("cancelExportAction"), QStringLiteral("stop"), tr("C&ancel export"),
                                QKeySequence(Qt::CTRL | Qt::Key_Period));
    m_showFolder = makeAction(QStringLiteral("showFolderAction"), {}, tr("Show in &folder"),
                              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    m_credentials = makeAction(QStringLiteral("credentialsAction"), QStringLiteral("key"), tr("Enter &credentials…"),
                               QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K));
    m_askAgain = makeAction(QStringLiteral("askAgainAction"), {}, tr("Try a&gain"),
                            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G));
    m_unlock = makeAction(QStringLiteral("unlockAction"), {}, tr("&Unlock the keychain again"),
                          QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_K));
    auto *quit = makeAction(QStringLiteral("quitAction"), QStringLiteral("close"), tr("&Quit"),
                            QKeySequence(Qt::CTRL | Qt::Key_Q));
    m_seedDemo->setVisible(m_options.demo && !m_options.demoArtists.isEmpty());
    m_seedDemo->setToolTip(plainToolTip(m_options.demoArtists.join(QStringLiteral(", "))));
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
    menu->addActions({copy, find});
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
    auto *appearance = m_viewMenu->addMenu(icon(QStringLiteral("theme")), tr("&Appearance"));
    auto *group = new QActionGroup(this);
    struct Choice {
        Appearance appearance;
        QString text;
        QString objectName;
    };
    for (const auto &choice : {Choice{Appearance::System, tr("As the &system"), QStringLiteral("appearanceSystem")},
                               Choice{Appearance::Light, tr("&Light"), QStringLiteral("appearanceLight")},
                               Choice{Appearance::Dark, tr("&Dark"), QStringLiteral("appearanceDark")}}) {
        auto *action = makeAction(choice.objectName, {}, choice.text, {});
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

void MainWindow::makeTray()
{
    m_tray = new TrayIcon({m_toggle, m_seed, findChild<QAction *>(QStringLiteral("quitAction"))}, this);
    const auto follow = [this] { m_tray->setWanted(Preferences::instance().isOn(Preferences::Notice::Tray)); };
    connect(&Preferences::instance(), &Preferences::changed, this, follow);
    follow();
    connect(m_tray, &TrayIcon::windowWanted, this, &MainWindow::comeToFront);
}

/// Those of the menu bar, whatever page is shown.
QList<CommandPalette::Command> MainWindow::commandsEverywhere() const
{
    QList<CommandPalette::Command> commands;
    for (const auto *action : menuBar()->actions()) {
        if (action->menu() && action->menu()->objectName() != QLatin1String("pageMenu"))
            commands += CommandPalette::commandsOf(CommandPalette::nameOf(*action), action->menu()->actions());
    }
    return commands;
}

void MainWindow::openCommandPalette()
{
    const auto *page = m_pages.at(currentPage());
    auto commands = CommandPalette::commandsOf(page->title().text, page->commands());
    commands += commandsEverywhere();
    auto *palette = new CommandPalette(commands, this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
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
    auto *welcome = makeAction(QStringLiteral("welcomeAction"), QStringLiteral("demo"), tr("&Welcome…"), {});
    menu->addActions({commands, help, welcome});
    connect(welcome, &QAction::triggered, this, &MainWindow::openWelcome);
    menu->addSeparator();
    connect(commands, &QAction::triggered, this, &MainWindow::openCommandPalette);
    connect(help, &QAction::triggered, this, &MainWindow::openHelp);
    auto *action = makeAction(QStringLiteral("aboutAction"), QStringLiteral("info"), tr("&About Linernotes"), {});
    action->setMenuRole(QAction::AboutRole);
    menu->addAction(action);
    connect(action, &QAction::triggered, this, &MainWindow::about);
}

void MainWindow::makeToolBar()
{
    auto *bar = addToolBar(tr("Actions"));
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
