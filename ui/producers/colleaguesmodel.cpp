// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/colleaguesmodel.h"

#include "common/wording.h"

#include <algorithm>

namespace linernotes::ui
{

void ColleaguesModel::setColleagues(std::vector<Colleague> colleagues)
{
    // The same people with other figures: the rows stay, and the selection with them.
    const bool isSame = std::ranges::equal(colleagues, m_colleagues, {}, &Colleague::id, &Colleague::id);
    if (!isSame) {
        beginResetModel();
        m_colleagues = std::move(colleagues);
        endResetModel();
    } else if (colleagues != m_colleagues) {
        m_colleagues = std::move(colleagues);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    }
}

int ColleaguesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_colleagues.size());
}

int ColleaguesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ColleaguesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &colleague = m_colleagues.at(static_cast<std::size_t>(index.row()));
    const bool isName = index.column() == Name;
    switch (role) {
    case Qt::DisplayRole:
        return isName ? colleague.name : number(colleague.recordings);
    case Qt::ToolTipRole:
        return plainToolTip(tr("%1: %Ln recording(s) together", nullptr, static_cast<int>(colleague.recordings))
                                .arg(isolated(colleague.name)));
    case Qt::TextAlignmentRole:
        return static_cast<int>((isName ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case IdRole:
        return colleague.id;
    default:
        return {};
    }
}

QVariant ColleaguesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Producer") : tr("Recordings together");
}

} // namespace linernotes::ui
