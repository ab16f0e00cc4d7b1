// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/runsmodel.h"
#include "ui/demowindow.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
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
        for (int i = 0; i < howMany; ++i)
            artists.push_back({.artistId = {}, .name = seeds.at(i)});
        demo.window().seed(QStringLiteral("First run"), artists);
        QTRY_VERIFY(demo.isVisible("chartsPanel"));
        demo.press(Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(demo.find<QTableView>("allRunsTable")->model()->rowCount(), 1);
    }

private Q_SLOTS:
    void withoutRunsThePageSaysWhatToDo()
    {
        const DemoWindow demo;
        demo.press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(demo.isVisible("runsPageNothing"));
        for (const auto *name : {"runPause", "runCancel", "runRepeat", "runCompare"})
            QVERIFY(!demo.window().findChild<QAction *>(QLatin1String(name))->isEnabled());
    }

    void theModelIsSound()
    {
        RunsModel model;
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
        auto *list = demo.find<QListWidget>("compareList");
        QTRY_VERIFY(list->count() > 0);
        demo.picture("runs-compare");
        const auto found = list->count();
        auto *earlier = demo.find<QComboBox>("compareEarlier");
        earlier->setCurrentIndex(0); // the same as the other
        QTRY_COMPARE(list->count(), 0);
        earlier->setCurrentIndex(1);
        QTRY_COMPARE(list->count(), found);
        list->setCurrentRow(0);
        list->setFocus();
        demo.press(Qt::Key_Return);
        QTRY_COMPARE(demo.window().currentPage(), 2);
        QTRY_VERIFY(demo.isVisible("producerPage"));
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
