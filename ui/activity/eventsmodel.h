// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "activity/eventwording.h"
#include "core/result.h"
#include "telemetry/event.h"

#include <QAbstractTableModel>
#include <QFuture>

#include <functional>
#include <vector>

namespace linernotes::ui
{

/// The events that a query leaves, the newest first: pages by id as the view asks for them, and a tail of what comes.
/// While it holds, what comes is only counted, so that nothing moves under who reads. GUI thread; the sources must not
/// block.
class EventsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// About says stage, service and run in one.
    enum Column { Time, Level, What, About, Stage, Service, Run, Message, Category, Attempt, Took };
    static constexpr int columns = Took + 1;
    enum DataRole {
        IdRole = Qt::UserRole,
        LevelRole, ///< int of EventLevel
    };
    using Pages = std::function<QFuture<Result<std::vector<Event>>>(const EventQuery &query)>;
    using Tail = std::function<QFuture<Result<std::vector<Event>>>(qint64 after, int limit)>;

    /// Reads nothing before the first setQuery().
    EventsModel(Pages pages, Tail tail, RunName runName, QObject *parent);

    [[nodiscard]] const EventQuery &query() const { return m_query; }
    /// The answer replaces the rows; answers to queries before it are dropped.
    void setQuery(const EventQuery &query);
    /// Asks what came since.
    void poll();
    void setHolding(bool holding);
    /// Shows what is held, holding or not.
    void release();
    [[nodiscard]] qint64 held() const { return m_heldCount; }

    [[nodiscard]] bool isReading() const { return m_isReading; }
    [[nodiscard]] const Event &event(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }
    [[nodiscard]] int rowOf(qint64 id) const; ///< -1: not loaded
    /// The names of runs are others now.
    void renameRuns();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void heldChanged(qint64 held);
    void troubleCame(); ///< a warning or an error, whether the query leaves it or not
    void readingEnded();
    void failed(const linernotes::Error &error);

private:
    enum class Reading { First, More };

    void read(Reading reading);
    void take(Reading reading, std::vector<Event> events);
    void takeTail(const std::vector<Event> &events);
    void showHeld();
    void setHeldCount(qint64 count);
    void dropOldest();
    [[nodiscard]] QString displayText(const Event &event, int column) const;

    Pages m_pages;
    Tail m_tail;
    RunName m_runName;
    EventQuery m_query;
    std::vector<Event> m_rows;
    std::vector<Event> m_held; ///< the oldest first; empty where too many came to be kept
    qint64 m_heldCount = 0;
    qint64 m_tailFrom = -1; ///< id of the last event that was looked at; -1: nothing was read yet
    bool m_isHolding = false;
    bool m_hasMore = false;
    bool m_isReading = false;
    bool m_isTailing = false;
    quint64 m_generation = 0; ///< of the query; answers of another are dropped
};

} // namespace linernotes::ui
