// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activitypage.h"
#include "activity/eventsmodel.h"
#include "activity/problemsmodel.h"
#include "common/rowslist.h"
#include "common/theme.h"
#include "store/events.h"
#include "ui/demowindow.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QToolButton>

#include <memory>

using namespace linernotes;
using test::DemoWindow;
using ui::EventsModel;
using ui::ProblemsModel;

namespace
{

std::optional<demo::Fault> someAnswersFail(const demo::CallInfo &call)
{
    if (call.endpoint == QLatin1String("GET /genius/artists/{id}") && call.numberOfEndpoint % 3 == 0)
        return demo::Fault{.status = 404, .body = R"({"meta":{"status":404,"message":"Not found"}})"};
    if (call.endpoint == QLatin1String("GET /genius/songs/{id}") && call.numberOfEndpoint % 5 == 0)
        return demo::Fault{.status = 200, .body = "<html><b>Just a moment…</b></html>"};
    return std::nullopt;
}

} // namespace

/// The log over a real engine whose services failed now and then.
class ActivityPageTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoWindow> m_demo;

    QTableView *table() const { return m_demo->find<QTableView>("eventsTable"); }
    ui::ActivityPage *page() const { return m_demo->window().findChild<ui::ActivityPage *>(); }
    EventsModel &model() const { return page()->events(); }
    QString text(const char *label) const { return m_demo->find<QLabel>(label)->text(); }
    void settle() const
    {
        QTest::qWait(200); // what was typed is asked for
        QTRY_VERIFY(!model().isReading());
    }
    int rowOf(EventKind kind) const
    {
        for (int row = 0; row < model().rowCount(); ++row) {
            if (model().event(row).kind == kind)
                return row;
        }
        qFatal("no such event");
    }
    void choose(int row) const
    {
        table()->scrollTo(model().index(row, 0));
        m_demo->clickCell(table(), row, EventsModel::What);
    }
    void write(int howMany, EventLevel level = EventLevel::Info) const
    {
        auto database = Database::open(m_demo->engine().databasePath(), Database::Access::ReadWrite, Clock::system());
        QVERIFY(database);
        (*database)->begin();
        for (int i = 0; i < howMany; ++i) {
            const std::array one{Event{.at = Clock::system().now(),
                                       .level = level,
                                       .kind = EventKind::RunStarted,
                                       .text = QStringLiteral("written by the test, %1").arg(i)}};
            Events(**database).add(one);
        }
        (*database)->commit();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_demo = std::make_unique<DemoWindow>(QSize(1440, 900));
        m_demo->server().setFaults(someAnswersFail);
        m_demo->runArtists(3);
        m_demo->server().setFaults({});
        QTest::qWait(1200); // the last events are written
    }
    void cleanupTestCase() { m_demo.reset(); }

    void init()
    {
        m_demo->press(Qt::Key_6, Qt::ControlModifier);
        QCOMPARE(m_demo->window().currentPage(), 5);
        page()->showRun(0);
        settle();
        QTRY_VERIFY(m_demo->isVisible("eventsTable"));
        table()->verticalScrollBar()->setValue(0);
    }

    void theLogTellsWhatHappened()
    {
        const QAbstractItemModelTester tester(&model());
        QVERIFY(model().rowCount() > 5);
        for (int row = 1; row < model().rowCount(); ++row)
            QVERIFY(model().event(row).id < model().event(row - 1).id);
        const auto row = rowOf(EventKind::RunStarted);
        QCOMPARE(model().index(row, EventsModel::Run).data().toString(), QStringLiteral("Test"));
        choose(row);
        QCOMPARE(text("eventTitle"), QStringLiteral("Run started"));
        QCOMPARE(text("eventText"), model().event(row).text);
        m_demo->picture("activity");
    }

    void theFilterAnswersWhileTyping()
    {
        m_demo->press(Qt::Key_F, Qt::ControlModifier);
        auto *filter = m_demo->find<QLineEdit>("eventsFilter");
        QVERIFY(filter->hasFocus());
        QTest::keyClicks(filter, QStringLiteral("GIVEN up")); // the name that people see, not the database's
        settle();
        QVERIFY(model().rowCount() > 0);
        for (int row = 0; row < model().rowCount(); ++row)
            QCOMPARE(model().event(row).kind, EventKind::MessageBuried);
        QTest::keyClicks(filter, QStringLiteral(" no such words"));
        QTRY_VERIFY(m_demo->isVisible("activityNothingFound"));
        m_demo->picture("activity-nothing-found");
        m_demo->click("emptyStateButton");
        QTRY_VERIFY(m_demo->isVisible("eventsTable"));
        QVERIFY(filter->text().isEmpty());
    }

    void levelStageServiceAndRunNarrow()
    {
        auto *level = m_demo->find<QComboBox>("eventsLevel");
        level->setFocus();
        m_demo->press(Qt::Key_End);
        settle();
        QVERIFY(model().rowCount() > 0);
        for (int row = 0; row < model().rowCount(); ++row)
            QCOMPARE(model().event(row).level, EventLevel::Error);
        level->setCurrentIndex(0);
        auto *service = m_demo->find<QComboBox>("eventsServiceChoice");
        service->setCurrentIndex(service->findData(QStringLiteral("genius")));
        settle();
        QVERIFY(model().rowCount() > 0);
        for (int row = 0; row < model().rowCount(); ++row)
            QCOMPARE(model().event(row).service, QStringLiteral("genius"));
        service->setCurrentIndex(0);
        m_demo->find<QComboBox>("eventsStage")->setCurrentIndex(5);
        settle();
        for (int row = 0; row < model().rowCount(); ++row)
            QCOMPARE(model().event(row).stage, std::optional(StageId::SocialEnrichment));
        m_demo->find<QComboBox>("eventsStage")->setCurrentIndex(0);
        page()->showRun(1);
        settle();
        QVERIFY(model().rowCount() > 0);
        for (int row = 0; row < model().rowCount(); ++row)
            QCOMPARE(model().event(row).runId, 1);
        QVERIFY(m_demo->find<QComboBox>("eventsRun")->currentText().startsWith(QStringLiteral("Test")));
    }

    void aProblemNarrowsTheLog()
    {
        if (!m_demo->isVisible("problemList"))
            m_demo->press(Qt::Key_G, Qt::ControlModifier);
        auto *list = m_demo->find<QListView>("problemList");
        QTRY_VERIFY(list->model()->rowCount() > 2);
        const auto group = list->model()->index(1, 0).data(ProblemsModel::GroupRole).value<EventGroup>();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
        settle();
        QTRY_COMPARE(model().rowCount(), group.count);
        for (int row = 0; row < model().rowCount(); ++row)
            QCOMPARE(eventShape(model().event(row)), group.key.shape);
        m_demo->picture("activity-problem");
        m_demo->press(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(group.key.shape));
        const auto mime = qobject_cast<ui::RowsList *>(list)->draggedRows();
        QVERIFY(mime->data(QStringLiteral("text/csv")).contains(group.key.shape.toUtf8()));
        m_demo->press(Qt::Key_G, Qt::ControlModifier); // hidden, it narrows nothing
        settle();
        QTRY_VERIFY(model().rowCount() > group.count);
        QVERIFY(!m_demo->isVisible("problemList"));
    }

    void aMessageLeadsToItsDeadLetter()
    {
        const auto row = rowOf(EventKind::MessageBuried);
        choose(row);
        const auto message = QString::number(model().event(row).messageId);
        m_demo->click("eventLetter");
        QTRY_COMPARE(m_demo->window().currentPage(), 3);
        QTRY_VERIFY(text("letterFacts").contains(message));
        m_demo->press(Qt::Key_6, Qt::ControlModifier);
        table()->setFocus();
        m_demo->press(Qt::Key_Return); // by keys too
        QTRY_COMPARE(m_demo->window().currentPage(), 3);
    }

    void aRunAndAServiceAreOneClickAway()
    {
        choose(rowOf(EventKind::RunStarted));
        QVERIFY(!m_demo->isVisible("eventLetter"));
        QVERIFY(!m_demo->isVisible("eventService"));
        m_demo->click("eventRun");
        QTRY_COMPARE(m_demo->window().currentPage(), 1);
        QCOMPARE(text("runName"), QStringLiteral("Test"));
        m_demo->press(Qt::Key_6, Qt::ControlModifier);
        choose(rowOf(EventKind::MessageBuried));
        m_demo->click("eventService");
        QTRY_COMPARE(m_demo->window().currentPage(), 4);
    }

    void allOfAMessageIsOneClickAway()
    {
        const auto row = rowOf(EventKind::MessageBuried);
        const auto message = model().event(row).messageId;
        choose(row);
        m_demo->click("eventMessage");
        settle();
        QCOMPARE(m_demo->find<QLineEdit>("eventsFilter")->text(), QStringLiteral("#%1").arg(message));
        QVERIFY(model().rowCount() > 0);
        for (int i = 0; i < model().rowCount(); ++i)
            QCOMPARE(model().event(i).messageId, message);
    }

    void atTheTopNewEventsAppear()
    {
        const auto newest = model().event(0).id;
        write(2);
        QTRY_VERIFY(model().event(0).id >= newest + 2);
        QVERIFY(!m_demo->isVisible("eventsNew"));
        QCOMPARE(table()->verticalScrollBar()->value(), 0);
    }

    void readingFurtherDownNothingMoves()
    {
        write(600);
        QTRY_VERIFY(model().rowCount() > 600 || model().canFetchMore({}));
        page()->showRun(0);
        settle();
        auto *bar = table()->verticalScrollBar();
        bar->setValue(bar->maximum() / 2);
        QTest::qWait(50);
        const auto top = table()->rowAt(0);
        const auto id = model().event(top).id;
        const auto place = bar->value();
        write(7);
        QTRY_VERIFY(m_demo->isVisible("eventsNew"));
        QTRY_COMPARE(model().held(), 7);
        QVERIFY(m_demo->find<QPushButton>("eventsNew")->text().contains(QLatin1Char('7')));
        QCOMPARE(bar->value(), place);
        QCOMPARE(model().event(table()->rowAt(0)).id, id);
        m_demo->picture("activity-new");
        m_demo->click("eventsNew");
        QTRY_COMPARE(bar->value(), 0);
        QVERIFY(!m_demo->isVisible("eventsNew"));
        QCOMPARE(model().event(table()->rowAt(0)).text, QStringLiteral("written by the test, 6"));
    }

    void scrollingDownLoadsTheRest()
    {
        page()->showMessage(999'999'999);
        settle();
        page()->showRun(0); // read anew
        settle();
        const auto before = model().rowCount();
        QVERIFY(model().canFetchMore({}));
        auto *bar = table()->verticalScrollBar();
        bar->setValue(bar->maximum());
        QTRY_VERIFY(model().rowCount() > before);
    }

    void stoppedTheTailOnlyCounts()
    {
        m_demo->press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(text("activityState").startsWith(QStringLiteral("Stopped")));
        const auto rows = model().rowCount();
        write(3);
        QTRY_COMPARE(model().held(), 3);
        QCOMPARE(model().rowCount(), rows);
        m_demo->press(Qt::Key_L, Qt::ControlModifier);
        QTRY_COMPARE(model().held(), 0);
        QCOMPARE(model().rowCount(), rows + 3);
    }

    void rowsAndAnEventAreCopied()
    {
        choose(0);
        QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        m_demo->press(Qt::Key_C, Qt::ControlModifier);
        const auto lines = QGuiApplication::clipboard()->text().trimmed().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines.at(0).contains(QStringLiteral("What happened\t")));
        QVERIFY(lines.at(0).contains(QStringLiteral("Stage\tService\tRun\tMessage"))); // shown or not
        QVERIFY(lines.at(1).contains(model().index(0, EventsModel::What).data().toString()));
        choose(rowOf(EventKind::RunStarted));
        m_demo->click("eventCopy");
        const auto copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.startsWith(QStringLiteral("Run started\n")));
        QVERIFY(copied.contains(QStringLiteral("Level: Info")));
    }

    void filterAndColumnsAreKept()
    {
        auto *level = m_demo->find<QComboBox>("eventsLevel");
        level->setCurrentIndex(2);
        page()->showRun(0); // which clears the level
        level->setCurrentIndex(2);
        auto *run = m_demo->find<QComboBox>("eventsRun");
        QVERIFY(run->count() > 1);
        run->setCurrentIndex(1);
        auto *words = m_demo->find<QLineEdit>("eventsFilter");
        words->setText(QStringLiteral("#17"));
        table()->setColumnHidden(EventsModel::Took, true);
        QSettings kept(m_demo->filePath(QStringLiteral("kept.ini")), QSettings::IniFormat);
        page()->saveState(kept);
        kept.sync();
        ui::ActivityPage other(m_demo->engine(), nullptr);
        QSettings again(kept.fileName(), QSettings::IniFormat);
        other.restoreState(again);
        QCOMPARE(other.findChild<QComboBox *>(QStringLiteral("eventsLevel"))->currentIndex(), 2);
        // In another database these are others.
        QCOMPARE(other.findChild<QComboBox *>(QStringLiteral("eventsRun"))->currentIndex(), 0);
        QCOMPARE(again.value(QStringLiteral("eventsFilter")).toString(), QString());
        run->setCurrentIndex(0);
        words->clear();
        QVERIFY(other.findChild<QTableView *>(QStringLiteral("eventsTable"))->isColumnHidden(EventsModel::Took));
        table()->setColumnHidden(EventsModel::Took, false);
    }

    void everyControlHasAName()
    {
        m_demo->press(Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(m_demo->isVisible("problemList"));
        for (const auto *widget : page()->findChildren<QWidget *>()) {
            if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0)
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const auto name = button ? button->text() + button->toolTip() : widget->accessibleName();
            QVERIFY2(
                !name.isEmpty(),
                qPrintable(widget->objectName() + QLatin1Char(' ') + QLatin1String(widget->metaObject()->className())));
        }
    }

    void largeTextIsNotCutOff()
    {
        const auto usual = QApplication::font();
        const auto restore = qScopeGuard([&] { QApplication::setFont(usual); });
        auto larger = usual;
        larger.setPointSizeF(usual.pointSizeF() * 2);
        QApplication::setFont(larger);
        QTest::qWait(100);
        ui::ActivityPage large(m_demo->engine(), nullptr);
        large.resize(1200, 760);
        large.show();
        QVERIFY(QTest::qWaitForWindowExposed(&large));
        QTRY_VERIFY(large.events().rowCount() > 0);
        QTest::qWait(300);
        if (const auto folder = qEnvironmentVariable("LINERNOTES_PICTURES"); !folder.isEmpty())
            large.grab().save(folder + QStringLiteral("/activity-large-text.png"));
        QVERIFY(large.minimumSizeHint().width() <= large.width());
        for (const auto *button : large.findChildren<QPushButton *>())
            QVERIFY2(!button->isVisible() || button->width() >= button->sizeHint().width(),
                     qPrintable(button->objectName()));
        for (const auto *name : {"activityProblemsButton", "activityLiveButton"}) {
            const auto *button = large.findChild<QToolButton *>(QLatin1String(name));
            QVERIFY2(button->width() >= button->sizeHint().width(), name);
        }
        for (const auto *label : large.findChildren<QLabel *>()) {
            if (label->isVisible() && label->wordWrap())
                QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        }
    }

    void itFitsASmallWindowAndTheDark()
    {
        page()->showRun(1);
        settle();
        m_demo->window().resize(1024, 700);
        choose(rowOf(EventKind::MessageBuried));
        m_demo->picture("activity-small-problems");
        m_demo->press(Qt::Key_G, Qt::ControlModifier);
        m_demo->picture("activity-small");
        QCOMPARE(table()->horizontalScrollBar()->maximum(), 0);
        QTRY_VERIFY(table()->viewport()->height() >= 6 * table()->rowHeight(0));
        QVERIFY(page()->minimumSizeHint().width() <= page()->width());
        m_demo->window().resize(1440, 900);
        ui::Theme::instance().setAppearance(ui::Appearance::Dark);
        m_demo->press(Qt::Key_G, Qt::ControlModifier);
        m_demo->picture("activity-dark");
        ui::Theme::instance().setAppearance(ui::Appearance::Light);
    }

    void theButtonsOfThePageAreCommandsToo()
    {
        const auto action = [this](const char *name) {
            return m_demo->window().findChild<QAction *>(QLatin1String(name));
        };
        page()->showRun(0);
        settle();
        auto *bar = table()->verticalScrollBar();
        bar->setValue(bar->maximum() / 2);
        QVERIFY(!action("eventsShowNew")->isEnabled());
        write(1);
        QTRY_VERIFY(m_demo->isVisible("eventsNew"));
        QVERIFY(action("eventsShowNew")->isEnabled());
        table()->setFocus();
        m_demo->press(Qt::Key_U, Qt::ControlModifier);
        QTRY_COMPARE(bar->value(), 0);
        QVERIFY(!action("eventsShowNew")->isEnabled());
        auto *columns = m_demo->window().findChild<QMenu *>(QStringLiteral("eventColumns"));
        Q_EMIT columns->aboutToShow();
        QCOMPARE(columns->actions().size(), EventsModel::columns);
        auto *took = columns->actions().at(EventsModel::Took);
        QVERIFY(!table()->isColumnHidden(EventsModel::Took));
        took->trigger();
        QVERIFY(table()->isColumnHidden(EventsModel::Took));
        took->trigger();
        auto *service = columns->actions().at(EventsModel::Service);
        QVERIFY(table()->isColumnHidden(EventsModel::Service)); // stands beside stage and run, until it is wanted
        service->trigger();
        QVERIFY(!table()->isColumnHidden(EventsModel::Service));
        service->trigger();
        auto *problems = action("activityProblems");
        problems->setChecked(true);
        auto *span = m_demo->find<QComboBox>("problemSpan");
        action("problemSpan_1")->trigger();
        QCOMPARE(span->currentData().toInt(), 1);
        span->setCurrentIndex(span->findData(24));
        QVERIFY(action("problemSpan_24")->isChecked());
        for (auto *menu : {columns, m_demo->window().findChild<QMenu *>(QStringLiteral("problemSpanMenu"))})
            QVERIFY(page()->commands().contains(menu->menuAction()));
        QVERIFY(page()->commands().contains(action("eventsShowNew")));
    }

    void thePageKeepsTheWordsOfItsFilter()
    {
        auto *words = m_demo->find<QLineEdit>("eventsFilter");
        words->setText(QStringLiteral("written by"));
        settle();
        QSettings settings(m_demo->filePath(QStringLiteral("kept.ini")), QSettings::IniFormat);
        page()->saveState(settings);
        words->clear();
        settle();
        page()->restoreState(settings);
        QCOMPARE(words->text(), QStringLiteral("written by"));
        words->clear();
        settle();
    }

    void theChosenEventIsWholeWhenTheFilterIsCleared()
    {
        write(40);
        model().poll();
        settle();
        constexpr int wanted = 30; // further down than is in sight
        choose(wanted);
        const auto id = model().event(wanted).id;
        auto *filter = m_demo->find<QLineEdit>("eventsFilter");
        filter->setText(model().event(wanted).text);
        settle();
        QTRY_VERIFY(model().rowOf(id) >= 0 && model().rowCount() < wanted);
        m_demo->press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        settle();
        QTRY_VERIFY(model().rowCount() > wanted);
        QTest::qWait(300);
        m_demo->picture("activity-cleared");
        const auto row = table()->visualRect(table()->currentIndex());
        QCOMPARE(model().event(table()->currentIndex().row()).id, id);
        QVERIFY2(row.top() >= 0 && row.bottom() <= table()->viewport()->height(), qPrintable(QString::number(row.y())));
    }
};

QTEST_MAIN(ActivityPageTest)
#include "tst_activitypage.moc"
