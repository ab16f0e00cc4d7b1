// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/bodyview.h"
#include "common/jsontext.h"
#include "common/page.h"
#include "common/theme.h"
#include "mainwindow/sidebar.h"
#include "store/messagequeue.h"
#include "ui/letterscase.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>

#include <memory>
#include <numeric>

using namespace linernotes;
using test::DemoWindow;
using test::LettersCase;

namespace
{

/// Some people are not there, and of some songs the answer is a page for people.
std::optional<demo::Fault> someAnswersFail(const demo::CallInfo &call)
{
    if (call.endpoint == QLatin1String("GET /genius/artists/{id}") && call.numberOfEndpoint % 3 == 0)
        return demo::Fault{.status = 404,
                           .body = R"({"meta":{"status":404,"message":"Not found","id":9007199254740993}})"};
    if (call.endpoint == QLatin1String("GET /genius/songs/{id}") && call.numberOfEndpoint % 5 == 0)
        return demo::Fault{.status = 200, .body = "<html><b>Just a moment…</b></html>"};
    return std::nullopt;
}

} // namespace

/// The dead letters page over a real engine whose services failed now and then.
class DeadLettersPageTest : public LettersCase
{
    Q_OBJECT

    void verifyBooks() const
    {
        const auto violations = resultOf(m_demo->engine().checkConservation());
        for (const auto &violation : violations)
            QFAIL(qPrintable(violation.queue + QStringLiteral(" ") + violation.what));
    }
    void discardSelected(const QString &reason) const
    {
        m_demo->press(Qt::Key_Delete);
        QTRY_VERIFY(m_demo->isVisible("discardDialog"));
        QVERIFY(!m_demo->find<QPushButton>("discardAccept")->isEnabled());
        m_demo->picture("deadletters-discard");
        QTest::keyClicks(m_demo->find<QComboBox>("discardReason")->lineEdit(), reason);
        QVERIFY(m_demo->find<QPushButton>("discardAccept")->isEnabled());
        m_demo->press(Qt::Key_Return);
        QTRY_VERIFY(m_demo->isVisible("deadUndo"));
        settle();
    }
    /// Letters of a stage of their own, as many as are wanted.
    void killMany(int howMany) const
    {
        auto database = Database::open(m_demo->engine().databasePath(), Database::Access::ReadWrite, Clock::system());
        QVERIFY(database);
        (*database)->begin();
        MessageQueue queue(**database);
        for (int i = 0; i < howMany; ++i) {
            queue.send(1, SocialEnrichmentMessage{100'000 + i});
            const auto lease = queue.read(queueName(StageId::SocialEnrichment), std::chrono::seconds(30));
            queue.bury(*lease,
                       {.category = ErrorCategory::Timeout,
                        .message = QStringLiteral("no answer within %1 s").arg(i % 60),
                        .service = QStringLiteral("genius"),
                        .endpoint = QStringLiteral("/artists/{id}")});
        }
        (*database)->commit();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_demo = std::make_unique<DemoWindow>(QSize(1440, 900));
        m_demo->press(Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY(m_demo->isVisible("deadNothing"));
        m_demo->picture("deadletters-none");
        m_demo->click("emptyStateButton");
        QTRY_VERIFY(m_demo->isVisible("pipelineView"));
        m_demo->server().setFaults(someAnswersFail);
        std::vector<ArtistDiscoveryMessage> artists{{.name = QStringLiteral("Nova")}};
        for (const auto &artist : m_demo->server().catalogue().artists()) {
            if (artists.size() < 4 && artist.name != QLatin1String("Nova"))
                artists.push_back({.artistId = artist.spotifyId});
        }
        m_demo->window().seed(QStringLiteral("First test"), artists);
        m_demo->waitForRuns();
        m_demo->server().setFaults({});
    }
    void cleanupTestCase() { m_demo.reset(); }

    void init()
    {
        m_demo->press(Qt::Key_4, Qt::ControlModifier);
        page()->showGroup({});
        settle();
        QTRY_VERIFY(m_demo->isVisible("lettersTable"));
        QTRY_VERIFY(table()->model()->rowCount() >= std::min<int>(static_cast<int>(dead()), 200));
    }
    void cleanup() { verifyBooks(); }

    void groupsSayWhatWentWrongAndHowOften()
    {
        const QAbstractItemModelTester groupsTester(groups()->model());
        const QAbstractItemModelTester lettersTester(table()->model());
        QStringList categories;
        qint64 sum = 0;
        for (int row = 1; row < groups()->model()->rowCount(); ++row) {
            const auto shown = group(row);
            categories.append(shown.category);
            sum += shown.letters;
            QCOMPARE(std::accumulate(shown.trend.begin(), shown.trend.end(), qint64(0)), shown.letters);
        }
        QVERIFY(categories.contains(QStringLiteral("NotFound")));
        QVERIFY(categories.contains(QStringLiteral("InvalidResponse")));
        QVERIFY(categories.contains(QStringLiteral("Ambiguous")));
        QCOMPARE(sum, dead());
        QCOMPARE(group(0).letters, sum);
        QTRY_COMPARE(m_demo->find<ui::SidebarButton>("sidebar_deadletters")->badge(), QLocale().toString(sum));
        m_demo->picture("deadletters-all");
    }

    void aGroupListsItsLetters()
    {
        chooseGroup(QStringLiteral("NotFound"));
        QCOMPARE(table()->model()->rowCount(), group(groups()->currentIndex().row()).letters);
        QVERIFY(table()->isColumnHidden(LettersModel::Stage));
        m_demo->picture("deadletters-group");
    }

    void aLetterTellsAllThatIsKnown()
    {
        chooseGroup(QStringLiteral("NotFound"));
        m_demo->clickCell(table(), 1, LettersModel::Error);
        const auto shown = letter(idOf(1));
        QTRY_VERIFY(text("letterFacts").contains(QString::number(shown.id)));
        QVERIFY2(text("letterTitle").contains(QStringLiteral("404")), qPrintable(text("letterTitle")));
        QVERIFY(text("letterError").startsWith(shown.error));
        QVERIFY(text("letterFacts").contains(QStringLiteral("First test")));
        QVERIFY(text("letterFacts").contains(shown.workerVersion));
        QVERIFY(m_demo->find<ui::BodyView>("letterMessage")->toPlainText().contains(QStringLiteral("person_id")));
        auto *answer = m_demo->find<ui::BodyView>("letterAnswer");
        QVERIFY(answer->isJson());
        QVERIFY2(answer->toPlainText().contains(QStringLiteral("9007199254740993")), "large numbers are not bent");
        QTRY_VERIFY(m_demo->isVisible("letterAttempt"));
    }

    void anAnswerThatIsNoJsonIsShownAsItIs()
    {
        chooseGroup(QStringLiteral("InvalidResponse"));
        m_demo->clickCell(table(), 0, LettersModel::Error);
        auto *answer = m_demo->find<ui::BodyView>("letterAnswer");
        QTRY_COMPARE(answer->toPlainText(), QStringLiteral("<html><b>Just a moment…</b></html>"));
        QVERIFY(!answer->isJson());
    }

    void theFilterAnswersWhileTyping()
    {
        const auto all = dead();
        m_demo->press(Qt::Key_F, Qt::ControlModifier);
        auto *filter = m_demo->find<QLineEdit>("deadFilter");
        QVERIFY(filter->hasFocus());
        QTest::keyClicks(filter, QStringLiteral("nova"));
        settle();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTRY_COMPARE(groups()->model()->rowCount(), 2);
        QVERIFY(m_demo->find<QPushButton>("deadRetryListed")->text().contains(QLatin1Char('1')));
        QTest::keyClicks(filter, QStringLiteral(" no such word"));
        QTRY_VERIFY(m_demo->isVisible("deadNothingFound"));
        m_demo->picture("deadletters-nothing-found");
        m_demo->click("emptyStateButton");
        QTRY_COMPARE(group(0).letters, all);
    }

    /// Who mistyped corrects it: the field is there all the while, whatever was found before.
    void aWordThatFoundNothingIsCorrectedWhereItStands()
    {
        m_demo->press(Qt::Key_F, Qt::ControlModifier);
        auto *filter = m_demo->find<QLineEdit>("deadFilter");
        QTest::keyClicks(filter, QStringLiteral("zzz"));
        QTRY_VERIFY(m_demo->isVisible("deadNothingFound"));
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(filter, Qt::Key_Backspace);
            QTest::qWait(150); // each is asked for
            QVERIFY(filter->isVisible() && filter->hasFocus());
        }
        m_demo->press(Qt::Key_N);
        QTest::keyClicks(filter, QStringLiteral("ova"));
        QCOMPARE(filter->text(), QStringLiteral("nova"));
        settle();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        filter->clear();
        settle();
    }

    void theOrderOfTheGroupsStandsStillWhileSomebodyWorksInOne()
    {
        const auto order = [this] {
            QStringList keys;
            for (int row = 1; row < groups()->model()->rowCount(); ++row)
                keys.append(group(row).key);
            return keys;
        };
        killMany(3);
        QTRY_VERIFY(order().size() >= 2 && group(0).letters == dead());
        const auto last = group(groups()->model()->rowCount() - 1);
        page()->showGroup(last.key);
        settle();
        const auto before = order();
        killMany(40); // a group that is not the first becomes the largest
        QTRY_COMPARE(group(0).letters, dead());
        QCOMPARE(order().mid(0, before.size()), before);
        QCOMPARE(groups()->currentIndex().data(GroupsModel::KeyRole).toString(), last.key);
        m_demo->press(Qt::Key_1, Qt::ControlModifier);
        m_demo->press(Qt::Key_4, Qt::ControlModifier);
        settle();
        const auto letters = [this](int row) { return group(row).letters; };
        for (int row = 2; row < groups()->model()->rowCount(); ++row)
            QVERIFY(letters(row) <= letters(row - 1));
    }

    void stageAndErrorNarrow()
    {
        auto *stage = m_demo->find<QComboBox>("deadStage");
        stage->setFocus();
        QTest::keyClick(stage, Qt::Key_Down); // Artists
        settle();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTest::keyClick(stage, Qt::Key_Home);
        auto *category = m_demo->find<QComboBox>("deadCategory");
        category->setFocus();
        QTest::keyClick(category, Qt::Key_End);
        QTRY_VERIFY(m_demo->isVisible("deadNothingFound")); // nothing ended the program
    }

    void aLetterIsDiscardedWithAReasonAndComesBack()
    {
        const auto before = dead();
        chooseGroup(QStringLiteral("NotFound"));
        m_demo->clickCell(table(), 1, LettersModel::Error);
        const auto id = idOf(1);
        const auto next = idOf(2);
        discardSelected(QStringLiteral("not wanted"));
        QCOMPARE(dead(), before - 1);
        QCOMPARE(letter(id).discardReason, QStringLiteral("not wanted"));
        QTRY_COMPARE(table()->currentIndex().data(LettersModel::IdRole).toLongLong(), next);
        m_demo->picture("deadletters-outcome");
        m_demo->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(dead(), before);
        QCOMPARE(letter(id).discardReason, QString());
        settle();
        QTRY_COMPARE(idOf(1), id); // where it was
    }

    void aGroupIsRetriedAndTakenBackWhileNothingWorks()
    {
        m_demo->press(Qt::Key_R, Qt::ControlModifier); // pause
        QTRY_VERIFY(!m_demo->engine().isRunning());
        const auto before = dead();
        chooseGroup(QStringLiteral("NotFound"));
        const auto count = table()->model()->rowCount();
        m_demo->press(Qt::Key_R, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(m_demo->isVisible("retryBox"));
        QVERIFY(m_demo->find<QPushButton>("retryAccept")->text().contains(QString::number(count)));
        m_demo->picture("deadletters-retry");
        m_demo->click("retryAccept");
        QTRY_COMPARE(dead(), before - count);
        QTRY_VERIFY(m_demo->isVisible("deadUndo"));
        m_demo->click("deadUndo");
        QTRY_COMPARE(dead(), before);
        m_demo->press(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(m_demo->engine().isRunning());
    }

    void anEditIsCheckedWhileItIsTyped()
    {
        chooseGroup(QStringLiteral("InvalidResponse"));
        m_demo->clickCell(table(), 0, LettersModel::Error);
        const auto id = idOf(0);
        QTRY_VERIFY(text("letterFacts").contains(QString::number(id)));
        const auto original = letter(id).message;
        m_demo->press(Qt::Key_F2);
        auto *editor = m_demo->find<QPlainTextEdit>("editText");
        QTRY_VERIFY(editor->hasFocus()); // keys go where it is
        QVERIFY(m_demo->find<QPushButton>("editAccept")->isEnabled());
        m_demo->picture("deadletters-edit");
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("{\"recording_id\":0}"));
        QVERIFY(!m_demo->find<QPushButton>("editAccept")->isEnabled());
        QVERIFY2(text("editVerdict").contains(QStringLiteral("at least 1")), qPrintable(text("editVerdict")));
        m_demo->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(m_demo->isVisible("editDialog"), "what is not valid is not sent");
        m_demo->picture("deadletters-edit-wrong");
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("{\"recording_id\":1}"));
        m_demo->press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(letter(id).state == DeadLetterState::Replayed);
        QCOMPARE(letter(id).message, original);
        m_demo->waitForRuns();
    }

    void whoWasMeantIsChosen()
    {
        chooseGroup(QStringLiteral("Ambiguous"));
        const auto id = idOf(0);
        m_demo->clickCell(table(), 0, LettersModel::Error);
        QTRY_VERIFY(m_demo->isVisible("candidateChoose"));
        QCOMPARE(text("candidateName"), QStringLiteral("Nova"));
        m_demo->picture("deadletters-candidates");
        auto *choose = m_demo->find<QPushButton>("candidateChoose");
        choose->setFocus();
        QTest::keyClick(choose, Qt::Key_Space);
        QTRY_VERIFY(letter(id).state == DeadLetterState::Replayed);
        QTRY_VERIFY(m_demo->isVisible("deadUndo"));
        const auto *page = m_demo->window().findChild<ui::Page *>(QStringLiteral("deadletters"));
        QVERIFY(page->isAncestorOf(m_demo->window().focusWidget())); // the button is gone
        m_demo->waitForRuns();
        QCOMPARE(resultOf(letters().select({.category = QStringLiteral("Ambiguous")})).count, 0);
    }

    void selectedRowsAreCopiedAsText()
    {
        m_demo->clickCell(table(), 0, LettersModel::Error);
        m_demo->press(Qt::Key_Down, Qt::ShiftModifier);
        m_demo->press(Qt::Key_C, Qt::ControlModifier);
        auto lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        groups()->setFocus();
        m_demo->press(Qt::Key_C, Qt::ControlModifier);
        lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), groups()->model()->rowCount());
    }

    void severalAreActedOnTogether()
    {
        const auto before = dead();
        m_demo->clickCell(table(), 0, LettersModel::Error);
        m_demo->press(Qt::Key_Down, Qt::ShiftModifier);
        m_demo->press(Qt::Key_Down, Qt::ShiftModifier);
        QTRY_VERIFY(text("letterTitle").contains(QLatin1Char('3')));
        QVERIFY(m_demo->find<QPushButton>("letterRetry")->text().contains(QLatin1Char('3')));
        m_demo->picture("deadletters-several");
        discardSelected(QStringLiteral("all three"));
        QCOMPARE(dead(), before - 3);
        m_demo->click("deadUndo");
        QTRY_COMPARE(dead(), before);
    }

    void theStageCardLeadsHere()
    {
        m_demo->press(Qt::Key_1, Qt::ControlModifier);
        auto *card = m_demo->find<QWidget>("stage_producer_identification");
        QTRY_COMPARE(card->focusPolicy(), Qt::TabFocus);
        card->setFocus();
        QTest::keyClick(card, Qt::Key_Return);
        QTRY_VERIFY(m_demo->isVisible("lettersTable"));
        QCOMPARE(m_demo->find<QComboBox>("deadStage")->currentData().toString(),
                 queueName(StageId::ProducerIdentification));
    }

    void aLinkShowsTheGroupOrTheLetter()
    {
        const auto wanted = group(1);
        page()->showGroup(wanted.key);
        settle();
        QCOMPARE(table()->model()->rowCount(), wanted.letters);
        const auto id = idOf(table()->model()->rowCount() - 1);
        page()->showLetter(id);
        settle();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTRY_VERIFY(text("letterFacts").contains(QString::number(id)));
    }

    void selectionAndPlaceStayWhileLettersComeAndGo()
    {
        m_demo->press(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(!m_demo->engine().isRunning());
        killMany(600);
        QTRY_COMPARE(page()->letters().rowCount(), dead());
        table()->verticalScrollBar()->setValue(table()->rowHeight(0) * 62);
        m_demo->clickCell(table(), 65, LettersModel::Error);
        const auto id = idOf(65);
        const auto y = table()->visualRect(table()->currentIndex()).top();
        const QAbstractItemModelTester tester(table()->model());
        resultOf(letters().discard(idOf(3), QStringLiteral("by somebody else")));
        resultOf(letters().discard(idOf(70), QStringLiteral("by somebody else")));
        killMany(5);
        QTRY_COMPARE(page()->letters().rowOf(id), 69);
        QCOMPARE(table()->currentIndex().data(LettersModel::IdRole).toLongLong(), id);
        QCOMPARE(table()->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(table()->visualRect(table()->currentIndex()).top(), y);
    }

    void scrollingReadsOnToTheLastLetter()
    {
        killMany(1500); // more than are put in one by one
        QTRY_COMPARE(table()->model()->rowCount(), 200);
        const auto all = dead();
        for (int turn = 0; turn < 100 && table()->model()->rowCount() < all; ++turn) {
            table()->scrollToBottom();
            QTest::qWait(50);
        }
        QCOMPARE(table()->model()->rowCount(), all);
    }

    void aLongActionShowsItsProgressAndCanBeCancelled()
    {
        killMany(4000);
        auto database = *Database::open(m_demo->engine().databasePath(), Database::Access::ReadWrite, Clock::system());
        database->executeText(
            QStringLiteral("CREATE TRIGGER slow BEFORE UPDATE ON dead_letters BEGIN SELECT (WITH RECURSIVE n (i) AS "
                           "(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) SELECT count(*) FROM n); END"));
        const auto before = dead();
        chooseGroup(QStringLiteral("Timeout"));
        m_demo->press(Qt::Key_R, Qt::ControlModifier | Qt::AltModifier);
        m_demo->click("retryAccept");
        QTRY_VERIFY(m_demo->isVisible("deadCancel"));
        m_demo->picture("deadletters-progress");
        m_demo->click("deadCancel");
        QTRY_VERIFY(m_demo->isVisible("deadUndo"));
        QVERIFY(dead() < before);
        QVERIFY2(dead() > 1000, "the action was over before it was cancelled");
        database->executeText(QStringLiteral("DROP TRIGGER slow"));
        m_demo->picture("deadletters-cancelled");
        m_demo->click("deadUndo");
        QTRY_COMPARE_WITH_TIMEOUT(dead(), before, 60'000);
    }

    void everythingHasRoom_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<ui::Appearance>("appearance");
        QTest::newRow("small-light") << QSize(1024, 700) << ui::Appearance::Light;
        QTest::newRow("small-dark") << QSize(1024, 700) << ui::Appearance::Dark;
        QTest::newRow("large-dark") << QSize(1440, 900) << ui::Appearance::Dark;
    }
    void everythingHasRoom()
    {
        QFETCH(QSize, size);
        QFETCH(ui::Appearance, appearance);
        m_demo->window().resize(size);
        ui::Theme::instance().setAppearance(appearance);
        chooseGroup(QStringLiteral("NotFound"));
        QTest::qWait(200);
        m_demo->picture((QByteArray("deadletters-") + QTest::currentDataTag()).constData());
        QCOMPARE(m_demo->window().size(), size); // no part asks for more
        for (const auto *button : page()->findChildren<QPushButton *>()) {
            if (!button->isVisible())
                continue;
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
            const auto right = button->mapTo(page(), QPoint(button->width(), 0)).x();
            QVERIFY2(right <= page()->width(), qPrintable(button->text()));
        }
        QVERIFY(table()->viewport()->height() >= 2 * table()->rowHeight(0));
        ui::Theme::instance().setAppearance(ui::Appearance::Light);
    }

    void jsonIsLaidOutWithoutBeingChanged_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isJson");
        QTest::newRow("object") << R"({"a":1,"b":[true,{}]})"
                                << "{\n  \"a\": 1,\n  \"b\": [\n    true,\n    {}\n  ]\n}" << true;
        QTest::newRow("large number") << R"({"a":9007199254740993})" << "{\n  \"a\": 9007199254740993\n}" << true;
        // moc would take a raw one for the end of the class. NOLINTNEXTLINE(modernize-raw-string-literal)
        QTest::newRow("signs in a text") << "{\"a\":\"{,\\\":\"}" << "{\n  \"a\": \"{,\\\":\"\n}" << true;
        QTest::newRow("cut") << R"({"a":{"b":12)" << "{\n  \"a\": {\n    \"b\": 12" << true;
        QTest::newRow("text") << "[not JSON], {at all}" << "[not JSON], {at all}" << false;
        QTest::newRow("nothing") << "" << "" << false;
    }
    void jsonIsLaidOutWithoutBeingChanged()
    {
        QFETCH(QString, body);
        const auto shown = ui::laidOut(body);
        QTEST(shown.text, "text");
        QTEST(shown.isJson, "isJson");
    }
};

QTEST_MAIN(DeadLettersPageTest)
#include "tst_deadletterspage.moc"
