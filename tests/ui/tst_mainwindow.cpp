// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/page.h"
#include "common/theme.h"
#include "ui/demowindow.h"

#include <QAbstractItemModel>
#include <QAction>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

using namespace linernotes;
using test::DemoWindow;

/// The window as a whole: the way from an empty window to a finished run, its shortcuts, and its end.
class MainWindowTest : public QObject
{
    Q_OBJECT

    static QString text(const DemoWindow &demo, const char *label) { return demo.find<QLabel>(label)->text(); }
    static QAction *action(const DemoWindow &demo, const char *name)
    {
        auto *found = demo.window().findChild<QAction *>(QLatin1String(name));
        if (!found)
            qFatal("no action %s", name);
        return found;
    }

private Q_SLOTS:
    void anEmptyWindowSaysWhatToDo()
    {
        const DemoWindow demo;
        QVERIFY(demo.isVisible("demoBanner"));
        QVERIFY(demo.isVisible("demoCredentials"));
        QVERIFY(demo.isVisible("runsNothing"));
        QVERIFY(!action(demo, "exportAction")->isEnabled());
        demo.picture("empty-pipeline");
        demo.press(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(demo.window().currentPage(), 2);
        QTRY_VERIFY(demo.isVisible("producersNothingYet"));
        demo.picture("empty-producers");
        demo.press(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(demo.window().currentPage(), 0);
    }

    void theDemoArtistsRunByOneClick()
    {
        const DemoWindow demo({1440, 900});
        demo.click("demoSeed");
        QTRY_VERIFY(demo.isVisible("chartsPanel"));
        demo.picture("pipeline-working");
        demo.waitForRuns();
        auto *runs = demo.window().findChild<QTableView *>(QStringLiteral("allRunsTable"));
        QTRY_COMPARE(runs->model()->rowCount(), 1);
        QTRY_VERIFY(action(demo, "exportAction")->isEnabled());
        demo.press(Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(demo.find<QTableView>("producersTable")->model()->rowCount() > 100);
        demo.picture("producers-wide");
        demo.window().resize(demo.window().minimumSizeHint());
        demo.picture("producers-narrow");
        demo.press(Qt::Key_1, Qt::ControlModifier);
        demo.picture("pipeline-narrow");
        demo.press(Qt::Key_Down);
    }

    void seedingByKeysQueuesWhatWasTyped()
    {
        DemoWindow demo;
        const auto seeds = demo.server().catalogue().suggestedSeeds();
        demo.press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(demo.isVisible("seedDialog"));
        auto *typed = demo.find<QPlainTextEdit>("seedText");
        QTRY_VERIFY(typed->hasFocus());
        QTest::keyClicks(typed, seeds.at(0));
        QTest::keyClick(typed, Qt::Key_Return);
        QTest::keyClicks(typed, seeds.at(1));
        demo.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!demo.isVisible("seedDialog"));
        QVERIFY(text(demo, "statusMessage").contains(QStringLiteral("2 artists"))); // it leaves again
        demo.waitForRuns();
        auto *runs = demo.window().findChild<QTableView *>(QStringLiteral("allRunsTable"));
        QTRY_COMPARE(runs->model()->rowCount(), 1);
        const auto name = runs->model()->index(0, 0).data().toString();
        QVERIFY2(name.contains(seeds.at(0)), qPrintable(name));
    }

    /// From the tray, or at the end of a session, nobody can be asked: the list is there again with the next dialog.
    void aListIsThereAgainAfterTheProgramWasEnded()
    {
        const DemoWindow demo;
        const auto list = QStringLiteral("Mirela Vantage\nKaito Blume\nSólrún\nDJ Ferrum\nNova\nLune & the Tides");
        demo.press(Qt::Key_N, Qt::ControlModifier);
        demo.find<QPlainTextEdit>("seedText")->setPlainText(list);
        demo.window().close();
        delete demo.find<QDialog>("seedDialog"); // as with the process
        demo.window().show();
        QVERIFY(QTest::qWaitForWindowActive(&demo.window()));
        demo.press(Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(demo.find<QPlainTextEdit>("seedText")->toPlainText(), list);
        delete demo.find<QDialog>("seedDialog");
        demo.press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(demo.find<QPlainTextEdit>("seedText")->toPlainText().isEmpty()); // once
    }

    void pauseAndStartHoldAndGoOn()
    {
        DemoWindow demo;
        demo.press(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(!demo.engine().isRunning());
        const auto calls = demo.server().counts().total;
        demo.window().seed(QStringLiteral("Later"),
                           {{.artistId = {}, .name = demo.server().catalogue().suggestedSeeds().front()}});
        QTRY_VERIFY(text(demo, "statusMessage").contains(QStringLiteral("paused")));
        QTest::qWait(500);
        QCOMPARE(demo.server().counts().total, calls);
        demo.picture("paused");
        demo.click("toolToggle");
        QTRY_VERIFY(demo.engine().isRunning());
        demo.waitForRuns();
        QVERIFY(demo.server().counts().total > calls);
    }

    /// Who paused all work does not pay for looking at it the next day.
    void workThatWasPausedStaysSoOverARestart()
    {
        DemoWindow demo;
        demo.press(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(!demo.engine().isRunning());
        demo.window().startWork(); // as the next start does
        QVERIFY(!demo.engine().isRunning());
        QVERIFY(text(demo, "statusMessage").contains(QStringLiteral("paused")));
        QTRY_VERIFY(action(demo, "toggleAction")->isEnabled());
        demo.press(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(demo.engine().isRunning());
        QTRY_VERIFY(!demo.isVisible("statusMessage")); // whoever obeys it would pause the work
        demo.engine().stop();
        demo.window().startWork();
        QVERIFY(demo.engine().isRunning());
    }

    /// Whoever ends the program from outside asks nobody.
    void whatIsSeenIsKeptBeforeTheEnd()
    {
        const DemoWindow demo;
        demo.press(Qt::Key_4, Qt::ControlModifier);
        QTRY_COMPARE(QSettings().value(QStringLiteral("window/page")).toInt(), 3);
        const auto before = ui::Theme::instance().appearance();
        ui::Theme::instance().setAppearance(ui::Appearance::Dark);
        QTRY_COMPARE(QSettings().value(QStringLiteral("window/appearance")).toInt(),
                     static_cast<int>(ui::Appearance::Dark));
        ui::Theme::instance().setAppearance(before);
    }

    void linesThatAreNotUnderstoodAreKept()
    {
        const DemoWindow demo;
        demo.press(Qt::Key_N, Qt::ControlModifier);
        const auto wrong = QStringLiteral("spotify:album:0123456789012345678901");
        demo.find<QPlainTextEdit>("seedText")->setPlainText(QStringLiteral("Mirela Vantage\n%1\n").arg(wrong));
        QTRY_VERIFY(demo.find<QPushButton>("seedAccept")->isEnabled());
        demo.click("seedAccept");
        QTRY_VERIFY2(text(demo, "statusMessage").contains(QStringLiteral("1 line was not understood")),
                     qPrintable(text(demo, "statusMessage")));
        demo.press(Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(demo.find<QPlainTextEdit>("seedText")->toPlainText(), wrong);
    }

    void deadLettersAreShown()
    {
        DemoWindow demo;
        demo.window().seed(QStringLiteral("Unclear"), {{.artistId = {}, .name = QStringLiteral("Nova")}});
        demo.waitForRuns();
        const auto snapshot = demo.engine().snapshot();
        QTRY_VERIFY(snapshot.isFinished());
        QCOMPARE(snapshot.result().value()->dead, 1);
        auto *runs = demo.window().findChild<QTableView *>(QStringLiteral("allRunsTable"));
        QTRY_COMPARE(runs->model()->index(0, 1).data().toString(), QStringLiteral("Finished, 1 dead"));
        demo.picture("dead-letter");
    }

    void producersSayWhatTheyWaitFor()
    {
        DemoWindow demo;
        demo.press(Qt::Key_R, Qt::ControlModifier);
        demo.window().seed(QStringLiteral("Later"),
                           {{.artistId = {}, .name = demo.server().catalogue().suggestedSeeds().front()}});
        QTRY_VERIFY(text(demo, "statusMessage").contains(QStringLiteral("paused")));
        demo.press(Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(demo.isVisible("producersNothingYet"));
        const auto *sentence = demo.find<QWidget>("producersNothingYet")->findChildren<QLabel *>().last();
        QTRY_VERIFY2(sentence->text().contains(QStringLiteral("as recordings are identified")),
                     qPrintable(sentence->text()));
        demo.picture("producers-waiting");
    }

    /// Spotify's answer of 2026 to apps whose owner has no Premium, in plain text.
    void aRefusedAccountIsToldWholeAndCanBeTriedAgain()
    {
        const auto words = QByteArrayLiteral("Active premium subscription required for the owner of the app. When the "
                                             "subscription status changes, it can take a few hours before requests "
                                             "are allowed again.");
        DemoWindow demo({1024, 700}, DemoWindow::Pose::Services);
        demo.server().setFaults([words](const demo::CallInfo &call) -> std::optional<demo::Fault> {
            if (!call.path.startsWith(QLatin1String("/v1/")))
                return std::nullopt;
            return demo::Fault{.status = 403, .body = words};
        });
        demo.window().seed(QStringLiteral("Refused"),
                           {{.artistId = {}, .name = demo.server().catalogue().suggestedSeeds().front()}});
        QTRY_VERIFY(demo.isVisible("credentialsBanner"));
        const auto said = demo.find<QWidget>("credentialsBanner")->accessibleName();
        QVERIFY2(said.contains(QString::fromLatin1(words)), qPrintable(said));
        QVERIFY2(!said.contains(QStringLiteral("credentials")), qPrintable(said));
        demo.picture("premium");
        action(demo, "appearanceDark")->trigger();
        demo.window().resize(demo.window().minimumSizeHint());
        QTest::qWait(100);
        const auto *cards = demo.find<QWidget>("pipelineView");
        QVERIFY(cards->height() >= cards->minimumSizeHint().height()); // not squeezed by the banner's lines
        demo.picture("premium-narrow");
        action(demo, "appearanceSystem")->trigger();

        demo.server().setFaults({}); // the person has mended it
        demo.click("bannerTryAgain");
        QTRY_VERIFY(!demo.isVisible("credentialsBanner"));
        demo.waitForRuns();
        QVERIFY(!demo.isVisible("credentialsBanner"));
    }

    void missingCredentialsAreAskedFor()
    {
        const DemoWindow demo({1024, 700}, DemoWindow::Pose::Services);
        demo.engine().setCredentials({});
        QTRY_VERIFY(demo.isVisible("credentialsBanner"));
        QVERIFY(demo.find<QWidget>("credentialsBanner")
                    ->accessibleName()
                    .contains(QStringLiteral("client id and secret are missing")));
        QVERIFY(!demo.isVisible("bannerTryAgain"));
        QCOMPARE(demo.window().size(), QSize(1024, 700)); // the banner takes of the page, not of the desktop
        demo.picture("credentials-missing");
    }

    void receiptsLeaveTheStatusLineAgain()
    {
        const DemoWindow demo;
        const auto *pages = demo.window().findChild<QStackedWidget *>();
        const auto room = pages->size();
        QVERIFY(!demo.isVisible("messageBar")); // it takes no room for nothing
        QCOMPARE(pages->mapTo(&demo.window(), QPoint(0, pages->height())).y(), demo.window().height());
        demo.window().seed(QStringLiteral("Newcomers"), {{.artistId = {}, .name = QStringLiteral("Nova")}});
        QVERIFY(!text(demo, "statusMessage").isEmpty());
        QCOMPARE(pages->size(), room); // nor does the page move for what is told
        demo.picture("message");
        QTRY_VERIFY_WITH_TIMEOUT(!demo.isVisible("messageBar"), 20'000);
        demo.window().tell(QStringLiteral("Until the next. ").repeated(30));
        QVERIFY(demo.find<QWidget>("messageBar")->width() < pages->width());
        demo.click("statusClose");
        QVERIFY(!demo.isVisible("messageBar"));
        demo.window().tell(QStringLiteral("Closed by its key."));
        demo.press(Qt::Key_Escape);
        QVERIFY(!demo.isVisible("messageBar"));
    }

    void titlesStandStillWhilePagesAreTurned()
    {
        const DemoWindow demo;
        QSet<int> heights;
        for (int i = 0; i < 7; ++i) {
            demo.press(static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
            const auto *title = demo.find<QLabel>("pageTitle");
            heights.insert(title->mapTo(&demo.window(), title->rect().center()).y());
        }
        QCOMPARE(heights.size(), 1);
    }

    void bothAppearancesAreWhole_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << QStringLiteral("appearanceLight") << false;
        QTest::newRow("dark") << QStringLiteral("appearanceDark") << true;
    }
    void bothAppearancesAreWhole()
    {
        QFETCH(QString, name);
        QFETCH(bool, dark);
        DemoWindow demo;
        demo.runArtists(3);
        action(demo, qPrintable(name))->trigger();
        const auto canvas = demo.window().grab().toImage().pixelColor(5, demo.window().height() / 2);
        QCOMPARE(canvas.lightnessF() < 0.5, dark);
        demo.picture(qPrintable(QStringLiteral("pipeline-") + QString::fromLatin1(QTest::currentDataTag())));
        demo.press(Qt::Key_3, Qt::ControlModifier);
        demo.picture(qPrintable(QStringLiteral("producers-") + QString::fromLatin1(QTest::currentDataTag())));
        action(demo, "appearanceSystem")->trigger();
    }

    /// The design promises two seconds, whatever hangs.
    void closingUnderLoadLeavesAtOnceAndLosesNothing()
    {
        DemoWindow demo;
        demo.server().setDelay(std::chrono::seconds(5));
        std::vector<ArtistDiscoveryMessage> artists;
        for (const auto &artist : demo.server().catalogue().artists())
            artists.push_back({.artistId = artist.spotifyId, .name = {}});
        demo.window().seed(QStringLiteral("All"), artists);
        QTRY_VERIFY(demo.server().counts().mostInFlight > 0);
        QElapsedTimer timer;
        timer.start();
        demo.press(Qt::Key_Q, Qt::ControlModifier);
        QVERIFY(!demo.window().isVisible());
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        const auto snapshot = demo.engine().snapshot();
        QTRY_VERIFY(snapshot.isFinished());
        for (const auto &stage : snapshot.result().value()->stages)
            QCOMPARE(stage.metrics.leased, 0);
        QVERIFY(demo.engine().checkConservation().result()->empty());
    }

    /// Its commands and its arrow keys work at once, also where there is nothing yet.
    void thePageThatIsShownHasTheFocus_data()
    {
        QTest::addColumn<int>("artists");
        QTest::newRow("nothing yet") << 0;
        QTest::newRow("with rows") << 2;
    }
    void thePageThatIsShownHasTheFocus()
    {
        QFETCH(int, artists);
        DemoWindow demo;
        if (artists > 0)
            demo.runArtists(artists);
        const auto pages = demo.window().findChildren<ui::Page *>();
        for (int index = 0; index < pages.size(); ++index) {
            demo.press(static_cast<Qt::Key>(Qt::Key_1 + index), Qt::ControlModifier);
            QCOMPARE(demo.window().currentPage(), index);
            const auto shown = std::ranges::find_if(pages, &QWidget::isVisible);
            QVERIFY(shown != pages.end());
            const auto *focused = QApplication::focusWidget();
            QVERIFY2(focused && focused->isVisible() && (*shown)->isAncestorOf(focused),
                     qPrintable((*shown)->title().id));
        }
        if (artists == 0)
            return;
        demo.press(Qt::Key_5, Qt::ControlModifier);
        QSignalSpy probed(action(demo, "testNowAction_spotify"), &QAction::triggered);
        demo.press(Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(probed.size(), 1);
        demo.press(Qt::Key_3, Qt::ControlModifier);
        auto *table = demo.find<QTableView>("producersTable");
        QTRY_VERIFY(table->model()->rowCount() > 2);
        demo.press(Qt::Key_Down);
        demo.press(Qt::Key_Down);
        QVERIFY(table->currentIndex().row() > 0);
        demo.press(Qt::Key_Return);
        QTRY_VERIFY(demo.isVisible("producerPage"));
        demo.press(Qt::Key_1, Qt::ControlModifier);
        demo.press(Qt::Key_3, Qt::ControlModifier);
        QVERIFY(demo.find<QWidget>("creditsTable")->hasFocus()); // of what the page shows
    }

    void aStageIsPausedByAKeyAndResumedWhereItIsTold()
    {
        DemoWindow demo;
        demo.press(Qt::Key_3, Qt::ControlModifier | Qt::AltModifier); // the third of the five
        auto *pause = action(demo, "stagePause_track_discovery");
        QTRY_COMPARE(pause->text(), QStringLiteral("Resume"));
        demo.window().seed(QStringLiteral("Held"),
                           {{.artistId = demo.server().catalogue().artists().front().spotifyId, .name = {}}});
        const auto summary = [&demo] { return text(demo, "dashboardSummary"); };
        QTRY_VERIFY2(summary().contains(QStringLiteral("The stage “Tracks” is paused")), qPrintable(summary()));
        demo.picture("stage-paused");
        demo.click("attention_6_track_discovery");
        QTRY_COMPARE(pause->text(), QStringLiteral("Pause"));
        demo.waitForRuns();
        action(demo, "stagePauseFor15_social_enrichment")->trigger();
        QTRY_VERIFY(demo.isVisible("attention_6_social_enrichment"));
        demo.picture("stage-paused-for-a-time");
    }

    /// Also the keys of a page that had nothing yet when it was gone to.
    void rowsThatComeLaterHaveTheFocus()
    {
        using namespace std::chrono_literals;
        DemoWindow demo;
        demo.server().setDelay(50ms, 100ms);
        demo.window().seed(QStringLiteral("Slow"),
                           {{.artistId = demo.server().catalogue().artists().front().spotifyId, .name = {}}});
        demo.press(Qt::Key_3, Qt::ControlModifier);
        auto *table = demo.window().findChild<QTableView *>(QStringLiteral("producersTable"));
        QVERIFY(!table->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(table->isVisible(), 30'000);
        QTRY_VERIFY(table->hasFocus());
        demo.press(Qt::Key_A, Qt::ControlModifier);
        QTRY_VERIFY(table->selectionModel()->hasSelection());
    }

    /// A frame where the keys are, also round what has none of its own.
    void flatButtonsShowTheFocus_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("of the tool bar") << QStringLiteral("toolToggle");
        QTest::newRow("flat") << QStringLiteral("statusShowFolder");
    }
    void flatButtonsShowTheFocus()
    {
        QFETCH(QString, name);
        const DemoWindow demo;
        demo.press(Qt::Key_Tab); // the keyboard is used
        auto *button = demo.window().findChild<QWidget *>(name);
        button->show();
        button->setEnabled(true);
        QTest::qWait(100); // it has its place
        const auto edge = [button] { return button->grab().toImage().pixelColor(1, button->height() / 2); };
        const auto before = edge();
        button->setFocus(Qt::TabFocusReason);
        QVERIFY(button->hasFocus());
        QVERIFY(edge() != before);
        QCOMPARE(edge(), ui::Theme::instance().colours().accent);
        demo.picture(qPrintable(QStringLiteral("focus-") + name));
    }
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
