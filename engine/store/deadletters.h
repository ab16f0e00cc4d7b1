// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "messages/stageid.h"
#include "store/database.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace linernotes
{

/// Which dead letters are meant. What is empty or 0 does not narrow.
struct DeadLetterFilter {
    QString group; ///< DeadLetterGroup::key
    QString queue;
    QString category; ///< categoryName()
    QString service;
    qint64 runId = 0;
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
    qint64 letters = 0;
    Instant first;
    Instant last;
    qint64 replayedBefore = 0; ///< of the letters: those whose work was replayed already and died again
    bool operator==(const DeadLetterGroup &) const = default;
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

/// How far a bulk action has come.
struct BulkProgress {
    qint64 selected = 0;
    qint64 done = 0;
    qint64 lastId = 0; ///< of the last message that was looked at
    bool isDone = false;
    /// Meanwhile replayed, edited or discarded by somebody else.
    [[nodiscard]] qint64 skipped() const { return isDone ? selected - done : 0; }
    bool operator==(const BulkProgress &) const = default;
};

/// Messages that were given up, and what a person does about them. A replay sends the work again as a new message that
/// names the old one, past the ledger; to the books it is the same work, sent once. Works inside the transaction of its
/// Database; throws SqlFailure.
class DeadLetters
{
public:
    explicit DeadLetters(Database &database)
        : m_database(database)
    {
    }

    /// The largest first.
    std::vector<DeadLetterGroup> groups();
    /// The newest first; `before`: sequence of the last of the page before, 0 for the first page.
    std::vector<DeadLetter> page(const DeadLetterFilter &filter, qint64 before, int limit);
    /// In whatever state it is. nullopt: there never was one of that id.
    std::optional<DeadLetter> letter(qint64 id);

    DeadLetterSelection freeze(const DeadLetterFilter &filter);

    /// The new message's id; nullopt: it is not dead (any more). `edited` replaces the message; it has to be valid.
    std::optional<qint64> replay(qint64 id, const std::optional<QString> &edited = std::nullopt);
    bool discard(qint64 id, const QString &reason);

    /// The next `most` of a bulk action, in the order in which they were sent.
    BulkProgress replaySome(const DeadLetterSelection &selection, BulkProgress progress, int most);
    BulkProgress discardSome(const DeadLetterSelection &selection, BulkProgress progress, const QString &reason,
                             int most);

private:
    std::vector<qint64> nextIds(const DeadLetterSelection &selection, qint64 after, int most);
    template <typename Act>
    BulkProgress some(const DeadLetterSelection &selection, BulkProgress progress, int most, Act act);

    Database &m_database;
};

/// The message of a dead letter with what the person wrote instead, checked as a queued message is. The error says what
/// is wrong with it.
Result<QString> checkedEdit(const DeadLetter &letter, const QString &edited);
/// The message of an ambiguous artist once its candidate is chosen: a Spotify id.
Result<QString> withChosenArtist(const DeadLetter &letter, const QString &spotifyId);

} // namespace linernotes
