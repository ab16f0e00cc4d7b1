// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/bodyview.h"
#include "common/outcomebar.h"
#include "common/rowslist.h"
#include "common/tableview.h"
#include "deadletters/letteractions.h"
#include "deadletters/lettersmodel.h"
#include "ui/letterscase.h"
#include "ui/slowhand.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSettings>
#include <QTimer>

#include <memory>
#include <optional>

using namespace linernotes;
using namespace std::chrono_literals;
using test::DemoWindow;
using test::LettersCase;

/// Names that nobody has, and what is told of letters after something was done with them.
class LetterOutcomesTest : public LettersCase
{
    Q_OBJECT

    ui::TableView *table() const { return m_demo->find<ui::TableView>("lettersTable"); }
    QString outcome() const { return page()->findChild<ui::OutcomeBar *>()->text(); }
    /// The letter of that artist's name; it is chosen.
    qint64 choose(const QString &name) const
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (table()->model()->index(row, LettersModel::Work).data().toString() != name)
                continue;
            m_demo->clickCell(table(), row, LettersModel::Work);
            const auto id = table()->model()->index(row, 0).data(LettersModel::IdRole).toLongLong();
            if (!QTest::qWaitFor([&] { return page()->letterActions().isOpened(id); }))
                qFatal("it is not shown");
            return id;
        }
        qFatal("no letter of this name");
    }

    void knowNobody() const
    {
        m_demo->server().setFaults([](const demo::CallInfo &call) -> std::optional<demo::Fault> {
            if (call.endpoint != QLatin1String("GET /genius/artists/{id}"))
                return std::nullopt;
            return demo::Fault{.status = 404, .body = R"({"meta":{"status":404,"message":"Not found"}})"};
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_demo = std::make_unique<DemoWindow>(QSize(1440, 900));
        m_demo->server().setFaults([](const demo::CallInfo &call) -> std::optional<demo::Fault> {
            if (call.endpoint != QLatin1String("GET /genius/artists/{id}") || call.numberOfEndpoint % 9 != 0)
                return std::nullopt;
            return demo::Fault{.status = 404, .body = R"({"meta":{"status":404,"message":"Not found"}})"};
        });
        m_demo->window().seed(QStringLiteral("First test"),
                              {{.name = QStringLiteral("Nova")},
                               {.name = QStringLiteral("Qqxyzzy Wvvk")},
                               {.artistId = m_demo->server().catalogue().artists().front().spotifyId}});
        m_demo->waitForRuns();
        knowNobody();
    }
    void cleanupTestCase() { m_demo.reset(); }

    void init()
    {
        m_demo->press(Qt::Key_4, Qt::ControlModifier);
        page()->showGroup({});
        settle();
        QTRY_VERIFY(m_demo->isVisible("lettersTable"));
        m_demo->press(Qt::Key_Escape, Qt::ShiftModifier); // what was told before
    }

    void theNameStandsFirst()
    {
        m_demo->picture("letters-names");
        int named = 0;
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            const auto work = table()->model()->index(row, LettersModel::Work).data().toString();
            QVERIFY2(!work.isEmpty() && !work.contains(QStringLiteral("groups")), qPrintable(work));
            named += work.startsWith(QStringLiteral("Person")) ? 0 : 1;
        }
        QCOMPARE(named, table()->model()->rowCount()); // the catalogue knows them all
    }

    void whatWasFoundIsShownBesideTheChoice()
    {
        const auto id = choose(QStringLiteral("Nova"));
        QVERIFY(m_demo->isVisible("candidateChoose"));
        QVERIFY(m_demo->find<ui::BodyView>("letterAnswer")->toPlainText().contains(QStringLiteral("spotify_id")));
        QCOMPARE(text("letterAnswerTitle"), QStringLiteral("What was found"));
        QVERIFY(text("letterAdvice").startsWith(QStringLiteral("Choose who was meant")));
        QCOMPARE(m_demo->isVisible("letterAttemptsTitle"), !letter(id).attempts.empty());
        m_demo->picture("letters-candidates");
    }

    void lettersOfAStageThatIsHeldAreSaidToWait()
    {
        settle();
        const auto id = choose(QStringLiteral("Nova"));
        QVERIFY(resultOf(m_demo->engine().stages().pause(StageId::ArtistDiscovery, {})));
        QTest::qWait(2500); // every process goes by it within a second
        m_demo->window().tell(QStringLiteral("Something else.")); // before the bar comes
        const auto place = table()->mapTo(&m_demo->window(), QPoint());
        m_demo->press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY2(outcome().endsWith(QStringLiteral(" Still queued: the stage “Artists” is paused.")),
                     qPrintable(outcome()));
        m_demo->picture("letters-waiting");
        QCOMPARE(table()->mapTo(&m_demo->window(), QPoint()), place); // nothing moves under the mouse
        const auto onScreen = [this](const char *name) {
            const auto *part = m_demo->find<QWidget>(name);
            return QRect(part->mapToGlobal(QPoint()), part->size());
        };
        QVERIFY(!onScreen("messageBar").intersects(onScreen("deadOutcome"))); // neither lies on the other
        QVERIFY(onScreen("messageBar").bottom() > onScreen("letterRetry").bottom()); // and it has not gone far
        m_demo->picture("letters-waiting-and-told");
        m_demo->click("statusClose");
        m_demo->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(letter(id).state == DeadLetterState::Dead);
        QVERIFY(resultOf(m_demo->engine().stages().resume(StageId::ArtistDiscovery)));
    }

    /// The next letter stands there with a choice of its own as soon as the first is answered.
    void aSecondClickChoosesNobodyForTheNext()
    {
        const DeadLetterFilter unclear{.category = QStringLiteral("Ambiguous")};
        const auto before = dead(unclear);
        for (const auto *name : {"NOVA", "nova"}) { // what is dead may be asked for again
            m_demo->window().seed(QLatin1String(name), {{.name = QLatin1String(name)}});
            m_demo->waitForRuns();
        }
        m_demo->press(Qt::Key_4, Qt::ControlModifier);
        settle();
        QCOMPARE(dead(unclear), before + 2);
        m_demo->press(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(!m_demo->engine().isRunning()); // what is chosen waits
        chooseGroup(QStringLiteral("Ambiguous"));
        m_demo->clickCell(table(), 0, LettersModel::Error);
        const auto first = idOf(0);
        const auto shows = [this](qint64 id) { return text("letterFacts").contains(QString::number(id)); };
        QTRY_VERIFY(shows(first));
        std::optional<test::SlowHand> hand(std::in_place);
        m_demo->click("candidateChoose");
        QTRY_VERIFY(letter(first).state == DeadLetterState::Replayed);
        QTRY_VERIFY(idOf(0) != first && shows(idOf(0)));
        QVERIFY(m_demo->isVisible("candidateChoose"));
        m_demo->click("candidateChoose");
        QTest::qWait(300);
        QCOMPARE(dead(unclear), before + 1);
        hand.reset();
        QTRY_VERIFY2(outcome().endsWith(QStringLiteral(" Still queued: all work is paused.")), qPrintable(outcome()));
        m_demo->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(dead(unclear), before + 2);
        m_demo->press(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(m_demo->engine().isRunning());
    }

    void aNameThatNobodyHasIsAnsweredByALink()
    {
        const auto id = choose(QStringLiteral("Qqxyzzy Wvvk"));
        QVERIFY2(text("letterAdvice").contains(QStringLiteral("Correct the spelling")),
                 qPrintable(text("letterAdvice")));
        m_demo->picture("letters-nobody");
        m_demo->press(Qt::Key_Return, Qt::ControlModifier);
        auto *field = m_demo->find<QLineEdit>("candidateField");
        if (!m_demo->isVisible("candidateChoose"))
            QVERIFY(field->hasFocus());
        const auto artist = m_demo->server().catalogue().artists().at(1).spotifyId;
        field->setText(QStringLiteral("spotify:artist:") + artist);
        m_demo->click("candidateUse");
        QTRY_COMPARE(letter(id).state, DeadLetterState::Replayed);
        QTRY_VERIFY(outcome().contains(artist));
        m_demo->waitForRuns();
    }

    void bothKindsOfNamesAreToldOnTheDashboard()
    {
        m_demo->window().seed(QStringLiteral("Second"), {{.name = QStringLiteral("Wrrgh Plombis")}});
        m_demo->waitForRuns();
        m_demo->press(Qt::Key_1, Qt::ControlModifier);
        const auto texts = [this] {
            QStringList shown;
            for (const auto *label : m_demo->window().findChildren<QLabel *>(QStringLiteral("attentionText"))) {
                if (label->isVisible())
                    shown.append(label->text());
            }
            return shown;
        };
        QTRY_VERIFY(!texts().filter(QStringLiteral("no artist")).isEmpty());
        QVERIFY(!texts().filter(QStringLiteral("several artists")).isEmpty());
        m_demo->picture("letters-dashboard");
    }

    void aRetryTellsThatItsLettersDiedAgain()
    {
        chooseGroup(QStringLiteral("NotFound"));
        const auto before = dead();
        QVERIFY(before > 2);
        m_demo->press(Qt::Key_R, Qt::ControlModifier | Qt::AltModifier);
        const auto *box = m_demo->find<QWidget>("retryBox");
        m_demo->picture("letters-retry");
        const auto *accept = box->findChild<QAbstractButton *>(QStringLiteral("retryAccept"));
        const auto *cancel = box->findChild<QAbstractButton *>(QStringLiteral("retryCancel"));
        QVERIFY2(cancel->x() < accept->x(), "as in all dialogs");
        m_demo->click("retryAccept");
        QTRY_VERIFY(m_demo->isVisible("deadOutcome"));
        QTRY_VERIFY2(outcome().contains(QStringLiteral("died again")), qPrintable(outcome()));
        m_demo->waitForRuns();
        QTRY_VERIFY(!m_demo->isVisible("deadUndo"));
        QVERIFY(!page()->letterActions().undo->isEnabled());
        QTRY_COMPARE(dead(), before);
        m_demo->picture("letters-died-again");
        // Its history leads to the message before.
        settle(); // the list is read anew where letters died
        m_demo->clickCell(table(), 0, LettersModel::Work);
        m_demo->find<QPushButton>("letterOther");
        settle();
        m_demo->picture("letters-history");
        m_demo->click("letterOther");
        QTRY_COMPARE(m_demo->window().currentPage(), 5);
        QVERIFY(m_demo->find<QLineEdit>("eventsFilter")->text().startsWith(QLatin1Char('#')));
    }

    /// Also when it had been taken up before it was asked for the first time, and can't be undone any more.
    void whatIsWorkedOnForLongIsFollowedToItsEnd()
    {
        settle();
        chooseGroup(QStringLiteral("NotFound"));
        m_demo->clickCell(table(), 0, LettersModel::Error);
        const auto id = idOf(0);
        QTRY_VERIFY(page()->letterActions().isOpened(id));
        m_demo->server().setFaults({});
        m_demo->server().setDelay(2500ms);
        resultOf(m_demo->engine().services().clearCache(QStringLiteral("genius"))); // it keeps a 404 for ten minutes
        QTest::qWait(2500); // who works follows
        const auto asBefore = qScopeGuard([this] {
            m_demo->server().setDelay(0ms);
            knowNobody();
        });
        m_demo->press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(letter(id).state == DeadLetterState::Replayed);
        QTRY_COMPARE(outcome(), QStringLiteral("1 letter sent again."));
        QTRY_VERIFY(!page()->letterActions().undo->isEnabled());
        QCOMPARE(outcome(), QStringLiteral("1 letter sent again."));
        QTRY_COMPARE_WITH_TIMEOUT(outcome(), QStringLiteral("1 letter sent again. Its work is done."), 15'000);
    }

    void whatCouldNotBeUndoneIsNoSuccess()
    {
        settle();
        const auto id = choose(QStringLiteral("Wrrgh Plombis"));
        m_demo->press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(letter(id).state == DeadLetterState::Replayed);
        QTRY_VERIFY2(outcome().startsWith(QStringLiteral("1 letter sent again")), qPrintable(outcome()));
        // Else Undo is withdrawn as soon as it is known to come too late.
        page()->letterActions().findChild<QTimer *>(QStringLiteral("fateClock"))->stop();
        const auto replay = *letter(id).replayedAs;
        QTRY_VERIFY(resultOf(letters().letter(replay)).has_value()); // it died again
        page()->letterActions().undo->trigger();
        QTRY_VERIFY2(outcome().startsWith(QStringLiteral("Nothing was undone")), qPrintable(outcome()));
        m_demo->picture("letters-nothing-undone");
    }

    /// The list has no columns, what it shows has.
    void groupsAreDraggedOutAsCsv()
    {
        chooseGroup(QStringLiteral("NotFound"));
        auto *list = qobject_cast<ui::RowsList *>(groups());
        const auto mime = list->draggedRows();
        const auto lines = QString::fromUtf8(mime->data(QStringLiteral("text/csv"))).split(QStringLiteral("\r\n"));
        QCOMPARE(lines.size(), 3); // its head, the group, and the end
        QVERIFY2(lines.at(0).startsWith(QStringLiteral("Letters,Queue,")), qPrintable(lines.at(0)));
        const auto letters = group(groups()->currentIndex().row()).letters;
        QVERIFY2(lines.at(1).startsWith(QStringLiteral("%1,").arg(letters)), qPrintable(lines.at(1)));
        QVERIFY(QFile::exists(mime->urls().front().toLocalFile()));
    }

    void oneLetterIsDiscardedInTheSingular()
    {
        choose(QStringLiteral("Nova"));
        m_demo->press(Qt::Key_Delete);
        const auto *dialog = m_demo->find<QWidget>("discardDialog");
        QCOMPARE(dialog->windowTitle(), QStringLiteral("Discard a dead letter"));
        QCOMPARE(text("discardAbout"), QStringLiteral("Nova"));
        m_demo->picture("letters-discard-one");
        m_demo->press(Qt::Key_Escape);
        QTRY_VERIFY(!m_demo->isVisible("discardDialog"));
        chooseGroup(QStringLiteral("NotFound"));
        auto *stage = m_demo->find<QComboBox>("deadStage");
        stage->setCurrentIndex(stage->findData(queueName(StageId::SocialEnrichment)));
        settle();
        m_demo->press(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_demo->isVisible("discardDialog"));
        QVERIFY2(text("discardAbout").contains(QStringLiteral("Stage: Profiles")), qPrintable(text("discardAbout")));
        QVERIFY(text("discardAbout").startsWith(QStringLiteral("Not found")));
        m_demo->picture("letters-discard-many");
        m_demo->press(Qt::Key_Escape);
        QTRY_VERIFY(!m_demo->isVisible("discardDialog"));
    }

    void theGroupThatAPersonChoseIsKept()
    {
        chooseGroup(QStringLiteral("NotFound"));
        QSettings kept(m_demo->filePath(QStringLiteral("kept.ini")), QSettings::IniFormat);
        page()->saveState(kept);
        const auto group = kept.value(QStringLiteral("group")).toString();
        QVERIFY(!group.isEmpty());
        page()->showGroup(group); // the same, by a link
        page()->saveState(kept);
        QCOMPARE(kept.value(QStringLiteral("group")).toString(), QString());
        page()->showGroup({});
        settle();
        kept.setValue(QStringLiteral("group"), group);
        page()->restoreState(kept);
        settle();
        QCOMPARE(page()->letters().filter().group, group);
        page()->saveState(kept);
        QCOMPARE(kept.value(QStringLiteral("group")).toString(), group);
    }
};

QTEST_MAIN(LetterOutcomesTest)
#include "tst_letteroutcomes.moc"
