// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/problemsmodel.h"

#include "activity/eventwording.h"
#include "common/wording.h"
#include "core/whendone.h"

#include <algorithm>

namespace linernotes::ui
{
namespace
{

/// Who has more kinds of trouble than these begins with the most frequent ones anyway.
constexpr int mostGroups = 200;

std::size_t placeIn(const std::vector<EventGroup> &groups, const EventGroupKey &key)
{
    return static_cast<std::size_t>(std::ranges::find(groups, key, &EventGroup::key) - groups.begin());
}

} // namespace

ProblemsModel::ProblemsModel(Source source, QObject *parent)
    : QAbstractListModel(parent)
    , m_source(std::move(source))
{
}

void ProblemsModel::setSpan(Milliseconds span)
{
    m_span = span;
    refresh();
}

void ProblemsModel::refresh()
{
    m_isStale = true;
    if (!m_isReading)
        read();
}

void ProblemsModel::read()
{
    m_isReading = true;
    m_isStale = false;
    const auto since = Clock::system().now() - m_span;
    whenDone(m_source(since, mostGroups), this, [this](const Result<std::vector<EventGroup>> &groups) {
        m_isReading = false;
        if (m_isStale) {
            read(); // what was asked for meanwhile is the answer that counts
            return;
        }
        if (groups)
            take(*groups);
        else
            Q_EMIT failed(groups.error());
    });
}

void ProblemsModel::take(const std::vector<EventGroup> &fresh)
{
    removeMissing(fresh);
    reorder(fresh);
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        const auto row = static_cast<int>(i) + 1;
        if (i >= m_groups.size() || m_groups[i].key != fresh[i].key) {
            beginInsertRows({}, row, row);
            m_groups.insert(m_groups.begin() + static_cast<std::ptrdiff_t>(i), fresh[i]);
            endInsertRows();
        } else if (m_groups[i] != fresh[i]) {
            m_groups[i] = fresh[i];
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
    Q_EMIT dataChanged(index(0), index(0));
    m_isLoaded = true;
    Q_EMIT changed();
}

void ProblemsModel::removeMissing(const std::vector<EventGroup> &fresh)
{
    for (auto i = groupCount() - 1; i >= 0; --i) {
        if (placeIn(fresh, m_groups[static_cast<std::size_t>(i)].key) < fresh.size())
            continue;
        beginRemoveRows({}, i + 1, i + 1);
        m_groups.erase(m_groups.begin() + i);
        endRemoveRows();
    }
}

/// Brings the groups that stay into their new order. Persistent indexes, and with them the selection, go along.
void ProblemsModel::reorder(const std::vector<EventGroup> &fresh)
{
    const auto placeOf = [&fresh](const EventGroup &group) { return placeIn(fresh, group.key); };
    if (std::ranges::is_sorted(m_groups, {}, placeOf))
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const auto before = persistentIndexList();
    std::vector<Key> keys;
    for (const auto &index : before)
        keys.push_back(key(index.row()));
    std::ranges::stable_sort(m_groups, {}, placeOf);
    QModelIndexList after;
    for (const auto &key : keys)
        after.append(index(rowOf(key)));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

ProblemsModel::Key ProblemsModel::key(int row) const
{
    return row == 0 ? Key() : Key(m_groups.at(static_cast<std::size_t>(row) - 1).key);
}

int ProblemsModel::rowOf(const Key &key) const
{
    if (!key)
        return 0;
    const auto place = placeIn(m_groups, *key);
    return place < m_groups.size() ? static_cast<int>(place) + 1 : -1;
}

/// Of all problems together.
EventGroup ProblemsModel::all() const
{
    EventGroup all;
    for (const auto &group : m_groups) {
        all.first = all.count == 0 ? group.first : std::min(all.first, group.first);
        all.last = std::max(all.last, group.last);
        all.level = std::max(all.level, group.level);
        all.count += group.count;
    }
    return all;
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : groupCount() + 1;
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isAll = index.row() == 0;
    switch (role) {
    case Qt::DisplayRole:
        return isAll ? tr("All events") : groupLabel(m_groups.at(static_cast<std::size_t>(index.row()) - 1));
    case Qt::ToolTipRole:
        return plainToolTip(accessibleText(index));
    case Qt::AccessibleTextRole:
        return accessibleText(index);
    case GroupRole:
        return QVariant::fromValue(isAll ? all() : m_groups.at(static_cast<std::size_t>(index.row()) - 1));
    case IsAllRole:
        return isAll;
    default:
        return {};
    }
}

QString ProblemsModel::accessibleText(const QModelIndex &index) const
{
    const auto group = index.data(GroupRole).value<EventGroup>();
    QStringList lines{index.data().toString()};
    if (index.row() > 0)
        lines << groupSubject(group.key) << levelLabel(group.level);
    lines.append(tr("%Ln warning(s) and error(s)", nullptr, static_cast<int>(group.count)));
    if (group.count > 0)
        lines.append(tr("First %1, last %2").arg(exactTimeLabel(group.first), exactTimeLabel(group.last)));
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace linernotes::ui
