// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tableview.h"
#include "runs/runsmodel.h"

namespace linernotes::ui
{

/// The runs with their progress.
class RunsTable : public TableView
{
    Q_OBJECT

public:
    RunsTable(const QString &objectName, RunsModel *model, QWidget *parent);

    /// Of the selected run, or of the current one; 0: there is none.
    [[nodiscard]] qint64 currentRun() const;
    /// All that are selected, or the current one; in the order of the rows.
    [[nodiscard]] QList<qint64> chosenRuns() const;
    /// False: it is not among them.
    bool select(qint64 runId);

Q_SIGNALS:
    /// By Return or a double click.
    void opened(qint64 runId);
};

} // namespace linernotes::ui
