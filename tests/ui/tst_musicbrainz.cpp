// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tableview.h"
#include "common/translation.h"
#include "fakes/awaited.h"
#include "producers/producersmodel.h"
#include "ui/demowindow.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace linernotes;
using test::awaited;
using test::DemoWindow;

/// What the window shows of MusicBrainz, which the work does without where it has to.
class MusicBrainzWindowTest : public QObject
{
    Q_OBJECT

    static constexpr int runsPage = 1;
    static constexpr int producersPage = 2;
    static constexpr int servicesPage = 4;
    static constexpr int settingsPage = 6;

    static void failMusicBrainz(DemoWindow &demo)
    {
        demo.server().setFaults([](const demo::CallInfo &call) -> std::optional<demo::Fault> {
            if (!call.path.startsWith(QLatin1String("/musicbrainz/")))
                return std::nullopt;
            return demo::Fault{.status = 500, .body = "oops"};
        });
    }
    static void setContact(DemoWindow &demo, const QString &contact)
    {
        demo.engine().stop();
        QVERIFY(awaited(demo.engine().settingsBook().change(QStringLiteral("musicbrainz.contact"), contact)));
        QVERIFY(awaited(demo.engine().applySettings()));
        demo.engine().start();
    }
    static void openFirstProducer(const DemoWindow &demo)
    {
        demo.window().showPage(producersPage);
        auto *table = demo.find<QTableView>("producersTable");
        QTRY_VERIFY(table->model()->rowCount() > 0);
        demo.clickCell(table, 0, ui::ProducersModel::Name, true);
        QTRY_VERIFY(demo.isVisible("producerPage"));
        QTRY_VERIFY(demo.find<QTableView>("creditsTable")->model()->rowCount() > 0);
    }

private Q_SLOTS:
    void initTestCase() { ui::installTranslations(); }

    /// Its page offers the way to the one setting that is missing, and with that it is asked.
    void withoutAContactOneIsAskedFor()
    {
        DemoWindow demo;
        setContact(demo, QStringLiteral("none"));
        demo.window().showPage(servicesPage);
        QTRY_VERIFY(demo.isVisible("contactBanner"));
        QVERIFY(!demo.isVisible("service_musicbrainz"));
        demo.picture("no-contact");
        demo.click("giveContact");
        QCOMPARE(demo.window().currentPage(), settingsPage);
        auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(field);
        QCOMPARE(field->objectName(), QStringLiteral("setting_musicbrainz.contact"));
        demo.picture("contact-asked");
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("nobody in particular"));
        QTest::keyClick(field, Qt::Key_Return);
        QTest::qWait(200);
        QCOMPARE(demo.engine().settingsBook().wanted().musicbrainz.contact, QString()); // that is no address
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("someone@example.org"));
        QTest::keyClick(field, Qt::Key_Return);
        demo.picture("contact");
        demo.engine().stop();
        QTRY_COMPARE(demo.engine().settingsBook().wanted().musicbrainz.contact, QStringLiteral("someone@example.org"));
        QVERIFY(awaited(demo.engine().applySettings()));
        demo.engine().start();
        demo.window().showPage(servicesPage);
        QTRY_VERIFY(demo.isVisible("service_musicbrainz"));
        QTRY_VERIFY(!demo.isVisible("contactBanner"));
        QVERIFY(!demo.isVisible("enter_musicbrainz")); // it takes no key
    }

    /// The run is done, and says so; what is missing stands where the results are.
    void aSourceThatDoesNotAnswerIsShownAndNotWaitedFor()
    {
        DemoWindow demo({1440, 900});
        failMusicBrainz(demo);
        demo.runArtists(1);
        openFirstProducer(demo);
        const auto gap = demo.find<QLabel>("producerGaps")->text();
        QVERIFY2(gap.contains(QStringLiteral("MusicBrainz")), qPrintable(gap));
        QVERIFY2(gap.contains(QStringLiteral("asked again after")), qPrintable(gap));
        demo.picture("gap");
        demo.window().showPage(runsPage);
        auto *runs = demo.find<QTableView>("allRunsTable");
        QTRY_COMPARE(runs->model()->rowCount(), 2);
        QCOMPARE(runs->model()->index(0, 0).data().toString(),
                 QStringLiteral("Sources that did not answer, asked again"));
        demo.picture("revisits");
    }

    void readingTheProfilesAgainClosesTheGap()
    {
        DemoWindow demo({1440, 900});
        failMusicBrainz(demo);
        demo.runArtists(1);
        demo.server().setFaults({});
        QVERIFY(awaited(demo.engine().services().overrideCircuit(QStringLiteral("musicbrainz"), CircuitOverride::Closed,
                                                                 QStringLiteral("test"))));
        const auto isHeld = [&demo] { // the engine follows what the database has
            const auto snapshot = awaited(demo.engine().snapshot());
            return (*snapshot)->services.back().standing.override == CircuitOverride::Closed;
        };
        QTRY_VERIFY(isHeld());
        openFirstProducer(demo);
        QVERIFY(demo.isVisible("producerGaps"));
        demo.click("producerEnrich");
        QTRY_VERIFY(!demo.isVisible("producerGaps"));
    }
};

QTEST_MAIN(MusicBrainzWindowTest)
#include "tst_musicbrainz.moc"
