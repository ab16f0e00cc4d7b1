// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/producerspage.h"
#include "store/credits.h"
#include "ui/producerscase.h"

#include <QPlainTextEdit>
#include <QTableView>

using namespace linernotes;
using test::ProducersCase;

/// What a person writes about a producer, while the program goes on finding out who that is.
class NotesTest : public ProducersCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { open(); }
    void cleanupTestCase() { close(); }

    /// While it is written, the producer proves to be somebody else too, of whom there is a note.
    void aNoteIsNotLostInAMerge_data()
    {
        QTest::addColumn<bool>("isShown");
        QTest::newRow("whose page is open") << true;
        QTest::newRow("who is gone") << false;
    }
    void aNoteIsNotLostInAMerge()
    {
        QFETCH(bool, isShown);
        auto database =
            std::move(*Database::open(m_demo->engine().databasePath(), Database::Access::ReadWrite, Clock::system()));
        const auto save = [&database](const QString &name, const QList<ExternalId> &ids) {
            auto rows = database->executeText(QStringLiteral("SELECT min(id) FROM recordings"));
            rows.next();
            const EvidenceFacts evidence{.source = ids.front().source, .statement = {}, .matchScore = 1};
            return Credits(*database)
                .save(rows.integer(0),
                      {.name = name,
                       .aliases = {},
                       .ids = {ids.begin(), ids.end()},
                       .credits = {{.role = Role::Producer, .evidence = evidence}}})
                .personId;
        };
        const auto mark = QString::fromLatin1(QTest::currentDataTag());
        const ExternalId one{QStringLiteral("genius"), mark, {}};
        const ExternalId other{QStringLiteral("spotify"), mark, {}};
        const auto stays = save(QStringLiteral("Merge Stays"), {one});
        const auto goes = save(QStringLiteral("Merge Goes"), {other});
        auto &actions = m_demo->engine().producers();
        QVERIFY(actions.setNote(stays, QStringLiteral("of one"), {}).result());
        QVERIFY(actions.setNote(goes, QStringLiteral("of the other"), {}).result());
        m_demo->window().showPage(2);
        m_demo->window().findChild<ui::ProducersPage *>()->open(isShown ? stays : goes);
        m_demo->press(Qt::Key_M, Qt::ControlModifier);
        auto *note = m_demo->find<QPlainTextEdit>("producerNote");
        QTRY_COMPARE(note->toPlainText(), isShown ? QStringLiteral("of one") : QStringLiteral("of the other"));
        note->moveCursor(QTextCursor::End);
        QTest::keyClicks(note, QStringLiteral("!"));
        QCOMPARE(save(QStringLiteral("Merge Stays"), {one, other}), stays);
        if (!isShown)
            m_demo->press(Qt::Key_Escape);
        const auto kept =
            isShown ? QStringLiteral("of one!\n\nof the other") : QStringLiteral("of one\n\nof the other!");
        QTRY_COMPARE(actions.detail(stays).result().value()->note, kept);
        if (!isShown) {
            QTRY_VERIFY2(told().contains(QStringLiteral("Both texts are kept")), qPrintable(told()));
            return;
        }
        QTRY_VERIFY(text("producerNoteState").contains(QStringLiteral("both texts stand here")));
        QCOMPARE(note->toPlainText(), kept);
        m_demo->picture("producer-note-merged");
        QTest::keyClicks(note, QStringLiteral("!")); // the cursor is where it was
        QTRY_COMPARE(actions.detail(stays).result().value()->note, QStringLiteral("of one!!\n\nof the other"));
        QTRY_COMPARE(text("producerNoteState"), QStringLiteral("Kept."));
    }

    void whatFindsNoRoomIsTriedAgain()
    {
        auto database =
            std::move(*Database::open(m_demo->engine().databasePath(), Database::Access::ReadWrite, Clock::system()));
        auto &actions = m_demo->engine().producers();
        m_demo->window().showPage(2);
        QTRY_VERIFY(m_demo->find<QTableView>("producersTable")->model()->rowCount() > 0);
        const auto person =
            m_demo->find<QTableView>("producersTable")->model()->index(0, 0).data(Qt::UserRole).toLongLong();
        m_demo->window().findChild<ui::ProducersPage *>()->open(person);
        m_demo->press(Qt::Key_M, Qt::ControlModifier);
        auto *note = m_demo->find<QPlainTextEdit>("producerNote");
        QTRY_VERIFY(!note->isReadOnly() && note->toPlainText().isEmpty()); // the one before had a note
        database->executeText(QStringLiteral("CREATE TRIGGER full BEFORE UPDATE OF note ON people BEGIN "
                                             "SELECT RAISE(ABORT, 'no room'); END"));
        QTest::keyClicks(note, QStringLiteral("worth a call"));
        QTRY_VERIFY2(text("producerNoteState").contains(QStringLiteral("no room")),
                     qPrintable(text("producerNoteState") + note->toPlainText()));
        database->executeText(QStringLiteral("DROP TRIGGER full"));
        QTRY_COMPARE_WITH_TIMEOUT(text("producerNoteState"), QStringLiteral("Kept."), 15'000);
        QCOMPARE(actions.detail(person).result().value()->note, QStringLiteral("worth a call"));
    }
};

QTEST_MAIN(NotesTest)
#include "tst_notes.moc"
