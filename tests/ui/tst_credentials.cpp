// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/awaited.h"
#include "fakes/memorykeychain.h"
#include "services/servicepanel.h"
#include "ui/demowindow.h"

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace linernotes;
using test::DemoWindow;
using test::KeychainContents;
using test::MemoryKeychain;

namespace
{

const Credentials environment{
    .spotifyClientId = {}, .spotifyClientSecret = {}, .geniusAccessToken = QStringLiteral("exported-token")};

} // namespace

/// The credentials dialog over a real engine and the demo's services.
class CredentialsTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<KeychainContents> m_keychain;
    std::unique_ptr<CredentialStore> m_store;

    static QString text(const DemoWindow &demo, const char *label) { return demo.find<QLabel>(label)->text(); }
    static QString verdict(const DemoWindow &demo, const char *line)
    {
        return demo.isVisible(line) ? demo.find<QWidget>(line)->accessibleName() : QString();
    }
    static void type(const DemoWindow &demo, const char *field, const QString &value)
    {
        auto *line = demo.find<QLineEdit>(field);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, value);
    }
    /// No empty strip, and nothing cut off.
    static int roomLeft(const DemoWindow &demo)
    {
        const auto *dialog = demo.find<QDialog>("credentialsDialog");
        return dialog->height() - dialog->layout()->totalHeightForWidth(dialog->width());
    }
    static void openDialog(const DemoWindow &demo)
    {
        demo.window().findChild<QAction *>(QStringLiteral("credentialsAction"))->trigger();
        QTRY_VERIFY(demo.isVisible("credentialsDialog"));
    }
    void readStore()
    {
        const auto reading = m_store->read();
        QTRY_VERIFY(reading.isFinished());
    }

private Q_SLOTS:
    void init()
    {
        m_keychain = std::make_shared<KeychainContents>();
        m_store = std::make_unique<CredentialStore>(std::make_unique<MemoryKeychain>(m_keychain), environment);
    }

    void candidatesAreTriedBeforeTheyAreUsed()
    {
        DemoWindow demo({1024, 700}, DemoWindow::Pose::Services, m_store.get());
        openDialog(demo);
        QCOMPARE(roomLeft(demo), 0);
        QVERIFY(!demo.find<QPushButton>("test_spotify")->isEnabled());
        type(demo, "spotifyClientId", demo.server().clientId());
        QVERIFY(!demo.find<QPushButton>("test_spotify")->isEnabled());
        type(demo, "spotifyClientSecret", QStringLiteral("a-wrong-one"));
        demo.find<QPushButton>("test_spotify")->setFocus();
        demo.press(Qt::Key_Space);
        QVERIFY(demo.find<QPushButton>("test_spotify")->hasFocus()); // not the link that comes next
        QTRY_VERIFY(verdict(demo, "verdict_spotify").startsWith(QStringLiteral("Wrong client secret")));
        demo.picture("credentials-wrong");
        type(demo, "spotifyClientSecret", demo.server().clientSecret());
        QVERIFY(!demo.isVisible("verdict_spotify")); // it was about another one
        demo.click("test_spotify");
        QTRY_VERIFY(verdict(demo, "verdict_spotify").startsWith(QStringLiteral("Works")));
        type(demo, "geniusAccessToken", demo.server().geniusToken());
        demo.click("test_genius");
        QTRY_COMPARE(verdict(demo, "verdict_genius"), QStringLiteral("Works."));
        QTRY_COMPARE(roomLeft(demo), 0); // what was said took its room
        demo.picture("credentials-works");
        demo.press(Qt::Key_Escape);
        QTRY_VERIFY(!demo.isVisible("credentialsDialog"));
        QVERIFY(m_keychain->entries.isEmpty());
        QCOMPARE(m_store->origin(QStringLiteral("spotify")), CredentialsOrigin::None);
    }

    void aVerdictOnWhatStoodThereBeforeIsNotShown()
    {
        DemoWindow demo({1024, 700}, DemoWindow::Pose::Services, m_store.get());
        demo.server().setDelay(std::chrono::milliseconds(400));
        openDialog(demo);
        type(demo, "geniusAccessToken", demo.server().geniusToken());
        demo.click("test_genius");
        QTRY_VERIFY(demo.isVisible("verdict_genius"));
        type(demo, "geniusAccessToken", QStringLiteral("another"));
        QTest::qWait(900);
        QVERIFY(!demo.isVisible("verdict_genius"));
    }

    void keptOnesAreInTheKeychainAndAreDeletedThere()
    {
        DemoWindow demo({1024, 700}, DemoWindow::Pose::Services, m_store.get());
        readStore();
        openDialog(demo);
        QCOMPARE(text(demo, "origin_genius"), QStringLiteral("From the environment"));
        QCOMPARE(demo.find<QLineEdit>("geniusAccessToken")->text(), environment.geniusAccessToken);
        QCOMPARE(demo.find<QLineEdit>("geniusAccessToken")->echoMode(), QLineEdit::Password);
        type(demo, "spotifyClientId", QStringLiteral("an-id"));
        type(demo, "spotifyClientSecret", QStringLiteral("a-secret"));
        QVERIFY(demo.find<QRadioButton>("credentialsKeep")->isChecked());
        demo.press(Qt::Key_Return);
        QTRY_VERIFY(!demo.isVisible("credentialsDialog"));
        QCOMPARE(m_keychain->entries.keys(), {QStringLiteral("spotify")}); // the environment's stays where it is
        QVERIFY(m_keychain->entries.value(QStringLiteral("spotify")).contains(QStringLiteral("a-secret")));
        QCOMPARE(demo.engine().credentials().spotifyClientSecret, QStringLiteral("a-secret"));
        QCOMPARE(demo.engine().credentials().geniusAccessToken, environment.geniusAccessToken);
        QCOMPARE(m_store->origin(QStringLiteral("genius")), CredentialsOrigin::Environment);

        openDialog(demo);
        type(demo, "geniusAccessToken", QStringLiteral("a-token"));
        demo.click("credentialsAccept");
        QTRY_VERIFY(!demo.isVisible("credentialsDialog"));
        QCOMPARE(m_keychain->entries.size(), 2);

        openDialog(demo);
        QCOMPARE(text(demo, "origin_spotify"), QStringLiteral("From the keychain"));
        QCOMPARE(text(demo, "origin_genius"), QStringLiteral("From the keychain, which goes before the environment"));
        demo.picture("credentials-kept");
        demo.click("forget_genius");
        QTRY_VERIFY(demo.isVisible("forgetBox"));
        demo.press(Qt::Key_Escape);
        QTRY_VERIFY(!demo.isVisible("forgetBox"));
        QCOMPARE(m_keychain->entries.size(), 2);
        demo.click("forget_genius");
        QTRY_VERIFY(demo.isVisible("forgetBox"));
        demo.click("forgetAccept");
        QTRY_COMPARE(m_keychain->entries.size(), 1);
        QTRY_COMPARE(text(demo, "origin_genius"), QStringLiteral("From the environment"));
        QVERIFY(!demo.isVisible("forget_genius"));
        QVERIFY(demo.isVisible("forget_spotify"));
    }

    void whatWasForTheSessionCanBeKeptLater()
    {
        DemoWindow demo({1024, 700}, DemoWindow::Pose::Services, m_store.get());
        readStore();
        m_store->useForSession(QStringLiteral("genius"), {.geniusAccessToken = QStringLiteral("typed")});
        openDialog(demo);
        demo.click("credentialsAccept");
        QTRY_VERIFY(!demo.isVisible("credentialsDialog"));
        QCOMPARE(m_keychain->entries.keys(), {QStringLiteral("genius")});
    }

    void workThatWaitedForThemGoesOn_data()
    {
        QTest::addColumn<bool>("areWrong");
        QTest::newRow("they were missing") << false;
        QTest::newRow("they were wrong") << true;
    }
    void workThatWaitedForThemGoesOn()
    {
        QFETCH(bool, areWrong);
        const auto pretended = areWrong ? QStringLiteral("a wrong one") : QString();
        DemoWindow demo({1024, 700}, DemoWindow::Pose::Services, m_store.get());
        readStore();
        for (const auto &service : CredentialStore::services())
            m_store->useForSession(service, {pretended, pretended, pretended});
        demo.engine().setCredentials(m_store->credentials());
        const auto &artist = demo.server().catalogue().artists().front();
        demo.window().seed(QStringLiteral("Waits"), {{.artistId = artist.spotifyId, .name = {}}});
        QTRY_VERIFY(demo.isVisible("credentialsBanner"));
        const auto said = demo.find<QWidget>("credentialsBanner")->accessibleName();
        QVERIFY2(said.contains(QStringLiteral("Work for Spotify")), qPrintable(said));
        demo.click("bannerCredentials");
        QTRY_VERIFY(demo.isVisible("credentialsDialog"));
        type(demo, "spotifyClientId", demo.server().clientId());
        type(demo, "spotifyClientSecret", demo.server().clientSecret());
        type(demo, "geniusAccessToken", demo.server().geniusToken());
        demo.click("credentialsAccept");
        QTRY_VERIFY(!demo.isVisible("credentialsDialog"));
        demo.waitForRuns(); // nothing was started again
        QVERIFY(!demo.isVisible("credentialsBanner"));
        const auto snapshot = demo.engine().snapshot();
        QTRY_VERIFY(snapshot.isFinished());
        QVERIFY(snapshot.result());
        const auto &run = (*snapshot.result())->runs.front();
        QVERIFY(run.finished && run.stages.at(static_cast<std::size_t>(StageId::ProducerIdentification)).archived > 0);
        QCOMPARE((*snapshot.result())->dead, 0);
    }

    /// It may have what would be asked for.
    void aLockedKeychainIsSaidAndOpenedHere()
    {
        m_keychain->entries.insert(QStringLiteral("spotify"),
                                   QStringLiteral(R"({"client_id":"an-id","client_secret":"a-secret"})"));
        m_keychain->refusal = QStringLiteral("The keychain is locked.");
        readStore();
        DemoWindow demo({1024, 700}, DemoWindow::Pose::Services, m_store.get());
        demo.engine().setCredentials(m_store->credentials());
        QTRY_VERIFY(demo.isVisible("credentialsBanner"));
        QTRY_VERIFY(demo.isVisible("bannerUnlock"));
        const auto said = demo.find<QWidget>("credentialsBanner")->accessibleName();
        QVERIFY2(said.contains(QStringLiteral("The keychain is locked")), qPrintable(said));
        demo.picture("keychain-locked");
        openDialog(demo);
        QCOMPARE(text(demo, "origin_spotify"), QStringLiteral("The keychain is locked"));
        QVERIFY(text(demo, "credentialsNote").startsWith(m_keychain->refusal));
        QCOMPARE(roomLeft(demo), 0);
        demo.picture("credentials-locked");
        demo.click("credentialsUnlock");
        QTRY_VERIFY(demo.find<QPushButton>("credentialsUnlock")->isEnabled());
        QVERIFY(m_store->isLocked()); // nobody knew the password
        demo.press(Qt::Key_Escape);

        m_keychain->opensWhenAsked = true;
        demo.click("bannerUnlock");
        QTRY_COMPARE(demo.engine().credentials().spotifyClientSecret, QStringLiteral("a-secret"));
        QTRY_VERIFY(!demo.isVisible("bannerUnlock"));
        openDialog(demo);
        QCOMPARE(demo.find<QLineEdit>("spotifyClientId")->text(), QStringLiteral("an-id"));
        QVERIFY(demo.find<QRadioButton>("credentialsKeep")->isChecked());
        QVERIFY(!demo.isVisible("credentialsUnlock"));
    }

    void aKeychainThatRefusesLeavesTheSession()
    {
        DemoWindow demo({1024, 700}, DemoWindow::Pose::Services, m_store.get());
        openDialog(demo);
        m_keychain->refusal = QStringLiteral("The keychain was not opened.");
        type(demo, "spotifyClientId", QStringLiteral("an-id"));
        type(demo, "spotifyClientSecret", QStringLiteral("a-secret"));
        demo.click("credentialsAccept");
        QTRY_VERIFY(text(demo, "credentialsNote").startsWith(m_keychain->refusal));
        QVERIFY(demo.isVisible("credentialsDialog"));
        QVERIFY(demo.find<QRadioButton>("credentialsSessionOnly")->isChecked());
        demo.picture("credentials-refused");
        demo.click("credentialsAccept");
        QTRY_VERIFY(!demo.isVisible("credentialsDialog"));
        QVERIFY(m_keychain->entries.isEmpty());
        QCOMPARE(m_store->origin(QStringLiteral("spotify")), CredentialsOrigin::Session);
        QCOMPARE(demo.engine().credentials().spotifyClientId, QStringLiteral("an-id"));
    }

    void withoutAKeychainTheSessionIsSaidAndChosen()
    {
        m_keychain->refusal = QStringLiteral("There is no keychain on this system.");
        m_keychain->refusalCategory = ErrorCategory::ServiceDown;
        readStore();
        DemoWindow demo({1024, 700}, DemoWindow::Pose::Services, m_store.get());
        openDialog(demo);
        QVERIFY(demo.find<QRadioButton>("credentialsSessionOnly")->isChecked());
        const auto note = text(demo, "credentialsNote");
        QVERIFY2(note.contains(m_keychain->refusal) && note.contains(QStringLiteral("SPOTIFY_CLIENT_ID")),
                 qPrintable(note));
        QCOMPARE(roomLeft(demo), 0);
        demo.picture("credentials-no-keychain");
    }

    /// It would be said of keys that were never tested.
    void aVerdictOnKeysThatWereChangedMeanwhileIsDropped()
    {
        CredentialStore store(std::make_unique<MemoryKeychain>(std::make_shared<KeychainContents>()), {});
        QVERIFY(test::awaited(store.read()));
        DemoWindow demo({1440, 900}, DemoWindow::Pose::Services, &store);
        demo.press(Qt::Key_5, Qt::ControlModifier);
        const auto *panel = demo.find<ui::ServicePanel>("service_spotify");
        const auto state = [panel] { return ui::factsOf(panel->view()).back().value; };
        demo.click("testNow_spotify");
        QVERIFY(demo.isVisible("serviceVerdict_spotify")); // it is under way
        store.useForSession(QStringLiteral("spotify"), demo.engine().credentials());
        QTRY_VERIFY(!demo.isVisible("serviceVerdict_spotify"));
        QCOMPARE(state(), QStringLiteral("not tried yet"));
        demo.click("testNow_spotify"); // nothing is left of the first
        QTRY_COMPARE(state(), QStringLiteral("accepted in the test"));
    }
};

QTEST_MAIN(CredentialsTest)
#include "tst_credentials.moc"
