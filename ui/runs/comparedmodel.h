// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runactions.h"

#include <QAbstractTableModel>

#include <vector>

namespace linernotes::ui
{

/// Producers of one run that another has not, those with most credits first.
class ComparedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, MainRole, Credits };
    static constexpr int columns = Credits + 1;
    enum DataRole { IdRole = Qt::UserRole, ChipsRole }; ///< qint64; QStringList
    using QAbstractTableModel::QAbstractTableModel;

    void setProducers(std::vector<RunComparison::Producer> producers);
    [[nodiscard]] const std::vector<RunComparison::Producer> &producers() const { return m_producers; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<RunComparison::Producer> m_producers;
};

} // namespace linernotes::ui
