// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/comparedmodel.h"

#include "common/wording.h"

namespace linernotes::ui
{

void ComparedModel::setProducers(std::vector<RunComparison::Producer> producers)
{
    beginResetModel();
    m_producers = std::move(producers);
    endResetModel();
}

int ComparedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_producers.size());
}

int ComparedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ComparedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &producer = m_producers.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Name    ? producer.name
            : index.column() == MainRole ? roleLabel(producer.role)
                                         : number(producer.credits);
    case Qt::ToolTipRole:
        return index.column() == Name ? QVariant(plainToolTip(producer.name)) : QVariant();
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == Credits ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case IdRole:
        return producer.personId;
    case ChipsRole:
        return QStringList{roleLabel(producer.role)};
    default:
        return {};
    }
}

QVariant ComparedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Credits ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Credits)
        return plainToolTip(tr("Credits on what the run has identified"));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Producer");
    case MainRole:
        return tr("Mostly");
    default:
        return tr("Credits");
    }
}

} // namespace linernotes::ui
