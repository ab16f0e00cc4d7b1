// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulkwatch.h"

#include <QObject>
#include <QTimer>

namespace linernotes::ui
{

/// What somebody sees of work on many while it goes on. GUI thread.
class BulkWork : public QObject
{
    Q_OBJECT

public:
    explicit BulkWork(QObject *parent);

    [[nodiscard]] bool isUnderWay() const { return m_watch != nullptr; }
    /// For the engine. Not while some is under way.
    [[nodiscard]] BulkWatchPtr begin(qint64 wanted);
    /// It is answered.
    void end();
    void cancel();
    [[nodiscard]] qint64 done() const { return m_watch ? m_watch->done.load() : 0; }

Q_SIGNALS:
    /// Several times a second. `share`: 0 … 1
    void progressed(const QString &figures, double share);

private:
    void tell();

    BulkWatchPtr m_watch; ///< null: none is under way
    qint64 m_wanted = 0;
    QTimer m_tick;
};

} // namespace linernotes::ui
