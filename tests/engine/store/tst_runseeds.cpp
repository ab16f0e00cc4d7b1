// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/filedatabase.h"
#include "store/deadletters.h"
#include "store/messagequeue.h"
#include "store/operations.h"
#include "store/runs.h"

#include <QTest>

using namespace linernotes;
using namespace std::chrono_literals;

namespace
{

constexpr Milliseconds visibility = 30s;
const auto queueOfArtists = queueName(StageId::ArtistDiscovery);

ArtistDiscoveryMessage artist(const QString &name)
{
    return {.artistId = {}, .name = name, .scope = {}};
}

} // namespace

/// With which artists a run was begun: what is asked for when it is done again.
class RunSeedsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileDatabase> m_file;
    qint64 m_run = 0;

    Database &database() { return *m_file->connection; }
    MessageQueue queue() { return MessageQueue(database()); }
    Runs runs() { return Runs(database()); }
    qint64 startRun() { return Operations(database()).startRun(QStringLiteral("test")); }
    void bury(ErrorCategory category)
    {
        const auto doomed = queue().read(queueOfArtists, visibility);
        QVERIFY(queue().bury(*doomed, {.category = category, .message = QStringLiteral("gone")}));
        m_buried = doomed->messageId;
    }
    std::optional<qint64> replay(const std::optional<QString> &edited = std::nullopt)
    {
        DeadLetters letters(database());
        return letters.replay(m_buried, letters.begin(DeadLetters::ActionKind::Replay), edited);
    }

    qint64 m_buried = 0;

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<FileDatabase>();
        m_run = startRun();
    }

    void theyAreKnownWhateverBecameOfThem()
    {
        for (const auto &name : {QStringLiteral("archived"), QStringLiteral("dead"), QStringLiteral("queued")})
            queue().send(m_run, artist(name));
        QVERIFY(queue().archive(*queue().read(queueOfArtists, visibility)));
        bury(ErrorCategory::NotFound);
        const std::vector<ArtistDiscoveryMessage> wanted{
            artist(QStringLiteral("archived")), artist(QStringLiteral("dead")), artist(QStringLiteral("queued"))};
        QCOMPARE(runs().seeds(m_run), wanted);
        QVERIFY(replay());
        QCOMPARE(runs().seeds(m_run), wanted);
        QVERIFY(runs().seeds(startRun()).empty());
    }

    /// Who was meant by a name was said once: it is not asked again.
    void whatAPersonChoseTakesThePlaceOfTheName()
    {
        queue().send(m_run, artist(QStringLiteral("Nova")));
        queue().send(m_run, artist(QStringLiteral("Other")));
        bury(ErrorCategory::Ambiguous);
        const auto chosen =
            ArtistDiscoveryMessage{.artistId = QStringLiteral("6qqNVTkY8uBg9cP3Jd7DAH"), .name = {}, .scope = {}};
        QVERIFY(replay(toJson(chosen)));
        QCOMPARE(runs().seeds(m_run), (std::vector<ArtistDiscoveryMessage>{chosen, artist(QStringLiteral("Other"))}));
    }
};

QTEST_GUILESS_MAIN(RunSeedsTest)
#include "tst_runseeds.moc"
