// SPDX-License-Identifier: GPL-3.0-or-later
// The pages and the ways from one to another: a third of MainWindow.
#include "mainwindow/mainwindow.h"

#include "activity/activitypage.h"
#include "common/outcomebar.h"
#include "common/page.h"
#include "common/scrolledroom.h"
#include "common/theme.h"
#include "dashboard/dashboardpage.h"
#include "deadletters/deadletterspage.h"
#include "mainwindow/sidebar.h"
#include "producers/producerspage.h"
#include "runs/runspage.h"
#include "services/servicespage.h"
#include "settings/settingspage.h"

#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

namespace linernotes::ui
{
namespace
{

/// Of a circuit: among them is why it is held.
constexpr int recentEvents = 100;

} // namespace

void MainWindow::makePages()
{
    // A new page is one line here.
    addPage(
        m_dashboard = new DashboardPage(
            {.metrics = [this](const MetricsQuery &query) { return m_engine.metrics(query); },
             .deadLetters = [this](const auto &filter) { return m_engine.deadLetters().overview(filter); },
             .pause = [this](StageId stage, auto forTime) { return m_engine.stages().pause(stage, forTime); },
             .resume = [this](StageId stage) { return m_engine.stages().resume(stage); },
             .release =
                 [this](const QString &service) {
                     return m_engine.services().overrideCircuit(service, CircuitOverride::None, {});
                 },
             .circuitHistory =
                 [this](const QString &service) { return m_engine.services().circuitHistory(service, recentEvents); }},
            this));
    addPage(m_runs = new RunsPage(m_engine.runs(), this));
    addPage(m_producers = new ProducersPage(m_engine.producers(), this));
    addPage(m_deadLetters = new DeadLettersPage(m_engine.deadLetters(), this));
    addPage(m_services = new ServicesPage({m_engine, m_options.credentials, m_options.demo}, this));
    addPage(m_activity = new ActivityPage(m_engine, this));
    addPage(m_settings = new SettingsPage(m_engine, m_options.credentials, this));
    connectPages();
}

/// The ways from one page to another.
void MainWindow::connectPages()
{
    // What is left of another page's commands in the menu would have its keys here.
    connect(m_stack, &QStackedWidget::currentChanged, findChild<QMenu *>(QStringLiteral("pageMenu")), &QMenu::clear);
    connect(m_sidebar, &Sidebar::chosen, this, qOverload<int>(&MainWindow::showPage));
    connect(m_dashboard, &DashboardPage::deadLettersWanted, this, [this](StageId stage) {
        m_deadLetters->showQueue(stage);
        showPage(m_deadLetters);
    });
    connect(m_deadLetters, &DeadLettersPage::pipelineWanted, this, [this] { showPage(m_dashboard); });
    connect(m_services, &ServicesPage::pipelineWanted, this, [this] { showPage(m_dashboard); });
    connect(m_dashboard, &DashboardPage::credentialsWanted, this, &MainWindow::openCredentialsDialog);
    connect(m_dashboard, &DashboardPage::startWanted, m_toggle, &QAction::trigger);
    connect(m_dashboard, &DashboardPage::runsWanted, this, [this] { showPage(m_runs); });
    connect(m_dashboard, &DashboardPage::runWanted, this, [this](qint64 run) {
        showPage(m_runs);
        m_runs->showRun(run);
    });
    connect(m_dashboard, &DashboardPage::deadLettersOfCategoryWanted, this,
            [this](const QString &category, const QString &group) {
                m_deadLetters->showCategory(category, group);
                showPage(m_deadLetters);
            });
    connect(m_runs, &RunsPage::seedWanted, this, &MainWindow::openSeedDialog);
    connect(m_runs, &RunsPage::producerWanted, this, [this](qint64 person) {
        showPage(m_producers);
        m_producers->open(person);
    });
    connect(m_runs, &RunsPage::producersWanted, this, [this](qint64 run) {
        showPage(m_producers);
        m_producers->narrow({.filter = {}, .run = run});
    });
    connect(m_runs, &RunsPage::deadLettersWanted, this, [this](qint64 run, const QString &name) {
        showPage(m_deadLetters);
        m_deadLetters->showRun(run, name);
    });
    connect(m_runs, &RunsPage::activityWanted, this, [this](qint64 run) {
        showPage(m_activity);
        m_activity->showRun(run);
    });
    connect(m_deadLetters, &DeadLettersPage::runWanted, this, [this](qint64 run) {
        showPage(m_runs);
        m_runs->showRun(run);
    });
    connect(m_deadLetters, &DeadLettersPage::serviceWanted, this, &MainWindow::showService);
    connect(m_deadLetters, &DeadLettersPage::activityWanted, this, [this](qint64 message) {
        showPage(m_activity);
        m_activity->showMessage(message);
    });
    connect(m_dashboard, &DashboardPage::serviceWanted, this, &MainWindow::showService);
    connect(m_services, &ServicesPage::contactWanted, this, [this] {
        showPage(m_settings);
        m_settings->showSetting(QStringLiteral("musicbrainz.contact"));
    });
    connect(m_services, &ServicesPage::credentialsWanted, this, &MainWindow::openCredentialsDialog);
    connect(m_producers, &ProducersPage::seedWanted, this, &MainWindow::openSeedDialog);
    connect(m_settings, &SettingsPage::credentialsWanted, this, &MainWindow::openCredentialsDialog);
    connect(m_activity, &ActivityPage::seedWanted, this, &MainWindow::openSeedDialog);
    connect(m_activity, &ActivityPage::serviceWanted, this, &MainWindow::showService);
    connect(m_activity, &ActivityPage::runWanted, this, [this](qint64 run) {
        showPage(m_runs);
        m_runs->showRun(run);
    });
    connect(m_activity, &ActivityPage::letterWanted, this, [this](qint64 letter) {
        showPage(m_deadLetters);
        m_deadLetters->showLetter(letter);
    });
    connect(m_producers, &ProducersPage::exportWanted, this, [this](const std::vector<qint64> &ids) {
        auto query = m_producers->query();
        query.ids = ids;
        openExportDialogFor(query, static_cast<qint64>(ids.size()));
    });
    if (m_options.demo && !m_options.demoArtists.isEmpty()) {
        m_dashboard->setSeedText(tr("Seed the demo artists to see how producers are found."),
                                 tr("Seed the demo artists"));
        connect(m_dashboard, &DashboardPage::seedWanted, this, &MainWindow::seedDemoArtists);
    } else {
        connect(m_dashboard, &DashboardPage::seedWanted, this, &MainWindow::openSeedDialog);
    }
}

void MainWindow::addPage(Page *page)
{
    const auto index = static_cast<int>(m_pages.size());
    m_pages.append(page);
    m_stack->addWidget(new ScrolledRoom(page, m_stack));
    m_sidebar->addPage(page);
    connect(page, &Page::told, this, [this](const QString &message) { tell(message, Lasting::Briefly); });
    connect(page, &Page::failed, this, &MainWindow::tellFailure);
    connect(page, &Page::toldFailure, this, [this](const QString &message) { tell(message, Lasting::UntilClosed); });
    followWork(page);
    auto *action = makeAction(QStringLiteral("show_") + page->title().id, page->title().icon, page->title().text,
                              QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + index)));
    m_viewMenu->insertAction(m_viewMenu->actions().value(index), action);
    connect(action, &QAction::triggered, this, [this, index] { showPage(index); });
}

/// Work on many that was begun on a page goes on while another is shown: the message tells of it there.
void MainWindow::followWork(Page *page)
{
    auto *work = page->work();
    if (!work)
        return;
    const auto id = page->title().id;
    auto *cancel = new QPushButton(tr("Cancel"), m_messages);
    cancel->setObjectName(id + QStringLiteral("StatusCancel"));
    cancel->setToolTip(tr("What is done stays done"));
    m_messages->addProgress(id, cancel);
    const auto isShown = [this, page] { return m_pages.at(currentPage()) == page; };
    connect(cancel, &QPushButton::clicked, work, &OutcomeBar::cancelClicked);
    connect(work, &OutcomeBar::progressed, this, [this, id, isShown](const QString &text) {
        if (!isShown())
            m_messages->showProgress(id, text);
    });
    connect(work, &OutcomeBar::ended, this, [this, id, isShown](const QString &text) {
        m_messages->endProgress(id);
        if (!isShown())
            tell(text, Lasting::UntilClosed);
    });
    connect(m_stack, &QStackedWidget::currentChanged, this, [this, id, isShown] {
        if (isShown())
            m_messages->endProgress(id);
    });
}

void MainWindow::showPage(int index)
{
    if (index < 0 || index >= m_pages.size())
        return;
    if (index != currentPage())
        m_visited.append(currentPage());
    turnTo(index);
}

void MainWindow::turnTo(int index)
{
    m_stack->setCurrentIndex(index);
    m_sidebar->setCurrent(index);
    m_pages.at(index)->takeFocus();
    m_back->setEnabled(!m_visited.isEmpty());
    saveStateSoon();
}

void MainWindow::showPage(Page *page)
{
    showPage(static_cast<int>(m_pages.indexOf(page)));
}

/// To where a link, a key or a click led away from; each page is as it was left.
void MainWindow::goBack()
{
    if (!m_visited.isEmpty())
        turnTo(m_visited.takeLast());
}

void MainWindow::showService(const QString &service)
{
    showPage(m_services);
    m_services->showService(service);
}

int MainWindow::currentPage() const
{
    return m_stack->currentIndex();
}

/// A narrow window, as one with large text is, has better use for the width of the pages' names.
void MainWindow::resizeEvent(QResizeEvent *event)
{
    constexpr int figures = 115;
    m_sidebar->setCompact(width() < Theme::instance().figureWidth(TypeStep::Body, figures));
    QMainWindow::resizeEvent(event);
    saveStateSoon();
}

} // namespace linernotes::ui
