// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/page.h"
#include "mainwindow/commandpalette.h"
#include "mainwindow/helpdialog.h"
#include "ui/demowindow.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QSignalSpy>

using namespace linernotes;
using test::DemoWindow;
using ui::CommandPalette;

/// The command palette, the help of the pages, and the rule that every action has a menu and a key.
class PaletteTest : public QObject
{
    Q_OBJECT

    static CommandPalette *openPalette(const DemoWindow &demo)
    {
        demo.press(Qt::Key_K, Qt::ControlModifier);
        auto *palette = demo.window().findChild<CommandPalette *>();
        return palette && QTest::qWaitForWindowExposed(palette) ? palette : nullptr;
    }
    static QStringList names(const CommandPalette *palette)
    {
        const auto *list = palette->findChild<QListWidget *>(QStringLiteral("commandList"));
        QStringList names;
        for (int row = 0; row < list->count(); ++row)
            names.append(list->item(row)->text());
        return names;
    }

private Q_SLOTS:
    void lettersAreFoundInTheirOrder_data()
    {
        QTest::addColumn<QString>("letters");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("distance");
        QTest::newRow("its beginning") << "exp" << "Export CSV…" << 0;
        QTest::newRow("in the middle") << "csv" << "Export CSV…" << 1;
        QTest::newRow("of two words") << "ecsv" << "Export CSV…" << 1;
        QTest::newRow("a space is nothing") << "e csv" << "Export CSV…" << 1;
        QTest::newRow("not in this order") << "vsc" << "Export CSV…" << -1;
        QTest::newRow("nothing") << "" << "Export CSV…" << 0;
    }
    void lettersAreFoundInTheirOrder()
    {
        QFETCH(QString, letters);
        QFETCH(QString, text);
        QTEST(CommandPalette::distance(letters, text), "distance");
    }

    void aNameHasNoMarks()
    {
        QAction action(QStringLiteral("Find && &replace"));
        QCOMPARE(CommandPalette::nameOf(action), QStringLiteral("Find & replace"));
    }

    void aFewLettersAndEnterDoIt()
    {
        const DemoWindow demo;
        auto *palette = openPalette(demo);
        QVERIFY(palette);
        const auto all = names(palette);
        QVERIFY(all.contains(QStringLiteral("Seed artists…")));
        QVERIFY(all.contains(QStringLiteral("Seed the demo artists")));
        QVERIFY(!all.contains(QStringLiteral("Export CSV…"))); // there is nothing to export
        QTest::qWait(50);
        if (const auto folder = qEnvironmentVariable("LINERNOTES_PICTURES"); !folder.isEmpty())
            palette->grab().save(folder + QStringLiteral("/palette.png"));
        auto *text = palette->findChild<QLineEdit *>();
        QTest::keyClicks(text, QStringLiteral("prod"));
        QCOMPARE(names(palette).front(), QStringLiteral("Producers"));
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(demo.window().currentPage(), 2);
        QTRY_VERIFY(!demo.window().findChild<CommandPalette *>());
    }

    /// A page has commands of many names that begin alike.
    void aWholeNameIsMeantBeforeAllElse()
    {
        const DemoWindow demo;
        demo.window().startWork();
        const auto *toggle = demo.window().findChild<QAction *>(QStringLiteral("toggleAction"));
        QTRY_COMPARE(CommandPalette::nameOf(*toggle), QStringLiteral("Pause"));
        auto *palette = openPalette(demo);
        QVERIFY(palette);
        const auto *list = palette->findChild<QListWidget *>(QStringLiteral("commandList"));
        QTest::keyClicks(palette->findChild<QLineEdit *>(), QStringLiteral("pause"));
        QVERIFY(list->count() > 1);
        QCOMPARE(list->item(0)->data(Qt::AccessibleTextRole).toString(), QStringLiteral("Work: Pause"));
        QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_VERIFY(!demo.engine().isRunning());
    }

    void theArrowsChoose()
    {
        const DemoWindow demo;
        auto *palette = openPalette(demo);
        QVERIFY(palette);
        auto *text = palette->findChild<QLineEdit *>();
        QTest::keyClicks(text, QStringLiteral("a"));
        auto *list = palette->findChild<QListWidget *>();
        const auto before = list->currentRow();
        QVERIFY(list->count() > 1);
        QTest::keyClick(text, Qt::Key_Down);
        QCOMPARE(list->currentRow(), before + 1);
        QTest::keyClicks(text, QStringLiteral("qqq"));
        QCOMPARE(list->count(), 0);
        QVERIFY(palette->findChild<QLabel *>(QStringLiteral("commandNothing"))->isVisible());
        QTest::keyClick(text, Qt::Key_Return); // nothing to do, nothing done
        QTest::keyClick(palette, Qt::Key_Escape);
        QTRY_VERIFY(!demo.window().findChild<CommandPalette *>());
    }

    void everyPageExplainsItself()
    {
        const DemoWindow demo;
        QSet<QString> texts;
        const auto pages = demo.window().findChildren<ui::Page *>();
        for (int index = 0; index < pages.size(); ++index) {
            demo.window().showPage(index);
            demo.press(Qt::Key_F1);
            auto *help = demo.window().findChild<ui::HelpDialog *>();
            QVERIFY(help && QTest::qWaitForWindowExposed(help));
            const auto text = help->findChild<QLabel *>(QStringLiteral("helpText"))->text();
            QVERIFY2(text.size() > 100, qPrintable(text));
            texts.insert(text);
            if (index == 1) {
                if (const auto folder = qEnvironmentVariable("LINERNOTES_PICTURES"); !folder.isEmpty())
                    help->grab().save(folder + QStringLiteral("/help.png"));
            }
            help->close();
            QTRY_VERIFY(!demo.window().findChild<ui::HelpDialog *>());
        }
        QCOMPARE(texts.size(), pages.size());
    }

    /// In the menu bar, or in the menu of its page, which holds what the page has.
    void everyPagesActionsAreInItsMenu()
    {
        const DemoWindow demo;
        demo.window().showPage(1);
        auto *menu = demo.window().findChild<QMenu *>(QStringLiteral("pageMenu"));
        Q_EMIT menu->aboutToShow();
        QStringList names;
        for (const auto *action : menu->actions())
            names.append(action->objectName());
        QVERIFY2(names.contains(QStringLiteral("runCancel")), qPrintable(names.join(u' ')));
        demo.window().showPage(0);
        Q_EMIT menu->aboutToShow();
        QVERIFY(!menu->isEmpty()); // never a menu that opens and shows nothing
    }

    /// And there is something to do on every page, by a key or in a menu.
    void everyPageHasCommandsWithKeys()
    {
        const DemoWindow demo;
        for (auto *page : demo.window().findChildren<ui::Page *>()) {
            QTRY_VERIFY2(!page->commands().isEmpty(), qPrintable(page->title().id)); // a service's, when it is known
            for (const auto *action : page->commands()) {
                QVERIFY2(!action->text().isEmpty() || !action->isVisible(), qPrintable(action->objectName()));
                QVERIFY2(action->menu() || !action->shortcut().isEmpty(), qPrintable(action->objectName()));
            }
        }
    }

    void whatIsLeftInTheMenuOfAnotherPageHasNoKeyHere()
    {
        const DemoWindow demo;
        demo.window().showPage(0);
        auto *menu = demo.window().findChild<QMenu *>(QStringLiteral("pageMenu"));
        Q_EMIT menu->aboutToShow();
        auto *charts = demo.window().findChild<QAction *>(QStringLiteral("chartSpan_60Action"));
        QVERIFY(charts && menu->actions().contains(charts));
        QSignalSpy spy(charts, &QAction::triggered);
        demo.press(Qt::Key_2, Qt::AltModifier);
        QCOMPARE(spy.size(), 1);
        demo.window().showPage(1);
        demo.press(Qt::Key_2, Qt::AltModifier);
        QCOMPARE(spy.size(), 1);
    }

    /// A filter that is deleted, a letter that is gone: what the palette was to do may be no more.
    void anActionThatIsGoneIsNotDone()
    {
        QWidget window;
        window.resize(800, 600);
        auto *gone = new QAction(QStringLiteral("Gone"), &window);
        QAction kept(QStringLiteral("Kept"));
        QMenu menu(QStringLiteral("More"));
        menu.addAction(&kept);
        CommandPalette palette(CommandPalette::commandsOf(QStringLiteral("Here"), {gone, menu.menuAction()}), &window);
        palette.show();
        QVERIFY(QTest::qWaitForWindowExposed(&palette));
        QCOMPARE(names(&palette), QStringList({QStringLiteral("Gone"), QStringLiteral("Kept")}));
        QSignalSpy done(&kept, &QAction::triggered);
        delete gone;
        palette.repaint();
        auto *text = palette.findChild<QLineEdit *>();
        QTest::keyClick(text, Qt::Key_Return);
        QTest::qWait(50);
        QVERIFY(!palette.isVisible());
        palette.show();
        QTest::keyClicks(text, QStringLiteral("k more")); // what, then where
        QCOMPARE(names(&palette), QStringList(QStringLiteral("Kept")));
        text->clear();
        QTest::keyClicks(text, QStringLiteral("more k"));
        QCOMPARE(names(&palette), QStringList(QStringLiteral("Kept")));
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(done.size(), 1);
    }

    /// A dialog must be answered first: neither the palette nor another dialog comes before it.
    void noPaletteBeforeADialog()
    {
        const DemoWindow demo;
        demo.window().openSeedDialog();
        QTRY_VERIFY(demo.isVisible("seedDialog"));
        demo.press(Qt::Key_K, Qt::ControlModifier);
        QTest::qWait(50);
        QVERIFY(!demo.window().findChild<CommandPalette *>());
        demo.press(Qt::Key_Escape);
        QTRY_VERIFY(!demo.isVisible("seedDialog"));
    }

    void noKeyIsGivenTwice()
    {
        const DemoWindow demo;
        QHash<QString, QString> everywhere;
        for (const auto *action : demo.window().findChildren<QAction *>(QString(), Qt::FindDirectChildrenOnly)) {
            for (const auto &key : action->shortcuts()) {
                const auto text = key.toString();
                QVERIFY2(!everywhere.contains(text), qPrintable(text + u' ' + action->objectName()));
                everywhere.insert(text, action->objectName());
            }
        }
        QVERIFY(everywhere.size() > 8);
        for (const auto *page : demo.window().findChildren<ui::Page *>()) {
            QSet<QString> here;
            for (const auto *action : page->commands()) {
                for (const auto &key : action->shortcuts()) {
                    const auto text = key.toString();
                    QVERIFY2(!everywhere.contains(text) && !here.contains(text),
                             qPrintable(text + u' ' + action->objectName() + u' ' + everywhere.value(text)));
                    here.insert(text);
                }
            }
        }
    }
};

QTEST_MAIN(PaletteTest)
#include "tst_palette.moc"
