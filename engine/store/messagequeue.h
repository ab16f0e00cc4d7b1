// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "messages/messages.h"
#include "store/database.h"

#include <QString>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace linernotes
{

/// A read message, invisible to others until `visibleAt`. (messageId, readCount) is the fence: every later change
/// names both, and changes nothing if another reader has come since, or if the message was given back.
struct Lease {
    qint64 messageId = 0;
    qint64 runId = 0;
    QString queue;
    QString message; ///< the JSON as it was sent
    qint64 readCount = 0;
    int attempts = 0; ///< counted failures so far
    Instant enqueuedAt;
    Instant visibleAt;
    QString history; ///< JSON array of the counted failures
    Instant freshSince{}; ///< its run means to see what is new since then

    bool operator==(const Lease &) const = default;
};

/// How long its processing has been failing: from failure to failure until `now`. More than half an hour between two is
/// neither backoff nor cool-down: it stood before a closed road then, which is not its failing.
Milliseconds failingFor(const Lease &lease, Instant now);

/// PGMQ's metrics, with the states told apart.
struct QueueMetrics {
    QString queue;
    qint64 ready = 0; ///< could be read now, by the books
    qint64 leased = 0;
    qint64 delayed = 0;
    qint64 held = 0; ///< with a paused run: nobody reads them
    qint64 sent = 0; ///< PGMQ's total_messages
    qint64 archived = 0;
    qint64 dead = 0;
    qint64 discarded = 0;
    /// How long the oldest ready message has been ready. Not its age since it was sent: a delayed one is not late.
    std::optional<Milliseconds> oldestReady;

    /// Without what waits for a person.
    [[nodiscard]] qint64 pending() const { return ready + leased + delayed; }
    [[nodiscard]] qint64 length() const { return ready + leased + delayed + held; } ///< PGMQ's queue_length
    bool operator==(const QueueMetrics &) const = default;
};

/// A queue whose books and rows differ; see MessageQueue::violations().
struct ConservationViolation {
    QString queue;
    QString what;
};

/// Durable queues with PGMQ's semantics and words (github.com/pgmq/pgmq), and what it lacks: fenced archiving, a
/// ledger, dead letters. Works inside the transaction of the Database it is given; throws SqlFailure.
class MessageQueue
{
public:
    struct SendOptions {
        Milliseconds delay{0};
        /// A key sent less than this ago is not sent again.
        Milliseconds refreshWindow{std::chrono::days(30)};
    };
    enum class Once {
        No, ///< send always
        ByLedger, ///< not if the same unit of work was sent within the refresh window
        Renewed, ///< send always, and count the refresh window from now
    };

    /// `reader` names the process that leases; every process has a name of its own.
    explicit MessageQueue(Database &database, QString reader = thisProcess())
        : m_database(database)
        , m_reader(std::move(reader))
    {
    }
    static const QString &thisProcess();

    /// The new message's id, or nullopt if the ledger had it.
    std::optional<qint64> send(qint64 runId, const AnyMessage &message, Once once, const SendOptions &options);
    std::optional<qint64> send(qint64 runId, const AnyMessage &message, Once once = Once::No)
    {
        return send(runId, message, once, SendOptions{});
    }
    /// Any JSON text on any queue, as PGMQ's send.
    qint64 sendText(qint64 runId, const QString &queue, const QString &message, Milliseconds delay = Milliseconds(0));
    /// Ids of those that were sent, in order.
    std::vector<qint64> sendBatch(qint64 runId, std::span<const AnyMessage> messages, Once once);

    /// A message whose reader's process died this often is not given out again.
    static constexpr int mostDeaths = 3;

    /// Times are kept as durations over a clock that is set back: what waited a minute still waits a minute.
    /// The message that has been visible longest, made invisible for `visibility`. nullopt: none is visible. One that
    /// has killed its worker three times is buried as Poison instead.
    std::optional<Lease> read(const QString &queue, Milliseconds visibility);

    /// All of these are fenced: false means that the lease was lost and nothing was changed.
    /// `beforehand`: what is done in its name, once the lease is known to be ours.
    bool archive(const Lease &lease, const std::function<void()> &beforehand = {});
    bool setVt(const Lease &lease, Milliseconds visibility); ///< keeps the lease that much longer from now
    bool giveBack(const Lease &lease, Milliseconds delay); ///< no attempt counted
    bool giveBackFailed(const Lease &lease, Milliseconds delay, const Error &error); ///< one attempt counted
    bool bury(const Lease &lease, const Error &error); ///< to the dead letters, with all that is known

    /// No lease is longer than `visibility` from now: for the start, since the machine's clock may have been set back.
    void boundLeases(Milliseconds visibility);

    QueueMetrics metrics(const QString &queue);
    /// The ledger counts the message's refresh window from now.
    void renew(qint64 runId, const QString &queue, const QString &message);
    /// Whether the ledger takes both for one. False where one is not understood.
    static bool isSameWork(const QString &queue, const QString &one, const QString &other);
    /// The ledger forgets the message: it may be sent again.
    void forget(const QString &queue, const QString &message);
    /// The ledger forgets a message that will not be worked on, where a person may ask for its work again.
    void release(const QString &queue, const QString &message);
    /// Up to `most` messages that could be read now, in their order. Nothing is leased.
    std::vector<QString> peek(const QString &queue, int most);
    /// When the next invisible message becomes visible.
    std::optional<Instant> nextVisible(const QString &queue);

    /// sent = ready + leased + delayed + held + archived + dead + discarded for every queue, by the books and by
    /// counting.
    std::vector<ConservationViolation> violations();

private:
    struct Taken;
    void followClock();
    std::optional<Taken> take(const Lease &lease);
    bool remember(qint64 runId, const QString &queue, const QString &key, Milliseconds refreshWindow);

    std::optional<Lease> readNext(const QString &queue, Milliseconds visibility, qint64 &deaths);

    Database &m_database;
    QString m_reader;
};

} // namespace linernotes
