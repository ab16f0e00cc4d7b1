// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/producersmodel.h"

#include "common/wording.h"
#include "core/whendone.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

/// Rows of one answer: a few screens, read in some milliseconds.
constexpr int pageSize = 200;

QStringList platformsOf(const ProducerRow &row)
{
    QStringList platforms;
    for (const auto &profile : row.profiles) {
        if (const auto label = platformLabel(profile.platform); !platforms.contains(label))
            platforms.append(label);
    }
    return platforms;
}

QString artistsOf(const ProducerRow &row)
{
    const auto names = row.artists.join(QStringLiteral(", "));
    const auto more = row.artistCount - row.artists.size();
    return more > 0 ? ProducersModel::tr("%1 and %Ln more", nullptr, static_cast<int>(more)).arg(names) : names;
}

bool isNumber(int column)
{
    return column == ProducersModel::Credits;
}

} // namespace

ProducersModel::ProducersModel(Source source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(std::move(source))
{
}

std::optional<ProducerSort> ProducersModel::sortOf(int column)
{
    switch (column) {
    case Name:
        return ProducerSort::Name;
    case Credits:
        return ProducerSort::Credits;
    case Artists:
        return ProducerSort::Artists;
    case Confidence:
        return ProducerSort::Confidence;
    case Profiles:
        return ProducerSort::Profiles;
    default:
        return std::nullopt;
    }
}

int ProducersModel::columnOf(ProducerSort sort)
{
    for (int column = 0; column < columns; ++column) {
        if (sortOf(column) == sort)
            return column;
    }
    return -1;
}

void ProducersModel::setQuery(const ProducerQuery &query)
{
    m_query = query;
    ++m_generation;
    m_refreshAgain = false;
    read(Reading::First, std::nullopt);
}

void ProducersModel::refresh()
{
    if (!m_isLoaded && m_reading == Reading::Nothing) {
        setQuery(m_query);
    } else if (m_reading != Reading::Nothing) {
        m_refreshAgain = true;
    } else {
        m_fresh.clear();
        read(Reading::Refresh, std::nullopt);
    }
}

void ProducersModel::read(Reading reading, const std::optional<ProducerCursor> &after)
{
    m_reading = reading;
    whenDone(m_source(m_query, after, pageSize), this,
             [this, reading, generation = m_generation](Result<ProducerPage> page) {
                 if (generation != m_generation)
                     return; // the user has asked for something else since
                 if (!page) {
                     finishReading();
                     Q_EMIT failed(page.error());
                     return;
                 }
                 take(reading, std::move(*page));
             });
}

void ProducersModel::take(Reading reading, ProducerPage page)
{
    if (reading == Reading::Refresh) {
        takeRefreshPage(std::move(page));
        return;
    }
    const auto total = page.total;
    if (reading == Reading::First) {
        beginResetModel();
        m_rows = std::move(page.rows);
        m_next = page.next;
        m_isLoaded = true;
        endResetModel();
    } else if (!page.rows.empty()) {
        // A row that has sunk since its page was read comes again on a later one.
        QSet<qint64> known;
        for (const auto &row : m_rows)
            known.insert(row.id);
        std::erase_if(page.rows, [&](const ProducerRow &row) { return known.contains(row.id); });
        const auto first = rowCount();
        m_next = page.next;
        if (!page.rows.empty()) {
            beginInsertRows({}, first, first + static_cast<int>(page.rows.size()) - 1);
            std::ranges::move(page.rows, std::back_inserter(m_rows));
            endInsertRows();
        }
    } else {
        m_next = page.next;
    }
    setTotal(total);
    finishReading();
}

void ProducersModel::takeRefreshPage(ProducerPage page)
{
    std::ranges::move(page.rows, std::back_inserter(m_fresh));
    const auto next = page.next;
    const auto total = page.total;
    if (next && m_fresh.size() < m_rows.size()) {
        read(Reading::Refresh, next);
        return;
    }
    m_next = next;
    Q_EMIT aboutToRefresh();
    applyRefresh();
    setTotal(total);
    Q_EMIT refreshed();
    finishReading();
}

void ProducersModel::finishReading()
{
    m_reading = Reading::Nothing;
    if (std::exchange(m_refreshAgain, false))
        refresh();
    else
        Q_EMIT readingEnded();
}

void ProducersModel::setTotal(qint64 total)
{
    if (std::exchange(m_total, total) != total || m_rows.empty())
        Q_EMIT totalChanged(total);
}

void ProducersModel::applyRefresh()
{
    QSet<qint64> seen;
    std::erase_if(m_fresh, [&seen](const ProducerRow &row) { // a row that sank while its pages were read
        const bool isKnown = seen.contains(row.id);
        seen.insert(row.id);
        return isKnown;
    });
    removeMissing(seen);
    reorder();
    insertNew();
    updateChanged();
    m_fresh.clear();
}

void ProducersModel::removeMissing(const QSet<qint64> &kept)
{
    for (auto last = rowCount() - 1; last >= 0; --last) {
        if (kept.contains(row(last).id))
            continue;
        auto first = last;
        while (first > 0 && !kept.contains(row(first - 1).id))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

/// Brings the rows that stay into their new order. Persistent indexes, and with them the selection, go along.
void ProducersModel::reorder()
{
    QHash<qint64, int> place;
    int rank = 0;
    for (const auto &fresh : m_fresh)
        place.insert(fresh.id, rank++);
    const auto placeOf = [&place](const ProducerRow &row) { return place.value(row.id); };
    if (std::ranges::is_sorted(m_rows, {}, placeOf))
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const auto before = persistentIndexList();
    std::vector<qint64> ids;
    for (const auto &index : before)
        ids.push_back(row(index.row()).id);
    std::ranges::stable_sort(m_rows, {}, placeOf);
    QHash<qint64, int> position;
    for (int i = 0; i < rowCount(); ++i)
        position.insert(row(i).id, i);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(position.value(ids.at(static_cast<std::size_t>(i))), before[i].column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

/// The rows are now those of m_fresh without the new ones, in the same order.
void ProducersModel::insertNew()
{
    for (std::size_t i = 0; i < m_fresh.size(); ++i) {
        const auto isNew = [this](std::size_t fresh, std::size_t shown) {
            return shown >= m_rows.size() || m_rows[shown].id != m_fresh[fresh].id;
        };
        if (!isNew(i, i))
            continue;
        auto end = i + 1;
        while (end < m_fresh.size() && isNew(end, i))
            ++end;
        const auto from = static_cast<std::ptrdiff_t>(i);
        beginInsertRows({}, static_cast<int>(i), static_cast<int>(end) - 1);
        m_rows.insert(m_rows.begin() + from, m_fresh.begin() + from,
                      m_fresh.begin() + static_cast<std::ptrdiff_t>(end));
        endInsertRows();
        i = end - 1;
    }
}

void ProducersModel::updateChanged()
{
    for (int first = 0; first < rowCount(); ++first) {
        const auto differs = [this](int i) {
            return !(m_rows[static_cast<std::size_t>(i)] == m_fresh[static_cast<std::size_t>(i)]);
        };
        if (!differs(first))
            continue;
        auto last = first;
        while (last + 1 < rowCount() && differs(last + 1))
            ++last;
        for (auto i = static_cast<std::size_t>(first); i <= static_cast<std::size_t>(last); ++i)
            m_rows[i] = std::move(m_fresh[i]);
        Q_EMIT dataChanged(index(first, 0), index(last, columns - 1));
        first = last;
    }
}

int ProducersModel::rowOf(qint64 id) const
{
    const auto found = std::ranges::find(m_rows, id, &ProducerRow::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ProducersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProducersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ProducersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &shown = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(shown, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(displayText(shown, index.column()));
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case IdRole:
        return shown.id;
    case ChipsRole:
        return index.column() == Profiles ? platformsOf(shown) : roleLabels(shown.roles);
    case ShareRole:
        return shown.confidence;
    default:
        return {};
    }
}

QString ProducersModel::displayText(const ProducerRow &row, int column) const
{
    switch (column) {
    case Name:
        return row.name;
    case Roles:
        return roleLabels(row.roles).join(QStringLiteral(", "));
    case Credits:
        return number(row.credits);
    case Artists:
        return artistsOf(row);
    case Confidence:
        return percent(row.confidence);
    case Profiles:
        return platformsOf(row).join(QStringLiteral(", "));
    default:
        return {};
    }
}

QVariant ProducersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Roles:
        return tr("Roles");
    case Credits:
        return tr("Credits");
    case Artists:
        return tr("Artists worked with");
    case Confidence:
        return tr("Confidence");
    case Profiles:
        return tr("Profiles");
    default:
        return {};
    }
}

bool ProducersModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next && m_reading == Reading::Nothing;
}

void ProducersModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        read(Reading::More, m_next);
}

} // namespace linernotes::ui
