// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "http/circuit.h"
#include "http/quota.h"
#include "messages/stageid.h"
#include "store/messagequeue.h"
#include "store/runs.h"
#include "store/stagepauses.h"
#include "telemetry/eta.h"
#include "telemetry/histogram.h"

#include <QMetaType>
#include <QString>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace linernotes
{

enum class StageState {
    Stopped, ///< the engine is not running, or the user paused it
    Idle, ///< nothing is ready
    Working,
    Waiting, ///< its service's quota or circuit is closed until StageSnapshot::waitingUntil
    NeedsCredentials, ///< paused until the user gives working credentials
    Paused, ///< a person holds it alone; StageSnapshot::pause says until when
};

struct StageSnapshot {
    StageId stage = StageId::ArtistDiscovery;
    StageState state = StageState::Stopped;
    QueueMetrics metrics;
    int slotCount = 0;
    int busySlots = 0;
    QString pacedBy; ///< it works, and messages are ready for which this service has no call to give yet; empty: none
    double perSecond = 0; ///< messages archived a second, over the last ten seconds
    QString service; ///< whose calls its messages need
    /// From the read of a message to its commit, over the last five minutes; nullopt: none was archived.
    std::optional<Microseconds> p50;
    std::optional<Microseconds> p95;
    /// Messages archived in each ten seconds of the last ten minutes, the oldest first, by all processes; nullopt: no
    /// engine was at work. New every two seconds at most.
    std::vector<std::optional<qint64>> throughput;
    std::optional<StagePause> pause; ///< also while the engine is not running
    QString waitingFor; ///< a sentence for people; empty unless Waiting or NeedsCredentials
    std::optional<Instant> waitingUntil;
    bool operator==(const StageSnapshot &) const = default;
};

/// A service's quota as it stands.
struct QuotaStanding {
    int limit = 0; ///< calls in a window, as learned so far; 0: not used yet, or no limit
    Milliseconds window{0};
    int most = 0; ///< the limit that the user allows and that it may learn up to; 0: no limit
    int used = 0; ///< calls of this program that went out within the last window
    int concurrency = 0; ///< calls in flight that it bears now; 0: no limit
    int inFlight = 0;
    int waiting = 0; ///< slots that stand in line for a call
    std::vector<GroupStanding> groups; ///< the long window
    bool operator==(const QuotaStanding &) const = default;
};

/// How a service answered over the last five minutes, to all processes.
struct ServiceRecent {
    qint64 calls = 0;
    std::optional<Microseconds> p50; ///< until the answer is there whole; nullopt: there was none
    std::optional<Microseconds> p95;
    std::optional<Microseconds> p99;
    std::optional<double> errorRate; ///< 0 … 1, refusals for too many calls not counted
    bool operator==(const ServiceRecent &) const = default;
};

struct ServiceSnapshot {
    QString service; ///< "spotify", "genius"
    CircuitState circuit = CircuitState::Closed;
    CircuitStanding standing; ///< since when, by whose will, and how the last calls ended
    QString reason; ///< why it is not closed, or why it is blocked, or what is wrong with the credentials
    std::optional<Instant> until; ///< next probe, or the end of the block
    bool blocked = false; ///< it refused, or our own quota is used up, until `until`
    bool needsCredentials = false;
    qint64 calls = 0; ///< sent since the start of the program
    qint64 failures = 0;
    qint64 cacheHits = 0; ///< questions that were answered without a call
    qint64 cacheMisses = 0;
    QuotaStanding quota;
    ServiceRecent recent;

    /// 0 … 1; nullopt: nothing was asked that may be kept.
    [[nodiscard]] std::optional<double> hitRate() const
    {
        const auto asked = cacheHits + cacheMisses;
        return asked > 0 ? std::optional(static_cast<double>(cacheHits) / static_cast<double>(asked)) : std::nullopt;
    }
    bool operator==(const ServiceSnapshot &) const = default;
};

struct RunSnapshot {
    struct Progress {
        qint64 sent = 0;
        qint64 archived = 0;
        qint64 dead = 0;
        qint64 discarded = 0;
        [[nodiscard]] qint64 remaining() const { return sent - archived - dead - discarded; }
        bool operator==(const Progress &) const = default;
    };
    qint64 id = 0;
    QString name;
    bool finished = false;
    bool paused = false; ///< by a person: what is in flight is finished, the rest waits
    bool cancelled = false; ///< by a person; finished when what was in flight has ended
    bool isRevisit = false; ///< of optional sources that did not answer; counts neither as unfinished nor in the ETA
    std::optional<qint64> againOf; ///< the run whose artists it asks for again
    RunPriority priority = RunPriority::Normal;
    Instant createdAt;
    std::optional<Instant> finishedAt;
    std::array<Progress, allStages.size()> stages;
    std::optional<Eta> eta; ///< with the runs before it, whose messages come first; nullopt: finished, or revisits

    /// Others begin with people whose profiles are read again.
    [[nodiscard]] bool isOfArtists() const { return stages.front().sent > 0; }
    /// More may be sent to this stage.
    [[nodiscard]] bool isGrowing(StageId stage) const
    {
        for (std::size_t before = 0; before < static_cast<std::size_t>(stage); ++before) {
            if (stages.at(before).remaining() > 0)
                return true;
        }
        return false;
    }
    bool operator==(const RunSnapshot &) const = default;
};

/// What the window and `status` show: one immutable picture of everything, at most four times a second.
struct PipelineSnapshot {
    Instant at;
    bool running = false; ///< the stages are started
    bool workedOn = false; ///< in this process, or in another on the same database
    bool stopping = false; ///< and were asked to stop: what is in hand is finished or given back
    std::array<StageSnapshot, allStages.size()> stages;
    std::vector<ServiceSnapshot> services;
    static constexpr int newestRuns = 100;
    std::vector<RunSnapshot> runs; ///< the newest first: newestRuns, and all older ones that have not finished
    qint64 allRuns = 0; ///< how many there are
    qint64 unfinishedRuns = 0; ///< of all runs, not only those above; paused ones do not count
    qint64 pausedRuns = 0; ///< of all runs
    qint64 producers = 0;
    qint64 credits = 0;
    qint64 profiles = 0;
    qint64 recordings = 0;
    qint64 unmatched = 0; ///< recordings that no song was found for
    qint64 dead = 0; ///< open dead letters
    qint64 lastDeath = 0; ///< sequence of the newest dead letter: tells that one died while another was retried
    Eta eta; ///< of all work
    std::optional<Error> problem; ///< the database can't be used: the engine has paused
    [[nodiscard]] bool isWorkedOnElsewhere() const { return workedOn && !running; }
    /// Messages that the stage has yet to work off, without the revisits, which nobody waits for.
    [[nodiscard]] qint64 pendingOf(StageId stage) const
    {
        const auto index = static_cast<std::size_t>(stage);
        auto pending = stages.at(index).metrics.pending();
        for (const auto &run : runs) {
            if (run.isRevisit && !run.paused) // of a paused run none is counted above
                pending -= run.stages.at(index).remaining();
        }
        return std::max<qint64>(pending, 0);
    }
    bool operator==(const PipelineSnapshot &) const = default;
};
using PipelineSnapshotPtr = std::shared_ptr<const PipelineSnapshot>;

} // namespace linernotes

Q_DECLARE_METATYPE(linernotes::PipelineSnapshotPtr)
