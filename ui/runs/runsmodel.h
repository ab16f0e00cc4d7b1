// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/snapshot.h"

#include <QAbstractTableModel>
#include <QFuture>

#include <functional>
#include <vector>

namespace linernotes::ui
{

/// Whether anybody works on the runs.
enum class Work {
    GoesOn, ///< here, or in another program
    Paused, ///< by a person
    Stopped, ///< the database can't be used
};
Work workOn(const PipelineSnapshot &snapshot);

/// The runs, the newest first: those of the snapshots, and older ones by the page as the view asks for them. A new
/// snapshot changes rows in place. No run is ever deleted, so what was shown once stays. GUI thread.
class RunsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, State, Progress, Recordings, Dead, Priority, Started, Finished };
    static constexpr int columns = Finished + 1;
    enum DataRole { IdRole = Qt::UserRole };
    /// Answers those that were begun before a run, the newest first; must not block.
    using Older = std::function<QFuture<Result<std::vector<RunSnapshot>>>(qint64 before, int limit)>;
    static constexpr int pageSize = 100;

    RunsModel(Older older, QObject *parent);

    /// Pieces of work that a run gave up.
    [[nodiscard]] static qint64 deadOf(const RunSnapshot &run);
    [[nodiscard]] static QString stateText(const RunSnapshot &run, Work work);
    /// It can't go on until a service, or a stage that a person holds, does.
    [[nodiscard]] static bool isWaiting(const RunSnapshot &run);
    /// What a column may have to show: none of it may be cut.
    [[nodiscard]] static QStringList widestTexts(Column column);
    [[nodiscard]] static QString priorityText(RunPriority priority);
    [[nodiscard]] static QString progressLabel(const RunSnapshot &run); ///< "136 of 138", of all stages
    /// The heading of Progress names the stages, in the order of its bars, where there is room for that.
    [[nodiscard]] static QString stageNames();
    void showStageNames(bool shown);
    void present(const PipelineSnapshot &snapshot);
    /// One that no snapshot has, or has no more.
    void add(const RunSnapshot &run);
    [[nodiscard]] Work work() const { return m_work; }
    [[nodiscard]] const std::vector<RunSnapshot> &runs() const { return m_runs; }
    [[nodiscard]] const RunSnapshot &run(int row) const { return m_runs.at(static_cast<std::size_t>(row)); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// An unfinished one is in the snapshots no more: it has ended meanwhile, and add() shall say how.
    void endedUnseen(qint64 runId);
    void failed(const linernotes::Error &error);

private:
    void place(const RunSnapshot &run);
    [[nodiscard]] QString displayText(const RunSnapshot &run, int column) const;

    const Older m_older;
    std::vector<RunSnapshot> m_runs;
    std::vector<qint64> m_unfinished; ///< of the last snapshot
    qint64 m_newest = 0; ///< of the last snapshot
    qint64 m_oldest = 0; ///< from here on all newer runs are here; 0: all are
    bool m_isReading = false;
    Instant m_now;
    bool m_hasStageNames = false;
    Work m_work = Work::GoesOn;
};

} // namespace linernotes::ui
