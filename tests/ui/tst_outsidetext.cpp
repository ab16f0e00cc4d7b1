// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/eventfilter.h"
#include "activity/eventview.h"
#include "activity/eventwording.h"
#include "common/banner.h"
#include "common/emptystate.h"
#include "common/page.h"
#include "common/textline.h"
#include "common/wording.h"
#include "exporting/exportdialog.h"
#include "producers/producerheader.h"
#include "ui/demowindow.h"

#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QTableView>

using namespace linernotes;
using test::DemoWindow;

namespace
{

/// A word that has no place to break at.
QString longWord()
{
    return {100'000, QLatin1Char('x')};
}

QString manyWords()
{
    return QStringLiteral("so many words ").repeated(8'000);
}

} // namespace

/// What comes from services, from people and from files may be of any length and hold any sign.
class OutsideTextTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoWindow> m_demo;

    void isOfItsSize() const
    {
        QTest::qWait(100);
        QCOMPARE(m_demo->window().size(), QSize(1024, 700));
        QVERIFY2(m_demo->window().minimumSizeHint().width() <= 1024,
                 qPrintable(QString::number(m_demo->window().minimumSizeHint().width())));
        QVERIFY2(m_demo->window().minimumSizeHint().height() <= 700,
                 qPrintable(QString::number(m_demo->window().minimumSizeHint().height())));
    }

    static void lengths()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("one word") << longWord();
        QTest::newRow("many words") << manyWords();
        QTest::newRow("many lines") << QStringLiteral("a line\n").repeated(5'000);
        QTest::newRow("from right to left") << QStringLiteral("\u202eالمنتج ").repeated(2'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_demo = std::make_unique<DemoWindow>();
        m_demo->runArtists(1);
    }
    void cleanupTestCase() { m_demo.reset(); }

    /// Whichever way a name's script runs, what stands around it keeps its place, and a copy has no marks in it.
    void namesOfAllScriptsKeepTheirPlaces()
    {
        const auto arabic = QString::fromUtf8("نور الصباح");
        QCOMPARE(ui::isolated(QStringLiteral("Nova")), QStringLiteral("Nova"));
        const auto both = ui::joined({arabic, QStringLiteral("Nova")});
        QVERIFY(both != arabic + QStringLiteral(", Nova"));
        QCOMPARE(ui::withoutIsolation(both), arabic + QStringLiteral(", Nova"));
        const auto drawn = [](const QString &text, int width) {
            QImage image(width, 40, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            ui::drawLine(painter, image.rect(), Qt::AlignLeft | Qt::AlignVCenter, ui::TypeStep::Body, text);
            return image;
        };
        // The first name stands first, and the … of what has no room stands last.
        const auto width = ui::lineWidth(ui::TypeStep::Body, arabic);
        QCOMPARE(drawn(both, 400).copy(0, 0, width, 40), drawn(ui::isolated(arabic), 400).copy(0, 0, width, 40));
        const auto room = ui::lineWidth(ui::TypeStep::Body, both) - 4;
        const auto cut = drawn(both, room);
        QCOMPARE(cut.copy(0, 0, width, 40), drawn(ui::isolated(arabic), 400).copy(0, 0, width, 40));
    }

    void aLongMessageLeavesTheWindowAsItIs_data() { lengths(); }
    void aLongMessageLeavesTheWindowAsItIs()
    {
        QFETCH(QString, text);
        auto *page = m_demo->window().findChild<ui::Page *>();
        Q_EMIT page->failed(Error{ErrorCategory::Server, text});
        isOfItsSize();
        m_demo->picture("outside-status");
    }

    void aLongFilterLeavesTheWindowAsItIs_data() { lengths(); }
    void aLongFilterLeavesTheWindowAsItIs()
    {
        QFETCH(QString, text);
        m_demo->window().showPage(2);
        auto *filter = m_demo->find<QLineEdit>("producersFilter");
        filter->setText(text);
        QTRY_VERIFY(m_demo->isVisible("producersNothingFound"));
        isOfItsSize();
        m_demo->picture("outside-filter");
        filter->clear();
        QTRY_VERIFY(m_demo->isVisible("producersTable"));
    }

    void aLongNameLeavesTheWindowAsItIs_data() { lengths(); }
    void aLongNameLeavesTheWindowAsItIs()
    {
        QFETCH(QString, text);
        m_demo->window().showPage(2);
        auto *table = m_demo->find<QTableView>("producersTable");
        m_demo->clickCell(table, 0, 0, true);
        QTRY_VERIFY(m_demo->isVisible("producerPage"));
        QTest::qWait(200);
        ProducerDetail detail;
        detail.summary.name = text;
        detail.summary.tags = QStringList(3, text);
        detail.aliases = QStringList(3, text);
        m_demo->window().findChild<ui::ProducerHeader *>()->show(detail);
        isOfItsSize();
        m_demo->picture("outside-name");
        m_demo->press(Qt::Key_Escape);
        QTRY_VERIFY(m_demo->isVisible("producersTable"));
    }

    void aLongFilterLeavesTheExportAsItIs_data() { lengths(); }
    void aLongFilterLeavesTheExportAsItIs()
    {
        QFETCH(QString, text);
        ui::ExportDialog dialog({.filter = text}, 12, nullptr);
        QVERIFY2(dialog.sizeHint().width() < 1024, qPrintable(QString::number(dialog.sizeHint().width())));
        QVERIFY2(dialog.sizeHint().height() < 700, qPrintable(QString::number(dialog.sizeHint().height())));
    }

    void aToolTipIsNoPage_data() { lengths(); }
    void aToolTipIsNoPage()
    {
        QFETCH(QString, text);
        QVERIFY(ui::plainToolTip(text).size() < 5'000);
    }

    void aNameThatLooksLikeAPlaceStaysAsItIs()
    {
        auto name = QStringLiteral("Mix %2 100%1");
        const auto runName = [&name](qint64) { return name; };
        const auto facts = ui::factsOf({.runId = 7}, runName);
        const auto run = std::ranges::find(facts, QStringLiteral("Run"), &std::pair<QString, QString>::first);
        QVERIFY(run != facts.end());
        QCOMPARE(run->second, name + QStringLiteral(" (7)"));
        PipelineSnapshot snapshot;
        snapshot.runs.push_back({.id = 7, .name = name});
        ui::EventFilter filter(nullptr);
        filter.present(snapshot);
        QCOMPARE(filter.findChild<QComboBox *>(QStringLiteral("eventsRun"))->itemText(1),
                 name + QStringLiteral(" (7)"));
    }
};

QTEST_MAIN(OutsideTextTest)
#include "tst_outsidetext.moc"
