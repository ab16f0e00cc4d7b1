// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/onceaclick.h"
#include "common/theme.h"
#include "engine.h"
#include "mainwindow/commandpalette.h"
#include "mainwindow/messagebar.h"
#include "mainwindow/news.h"
#include "settings/credentialsaccess.h"

#include <QList>
#include <QMainWindow>
#include <QTimer>

#include <functional>

class QSettings;
class QStackedWidget;
class QToolBar;
class QVBoxLayout;

namespace linernotes::ui
{

class ActivityPage;
class Banner;
class DeadLettersPage;
class Page;
class DashboardPage;
class ExportRun;
class ProducersPage;
class RunsPage;
class SeedDialog;
class ServicesPage;
class SettingsPage;
class Sidebar;
class TrayIcon;

/// The window: sidebar, pages, and every action of the program with its menu and shortcut. Lives in the GUI thread,
/// in which `engine` lives too; it talks to the engine only by its facade and never waits.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    struct Options {
        bool demo = false; ///< the engine runs on the demo catalogue
        QStringList demoArtists; ///< names worth seeding there
        /// Where credentials come from and how they are tried. Without a store they are for this session only; without
        /// a test the engine tries them. The store must outlive the window.
        CredentialsAccess credentials = {};
        /// What happens with credentials that the user gives. Empty: the engine takes them.
        std::function<void(const Credentials &)> credentialsEntered;
        bool areCredentialsNew = false; ///< typed a moment ago: they are tried
        /// Opens the demo beside the window, which is not on it. Empty: there is no way.
        std::function<Result<void>()> openDemo = {};
    };

    /// `engine` must outlive the window.
    MainWindow(Engine &engine, Options options, QWidget *parent = nullptr);

    /// Unless all work was paused by a person when the window was last closed.
    void startWork();
    /// Says which of the credentials do not work, if any.
    void tryCredentials();
    /// Asks nobody.
    void closeNow();

    void showPage(int index);
    void showPage(Page *page);
    void goBack();
    [[nodiscard]] int currentPage() const;
    /// The page of the services, at this one.
    void showService(const QString &service);
    using Lasting = MessageBar::Lasting;
    /// Over the lower part of the pages, as plain text.
    void tell(const QString &message, Lasting lasting = Lasting::UntilNext);
    /// Queues the artists as a run, and tells what came of it.
    /// `done`: hears it after that. Null: nobody asks.
    void seed(const QString &runName, const std::vector<ArtistDiscoveryMessage> &artists,
              const std::function<void(const Result<SeedReceipt> &receipt)> &done = nullptr);

public Q_SLOTS:
    void comeToFront();
    void openSeedDialog();
    void openExportDialog();
    void openCredentialsDialog();
    void openWelcome();
    void toggleRunning();
    void openCommandPalette();
    /// What the page that is shown is for, and its keys.
    void openHelp();

Q_SIGNALS:
    /// Something that a person wants to be told of, and has not switched off; the window is not looked at.
    void newsCame(const linernotes::ui::News &news);

protected:
    /// Keeps the window's state and stops the engine: what is leased is finished or given back.
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void turnTo(int index);
    void makePages();
    void connectPages();
    void addPage(Page *page);
    void makeBanners(QVBoxLayout *layout);
    void makeActions();
    void makeWorkMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makePageMenu();
    void makeTray();
    [[nodiscard]] QList<CommandPalette::Command> commandsEverywhere() const;
    [[nodiscard]] QList<CommandPalette::Command> commandsElsewhere() const;
    void doElsewhere(Page *page, QAction *action);
    void makeHelpMenu();
    void makeToolBar();
    QAction *makeAction(const QString &objectName, const QString &iconName, const QString &text,
                        const QKeySequence &shortcut);
    void present(const PipelineSnapshotPtr &snapshot);
    void showRunning(bool running);
    void showProblem(const PipelineSnapshot &snapshot);
    void makeNews();
    void tellNews(const PipelineSnapshot &snapshot);
    void tellIfWanted(const News &news);
    void askAgain();
    void tellFailure(const Error &error);
    void followWork(Page *page);
    [[nodiscard]] bool isWorkUnderWay() const;
    void completeCredentialsAccess();
    void useCredentials();
    void unlockKeychain();
    void seedDemoArtists();
    void tellSeeded(const SeedReceipt &receipt);
    /// Of the window that is on it: its artists. Of another: a window of its own.
    void tryDemo();
    /// `total`: how many the query leaves, where that is known.
    void openExportDialogFor(const ProducerQuery &query, std::optional<qint64> total);
    void makeExportRun();
    /// To the next part of the window that the keys can go to: tool bar, sidebar, page, message.
    void goToRegion(int step);
    [[nodiscard]] QList<QWidget *> regions() const;
    void about();
    /// A list that was being typed when the program was ended.
    [[nodiscard]] SeedDialog *shownSeedDialog() const;
    [[nodiscard]] QString leftPaused() const; ///< what is told of it at the start
    static QString takeSeedDraft();
    static void keepSeedDraft(const QString &text);
    void hearSeeding(SeedDialog &dialog, const Result<SeedReceipt> &receipt);
    void keepPaused(bool isPaused) const;
    void askToGiveUpWork();
    void saveState() const;
    void saveStateBeside() const;
    void putState(QSettings &settings) const;
    void saveStateSoon();
    void restoreState();

    Engine &m_engine;
    Options m_options;
    QList<Page *> m_pages;
    QList<int> m_visited; ///< the pages before this one, the last at the end
    DashboardPage *m_dashboard = nullptr;
    RunsPage *m_runs = nullptr;
    ProducersPage *m_producers = nullptr;
    DeadLettersPage *m_deadLetters = nullptr;
    ServicesPage *m_services = nullptr;
    ActivityPage *m_activity = nullptr;
    SettingsPage *m_settings = nullptr;
    Sidebar *m_sidebar = nullptr;
    QStackedWidget *m_stack = nullptr;
    QToolBar *m_toolBar = nullptr;
    Banner *m_demoBanner = nullptr;
    Banner *m_credentialsBanner = nullptr;
    Banner *m_problemBanner = nullptr;
    QAction *m_seed = nullptr;
    QAction *m_back = nullptr;
    QAction *m_seedDemo = nullptr; ///< seen only where there are demo artists
    QAction *m_toggle = nullptr;
    bool m_isWorking = false; ///< and not about to stop
    QAction *m_export = nullptr;
    QAction *m_credentials = nullptr;
    QAction *m_askAgain = nullptr;
    QAction *m_copyMessage = nullptr; ///< that is told, where it may have no room
    QAction *m_unlock = nullptr; ///< seen while the keychain is locked
    QAction *m_showFolder = nullptr; ///< of the last export
    QMenu *m_viewMenu = nullptr;
    TrayIcon *m_tray = nullptr;
    NewsWatch m_news;
    QTimer m_newsTick;
    QTimer m_saving;
    bool m_isClosing = false; ///< nobody is asked
    MessageBar *m_messages = nullptr;
    QString m_exportedPath;
    ExportRun *m_exportRun = nullptr;
    QAction *m_cancelExport = nullptr;
    OnceAClick m_demoSeeding;
};

} // namespace linernotes::ui
