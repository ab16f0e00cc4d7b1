// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tableview.h"
#include "common/theme.h"

#include <QClipboard>
#include <QDrag>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace linernotes;
using ui::TableView;

namespace
{

constexpr int stretching = 1;
constexpr int filling = 2;

/// A table with its model: one column of a fixed width, the others elastic.
struct Table {
    QStandardItemModel model;
    TableView view{QStringLiteral("table"), nullptr};

    explicit Table(int columns = 3)
        : model(20, columns)
    {
        view.setModel(&model);
        view.setFixedWidth(0, 10);
        view.setElasticWidth(stretching, 10, 1);
        view.setElasticWidth(filling, 10, 3);
        view.resize(ui::Theme::instance().figureWidth(ui::TypeStep::Body, 90), 400);
        view.show();
    }
};

} // namespace

class TableViewTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    /// As the next start of the program finds it: from the file, in which everything is text.
    void save(const TableView &view) const
    {
        QFile::remove(path("kept.ini"));
        QFile::remove(path("later.ini"));
        {
            QSettings settings(path("kept.ini"), QSettings::IniFormat);
            view.saveColumns(settings);
        }
        QVERIFY(QFile::copy(path("kept.ini"), path("later.ini")));
    }
    void restore(TableView &view) const
    {
        QSettings settings(path("later.ini"), QSettings::IniFormat);
        view.restoreColumns(settings);
    }

private Q_SLOTS:
    void columnsShareTheRoomAfterTheNextStartToo()
    {
        Table before;
        QVERIFY(QTest::qWaitForWindowExposed(&before.view));
        save(before.view);
        Table after;
        QVERIFY(QTest::qWaitForWindowExposed(&after.view));
        restore(after.view);
        after.view.resize(after.view.width() + 400, 400);
        QTRY_COMPARE(after.view.horizontalHeader()->length(), after.view.viewport()->width());
    }

    void aHeadingIsWholeAfterAStartInALongerLanguage()
    {
        save(Table().view);
        Table after;
        after.model.setHorizontalHeaderLabels({QStringLiteral("Der Name eines Produzenten"), {}, {}});
        QVERIFY(QTest::qWaitForWindowExposed(&after.view));
        restore(after.view);
        const auto *header = after.view.horizontalHeader();
        QVERIFY(header->sectionSize(0) >= header->sectionSizeHint(0));
        after.view.setColumnWidth(0, 10); // nor by hand
        QVERIFY(header->sectionSize(0) >= header->sectionSizeHint(0));
    }

    /// Another language, or larger letters, need another; but what a person has dragged is theirs.
    void aMeasuredWidthIsMeasuredAnew_data()
    {
        QTest::addColumn<bool>("isDragged");
        QTest::newRow("measured") << false;
        QTest::newRow("dragged") << true;
    }
    void aMeasuredWidthIsMeasuredAnew()
    {
        QFETCH(bool, isDragged);
        Table before;
        QVERIFY(QTest::qWaitForWindowExposed(&before.view));
        auto *header = before.view.horizontalHeader();
        if (isDragged) {
            const QPoint edge(header->sectionPosition(0) + header->sectionSize(0) - 1, header->height() / 2);
            QTest::mousePress(header->viewport(), Qt::LeftButton, {}, edge);
            QTest::mouseMove(header->viewport(), edge + QPoint(17, 0));
            QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, edge + QPoint(17, 0));
        }
        const auto kept = header->sectionSize(0);
        save(before.view);
        Table after;
        after.view.setFixedWidth(0, 30);
        const auto measured = after.view.columnWidth(0);
        QVERIFY(measured > kept);
        restore(after.view);
        QCOMPARE(after.view.columnWidth(0), isDragged ? kept : measured);
        QCOMPARE(after.view.horizontalHeader()->length(), after.view.viewport()->width());
    }

    void whatWasKeptOfOtherColumnsDoesNoHarm_data()
    {
        QTest::addColumn<int>("columns");
        QTest::newRow("an older program's fewer") << 3;
        QTest::newRow("a newer program's more") << 9;
    }
    void whatWasKeptOfOtherColumnsDoesNoHarm()
    {
        QFETCH(int, columns);
        save(Table(columns).view);
        Table table(5);
        restore(table.view);
        QVERIFY(QTest::qWaitForWindowExposed(&table.view));
        QCOMPARE(table.view.horizontalHeader()->count(), 5);
        for (int column = 0; column < 5; ++column)
            QVERIFY(!table.view.isColumnHidden(column) && table.view.columnWidth(column) > 0);
    }

    void whatIsDamagedDoesNoHarm()
    {
        save(Table().view);
        {
            QSettings settings(path("later.ini"), QSettings::IniFormat);
            settings.setValue(QStringLiteral("table/columns"), QByteArray("\xff\x00garbage", 9));
            settings.setValue(QStringLiteral("table/elastic"), QStringLiteral("x, -7, 99999999999"));
        }
        Table table;
        restore(table.view);
        QCOMPARE(table.view.horizontalHeader()->count(), 3);
    }

    /// A dialog that comes between takes the release with it.
    /// Rows without it are nobody's: it can't be hidden, and one that was comes back.
    void theIndispensableColumnStays()
    {
        Table table;
        table.view.setColumnShown(0, false);
        save(table.view);
        Table again;
        again.view.setIndispensable(0);
        restore(again.view);
        QVERIFY(!again.view.isColumnHidden(0));
        again.view.setColumnShown(0, false);
        QVERIFY(!again.view.isColumnHidden(0));
        auto *menu = again.view.columnMenu();
        Q_EMIT menu->aboutToShow();
        QVERIFY(!menu->actions().at(0)->isEnabled());
        QVERIFY(menu->actions().at(1)->isEnabled());
    }

    /// Several are shown and hidden one after the other, by the mouse or by keys; the last can't be hidden on the way.
    void theMenuOfColumnsStaysOpen()
    {
        Table table;
        QVERIFY(QTest::qWaitForWindowActive(&table.view));
        auto *menu = table.view.columnMenu();
        menu->popup(table.view.mapToGlobal(QPoint(20, 20)));
        QVERIFY(QTest::qWaitForWindowExposed(menu));
        const auto entries = menu->actions();
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(entries.at(1)).center());
        QVERIFY(table.view.isColumnHidden(1));
        QVERIFY(menu->isVisible());
        menu->setActiveAction(entries.at(2));
        QTest::keyClick(menu, Qt::Key_Space);
        QVERIFY(table.view.isColumnHidden(2));
        QVERIFY(!entries.at(0)->isEnabled());
        menu->setActiveAction(entries.at(1));
        QTest::keyClick(menu, Qt::Key_Return);
        QVERIFY(!table.view.isColumnHidden(1));
        QVERIFY(entries.at(0)->isEnabled());
        QVERIFY(menu->isVisible());
        QTest::keyClick(menu, Qt::Key_Escape);
        QVERIFY(!menu->isVisible());
    }

    /// Names come from outside, and rows are pasted into spreadsheets.
    void whatIsCopiedIsNoFormula()
    {
        Table table;
        table.model.setItem(0, 0, new QStandardItem(QStringLiteral("=SUM(A1) Beats")));
        table.model.setItem(0, 1, new QStandardItem(QStringLiteral("Ada\tOne")));
        table.view.selectRow(0);
        QVERIFY(table.view.copyRows());
        const auto row = QGuiApplication::clipboard()->text().section(QLatin1Char('\n'), 1, 1);
        QCOMPARE(row, QStringLiteral("'=SUM(A1) Beats\tAda One\t"));
    }

    void onlyAHeldButtonDragsRows()
    {
        Table table;
        QVERIFY(QTest::qWaitForWindowExposed(&table.view));
        table.view.selectRow(0);
        const auto place = table.view.visualRect(table.model.index(0, 0)).center();
        auto *viewport = table.view.viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, place);
        bool hasDragged = false;
        QTimer watch;
        connect(&watch, &QTimer::timeout, &table.view, [&] {
            hasDragged = hasDragged || table.view.findChild<QDrag *>();
            QDrag::cancel();
        });
        watch.start(std::chrono::milliseconds(50));
        for (int step = 1; step < 5; ++step) {
            QMouseEvent move(QEvent::MouseMove, place + QPoint(20 * step, 0),
                             viewport->mapToGlobal(place + QPoint(20 * step, 0)), Qt::NoButton, Qt::NoButton, {});
            QCoreApplication::sendEvent(viewport, &move);
        }
        QTest::qWait(200);
        QVERIFY(!hasDragged);
    }
};

QTEST_MAIN(TableViewTest)
#include "tst_tableview.moc"
