// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadletteractions.h"

#include <QAbstractTableModel>

#include <functional>

namespace linernotes::ui
{

/// The dead letters that a filter leaves, the newest first, read in pages as the view asks for them. A refresh
/// takes away what is gone and puts in what came, so that selection and scrolling stay. GUI thread; the sources must
/// not block.
class LettersModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Died, Stage, Work, Error, Replays, Ended };
    static constexpr int columns = Ended + 1;
    enum DataRole { IdRole = Qt::UserRole, OpenRole };
    using Rows = std::function<QFuture<Result<std::vector<DeadLetterRow>>>(const DeadLetterFilter &filter,
                                                                           qint64 before, int limit)>;
    using Changes =
        std::function<QFuture<Result<DeadLetterChanges>>(const DeadLetterFilter &filter, const ShownLetters &shown)>;

    /// Reads nothing before the first setFilter().
    LettersModel(Rows rows, Changes changes, QObject *parent);

    [[nodiscard]] const DeadLetterFilter &filter() const { return m_filter; }
    /// The answer replaces the rows; answers to filters before it are dropped.
    void setFilter(const DeadLetterFilter &filter);
    /// Reads what changed. Asked while something is read, it follows that.
    void refresh();

    [[nodiscard]] bool isReading() const { return m_reading != Reading::Nothing; }
    [[nodiscard]] const DeadLetterRow &row(int index) const { return m_rows.at(static_cast<std::size_t>(index)); }
    [[nodiscard]] int rowOf(qint64 id) const; ///< -1: not loaded

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void aboutToRefresh(); ///< before rows come and go
    void refreshed();
    void failed(const linernotes::Error &error);
    void readingEnded();

private:
    enum class Reading { Nothing, First, More, Changes };

    void read(Reading reading);
    void readChanges();
    void take(Reading reading, std::vector<DeadLetterRow> rows);
    void apply(DeadLetterChanges changes);
    void remove(const std::vector<qint64> &gone);
    void insert(std::vector<DeadLetterRow> came);
    void finishReading();
    [[nodiscard]] QString displayText(const DeadLetterRow &row, int column) const;

    Rows m_source;
    Changes m_changes;
    DeadLetterFilter m_filter;
    std::vector<DeadLetterRow> m_rows;
    bool m_hasMore = false;
    Reading m_reading = Reading::Nothing;
    bool m_refreshAgain = false;
    quint64 m_generation = 0; ///< of the filter; answers of another are dropped
};

} // namespace linernotes::ui
