// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/runsmodel.h"

#include "common/wording.h"
#include "core/whendone.h"

#include <QDateTime>

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

QString leftLabel(Milliseconds left)
{
    return RunsModel::tr("≈ %1").arg(etaTimeLabel(left));
}

} // namespace

Work workOn(const PipelineSnapshot &snapshot)
{
    if (snapshot.problem)
        return Work::Stopped;
    return snapshot.running || snapshot.workedOn ? Work::GoesOn : Work::Paused;
}

qint64 RunsModel::deadOf(const RunSnapshot &run)
{
    return sum(run, &RunSnapshot::Progress::dead);
}

bool RunsModel::isWaiting(const RunSnapshot &run)
{
    if (!run.eta || run.eta->left)
        return false;
    const auto &bound = run.eta->bound;
    switch (bound.kind) {
    case EtaBound::Kind::Held:
    case EtaBound::Kind::Circuit:
    case EtaBound::Kind::Credentials:
        return true;
    case EtaBound::Kind::Quota:
        return bound.until.has_value();
    case EtaBound::Kind::Paused:
        return bound.stage.has_value();
    default:
        return false;
    }
}

QString RunsModel::stateText(const RunSnapshot &run, Work work)
{
    switch (stateOf(run)) {
    case RunState::Running:
        if (work != Work::GoesOn)
            return work == Work::Paused ? tr("Work is paused") : tr("Work has stopped");
        if (isWaiting(run))
            return run.eta->bound.stage ? tr("A stage is paused")
                                        : tr("Waits for %1").arg(serviceLabel(run.eta->bound.service));
        return tr("Under way");
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

QStringList RunsModel::widestTexts(Column column)
{
    constexpr qint64 most = 888'888;
    constexpr Milliseconds day = std::chrono::hours(24);
    switch (column) {
    case State:
        return {tr("Under way"),
                tr("Work is paused"),
                tr("Work has stopped"),
                tr("A stage is paused"),
                tr("Being cancelled"),
                tr("Waits for %1").arg(serviceLabel(QStringLiteral("spotify"))),
                tr("Waits for %1").arg(serviceLabel(QStringLiteral("genius"))),
                tr("Finished, %1 dead").arg(number(most))};
    case Recordings:
    case Dead:
        return {number(most)};
    case Priority:
        return {priorityText(RunPriority::Low), priorityText(RunPriority::Normal), priorityText(RunPriority::High)};
    case Started:
    case Finished: {
        // Of two figures, and "PM" where clocks have it.
        const auto evening = fromMillis(QDateTime(QDate(2025, 12, 28), QTime(22, 59)).toMSecsSinceEpoch());
        QStringList texts{timeLabel(evening, evening + 30 * day), leftLabel(Milliseconds(0)),
                          leftLabel(day * 2 - std::chrono::minutes(1)), leftLabel(day * 88 + std::chrono::hours(22))};
        for (int ago = 0; ago < 7; ++ago)
            texts.append(timeLabel(evening - ago * day, evening - (ago - 1) * day));
        return texts;
    }
    default:
        return {};
    }
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

RunsModel::RunsModel(Older older, QObject *parent)
    : QAbstractTableModel(parent)
    , m_older(std::move(older))
{
}

void RunsModel::showStageNames(bool shown)
{
    if (std::exchange(m_hasStageNames, shown) != shown)
        Q_EMIT headerDataChanged(Qt::Horizontal, Progress, Progress);
}

void RunsModel::present(const PipelineSnapshot &snapshot)
{
    m_now = snapshot.at;
    const auto work = workOn(snapshot);
    const bool isOther = std::exchange(m_work, work) != work;
    const auto &fresh = snapshot.runs;
    constexpr std::size_t newest = PipelineSnapshot::newestRuns;
    if (fresh.size() >= newest && fresh[newest - 1].id > m_newest) // what came since the last may be more than these
        m_oldest = fresh[newest - 1].id;
    m_newest = fresh.empty() ? 0 : fresh.front().id;
    std::vector<qint64> unfinished;
    for (const auto &run : fresh) {
        place(run);
        if (!run.finished)
            unfinished.push_back(run.id);
    }
    for (const auto id : std::exchange(m_unfinished, unfinished)) {
        if (std::ranges::find(fresh, id, &RunSnapshot::id) == fresh.end())
            Q_EMIT endedUnseen(id);
    }
    if (isOther && !m_runs.empty())
        Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, Finished)); // and how long it will take
}

void RunsModel::add(const RunSnapshot &run)
{
    place(run);
}

/// Changes its row, or makes it one; the rows are in the order of their ids, the newest first.
void RunsModel::place(const RunSnapshot &run)
{
    const auto at = std::ranges::lower_bound(m_runs, run.id, std::ranges::greater(), &RunSnapshot::id);
    const auto row = static_cast<int>(at - m_runs.begin());
    if (at == m_runs.end() || at->id != run.id) {
        beginInsertRows({}, row, row);
        m_runs.insert(at, run);
        endInsertRows();
    } else if (*at != run) {
        *at = run;
        Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
    }
}

bool RunsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_oldest > 0 && !m_isReading && m_older;
}

void RunsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isReading = true;
    whenDone(m_older(m_oldest, pageSize), this, [this](const Result<std::vector<RunSnapshot>> &page) {
        if (page) {
            for (const auto &run : *page)
                place(run);
            m_oldest = page->size() < pageSize ? 0 : page->back().id;
        }
        m_isReading = false; // views ask for more as soon as they hear of rows
        if (!page)
            Q_EMIT failed(page.error());
    });
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
            return plainToolTip(shown.eta && m_work == Work::GoesOn ? etaLabel(*shown.eta, m_now) : QString());
        if (index.column() == State && m_work == Work::GoesOn && isWaiting(shown))
            return plainToolTip(asSentence(capitalised(etaLabel(*shown.eta, m_now))));
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
        return stateText(run, m_work);
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
        return run.eta && run.eta->left && m_work == Work::GoesOn ? leftLabel(*run.eta->left) : QString();
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
