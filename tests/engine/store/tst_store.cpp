// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/sqlitefile.h"
#include "store/deadletters.h"
#include "store/messagequeue.h"
#include "store/operations.h"
#include "store/quotas.h"
#include "store/statements.h"
#include "store/store.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <semaphore>

using namespace linernotes;

/// One writer with group commit, readers beside it, a schema that is brought up to date.
class StoreTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    int m_number = 0;

    /// Schema 1, and in it a letter that somebody gave up long ago.
    static QStringList firstSchemaWithALetter()
    {
        auto script = Statements::split(Statements::sqlite().migrations().front().script);
        script << QStringLiteral("INSERT INTO runs (name, state, created_at) VALUES ('run', 'finished', 1)")
               << QStringLiteral("INSERT INTO run_queues (run_id, queue, sent, dead) "
                                 "VALUES (1, 'social_enrichment', 1, 1)")
               << QStringLiteral("INSERT INTO dead_letters VALUES (7, 'social_enrichment', 1, '{\"person_id\":1}', "
                                 "2, 3, 4, 'NotFound', 'gone', 404, 'genius', '/artists/{id}', '{}', '[]', 'dead')")
               << QStringLiteral("PRAGMA user_version = 1");
        return script;
    }

private Q_SLOTS:
    void init() { m_path = m_folder.filePath(QStringLiteral("store-%1.sqlite").arg(++m_number)); }

    void anErrorUndoesItsOwnTransactionOnly()
    {
        auto store = *Store::open(m_path);
        const auto put = [](const QString &key) {
            return [key](Database &database) -> Result<bool> {
                Operations(database).setSetting(key, QStringLiteral("1"));
                return true;
            };
        };
        // While the writer is held here, the others gather to one group.
        std::binary_semaphore held(0);
        std::binary_semaphore gathered(0);
        auto holding = store->transact([&held, &gathered](Database &) -> Result<bool> {
            held.release();
            gathered.acquire();
            return true;
        });
        held.acquire();
        auto first = store->transact(put(QStringLiteral("a")));
        auto failing = store->transact([](Database &database) -> Result<bool> {
            Operations(database).setSetting(QStringLiteral("b"), QStringLiteral("1"));
            return failure(ErrorCategory::InvalidInput, QStringLiteral("no"));
        });
        auto broken = store->transact([](Database &database) -> Result<bool> {
            Operations(database).setSetting(QStringLiteral("c"), QStringLiteral("1"));
            database.executeText(QStringLiteral("SELECT * FROM nowhere"));
            return true;
        });
        auto last = store->transact(put(QStringLiteral("d")));
        gathered.release();
        QVERIFY(holding.result());
        QVERIFY(first.result());
        QCOMPARE(failing.result().error().category, ErrorCategory::InvalidInput);
        QCOMPARE(broken.result().error().category, ErrorCategory::Database);
        QVERIFY(last.result());
        const auto settings = store
                                  ->query([](Database &database) -> Result<QStringList> {
                                      return Operations(database).settings().keys();
                                  })
                                  .result();
        QCOMPARE(*settings, QStringList({QStringLiteral("a"), QStringLiteral("d")}));
    }

    void workInBatchesLetsOthersBetween()
    {
        struct Counted {
            int steps = 0;
            bool isDone = false;
        };
        auto store = *Store::open(m_path);
        std::binary_semaphore begun(0);
        std::binary_semaphore handedOver(0);
        auto counting = store->transactInBatches<Counted>(
            [&begun, &handedOver](Database &, const Counted &counted) -> Result<Counted> {
                if (counted.steps == 0) {
                    begun.release();
                    handedOver.acquire();
                }
                return Counted{.steps = counted.steps + 1, .isDone = counted.steps + 1 == 3};
            });
        begun.acquire();
        auto between = store->transact([](Database &) -> Result<bool> { return true; });
        handedOver.release();
        QVERIFY(between.result());
        QCOMPARE(counting.result()->steps, 3);
    }

    void workInBatchesEndsWithItsFirstError()
    {
        struct Counted {
            int steps = 0;
            bool isDone = false;
        };
        auto store = *Store::open(m_path);
        const auto counting =
            store->transactInBatches<Counted>([](Database &database, const Counted &counted) -> Result<Counted> {
                Operations(database).setSetting(QString::number(counted.steps), QStringLiteral("1"));
                if (counted.steps == 1)
                    return failure(ErrorCategory::InvalidInput, QStringLiteral("no"));
                return Counted{.steps = counted.steps + 1};
            });
        QCOMPARE(counting.result().error().message, QStringLiteral("no"));
        const auto settings = store->query(
            [](Database &database) -> Result<QStringList> { return Operations(database).settings().keys(); });
        QCOMPARE(*settings.result(), QStringList(QStringLiteral("0"))); // what was done before stays done
    }

    /// Nobody waits at the door for a hundred thousand replays.
    void closingCutsWorkInBatchesShort()
    {
        struct Counted {
            int steps = 0;
            bool isDone = false;
        };
        auto store = *Store::open(m_path);
        const auto endless = store->transactInBatches<Counted>(
            [](Database &, const Counted &counted) -> Result<Counted> { return Counted{.steps = counted.steps + 1}; });
        store.reset();
        QVERIFY(endless.isFinished());
        QVERIFY(!endless.result()->isDone);
    }

    void workInBatchesEndsWhenItIsNotWantedAnyMore()
    {
        struct Counted {
            int steps = 0;
            bool isDone = false;
        };
        auto store = *Store::open(m_path);
        const auto counting = store->transactInBatches<Counted>(
            [](Database &, const Counted &counted) -> Result<Counted> { return Counted{.steps = counted.steps + 1}; },
            [](const Counted &counted) { return counted.steps < 3; });
        QCOMPARE(counting.result()->steps, 3);
        QVERIFY(!counting.result()->isDone);
    }

    void everythingHandedOverIsAnsweredWhileClosing()
    {
        constexpr int many = 500;
        std::vector<QFuture<Result<qint64>>> answers;
        {
            auto store = *Store::open(m_path);
            for (int i = 0; i < many; ++i) {
                answers.push_back(store->transact([](Database &database) -> Result<qint64> {
                    return Operations(database).startRun(QStringLiteral("run"));
                }));
            }
        }
        for (int i = 0; i < many; ++i)
            QCOMPARE(answers[static_cast<std::size_t>(i)].result().value(), i + 1);
    }

    void aReaderSeesWhatWasAnswered()
    {
        auto store = *Store::open(m_path);
        for (int i = 1; i <= 50; ++i) {
            QVERIFY(store
                        ->transact([](Database &database) -> Result<qint64> {
                            return Operations(database).startRun(QStringLiteral("run"));
                        })
                        .result());
            const auto runs =
                store->view([](Database &database) -> Result<qint64> { return Operations(database).unfinishedRuns(); })
                    .result();
            QCOMPARE(*runs, i);
        }
    }

    void aReaderCanNotWrite()
    {
        auto store = *Store::open(m_path);
        const auto written = store
                                 ->query([](Database &database) -> Result<qint64> {
                                     return Operations(database).startRun(QStringLiteral("run"));
                                 })
                                 .result();
        QCOMPARE(written.error().category, ErrorCategory::Database);
    }

    void sentMessagesRingAfterTheCommit()
    {
        auto store = *Store::open(m_path);
        QSignalSpy spy(store.get(), &Store::messagesSent);
        QVERIFY(store
                    ->transact([](Database &database) -> Result<bool> {
                        const auto run = Operations(database).startRun(QStringLiteral("run"));
                        MessageQueue(database).send(run, SocialEnrichmentMessage{1});
                        return true;
                    })
                    .result());
        QTRY_COMPARE(spy.size(), 1);
        QVERIFY(spy.first().first().value<QSet<QString>>().contains(queueName(StageId::SocialEnrichment)));
    }

    void aDatabaseOfANewerProgramIsRefusedAndLeftAsItIs()
    {
        {
            auto database = *Database::open(m_path, Database::Access::ReadWrite, Clock::system());
            database->executeText(QStringLiteral("PRAGMA user_version = 9999"));
        }
        const auto opened = Store::open(m_path);
        QVERIFY(!opened);
        QVERIFY(opened.error().message.contains(QStringLiteral("newer")));
        QVERIFY(opened.error().message.contains(m_path));
    }

    /// What somebody gave up long ago is still there after the update, and a copy of the file as it was beside it.
    void aDatabaseOfTheFirstSchemaIsBroughtUpToDate()
    {
        m_path = m_folder.filePath(QStringLiteral("100%2 %1.sqlite")); // whatever its name looks like
        {
            const auto script = firstSchemaWithALetter();
            QCOMPARE(test::runOnFile(m_path, script), QByteArray());
        }
        const auto before = QFileInfo(m_path).size();
        QVERIFY(Database::isOutdated(m_path));
        auto store = *Store::open(m_path);
        QVERIFY(QFileInfo(m_path + QStringLiteral(".backup-1")).size() >= before);
        const auto checked = store
                                 ->transact([](Database &database) -> Result<bool> {
                                     DeadLetters letters(database);
                                     const auto letter = letters.letter(7);
                                     return letter && letter->error == QStringLiteral("gone")
                                         && letters.overview({}).groups.size() == 1 && letters.replay(7, 1)
                                         && MessageQueue(database).violations().empty();
                                 })
                                 .result();
        QVERIFY(checked && *checked);
        store.reset(); // what was in the log is in the file now
        QVERIFY(!Database::isOutdated(m_path));
        QVERIFY(!Database::isOutdated(m_folder.filePath(QStringLiteral("none.sqlite"))));
    }

    /// As when the program dies in the middle, or the disk is full: each step is there as a whole or not at all, and
    /// the next start goes on with the one that was not.
    void anUpdateThatFailsLeavesWhatWasDone()
    {
        constexpr int steps = 5; // the next one meets what it wants to make
        QCOMPARE(test::runOnFile(m_path,
                                 firstSchemaWithALetter() << QStringLiteral("CREATE TABLE cache_clearings (theirs)")),
                 QByteArray());
        const auto failed = Database::open(m_path, Database::Access::ReadWrite, Clock::system());
        QVERIFY(!failed);
        QVERIFY2(failed.error().message.contains(QStringLiteral("cache_clearings")),
                 qPrintable(failed.error().message));
        QVERIFY(QFile::exists(m_path + QStringLiteral(".backup-1")));
        {
            auto rest = *Database::open(m_path, Database::Access::ReadOnly, Clock::system());
            auto version = rest->executeText(QStringLiteral("PRAGMA user_version"));
            QVERIFY(version.next());
            QCOMPARE(version.integer(0), steps);
            auto half =
                rest->executeText(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'responses'"));
            QVERIFY(half.next());
            QCOMPARE(half.integer(0), 0); // the step made this table before it failed
        }
        QCOMPARE(test::runOnFile(m_path, {QStringLiteral("DROP TABLE cache_clearings")}), QByteArray());
        auto database = *Database::open(m_path, Database::Access::ReadWrite, Clock::system());
        QCOMPARE(DeadLetters(*database).letter(7)->error, QStringLiteral("gone"));
    }

    void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs()
    {
        const QByteArray content = "This is a letter to my aunt, and surely no database at all.\n";
        {
            QFile file(m_path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content.repeated(100));
        }
        const auto opened = Store::open(m_path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().category, ErrorCategory::Database);
        QVERIFY2(opened.error().message.contains(QStringLiteral("with another file")),
                 qPrintable(opened.error().message)); // a backup is named only where there is one
        QVERIFY(!opened.error().message.contains(QStringLiteral("backup")));
        {
            QFile backup(m_path + QStringLiteral(".backup-3"));
            QVERIFY(backup.open(QIODevice::WriteOnly));
        }
        const auto again = Store::open(m_path);
        QVERIFY2(again.error().message.contains(QStringLiteral(".backup-3")), qPrintable(again.error().message));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content.repeated(100));
    }

    void theConnectionIsAsTheDesignAsksForIt()
    {
        auto database = *Database::open(m_path, Database::Access::ReadWrite, Clock::system());
        const auto pragma = [&](const char *name) {
            auto rows = database->executeText(QStringLiteral("PRAGMA %1").arg(QLatin1String(name)));
            rows.next();
            return rows.text(0);
        };
        QCOMPARE(pragma("journal_mode"), QStringLiteral("wal"));
        QCOMPARE(pragma("synchronous"), QStringLiteral("2"));
        QCOMPARE(pragma("foreign_keys"), QStringLiteral("1"));
    }

    /// Who closes the window is not kept waiting for another process; nothing of what was asked for happens then.
    void aHurriedStoreDoesNotWaitForAnothersLock()
    {
        auto store = *Store::open(m_path);
        auto other = *Database::open(m_path, Database::Access::ReadWrite, Clock::system());
        other->begin();
        QElapsedTimer waited;
        waited.start();
        const auto asked = store->transact([](Database &database) -> Result<bool> {
            Operations(database).startRun(QStringLiteral("never"));
            return true;
        });
        store->setHurried(true);
        QVERIFY(!asked.result());
        QCOMPARE(asked.result().error().category, ErrorCategory::Database);
        QVERIFY(waited.elapsed() < 9000); // less than its ordinary patience
        other->commit();
        store->setHurried(false);
        const auto after =
            store->query([](Database &database) -> Result<qint64> { return Operations(database).unfinishedRuns(); });
        QCOMPARE(after.result().value(), 0);
    }

    void migrationsAreNumberedWithoutGaps()
    {
        int expected = 1;
        for (const auto &migration : Statements::sqlite().migrations())
            QCOMPARE(migration.number, expected++);
    }

    void aServiceBlockIsNeverShortened()
    {
        auto store = *Store::open(m_path);
        const auto block = [&](qint64 until, const QString &reason) {
            store
                ->transact([=](Database &database) -> Result<bool> {
                    Quotas(database).refused(QStringLiteral("spotify"), {},
                                             {.group = {}, .until = fromMillis(until), .reason = reason});
                    return true;
                })
                .waitForFinished();
        };
        block(5000, QStringLiteral("quota"));
        block(1000, QStringLiteral("window"));
        const auto blocks = store
                                ->query([](Database &database) -> Result<std::vector<ServiceBlock>> {
                                    return Quotas(database).blocks();
                                })
                                .result();
        QCOMPARE(blocks->size(), std::size_t(1));
        QCOMPARE(toMillis(blocks->front().until), 5000);
        QCOMPARE(blocks->front().reason, QStringLiteral("quota"));
    }
};

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_store.moc"
