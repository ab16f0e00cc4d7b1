// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tableview.h"
#include "producers/colleaguesmodel.h"
#include "producers/producerspage.h"
#include "ui/producerscase.h"
#include "ui/slowhand.h"

#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>

#include <optional>

using namespace linernotes;
using test::ProducersCase;

/// A producer's page is opened, and a hand that clicks twice means what it saw the first time.
class ProducerOpeningTest : public ProducersCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { open(); }
    void cleanupTestCase() { close(); }
    void init() { goBack(); }

    /// The second of two clicks meets the row of somebody else.
    void aDoubleClickOpensTheOneThatWasClicked()
    {
        openFirst();
        m_demo->find<QTabWidget>("producerSide")->setCurrentIndex(1);
        auto *colleagues = m_demo->find<QTableView>("colleaguesTable");
        QTRY_VERIFY(colleagues->model()->rowCount() > 1);
        const auto other = colleagues->model()->index(1, ui::ColleaguesModel::Name).data().toString();
        std::optional<test::SlowHand> hand(std::in_place);
        m_demo->clickCell(colleagues, 1, ui::ColleaguesModel::Name);
        QTRY_COMPARE(text("producerName"), other); // the rows are other ones by now
        const auto place = colleagues->visualRect(colleagues->model()->index(0, 0)).center();
        QTest::mouseClick(colleagues->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(colleagues->viewport(), Qt::LeftButton, {}, place);
        QTest::qWait(500);
        QCOMPARE(text("producerName"), other);
        hand.reset();
        QTest::keyClick(colleagues, Qt::Key_Return); // later, it is meant
        QTRY_VERIFY(text("producerName") != other);
        m_demo->press(Qt::Key_Escape);
        QTRY_COMPARE(text("producerName"), other);
        m_demo->press(Qt::Key_Escape);
        QTRY_VERIFY(text("producerName") != other);
    }

    /// The chip beside it stands there as soon as the first is gone.
    void aSecondClickTakesNoOtherTagAway()
    {
        openFirst();
        auto *field = m_demo->find<QLineEdit>("tagField");
        for (const auto *tag : {"alpha", "beta", "gamma"}) {
            field->setText(QLatin1String(tag));
            QTest::keyClick(field, Qt::Key_Return);
            QTRY_VERIFY(field->text().isEmpty());
        }
        const auto tagChip = QStringLiteral("tagChip");
        const auto chips = [&] {
            QStringList tags;
            for (const auto *chip : m_demo->find<QWidget>("producerPage")->findChildren<QPushButton *>(tagChip))
                tags.append(chip->text());
            return tags;
        };
        const auto before = chips();
        QVERIFY(before.size() >= 3);
        const test::SlowHand hand;
        m_demo->click("tagChip");
        QTRY_COMPARE(chips().size(), before.size() - 1);
        m_demo->click("tagChip");
        QTest::qWait(300);
        QCOMPARE(chips(), before.mid(1));
    }

    void oneDoubleClickReadsTheProfilesOnce()
    {
        const test::SlowHand hand;
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

    /// On another database the same number is somebody else's.
    void whoWasOpenIsSoAfterARestart()
    {
        auto *page = m_demo->window().findChild<ui::ProducersPage *>();
        const auto first = cell(0, ui::ProducersModel::Name);
        openFirst();
        QTRY_COMPARE(text("producerName"), first);
        QSettings settings(m_demo->filePath(QStringLiteral("opened.ini")), QSettings::IniFormat);
        page->saveState(settings);
        const auto name = settings.value(QStringLiteral("opened/name")).toString();
        QCOMPARE(name, first);
        m_demo->press(Qt::Key_Escape);
        QTRY_VERIFY(m_demo->isVisible("producersTable"));
        page->restoreState(settings);
        QTRY_VERIFY(m_demo->isVisible("producerPage"));
        QTRY_COMPARE(text("producerName"), name);

        m_demo->press(Qt::Key_Escape);
        QTRY_VERIFY(m_demo->isVisible("producersTable"));
        settings.setValue(QStringLiteral("opened/name"), QStringLiteral("Somebody Else"));
        page->restoreState(settings);
        QTest::qWait(300);
        QVERIFY(m_demo->isVisible("producersTable"));
        page->saveState(settings);
        QCOMPARE(settings.value(QStringLiteral("opened/id")).toInt(), 0);
    }

    void whoWasOpenTakesNoFocusFromAnotherPage()
    {
        auto *page = m_demo->window().findChild<ui::ProducersPage *>();
        openFirst();
        const auto name = text("producerName");
        QSettings settings(m_demo->filePath(QStringLiteral("behind.ini")), QSettings::IniFormat);
        page->saveState(settings);
        m_demo->press(Qt::Key_Escape);
        m_demo->press(Qt::Key_1, Qt::ControlModifier);
        page->restoreState(settings);
        QTRY_VERIFY(page->findChild<QWidget *>(QStringLiteral("producerPage"))->isVisibleTo(page));
        QVERIFY(!page->isAncestorOf(m_demo->window().focusWidget()));
        m_demo->press(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(text("producerName"), name);
        QVERIFY(page->isAncestorOf(m_demo->window().focusWidget()));
    }
};

QTEST_MAIN(ProducerOpeningTest)
#include "tst_produceropening.moc"
