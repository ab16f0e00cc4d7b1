// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tableview.h"
#include "common/theme.h"
#include "producers/colleaguesmodel.h"
#include "producers/creditsmodel.h"
#include "producers/producerfilterbar.h"
#include "producers/producerpage.h"
#include "producers/producersmodel.h"
#include "producers/producerspage.h"
#include "producers/tagsrow.h"
#include "producers/yearschart.h"
#include "ui/demowindow.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
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
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QUrl>

#include <algorithm>
#include <memory>

using namespace linernotes;
using test::DemoWindow;
using ui::ProducersModel;

/// The producers page and a producer's own page, over one finished run.
class ProducersTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoWindow> m_demo;
    QUrl m_opened;

    QTableView *table() const { return m_demo->find<QTableView>("producersTable"); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    QStringList column(int column) const
    {
        QStringList texts;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            texts.append(cell(row, column));
        return texts;
    }
    QString text(const char *label) const { return m_demo->find<QLabel>(label)->text(); }
    qint64 total() const { return text("producersCount").section(QLatin1Char(' '), 0, 0).toLongLong(); }
    void filterBy(const QString &words) const
    {
        m_demo->press(Qt::Key_F, Qt::ControlModifier);
        auto *filter = m_demo->find<QLineEdit>("producersFilter");
        QVERIFY(filter->hasFocus());
        filter->clear();
        QTest::keyClicks(filter, words);
        QTest::qWait(200);
    }
    void choose(const char *choice, const QString &text) const
    {
        auto *box = m_demo->find<QComboBox>(choice);
        QTRY_VERIFY2(box->findText(text) >= 0, qPrintable(text));
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int step = 0; step < box->count() && box->currentText() != text; ++step)
            QTest::keyClick(box, Qt::Key_Down);
        QTRY_COMPARE(box->currentText(), text);
        QTest::qWait(200);
    }
    /// Enters a line into the dialog that is open.
    void enter(const char *dialog, const QString &line) const
    {
        QTRY_VERIFY(m_demo->isVisible(dialog));
        auto *field = m_demo->find<QLineEdit>("lineText");
        field->setText(line); // typed, it would open the list of what was given before
    }
    void trigger(const char *action) const
    {
        auto *found = m_demo->window().findChild<QAction *>(QLatin1String(action));
        QVERIFY2(found, action);
        QVERIFY2(found->isEnabled(), action);
        found->trigger();
    }
    QString told() const { return m_demo->window().findChild<QLabel *>(QStringLiteral("statusMessage"))->text(); }
    void openFirst() const
    {
        m_demo->clickCell(table(), 0, ProducersModel::Name);
        m_demo->press(Qt::Key_Return);
        QTRY_VERIFY(m_demo->isVisible("producerPage"));
        QTRY_VERIFY(m_demo->find<QTableView>("creditsTable")->model()->rowCount() > 0);
    }

public Q_SLOTS:
    void take(const QUrl &url) { m_opened = url; }

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto *scheme : {"http", "https"})
            QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "take");
        m_demo = std::make_unique<DemoWindow>(QSize(1440, 900));
        m_demo->runArtists(6);
    }
    void cleanupTestCase()
    {
        m_demo.reset();
        for (const auto *scheme : {"http", "https"})
            QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
    }

    void init()
    {
        m_demo->window().showPage(2);
        if (m_demo->isVisible("producerPage"))
            m_demo->press(Qt::Key_Escape);
        m_demo->find<QLineEdit>("producersFilter")->clear();
        if (m_demo->isVisible("producersClear"))
            m_demo->click("producersClear");
        QTRY_VERIFY(total() > 0);
        QTest::qWait(200);
        m_opened.clear();
    }

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

    void aProducerShowsCreditsEvidenceAndProfiles()
    {
        const auto credits = cell(0, ProducersModel::Credits).toInt();
        const auto name = cell(0, ProducersModel::Name);
        m_demo->clickCell(table(), 0, ProducersModel::Name, true);
        QTRY_VERIFY(m_demo->isVisible("producerPage"));
        auto *creditsTable = m_demo->find<QTableView>("creditsTable");
        QTRY_COMPARE(creditsTable->model()->rowCount(), credits);
        QCOMPARE(text("producerName"), name);
        bool hasIsrc = false;
        for (int row = 0; row < creditsTable->model()->rowCount(); ++row)
            hasIsrc = hasIsrc || !creditsTable->model()->index(row, ui::CreditsModel::Isrc).data().toString().isEmpty();
        QCOMPARE(creditsTable->isColumnHidden(ui::CreditsModel::Isrc), !hasIsrc);
        const auto widthOf = [creditsTable](int column) { return creditsTable->columnWidth(column); };
        QVERIFY(widthOf(ui::CreditsModel::Title) > widthOf(ui::CreditsModel::Artists)); // what the page is read for
        QVERIFY(widthOf(ui::CreditsModel::Released) < widthOf(ui::CreditsModel::Artists));
        m_demo->clickCell(creditsTable, 1, ui::CreditsModel::Title);
        const auto title = creditsTable->model()->index(1, ui::CreditsModel::Title).data().toString();
        QStringList said;
        for (const auto *label : m_demo->find<QWidget>("evidence")->findChildren<QLabel *>())
            said.append(label->text());
        QVERIFY2(said.join(QLatin1Char('\n')).contains(title), qPrintable(said.join(QLatin1Char('\n'))));
        QVERIFY(said.join(QLatin1Char('\n')).contains(QStringLiteral("Genius says")));
        m_demo->picture("producer");
        m_demo->click("evidenceLink");
        QTRY_VERIFY2(m_opened.host().endsWith(QStringLiteral("genius.com")), qPrintable(m_opened.toString()));
        m_opened.clear();
        m_demo->click("producerLink");
        QTRY_VERIFY(m_opened.scheme().startsWith(QStringLiteral("http")));
        m_demo->press(Qt::Key_Escape);
        QTRY_VERIFY(m_demo->isVisible("producersTable"));
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
        choose("producersSince", QStringLiteral("Found since the last run began"));
        QTRY_COMPARE(total(), all); // there was but one run
        choose("producersSince", QStringLiteral("Found since…"));
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
        const auto *name = "filter_Who <b>writes</b>";
        QTRY_VERIFY(m_demo->window().findChild<QAction *>(QLatin1String(name)));
        trigger(name);
        QTRY_COMPARE(total(), writers);
        QCOMPARE(m_demo->find<QComboBox>("producersRole")->currentText(), QStringLiteral("Writer"));
        trigger("filterDelete_Who <b>writes</b>");
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
        QTRY_VERIFY2(told().contains(QStringLiteral("2 producers queued")), qPrintable(told()));
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

    void tagsAndNotesAreWrittenOnTheProducersPage()
    {
        openFirst();
        auto *field = m_demo->find<QLineEdit>("tagField");
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(m_demo->isVisible("tagProblem"));
        QTest::keyClicks(field, QStringLiteral("mine & <i>"));
        QVERIFY(!m_demo->isVisible("tagProblem"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(field->text().isEmpty());
        QTRY_VERIFY(m_demo->isVisible("tagChip"));
        m_demo->find<QTabWidget>("producerSide")->setCurrentIndex(3);
        auto *note = m_demo->find<QPlainTextEdit>("producerNote");
        note->setFocus();
        QTest::keyClicks(note, QStringLiteral("Ask <b>again</b>"));
        QTRY_COMPARE(text("producerNoteState"), QStringLiteral("Kept."));
        m_demo->picture("producer-note");
        const auto name = text("producerName");
        m_demo->press(Qt::Key_Escape);
        QTRY_VERIFY(m_demo->isVisible("producersTable"));
        filterBy(name);
        QTRY_VERIFY(column(ProducersModel::Tags).join(QLatin1Char(' ')).contains(QStringLiteral("mine & <i>")));
        m_demo->clickCell(table(), static_cast<int>(column(ProducersModel::Name).indexOf(name)), ProducersModel::Name);
        m_demo->press(Qt::Key_Return);
        QTRY_COMPARE(m_demo->find<QPlainTextEdit>("producerNote")->toPlainText(), QStringLiteral("Ask <b>again</b>"));
    }

    /// Too long, it is refused: then it must not vanish, neither by a reading nor by a look at somebody else.
    void aRefusedNoteStaysToBeMended()
    {
        openFirst();
        const auto name = text("producerName");
        const auto *page = m_demo->find<ui::ProducerPage>("producerPage");
        const auto id = page->personId();
        m_demo->find<QTabWidget>("producerSide")->setCurrentIndex(3);
        auto *note = m_demo->find<QPlainTextEdit>("producerNote");
        const auto before = note->toPlainText();
        const auto tooLong = QStringLiteral("x ").repeated(10'001);
        note->setPlainText(tooLong);
        QTRY_VERIFY2(text("producerNoteState").contains(QStringLiteral("Shorten it")),
                     qPrintable(text("producerNoteState")));
        auto *field = m_demo->find<QLineEdit>("tagField");
        QTest::keyClicks(field, QStringLiteral("while it is too long"));
        QTest::keyClick(field, Qt::Key_Return); // the producer is read again
        QTRY_VERIFY(field->text().isEmpty());
        QTRY_VERIFY(m_demo->window()
                        .findChild<ui::ProducerPage *>()
                        ->findChildren<QPushButton *>(QStringLiteral("tagChip"))
                        .size()
                    > 0);
        QTest::qWait(200);
        QCOMPARE(note->toPlainText().size(), tooLong.size());
        m_demo->press(Qt::Key_Escape);
        m_demo->clickCell(table(), table()->model()->rowCount() > 1 ? 1 : 0, ProducersModel::Name);
        m_demo->press(Qt::Key_Return);
        QTRY_VERIFY(text("producerName") != name);
        QTRY_VERIFY(note->toPlainText().size() < tooLong.size());
        QTRY_VERIFY2(told().contains(QStringLiteral("Shorten it")), qPrintable(told()));
        m_demo->window().findChild<ui::ProducersPage *>()->open(id);
        QTRY_COMPARE(note->toPlainText().size(), tooLong.size());
        QTRY_VERIFY(text("producerNoteState").contains(QStringLiteral("Shorten it")));
        note->setPlainText(before);
        QTRY_COMPARE(text("producerNoteState"), QStringLiteral("Kept."));
    }

    /// It would keep the window busy for minutes.
    void aBookIsNotPastedIntoANote()
    {
        openFirst();
        m_demo->find<QTabWidget>("producerSide")->setCurrentIndex(3);
        auto *note = m_demo->find<QPlainTextEdit>("producerNote");
        note->setPlainText(QStringLiteral("Mine"));
        QTRY_COMPARE(text("producerNoteState"), QStringLiteral("Kept."));
        QGuiApplication::clipboard()->setText(QString(1'000'000, QLatin1Char('x')));
        note->paste();
        QCOMPARE(note->toPlainText(), QStringLiteral("Mine"));
        QVERIFY2(text("producerNoteState").contains(QStringLiteral("1,000,000")),
                 qPrintable(text("producerNoteState")));
        m_demo->picture("producer-note-book");
        QGuiApplication::clipboard()->setText(QString(19'996, QLatin1Char('x')));
        note->moveCursor(QTextCursor::End);
        note->paste(); // just as long as a note can be
        QTRY_COMPARE(text("producerNoteState"), QStringLiteral("Kept."));
        QCOMPARE(note->toPlainText().size(), 20'000);
        note->clear();
        QTRY_COMPARE(text("producerNoteState"), QStringLiteral("Kept."));
    }

    /// “Enter brings it back” must not give the tag to whoever is shown by then.
    void aTagTakenAwayIsNotOfferedToAnother()
    {
        openFirst();
        auto *field = m_demo->find<QLineEdit>("tagField");
        QTest::keyClicks(field, QStringLiteral("his alone"));
        QTest::keyClick(field, Qt::Key_Return);
        QTest::keyClick(field, Qt::Key_Return); // twice in haste is once, and nothing to complain of
        QTRY_VERIFY(field->text().isEmpty());
        QVERIFY(!m_demo->isVisible("tagProblem"));
        auto *tags = m_demo->window().findChild<ui::TagsRow *>();
        QPushButton *chip = nullptr;
        const auto chipOf = [tags](const QString &tag) -> QPushButton * {
            for (auto *button : tags->findChildren<QPushButton *>(QStringLiteral("tagChip"))) {
                if (button->text() == tag)
                    return button;
            }
            return nullptr;
        };
        QTRY_VERIFY((chip = chipOf(QStringLiteral("his alone"))));
        const QSignalSpy changed(tags, &ui::TagsRow::changed);
        QString offered;
        connect(tags, &ui::TagsRow::changed, field, [&offered, field] { offered = field->text(); });
        chip->click();
        tags->show(m_demo->find<ui::ProducerPage>("producerPage")->personId() + 1, {});
        QTRY_COMPARE(changed.size(), 1);
        disconnect(tags, &ui::TagsRow::changed, field, nullptr);
        QVERIFY2(offered.isEmpty(), qPrintable(offered));
    }

    void oneDoubleClickReadsTheProfilesOnce()
    {
        openFirst();
        auto *button = m_demo->find<QPushButton>("producerEnrich");
        auto *page = m_demo->window().findChild<ui::ProducersPage *>();
        QSignalSpy told(page, &ui::Page::told);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(told.size(), 1); // the answer came between the two
        QTest::mouseClick(button, Qt::LeftButton);
        QTest::qWait(300);
        QCOMPARE(told.size(), 1);
        m_demo->waitForRuns();
    }

    /// From the run's page for example: the way back is not that of a walk that was over.
    void whoIsOpenedFromElsewhereLeadsBackToTheList()
    {
        openFirst();
        m_demo->find<QTabWidget>("producerSide")->setCurrentIndex(1);
        auto *colleagues = m_demo->find<QTableView>("colleaguesTable");
        QTRY_VERIFY(colleagues->model()->rowCount() > 0);
        const auto name = text("producerName");
        const auto id = m_demo->find<ui::ProducerPage>("producerPage")->personId();
        m_demo->clickCell(colleagues, 0, ui::ColleaguesModel::Name);
        QTRY_VERIFY(text("producerName") != name);
        m_demo->window().findChild<ui::ProducersPage *>()->open(id);
        QTRY_COMPARE(text("producerName"), name);
        m_demo->press(Qt::Key_Escape);
        QTRY_VERIFY(m_demo->isVisible("producersTable"));
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
                              QStringLiteral("producersRemoveTag"), QStringLiteral("producersClearAction"),
                              QStringLiteral("savedFilters"), QStringLiteral("producersTableColumns")}));
        m_demo->clickCell(table(), 0, ProducersModel::Name);
        m_demo->press(Qt::Key_O, Qt::ControlModifier);
        QTRY_VERIFY(m_demo->isVisible("producerPage"));
        QCOMPARE(names(),
                 QStringList({QStringLiteral("producerBackAction"), QStringLiteral("producerEnrichAction"),
                              QStringLiteral("producerTagAction"), QStringLiteral("producerNoteAction")}));
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

    void colleaguesOpenAndTheWayBackLeadsHome()
    {
        openFirst();
        const auto name = text("producerName");
        m_demo->find<QTabWidget>("producerSide")->setCurrentIndex(1);
        auto *colleagues = m_demo->find<QTableView>("colleaguesTable");
        QTRY_VERIFY(colleagues->model()->rowCount() > 0);
        const QAbstractItemModelTester tester(colleagues->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_demo->picture("producer-colleagues");
        const auto other = colleagues->model()->index(0, ui::ColleaguesModel::Name).data().toString();
        m_demo->clickCell(colleagues, 0, ui::ColleaguesModel::Name);
        QTRY_COMPARE(text("producerName"), other);
        m_demo->press(Qt::Key_Escape);
        QTRY_COMPARE(text("producerName"), name);
        m_demo->press(Qt::Key_Escape);
        QTRY_VERIFY(m_demo->isVisible("producersTable"));
    }

    void theYearsOfTheCreditsAreCharted()
    {
        openFirst();
        m_demo->find<QTabWidget>("producerSide")->setCurrentIndex(2);
        auto *chart = m_demo->find<ui::YearsChart>("producerYears");
        auto *credits = m_demo->find<QTableView>("creditsTable")->model();
        QMap<QString, int> expected;
        for (int row = 0; row < credits->rowCount(); ++row)
            ++expected[credits->index(row, ui::CreditsModel::Released).data().toString().left(4)];
        const auto said = chart->accessibleDescription();
        const auto year = expected.lastKey();
        QVERIFY2(said.contains(QStringLiteral("%1: %2 credit").arg(year).arg(expected.last())), qPrintable(said));
        QVERIFY2(text("producerFigures").contains(year), qPrintable(text("producerFigures")));
        m_demo->picture("producer-years");
    }

    /// In little room, in the dark: pictures to be looked at, and nothing that is wider than its place.
    void inLittleRoomNothingIsCutOff()
    {
        ui::Theme::instance().setAppearance(ui::Appearance::Dark);
        m_demo->window().resize(1024, 700);
        QTest::qWait(100);
        choose("producersSince", QStringLiteral("Found since…"));
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
