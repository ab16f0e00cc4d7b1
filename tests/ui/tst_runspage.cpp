// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/producerspage.h"
#include "runs/progressdelegate.h"
#include "runs/runsmodel.h"
#include "runs/runspage.h"
#include "store/operations.h"
#include "ui/demowindow.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPromise>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace linernotes;
using test::DemoWindow;
using ui::RunsModel;

/// What a person does with runs, by mouse and keys, on a run that is under way.
class RunsPageTest : public QObject
{
    Q_OBJECT

    static RunSnapshot newest(const DemoWindow &demo)
    {
        const auto snapshot = demo.engine().snapshot();
        if (!QTest::qWaitFor([&] { return snapshot.isFinished(); }))
            qFatal("no snapshot");
        return (*snapshot.result())->runs.front();
    }
    static QString shown(const QTableView *table, int row, int column)
    {
        return table->model()->index(row, column).data().toString();
    }
    /// A run that waits: the engine is stopped, so that nothing ends by itself.
    static void seedStopped(DemoWindow &demo, int howMany = 1)
    {
        demo.engine().stop();
        const auto seeds = demo.server().catalogue().suggestedSeeds();
        std::vector<ArtistDiscoveryMessage> artists;
        artists.reserve(static_cast<std::size_t>(howMany));
        for (int i = 0; i < howMany; ++i)
            artists.push_back({.artistId = {}, .name = seeds.at(i)});
        demo.window().seed(QStringLiteral("First run"), artists);
        QTRY_VERIFY(demo.isVisible("chartsPanel"));
        demo.press(Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(demo.find<QTableView>("allRunsTable")->model()->rowCount(), 1);
    }

private Q_SLOTS:
    /// Where the bars of the stages have room for a dot only.
    void aDotShowsWhatDied()
    {
        QImage dot(6, 6, QImage::Format_RGB32);
        QPainter painter(&dot);
        const auto middleOf = [&](const RunSnapshot::Progress &progress) {
            dot.fill(Qt::white);
            ui::paintProgress(painter, dot.rect(), progress);
            return dot.pixelColor(3, 3);
        };
        const auto &colours = ui::Theme::instance().colours();
        QCOMPARE(middleOf({.sent = 6000, .archived = 6, .dead = 5994}), colours.state(ui::WorkState::Dead));
        QCOMPARE(middleOf({.sent = 6000, .archived = 5999, .discarded = 1}), colours.state(ui::WorkState::Done));
    }

    void withoutRunsThePageSaysWhatToDo()
    {
        const DemoWindow demo;
        demo.press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(demo.isVisible("runsPageNothing"));
        for (const auto *name : {"runPause", "runCancel", "runRepeat", "runCompare"})
            QVERIFY(!demo.window().findChild<QAction *>(QLatin1String(name))->isEnabled());
        QVERIFY(!demo.find<QPushButton>("runPriorityButton")->isEnabled());
    }

    void theModelIsSound()
    {
        RunsModel model({}, nullptr);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        PipelineSnapshot snapshot;
        for (qint64 id = 1; id < 4; ++id) {
            snapshot.runs.insert(snapshot.runs.begin(), RunSnapshot{.id = id, .name = QString::number(id)});
            model.present(snapshot);
        }
        snapshot.runs.front().paused = true;
        snapshot.runs.back().cancelled = snapshot.runs.back().finished = true;
        model.present(snapshot);
        QCOMPARE(model.index(0, RunsModel::State).data().toString(), QStringLiteral("Paused"));
        QCOMPARE(model.index(2, RunsModel::State).data().toString(), QStringLiteral("Cancelled"));
        QCOMPARE(model.index(1, RunsModel::State).data().toString(), QStringLiteral("Work is paused"));
        snapshot.running = true;
        model.add(RunSnapshot{.id = 0, .name = QStringLiteral("old")});
        model.present(snapshot);
        QCOMPARE(model.index(1, RunsModel::State).data().toString(), QStringLiteral("Under way"));
        QCOMPARE(model.rowCount(), 4);
        const QPersistentModelIndex last(model.index(2, 0));
        const QSignalSpy ended(&model, &RunsModel::endedUnseen);
        snapshot.runs.erase(snapshot.runs.begin() + 1); // an old one that has ended: it is told of no more
        model.present(snapshot);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(last.row(), 2);
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.constFirst().constFirst().toLongLong(), 2);
        QVERIFY(!model.canFetchMore({})); // all were in the first snapshot
    }

    void olderRunsComeAsTheyAreScrolledTo()
    {
        std::vector<QPromise<Result<std::vector<RunSnapshot>>>> asked;
        QList<qint64> before;
        RunsModel model(
            [&](qint64 id, int) {
                before.append(id);
                asked.emplace_back();
                asked.back().start();
                return asked.back().future();
            },
            nullptr);
        PipelineSnapshot snapshot;
        for (qint64 id = 1000; id > 900; --id)
            snapshot.runs.push_back({.id = id, .finished = true});
        snapshot.runs.push_back({.id = 7}); // not yet finished
        model.present(snapshot);
        model.fetchMore({});
        QVERIFY(!model.canFetchMore({})); // one page at a time
        QCOMPARE(before, QList<qint64>{901});
        const auto answer = [&asked](const Result<std::vector<RunSnapshot>> &page) {
            asked.back().addResult(page);
            asked.back().finish();
        };
        const QSignalSpy failed(&model, &RunsModel::failed);
        answer(std::unexpected(Error{.category = ErrorCategory::Database, .message = QStringLiteral("no disk")}));
        QTRY_COMPARE(failed.size(), 1);
        model.fetchMore({});
        std::vector<RunSnapshot> page;
        for (qint64 id = 900; id > 800; --id)
            page.push_back({.id = id, .finished = true});
        answer(page);
        QTRY_COMPARE(model.rowCount(), 201);
        model.fetchMore({});
        QCOMPARE(before, (QList<qint64>{901, 901, 801}));
        answer(std::vector<RunSnapshot>{{.id = 7}, {.id = 3, .finished = true}});
        QTRY_COMPARE(model.rowCount(), 202); // one of them was there
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(model.run(201).id, 3);
    }

    void pausingHoldsARunAndResumingLetsItGoOn()
    {
        DemoWindow demo;
        seedStopped(demo);
        auto *table = demo.find<QTableView>("allRunsTable");
        demo.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(shown(table, 0, RunsModel::State), QStringLiteral("Paused"));
        demo.engine().start();
        QTest::qWait(500);
        QCOMPARE(newest(demo).stages.front().archived, 0);
        QCOMPARE(demo.find<QLabel>("runsSummary")->text(), QStringLiteral("1 paused"));
        demo.picture("runs-paused");
        demo.press(Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(demo.find<QLabel>("dashboardSummary")->text(), QStringLiteral("1 run paused"));
        const auto said = demo.find<QWidget>("stage_artist_discovery")->accessibleDescription();
        QVERIFY2(said.contains(QStringLiteral("Its run is paused")), qPrintable(said));
        demo.press(Qt::Key_2, Qt::ControlModifier);
        demo.click("runPauseButton");
        demo.waitForRuns();
        QVERIFY(newest(demo).finished);
        QTRY_COMPARE(shown(table, 0, RunsModel::State), QStringLiteral("Finished"));
        QVERIFY(!demo.window().findChild<QAction *>(QStringLiteral("runPause"))->isEnabled());
        demo.picture("runs-finished");
    }

    void aPriorityIsChosenInTheMenu()
    {
        DemoWindow demo;
        seedStopped(demo);
        demo.window().findChild<QAction *>(QStringLiteral("runPriority_high"))->trigger();
        QTRY_COMPARE(shown(demo.find<QTableView>("allRunsTable"), 0, RunsModel::Priority), QStringLiteral("High"));
        QCOMPARE(newest(demo).priority, RunPriority::High);
    }

    void cancellingAsksFirst()
    {
        DemoWindow demo;
        seedStopped(demo, 3);
        demo.find<QTableView>("allRunsTable")->setFocus();
        demo.press(Qt::Key_Delete);
        QTRY_VERIFY(demo.isVisible("cancelBox"));
        demo.picture("runs-cancel");
        demo.press(Qt::Key_Return); // keeping it is what Return does
        QTRY_VERIFY(!demo.isVisible("cancelBox"));
        QVERIFY(!newest(demo).cancelled);
        demo.click("runCancelButton");
        demo.click("cancelYes");
        QTRY_COMPARE(shown(demo.find<QTableView>("allRunsTable"), 0, RunsModel::State), QStringLiteral("Cancelled"));
        QCOMPARE(newest(demo).stages.front().discarded, 3);
        QTRY_COMPARE(demo.find<QLabel>("statusMessage")->text(),
                     QStringLiteral("“First run” was cancelled. 3 messages discarded."));
    }

    void repeatingAsksForTheSameArtistsAgain()
    {
        DemoWindow demo;
        seedStopped(demo, 2);
        demo.click("runRepeatButton");
        auto *table = demo.find<QTableView>("allRunsTable");
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(shown(table, 0, RunsModel::Name), QStringLiteral("First run, again"));
        QCOMPARE(newest(demo).stages.front().sent, 2);
        QTRY_COMPARE(table->currentIndex().row(), 0); // it is what one wants to see now
    }

    void comparingShowsTheNewProducers()
    {
        DemoWindow demo;
        demo.runArtists(1);
        demo.window().seed(QStringLiteral("Second"),
                           {{.artistId = {}, .name = demo.server().catalogue().suggestedSeeds().at(1)}});
        demo.press(Qt::Key_2, Qt::ControlModifier);
        auto *table = demo.find<QTableView>("allRunsTable");
        QTRY_COMPARE(table->model()->rowCount(), 2);
        demo.waitForRuns();
        demo.clickCell(table, 0, RunsModel::Name);
        demo.press(Qt::Key_D, Qt::ControlModifier);
        auto *list = demo.find<QTableView>("compareTable");
        const QAbstractItemModelTester tester(list->model());
        const auto count = [list] { return list->model()->rowCount(); };
        QTRY_VERIFY(count() > 0);
        demo.picture("runs-compare");
        const auto found = count();
        demo.click("compareCopy");
        const auto names = QGuiApplication::clipboard()->text();
        QCOMPARE(names.count(u'\n'), found);
        QVERIFY2(!names.contains(QStringLiteral("credit")), qPrintable(names));
        auto *earlier = demo.find<QComboBox>("compareEarlier");
        earlier->setCurrentIndex(0); // the same as the other
        QTRY_COMPARE(count(), 0);
        earlier->setCurrentIndex(1);
        QTRY_COMPARE(count(), found);
        demo.click("compareSwap");
        QTRY_VERIFY(demo.find<QLabel>("compareSummary")->text() != QStringLiteral("Comparing …"));
        QCOMPARE(earlier->currentIndex(), 0);
        demo.click("compareSwap");
        QTRY_COMPARE(count(), found);
        list->setCurrentIndex(list->model()->index(0, 0));
        list->setFocus();
        demo.press(Qt::Key_Return);
        QTRY_COMPARE(demo.window().currentPage(), 2);
        QTRY_VERIFY(demo.isVisible("producerPage"));
    }

    void anOldRunIsFoundAndAnUnfinishedOneIsAlwaysThere()
    {
        DemoWindow demo;
        demo.engine().stop();
        {
            auto database = Database::open(demo.engine().databasePath(), Database::Access::ReadWrite, Clock::system());
            QVERIFY(database);
            (*database)->begin();
            for (int i = 1; i <= 130; ++i) {
                const auto run = Operations(**database).startRun(QStringLiteral("run %1").arg(i));
                if (i != 5)
                    (*database)->execute("runs.finish", {toMillis((*database)->now()), run});
            }
            (*database)->commit();
        }
        demo.press(Qt::Key_2, Qt::ControlModifier);
        auto *table = demo.find<QTableView>("allRunsTable");
        QTRY_COMPARE(table->model()->rowCount(), 101);
        QCOMPARE(shown(table, 100, RunsModel::Name), QStringLiteral("run 5"));
        const auto *summary = demo.find<QLabel>("runsSummary");
        QCOMPARE(summary->text(), QStringLiteral("1 waiting: all work is paused · the newest 101 of 130"));
        auto *page = demo.window().findChild<ui::RunsPage *>();
        const QSignalSpy inserted(table->model(), &QAbstractItemModel::rowsInserted);
        page->showRun(3);
        QTRY_COMPARE(demo.find<QLabel>("runName")->text(), QStringLiteral("run 3"));
        // It comes alone; as it is the last of the list, the others may follow at any time.
        QCOMPARE(inserted.value(0).value(1).toInt(), 101);
        QCOMPARE(inserted.value(0).value(2).toInt(), 101);
        demo.picture("runs-old");
        page->showRun(4711);
        QTRY_COMPARE(demo.find<QLabel>("statusMessage")->text(), QStringLiteral("There is no run 4711."));
        table->scrollToBottom();
        QTRY_COMPARE(table->model()->rowCount(), 130);
        QTRY_COMPARE(summary->text(), QStringLiteral("1 waiting: all work is paused"));
        QCOMPARE(shown(table, 129, RunsModel::Name), QStringLiteral("run 1"));
        table->selectAll();
        demo.press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 131); // with the heading
        QVERIFY(!demo.window().findChild<QAction *>(QStringLiteral("runRepeat"))->isEnabled());
    }

    void aRunLeadsToItsLettersAndItsActivity()
    {
        DemoWindow demo;
        demo.window().seed(QStringLiteral("Newcomers"), {{.artistId = {}, .name = QStringLiteral("Nova")}});
        demo.waitForRuns();
        demo.press(Qt::Key_2, Qt::ControlModifier);
        demo.find<QTableView>("allRunsTable");
        demo.click("runLettersButton");
        QTRY_COMPARE(demo.window().currentPage(), 3);
        QCOMPARE(demo.find<QPushButton>("deadRun")->text(), QStringLiteral("Run “Newcomers”"));
        QTRY_COMPARE(demo.find<QTableView>("lettersTable")->model()->rowCount(), 1);
        demo.picture("runs-letters");
        QTRY_VERIFY(demo.window().findChild<QAction *>(QStringLiteral("deadShowRunAction"))->isEnabled());
        demo.press(Qt::Key_Return, Qt::ControlModifier); // who was meant
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("candidateChoose"));
        demo.press(Qt::Key_U, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(demo.window().currentPage(), 1);
        demo.click("runActivityButton");
        QTRY_COMPARE(demo.window().currentPage(), 5);
        demo.press(Qt::Key_4, Qt::ControlModifier);
        demo.press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(demo.window().currentPage(), 4);
        for (const auto before : {3, 5, 1}) { // and the whole way back
            demo.press(Qt::Key_Left, Qt::AltModifier);
            QTRY_COMPARE(demo.window().currentPage(), before);
        }
        demo.press(Qt::Key_4, Qt::ControlModifier);
        demo.click("deadRun");
        QTRY_VERIFY(!demo.isVisible("deadRun"));
    }

    void aRunLeadsToItsProducers()
    {
        DemoWindow demo;
        demo.runArtists(1);
        demo.runArtists(2); // the first is known already: this run finds those of the second
        demo.press(Qt::Key_3, Qt::ControlModifier);
        auto *table = demo.find<QTableView>("producersTable");
        const auto &producers = *demo.window().findChild<ui::ProducersPage *>();
        QTRY_VERIFY(producers.model().total().value_or(0) > 0);
        const auto all = *producers.model().total();
        demo.press(Qt::Key_2, Qt::ControlModifier);
        demo.clickCell(demo.find<QTableView>("allRunsTable"), 0, RunsModel::Name);
        demo.press(Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(demo.window().currentPage(), 2);
        QCOMPARE(demo.find<QComboBox>("producersSince")->currentText(), QStringLiteral("Of run 2"));
        QTRY_VERIFY(producers.model().total().value_or(all) < all);
        QVERIFY(*producers.model().total() > 0);
        QTRY_VERIFY(table->model()->rowCount() > 0);
        demo.picture("producers-of-a-run");
        demo.click("producersClear");
        QTRY_COMPARE(producers.model().total().value_or(0), all);
    }

    void theDashboardLeadsHere()
    {
        DemoWindow demo;
        seedStopped(demo);
        demo.click("runPauseButton");
        QTRY_COMPARE(newest(demo).paused, true);
        demo.press(Qt::Key_1, Qt::ControlModifier);
        demo.click("attention_5");
        QTRY_COMPARE(demo.window().currentPage(), 1);
        QVERIFY(!demo.find<QLabel>("runName")->text().isEmpty());
    }
};

QTEST_MAIN(RunsPageTest)
#include "tst_runspage.moc"
