// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QSet>

#include <functional>
#include <optional>
#include <vector>

namespace linernotes::ui
{

/// The producers that a filter leaves, in the order of the query, read in pages by key as the view asks for them.
/// A refresh changes rows in place, so that selection and scrolling stay. GUI thread; `source` must not block.
class ProducersModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Roles, Credits, Artists, Confidence, Profiles, Tags, Found };
    static constexpr int columns = Found + 1;
    enum DataRole {
        IdRole = Qt::UserRole, ///< qint64
        ChipsRole, ///< QStringList: roles, platforms or tags
        ShareRole, ///< double, 0 … 1
    };
    /// Where the rows come from. A future that is cancelled is not waited for by anybody.
    struct Source {
        std::function<QFuture<Result<linernotes::ProducerPage>>(const ProducerQuery &query,
                                                                const std::optional<ProducerCursor> &after, int limit)>
            page;
        std::function<QFuture<Result<qint64>>(const ProducerQuery &query)> count;
    };
    /// So many rows are read again by a refresh, however many have been scrolled through.
    static constexpr int mostRefreshed = 1000;

    /// Reads nothing before the first setQuery() or refresh().
    ProducersModel(Source source, QObject *parent);

    [[nodiscard]] const ProducerQuery &query() const { return m_query; }
    /// The answer replaces the rows; answers to queries before it are dropped.
    void setQuery(const ProducerQuery &query);
    /// Reads again what is shown and applies the differences. Asked while one is under way, it follows that one.
    /// Of a long list it is the first mostRefreshed rows, or, where `lastSeen` is below them, those around it, which
    /// keep their order: nothing moves away under the eyes of somebody who reads far down.
    void refresh(int lastSeen = 0);
    /// Somebody has changed what the filter goes by: the count is not left for later.
    void recount();

    /// How many the filter leaves; nullopt: not counted yet.
    [[nodiscard]] std::optional<qint64> total() const { return m_total; }
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; } ///< an answer has come at least once
    [[nodiscard]] bool isReading() const { return m_reading != Reading::Nothing; }
    [[nodiscard]] const ProducerRow &row(int index) const { return m_rows.at(static_cast<std::size_t>(index)); }
    [[nodiscard]] int rowOf(qint64 id) const; ///< -1: not loaded
    /// The sort order that a column stands for; nullopt: it can't be sorted by.
    static std::optional<ProducerSort> sortOf(int column);
    static int columnOf(ProducerSort sort);
    /// "Kaito Blume, DJ Ferrum and 12 more": the first `shown` of the names, and how many there are beside them.
    static QString artistsText(const ProducerRow &row, qsizetype shown);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void totalChanged();
    void aboutToRefresh(); ///< before rows change in place
    void refreshed();
    void failed(const linernotes::Error &error);
    void readingEnded();

private:
    enum class Reading { Nothing, First, More, Refresh, RefreshSome };

    void read(Reading reading, const std::optional<ProducerCursor> &after);
    void listen(Reading reading);
    void take(Reading reading, linernotes::ProducerPage page);
    void takeRefreshPage(linernotes::ProducerPage page);
    void applyRefresh(bool isTailKept);
    void finishReading();
    void refreshSome(int lastSeen);
    void takeSome(linernotes::ProducerPage page);
    void count();

    void removeMissing(const QSet<qint64> &kept);
    void reorder();
    void insertNew();
    void updateChanged();

    Source m_source;
    ProducerQuery m_query;
    std::vector<ProducerRow> m_rows;
    std::vector<ProducerRow> m_fresh; ///< gathered by a refresh until it covers what is shown
    QSet<qint64> m_ids; ///< of m_rows
    std::optional<ProducerCursor> m_next;
    QFuture<Result<linernotes::ProducerPage>> m_asked;
    QFuture<Result<qint64>> m_counting;
    std::optional<qint64> m_total;
    QElapsedTimer m_sinceCount;
    qint64 m_countTookMs = 0;
    bool m_isLoaded = false;
    Reading m_reading = Reading::Nothing;
    bool m_refreshAgain = false;
    int m_lastSeen = 0;
    quint64 m_generation = 0; ///< of the query; answers of another are dropped
};

} // namespace linernotes::ui
