// SPDX-License-Identifier: GPL-3.0-or-later
// As tst_peerbugs.cpp: bugs of other queues that have to do with the file, its connections and its transactions.
#include "fakes/filedatabase.h"
#include "fakes/sqlitefile.h"
#include "store/messagequeue.h"
#include "store/operations.h"
#include "store/statements.h"

#include <QFile>
#include <QTest>

#include <latch>
#include <set>
#include <thread>

using namespace linernotes;
using namespace std::chrono_literals;

namespace
{

constexpr Milliseconds visibility = 30s;
const auto queueOfPeople = queueName(StageId::SocialEnrichment);
const AnyMessage person = SocialEnrichmentMessage{1};

/// A file as the program of that schema left it, with one message in its queue.
void makeOldFile(const QString &path, int schema)
{
    QStringList script;
    for (const auto &migration : Statements::sqlite().migrations()) {
        if (migration.number <= schema)
            script << Statements::split(migration.script);
    }
    script << QStringLiteral("INSERT INTO runs (name, state, created_at) VALUES ('run', 'running', 1)")
           << QStringLiteral("INSERT INTO run_queues (run_id, queue, sent) VALUES (1, 'social_enrichment', 1)")
           << QStringLiteral("INSERT INTO messages (queue, run_id, message, enqueued_at, vt) "
                             "VALUES ('social_enrichment', 1, '{\"person_id\":1}', 1, 1)")
           << QStringLiteral("PRAGMA user_version = %1").arg(schema);
    const auto complaint = test::runOnFile(path, script);
    if (!complaint.isEmpty())
        qFatal("%s can't be made: %s", qPrintable(path), complaint.constData());
}

/// What `act` says in each of so many threads that begin together.
template <typename Act>
QStringList together(int threads, Act act)
{
    std::vector<QString> said(static_cast<std::size_t>(threads));
    {
        std::latch start(threads);
        std::vector<std::jthread> racers;
        racers.reserve(said.size());
        for (auto &mine : said) {
            racers.emplace_back([&start, &mine, &act] {
                start.arrive_and_wait();
                mine = act();
            });
        }
    }
    return {said.begin(), said.end()};
}

} // namespace

class PeerFileBugsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    int m_number = 0;
    qint64 m_run = 0;

    std::unique_ptr<Database> open()
    {
        return std::move(*Database::open(m_path, Database::Access::ReadWrite, m_clock));
    }
    std::unique_ptr<Store> openStore() { return std::move(*Store::open(m_path, m_clock)); }
    QString openingFails() const
    {
        const auto opened = Database::open(m_path, Database::Access::ReadWrite, m_clock);
        return opened ? QString() : opened.error().message;
    }
    void startRun() { m_run = Operations(*open()).startRun(QStringLiteral("test")); }

    const MovableClock m_clock{fromMillis(1'800'000'000'000)};

private Q_SLOTS:
    // NOLINTBEGIN(readability-identifier-naming): whose bug it was, and what must not be

    void init() { m_path = m_folder.filePath(QStringLiteral("peer-%1.sqlite").arg(++m_number)); }

    /// pgbus #385: the key was noted before the work, the process died between, and the work was never done. Ours is
    /// noted with the message that does the work, or not at all.
    void pgbus385_aCrashLeavesNoKeyWithoutItsMessage()
    {
        startRun();
        {
            const auto dying = open();
            dying->begin();
            QVERIFY(MessageQueue(*dying).send(m_run, person, MessageQueue::Once::ByLedger));
        }
        const auto next = open();
        QVERIFY(MessageQueue(*next).send(m_run, person, MessageQueue::Once::ByLedger));
        QCOMPARE(MessageQueue(*next).metrics(queueOfPeople).ready, 1);
    }

    /// pgbus #385, where the transaction fails and the process lives: the effects note keys too.
    void pgbus385_anErrorLeavesNoKeyWithoutItsMessage()
    {
        startRun();
        const auto store = openStore();
        const auto sendThen = [this, &store](bool fails) {
            return store
                ->transact([run = m_run, fails](Database &database) -> Result<bool> {
                    const bool isSent =
                        MessageQueue(database).send(run, person, MessageQueue::Once::ByLedger).has_value();
                    if (fails)
                        return failure(ErrorCategory::InvalidInput, QStringLiteral("no"));
                    return isSent;
                })
                .result();
        };
        QVERIFY(!sendThen(true));
        const auto sent = sendThen(false);
        QVERIFY(sent && *sent);
    }

    /// pgmq 1.10.0: no queue of an older version could be read after the update.
    void pgmq1100_aQueueOfEveryOlderSchemaIsReadAfterTheUpdate_data()
    {
        QTest::addColumn<int>("schema");
        for (const auto &migration : Statements::sqlite().migrations())
            QTest::addRow("%d", migration.number) << migration.number;
    }
    void pgmq1100_aQueueOfEveryOlderSchemaIsReadAfterTheUpdate()
    {
        QFETCH(int, schema);
        makeOldFile(m_path, schema);
        const auto database = open();
        MessageQueue queue(*database);
        const auto lease = queue.read(queueOfPeople, visibility);
        QVERIFY(lease);
        QCOMPARE(lease->message, toJson(person));
        QVERIFY(queue.setVt(*lease, visibility));
        Effects effects;
        effects.messages.emplace_back(SocialEnrichmentMessage{2});
        QCOMPARE(commitEffects(*database, *lease, effects, 1h), CommitOutcome::Committed);
        QVERIFY(queue.bury(*queue.read(queueOfPeople, visibility), {.message = QStringLiteral("no")}));
        QVERIFY(queue.violations().empty());
    }

    /// pgbus #397, #403, #404, pgmq #393: processes that made the same queue at the same time failed each other.
    void pgbus397_manyMayMakeTheFileAtOnce()
    {
        for (int round = 0; round < 5; ++round) {
            init();
            QCOMPARE(together(4, [this] { return openingFails(); }).join(QString()), QString());
            startRun();
        }
    }

    /// pgbus #397: and the same of an update.
    void pgbus397_manyMayUpdateTheFileAtOnce()
    {
        for (int round = 0; round < 2; ++round) {
            init();
            makeOldFile(m_path, 1);
            QCOMPARE(together(4, [this] { return openingFails(); }).join(QString()), QString());
            const auto database = open();
            QVERIFY(MessageQueue(*database).read(queueOfPeople, visibility));
            m_path += QStringLiteral(".backup-1");
            const auto backup = open();
            QVERIFY(MessageQueue(*backup).read(queueOfPeople, visibility));
        }
    }

    /// goqite on PostgreSQL: two sessions got the same message, since choosing and taking it were two steps.
    void goqite_noTwoSessionsGetTheSameMessage()
    {
        constexpr int messages = 200;
        startRun();
        {
            const auto database = open();
            database->begin();
            for (qint64 id = 1; id <= messages; ++id)
                MessageQueue(*database).send(m_run, SocialEnrichmentMessage{id});
            database->commit();
        }
        const auto got =
            together(4,
                     [this] {
                         QStringList mine;
                         const auto connection = open();
                         while (const auto lease = MessageQueue(*connection).read(queueOfPeople, visibility))
                             mine << QString::number(lease->messageId);
                         return mine.join(QLatin1Char(' '));
                     })
                .join(QLatin1Char(' '))
                .split(QLatin1Char(' '), Qt::SkipEmptyParts);
        QCOMPARE(got.size(), messages);
        QCOMPARE(std::set<QString>(got.begin(), got.end()).size(), std::size_t(messages));
    }

    /// Solid Queue #309, #133, #385: heartbeats and sends failed with SQLITE_BUSY, because many wrote.
    void solidQueue309_writersOfSeveralProcessesWaitForEachOther()
    {
        constexpr int each = 30;
        startRun();
        const auto failures = together(4, [this] {
            const auto store = openStore();
            QStringList errors;
            for (int i = 0; i < each; ++i) {
                // First it reads: a transaction that only then asks for the lock may not wait for it.
                const auto sent = store
                                      ->transact([run = m_run](Database &database) -> Result<qint64> {
                                          MessageQueue queue(database);
                                          queue.metrics(queueOfPeople);
                                          return queue.sendText(run, queueOfPeople, QStringLiteral("{}"));
                                      })
                                      .result();
                if (!sent)
                    errors << sent.error().message;
            }
            return errors.join(QLatin1Char('\n'));
        });
        QCOMPARE(failures.join(QString()), QString());
        const auto database = open();
        QCOMPARE(MessageQueue(*database).metrics(queueOfPeople).sent, 4 * each);
    }

    /// Brandur 2015, River #59, PgQue: a reader that kept its snapshot open kept every old row from being cleared away.
    /// In SQLite the log would grow without end.
    void brandur2015_noReaderKeepsItsSnapshot()
    {
        startRun();
        const auto store = openStore();
        const auto look = [](Database &database) -> Result<qint64> {
            auto rows = database.executeText(QStringLiteral("SELECT id FROM runs UNION ALL SELECT 2"));
            return rows.next() ? rows.integer(0) : 0; // and leaves the rest
        };
        const auto fail = [](Database &database) -> Result<qint64> {
            database.executeText(QStringLiteral("SELECT id FROM runs")).next();
            return failure(ErrorCategory::InvalidInput, QStringLiteral("no"));
        };
        QVERIFY(store->view(look).result() && store->query(look).result() && store->scan(look).result());
        QVERIFY(!store->view(fail).result() && !store->query(fail).result() && !store->scan(fail).result());
        const auto other = open();
        MessageQueue(*other).send(m_run, person);
        auto rows = other->executeText(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
        QVERIFY(rows.next());
        QCOMPARE(rows.integer(0), 0); // nobody was in the way
        QCOMPARE(QFile(m_path + QStringLiteral("-wal")).size(), 0);
    }

    // NOLINTEND(readability-identifier-naming)
};

QTEST_GUILESS_MAIN(PeerFileBugsTest)
#include "tst_peerfilebugs.moc"
