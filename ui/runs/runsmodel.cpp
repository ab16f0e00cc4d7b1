// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/runsmodel.h"

#include "common/wording.h"

#include <algorithm>

namespace linernotes::ui
{
namespace
{

qint64 recordingsOf(const RunSnapshot &run)
{
    return run.stages.at(static_cast<std::size_t>(StageId::ProducerIdentification)).sent;
}

qint64 sum(const RunSnapshot &run, qint64 RunSnapshot::Progress::*member)
{
    qint64 total = 0;
    for (const auto &stage : run.stages)
        total += stage.*member;
    return total;
}

/// Every stage with its figures, a line each.
QString progressText(const RunSnapshot &run)
{
    QStringList lines;
    for (const auto stage : allStages) {
        const auto &progress = run.stages.at(static_cast<std::size_t>(stage));
        lines.append(
            RunsModel::tr("%1: %2 of %3 done, %4 dead")
                .arg(stageLabel(stage), number(progress.archived), number(progress.sent), number(progress.dead)));
    }
    return lines.join(QLatin1Char('\n'));
}

/// Why a run that is over is not whole.
QString deadText(const RunSnapshot &run)
{
    QStringList parts;
    for (const auto stage : allStages) {
        const auto dead = run.stages.at(static_cast<std::size_t>(stage)).dead;
        if (dead > 0)
            parts.append(RunsModel::tr("%1: %2").arg(stageLabel(stage), number(dead)));
    }
    return RunsModel::tr("%1 given up, so some results are missing (%2). Dead letters keep it with the reason, "
                         "and can be sent again.")
        .arg(RunsModel::tr("%Ln piece(s) of work was", nullptr, static_cast<int>(RunsModel::deadOf(run))),
             parts.join(QStringLiteral(", ")));
}

} // namespace

qint64 RunsModel::deadOf(const RunSnapshot &run)
{
    return sum(run, &RunSnapshot::Progress::dead);
}

QString RunsModel::stateText(const RunSnapshot &run, bool isWorking)
{
    switch (stateOf(run)) {
    case RunState::Running:
        return isWorking ? tr("Under way") : tr("Work is paused");
    case RunState::Paused:
        return tr("Paused");
    case RunState::Cancelling:
        return tr("Being cancelled");
    case RunState::Cancelled:
        return tr("Cancelled");
    case RunState::Finished:
        break;
    }
    return deadOf(run) > 0 ? tr("Finished, %1 dead").arg(number(deadOf(run))) : tr("Finished");
}

QString RunsModel::priorityText(RunPriority priority)
{
    switch (priority) {
    case RunPriority::Low:
        return tr("Low");
    case RunPriority::Normal:
        return tr("Normal");
    case RunPriority::High:
        return tr("High");
    }
    Q_UNREACHABLE();
}

QString RunsModel::progressLabel(const RunSnapshot &run)
{
    return tr("%1 of %2")
        .arg(number(sum(run, &RunSnapshot::Progress::archived)), number(sum(run, &RunSnapshot::Progress::sent)));
}

QString RunsModel::stageNames()
{
    QStringList names;
    for (const auto stage : allStages)
        names.append(stageLabel(stage));
    return names.join(QStringLiteral(" · "));
}

void RunsModel::showStageNames(bool shown)
{
    if (std::exchange(m_hasStageNames, shown) != shown)
        Q_EMIT headerDataChanged(Qt::Horizontal, Progress, Progress);
}

void RunsModel::present(const PipelineSnapshot &snapshot, const std::optional<RunSnapshot> &asked)
{
    m_now = snapshot.at;
    const bool isOther = std::exchange(m_isWorking, snapshot.running) != snapshot.running;
    auto fresh = snapshot.runs;
    if (asked && std::ranges::find(fresh, asked->id, &RunSnapshot::id) == fresh.end())
        fresh.insert(std::ranges::lower_bound(fresh, asked->id, std::ranges::greater(), &RunSnapshot::id), *asked);
    follow(fresh);
    if (isOther && !m_runs.empty())
        Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, State));
}

/// Both are in the order of their ids, the newest first. New runs come on top, and old ones go wherever they stand:
/// each row keeps its run, and so do the selection and the place.
void RunsModel::follow(const std::vector<RunSnapshot> &fresh)
{
    const auto removeRow = [this](std::size_t row) {
        beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
        m_runs.erase(m_runs.begin() + static_cast<std::ptrdiff_t>(row));
        endRemoveRows();
    };
    std::size_t row = 0;
    for (const auto &run : fresh) {
        while (row < m_runs.size() && m_runs[row].id > run.id)
            removeRow(row);
        const auto place = static_cast<int>(row);
        if (row == m_runs.size() || m_runs[row].id < run.id) {
            beginInsertRows({}, place, place);
            m_runs.insert(m_runs.begin() + place, run);
            endInsertRows();
        } else if (m_runs[row] != run) {
            m_runs[row] = run;
            Q_EMIT dataChanged(index(place, 0), index(place, columns - 1));
        }
        ++row;
    }
    while (row < m_runs.size())
        removeRow(row);
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &shown = run(index.row());
    const bool isNumber = index.column() == Recordings || index.column() == Dead;
    switch (role) {
    case Qt::DisplayRole:
        return displayText(shown, index.column());
    case Qt::ToolTipRole:
        if (index.column() == State && deadOf(shown) > 0)
            return plainToolTip(deadText(shown));
        if (index.column() == Finished && !shown.finishedAt)
            return plainToolTip(shown.eta && m_isWorking ? etaLabel(*shown.eta, m_now) : QString());
        return index.column() == Progress
            ? plainToolTip(progressText(shown)).replace(QLatin1Char('\n'), QLatin1String("<br>"))
            : plainToolTip(displayText(shown, index.column()));
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case IdRole:
        return shown.id;
    default:
        return {};
    }
}

QString RunsModel::displayText(const RunSnapshot &run, int column) const
{
    switch (column) {
    case Name:
        return runLabel(run);
    case State:
        return stateText(run, m_isWorking);
    case Progress:
        return progressLabel(run);
    case Recordings:
        return number(recordingsOf(run));
    case Dead:
        return number(deadOf(run));
    case Priority:
        return priorityText(run.priority);
    case Started:
        return timeLabel(run.createdAt, m_now);
    case Finished:
        if (run.finishedAt)
            return timeLabel(*run.finishedAt, m_now);
        return run.eta && run.eta->left && m_isWorking ? tr("≈ %1").arg(etaTimeLabel(*run.eta->left)) : QString();
    default:
        return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section == Recordings || section == Dead;
        return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && section == Progress)
        return plainToolTip(stageNames());
    if (role == Qt::ToolTipRole && section == Finished)
        return plainToolTip(tr("When it finished; ≈ is how long it will take yet"));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Run");
    case State:
        return tr("State");
    case Progress:
        return m_hasStageNames ? stageNames() : tr("Progress");
    case Recordings:
        return tr("Recordings");
    case Dead:
        return tr("Dead");
    case Priority:
        return tr("Priority");
    case Started:
        return tr("Started");
    case Finished:
        return tr("Finished");
    default:
        return {};
    }
}

} // namespace linernotes::ui
