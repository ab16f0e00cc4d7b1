// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletters/deadletterspage.h"
#include "deadletters/letteractions.h"
#include "store/credits.h"
#include "store/messagequeue.h"
#include "ui/producerscase.h"

#include <QPushButton>

using namespace linernotes;
using test::ProducersCase;

/// Work on many is watched, cancelled and undone; and where it fails half way, a person is told what is done.
class LongWorkTest : public ProducersCase
{
    Q_OBJECT

    static constexpr int many = 4'000;
    static constexpr int patience = 60'000; ///< the engine's writer gets its turn last where a machine is busy

    std::unique_ptr<Database> m_other; ///< a program beside this one

    QString letterOutcome() const
    {
        return m_demo->window().findChild<ui::OutcomeBar *>(QStringLiteral("deadOutcome"))->text();
    }
    void makePeople() const
    {
        const auto recording = number(QStringLiteral("SELECT min(id) FROM recordings"));
        m_other->begin();
        for (int i = 0; i < many; ++i) {
            const EvidenceFacts evidence{
                .source = QStringLiteral("genius"), .statement = QStringLiteral("Producer"), .matchScore = 1};
            const PersonFacts facts{.name = QStringLiteral("Zeta Number %1").arg(i, 5, 10, QLatin1Char('0')),
                                    .aliases = {},
                                    .ids = {{QStringLiteral("genius"), QString::number(9'000'000 + i), {}}},
                                    .credits = {{.role = Role::Producer, .evidence = evidence}}};
            Credits(*m_other).save(recording, facts);
        }
        m_other->commit();
    }
    void killMany(int howMany) const
    {
        m_other->begin();
        MessageQueue queue(*m_other);
        for (int i = 0; i < howMany; ++i) {
            queue.send(1, SocialEnrichmentMessage{100'000 + i});
            const auto lease = queue.read(queueName(StageId::SocialEnrichment), std::chrono::seconds(30));
            queue.bury(*lease, {.category = ErrorCategory::Timeout, .message = QStringLiteral("no answer")});
        }
        m_other->commit();
    }
    /// From now on `change`, as "INSERT ON person_tags", fails where `condition` holds.
    void breakWhere(const QString &change, const QString &condition) const
    {
        m_other->executeText(QStringLiteral("CREATE TRIGGER broken BEFORE %1 WHEN %2 BEGIN "
                                            "SELECT RAISE(ABORT, 'no room'); END")
                                 .arg(change, condition));
    }
    void mend() const { m_other->executeText(QStringLiteral("DROP TRIGGER broken")); }
    qint64 number(const QString &question) const
    {
        auto rows = m_other->executeText(question);
        rows.next();
        return rows.integer(0);
    }
    qint64 tagged() const { return number(QStringLiteral("SELECT count(*) FROM person_tags")); }
    qint64 dead() const { return number(QStringLiteral("SELECT count(*) FROM dead_letters WHERE state = 'dead'")); }
    /// The person in that place of the selection: of equals the one who was found last comes first.
    qint64 personAt(int place) const
    {
        return number(QStringLiteral("SELECT id FROM people WHERE name = 'Zeta Number %1'")
                          .arg(many - 1 - place, 5, 10, QLatin1Char('0')));
    }
    void selectMany() const
    {
        filterBy(QStringLiteral("zeta number"));
        QTRY_COMPARE_WITH_TIMEOUT(text("producersCount"), QStringLiteral("4,000 producers"), patience);
        table()->setFocus();
        m_demo->press(Qt::Key_A, Qt::ControlModifier);
        trigger("producersSelectAll");
        QTRY_COMPARE_WITH_TIMEOUT(m_demo->find<QWidget>("producersSelection")->property("text").toString(),
                                  QStringLiteral("4,000 selected"), patience);
    }
    void giveTag(const QString &tag) const
    {
        m_demo->press(Qt::Key_T, Qt::ControlModifier);
        enter("addTagDialog", tag);
        m_demo->click("lineAccept");
        QTRY_VERIFY_WITH_TIMEOUT(!m_demo->isVisible("addTagDialog"), patience);
    }
    bool canUndoTag() const
    {
        return m_demo->window().findChild<QAction *>(QStringLiteral("producersUndoTag"))->isEnabled();
    }

private Q_SLOTS:
    void initTestCase()
    {
        open();
        m_demo->press(Qt::Key_R, Qt::ControlModifier); // no worker takes anything up
        QTRY_VERIFY_WITH_TIMEOUT(!m_demo->engine().isRunning(), patience);
        m_other =
            std::move(*Database::open(m_demo->engine().databasePath(), Database::Access::ReadWrite, Clock::system()));
        makePeople();
    }
    void cleanupTestCase()
    {
        m_other.reset();
        close();
    }
    void cleanup() const
    {
        m_other->executeText(QStringLiteral("DROP TRIGGER IF EXISTS broken"));
        m_demo->press(Qt::Key_Escape, Qt::ShiftModifier);
    }

    /// While a run works, rows come and go: the others are meant all the same.
    void aRowThatGoesLeavesTheRestOfAllSelected()
    {
        m_demo->window().showPage(2);
        selectMany();
        auto *model = m_demo->window().findChild<ui::ProducersModel *>();
        const auto first = model->row(0).id;
        m_other->executeText(QStringLiteral("UPDATE people SET search_text = 'nobody' WHERE id = %1").arg(first));
        model->refresh(model->rowCount());
        QTRY_VERIFY_WITH_TIMEOUT(model->row(0).id != first, patience);
        QTest::qWait(100);
        QCOMPARE(m_demo->find<QWidget>("producersSelection")->property("text").toString(),
                 QStringLiteral("4,000 selected"));
        m_demo->clickCell(table(), 1, ui::ProducersModel::Name); // another choice ends it
        QTRY_COMPARE(m_demo->find<QWidget>("producersSelection")->property("text").toString(),
                     QStringLiteral("Selected"));
        m_other->executeText(
            QStringLiteral("UPDATE people SET search_text = (SELECT search_text FROM people WHERE id = %2) "
                           "WHERE id = %1")
                .arg(first)
                .arg(model->row(0).id));
    }

    void manyAreTaggedWhileOneLooksOnAndCanCancel()
    {
        m_demo->window().showPage(2);
        selectMany();
        m_other->executeText(QStringLiteral(
            "CREATE TRIGGER broken BEFORE INSERT ON person_tags BEGIN SELECT (WITH RECURSIVE n (i) AS "
            "(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) SELECT count(*) FROM n); END")); // it is slow
        giveTag(QStringLiteral("all"));
        QTRY_VERIFY_WITH_TIMEOUT(m_demo->isVisible("producersCancel"), patience);
        QVERIFY2(outcome().startsWith(QStringLiteral("Adding “all”: ")), qPrintable(outcome()));
        QVERIFY(!m_demo->isVisible("producersUndo"));
        m_demo->picture("longwork-tagging");
        m_demo->press(Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(m_demo->isVisible("producersUndo"), patience);
        QVERIFY2(outcome().contains(QStringLiteral("cancelled before the other")), qPrintable(outcome()));
        QVERIFY(tagged() > 0);
        QVERIFY2(tagged() < many, "it was over before it was cancelled");
        m_demo->picture("longwork-tagging-cancelled");
        m_demo->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(tagged(), 0, patience);
        QTRY_VERIFY_WITH_TIMEOUT(outcome().endsWith(QStringLiteral(" again.")), patience); // it is told
        QVERIFY(!canUndoTag());
    }

    void taggingThatIsBrokenOffTellsWhatItDidAndIsUndone()
    {
        m_demo->window().showPage(2);
        selectMany();
        breakWhere(QStringLiteral("INSERT ON person_tags"), QStringLiteral("new.person_id = %1").arg(personAt(1700)));
        giveTag(QStringLiteral("some"));
        QTRY_VERIFY2_WITH_TIMEOUT(outcome().contains(QStringLiteral("broken off before the other 2,500: ")),
                                  qPrintable(outcome()), patience);
        QVERIFY(outcome().startsWith(QStringLiteral("“some” is given to 1,500 producers.")));
        QVERIFY(outcome().contains(QStringLiteral("no room")));
        QVERIFY(m_demo->isVisible("producersUndo"));
        QCOMPARE(tagged(), 1500);
        m_demo->picture("longwork-tagging-broken");
        mend();
        // An undo that fails half way goes on where it was.
        breakWhere(QStringLiteral("DELETE ON person_tags"), QStringLiteral("old.person_id = %1").arg(personAt(600)));
        m_demo->click("producersUndo");
        QTRY_VERIFY2_WITH_TIMEOUT(outcome().contains(QStringLiteral("broken off before the other 1,000: ")),
                                  qPrintable(outcome()), patience);
        QCOMPARE(tagged(), 1000);
        m_demo->click("producersUndo"); // it fails again, at once
        QTRY_VERIFY2_WITH_TIMEOUT(outcome().startsWith(QStringLiteral("Nothing was changed: ")), qPrintable(outcome()),
                                  patience);
        mend();
        m_demo->click("producersUndo");
        QTRY_COMPARE_WITH_TIMEOUT(tagged(), 0, patience);
        QTRY_VERIFY_WITH_TIMEOUT(outcome().endsWith(QStringLiteral(" again.")), patience); // it is told
        QVERIFY(!canUndoTag());
    }

    void aTagThatFailsAtOnceIsToldWhereItWasTyped()
    {
        m_demo->window().showPage(2);
        selectMany();
        breakWhere(QStringLiteral("INSERT ON person_tags"), QStringLiteral("true"));
        m_demo->press(Qt::Key_T, Qt::ControlModifier);
        enter("addTagDialog", QStringLiteral("none"));
        m_demo->click("lineAccept");
        QTRY_VERIFY_WITH_TIMEOUT(text("lineProblem").contains(QStringLiteral("no room")), patience);
        QVERIFY(!m_demo->isVisible("producersOutcome"));
        m_demo->click("lineCancel");
        QTRY_VERIFY_WITH_TIMEOUT(!m_demo->isVisible("addTagDialog"), patience);
    }

    void lettersSentAgainBeforeItFailedAreToldAndUndone()
    {
        killMany(600);
        const auto before = dead();
        breakWhere(QStringLiteral("UPDATE OF state ON dead_letters"),
                   QStringLiteral("old.message LIKE '%\"person_id\":100250}'"));
        m_demo->press(Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(m_demo->isVisible("lettersTable"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_demo->find<QPushButton>("deadRetryListed")->isEnabled(), patience);
        m_demo->press(Qt::Key_R, Qt::ControlModifier | Qt::AltModifier);
        m_demo->click("retryAccept");
        QTRY_VERIFY_WITH_TIMEOUT(m_demo->isVisible("deadUndo"), patience);
        const auto told = letterOutcome();
        const auto sent = before - dead();
        QVERIFY(sent >= 200 && sent < before);
        QVERIFY2(
            told.startsWith(
                QStringLiteral("%1 letters sent again; broken off before the other %2: ").arg(sent).arg(before - sent)),
            qPrintable(told));
        QVERIFY(told.contains(QStringLiteral("no room")));
        QVERIFY(!m_demo->isVisible("deadCancel"));
        m_demo->picture("longwork-letters-broken");
        mend();
        m_demo->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(dead(), before, patience);
    }

    void whereNothingWasSentAgainTheBarSaysWhy()
    {
        breakWhere(QStringLiteral("UPDATE OF state ON dead_letters"), QStringLiteral("true"));
        m_demo->press(Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(m_demo->find<QPushButton>("deadRetryListed")->isEnabled(), patience);
        m_demo->press(Qt::Key_R, Qt::ControlModifier | Qt::AltModifier);
        m_demo->click("retryAccept");
        QTRY_VERIFY2_WITH_TIMEOUT(letterOutcome().startsWith(QStringLiteral("Nothing was sent again: ")),
                                  qPrintable(letterOutcome()), patience);
        QVERIFY(!m_demo->isVisible("deadUndo"));
        QVERIFY(!m_demo->isVisible("deadCancel"));
        m_demo->picture("longwork-letters-failed");
    }

    /// Somebody turns to another page, and there wants to quit.
    void lettersAreFollowedFromAnotherPageAndKeepTheWindowOpen()
    {
        killMany(600);
        const auto before = dead();
        m_other->executeText(QStringLiteral(
            "CREATE TRIGGER broken BEFORE UPDATE OF state ON dead_letters BEGIN SELECT (WITH RECURSIVE n (i) AS "
            "(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000) SELECT count(*) FROM n); END")); // it is slow
        m_demo->press(Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(m_demo->find<QPushButton>("deadRetryListed")->isEnabled(), patience);
        m_demo->press(Qt::Key_R, Qt::ControlModifier | Qt::AltModifier);
        m_demo->click("retryAccept");
        QTRY_VERIFY_WITH_TIMEOUT(m_demo->isVisible("deadCancel"), patience);
        QVERIFY(!m_demo->isVisible("deadlettersStatusCancel")); // here its own bar tells of it
        m_demo->press(Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(m_demo->isVisible("deadlettersProgress"), patience);
        QVERIFY(text("deadlettersProgress").startsWith(QStringLiteral("Sending again: ")));
        m_demo->picture("longwork-elsewhere");
        m_demo->window().close();
        QVERIFY(m_demo->window().isVisible());
        QTRY_VERIFY(m_demo->isVisible("workUnderWayBox"));
        m_demo->picture("longwork-quit");
        m_demo->press(Qt::Key_Escape);
        QTRY_VERIFY(!m_demo->isVisible("workUnderWayBox"));
        m_demo->click("deadlettersStatusCancel");
        QTRY_VERIFY2_WITH_TIMEOUT(text("statusMessage").contains(QStringLiteral("cancelled before the other")),
                                  qPrintable(text("statusMessage")), patience);
        QVERIFY(!m_demo->isVisible("deadlettersProgress"));
        m_demo->picture("longwork-elsewhere-ended");
        QVERIFY2(dead() > 0 && dead() < before, "it was over before it was cancelled");
        mend();
        // After the next start the page knows of it still.
        {
            const ui::DeadLettersPage later(m_demo->engine().deadLetters(), nullptr);
            auto *undo = later.letterActions().undo;
            QTRY_VERIFY_WITH_TIMEOUT(undo->isEnabled(), patience);
            QCOMPARE(undo->text(), QStringLiteral("Undo the last action, on %1 letters").arg(before - dead()));
            undo->trigger();
            QTRY_COMPARE_WITH_TIMEOUT(dead(), before, patience);
            QTRY_VERIFY(!undo->isEnabled());
        }
        const ui::DeadLettersPage latest(m_demo->engine().deadLetters(), nullptr);
        QTest::qWait(200);
        QVERIFY(!latest.letterActions().undo->isEnabled()); // once is enough
        m_demo->press(Qt::Key_Escape);
    }

    /// A receipt that goes by itself lets be seen again what somebody has to close.
    void aFailureIsThereUntilItIsClosed()
    {
        const auto status = [this] {
            const auto *label = m_demo->window().findChild<QLabel *>(QStringLiteral("statusMessage"));
            return label->isVisible() ? label->text() : QString();
        };
        auto &window = m_demo->window();
        window.tell(QStringLiteral("It failed."), ui::MainWindow::Lasting::UntilClosed);
        window.tell(QStringLiteral("Copied."), ui::MainWindow::Lasting::Briefly);
        QCOMPARE(status(), QStringLiteral("Copied."));
        QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("It failed."), 20'000);
        window.tell(QStringLiteral("A hint."));
        m_demo->click("statusClose");
        QCOMPARE(status(), QStringLiteral("It failed."));
        m_demo->click("statusClose");
        QCOMPARE(status(), QString());
    }

    void askingForProfilesTellsWhatIsQueued()
    {
        m_demo->window().showPage(2);
        selectMany();
        breakWhere(QStringLiteral("INSERT ON messages"),
                   QStringLiteral("new.message LIKE '%\"person_id\":%1}'").arg(personAt(many - 1)));
        trigger("producersEnrich");
        m_demo->click("enrichYes");
        QTRY_VERIFY2_WITH_TIMEOUT(outcome().startsWith(QStringLiteral("3,500 producers queued.")),
                                  qPrintable(outcome()), patience);
        QVERIFY(outcome().contains(QStringLiteral("broken off before the other 500: ")));
        QVERIFY(!m_demo->isVisible("producersUndo"));
        m_demo->picture("longwork-enriching-broken");
    }
};

QTEST_MAIN(LongWorkTest)
#include "tst_longwork.moc"
