// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/page.h"
#include "mainwindow/commandpalette.h"
#include "ui/demowindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QCompleter>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QTableView>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

using namespace linernotes;
using test::DemoWindow;
using ui::CommandPalette;

namespace
{

QAction *action(const DemoWindow &demo, const QString &name)
{
    auto *found = demo.window().findChild<QAction *>(name);
    if (!found)
        qFatal("no action %s", qPrintable(name));
    return found;
}

/// Entries that come and go stand in a menu that a key opens; a field's own are its own; the tool bar is not hidden.
bool isReachedOtherwise(const QAction *action)
{
    if (action->isSeparator() || action->text().isEmpty())
        return true;
    for (auto *owner = action->parent(); owner; owner = owner->parent()) {
        const auto *menu = qobject_cast<QMenu *>(owner);
        if (qobject_cast<QLineEdit *>(owner) || qobject_cast<QToolBar *>(owner)
            || (menu && !menu->menuAction()->shortcut().isEmpty()))
            return true;
    }
    return false;
}

} // namespace

/// The window without a mouse: every action by a key, wherever the focus is, and the focus where it is looked for.
class KeysTest : public QObject
{
    Q_OBJECT

    static CommandPalette *openPalette(const DemoWindow &demo)
    {
        demo.press(Qt::Key_K, Qt::ControlModifier);
        auto *palette = demo.window().findChild<CommandPalette *>();
        return palette && QTest::qWaitForWindowExposed(palette) ? palette : nullptr;
    }
    static void doByName(const DemoWindow &demo, const QString &letters)
    {
        auto *palette = openPalette(demo);
        QVERIFY(palette);
        auto *text = palette->findChild<QLineEdit *>();
        QTest::keyClicks(text, letters);
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_VERIFY(!demo.window().findChild<CommandPalette *>());
    }
    static void openFirstProducer(const DemoWindow &demo)
    {
        demo.press(Qt::Key_3, Qt::ControlModifier);
        auto *table = demo.find<QTableView>("producersTable");
        QTRY_VERIFY(table->model()->rowCount() > 3);
        demo.press(Qt::Key_Return);
        QTRY_VERIFY(demo.isVisible("producerPage"));
        QTRY_VERIFY(demo.find<QTableView>("creditsTable")->model()->rowCount() > 0);
    }

private Q_SLOTS:
    void everyActionHasAKeyAndAMenu()
    {
        DemoWindow demo;
        demo.runArtists(1);
        openFirstProducer(demo);
        QSet<const QAction *> inMenus;
        QStringList without;
        const auto gather = [&inMenus](const QList<CommandPalette::Command> &commands) {
            for (const auto &command : commands)
                inMenus.insert(command.action);
        };
        for (auto *page : demo.window().findChildren<ui::Page *>())
            gather(CommandPalette::commandsOf({}, page->commands()));
        demo.press(Qt::Key_Escape); // the producers' list has other commands
        QTRY_VERIFY(demo.isVisible("producersTable"));
        for (auto *page : demo.window().findChildren<ui::Page *>())
            gather(CommandPalette::commandsOf({}, page->commands()));
        for (const auto *menu : demo.window().findChildren<QMenu *>())
            gather(CommandPalette::commandsOf({}, menu->actions()));
        const QStringList sameAsAnother{QStringLiteral("producersCopy"), // Edit › Copy rows
                                        QStringLiteral("creditsTableCopy"), QStringLiteral("colleaguesTableCopy"),
                                        QStringLiteral("colleagueOpen")}; // Page › Worked with
        for (const auto *action : demo.window().findChildren<QAction *>()) {
            if (isReachedOtherwise(action) || sameAsAnother.contains(action->objectName()) || action->menu())
                continue;
            if (action->shortcut().isEmpty())
                without.append(QStringLiteral("no key: %1 %2").arg(action->objectName(), action->text()));
            if (!inMenus.contains(action))
                without.append(QStringLiteral("no menu: %1 %2").arg(action->objectName(), action->text()));
        }
        QVERIFY2(without.isEmpty(), qPrintable(without.join(u'\n')));
    }

    /// Of GNOME: show the desktop; of KDE: the window that wants attention; of IBus: emoji and Unicode signs.
    void noKeyIsTheDesktops()
    {
        const DemoWindow demo;
        const QStringList taken{QStringLiteral("Ctrl+Alt+D"), QStringLiteral("Ctrl+Alt+A"),
                                QStringLiteral("Ctrl+."),     QStringLiteral("Ctrl+Shift+U"),
                                QStringLiteral("Ctrl+Alt+T"), QStringLiteral("Ctrl+Alt+L"),
                                QStringLiteral("Ctrl+Alt+K")};
        for (const auto *action : demo.window().findChildren<QAction *>()) {
            for (const auto &key : action->shortcuts())
                QVERIFY2(!taken.contains(key.toString()), qPrintable(action->objectName() + u' ' + key.toString()));
        }
    }

    void aPagesKeysWorkWhileItIsShown()
    {
        DemoWindow demo;
        demo.runArtists(1);
        demo.press(Qt::Key_2, Qt::ControlModifier);
        demo.find<QWidget>("toolSeed")->setFocus();
        QSignalSpy paused(action(demo, QStringLiteral("runRepeat")), &QAction::triggered);
        demo.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(paused.size(), 1);
        QSignalSpy probed(action(demo, QStringLiteral("testNowAction_spotify")), &QAction::triggered);
        QSignalSpy probedOther(action(demo, QStringLiteral("testNowAction_genius")), &QAction::triggered);
        demo.press(Qt::Key_T, Qt::ControlModifier); // of a page that is not shown
        demo.press(Qt::Key_5, Qt::ControlModifier);
        demo.find<QWidget>("toolSeed")->setFocus();
        demo.press(Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(probed.size(), 1);
        demo.find<QWidget>("service_genius")->setFocus();
        demo.press(Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(probedOther.size(), 1);
        demo.find<QWidget>("toolSeed")->setFocus();
        QTRY_VERIFY(action(demo, QStringLiteral("testNowAction_genius"))->isEnabled()); // it was answered
        demo.press(Qt::Key_T, Qt::ControlModifier); // the one that had the focus last
        QCOMPARE(probed.size(), 1);
        QCOMPARE(probedOther.size(), 2);
        // The help names the same service.
        const auto commands = demo.window().findChild<ui::Page *>(QStringLiteral("services"))->commands();
        const auto menu = std::ranges::find_if(commands, [](const QAction *command) { return command->menu(); });
        QVERIFY(menu != commands.end());
        QVERIFY((*menu)->menu()->actions().contains(action(demo, QStringLiteral("testNowAction_genius"))));
    }

    void aFieldsKeysAreItsOwn()
    {
        DemoWindow demo;
        demo.window().seed(QStringLiteral("Unclear"), {{.artistId = {}, .name = QStringLiteral("Nova")}});
        demo.waitForRuns();
        demo.press(Qt::Key_4, Qt::ControlModifier);
        auto *discard = action(demo, QStringLiteral("deadDiscardAction"));
        QTRY_VERIFY(demo.find<QTableView>("lettersTable")->model()->rowCount() > 0);
        demo.press(Qt::Key_Down);
        QTRY_VERIFY(discard->isEnabled());
        QSignalSpy discarded(discard, &QAction::triggered);
        demo.press(Qt::Key_F, Qt::ControlModifier);
        auto *field = demo.find<QLineEdit>("deadFilter");
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("Nova"));
        demo.press(Qt::Key_A, Qt::ControlModifier);
        demo.press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Nova"));
        demo.press(Qt::Key_Delete);
        QCOMPARE(field->text(), QString());
        demo.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(field->text(), QStringLiteral("Nova"));
        QCOMPARE(discarded.size(), 0);
    }

    /// It works on something and is switched off meanwhile: the next key is not for the list of pages.
    void aButtonThatIsSwitchedOffLeavesTheFocusOnItsPage()
    {
        DemoWindow demo;
        demo.press(Qt::Key_3, Qt::ControlModifier);
        auto *page = demo.window().findChild<ui::Page *>(QStringLiteral("producersPage"));
        auto *button = new QPushButton(QStringLiteral("test"), page);
        button->show();
        button->setFocus();
        QTRY_VERIFY(button->hasFocus());
        button->setEnabled(false);
        QTRY_VERIFY(page->isAncestorOf(QApplication::focusWidget()));
        QTest::qWait(50);
        QVERIFY(page->isAncestorOf(QApplication::focusWidget()));
    }

    /// Qt's buttons take Enter in dialogs only, and there it is the default's where a button is none.
    void enterPressesTheButtonThatHasTheFocus()
    {
        const DemoWindow demo;
        demo.press(Qt::Key_3, Qt::ControlModifier);
        auto *page = demo.window().findChild<ui::Page *>(QStringLiteral("producersPage"));
        auto *button = new QPushButton(QStringLiteral("test"), page);
        button->show();
        button->setFocus();
        QTRY_VERIFY(button->hasFocus());
        QSignalSpy pressed(button, &QPushButton::clicked);
        demo.press(Qt::Key_Return);
        QCOMPARE(pressed.size(), 1);
        demo.press(Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(pressed.size(), 2);
        demo.press(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(pressed.size(), 2);
        demo.find<QToolButton>("producersColumns")->setFocus();
        QTimer::singleShot(0, qApp, [] { // the menu has the keys until it is closed
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            menu->close();
        });
        demo.press(Qt::Key_Return);
        demo.press(Qt::Key_N, Qt::ControlModifier);
        auto *dialog = demo.find<QDialog>("seedDialog");
        dialog->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("Nova"));
        QTRY_VERIFY(demo.find<QPushButton>("seedAccept")->isEnabled());
        demo.find<QPushButton>("seedCancel")->setFocus();
        demo.press(Qt::Key_Return);
        QTRY_VERIFY(!demo.isVisible("seedDialog"));
        const auto snapshot = demo.engine().snapshot();
        QTRY_VERIFY(snapshot.isFinished());
        QVERIFY(snapshot.result().value()->runs.empty());
    }

    /// Wherever one is: its page is shown first.
    void thePaletteHasTheCommandsOfAllPages()
    {
        DemoWindow demo;
        demo.window().seed(QStringLiteral("Unclear"), {{.artistId = {}, .name = QStringLiteral("Nova")}});
        demo.waitForRuns();
        doByName(demo, QStringLiteral("retry all"));
        QTRY_COMPARE(demo.window().currentPage(), 3);
        QTRY_VERIFY(demo.isVisible("retryBox"));
        demo.press(Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
        demo.press(Qt::Key_1, Qt::ControlModifier);
        doByName(demo, QStringLiteral("Choose who"));
        QTRY_COMPARE(demo.window().currentPage(), 3);
        demo.press(Qt::Key_1, Qt::ControlModifier);
        auto *palette = openPalette(demo);
        QVERIFY(palette);
        QTest::keyClicks(palette->findChild<QLineEdit *>(), QStringLiteral("who they worked"));
        QCOMPARE(palette->findChild<QListWidget *>()->count(), 0); // nobody is opened
        QTest::keyClick(palette, Qt::Key_Escape);
    }

    void whatCanNotBeDoneThereIsSaid()
    {
        const DemoWindow demo;
        doByName(demo, QStringLiteral("retry all"));
        QTRY_COMPARE(demo.window().currentPage(), 3);
        QTRY_VERIFY2(demo.find<QLabel>("statusMessage")->text().contains(QStringLiteral("Retry all")),
                     qPrintable(demo.find<QLabel>("statusMessage")->text()));
    }

    void aSettingIsGoneToByItsName_data()
    {
        QTest::addColumn<QString>("letters");
        QTest::addColumn<QString>("editor");
        QTest::newRow("name") << QStringLiteral("market") << QStringLiteral("setting_spotify.market");
        QTest::newRow("words") << QStringLiteral("genius daily calls") << QStringLiteral("setting_genius.daily_calls");
        QTest::newRow("what is chosen") << QStringLiteral("deutsch") << QStringLiteral("settingsLanguage");
        QTest::newRow("of the window") << QStringLiteral("colours") << QStringLiteral("settingsAppearance");
    }
    void aSettingIsGoneToByItsName()
    {
        QFETCH(QString, letters);
        QFETCH(QString, editor);
        const DemoWindow demo;
        doByName(demo, letters);
        QTRY_COMPARE(demo.window().currentPage(), 6);
        QTRY_VERIFY(QApplication::focusWidget());
        QTRY_VERIFY2(QApplication::focusWidget()->objectName() == editor,
                     qPrintable(QApplication::focusWidget()->objectName()));
    }

    void homeAndEndAreTheFirstAndTheLastRow()
    {
        DemoWindow demo({600, 700}); // too narrow for all the columns
        demo.runArtists(1);
        demo.press(Qt::Key_3, Qt::ControlModifier);
        auto *table = demo.find<QTableView>("producersTable");
        QTRY_VERIFY(table->model()->rowCount() > 3);
        QTRY_VERIFY(table->hasFocus());
        QTRY_VERIFY(table->selectionModel()->isRowSelected(0, {})); // as its frame says
        QVERIFY(action(demo, QStringLiteral("producerOpen"))->isEnabled());
        demo.press(Qt::Key_End);
        QCOMPARE(table->currentIndex().row(), table->model()->rowCount() - 1);
        demo.press(Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(table->selectionModel()->selectedRows().size(), table->model()->rowCount());
        demo.press(Qt::Key_End);
        demo.press(Qt::Key_Home);
        QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(table->currentIndex().row(), 0);
        QVERIFY(table->horizontalScrollBar()->maximum() > 0);
        demo.press(Qt::Key_Right);
        QVERIFY(table->horizontalScrollBar()->value() > 0);
        demo.press(Qt::Key_Left);
        QCOMPARE(table->horizontalScrollBar()->value(), 0);
    }

    void shiftF10IsTheMenuKey()
    {
        DemoWindow demo;
        demo.runArtists(1);
        demo.press(Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(demo.find<QTableView>("producersTable")->hasFocus());
        demo.press(Qt::Key_F10, Qt::ShiftModifier);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QCOMPARE(QApplication::activePopupWidget()->objectName(), QStringLiteral("producerMenu"));
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    }

    void f6GoesRoundTheWindow()
    {
        const DemoWindow demo;
        demo.press(Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(demo.isVisible("service_spotify"));
        const auto *page = demo.window().findChild<QWidget *>(QStringLiteral("services"));
        QTRY_VERIFY(page->isAncestorOf(QApplication::focusWidget()));
        demo.press(Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget()->objectName(),
                 QStringLiteral("toolSeed")); // nothing is in the status line
        demo.press(Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("sidebar_services"));
        demo.press(Qt::Key_F6);
        QVERIFY(page->isAncestorOf(QApplication::focusWidget()));
        demo.press(Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("sidebar_services"));
        demo.picture("keys-f6-sidebar");
    }

    void tabGoesAsOneReads_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QStringList>("order");
        QTest::newRow("export") << QStringLiteral(
            "exportProducers") << QStringList{QStringLiteral("exportEverything"), QStringLiteral("exportPath"),
                                              QStringLiteral("exportBrowse"),     QStringLiteral("exportByteOrderMark"),
                                              QStringLiteral("exportCancel"),     QStringLiteral("exportAccept")};
        QTest::newRow("filters") << QStringLiteral("producersFilter")
                                 << QStringList{
                                        QStringLiteral("producersFilters"),   QStringLiteral("producersColumns"),
                                        QStringLiteral("producersSelection"), QStringLiteral("producersRole"),
                                        QStringLiteral("producersPlatform"),  QStringLiteral("producersConfidence"),
                                        QStringLiteral("producersSince"),     QStringLiteral("producersTag"),
                                        QStringLiteral("producersTable")};
    }
    void tabGoesAsOneReads()
    {
        QFETCH(QString, from);
        QFETCH(QStringList, order);
        DemoWindow demo;
        demo.runArtists(1);
        demo.press(Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(demo.find<QTableView>("producersTable")->hasFocus());
        if (from.startsWith(QStringLiteral("export")))
            demo.press(Qt::Key_E, Qt::ControlModifier);
        demo.find<QWidget>(qPrintable(from))->setFocus();
        QStringList seen;
        for (qsizetype i = 0; i < order.size(); ++i) {
            demo.press(Qt::Key_Tab);
            seen.append(QApplication::focusWidget()->objectName());
        }
        QCOMPARE(seen, order);
        if (auto *dialog = QApplication::activeModalWidget())
            dialog->close();
    }

    void escapeClosesTheListOfTagsAndNotThePage()
    {
        DemoWindow demo;
        demo.runArtists(1);
        openFirstProducer(demo);
        demo.press(Qt::Key_T, Qt::ControlModifier);
        auto *field = demo.find<QLineEdit>("tagField");
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("checked"));
        demo.press(Qt::Key_Return);
        QTRY_VERIFY(demo.isVisible("tagChip"));
        QTRY_COMPARE(field->text(), QString());
        QTRY_VERIFY(field->completer()->model()->rowCount() > 0); // it is among the known ones
        QTest::keyClicks(field, QStringLiteral("che"));
        auto *list = field->completer()->popup();
        QTRY_VERIFY(list->isVisible());
        QTest::keyClick(list, Qt::Key_Escape);
        QTRY_VERIFY(!list->isVisible());
        QVERIFY(demo.isVisible("producerPage"));
        QCOMPARE(field->text(), QStringLiteral("che"));
    }

    void undoTakesTheTagAwayAgain()
    {
        DemoWindow demo;
        demo.runArtists(1);
        openFirstProducer(demo);
        demo.press(Qt::Key_T, Qt::ControlModifier);
        auto *field = demo.find<QLineEdit>("tagField");
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("mistaken"));
        demo.press(Qt::Key_Return);
        QTRY_VERIFY(demo.isVisible("tagChip"));
        QTRY_COMPARE(field->text(), QString());
        demo.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!demo.isVisible("tagChip"));
        QTRY_COMPARE(field->text(), QStringLiteral("mistaken")); // Enter brings it back
        demo.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!demo.isVisible("tagChip"));
    }

    void theProducersPagesSplitIsKept()
    {
        DemoWindow demo({1440, 900});
        demo.runArtists(1);
        openFirstProducer(demo);
        auto *splitter = qobject_cast<QSplitter *>(demo.find<QWidget>("creditsTable")->parentWidget());
        QVERIFY(splitter);
        QCOMPARE(splitter->orientation(), Qt::Horizontal);
        const auto handle = splitter->handle(1);
        const auto place = handle->rect().center();
        QTest::mousePress(handle, Qt::LeftButton, {}, place);
        QTest::mouseMove(handle, place - QPoint(200, 0));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, place);
        const auto drawn = splitter->sizes();
        demo.window().close(); // which keeps it
        ui::MainWindow next(demo.engine(), {});
        next.resize(1440, 900);
        next.show();
        QVERIFY(QTest::qWaitForWindowActive(&next));
        next.showPage(2);
        auto *credits = next.findChild<QTableView *>(QStringLiteral("creditsTable"));
        QTRY_VERIFY(credits->isVisible()); // who was open is so again
        const auto sizes = qobject_cast<QSplitter *>(credits->parentWidget())->sizes();
        QVERIFY2(std::abs(sizes.at(0) - drawn.at(0)) < 5, qPrintable(QString::number(sizes.at(0))));
    }

    void aTableOffersWhatCanBeDoneWithItsRows()
    {
        DemoWindow demo;
        demo.runArtists(1);
        openFirstProducer(demo);
        auto *credits = demo.find<QTableView>("creditsTable");
        QTRY_VERIFY(credits->hasFocus());
        QStringList offered;
        QTimer::singleShot(300, credits, [&offered] { // the menu has its own event loop
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            for (auto *entry : menu ? menu->actions() : QList<QAction *>())
                offered.append(entry->text());
            if (menu) {
                menu->actions().last()->trigger();
                menu->close();
            }
        });
        demo.press(Qt::Key_F10, Qt::ShiftModifier);
        QTRY_COMPARE(offered, QStringList({QStringLiteral("Open &evidence"), QStringLiteral("&Copy rows")}));
        QVERIFY(QGuiApplication::clipboard()->text().contains(u'\t'));
        demo.press(Qt::Key_2, Qt::AltModifier);
        auto *colleagues = demo.find<QTableView>("colleaguesTable");
        QVERIFY(colleagues->model()->rowCount() > 1);
        const auto name = demo.find<QLabel>("producerName")->text();
        for (const auto row : {0, 1})
            QTest::mouseClick(colleagues->viewport(), Qt::LeftButton, Qt::ControlModifier,
                              colleagues->visualRect(colleagues->model()->index(row, 0)).center());
        QCOMPARE(colleagues->selectionModel()->selectedRows().size(), 2); // to be copied, not opened
        QTest::qWait(200);
        QCOMPARE(demo.find<QLabel>("producerName")->text(), name);
        demo.clickCell(colleagues, 1, 0);
        QTRY_VERIFY(demo.find<QLabel>("producerName")->text() != name);
    }
};

QTEST_MAIN(KeysTest)
#include "tst_keys.moc"
