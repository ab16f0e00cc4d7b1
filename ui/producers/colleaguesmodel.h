// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QAbstractTableModel>

#include <vector>

namespace linernotes::ui
{

/// Producers with credits on the same recordings, those with most in common first.
class ColleaguesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Recordings };
    static constexpr int columns = Recordings + 1;
    enum DataRole { IdRole = Qt::UserRole }; ///< qint64
    using QAbstractTableModel::QAbstractTableModel;

    void setColleagues(std::vector<Colleague> colleagues);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Colleague> m_colleagues;
};

} // namespace linernotes::ui
