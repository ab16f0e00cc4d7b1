// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/translation.h"
#include "fakes/awaited.h"
#include "fakes/memorykeychain.h"
#include "services/servicepanel.h"
#include "ui/demowindow.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

using namespace linernotes;
using namespace std::chrono_literals;
using test::awaited;
using test::DemoWindow;
using ui::ServicePanel;

/// The services' page in the real window, over a real engine and the demo's services.
class ServicesTest : public QObject
{
    Q_OBJECT

    static constexpr int servicesPage = 4;

    static void open(const DemoWindow &demo)
    {
        demo.press(Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(demo.isVisible("service_spotify"));
    }
    static QString text(const DemoWindow &demo, const char *label) { return demo.find<QLabel>(label)->text(); }
    static QString value(const DemoWindow &demo, const char *panel, const char *name)
    {
        for (const auto &fact : ui::factsOf(demo.find<ServicePanel>(panel)->view())) {
            if (fact.name == QLatin1String(name))
                return fact.value;
        }
        return {};
    }
    /// As it is drawn, not as it is known.
    static bool shows(const DemoWindow &demo, const char *panel, const QString &words)
    {
        for (const auto *label : demo.find<QWidget>(panel)->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        return false;
    }
    static ServiceSnapshot standing(const DemoWindow &demo, const char *service)
    {
        const auto snapshot = awaited(demo.engine().snapshot());
        for (const auto &known : (*snapshot)->services) {
            if (known.service == QLatin1String(service))
                return known;
        }
        return {};
    }
    static void failGenius(DemoWindow &demo)
    {
        demo.server().setFaults([](const demo::CallInfo &call) -> std::optional<demo::Fault> {
            if (!call.path.startsWith(QLatin1String("/genius/")))
                return std::nullopt;
            return demo::Fault{.status = 502, .body = "<html><title>Bad gateway</title></html>"};
        });
    }
    static void seed(const DemoWindow &demo, const QString &artistId)
    {
        demo.engine().seed(QStringLiteral("Test"), {{.artistId = artistId, .name = {}}});
    }
    static QString artist(DemoWindow &demo, std::size_t index)
    {
        return demo.server().catalogue().artists().at(index).spotifyId;
    }

private Q_SLOTS:
    void aStageThatStandsInLineForACallSaysWhose_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<StageId>("stage");
        QTest::newRow("its own service") << QStringLiteral("genius") << StageId::ProducerIdentification;
        QTest::newRow("another that it asks too") << QStringLiteral("musicbrainz") << StageId::SocialEnrichment;
    }
    void aStageThatStandsInLineForACallSaysWhose()
    {
        QFETCH(QString, service);
        QFETCH(StageId, stage);
        DemoWindow demo;
        const auto pacer = [&] {
            const auto snapshot = awaited(demo.engine().snapshot());
            return (*snapshot)->stages.at(static_cast<std::size_t>(stage)).pacedBy;
        };
        QCOMPARE(pacer(), QString());
        demo.engine().stop();
        for (const auto *key : {"least_requests_per_second", "requests_per_second"})
            QVERIFY(awaited(demo.engine().settingsBook().change(service + QLatin1Char('.') + QLatin1String(key),
                                                                QStringLiteral("0.2"))));
        QVERIFY(awaited(demo.engine().applySettings()));
        demo.engine().start();
        seed(demo, artist(demo, 0));
        // Seen once: QTRY_COMPARE asks a second time, and in the first moments the line may be gone again by then.
        QVERIFY(QTest::qWaitFor([&] { return pacer() == service; }, 20'000));
    }

    void initTestCase() { ui::installTranslations(); }

    void aClickInTheStripOpensThePageAtTheService()
    {
        const DemoWindow demo;
        auto *strip = demo.find<QWidget>("serviceStrip");
        QTRY_VERIFY(strip->accessibleName().contains(QStringLiteral("Genius")));
        QTest::mouseClick(strip, Qt::LeftButton, {}, QPoint(strip->width() / 2, strip->height() / 2));
        QCOMPARE(demo.window().currentPage(), servicesPage);
        QTRY_VERIFY(demo.find<QWidget>("service_genius")->hasFocus());
        const auto *scroll = demo.find<QScrollArea>("servicesScroll");
        const auto *panel = demo.find<QWidget>("service_genius");
        QTRY_VERIFY(scroll->viewport()->rect().contains(panel->mapTo(scroll->viewport(), QPoint(5, 30))));
    }

    void keysLeadFromTheStripToTheServiceToo()
    {
        const DemoWindow demo;
        auto *strip = demo.find<QWidget>("serviceStrip");
        QTRY_VERIFY(strip->accessibleName().contains(QStringLiteral("Genius")));
        strip->setFocus(Qt::TabFocusReason);
        for (int presses = 0; presses < 3; ++presses) // there is no fourth
            demo.press(Qt::Key_Right);
        demo.press(Qt::Key_Return);
        QCOMPARE(demo.window().currentPage(), servicesPage);
        QTRY_VERIFY(demo.find<QWidget>("service_musicbrainz")->hasFocus());
        demo.press(Qt::Key_1, Qt::ControlModifier);
        strip->setFocus(Qt::TabFocusReason);
        demo.press(Qt::Key_Left);
        demo.press(Qt::Key_Space);
        QTRY_VERIFY(demo.find<QWidget>("service_genius")->hasFocus());
    }

    void figuresFollowTheWork()
    {
        DemoWindow demo({1440, 900});
        open(demo);
        QCOMPARE(value(demo, "service_spotify", "Calls"), QStringLiteral("0"));
        QCOMPARE(text(demo, "sentence_genius"), QStringLiteral("Ready"));
        auto *panel = demo.find<QWidget>("service_spotify");
        demo.engine().seed(QStringLiteral("Test"), {{.artistId = artist(demo, 0), .name = {}}});
        demo.waitForRuns();
        open(demo);
        const auto spotify = standing(demo, "spotify");
        QVERIFY(spotify.calls > 5);
        QTRY_COMPARE(value(demo, "service_spotify", "Calls"), QString::number(spotify.calls));
        QVERIFY(shows(demo, "service_spotify", QString::number(spotify.calls)));
        QVERIFY(spotify.failures > 0); // the batches that an app of today may not ask for
        QVERIFY(value(demo, "service_spotify", "Failed").startsWith(QString::number(spotify.failures)));
        QCOMPARE(value(demo, "service_genius", "Failed"), QStringLiteral("none"));
        QTRY_VERIFY(value(demo, "service_spotify", "Kept").contains(QStringLiteral("answers, ")));
        const auto *bars = panel->findChild<QWidget *>(QStringLiteral("quotaBars"));
        QVERIFY2(bars->accessibleDescription().contains(QStringLiteral("albums: ")),
                 qPrintable(bars->accessibleDescription()));
        const auto *strip = panel->findChild<QWidget *>(QStringLiteral("circuitStrip"));
        QVERIFY2(strip->accessibleDescription().contains(QStringLiteral("never opened. Last 20 calls, all good")),
                 qPrintable(strip->accessibleDescription()));
        QCOMPARE(demo.find<QWidget>("service_spotify"), panel); // the same widget all along
        demo.picture("services-wide");
        demo.window().findChild<QAction *>(QStringLiteral("appearanceDark"))->trigger();
        demo.picture("services-wide-dark");
        demo.window().resize(1024, 700);
        demo.picture("services-narrow-dark");
        demo.window().findChild<QAction *>(QStringLiteral("appearanceSystem"))->trigger();
        demo.picture("services-narrow");
    }

    /// Its calls fail, it is said why and until when, and a try by hand brings it back when it is well again.
    void aServiceThatFailsOpensItsCircuitAndIsTriedByHand()
    {
        DemoWindow demo({1440, 900});
        open(demo);
        QVERIFY(!demo.find<QPushButton>("probe_genius")->isEnabled());
        failGenius(demo);
        seed(demo, artist(demo, 0));
        QTRY_VERIFY_WITH_TIMEOUT(text(demo, "sentence_genius").startsWith(QStringLiteral("Out of order, next try")),
                                 30'000);
        QVERIFY2(text(demo, "sentence_genius").contains(QStringLiteral("Bad gateway")),
                 qPrintable(text(demo, "sentence_genius")));
        QCOMPARE(value(demo, "service_genius", "State"), QStringLiteral("Open, no call goes out"));
        QVERIFY(value(demo, "service_genius", "Next try") != QStringLiteral("–"));
        QVERIFY(value(demo, "service_genius", "Failed").contains(QLatin1Char('%')));
        const auto *strip = demo.find<QWidget>("service_genius")->findChild<QWidget *>(QStringLiteral("circuitStrip"));
        QTRY_VERIFY2_WITH_TIMEOUT(strip->accessibleDescription().contains(QStringLiteral("opened 1 time")),
                                  qPrintable(strip->accessibleDescription()), 30'000);
        QCOMPARE(text(demo, "sentence_spotify"), QStringLiteral("Ready"));
        QCOMPARE(text(demo, "servicesSummary"), QStringLiteral("Genius can't be called as usual"));
        const auto top = [&demo](const char *service) {
            return demo.find<QWidget>(service)->mapTo(&demo.window(), QPoint(0, 0));
        };
        QTRY_VERIFY(top("service_genius").x() < top("service_spotify").x()
                    || top("service_genius").y() < top("service_spotify").y());
        demo.press(Qt::Key_1, Qt::ControlModifier);
        const auto *card = demo.find<QWidget>("stage_producer_identification");
        QTRY_VERIFY2_WITH_TIMEOUT(
            card->accessibleDescription().contains(QStringLiteral("Genius is out of order, next try")),
            qPrintable(card->accessibleDescription()), 30'000);
        demo.picture("dashboard-out-of-order");
        demo.press(Qt::Key_5, Qt::ControlModifier);
        demo.picture("services-open");
        demo.window().findChild<QAction *>(QStringLiteral("appearanceDark"))->trigger();
        demo.picture("services-open-dark");
        demo.window().findChild<QAction *>(QStringLiteral("appearanceSystem"))->trigger();
        demo.server().setFaults({});
        demo.click("probe_genius");
        QTRY_COMPARE_WITH_TIMEOUT(text(demo, "sentence_genius"), QStringLiteral("Ready"), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(strip->accessibleDescription().contains(QStringLiteral("opened 1 time")), 30'000);
        demo.waitForRuns();
        demo.picture("services-well-again");
    }

    void heldOpenByHandNoCallGoesOutUntilTheCallsDecideAgain()
    {
        DemoWindow demo;
        open(demo);
        QVERIFY(!demo.isVisible("release_spotify"));
        demo.click("holdOpen_spotify");
        QTRY_VERIFY(demo.isVisible("reasonDialog"));
        QTRY_VERIFY(demo.find<QLineEdit>("reasonText")->hasFocus());
        QTest::keyClicks(demo.find<QLineEdit>("reasonText"), QStringLiteral("keys are being changed"));
        demo.picture("services-hold");
        demo.press(Qt::Key_Escape);
        QTRY_VERIFY(!demo.isVisible("reasonDialog"));
        QTest::qWait(500);
        QCOMPARE(standing(demo, "spotify").standing.override, CircuitOverride::None);
        demo.click("holdOpen_spotify");
        QTRY_VERIFY(demo.isVisible("reasonDialog"));
        QTest::keyClicks(demo.find<QLineEdit>("reasonText"), QStringLiteral("keys are being changed"));
        demo.press(Qt::Key_Return);
        QTRY_VERIFY(text(demo, "sentence_spotify").startsWith(QStringLiteral("Held open by hand")));
        QTRY_COMPARE(value(demo, "service_spotify", "Reason"), QStringLiteral("keys are being changed"));
        QVERIFY(text(demo, "statusMessage").contains(QStringLiteral("no call goes out")));
        QVERIFY(!demo.find<QPushButton>("holdOpen_spotify")->isEnabled());
        const auto before = demo.server().counts().total;
        seed(demo, artist(demo, 0));
        QTest::qWait(1000);
        QCOMPARE(demo.server().counts().total, before);
        demo.picture("services-held");
        demo.press(Qt::Key_1, Qt::ControlModifier);
        demo.click("attention_7_spotify"); // where it is told that a person is needed it can be ended too
        QTRY_VERIFY(text(demo, "statusMessage").contains(QStringLiteral("calls decide about Spotify")));
        open(demo);
        QTRY_COMPARE(text(demo, "sentence_spotify"), QStringLiteral("Ready"));
        demo.waitForRuns();
        QVERIFY(demo.server().counts().total > before);
        QTRY_VERIFY(!demo.isVisible("release_spotify"));
    }

    void heldClosedByHandItDoesNotOpen()
    {
        DemoWindow demo;
        open(demo);
        demo.click("holdClosed_genius");
        QTRY_VERIFY(demo.isVisible("reasonDialog"));
        demo.click("reasonAccept");
        QTRY_VERIFY(text(demo, "sentence_genius").contains(QStringLiteral("held closed by hand")));
        failGenius(demo);
        seed(demo, artist(demo, 0));
        QTRY_VERIFY_WITH_TIMEOUT(standing(demo, "genius").failures > 20, 30'000);
        QVERIFY(text(demo, "sentence_genius").contains(QStringLiteral("held closed by hand")));
    }

    void aBlockIsShownWithItsEnd()
    {
        DemoWindow demo({1440, 900});
        open(demo);
        demo.server().setFaults([](const demo::CallInfo &call) -> std::optional<demo::Fault> {
            if (!call.path.startsWith(QLatin1String("/v1/albums")))
                return std::nullopt;
            return demo::Fault{.status = 429,
                               .headers = {{"Retry-After", "40000"}},
                               .body = R"({"error":{"status":429,"message":"no","reason":"QUOTA_EXCEEDED"}})"};
        });
        seed(demo, artist(demo, 0));
        QTRY_VERIFY_WITH_TIMEOUT(text(demo, "sentence_spotify").startsWith(QStringLiteral("Blocked until")), 30'000);
        QVERIFY(value(demo, "service_spotify", "Blocked").contains(QStringLiteral("daily quota used up")));
        QVERIFY(shows(demo, "service_spotify", QStringLiteral("daily quota used up")));
        demo.picture("services-blocked");
    }

    void theServicesStandSideBySideWhereThereIsRoom()
    {
        const DemoWindow demo({1400, 700});
        open(demo);
        const auto *first = demo.find<QWidget>("service_spotify");
        const auto *second = demo.find<QWidget>("service_genius");
        QTRY_VERIFY(second->y() > first->y());
        demo.window().resize(1900, 700);
        QTRY_COMPARE(second->y(), first->y());
        QTRY_VERIFY(second->x() >= first->x() + first->width());
        demo.window().resize(1400, 700);
        QTRY_VERIFY(second->y() > first->y());
        QCOMPARE(second->x(), first->x());
    }

    void theCacheIsClearedAfterItWasSaidHowMany()
    {
        DemoWindow demo;
        demo.runArtists(1);
        open(demo);
        const auto kept = [&] {
            const auto holdings = awaited(demo.engine().services().cacheHoldings());
            qint64 answers = 0;
            for (const auto &holding : *holdings)
                answers += holding.service == QLatin1String("genius") ? holding.answers : 0;
            return answers;
        };
        const auto before = kept();
        QVERIFY(before > 1);
        QTRY_VERIFY(demo.find<QPushButton>("clear_genius")->isEnabled());
        demo.find<QScrollArea>("servicesScroll")->ensureWidgetVisible(demo.find<QWidget>("clear_genius"));
        demo.click("clear_genius");
        QTRY_VERIFY(demo.isVisible("clearBox"));
        const auto question = demo.find<QMessageBox>("clearBox")->text();
        QVERIFY2(question.contains(QLocale().toString(before)), qPrintable(question));
        demo.press(Qt::Key_Escape);
        QTRY_VERIFY(!demo.isVisible("clearBox"));
        QCOMPARE(kept(), before);
        demo.click("clear_genius");
        QTRY_VERIFY(demo.isVisible("clearBox"));
        demo.picture("services-clear");
        demo.click("clearAccept");
        QTRY_COMPARE(kept(), 0);
        QTRY_VERIFY(text(demo, "statusMessage").contains(QLocale().toString(before)));
        QTRY_COMPARE(value(demo, "service_genius", "Kept"), QStringLiteral("0 answers"));
        QVERIFY(!demo.find<QPushButton>("clear_genius")->isEnabled());
        QVERIFY(demo.find<QPushButton>("clear_spotify")->isEnabled());
    }

    void credentialsAreTestedAndTheirOriginIsSaid()
    {
        const auto contents = std::make_shared<test::KeychainContents>();
        contents->entries.insert(QStringLiteral("genius"), QStringLiteral(R"({"access_token":"kept"})"));
        CredentialStore store(std::make_unique<test::MemoryKeychain>(contents), {});
        QVERIFY(awaited(store.read()));
        DemoWindow demo({1440, 900}, DemoWindow::Pose::Services, &store);
        open(demo);
        QCOMPARE(value(demo, "service_genius", "Origin"), QStringLiteral("From the keychain"));
        QCOMPARE(value(demo, "service_spotify", "Origin"), QStringLiteral("None"));
        store.useForSession(QStringLiteral("spotify"), demo.engine().credentials());
        QTRY_COMPARE(value(demo, "service_spotify", "Origin"), QStringLiteral("For this session only"));
        QCOMPARE(value(demo, "service_spotify", "State"), QStringLiteral("Closed, calls go out"));
        const auto tested = [&demo] {
            const auto facts = ui::factsOf(demo.find<ServicePanel>("service_spotify")->view());
            return facts.back().value; // of the credentials
        };
        QCOMPARE(tested(), QStringLiteral("not tried yet"));
        demo.window().tell(QStringLiteral("All work is paused, as it was left."));
        const auto *test = demo.find<QPushButton>("testNow_spotify");
        demo.find<QPushButton>("testNow_spotify")->setFocus();
        demo.press(Qt::Key_Space);
        QVERIFY(test->isEnabled()); // what is switched off gives its focus away
        QTRY_VERIFY(demo.isVisible("serviceVerdict_spotify"));
        const auto verdict = [&] { return demo.find<QWidget>("serviceVerdict_spotify")->accessibleName(); };
        QTRY_VERIFY2(verdict().startsWith(QStringLiteral("Works")), qPrintable(verdict()));
        QVERIFY(test->hasFocus());
        QTRY_COMPARE(tested(), QStringLiteral("accepted in the test"));
        QTest::qWait(100); // it is scrolled to
        const auto placeOf = [&demo](const char *name) {
            const auto *widget = demo.find<QWidget>(name);
            return QRect(widget->mapTo(&demo.window(), QPoint()), widget->size());
        };
        QVERIFY(!placeOf("serviceVerdict_spotify").intersects(placeOf("messageBar"))); // neither lies on the other
        demo.picture("services-tested");
        auto wrong = demo.engine().credentials();
        wrong.spotifyClientSecret = QStringLiteral("wrong");
        demo.engine().setCredentials(wrong);
        demo.click("testNow_spotify");
        QTRY_VERIFY2(verdict().startsWith(QStringLiteral("Wrong client secret")), qPrintable(verdict()));
        demo.picture("services-verdict");
        demo.window().tryCredentials(); // as it does with those that were just given
        QTRY_VERIFY2(text(demo, "statusMessage").contains(QStringLiteral("Wrong client secret")),
                     qPrintable(text(demo, "statusMessage")));
        demo.click("enter_spotify");
        QTRY_VERIFY(demo.isVisible("credentialsDialog"));
    }

    void factsAreCopiedAsTabSeparatedText()
    {
        DemoWindow demo;
        demo.runArtists(1);
        open(demo);
        QTRY_VERIFY(value(demo, "service_genius", "Kept").contains(QStringLiteral("answers")));
        const auto counts = [&](const QString &group) {
            const auto &groups = demo.find<ServicePanel>("service_genius")->view().service.quota.groups;
            return std::ranges::any_of(groups, [&](const auto &one) { return one.group == group; });
        };
        QTRY_VERIFY(counts(QStringLiteral("songs"))); // the panel follows the work by moments
        QApplication::clipboard()->clear();
        demo.find<QWidget>("service_genius")->setFocus();
        demo.press(Qt::Key_C, Qt::ControlModifier);
        const auto lines = QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QVERIFY(lines.size() > 15);
        for (const auto &line : lines) {
            QCOMPARE(line.count(QLatin1Char('\t')), 3);
            QVERIFY2(line.startsWith(QStringLiteral("Genius\t")), qPrintable(line));
        }
        QVERIFY(lines.contains(
            QStringLiteral("Genius\tCalls since the start\tCalls\t%1").arg(value(demo, "service_genius", "Calls"))));
        QVERIFY(!lines.filter(QStringLiteral("Genius\tQuota\t24 h, songs\t")).isEmpty());
    }

    void everyControlHasANameOfItsOwnAndIsReachedByKeys()
    {
        DemoWindow demo;
        demo.runArtists(1);
        open(demo);
        demo.find<QWidget>("service_spotify")->setFocus(Qt::TabFocusReason);
        QStringList names;
        QList<QPushButton *> wanted;
        for (const auto *panel : {"service_spotify", "service_genius"}) {
            for (auto *button : demo.find<QWidget>(panel)->findChildren<QPushButton *>()) {
                if (button->isVisible() && button->isEnabled())
                    wanted.append(button);
            }
        }
        QVERIFY(wanted.size() >= 8);
        for (int i = 0; i < 40 && !wanted.isEmpty(); ++i) {
            demo.press(Qt::Key_Tab);
            auto *focused = qobject_cast<QPushButton *>(QApplication::focusWidget());
            if (focused && wanted.removeOne(focused))
                names.append(focused->accessibleName());
        }
        QVERIFY2(wanted.isEmpty(), wanted.isEmpty() ? "" : qPrintable(wanted.first()->objectName()));
        QVERIFY(!names.contains(QString()));
        auto unique = names;
        unique.removeDuplicates();
        QCOMPARE(unique, names);
    }

    void nothingIsCutOffAtAnySize_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("points"); // more than usual
        QTest::newRow("small") << QSize(1024, 700) << 0;
        QTest::newRow("usual") << QSize(1440, 900) << 0;
        QTest::newRow("large text") << QSize(1440, 900) << 5;
    }
    void nothingIsCutOffAtAnySize()
    {
        QFETCH(QSize, size);
        QFETCH(int, points);
        const auto usual = QApplication::font();
        const auto restore = qScopeGuard([&] { QApplication::setFont(usual); });
        auto larger = usual;
        larger.setPointSizeF(usual.pointSizeF() + points);
        QApplication::setFont(larger);
        DemoWindow demo(size);
        demo.runArtists(1);
        open(demo);
        QTest::qWait(300);
        demo.picture(QTest::currentDataTag());
        const auto *view = demo.find<QScrollArea>("servicesScroll")->viewport();
        for (const auto *name : {"service_spotify", "service_genius"}) {
            const auto *panel = demo.find<QWidget>(name);
            QVERIFY2(panel->width() <= view->width(), name);
            for (const auto *button : panel->findChildren<QPushButton *>())
                QVERIFY2(!button->isVisible() || button->width() >= button->sizeHint().width(),
                         qPrintable(button->objectName()));
            for (const auto *label : panel->findChildren<QLabel *>()) {
                if (!label->isVisible() || label->text().isEmpty())
                    continue;
                const auto needed = label->wordWrap() ? label->heightForWidth(label->width()) : 0;
                QVERIFY2(label->height() >= needed, qPrintable(label->text()));
                QVERIFY2(label->wordWrap() || label->width() >= label->sizeHint().width(), qPrintable(label->text()));
            }
        }
    }

    void scrollingStaysWhileFiguresChange()
    {
        DemoWindow demo;
        open(demo);
        auto *bar = demo.find<QScrollArea>("servicesScroll")->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        QTest::qWait(300); // the lines have found their width
        bar->setValue(bar->maximum() / 2);
        const auto before = bar->value();
        seed(demo, artist(demo, 0));
        demo.waitForRuns();
        QVERIFY(standing(demo, "genius").calls > 0);
        QCOMPARE(bar->value(), before);
    }
};

QTEST_MAIN(ServicesTest)
#include "tst_services.moc"
