// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/filedatabase.h"
#include "fakes/sqlitefile.h"
#include "store/annotations.h"
#include "store/catalog.h"
#include "store/credits.h"
#include "store/operations.h"
#include "store/producers.h"
#include "store/producersearch.h"
#include "store/runs.h"
#include "store/statements.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace linernotes;
using namespace std::chrono_literals;

namespace
{

/// More than are gathered, so that what fits all of them is walked through.
constexpr int people = ProducerSearch::few + 5'000;

const QStringList firstNames{QStringLiteral("anna"), QStringLiteral("bertram"), QStringLiteral("chiara"),
                             QStringLiteral("坂本"), QStringLiteral("dmitri")};

} // namespace

/// Finding producers: right whichever way it goes, and by an index whichever column it is sorted by.
class ProducerSearchTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileDatabase> m_file;

    Database &database() { return *m_file->connection; }
    void run(const QString &sql, const QVariantList &values = {}) { database().executeText(sql, values); }
    QList<qint64> found(ProducerQuery query)
    {
        query.sort = ProducerSort::Name;
        query.descending = false;
        QList<qint64> ids;
        std::optional<ProducerCursor> after;
        do {
            const auto page = Producers(database()).page(query, after, 5'000);
            for (const auto &row : page.rows)
                ids.append(row.id);
            after = page.next;
        } while (after);
        std::ranges::sort(ids);
        return ids;
    }
    /// What a reader of all rows would say.
    QList<qint64> asked(const QString &condition)
    {
        QList<qint64> ids;
        auto rows = database().executeText(
            QStringLiteral("SELECT id FROM people p WHERE is_producer = 1 AND (%1) ORDER BY id").arg(condition));
        while (rows.next())
            ids.append(rows.integer(0));
        return ids;
    }
    QStringList planOf(const ProducerSearch::Statement &statement)
    {
        QStringList plan;
        auto rows = database().executeText(QStringLiteral("EXPLAIN QUERY PLAN ") + statement.sql, statement.values);
        while (rows.next())
            plan << rows.text(3);
        return plan;
    }

    QTemporaryDir m_folder;

    /// A file that the program wrote when that schema was the newest, with these rows, brought up to date.
    std::unique_ptr<Database> olderFile(int schema, const QStringList &rows)
    {
        const auto path = m_folder.filePath(QStringLiteral("%1.sqlite").arg(++m_files));
        QStringList script;
        for (const auto &migration : Statements::sqlite().migrations()) {
            if (migration.number <= schema)
                script << Statements::split(migration.script);
        }
        script << rows << QStringLiteral("PRAGMA user_version = %1").arg(schema);
        if (const auto problem = test::runOnFile(path, script); !problem.isEmpty())
            qFatal("%s", problem.constData());
        auto opened = Database::open(path, Database::Access::ReadWrite, m_file->clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        return std::move(*opened);
    }
    int m_files = 0;

private Q_SLOTS:
    void initTestCase()
    {
        m_file = std::make_unique<FileDatabase>();
        database().begin();
        Operations(database()).startRun(QStringLiteral("first"));
        for (int i = 1; i <= 40; ++i) {
            run(QStringLiteral("INSERT INTO artists (spotify_id, name, name_key) VALUES (?, ?, ?)"),
                {i, QStringLiteral("Band %1").arg(i), QStringLiteral("band%1 x").arg(i)});
        }
        for (int i = 41; i <= 1040; ++i) {
            run(QStringLiteral("INSERT INTO artists (spotify_id, name, name_key) VALUES (?1, ?2, ?2)"),
                {i, QStringLiteral("orchestra %1").arg(i)});
        }
        QRandomGenerator random(1);
        for (int i = 1; i <= people; ++i) {
            const auto name =
                QStringLiteral("%1 %2").arg(firstNames.at(i % firstNames.size())).arg(i, 6, 36, QLatin1Char('q'));
            run(QStringLiteral(
                    "INSERT INTO people (name, sort_name, search_text, is_producer, credit_count, confidence, "
                    "found_at, main_role) VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6, 'producer')"),
                {name, i % 100 == 0 ? name + QStringLiteral("\nthe vault") : name, i % 50 == 0 ? 0 : 1,
                 random.bounded(30), random.bounded(100) / 100.0, i});
            run(QStringLiteral("INSERT INTO person_roles VALUES (?, ?, 1)"),
                {i, i % 400 == 0 ? QStringLiteral("lyricist") : QStringLiteral("producer")});
            if (i % 4 == 0)
                run(QStringLiteral("INSERT INTO person_artists VALUES (?, ?, 1)"), {i, i % 40 + 1});
            if (i % 7 == 0)
                run(QStringLiteral("INSERT INTO person_artists VALUES (?, ?, 1)"), {i, i % 1000 + 41});
            if (i % 3 == 0)
                run(QStringLiteral("INSERT INTO profiles (person_id, platform, handle, url, source, seen_at) "
                                   "VALUES (?, ?, 'x', 'https://x', 'genius', 0)"),
                    {i, i % 300 == 0 ? QStringLiteral("instagram") : QStringLiteral("x")});
        }
        database().commit();
    }

    void everyFilterFindsWhatItMeans_data()
    {
        QTest::addColumn<ProducerQuery>("query");
        QTest::addColumn<QString>("condition");
        const auto row = [](const char *name, const ProducerQuery &query, const char *condition) {
            QTest::newRow(name) << query << QString::fromUtf8(condition);
        };
        const auto words = [](const char *text) { return ProducerQuery{.filter = QString::fromUtf8(text)}; };
        const char *anna = "instr(search_text, 'anna') > 0";
        row("all", {}, "1");
        row("a word that fits many", words("anna"), anna);
        row("in whatever case", words("ANNA"), anna);
        row("a word that fits few", words("q1a"), "instr(search_text, 'q1a') > 0");
        row("longer than the index's pieces", words("qqq1a2"), "instr(search_text, 'qqq1a2') > 0");
        row("one letter", words("m"), "instr(search_text, 'm') > 0");
        row("two letters of another script", words("坂本"), "instr(search_text, '坂本') > 0");
        row("an alias", words("vault"), "id % 100 = 0");
        row("an artist worked with", words("band7"),
            "EXISTS (SELECT 1 FROM person_artists WHERE person_id = p.id AND artist_id = 7)");
        row("artists whose name a thousand have", words("orchestra"), "id % 7 = 0");
        row("those, and an alias", words("orchestra vault"), "id % 700 = 0");
        row("a role by its name", words("lyricist"), "id % 400 = 0");
        row("a part of a role's name is none", words("lyri"), "0");
        row("most of a role's name, as it is typed", words("lyric"), "id % 400 = 0");
        row("two letters that begin a role's name", words("co"), "instr(search_text, 'co') > 0");
        row("a sign that ends a text", {.filter = QStringLiteral("\u0001") + QChar(0) + QStringLiteral("!!")}, "0");
        row("two words, both", words("anna vault"), "instr(search_text, 'anna') > 0 AND id % 100 = 0");
        row("nothing", words("nobody"), "0");
        row("signs of the index's own language", words("\"anna\" OR *"), "0");
        row("a role of many", {.role = QStringLiteral("producer")}, "id % 400 <> 0");
        row("a role of few", {.role = QStringLiteral("lyricist")}, "id % 400 = 0");
        row("a platform", {.platform = QStringLiteral("instagram")}, "id % 300 = 0");
        row("confidence", {.leastConfidence = 0.5}, "confidence >= 0.5");
        row("since", {.since = fromMillis(people - 100)}, "id >= 24900");
        row("ids", {.ids = std::vector<qint64>{1, 2, 50, 99'999}}, "id IN (1, 2)");
        row("ids, one of them twice", {.ids = std::vector<qint64>{2, 1, 2}}, "id IN (1, 2)");
        row("no ids", {.ids = std::vector<qint64>()}, "0");
        row("all at once",
            {.filter = QStringLiteral("anna"),
             .role = QStringLiteral("producer"),
             .platform = QStringLiteral("x"),
             .leastConfidence = 0.2,
             .since = fromMillis(100)},
            "instr(search_text, 'anna') > 0 AND id % 400 <> 0 AND id % 3 = 0 AND id % 300 <> 0 AND confidence >= 0.2 "
            "AND id >= 100");
    }
    void everyFilterFindsWhatItMeans()
    {
        QFETCH(ProducerQuery, query);
        QFETCH(QString, condition);
        const auto expected = asked(condition);
        QCOMPARE(found(query), expected);
        QCOMPARE(Producers(database()).count(query), expected.size());
    }

    /// Somebody pastes a page into the field.
    void aTextOfManyWordsIsLookedForLikeAnyOther()
    {
        QStringList words;
        for (int i = 0; i < 3'000; ++i)
            words << QStringLiteral("anna") << QStringLiteral("word%1").arg(i);
        QVERIFY(found({.filter = words.join(QLatin1Char(' '))}).isEmpty());
        QCOMPARE(Producers(database()).count({.filter = QString(100'000, QLatin1Char('x'))}), 0);
        const auto twice = QStringLiteral("anna ").repeated(3'000);
        QCOMPARE(found({.filter = twice}), found({.filter = QStringLiteral("anna")}));
    }

    void sinceTheLastRunIsSinceTheNewestBegan()
    {
        const auto begin = [this](const QString &name, const QString &queue) {
            const auto id = Operations(database()).startRun(name);
            run(QStringLiteral("INSERT INTO run_queues (run_id, queue, sent) VALUES (?, ?, 1)"), {id, queue});
        };
        begin(QStringLiteral("seeds"), queueName(StageId::ArtistDiscovery));
        QCOMPARE(found({.sinceLastRun = true}).size(), 0); // people were found before: their clock counts from 1970
        run(QStringLiteral("UPDATE people SET found_at = ? WHERE id IN (7, 8)"), {toMillis(m_file->clock.now())});
        QCOMPARE(found({.sinceLastRun = true}), (QList<qint64>{7, 8}));
        m_file->clock.advance(1h); // profiles that are read again find nobody: that is no such run
        begin(QStringLiteral("profiles"), queueName(StageId::SocialEnrichment));
        QCOMPARE(found({.sinceLastRun = true}), (QList<qint64>{7, 8}));
    }

    /// Sorted in the database by an index, and never by looking at everybody.
    void aPageIsReadInTheOrderOfAnIndex_data()
    {
        QTest::addColumn<int>("sort");
        QTest::addColumn<QString>("index");
        const auto row = [](ProducerSort sort, const char *index) {
            QTest::newRow(index) << static_cast<int>(sort) << QString::fromLatin1(index);
        };
        row(ProducerSort::Name, "people_by_name");
        row(ProducerSort::Credits, "people_by_credits");
        row(ProducerSort::Artists, "people_by_artists");
        row(ProducerSort::Profiles, "people_by_profiles");
        row(ProducerSort::Confidence, "people_by_confidence");
        row(ProducerSort::Role, "people_by_role");
        row(ProducerSort::Tags, "people_by_tags");
        row(ProducerSort::Found, "people_by_found");
    }
    void aPageIsReadInTheOrderOfAnIndex()
    {
        QFETCH(int, sort);
        QFETCH(QString, index);
        const auto order = static_cast<ProducerSort>(sort);
        for (const auto &query :
             {ProducerQuery{.filter = {}, .sort = order},
              ProducerQuery{.filter = QStringLiteral("anna"), .sort = order, .leastConfidence = 0.1}}) {
            const ProducerSearch search(database(), query);
            for (const auto &after : {std::optional<ProducerCursor>(), std::optional(ProducerCursor{1, 1})}) {
                const auto plan = planOf(search.page(after, 200));
                const auto whole = plan.join(QLatin1Char('\n'));
                if (search.isGathering())
                    continue; // sorts the few that it has
                QVERIFY2(plan.first().startsWith(QStringLiteral("SEARCH p USING INDEX %1 (is_producer=?").arg(index)),
                         qPrintable(whole));
                QVERIFY2(!whole.contains(QLatin1String("TEMP B-TREE FOR ORDER")), qPrintable(whole));
                QVERIFY2(!after || plan.first().contains(QLatin1Char('>')) || plan.first().contains(QLatin1Char('<')),
                         qPrintable(whole));
            }
        }
    }

    void whatFitsFewIsGathered()
    {
        const ProducerSearch few(database(), {.filter = QStringLiteral("vault")});
        QVERIFY(few.isGathering());
        for (const auto &statement : {few.page(std::nullopt, 200), few.count()}) {
            const auto plan = planOf(statement).join(QLatin1Char('\n'));
            QVERIFY2(plan.contains(QLatin1String("people_search VIRTUAL TABLE")), qPrintable(plan));
            QVERIFY2(plan.contains(QLatin1String("SEARCH p USING INTEGER PRIMARY KEY")), qPrintable(plan));
        }
        QVERIFY(!ProducerSearch(database(), {.role = QStringLiteral("producer")}).isGathering());
        QVERIFY(!ProducerSearch(database(), {}).isGathering());
    }

    void whatIsChosenFromIsFoundByOneSeekEach()
    {
        const auto choices = Producers(database()).choices();
        QCOMPARE(choices.roles, (QStringList{QStringLiteral("lyricist"), QStringLiteral("producer")}));
        QCOMPARE(choices.platforms, (QStringList{QStringLiteral("instagram"), QStringLiteral("x")}));
        QVERIFY(choices.tags.isEmpty());
    }

    void aNameThatChangesIsFoundAsItIsNow()
    {
        run(QStringLiteral("UPDATE people SET search_text = 'zephyrine' WHERE id = 11"));
        QCOMPARE(found({.filter = QStringLiteral("zephyrine")}), QList<qint64>{11});
        run(QStringLiteral("UPDATE people SET search_text = 'somebody' WHERE id = 11"));
        QVERIFY(found({.filter = QStringLiteral("zephyrine")}).isEmpty());
    }

    /// Of whom nothing has been heard since the file was brought up to date.
    void theArtistsOfAnOlderFileAreFoundByTheirNames_data()
    {
        QTest::addColumn<int>("schema");
        QTest::newRow("without keys") << 10;
        QTest::newRow("with keys in small letters") << 11;
    }
    void theArtistsOfAnOlderFileAreFoundByTheirNames()
    {
        QFETCH(int, schema);
        const auto opened =
            olderFile(schema,
                      QStringList{} << QStringLiteral(
                          "INSERT INTO artists (spotify_id, name) VALUES ('a', 'BJÖRK & the Beyoncés')")
                                    << QStringLiteral("INSERT INTO people (name, sort_name, search_text, is_producer) "
                                                      "VALUES ('Ann', 'ann', 'ann', 1)")
                                    << QStringLiteral("INSERT INTO person_artists VALUES (1, 1, 1)"));
        for (const auto *word : {"björk", "Bjork", "beyoncés", "THE"})
            QCOMPARE(Producers(*opened).count({.filter = QString::fromUtf8(word)}), 1);
        QCOMPARE(Producers(*opened).count({.filter = QStringLiteral("nobody")}), 0);
    }

    void whatWasWrittenInAnOlderFileIsFound()
    {
        const auto opened = olderFile(
            16,
            QStringList{}
                << QStringLiteral("INSERT INTO people (name, sort_name, search_text, is_producer, note) "
                                  "VALUES ('Ann', 'ann', 'ann', 1, 'Met in REYKJAVÍK'), ('Bob', 'bob', 'bob', 1, '')")
                << QStringLiteral("INSERT INTO person_aliases (person_id, alias, source) VALUES (1, 'Annie', 'genius')")
                << QStringLiteral("INSERT INTO person_tags VALUES (2, 'to call', 'To Call')")
                << QStringLiteral("UPDATE people SET tag_text = 'To Call' WHERE id = 2"));
        for (const auto *words : {"reykjavik", "annie", "bob call"})
            QVERIFY2(Producers(*opened).count({.filter = QString::fromUtf8(words)}) == 1, words);
    }

    /// There a credit was noted a moment after its message had gone to the archive.
    void whatARunOfAnOlderFileFoundIsKnown()
    {
        const auto opened = olderFile(
            16,
            QStringList{}
                << QStringLiteral("INSERT INTO runs (name, state, created_at, finished_at) VALUES "
                                  "('first', 'finished', 1, 9000), ('second', 'finished', 1, 9000)")
                << QStringLiteral("INSERT INTO recordings (id, title, title_key, version_key, artist_key, "
                                  "shortest_ms, longest_ms) VALUES (1, 'Song', 'song', '', '', 1, 1)")
                << QStringLiteral("INSERT INTO people (name, sort_name, search_text, is_producer) "
                                  "VALUES ('Ann', 'ann', 'ann', 1)")
                << QStringLiteral("INSERT INTO credits (recording_id, person_id, role, confidence, found_at) "
                                  "VALUES (1, 1, 'producer', 1, 5003)")
                << QStringLiteral(
                       "INSERT INTO archive (id, queue, run_id, message, read_count, enqueued_at, archived_at) "
                       "VALUES (1, 'producer_identification', 1, '{\"recording_id\":1}', 1, 1, 5000)"));
        QCOMPARE(Runs(*opened).onlyInSecond(2, 1, 10).count, 1);
    }

    /// A search that nobody waits for any more ends where it is.
    void aReadIsBrokenOffWhenNobodyWantsIt()
    {
        int asked = 0;
        database().setUnwanted([&asked] { return ++asked > 2; });
        QVERIFY_THROWS_EXCEPTION(SqlFailure, Producers(database()).count({.filter = QStringLiteral("qz")}));
        database().setUnwanted({});
        QCOMPARE(Producers(database()).count({}), people - people / 50);
    }

    void theKeptTotalsAreThoseThatCountingGives()
    {
        const auto counted = QStringLiteral("SELECT (SELECT count(*) FROM people WHERE is_producer = 1), "
                                            "(SELECT count(*) FROM profiles), (SELECT count(*) FROM recordings), "
                                            "(SELECT count(*) FROM recordings WHERE identification = 'unmatched')");
        const auto kept = QStringLiteral("SELECT producers, profiles, recordings, unmatched FROM totals");
        const auto numbers = [this](const QString &sql) {
            auto rows = database().executeText(sql);
            rows.next();
            return QList<qint64>{rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3)};
        };
        QCOMPARE(numbers(kept), numbers(counted));
        run(QStringLiteral(
            "INSERT INTO recordings (title, title_key, version_key, artist_key, shortest_ms, longest_ms) "
            "VALUES ('t', 't', '', 'a', 1, 1)"));
        run(QStringLiteral("UPDATE recordings SET identification = 'unmatched'"));
        run(QStringLiteral("UPDATE people SET is_producer = 1 - is_producer WHERE id < 60"));
        run(QStringLiteral("DELETE FROM profiles WHERE person_id = 3"));
        QCOMPARE(numbers(kept), numbers(counted));
        run(QStringLiteral("DELETE FROM recordings"));
        run(QStringLiteral("UPDATE people SET is_producer = 1 - is_producer WHERE id < 60"));
        QCOMPARE(numbers(kept), numbers(counted));
    }
};

QTEST_GUILESS_MAIN(ProducerSearchTest)
#include "tst_producersearch.moc"
