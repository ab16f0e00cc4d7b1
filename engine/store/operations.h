// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/effects.h"
#include "store/messagequeue.h"

#include <QMap>

namespace linernotes
{

/// Runs, settings and what is remembered of the services. Works inside the transaction of its Database; throws
/// SqlFailure.
class Operations
{
public:
    explicit Operations(Database &database)
        : m_database(database)
    {
    }

    qint64 startRun(const QString &name);
    void dropRun(qint64 runId); ///< of which nothing was sent
    /// Marks the run finished if nothing of it is ready, leased or delayed.
    bool finishIfDone(qint64 runId);
    /// The same where what it was taken up again for was taken back: it has ended when and as it had before.
    void endAsBefore(qint64 runId);
    /// Paused ones do not count: they wait for a person.
    qint64 unfinishedRuns();

    QMap<QString, QString> settings();
    void setSetting(const QString &key, const QString &value);
    void removeSetting(const QString &key);

    /// Learned abilities of a service for one client id, as "service.ability".
    QMap<QString, qint64> abilities(const QString &client);
    void learn(const QString &service, const QString &client, const QString &ability, qint64 value);

private:
    Database &m_database;
};

/// What became of a message whose effects were to be committed.
enum class CommitOutcome {
    Committed,
    LeaseLost, ///< somebody else has read it since: nothing was changed
};

/// The heart of the program: the effects, the messages they send and the archiving of the message they come from, or
/// none of it. Call it as one transaction.
CommitOutcome commitEffects(Database &database, const Lease &lease, const Effects &effects, Milliseconds refreshWindow);

} // namespace linernotes
