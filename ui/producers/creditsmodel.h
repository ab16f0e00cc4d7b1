// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QAbstractTableModel>

#include <vector>

namespace linernotes::ui
{

/// The credits of one producer, as they came with the producer's page. Sorted in memory: they are some thousand at
/// most.
class CreditsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Title, Artists, CreditRole, Released, Isrc, Confidence };
    static constexpr int columns = Confidence + 1;
    enum DataRole {
        SortRole = Qt::UserRole,
        ChipsRole, ///< QStringList
        ShareRole, ///< double, 0 … 1
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setCredits(std::vector<CreditRow> credits);
    [[nodiscard]] const CreditRow &credit(int row) const { return m_credits.at(static_cast<std::size_t>(row)); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<CreditRow> m_credits;
};

} // namespace linernotes::ui
