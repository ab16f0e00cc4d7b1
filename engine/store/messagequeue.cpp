// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/messagequeue.h"

#include "store/errorshape.h"
#include "store/operations.h"
#include "store/stagepauses.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace linernotes
{
namespace
{

qint64 after(Instant now, Milliseconds delay)
{
    return toMillis(now + delay);
}

/// The history with one more failure, as JSON text.
QString withFailure(const QString &history, const Error &error, Instant at)
{
    auto failures = QJsonDocument::fromJson(history.toUtf8()).array();
    failures.append(QJsonObject{{QStringLiteral("at"), toIsoText(at)},
                                {QStringLiteral("category"), categoryName(error.category)},
                                {QStringLiteral("http_status"), error.httpStatus},
                                {QStringLiteral("error"), error.message}});
    return QString::fromUtf8(QJsonDocument(failures).toJson(QJsonDocument::Compact));
}

} // namespace

Milliseconds failingFor(const Lease &lease, Instant now)
{
    constexpr Milliseconds longestBetween = std::chrono::minutes(30);
    Milliseconds failing{0};
    std::optional<Instant> before;
    const auto goOnTo = [&](Instant at) {
        if (before)
            failing += std::clamp(at - *before, Milliseconds(0), longestBetween);
        before = at;
    };
    const auto failures = QJsonDocument::fromJson(lease.history.toUtf8()).array();
    for (const auto &failure : failures) {
        const auto at = QDateTime::fromString(failure[QLatin1String("at")].toString(), Qt::ISODate);
        if (at.isValid())
            goOnTo(fromMillis(at.toMSecsSinceEpoch()));
    }
    goOnTo(now);
    return failing;
}

struct MessageQueue::Taken {
    QString queue;
    qint64 runId = 0;
    QString message;
    qint64 readCount = 0;
    qint64 enqueuedAt = 0;
    QVariant replayOf; ///< NULL for work that was never replayed
    qint64 replays = 0;
};

/// False: the ledger has the key, and it is not old enough to count as new.
bool MessageQueue::remember(qint64 runId, const QString &queue, const QString &key, Milliseconds refreshWindow)
{
    const auto now = m_database.now();
    auto rows = m_database.execute("queue.remember", {queue, key, toMillis(now), toMillis(now - refreshWindow), runId});
    return rows.next();
}

std::optional<qint64> MessageQueue::send(qint64 runId, const AnyMessage &message, Once once, const SendOptions &options)
{
    const auto &queue = queueName(stageOf(message));
    // A window that reaches into the future renews whatever stands there.
    const auto window = once == Once::Renewed ? Milliseconds(-1) : options.refreshWindow;
    if (once != Once::No && !remember(runId, queue, ledgerKey(message), window))
        return std::nullopt;
    return sendText(runId, queue, toJson(message), options.delay);
}

qint64 MessageQueue::sendText(qint64 runId, const QString &queue, const QString &message, Milliseconds delay)
{
    const auto now = m_database.now();
    const auto sent = m_database.execute("queue.send", {queue, runId, message, toMillis(now), after(now, delay)});
    if (sent.changed() != 1)
        throw SqlFailure(QStringLiteral("there is no run %1").arg(runId));
    const auto id = sent.insertedId();
    m_database.execute("queue.count_sent", {runId, queue, 1});
    m_database.noteSent(queue);
    return id;
}

std::vector<qint64> MessageQueue::sendBatch(qint64 runId, std::span<const AnyMessage> messages, Once once)
{
    std::vector<qint64> ids;
    ids.reserve(messages.size());
    for (const auto &message : messages) {
        if (const auto id = send(runId, message, once))
            ids.push_back(*id);
    }
    return ids;
}

const QString &MessageQueue::thisProcess()
{
    static const auto name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return name;
}

/// Where the clock was set back, everything that is visible or becomes so would wait until it has caught up. The first
/// who notices moves all times by as much; the next finds the new time noted. Only who comes, or whose own clock went
/// back, looks: of two processes whose clocks differ for good, the slower would else rewind all leases every second.
void MessageQueue::followClock()
{
    constexpr Milliseconds interval = std::chrono::seconds(1);
    constexpr Milliseconds ordinary = std::chrono::seconds(2); // a clock that is corrected over the network
    const auto now = m_database.now();
    if (now >= m_database.comparedAt() && now - m_database.comparedAt() < interval)
        return;
    Milliseconds back{0};
    if (m_database.comparedAt() == Instant() || now < m_database.comparedAt()) {
        auto rows = m_database.execute("queue.last_seen");
        if (rows.next())
            back = rows.instant(0) - now;
    }
    if (back > ordinary) {
        m_database.execute("queue.set_back", {qint64(back.count()), toMillis(now)});
        m_database.execute("stages.set_back", {qint64(back.count())});
    }
    m_database.execute("queue.see", {toMillis(now)});
    m_database.setComparedAt(now);
}

std::optional<Lease> MessageQueue::readNext(const QString &queue, Milliseconds visibility, qint64 &deaths)
{
    auto rows =
        m_database.execute("queue.read", {queue, toMillis(m_database.now()), qint64(visibility.count()), m_reader});
    if (!rows.next())
        return std::nullopt;
    deaths = rows.integer(8);
    return Lease{.messageId = rows.integer(0),
                 .runId = rows.integer(1),
                 .queue = queue,
                 .message = rows.text(2),
                 .readCount = rows.integer(3),
                 .attempts = static_cast<int>(rows.integer(4)),
                 .enqueuedAt = rows.instant(5),
                 .visibleAt = rows.instant(6),
                 .history = rows.text(7),
                 .freshSince = rows.instant(9)};
}

std::optional<Lease> MessageQueue::read(const QString &queue, Milliseconds visibility)
{
    followClock();
    if (StagePauses(m_database).of(queue))
        return std::nullopt;
    for (;;) {
        qint64 deaths = 0;
        auto lease = readNext(queue, visibility, deaths);
        if (!lease || deaths < mostDeaths)
            return lease;
        const auto why = QStringLiteral("the program ended %1 times while it worked on this").arg(deaths);
        bury(*lease, {.category = ErrorCategory::Poison, .message = why});
        m_database.noteEvent({.level = EventLevel::Error,
                              .kind = EventKind::MessageBuried,
                              .stage = stageOfQueue(queue),
                              .runId = lease->runId,
                              .messageId = lease->messageId,
                              .category = ErrorCategory::Poison,
                              .text = why});
        Operations(m_database).finishIfDone(lease->runId);
    }
}

void MessageQueue::boundLeases(Milliseconds visibility)
{
    m_database.execute("queue.bound_leases", {after(m_database.now(), visibility)});
}

std::optional<MessageQueue::Taken> MessageQueue::take(const Lease &lease)
{
    auto rows = m_database.execute("queue.take", {lease.messageId, lease.readCount});
    if (!rows.next())
        return std::nullopt;
    return Taken{.queue = rows.text(0),
                 .runId = rows.integer(1),
                 .message = rows.text(2),
                 .readCount = rows.integer(3),
                 .enqueuedAt = rows.integer(4),
                 .replayOf = rows.isNull(5) ? QVariant() : QVariant(rows.integer(5)),
                 .replays = rows.integer(6)};
}

bool MessageQueue::archive(const Lease &lease, const std::function<void()> &beforehand)
{
    const auto taken = take(lease);
    if (!taken)
        return false;
    if (beforehand)
        beforehand();
    m_database.execute("queue.into_archive",
                       {lease.messageId, taken->queue, taken->runId, taken->message, taken->readCount,
                        taken->enqueuedAt, toMillis(m_database.now())});
    m_database.execute("queue.count_archived", {taken->runId, taken->queue});
    return true;
}

bool MessageQueue::bury(const Lease &lease, const Error &error)
{
    const auto taken = take(lease);
    if (!taken)
        return false;
    const auto now = m_database.now();
    const auto category = categoryName(error.category);
    const auto shape = errorShape(error.message);
    m_database.execute("queue.into_dead_letters",
                       {lease.messageId, taken->queue, taken->runId, taken->message, taken->readCount,
                        taken->enqueuedAt, toMillis(now), category, error.message, error.httpStatus, error.service,
                        error.endpoint, QString::fromUtf8(error.evidence), withFailure(lease.history, error, now),
                        shape, errorGroup(taken->queue, category, error.service, error.endpoint, shape),
                        QStringLiteral(LINERNOTES_VERSION), taken->replayOf, taken->replays});
    m_database.execute("queue.count_dead", {taken->runId, taken->queue});
    release(taken->queue, taken->message);
    return true;
}

namespace
{

/// nullopt: not one of ours, or not understood.
std::optional<QString> keyOf(const QString &queue, const QString &message)
{
    const auto stage = stageOfQueue(queue);
    const auto parsed = stage ? parseMessage(*stage, message) : failure(ErrorCategory::InvalidMessage, {});
    return parsed ? std::optional(ledgerKey(*parsed)) : std::nullopt;
}

} // namespace

/// An artist who ended as a dead letter may be seeded again: to the person who does, "known already" would be a lie.
/// Other work is asked for by the pipeline itself: there the dead letter is the one place to act.
void MessageQueue::release(const QString &queue, const QString &message)
{
    if (queue == queueName(StageId::ArtistDiscovery))
        forget(queue, message);
}

void MessageQueue::forget(const QString &queue, const QString &message)
{
    if (const auto key = keyOf(queue, message))
        m_database.execute("queue.release", {queue, *key});
}

void MessageQueue::renew(qint64 runId, const QString &queue, const QString &message)
{
    if (const auto key = keyOf(queue, message))
        remember(runId, queue, *key, Milliseconds(-1));
}

bool MessageQueue::isSameWork(const QString &queue, const QString &one, const QString &other)
{
    const auto key = keyOf(queue, one);
    return key && key == keyOf(queue, other);
}

std::vector<QString> MessageQueue::peek(const QString &queue, int most)
{
    std::vector<QString> messages;
    auto rows = m_database.execute("queue.peek", {queue, toMillis(m_database.now()), most});
    while (rows.next())
        messages.push_back(rows.text(0));
    return messages;
}

bool MessageQueue::setVt(const Lease &lease, Milliseconds visibility)
{
    return m_database.execute("queue.extend", {after(m_database.now(), visibility), lease.messageId, lease.readCount})
               .changed()
        == 1;
}

bool MessageQueue::giveBack(const Lease &lease, Milliseconds delay)
{
    const bool given =
        m_database.execute("queue.give_back", {after(m_database.now(), delay), lease.messageId, lease.readCount})
            .changed()
        == 1;
    if (given)
        m_database.noteSent(lease.queue);
    return given;
}

bool MessageQueue::giveBackFailed(const Lease &lease, Milliseconds delay, const Error &error)
{
    const auto now = m_database.now();
    const bool given =
        m_database
            .execute("queue.give_back_failed",
                     {after(now, delay), withFailure(lease.history, error, now), lease.messageId, lease.readCount})
            .changed()
        == 1;
    if (given)
        m_database.noteSent(lease.queue);
    return given;
}

QueueMetrics MessageQueue::metrics(const QString &queue)
{
    QueueMetrics metrics{.queue = queue};
    const auto now = m_database.now();
    auto rows = m_database.execute("queue.metrics", {queue, toMillis(now)});
    if (!rows.next())
        return metrics;
    metrics.leased = rows.integer(0);
    metrics.delayed = rows.integer(1);
    metrics.held = rows.integer(2);
    if (!rows.isNull(3))
        metrics.oldestReady = now - rows.instant(3);
    metrics.sent = rows.integer(4);
    metrics.archived = rows.integer(5);
    metrics.dead = rows.integer(6);
    metrics.discarded = rows.integer(7);
    const auto ended = metrics.archived + metrics.dead + metrics.discarded;
    metrics.ready = metrics.sent - ended - metrics.leased - metrics.delayed - metrics.held;
    return metrics;
}

std::optional<Instant> MessageQueue::nextVisible(const QString &queue)
{
    if (const auto pause = StagePauses(m_database).of(queue))
        return pause->until;
    auto rows = m_database.execute("queue.next_visible", {queue, toMillis(m_database.now())});
    return rows.next() ? rows.optionalInstant(0) : std::nullopt;
}

std::vector<ConservationViolation> MessageQueue::violations()
{
    std::vector<ConservationViolation> found;
    for (const auto stage : allStages) {
        const auto &queue = queueName(stage);
        const auto books = metrics(queue);
        auto rows = m_database.execute("queue.counted", {queue});
        if (!rows.next())
            continue;
        const auto live = rows.integer(0);
        const auto check = [&](const QString &what, qint64 byBooks, qint64 counted) {
            if (byBooks != counted)
                found.push_back({queue,
                                 QStringLiteral("%1: %2 by the books, %3 counted")
                                     .arg(what, QString::number(byBooks), QString::number(counted))});
        };
        check(QStringLiteral("ready + leased + delayed + held"), books.length(), live);
        check(QStringLiteral("archived"), books.archived, rows.integer(1));
        check(QStringLiteral("dead"), books.dead, rows.integer(2));
        check(QStringLiteral("discarded"), books.discarded, rows.integer(3));
        check(QStringLiteral("sent"), books.sent, live + rows.integer(1) + rows.integer(2) + rows.integer(3));
    }
    return found;
}

} // namespace linernotes
