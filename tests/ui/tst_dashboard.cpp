// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/emptystate.h"
#include "common/theme.h"
#include "common/timechart.h"
#include "common/translation.h"
#include "dashboard/attentionlist.h"
#include "dashboard/dashboardpage.h"
#include "dashboard/runslist.h"
#include "dashboard/servicestrip.h"
#include "dashboard/stagecard.h"
#include "ui/dashboardcase.h"

#include <QAction>
#include <QComboBox>
#include <QGraphicsTextItem>
#include <QLabel>
#include <QLineSeries>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace linernotes;
using namespace std::chrono_literals;
using ui::DashboardPage;
using ui::Theme;
using ui::TimeChart;

/// The dashboard by pictures of the engine that are made for it.
class DashboardTest : public test::DashboardCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::installTranslations(); }
    void init() { open(); }
    void cleanup() { m_page.reset(); }

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
        stage.pacedBy = QStringLiteral("spotify");
        m_page->present(snapshot);
        const auto tip = toolTipOf("stage_artist_discovery");
        QVERIFY2(tip.contains(QStringLiteral("Working at Spotify’s pace")), qPrintable(tip));
    }

    void theNarrowestCardShowsCurveAndPaceOfADeepQueue()
    {
        ui::StageCard card(StageId::ProducerIdentification, nullptr);
        card.resize(card.minimumSizeHint());
        auto stage = test::picture()->stages.at(static_cast<std::size_t>(StageId::ProducerIdentification));
        stage.metrics.ready = 362;
        stage.perSecond = 0;
        stage.throughput.clear();
        const auto drawn = [&] {
            card.present(stage, Instant(), {});
            return card.grab().toImage();
        };
        const auto bare = drawn();
        stage.perSecond = 12.8;
        QVERIFY(drawn() != bare);
        stage.perSecond = 0;
        stage.throughput = {1, 9, 4};
        QVERIFY(drawn() != bare);
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
