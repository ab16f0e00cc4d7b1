// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/database.h"
#include "store/deadlettertypes.h"

#include <optional>
#include <vector>

namespace linernotes
{

/// Messages that were given up, and what a person does about them. A replay sends the work again as a new message that
/// names the old one, past the ledger; to the books it is the same work, sent once. What is done belongs to an action
/// and can be undone by it. Works inside the transaction of its Database; throws SqlFailure.
class DeadLetters
{
public:
    explicit DeadLetters(Database &database)
        : m_database(database)
    {
    }

    DeadLetterOverview overview(const DeadLetterFilter &filter);
    /// The newest first; `before`: sequence of the last of the page before, 0 for the first page.
    std::vector<DeadLetter> page(const DeadLetterFilter &filter, qint64 before, int limit);
    std::vector<DeadLetterRow> rows(const DeadLetterFilter &filter, qint64 before, int limit);
    DeadLetterChanges changes(const DeadLetterFilter &filter, const ShownLetters &shown);
    /// In whatever state it is. nullopt: there never was one of that id.
    std::optional<DeadLetter> letter(qint64 id);

    DeadLetterSelection freeze(const DeadLetterFilter &filter);

    enum class ActionKind { Replay, Discard };
    /// A new action's id.
    qint64 begin(ActionKind kind, const QString &reason = {});
    /// The new message's id; nullopt: it is not dead (any more). `edited` replaces the message; it has to be valid.
    std::optional<qint64> replay(qint64 id, qint64 action, const std::optional<QString> &edited = std::nullopt);
    bool discard(qint64 id, qint64 action, const QString &reason);

    /// The next `most` of a bulk action, in the order in which they were sent.
    BulkProgress replaySome(const DeadLetterSelection &selection, BulkProgress progress, int most);
    BulkProgress discardSome(const DeadLetterSelection &selection, BulkProgress progress, const QString &reason,
                             int most);
    /// The next `most` letters of an action are dead again as before. A retry that is being worked on, or was, is
    /// skipped.
    BulkProgress undoSome(qint64 action, BulkProgress progress, int most);
    /// What has come of the letters that an action sent again.
    std::optional<DeadLetterAction> lastAction();
    ReplayFate fate(qint64 action);

private:
    std::vector<qint64> nextIds(const DeadLetterSelection &selection, qint64 after, int most);
    template <typename Act>
    BulkProgress some(const DeadLetterSelection &selection, BulkProgress progress, int most, Act act);
    void countSlices(const DeadLetterFilter &filter, DeadLetterOverview &overview, std::vector<qint64> &newest);
    void name(DeadLetterGroup &group, qint64 newest);
    void entitle(DeadLetterScope scope, std::vector<DeadLetterGroup> &groups);
    bool takeBack(qint64 id);
    void restore(qint64 id);

    Database &m_database;
};

} // namespace linernotes
