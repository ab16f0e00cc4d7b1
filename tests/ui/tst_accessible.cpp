// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/demowindow.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QTableView>

using namespace linernotes;
using test::DemoWindow;

/// What is painted is said too, where the keyboard is can be seen, and what is shown can be taken elsewhere.
class AccessibleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDialogThatAKeyOpenedShowsWhereTheKeyboardIs()
    {
        const DemoWindow demo;
        demo.press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(demo.isVisible("seedDialog"));
        QVERIFY(demo.find<QDialog>("seedDialog")->testAttribute(Qt::WA_KeyboardFocusChange));
        demo.press(Qt::Key_Escape);
        QTRY_VERIFY(!demo.isVisible("seedDialog"));
        demo.click("toolSeed");
        QTRY_VERIFY(demo.isVisible("seedDialog"));
        QVERIFY(!demo.find<QDialog>("seedDialog")->testAttribute(Qt::WA_KeyboardFocusChange));
        demo.press(Qt::Key_Escape);
    }

    void figuresAndSettingsAreCopied()
    {
        DemoWindow demo;
        demo.runArtists(1);
        demo.press(Qt::Key_1, Qt::ControlModifier);
        demo.press(Qt::Key_C, Qt::ControlModifier);
        const auto figures = QGuiApplication::clipboard()->text();
        QVERIFY2(figures.contains(QStringLiteral("Artists, done\t1\n")), qPrintable(figures));
        QVERIFY2(figures.contains(QStringLiteral("\nproducers\t")), qPrintable(figures));
        demo.press(Qt::Key_7, Qt::ControlModifier);
        demo.window().findChild<QAction *>(QStringLiteral("copyAction"))->trigger();
        const auto settings = QGuiApplication::clipboard()->text();
        QVERIFY2(settings.contains(QStringLiteral("Language\tThe system's, or English\n")), qPrintable(settings));
        for (const auto &secret : {demo.server().clientSecret(), demo.server().geniusToken()})
            QVERIFY(!settings.contains(secret));
        const auto message = QString(500, u'x') + QStringLiteral(" is its end");
        demo.window().tell(message);
        demo.press(Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), message);
    }

    void aPaintedWidgetIsSomethingToAScreenReader()
    {
        DemoWindow demo;
        demo.runArtists(1);
        const auto interfaceOf = [&demo](const char *name) {
            return QAccessible::queryAccessibleInterface(demo.window().findChild<QWidget *>(QLatin1String(name)));
        };
        const std::initializer_list<std::pair<const char *, QAccessible::Role>> roles{
            {"sidebar", QAccessible::PageTabList},
            {"sidebar_runsPage", QAccessible::PageTab},
            {"stage_artist_discovery", QAccessible::Grouping},
            {"serviceStrip", QAccessible::Grouping},
            {"depthChart", QAccessible::Chart},
            {"totals", QAccessible::StaticText},
            {"circuitStrip", QAccessible::Chart},
            {"producerYears", QAccessible::Chart}};
        for (const auto &[name, role] : roles) {
            const auto *told = interfaceOf(name);
            QVERIFY2(told && told->role() == role,
                     qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(name)).arg(told ? told->role() : -1)));
            QVERIFY2(!told->text(QAccessible::Name).isEmpty(), name);
        }
        auto *runs = interfaceOf("sidebar_runsPage");
        QVERIFY(!runs->state().selected);
        runs->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(demo.window().currentPage(), 1);
        QVERIFY(runs->state().selected);
        demo.press(Qt::Key_7, Qt::ControlModifier);
        for (const auto *widget : demo.window().findChildren<QWidget *>()) {
            const auto said = widget->accessibleDescription();
            QVERIFY2(!said.contains(QStringLiteral("<span>")), qPrintable(said));
            QVERIFY2(widget->toolTip().isEmpty() || !said.isEmpty(), qPrintable(widget->toolTip()));
        }
        demo.press(Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(demo.isVisible("service_spotify"));
        QStringList facts;
        for (const auto *label : demo.find<QWidget>("service_spotify")->findChildren<QLabel *>())
            facts.append(label->accessibleName());
        QVERIFY2(facts.contains(QStringLiteral("State: Closed, calls go out")), qPrintable(facts.join(u'|')));
    }

    void whereNoFrameWasOneIsSeen_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<QString>("name");
        QTest::newRow("topics") << 7 << QStringLiteral("settingsTopics");
        QTest::newRow("event") << 6 << QStringLiteral("eventView");
        QTest::newRow("evidence") << 3 << QStringLiteral("evidence");
    }
    void whereNoFrameWasOneIsSeen()
    {
        QFETCH(int, page);
        QFETCH(QString, name);
        DemoWindow demo;
        demo.runArtists(1);
        if (page == 3) {
            demo.press(Qt::Key_3, Qt::ControlModifier);
            QTRY_VERIFY(demo.find<QTableView>("producersTable")->hasFocus());
            demo.press(Qt::Key_Return);
            QTRY_VERIFY(demo.isVisible("evidence"));
        }
        demo.press(static_cast<Qt::Key>(Qt::Key_0 + page), Qt::ControlModifier);
        demo.press(Qt::Key_Tab); // the keyboard is used
        auto *widget = demo.find<QWidget>(qPrintable(name));
        QVERIFY(!widget->accessibleName().isEmpty());
        widget->setFocus(Qt::TabFocusReason);
        QTest::qWait(50);
        QCOMPARE(widget->grab().toImage().pixelColor(0, widget->height() / 2), ui::Theme::instance().colours().accent);
        demo.picture(qPrintable(QStringLiteral("keys-rim-") + name));
    }
};

QTEST_MAIN(AccessibleTest)
#include "tst_accessible.moc"
