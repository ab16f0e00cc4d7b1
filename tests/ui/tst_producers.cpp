// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tableview.h"
#include "common/theme.h"
#include "producers/producerfilterbar.h"
#include "producers/producerspage.h"
#include "ui/producerscase.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>

using namespace linernotes;
using test::ProducersCase;

/// The producers page: all of them, over one finished run.
class ProducersTest : public ProducersCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { open(); }
    void cleanupTestCase() { close(); }
    void init() { goBack(); }

    void theModelKeepsItsPromises()
    {
        const QAbstractItemModelTester tester(table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        filterBy(QStringLiteral("a"));
        m_demo->clickHeader(table(), ProducersModel::Name);
        table()->scrollToBottom();
        QTest::qWait(200);
    }

    void rowsSayWhatIsKnown()
    {
        QVERIFY(total() >= 100);
        for (int row = 0; row < 20; ++row) {
            QVERIFY(!cell(row, ProducersModel::Name).isEmpty());
            QVERIFY(!cell(row, ProducersModel::Roles).isEmpty());
            QVERIFY(cell(row, ProducersModel::Credits).toInt() > 0);
            QVERIFY(cell(row, ProducersModel::Confidence).contains(QLatin1Char('%')));
        }
    }

    void theFilterLeavesWhatFits()
    {
        const auto all = total();
        const auto names = column(ProducersModel::Name).filter(QRegularExpression(QStringLiteral("^[A-Za-z ]+$")));
        const auto &name = names.front(); // one that can be typed
        filterBy(name);
        QTRY_VERIFY(total() < all);
        QVERIFY(total() >= 1);
        QVERIFY(column(ProducersModel::Name).contains(name) || !column(ProducersModel::Artists).filter(name).isEmpty());
        m_demo->find<QLineEdit>("producersFilter")->clear();
        QTRY_COMPARE(total(), all);
    }

    void aFilterThatLeavesNothingSaysSoAndCanBeCleared()
    {
        filterBy(QStringLiteral("no such producer 4711"));
        QTRY_VERIFY(m_demo->isVisible("producersNothingFound"));
        m_demo->picture("producers-nothing");
        m_demo->click("emptyStateButton");
        QTRY_VERIFY(m_demo->isVisible("producersTable"));
    }

    void aClickOnAHeadingSortsAndASecondOneTurnsIt()
    {
        m_demo->clickHeader(table(), ProducersModel::Name);
        const auto isSorted = [&](auto compare) {
            const auto names = column(ProducersModel::Credits);
            std::vector<int> figures;
            std::ranges::transform(names, std::back_inserter(figures),
                                   [](const QString &text) { return text.toInt(); });
            return std::ranges::is_sorted(figures, compare);
        };
        m_demo->clickHeader(table(), ProducersModel::Credits);
        QTRY_VERIFY(isSorted(std::ranges::greater()));
        m_demo->clickHeader(table(), ProducersModel::Credits);
        QTRY_VERIFY(isSorted(std::ranges::less()));
        m_demo->clickHeader(table(), ProducersModel::Credits);
        QTRY_VERIFY(isSorted(std::ranges::greater()));
    }

    void scrollingReadsOnToTheLastRow()
    {
        const auto all = total();
        for (int turn = 0; turn < 50 && table()->model()->rowCount() < all; ++turn) {
            table()->scrollToBottom();
            QTest::qWait(50);
        }
        QCOMPARE(table()->model()->rowCount(), all);
        auto names = column(ProducersModel::Name);
        QCOMPARE(names.size(), all);
    }

    void namesFromOutsideAreShownAsTheyAre()
    {
        filterBy(QStringLiteral("<b>Bold</b>"));
        QTRY_COMPARE(total(), 1);
        QCOMPARE(cell(0, ProducersModel::Name), QStringLiteral("<b>Bold</b> Barlow"));
        openFirst();
        QCOMPARE(m_demo->find<QLabel>("producerName")->textFormat(), Qt::PlainText);
        QCOMPARE(text("producerName"), QStringLiteral("<b>Bold</b> Barlow"));
        m_demo->picture("producer-bold");
    }

    void selectedRowsAreCopiedAsText()
    {
        m_demo->clickCell(table(), 0, ProducersModel::Name);
        m_demo->press(Qt::Key_C, Qt::ControlModifier);
        const auto lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.at(1).startsWith(cell(0, ProducersModel::Name)));
    }

    void choicesNarrowTheList_data()
    {
        QTest::addColumn<QByteArray>("choice");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("column");
        QTest::newRow("role") << QByteArray("producersRole") << QStringLiteral("Writer") << int(ProducersModel::Roles);
        QTest::newRow("platform") << QByteArray("producersPlatform") << QStringLiteral("Instagram")
                                  << int(ProducersModel::Profiles);
    }
    void choicesNarrowTheList()
    {
        QFETCH(QByteArray, choice);
        QFETCH(QString, text);
        QFETCH(int, column);
        const auto all = total();
        choose(choice.constData(), text);
        QTRY_VERIFY(total() < all);
        QVERIFY(total() > 0);
        for (const auto &shown : this->column(column))
            QVERIFY2(shown.contains(text), qPrintable(shown));
        m_demo->click("producersClear");
        QTRY_COMPARE(total(), all);
        QVERIFY(!m_demo->isVisible("producersClear"));
    }

    void confidenceAndSinceNarrowTheList()
    {
        const auto all = total();
        choose("producersConfidence", QStringLiteral("95 % or more"));
        QTRY_VERIFY(total() < all); // one source alone is never as sure
        if (total() == 0)
            QTRY_VERIFY(m_demo->isVisible("producersNothingFound"));
        m_demo->picture("producers-unsure");
        m_demo->click("producersClear");
        QTRY_COMPARE(total(), all);
        choose("producersSince", QStringLiteral("Since the last run"));
        QTRY_COMPARE(total(), all); // there was but one run
        choose("producersSince", QStringLiteral("Since a day…"));
        QTRY_VERIFY(m_demo->isVisible("producersDate"));
        QTRY_COMPARE(total(), all); // a week ago nothing was known
    }

    void aFilterIsKeptChosenAndDeleted()
    {
        const auto all = total();
        choose("producersRole", QStringLiteral("Writer"));
        QTRY_VERIFY(total() < all);
        const auto writers = total();
        trigger("filterKeep");
        QTRY_VERIFY(m_demo->isVisible("keepFilterDialog"));
        m_demo->click("lineAccept");
        QTRY_VERIFY(!m_demo->find<QLabel>("lineProblem")->text().isEmpty()); // a name is needed, and it says so
        enter("keepFilterDialog", QStringLiteral("Who <b>writes</b>"));
        m_demo->click("lineAccept");
        QTRY_VERIFY(!m_demo->isVisible("keepFilterDialog"));
        m_demo->click("producersClear");
        QTRY_COMPARE(total(), all);
        const char *name = "filter_Who <b>writes</b>";
        QTRY_VERIFY(m_demo->window().findChild<QAction *>(QLatin1String(name)));
        trigger(name);
        QTRY_COMPARE(total(), writers);
        QCOMPARE(m_demo->find<QComboBox>("producersRole")->currentText(), QStringLiteral("Writer"));
        trigger("filterKeep"); // another under the same name is meant, or it is not
        enter("keepFilterDialog", QStringLiteral("who <b>WRITES</b>"));
        m_demo->click("lineAccept");
        QTRY_VERIFY(m_demo->find<QLabel>("lineProblem")->text().contains(QStringLiteral("once more")));
        m_demo->click("lineAccept");
        QTRY_VERIFY(!m_demo->isVisible("keepFilterDialog"));
        QVERIFY2(told().contains(QStringLiteral("replaced")), qPrintable(told()));
        name = "filter_who <b>WRITES</b>";
        QTRY_VERIFY(m_demo->window().findChild<QAction *>(QLatin1String(name)));
        trigger("filterDelete_who <b>WRITES</b>");
        m_demo->click("deleteFilterYes");
        QTRY_VERIFY(!m_demo->window().findChild<QAction *>(QLatin1String(name)));
        QCOMPARE(total(), writers); // what is shown stays
    }

    void everyColumnSortsInTheDatabase()
    {
        auto *menu = m_demo->find<ui::TableView>("producersTable")->columnMenu();
        Q_EMIT menu->aboutToShow();
        for (auto *action : menu->actions())
            action->setChecked(true);
        for (int column = 0; column < ProducersModel::columns; ++column) {
            QVERIFY(!table()->isColumnHidden(column));
            table()->scrollTo(table()->model()->index(0, column));
            m_demo->clickHeader(table(), column);
            QTRY_COMPARE(table()->horizontalHeader()->sortIndicatorSection(), column);
        }
        m_demo->picture("producers-all-columns");
        Q_EMIT menu->aboutToShow();
        menu->actions().at(ProducersModel::Found)->setChecked(false);
        QVERIFY(table()->isColumnHidden(ProducersModel::Found));
        m_demo->clickHeader(table(), ProducersModel::Credits);
    }

    void rowsAreDraggedOutAsCsvAndText()
    {
        filterBy(QStringLiteral("<b>Bold</b>"));
        QTRY_COMPARE(total(), 1);
        auto *view = m_demo->find<ui::TableView>("producersTable");
        view->clearSelection();
        QVERIFY(!view->draggedRows());
        m_demo->clickCell(view, 0, ProducersModel::Name);
        const auto mime = view->draggedRows();
        const auto csv = mime->data(QStringLiteral("text/csv"));
        QVERIFY2(csv.contains("\r\n<b>Bold</b> Barlow,"), csv.constData());
        QVERIFY(mime->text().contains(QStringLiteral("\n<b>Bold</b> Barlow\t")));
        QCOMPARE(mime->urls().size(), 1);
        QFile file(mime->urls().front().toLocalFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), csv);
    }

    /// A press on one of several selected rows may begin a drag, so it must not take the selection away; a click does.
    void aClickOnASelectedRowSelectsItAloneWhenItIsLetGo()
    {
        m_demo->clickCell(table(), 0, ProducersModel::Name);
        QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(table()->selectionModel()->selectedRows().size(), 3);
        const auto place = table()->visualRect(table()->model()->index(1, ProducersModel::Name)).center();
        QTest::mousePress(table()->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(table()->selectionModel()->selectedRows().size(), 3);
        QTest::mouseRelease(table()->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(table()->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(table()->currentIndex().row(), 1);
    }

    void selectedRowsAreTaggedReadAgainAndExported()
    {
        m_demo->clickCell(table(), 0, ProducersModel::Name);
        QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        m_demo->press(Qt::Key_T, Qt::ControlModifier);
        enter("addTagDialog", QStringLiteral("to call"));
        m_demo->click("lineAccept");
        QTRY_VERIFY(!m_demo->isVisible("addTagDialog"));
        QVERIFY(!table()->isColumnHidden(ProducersModel::Tags));
        QTRY_COMPARE(cell(1, ProducersModel::Tags), QStringLiteral("to call"));
        choose("producersTag", QStringLiteral("to call"));
        QTRY_COMPARE(total(), 2);
        m_demo->picture("producers-tagged");
        table()->selectAll();
        m_demo->press(Qt::Key_T, Qt::ControlModifier);
        enter("addTagDialog", QStringLiteral("To Call"));
        m_demo->click("lineAccept"); // they have it
        QTRY_VERIFY(m_demo->find<QLabel>("lineProblem")->text().contains(QStringLiteral("already")));
        m_demo->click("lineCancel");
        QTRY_VERIFY(!m_demo->isVisible("addTagDialog"));
        trigger("producersEnrich");
        QTRY_VERIFY2(outcome().contains(QStringLiteral("2 producers queued")), qPrintable(outcome()));
        m_demo->waitForRuns();
        table()->selectAll();
        trigger("producersExport");
        QTRY_VERIFY(m_demo->isVisible("exportDialog"));
        const auto path = m_demo->filePath(QStringLiteral("selected.csv"));
        m_demo->find<QLineEdit>("exportPath")->setText(path);
        m_demo->click("exportAccept");
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto written = file.readAll();
        QCOMPARE(written.count("\r\n"), 3);
        QCOMPARE(written.count("to call"), 2);
    }

    /// Rows are loaded as one scrolls: what is done with all of them must not miss those further down.
    void allThatMatchAreTaggedAndTheTagIsTakenBack()
    {
        QTRY_VERIFY(total() > 200);
        const auto all = total();
        table()->setFocus();
        m_demo->press(Qt::Key_A, Qt::ControlModifier);
        QTRY_VERIFY(m_demo->isVisible("producersSelectWhole"));
        QVERIFY(table()->model()->rowCount() < all);
        m_demo->picture("producers-select-all");
        auto *offer = m_demo->find<QPushButton>("producersSelectWhole");
        QVERIFY2(offer->text().contains(QString::number(all)), qPrintable(offer->text()));
        m_demo->click("producersSelectWhole");
        const auto selected = QStringLiteral("%1 selected").arg(all);
        QTRY_COMPARE(m_demo->find<QToolButton>("producersSelection")->text(), selected);
        QVERIFY(!m_demo->isVisible("producersSelectWhole"));
        m_demo->picture("producers-all-selected");
        table()->scrollToBottom(); // what comes is selected too
        QTRY_VERIFY(table()->model()->rowCount() > 200);
        QCOMPARE(table()->selectionModel()->selectedRows().size(), table()->model()->rowCount());
        QCOMPARE(m_demo->find<QToolButton>("producersSelection")->text(), selected);
        trigger("producersEnrich");
        QTRY_VERIFY(m_demo->isVisible("enrichBox")); // so many calls are asked for
        m_demo->press(Qt::Key_Escape);
        QTRY_VERIFY(!m_demo->isVisible("enrichBox"));
        m_demo->press(Qt::Key_T, Qt::ControlModifier);
        enter("addTagDialog", QStringLiteral("everybody"));
        m_demo->click("lineAccept");
        QTRY_VERIFY(!m_demo->isVisible("addTagDialog"));
        QTRY_VERIFY2(outcome().contains(QString::number(all)), qPrintable(outcome()));
        choose("producersTag", QStringLiteral("everybody"));
        QTRY_COMPARE(total(), all);
        m_demo->clickCell(table(), 0, ProducersModel::Name); // another selection: the whole is none any more
        QCOMPARE(m_demo->find<QToolButton>("producersSelection")->text(), QStringLiteral("Selected"));
        QVERIFY(!m_demo->isVisible("producersSelectionBanner"));
        m_demo->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(total(), 0);
    }

    /// Who was selected and had it not does not get it.
    void aTagTakenFromManyComesBackToWhoHadIt()
    {
        m_demo->clickCell(table(), 1, ProducersModel::Name);
        const auto name = cell(1, ProducersModel::Name);
        m_demo->press(Qt::Key_T, Qt::ControlModifier);
        enter("addTagDialog", QStringLiteral("one of many"));
        m_demo->click("lineAccept");
        QTRY_VERIFY(!m_demo->isVisible("addTagDialog"));
        m_demo->clickCell(table(), 0, ProducersModel::Name);
        for (int step = 0; step < 3; ++step)
            QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        m_demo->press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        enter("removeTagDialog", QStringLiteral("One of many"));
        m_demo->click("lineAccept");
        QTRY_VERIFY(!m_demo->isVisible("removeTagDialog"));
        QVERIFY2(outcome().contains(QStringLiteral("1 producer")), qPrintable(outcome()));
        QTRY_VERIFY(!column(ProducersModel::Tags).join(u' ').contains(QStringLiteral("one of many")));
        m_demo->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(column(ProducersModel::Tags).join(u' ').contains(QStringLiteral("one of many")));
        QStringList who;
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (cell(row, ProducersModel::Tags).contains(QStringLiteral("one of many")))
                who.append(cell(row, ProducersModel::Name));
        }
        QCOMPARE(who, QStringList(name));
        QVERIFY(!m_demo->window().findChild<QAction *>(QStringLiteral("producersUndoTag"))->isEnabled());
    }

    void producersAreSortedByKeysToo()
    {
        auto *menu = m_demo->window().findChild<QMenu *>(QStringLiteral("producersTableSort"));
        auto *byName = menu->findChild<QAction *>(QStringLiteral("sort_0"));
        byName->trigger();
        QTRY_VERIFY(m_demo->window().findChild<ui::ProducersPage *>()->query().sort == ProducerSort::Name);
        QTest::qWait(200);
        const auto first = cell(0, ProducersModel::Name);
        byName->trigger();
        QTRY_VERIFY(cell(0, ProducersModel::Name) != first);
        QVERIFY(byName->isChecked());
        menu->findChild<QAction *>(QStringLiteral("sort_2"))->trigger();
        QVERIFY(!byName->isChecked());
    }

    void thePageKeepsHowItIsNarrowed()
    {
        auto *page = m_demo->window().findChild<ui::ProducersPage *>();
        filterBy(QStringLiteral("an"));
        choose("producersRole", QStringLiteral("Writer"));
        const ProducerQuery narrow{.filter = QStringLiteral("an"),
                                   .role = QStringLiteral("writer"),
                                   .leastConfidence = 0.5,
                                   .since = fromMillis(1'400'000'000'000),
                                   .tag = QStringLiteral("gone since")};
        for (const auto &query : {page->query(), narrow}) {
            page->narrow(query);
            const auto before = page->query();
            QVERIFY(before.isNarrowed());
            QSettings settings(m_demo->filePath(QStringLiteral("kept.ini")), QSettings::IniFormat);
            page->saveState(settings);
            page->narrow({});
            QVERIFY(!page->query().isNarrowed());
            page->restoreState(settings);
            QTest::qWait(100);
            QVERIFY(page->query() == before);
        }
        QCOMPARE(m_demo->find<QLineEdit>("producersFilter")->text(), QStringLiteral("an"));
        QCOMPARE(m_demo->find<QComboBox>("producersTag")->currentText(), QStringLiteral("gone since"));
    }

    /// The choices are read anew while somebody looks at them.
    void anOpenListOfChoicesStaysAsItIs()
    {
        auto *bar = m_demo->find<ui::ProducerFilterBar>("producersFilterBar");
        auto *tag = m_demo->find<QComboBox>("producersTag");
        QStringList tags;
        for (int i = 0; i < 10'000; ++i)
            tags.append(QStringLiteral("tag %1").arg(i));
        bar->setChoices({.roles = {}, .platforms = {}, .tags = tags});
        QCOMPARE(tag->count(), 10'001);
        tag->showPopup();
        QTRY_VERIFY(tag->view()->isVisible());
        m_demo->picture("producers-10000-tags");
        bar->setChoices({.roles = {}, .platforms = {}, .tags = {QStringLiteral("another")}});
        QCOMPARE(tag->count(), 10'001);
        tag->hidePopup();
        QTRY_VERIFY(!tag->view()->isVisible());
        const QSignalSpy changes(tag->model(), &QAbstractItemModel::rowsRemoved);
        bar->setChoices({.roles = {}, .platforms = {}, .tags = tags}); // the same
        QCOMPARE(changes.size(), 0);
        bar->setChoices({.roles = {}, .platforms = {}, .tags = {QStringLiteral("another")}});
        QCOMPARE(tag->count(), 2);
        m_demo->window().showPage(1);
        m_demo->window().showPage(2); // reads them again
        QTRY_VERIFY(tag->findText(QStringLiteral("another")) < 0);
    }

    void itsCommandsAreThoseOfWhatIsShown()
    {
        const auto names = [this] {
            auto *menu = m_demo->window().findChild<QMenu *>(QStringLiteral("pageMenu"));
            Q_EMIT menu->aboutToShow();
            QStringList found;
            for (const auto *action : menu->actions())
                found.append(action->menu() ? action->menu()->objectName() : action->objectName());
            return found;
        };
        QCOMPARE(names(),
                 QStringList({QStringLiteral("producerOpen"), QStringLiteral("producersExport"),
                              QStringLiteral("producersEnrich"), QStringLiteral("producersAddTag"),
                              QStringLiteral("producersRemoveTag"), QStringLiteral("producersUndoTag"),
                              QStringLiteral("producersCancelAction"), QStringLiteral("producersOutcomeCloseAction"),
                              QStringLiteral("producersSelectAll"), QStringLiteral("producersClearAction"),
                              QStringLiteral("savedFilters"), QStringLiteral("producersTableSort"),
                              QStringLiteral("producersTableColumns")}));
        m_demo->clickCell(table(), 0, ProducersModel::Name);
        m_demo->press(Qt::Key_O, Qt::ControlModifier);
        QTRY_VERIFY(m_demo->isVisible("producerPage"));
        QCOMPARE(names().join(u' '),
                 QStringLiteral("producerBackAction producerEnrichAction producerTagAction producerNoteAction "
                                "producerTab_0 producerTab_1 producerTab_2 producerLinks producerEvidence "
                                "producerTags producerColleagues creditsTableSort"));
        m_demo->press(Qt::Key_T, Qt::ControlModifier);
        QVERIFY(m_demo->find<QLineEdit>("tagField")->hasFocus());
        m_demo->press(Qt::Key_M, Qt::ControlModifier);
        QVERIFY(m_demo->find<QPlainTextEdit>("producerNote")->hasFocus());
        m_demo->press(Qt::Key_Escape);
        QTRY_VERIFY(m_demo->isVisible("producersTable"));
        choose("producersRole", QStringLiteral("Writer"));
        m_demo->press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(m_demo->isVisible("keepFilterDialog"));
        m_demo->press(Qt::Key_Escape);
        QTRY_VERIFY(!m_demo->isVisible("keepFilterDialog"));
        m_demo->press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!m_demo->isVisible("producersClear"));
    }

    /// In little room, in the dark: pictures to be looked at, and nothing that is wider than its place.
    void inLittleRoomNothingIsCutOff()
    {
        ui::Theme::instance().setAppearance(ui::Appearance::Dark);
        m_demo->window().resize(1024, 700);
        QTest::qWait(100);
        choose("producersSince", QStringLiteral("Since a day…"));
        m_demo->picture("producers-small-dark");
        for (const auto *name : {"producersRole", "producersTag", "producersFilter", "producersClear"}) {
            const auto *widget = m_demo->find<QWidget>(name);
            const auto right = widget->mapTo(&m_demo->window(), QPoint(widget->width(), 0)).x();
            QVERIFY2(right <= m_demo->window().width(), name);
            QVERIFY2(widget->width() >= widget->minimumSizeHint().width(), name);
        }
        m_demo->click("producersClear");
        QTest::qWait(200);
        openFirst();
        m_demo->picture("producer-small-dark");
        m_demo->window().resize(1440, 900);
        ui::Theme::instance().setAppearance(ui::Appearance::Light);
    }
};

QTEST_MAIN(ProducersTest)
#include "tst_producers.moc"
