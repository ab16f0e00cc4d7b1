// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tableview.h"
#include "common/theme.h"
#include "producers/colleaguesmodel.h"
#include "producers/creditsmodel.h"
#include "producers/producerheader.h"
#include "producers/producerpage.h"
#include "producers/producerspage.h"
#include "producers/tagsrow.h"
#include "producers/yearschart.h"
#include "ui/producerscase.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QUrl>

#include <algorithm>

using namespace linernotes;
using test::ProducersCase;

/// A producer's own page.
class ProducerPageTest : public ProducersCase
{
    Q_OBJECT

    QUrl m_opened;

public Q_SLOTS:
    void take(const QUrl &url) { m_opened = url; }

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto *scheme : {"http", "https"})
            QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "take");
        open();
    }
    void cleanupTestCase()
    {
        close();
        for (const auto *scheme : {"http", "https"})
            QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
    }
    void init()
    {
        goBack();
        m_opened.clear();
    }

    void aProducerShowsCreditsEvidenceAndProfiles()
    {
        const auto credits = cell(0, ProducersModel::Credits).toInt();
        const auto name = cell(0, ProducersModel::Name);
        m_demo->clickCell(table(), 0, ProducersModel::Name, true);
        QTRY_VERIFY(m_demo->isVisible("producerPage"));
        auto *creditsTable = m_demo->find<QTableView>("creditsTable");
        const QAbstractItemModelTester tester(creditsTable->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
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
        for (const auto *link : m_demo->window().findChildren<QPushButton *>(QStringLiteral("producerLink")))
            QVERIFY2(!link->text().contains(QLatin1Char('/')), qPrintable(link->text())); // a path is for the tooltip
        QCOMPARE(m_demo->find<QLabel>("producerName")->mapTo(&m_demo->window(), QPoint(0, 0)).x(),
                 m_demo->find<QLabel>("producerFigures")->mapTo(&m_demo->window(), QPoint(0, 0)).x());
        m_demo->click("producerLink");
        QTRY_VERIFY(m_opened.scheme().startsWith(QStringLiteral("http")));
        m_demo->press(Qt::Key_Escape);
        QTRY_VERIFY(m_demo->isVisible("producersTable"));
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
        const auto noted =
            table()->model()->index(static_cast<int>(column(ProducersModel::Name).indexOf(name)), ProducersModel::Name);
        QCOMPARE(noted.data(Qt::DecorationRole).toString(), QStringLiteral("note"));
        QCOMPARE(noted.data(Qt::AccessibleTextRole).toString(), name + QStringLiteral(", with a note"));
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
        QTRY_VERIFY(m_demo->isVisible("tagChip"));
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
        const auto chipOf = [tags](const QString &tag) -> QPushButton * {
            for (auto *button : tags->findChildren<QPushButton *>(QStringLiteral("tagChip"))) {
                if (button->text() == tag)
                    return button;
            }
            return nullptr;
        };
        QTRY_VERIFY(chipOf(QStringLiteral("his alone")));
        auto *chip = chipOf(QStringLiteral("his alone"));
        const QSignalSpy changed(tags, &ui::TagsRow::changed);
        QString offered;
        connect(tags, &ui::TagsRow::changed, field, [&offered, field] { offered = field->text(); });
        chip->click();
        tags->show(m_demo->find<ui::ProducerPage>("producerPage")->personId() + 1, {});
        QTRY_COMPARE(changed.size(), 1);
        disconnect(tags, &ui::TagsRow::changed, field, nullptr);
        QVERIFY2(offered.isEmpty(), qPrintable(offered));
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
        QTest::qWait(QApplication::doubleClickInterval()); // else it is the second click of one that is doubled
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
            ++expected
                [credits->index(row, ui::CreditsModel::Released).data(ui::CreditsModel::SortRole).toString().left(4)];
        const auto said = chart->accessibleDescription();
        const auto year = expected.lastKey();
        QVERIFY2(said.contains(QStringLiteral("%1: %2 credit").arg(year).arg(expected.last())), qPrintable(said));
        QVERIFY2(text("producerFigures").contains(year), qPrintable(text("producerFigures")));
        m_demo->picture("producer-years");
    }

    void tabGoesThroughTheHeaderAsOneReads()
    {
        openFirst();
        auto *field = m_demo->find<QLineEdit>("tagField");
        for (const auto *tag : {"tab one", "tab two"}) {
            QTest::keyClicks(field, QLatin1String(tag));
            QTest::keyClick(field, Qt::Key_Return);
            QTRY_VERIFY(field->text().isEmpty());
        }
        auto *page = m_demo->find<QWidget>("producerPage");
        const auto hasChip = [page] {
            return page->findChildren<QPushButton *>(QStringLiteral("tagChip")).size() >= 2;
        };
        QTRY_VERIFY(hasChip());
        auto *header = m_demo->window().findChild<ui::ProducerHeader *>();
        auto *back = m_demo->find<QWidget>("producerBack");
        back->setFocus(Qt::TabFocusReason);
        QList<QWidget *> visited{back};
        for (int step = 0; step < 30; ++step) {
            m_demo->press(Qt::Key_Tab);
            if (!header->isAncestorOf(QApplication::focusWidget()))
                break;
            visited.append(QApplication::focusWidget());
        }
        QVERIFY(m_demo->find<QWidget>("creditsTable")->hasFocus());
        QStringList names;
        QPoint last;
        for (const auto *widget : visited) {
            const auto place = widget->mapTo(header, QPoint(0, 0));
            if (!names.isEmpty()) {
                QVERIFY2(place.y() > last.y() + widget->height() / 2 || place.x() > last.x(),
                         qPrintable(widget->objectName()));
            }
            last = place;
            names.append(widget->objectName());
        }
        QCOMPARE(names.mid(0, 2), QStringList({QStringLiteral("producerBack"), QStringLiteral("producerEnrich")}));
        QVERIFY(names.contains(QStringLiteral("producerLink")));
        QVERIFY(names.indexOf(QStringLiteral("tagField")) > names.lastIndexOf(QStringLiteral("producerLink")));
        QCOMPARE(names.last(), QStringLiteral("tagChip"));
        m_demo->picture("producer-focus");
    }

    /// Once a second while a run works: what somebody marks in the evidence must not go.
    void theEvidenceStaysWhileItIsTheSame()
    {
        openFirst();
        m_demo->find<QTabWidget>("producerSide")->setCurrentIndex(0);
        auto *link = m_demo->find<QPushButton>("evidenceLink");
        link->setFocus();
        QVERIFY(link->hasFocus());
        auto *page = m_demo->find<ui::ProducerPage>("producerPage");
        const QSignalSpy gone(link, &QObject::destroyed);
        auto *tags = m_demo->window().findChild<ui::TagsRow *>();
        QSignalSpy read(tags, &ui::TagsRow::changed);
        Q_EMIT tags->changed(); // the producer is read again
        page->refresh();
        QTest::qWait(1500);
        QCOMPARE(gone.size(), 0);
        QVERIFY(link->hasFocus());
        m_demo->press(Qt::Key_Tab);
        QVERIFY(!m_demo->find<QWidget>("producerBack")->hasFocus());
    }

    void creditsAreSortedByKeysToo()
    {
        openFirst();
        auto *credits = m_demo->find<QTableView>("creditsTable");
        const auto titles = [credits] {
            QStringList texts;
            for (int row = 0; row < credits->model()->rowCount(); ++row)
                texts.append(credits->model()->index(row, ui::CreditsModel::Title).data().toString());
            return texts;
        };
        QStringList sorted = titles();
        std::ranges::sort(sorted, [](const QString &a, const QString &b) { return a.localeAwareCompare(b) < 0; });
        auto *menu = m_demo->window().findChild<QMenu *>(QStringLiteral("creditsTableSort"));
        QVERIFY(m_demo->window().findChild<ui::ProducersPage *>()->commands().contains(menu->menuAction()));
        auto *byTitle = menu->findChild<QAction *>(QStringLiteral("sort_0"));
        byTitle->trigger();
        QCOMPARE(titles(), sorted);
        QVERIFY(byTitle->isChecked());
        byTitle->trigger();
        QVERIFY(byTitle->isChecked());
        QCOMPARE(titles().front(), sorted.back());
        menu->findChild<QAction *>(QStringLiteral("sort_3"))->trigger();
        QVERIFY(!byTitle->isChecked());
    }

    void theLongestRoleIsNotCut()
    {
        openFirst();
        const auto *credits = m_demo->find<QTableView>("creditsTable");
        QFontMetrics metrics(ui::Theme::instance().font(ui::TypeStep::Caption));
        QVERIFY(credits->columnWidth(ui::CreditsModel::CreditRole)
                > metrics.horizontalAdvance(QStringLiteral("Executive producer")) + 2 * ui::Theme::instance().space(3));
        QVERIFY(credits->columnWidth(ui::CreditsModel::Title) > credits->columnWidth(ui::CreditsModel::CreditRole));
    }

    /// What has a button only has a place in the menu, and so a name in the palette.
    void itsButtonsAndColleaguesAreInMenus()
    {
        openFirst();
        const auto actions = [this](const char *name) {
            auto *menu = m_demo->window().findChild<QMenu *>(QLatin1String(name));
            Q_EMIT menu->aboutToShow();
            return menu->actions();
        };
        actions("producerLinks").front()->trigger();
        QTRY_VERIFY(m_opened.scheme().startsWith(QStringLiteral("http")));
        m_opened.clear();
        actions("producerEvidence").front()->trigger();
        QTRY_VERIFY2(m_opened.host().endsWith(QStringLiteral("genius.com")), qPrintable(m_opened.toString()));
        auto *field = m_demo->find<QLineEdit>("tagField");
        const auto hasTag = [actions](const QString &tag) {
            const auto tags = actions("producerTags");
            return std::ranges::any_of(tags, [&tag](const QAction *action) { return action->text() == tag; });
        };
        QVERIFY(!hasTag(QStringLiteral("by keys")));
        QTest::keyClicks(field, QStringLiteral("by keys"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(hasTag(QStringLiteral("by keys")));
        for (auto *action : actions("producerTags")) {
            if (action->text() == QStringLiteral("by keys"))
                action->trigger();
        }
        QTRY_VERIFY(!hasTag(QStringLiteral("by keys")));
        const auto colleagues = actions("producerColleagues");
        const auto other = colleagues.front()->text();
        colleagues.front()->trigger();
        QTRY_COMPARE(text("producerName"), other);
        m_demo->press(Qt::Key_Escape);
        QTRY_VERIFY(text("producerName") != other);
    }
};

QTEST_MAIN(ProducerPageTest)
#include "tst_producerpage.moc"
