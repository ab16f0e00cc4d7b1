// SPDX-License-Identifier: GPL-3.0-or-later
// The queue against a model that is small enough to be seen to be right: thousands of random steps by processes that
// forget, come late and die, on a clock that the test moves. Every answer and all figures must be the same.
#include "fakes/filedatabase.h"
#include "store/deadletters.h"
#include "store/messagequeue.h"
#include "store/operations.h"

#include <QTest>

#include <map>
#include <random>
#include <set>

using namespace linernotes;
using namespace std::chrono_literals;

namespace
{

constexpr Milliseconds visibility = 30s;
const auto queueOfPeople = queueName(StageId::SocialEnrichment);

/// What the queue should be.
class Model
{
public:
    struct Message {
        Instant vt;
        qint64 readCount = 0;
        bool leased = false;
        int reader = 0;
        int deaths = 0;
    };

    void send(qint64 id, Instant vt)
    {
        live[id] = {.vt = vt};
        ++sent;
    }

    /// The id that a read gives, 0 for none; what is poison goes to the dead on the way.
    qint64 read(Instant now, int reader)
    {
        for (;;) {
            auto next = live.end();
            for (auto message = live.begin(); message != live.end(); ++message) {
                const bool isEarlier = next == live.end() || message->second.vt < next->second.vt;
                if (message->second.vt <= now && isEarlier)
                    next = message; // of equals the first: ids grow
            }
            if (next == live.end())
                return 0;
            auto &message = next->second;
            if (message.leased && message.reader != reader)
                ++message.deaths;
            message.leased = true;
            message.reader = reader;
            message.vt = now + visibility;
            ++message.readCount;
            if (message.deaths < MessageQueue::mostDeaths)
                return next->first;
            dead.insert(next->first);
            live.erase(next);
            ++poisoned;
        }
    }

    bool holds(qint64 id, qint64 readCount) const
    {
        const auto found = live.find(id);
        return found != live.end() && found->second.readCount == readCount && found->second.leased;
    }

    std::map<qint64, Message> live;
    std::set<qint64> dead;
    qint64 sent = 0;
    qint64 archived = 0;
    qint64 discarded = 0;
    qint64 poisoned = 0;
};

} // namespace

class QueueModelTest : public QObject
{
    Q_OBJECT

    static constexpr int processes = 3;

    std::unique_ptr<FileDatabase> m_file;
    Model m_model;
    std::vector<Lease> m_leases; ///< all that were ever given and not ended, lost ones too
    std::mt19937 m_random;
    std::array<QString, processes> m_names;
    int m_births = 0;
    std::array<int, processes> m_readers{}; ///< the model's names of the processes
    qint64 m_run = 0;

    int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(m_random); }
    [[nodiscard]] Instant now() const { return m_file->clock.now(); }
    MessageQueue queue(int process = 0)
    {
        return MessageQueue(*m_file->connection, m_names.at(static_cast<std::size_t>(process)));
    }

    /// A process begins, in the place of one that died with whatever it held.
    void beBorn(int process)
    {
        const auto place = static_cast<std::size_t>(process);
        m_readers.at(place) = ++m_births;
        m_names.at(place) = QStringLiteral("process %1").arg(m_births);
    }

    void send()
    {
        const Milliseconds delay = upTo(2) == 0 ? Milliseconds(upTo(60'000)) : 0ms;
        const auto id = queue().sendText(m_run, queueOfPeople, QStringLiteral("{}"), delay);
        QVERIFY(id > 0 && !m_model.live.contains(id) && !m_model.dead.contains(id));
        m_model.send(id, now() + delay);
    }

    void read()
    {
        const int process = upTo(processes - 1);
        const auto expected = m_model.read(now(), m_readers.at(static_cast<std::size_t>(process)));
        const auto lease = queue(process).read(queueOfPeople, visibility);
        QCOMPARE(lease ? lease->messageId : 0, expected);
        if (!lease)
            return;
        QCOMPARE(lease->readCount, m_model.live.at(expected).readCount);
        QCOMPARE(lease->visibleAt, now() + visibility);
        m_leases.push_back(*lease);
    }

    /// Ends or prolongs some lease that was once given, held or lost.
    void settle()
    {
        if (m_leases.empty())
            return;
        const auto index = static_cast<std::size_t>(upTo(static_cast<int>(m_leases.size()) - 1));
        const auto lease = m_leases.at(index);
        const bool holds = m_model.holds(lease.messageId, lease.readCount);
        const int what = upTo(4);
        const bool isKept = what == 4 || (what >= 2 && upTo(1) == 0); // some know not that they have given it back
        if (!isKept)
            m_leases.erase(m_leases.begin() + static_cast<std::ptrdiff_t>(index));
        const Milliseconds delay(upTo(20'000));
        const Error error{.category = ErrorCategory::Network, .message = QStringLiteral("reset")};
        bool done = false;
        switch (what) {
        case 0:
            done = queue().archive(lease);
            break;
        case 1:
            done = queue().bury(lease, error);
            break;
        case 2:
            done = queue().giveBack(lease, delay);
            break;
        case 3:
            done = queue().giveBackFailed(lease, delay, error);
            break;
        default:
            done = queue().setVt(lease, visibility);
        }
        QCOMPARE(done, holds);
        if (holds)
            settleInModel(what, lease.messageId, delay);
    }

    void settleInModel(int what, qint64 id, Milliseconds delay)
    {
        auto &message = m_model.live.at(id);
        if (what == 4) {
            message.vt = now() + visibility;
        } else if (what >= 2) {
            message.vt = now() + delay;
            message.leased = false;
        } else {
            m_model.live.erase(id);
            if (what == 0)
                ++m_model.archived;
            else
                m_model.dead.insert(id);
        }
    }

    void raiseTheDead()
    {
        if (m_model.dead.empty())
            return;
        const auto id = *std::next(m_model.dead.begin(), upTo(static_cast<int>(m_model.dead.size()) - 1));
        DeadLetters letters(*m_file->connection);
        if (upTo(3) == 0) {
            QVERIFY(letters.discard(id, 1, QStringLiteral("enough")));
            ++m_model.discarded;
        } else {
            const auto again = letters.replay(id, 1);
            QVERIFY(again && !m_model.live.contains(*again));
            m_model.live[*again] = {.vt = now()}; // the same work: it counts as sent once
        }
        m_model.dead.erase(id);
        QVERIFY(!letters.replay(id, 1));
    }

    void compare()
    {
        const auto metrics = queue().metrics(queueOfPeople);
        qint64 ready = 0;
        qint64 leased = 0;
        for (const auto &[id, message] : m_model.live) {
            if (message.vt <= now())
                ++ready;
            else if (message.leased)
                ++leased;
        }
        QCOMPARE(metrics.ready, ready);
        QCOMPARE(metrics.leased, leased);
        QCOMPARE(metrics.length(), qint64(m_model.live.size()));
        QCOMPARE(metrics.sent, m_model.sent);
        QCOMPARE(metrics.archived, m_model.archived);
        QCOMPARE(metrics.dead, qint64(m_model.dead.size()));
        QCOMPARE(metrics.discarded, m_model.discarded);
        QVERIFY(queue().violations().empty());
    }

    void step()
    {
        switch (upTo(11)) {
        case 0:
        case 1:
            return send();
        case 2:
        case 3:
        case 4:
        case 5:
            return read();
        case 6:
        case 7:
        case 8:
            return settle();
        case 9:
            return m_file->clock.advance(Milliseconds(upTo(40'000)));
        case 10:
            return beBorn(upTo(processes - 1));
        default:
            return raiseTheDead();
        }
    }

private Q_SLOTS:
    void theQueueIsWhatTheModelIs_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void theQueueIsWhatTheModelIs()
    {
        QFETCH(unsigned, seed);
        m_random.seed(seed);
        m_model = {};
        m_leases.clear();
        m_file = std::make_unique<FileDatabase>();
        m_file->connection->executeText(QStringLiteral("PRAGMA synchronous = OFF")); // the disk is not what is tested
        m_run = Operations(*m_file->connection).startRun(QStringLiteral("model"));
        for (int process = 0; process < processes; ++process)
            beBorn(process);
        constexpr int steps = 1500;
        for (int i = 0; i < steps; ++i) {
            step();
            if (QTest::currentTestFailed())
                return;
            if (i % 10 == 0)
                compare();
        }
        compare();
        // The walk came by everything.
        QVERIFY(m_model.archived > 10 && m_model.discarded > 0 && m_model.poisoned > 0);
    }
};

QTEST_GUILESS_MAIN(QueueModelTest)
#include "tst_queuemodel.moc"
