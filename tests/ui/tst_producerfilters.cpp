// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/producerscase.h"

using namespace linernotes;

/// What producers are narrowed with, and what comes and goes around their table, leave it where it is.
class ProducerFiltersTest : public test::ProducersCase
{
    Q_OBJECT

    [[nodiscard]] int top() const { return table()->mapTo(&m_demo->window(), QPoint()).y(); }

private Q_SLOTS:
    void initTestCase() { open(); }
    void cleanupTestCase() { close(); }
    void init() { goBack(); }

    void theTableStaysWhereItIsWhileItIsNarrowed_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("notebook") << QSize(1440, 900);
        QTest::newRow("smallest") << QSize(1024, 700);
    }
    void theTableStaysWhereItIsWhileItIsNarrowed()
    {
        QFETCH(QSize, size);
        m_demo->window().resize(size);
        QTest::qWait(100);
        const auto before = top();
        choose("producersConfidence", QStringLiteral("80 % or more"));
        QVERIFY(m_demo->isVisible("producersClear"));
        m_demo->picture(qPrintable(QStringLiteral("producers-narrowed-%1").arg(size.width())));
        QCOMPARE(top(), before);
        choose("producersSince", QStringLiteral("Since the last run"));
        QCOMPARE(top(), before);
        m_demo->click("producersClear");
        QTest::qWait(100);
        QCOMPARE(top(), before);
    }

    void whatIsSaidOfTheRowsDoesNotMoveThem()
    {
        const auto before = top();
        table()->setFocus();
        m_demo->press(Qt::Key_A, Qt::ControlModifier);
        QTRY_VERIFY(m_demo->isVisible("producersSelectionBanner"));
        QCOMPARE(top(), before);
        trigger("producersAddTag");
        enter("addTagDialog", QStringLiteral("to ask"));
        m_demo->click("lineAccept");
        QTRY_VERIFY(m_demo->isVisible("producersOutcome"));
        QTest::qWait(100);
        m_demo->picture("producers-outcome-below");
        QCOMPARE(top(), before);
        m_demo->press(Qt::Key_Escape, Qt::ShiftModifier);
        QTRY_VERIFY(!m_demo->isVisible("producersOutcome"));
        QCOMPARE(top(), before);
    }

    /// As people look for them, and not by the words of the database.
    void choicesStandInTheOrderOfTheirLabels()
    {
        for (const auto *name : {"producersRole", "producersPlatform"}) {
            const auto *box = m_demo->find<QComboBox>(name);
            QTRY_VERIFY(box->count() > 3);
            for (int i = 2; i < box->count(); ++i)
                QVERIFY2(box->itemText(i - 1).localeAwareCompare(box->itemText(i)) <= 0, qPrintable(box->itemText(i)));
        }
    }

    /// In the whole of its row, below it.
    void whyATagIsRefusedHasRoom()
    {
        m_demo->window().resize(1024, 700);
        openFirst();
        auto *field = m_demo->find<QLineEdit>("tagField");
        const auto *credits = m_demo->find<QTableView>("creditsTable");
        const auto before = credits->mapTo(&m_demo->window(), QPoint()).y();
        field->setText(QString(300, QLatin1Char('a')));
        QTest::keyClick(field, Qt::Key_Return);
        const auto *problem = m_demo->find<QLabel>("tagProblem");
        QTest::qWait(100);
        m_demo->picture("tag-refused");
        QCOMPARE(problem->width(), problem->parentWidget()->width());
        const auto moved = credits->mapTo(&m_demo->window(), QPoint()).y() - before;
        QVERIFY2(moved <= 2 * problem->fontMetrics().height(), qPrintable(QString::number(moved)));
    }
};

QTEST_MAIN(ProducerFiltersTest)
#include "tst_producerfilters.moc"
