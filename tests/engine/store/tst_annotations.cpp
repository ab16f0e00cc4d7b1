// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/filedatabase.h"
#include "produceractions.h"
#include "store/annotations.h"
#include "store/catalog.h"
#include "store/credits.h"
#include "store/messagequeue.h"
#include "store/producers.h"

#include <QTest>

#include <algorithm>
#include <atomic>

using namespace linernotes;
using namespace std::chrono_literals;

namespace
{

PersonFacts person(const QString &name, const std::vector<ExternalId> &ids)
{
    const EvidenceFacts evidence{
        .source = ids.front().source, .statement = QStringLiteral("Producer"), .matchScore = 1};
    return {.name = name, .aliases = {}, .ids = ids, .credits = {{.role = Role::Producer, .evidence = evidence}}};
}

ExternalId geniusId(int id)
{
    return {QStringLiteral("genius"), QString::number(id), {}};
}

ExternalId spotify(int id)
{
    return {QStringLiteral("spotify"), QString::number(id), {}};
}

} // namespace

/// What people write: notes, tags and the filters they keep; and what the window asks of the engine about producers.
class AnnotationsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileDatabase> m_file;
    std::unique_ptr<Store> m_store;
    qint64 m_album = 0;

    Database &database() { return *m_file->connection; }
    Annotations annotations() { return Annotations(database()); }
    ProducerActions actions() { return ProducerActions(*m_store); }
    qint64 song(int number)
    {
        return Catalog(database())
            .place(m_album,
                   {.spotifyId = QString::number(number),
                    .title = QStringLiteral("Song"),
                    .durationMs = 200'000,
                    .isrc = QStringLiteral("QZAAA24%1").arg(number, 5, 10, QLatin1Char('0')),
                    .artists = {{.spotifyId = QStringLiteral("band"), .name = QStringLiteral("Band")}}})
            .recordingId;
    }
    qint64 make(const QString &name, const std::vector<ExternalId> &ids, int number = 1)
    {
        return Credits(database()).save(song(number), person(name, ids)).personId;
    }
    ProducerDetail detail(qint64 id) { return Producers(database()).detail(id).value(); }

private Q_SLOTS:
    void init()
    {
        m_store.reset();
        m_file = std::make_unique<FileDatabase>();
        m_store = std::move(*Store::open(m_file->path, m_file->clock));
        m_album = Catalog(database())
                      .saveAlbum({.spotifyId = QStringLiteral("album"),
                                  .name = QStringLiteral("Album"),
                                  .type = QStringLiteral("album"),
                                  .releaseDate = QStringLiteral("2015")});
    }

    void aTagIsKeptOnceAsItWasFirstWritten()
    {
        const auto ann = make(QStringLiteral("Ann"), {geniusId(1)});
        const auto bob = make(QStringLiteral("Bob"), {geniusId(2)});
        QVERIFY(annotations().addTag(ann, QStringLiteral("  To   Call ")).value());
        QVERIFY(!annotations().addTag(ann, QStringLiteral("to call")).value());
        QVERIFY(annotations().addTag(bob, QStringLiteral("TO CALL")).value());
        QVERIFY(annotations().addTag(ann, QStringLiteral("berlin")).value());
        QCOMPARE(annotations().tags(ann), (QStringList{QStringLiteral("berlin"), QStringLiteral("To Call")}));
        QCOMPARE(detail(ann).summary.tags, annotations().tags(ann));
        QCOMPARE(annotations().tags(bob), QStringList{QStringLiteral("To Call")});
        QCOMPARE(Producers(database()).choices().tags,
                 (QStringList{QStringLiteral("berlin"), QStringLiteral("To Call")}));
        QCOMPARE(Producers(database()).count({.tag = QStringLiteral("to Call")}), 2);
        QVERIFY(annotations().removeTag(ann, QStringLiteral("TO call")));
        QVERIFY(!annotations().removeTag(ann, QStringLiteral("to call")));
        QCOMPARE(Producers(database()).page({.tag = QStringLiteral("to call")}, {}, 9).rows.size(), std::size_t(1));
        QCOMPARE(detail(ann).summary.tags, QStringList{QStringLiteral("berlin")});
    }

    void whatIsWrittenIsFoundByTheFilter()
    {
        const auto ann = make(QStringLiteral("Ann"), {geniusId(1)});
        make(QStringLiteral("Bob"), {geniusId(2)});
        const auto finds = [this](const char *words) {
            return Producers(database()).count({.filter = QString::fromUtf8(words)});
        };
        QVERIFY(annotations().addTag(ann, QStringLiteral("To Call")).value());
        QVERIFY(annotations().setNote(ann, QStringLiteral("Met in Reykjavík,\nprefers e-mail."), {}));
        for (const auto *words : {"to call", "reykjavik prefers", "ann CALL mail"})
            QVERIFY2(finds(words) == 1, words);
        QVERIFY(annotations().removeTag(ann, QStringLiteral("to call")));
        QVERIFY(annotations().setNote(ann, QStringLiteral("Met in Oslo"), {annotations().note(ann)}));
        QCOMPARE(finds("call"), 0);
        QCOMPARE(finds("reykjavik"), 0);
        QCOMPARE(finds("oslo"), 1);
        QCOMPARE(finds("ann"), 1);
    }

    /// Keyboards and files of some systems write a letter and its accent apart.
    void aTagWithAnAccentIsOneHoweverItIsTyped()
    {
        const auto ann = make(QStringLiteral("Ann"), {geniusId(1)});
        QVERIFY(annotations().addTag(ann, QString::fromUtf8("caf\xc3\xa9")).value());
        QVERIFY(!annotations().addTag(ann, QString::fromUtf8("Cafe\xcc\x81")).value());
        QCOMPARE(Producers(database()).count({.tag = QString::fromUtf8("CAFE\xcc\x81")}), 1);
    }

    void aTagThatIsNoneIsRefusedInWords_data()
    {
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("word");
        QTest::newRow("empty") << QString() << QStringLiteral("needs a word");
        QTest::newRow("spaces") << QStringLiteral(" \t\n") << QStringLiteral("needs a word");
        QTest::newRow("too long") << QString(41, QLatin1Char('x')) << QStringLiteral("has 41");
        QTest::newRow("again") << QStringLiteral("MINE") << QStringLiteral("there already");
    }
    void aTagThatIsNoneIsRefusedInWords()
    {
        QFETCH(QString, tag);
        QFETCH(QString, word);
        const auto ann = make(QStringLiteral("Ann"), {geniusId(1)});
        QCOMPARE(actions().addTag({ann}, QStringLiteral("mine")).result().value().people, std::vector<qint64>{ann});
        const auto refused = actions().addTag({ann}, tag).result();
        QVERIFY(!refused);
        QVERIFY(refused.error().category == ErrorCategory::InvalidInput);
        QVERIFY2(refused.error().message.contains(word), qPrintable(refused.error().message));
        QCOMPARE(annotations().tags(ann), QStringList{QStringLiteral("mine")});
    }

    void aProducerHasSoManyTagsAndNoMore()
    {
        const auto ann = make(QStringLiteral("Ann"), {geniusId(1)});
        for (int i = 0; i < Annotations::mostTags; ++i)
            QVERIFY(annotations().addTag(ann, QStringLiteral("tag %1").arg(i)).value());
        QVERIFY(!annotations().addTag(ann, QStringLiteral("one more")));
        QVERIFY(!annotations().addTag(ann, QStringLiteral("TAG 7")).value()); // is there, and no refusal
    }

    void aNoteIsPlainTextAndAnEmptyOneIsNone()
    {
        const auto ann = make(QStringLiteral("Ann"), {geniusId(1)});
        const auto text = QStringLiteral("<b>Call</b>\nnext week & ask");
        QVERIFY(actions().setNote(ann, text, {QString()}).result());
        QCOMPARE(detail(ann).note, text);
        QVERIFY(!actions().setNote(ann, QString(longestNote + 1, QLatin1Char('x')), {text}).result());
        QCOMPARE(detail(ann).note, text);
        QVERIFY(actions().setNote(ann, QStringLiteral(" \n"), {text}).result());
        QVERIFY(detail(ann).note.isEmpty());
    }

    void whoProvesToBeOnePersonKeepsWhatWasWrittenOfBoth()
    {
        const auto first = make(QStringLiteral("Ann"), {geniusId(1)});
        const auto second = make(QStringLiteral("Ann B."), {spotify(9)});
        QVERIFY(annotations().setNote(first, QStringLiteral("one"), {}));
        QVERIFY(annotations().setNote(second, QStringLiteral("two"), {}));
        QVERIFY(annotations().addTag(first, QStringLiteral("both")));
        QVERIFY(annotations().addTag(second, QStringLiteral("both")));
        QVERIFY(annotations().addTag(second, QStringLiteral("new")));
        QCOMPARE(make(QStringLiteral("Ann"), {geniusId(1), spotify(9)}), first);
        QCOMPARE(detail(first).note, QStringLiteral("one\n\ntwo"));
        QCOMPARE(detail(first).summary.tags, (QStringList{QStringLiteral("both"), QStringLiteral("new")}));
        auto rows = database().executeText(QStringLiteral("SELECT before FROM merges"));
        QVERIFY(rows.next());
        QVERIFY2(rows.text(0).contains(QStringLiteral("\"note\":\"two\"")), qPrintable(rows.text(0)));
    }

    /// The page of one who has meanwhile proved to be somebody else is still open.
    void whatComesLateGoesToWhoThePersonProvedToBe()
    {
        const auto first = make(QStringLiteral("Ann"), {geniusId(1)});
        const auto gone = make(QStringLiteral("Ann B."), {spotify(9)});
        make(QStringLiteral("Ann"), {geniusId(1), spotify(9)});
        QVERIFY(actions().setNote(gone, QStringLiteral("late"), {}).result());
        QCOMPARE(detail(first).note, QStringLiteral("late"));
        QCOMPARE(actions().addTag({gone, first}, QStringLiteral("mine")).result().value().people,
                 std::vector<qint64>{first});
        QCOMPARE(detail(first).summary.tags, QStringList{QStringLiteral("mine")});
        const auto receipt = actions().enrich({gone, first}, QStringLiteral("Again")).result().value();
        QCOMPARE(receipt.queued, 1);
        QCOMPARE(receipt.withoutPage, 0);
        QCOMPARE(actions().removeTag({gone}, QStringLiteral("mine")).result().value().people,
                 std::vector<qint64>{first});
        QVERIFY(detail(first).summary.tags.isEmpty());
    }

    /// What is written was begun upon a note that is another by now.
    void nothingIsLostOfANoteThatChangedWhileItWasWritten_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("stands");
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("kept");
        const auto row = [](const char *name, const char *shown, const char *stands, const char *written,
                            const char *kept) { QTest::newRow(name) << shown << stands << written << kept; };
        row("as it was shown", "a", "a", "a2", "a2");
        row("behind another's", "a", "b\n\na", "a2", "b\n\na2");
        row("before another's", "a", "a\n\nb", "a2", "a2\n\nb");
        row("taken out of it", "a", "b\n\na", " ", "b");
        row("nothing was shown", "", "b", "a", "b\n\na");
        row("all else", "a", "b", "a2", "b\n\na2");
        row("the same", "a", "b", "b", "b");
        row("ends alike", "a", "banana", "a2", "banana\n\na2");
    }
    void nothingIsLostOfANoteThatChangedWhileItWasWritten()
    {
        QFETCH(QString, shown);
        QFETCH(QString, stands);
        QFETCH(QString, written);
        QFETCH(QString, kept);
        const auto ann = make(QStringLiteral("Ann"), {geniusId(1)});
        QVERIFY(annotations().setNote(ann, stands, {}));
        const auto receipt = actions().setNote(ann, written, {shown}).result().value();
        QCOMPARE(receipt.note, kept);
        QCOMPARE(detail(ann).note, kept);
        QCOMPARE(receipt.before + written.trimmed() + receipt.after, kept);
        QCOMPARE(receipt.isJoined(), kept != written);
    }

    /// More than a transaction should hold; and who has all the tags one can have keeps nobody else from it.
    void manyAreTaggedAndAskedInPieces()
    {
        std::vector<qint64> all;
        for (int i = 0; i < 1203; ++i)
            all.push_back(make(QStringLiteral("Person %1").arg(i, 4, 10, QLatin1Char('0')), {geniusId(i + 1)}));
        QCOMPARE(actions().ids({.filter = {}, .sort = ProducerSort::Name, .descending = false}).result().value(), all);
        for (int i = 0; i < Annotations::mostTags; ++i)
            QVERIFY(annotations().addTag(all.at(700), QStringLiteral("tag %1").arg(i)).value());
        QVERIFY(annotations().addTag(all.at(3), QStringLiteral("mine")).value());
        const auto added = actions().addTag(all, QStringLiteral("mine")).result().value();
        QCOMPARE(added.people.size(), all.size() - 2);
        QCOMPARE(added.full, 1);
        const auto receipt = actions().enrich(all, QStringLiteral("Again")).result().value();
        QCOMPARE(receipt.queued, static_cast<qint64>(all.size()));
        QVERIFY(MessageQueue(database()).violations().empty());
        const auto removed = actions().removeTag(all, QStringLiteral("MINE")).result().value();
        QCOMPARE(removed.people.size(), all.size() - 1); // with the one who had it before
        QCOMPARE(removed.tag, QStringLiteral("mine"));
        QVERIFY(!actions().removeTag(all, QStringLiteral("mine")).result());
    }

    void nothingIsWrittenOfNobody()
    {
        for (const auto &said : {actions().setNote(77, QStringLiteral("x"), {}).result().error(),
                                 actions().addTag({77}, QStringLiteral("x")).result().error(),
                                 actions().removeTag({77}, QStringLiteral("x")).result().error(),
                                 actions().enrich({77}, QStringLiteral("x")).result().error()}) {
            QVERIFY2(said.category == ErrorCategory::InvalidInput, qPrintable(said.message));
            QVERIFY2(said.message.contains(QStringLiteral("no producer 77")), qPrintable(said.message));
        }
    }

    void aFilterIsKeptByItsNameWithAllItSays()
    {
        const ProducerQuery query{.filter = QStringLiteral("anna <b>"),
                                  .role = QStringLiteral("writer"),
                                  .platform = QStringLiteral("x"),
                                  .leastConfidence = 0.75,
                                  .since = fromMillis(1'700'000'000'123),
                                  .sinceLastRun = true,
                                  .run = 5,
                                  .tag = QStringLiteral("mine")};
        QVERIFY(actions().saveFilter({QStringLiteral("  Who   to call "), query}).result());
        QVERIFY(actions().saveFilter({QStringLiteral("All"), {}}).result());
        auto kept = actions().filters().result().value();
        QCOMPARE(kept.size(), std::size_t(2));
        QCOMPARE(kept.front().name, QStringLiteral("All"));
        QCOMPARE(kept.back().name, QStringLiteral("Who to call"));
        QVERIFY(kept.back().query == query);
        QVERIFY(actions().saveFilter({QStringLiteral("WHO to call"), {}}).result());
        kept = actions().filters().result().value();
        QCOMPARE(kept.size(), std::size_t(2));
        QVERIFY(!kept.back().query.isNarrowed());
        QVERIFY(!actions().saveFilter({QStringLiteral(" "), {}}).result());
        QVERIFY(!actions().saveFilter({QString(61, QLatin1Char('x')), {}}).result());
        QVERIFY(actions().deleteFilter(QStringLiteral("who to call")).result().value());
        QVERIFY(!actions().deleteFilter(QStringLiteral("who to call")).result().value());
    }

    void colleaguesAreThoseOnTheSameRecordingsMostSharedFirst()
    {
        const auto ann = make(QStringLiteral("Ann"), {geniusId(1)}, 1);
        make(QStringLiteral("Ann"), {geniusId(1)}, 2);
        const auto bob = make(QStringLiteral("Bob"), {geniusId(2)}, 1);
        make(QStringLiteral("Bob"), {geniusId(2)}, 2);
        const auto cem = make(QStringLiteral("Cem"), {geniusId(3)}, 2);
        make(QStringLiteral("Dora"), {geniusId(4)}, 3);
        QVERIFY((detail(ann).colleagues
                 == std::vector<Colleague>{{bob, QStringLiteral("Bob"), 2}, {cem, QStringLiteral("Cem"), 1}}));
    }

    void enrichingAgainQueuesThoseWhoHaveAPageWhateverIsKnown()
    {
        const auto ann = make(QStringLiteral("Ann"), {geniusId(1)});
        const auto bob = make(QStringLiteral("Bob"), {spotify(2)});
        std::atomic<int> begun = 0;
        m_store->setHearer([&begun](const std::vector<Event> &events) {
            begun += static_cast<int>(std::ranges::count(events, EventKind::RunStarted, &Event::kind));
        });
        for (int turn = 0; turn < 2; ++turn) { // the ledger does not keep a person from asking
            const auto receipt = actions().enrich({ann, bob}, QStringLiteral("Again")).result().value();
            QVERIFY(receipt.runId > 0);
            QCOMPARE(receipt.queued, 1);
            QCOMPARE(receipt.withoutPage, 1);
            const auto lease = MessageQueue(database()).read(queueName(StageId::SocialEnrichment), 30s);
            QVERIFY(lease);
            QCOMPARE(lease->message, QStringLiteral(R"({"fresh":true,"person_id":%1})").arg(ann));
        }
        const auto nobody = actions().enrich({bob}, QStringLiteral("Again")).result().value();
        QCOMPARE(nobody.runId, 0);
        QVERIFY(MessageQueue(database()).violations().empty());
        QCOMPARE(begun.load(), 2);
    }

    /// The answer to what was typed before is not waited for.
    void aCancelledSearchGivesNoAnswer()
    {
        make(QStringLiteral("Ann"), {geniusId(1)});
        auto future = m_store->search([](Database &) -> Result<int> { return 1; });
        future.waitForFinished();
        QCOMPARE(future.result().value(), 1);
        std::atomic<bool> isRunning = false;
        auto unwanted = m_store->search([&isRunning](Database &database) -> Result<int> {
            isRunning = true;
            // Far more than anybody waits for.
            auto rows = database.executeText(QStringLiteral("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                                                            "FROM n WHERE i < 100000000000) SELECT count(*) FROM n"));
            rows.next();
            return 2;
        });
        QTRY_VERIFY(isRunning);
        unwanted.cancel();
        unwanted.waitForFinished();
        QCOMPARE(unwanted.resultCount(), 0);
        QCOMPARE(actions().count({}).result().value(), 1); // the next one is answered
    }
};

QTEST_GUILESS_MAIN(AnnotationsTest)
#include "tst_annotations.moc"
