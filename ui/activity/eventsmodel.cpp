// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/eventsmodel.h"

#include "common/wording.h"
#include "core/whendone.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace linernotes::ui
{
namespace
{

/// Rows of one answer: a few screens, read in some milliseconds.
constexpr int pageSize = 200;
/// Of one question of the tail. More come at once, then, and not a second later.
constexpr int tailSize = 1000;
/// Who has so many new ones waiting begins anew rather than to take them in.
constexpr std::size_t mostHeld = 1000;
/// A tail that nobody scrolls does not grow for ever: beyond the first, rows down to the second are forgotten, and read
/// again by who scrolls there.
constexpr int mostTailed = 3000;
constexpr int keptOfTail = 1500;

bool isNumber(int column)
{
    return column == EventsModel::Message || column == EventsModel::Attempt || column == EventsModel::Took;
}

} // namespace

EventsModel::EventsModel(Pages pages, Tail tail, RunName runName, QObject *parent)
    : QAbstractTableModel(parent)
    , m_pages(std::move(pages))
    , m_tail(std::move(tail))
    , m_runName(std::move(runName))
{
}

/// Where the tail begins is asked before the page is: what comes between is in the page, and known by its id.
void EventsModel::setQuery(const EventQuery &query)
{
    m_query = query;
    m_isReading = true;
    whenDone(m_pages({.limit = 1}), this,
             [this, generation = ++m_generation](const Result<std::vector<Event>> &newest) {
                 if (generation != m_generation)
                     return; // the user has asked for something else since
                 if (!newest) {
                     m_isReading = false;
                     Q_EMIT failed(newest.error());
                     Q_EMIT readingEnded();
                     return;
                 }
                 m_tailFrom = newest->empty() ? 0 : newest->front().id;
                 read(Reading::First);
             });
}

void EventsModel::read(Reading reading)
{
    m_isReading = true;
    auto asked = m_query;
    asked.before = reading == Reading::More && !m_rows.empty() ? m_rows.back().id : 0;
    asked.limit = pageSize;
    whenDone(m_pages(asked), this, [this, reading, generation = m_generation](Result<std::vector<Event>> events) {
        if (generation != m_generation)
            return;
        if (events)
            take(reading, std::move(*events));
        else
            Q_EMIT failed(events.error());
        m_isReading = false; // not before: who hears of new rows may ask for more
        Q_EMIT readingEnded();
    });
}

void EventsModel::take(Reading reading, std::vector<Event> events)
{
    m_hasMore = static_cast<int>(events.size()) == pageSize;
    if (reading == Reading::First) {
        beginResetModel();
        m_rows = std::move(events);
        m_held.clear();
        endResetModel();
        setHeldCount(0);
    } else if (!events.empty()) {
        const auto first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(events.size()) - 1);
        std::ranges::move(events, std::back_inserter(m_rows));
        endInsertRows();
    }
}

void EventsModel::poll()
{
    if (m_tailFrom < 0 || m_isTailing || m_isReading)
        return;
    m_isTailing = true;
    whenDone(m_tail(m_tailFrom, tailSize), this,
             [this, generation = m_generation](const Result<std::vector<Event>> &events) {
                 m_isTailing = false;
                 if (generation != m_generation || !events)
                     return; // of a database that can't be read the snapshot tells
                 takeTail(*events);
                 if (static_cast<int>(events->size()) == tailSize)
                     poll();
             });
}

void EventsModel::takeTail(const std::vector<Event> &events)
{
    if (events.empty())
        return;
    m_tailFrom = events.back().id;
    const auto known = m_rows.empty() ? 0 : m_rows.front().id;
    qint64 came = 0;
    for (const auto &event : events) {
        if (event.id <= known || !fits(event, m_query))
            continue;
        ++came;
        m_held.push_back(event);
    }
    if (came > 0) {
        const bool wasTooMuch = m_heldCount > 0 && static_cast<qint64>(m_held.size()) != m_heldCount + came;
        if (wasTooMuch || m_held.size() > mostHeld)
            m_held.clear();
        setHeldCount(m_heldCount + came);
        if (!m_isHolding)
            showHeld();
    }
    if (std::ranges::any_of(events, [](const Event &event) { return event.level >= EventLevel::Warning; }))
        Q_EMIT troubleCame();
}

void EventsModel::setHolding(bool holding)
{
    m_isHolding = holding;
    if (!holding)
        showHeld();
}

void EventsModel::release()
{
    showHeld();
}

void EventsModel::showHeld()
{
    if (m_heldCount == 0)
        return;
    if (m_held.empty()) {
        setQuery(m_query);
        return;
    }
    beginInsertRows({}, 0, static_cast<int>(m_held.size()) - 1);
    m_rows.insert(m_rows.begin(), std::make_move_iterator(m_held.rbegin()), std::make_move_iterator(m_held.rend()));
    endInsertRows();
    m_held.clear();
    setHeldCount(0);
    dropOldest();
}

void EventsModel::setHeldCount(qint64 count)
{
    if (std::exchange(m_heldCount, count) != count)
        Q_EMIT heldChanged(count);
}

void EventsModel::dropOldest()
{
    if (rowCount() <= mostTailed || m_isReading)
        return;
    if (std::ranges::any_of(persistentIndexList(), [](const auto &index) { return index.row() >= keptOfTail; }))
        return; // somebody has selected one of them
    beginRemoveRows({}, keptOfTail, rowCount() - 1);
    m_rows.resize(keptOfTail);
    m_hasMore = true;
    endRemoveRows();
}

int EventsModel::rowOf(qint64 id) const
{
    const auto found = std::ranges::lower_bound(m_rows, id, std::ranges::greater(), &Event::id);
    return found == m_rows.end() || found->id != id ? -1 : static_cast<int>(found - m_rows.begin());
}

void EventsModel::renameRuns()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, About), index(rowCount() - 1, Run), {Qt::DisplayRole});
}

int EventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &shown = event(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(shown, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == Time ? exactTimeLabel(shown.at) : displayText(shown, index.column()));
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case IdRole:
        return shown.id;
    case LevelRole:
        return static_cast<int>(shown.level);
    default:
        return {};
    }
}

QString EventsModel::displayText(const Event &event, int column) const
{
    switch (column) {
    case Time:
        return eventTimeLabel(event.at, Clock::system().now());
    case Level:
        return levelLabel(event.level);
    case What:
        return eventLine(event);
    case About:
        return aboutLabel(event, m_runName);
    case Stage:
        return event.stage ? stageLabel(*event.stage) : QString();
    case Service:
        return event.service.isEmpty() ? QString() : serviceLabel(event.service);
    case Run:
        return runLabel(event.runId, m_runName);
    case Message:
        return event.messageId > 0 ? QString::number(event.messageId) : QString();
    case Category:
        return event.category ? categoryLabel(categoryName(*event.category)) : QString();
    case Attempt:
        return event.attempt > 0 ? number(event.attempt) : QString();
    case Took:
        return tookLabel(event.took);
    default:
        return {};
    }
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const std::array names{tr("Time"), tr("Level"),   tr("What happened"), tr("About"),   tr("Stage"), tr("Service"),
                           tr("Run"),  tr("Message"), tr("Kind of error"), tr("Attempt"), tr("Took")};
    static_assert(names.size() == columns);
    return names.at(static_cast<std::size_t>(section));
}

bool EventsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_isReading;
}

void EventsModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        read(Reading::More);
}

} // namespace linernotes::ui
