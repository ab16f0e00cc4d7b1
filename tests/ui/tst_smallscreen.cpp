// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/timechart.h"
#include "ui/demowindow.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>

using namespace linernotes;
using test::DemoWindow;

/// What a person needs is seen without scrolling on the screens that people have.
class SmallScreenTest : public QObject
{
    Q_OBJECT

    /// The whole of it, in the window and in every area that scrolls around it.
    static bool isWhole(const QWidget *widget)
    {
        return widget->isVisible() && widget->visibleRegion().boundingRect() == widget->rect();
    }
    static void picture(const DemoWindow &demo, const QString &name)
    {
        demo.picture(
            qPrintable(QStringLiteral("%1-%2x%3").arg(name).arg(demo.window().width()).arg(demo.window().height())));
    }

private Q_SLOTS:
    void aFreshDashboardShowsItsButton()
    {
        const DemoWindow demo(QSize(1024, 700));
        const auto *sentence = demo.find<QLabel>("emptyStateSentence");
        QTRY_VERIFY(isWhole(sentence));
        picture(demo, QStringLiteral("fresh"));
        QVERIFY(sentence->height() >= sentence->heightForWidth(sentence->width()));
        QTRY_VERIFY(isWhole(demo.find<QPushButton>("emptyStateButton")));
    }

    void aDashboardAtWorkShowsSomethingOfItsCharts()
    {
        DemoWindow demo(QSize(1024, 700));
        demo.runArtists(1);
        const auto *chart = demo.find<ui::TimeChart>("depthChart");
        picture(demo, QStringLiteral("work"));
        QTRY_VERIFY(chart->viewport()->visibleRegion().boundingRect().height() > chart->height() / 3);
    }

    void aDeadLetterShowsWhatCanBeDone_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("notebook") << QSize(1440, 900);
        QTest::newRow("smallest") << QSize(1024, 700);
    }
    void aDeadLetterShowsWhatCanBeDone()
    {
        QFETCH(QSize, size);
        const DemoWindow demo(size);
        demo.window().seed(QStringLiteral("Newcomers"), {{.artistId = {}, .name = QStringLiteral("Nova")}});
        demo.waitForRuns();
        demo.press(Qt::Key_4, Qt::ControlModifier);
        demo.find<QWidget>("candidateChoose");
        picture(demo, QStringLiteral("letter"));
        for (const auto *name : {"letterRetry", "letterEdit", "letterDiscard", "candidateChoose"})
            QTRY_VERIFY2(isWhole(demo.find<QWidget>(name)), name); // once it is laid out
        const auto *table = demo.find<QTableView>("lettersTable");
        constexpr int died = 0; // a time that is cut tells nothing
        QVERIFY(table->columnWidth(died) >= static_cast<const QAbstractItemView *>(table)->sizeHintForColumn(died));
        // One row needs little room; what there is to read has the rest.
        QTRY_VERIFY(demo.find<QWidget>("letterView")->height() > 2 * demo.find<QWidget>("letterList")->height());
        auto *scroll = demo.find<QScrollArea>("letterScroll");
        scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
        QTRY_VERIFY(isWhole(demo.find<QWidget>("letterRetry")));
    }
};

QTEST_MAIN(SmallScreenTest)
#include "tst_smallscreen.moc"
