// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tableview.h"
#include "producers/colleaguesmodel.h"
#include "producers/creditsmodel.h"
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
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QUrl>

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
};

QTEST_MAIN(ProducerPageTest)
#include "tst_producerpage.moc"
