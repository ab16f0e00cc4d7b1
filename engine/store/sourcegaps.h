// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/effects.h"
#include "store/producertypes.h"

#include <vector>

namespace linernotes
{

/// Which people are incomplete for which optional source, and the messages that visit these again. Those belong to a
/// run of their own, so that a run of artists ends when its own work is done, and a person can pause, hurry or cancel
/// the revisits like any other work. Works inside the transaction of its Database; throws SqlFailure.
class SourceGaps
{
public:
    explicit SourceGaps(Database &database)
        : m_database(database)
    {
    }

    /// The source did not answer. Its revisit is queued, unless one is already.
    void open(qint64 personId, const SourceGap &gap);
    /// The source answered.
    void close(qint64 personId, const QString &source);
    /// The people were found to be one.
    void move(qint64 into, qint64 from);

    [[nodiscard]] std::vector<OpenGap> of(qint64 personId);

private:
    [[nodiscard]] bool isQueued(qint64 personId, const QString &source);
    qint64 runOfRevisits();

    Database &m_database;
};

} // namespace linernotes
