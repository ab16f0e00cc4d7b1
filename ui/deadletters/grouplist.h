// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rowslist.h"
#include "deadletters/groupsmodel.h"

namespace linernotes::ui
{

/// The groups of dead letters, one of which is always chosen: by its key, whatever happens to the order.
class GroupList : public RowsList
{
    Q_OBJECT

public:
    GroupList(GroupsModel *model, QWidget *parent);

    [[nodiscard]] QString chosen() const { return m_chosen; } ///< key; empty: all
    /// One that is not there yet is chosen as soon as it is read. By a link, unless `isKept`.
    void choose(const QString &key, bool isKept = false);
    [[nodiscard]] QString kept() const; ///< of the group that a person has chosen; empty: none, or a link has

Q_SIGNALS:
    void groupChosen(const QString &key);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    [[nodiscard]] RowTexts taken() const;
    void follow();
    void take(int row);

    GroupsModel *m_model;
    QString m_chosen;
    QString m_wanted; ///< is not there yet
    QString m_linked; ///< what a link has chosen
    bool m_isChanging = false; ///< the model: what becomes current meanwhile was not chosen
    bool m_isChoosing = false; ///< the program, not a person
};

} // namespace linernotes::ui
