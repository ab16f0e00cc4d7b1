// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletters/lettersmodel.h"

#include "common/wording.h"
#include "core/whendone.h"
#include "deadletters/lettersubject.h"

#include <QSet>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

/// Rows of one answer: a few screens, read in some milliseconds.
constexpr int pageSize = 200;

/// What became of it.
QString endText(const DeadLetterRow &row)
{
    if (row.state == DeadLetterState::Dead)
        return LettersModel::tr("Open");
    const auto at = row.endedAt ? timeLabel(*row.endedAt, Clock::system().now()) : QString();
    return row.state == DeadLetterState::Replayed
        ? LettersModel::tr("Sent again %1").arg(at)
        : LettersModel::tr("Discarded %1: %2", "when, why").arg(at, row.discardReason.simplified());
}

bool isNumber(int column)
{
    return column == LettersModel::Replays;
}

} // namespace

LettersModel::LettersModel(Rows rows, Changes changes, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(std::move(rows))
    , m_changes(std::move(changes))
{
}

void LettersModel::setFilter(const DeadLetterFilter &filter)
{
    m_filter = filter;
    ++m_generation;
    m_refreshAgain = false;
    read(Reading::First);
}

void LettersModel::refresh()
{
    if (m_generation == 0)
        return;
    if (isReading())
        m_refreshAgain = true;
    else
        readChanges();
}

void LettersModel::read(Reading reading)
{
    m_reading = reading;
    const auto before = reading == Reading::More && !m_rows.empty() ? m_rows.back().sequence : 0;
    whenDone(m_source(m_filter, before, pageSize), this,
             [this, reading, generation = m_generation](Result<std::vector<DeadLetterRow>> rows) {
                 if (generation != m_generation)
                     return; // the user has asked for something else since
                 if (rows)
                     take(reading, std::move(*rows));
                 else
                     Q_EMIT failed(rows.error());
                 finishReading();
             });
}

void LettersModel::readChanges()
{
    m_reading = Reading::Changes;
    ShownLetters shown{.sequences = {}, .isWhole = !m_hasMore};
    shown.sequences.reserve(m_rows.size());
    for (const auto &row : m_rows)
        shown.sequences.push_back(row.sequence);
    whenDone(m_changes(m_filter, shown), this, [this, generation = m_generation](Result<DeadLetterChanges> changes) {
        if (generation != m_generation)
            return;
        if (!changes) {
            Q_EMIT failed(changes.error());
        } else if (changes->isTooMuch) {
            read(Reading::First);
            return;
        } else {
            apply(std::move(*changes));
        }
        finishReading();
    });
}

void LettersModel::take(Reading reading, std::vector<DeadLetterRow> rows)
{
    m_hasMore = static_cast<int>(rows.size()) == pageSize;
    if (reading == Reading::First) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    } else if (!rows.empty()) {
        const auto first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
        std::ranges::move(rows, std::back_inserter(m_rows));
        endInsertRows();
    }
}

void LettersModel::apply(DeadLetterChanges changes)
{
    if (changes.gone.empty() && changes.came.empty())
        return;
    Q_EMIT aboutToRefresh();
    remove(changes.gone);
    insert(std::move(changes.came));
    Q_EMIT refreshed();
}

void LettersModel::remove(const std::vector<qint64> &gone)
{
    const QSet<qint64> missing(gone.begin(), gone.end());
    const auto isGone = [&](int index) { return missing.contains(row(index).sequence); };
    for (auto last = rowCount() - 1; last >= 0; --last) {
        if (!isGone(last))
            continue;
        auto first = last;
        while (first > 0 && isGone(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

/// Each where its sequence belongs; such as stand side by side in one go.
void LettersModel::insert(std::vector<DeadLetterRow> came)
{
    for (std::size_t from = 0; from < came.size();) {
        const auto place =
            std::ranges::lower_bound(m_rows, came[from].sequence, std::ranges::greater(), &DeadLetterRow::sequence);
        auto end = from + 1;
        while (end < came.size() && (place == m_rows.end() || came[end].sequence > place->sequence))
            ++end;
        const auto first = static_cast<int>(place - m_rows.begin());
        beginInsertRows({}, first, first + static_cast<int>(end - from) - 1);
        m_rows.insert(place, std::make_move_iterator(came.begin() + static_cast<std::ptrdiff_t>(from)),
                      std::make_move_iterator(came.begin() + static_cast<std::ptrdiff_t>(end)));
        endInsertRows();
        from = end;
    }
}

void LettersModel::finishReading()
{
    m_reading = Reading::Nothing;
    if (std::exchange(m_refreshAgain, false))
        readChanges();
    else
        Q_EMIT readingEnded();
}

int LettersModel::rowOf(qint64 id) const
{
    const auto found = std::ranges::find(m_rows, id, &DeadLetterRow::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int LettersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LettersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant LettersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &shown = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(shown, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == Died ? dateTimeLabel(shown.failedAt)
                                                   : displayText(shown, index.column()));
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case IdRole:
        return shown.id;
    case OpenRole:
        return shown.state == DeadLetterState::Dead;
    default:
        return {};
    }
}

QString LettersModel::displayText(const DeadLetterRow &row, int column) const
{
    switch (column) {
    case Died:
        return timeLabel(row.failedAt, Clock::system().now());
    case Stage: {
        const auto stage = stageOfQueue(row.queue);
        return stage ? stageLabel(*stage) : row.queue;
    }
    case Work:
        return subjectLabel(row);
    case Error:
        return row.error.simplified();
    case Replays:
        return row.replays > 0 ? tr("%1×", "so often").arg(number(row.replays)) : QString();
    case Ended:
        return endText(row);
    default:
        return {};
    }
}

QVariant LettersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Died:
        return tr("Died");
    case Stage:
        return tr("Stage");
    case Work:
        return tr("Work");
    case Error:
        return tr("What went wrong");
    case Replays:
        return tr("Retried");
    case Ended:
        return tr("What became of it");
    default:
        return {};
    }
}

bool LettersModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !isReading();
}

void LettersModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        read(Reading::More);
}

} // namespace linernotes::ui
