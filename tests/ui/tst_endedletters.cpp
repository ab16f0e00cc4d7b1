// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletters/letteractions.h"
#include "ui/letterscase.h"

#include <QAction>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <memory>

using namespace linernotes;
using test::DemoWindow;
using test::LettersCase;

/// Dead letters of which something has become, on their page.
class EndedLettersTest : public LettersCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_demo = std::make_unique<DemoWindow>(QSize(1440, 900));
        m_demo->server().setFaults([](const demo::CallInfo &call) -> std::optional<demo::Fault> {
            if (call.endpoint != QLatin1String("GET /genius/artists/{id}") || call.numberOfEndpoint % 3 != 0)
                return std::nullopt;
            return demo::Fault{.status = 404, .body = R"({"meta":{"status":404,"message":"Not found"}})"};
        });
        m_demo->runArtists(1);
    }
    void cleanupTestCase() { m_demo.reset(); }

    void init()
    {
        m_demo->press(Qt::Key_4, Qt::ControlModifier);
        page()->showGroup({});
        settle();
        QTRY_VERIFY(table()->model()->rowCount() > 4);
    }

    /// And not the one that was open while it is read.
    void theLetterThatIsDoubleClickedIsEdited()
    {
        m_demo->clickCell(table(), 0, LettersModel::Error);
        QTRY_VERIFY(page()->letterActions().isOpened(idOf(0)));
        const auto id = idOf(2);
        m_demo->clickCell(table(), 2, LettersModel::Error, true);
        QVERIFY(!page()->letterActions().isOpened(idOf(0)));
        const auto *edited = m_demo->find<QPlainTextEdit>("editText");
        const auto object = [](const QString &json) { return QJsonDocument::fromJson(json.toUtf8()).object(); };
        QCOMPARE(object(edited->toPlainText()), object(letter(id).message));
        m_demo->press(Qt::Key_Escape);
        QTRY_VERIFY(!m_demo->isVisible("editDialog"));
    }

    void aLetterThatWasAskedForIsShownWhateverBecameOfIt()
    {
        const auto id = idOf(0);
        resultOf(letters().discard(id, QStringLiteral("by somebody else")));
        page()->showLetter(id);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(idOf(0), id);
        QTRY_VERIFY(text("letterHistory").contains(QStringLiteral("by somebody else"), Qt::CaseInsensitive));
        QVERIFY(!m_demo->isVisible("letterRetry"));
        QVERIFY(!page()->letterActions().retry->isEnabled());
        QVERIFY(!page()->letterActions().discard->isEnabled());
        m_demo->picture("deadletters-ended");
    }

    /// What a cancelled run takes away was never tried.
    void whatWasNeverTriedHasNoAttempts()
    {
        m_demo->clickCell(table(), 0, LettersModel::Error);
        QTRY_VERIFY(page()->letterActions().isOpened(idOf(0)));
        QVERIFY(m_demo->isVisible("letterAttemptsTitle"));
        m_demo->engine().stop();
        const auto artist = m_demo->server().catalogue().artists().at(1).spotifyId;
        const auto run =
            resultOf(m_demo->engine().seed(QStringLiteral("Never"), {{.artistId = artist, .name = {}}})).runId;
        resultOf(m_demo->engine().runs().cancel(run));
        const DeadLetterFilter ofRun{.scope = DeadLetterScope::All, .runId = run};
        const auto rows = [&] { return resultOf(letters().rows(ofRun, 0, 10)); };
        QTRY_COMPARE(rows().size(), std::size_t(1));
        const auto id = rows().front().id;
        page()->showLetter(id);
        QTRY_VERIFY(page()->letterActions().isOpened(id));
        m_demo->picture("deadletters-never-tried");
        QVERIFY(m_demo->isVisible("letterHistory"));
        QVERIFY(!m_demo->isVisible("letterAttemptsTitle"));
        m_demo->engine().start();
    }

    void endedLettersAreListedWithTheirReason()
    {
        resultOf(letters().discard(idOf(0), QStringLiteral("of no use")));
        QVERIFY(table()->isColumnHidden(LettersModel::Ended));
        auto *scope = m_demo->find<QComboBox>("deadScope");
        scope->setFocus();
        QTest::keyClick(scope, Qt::Key_Down);
        settle();
        QVERIFY(!table()->isColumnHidden(LettersModel::Ended));
        QStringList ends;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            ends.append(table()->model()->index(row, LettersModel::Ended).data().toString());
        QVERIFY2(ends.filter(QStringLiteral("of no use")).size() == 1, qPrintable(ends.join(u'/')));
        QVERIFY(!page()->letterActions().retryListed->isEnabled());
        m_demo->picture("deadletters-ended-list");
        QTest::keyClick(scope, Qt::Key_Home);
        settle();
        QVERIFY(table()->isColumnHidden(LettersModel::Ended));
    }

    void anActionThatDidNothingLeavesTheOneBeforeToBeUndone()
    {
        m_demo->clickCell(table(), 0, LettersModel::Error);
        const auto first = idOf(0);
        m_demo->press(Qt::Key_Delete);
        QTest::keyClicks(m_demo->find<QComboBox>("discardReason")->lineEdit(), QStringLiteral("not wanted"));
        m_demo->press(Qt::Key_Return);
        QTRY_VERIFY(m_demo->isVisible("deadUndo"));
        settle();
        const auto second = idOf(0);
        page()->showLetter(second);
        settle();
        m_demo->find<QComboBox>("deadScope")->setCurrentIndex(0);
        settle();
        m_demo->click("deadRetryListed");
        m_demo->find<QWidget>("retryBox");
        resultOf(letters().discard(second, QStringLiteral("by somebody else"))); // while it is asked
        m_demo->click("retryAccept");
        QTRY_VERIFY(!page()->letterActions().isBusy() && !m_demo->isVisible("deadUndo"));
        QVERIFY(page()->letterActions().undo->isEnabled());
        page()->letterActions().undo->trigger();
        QTRY_COMPARE(letter(first).state, DeadLetterState::Dead);
        QTRY_VERIFY(!page()->letterActions().isBusy());
    }
};

QTEST_MAIN(EndedLettersTest)
#include "tst_endedletters.moc"
