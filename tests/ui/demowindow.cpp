// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/demowindow.h"

#include "common/translation.h"

#include <QApplication>
#include <QDir>
#include <QHeaderView>
#include <QSettings>
#include <QTableView>

namespace linernotes::test
{
namespace
{

Engine::Options options(const demo::DemoServer &server, const QString &database)
{
    auto settings = Settings::defaults();
    settings.spotify.apiUrl = server.spotifyApiUrl();
    settings.spotifyAccountsUrl = server.spotifyAccountsUrl();
    settings.genius.apiUrl = server.geniusApiUrl();
    settings.musicbrainz.apiUrl = server.musicbrainzApiUrl();
    settings.musicbrainz.contact = QStringLiteral("tests@localhost");
    for (auto *service : {&settings.spotify, &settings.genius, &settings.musicbrainz}) {
        service->requestsPerSecond = 0;
        service->concurrency = 0;
    }
    return {.databasePath = database,
            .settings = settings,
            .overrides = {},
            .credentials = {.spotifyClientId = server.clientId(),
                            .spotifyClientSecret = server.clientSecret(),
                            .geniusAccessToken = server.geniusToken()},
            .isWatched = true};
}

} // namespace

DemoWindow::DemoWindow(const QSize &size, Pose pose, CredentialStore *store)
    : m_server(demo::DemoCatalogue::builtin())
{
    QCoreApplication::setOrganizationName(QStringLiteral("linernotes"));
    QCoreApplication::setApplicationName(QStringLiteral("linernotes-test"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
    QSettings().clear();
    ui::installTranslations();
    if (const auto listening = m_server.start(); !listening)
        qFatal("%s", qPrintable(listening.error()));
    auto engine = Engine::open(options(m_server, m_folder.filePath(QStringLiteral("window.sqlite"))));
    if (!engine)
        qFatal("%s", qPrintable(engine.error().message));
    m_engine = std::move(*engine);
    const ui::MainWindow::Options shown{.demo = pose == Pose::Demo,
                                        .demoArtists = m_server.catalogue().suggestedSeeds(),
                                        .credentials = {.store = store, .test = {}},
                                        .credentialsEntered = {}};
    m_window = std::make_unique<ui::MainWindow>(*m_engine, shown);
    m_window->resize(size);
    m_window->show();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qFatal("the window did not become active");
    m_engine->start();
}

DemoWindow::~DemoWindow()
{
    m_window->close();
}

QWidget *DemoWindow::visible(const QString &objectName) const
{
    for (auto *top : {QApplication::activeModalWidget(), static_cast<QWidget *>(m_window.get())}) {
        if (!top)
            continue;
        if (top->objectName() == objectName && top->isVisible())
            return top;
        for (auto *widget : top->findChildren<QWidget *>(objectName)) {
            if (widget->isVisible())
                return widget;
        }
    }
    return nullptr;
}

void DemoWindow::click(const char *objectName) const
{
    auto *widget = find<QWidget>(objectName);
    if (!QTest::qWaitForWindowExposed(widget->window()))
        qFatal("the window of %s is not shown", objectName);
    QTest::mouseClick(widget, Qt::LeftButton);
}

void DemoWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    auto *top = QApplication::activeModalWidget();
    if (!top)
        top = m_window.get();
    // Keys go to no other window. A dialog would say that it is active while it is only its parent that is.
    const auto isActive = [top] { return QApplication::activeWindow() == top; };
    if (!QApplication::activePopupWidget() && !isActive()) {
        top->activateWindow();
        if (!QTest::qWaitFor(isActive))
            qFatal("the window does not become the active one again");
    }
    auto *focused = QApplication::focusWidget();
    QTest::keyClick(focused && top->isAncestorOf(focused) ? focused : top, key, modifiers);
}

void DemoWindow::clickCell(QTableView *table, int row, int column, bool twice) const
{
    const auto place = table->visualRect(table->model()->index(row, column)).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place);
    if (twice)
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, place);
}

void DemoWindow::clickHeader(QTableView *table, int column) const
{
    auto *header = table->horizontalHeader();
    const QPoint place(header->sectionViewportPosition(column) + header->sectionSize(column) / 2, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
}

void DemoWindow::picture(const char *name) const
{
    const auto folder = qEnvironmentVariable("LINERNOTES_PICTURES");
    if (folder.isEmpty())
        return;
    auto *top = QApplication::activeModalWidget();
    QTest::qWait(300); // what was asked for is drawn
    (top ? top : static_cast<QWidget *>(m_window.get()))
        ->grab()
        .save(QDir(folder).filePath(QLatin1String(name) + QStringLiteral(".png")));
}

void DemoWindow::runArtists(int howMany)
{
    std::vector<ArtistDiscoveryMessage> artists;
    for (const auto &artist : m_server.catalogue().artists()) {
        if (static_cast<int>(artists.size()) < howMany)
            artists.push_back({.artistId = artist.spotifyId, .name = {}});
    }
    m_window->seed(QStringLiteral("Test"), artists);
    waitForRuns();
}

void DemoWindow::waitForRuns() const
{
    constexpr int turns = 2400;
    constexpr int pause = 50;
    for (int turn = 0; turn < turns; ++turn) {
        QTest::qWait(pause);
        const auto reading = m_engine->snapshot();
        if (!QTest::qWaitFor([&] { return reading.isFinished(); })) // its last step is taken in this thread
            break;
        const auto snapshot = reading.result();
        if (snapshot && !(*snapshot)->runs.empty() && (*snapshot)->unfinishedRuns == 0) {
            QTest::qWait(pause * 10); // the window's own picture comes up to a quarter of a second later
            return;
        }
    }
    qFatal("the run did not end");
}

} // namespace linernotes::test
