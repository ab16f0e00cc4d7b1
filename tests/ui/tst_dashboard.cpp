// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/emptystate.h"
#include "common/theme.h"
#include "common/timechart.h"
#include "common/translation.h"
#include "dashboard/attentionlist.h"
#include "dashboard/dashboardpage.h"
#include "dashboard/runslist.h"
#include "dashboard/servicestrip.h"
#include "ui/madesnapshot.h"

#include <QAction>
#include <QComboBox>
#include <QGraphicsTextItem>
#include <QHelpEvent>
#include <QLabel>
#include <QLineSeries>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

#include <memory>

using namespace linernotes;
using namespace std::chrono_literals;
using ui::DashboardPage;
using ui::Theme;
using ui::TimeChart;

namespace
{

const auto premium =
    QStringLiteral("Active premium subscription required for the owner of the app. When the subscription status "
                   "changes, it can take a few hours before requests are allowed again.");

/// Thirty steps of ten seconds; an engine was at work in all but four of them. Nobody looked in the step that runs.
MetricsChart course()
{
    constexpr int steps = 30;
    MetricsChart chart{.step = 10s};
    for (int i = 0; i < steps; ++i)
        chart.at.push_back(fromMillis(1'800'000'000'000) + i * chart.step);
    for (const auto stage : allStages) {
        StageSeries series{.stage = stage};
        for (int i = 0; i < steps; ++i) {
            StageTally tally{.archived = 40 + i % 7 * 5, .dead = i % 10 == 3 ? 1 : 0, .retries = i % 5};
            tally.last = QueueDepth{.ready = 900 - 20 * i, .leased = 8, .delayed = i};
            series.points.push_back(i >= 10 && i < 14 ? std::nullopt : std::optional(tally));
        }
        chart.stages.push_back(series);
    }
    return chart;
}

template <typename T>
QFuture<Result<T>> ready(const T &value)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(Result<T>(value));
    promise.finish();
    return promise.future();
}

} // namespace

/// The dashboard by pictures of the engine that are made for it.
class DashboardTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DashboardPage> m_page;
    QList<MetricsQuery> m_asked;
    DeadLetterOverview m_ambiguous;
    int m_counted = 0;
    Milliseconds m_nothingUpTo{0}; ///< so far back nobody looked

    template <typename T>
    T *find(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }
    QString toolTipOf(const char *name) const
    {
        auto *widget = find<QWidget>(name);
        const QPoint place(widget->width() / 8, widget->height() / 3);
        QHelpEvent help(QEvent::ToolTip, place, widget->mapToGlobal(place));
        QApplication::sendEvent(widget, &help);
        return QToolTip::text();
    }
    void save(const QString &name) const
    {
        if (const auto folder = qEnvironmentVariable("LINERNOTES_PICTURES"); !folder.isEmpty())
            m_page->grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
    }
    QStringList attention() const
    {
        QStringList texts;
        for (const auto *label : m_page->findChildren<QLabel *>(QStringLiteral("attentionText"))) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts;
    }
    /// By the words beside it.
    QPushButton *buttonOf(const QString &text) const
    {
        for (auto *button : find<QWidget>("attentionList")->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->accessibleDescription() == text)
                return button;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { ui::installTranslations(); }
    void init()
    {
        m_asked.clear();
        m_counted = 0;
        m_nothingUpTo = Milliseconds(0);
        m_ambiguous = {};
        m_page = std::make_unique<DashboardPage>(
            DashboardPage::Sources{.metrics =
                                       [this](const MetricsQuery &query) {
                                           m_asked.append(query);
                                           return ready(query.span <= m_nothingUpTo ? MetricsChart() : course());
                                       },
                                   .deadLetters =
                                       [this](const DeadLetterFilter &) {
                                           ++m_counted;
                                           return ready(m_ambiguous);
                                       },
                                   .pause = {},
                                   .resume = {},
                                   .circuitHistory =
                                       [](const QString &) {
                                           return ready(std::vector<CircuitEvent>{
                                               {.event = QStringLiteral("forced_open"),
                                                .reason = QStringLiteral("new keys")}});
                                       }},
            nullptr);
        m_page->present(test::picture());
        m_page->resize(1270, 780);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup() { m_page.reset(); }

    void aRefusedAccountIsToldWhole()
    {
        auto snapshot = test::picture();
        auto &stage = snapshot->stages.front();
        stage.state = StageState::NeedsCredentials;
        stage.waitingFor = premium;
        snapshot->services.front().needsCredentials = true;
        snapshot->services.front().reason = premium;
        m_page->present(snapshot);
        const auto card = toolTipOf("stage_artist_discovery");
        QVERIFY2(card.contains(premium), qPrintable(card));
        QVERIFY(!card.contains(QStringLiteral("redentials")));
        const auto strip = toolTipOf("serviceStrip");
        QVERIFY2(strip.contains(premium), qPrintable(strip));
        QVERIFY(!strip.contains(QStringLiteral("redentials")));
        save(QStringLiteral("dashboard-premium"));
    }

    void aCardTellsItsTimesAndItsCourse()
    {
        auto snapshot = test::picture();
        auto &stage = snapshot->stages.front();
        stage.state = StageState::Working;
        stage.metrics.ready = 61;
        stage.metrics.oldestReady = 12s;
        stage.p50 = 85ms;
        stage.p95 = 1'240ms;
        auto *card = find<QWidget>("stage_artist_discovery");
        m_page->present(snapshot);
        const auto before = card->grab().toImage();
        stage.throughput = {1, 5, std::nullopt, 3, 8};
        m_page->present(std::make_shared<PipelineSnapshot>(*snapshot));
        QVERIFY(card->grab().toImage() != before);
        const auto tip = toolTipOf("stage_artist_discovery");
        for (const auto *said : {"at most 85 ms", "at most 1.2 s", "has waited 12 s"})
            QVERIFY2(tip.contains(QLatin1String(said)), qPrintable(tip));
        const auto course = toolTipOf("stage_artist_discovery");
        QVERIFY2(course.contains(QStringLiteral("17 done in the last ten minutes, at most 8 in ten seconds")),
                 qPrintable(course));
        save(QStringLiteral("dashboard-card"));
    }

    void aCardSaysThatItsServiceSetsThePace()
    {
        auto snapshot = test::picture();
        auto &stage = snapshot->stages.front();
        stage.state = StageState::Working;
        stage.isPaced = true;
        stage.service = QStringLiteral("spotify");
        m_page->present(snapshot);
        const auto tip = toolTipOf("stage_artist_discovery");
        QVERIFY2(tip.contains(QStringLiteral("Working at Spotify’s pace")), qPrintable(tip));
    }

    void chartsShowWhatIsKept()
    {
        auto *depth = find<TimeChart>("depthChart");
        QTRY_COMPARE(depth->lines().at.size(), std::size_t(30));
        QCOMPARE(depth->lines().lines.at(0).values.front(), std::optional(4500.0)); // five stages
        QCOMPARE(find<TimeChart>("throughputChart")->lines().at.size(), std::size_t(29)); // the last is not over
        QCOMPARE(find<TimeChart>("throughputChart")->lines().lines.at(0).values.at(1), std::optional(22.5));
        QCOMPARE(find<TimeChart>("errorsChart")->lines().lines.at(1).values.at(3),
                 std::optional(5.0)); // in ten seconds
        const auto series = depth->chart()->series();
        QCOMPARE(series.size(), 6); // three lines in two parts: between them nothing is known
        QVERIFY(depth->valuesAt(12).contains(QStringLiteral("ready: not known")));
        QVERIFY2(depth->valuesAt(0).contains(QStringLiteral("ready: 4,500 messages")), qPrintable(depth->valuesAt(0)));
        QTest::qWait(50);
        save(QStringLiteral("dashboard-charts"));
    }

    /// What the cards say is the newest point, long before it is written down.
    void chartsEndWithNow()
    {
        auto *depth = find<TimeChart>("depthChart");
        QTRY_COMPARE(depth->lines().at.size(), std::size_t(30));
        auto snapshot = test::picture();
        snapshot->at = depth->lines().at.back() + 4s;
        for (auto &stage : snapshot->stages) {
            stage.metrics.ready = 7;
            stage.perSecond = 1.5;
        }
        m_page->present(snapshot);
        QCOMPARE(depth->lines().at.size(), std::size_t(31));
        QCOMPARE(depth->lines().lines.at(0).values.back(), std::optional(35.0));
        const auto *done = find<TimeChart>("throughputChart");
        QCOMPARE(done->lines().at.size(), std::size_t(30));
        QCOMPARE(done->lines().lines.at(0).values.back(), std::optional(7.5));
        QVERIFY(find<TimeChart>("errorsChart")->accessibleName().endsWith(QStringLiteral("in 10 s")));
    }

    /// A step that is not over counts by the time that went by; many steps are taken together.
    void longSpansAreDrawn()
    {
        MetricsChart week{.step = 1h};
        MetricsChart day{.step = 1min};
        const auto fill = [](MetricsChart &chart, int steps) {
            const auto first = fromMillis(chart.step.count() * 500'000);
            StageSeries series{.stage = StageId::ArtistDiscovery};
            for (int i = 0; i < steps; ++i) {
                chart.at.push_back(first + i * chart.step);
                series.points.emplace_back(StageTally{.archived = 60, .dead = 1});
            }
            chart.stages.push_back(series);
        };
        fill(week, 168);
        fill(day, 1440);
        auto snapshot = test::picture();
        snapshot->at = week.at.back() + 30min;
        const auto lines = ui::throughputLines({.chart = week, .span = 7 * 24h, .stage = {}, .now = snapshot});
        QCOMPARE(lines.lines.at(0).values.back(), std::optional(60.0 / 1800));
        QCOMPARE(lines.lines.at(0).values.front(), std::optional(60.0 / 3600));
        const auto drawn = ui::drawable(day);
        QCOMPARE(drawn.step, Milliseconds(15min));
        QVERIFY(drawn.at.size() == 96 || drawn.at.size() == 97);
        QCOMPARE(ui::errorLines({.chart = drawn, .span = 24h, .stage = {}, .now = {}}).lines.at(1).values.at(1),
                 std::optional(15.0));
    }

    void stageAndSpanAreChosen()
    {
        QTRY_VERIFY(!m_asked.isEmpty());
        QCOMPARE(m_asked.last(), (MetricsQuery{.span = 5min}));
        QTest::mouseClick(find<QToolButton>("chartSpan_1440"), Qt::LeftButton);
        QTRY_COMPARE(m_asked.last(), (MetricsQuery{.span = 24h}));
        auto *card = find<QWidget>("stage_track_discovery");
        QTest::mouseClick(card, Qt::LeftButton);
        QTRY_COMPARE(m_asked.last(), (MetricsQuery{.span = 24h, .stage = StageId::TrackDiscovery}));
        QTRY_COMPARE(find<TimeChart>("depthChart")->lines().lines.at(0).values.front(), std::optional(900.0));
        QTest::mouseClick(card, Qt::LeftButton);
        QTRY_COMPARE(m_asked.last(), (MetricsQuery{.span = 24h}));
        find<QAction>("chartNextStage")->trigger();
        QTRY_COMPARE(m_asked.last(), (MetricsQuery{.span = 24h, .stage = StageId::ArtistDiscovery}));
        find<QAction>("chartStageBefore")->trigger();
        QTRY_COMPARE(m_asked.last(), (MetricsQuery{.span = 24h}));
    }

    /// What there is to do scrolls beside the charts, which stay whole in the window.
    void whatIsToDoDoesNotStretchTheCharts()
    {
        auto snapshot = test::picture();
        snapshot->runs.resize(1);
        for (qint64 id = 4; id < 6; ++id)
            snapshot->runs.push_back(test::run(id, QStringLiteral("Run %1").arg(id), false, 0));
        for (auto &stage : snapshot->stages)
            stage.pause.emplace();
        snapshot->dead = 40;
        m_page->present(snapshot);
        const auto *chart = find<TimeChart>("errorsChart");
        QTRY_VERIFY(chart->isVisible());
        QTest::qWait(100);
        save(QStringLiteral("dashboard-much-to-do"));
        QTRY_COMPARE(find<QScrollArea>("dashboardScroll")->verticalScrollBar()->maximum(), 0);
        QCOMPARE(chart->viewport()->visibleRegion().boundingRect(), chart->viewport()->rect());
        QCOMPARE(attention().size(), 6);
        find<QAction>("dashboardAnswer")->trigger(); // its first button is scrolled to
        const auto *first = m_page->focusWidget();
        QTRY_COMPARE(first->visibleRegion().boundingRect(), first->rect());
    }

    void aSmallWindowShowsTheChartsOfARunUnderWay()
    {
        m_page->resize(833, 590); // in a window of 1024 by 700
        m_page->present(test::picture());
        const auto *chart = find<TimeChart>("depthChart");
        QTRY_VERIFY(find<QWidget>("runsList")->isVisible());
        const auto *card = find<QWidget>("stage_artist_discovery");
        QTRY_COMPARE(card->height(), card->sizeHint().height());
        save(QStringLiteral("dashboard-small-at-work"));
        QTRY_VERIFY(chart->viewport()->visibleRegion().boundingRect().height() > chart->height() / 2);
    }

    void whatIsBelowTheCardsKeepsToTheirColumns()
    {
        m_page->present(test::picture());
        for (const auto *name : {"totals", "serviceStrip"}) {
            auto *strip = find<QWidget>(name);
            const auto drawn = strip->grab().toImage();
            const auto ground = drawn.pixel(drawn.width() - 1, 0);
            for (std::size_t i = 0; i + 1 < allStages.size(); ++i) {
                const auto *card = find<QWidget>(qPrintable(QStringLiteral("stage_") + queueName(allStages.at(i))));
                const auto end = card->mapTo(m_page.get(), QPoint(card->width(), 0)).x()
                    - strip->mapTo(m_page.get(), QPoint(0, 0)).x();
                for (int y = 0; y < drawn.height(); ++y)
                    QVERIFY2(drawn.pixel(end + 2, y) == ground, name);
            }
        }
    }

    /// Those that are worked on first come first; a click opens one.
    void runsUnderWayAreListed()
    {
        auto snapshot = test::picture();
        snapshot->runs.clear();
        for (qint64 id = 7; id > 0; --id) {
            RunSnapshot run{.id = id, .name = QStringLiteral("Run %1").arg(id)};
            run.stages.front() = {.sent = 10, .archived = id};
            run.finished = id == 6;
            run.paused = id == 1;
            run.priority = id == 7 ? RunPriority::High : RunPriority::Normal;
            run.eta =
                Eta{.left = 4h + 10min, .bound = {.kind = EtaBound::Kind::Quota, .service = QStringLiteral("genius")}};
            snapshot->runs.push_back(run);
        }
        snapshot->running = true;
        m_page->present(snapshot);
        QStringList shown;
        for (const auto *row : find<QWidget>("runsList")->findChildren<ui::RunRow *>()) {
            if (row->isVisible())
                shown.append(row->accessibleName());
        }
        QCOMPARE(shown,
                 (QStringList{QStringLiteral("Run 7: 7 of 10. ≈ 4 h 10 min, bound by Genius's quota"),
                              QStringLiteral("Run 2: 2 of 10. ≈ 4 h 10 min, bound by Genius's quota"),
                              QStringLiteral("Run 3: 3 of 10. ≈ 4 h 10 min, bound by Genius's quota")}));
        QCOMPARE(find<QToolButton>("runsListMore")->text(), QStringLiteral("3 more"));
        QTest::qWait(50); // the charts are laid out anew
        save(QStringLiteral("dashboard-runs"));
        QSignalSpy wanted(m_page.get(), &DashboardPage::runWanted);
        QTest::mouseClick(find<ui::RunRow>("runRow_2"), Qt::LeftButton);
        QCOMPARE(wanted.value(0).value(0).toLongLong(), 2);
        snapshot->runs.clear();
        m_page->present(std::make_shared<PipelineSnapshot>(*snapshot));
        QVERIFY(!find<QWidget>("runsList")->isVisible());
    }

    void whereNothingIsKnownAButtonLeadsOn()
    {
        auto snapshot = test::picture();
        snapshot->running = false;
        snapshot->at += 2s;
        m_page->present(snapshot);
        m_nothingUpTo = 24h;
        find<QToolButton>("chartSpan_60")->click();
        auto *nothing = find<ui::EmptyState>("chartsNothing");
        auto *button = nothing->findChild<QPushButton *>(QStringLiteral("emptyStateButton"));
        QTRY_VERIFY(nothing->isVisible());
        QVERIFY(!find<TimeChart>("depthChart")->isVisible());
        QCOMPARE(button->text(), QStringLiteral("Show the last 24 h"));
        save(QStringLiteral("dashboard-charts-nothing"));
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(button->text(), QStringLiteral("Show the last 7 d"));
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(find<TimeChart>("depthChart")->isVisible());
        QVERIFY(!nothing->isVisible());

        m_nothingUpTo = 7 * 24h;
        find<QToolButton>("chartSpan_10080")->click();
        QTRY_VERIFY(nothing->isVisible());
        QSignalSpy seeding(m_page.get(), &DashboardPage::seedWanted);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(seeding.size(), 1);
    }

    void theArrowKeysReadAChart()
    {
        auto *depth = find<TimeChart>("depthChart");
        QTRY_VERIFY(!depth->lines().at.empty());
        depth->setFocus();
        QTest::keyClick(depth, Qt::Key_Left);
        QCOMPARE(depth->accessibleDescription(), depth->valuesAt(29));
        QTest::keyClick(depth, Qt::Key_Left);
        QCOMPARE(depth->accessibleDescription(), depth->valuesAt(28));
        save(QStringLiteral("dashboard-mark"));
    }

    void whatNeedsAPersonIsListed()
    {
        QCOMPARE(attention(), QStringList());
        QVERIFY(find<QWidget>("attentionNothing")->isVisible());
        auto snapshot = test::picture();
        snapshot->running = false;
        snapshot->stages.front().metrics.ready = 3;
        snapshot->services.back().needsCredentials = true;
        snapshot->dead = 9;
        snapshot->lastDeath = 9;
        snapshot->pausedRuns = 2;
        m_ambiguous.groups = {{.letters = 4}, {.fitsNobody = true, .letters = 2}};
        m_page->present(snapshot);
        const QStringList wanted{QStringLiteral("The work is paused with 3 messages waiting."),
                                 QStringLiteral("Genius: Needs credentials"),
                                 QStringLiteral("4 names fit several artists."),
                                 QStringLiteral("2 names fit no artist."),
                                 QStringLiteral("3 messages died."),
                                 QStringLiteral("2 runs paused.")};
        QTRY_COMPARE(attention(), wanted);
        QVERIFY(!find<QWidget>("attentionNothing")->isVisible());
        save(QStringLiteral("dashboard-attention"));
        find<QAction>("dashboardAnswer")->trigger();
        QCOMPARE(m_page->focusWidget(), buttonOf(wanted.at(0)));
        const auto clicks = [this](const QString &text, auto signal) {
            const QSignalSpy spy(m_page.get(), signal);
            QTest::mouseClick(buttonOf(text), Qt::LeftButton);
            return spy.size();
        };
        QCOMPARE(clicks(wanted.at(0), &DashboardPage::startWanted), 1);
        QCOMPARE(clicks(wanted.at(1), &DashboardPage::credentialsWanted), 1);
        QCOMPARE(clicks(wanted.at(2), &DashboardPage::deadLettersOfCategoryWanted), 1);
        QCOMPARE(clicks(wanted.at(3), &DashboardPage::deadLettersOfCategoryWanted), 1);
        QCOMPARE(clicks(wanted.at(5), &DashboardPage::runsWanted), 1);
        const auto counted = m_counted;
        m_page->present(std::make_shared<PipelineSnapshot>(*snapshot));
        QCOMPARE(m_counted, counted); // nothing came or went
        auto *button = buttonOf(wanted.at(4));
        button->setFocus();
        snapshot->running = true;
        snapshot->pausedRuns = 0;
        m_page->present(std::make_shared<PipelineSnapshot>(*snapshot));
        QTRY_COMPARE(attention(), wanted.mid(1, 4));
    }

    void aDatabaseThatCannotBeWrittenToNeedsAPerson()
    {
        auto snapshot = test::picture();
        snapshot->unfinishedRuns = 1;
        snapshot->eta = {.left = 5min, .bound = {}};
        snapshot->problem = Error{.category = ErrorCategory::Database, .message = QStringLiteral("the disk is full")};
        m_page->present(snapshot);
        QTRY_COMPARE(attention(),
                     QStringList{QStringLiteral("The work has stopped: the disk is full. It goes on by itself once the "
                                                "database can be written to.")});
        QVERIFY(!find<QWidget>("attentionNothing")->isVisible());
        QCOMPARE(find<QLabel>("dashboardSummary")->text(), QStringLiteral("The work has stopped · 1 run waiting"));
        QVERIFY(find<ui::RunRow>("runRow_3")->accessibleName().endsWith(QStringLiteral("Work has stopped")));
        find<QAction>("dashboardAnswer")->trigger(); // there is no button, and no harm
        save(QStringLiteral("dashboard-problem"));
    }

    void pausedHereIsNotPausedEverywhere()
    {
        auto snapshot = test::picture();
        snapshot->running = false;
        snapshot->unfinishedRuns = 1;
        snapshot->stages.front().metrics.ready = 3;
        snapshot->eta = {.left = 5min, .bound = {}};
        m_page->present(std::make_shared<PipelineSnapshot>(*snapshot));
        QCOMPARE(find<QLabel>("dashboardSummary")->text(), QStringLiteral("Paused · 1 run waiting"));
        snapshot->workedOn = true;
        m_page->present(snapshot);
        QCOMPARE(find<QLabel>("dashboardSummary")->text(),
                 QStringLiteral("Paused here; another program is working · 1 run under way · about 5 min left"));
        QVERIFY(find<QWidget>("stage_artist_discovery")
                    ->accessibleDescription()
                    .endsWith(QStringLiteral("Paused here; another program is working")));
        QCOMPARE(attention(), QStringList());
        save(QStringLiteral("dashboard-elsewhere"));
    }

    void whoHoldsACircuitSaidWhy()
    {
        auto snapshot = test::picture();
        snapshot->services.back().standing.override = CircuitOverride::Open;
        m_page->present(std::make_shared<PipelineSnapshot>(*snapshot));
        QTRY_COMPARE(attention(), QStringList{QStringLiteral("Genius: Held open by hand: no call goes out (new keys)")});
        snapshot->services.back().standing.override = CircuitOverride::None;
        m_page->present(snapshot);
        QCOMPARE(attention(), QStringList());
    }

    /// By the colours that are drawn around it.
    void theFocusIsSeenOnAChart()
    {
        auto *chart = find<TimeChart>("depthChart");
        find<QWidget>("serviceStrip")->setFocus();
        QTest::qWait(50);
        const auto rim = [chart] {
            const auto drawn = chart->screen()->grabWindow(chart->winId()).toImage();
            return drawn.pixelColor(drawn.width() / 2, 1);
        };
        const auto before = rim();
        chart->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(rim() != before);
        find<QWidget>("serviceStrip")->setFocus();
        QTRY_COMPARE(rim(), before);
    }

    void everySizeShowsItAll_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::newRow("small") << QSize(850, 560) << false;
        QTest::newRow("small-dark") << QSize(850, 560) << true;
        QTest::newRow("wide-dark") << QSize(1270, 780) << true;
        QTest::newRow("huge") << QSize(1900, 980) << false;
    }
    void everySizeShowsItAll()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        Theme::instance().setAppearance(dark ? ui::Appearance::Dark : ui::Appearance::Light);
        m_page->resize(size);
        QTRY_VERIFY(!find<TimeChart>("depthChart")->lines().at.empty());
        QTest::qWait(100);
        save(QStringLiteral("dashboard-%1").arg(QLatin1String(QTest::currentDataTag())));
        for (const auto *name : {"depthChart", "throughputChart", "errorsChart"}) {
            const auto *chart = find<TimeChart>(name);
            QVERIFY(chart->width() >= chart->minimumSizeHint().width());
            QVERIFY(chart->height() >= chart->minimumSizeHint().height());
            QVERIFY(chart->mapTo(m_page.get(), QPoint(chart->width(), 0)).x() <= m_page->width());
            const auto items = chart->scene()->items();
            const auto now = std::ranges::find_if(items, [](const QGraphicsItem *item) {
                const auto *label = dynamic_cast<const QGraphicsTextItem *>(item);
                return label && label->toPlainText() == QStringLiteral("now");
            });
            QVERIFY(now != items.end());
            const auto axisEnd = (*now)->sceneBoundingRect().center().x();
            QVERIFY2(std::abs(axisEnd - chart->chart()->plotArea().right()) < 3, "the axis ends where the plot ends");
        }
        Theme::instance().setAppearance(ui::Appearance::System);
    }
};

QTEST_MAIN(DashboardTest)
#include "tst_dashboard.moc"
