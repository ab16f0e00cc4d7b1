// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadletteractions.h"

#include <QAbstractListModel>

#include <functional>
#include <optional>

namespace linernotes::ui
{

/// Dead letters by what went wrong, the largest group first; before them one row for all of them together.
/// A refresh changes rows in place, so that selection and scrolling stay. GUI thread; `source` must not block.
/// While its order is held, groups stay where they are whatever becomes of their counts, and new ones come last.
class GroupsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum DataRole {
        KeyRole = Qt::UserRole, ///< empty for all together
        GroupRole, ///< DeadLetterGroup
        TrendRole, ///< what the bars mean, in words
        SpanRole, ///< the time that all of them are of: "24 h"
    };
    using Source = std::function<QFuture<Result<DeadLetterOverview>>(const DeadLetterFilter &filter)>;

    GroupsModel(Source source, QObject *parent);

    void setFilter(const DeadLetterFilter &filter);
    void holdOrder(bool held);
    /// Reads again. Asked while one is under way, it follows that one.
    void refresh();

    [[nodiscard]] bool isLoaded() const { return m_answered.has_value(); }
    /// What is shown is the answer to this question, not to the one before.
    [[nodiscard]] bool isAnswerTo(const DeadLetterFilter &filter) const { return m_answered == filter; }
    [[nodiscard]] int groupCount() const { return static_cast<int>(m_groups.size()); }
    /// Of a row; row 0 is all of them.
    [[nodiscard]] const DeadLetterGroup &group(int row) const;
    [[nodiscard]] int rowOf(const QString &key) const; ///< -1: there is no such group
    [[nodiscard]] qint64 letters() const { return m_all.letters; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void changed(); ///< an answer is shown
    void failed(const linernotes::Error &error);

private:
    void read();
    void take(DeadLetterOverview overview);
    void removeMissing(const std::vector<DeadLetterGroup> &fresh);
    void reorder(const QStringList &order);
    [[nodiscard]] QString trendText(const DeadLetterGroup &group) const;
    [[nodiscard]] QString accessibleText(const DeadLetterGroup &group) const;

    Source m_source;
    DeadLetterFilter m_filter;
    std::optional<DeadLetterFilter> m_answered; ///< nullopt: nothing was read yet
    DeadLetterGroup m_all;
    std::vector<DeadLetterGroup> m_groups;
    QStringList m_bySize; ///< their keys
    Milliseconds m_slice{0};
    bool m_isHeld = false;
    bool m_isReading = false;
    bool m_isStale = false;
};

/// What a group is about, in words: "Not found · Credits · Genius /songs/{id}"
QString groupSubject(const DeadLetterGroup &group);

} // namespace linernotes::ui
