// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/mainwindow.h"

#include "common/accessibility.h"
#include "common/actionbutton.h"
#include "common/banner.h"
#include "common/enginewords.h"
#include "common/icons.h"
#include "common/keyboard.h"
#include "common/page.h"
#include "common/snugdialog.h"
#include "common/stack.h"
#include "common/wording.h"
#include "core/servicerefusal.h"
#include "core/whendone.h"
#include "dashboard/dashboardpage.h"
#include "exporting/exportdialog.h"
#include "exporting/exportrun.h"
#include "mainwindow/sidebar.h"
#include "mainwindow/trayicon.h"
#include "producers/producerspage.h"
#include "seeding/seeddialog.h"
#include "services/servicespage.h"
#include "settings/credentialsdialog.h"
#include "settings/verdictline.h"
#include "settings/welcomedialog.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenu>
#include <QPointer>
#include <QSettings>
#include <QVBoxLayout>

namespace linernotes::ui
{
namespace
{

const auto exporting = QStringLiteral("export");

bool isKnown(const Credentials &credentials, const QString &service)
{
    return service == QLatin1String("spotify") ? credentials.hasSpotify() : credentials.hasGenius();
}

/// What keeps a service from working until a person does something, with the service's own words whole.
QString needOf(const ServiceSnapshot &service)
{
    const auto name = serviceLabel(service.service);
    if (isAboutAccount(service.reason))
        return MainWindow::tr("%1 refuses the account: %2").arg(name, asSentence(reasonLabel(service.reason)));
    if (service.reason.isEmpty())
        return MainWindow::tr("%1 needs credentials.").arg(name);
    return service.reason.startsWith(name) // "Genius's access token is missing" says it all
        ? asSentence(reasonLabel(service.reason))
        : MainWindow::tr("%1 needs credentials: %2").arg(name, asSentence(reasonLabel(service.reason)));
}

} // namespace

MainWindow::MainWindow(Engine &engine, Options options, QWidget *parent)
    : QMainWindow(parent)
    , m_engine(engine)
    , m_options(std::move(options))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(m_options.demo ? tr("Linernotes – demo catalogue") : tr("Linernotes"));
    setWindowIcon(programIcon());
    completeCredentialsAccess();
    new Keyboard(this);
    new Accessibility(this);
    makeActions();
    auto *centre = new QWidget(this);
    m_sidebar = new Sidebar(centre);
    m_stack = new Stack(centre);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_sidebar);
    body->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    makeBanners(layout);
    layout->addLayout(body, 1);
    setCentralWidget(centre);
    // Here, for it has actions that are made in the body.
    // NOLINTNEXTLINE(cppcoreguidelines-prefer-member-initializer)
    m_messages = new MessageBar(m_stack, m_showFolder);
    m_messages->addProgress(exporting, buttonOf(m_cancelExport, QStringLiteral("statusCancelExport"), m_messages));
    m_messages->addMessageAction(m_copyMessage);
    connect(m_messages, &MessageBar::messageChanged, m_copyMessage,
            [this](const QString &message) { m_copyMessage->setEnabled(!message.isEmpty()); });
    makeExportRun();

    makePages();
    makeTray();
    makeNews();
    connect(&m_engine, &Engine::snapshotChanged, this, &MainWindow::present);
    showRunning(m_engine.isRunning());
    restoreState();
    whenDone(m_engine.snapshot(), this, [this](const Result<PipelineSnapshotPtr> &snapshot) {
        if (snapshot)
            present(*snapshot);
    });
}

void MainWindow::completeCredentialsAccess()
{
    auto &access = m_options.credentials;
    if (!access.store) {
        access.store = new CredentialStore(Keychain::none(tr("There is no keychain here.")), Credentials(), this);
        access.store->read(); // what is wrong with it is known before somebody wants to keep anything there
        for (const auto &service : CredentialStore::services()) {
            if (!m_options.demo && hasCredentials(m_engine.credentials(), service))
                access.store->useForSession(service, m_engine.credentials());
        }
    }
    if (!access.test) {
        access.test = [this](const QString &service, const Credentials &candidates) {
            return m_engine.testCredentials(service, candidates);
        };
    }
}

void MainWindow::makeBanners(QVBoxLayout *layout)
{
    m_demoBanner = new Banner(Banner::Tone::Neutral, QStringLiteral("demo"), this);
    m_demoBanner->setObjectName(QStringLiteral("demoBanner"));
    m_demoBanner->setText(tr("Demo catalogue: invented artists, no account needed."));
    m_demoBanner->addButton(m_seedDemo, QStringLiteral("demoSeed"));
    m_demoBanner->addButton(m_credentials, QStringLiteral("demoCredentials"));
    m_demoBanner->setVisible(m_options.demo);
    m_credentialsBanner = new Banner(Banner::Tone::Warning, QStringLiteral("key"), this);
    m_credentialsBanner->setObjectName(QStringLiteral("credentialsBanner"));
    m_credentialsBanner->addButton(m_unlock, QStringLiteral("bannerUnlock"));
    m_credentialsBanner->addButton(m_credentials, QStringLiteral("bannerCredentials"));
    m_credentialsBanner->addButton(m_askAgain, QStringLiteral("bannerTryAgain"));
    m_credentialsBanner->hide();
    m_problemBanner = new Banner(Banner::Tone::Failure, QStringLiteral("warning"), this);
    m_problemBanner->setObjectName(QStringLiteral("problemBanner"));
    m_problemBanner->hide();
    for (auto *banner : {m_problemBanner, m_credentialsBanner, m_demoBanner})
        layout->addWidget(banner);
}

void MainWindow::present(const PipelineSnapshotPtr &snapshot)
{
    for (auto *page : m_pages)
        page->present(snapshot);
    showRunning(snapshot->running && !snapshot->stopping);
    m_toggle->setEnabled(!snapshot->stopping);
    showProblem(*snapshot);
    m_tray->present(*snapshot);
    tellNews(*snapshot);
    m_export->setEnabled(snapshot->producers > 0 && !m_exportRun->isUnderWay());
}

void MainWindow::showRunning(bool running)
{
    if (running && !m_isWorking && m_messages->message() == leftPaused())
        m_messages->closeMessage();
    m_isWorking = running;
    m_toggle->setText(running ? tr("&Pause") : tr("&Resume"));
    m_toggle->setIcon(icon(running ? QStringLiteral("pause") : QStringLiteral("play")));
    m_toggle->setToolTip((running ? tr("Pause all work (%1). Nothing is lost.") : tr("Go on with what is queued (%1)"))
                             .arg(keyLabel(m_toggle->shortcut())));
}

void MainWindow::showProblem(const PipelineSnapshot &snapshot)
{
    m_problemBanner->setVisible(snapshot.problem.has_value());
    if (snapshot.problem)
        m_problemBanner->setText(
            tr("The work has stopped: %1 It goes on by itself once the database can be written to. That lies in %2.")
                .arg(asSentence(errorText(*snapshot.problem)),
                     QDir::toNativeSeparators(QFileInfo(m_engine.databasePath()).absolutePath())));
    QStringList needs;
    QStringList names;
    bool isAccount = false;
    bool canAskAgain = false; // what is missing must be entered first
    for (const auto &service : snapshot.services) {
        if (!service.needsCredentials)
            continue;
        needs.append(needOf(service));
        names.append(serviceLabel(service.service));
        isAccount = isAccount || isAboutAccount(service.reason);
        canAskAgain = canAskAgain || isKnown(m_engine.credentials(), service.service);
    }
    m_credentialsBanner->setIcon(isAccount ? QStringLiteral("warning") : QStringLiteral("key"));
    m_askAgain->setVisible(canAskAgain);
    if (m_options.credentials.store->isLocked())
        needs.append(tr("The keychain is locked: it may have what is needed."));
    needs.append(tr("Work for %1 waits, nothing is lost.").arg(names.join(tr(" and ", "between two services"))));
    m_credentialsBanner->setText(needs.join(QLatin1Char(' ')));
    m_credentialsBanner->setVisible(!names.isEmpty() && !m_options.demo);
}

/// A person may have mended the account: the engine forgets the refusal, and the next call tells.
void MainWindow::askAgain()
{
    m_engine.tryCredentialsAgain();
    tell(m_isWorking ? tr("Trying again with the same credentials.")
                     : tr("Will be tried again when the work is resumed (%1).").arg(keyLabel(m_toggle->shortcut())),
         Lasting::Briefly);
}

void MainWindow::tell(const QString &message, Lasting lasting)
{
    m_messages->tell(message, lasting);
}

/// What nothing else has a use for: the message goes by Escape.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || !m_messages->closeMessage())
        QMainWindow::keyPressEvent(event);
}

void MainWindow::tellFailure(const Error &error)
{
    tell(tr("That did not work: %1").arg(errorText(error)), Lasting::UntilClosed);
}

void MainWindow::openSeedDialog()
{
    if (isMinimized()) // it was asked for beside the clock
        comeToFront();
    if (auto *open = shownSeedDialog()) { // beside the clock no dialog is in the way
        open->raise();
        open->activateWindow();
        return;
    }
    auto *dialog = new SeedDialog(this);
    dialog->setText(takeSeedDraft());
    connect(dialog, &QDialog::rejected, dialog, &QObject::deleteLater);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        seed(dialog->runName(), dialog->artists(),
             [this, dialog = QPointer(dialog)](const Result<SeedReceipt> &receipt) {
                 if (dialog)
                     hearSeeding(*dialog, receipt);
             });
    });
    dialog->open();
}

void MainWindow::hearSeeding(SeedDialog &dialog, const Result<SeedReceipt> &receipt)
{
    if (!receipt) { // what was typed is kept nowhere else
        dialog.open();
        dialog.tellProblem(errorText(receipt.error()));
        return;
    }
    if (const auto left = dialog.leftOver(); !left.isEmpty()) {
        keepSeedDraft(left.join(QLatin1Char('\n')));
        tell(tr("%1 %Ln line(s) were not understood: they stand in the list when it is opened again.", nullptr,
                static_cast<int>(left.size()))
                 .arg(asSentence(m_messages->message())));
    }
    dialog.deleteLater();
}

void MainWindow::seedDemoArtists()
{
    if (!m_demoSeeding.take())
        return;
    std::vector<ArtistDiscoveryMessage> artists;
    for (const auto &name : m_options.demoArtists)
        artists.push_back({.artistId = {}, .name = name});
    seed(tr("Demo artists"), artists);
}

void MainWindow::seed(const QString &runName, const std::vector<ArtistDiscoveryMessage> &artists,
                      const std::function<void(const Result<SeedReceipt> &receipt)> &done)
{
    showPage(0);
    whenDone(m_engine.seed(runName, artists), this, [this, done](const Result<SeedReceipt> &receipt) {
        if (receipt)
            tellSeeded(*receipt);
        else
            tell(tr("The artists were not queued: %1").arg(errorText(receipt.error())), Lasting::UntilClosed);
        if (done)
            done(receipt);
    });
}

void MainWindow::tellSeeded(const SeedReceipt &receipt)
{
    if (receipt.runId == 0) {
        tell(tr("Nothing to do: %Ln artist(s) known already. What came of that is under Producers; “Repeat with fresh "
                "data” on Runs asks again.",
                nullptr, static_cast<int>(receipt.known)));
        return;
    }
    const auto queued = tr("%Ln artist(s) queued", nullptr, static_cast<int>(receipt.queued));
    const auto known = tr("%Ln known already", nullptr, static_cast<int>(receipt.known));
    const auto result = receipt.known > 0 ? tr("%1, %2").arg(queued, known) : queued;
    tell(m_isWorking ? result
                     : tr("%1. The work is paused: resume it with %2.").arg(result, keyLabel(m_toggle->shortcut())),
         Lasting::Briefly);
}

void MainWindow::openExportDialog()
{
    openExportDialogFor(m_producers->query(), m_producers->model().total());
}

void MainWindow::openExportDialogFor(const ProducerQuery &query, std::optional<qint64> total)
{
    if (m_exportRun->isUnderWay()) {
        tell(tr("An export is under way. Wait for it, or cancel it (%1).")
                 .arg(m_cancelExport->shortcut().toString(QKeySequence::NativeText)));
        return;
    }
    auto *dialog = new ExportDialog(query, total, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_export->setEnabled(false);
        m_cancelExport->setEnabled(true);
        m_exportRun->begin(dialog->request(), dialog->expectedProducers());
    });
    dialog->open();
}

void MainWindow::makeExportRun()
{
    m_exportRun = new ExportRun([this](const ExportRequest &request) { return m_engine.exportRows(request); }, this);
    const auto ended = [this] {
        m_cancelExport->setEnabled(false);
        m_messages->endProgress(exporting);
        m_export->setEnabled(true);
    };
    connect(m_cancelExport, &QAction::triggered, m_exportRun, &ExportRun::cancel);
    connect(m_exportRun, &ExportRun::progressed, m_messages,
            [this](const QString &text) { m_messages->showProgress(exporting, text); });
    connect(m_exportRun, &ExportRun::written, this, [this, ended](const ExportReceipt &receipt) {
        ended();
        m_exportedPath = receipt.path;
        tell(tr("%Ln row(s) written to %1", nullptr, static_cast<int>(receipt.rows)).arg(receipt.path),
             Lasting::UntilClosed);
        m_showFolder->setEnabled(true);
        m_messages->offerFolder();
    });
    connect(m_exportRun, &ExportRun::cancelled, this, [this, ended] {
        ended();
        tell(tr("The export was cancelled. Nothing was written."), Lasting::Briefly);
    });
    connect(m_exportRun, &ExportRun::failed, this, [this, ended](const Error &error) {
        ended();
        tell(tr("The export was not written: %1").arg(errorText(error)), Lasting::UntilClosed);
    });
}

void MainWindow::openCredentialsDialog()
{
    auto *dialog = new CredentialsDialog(m_options.credentials, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, &MainWindow::useCredentials);
    dialog->open();
}

void MainWindow::useCredentials()
{
    const auto given = m_options.credentials.store->credentials();
    if (m_options.credentialsEntered)
        m_options.credentialsEntered(given);
    else
        m_engine.setCredentials(given);
    tell(tr("The credentials are used from now on."), Lasting::Briefly);
    if (!m_options.demo) // else the window of the real work does
        tryCredentials();
}

/// By a call each: while nothing is queued, nobody else would find out that they are wrong.
void MainWindow::tryCredentials()
{
    const auto given = m_engine.credentials();
    for (const auto &service : CredentialStore::services()) {
        if (!hasCredentials(given, service))
            continue;
        whenDone(m_options.credentials.test(service, given), this, [this, service](const CredentialsVerdict &verdict) {
            if (verdict.isWorking())
                return;
            const auto name = serviceLabel(service);
            const auto sentence = VerdictLine::sentence(verdict, Clock::system().now());
            tell(sentence.startsWith(name) ? sentence : tr("%1: %2").arg(name, sentence), Lasting::UntilClosed);
        });
    }
}

void MainWindow::unlockKeychain()
{
    m_unlock->setEnabled(false);
    whenDone(m_options.credentials.store->unlock(), this, [this](bool) {
        auto *store = m_options.credentials.store;
        m_unlock->setEnabled(true);
        if (store->isLocked())
            tell(tr("The keychain was not opened."), Lasting::Briefly);
        else if (!m_options.demo) // the demo goes on: nobody asked to leave it
            useCredentials();
    });
}

void MainWindow::openWelcome()
{
    auto *dialog = new WelcomeDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &WelcomeDialog::credentialsWanted, this, &MainWindow::openCredentialsDialog);
    connect(dialog, &WelcomeDialog::demoWanted, this, &MainWindow::tryDemo);
    dialog->open();
}

void MainWindow::tryDemo()
{
    if (m_options.demo && !m_options.demoArtists.isEmpty()) {
        seedDemoArtists();
        return;
    }
    const auto opened = m_options.openDemo
        ? m_options.openDemo()
        : failure(ErrorCategory::InvalidInput, tr("Start Linernotes with --demo, then it opens on the demo."));
    if (opened)
        tell(tr("The demo opens in a window of its own. The work goes on in this one."), Lasting::Briefly);
    else
        tellFailure(opened.error());
}

} // namespace linernotes::ui
