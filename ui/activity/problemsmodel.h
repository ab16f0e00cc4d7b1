// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "telemetry/event.h"

#include <QAbstractListModel>
#include <QFuture>

#include <functional>
#include <optional>
#include <vector>

namespace linernotes::ui
{

/// Warnings and errors that say the same, the most frequent first; before them one row for all events. A refresh
/// changes rows in place, so that selection and scrolling stay. GUI thread; `source` must not block.
class ProblemsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum DataRole {
        GroupRole = Qt::UserRole, ///< EventGroup
        IsAllRole,
    };
    using Source = std::function<QFuture<Result<std::vector<EventGroup>>>(Instant since, int limit)>;
    using Key = std::optional<EventGroupKey>; ///< nullopt: all events

    ProblemsModel(Source source, QObject *parent);

    /// How far back.
    void setSpan(Milliseconds span);
    /// Reads again. Asked while one is under way, it follows that one.
    void refresh();

    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] int groupCount() const { return static_cast<int>(m_groups.size()); }
    [[nodiscard]] Key key(int row) const;
    [[nodiscard]] int rowOf(const Key &key) const; ///< -1: there is no such group

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void changed(); ///< an answer is shown
    void failed(const linernotes::Error &error);

private:
    void read();
    void take(const std::vector<EventGroup> &fresh);
    void removeMissing(const std::vector<EventGroup> &fresh);
    void reorder(const std::vector<EventGroup> &fresh);
    [[nodiscard]] EventGroup all() const;
    [[nodiscard]] QString accessibleText(const QModelIndex &index) const;

    Source m_source;
    Milliseconds m_span = std::chrono::hours(24);
    std::vector<EventGroup> m_groups;
    bool m_isLoaded = false;
    bool m_isReading = false;
    bool m_isStale = false;
};

} // namespace linernotes::ui
