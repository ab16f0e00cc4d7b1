// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/page.h"
#include "common/scrolledroom.h"
#include "common/theme.h"
#include "ui/demowindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScreen>
#include <QScrollBar>
#include <QStyleOptionFrame>
#include <QTableView>

using namespace linernotes;
using test::DemoWindow;

/// Text of twice the size, as a desktop gives it to who needs it, on the screen of a notebook: nothing lies beyond its
/// edges. 1440 by 900 are 720 by 450 then.
class LargeTextTest : public QObject
{
    Q_OBJECT

    static constexpr QSize screen{720, 450};
    static constexpr int narrowScreen = 512; ///< 1024 of the screen's pixels

    static bool isWhole(const QWidget *widget)
    {
        return widget->isVisible() && widget->visibleRegion().boundingRect() == widget->rect();
    }
    static void verifyPages(const QString &language)
    {
        DemoWindow demo(screen);
        demo.runArtists(1);
        for (int i = 0; i < 7; ++i) {
            demo.press(static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
            QTest::qWait(400); // what was asked for is drawn
            demo.picture(qPrintable(QStringLiteral("large-%1-%2").arg(language).arg(i + 1)));
            if (i == 2)
                verifyProducers(demo);
            const auto least = demo.window().minimumSizeHint();
            QVERIFY2(least.width() <= screen.width() && least.height() <= screen.height(),
                     qPrintable(QStringLiteral("%1: %2 x %3").arg(i + 1).arg(least.width()).arg(least.height())));
            QCOMPARE(demo.window().size(), screen);
            for (const auto *room : demo.window().findChildren<ui::ScrolledRoom *>()) {
                // Down is where more is looked for; to the side nobody does.
                if (room->isVisible())
                    QCOMPARE(room->horizontalScrollBar()->maximum(), 0);
            }
        }
    }
    /// The table has no need to be scrolled sideways, and what is said above it is whole.
    static void verifyProducers(const DemoWindow &demo)
    {
        QCOMPARE(demo.find<QTableView>("producersTable")->horizontalScrollBar()->maximum(), 0);
        const auto *count = demo.find<QLabel>("producersCount");
        QVERIFY(!count->text().isEmpty());
        QVERIFY(count->width() >= count->minimumSizeHint().width()); // of the number
        auto *filter = demo.find<QLineEdit>("producersFilter");
        const auto words = filter->fontMetrics().horizontalAdvance(filter->placeholderText());
        QStyleOptionFrame frame;
        frame.initFrom(filter);
        const auto room = filter->style()->subElementRect(QStyle::SE_LineEditContents, &frame, filter);
        const auto icon = ui::Theme::instance().iconSize(ui::TypeStep::Body);
        QVERIFY2(words + icon <= room.width(), qPrintable(filter->placeholderText()));
    }
    /// All of it is on the screen, and so are its buttons.
    static void verifyDialog(const DemoWindow &demo, const char *name, const QStringList &buttons)
    {
        auto *dialog = demo.find<QDialog>(name);
        QTest::qWait(300);
        demo.picture(qPrintable(QStringLiteral("large-%1").arg(QLatin1String(name))));
        const auto size = dialog->frameSize();
        QVERIFY2(
            size.width() <= dialog->screen()->size().width() && size.height() <= dialog->screen()->size().height(),
            qPrintable(QStringLiteral("%1: %2 x %3").arg(QLatin1String(name)).arg(size.width()).arg(size.height())));
        const auto least = dialog->minimumSizeHint().expandedTo(dialog->minimumSize());
        QVERIFY2(least.width() <= narrowScreen && least.height() <= screen.height(),
                 qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(name)).arg(least.width())));
        for (const auto &button : buttons)
            QVERIFY2(isWhole(dialog->findChild<QAbstractButton *>(button)), qPrintable(button));
        dialog->reject();
        QTRY_VERIFY(!demo.isVisible(name));
    }
    static void trigger(const DemoWindow &demo, const char *action)
    {
        demo.window().findChild<QAction *>(QLatin1String(action))->trigger();
    }

private Q_SLOTS:
    void everyPageFits() { verifyPages(QStringLiteral("en")); }

    void dialogsKeepTheirButtonsInSight()
    {
        const DemoWindow demo(screen);
        demo.press(Qt::Key_N, Qt::ControlModifier);
        verifyDialog(demo, "seedDialog", {QStringLiteral("seedCancel"), QStringLiteral("seedAccept")});
        demo.window().openWelcome();
        verifyDialog(demo, "welcomeDialog", {QStringLiteral("welcomeDemo"), QStringLiteral("welcomeCredentials")});
        trigger(demo, "credentialsAction");
        verifyDialog(demo, "credentialsDialog",
                     {QStringLiteral("credentialsCancel"), QStringLiteral("credentialsAccept")});
        demo.press(Qt::Key_F1);
        verifyDialog(demo, "helpDialog", {});
        demo.window().seed(QStringLiteral("Newcomers"), {{.artistId = {}, .name = QStringLiteral("Nova")}});
        demo.waitForRuns();
        demo.press(Qt::Key_4, Qt::ControlModifier);
        demo.find<QWidget>("letterEdit");
        trigger(demo, "deadEditAction");
        verifyDialog(demo, "editDialog", {QStringLiteral("editCancel"), QStringLiteral("editAccept")});
        trigger(demo, "deadDiscardAction");
        verifyDialog(demo, "discardDialog", {QStringLiteral("discardCancel"), QStringLiteral("discardAccept")});
    }

    void runsLeaveRoomForSome()
    {
        DemoWindow demo(screen);
        demo.runArtists(1);
        demo.press(Qt::Key_2, Qt::ControlModifier);
        const auto *table = demo.find<QTableView>("allRunsTable");
        QTRY_VERIFY(table->viewport()->visibleRegion().boundingRect().height() >= 3 * table->rowHeight(0));
        QVERIFY(isWhole(demo.find<QWidget>("runProducersButton")));
    }

    void aProducersPagesAreWhole()
    {
        DemoWindow demo(QSize(narrowScreen + 100, screen.height()));
        demo.runArtists(2);
        demo.press(Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(demo.find<QWidget>("producersFilter")->width()
                    >= ui::Theme::instance().figureWidth(ui::TypeStep::Body, 24));
        demo.clickCell(demo.find<QTableView>("producersTable"), 0, 0, true);
        const auto *tag = demo.find<QWidget>("tagField");
        QTest::qWait(400);
        demo.picture("large-producer");
        const auto links = demo.window().findChildren<QAbstractButton *>(QStringLiteral("producerLink"));
        QVERIFY(links.size() > 1);
        for (const auto *link : links) {
            QVERIFY(link->geometry().bottom() < link->parentWidget()->height());
            QVERIFY(link->mapTo(&demo.window(), QPoint(0, link->height())).y()
                    <= tag->mapTo(&demo.window(), QPoint(0, 0)).y());
        }
        const auto *credits = demo.find<QTableView>("creditsTable");
        QVERIFY(credits->viewport()->height() >= 3 * credits->rowHeight(0));
    }

    void dialogsOfWhatWasFound()
    {
        DemoWindow demo(screen);
        demo.runArtists(2);
        demo.press(Qt::Key_E, Qt::ControlModifier);
        verifyDialog(demo, "exportDialog", {QStringLiteral("exportCancel"), QStringLiteral("exportAccept")});
    }

    /// From here on: the language is that of the whole process.
    void everyPageFitsInALongerLanguage()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        verifyPages(QStringLiteral("de"));
    }

    /// The words of a setting stand above what it is set with where there is no room beside it.
    void everySettingFitsTheNarrowestWindow()
    {
        const DemoWindow demo(QSize(narrowScreen, 350));
        demo.press(Qt::Key_7, Qt::ControlModifier);
        const auto *scroll = demo.find<QScrollArea>("settingsScroll");
        QTest::qWait(400);
        demo.picture("large-de-settings");
        QVERIFY2(scroll->widget()->width() <= scroll->viewport()->width(),
                 qPrintable(QString::number(scroll->widget()->width() - scroll->viewport()->width())));
        for (const auto *name : {"settingsTest_spotify", "settingsCredentials_spotify", "settingsMotion",
                                 "settingsAppearance", "settingsLanguage", "setting_musicbrainz.contact"}) {
            const auto *control = scroll->widget()->findChild<QWidget *>(QLatin1String(name));
            const auto end = control->mapTo(scroll->widget(), QPoint(control->width(), 0)).x();
            QVERIFY2(end <= scroll->widget()->width() && control->width() >= control->minimumSizeHint().width(), name);
        }
        demo.window().openWelcome();
        verifyDialog(demo, "welcomeDialog", {QStringLiteral("welcomeDemo"), QStringLiteral("welcomeCredentials")});
        trigger(demo, "credentialsAction");
        verifyDialog(demo, "credentialsDialog",
                     {QStringLiteral("credentialsCancel"), QStringLiteral("credentialsAccept")});
    }
};

int main(int argc, char **argv)
{
    qputenv("QT_FONT_DPI", "192");
    const QApplication application(argc, argv);
    LargeTextTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_largetext.moc"
