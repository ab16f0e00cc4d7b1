// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "messages/messages.h"
#include "store/database.h"
#include "store/messagequeue.h"

#include <QString>

#include <optional>
#include <vector>

namespace linernotes
{

/// Messages of a run of higher priority are read first, in every queue.
enum class RunPriority { Low = 1, Normal = 2, High = 3 };

/// "low", "normal", "high": for people's commands and JSON.
const QString &runPriorityName(RunPriority priority);
std::optional<RunPriority> runPriorityFromName(const QString &name);

/// How a run stands, and what a person wants of it.
struct RunStanding {
    qint64 id = 0;
    QString name;
    bool finished = false;
    Instant createdAt;
    std::optional<Instant> finishedAt;
    RunPriority priority = RunPriority::Normal;
    bool paused = false; ///< what is in flight is finished; the rest waits
    bool cancelled = false;
    std::optional<qint64> againOf; ///< the run whose artists it asks for again
    bool isRevisit = false; ///< of optional sources that did not answer (SourceGaps): nobody waits for its end
    bool operator==(const RunStanding &) const = default;
};

enum class RunState {
    Running,
    Paused,
    Cancelling, ///< what was in flight has yet to end
    Cancelled,
    Finished,
};

/// Of whatever tells these three of a run.
template <typename Run>
RunState stateOf(const Run &run)
{
    if (run.cancelled)
        return run.finished ? RunState::Cancelled : RunState::Cancelling;
    if (run.finished)
        return RunState::Finished;
    return run.paused ? RunState::Paused : RunState::Running;
}

/// "running", "paused", …: for JSON and the terminal.
QString runStateName(RunState state);

/// How far a run's queued messages have been brought to where the run wants them.
struct RunSettling {
    qint64 lastId = 0;
    qint64 upTo = -1; ///< -1: not begun
    qint64 changes = 0; ///< of the run that are being settled; a later one settles by itself
    qint64 moved = 0; ///< into another lane
    qint64 discarded = 0;
    bool isDone = false;
    bool operator==(const RunSettling &) const = default;
};

/// Producers of one run that another has not.
struct RunComparison {
    struct Producer {
        qint64 personId = 0;
        QString name;
        QString role; ///< the most frequent of all
        qint64 credits = 0; ///< of what the run identified
        bool operator==(const Producer &) const = default;
    };
    qint64 count = 0;
    std::vector<Producer> producers; ///< those with most credits first, up to the limit
    bool operator==(const RunComparison &) const = default;
};

/// What a person does with runs. Works inside the transaction of its Database; throws SqlFailure.
/// A change says at once where messages go that are sent from now on. Those that are queued follow by settleSome(), in
/// stretches, so that a run of half a million messages does not hold up the others.
class Runs
{
public:
    explicit Runs(Database &database)
        : m_database(database)
    {
    }

    /// nullopt: there is no such run.
    std::optional<RunStanding> standing(qint64 id);
    std::vector<RunStanding> olderThan(qint64 id, int limit); ///< the newest of them first
    /// The newest, and all that have not ended; the newest first.
    std::vector<RunStanding> newestAndUnfinished(int limit);
    qint64 count();
    qint64 paused(); ///< how many wait for a person

    void pause(qint64 id);
    void resume(qint64 id);
    void setPriority(qint64 id, RunPriority priority);
    /// What nobody works on is discarded; what is in flight ends by itself and sends nothing any more.
    void cancel(qint64 id);
    /// The run asks again for what `original` asked for: what was sent before it began counts as old.
    void markAgain(qint64 id, qint64 original);

    /// The next `most` messages of whatever run are looked at. Repeatable, and right whatever the run wants by now.
    RunSettling settleSome(qint64 id, RunSettling settling, int most);
    /// A message that was given back: a cancelled run does not want it any more.
    void dropIfCancelled(const Lease &lease);
    /// Runs whose queued messages have yet to follow a change.
    std::vector<qint64> unsettled();

    /// What a run that asks for the same artists again is called: "Jazz, again", "Jazz, again (2)", …
    QString nameAgain(qint64 id);
    /// The artists that it was begun with.
    std::vector<ArtistDiscoveryMessage> seeds(qint64 id);
    /// Producers whom `second` had credits of when it ended, or has by now, and `first` had not.
    RunComparison onlyInSecond(qint64 first, qint64 second, int limit);

private:
    void settleLanes(qint64 id, RunSettling &settling, qint64 end);
    void discardStretch(qint64 id, RunSettling &settling, qint64 end);
    void discard(qint64 runId, qint64 messageId, const QString &queue, const QString &message);

    Database &m_database;
};

} // namespace linernotes
