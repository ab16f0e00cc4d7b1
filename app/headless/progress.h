// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/snapshot.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

namespace linernotes
{

/// Tells people on standard error how a run goes on: a line a second at most, and only where it says something new; one
/// a minute where nothing changes, so that a run that waits is not taken for dead.
class ProgressLines : public QObject
{
    Q_OBJECT

public:
    explicit ProgressLines(QObject *parent = nullptr);
    void show(const PipelineSnapshotPtr &snapshot);

private:
    void tellNews();

    PipelineSnapshotPtr m_snapshot;
    QString m_told;
    QElapsedTimer m_sinceTold;
    QTimer m_timer;
};

} // namespace linernotes
