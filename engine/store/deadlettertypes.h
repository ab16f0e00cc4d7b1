// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "messages/stageid.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace linernotes
{

/// What has become of the letters that are meant.
enum class DeadLetterScope {
    Open, ///< they wait for a person
    Ended, ///< were sent again or discarded
    All,
};

/// Which dead letters are meant. What is empty or 0 does not narrow. An action takes those that are open, whatever the
/// scope.
struct DeadLetterFilter {
    DeadLetterScope scope = DeadLetterScope::Open;
    QString group; ///< DeadLetterGroup::key
    QString queue;
    QString category; ///< categoryName()
    QString service;
    qint64 runId = 0;
    QString text; ///< each word stands in the error or the message or is the letter's number; “#7” is letter 7 alone
    std::vector<qint64> ids; ///< of messages
    bool operator==(const DeadLetterFilter &) const = default;
};

/// Dead letters of one kind: view dead_letter_analysis.
struct DeadLetterGroup {
    QString key; ///< short and stable
    QString queue;
    QString category;
    QString service;
    QString endpoint;
    QString shape; ///< the error with ids, numbers and quoted words masked
    QString title; ///< the same for people: what all have in common stands there, for what differs “…”
    bool fitsNobody = false; ///< names that none of the artists found has
    qint64 letters = 0;
    Instant first;
    Instant last;
    qint64 replayedBefore = 0; ///< of the letters: those whose work was replayed already and died again
    std::vector<qint64> trend; ///< how many died in each slice of DeadLetterOverview
    bool operator==(const DeadLetterGroup &) const = default;
};

/// All groups that a filter leaves, and when their letters died: over one span for all, which reaches back to the
/// oldest letter of its scope, so that trends can be compared.
struct DeadLetterOverview {
    static constexpr int slices = 24;
    std::vector<DeadLetterGroup> groups; ///< the largest first
    Instant trendFrom; ///< what died before counts in the first slice
    Milliseconds slice{0};
    bool operator==(const DeadLetterOverview &) const = default;
};

/// One failure that was counted, the last of which killed.
struct Attempt {
    Instant at;
    QString category;
    int httpStatus = 0;
    QString error;
    bool operator==(const Attempt &) const = default;
};

enum class DeadLetterState { Dead, Replayed, Discarded };

/// A letter as a list shows it.
struct DeadLetterRow {
    qint64 sequence = 0; ///< in the order of deaths
    qint64 id = 0; ///< of the message
    QString queue;
    qint64 runId = 0;
    QString message;
    Instant failedAt;
    QString category;
    QString error;
    int httpStatus = 0;
    QString service;
    qint64 replays = 0;
    DeadLetterState state = DeadLetterState::Dead;
    std::optional<Instant> endedAt; ///< when it was replayed or discarded
    QString discardReason;
    QString subject; ///< whom or what the work is about, by its name; empty where none is known
    bool operator==(const DeadLetterRow &) const = default;
};

/// The rows of a list, without a gap between them.
struct ShownLetters {
    std::vector<qint64> sequences; ///< the newest first
    bool isWhole = false; ///< it ends with them: what is older than the last of them is told too
};

/// What is different from the rows that somebody has.
struct DeadLetterChanges {
    std::vector<qint64> gone; ///< sequences
    std::vector<DeadLetterRow> came; ///< the newest first
    bool isTooMuch = false; ///< more came than is told: read anew
    bool operator==(const DeadLetterChanges &) const = default;
};

struct DeadLetter {
    qint64 sequence = 0; ///< in the order of deaths
    qint64 id = 0; ///< of the message
    QString queue;
    qint64 runId = 0;
    QString message; ///< JSON as it was sent
    qint64 readCount = 0;
    Instant enqueuedAt;
    Instant failedAt;
    QString category;
    QString error;
    int httpStatus = 0; ///< 0: no answer came
    QString service;
    QString endpoint;
    QByteArray evidence; ///< the beginning of the offending answer, or the candidates of an ambiguous name (JSON)
    std::vector<Attempt> attempts; ///< in the order of time
    QString shape;
    QString group;
    QString workerVersion; ///< of the program that gave it up
    std::optional<qint64> replayOf; ///< the dead letter whose work this was
    qint64 replays = 0; ///< how often the work had been replayed before it died here
    DeadLetterState state = DeadLetterState::Dead;
    std::optional<Instant> endedAt; ///< when it was replayed or discarded
    std::optional<qint64> replayedAs; ///< the message that does the work now
    QString discardReason;
    bool operator==(const DeadLetter &) const = default;
};

/// What a bulk action is about, frozen at the moment when the person was asked: it takes nothing that died later.
struct DeadLetterSelection {
    DeadLetterFilter filter;
    qint64 upTo = 0; ///< DeadLetter::sequence
    qint64 count = 0;
    bool operator==(const DeadLetterSelection &) const = default;
};

/// What became of one letter that was sent again.
struct DeadLetterReceipt {
    qint64 messageId = 0; ///< of the new message
    qint64 action = 0; ///< by which it can be undone
    bool operator==(const DeadLetterReceipt &) const = default;
};

/// An action that can be undone.
struct DeadLetterAction {
    qint64 id = 0;
    qint64 letters = 0; ///< that an undo would bring back
    bool operator==(const DeadLetterAction &) const = default;
};

/// What has come so far of the letters that an action sent again.
struct ReplayFate {
    qint64 sent = 0;
    qint64 untouched = 0; ///< no worker has taken them up: their retry can be undone
    qint64 going = 0; ///< those, and what is being worked on or is tried again
    qint64 diedAgain = 0;
    qint64 held = 0; ///< of the untouched: their run is paused
    std::vector<StageId> untouchedIn = {}; ///< the stages that have yet to take up the others of these
    [[nodiscard]] qint64 done() const { return sent - going - diedAgain; }
    bool operator==(const ReplayFate &) const = default;
};

/// How far a bulk action has come, or came: to its end (isDone), or until it was cancelled or broken off.
struct BulkProgress {
    qint64 selected = 0;
    qint64 done = 0;
    qint64 lastId = 0; ///< of the last message that was looked at
    bool isDone = false;
    qint64 action = 0; ///< by which it can be undone; 0: nothing was done yet
    std::optional<Error> brokenOff = {}; ///< by what, if it was
    [[nodiscard]] bool hasDone() const { return done > 0; }
    /// Meanwhile replayed, edited or discarded by somebody else.
    [[nodiscard]] qint64 skipped() const { return isDone ? selected - done : 0; }
    bool operator==(const BulkProgress &) const = default;
};

} // namespace linernotes
