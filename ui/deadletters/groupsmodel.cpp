// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletters/groupsmodel.h"

#include "common/wording.h"
#include "core/whendone.h"

#include <QHash>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

QString queueLabel(const QString &queue)
{
    const auto stage = stageOfQueue(queue);
    return stage ? stageLabel(*stage) : queue;
}

/// All of them as one group, over the same span.
DeadLetterGroup together(const std::vector<DeadLetterGroup> &groups)
{
    DeadLetterGroup all;
    all.trend.assign(DeadLetterOverview::slices, 0);
    for (const auto &group : groups) {
        all.first = all.letters == 0 ? group.first : std::min(all.first, group.first);
        all.last = std::max(all.last, group.last);
        all.letters += group.letters;
        all.replayedBefore += group.replayedBefore;
        std::ranges::transform(all.trend, group.trend, all.trend.begin(), std::plus());
    }
    return all;
}

QStringList keysOf(const std::vector<DeadLetterGroup> &groups)
{
    QStringList keys;
    for (const auto &group : groups)
        keys.append(group.key);
    return keys;
}

/// "10 minutes", "7 days"
QString spanLabel(Milliseconds span)
{
    constexpr int day = 24;
    const auto hours = static_cast<int>(std::chrono::duration_cast<std::chrono::hours>(span).count());
    if (hours > day)
        return GroupsModel::tr("%Ln day(s)", nullptr, hours / day);
    if (hours > 0)
        return GroupsModel::tr("%Ln hour(s)", nullptr, hours);
    const auto minutes = static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(span).count());
    return GroupsModel::tr("%Ln minute(s)", nullptr, minutes);
}

} // namespace

QString groupSubject(const DeadLetterGroup &group)
{
    QStringList parts{categoryLabel(group.category), queueLabel(group.queue)};
    if (!group.service.isEmpty())
        parts.append(QStringLiteral("%1 %2").arg(serviceLabel(group.service), group.endpoint).simplified());
    return parts.join(QStringLiteral(" · "));
}

GroupsModel::GroupsModel(Source source, QObject *parent)
    : QAbstractListModel(parent)
    , m_source(std::move(source))
{
}

void GroupsModel::setFilter(const DeadLetterFilter &filter)
{
    m_filter = filter;
    refresh();
}

void GroupsModel::holdOrder(bool held)
{
    m_isHeld = held;
    if (!held)
        reorder(m_bySize);
}

void GroupsModel::refresh()
{
    m_isStale = true;
    if (!m_isReading)
        read();
}

void GroupsModel::read()
{
    m_isReading = true;
    m_isStale = false;
    whenDone(m_source(m_filter), this, [this](Result<DeadLetterOverview> overview) {
        m_isReading = false;
        if (m_isStale) {
            read(); // what was asked for meanwhile is the answer that counts
            return;
        }
        if (overview)
            take(std::move(*overview));
        else
            Q_EMIT failed(overview.error());
    });
}

void GroupsModel::take(DeadLetterOverview overview)
{
    m_slice = overview.slice;
    m_all = together(overview.groups);
    m_bySize = keysOf(overview.groups);
    if (m_isHeld && isAnswerTo(m_filter)) // other questions have other answers
        std::ranges::stable_sort(overview.groups, {}, [this, last = groupCount() + 1](const DeadLetterGroup &group) {
            const auto row = rowOf(group.key);
            return row < 0 ? last : row;
        });
    removeMissing(overview.groups);
    reorder(keysOf(overview.groups));
    for (std::size_t i = 0; i < overview.groups.size(); ++i) {
        const auto row = static_cast<int>(i) + 1;
        if (i >= m_groups.size() || m_groups[i].key != overview.groups[i].key) {
            beginInsertRows({}, row, row);
            m_groups.insert(m_groups.begin() + static_cast<std::ptrdiff_t>(i), overview.groups[i]);
            endInsertRows();
        } else if (m_groups[i] != overview.groups[i]) {
            m_groups[i] = overview.groups[i];
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
    Q_EMIT dataChanged(index(0), index(0));
    m_answered = m_filter;
    Q_EMIT changed();
}

void GroupsModel::removeMissing(const std::vector<DeadLetterGroup> &fresh)
{
    QSet<QString> kept;
    for (const auto &group : fresh)
        kept.insert(group.key);
    for (auto i = groupCount() - 1; i >= 0; --i) {
        if (kept.contains(m_groups[static_cast<std::size_t>(i)].key))
            continue;
        beginRemoveRows({}, i + 1, i + 1);
        m_groups.erase(m_groups.begin() + i);
        endRemoveRows();
    }
}

/// Brings the groups that stay into their new order. Persistent indexes, and with them the selection, go along.
void GroupsModel::reorder(const QStringList &order)
{
    QHash<QString, int> place;
    for (const auto &key : order)
        place.insert(key, static_cast<int>(place.size()));
    const auto placeOf = [&place](const DeadLetterGroup &group) { return place.value(group.key); };
    if (std::ranges::is_sorted(m_groups, {}, placeOf))
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const auto before = persistentIndexList();
    QStringList keys;
    for (const auto &index : before)
        keys.append(group(index.row()).key);
    std::ranges::stable_sort(m_groups, {}, placeOf);
    QModelIndexList after;
    for (const auto &key : keys)
        after.append(index(rowOf(key)));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

const DeadLetterGroup &GroupsModel::group(int row) const
{
    return row == 0 ? m_all : m_groups.at(static_cast<std::size_t>(row) - 1);
}

int GroupsModel::rowOf(const QString &key) const
{
    if (key.isEmpty())
        return 0;
    const auto found = std::ranges::find(m_groups, key, &DeadLetterGroup::key);
    return found == m_groups.end() ? -1 : static_cast<int>(found - m_groups.begin()) + 1;
}

int GroupsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : groupCount() + 1;
}

QVariant GroupsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &shown = group(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.row() == 0 ? tr("All dead letters") : shown.title;
    case Qt::ToolTipRole:
        return plainToolTip(accessibleText(shown));
    case Qt::AccessibleTextRole:
        return accessibleText(shown);
    case KeyRole:
        return shown.key;
    case GroupRole:
        return QVariant::fromValue(shown);
    case TrendRole:
        return trendText(shown);
    case SpanRole:
        return durationLabel(m_slice * DeadLetterOverview::slices);
    default:
        return {};
    }
}

QString GroupsModel::trendText(const DeadLetterGroup &group) const
{
    if (group.trend.empty())
        return {};
    const auto most = *std::ranges::max_element(group.trend);
    const auto minutes = std::chrono::duration<double, std::ratio<60>>(m_slice).count();
    constexpr double hour = 60;
    const auto slice = minutes < hour ? tr("%1 min").arg(QLocale().toString(minutes, 'g', 3))
                                      : tr("%1 h").arg(QLocale().toString(minutes / hour, 'g', 3));
    return tr("Deaths in the last %1: at most %2 in %3.")
        .arg(spanLabel(m_slice * DeadLetterOverview::slices), number(most), slice);
}

QString GroupsModel::accessibleText(const DeadLetterGroup &group) const
{
    QStringList lines;
    if (group.key.isEmpty())
        lines.append(tr("All dead letters"));
    else
        lines << group.title << groupSubject(group);
    lines.append(tr("%Ln letter(s)", nullptr, static_cast<int>(group.letters)));
    if (group.letters > 0)
        lines.append(tr("First %1, last %2").arg(dateTimeLabel(group.first), dateTimeLabel(group.last)));
    if (group.replayedBefore > 0)
        lines.append(tr("%Ln of them died again after a retry", nullptr, static_cast<int>(group.replayedBefore)));
    lines.append(trendText(group));
    return lines.join(QLatin1Char('\n'));
}

} // namespace linernotes::ui
