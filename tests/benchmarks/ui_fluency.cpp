// SPDX-License-Identifier: GPL-3.0-or-later
// How the window feels with 1,000,000 producers and 5,000,000 credits in the database and the engine at full speed on
// the demo's services: the event loop's lag, the time from a key in the filter to its first rows, pages, scrolling,
// memory and the cold start. Needs a display (xvfb-run will do). Prints one JSON object and fails where a bar is
// missed.
//
//   ui_fluency [--short]     --short: 20,000 producers and 100,000 credits
//
// The database is made once and kept in the user's cache folder; each run works on a copy. Making it, and the services,
// are processes of their own, so that neither counts as the window's memory or as load on its event loop.
#include "bars.h"
#include "bigdatabase.h"
#include "common/tableview.h"
#include "common/theme.h"
#include "demo/demoserver.h"
#include "engine.h"
#include "mainwindow/mainwindow.h"
#include "producers/producersmodel.h"
#include "producers/producerspage.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QProcess>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <malloc.h>
#include <string_view>
#include <unistd.h>

using namespace linernotes;

namespace
{

constexpr double nsPerMs = 1e6;
const QElapsedTimer sinceStart = [] {
    QElapsedTimer timer;
    timer.start();
    return timer;
}();

double elapsedMs(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / nsPerMs;
}

/// Figures of one kind, in milliseconds.
class Sample
{
public:
    void add(double ms) { m_values.push_back(ms); }
    [[nodiscard]] double quantile(double share)
    {
        if (m_values.empty())
            return 0;
        std::ranges::sort(m_values);
        const auto place = static_cast<std::size_t>(std::ceil(share * static_cast<double>(m_values.size())));
        return m_values.at(std::clamp<std::size_t>(place, 1, m_values.size()) - 1);
    }
    [[nodiscard]] QJsonObject report()
    {
        return {{QStringLiteral("count"), static_cast<qint64>(m_values.size())},
                {QStringLiteral("p50_ms"), quantile(0.5)},
                {QStringLiteral("p95_ms"), quantile(0.95)},
                {QStringLiteral("p99_ms"), quantile(0.99)},
                {QStringLiteral("p99.9_ms"), quantile(0.999)},
                {QStringLiteral("max_ms"), quantile(1)}};
    }

private:
    std::vector<double> m_values;
};

/// How much later than asked for the event loop comes to what waits for it.
class LagMeter
{
public:
    LagMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(interval);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            sample.add(std::max(0.0, elapsedMs(m_since) - interval));
            m_since.start();
        });
    }
    void start()
    {
        m_since.start();
        m_timer.start();
    }
    void stop() { m_timer.stop(); }

    Sample sample;

private:
    static constexpr int interval = 4;
    QTimer m_timer;
    QElapsedTimer m_since;
};

/// Lets the event loop run. QTest::qWait would sleep beside it, ten milliseconds at a time.
void letPass(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

/// The moment at which a widget has first been painted.
class FirstPaint : public QObject
{
public:
    explicit FirstPaint(QWidget &widget) { widget.installEventFilter(this); }
    double atMs = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && atMs == 0)
            QTimer::singleShot(0, this, [this] { atMs = elapsedMs(sinceStart); }); // when it is done
        return false;
    }
};

double memoryMb(const char *field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const auto &line : status.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.mid(static_cast<qsizetype>(qstrlen(field)) + 1).simplified().split(' ').first().toDouble()
                / 1024;
    }
    return 0;
}

/// What is allocated, without what the allocator holds back.
double heapMb()
{
    const auto heap = mallinfo2();
    return static_cast<double>(heap.uordblks + heap.hblkhd) / 1048576;
}

/// The services in a process of their own; its first line says where they are.
int serve()
{
    constexpr int artists = 400;
    demo::DemoServer server(demo::DemoCatalogue::generated({.artists = artists,
                                                            .albumsPerArtist = 10,
                                                            .tracksPerAlbum = 12,
                                                            .people = artists * 120,
                                                            .creditsPerRecording = 4}),
                            demo::Face::Legacy);
    server.setCompression(false);
    if (!server.start())
        return 1;
    QJsonArray ids;
    for (const auto &artist : server.catalogue().artists())
        ids.append(artist.spotifyId);
    const QJsonObject place{{QStringLiteral("spotify"), server.spotifyApiUrl().toString()},
                            {QStringLiteral("accounts"), server.spotifyAccountsUrl().toString()},
                            {QStringLiteral("genius"), server.geniusApiUrl().toString()},
                            {QStringLiteral("id"), server.clientId()},
                            {QStringLiteral("secret"), server.clientSecret()},
                            {QStringLiteral("token"), server.geniusToken()},
                            {QStringLiteral("artists"), ids}};
    std::fputs((QJsonDocument(place).toJson(QJsonDocument::Compact) + '\n').constData(), stdout);
    std::fflush(stdout);
    return QCoreApplication::exec();
}

QJsonObject startServices(QProcess &process)
{
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--serve")});
    constexpr int patience = 120'000;
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(patience))
            qFatal("the demo services can't be started");
    }
    return QJsonDocument::fromJson(process.readLine()).object();
}

Engine::Options engineOptions(const QJsonObject &place, const QString &path)
{
    auto settings = Settings::defaults();
    settings.spotify.apiUrl = QUrl(place[QLatin1String("spotify")].toString());
    settings.spotifyAccountsUrl = QUrl(place[QLatin1String("accounts")].toString());
    settings.genius.apiUrl = QUrl(place[QLatin1String("genius")].toString());
    for (auto *service : {&settings.spotify, &settings.genius}) {
        service->requestsPerSecond = 0;
        service->concurrency = 0;
    }
    return {.databasePath = path,
            .settings = settings,
            .overrides = {},
            .credentials = {.spotifyClientId = place[QLatin1String("id")].toString(),
                            .spotifyClientSecret = place[QLatin1String("secret")].toString(),
                            .geniusAccessToken = place[QLatin1String("token")].toString()}};
}

/// A person at the window: types, scrolls, sorts, looks at the pages.
class Person
{
public:
    explicit Person(ui::MainWindow &window)
        : m_window(window)
        , m_page(*window.findChild<ui::ProducersPage *>())
        , m_filter(*window.findChild<QLineEdit *>(QStringLiteral("producersFilter")))
        , m_table(*window.findChild<ui::TableView *>(QStringLiteral("producersTable")))
        , m_model(*window.findChild<ui::ProducersModel *>())
    {
    }

    void openProducers()
    {
        m_window.showPage(&m_page);
        for (int i = 0; i < 20; ++i)
            waitForRows(firstPage, [this] { m_model.setQuery(m_page.query()); });
    }

    void type()
    {
        for (const auto *word : {"karo", "wilson", "mirandre", "band", "zo ann", "delny", "quixtor", "the shala"}) {
            for (const char letter : std::string_view(word)) {
                if (letter == ' ') { // asks for nothing new
                    QTest::keyClick(&m_filter, letter);
                    continue;
                }
                waitForRows(keystroke, [&] { QTest::keyClick(&m_filter, letter); });
                letPass(60); // a quick typist
            }
            waitForRows(keystroke, [&] { m_filter.clear(); });
            letPass(100);
        }
    }

    void sort()
    {
        for (int column = 0; column < ui::ProducersModel::columns; ++column) {
            waitForRows(sorted, [&] { Q_EMIT m_table.horizontalHeader()->sectionClicked(column); });
        }
    }

    void scroll()
    {
        auto &bar = *m_table.verticalScrollBar();
        constexpr int frames = 1500;
        for (int i = 0; i < frames; ++i) {
            QElapsedTimer timer;
            timer.start();
            bar.setValue(std::min(bar.value() + 3 * bar.singleStep(), bar.maximum()));
            m_table.viewport()->repaint();
            scrolled.add(elapsedMs(timer));
            letPass(8);
        }
        rowsSeen = m_model.rowCount();
        letPass(3000); // refreshes come while it stands far down
    }

    void lookAround()
    {
        for (int page = 0; page < 5; ++page) {
            m_window.showPage(page);
            letPass(2000);
        }
    }

    /// While all slots are busy: they finish what they hold, and the window does not wait for it.
    void pauseAndGoOn(Engine &engine)
    {
        auto *toggle = m_window.findChild<QAction *>(QStringLiteral("toggleAction"));
        for (int i = 0; i < 6; ++i) {
            toggle->trigger();
            const bool isWanted = i % 2 == 1;
            QElapsedTimer timer;
            timer.start();
            while (engine.isRunning() != isWanted || !toggle->isEnabled())
                letPass(4);
            (isWanted ? resumed : paused).add(elapsedMs(timer));
            letPass(500);
        }
        for (const auto *slotCount : {"7", "8"}) {
            auto changing =
                engine.settingsBook().change(QStringLiteral("track_discovery.slots"), QLatin1String(slotCount));
            while (!changing.isFinished())
                letPass(4);
            auto applying = engine.applySettings();
            while (!applying.isFinished())
                letPass(4);
            letPass(500);
        }
    }

    Sample paused; ///< from the key until nothing works any more
    Sample resumed;
    Sample firstPage;
    Sample keystroke;
    Sample sorted;
    Sample scrolled;
    int rowsSeen = 0;

private:
    /// From what is done until its rows are in the table and painted.
    template <typename Act>
    void waitForRows(Sample &sample, Act act)
    {
        constexpr int patience = 30'000;
        QEventLoop loop;
        QObject::connect(&m_model, &QAbstractItemModel::modelReset, &loop, &QEventLoop::quit);
        QTimer::singleShot(patience, &loop, [] { qFatal("no rows came"); });
        QElapsedTimer timer;
        timer.start();
        act();
        loop.exec();
        m_table.viewport()->repaint();
        sample.add(elapsedMs(timer));
    }

    ui::MainWindow &m_window;
    ui::ProducersPage &m_page;
    QLineEdit &m_filter;
    ui::TableView &m_table;
    ui::ProducersModel &m_model;
};

int measure(const QJsonObject &place, const QString &database, bool isShort, double notCountedMs)
{
    auto engine = Engine::open(engineOptions(place, database));
    if (!engine)
        qFatal("%s", qPrintable(engine.error().message));
    ui::MainWindow window(**engine, {});
    window.resize(1440, 900);
    FirstPaint painted(window);
    window.show();
    if (!QTest::qWaitFor([&] { return painted.atMs > 0; }, 30'000))
        qFatal("the window is not painted");
    const double coldStart = painted.atMs - notCountedMs;
    const double memoryAtStart = memoryMb("VmRSS");
    QTest::qWait(1000);

    std::vector<ArtistDiscoveryMessage> artists;
    const auto ids = place[QLatin1String("artists")].toArray();
    for (const auto &id : ids)
        artists.push_back({.artistId = id.toString(), .name = {}});
    (*engine)->seed(QStringLiteral("Full speed"), artists);
    (*engine)->start();
    QTest::qWait(2000);
    LagMeter lag;
    lag.start();
    Person person(window);
    person.openProducers();
    person.type();
    person.sort();
    person.scroll();
    person.lookAround();
    person.pauseAndGoOn(**engine);
    lag.stop();
    const double memory = memoryMb("VmRSS");
    const auto snapshot = (*engine)->snapshot();
    if (!QTest::qWaitFor([&] { return snapshot.isFinished(); }, 10'000))
        qFatal("no snapshot came");
    const auto last = *snapshot.result();
    qint64 archived = 0;
    for (const auto &stage : last->stages)
        archived += stage.metrics.archived;
    const bool isBusy = last->unfinishedRuns > 0;

    constexpr double lagBar = 16;
    constexpr double worstBar = 50;
    constexpr double keyBar = 100;
    constexpr double memoryBar = 250;
    constexpr double startBar = 500;
    test::Bars bars;
    bars.atMost(QStringLiteral("event loop's lag, p99.9, ms"), lagBar, lag.sample.quantile(0.999));
    bars.atMost(QStringLiteral("event loop's lag, worst, ms"), worstBar, lag.sample.quantile(1));
    bars.atMost(QStringLiteral("keystroke to first rows, p95, ms"), keyBar, person.keystroke.quantile(0.95));
    bars.atMost(QStringLiteral("resident memory, MB"), memoryBar, memory);
    bars.atMost(QStringLiteral("cold start to first painted window, ms"), startBar, coldStart);
    const auto code = bars.print({{QStringLiteral("benchmark"), QStringLiteral("ui_fluency")},
                                  {QStringLiteral("short"), isShort},
                                  {QStringLiteral("producers"), last->producers},
                                  {QStringLiteral("credits"), last->credits},
                                  {QStringLiteral("database_mb"), QFileInfo(database).size() / 1048576},
                                  {QStringLiteral("messages_meanwhile"), archived},
                                  {QStringLiteral("engine_busy_to_the_end"), isBusy},
                                  {QStringLiteral("event_loop_lag"), lag.sample.report()},
                                  {QStringLiteral("keystroke_to_first_rows"), person.keystroke.report()},
                                  {QStringLiteral("first_page"), person.firstPage.report()},
                                  {QStringLiteral("sorted"), person.sorted.report()},
                                  {QStringLiteral("scroll_frame"), person.scrolled.report()},
                                  {QStringLiteral("pause"), person.paused.report()},
                                  {QStringLiteral("go_on"), person.resumed.report()},
                                  {QStringLiteral("rows_scrolled_through"), person.rowsSeen},
                                  {QStringLiteral("memory_at_start_mb"), memoryAtStart},
                                  {QStringLiteral("memory_mb"), memory},
                                  {QStringLiteral("memory_peak_mb"), memoryMb("VmHWM")},
                                  {QStringLiteral("heap_in_use_mb"), heapMb()},
                                  {QStringLiteral("cold_start_ms"), coldStart}});
    (*engine)->stop();
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    const bool isServing = argc > 1 && qstrcmp(argv[1], "--serve") == 0;
    if (isServing) {
        const QCoreApplication application(argc, argv);
        constexpr int nicer = 15; // the real ones are on other machines
        if (nice(nicer) < 0)
            qWarning("the services can't be made nicer");
        return serve();
    }
    const bool isShort = argc > 1 && qstrcmp(argv[1], "--short") == 0;
    const test::DatabaseSize size = isShort ? test::DatabaseSize{20'000, 100'000} : test::DatabaseSize{};
    const QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("linernotes"));
    QCoreApplication::setApplicationName(QStringLiteral("ui_fluency"));
    // What the program does itself until here counts; what only the benchmark needs does not.
    QElapsedTimer preparing;
    preparing.start();
    const QDir cache(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)
                     + QStringLiteral("/linernotes-benchmarks"));
    if (!cache.mkpath(QStringLiteral(".")))
        qFatal("%s can't be made", qPrintable(cache.path()));
    const auto made = cache.filePath(isShort ? QStringLiteral("small.sqlite") : QStringLiteral("big.sqlite"));
    if (argc > 1 && qstrcmp(argv[argc - 1], "--make") == 0) {
        test::makeBigDatabase(made, size);
        return 0;
    }
    QStringList making{QStringLiteral("--make")};
    if (isShort)
        making.prepend(QStringLiteral("--short"));
    if (QProcess::execute(QCoreApplication::applicationFilePath(), making) != 0)
        qFatal("the database can't be made");
    const QTemporaryDir folder(cache.filePath(QStringLiteral("run-XXXXXX")));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    const auto copy = folder.filePath(QStringLiteral("fluency.sqlite"));
    if (!QFile::copy(made, copy))
        qFatal("%s can't be copied", qPrintable(made));
    QProcess services;
    const auto place = startServices(services);
    const auto code = measure(place, copy, isShort, elapsedMs(preparing));
    services.terminate();
    services.waitForFinished();
    return code;
}
