// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/snapshot.h"

#include <QAbstractTableModel>

#include <vector>

namespace linernotes::ui
{

/// The runs of a snapshot, the newest first. A new snapshot changes rows in place.
class RunsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, State, Progress, Recordings, Dead, Priority, Started, Finished };
    static constexpr int columns = Finished + 1;
    enum DataRole { IdRole = Qt::UserRole };
    using QAbstractTableModel::QAbstractTableModel;

    /// Pieces of work that a run gave up.
    [[nodiscard]] static qint64 deadOf(const RunSnapshot &run);
    /// `isWorking`: the stages are started. Else nothing is under way, whatever a run wants.
    [[nodiscard]] static QString stateText(const RunSnapshot &run, bool isWorking);
    [[nodiscard]] static QString priorityText(RunPriority priority);
    [[nodiscard]] static QString progressLabel(const RunSnapshot &run); ///< "136 of 138", of all stages
    /// The heading of Progress names the stages, in the order of its bars, where there is room for that.
    [[nodiscard]] static QString stageNames();
    void showStageNames(bool shown);
    /// `asked`: an older one that is shown too.
    void present(const PipelineSnapshot &snapshot, const std::optional<RunSnapshot> &asked = {});
    [[nodiscard]] bool isWorking() const { return m_isWorking; }
    [[nodiscard]] const std::vector<RunSnapshot> &runs() const { return m_runs; }
    [[nodiscard]] const RunSnapshot &run(int row) const { return m_runs.at(static_cast<std::size_t>(row)); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void follow(const std::vector<RunSnapshot> &fresh);
    [[nodiscard]] QString displayText(const RunSnapshot &run, int column) const;

    std::vector<RunSnapshot> m_runs;
    Instant m_now;
    bool m_hasStageNames = false;
    bool m_isWorking = true;
};

} // namespace linernotes::ui
