// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activitypage.h"
#include "activity/eventsmodel.h"
#include "common/bodyview.h"
#include "common/jsontext.h"
#include "store/events.h"
#include "ui/demowindow.h"

#include <QApplication>
#include <QLabel>
#include <QTableView>

#include <memory>

using namespace linernotes;
using namespace std::chrono_literals;
using test::DemoWindow;
using ui::EventsModel;

/// Every row of the log that is about a message shows it, wherever it stands by then.
class EventMessageTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoWindow> m_demo;
    std::unique_ptr<Database> m_database; ///< another process's, so to speak
    qint64 m_doneId = 0;
    QString m_doneText;

    QTableView *table() const { return m_demo->find<QTableView>("eventsTable"); }
    ui::ActivityPage *page() const { return m_demo->window().findChild<ui::ActivityPage *>(); }
    EventsModel &model() const { return page()->events(); }
    QString text(const char *label) const { return m_demo->find<QLabel>(label)->text(); }
    QString body() const { return m_demo->find<ui::BodyView>("eventMessageText")->toPlainText(); }

    template <typename Change>
    auto change(Change change) const
    {
        m_database->begin();
        MessageQueue queue(*m_database);
        auto result = change(queue);
        m_database->commit();
        return result;
    }
    void tellOf(qint64 messageId, EventKind kind) const
    {
        change([&](MessageQueue &) {
            const std::array one{
                Event{.kind = kind, .stage = StageId::SocialEnrichment, .runId = 1, .messageId = messageId}};
            Events(*m_database).add(one);
            return true;
        });
        QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() > 0 && model().event(0).messageId == messageId, 10'000);
        m_demo->clickCell(table(), 0, EventsModel::What);
    }
    void chooseFirst(EventKind kind) const
    {
        for (int row = 0; row < model().rowCount(); ++row) {
            if (model().event(row).kind != kind)
                continue;
            table()->scrollTo(model().index(row, 0));
            m_demo->clickCell(table(), row, EventsModel::What);
            return;
        }
        qFatal("no such event");
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_demo = std::make_unique<DemoWindow>(QSize(1440, 900));
        m_demo->runArtists(1);
        QTest::qWait(1200); // the last events are written
        m_demo->engine().stop();
        auto database = Database::open(m_demo->engine().databasePath(), Database::Access::ReadWrite, Clock::system());
        QVERIFY(database);
        m_database = std::move(*database);
        m_demo->press(Qt::Key_6, Qt::ControlModifier);
        QTRY_VERIFY(m_demo->isVisible("eventsTable"));
        // What is done is told to those only who set the log's level so.
        auto rows = m_database->executeText(QStringLiteral("SELECT id, message FROM archive ORDER BY id DESC LIMIT 1"));
        QVERIFY(rows.next());
        m_doneId = rows.integer(0);
        m_doneText = rows.text(1);
    }
    void cleanupTestCase()
    {
        m_database.reset();
        m_demo.reset();
    }

    void oneThatIsDoneIsShownWithWhatItSays()
    {
        tellOf(m_doneId, EventKind::MessageArchived);
        QTRY_VERIFY2(text("eventMessageTitle").startsWith(QStringLiteral("Message %1 was done at ").arg(m_doneId)),
                     qPrintable(text("eventMessageTitle")));
        QCOMPARE(body(), ui::laidOut(m_doneText).text);
        QVERIFY(m_demo->find<ui::BodyView>("eventMessageText")->isJson());
        const auto facts = text("eventMessageFacts");
        QVERIFY2(facts.contains(QStringLiteral("Test")) && facts.contains(QStringLiteral("read 1 time")),
                 qPrintable(facts));
        QVERIFY(!m_demo->isVisible("eventLetter"));
        m_demo->picture("event-message-done");
    }

    /// What is done is not told of by default; a letter that was sent again leads here too.
    void oneOfWhichTheLogHasNothingIsShownToo()
    {
        page()->showMessage(m_doneId - 1);
        QTRY_VERIFY2(text("eventMessageTitle").startsWith(QStringLiteral("Message %1 was done at ").arg(m_doneId - 1)),
                     qPrintable(text("eventMessageTitle")));
        QCOMPARE(text("eventTitle"), QStringLiteral("No event of message %1 is listed.").arg(m_doneId - 1));
        QVERIFY(m_demo->find<ui::BodyView>("eventMessageText")->isJson());
        QVERIFY(!m_demo->isVisible("eventCopy"));
        m_demo->picture("event-message-alone");
        page()->showMessage(4'000'000);
        QTRY_COMPARE(text("eventMessageTitle"), QStringLiteral("Message 4000000 is nowhere any more."));
        page()->showRun(0);
        QTRY_VERIFY(model().rowCount() > 1);
        QTRY_VERIFY(!text("eventTitle").contains(QStringLiteral("is listed")));
    }

    void returnLeadsToIt()
    {
        chooseFirst(EventKind::MessageArchived);
        QTRY_VERIFY(m_demo->isVisible("eventMessageText"));
        table()->setFocus();
        m_demo->press(Qt::Key_Return);
        auto *text = m_demo->find<ui::BodyView>("eventMessageText");
        QTRY_VERIFY(text->hasFocus());
        QVERIFY(!text->visibleRegion().isEmpty()); // it was scrolled to
        QCOMPARE(m_demo->window().currentPage(), 5);
        m_demo->picture("event-message-focused");
    }

    void whatIsAboutNoMessageShowsNone()
    {
        chooseFirst(EventKind::MessageArchived);
        QTRY_VERIFY(m_demo->isVisible("eventMessageText"));
        chooseFirst(EventKind::RunStarted);
        QVERIFY(!m_demo->isVisible("eventMessageView"));
        QTest::qWait(1500); // it stays so when the page looks again
        QVERIFY(!m_demo->isVisible("eventMessageView"));
    }

    /// Queued, worked on, tried again later, given up, and gone: the row stays chosen and tells each.
    void oneIsFollowedOnItsWay()
    {
        const auto queueOfPeople = queueName(StageId::SocialEnrichment);
        const auto sent = QStringLiteral(R"({"person_id":4711,"note":"<b>bold</b>"})"); // from outside: shown as it is
        const auto id = change([&](MessageQueue &queue) { return queue.sendText(1, queueOfPeople, sent); });
        tellOf(id, EventKind::AttemptFailed);
        const auto tells = [&](const char *words) {
            const auto wanted = QStringLiteral("Message %1 %2").arg(id).arg(QLatin1String(words));
            if (QTest::qWaitFor([&] { return text("eventMessageTitle").startsWith(wanted); }, 10'000))
                return true;
            qWarning("%s", qPrintable(text("eventMessageTitle")));
            return false;
        };
        QVERIFY(tells("waits in its queue."));
        QCOMPARE(body(), ui::laidOut(sent).text);
        const auto read = [&](MessageQueue &queue) { return queue.read(queueOfPeople, 1min).value(); };
        auto lease = change(read);
        QCOMPARE(lease.messageId, id);
        QVERIFY(tells("is being worked on."));
        const Error refused{.category = ErrorCategory::Server, .message = QStringLiteral("no")};
        QVERIFY(change([&](MessageQueue &queue) { return queue.giveBackFailed(lease, 2s, refused); }));
        QVERIFY(tells("waits until "));
        QVERIFY(text("eventMessageFacts").contains(QStringLiteral("1 failed attempt")));
        m_demo->picture("event-message-delayed");
        QVERIFY(tells("waits in its queue.")); // its time has come
        QVERIFY(!m_demo->isVisible("eventLetter"));
        lease = change(read);
        QVERIFY(change([&](MessageQueue &queue) { return queue.bury(lease, refused); }));
        QVERIFY(tells("became a dead letter at "));
        QVERIFY(m_demo->isVisible("eventLetter"));
        change([&](MessageQueue &) {
            m_database->executeText(QStringLiteral("DELETE FROM dead_letters WHERE id = ?"), {id}).next();
            return true;
        });
        QVERIFY(tells("is nowhere any more."));
        QVERIFY(!m_demo->isVisible("eventMessageText"));
        QVERIFY(!m_demo->isVisible("eventLetter"));
        table()->setFocus();
        m_demo->press(Qt::Key_Return); // what is closest then
        QTRY_COMPARE(m_demo->window().currentPage(), 1);
    }
};

QTEST_MAIN(EventMessageTest)
#include "tst_eventmessage.moc"
