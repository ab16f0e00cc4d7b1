// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/producersmodel.h"

#include "core/whendone.h"

#include <QHash>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

/// Rows of one answer: a few screens, read in some milliseconds.
constexpr int pageSize = 200;
/// Of the first answer: a screen full, for somebody is waiting with the hands on the keys.
constexpr int firstPageSize = 60;

} // namespace

ProducersModel::ProducersModel(Source source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(std::move(source))
{
}

void ProducersModel::setQuery(const ProducerQuery &query)
{
    const bool isOtherChoice = !m_query.choosesAs(query) || !m_isLoaded;
    m_query = query;
    ++m_generation;
    m_refreshAgain = false;
    m_asked.cancel();
    if (isOtherChoice) {
        m_counting.cancel();
        m_total.reset();
    }
    read(Reading::First, std::nullopt);
    if (isOtherChoice)
        count(); // behind the rows: it may take far longer
}

void ProducersModel::refresh(int lastSeen)
{
    m_lastSeen = lastSeen;
    if (!m_isLoaded && m_reading == Reading::Nothing) {
        setQuery(m_query);
    } else if (m_reading != Reading::Nothing) {
        m_refreshAgain = true;
    } else if (lastSeen < mostRefreshed) {
        m_fresh.clear();
        read(Reading::Refresh, std::nullopt);
    } else {
        refreshSome(lastSeen);
    }
    // What took a second to count is not counted every second.
    constexpr qint64 share = 10;
    if (m_isLoaded && m_counting.isFinished()
        && (!m_sinceCount.isValid() || m_sinceCount.elapsed() > share * m_countTookMs))
        count();
}

void ProducersModel::recount()
{
    m_counting.cancel();
    count();
}

/// Values only, in place.
void ProducersModel::refreshSome(int lastSeen)
{
    auto query = m_query;
    query.ids.emplace();
    const auto last = std::min(lastSeen + pageSize / 2, rowCount());
    for (auto row = std::max(0, last - pageSize); row < last; ++row)
        query.ids->push_back(this->row(row).id);
    m_reading = Reading::RefreshSome;
    m_asked = m_source.page(query, std::nullopt, pageSize);
    listen(Reading::RefreshSome);
}

void ProducersModel::takeSome(ProducerPage page)
{
    for (auto &fresh : page.rows) {
        const auto row = rowOf(fresh.id);
        if (row < 0 || m_rows[static_cast<std::size_t>(row)] == fresh)
            continue;
        m_rows[static_cast<std::size_t>(row)] = std::move(fresh);
        Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
    }
    finishReading();
}

void ProducersModel::count()
{
    m_sinceCount.start();
    m_counting = m_source.count(m_query);
    whenDone(m_counting, this, [this, counted = m_query](const Result<qint64> &total) {
        if (!total || !counted.choosesAs(m_query))
            return; // the rows' answer tells what is wrong
        m_countTookMs = m_sinceCount.elapsed();
        if (std::exchange(m_total, *total) != *total || m_rows.empty())
            Q_EMIT totalChanged();
    });
}

void ProducersModel::read(Reading reading, const std::optional<ProducerCursor> &after)
{
    m_reading = reading;
    m_asked = m_source.page(m_query, after, reading == Reading::First ? firstPageSize : pageSize);
    listen(reading);
}

void ProducersModel::listen(Reading reading)
{
    whenDone(m_asked, this, [this, reading, generation = m_generation](Result<ProducerPage> page) {
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
    if (reading == Reading::RefreshSome) {
        takeSome(std::move(page));
        return;
    }
    if (reading == Reading::First) {
        beginResetModel();
        m_rows = std::move(page.rows);
        m_next = page.next;
        m_isLoaded = true;
        m_ids.clear();
        for (const auto &row : m_rows)
            m_ids.insert(row.id);
        endResetModel();
    } else if (!page.rows.empty()) {
        // A row that has sunk since its page was read comes again on a later one.
        std::erase_if(page.rows, [this](const ProducerRow &row) { return m_ids.contains(row.id); });
        for (const auto &row : page.rows)
            m_ids.insert(row.id);
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
    finishReading();
}

void ProducersModel::takeRefreshPage(ProducerPage page)
{
    std::ranges::move(page.rows, std::back_inserter(m_fresh));
    const auto next = page.next;
    if (next && m_fresh.size() < std::min(m_rows.size(), static_cast<std::size_t>(mostRefreshed))) {
        read(Reading::Refresh, next);
        return;
    }
    Q_EMIT aboutToRefresh();
    const bool isTailKept = next && m_fresh.size() < m_rows.size();
    if (!isTailKept)
        m_next = next; // else what lies below stays, and is read on from its own end
    applyRefresh(isTailKept);
    Q_EMIT refreshed();
    finishReading();
}

void ProducersModel::finishReading()
{
    m_reading = Reading::Nothing;
    if (std::exchange(m_refreshAgain, false))
        refresh(m_lastSeen);
    else
        Q_EMIT readingEnded();
}

void ProducersModel::applyRefresh(bool isTailKept)
{
    QSet<qint64> seen;
    std::erase_if(m_fresh, [&seen](const ProducerRow &row) { // a row that sank while its pages were read
        const bool isKnown = seen.contains(row.id);
        seen.insert(row.id);
        return isKnown;
    });
    // Rows below what was read again follow as they are; one that has risen above them is taken from its old place.
    if (isTailKept) {
        for (auto row = m_rows.begin() + static_cast<std::ptrdiff_t>(m_fresh.size()); row != m_rows.end(); ++row) {
            if (!seen.contains(row->id)) {
                seen.insert(row->id);
                m_fresh.push_back(*row);
            }
        }
    }
    removeMissing(seen);
    reorder();
    insertNew();
    updateChanged();
    m_ids = seen;
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
